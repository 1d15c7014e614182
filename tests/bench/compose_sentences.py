"""Sentences for `tune_vectors.py`, whose meaning a sentence model tells the word vectors.

Four kinds: what people ask (the invented phrasings of `paraphrases/`, the shipped knowledge and the
communities that are tuned on), the same with other words of the same kind put in, so that rarer
words are met in questions as well, WordNet's examples and glosses, and random walks over usual word
pairs as in `derive_vectors.py`. No benchmark and no question for judging is among them.
"""

import random
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import yaml
from derive_vectors import CONTRACTIONS, Walker, read_dictionary

from bot.engine.languages.vectors import EnglishWords
from bot.engine.lexical.words import STOP_WORDS
from bot.engine.wording.questions import split_sentences
from bot.knowledge.loader import load_knowledge

WORDNET = Path("/usr/share/wordnet")
"""Where Debian's package wordnet-base puts its files."""

KINDS = ("noun", "verb", "adj", "adv")
COMMUNITIES = ("game-server", "photo-backup", "note-app", "maker-space", "pet-shelter")
ANSWER_SENTENCES = 3
"""Of each answer so many sentences belong to its group."""

LONGEST_TEXT = 300
WALKS = 50_000
WALKED_WORDS = 30_000
FROM_WORDNET = 40_000
"""So many examples, and as many glosses."""

INTERLEAVED = 5_000
SWAPPED = 120_000
SWAPPED_LENGTHS = range(3, 16)
"""Words of a sentence that others are put into."""

SWAP_SHARES = (0.35, 0.6, 0.9)
SWAPPED_IN = 26_000
"""Of the table's most usual words."""

FLATTENING = 0.35
"""The power of a word's frequency by which it is put in."""

HERE = Path(__file__).parent
TESTS = HERE.parent
SHIPPED = TESTS.parent / "knowledge"

Groups = list[list[str]]
"""What people ask of one place: each group holds phrasings of one need."""


def read_places() -> Iterator[tuple[str, Groups]]:
    """The groups of every place by its name; the shipped knowledge's is empty."""
    for path in sorted((HERE / "paraphrases").glob("*.txt")):
        yield path.stem, [_clean(b.splitlines()) for b in path.read_text("utf-8").split("\n\n")]
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
        for entry in knowledge.entries:
            told = [sentence.text for sentence in split_sentences(entry.answer)]
            groups[entry.id] += told[:ANSWER_SENTENCES]
        name = "" if folder == SHIPPED else folder.parent.name
        yield name, [_clean(group) for group in groups.values()]


def _clean(texts: list[str]) -> list[str]:
    return [" ".join(text.split())[:LONGEST_TEXT] for text in texts if text.strip()]


def find_spellings() -> dict[str, str]:
    """How words are written that have an apostrophe, by their letters alone."""
    written = {}
    for word in (*(word for word, _ in read_dictionary()), *CONTRACTIONS):
        plain = word.replace("'", "")
        if plain != word:
            written[plain] = word
    return written


def compose_general(english: EnglishWords, meant: int) -> list[str]:
    """The `meant` first words of the table by themselves, and sentences of all sorts."""
    random.seed(1)
    written = find_spellings()
    words = english.words
    glosses, examples = _read_wordnet()
    random.shuffle(glosses)
    random.shuffle(examples)
    walker = Walker()
    chance = np.random.default_rng(11)
    walks = [walker.walk(chance) for _ in range(WALKS)]
    chance = np.random.default_rng(12)
    around = [walker.walk_around(word, chance) for word in words[:WALKED_WORDS]]
    walks, around = (
        [" ".join(written.get(word, word) for word in walk) for walk in part]
        for part in (walks, around)
    )
    random.shuffle(around)
    kinds = (examples[:FROM_WORDNET], walks, around, glosses[:FROM_WORDNET])
    sentences = [written.get(word, word) for word in words[:meant]]
    for start in range(0, WALKS, INTERLEAVED):
        for kind in kinds:
            sentences += kind[start : start + INTERLEAVED]
    return sentences


