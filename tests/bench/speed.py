"""Measure time and memory of the engine, beside rapidfuzz on the same utterances.

    python tests/bench/speed.py [--smoke]

Prints a row for each knowledge base: the shipped one, and generated ones of 150 entries with 10
and with 100 phrasings each and of 10,000 entries with 10. Each step runs in a process of its own,
so that memory is that step's alone, over what an empty interpreter takes. The query's p50 and p99
are those of the index, as `rapidfuzz.process.extract` with `token_set_ratio` does no more either;
a reply is all that the engine does with a message: which part of it asks, what narrows it, the
decision, the text of the answer. Both are timed for one message of 4,000 characters as well.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.knowledge.base import Knowledge

SIZES = {"150 x 10": (150, 10), "150 x 100": (150, 100), "10,000 x 10": (10_000, 10)}
SMOKE_SIZES = {"20 x 5": (20, 5)}
QUERIES = 400
SMOKE_QUERIES = 20
SHIPPED = Path(__file__).parents[2] / "knowledge"
KILOBYTES = 1 if sys.platform == "darwin" else 1_024
"""What a unit of `ru_maxrss` is worth in bytes."""

OPENINGS = (
    "how do i|how can i|what is the best way to|where can i|when should i|is it possible to|"
    "can you help me|i want to|i need to|tell me how to|why can i not|please|do i have to|"
    "what happens if i|who can"
).split("|")
ENDINGS = "|today|please|for my family|without a receipt|online|at work|again|next week|on my phone"


def generate(entries: int, phrasings: int) -> list[list[str]]:
    """Phrasings of generated entries: each entry is about a few words of its own."""
    from bot.engine.languages.vectors import english_words

    chooser = random.Random(entries * 1_000 + phrasings)
    words = [word for word in english_words().words[200:9_000] if len(word) > 3]
    endings = ENDINGS.split("|")
    topics = [chooser.sample(words, 5) for _ in range(entries)]

    def phrase(topic: list[str]) -> str:
        about = chooser.sample(topic, 3) + chooser.sample(words, 1)
        return f"{chooser.choice(OPENINGS)} {' '.join(about)} {chooser.choice(endings)}".strip()

    return [[phrase(topic) for _ in range(phrasings)] for topic in topics]


def make_queries(phrasings: list[list[str]], count: int) -> list[str]:
    """Questions nobody wrote down: two phrasings' halves, one of them with a slip."""
    chooser = random.Random(1)
    queries = []
    for _ in range(count):
        entry = chooser.choice(phrasings)
        first, second = chooser.choice(entry).split(), chooser.choice(entry).split()
        words = first[: len(first) // 2 + 1] + second[len(second) // 2 :]
        place = chooser.randrange(len(words))
        if len(words[place]) > 3 and chooser.random() < 0.5:
            cut = chooser.randrange(1, len(words[place]))
            words[place] = words[place][: cut - 1] + words[place][cut:]
        queries.append(" ".join(words))
    return queries


def read_phrasings(name: str) -> list[list[str]]:
    """Every phrasing of each entry of a knowledge base."""
    if name != "shipped":
        return generate(*(SIZES | SMOKE_SIZES)[name])
    return [list(entry.phrasings) for entry in read_knowledge(name).entries]


def read_knowledge(name: str) -> "Knowledge":
    from bot.engine.entries import Entry
    from bot.knowledge.base import Knowledge
    from bot.knowledge.loader import load_knowledge

    if name == "shipped":
        return load_knowledge(SHIPPED)
    texts = enumerate(generate(*(SIZES | SMOKE_SIZES)[name]))
    return Knowledge(tuple(Entry(str(n), p[0], "", tuple(p[1:])) for n, p in texts))


def peak_memory() -> float:
    """The most memory this process has taken so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTES / 1e6


def percentiles(work: Callable[[str], object], queries: list[str]) -> tuple[float, float]:
    """The median and the 99th percentile of the time that `work` takes, in milliseconds."""
    seconds = []
    for query in queries:
        start = time.perf_counter()
        work(query)
        seconds.append(time.perf_counter() - start)
    seconds.sort()
    return 1_000 * seconds[len(seconds) // 2], 1_000 * seconds[int(len(seconds) * 0.99)]


def build(name: str, target: Path) -> dict[str, float]:
    from bot.engine.engine import build_index
    from bot.engine.tables import archive

    base = read_knowledge(name)
    start = time.perf_counter()
    index = build_index(
        base.entries, vocabulary=base.vocabulary, small_talk=base.small_talk, gaps=base.gaps
    )
    seconds = time.perf_counter() - start
    target.write_bytes(archive.pack(*index.to_parts()))
    return {"build": seconds, "build_memory": peak_memory()}


def serve(source: Path, queries: list[str]) -> dict[str, float]:
    start = time.perf_counter()
    from bot.engine.matching.index import Index
    from bot.engine.tables import archive

    index = Index.from_parts(*archive.unpack(source.read_bytes()))
    loaded = time.perf_counter() - start

    def ask(query: str) -> object:
        return index.score(index.prepare(query)).top(5)

    ask("a frst question, for what is only set up once, repair included")
    p50, p99 = percentiles(ask, queries)
    memory = peak_memory()
    long = time_long_messages(ask, queries)
    return {"load": loaded, "p50": p50, "p99": p99, "memory": memory, "long": long}


def time_long_messages(ask: Callable[[str], object], queries: list[str]) -> float:
    """The median time for 4,000 characters of noise, of one run-on or of a post, the longest."""
    chooser = random.Random(2)
    letters = "abcdefghijklmnopqrstuvwxyz     "
    kinds = [
        ["".join(chooser.choices(letters, k=4_000)) for _ in range(9)],
        [" ".join(chooser.choices(queries, k=100))[:4_000] for _ in range(9)],
        [". ".join(chooser.choices(queries, k=100))[:4_000] for _ in range(9)],
    ]
    return max(percentiles(ask, messages)[0] for messages in kinds)


def reply(name: str, source: Path, queries: list[str]) -> dict[str, float]:
    from bot.engine.matching.index import Index
    from bot.engine.tables import archive
    from bot.knowledge.engines import make_engine

    index = Index.from_parts(*archive.unpack(source.read_bytes()))
    engine = make_engine(read_knowledge(name), index=index)
    engine.reply("a frst question, for what is only set up once, repair included")
    p50, p99 = percentiles(engine.reply, queries)
    long = time_long_messages(engine.reply, queries)
    return {"reply_p50": p50, "reply_p99": p99, "reply_long": long}


def compare(name: str, queries: list[str]) -> dict[str, float]:
    from rapidfuzz import fuzz, process, utils

    utterances = [utils.default_process(p) for entry in read_phrasings(name) for p in entry]

    def ask(query: str) -> object:
        processed = utils.default_process(query)
        return process.extract(processed, utterances, scorer=fuzz.token_set_ratio, limit=5)

    p50, p99 = percentiles(ask, queries[:60])
    return {"rapidfuzz_p50": p50, "rapidfuzz_p99": p99}


def run_child(step: str, name: str, folder: Path) -> dict[str, float]:
    """Run one step in a process of its own, on one core."""
    single = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    output = subprocess.run(
        [sys.executable, __file__, "--step", step, "--name", name, "--work", str(folder)],
        check=True,
        stdout=subprocess.PIPE,
        env=os.environ | single,
        text=True,
    ).stdout
    return dict(json.loads(output))


def run_step(step: str, name: str, folder: Path) -> dict[str, float]:
    index, queries = folder / "index.bin", folder / "queries.json"
    if step == "empty":
        return {"empty": peak_memory()}
    if step == "write":
        count = SMOKE_QUERIES if name in SMOKE_SIZES else QUERIES
        queries.write_text(json.dumps(make_queries(read_phrasings(name), count)), "utf-8")
        return {}
    if step == "build":
        return build(name, index)
    if step == "serve":
        return serve(index, json.loads(queries.read_text("utf-8")))
    if step == "reply":
        return reply(name, index, json.loads(queries.read_text("utf-8")))
    return compare(name, json.loads(queries.read_text("utf-8")))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--smoke", action="store_true", help="only small ones: that it runs")
    parser.add_argument("--step", help=argparse.SUPPRESS)
    parser.add_argument("--name", help=argparse.SUPPRESS)
    parser.add_argument("--work", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.step:
        print(json.dumps(run_step(chosen.step, chosen.name, chosen.work)))
        return
    print(
        "knowledge base  build s  cached s    p50 ms    p99 ms   4,000 ch  MB serving  MB building"
        "   reply p50 / p99  4,000 ch   rapidfuzz p50 / p99   times faster"
    )
    for name in ["shipped", *(SMOKE_SIZES if chosen.smoke else SIZES)]:
        with tempfile.TemporaryDirectory() as folder:
            row: dict[str, float] = {}
            for step in ("empty", "write", "build", "serve", "reply", "compare"):
                row |= run_child(step, name, Path(folder))
        print(
            f"{name:<14}{row['build']:>9.2f}{row['load']:>10.2f}{row['p50']:>10.2f}"
            f"{row['p99']:>10.2f}{row['long']:>11.1f}{row['memory'] - row['empty']:>12.0f}"
            f"{row['build_memory'] - row['empty']:>13.0f}{row['reply_p50']:>12.2f} /"
            f"{row['reply_p99']:>5.2f}{row['reply_long']:>10.1f}{row['rapidfuzz_p50']:>14.1f} /"
            f"{row['rapidfuzz_p99']:>6.1f}{row['rapidfuzz_p50'] / row['p50']:>15.1f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
