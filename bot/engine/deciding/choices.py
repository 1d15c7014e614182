"""What a turn chooses of what turns before it showed: one thing, several, none, or more of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from bot.engine.conversation import Conversation, Turn
from bot.engine.deciding.decision import MAX_CHOICES, MIN_CHOICES, Decision
from bot.engine.entries import Entry
from bot.engine.lexical.text import stem, tokenize
from bot.engine.lexical.words import ASSESSING, content_words
from bot.engine.narrowing.catalogue import Catalogue
from bot.engine.reading.reading import Reader, Reading
from bot.engine.wording.asking_further import asks_for_more, asks_shorter, asks_simply
from bot.engine.wording.corrections import find_correction
from bot.engine.wording.courtesies import Courtesy
from bot.engine.wording.leaning import is_tied
from bot.engine.wording.listing import (
    find_item,
    find_listed,
    list_names,
    points_at_item,
    put_item,
    put_two,
)
from bot.engine.wording.picks import (
    agrees,
    asks_for_other,
    asks_for_others,
    find_choice,
    find_choices,
    find_description,
    leaves_choice,
    picks_of_two,
    rejects_offered,
    says_no,
    split_choice,
    split_remark,
    split_restated,
)
from bot.engine.wording.pleasantries import holds_thanks, is_pleasantry
from bot.engine.wording.reactions import comments, is_reaction, judges
from bot.engine.wording.remarks import is_remark
from bot.engine.wording.sides import find_row, find_side, find_two, put_both, put_in

MAX_ANSWERS: Final = 2
"""Entries that one reply answers with."""

MOST_OFFERED: Final = 9
"""A higher number is no place in a list of what was offered."""

LONGEST_NAMED: Final = 3
"""Words of a turn that may be nothing but the name of what was offered ("the android")."""

DESCRIBED_SHARE: Final = 0.8
"""What an entry that was offered must score of the best one, for "the one about ..." to mean it."""

_PARTS: Final = frozenset("part half".split())
_QUESTION: Final = frozenset("question questions".split())
"""With one of these a place may be that of a question in a message that asked two."""

_REFUSING: Final = frozenset("no not nope nah without neither why how".split())
"""With one of these a turn names something to turn it down, or asks about it."""


class ChoiceFinder:
    """Finds what turns choose of what was shown."""

    def __init__(
        self,
        reader: Reader,
        catalogue: Catalogue,
        *,
        judge: Callable[[Reading], Decision],
        threshold: float,
    ) -> None:
        """`judge` decides about one reading."""
        self._reader = reader
        self._catalogue = catalogue
        self._judge = judge
        self._threshold = threshold

    def find_chosen(self, text: str, conversation: Conversation) -> str | None:
        """The entry that a turn picks from what the last one listed or offered."""
        last = conversation.latest
        if last is None:
            return None
        if (earlier := _find_in_earlier_list(text, conversation)) is not None:
            return earlier if earlier in self._catalogue.numbers else None
        if (listed := self._find_listed(text, last)) is not None:
            return listed
        if not last.offered:
            return None
        of_two = picks_of_two(text) and (last.answered or len(last.offered) != 2)
        chosen = None if of_two else find_choice(text, last.offered)
        if chosen is None and last.asked_back and leaves_choice(text):
            chosen = last.offered[0]
        if chosen is None:
            chosen = self._find_restated(text, last.offered)
        if chosen is None and not last.answered:
            chosen = self._find_remarked(text, last.offered)
        if chosen is None and (description := find_description(text)):
            chosen = self._find_described(description, last.offered)
        if chosen is None and not last.answered:
            chosen = self._find_named(text, last)
        if chosen is None and (asks_for_other(text) or asks_for_others(text)):
            others = _find_others(conversation)
            chosen = others[0] if len(others) == 1 else None
        return chosen if chosen in self._catalogue.numbers else None

    def find_asked_of(self, text: str, conversation: Conversation) -> tuple[str, str] | None:
        """The entry that a turn picks, and what it asks of that; None where it does not do both.

        "The second one. How long does it take?" asks that of what stood second.
        """
        if (parts := split_choice(text)) is None:
            return None
        pick, question = parts
        chosen = self.find_chosen(pick, conversation)
        return None if chosen is None else (chosen, question)

    def name_side(self, text: str, conversation: Conversation) -> str:
        """`text` with the one of several things that it points at by its name.

        After "bootcamp or degree?" one may ask "is the first worth it", "and the other one?" or of
        both "which is cheaper?", and after "R, Java or Go?" for the last one.
        What picks by place from what was offered stays, unless the question named two things and
        was answered. "How do the first two differ" asks that of a list in the last answer.
        """
        if (listed := self._name_two_listed(text, conversation)) is not None:
            return listed
        last, side = conversation.last_understood, find_side(text)
        if last is None or find_two(text) is not None:
            return text
        if not last.asked_back and (name := find_choice(text, find_row(last.text))):
            return name
        two = _find_two(last)
        if side is None:
            return (two and put_both(text, two)) or text
        menu = last.asked_back or two is None
        if menu and not picks_of_two(text) and find_choice(text, last.offered) is not None:
            return text
        if side == "other":
            name = self._find_other_side(two, last)
        else:
            name = two[side == "second"] if two else None
        return put_in(text, name) if name else text

    def _name_two_listed(self, text: str, conversation: Conversation) -> str | None:
        """`text` with the two items by name that it compares of the list in the last answer."""
        last = conversation.latest
        numbers = self._catalogue.find(last.answered) if last else ()
        if len(numbers) != 1:
            return None
        return put_two(text, list_names(self._catalogue[numbers[0]].answer))

    def _find_other_side(self, two: tuple[str, str] | None, last: Turn) -> str | None:
        """The one of two things that the last answer is not about, if it is about the other."""
        names = two or self._reader.find_topic(self._reader.prepare(last.text))
        told = [name for name in names if self._is_answered(name, last)]
        left = [name for name in names if name not in told]
        if len(told) != 1 or len(left) != 1:
            return None
        alike = two or self._reader.find_counterpart(left[0], told)  # no "pay" beside "India"
        return left[0] if alike else None

    def _is_answered(self, name: str, last: Turn) -> bool:
        """Whether the last answer is about the thing of that name."""
        numbers = self._catalogue.find(last.answered)
        wanted = set(map(stem, tokenize(name)))
        titles = [set(map(stem, tokenize(self._catalogue[n].question))) for n in numbers]
        return any(map(wanted.issubset, titles)) or self._reader.read(name).scores.best in numbers

    def _find_listed(self, text: str, last: Turn) -> str | None:
        """The entry about an item of the list in the last answer, where all items have their own.

        Any other list is no menu, and who says "the second one" means what was offered.
        """
        if last.shown_again:
            return None
        numbers = self._catalogue.find(last.answered)
        if len(numbers) != 1:
            return None
        listing = self._catalogue[numbers[0]]
        names = list_names(listing.answer)
        name = find_listed(text, names)
        if name is None:
            return None
        chosen = {item: self._find_about(item, listing) for item in names}
        return chosen[name] if all(chosen.values()) else None

    def name_item(self, text: str, conversation: Conversation) -> tuple[str, Conversation] | None:
        """`text` with the item of a list that it speaks of by its name, and what was said up to it.

        That is the list in the latest answer, or the one that the turn which this answers spoke of
        an item of. `text` is as it was where they have no names; None where it speaks of no such
        item.
        """
        for end in range(len(conversation.turns), 0, -1):
            turn = conversation.turns[end - 1]
            numbers = self._catalogue.find(turn.answered)
            answer = self._catalogue[numbers[0]].answer if len(numbers) == 1 else ""
            if (place := find_item(text, answer)) is not None:
                names = list_names(answer)
                named = put_item(text, names[place - 1]) if names else text
                return named, Conversation(conversation.turns[:end])
            if not turn.aside and not points_at_item(turn.text):
                return None
        return None

    def _find_about(self, name: str, listing: Entry) -> str | None:
        """The entry that an item of a list in an answer is surely about, beside the answer's own.

        Only where that lies near to the one that lists it.
        """
        decision = self._judge(self._reader.read(name))
        if decision.outcome != "answer":
            return None
        chosen = self._catalogue[decision.entries[0]]
        is_near = chosen.id in listing.follow_ups or chosen.topic == listing.topic
        return chosen.id if is_near and chosen is not listing else None

    def _find_described(self, description: str, offered: Sequence[str]) -> str | None:
        """The one of what was offered that a description fits best.

        None where something else fits far better, or the description names what nothing covers.
        """
        reading = self._reader.read(description)
        if any(mention.value is None for mention in reading.mentions):
            return None
        values = reading.scores.values
        scored = [(float(values[n]), self._catalogue[n].id) for n in self._catalogue.find(offered)]
        best, entry_id = max(scored, default=(0.0, None), key=lambda item: item[0])
        least = DESCRIBED_SHARE * float(values[: len(self._catalogue)].max(initial=0.0))
        return entry_id if best > 0 and best >= least else None

    def _find_named(self, text: str, last: Turn) -> str | None:
        """The one of what was offered whose question alone says the word or two of a turn.

        None for a value that takes the place of another one in the last question.
        """
        words = tokenize(text)
        wanted = {stem(w) for w in content_words(words) if w not in ASSESSING}
        if not wanted or len(words) > LONGEST_NAMED or not _REFUSING.isdisjoint(words):
            return None
        if is_reaction(text) or is_pleasantry(words):
            return None
        if self._is_another_value(text, last):
            return None
        entries = [self._catalogue[n] for n in self._catalogue.find(last.offered)]
        naming = [e.id for e in entries if wanted.issubset(map(stem, tokenize(e.question)))]
        return naming[0] if len(naming) == 1 else None

    def _is_another_value(self, text: str, last: Turn) -> bool:
        """Whether a turn names a value of a kind of which the last question has another one."""
        named = {(m.qualifier, m.value) for m in self._reader.read(text).mentions if m.value}
        held = {(m.qualifier, m.value) for m in self._reader.read(last.query).mentions if m.value}
        kinds = {kind for kind, _ in held}
        return named.isdisjoint(held) and any(kind in kinds for kind, _ in named)

    def _find_restated(self, text: str, offered: Sequence[str]) -> str | None:
        """The one of what was offered that a turn picks by its place, and then names as well."""
        pick, restated = split_restated(text) or ("", "")
        chosen = find_choice(pick, offered)
        return chosen if chosen and self._names_one(restated, [chosen]) else None

    def _find_remarked(self, text: str, offered: Sequence[str]) -> str | None:
        """The one of what was offered that a turn picks by its place, and then says more.

        None where what it says names another one.
        """
        pick, remark = split_remark(text) or ("", "")
        return None if self._names_one(remark, offered) else find_choice(pick, offered)

    def _names_one(self, text: str, offered: Sequence[str]) -> bool:
        """Whether all that `text` says stands in the question of one of what was offered."""
        wanted = {stem(word) for word in content_words(tokenize(text))}
        numbers = self._catalogue.find(offered)
        titles = (set(map(stem, tokenize(self._catalogue[n].question))) for n in numbers)
        return bool(wanted) and any(map(wanted.issubset, titles))

    def find_further(self, text: str, conversation: Conversation) -> Decision | None:
        """What was offered, for a turn that asks for nothing but more of it or only reacts.

        Beside a line that there are no other words, where simpler or fewer ones are asked for.
        """
        last = conversation.latest
        if last is None or not last.answered:
            return None
        told = (self._catalogue[n] for n in self._catalogue.find(last.answered))
        if asks_simply(text) or asks_shorter(text, said=(f"{e.question} {e.answer}" for e in told)):
            return self._decline_rewording(text, last)
        reason = "the turn asks for more of what was offered, or only reacts"
        if sides := self._list_sides(text, last):
            offered = sides
            reason = "the turn may mean either of the two things that the question before named"
        elif asks_for_others(text) or (last.picked and asks_for_other(text)):
            offered = _find_others(conversation)
        elif self._reacts(text, last) or (
            asks_for_more(text) and not self._asks_for_one(text, last)
        ):
            offered = last.offered
        else:
            return None
        numbers = self._catalogue.find(offered)
        if len(numbers) < MIN_CHOICES:
            return None
        reading = self._reader.read(text)
        return Decision(
            "clarification",
            reading,
            numbers[:MAX_CHOICES],
            nearest=numbers[:MAX_CHOICES],
            goes_on=True,
            confidence=reading.confidence,
            reason=reason,
        )

    def _decline_rewording(self, text: str, last: Turn) -> Decision:
        """What to say to who asks for the last answer in simpler or fewer words."""
        return Decision(
            "fallback",
            self._reader.read(text).doubt(),
            nearest=self._catalogue.find(last.offered)[:MAX_CHOICES],
            line=Courtesy.SAME_WORDS,
            reason="the turn asks for simpler or fewer words, and an answer has only those it has",
        )

    def _asks_for_one(self, text: str, last: Turn) -> bool:
        """Whether a turn that goes on asks for one of what was offered ("what comes then")."""
        decision = self._judge(self._reader.read(text))
        offered = self._catalogue.find(last.offered)
        return decision.outcome == "answer" and decision.entries[0] in offered

    def _list_sides(self, text: str, last: Turn) -> tuple[str, ...]:
        """The entries about the two things that the last question named, for "the other one".

        Where `name_side` could not tell which, as the answer was about both or neither. Empty where
        one of them has no entry of its own.
        """
        two = _find_two(last)
        if two is None or not asks_for_other(text):
            return ()
        decisions = [self._judge(self._reader.read(name)) for name in two]
        if any(decision.outcome != "answer" for decision in decisions):
            return ()
        return tuple(dict.fromkeys(self._catalogue[d.entries[0]].id for d in decisions))

    def _reacts(self, text: str, last: Turn) -> bool:
        """Whether a turn only reacts, and the knowledge has nothing to say to that.

        Or nothing but what it has just said. Who thanks has had enough.
        """
        if comments(text):
            return self._reader.read(text).scores.best in self._catalogue.find(last.answered)
        if not (is_reaction(text) or is_remark(text)) or judges(text):
            return False
        if holds_thanks(tokenize(text)):
            return False
        return self._reader.read(text).confidence < self._threshold

    def decide_several(self, text: str, last: Turn) -> tuple[Decision, ...] | None:
        """Several of what was offered, or none; None where a turn says neither.

        Who says yes to a choice is asked once more which it is. Of more than two the first two are
        answered, and the others offered again.
        """
        if not last.offered:
            return None
        if last.asked_back and agrees(text):
            return (self._ask_again(text, last),)
        if rejects_offered(text) or (last.asked_back and says_no(text)):
            reason = "the turn picks nothing of what was offered"
            reading = self._reader.read(text).doubt()
            return (Decision("fallback", reading, line=Courtesy.NONE_OF_THEM, reason=reason),)
        if _is_beyond(text, len(last.offered)):
            offered = self._catalogue.find(last.offered)
            reason = "the turn picks more than what was offered"
            reading = self._reader.read(text).doubt()
            return (
                Decision(
                    "fallback", reading, nearest=offered, line=Courtesy.NO_SUCH, reason=reason
                ),
            )
        picked = find_choices(text, last.offered)
        numbers = self._catalogue.find(picked)
        if len(numbers) < 2 or (last.answered and len(numbers) == len(last.offered)):
            return None
        reason = "the turn picks several of what was offered"
        further = numbers[MAX_ANSWERS:]
        readings = [self._reader.read(self._catalogue[n].question) for n in numbers[:MAX_ANSWERS]]
        return tuple(
            Decision(
                "answer",
                reading,
                (number,),
                rivals=further,
                confidence=reading.confidence,
                reason=reason,
            )
            for number, reading in zip(numbers, readings, strict=False)
        )

    def _ask_again(self, text: str, last: Turn) -> Decision:
        """The question back that the turn before got, once more."""
        numbers = self._catalogue.find(last.offered)
        return Decision(
            "clarification",
            replace(self._reader.read(last.query), used_context=True, asked=text),
            numbers,
            nearest=numbers,
            reason="the turn says yes to a choice between several things",
        )


def _find_two(last: Turn) -> tuple[str, str] | None:
    """The two things that a turn named, if it was typed rather than picked."""
    return (find_two(last.query) or find_two(last.text)) if last.text else None


def _is_beyond(text: str, offered: int) -> bool:
    """Whether a turn is only a number, and one higher than so many `offered` things have."""
    number = text.strip(" .!#")
    return number.isdecimal() and offered < int(number) <= MOST_OFFERED


def _find_in_earlier_list(text: str, conversation: Conversation) -> str | None:
    """What a turn picks by a place from a list before the latest one; None for the latest.

    That is the list that the turn before picked from where a turn goes on ("and the second?") or
    corrects that ("I meant 1"), the two questions that were just answered for "the second
    question", and what was shown before somebody only said "hm" or "I don't believe you".
    """
    last = conversation.turns[-1]
    if last.picked:
        correction = find_correction(text)
        if correction is not None or is_tied(text):
            chosen = find_choice(correction or text, conversation.listed)
            return chosen if chosen not in last.answered else None
    tokens = tokenize(text)
    part = tokens[:1] == ["the"] and not _QUESTION.isdisjoint(tokens)
    named = part or is_tied(text) or not _PARTS.isdisjoint(tokens)
    if len(last.answered) == MAX_ANSWERS and named and (one := find_choice(text, last.answered)):
        return one
    before = next((turn for turn in reversed(conversation.turns) if not turn.aside), None)
    waits = last.aside and before and not (before.answered and last.offered)
    return find_choice(text, before.offered) if before and waits else None


def _find_others(conversation: Conversation) -> tuple[str, ...]:
    """What was offered and not answered: with the last answer, or beside it where it was picked."""
    *_, before, last = (Turn(query=""), *conversation.turns)
    done = {*before.answered, *last.answered}
    return tuple(i for i in (before if last.picked else last).offered if i not in done)
