"""Numbers in texts, found by value."""

import pytest

from bot.knowledge.figures import find_numbers


def values(text: str) -> list[list[float]]:
    return [sorted(number.values) for number in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("100 000-120 000 a year", [[100000], [120000]]),
        ("$90 000/120 000", [[90000], [120000]]),
        ("1 000 000 000 pages", [[1000000000]]),
        ("levels 3,4 and 5", [[3], [5]]),
        ("10 120-hour courses", [[10], [120]]),
        ("call 01632 960 144 or +44 1632 960144 before 5 people do", [[5]]),
    ],
)
def test_numbers_beside_each_other_are_told_apart(text: str, expected: list[list[float]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$146,085", [146085]),
        ("146085 dollars", [146085]),
        ("**$146,085**", [146085]),
        ("_146085_", [146085]),
        ("...146,085...", [146085]),
        ("146k", [146000]),
        ("$98K", [98000]),
        ("1.5M", [1500000]),
        ("22%", [22]),
        ("+22 %", [22]),
        ("INR 10,00,000", [1000000]),
        ("INR10", [10]),
        ("USD146,085", [146085]),
        ("500USD", [500]),
        ("146\u202f085", [146085]),
        ("1'000'000", [1000000]),
        ("62 500 €", [62500]),
        ("62\u00a0500 €", [62500]),
        ("1 234 567,8", [1234567.8]),
        ("50.000 €", [50, 50000]),
        ("1.234.567 €", [1234567]),
        ("1.234,56 €", [1234.56]),
        ("1,5 %", [1.5]),
        ("12,50 €", [12.5]),
        ("0.125", [0.125]),
        ("+22 000", [22000]),
        ("１２８", [128]),
        ("10x", [10]),
        ("1990s", [1990]),
        ("23rd", [23]),
        ("30min", [30]),
        (".5", [5]),
        ("5+ years", [5]),
        ("tenfold", [10]),
        ("ten times", [10]),
        ("four-step", [4]),
        ("THREE", [3]),
        ("twenty-two", [22]),
        ("one hundred and twenty-two", [122]),
        ("a hundred", [100]),
        ("six figures", [6]),
    ],
)
def test_a_number_is_found_by_its_value(text: str, expected: list[float]) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.4 lakh", [1.4, 140000]),
        ("₹10 lakh", [10, 1000000]),
        ("ten lakh", [10, 1000000]),
        ("2 crores", [2, 20000000]),
        ("$1.4 million", [1.4, 1400000]),
        ("two hundred thousand", [200, 200000]),
        ("two dozen", [2, 24]),
    ],
)
def test_a_scale_may_be_read_with_or_without(text: str, expected: list[float]) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2018–2019", [[2018], [2019]]),
        ("in 2018 500 people", [[2018], [500]]),
        ("50 000 to 62 500", [[50000], [62500]]),
        ("01/02/2024", [[1], [2], [2024]]),
        ("Call 01632 960 144, all 200 of you.", [[200]]),
        ("2018-2019", [[2018], [2019]]),
        ("$128,000 to $165,000", [[128000], [165000]]),
        ("10 to 12 lakh", [[10, 1000000], [12, 1200000]]),
        ("between three and four years", [[3], [4]]),
        ("ten lakh and three steps", [[10, 1000000], [3]]),
        ("April 23, 2024", [[23], [2024]]),
        ("4 of 5", [[4], [5]]),
    ],
)
def test_numbers_beside_each_other_stay_apart(text: str, expected: list[list[float]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "one of two ways",
        "a lot, often, someone, tension, weight, stone",
        "1. first\n2) second\n- 3. third",
        "GPT-4 and COVID-19",
        "C++17, word2vec, H1B, S3, k8s, 5G, 3D",
        "Python 3.11.2",
        "[here](https://example.org/2020)",
        "https://example.org/99",
        "<@123456789> <#42> <:wave:99>",
        "open 24/7",
        "+44 1632 960144, +441632960144 or 01632 960 144",
        "(555) 123-4567, 555-123-4567, 1-555-123-4567, +1 (555) 123-4567",
        "030/1234567, +49 (0)30 1234567, 06 12 34 56 78, 06.12.34.56.78, (020) 7946 0958",
        "01632\u00a0960\u00a0144",
        "from 9:30 to 17:00, on Fridays until 3 pm or 3.30 p.m.",
        "",
    ],
)
def test_what_counts_nothing_is_no_number(text: str) -> None:
    assert values(text) == []
