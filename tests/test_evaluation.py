"""Labelled questions: reading them, judging replies, and what many results come to."""

import json
from pathlib import Path

import pytest

from bot.engine.entries import Entry
from bot.engine.replies import Answer, Clarification, Fallback, Mode, Reply, Silence
from bot.evaluation.bar import Bar
from bot.evaluation.comparison import UnreadableReportError, compare, group_by_entry, read_rows
from bot.evaluation.demands import Demand, check_bar
from bot.evaluation.measures import compute_auroc, group_by_kind, group_by_task, measure
from bot.evaluation.questions import Question, QuestionFileError, load_questions
from bot.evaluation.report import describe_report, make_report
from bot.evaluation.scoring import Result, Verdict, judge, run_questions
from bot.evaluation.sweep import choose_leads, choose_thresholds, sweep
from bot.evaluation.texts import render_comparison, render_failures
from bot.knowledge.engines import make_engine
from bot.knowledge.loader import load_knowledge

A, B, C = (Entry(id=name, question=f"{name}?", answer=name) for name in "abc")


def question(*expects: str, mode: Mode = Mode.DIRECT, kind: str = "kind") -> Question:
    return Question(turns=("text",), expects=expects, kind=kind, mode=mode)


def result(
    verdict: Verdict,
    *expects: str,
    mode: Mode = Mode.DIRECT,
    score: float = 0.5,
    matches: tuple[str, ...] = (),
    kind: str = "kind",
    ms: float = 1.0,
    turns: tuple[str, ...] = ("text",),
) -> Result:
    return Result(
        question=Question(turns=turns, expects=expects, kind=kind, mode=mode),
        outcome="answer",
        entries=(),
        score=score,
        matches=tuple((name, 0.5) for name in matches),
        milliseconds=ms,
        verdict=verdict,
    )


class TestJudging:
    @pytest.mark.parametrize(
        ("reply", "expects", "mode", "verdict", "right"),
        [
            (Answer(answers=(A,)), "ab", "direct", "right", True),
            (Answer(answers=(A, B)), "ab", "direct", "right", True),
            (Answer(answers=(A, C)), "ab", "direct", "wrong", False),
            (Answer(answers=(C,)), "ab", "direct", "wrong", False),
            (Answer(answers=(A,)), "", "direct", "wrong", False),
            (Clarification(choices=(C, A)), "a", "direct", "offered", False),
            (Clarification(choices=(B, C)), "a", "direct", "asked", False),
            (Clarification(choices=(B, C)), "", "direct", "asked", False),
            (Fallback(suggestions=(A,)), "a", "direct", "declined", False),
            (Fallback(), "", "direct", "declined", True),
            (Answer(answers=(A,)), "a", "ambient", "right", True),
            (Silence(), "a", "ambient", "silent", False),
            (Silence(), "", "ambient", "silent", True),
            (Fallback(), "", "ambient", "declined", False),
            (Answer(answers=(A,)), "", "ambient", "wrong", False),
        ],
    )
    def test_verdicts(
        self, reply: Reply, expects: str, mode: str, verdict: str, right: bool
    ) -> None:
        asked = question(*expects, mode=Mode(mode))
        judged = judge(asked, reply)

        assert judged == verdict
        assert Result(asked, reply.outcome, (), 0, (), 0, judged).right is right


