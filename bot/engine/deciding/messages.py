"""Deciding about one message: a question, or a post around one or several."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.engine.conversation import Conversation, Turn
from bot.engine.deciding.decision import MAX_CHOICES, MIN_CHOICES, Decision
from bot.engine.deciding.judge import Judge
from bot.engine.deciding.parts import PartDecider
from bot.engine.lexical.text import stem, tokenize
from bot.engine.lexical.words import content_words
from bot.engine.narrowing.catalogue import Catalogue
from bot.engine.narrowing.mentions import are_listed, drop_listed, holds_together
from bot.engine.reading.context import ContextReader
from bot.engine.reading.reading import Reader, Reading
from bot.engine.wording.asking import only_calls
from bot.engine.wording.exclusion import find_denied, split_exclusion, split_held
from bot.engine.wording.listing import lists_word
from bot.engine.wording.prefaces import split_trade
from bot.engine.wording.questions import (
    Sentence,
    asks_emptily,
    is_long,
    leans_on_neighbour,
    names_nothing,
    points_at_told,
    split_clauses,
    split_conjuncts,
    split_questions,
)
from bot.engine.wording.telling import asks_for_rest, tells_of_having, weighs_told

MAX_ASKING: Final = 3
"""Asking clauses of a post that are tried, the first and the last ones; bounds the work."""

NEAR: Final = 4
"""Clauses before one that says "it" in which to look for what that stands for."""

REST_WEIGHT: Final = 0.3
"""Weight of a post's other sentences beside the one that asks: enough to break a tie."""

BEFORE_WEIGHT: Final = 0.4
"""Weight of the clause before the one that asks, where a post mostly says what is up."""

NAMELESS_WEIGHT: Final = 0.5
"""Weight of a sentence that asks but names next to nothing ("is that a problem?")."""

WORDLESS_WEIGHT: Final = 0.25
"""Weight of one that names nothing at all ("is there any?")."""

EMPTY_WEIGHT: Final = 0.1
"""Weight of one that only asks what to do ("any idea what I can do?")."""

TROUBLE_WEIGHT: Final = 0.7
"""Weight of the clause before such a one that tells most of what is up."""

RIVAL_SHARE: Final = 0.5
"""Share of that clause's confidence from which another one of the post counts as much."""

POINTED_WEIGHT: Final = 0.5
"""Weight of what "it" stands for in a sentence that asks without naming its subject."""


