"""What `check` finds in knowledge that loads, and how the command shows it."""

import json
import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.knowledge.checks import CheckReport, check_folder
from bot.knowledge.loader import ParsedFolder
from bot.knowledge.reachability import find_core, reach, reverse
from bot.knowledge.summary import examine, summarise

SOURCES = """\
- {id: guide, title: The 7 Steps, date: 2024-05-06, figures: [{value: 128000, what: pay}]}
- {id: article, title: Article, figures: [{value: 1.4, what: lakh}, {value: 10, what: growth}]}
"""
Check = Callable[..., CheckReport]


@pytest.fixture
def check(write_knowledge) -> Check:
    def run(**files: str) -> CheckReport:
        named = {f"{stem.replace('__', '/')}.yaml": text for stem, text in files.items()}
        folder = write_knowledge({"sources.yaml": SOURCES} | named)
        parsed = ParsedFolder.read(folder)
        assert [parsed.describe(problem) for problem in parsed.problems] == []
        return check_folder(parsed)

    return run


def entry(text: str, sources: str = "[guide]", name: str = "a") -> str:
    return (
        f"- id: {name}\n  question: Q {name}?\n  answer: {json.dumps(text)}\n  sources: {sources}\n"
    )


class TestFigures:
    @pytest.mark.parametrize(
        ("text", "sources"),
        [
            ("About $128,000, or 128k.", "[guide]"),
            ("Grew tenfold to $1.4 lakh.", "[article]"),
            ("From 128k, ten times.", "[guide, article]"),
            ("See The 7 Steps of 2024-05-06.", "[guide]"),
            ("One or two ways:\n1. this\n2. that", "[]"),
        ],
    )
    def test_a_supported_figure_is_fine(self, check: Check, text: str, sources: str) -> None:
        assert check(faq__a=entry(text, sources)).errors == ()

    @pytest.mark.parametrize(
        ("text", "sources", "words"),
        [
            ("About $129,000.", "[guide]", ["states 129,000", "guide does not support"]),
            ("Grew tenfold.", "[guide]", ["states tenfold"]),
            ("About $128,000.", "[article]", ["128,000", "article"]),
            ("About $128,000.", "[]", ["names no source"]),
            ("Five and 6 and 7 and five.", "[article]", ["states 6, 7, Five, five,"]),
        ],
    )
    def test_an_unsupported_figure_is_an_error(
        self, check: Check, text: str, sources: str, words: list[str]
    ) -> None:
        [error] = check(faq__a=entry(text, sources)).errors

        assert error.startswith("faq/a.yaml:3: a: answer: states ")
        assert all(word in error for word in words)

    @pytest.mark.parametrize(
        ("file", "text", "place"),
        [
            (
                "salaries",
                "- {id: s, amount: 9, currency: USD, per: year, kind: average, source: guide,\n"
                "   label: Pay}",
                "salaries.yaml:1: s: amount",
            ),
            (
                "salaries",
                "- {id: s, amount: 128000, currency: USD, per: year, kind: average,\n"
                "   source: guide, label: Pay, note: or 130k}",
                "salaries.yaml:2: s: note",
            ),
            (
                "skills",
                "groups: [{id: g, name: G}]\nskills:\n"
                "  - {id: s, name: S, group: g, why: in 9 of 10 posts, sources: [article]}",
                "skills.yaml:3: s: skills.why",
            ),
            (
                "paths",
                "paths:\n  - {id: p, name: P, summary: S, sources: [guide],\n"
                "     focus: [fine, 3 tools]}",
                "paths.yaml:3: p: paths.focus",
            ),
            (
                "comparison",
                "left: {name: L}\nright: {name: R}\n"
                "rows: [{id: r, aspect: Pay, left: good, right: 99k, sources: [guide]}]",
                "comparison.yaml:3: r: rows.right",
            ),
            (
                "roadmap",
                "starts: [{id: s, name: S}]\nsteps:\n"
                "  - {id: t, title: Learn, text: Hard, time: three months, sources: [guide]}",
                "roadmap.yaml:3: t: steps.time",
            ),
            (
                "small_talk",
                "- {id: hi, utterances: [hi], reply: I know 5000 answers}",
                "small_talk.yaml:1: hi: reply",
            ),
            (
                "gaps",
                "- {id: hours, utterances: [hours], missing: Not the 40 hours}",
                "gaps.yaml:1: hours: missing",
            ),
        ],
        ids=lambda value: value if value.isalpha() else "",
    )
    def test_figures_are_checked_wherever_people_read_them(
        self, check: Check, file: str, text: str, place: str
    ) -> None:
        [error] = check(faq__a=entry("Fine.", "[]"), **{file: text}).errors

        assert error.startswith(f"{place}: states ")

    @pytest.mark.parametrize("number", ["112", "911", "988", "116 123", "116123"])
    def test_who_talks_kindly_may_name_a_number_to_call(self, check: Check, number: str) -> None:
        small_talk = f"- {{id: help, utterances: [help], reply: 'Call {number}, please.'}}"

        assert check(faq__a=entry("Fine.", "[]"), small_talk=small_talk).errors == ()

    @pytest.mark.parametrize(
        "words",
        [
            "112 helps anywhere in Europe",
            "In danger, please dial the number 144 or 133",
            "Notruf: 144, 133",
            "Im Notfall bitte 144 wählen",
        ],
    )
    def test_a_number_to_call_is_known_or_beside_a_word_for_calling(
        self, check: Check, words: str
    ) -> None:
        small_talk = f"- {{id: help, utterances: [help], reply: '{words}.'}}"

        assert check(faq__a=entry("Fine.", "[]"), small_talk=small_talk).errors == ()

    @pytest.mark.parametrize(
        "amount",
        [
            "$500",
            "500 €",
            "50 000",
            "1 112",
            "100%",
            "1,100",
            "350 members",
            "120 euros",
            "calls 350",
        ],
    )
    def test_amounts_in_small_talk_are_no_numbers_to_call(self, check: Check, amount: str) -> None:
        small_talk = f"- {{id: pay, utterances: [pay], reply: 'You get {amount}, yes.'}}"

        assert len(check(faq__a=entry("Fine.", "[]"), small_talk=small_talk).errors) == 1

    def test_without_sources_there_is_nothing_to_hold_figures_against(
        self, write_knowledge
    ) -> None:
        folder = write_knowledge({"faq/a.yaml": entry("About 99.", "[]")})

        assert check_folder(ParsedFolder.read(folder)).errors == ()


