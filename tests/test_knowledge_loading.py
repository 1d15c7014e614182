"""Loading a knowledge folder: whole or not at all, every problem at once, with its line."""

import os
import re
from pathlib import Path

import pytest

from bot.errors import KnowledgeError
from bot.knowledge.files import KnowledgeFiles
from bot.knowledge.loader import build_knowledge, load_knowledge
from bot.knowledge.shipped import find_shipped_knowledge

ENTRY = "- {id: a, question: Q?, answer: A.}\n"
SOURCE = "- {id: guide, title: Guide}\n"


def test_nothing_but_entries_is_a_knowledge_base(write_knowledge) -> None:
    knowledge = load_knowledge(write_knowledge({"faq/a.yaml": ENTRY}))

    assert [entry.id for entry in knowledge.entries] == ["a"]
    assert knowledge.sources == ()
    assert list(knowledge.topics) == ["a"]


def test_every_field_of_an_entry_arrives(library: Path) -> None:
    knowledge = load_knowledge(library)
    entry = knowledge.entries_by_id["opening-hours"]

    assert entry.question == "When is the library open?"
    assert entry.utterances[0] == "opening hours"
    assert entry.answer == "**Every day from 9 to 17**, see `the door`."
    assert entry.sources == ("leaflet",)
    assert entry.follow_ups == ("membership", "borrowing")
    assert entry.topic == "library"
    assert knowledge.sources[0].date == "2024-05-06"
    assert knowledge.figures["leaflet"] == (9, 17, 12)


def test_the_same_content_has_the_same_version(write_knowledge) -> None:
    first = load_knowledge(write_knowledge({"faq/a.yaml": ENTRY}, "one"))
    same = load_knowledge(write_knowledge({"faq/a.yaml": ENTRY}, "two"))
    other = load_knowledge(write_knowledge({"faq/a.yaml": ENTRY + " "}, "three"))

    assert first.version == same.version != other.version


def test_what_is_no_knowledge_is_left_alone(write_knowledge) -> None:
    files = {
        "faq/a.yaml": ENTRY,
        "faq/deep/b.yml": "- {id: b, question: Q?, answer: B.}",
        "faq/notes.txt": ": not yaml [",
        "README.md": "# Notes",
        "other.yaml": "[",
        "faq/empty.yaml": "# nobody has written this yet\n",
    }
    knowledge = load_knowledge(write_knowledge(files))

    assert [entry.id for entry in knowledge.entries] == ["a", "b"]


def test_hidden_files_are_no_topics(write_knowledge) -> None:
    copies = {"faq/..2024_01/a.yaml": ENTRY, "faq/._a.yaml": b"\x00\x05", "faq/.a.yaml": "["}
    knowledge = load_knowledge(write_knowledge({"faq/A.YAML": ENTRY, **copies}))

    assert [entry.id for entry in knowledge.entries] == ["a"]


def test_linked_folders_are_read_once(write_knowledge, tmp_path: Path) -> None:
    folder = write_knowledge({"faq/a.yaml": ENTRY})
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "b.yaml").write_text("- {id: b, question: Q?, answer: B.}")
    (folder / "faq" / "linked").symlink_to(tmp_path / "shared")
    (folder / "faq" / "linked" / "back").symlink_to(folder / "faq")

    assert [entry.id for entry in load_knowledge(folder).entries] == ["a", "b"]


def test_a_file_name_that_is_not_utf_8_is_reported(write_knowledge) -> None:
    folder = write_knowledge({"faq/a.yaml": ENTRY})
    Path(os.fsdecode(bytes(folder / "faq") + b"/\xfb.yaml")).write_text(ENTRY)

    [problem] = KnowledgeFiles.read(folder).problems

    assert (problem.file, problem.what) == (
        r"faq/\udcfb.yaml",
        "has a name that is not UTF-8; rename it",
    )


@pytest.mark.parametrize("target", ["nowhere.yaml", "faq"])
def test_a_known_name_that_is_no_file_is_reported(write_knowledge, target: str) -> None:
    folder = write_knowledge({"faq/a.yaml": ENTRY})
    (folder / "sources.yaml").symlink_to(target)

    with pytest.raises(KnowledgeError, match=r"sources\.yaml: is no file"):
        load_knowledge(folder)


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such files")
@pytest.mark.parametrize("thing", ["pipe", "link to a device", "link to nowhere", "folder"])
@pytest.mark.parametrize("name", ["faq/b.yaml", "faq/deep/b.yml", "sources.yaml"])
def test_what_is_named_as_a_file_and_is_none_is_reported(
    write_knowledge, thing: str, name: str
) -> None:
    path = write_knowledge({"faq/a.yaml": ENTRY, "faq/deep/c.yaml": ""}) / name
    if thing == "pipe":
        os.mkfifo(path)
    elif thing == "folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero" if "device" in thing else "/nowhere")

    with pytest.raises(KnowledgeError, match=rf"^{re.escape(name)}: is no file"):
        load_knowledge(path.parents[name.count("/")])


