"""Tune `bot/engine/data/english.npz` so that questions which mean the same lie nearer together.

Run by hand after `derive_vectors.py`, in the same environment; nothing in the package needs it:

    HF_HUB_OFFLINE=1 python tests/bench/tune_vectors.py --work FOLDER --sentences FILE...

Two phrasings of one need should find each other among the other needs of the same place:
contrastive learning with the rest of a batch as negatives (InfoNCE, van den Oord et al. 2018).
Groups of phrasings come from `paraphrases/` (one file for each place; invented, in general
English; many groups end with a sentence of the answer), from the shipped knowledge, and from the
communities that are tuned on. So that words which no group holds keep what they mean, each step
also draws random sentences of the FILEs towards what the sentence model makes of them; the
shipped table used WordNet's glosses and examples, descriptions of Debian's packages, help pages,
walks as in `derive_vectors.py`, and invented messages to help channels. In the end the tuned
table counts 0.7, beside the one before: this kept the public benchmarks where they were.

It takes about ten minutes for half a million sentences to be embedded, and seven to train.
"""

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
import yaml
from derive_vectors import DIMENSIONS, TARGET, embed, pack
from torch.nn import functional

from bot.engine.framing import drop_frame
from bot.engine.text import tokenize
from bot.engine.vectors import EnglishWords, english_words
from bot.knowledge.loader import load_knowledge

STEPS = 4_000
GROUPS = 96
SENTENCES = 512
LEARNING_RATE = 1e-3
TEMPERATURE = 0.07
CONTRAST_WEIGHT = 0.05
TUNED_SHARE = 0.7
SHIPPED_SHARE = 0.07
LONGEST = 40

HERE = Path(__file__).parent
TESTS = HERE.parent
SHIPPED = TESTS.parent / "knowledge"
COMMUNITIES = ("game-server", "photo-backup", "note-app", "maker-space", "pet-shelter")

Numbers = list[int]
Place = list[list[Numbers]]
"""The groups of one place; a group holds phrasings as numbers of words, where 0 is none."""


def number_words(text: str, english: EnglishWords) -> Numbers:
    """The words of a text by their place in the table, from 1 on."""
    found = []
    for word in drop_frame(tokenize(text)[:LONGEST]):
        number = english.names.find(word)
        if number is None and (base := english.find_base(word)) is not None:
            number = english.names.find(base)
        if number is not None:
            found.append(number + 1)
    return found


def read_places(english: EnglishWords) -> Iterator[Place]:
    """The groups of phrasings of every place."""
    for path in sorted((HERE / "paraphrases").glob("*.txt")):
        blocks = path.read_text("utf-8").split("\n\n")
        yield [[number_words(line, english) for line in block.splitlines()] for block in blocks]
    folders = [TESTS / "eval" / "communities" / name / "knowledge" for name in COMMUNITIES]
    for folder in (SHIPPED, *folders):
        knowledge = load_knowledge(folder)
        groups = {entry.id: list(entry.phrasings) for entry in knowledge.entries}
        groups |= {gap.id: list(gap.utterances) for gap in knowledge.gaps}
        questions = folder.parent / "questions.yaml"
        if folder == SHIPPED:
            questions = TESTS / "eval" / "tuned_too.yaml"
        for row in yaml.safe_load(questions.read_text("utf-8")):
            if "query" in row and len(row["expects"]) == 1:
                groups[row["expects"][0]].append(row["query"])
        yield [[number_words(text, english) for text in group] for group in groups.values()]


def keep_useful(place: Place) -> Place:
    """The groups of a place that hold two phrasings with known words at least."""
    known = [[phrasing for phrasing in group if phrasing] for group in place]
    return [group for group in known if len(group) > 1]


class Table(torch.nn.Module):
    """Word vectors, whose sum says what a text means."""

    def __init__(self, vectors: np.ndarray) -> None:
        super().__init__()
        rows = np.concatenate([np.zeros((1, DIMENSIONS), dtype=np.float32), vectors])
        self.words = torch.nn.Embedding.from_pretrained(
            torch.tensor(rows), freeze=False, padding_idx=0
        )

    def forward(self, texts: list[Numbers]) -> torch.Tensor:
        rows = torch.zeros((len(texts), max(map(len, texts))), dtype=torch.long)
        for row, text in zip(rows, texts, strict=True):
            row[: len(text)] = torch.tensor(text)
        present = (rows > 0).float()[..., None]
        return functional.normalize((self.words(rows) * present).sum(1), dim=1)


def contrast(table: Table, place: Place) -> torch.Tensor:
    """How badly two phrasings of each group find each other among the other groups'."""
    groups = random.sample(place, min(GROUPS, len(place)))
    left, right = zip(*(random.sample(group, 2) for group in groups), strict=True)
    first, second = table(list(left)), table(list(right))
    shared = (first.detach().mean(0) + second.detach().mean(0)) / 4
    first, second = (functional.normalize(side - shared, dim=1) for side in (first, second))
    likeness = first @ second.T / TEMPERATURE
    own = torch.arange(len(groups))
    return functional.cross_entropy(likeness, own) + functional.cross_entropy(likeness.T, own)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--work", type=Path, required=True, help="folder for results of the steps")
    parser.add_argument("--sentences", type=Path, nargs="+", required=True, metavar="FILE")
    parser.add_argument("--steps", type=int, default=STEPS)
    chosen = parser.parse_args()
    chosen.work.mkdir(parents=True, exist_ok=True)
    random.seed(0)
    torch.manual_seed(0)
    english = english_words()
    before = english.stack(english.words)
    table = Table(before)

    lines = [line for path in chosen.sentences for line in path.read_text("utf-8").splitlines()]
    texts = [number_words(line, english) for line in lines]
    lines = [line for line, text in zip(lines, texts, strict=True) if text]
    texts = [text for text in texts if text]
    raw = embed(lines, chosen.work)
    # The turn of the sentence model's space that brings it nearest to the table's.
    with torch.no_grad():
        sums = torch.cat([table(texts[i : i + 4_096]) for i in range(0, len(texts), 4_096)]).numpy()
    left, _, right = np.linalg.svd(raw.T @ sums, full_matrices=False)
    targets = functional.normalize(torch.tensor(raw @ (left @ right)), dim=1)

    places = [place for place in map(keep_useful, read_places(english)) if len(place) > 1]
    # The shipped knowledge counts more.
    shares = [SHIPPED_SHARE * len(places) if len(place) > 200 else 1 for place in places]
    optimizer = torch.optim.Adam(table.parameters(), lr=LEARNING_RATE)
    for step in range(chosen.steps):
        for group in optimizer.param_groups:
            group["lr"] = LEARNING_RATE * min(1, (step + 1) / 50) * (1 - step / chosen.steps)
        pairs = sum(contrast(table, place) for place in random.choices(places, shares, k=2))
        rows = random.sample(range(len(texts)), min(SENTENCES, len(texts)))
        lost = 1 - (table([texts[row] for row in rows]) * targets[rows]).sum(1).mean()
        loss = CONTRAST_WEIGHT * pairs + lost
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step % 200 == 0:
            print(f"step {step}: contrast {float(pairs):.3f}, sentences {float(lost):.4f}")

    after = table.words.weight.detach().numpy()[1:]
    packed, scales = pack(TUNED_SHARE * after + (1 - TUNED_SHARE) * before)
    with np.load(TARGET) as stored:
        words, log_shares = stored["words"], stored["log_shares"]
    np.savez(TARGET, words=words, log_shares=log_shares, vectors=packed, scales=scales)


if __name__ == "__main__":
    main()