def chain(follow_ups: dict[str, list[str]]) -> str:
    return "".join(
        f"- {{id: {name}, question: Q {name}?, answer: A., follow_ups: {targets}}}\n"
        for name, targets in follow_ups.items()
    ).replace("'", "")


RING = {f"e{n}": [f"e{(n + 1) % 12}"] for n in range(12)}


class TestFollowUps:
    def test_a_ring_is_fine(self, check: Check) -> None:
        assert check(faq__a=chain(RING)).errors == ()

    def test_an_entry_that_nothing_leads_to_is_an_error(self, check: Check) -> None:
        [error] = check(faq__a=chain(RING | {"lost": ["e0"]})).errors

        assert error.startswith("faq/a.yaml:13: lost: follow_ups: nothing leads here")
        assert "nothing leads from here" not in error

    def test_an_entry_that_leads_nowhere_is_an_error(self, check: Check) -> None:
        [error] = check(faq__a=chain(RING | {"e3": ["e4", "end"], "end": []})).errors

        assert error.startswith("faq/a.yaml:13: end: follow_ups: nothing leads from here")

    def test_an_island_is_an_error_for_each_of_its_entries(self, check: Check) -> None:
        errors = check(faq__a=chain(RING | {"x": ["y"], "y": ["x"]})).errors

        assert [re.split(": ", error)[1] for error in errors] == ["x", "y"]
        assert all("leads here" in e and "leads from here" in e for e in errors)

    def test_a_folder_without_follow_ups_does_without_on_purpose(self, check: Check) -> None:
        report = check(faq__a=chain({f"e{n}": [] for n in range(20)}))

        assert report.errors == ()
        assert not any("leads" in advice for advice in report.advice)

    def test_a_folder_with_few_follow_ups_is_left_alone(self, check: Check) -> None:
        few = {"e0": ["e1"]} | {f"e{n}": [] for n in range(1, 26)}
        report = check(faq__a=chain(few))

        assert report.errors == ()
        assert not any("leads" in advice for advice in report.advice)

    def test_a_small_beginning_gets_advice_only(self, check: Check) -> None:
        report = check(faq__a=chain({"a": ["b"], "b": []}))

        assert report.errors == ()
        assert any("b: follow_ups: nothing leads from here" in line for line in report.advice)

    def test_ten_thousand_entries_in_a_row_are_walked_at_once(self) -> None:
        graph = {str(n): [str(n + 1)] for n in range(10_000)} | {"10000": []}

        assert len(find_core(graph)) == 1
        assert len(reach(graph, ["0"])) == 10_001
        assert len(reach(reverse(graph), ["10000"])) == 10_001