def _read_wordnet() -> tuple[list[str], list[str]]:
    """WordNet's glosses, half of them behind the word that they explain, and its examples."""
    glosses, examples = [], []
    for kind in KINDS:
        for line in (WORDNET / f"data.{kind}").read_text("latin-1").splitlines():
            if line.startswith("  "):
                continue
            fields, _, gloss = line.partition(" | ")
            word = fields.split()[4].replace("_", " ").split("(")[0]
            quoted = re.findall(r'"([^"]+)"', gloss)
            examples += [text for text in quoted if 3 <= len(text.split()) <= 16]
            plain = re.sub(r'"[^"]*"', "", gloss).split(";")[0].strip()
            if 2 <= len(plain.split()) <= 14:
                glosses.append(f"{word} {plain}" if random.random() < 0.5 else plain)
    return glosses, examples


class Swapper:
    """Puts words of the same kind and form in each other's place."""

    def __init__(self, english: EnglishWords) -> None:
        self._kinds: dict[str, dict[str, int]] = {}
        for kind in KINDS:
            for line in (WORDNET / f"index.{kind}").read_text("latin-1").splitlines():
                if not line.startswith("  "):
                    fields = line.split()
                    senses_in_texts = int(fields[-int(fields[2]) - 1])
                    self._kinds.setdefault(fields[0], {})[kind] = senses_in_texts
        members: dict[str, list[str]] = {}
        shares: dict[str, list[float]] = {}
        for word, log_share in zip(
            english.words[:SWAPPED_IN], english.log_shares.tolist(), strict=False
        ):
            form = None if word in STOP_WORDS or len(word) < 3 else self.find_form(word)
            if form:
                members.setdefault(form, []).append(word)
                shares.setdefault(form, []).append(np.exp(log_share) ** FLATTENING)
        self._members = {
            form: (words, np.cumsum(shares[form]) / np.sum(shares[form]))
            for form, words in members.items()
        }

    def find_form(self, word: str) -> str | None:
        """What kind of word that is most often, with its ending: "noun", "nouns", "verbing"."""
        base, ending = (word, "") if word in self._kinds else self._find_base(word)
        if base is None:
            return None
        counts = self._kinds[base]
        kind = max(counts, key=lambda kind: (counts[kind], kind == "noun"))
        kind = "verb" if ending in ("ing", "ed") else kind
        return kind + ("s" if ending in ("es", "ies") else ending)

    def _find_base(self, word: str) -> tuple[str | None, str]:
        for ending, instead in (
            ("ies", ("y",)),
            ("ing", ("", "e")),
            ("ed", ("", "e")),
            ("es", ("", "e")),
            ("s", ("",)),
        ):
            stem = word[: -len(ending)]
            if not word.endswith(ending) or len(stem) < 3:
                continue
            for letter in instead:
                if stem + letter in self._kinds:
                    return stem + letter, ending
            if ending in ("ing", "ed") and stem[-1] == stem[-2] and stem[:-1] in self._kinds:
                return stem[:-1], ending
        return None, ""

    def swap(self, text: str, share: float) -> str | None:
        """`text` with about a `share` of its words for others; None where none of them is."""
        swapped: dict[str, str] = {}
        words = []
        for token in text.split():
            match = re.fullmatch(r"([^\w]*)([A-Za-z]+)([^\w]*)", token)
            word = match[2].lower() if match else ""
            form = self.find_form(word) if len(word) > 2 and word not in STOP_WORDS else None
            if match and form in self._members and random.random() < share:
                other = swapped.setdefault(word, self._draw(form))
                words.append(match[1] + other + match[3])
            else:
                words.append(token)
        return " ".join(words) if swapped else None

    def _draw(self, form: str) -> str:
        words, shares = self._members[form]
        return words[min(int(np.searchsorted(shares, random.random())), len(words) - 1)]


def compose_swapped(english: EnglishWords, texts: list[str]) -> list[str]:
    """Some of `texts`, with other words put in."""
    random.seed(5)
    swapper = Swapper(english)
    texts = [text for text in texts if len(text.split()) in SWAPPED_LENGTHS]
    sentences: list[str] = []
    while len(sentences) < SWAPPED:
        text = random.choice(texts)
        if swapped := swapper.swap(text, random.choice(SWAP_SHARES)):
            sentences.append(swapped)
    return sentences
