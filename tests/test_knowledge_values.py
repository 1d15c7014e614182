"""Values and keys that cannot be used: each is named as it is written, with what to write."""

import pytest

from bot.knowledge.loader import load_knowledge

ENTRY = "- {id: a, question: Q?, answer: A.}\n"
SOURCE = "- {id: s, title: S}\n"
PAY = "currency: USD, per: year, kind: top, source: s, label: L"
HUGE = f"1{'0' * 400}"


def figure(value: str) -> dict[str, str]:
    return {"sources.yaml": f"- {{id: s, title: S, figures: [{{value: {value}, what: W}}]}}"}


def pay(amount: str) -> dict[str, str]:
    return {"sources.yaml": SOURCE, "salaries.yaml": f"- {{id: p, {PAY}, {amount}}}"}


def entry(question: str = "Q?", answer: str = "A.") -> dict[str, str]:
    return {"faq/a.yaml": f'- {{id: a, question: "{question}", answer: "{answer}"}}'}


UNUSABLE = {
    "a capital in a key": (
        {"vocabulary.yaml": 'qualifiers: {"Region": {name: N, values: []}}'},
        "qualifiers: the key 'Region' is not lower-case words of a-z and 0-9 joined by hyphens; "
        "rename it, as in 'region'",
    ),
    "a blank in a key": (
        {"vocabulary.yaml": "qualifiers: {my region: {name: N, values: []}}"},
        "qualifiers: the key 'my region' is not lower-case words of a-z and 0-9 joined by hyphens; "
        "rename it, as in 'my-region'",
    ),
    "a long key": (
        {"vocabulary.yaml": f"qualifiers: {{{'x' * 61}: {{name: N, values: []}}}}"},
        "qualifiers: the key is 61 characters long; shorten it to 60",
    ),
    "a blank key": (
        {"vocabulary.yaml": "abbreviations: {' ': x}"},
        "abbreviations: a key is empty; write a word before the colon",
    ),
    "an id of other letters": (
        {"faq/a.yaml": "- {id: öffnungszeiten-café, question: Q?, answer: A.}"},
        "id: 'öffnungszeiten-café' is not lower-case words of a-z and 0-9 joined by hyphens; "
        "rename it, as in 'oeffnungszeiten-cafe'",
    ),
    "a huge figure": (figure(HUGE), "figures.value: must be a number of at most 15 digits (found"),
    "a figure below all": (figure("-1.0e+300"), "must be a number of at most 15 digits (found -1."),
    "no number": (figure(".nan"), "must be a number of at most 15 digits (found .nan)"),
    "a number that only YAML can write": (figure(f"0x{'f' * 9000}"), "at most 15 digits (found 0x"),
    "an infinite amount": (pay("amount: .inf"), "amount: must be a number of at most 15 digits"),
    "a huge amount": (pay(f"amount_min: 5, amount_max: {HUGE}"), "amount_max: must be a number of"),
    "a huge order": (
        {
            "skills.yaml": "groups: [{id: g, name: G}]\n"
            f"skills: [{{id: s, name: S, group: g, why: W, order: {HUGE}}}]"
        },
        "skills.order: must be a number of at most 15 digits",
    ),
    "an exponent": (
        figure("1e12"),
        "figures.value: must be a number of nothing but digits and a point, such as 12000 or 12.5, "
        "not '1e12'",
    ),
    "a decimal comma": (
        figure("12,50"),
        "figures: 50 is not a known field; write 12.50 for the number 12,50",
    ),
    "a decimal comma before a nought": (
        figure("12,08"),
        "figures.08: is not a known field; write 12.08 for the number 12,08",
    ),
    "a comma for thousands": (
        figure("12,500"),
        "figures: 500 is not a known field; write 12500 for the number 12,500",
    ),
    "a time of day as a date": (
        {"sources.yaml": "- {id: s, title: S, date: 2024-01-01 10:00:00}"},
        "date: must be a date such as 2024-05-31, without quotes, not 2024-01-01 10:00:00",
    ),
    "amounts from more to less": (
        pay("amount_min: 5, amount_max: 2"),
        "amount_min is above amount_max; swap them",
    ),
    "no amount": (pay("note: N"), "give either amount, or both amount_min and amount_max"),
    "a question of two lines": (
        entry(question="One\\nTwo"),
        "question: must be a single line; join its lines",
    ),
    "a label of two lines": (
        {
            "comparison.yaml": 'left: {name: "L\\nL"}\nright: {name: R}\n'
            "rows: [{id: r, aspect: A, left: L, right: R}]"
        },
        "left.name: must be a single line; join its lines",
    ),
    "an invisible question": (
        entry(question="\\u200b"),
        "question: holds nothing that can be seen; write some text",
    ),
    "an invisible answer": (
        entry(answer="\\u200d \\u2800\\u3164"),
        "answer: holds nothing that can be seen; write some text",
    ),
}