def test_locks_of_editors_are_left_alone(write_knowledge) -> None:
    folder = write_knowledge({"faq/a.yaml": ENTRY})
    (folder / "faq" / ".#a.yaml").symlink_to("fern@garden.4711:1732")

    assert [entry.id for entry in load_knowledge(folder).entries] == ["a"]


def test_files_that_are_too_large_together_are_one_problem(write_knowledge) -> None:
    folder = write_knowledge({"faq/a.yaml": "- {id: a, question: Q?, answer: A., sources: [x]}"})
    for number in range(3):
        (folder / "faq" / f"dump-{number}.yaml").touch()
        os.truncate(folder / "faq" / f"dump-{number}.yaml", 30 * 2**20)

    with pytest.raises(KnowledgeError) as caught:
        load_knowledge(folder)
    [problem] = caught.value.problems
    assert "over 64 MB together" in problem


def test_files_that_are_too_large_together_hide_no_problem_before(problems) -> None:
    first, second = problems(
        {"faq/a.yaml": "x" * (33 * 2**20)}
        | {f"faq/dump-{number}.yaml": "x" * (30 * 2**20) for number in range(3)}
    )

    assert first.startswith("faq/a.yaml: is over 32 MB")
    assert "over 64 MB together" in second


def test_a_byte_order_mark_and_windows_lines_are_fine(write_knowledge) -> None:
    text = "\ufeff- id: a\r\n  question: Q?\r\n  answer: |\r\n    One\r\n    Two\r\n"
    knowledge = load_knowledge(write_knowledge({"faq/a.yaml": text}))

    assert knowledge.entries_by_id["a"].answer.splitlines() == ["One", "Two"]