class TestMeasures:
    def test_shares_are_of_the_group(self) -> None:
        verdicts = [Verdict.RIGHT] * 6 + [Verdict.WRONG, Verdict.OFFERED]
        verdicts += [Verdict.ASKED, Verdict.DECLINED]
        measures = measure("all", [result(verdict, "a") for verdict in verdicts])

        assert measures.count == 10
        assert (measures.right, measures.wrong) == (0.6, 0.1)
        assert (measures.offered, measures.asked, measures.declined) == (0.1, 0.1, 0.1)
        assert measures.silent == 0

    def test_ranks_count_whatever_the_outcome(self) -> None:
        results = [
            result(Verdict.DECLINED, "a", matches=("a", "b", "c", "d")),
            result(Verdict.DECLINED, "a", "c", matches=("b", "d", "c", "a")),
            result(Verdict.RIGHT, "a", matches=("b", "c", "d", "a")),
            result(Verdict.DECLINED, matches=("a",)),
        ]
        measures = measure("all", results)

        assert measures.top_1 == pytest.approx(1 / 3)
        assert measures.top_3 == pytest.approx(2 / 3)

    def test_ranks_and_auroc_are_left_out_where_they_mean_nothing(self) -> None:
        measures = measure("all", [result(Verdict.DECLINED)])

        assert (measures.top_1, measures.top_3, measures.auroc) == (None, None, None)

    @pytest.mark.parametrize(
        ("inside", "outside", "expected"),
        [
            ([0.9, 0.8], [0.1, 0.2], 1.0),
            ([0.1, 0.2], [0.9, 0.8], 0.0),
            ([0.5], [0.5], 0.5),
            ([0.9, 0.3], [0.5], 0.5),
            ([0.9, 0.5, 0.3], [0.5, 0.1], 0.75),
            ([0.5, 0.5, 0.5], [0.5, 0.5], 0.5),
            ([], [0.5], None),
        ],
    )
    def test_auroc_is_the_share_of_pairs_in_order(
        self, inside: list[float], outside: list[float], expected: float | None
    ) -> None:
        assert compute_auroc(inside, outside) == expected

    def test_a_kind_is_held_against_the_other_side_of_the_scope(self) -> None:
        inside = [result(Verdict.RIGHT, "a", score=0.6, kind="in")]
        outside = [result(Verdict.DECLINED, score=score, kind="out") for score in (0.5, 0.7)]
        everything = inside + outside

        assert measure("in", inside, everything).auroc == 0.5
        assert measure("out", outside, everything).auroc == 0.5

    def test_latency_percentiles_are_of_measured_times(self) -> None:
        results = [result(Verdict.RIGHT, "a", ms=float(ms)) for ms in range(1, 201)]
        measures = measure("all", results)

        assert (measures.p50, measures.p99) == (100, 198)

    def test_groups_keep_the_order_of_the_file(self) -> None:
        results = [
            result(Verdict.RIGHT, "a", kind="typo"),
            result(Verdict.SILENT, kind="chatter", mode=Mode.AMBIENT),
            result(Verdict.WRONG, "a", kind="typo"),
        ]

        assert {kind: len(group) for kind, group in group_by_kind(results).items()} == {
            "typo": 2,
            "chatter": 1,
        }
        assert list(group_by_task(results)) == ["answerable", "ambient chatter"]


class TestBar:
    def test_a_demand_counts_only_where_there_are_rows(self) -> None:
        assert [d.what for d in check_bar([result(Verdict.DECLINED)], Bar())] == [
            "unanswerable questions declined"
        ]
        assert check_bar([], Bar()) == []

    @pytest.mark.parametrize(("right", "met"), [(90, True), (89, False)])
    def test_the_bar_itself_is_enough(self, right: int, met: bool) -> None:
        results = [result(Verdict.RIGHT, "a")] * right
        results += [result(Verdict.DECLINED, "a")] * (100 - right)
        [demand, wrong] = check_bar(results, Bar())

        assert demand.met is met
        assert wrong.met

    def test_wrong_answers_count_in_both_modes_and_silence_does_not(self) -> None:
        ambient = Mode.AMBIENT
        results = [result(Verdict.RIGHT, "a")] * 30
        results += [
            result(Verdict.SILENT, "a", mode=ambient),
            result(Verdict.WRONG, "a", mode=ambient),
        ]
        right, wrong = check_bar(results, Bar())

        assert right.met
        assert not wrong.met
        assert "NOT MET" in str(wrong)

    @pytest.mark.parametrize(
        ("reached", "limit", "at_most", "words"),
        [
            (100 / 33, 3, True, "3.03 % (at most 3 %): NOT MET"),
            (89.96, 90, False, "89.96 % (at least 90 %): NOT MET"),
            (3.0303, 3.03, True, "3.0303 % (at most 3.03 %): NOT MET"),
            (2.96, 2.98, True, "2.96 % (at most 2.98 %): met"),
            (90.04, 90, False, "90.0 % (at least 90 %): met"),
            (66.666, 90, False, "66.7 % (at least 90 %): NOT MET"),
        ],
    )
    def test_what_was_reached_shows_on_which_side_of_the_bar_it_is(
        self, reached: float, limit: float, at_most: bool, words: str
    ) -> None:
        assert str(Demand("wrong", reached, limit, at_most=at_most)) == f"wrong: {words}"

    def test_chatter_must_be_left_alone(self) -> None:
        results = [result(Verdict.DECLINED, mode=Mode.AMBIENT)]

        assert [demand.met for demand in check_bar(results, Bar())] == [False]