@pytest.mark.parametrize("case", UNUSABLE)
def test_what_cannot_be_used_is_worded_for_keepers(problems, case: str) -> None:
    files, expected = UNUSABLE[case]
    [problem] = problems({"faq/a.yaml": ENTRY} | files)

    assert expected in problem
    assert "{'" not in problem  # what was read of a mapping, as Python writes it
    assert len(problem) < 250


def test_a_number_of_too_many_digits_is_not_written_out(problems) -> None:
    [problem] = problems({"faq/a.yaml": ENTRY} | figure("1" * 5000))

    assert problem.startswith("sources.yaml:1: s: figures.value: YAML cannot read '1111")
    assert len(problem) < 200


def test_large_numbers_that_people_mean_are_fine(write_knowledge) -> None:
    folder = write_knowledge({"faq/a.yaml": ENTRY} | figure("999999999999999"))

    assert load_knowledge(folder).figures["s"] == (999999999999999,)


def test_keys_that_stand_twice_hide_nothing_else(problems) -> None:
    text = (
        "- id: C\n  question: 5\n  answer: A.\n  answer: B.\n"
        "- id: d\n  question: Q?\n  question: [x]\n  answer: D.\n  follow_ups: [nowhere]\n"
    )

    assert [line.partition("; ")[0] for line in problems({"faq/x.yaml": text})] == [
        "faq/x.yaml:4: C: answer: stands twice",
        "faq/x.yaml:7: d: question: stands twice",
        "faq/x.yaml:1: C: id: 'C' is not lower-case words of a-z and 0-9 joined by hyphens",
        "faq/x.yaml:2: C: question: put quotes around 5 (without them YAML reads no text)",
        "faq/x.yaml:7: d: question: must be text",
        "faq/x.yaml:9: d: follow_ups: there is no entry 'nowhere' in faq/*.yaml",
    ]


def test_a_key_that_is_no_text_is_told_beside_one_that_stands_twice(problems) -> None:
    vocabulary = "abbreviations:\n  ml: machine learning\n  ml: more love\n  7: seven\n"

    assert [
        line.partition(" (")[0]
        for line in problems({"faq/a.yaml": ENTRY, "vocabulary.yaml": vocabulary})
    ] == [
        "vocabulary.yaml:3: abbreviations.ml: stands twice; keep one",
        "vocabulary.yaml:4: abbreviations: put quotes around the key 7",
    ]


def test_what_yaml_cannot_read_is_told_once_and_hides_nothing_else(problems) -> None:
    text = "- {id: s, title: S, date: 2024-13-45}\n- {id: u, title: 5}\n"

    assert [
        line.partition("; ")[0] for line in problems({"faq/a.yaml": ENTRY, "sources.yaml": text})
    ] == [
        "sources.yaml:1: s: date: YAML cannot read '2024-13-45'",
        "sources.yaml:2: u: title: put quotes around 5 (without them YAML reads no text)",
    ]


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85"])
def test_characters_that_only_yaml_takes_for_a_line_end_are_blanks(
    write_knowledge, problems, character: str
) -> None:
    text = f"- id: a\n  question: So{character}what?\n  answer: |\n    One{character}two\n"
    [entry] = load_knowledge(write_knowledge({"faq/a.yaml": text})).entries

    assert (entry.question, entry.answer) == ("So what?", "One two")
    [problem] = problems({"faq/a.yaml": f"{text}  answr: A.\n"})
    assert problem.startswith("faq/a.yaml:5: a: answr: is not a known field")