BROKEN_ENTRIES = {
    "no id": ("- question: Q?\n  answer: A.", r"1: item 1: id: is missing; add it"),
    "no question": ("- id: a\n  answer: A.", r"1: a: question: is missing"),
    "no answer": ("- id: a\n  question: Q?", r"1: a: answer: is missing"),
    "empty answer": ("- id: a\n  question: Q?\n  answer:", r"3: a: answer: is empty; write"),
    "blank answer": ("- id: a\n  question: Q?\n  answer: ' '", r"3: a: answer: is empty"),
    "answer is a boolean": ("- id: a\n  question: Q?\n  answer: yes", r"3: a: answer: put quotes"),
    "answer is a number": ("- id: a\n  question: Q?\n  answer: 42", r"3: .*put quotes around 42"),
    "phrasing is no": (
        "- id: a\n  question: Q?\n  answer: A.\n  utterances: [no]",
        r"4: .*quotes around no ",
    ),
    "answer is a list": ("- id: a\n  question: Q?\n  answer: [x]", r"3: a: answer: must be text"),
    "long answer": (
        f"- id: a\n  question: Q?\n  answer: {'x' * 1501}",
        r"3: a: answer: is 1501 characters long; shorten it to 1500",
    ),
    "long question": (
        f"- id: a\n  question: {'x' * 81}\n  answer: A.",
        r"2: a: question: is 81 characters long; shorten it to 80",
    ),
    "capital id": ("- id: MyEntry\n  question: Q?\n  answer: A.", r"1: .*'MyEntry' is not lower"),
    "spaced id": ("- id: my entry\n  question: Q?\n  answer: A.", r"1: .*is not lower-case"),
    "number as id": ("- id: 7\n  question: Q?\n  answer: A.", r"1: .*put quotes around 7"),
    "unknown field": (
        "- id: a\n  question: Q?\n  answer: A.\n  utterence: [x]",
        r"4: a: utterence: is not a known field; did you mean utterances\?",
    ),
    "a field of another name": (
        "- id: a\n  question: Q?\n  answer: A.\n  phrasings: [x]",
        r"4: a: phrasings: is not a known field; known are id, question, utterances, answer,",
    ),
    "a value of a type it cannot be": (
        "- id: a\n  question: Q?\n  answer: !!bool maybe",
        r"3: a: answer: YAML cannot read 'maybe'; mend it",
    ),
    "utterance is a mapping": (
        "- id: a\n  question: Q?\n  answer: A.\n  utterances:\n  - fine\n  - how: now",
        r"6: a: utterances: must be text; put quotes around it",
    ),
    "utterance is a date": (
        "- id: a\n  question: Q?\n  answer: A.\n  utterances: [2024-01-01]",
        r"4: a: utterances: put quotes around 2024-01-01 ",
    ),
    "utterance is a time": (
        "- id: a\n  question: Q?\n  answer: A.\n  utterances: [9:30]",
        r"4: a: utterances: put quotes around 9:30 ",
    ),
    "utterances are text": (
        "- id: a\n  question: Q?\n  answer: A.\n  utterances: hello",
        r"4: a: utterances: must be a list",
    ),
    "too many follow-ups": (
        "- id: a\n  question: Q?\n  answer: A.\n  follow_ups: [b, c, d, e, f, g]\n"
        + "\n".join(f"- {{id: {i}, question: Q?, answer: A.}}" for i in "bcdefg"),
        r"4: a: follow_ups: holds 6 items; keep at most 5",
    ),
    "a mapping for a list": ("id: a\nquestion: Q?\nanswer: A.", r"1: must be a list"),
    "text for a list": ("hello", r"1: must be a list"),
    "text for an entry": (
        "- hello",
        r"1: item 1: must be key: value lines \(id, question, .*\), not text",
    ),
    "a key twice": (
        "- id: a\n  question: Q?\n  answer: A.\n  answer: B.",
        r"4: a: answer: stands twice; keep one",
    ),
    "a key that is a list": ("- ? [a]\n  : b", r"1: a key must be a word"),
    "an impossible date": (
        "- id: a\n  question: Q?\n  answer: 2024-13-45",
        r"3: a: answer: YAML cannot read '2024-13-45'; mend it, or put quotes around what is text",
    ),
    "a long value that it cannot be": (
        "- id: a\n  question: Q?\n  answer: !!bool perhaps on days when the sun shines all day",
        r"3: a: answer: YAML cannot read 'perhaps on days when the sun shines all day'; mend it",
    ),
    "an unknown source": (
        "- id: a\n  question: Q?\n  answer: A.\n  sources: [guide, nowhere]",
        r"4: a: sources: there is no source 'nowhere' in sources.yaml",
    ),
    "an unknown follow-up": (
        "- id: a\n  question: Q?\n  answer: A.\n  follow_ups: [nowhere]",
        r"4: a: follow_ups: there is no entry 'nowhere'",
    ),
    "itself as follow-up": (
        "- id: a\n  question: Q?\n  answer: A.\n  follow_ups: [a]",
        r"4: a: follow_ups: an entry cannot follow itself",
    ),
    "a follow-up twice": (
        "- {id: b, question: Q?, answer: B.}\n"
        "- id: a\n  question: Q?\n  answer: A.\n  follow_ups: [b, b, b]",
        r"5: a: follow_ups: 'b' stands twice; remove one",
    ),
    "a source twice": (
        "- id: a\n  question: Q?\n  answer: A.\n  sources: [guide, guide]",
        r"4: a: sources: 'guide' stands twice; remove one",
    ),
    "an id twice": (f"{ENTRY}{ENTRY}", r"2: a: id: the id 'a' is already used"),
}


@pytest.mark.parametrize("case", BROKEN_ENTRIES)
def test_a_broken_entry_is_reported_with_its_line(problems, case: str) -> None:
    text, expected = BROKEN_ENTRIES[case]
    [problem] = problems({"faq/a.yaml": text, "sources.yaml": SOURCE})

    assert re.match(rf"faq/a\.yaml:{expected}", problem)


START = "- id: a\n  question: "