class TestContradictions:
    def test_what_an_entry_answers_may_not_be_taken_away_by_a_gap_or_small_talk(
        self, check: Check
    ) -> None:
        report = check(
            faq__a="- {id: a, question: What is it?, answer: A., utterances: [a thing]}\n",
            gaps="- {id: g, utterances: [price, 'what IS it'], missing: No., nearest: []}\n",
            small_talk="- {id: s, utterances: [a thing], reply: Hi!}\n",
        )

        assert sorted(report.errors) == [
            "gaps.yaml:1: g: utterances: 'what IS it' stands in the entry a too; "
            "keep it in one of them",
            "small_talk.yaml:1: s: utterances: 'a thing' stands in the entry a too; "
            "keep it in one of them",
        ]


class TestAdvice:
    def test_a_phrasing_that_stands_twice_is_named(self, check: Check) -> None:
        text = (
            "- {id: a, question: What is it?, answer: A.}\n"
            "- {id: b, question: B?, answer: B., utterances: [other, 'what IS it']}\n"
            "- {id: c, question: C?, answer: C., utterances: [same, same]}\n"
        )
        advice = check(faq__a=text).advice

        assert advice[0].startswith("faq/a.yaml:2: b: utterances: 'what IS it' stands in a too")
        assert advice[1].startswith("faq/a.yaml:3: c: utterances: 'same' stands in this entry")

    def test_few_utterances_and_long_answers_are_summed_up(self, check: Check) -> None:
        advice = check(faq__a=entry("word " * 200, "[]")).advice

        assert len(advice) == 2
        assert ": a; " in advice[0]
        assert advice[1].endswith(": a")

    def test_much_advice_of_one_kind_hides_none_of_another(self, check: Check) -> None:
        texts = [entry("A.", "[]", f"e{n}").replace("Q e", "Same? #") for n in range(30)]
        texts = [re.sub(r"#\d+", "", text) for text in texts]
        advice = check(faq__a="".join(texts) + entry("# Heading", "[]", "last")).advice

        assert sum("stands in e0 too" in line for line in advice) == 10
        assert advice[10] == "and 19 more of this kind"
        assert advice[11].startswith("faq/a.yaml:123: last: answer: holds a heading")
        assert advice[12].startswith("fewer than 8 utterances")

    def test_where_all_entries_have_few_utterances_none_is_named(self, check: Check) -> None:
        advice = check(faq__a=entry("A.", "[]") + entry("B.", "[]", "b")).advice

        assert "every entry" in advice[-1]

    def test_a_text_that_a_comment_cuts_short_is_named(self, check: Check) -> None:
        text = (
            "- id: a  # a note\n"
            "  question: Where is it?  # another\n"
            "  answer: In the hall # on Saturday\n"
            "  utterances: &u ['room # 7', the hall]\n"
            "- id: b\n"
            "  question: Where is the map?\n"
            "  answer: Here\t# one\n"
            "  utterances: *u\n"
        )
        advice = check(faq__a=text).advice

        assert [line.partition(" is a comment")[0] for line in advice if "comment" in line] == [
            "faq/a.yaml:3: '# on Saturday'",
            "faq/a.yaml:7: '# one'",
        ]

    def test_an_utterance_that_names_nothing_is_pointed_out(self, check: Check) -> None:
        text = "- {id: a, question: How much?, answer: A., utterances: [how much is it, fees]}\n"
        advice = check(faq__a=text).advice

        assert advice[0].startswith("faq/a.yaml:1: a: utterances: 'how much is it' names nothing")
        assert "fees" not in " ".join(advice)


