"""Cutting text into pages, each with its sources."""

from small_knowledge import small_knowledge

from bot.tools.pages import Block, cut_pages, join_blocks

KNOWLEDGE = small_knowledge()


def test_blocks_fill_pages_and_stay_whole() -> None:
    blocks = [Block("a" * 40), Block("b" * 40), Block("c" * 40)]

    assert cut_pages(KNOWLEDGE, blocks, limit=90) == [f"{'a' * 40}\n\n{'b' * 40}", "c" * 40]


def test_a_block_longer_than_a_page_is_cut_at_its_lines() -> None:
    lines = [f"{n}" * 30 for n in range(1, 6)]
    pages = cut_pages(KNOWLEDGE, [Block("\n".join(lines))], limit=70)

    assert all(len(page) <= 70 for page in pages)
    assert "\n".join(pages).split("\n") == lines


def test_nothing_is_one_empty_page() -> None:
    assert cut_pages(KNOWLEDGE, []) == [""]


def test_each_page_names_the_sources_of_what_stands_on_it() -> None:
    long = "\n".join(["x" * 60, "y" * 60])
    first, second, third = cut_pages(
        KNOWLEDGE, [Block("head"), Block(long, ("guide",)), Block("z" * 60)], limit=70
    )

    assert first.endswith("-# Source: “The Guide”")
    assert second.endswith("-# Source: “The Guide”")
    assert third == "z" * 60


def test_one_text_names_all_sources_once_at_the_end() -> None:
    blocks = [Block("a", ("guide",)), Block("b", ("article", "guide"))]

    assert join_blocks(KNOWLEDGE, blocks) == (
        "a\n\nb\n\n-# Sources: “The Guide” · “The Article”, Fern, 2024-05-06"
    )