class MessageDecider:
    """Decides about messages, each by itself or after what was said before it."""

    def __init__(
        self,
        reader: Reader,
        context: ContextReader,
        judge: Judge,
        catalogue: Catalogue,
        *,
        threshold: float,
        in_part: bool = True,
    ) -> None:
        """`threshold` is the confidence from which the knowledge has to do with a text.

        With `in_part` one of two things that are asked may be answered without the other.
        """
        self._reader = reader
        self._context = context
        self._judge = judge
        self._catalogue = catalogue
        self._threshold = threshold
        self._in_part = in_part
        self._parts = PartDecider(reader, context, judge, catalogue, in_part=in_part)

    def decide(self, text: str, conversation: Conversation) -> tuple[Decision, ...]:
        """One decision, or two where the message asks two things that can both be answered.

        A trade before a question that the knowledge has no value for says who asks, and only
        breaks a tie ("car mechanic here. what does it pay").
        """
        found = split_trade(text)
        if found is None or not self._reader.is_foreign(found[0].name):
            return self._decide(text, conversation)
        decisions = self._decide(found[1], conversation)
        if decisions[0].outcome == "clarification":
            told = self._decide(text, conversation)
            if told[0].outcome == "answer" and told[0].entries[0] in decisions[0].entries:
                return told
        return decisions

    def _decide(self, text: str, conversation: Conversation) -> tuple[Decision, ...]:
        clauses = split_clauses(text)
        others = self._decide_others(text, conversation) if len(clauses) == 1 else None
        if others is not None:
            return (others,)
        reading = self._context.read(text, conversation)
        around = [c for c in clauses if not c.asks and content_words(tokenize(c.text))]
        asking = _find_asking(clauses)
        if around and asking:
            asked = [clauses[n].text for n in asking]
            reading = self._reader.set_back(reading, told=_tell(clauses), asked=asked)
            reading = self._leave_told(reading, asked="; ".join(asked), told=_tell(clauses))
        whole = self._judge.decide(reading)
        if is_long(text):
            return self._decide_post(clauses, whole)
        if self._in_part and (known := self._answer_known(whole)) is not None:
            return (known,)
        if around and not whole.reading.used_context:
            return _choose_plainer(self._decide_post(clauses, whole), whole)
        return self._parts.decide(text, whole, conversation) or (whole,)

    def _decide_others(self, text: str, conversation: Conversation) -> Decision | None:
        """What to say to a question for other things than what it sets aside, if it does that.

        None where that is nothing known: of "which fields besides tech" all are asked for.
        """
        if (denied := find_denied(text)) is not None:
            return self._decide_without(denied, text, conversation)
        if (held := split_held(text)) is not None:
            decision = self._leave_out(self._context.read(held[0], conversation), held[1])
            return decision if decision and decision.outcome != "fallback" else None
        if (parted := split_exclusion(text)) is None:
            return None
        rest, excluded = parted
        if rest:
            return self._leave_out(self._context.read(rest, conversation), excluded)
        last = conversation.last_understood
        return None if last is None else self._leave_out(self._read_again(last, text), excluded)

    def _decide_without(
        self, denied: str, text: str, conversation: Conversation
    ) -> Decision | None:
        """What the last question comes to without what a turn denies.

        What else was offered, where it comes to the same without it. None where neither that
        question nor a list or row in its answer names it.
        """
        last = conversation.last_understood
        if last is None or not last.answered:
            return None
        answered = self._catalogue.find(last.answered)
        told = "\n".join(self._catalogue[n].answer for n in answered)
        # Of "is there work for who is working", "not working" tells of the speaker.
        asked = {stem(w) for w in tokenize(last.query) if not w.endswith(("ing", "ed"))}
        words = content_words(tokenize(denied))
        if not all(stem(word) in asked or lists_word(told, word) for word in words):
            return None
        again = self._read_again(last, text)
        decision = self._leave_out(again, denied)
        if decision is None or set(answered).isdisjoint(decision.entries):
            return decision
        best = self._reader.read(denied).scores.best
        others = tuple(n for n in self._catalogue.find(last.offered) if n != best)[:MAX_CHOICES]
        choices = others if len(others) >= MIN_CHOICES else ()
        return Decision(
            "clarification" if choices else "fallback",
            again.doubt(),
            choices,
            nearest=others,
            goes_on=True,
            reason="the last question comes to the same without what the turn denies",
        )

    def _read_again(self, last: Turn, text: str) -> Reading:
        """The last question as it is asked once more by a turn that sets something of it aside."""
        return replace(self._reader.read(last.query), used_context=True, asked=text)

    def _leave_out(self, reading: Reading, excluded: str) -> Decision | None:
        """The decision about a reading but for what it is not meant of; None if that is unknown."""
        known = self._reader.read(excluded)
        if known.confidence < self._threshold:
            return None
        denied = [replace(m, denied=True) for m in known.mentions if m.value]
        reading = replace(reading, mentions=(*reading.mentions, *denied))
        return self._judge.decide(self._reader.leave_out(reading, excluded))

    def _answer_known(self, whole: Decision) -> Decision | None:
        """The answer for the known ones of several values; what the others lack is left open.

        Of "pay in the US and in Canada" the first half, of "pay in Bangalore, India" that for the
        country. None where the values are held against each other.
        """
        foreign = [m for m in whole.unmet if m.value is None]
        kinds = {m.qualifier for m in foreign}
        known = [m for m in whole.reading.mentions if m.value and m.qualifier in kinds]
        tokens = whole.reading.prepared.tokens
        if not foreign or not known or any(m.background or m.denied for m in known):
            return None
        if holds_together(tokens):
            return None
        asked_whole = not whole.reading.used_context  # else the place narrows the turn before
        within = asked_whole and {m.within for m in foreign} <= {m.value for m in known}
        if not within and not are_listed(tokens, [*known, *foreign]):
            return None
        left: Sequence[str] = tokens
        for mention in foreign:
            left = drop_listed(left, mention)
        answered = self._judge.decide(self._reader.read(" ".join(left)))
        if answered.outcome != "answer":
            return None
        return replace(answered, left_open=whole)

    def _decide_both(self, text: str) -> tuple[Decision, ...] | None:
        """The answers to the two questions that one clause of a post asks, if it asks two."""
        if len(split_questions(text)) < 2 and split_conjuncts(text) is None:
            return None
        whole = self._judge.decide(self._reader.read(text))
        parts = self._parts.decide(text, whole, Conversation())
        return parts if parts and len(parts) == 2 else None

    def _decide_post(self, clauses: Sequence[Sentence], whole: Decision) -> tuple[Decision, ...]:
        """The decision for a post: what it asks counts, the rest breaks ties."""
        asking = _find_asking(clauses)
        if not asking or len(clauses) == 1:
            return (whole,)
        if len(asking) == 1 and (both := self._decide_both(clauses[asking[0]].text)):
            return both
        question = "; ".join(clauses[n].text for n in asking)
        setting = self._reader.find_setting(_tell(clauses), question=question)
        decisions = []
        for n in asking:
            text = clauses[n].text
            before = [clause.text for clause in clauses[max(0, n - NEAR) : n]]
            background = [(whole.reading.prepared, REST_WEIGHT)]
            troubles = self._rank_troubles(before) if asks_emptily(text) else []
            if troubles:
                background.append((troubles[0].prepared, TROUBLE_WEIGHT))
            elif before and leans_on_neighbour(text):
                told, subject = self._reader.find_subject(before)
                background += [(told, BEFORE_WEIGHT), (subject, POINTED_WEIGHT)]
            elif before:
                background.append((self._reader.prepare(before[-1]), BEFORE_WEIGHT))
            weight = _weigh_asking(text) if before else 1.0
            reading = self._reader.read(text, weight=weight, background=background, setting=setting)
            if before:
                reading = self._leave_told(reading, asked=text, told=before[-1])
            decisions.append(self._ask_between(self._judge.decide(reading), troubles))
        answers = [d for d in decisions if d.outcome == "answer"]
        distinct = list({d.entries: d for d in reversed(answers)}.values())[::-1]
        if len(distinct) == 2:
            return tuple(distinct)
        if distinct:
            best = max(distinct, key=lambda d: d.confidence)
            plain = self._reader.repeats(clauses[asking[0]].text)
            open_still = not plain and _leaves_open(clauses, asking)
            return (_ask_which(best, whole) if open_still else best,)
        unclear = [
            decision
            for n, decision in zip(asking, decisions, strict=True)
            if decision.outcome == "clarification" and asks_emptily(clauses[n].text)
        ]
        if unclear and whole.outcome == "clarification":
            return (unclear[-1],)
        best = max((whole, *decisions), key=lambda d: (d.outcome != "fallback", d.confidence))
        surer = [d for d in decisions if best.torn and d.extra == best.extra and not d.torn]
        return (surer[0] if surer else best,)

    def _rank_troubles(self, before: Sequence[str]) -> list[Reading]:
        """Clauses by how much they tell of what is known, the most first; of equals the later."""
        readings = [self._reader.read(text) for text in reversed(before)]
        return sorted(readings, key=lambda reading: -reading.confidence)

    def _ask_between(self, decision: Decision, troubles: Sequence[Reading]) -> Decision:
        """The answer to a post that only asks what to do, where its clauses lead to one entry.

        One that tells nearly as much, and of something else, is asked back about.
        """
        if decision.outcome != "answer" or not troubles:
            return decision
        least = RIVAL_SHARE * troubles[0].confidence
        tops = [t.scores.best for t in troubles[1:] if t.confidence >= least]
        rivals = [
            n
            for n in tops
            if n is not None and not self._catalogue.is_extra(n) and n not in decision.entries
        ]
        if not rivals:
            return decision
        reason = "two clauses of a post that only asks what to do lead to different entries"
        entries = (*decision.entries, rivals[0])
        return replace(decision, outcome="clarification", entries=entries, reason=reason)

    def _leave_told(self, reading: Reading, *, asked: str, told: str) -> Reading:
        """`reading` less what its writer has already, where they ask what else they need."""
        if asks_for_rest(asked) and tells_of_having(told):
            return self._reader.leave_out(reading, told)
        return reading


