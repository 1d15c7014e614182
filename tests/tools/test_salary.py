"""Pay figures as text."""

import pytest
from small_knowledge import FILES, small_knowledge

from bot.errors import UnknownChoiceError
from bot.tools.salary import NO_SALARIES, format_money, render_salary


def test_every_figure_is_shown_with_its_amount_kind_and_source() -> None:
    text = render_salary(small_knowledge())

    assert "- **about $128,000** a year, average (“The Guide”)\n" in text
    assert "- **$140,000** a year, average (Fern, 2024-05-06)\n" in text
    assert "- **₹1,000,000 (10 lakh)** a year" in text
    assert "- **up to $98,000** a year, entry level (Indeed, in Fern, 2024-05-06)" in text
    assert "- **$165,000 or more** a year, experienced (“The Guide”)" in text


def test_a_note_stands_in_small_print_below_its_figure() -> None:
    salaries = """
- {id: a, amount: 5, currency: USD, per: hour, region: us, kind: average, source: guide,
   label: A, note: It says so twice.}
"""
    text = render_salary(small_knowledge(salaries=salaries))

    assert "- **$5** an hour, average (“The Guide”)\n-# It says so twice." in text


def test_sources_that_disagree_are_named_with_their_spread() -> None:
    assert (
        "The sources disagree on the average in the United States: $128,000 to $140,000."
        in render_salary(small_knowledge())
    )


@pytest.mark.parametrize("region", ["us", "USA", "the united states"])
def test_a_region_is_taken_by_id_name_or_word(region: str) -> None:
    text = render_salary(small_knowledge(), region)

    assert "## Pay in the United States" in text
    assert "₹" not in text


def test_what_is_not_known_is_said_plainly() -> None:
    text = render_salary(small_knowledge(), "india")

    assert "**No figures**\n- for India: entry level or experienced\n" in text
    assert "- for any country other than the United States and India" in text


def test_a_combination_without_figures_offers_those_without_a_country() -> None:
    text = render_salary(small_knowledge(), "india", "beginner")

    assert "There is no figure in India, entry level. The nearest figures name no country:" in text
    assert "up to $98,000" in text


def test_an_unknown_region_is_refused_with_what_there_is() -> None:
    with pytest.raises(UnknownChoiceError, match=r"'narnia'.*: the United States, India$"):
        render_salary(small_knowledge(), "narnia")


def test_knowledge_without_figures_says_so() -> None:
    assert render_salary(small_knowledge(salaries="")) == NO_SALARIES


def test_figures_of_no_country_stand_below_those_of_a_country() -> None:
    text = render_salary(
        small_knowledge(
            salaries="""
- {id: entry, amount: 98000, currency: USD, per: year, level: entry, kind: average,
   source: article, label: Entry level}
- {id: us, amount: 128000, currency: USD, per: year, region: us, kind: average,
   source: guide, label: US average}
"""
        )
    )

    assert text.index("**The United States**") < text.index("**No country given**")


@pytest.mark.parametrize(
    ("amount", "shown"),
    [(99_999, "₹99,999"), (100_000, "₹100,000 (1 lakh)"), (150_000, "₹150,000 (1.5 lakh)")],
)
def test_rupees_are_counted_in_lakhs_from_one_on(amount: float, shown: str) -> None:
    assert format_money(amount, "INR") == shown


def test_a_place_is_called_what_the_knowledge_calls_it() -> None:
    vocabulary = FILES["vocabulary.yaml"].replace("name: country", "name: district")
    knowledge = small_knowledge(vocabulary=vocabulary)
    text = render_salary(knowledge) + render_salary(knowledge, "india", "entry")

    assert "**No district given**" in text
    assert "- for any district other than the United States and India" in text
    assert "The nearest figures name no district:" in text
    assert "countr" not in text
    with pytest.raises(UnknownChoiceError, match=r"no district 'x'.*: the United States, India$"):
        render_salary(knowledge, "x")
