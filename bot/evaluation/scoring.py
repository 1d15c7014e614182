"""What the engine makes of each labelled question, and whether that is right."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.engine.deciding.sentences import name_extra
from bot.engine.engine import Engine
from bot.engine.replies import Answer, Clarification, Fallback, Mode, Reply, Silence
from bot.evaluation.questions import Question
from bot.replay import replay


class Verdict(StrEnum):
    """What became of a question."""

    RIGHT = "right"
    """Answered with entries that all are expected."""
    WRONG = "wrong"
    """Answered with an entry that is not expected."""
    OFFERED = "offered"
    """Asked back, with a right entry among the choices."""
    ASKED = "asked"
    """Asked back, without a right entry among the choices."""
    DECLINED = "declined"
    """Said to have no answer."""
    SILENT = "silent"
    """Left alone."""


@dataclass(frozen=True, slots=True)
class Result:
    """A question, the reply to it and the verdict."""

    question: Question
    outcome: str
    entries: tuple[str, ...]
    score: float
    matches: tuple[tuple[str, float], ...]
    milliseconds: float
    verdict: Verdict
    suggested: tuple[str, ...] = ()
    """The entries that were suggested beside or instead of an answer."""
    understood: str = ""
    """The question as the engine understood it."""
    declined_for: str = ""
    """The gap or small talk that took the question, in words; mostly empty."""

    @property
    def right(self) -> bool:
        """Whether this is what the label asks for.

        What has no answer is to be declined, and left alone where nobody asked the bot.
        """
        if self.question.answerable:
            return self.verdict is Verdict.RIGHT
        wanted = Verdict.DECLINED if self.question.mode is Mode.DIRECT else Verdict.SILENT
        return self.verdict is wanted

    def found_within(self, limit: int) -> bool:
        """Whether one of the best `limit` entries is expected."""
        return any(entry_id in self.question.expects for entry_id, _ in self.matches[:limit])


def judge(question: Question, reply: Reply) -> Verdict:
    """What `reply` is worth as the reply to `question`."""
    entries = {entry.id for entry in reply.entries}
    match reply:
        case Answer():
            return Verdict.RIGHT if entries <= set(question.expects) else Verdict.WRONG
        case Clarification():
            return Verdict.OFFERED if entries & set(question.expects) else Verdict.ASKED
        case Fallback():
            return Verdict.DECLINED
        case Silence():
            return Verdict.SILENT


def run_question(engine: Engine, question: Question) -> Result:
    """Ask one question, after the turns before it."""
    replayed = replay(engine, question.turns, mode=question.mode)
    reply = replayed.reply
    return Result(
        question=question,
        outcome=reply.outcome,
        entries=tuple(entry.id for entry in reply.entries),
        score=reply.score,
        matches=tuple((match.entry.id, match.score) for match in reply.matches),
        milliseconds=replayed.milliseconds,
        verdict=judge(question, reply),
        suggested=tuple(entry.id for entry in reply.suggestions),
        understood=reply.understanding.query,
        declined_for=name_extra(reply.extra) if isinstance(reply, Fallback) and reply.extra else "",
    )


def run_questions(
    engine: Engine,
    questions: Iterable[Question],
    *,
    on_done: Callable[[], object] = lambda: None,
) -> list[Result]:
    """Ask every question by itself; `on_done` is called after each."""
    results = []
    for question in questions:
        results.append(run_question(engine, question))
        on_done()
    return results
