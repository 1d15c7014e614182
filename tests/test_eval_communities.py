"""The engine on knowledge of other communities: plain entries, no vocabulary, other people's words.

`game-server`, `photo-backup`, `note-app`, `maker-space` and `pet-shelter` are tuned on, and the
questions of `invoice-app` have been read.
`study-office` and `music-festival`, whose entries have three phrasings at most, `web-hosting`,
`fitness-club` and `dive-club` are for judging only.
"""

from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.evaluation.measures import Measures, group_by_kind, measure
from bot.evaluation.questions import load_questions
from bot.evaluation.scoring import Result, run_questions
from bot.knowledge.engines import load_engine

FOLDER = Path(__file__).parent / "eval" / "communities"

FLOORS: Mapping[str, tuple[float, float, float, float]] = {
    # community: (answerable right, answerable wrong at most, out of scope declined,
    # overheard questions answered)
    "game-server": (0.64, 0.07, 0.78, 0.75),
    "photo-backup": (0.64, 0.08, 0.76, 0.75),
    "study-office": (0.66, 0.06, 0.84, 0.75),
    "web-hosting": (0.62, 0.06, 0.68, 0.6),
    "fitness-club": (0.50, 0.10, 0.72, 0.5),
    "pet-shelter": (0.58, 0.10, 0.58, 0.4),
    "invoice-app": (0.50, 0.10, 0.66, 0.4),
    "dive-club": (0.58, 0.11, 0.66, 0.45),
}
"""What each community must not fall below; reached is a little more."""


@pytest.fixture(scope="module")
def results(cache_home: Path) -> dict[str, list[Result]]:
    by_name = {}
    for name in FLOORS:
        knowledge, engine = load_engine(FOLDER / name / "knowledge", cache_folder=cache_home)
        questions = load_questions(
            [FOLDER / name / "questions.yaml"], known_ids=knowledge.entries_by_id
        )
        by_name[name] = run_questions(engine, questions)
    return by_name


@pytest.mark.parametrize("name", FLOORS)
def test_other_knowledge_is_served_as_well(results: dict[str, list[Result]], name: str) -> None:
    right, wrong, declined, _ = FLOORS[name]
    answerable = measure("answerable", [r for r in results[name] if r.question.expects])
    outside = measure("outside", [r for r in results[name] if not r.question.expects])

    assert answerable.right >= right
    assert answerable.wrong <= wrong
    assert outside.right >= declined


@pytest.mark.parametrize("name", FLOORS)
def test_it_does_not_speak_up_unasked(results: dict[str, list[Result]], name: str) -> None:
    kinds: dict[str, Measures] = {
        kind: measure(kind, group) for kind, group in group_by_kind(results[name]).items()
    }

    assert kinds["ambient-chatter"].right >= 0.96
    assert kinds["ambient-question"].right >= FLOORS[name][3]
