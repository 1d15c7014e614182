"""Deciding about a turn: one question, two in one message, or a post around a question."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.engine.asking import asks, only_calls
from bot.engine.asking_further import asks_briefly
from bot.engine.catalogue import Catalogue
from bot.engine.choices import ChoiceFinder
from bot.engine.context import ContextReader
from bot.engine.conversation import Conversation, Turn
from bot.engine.corrections import find_correction, find_withdrawn, says_missed
from bot.engine.courtesies import Courtesy
from bot.engine.decision import MIN_CHOICES, Decision, Judge, Thresholds
from bot.engine.exclusion import split_exclusion
from bot.engine.leaning import asks_barely, is_tied, points_back
from bot.engine.mentions import ROLE, are_listed, drop_listed, holds_together
from bot.engine.questions import (
    Sentence,
    is_long,
    leans_on_neighbour,
    names_nothing,
    points_at_told,
    split_clauses,
    split_conjuncts,
    split_questions,
)
from bot.engine.reactions import disputes
from bot.engine.reading import (
    BEFORE_WEIGHT,
    EXACT_CONFIDENCE,
    NAMELESS_WEIGHT,
    POINTED_WEIGHT,
    POINTING_TO_TOLD,
    REST_WEIGHT,
    WORDLESS_WEIGHT,
    Reader,
    Reading,
)
from bot.engine.regions import REGION
from bot.engine.telling import (
    asks_for_rest,
    introduces,
    tells_of_having,
    tells_of_speaker,
    weighs_problem,
    weighs_told,
)
from bot.engine.text import stem, tokenize
from bot.engine.words import content_words

MAX_ASKING: Final = 3
"""Asking clauses of a post that are tried, the first and the last ones; bounds the work."""


NEAR: Final = 4
"""Clauses before one that says "it" in which to look for what that stands for."""

TOLD_SHARE: Final = 0.25
"""What an entry must score of the best one for a question, to answer it for who asks.

