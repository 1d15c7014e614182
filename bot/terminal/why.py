"""Why the engine chose a reply, as text for keepers and as data for scripts."""

from typing import Any, Final

from bot.engine.deciding.explanation import word_shares
from bot.engine.replies import MatchReason, Reply

LEAST_SHOWN: Final = 0.05
"""Words that count for less are left out of the lines for people."""


def describe_why(reply: Reply) -> dict[str, Any]:
    """The `why` object of `career-bot ask --jsonl`; everything in it is plain JSON."""
    understanding, explanation = reply.understanding, reply.explanation
    reasons = {r.entry_id: r for r in explanation.matches} if explanation else {}
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
                **_describe_reason(reasons.get(match.entry.id)),
            }
            for match in reply.matches
        ],
    }


def _describe_reason(reason: MatchReason | None) -> dict[str, Any]:
    if reason is None:
        return {"words": [], "missed": [], "ruled_out": ""}
    return {
        "words": [[word, round(weight, 4)] for word, weight in reason.words],
        "missed": [[word, round(share, 4)] for word, share in reason.missed],
        "ruled_out": reason.ruled_out,
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
        for label, words in (("for it", match["words"]), ("misses", match["missed"])):
            shown = [(word, share) for word, share in words if share >= LEAST_SHOWN]
            if shown:
                lines.append(f"        {label}: {', '.join(word_shares(shown))}")
        if match["ruled_out"]:
            lines.append(f"        ruled out: {match['ruled_out']}")
    return "\n".join(lines)