class TestReading:
    def load(self, folder: Path, text: str | bytes, known: str = "ab") -> list[Question]:
        path = folder / "q.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_questions([path], known_ids=set(known))

    def test_a_row_may_be_one_query_or_a_conversation(self, tmp_path: Path) -> None:
        first, second = self.load(
            tmp_path,
            "- query: hi\n  expects: [a, b]\n  kind: typo\n"
            "- {turns: [one, two], expects: [], mode: ambient}\n",
        )

        assert first == Question(("hi",), ("a", "b"), "typo", Mode.DIRECT, f"{tmp_path}/q.yaml:1")
        assert second.turns == ("one", "two")
        assert (second.kind, second.mode, second.answerable) == ("other", Mode.AMBIENT, False)

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("- {query: x, expects: [nowhere]}", ["q.yaml:1", "no entry nowhere"]),
            ("- {query: x}", ["q.yaml:1", "expects", "missing"]),
            ("- {expects: []}", ["q.yaml:1", "either query, or turns"]),
            ("- {query: x, turns: [y], expects: []}", ["either query, or turns"]),
            ("- {turns: [], expects: []}", ["q.yaml:1", "turns"]),
            ("- {query: 7, expects: []}", ["put quotes around 7"]),
            ("- {query: x, expects: a}", ["expects", "must be a list"]),
            ("- {query: x, expects: [], mode: loud}", ["mode"]),
            ("- {query: x, expects: [], kinds: typo}", ["kinds", "not a known field"]),
            ("query: x", ["q.yaml:1", "must be a list"]),
            ("- {query: x", ["q.yaml:1", "not valid YAML"]),
            (b"- {query: \xff}", ["not UTF-8"]),
            ("", ["no labelled questions"]),
            ("[" * 1000, ["nested too deeply"]),
        ],
    )
    def test_what_is_wrong_is_named(self, tmp_path: Path, text: str, words: list[str]) -> None:
        with pytest.raises(QuestionFileError) as caught:
            self.load(tmp_path, text)

        assert all(word in str(caught.value) for word in words)

    def test_every_problem_of_every_file_is_reported_at_once(self, tmp_path: Path) -> None:
        (tmp_path / "one.yaml").write_text("- {query: y, expects: [z]}\n- {query: x}\n")
        (tmp_path / "two.yaml").write_text("- {query: x, expects: [y]}\n- {query: x, expects: [z]}")
        paths = [tmp_path / "one.yaml", tmp_path / "two.yaml", tmp_path / "three.yaml"]

        with pytest.raises(QuestionFileError) as caught:
            load_questions(paths, known_ids={"a"})

        assert [line.split(": ")[0].rpartition("/")[2] for line in caught.value.problems] == [
            "one.yaml:1",
            "one.yaml:2",
            "two.yaml:1",
            "two.yaml:2",
            "three.yaml",
        ]


