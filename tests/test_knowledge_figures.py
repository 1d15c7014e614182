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
        ("2½ Stunden", [2.5]),
        ("2 ½ hours", [2.5]),
        ("¾", [0.75]),
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
        ("1,5 Mio. €", [1.5, 1500000]),
        ("1,5 Millionen", [1.5, 1500000]),
        ("2 Mrd.", [2, 2000000000]),
        ("80 Tausend", [80, 80000]),
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
        ("in March 20 people came, 5 may be late", [[20], [5]]),
        ("By March 20 people came, by May 20 or 30 people", [[20], [20], [30]]),
        ("on March 14 million people, until May 5% of them", [[14, 14000000], [5]]),
        ("on March 14-day notice, by May 20+ of us", [[14], [20]]),
        ("It takes 2.5. Then 12.50. So", [[2.5], [12.5]]),
        ("1 bis 2 Millionen", [[1, 1000000], [2, 2000000]]),
        ("Call 01632 960 144, all 200 of you.", [[200]]),
        ("2018-2019", [[2018], [2019]]),
        ("$128,000 to $165,000", [[128000], [165000]]),
        ("10 to 12 lakh", [[10, 1000000], [12, 1200000]]),
        ("between three and four years", [[3], [4]]),
        ("ten lakh and three steps", [[10, 1000000], [3]]),
        ("since 2018, in May 2024", [[2018], [2024]]),
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
        "19.30 Uhr, 18 Uhr, 9 bis 17 Uhr, 14.30–16.15 Uhr, à 18h30",
        "2027-03-14, 14.03.2027, 14.3.2027 and 01/02/2024",
        "14. März 2027, 14 March 2027, March 14, 2027 and 14th of March",
        "on March 14 at 9:30, by March 14 you must, until May 5 and on May 6 from 3 pm (on May 7)",
        "on March 14, 2–10 July, 3. bis 5. Mai, 1er mai 2027, Sept. 5th",
        "am 14.3. um acht, vom 02.07. bis 10.07.2027, am 14.3.",
        "from 9:30 to 17:00, on Fridays until 3 pm or 3.30 p.m.",
        "",
    ],
)
def test_what_counts_nothing_is_no_number(text: str) -> None:
    assert values(text) == []