UNREADABLE_TEXTS = {
    "a tab": ("- id: a\n\tquestion: Q?", 2, "a tab; indent with blanks"),
    "a colon in text": (f"{START}So: what: now?\n  answer: A.", 2, "a colon inside text, or more"),
    "more indentation": (f"{START}Q?\n    answer: A.", 3, "a colon inside text, or more"),
    "less indentation": (f"{START}Q?\n answer: A.", 3, "this line is indented neither like"),
    "an open quote": (f'{START}"Q?\n  answer: A.', 2, "opens here is never closed"),
    "a quote closed by the next": (
        f'{START}"Q?\n  answer: A.\n- id: b\n  question: "Q?"\n  answer: B.',
        2,
        "the quotation mark that opens here is closed only in line 5",
    ),
    "text behind a quote": (f'{START}"Why" not?\n  answer: A.', 2, "text goes on behind the quot"),
    "an apostrophe in quotes": (f"{START}'What's up?'\n  answer: A.", 2, "text goes on behind"),
    "two quotes": (f'{START}"So" "what"\n  answer: A.', 2, "text goes on behind the quotation"),
    "bold text": (f"{START}Q?\n  answer: **A.** B.", 3, "starts with * means something else"),
    "an italic word": (f"{START}Q?\n  answer: *A*", 3, "starts with * means something else"),
    "an alias": (f"{START}Q?\n  answer: *A", 3, "starts with * means something else in YAML"),
    "a name": (f"{START}@you\n  answer: A.", 2, "starts with @ means something else in YAML"),
    "an exclamation mark": (f"{START}!Q\n  answer: A.", 2, "starts with ! means something else"),
    "an unknown tag": ("- !!python/object:os.system {}", 1, "starts with ! means something else"),
    "an open bracket": (
        f"{START}Q?\n  follow_ups: [b, c\n  answer: A.",
        3,
        "the [ that opens here is never closed; close it with ]",
    ),
    "a bracket in a line": ("[a [b]", 1, "a comma or the closing ] is missing"),
    "text in brackets": (f"{START}[Yes] no\n  answer: A.", 2, "where text starts with [ or {"),
    "text that is not indented": (
        f"{START}Q?\n  answer: |\nA.\n\nB.",
        4,
        "this line has no key; write `key: value`, or indent it further",
    ),
    "text behind a bar": (f"{START}Q?\n  answer: | A.", 3, "the text belongs below the |"),
    "two documents": (f"{ENTRY}---\n{ENTRY}", 2, "--- begins a second document; take it out"),
    "a control character": (f"{START}Q\a?\n  answer: A.", 2, "not allowed; take it out"),
}


@pytest.mark.parametrize("case", UNREADABLE_TEXTS)
def test_what_is_no_yaml_is_reported_where_it_starts(problems, case: str) -> None:
    text, line, expected = UNREADABLE_TEXTS[case]
    [problem] = problems({"faq/a.yaml": text})

    assert problem.startswith(f"faq/a.yaml:{line}: not valid YAML: ")
    assert expected in problem


BROKEN_FILES = {
    "sources.yaml": ("- {id: guide}", r"1: guide: title: is missing"),
    "vocabulary.yaml": ("synonyms:\n- [pay]", r"2: item 1: synonyms: "),
    "salaries.yaml": (
        "- {id: s, currency: usd, amount: 5, per: year, kind: average, source: guide, label: L}",
        r"1: s: currency: ",
    ),
    "skills.yaml": (
        "groups: [{id: g, name: G}]\nskills: [{id: s, name: S, group: nowhere, why: W}]",
        r"2: s: skills.group: there is no group 'nowhere'",
    ),
    "paths.yaml": (
        "paths: [{id: p, name: P, summary: S}]\nquiz:\n  intro: I\n  questions:\n"
        "  - {id: q, question: Q, choices: [{label: A, scores: {x: 1}}, {label: B, scores: {}}]}",
        r"5: q: quiz.questions.choices.scores: there is no path 'x'",
    ),
    "comparison.yaml": ("left: {name: L}\nright: {name: R}\nrows: []", r"3: rows: "),
    "roadmap.yaml": (
        "starts: [{id: s, name: S}]\nsteps: [{id: t, title: T, text: X, for: [nobody]}]",
        r"2: t: steps.for: there is no start 'nobody'",
    ),
    "small_talk.yaml": ("- {id: hi, utterances: [], reply: Hi}", r"1: hi: utterances: "),
    "gaps.yaml": (
        "- {id: g, utterances: [x], missing: M, nearest: [nowhere]}",
        r"1: g: nearest: there is no entry 'nowhere'",
    ),
}


@pytest.mark.parametrize("name", BROKEN_FILES)
def test_every_other_file_is_validated_too(problems, name: str) -> None:
    text, expected = BROKEN_FILES[name]
    found = problems({"faq/a.yaml": ENTRY, "sources.yaml": SOURCE, name: text})

    assert len(found) == 1
    assert re.match(rf"{re.escape(name)}:{expected}", found[0])