class TestComparing:
    def row(self, text: str, verdict: str, right: bool, *entries: str) -> dict[str, object]:
        return {
            "turns": [text],
            "mode": "direct",
            "kind": "k",
            "expects": ["a"],
            "outcome": "answer",
            "entries": list(entries),
            "verdict": verdict,
            "right": right,
        }

    def test_changes_are_told_apart(self) -> None:
        old = [
            self.row("same", "right", True, "a"),
            self.row("better", "wrong", False, "b"),
            self.row("worse", "right", True, "a"),
            self.row("other", "wrong", False, "b"),
            self.row("gone", "right", True, "a"),
        ]
        new = [
            self.row("same", "right", True, "a"),
            self.row("better", "right", True, "a"),
            self.row("worse", "declined", False),
            self.row("other", "wrong", False, "c"),
            self.row("new", "right", True, "a"),
        ]
        comparison = compare(old, new)
        text = render_comparison(comparison)

        assert [c.new["turns"] for c in comparison.changes if c.better] == [["better"]]
        assert [c.new["turns"] for c in comparison.changes if c.worse] == [["worse"]]
        assert list(group_by_entry(comparison.changes)) == ["a"]
        assert "1 better, 1 worse, 1 otherwise changed; 1 new row, 1 gone" in text
        assert "+ better\n      was wrong (answer: b); is right (answer: a)" in text

    def test_the_same_question_twice_is_compared_in_order(self) -> None:
        rows = [self.row("x", "right", True, "a"), self.row("x", "wrong", False, "b")]

        assert compare(rows, rows).changes == ()

    @pytest.mark.parametrize("report", [None, [], {}, {"rows": 1}, {"rows": [{}]}, {"rows": [1]}])
    def test_what_is_no_report_is_refused(self, report: object) -> None:
        with pytest.raises(UnreadableReportError):
            read_rows(report)

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("turns", 5),
            ("turns", [5]),
            ("mode", []),
            ("expects", 1),
            ("entries", "a"),
            ("right", 1),
        ],
    )
    def test_a_row_of_other_values_is_refused(self, name: str, value: object) -> None:
        row = self.row("x", "right", True, "a")

        assert read_rows({"rows": [row]}) == [row]
        with pytest.raises(UnreadableReportError):
            read_rows({"rows": [row | {name: value}]})


class TestWithTheEngine:
    def test_a_report_holds_everything_and_is_json(self, library: Path) -> None:
        knowledge = load_knowledge(library)
        engine = make_engine(knowledge)
        questions = [
            Question(("when do you open",), ("opening-hours",), "easy", Mode.DIRECT, "q:1"),
            Question(("how do volcanoes erupt",), (), "far", Mode.DIRECT, "q:2"),
            Question(("lol what a day",), (), "chatter", Mode.AMBIENT, "q:3"),
            Question(
                ("how do I become a member?", "the second one"),
                ("borrowing",),
                "turns",
                Mode.DIRECT,
            ),
        ]
        done: list[int] = []
        results = run_questions(engine, questions, on_done=lambda: done.append(1))
        report = make_report(
            results, demands=check_bar(results, Bar()), thresholds={"threshold": 0.5}
        )
        described = describe_report(report)
        failures = render_failures(results)

        assert len(done) == 4
        assert [row["verdict"] for row in described["rows"]] == [
            "right",
            "declined",
            "silent",
            "wrong",
        ]
        assert described["kinds"]["easy"]["right"] == 1
        assert described["passed"] is False
        assert json.loads(json.dumps(described)) == described
        assert read_rows(described) == described["rows"]
        assert failures.startswith("1 question did not go as labelled.")
        assert "how do I become a member? / the second one" in failures
        assert "expects: borrowing" in failures
        assert "got:     answer: opening-hours (wrong)" in failures

    def test_a_sweep_shows_what_each_choice_costs(self, library: Path) -> None:
        engine = make_engine(load_knowledge(library))
        questions = [
            Question(("when do you open",), ("opening-hours",), "easy", Mode.DIRECT),
            Question(("how do volcanoes erupt",), (), "far", Mode.DIRECT),
        ]
        choices = [(0.1, 0.0), (1.0, 0.0)]
        bold, timid = sweep(engine, questions, choices, in_force=choices[0])

        assert bold.in_force
        assert bold.answerable
        assert bold.answerable.right == 1
        assert timid.answerable
        assert timid.answerable.declined == 1
        assert timid.unanswerable
        assert timid.unanswerable.declined == 1

    def test_the_choices_span_the_scores_and_hold_the_one_in_force(self) -> None:
        results = [result(Verdict.RIGHT, "a", score=n / 100) for n in range(101)]
        thresholds = choose_thresholds(results, 0.333)
        leads = choose_leads(0.05)

        assert 0.333 in thresholds
        assert 0.05 in leads
        assert thresholds == sorted(thresholds)
        assert thresholds[0] == pytest.approx(0.05)
        assert thresholds[-1] == pytest.approx(0.95)
        assert leads[0] == 0