class TestCommand:
    def test_clean_knowledge_passes_with_a_summary(self, career_bot, library: Path) -> None:
        done = career_bot("check", "--knowledge", library)

        assert done.returncode == 0
        assert "3 entries in 1 topic" in done.stdout
        assert "1 source with 3 figures" in done.stdout
        assert done.stdout.endswith("No errors.\n")

    def test_one_of_a_kind_is_counted_as_one(self, write_knowledge) -> None:
        files = {
            "faq/a.yaml": "- {id: a, question: Q?, answer: A., utterances: [x], follow_ups: [b]}\n"
            "- {id: b, question: Q b?, answer: A.}",
            "sources.yaml": "- {id: s, title: S, figures: [{value: 3, what: W}]}",
        }
        knowledge = examine(write_knowledge(files)).knowledge

        assert knowledge is not None
        assert list(summarise(knowledge)) == [
            "2 entries in 1 topic",
            "1 utterance, 1 follow-up",
            "1 source with 1 figure",
        ]

    def test_nothing_but_entries_passes(self, career_bot, write_knowledge) -> None:
        folder = write_knowledge({"faq/a.yaml": "- {id: a, question: Q?, answer: Costs $99.}"})
        done = career_bot("check", "--knowledge", folder)

        assert done.returncode == 0
        assert "error:" not in done.stdout

    def test_every_problem_is_shown_and_the_status_is_1(self, career_bot, library: Path) -> None:
        faq = library / "faq" / "library.yaml"
        text = faq.read_text(encoding="utf-8").replace("9 to 17", "8 to 18")
        faq.write_text(text.replace("twelve", "thirteen"), encoding="utf-8")
        done = career_bot("check", "--knowledge", library)

        assert done.returncode == 1
        assert "error: faq/library.yaml:4: opening-hours: answer: states 8, 18, " in done.stdout
        assert "borrowing: answer: states thirteen, " in done.stdout
        assert f"2 errors in {library}" in done.stdout

    def test_what_does_not_load_is_shown_the_same_way(self, career_bot, write_knowledge) -> None:
        folder = write_knowledge({"faq/a.yaml": "- id: a\n  question: Q?\n- id: b\n  answer: A\n"})
        done = career_bot("check", "--knowledge", folder)

        assert done.returncode == 1
        assert "error: faq/a.yaml:1: a: answer: is missing" in done.stdout
        assert "error: faq/a.yaml:3: b: question: is missing" in done.stdout

    def test_schemas_are_written_for_editors(self, career_bot, tmp_path: Path) -> None:
        done = career_bot("check", "--schema", tmp_path / "new" / "schemas")
        written = sorted((tmp_path / "new" / "schemas").iterdir())

        assert done.returncode == 0
        assert sorted(done.stdout.split()) == [str(path) for path in written]
        assert "entries.schema.json" in [path.name for path in written]
        entries = json.loads((tmp_path / "new/schemas/entries.schema.json").read_bytes())
        assert entries["type"] == "array"
        assert entries["$defs"]["EntryModel"]["required"] == ["id", "question", "answer"]


def test_a_nearly_right_file_name_is_pointed_out(write_knowledge) -> None:
    folder = write_knowledge({"faq/a.yaml": entry("Fine.", "[]"), "gap.yaml": "[]"})

    [error] = examine(folder).errors
    assert error.startswith("gap.yaml: is not read; rename it to gaps.yaml")


def test_a_nearly_right_file_name_is_pointed_out_beside_what_it_breaks(write_knowledge) -> None:
    answer = "- {id: a, question: Q?, answer: A., sources: [guide]}"
    folder = write_knowledge({"faq/a.yaml": answer, "sources.yml": "[]"})

    assert [error.split(":")[0] for error in examine(folder).errors] == [
        "sources.yml",
        "faq/a.yaml",
    ]