POINTERS = {
    "salaries.yaml": (
        "- {id: s, currency: USD, amount: 5, per: year, kind: average, source: nowhere, label: L,\n"
        "   entry: nowhere}",
        ["s: source: no source", "s: entry: no entry"],
    ),
    "skills.yaml": (
        "groups: [{id: g, name: G}]\nskills:\n  - {id: s, name: S, group: g, why: W, order: 1,\n"
        "     sources: [nowhere], entry: nowhere, paths: [nowhere]}",
        [
            "s: skills.sources: no source",
            "s: skills.entry: no entry",
            "s: skills.paths: no path",
        ],
    ),
    "paths.yaml": (
        "paths:\n  - {id: p, name: P, summary: S, sources: [nowhere], entry: nowhere,\n"
        "     next_steps: [nowhere]}",
        [
            "p: paths.sources: no source",
            "p: paths.entry: no entry",
            "p: paths.next_steps: no entry",
        ],
    ),
    "comparison.yaml": (
        "left: {name: L, entry: nowhere}\nright: {name: R, entry: nowhere}\nrows:\n"
        "  - {id: r, aspect: A, left: L, right: R, sources: [nowhere], entry: nowhere}",
        [
            "left.entry: no entry",
            "right.entry: no entry",
            "r: rows.sources: no source",
            "r: rows.entry: no entry",
        ],
    ),
    "roadmap.yaml": (
        "starts: [{id: s, name: S}]\nsteps:\n  - {id: t, title: T, text: X, done_for: [nowhere],\n"
        "     sources: [nowhere], entry: nowhere, skills: [nowhere]}",
        [
            "t: steps.done_for: no start",
            "t: steps.sources: no source",
            "t: steps.entry: no entry",
            "t: steps.skills: no skill",
        ],
    ),
    "small_talk.yaml": (
        "- {id: hi, utterances: [hi], reply: Hi, suggestions: [nowhere]}",
        ["hi: suggestions: no entry"],
    ),
}


@pytest.mark.parametrize("name", POINTERS)
def test_every_id_that_names_nothing_is_reported(problems, name: str) -> None:
    text, expected = POINTERS[name]
    found = problems({"faq/a.yaml": ENTRY, "sources.yaml": SOURCE, name: text})

    worded = [re.sub(r"there is (no \w+) 'nowhere' in .*", r"\1", line) for line in found]
    assert [line.partition(" ")[2] for line in worded] == expected


@pytest.mark.parametrize("name", BROKEN_FILES)
@pytest.mark.parametrize("text", ["", "[", "just text", "- - - x", "{a: 1}", "- 1", "null"])
def test_no_content_of_a_file_is_a_traceback(write_knowledge, name: str, text: str) -> None:
    folder = write_knowledge({"faq/a.yaml": ENTRY, name: text})

    with pytest.raises(KnowledgeError, match=re.escape(name)):
        load_knowledge(folder)


def test_faults_of_keys_and_values_are_worded_for_keepers(problems) -> None:
    vocabulary = (
        "abbreviations:\n  on: a\n  no: number\n  7: one\n  '': x\nsynonyms:\n  - a, b\n  - [c]\n"
        "qualifiers:\n  1: {name: N, values: []}\n  2: {name: N, strict: maybe, values: [x]}"
    )
    sources = "- {id: s, title: S, date: 3 May 2024, figures: [120, {value: '9', what: W}]}"
    pay = "- {id: p, amount: '1,000', currency: usd, per: yr, kind: top, source: s, label: L}"
    files = {"vocabulary.yaml": vocabulary, "sources.yaml": sources, "salaries.yaml": pay}
    found = problems({"faq/a.yaml": ENTRY, **files})

    for line in (
        "vocabulary.yaml:2: abbreviations: put quotes around the key on (",
        "vocabulary.yaml:3: abbreviations: put quotes around the key no (",
        "vocabulary.yaml:4: abbreviations: put quotes around the key 7 (",
        "vocabulary.yaml:5: abbreviations: a key is empty; write a word",
        "vocabulary.yaml:7: item 1: synonyms: must be a list (lines that start with '- ', or",
        "vocabulary.yaml:8: item 2: synonyms: holds 1 item; it needs at least 2",
        "vocabulary.yaml:10: qualifiers: put quotes around the key 1 (",
        "vocabulary.yaml:11: qualifiers: put quotes around the key 2 (",
        "vocabulary.yaml:11: qualifiers.strict: must be true or false, not 'maybe'",
        "sources.yaml:1: s: date: must be a date such as 2024-05-31, without quotes, not '3 May",
        "sources.yaml:1: s: figures: must be key: value lines (value, what), not 120",
        "sources.yaml:1: s: figures.value: must be a number of nothing but digits and a point",
        "salaries.yaml:1: p: amount: must be a number of nothing but digits and a point, such",
        "salaries.yaml:1: p: currency: must be a code of three capitals such as USD, not 'usd'",
        "salaries.yaml:1: p: per: must be 'year', 'month', 'week', 'day' or 'hour', not 'yr'",
    ):
        assert [problem for problem in found if problem.startswith(line)], line
    assert len(found) == 16


