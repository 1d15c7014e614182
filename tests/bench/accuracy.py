"""Measure how well the engine matches on public benchmarks.

    python tests/bench/accuracy.py FOLDER...

Each FOLDER holds `knowledge/` and `questions.yaml`, in the formats of `career-bot`. The row printed
for it says how many questions found their entry first (top-1) and among the first three (top-3),
without and with slips of the fingers, what the slips cost, how well the score tells questions in
scope from those out of it (AUROC), how long the index took to train, and how long queries took.
Everything goes through the same engine that people talk to.

`--core` leaves out what lies above the index, `--per N` keeps N phrasings of each entry, `--halves`
adds a row for each random half of the questions, and `--smoke` takes a handful of questions.
"""

import argparse
import os
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command does, before numpy starts

import numpy as np
import yaml

from bot.engine.engine import Engine, build_index
from bot.engine.languages.vectors import english_words
from bot.engine.matching.index import Index
from bot.evaluation.measures import compute_auroc
from bot.knowledge.base import Knowledge
from bot.knowledge.engines import make_engine
from bot.knowledge.loader import load_knowledge

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
SMOKE_QUESTIONS = 60

Ask = Callable[[str], tuple[list[str], float]]
"""From a question to the ids of the best entries, best first, and the score."""


@dataclass(frozen=True)
class Answered:
    """What became of one question."""

    kind: str
    inside: bool
    rank: int | None
    """The place of the first right entry, 0 for the best; None when it is not among the best."""
    score: float
    seconds: float


def through_engine(engine: Engine) -> Ask:
    def ask(query: str) -> tuple[list[str], float]:
        reply, _ = engine.reply(query)
        return [match.entry.id for match in reply.matches], reply.score

    return ask


def through_index(index: Index, ids: Sequence[str]) -> Ask:
    def ask(query: str) -> tuple[list[str], float]:
        scores = index.score(index.prepare(query))
        return [ids[entry] for entry, _ in scores.top(5)], scores.confidence

    return ask


def run(questions: list[dict], ask: Ask) -> list[Answered]:
    answered = []
    for question in questions:
        start = time.perf_counter()
        found, score = ask(question["query"])
        seconds = time.perf_counter() - start
        ranks = [place for place, entry in enumerate(found) if entry in question["expects"]]
        answered.append(
            Answered(
                question["kind"],
                bool(question["expects"]),
                min(ranks, default=None),
                score,
                seconds,
            )
        )
    return answered


def keep_phrasings(knowledge: Knowledge, count: int) -> Knowledge:
    """Keep `count` phrasings of each entry, chosen at random but always alike."""
    chooser = random.Random(0)
    kept = []
    for entry in knowledge.entries:
        chosen = chooser.sample(entry.phrasings, min(count, len(entry.phrasings)))
        kept.append(replace(entry, question=chosen[0], utterances=tuple(chosen[1:])))
    return replace(knowledge, entries=tuple(kept))


def describe(name: str, answered: list[Answered], build_seconds: float) -> str:
    def share(kind: str, best: int) -> float | None:
        ranks = [a.rank for a in answered if a.kind == kind and a.inside]
        hits = sum(rank is not None and rank < best for rank in ranks)
        return 100 * hits / len(ranks) if ranks else None

    inside = [a.score for a in answered if a.inside and a.kind == "clean"]
    auroc = compute_auroc(inside, [a.score for a in answered if not a.inside])
    clean, typo = share("clean", 1), share("typo", 1)
    loss = clean - typo if clean is not None and typo is not None else None
    cells = [clean, typo, loss, share("clean", 3), share("typo", 3), auroc and 100 * auroc]
    times = 1_000 * np.percentile([a.seconds for a in answered], [50, 99])
    numbers = "".join(f"{'-' if cell is None else format(cell, '.1f'):>8}" for cell in cells)
    return f"{name:<22}{numbers}{build_seconds:>9.2f}{times[0]:>8.2f}{times[1]:>8.2f}"


def measure(folder: Path, *, core: bool, per: int | None, smoke: bool, halves: bool) -> None:
    knowledge = load_knowledge(folder / "knowledge")
    if per:
        knowledge = keep_phrasings(knowledge, per)
    questions = yaml.load((folder / "questions.yaml").read_text("utf-8"), Loader=LOADER)
    random.Random(0).shuffle(questions)
    if smoke:
        questions = questions[:SMOKE_QUESTIONS]
    start = time.perf_counter()
    index = build_index(knowledge.entries, vocabulary=knowledge.vocabulary)
    seconds = time.perf_counter() - start
    ids = [entry.id for entry in knowledge.entries]
    engine = make_engine(knowledge, index=index)
    ask = through_index(index, ids) if core else through_engine(engine)
    ask("a frst question, for what is only set up once, repair included")
    answered = run(questions, ask)
    print(describe(folder.name, answered, seconds), flush=True)
    if halves:
        for half in (0, 1):
            print(describe(f"  half {half + 1}", answered[half::2], seconds), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--core", action="store_true", help="measure the index alone")
    parser.add_argument("--per", type=int, help="phrasings to keep of each entry")
    parser.add_argument("--halves", action="store_true", help="a row for each half as well")
    parser.add_argument("--smoke", action="store_true", help="a few questions, to see that it runs")
    chosen = parser.parse_args()
    english_words()
    heads = ["top-1", "slips", "loss", "top-3", "slips-3", "AUROC"]
    print(" " * 22 + "".join(f"{head:>8}" for head in heads) + "  build s  p50 ms  p99 ms")
    for folder in chosen.folders:
        measure(
            folder,
            core=chosen.core,
            per=chosen.per,
            smoke=chosen.smoke,
            halves=chosen.halves,
        )


if __name__ == "__main__":
    main()
