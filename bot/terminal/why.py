"""Why the engine chose a reply, as text for keepers and as data for scripts."""

from typing import Any

from bot.engine.replies import Reply


def describe_why(reply: Reply) -> dict[str, Any]:
    """The `why` object of `career-bot ask --jsonl`; everything in it is plain JSON."""
    understanding, explanation = reply.understanding, reply.explanation
    words = dict(explanation.words) if explanation else {}
    return {
        "reason": explanation.reason if explanation else "",
        "query": understanding.query,
        "repairs": [list(pair) for pair in understanding.repairs],
        "used_context": understanding.used_context,
        "details": [list(pair) for pair in explanation.details] if explanation else [],
        "matches": [
            {
                "id": match.entry.id,
                "score": round(match.score, 4),
                "utterance": match.utterance,
                "words": [[w, round(weight, 4)] for w, weight in words.get(match.entry.id, ())],
            }
            for match in reply.matches
        ],
    }


def render_why(reply: Reply) -> str:
    """The same as lines of plain text."""
    why = describe_why(reply)
    lines = [f"Outcome: {reply.outcome} (score {reply.score:.2f})", f"Reason: {why['reason']}"]
    if not why["details"]:  # which say it as well, question by question
        lines.append(f"Read as: {why['query']}")
        lines += [f"Repaired: {typed} → {read}" for typed, read in why["repairs"]]
    lines.append(f"Context used: {'yes' if why['used_context'] else 'no'}")
    lines += [f"{label.capitalize()}: {text}" for label, text in why["details"]]
    if why["matches"]:
        lines.append("Best entries:")
    for match in why["matches"]:
        lines.append(f"  {match['score']:.2f}  {match['id']}: {match['utterance']}")
        if match["words"]:
            counted = ", ".join(f"{word} {weight:.2f}" for word, weight in match["words"])
            lines.append(f"        {counted}")
    return "\n".join(lines)