@pytest.mark.parametrize("key", ["1.5", "2024-01-01", "~", ".nan", "12345678901234567890"])
def test_a_key_that_is_no_text_is_named_as_it_is_written(problems, key: str) -> None:
    vocabulary = f"abbreviations:\n  ml: machine learning\n  {key}: x\n"
    [problem] = problems({"faq/a.yaml": ENTRY, "vocabulary.yaml": vocabulary})

    assert problem.startswith(f"vocabulary.yaml:3: abbreviations: put quotes around the key {key} ")


def test_a_key_that_is_no_text_is_no_field(problems) -> None:
    [problem] = problems({"faq/a.yaml": "- id: a\n  question: Q?\n  answer: A.\n  7: x"})

    assert problem.startswith("faq/a.yaml:4: a: 7 is not a known field; known are id, question,")


def test_values_used_again_and_again_are_not_written_out(problems) -> None:
    levels = ["- &l0 [x, x, x, x, x, x, x, x, x, x]"]
    levels += [f"- &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]" for n in range(1, 12)]
    found = problems({"faq/a.yaml": ENTRY, "salaries.yaml": "\n".join([*levels, "- {per: *l11}"])})

    assert max(map(len, found)) < 500


def test_merged_keys_may_be_written_anew(write_knowledge) -> None:
    text = "- &a {id: a, question: Q?, answer: A.}\n- &b {<<: *a, id: b}\n- {<<: *b, id: c}\n"

    assert len(load_knowledge(write_knowledge({"faq/a.yaml": text})).entries) == 3


def test_everything_wrong_in_all_files_is_reported_at_once(problems) -> None:
    files = {
        "faq/a.yaml": "- id: a\n  question: Q?\n- id: b\n  answer: 7\n",
        "faq/b.yaml": "- id: c\n  question: [",
        "faq/c.yaml": b"- id: d\n  question: \xff",
        "sources.yaml": "- {id: guide}\n- {id: Other, title: T}",
        "vocabulary.yaml": "synonym: []",
    }
    found = problems(files)

    assert [line.split(": ")[0] for line in found] == [
        "faq/a.yaml:1",
        "faq/a.yaml:3",
        "faq/a.yaml:4",
        "faq/b.yaml:2",
        "faq/c.yaml:2",
        "sources.yaml:1",
        "sources.yaml:2",
        "vocabulary.yaml:1",
    ]


def test_ids_are_checked_though_their_entries_have_other_faults(problems) -> None:
    text = (
        "- {id: a, question: 7, answer: A., follow_ups: [nowhere, b]}\n"
        "- {id: b, question: Q?, answer: B., follow_ups: [a]}\n"
        "- {id: b, question: Q?, answer: B., sources: [paper]}\n"
        "- just text\n"
    )

    assert [re.sub(r"; .*| \(.*", "", line) for line in problems({"faq/a.yaml": text})] == [
        "faq/a.yaml:1: a: question: put quotes around 7",
        "faq/a.yaml:4: item 4: must be key: value lines",
        "faq/a.yaml:3: b: id: the id 'b' is already used",
        "faq/a.yaml:1: a: follow_ups: there is no entry 'nowhere' in faq/*.yaml",
        "faq/a.yaml:3: b: sources: there is no source 'paper' in sources.yaml, as there is no such "
        "file",
    ]


def test_entries_without_an_id_are_not_said_to_share_one(problems) -> None:
    found = problems({"faq/a.yaml": "- question: Q?\n", "faq/b.yaml": "- text\n- {id: 7}\n"})

    assert not [line for line in found if "already used" in line]