def test_a_word_that_stands_for_two_things_is_an_error(write_knowledge) -> None:
    vocabulary = (
        "abbreviations: {ml: machine learning, ML: more love, pls: please, PLS: please}\n"
        "qualifiers:\n"
        "  room:\n"
        "    name: room\n"
        "    values:\n"
        "    - {id: hall, name: hall, words: [hall, big room]}\n"
        "    - {id: attic, name: attic, words: [attic, Big Room]}\n"
    )
    folder = write_knowledge({"faq/a.yaml": entry("Fine.", "[]"), "vocabulary.yaml": vocabulary})

    assert examine(folder).errors == (
        "vocabulary.yaml:1: abbreviations.ML: 'ML' and 'ml' are the same word; keep one",
        "vocabulary.yaml:7: attic: qualifiers.room.values.words: 'Big Room' stands for hall too; "
        "keep it in one of them",
    )


def test_what_a_vocabulary_reads_into_ordinary_words_is_advised_of(write_knowledge) -> None:
    vocabulary = (
        "abbreviations: {ill: interlibrary loan, were: weekly report, u: you, stl: stl file}\n"
        "synonyms:\n"
        "- [fee, fine]\n"
        "- [penalty, Fine]\n"
    )
    folder = write_knowledge({"faq/a.yaml": entry("Fine.", "[]"), "vocabulary.yaml": vocabulary})

    advised = [line for line in examine(folder).advice if line.startswith("vocabulary")]

    assert [line.partition(";")[0] for line in advised] == [
        "vocabulary.yaml:1: abbreviations.ill: 'ill' is an English word or a contraction as well, "
        "and is read as 'interlibrary loan' all the same",
        "vocabulary.yaml:1: abbreviations.were: 'were' is an English word or a contraction as "
        "well, and is read as 'weekly report' all the same",
        "vocabulary.yaml:4: item 2: synonyms: 'Fine' stands in the list of 'fee' too, and counts "
        "there alone",
    ]


@pytest.mark.parametrize(
    ("answer", "advised"),
    [
        ("| a | b |\n|---|:-:|\n| 1 | 2 |", ["a table"]),
        ("a | b\n--- | ---", ["a table"]),
        ("|a|b|\n|:-|-|", ["a table"]),
        ("a\n|---|", []),
        ("So:\n- a | b\n---", []),
        ("# Hours\nFrom 9.\n### More", ["a heading"]),
        ("#1 of all\n-# small\n#tag, # no", []),
        ("```\n# a\n--- | ---\n```\nSo.", []),
        ("```py\nx = 1\n```\nor ```y", ["a block of code that nothing closes"]),
    ],
)
def test_markup_that_discord_shows_badly_is_pointed_out(
    write_knowledge, answer: str, advised: list[str]
) -> None:
    text = f"- id: a\n  question: Q?\n  answer: |\n{textwrap.indent(answer, '    ')}\n"
    advice = examine(write_knowledge({"faq/a.yaml": text})).advice
    found = [line.split(": ")[-1] for line in advice if "a: answer: " in line]

    assert [re.sub(r"^(holds|opens) |[,;] .*", "", line) for line in found] == advised


def test_files_that_nobody_reads_are_pointed_out(write_knowledge) -> None:
    files = {"faq/a.yaml": entry("Fine.", "[]"), "gaps.yaml": "[]"}
    folder = write_knowledge({**files, "gaps_old.yaml": "[]", "bus.yml": "[]", ".x.yaml": "["})
    found = examine(folder)

    assert found.errors == ()
    assert [line.split(":")[0] for line in found.advice if "is not read" in line] == [
        "bus.yml",
        "gaps_old.yaml",
    ]


def test_a_folder_without_an_entry_is_an_error_and_is_not_served(
    career_bot, write_knowledge
) -> None:
    folder = write_knowledge({"faq/a.yaml": "", "sources.yaml": SOURCES})
    asked = career_bot("ask", "--knowledge", folder, "is it open?")

    assert examine(folder).errors == ("faq: holds no entry; write one",)
    assert asked.returncode == 2
    assert "faq: holds no entry; write one" in asked.stderr
