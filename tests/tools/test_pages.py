"""Cutting text into pages."""

from bot.tools.pages import cut_pages


def test_blocks_fill_pages_and_stay_whole() -> None:
    pages = cut_pages(["a" * 40, "b" * 40, "c" * 40], limit=90)

    assert pages == [f"{'a' * 40}\n\n{'b' * 40}", "c" * 40]


def test_a_block_longer_than_a_page_is_cut_at_its_lines() -> None:
    lines = [f"{n}" * 30 for n in range(1, 6)]
    pages = cut_pages(["\n".join(lines)], limit=70)

    assert all(len(page) <= 70 for page in pages)
    assert "\n".join(pages).split("\n") == lines


def test_nothing_is_one_empty_page() -> None:
    assert cut_pages([]) == [""]