def _weigh_asking(text: str) -> float:
    """The weight of a clause that asks, beside what was said before it."""
    if asks_emptily(text):
        return EMPTY_WEIGHT
    if not content_words(tokenize(text)) or weighs_told(text):
        return WORDLESS_WEIGHT
    return NAMELESS_WEIGHT if names_nothing(text) else 1.0


def _leaves_open(clauses: Sequence[Sentence], asking: Sequence[int]) -> bool:
    """Whether the one question of a short message says nothing without what is told before it.

    "I've got a kobo, can I get your books on it?" is about what it tells.
    """
    if len(asking) != 1 or asking[0] == 0 or is_long(" ".join(c.text for c in clauses)):
        return False
    text = clauses[asking[0]].text
    return names_nothing(text) or points_at_told(text)


def _ask_which(answer: Decision, whole: Decision) -> Decision:
    """The answer to a question that leans on what is told, where all of it leads there as well.

    Both ways to read the message are offered where they lead apart.
    """
    best = whole.nearest[:1]
    if not best or best == answer.entries:
        return answer
    reason = "the question by itself and with what is told before it lead to different entries"
    return replace(answer, outcome="clarification", entries=(*best, *answer.entries), reason=reason)


def _find_asking(clauses: Sequence[Sentence]) -> list[int]:
    """The clauses that ask, by number; of many the first and the last ones.

    What only asks to be heard counts where nothing else asks.
    """
    asking = [number for number, clause in enumerate(clauses) if clause.asks]
    asking = [number for number in asking if not only_calls(clauses[number].text)] or asking
    if len(asking) > MAX_ASKING:
        return [asking[0], *asking[1 - MAX_ASKING :]]
    return asking


def _tell(clauses: Sequence[Sentence]) -> str:
    """What a message tells around what it asks."""
    return "; ".join(clause.text for clause in clauses if not clause.asks)


def _choose_plainer(post: tuple[Decision, ...], whole: Decision) -> tuple[Decision, ...]:
    """The decision about what a short message asks, or about all of it where that is plainer."""
    if len(post) > 1 or whole.outcome != "answer":
        return post
    return post if post[0].outcome == "answer" and post[0].margin > whole.margin else (whole,)