UNKNOWN_IDS = {
    "salaries.yaml": (
        "- {id: s, amount: 5, currency: USD, per: year, kind: top, source: nowhere, level: boss}",
        "s: label: is missing; add it",
        "s: source: there is no source 'nowhere' in sources.yaml",
        "s: level: there is no level 'boss' in vocabulary.yaml (qualifiers, level)",
    ),
    "skills.yaml": (
        "groups: [{id: g, name: 5}]\nskills: [{id: s, name: S, group: h, why: W, paths: [p, p]}]",
        "g: groups.name: put quotes around 5 (without them YAML reads no text)",
        "s: skills.group: there is no group 'h' in skills.yaml",
        "s: skills.paths: 'p' stands twice",
        "s: skills.paths: there is no path 'p' in paths.yaml",
    ),
    "paths.yaml": (
        "paths: [{id: p, name: P, summary: 5, next_steps: [a, a]}]\n"
        "quiz:\n  intro: I\n  questions: "
        "[{id: q, question: Q, choices: [{label: A, scores: {x: 1}}]}]",
        "p: paths.summary: put quotes around 5 (without them YAML reads no text)",
        "q: quiz.questions.choices: holds 1 item",
        "p: paths.next_steps: 'a' stands twice",
        "q: quiz.questions.choices.scores: there is no path 'x' in paths.yaml",
    ),
    "comparison.yaml": (
        "left: {name: L, entry: nowhere}\nright: {}\nrows: [{id: r, aspect: A, left: L, right: R}]",
        "right.name: is missing; add it",
        "left.entry: there is no entry 'nowhere' in faq/*.yaml",
    ),
    "roadmap.yaml": (
        "starts: [{id: s, name: S}]\nsteps: [{id: t, title: T, text: X, for: [u], time: 5}]",
        "t: steps.time: put quotes around 5 (without them YAML reads no text)",
        "t: steps.for: there is no start 'u' in roadmap.yaml",
    ),
    "small_talk.yaml": (
        "- {id: hi, utterances: [], reply: Hi, suggestions: [a, a, nowhere]}\n- just text",
        "hi: utterances: holds 0 items",
        "item 2: must be key: value lines (id, utterances, reply, suggestions), not text",
        "hi: suggestions: 'a' stands twice",
        "hi: suggestions: there is no entry 'nowhere' in faq/*.yaml",
    ),
    "gaps.yaml": (
        "- {id: g, utterances: [x], missing: M, nearest: [a, a]}\n- {nearest: [nowhere]}",
        "item 2: id: is missing; add it",
        "item 2: utterances: is missing; add it",
        "item 2: missing: is missing; add it",
        "g: nearest: 'a' stands twice",
        "item 2: nearest: there is no entry 'nowhere' in faq/*.yaml",
    ),
}


@pytest.mark.parametrize("name", UNKNOWN_IDS)
def test_ids_are_checked_though_other_things_in_their_file_are_at_fault(
    problems, name: str
) -> None:
    text, *expected = UNKNOWN_IDS[name]
    found = problems({"faq/a.yaml": ENTRY, "sources.yaml": SOURCE, name: text})

    assert [re.sub(r"^\S+?:\d+: |; (correct|remove|it needs) .*", "", p) for p in found] == expected


def test_ids_may_be_those_of_files_with_other_faults(problems) -> None:
    entry = "- {id: a, question: Q?, answer: A., sources: [guide]}"
    sources = "- {id: guide, title: 5}"

    assert len(problems({"faq/a.yaml": entry, "sources.yaml": sources})) == 1
    assert len(problems({"faq/a.yaml": entry, "sources.yaml": "guide"})) == 1


def test_nothing_is_said_to_be_missing_while_a_topic_cannot_be_read(problems) -> None:
    leading = "- {id: a, question: Q?, answer: A., follow_ups: [c]}\n"
    broken = "- id: c\n  question: ["

    assert [line.split(": ")[0] for line in problems({"faq/a.yaml": leading})] == ["faq/a.yaml:1"]
    found = problems({"faq/a.yaml": leading, "faq/c.yaml": broken})
    assert [line.split(": ")[0] for line in found] == ["faq/c.yaml:2"]


@pytest.mark.parametrize("name", ["sources.yaml", "skills.yaml", "paths.yaml", "vocabulary.yaml"])
def test_a_file_that_cannot_be_read_is_reported_once(name: str) -> None:
    files = KnowledgeFiles.read(find_shipped_knowledge()).contents

    with pytest.raises(KnowledgeError) as caught:
        build_knowledge({**files, name: b"x: [\n" + files[name]})

    assert [problem.split(":")[0] for problem in caught.value.problems] == [name]