Who hates maths and asks for the pay does not ask for the maths.
"""

SHORT_SECOND: Final = 2
"""Subject words up to which the second of two questions is about what the first is about."""


class TurnDecider:
    """Decides about turns of a conversation, or about a message by itself."""

    def __init__(
        self,
        reader: Reader,
        judge: Judge,
        thresholds: Thresholds,
        catalogue: Catalogue,
    ) -> None:
        self._reader = reader
        self._judge = judge
        self._thresholds = thresholds
        self._catalogue = catalogue
        self._context = ContextReader(reader, catalogue)
        self.choices = ChoiceFinder(
            reader,
            catalogue,
            judge=lambda reading: self._judge_reading(reading, ambient=False),
            threshold=thresholds.threshold,
        )

    def decide(
        self, text: str, conversation: Conversation, *, ambient: bool = False
    ) -> tuple[Decision, ...]:
        """One decision, or two where the message asks two things that can both be answered.

        Who says that an answer was not what they asked for does not get it again.
        """
        decisions = self._decide_turn(text, conversation, ambient=ambient)
        last = conversation.latest
        answered = self._catalogue.find(last.answered) if last else ()
        if not says_missed(text) or not any(_gives(decision, answered) for decision in decisions):
            return decisions
        reading = decisions[0].reading.doubt()
        nearest = self._catalogue.find(last.offered) if last else ()
        reason = "the turn says that the last answer was not asked for, and leads to it again"
        return (
            Decision("fallback", reading, nearest=nearest, line=Courtesy.MISTAKEN, reason=reason),
        )

    def _decide_turn(
        self, text: str, conversation: Conversation, *, ambient: bool
    ) -> tuple[Decision, ...]:
        """The decisions about a turn, whatever it says of the one before.

        What the turn before told of the speaker counts as told in the same message, where that
        leads to an answer which the question by itself is not far from.
        """
        if (withdrawn := find_withdrawn(text)) is not None and not ambient:
            asked, meant = withdrawn
            corrected = conversation.add(Turn(query=asked))
            return self._decide_turn(f"I meant {meant}", corrected, ambient=ambient)
        last = conversation.latest
        if last is not None and (picked := self.choices.decide_several(text, last)):
            return picked
        if last is not None and last.answered and (doubted := self._answer_doubt(text)):
            return doubted
        if last is not None and last.answered and asks_briefly(text):
            return self._decide_again(text, conversation, ambient)
        if (item := self.choices.name_item(text, conversation)) is not None:
            named, listing = item
            decisions = self._decide(named, listing, ambient=ambient)
            if all(decision.outcome == "answer" for decision in decisions):
                return decisions
            return self._decide_again(text, listing, ambient)
        told = _find_told(text, conversation)
        if told is not None:
            before = Conversation(conversation.turns[:-1])
            joined = self._decide(f"{told}. {text}", before, ambient=ambient)
            told_of = [d.outcome != "fallback" or d.extra is not None for d in joined]
            if weighs_problem(text) or (weighs_told(text) and all(told_of)):
                return joined
            if all(d.outcome == "answer" and self._is_near(text, d.entries[0]) for d in joined):
                return joined
            setting = {m.qualifier for m in self._reader.find_setting(told, question=text)}
            if ROLE in setting:
                return joined
            if REGION in setting and self._is_asked_there(text, conversation, joined):
                return joined
        if (after := self._decide_told_after(text, conversation)) is not None:
            return after
        decisions = self._decide(text, conversation, ambient=ambient)
        if introduces(text) and self._reader.tells_place_or_trade(text):
            return tuple(map(_welcome, decisions))
        return decisions

    def _decide_again(
        self, text: str, conversation: Conversation, ambient: bool
    ) -> tuple[Decision, ...]:
        """What the last question came to, for a turn that asks of nothing but that."""
        *before, last = conversation.turns
        again = self._decide(last.query, Conversation(tuple(before)), ambient=ambient)
        return tuple(
            replace(d, reading=replace(d.reading, used_context=True, asked=text)) for d in again
        )

    def _is_asked_there(
        self, text: str, conversation: Conversation, joined: Sequence[Decision]
    ) -> bool:
        """Whether a question is asked for where its asker lives, as `joined` takes it.

        That is so where it says "there", or where only the place leads to another entry of a topic.
        """
        if not POINTING_TO_TOLD.isdisjoint(tokenize(text)):
            return all(d.outcome == "answer" or d.unmet for d in joined)
        alone = self._decide(text, conversation, ambient=False)
        both = (*alone, *joined)
        if len(both) != 2 or any(decision.outcome != "answer" for decision in both):
            return False
        return len({self._catalogue[decision.entries[0]].topic for decision in both}) == 1

    def _answer_doubt(self, text: str) -> tuple[Decision, ...] | None:
        """What to say to a turn that only doubts the answer before it; None for any other.

        And for one that the knowledge has small talk for, word for word.
        """
        if not disputes(text):
            return None
        reading = self._reader.read(text)
        best = reading.scores.best
        said = reading.confidence >= EXACT_CONFIDENCE
        if best is not None and said and self._catalogue.is_small_talk(best):
            return None
        reason = "the turn doubts the answer before it, and asks nothing"
        return (Decision("fallback", reading.doubt(), line=Courtesy.DISPUTED, reason=reason),)

    def _decide_told_after(
        self, text: str, conversation: Conversation
    ) -> tuple[Decision, ...] | None:
        """The last question decided anew for what its asker tells of themselves after it.

        None where that leads to nothing new, or to nothing that they told of.
        """
        last = conversation.latest
        if last is None or not last.answered or not self._reader.tells_fact(text):
            return None
        if not tells_of_speaker(text) or is_tied(text) or find_correction(text):
            return None
        again = self._decide(f"{text.rstrip(' .!')}. {last.query}", Conversation(), ambient=False)
        found = {self._catalogue[n].id for decision in again for n in decision.entries}
        new = found.isdisjoint(last.answered) and all(d.outcome == "answer" for d in again)
        return again if new and all(self._is_near(text, d.entries[0]) for d in again) else None

    def _is_near(self, text: str, number: int) -> bool:
        values = self._reader.read(text).scores.values
        return float(values[number]) >= TOLD_SHARE * float(values[: len(self._catalogue)].max())

    def _decide(
        self, text: str, conversation: Conversation, *, ambient: bool
    ) -> tuple[Decision, ...]:
        clauses = split_clauses(text)
        others = self._decide_others(text, conversation, ambient) if len(clauses) == 1 else None
        if others is not None:
            return (others,)
        reading = self._read_turn(text, conversation)
        around = [c for c in clauses if not c.asks and content_words(tokenize(c.text))]
        asking = _find_asking(clauses)
        if around and asking:
            asked = [clauses[n].text for n in asking]
            reading = self._reader.set_back(reading, told=_tell(clauses), asked=asked)
            reading = self._leave_told(reading, asked="; ".join(asked), told=_tell(clauses))
        whole = self._judge_reading(reading, ambient)
        if is_long(text):
            return self._decide_post(clauses, whole, ambient)
        if not ambient and (known := self._answer_known(whole)) is not None:
            return (known,)
        if around and not whole.reading.used_context:
            return _choose_plainer(self._decide_post(clauses, whole, ambient), whole)
        return self._decide_parts(text, whole, conversation, ambient) or (whole,)

    def _decide_others(
        self, text: str, conversation: Conversation, ambient: bool
    ) -> Decision | None:
        """What to say to a question for other things than what it sets aside, if it does that.

        None where that is nothing known: of "which fields besides tech" all are asked for.
        """
        if (parted := split_exclusion(text)) is None:
            return None
        rest, excluded = parted
        last = conversation.last_understood
        if not rest and last is None:
            return None
        known = self._reader.read(excluded)
        if known.confidence < self._thresholds.threshold:
            return None
        denied = [replace(m, denied=True) for m in known.mentions if m.value]
        if last is not None and not rest:
            again = self._reader.read(last.query)
            reading = replace(again, used_context=True, asked=text)
        else:
            reading = self._read_turn(rest, conversation)
        reading = replace(reading, mentions=(*reading.mentions, *denied))
        return self._judge_reading(self._reader.leave_out(reading, excluded), ambient)

    def _judge_reading(self, reading: Reading, ambient: bool) -> Decision:
        """The decision about one reading.

        Where a gap fits only for who is cited, what is asked beside that counts: "does Miller's
        book say that I need a spade" is no question about Miller.
        """
        decision = self._judge.decide(reading, self._thresholds, ambient=ambient)
        if decision.extra is None or self._catalogue.is_small_talk(decision.extra):
            return decision
        beside = self._reader.read_beside_cited(reading)
        if beside is None:
            return decision
        plain = self._judge.decide(beside, self._thresholds, ambient=ambient)
        return plain if plain.outcome == "answer" else decision

    def _decide_parts(
        self, text: str, whole: Decision, conversation: Conversation, ambient: bool
    ) -> tuple[Decision, ...] | None:
        parts = split_questions(text)
        if len(parts) > 1:
            first = self._judge_reading(self._read_turn(parts[0], conversation), ambient)
            further, before = parts[1], conversation
            if first.outcome == "fallback" and asks_barely(further):
                return None  # "in which year?" is asked of what nothing is known about
            stands_alone = first.outcome == "fallback" and not points_back(further)
            # What was overheard is not answered in part, so that its second half always leans.
            if ambient or not stands_alone:
                before = conversation.add(Turn(query=first.reading.query))
                further = f"and {further}" if _is_brief(further) else further
            second = self._judge_reading(self._read_turn(further, before), ambient)
            alike = not ambient and not first.reading.mentions  # else the second leans on the first
            open_still = second.outcome != "answer" or second.entries == first.entries
            if alike and open_still and _is_complete(parts[1]):
                alone = self._judge_reading(self._reader.read(parts[1]), ambient)
                alone = _leave_other(alone, first)
                second = alone if alone.outcome == "answer" else second
            first, second = _leave_other(first, second), _leave_other(second, first)
            answered = [d for d in (first, second) if d.outcome == "answer"]
            if len(answered) == 2 and first.entries != second.entries:
                return (first, second)
            if len(answered) == 1:
                other = second if answered[0] is first else first
                brief = other is second and _is_brief(second.reading.query)
                if one := _answer_one(answered[0], other, whole, brief=brief):
                    # Nobody asked the bot what it does not know where it only overheard.
                    return (replace(one, left_open=None) if ambient else one,)
            if both := _choose_both(first, second, whole):
                return both
        if whole.outcome != "fallback" and (sides := split_conjuncts(text)):
            halves = [self._judge_reading(self._reader.read(side), ambient) for side in sides]
            tops = {d.entries[0] for d in halves if d.outcome == "answer"}
            best = whole.entries
            if whole.outcome == "answer" and not ambient and not self._is_titled(whole):
                best = whole.nearest[:2]
            if len(tops) == 2 and tops <= set(best):
                return tuple(halves)
        return None

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
        answered = self._judge_reading(self._reader.read(" ".join(left)), ambient=False)
        if answered.outcome != "answer":
            return None
        return replace(answered, left_open=whole)

    def _is_titled(self, decision: Decision) -> bool:
        """Whether the own question of the entry that is answered names all that is asked for."""
        title = set(map(stem, tokenize(self._catalogue[decision.entries[0]].question)))
        return all(stem(word) in title for word in content_words(decision.reading.prepared.tokens))

    def _decide_both(self, text: str, ambient: bool) -> tuple[Decision, ...] | None:
        """The answers to the two questions that one clause of a post asks, if it asks two."""
        if len(split_questions(text)) < 2 and split_conjuncts(text) is None:
            return None
        whole = self._judge_reading(self._reader.read(text), ambient)
        parts = self._decide_parts(text, whole, Conversation(), ambient)
        return parts if parts and len(parts) == 2 else None

    def _decide_post(
        self, clauses: Sequence[Sentence], whole: Decision, ambient: bool
    ) -> tuple[Decision, ...]:
        """The decision for a post: what it asks counts, the rest breaks ties."""
        asking = _find_asking(clauses)
        if not asking or len(clauses) == 1:
            return (whole,)
        if len(asking) == 1 and (both := self._decide_both(clauses[asking[0]].text, ambient)):
            return both
        question = "; ".join(clauses[n].text for n in asking)
        setting = self._reader.find_setting(_tell(clauses), question=question)
        decisions = []
        for n in asking:
            text = clauses[n].text
            before = [clause.text for clause in clauses[max(0, n - NEAR) : n]]
            background = [(whole.reading.prepared, REST_WEIGHT)]
            if before and leans_on_neighbour(text):
                told, subject = self._reader.find_subject(before)
                background += [(told, BEFORE_WEIGHT), (subject, POINTED_WEIGHT)]
            elif before:
                background.append((self._reader.prepare(before[-1]), BEFORE_WEIGHT))
            weight = _weigh_asking(text) if before else 1.0
            reading = self._reader.read(text, weight=weight, background=background, setting=setting)
            if before:
                reading = self._leave_told(reading, asked=text, told=before[-1])
            decisions.append(self._judge_reading(reading, ambient))
        answers = [d for d in decisions if d.outcome == "answer"]
        distinct = list({d.entries: d for d in reversed(answers)}.values())[::-1]
        if len(distinct) == 2:
            return tuple(distinct)
        if distinct:
            best = max(distinct, key=lambda d: d.confidence)
            plain = self._reader.repeats(clauses[asking[0]].text)
            open_still = not plain and _leaves_open(clauses, asking)
            return (_ask_which(best, whole) if open_still else best,)
        return (max((whole, *decisions), key=lambda d: (d.outcome != "fallback", d.confidence)),)

    def _leave_told(self, reading: Reading, *, asked: str, told: str) -> Reading:
        """`reading` less what its writer has already, where they ask what else they need."""
        if asks_for_rest(asked) and tells_of_having(told):
            return self._reader.leave_out(reading, told)
        return reading

    def _read_turn(self, text: str, conversation: Conversation) -> Reading:
        return self._context.read(text, conversation, threshold=self._thresholds.threshold)


def _weigh_asking(text: str) -> float:
    """The weight of a clause that asks, beside what was said before it."""
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


def _gives(decision: Decision, numbers: Sequence[int]) -> bool:
    """Whether a decision is to answer with one of the entries of those `numbers`."""
    return decision.outcome == "answer" and decision.entries[0] in numbers


def _welcome(decision: Decision) -> Decision:
    """What is said to who tells where they stand: nothing is missing, as nothing was asked."""
    if decision.outcome != "fallback":
        return decision
    reason = "the message says who or where somebody is, and asks nothing"
    return replace(decision, extra=None, unmet=(), line=Courtesy.INTRODUCED, reason=reason)


def _find_told(text: str, conversation: Conversation) -> str | None:
    """What the turn before told of the speaker, if `text` asks a question of its own after it."""
    last = conversation.latest
    if last is None or not tells_of_speaker(last.query):
        return None
    own = asks(text) and content_words(tokenize(text)) and not is_tied(text)
    return last.query.rstrip(" .!") if own or weighs_told(text) else None


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


def _answer_one(
    answered: Decision, other: Decision, whole: Decision, *, brief: bool
) -> Decision | None:
    """The answer to one of two questions, if the message as a whole has no better outcome.

    That is so as well where the `other` one is too `brief` to be about something of its own.
    """
    if whole.outcome == "fallback":
        if whole.unmet and not other.unmet:
            return None
    elif whole.entries != answered.entries or brief:
        return None
    is_open = other.outcome == "fallback" and (
        other.unmet or other.extra is not None or not leans_on_neighbour(other.reading.query)
    )
    return replace(answered, left_open=other if is_open else None)


def _leave_other(torn: Decision, other: Decision) -> Decision:
    """The answer to the one of two questions that is torn between what the other one gets and this.

    Nobody asks for the same thing twice.
    """
    if torn.outcome != "clarification" or other.outcome != "answer":
        return torn
    left = tuple(number for number in torn.entries if number not in other.entries)
    if len(left) != 1 or len(torn.entries) != MIN_CHOICES:
        return torn
    reason = "the other question of the message gets what else this one may be about"
    return replace(torn, outcome="answer", entries=left, reason=reason)


def _is_complete(text: str) -> bool:
    """Whether a question names something, and points at nothing said before it."""
    return bool(content_words(tokenize(text))) and not (points_back(text) or asks_barely(text))


def _is_brief(text: str) -> bool:
    """Whether a question names too little to be about something of its own."""
    return len(content_words(tokenize(text))) <= SHORT_SECOND


def _choose_both(
    first: Decision, second: Decision, whole: Decision
) -> tuple[Decision, Decision] | None:
    """The best entries of two questions, where the message as a whole is torn between these two."""
    if whole.outcome != "clarification" or not first.nearest or not second.nearest:
        return None
    tops = (first.nearest[0], second.nearest[0])
    if tops[0] == tops[1] or set(tops) != set(whole.entries[:2]):
        return None
    reason = "the message asks two things, and these two entries fit it about equally"
    return (
        replace(first, outcome="answer", entries=tops[:1], reason=reason),
        replace(second, outcome="answer", entries=tops[1:], reason=reason),
    )


def _choose_plainer(post: tuple[Decision, ...], whole: Decision) -> tuple[Decision, ...]:
    """The decision about what a short message asks, or about all of it where that is plainer."""
    if len(post) > 1 or whole.outcome != "answer":
        return post
    return post if post[0].outcome == "answer" and post[0].margin > whole.margin else (whole,)