def test_a_source_without_any_file_of_sources_is_said_to_miss_that(problems) -> None:
    [problem] = problems({"faq/a.yaml": "- {id: a, question: Q?, answer: A., sources: [guide]}"})

    assert "there is no source 'guide' in sources.yaml, as there is no such file; cor" in problem


def test_an_id_used_in_two_files_names_both_places(problems) -> None:
    [problem] = problems({"faq/a.yaml": ENTRY, "faq/b.yaml": f"# b\n{ENTRY}"})

    assert problem.startswith("faq/b.yaml:2: a: id: the id 'a' is already used (faq/a.yaml")


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"README.md": "x"}, "holds no faq/*.yaml file"),
        ({"faq/a.txt": "x"}, "holds no faq/*.yaml file"),
    ],
)
def test_a_folder_without_entries_says_what_it_needs(problems, files, words: str) -> None:
    [problem] = problems(files)

    assert words in problem


def test_a_folder_that_does_not_exist_says_so(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="is not a folder"):
        load_knowledge(tmp_path / "nowhere")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
@pytest.mark.parametrize("name", ["faq/a.yaml", "faq/more"])
def test_what_may_not_be_read_is_named(write_knowledge, name: str) -> None:
    folder = write_knowledge({"faq/a.yaml": ENTRY, "faq/more/b.yaml": ""})
    (folder / name).chmod(0)

    with pytest.raises(KnowledgeError, match=rf"{re.escape(name)}: cannot be read"):
        load_knowledge(folder)


def test_deep_nesting_is_a_problem_and_no_crash(problems) -> None:
    [problem] = problems({"faq/a.yaml": "[" * 100_000})

    assert problem.startswith("faq/a.yaml")


def test_a_huge_file_is_refused(write_knowledge) -> None:
    folder = write_knowledge({"faq/a.yaml": ENTRY})
    with (folder / "faq" / "b.yaml").open("wb") as file:
        file.truncate(33 * 1024 * 1024)

    with pytest.raises(KnowledgeError, match="over 32 MB"):
        load_knowledge(folder)


@pytest.mark.parametrize(
    "url", ["www.example.org/faq", "//example.org", "https://example.org/a page", "https://"]
)
def test_an_address_that_makes_no_link_is_reported(problems, url: str) -> None:
    text = f"- id: guide\n  title: Guide\n  url: {url}\n"
    [problem] = problems({"faq/a.yaml": ENTRY, "sources.yaml": text})

    assert problem.startswith("sources.yaml:3: guide: url: must be a whole web address")


def test_an_amount_from_more_to_less_is_reported(problems) -> None:
    text = (
        "- {id: s, amount_min: 10, amount_max: 5, currency: USD, per: year, kind: range, "
        "source: guide, label: L}"
    )
    [problem] = problems({"faq/a.yaml": ENTRY, "sources.yaml": SOURCE, "salaries.yaml": text})

    assert problem.startswith("salaries.yaml:1: s: amount_min is above amount_max; swap them")


def test_two_questions_of_the_quiz_with_one_id_are_reported(problems) -> None:
    question = (
        "  - {id: q, question: Q, choices: "
        "[{label: A, scores: {p: 1}}, {label: B, scores: {p: 2}}]}\n"
    )
    head = "paths: [{id: p, name: P, summary: S}]\nquiz:\n  intro: I\n  questions:\n"
    [problem] = problems({"faq/a.yaml": ENTRY, "paths.yaml": f"{head}{question}{question}"})

    assert problem.startswith("paths.yaml:6: q: quiz.questions.id: the id 'q' stands twice")


def test_values_of_a_qualifier_are_checked_against_the_vocabulary(problems) -> None:
    figure = "amount: 5, currency: USD, per: year, kind: average, source: guide, label: L"
    found = problems(
        {
            "faq/a.yaml": ENTRY,
            "sources.yaml": SOURCE,
            "salaries.yaml": f"- {{id: s, {figure}, region: mars}}\n"
            f"- {{id: t, {figure}, level: boss}}\n- {{id: u, {figure}, level: junior}}",
            "vocabulary.yaml": "qualifiers: {level: {name: level, values: "
            "[{id: junior, name: junior, words: [junior]}]}}",
        }
    )

    assert [line.split("; ")[0] for line in found] == [
        "salaries.yaml:1: s: region: there is no region 'mars' in vocabulary.yaml "
        "(qualifiers, region)",
        "salaries.yaml:2: t: level: there is no level 'boss' in vocabulary.yaml "
        "(qualifiers, level)",
    ]
