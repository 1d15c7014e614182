"""Reading a turn together with the turn before it, where it leans on that."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.engine.conversation import Conversation, Turn
from bot.engine.languages.money import leaves_out_price, names_pay
from bot.engine.lexical.text import tokenize
from bot.engine.lexical.words import INTERROGATIVES, PEOPLE, PRONOUNS, content_words
from bot.engine.matching.model import Scores
from bot.engine.narrowing.catalogue import Catalogue
from bot.engine.narrowing.mentions import ROLE, Mention, drop_mentions
from bot.engine.narrowing.regions import REGION
from bot.engine.reading.carrying import carry_all, carry_role, set_told_back
from bot.engine.reading.earlier_answers import EarlierAnswers
from bot.engine.reading.naming import Namer
from bot.engine.reading.reading import Reader, Reading
from bot.engine.reading.replacing import Replacer
from bot.engine.reading.trust import EXACT_CONFIDENCE
from bot.engine.wording.asking import asks_plainly
from bot.engine.wording.asking_further import (
    asks_for_origin,
    asks_for_reason,
    find_another,
    find_which,
    plain_request,
)
from bot.engine.wording.corrections import (
    drop_put_badly,
    find_correction,
    find_new_topic,
    generalises,
    rejects_answer,
)
from bot.engine.wording.leaning import (
    adds_condition,
    asks_barely,
    find_lean,
    is_tied,
    merge,
    points_back,
    strip_lead,
    supposes,
)
from bot.engine.wording.pleasantries import is_pleasantry
from bot.engine.wording.reactions import is_reaction, tells_outcome
from bot.engine.wording.remarks import asks_nothing
from bot.engine.wording.reversal import asks_for_reverse, turn_round
from bot.engine.wording.telling import tells_of_speaker, weighs_problem

ANSWERED_DAMPING: Final = 0.6
"""What an entry's score is worth when the turn before was answered with it already.

A person who goes on with "and ...?" wants something else.
"""

GONE_ON_DAMPING: Final = 0.85
"""The same for a turn that goes on without such a tie ("where do people learn all this")."""

SURE_ASIDE: Final = 0.55
"""How sure a turn that points back must be by itself to be read by itself."""

FRAGMENT_SHARE: Final = 0.5
"""Weight of a fragment's own words beside the question that it completes."""

TOLD_SHARE: Final = 0.3
"""The same where the answer just given says what the fragment adds ("and dvds?")."""

POINTING_SHARE: Final = 0.65
"""The same for a question that would do alone but points back ("which do they need?")."""

BARE_SHARE: Final = 0.6
"""What that weight is worth for a turn that only asks how long, when or in which language."""

UNKNOWN_DAMPING: Final = 0.5
"""What a completed question's confidence is worth when the fragment names only unknown things."""

NAMED_SHARE: Final = 0.5
"""Weight of a turn with what "it" stands for put in ("is Hadoop required?"), beside the rest."""

COMPARED_SHARE: Final = 0.9
"""The same for one that holds "it" against something ("is it better than R"), and needs both."""

_COMPARED: Final = "than"
_AMOUNTS: Final = frozenset("more less longer fewer higher lower".split())

_LIKELIER: Final = 0.5
"""Share of the confidence in the answer just given that a correction to another one needs."""

_BESIDE_VALUE: Final = frozenset("a an the in for as at of please pls plz and or from only".split())
"""What may stand beside a value that is a turn by itself."""

_GOING_ON: Final = INTERROGATIVES | frozenset(
    "and but so or no not nope nah yes yeah yep ok okay then really please".split()
)
"""Words that say nothing by themselves."""


def _tells_something_new(text: str) -> bool:
    """Whether a turn only tells of the speaker and leans on nothing ("my cat is sick")."""
    return tells_of_speaker(text) and not (is_tied(text) or points_back(text))


def _keep_pay(text: str, last: Turn) -> Turn:
    """`last` in its own words where only those say of which money a turn asks how much it is.

    "Is it worth it for the money?" may be answered as "is it a good career?", of which "how much is
    that" would ask the price.
    """
    pays = names_pay(tokenize(last.text)) and not names_pay(tokenize(last.query))
    return replace(last, query=last.text) if pays and leaves_out_price(tokenize(text)) else last


def _compares(tokens: Sequence[str]) -> bool:
    """Whether a turn holds something against another thing, rather than against an amount."""
    if _COMPARED not in tokens:
        return False
    place = tokens.index(_COMPARED)
    return _AMOUNTS.isdisjoint(tokens[:place]) and bool(content_words(tokens[place + 1 :]))


class ContextReader:
    """Reads turns of a conversation."""

    def __init__(self, reader: Reader, catalogue: Catalogue, *, threshold: float) -> None:
        self._reader = reader
        self._catalogue = catalogue
        self._threshold = threshold
        self._namer = Namer(reader)
        self._replacer = Replacer(reader)
        self._earlier = EarlierAnswers(reader, catalogue)

    def read(self, text: str, conversation: Conversation) -> Reading:
        """The turn as it stands, or completed by the latest turn that it leans on."""
        if topic := find_new_topic(text):
            return self._reader.read(topic)
        text = drop_put_badly(text)
        reading = self._read(text, conversation)
        last = conversation.last_understood
        if last is not None and reading.used_context and not plain_request(text):
            reading = self._earlier.keep_subject(text, reading, last)
            reading = self._earlier.leave_past(text, reading, last, self._threshold)
            of_last = self._earlier.asks_of_it(text, reading, last)
            reading = replace(reading, of_last=of_last)
        if last is None or not last.offered or find_lean(text) == "none":
            return reading
        return replace(reading, scores=self._earlier.favour_offered(reading.scores, last.offered))

    def _read(self, text: str, conversation: Conversation) -> Reading:
        alone = self._reader.read(text)
        last = conversation.last_understood
        if last is None:
            return self._distrust_pointing(alone)
        last = _keep_pay(text, last)
        if asks_for_reverse(text):
            turned = self._turn_round(last)
            return replace(turned, asked=text) if turned else alone
        if not tokenize(text):  # a link or code, of which nothing is left
            return alone
        if tells_outcome(text):
            return alone if self._reader.fits_extra(alone) else alone.doubt()
        if is_reaction(text) or is_pleasantry(tokenize(text)) or asks_for_origin(text):
            return alone
        if asks_nothing(text) or self._reader.is_mere_grammar(alone.prepared):
            return alone
        if weighs_problem(text):
            return alone.doubt()
        if (person := self._namer.name_person(text, last)) is not None:
            return replace(person, used_context=True, asked=text)
        before = conversation.latest
        if before is not None and alone.confidence < EXACT_CONFIDENCE:
            person = self._namer.find_unknown_person(alone, before)
            if person is not None:
                return replace(person, used_context=True, asked=text)
        if (rest := find_which(text)) is not None and (which := self._read_which(text, rest, last)):
            return which
        if generalises(text) and (widened := self._widen(last)) is not None:
            return replace(widened, used_context=True, asked=text)
        if (compared := self._replacer.find_compared(alone, last)) is not None:
            return replace(self._reader.read(compared), used_context=True, asked=text)
        told = [self._catalogue[n].question for n in self._catalogue.find(last.answered)]
        correction = (
            self._replacer.find_swapped(text, last, told=told)
            or find_correction(text)
            or self._replacer.find_counterpart(text, last)
        )
        lean = "must" if correction else find_lean(text)
        if lean == "none" or (not correction and self._is_aside(alone)):
            return alone
        if last.answered and not (correction or alone.mentions) and _tells_something_new(text):
            return alone
        if lean == "must" and not correction and self._asks_anew(text, last, alone):
            return alone
        fragment = self._reader.read(correction or plain_request(text) or strip_lead(text))
        if not correction and self._asks_beside_gap(text, fragment, last):
            return fragment
        fragment = self._namer.name_sibling(self._namer.name_ones(fragment, last), last)
        tied = bool(correction) or is_tied(text) or self._is_bare_value(fragment)
        whole = not (tied or asks_barely(text))
        if lean == "may" and whole and fragment.confidence >= self._threshold:
            if not points_back(text) or self._is_extra(fragment):
                return replace(fragment, query=text)
            return self._complete(fragment, last, tied=False, subject_share=POINTING_SHARE)
        completed = self._complete(
            fragment,
            last,
            tied=tied,
            narrows=adds_condition(text),
            subject_share=FRAGMENT_SHARE,
            threshold=self._threshold,
        )
        if correction and last.answered and rejects_answer(text):
            scores = self._earlier.leave_answered(completed.scores, last.answered)
            unsure = scores.confidence < max(self._threshold, _LIKELIER * completed.confidence)
            if unsure and self._earlier.tells_of_more(fragment, last):
                return completed  # narrowed rather than taken back ("no, I mean on Saturdays")
            return replace(completed, scores=scores)
        return completed

    def _asks_anew(self, text: str, last: Turn, alone: Reading) -> bool:
        """Whether a question that names nothing is one of its own, after something was told.

        "I'm a nurse." and then "what would I need?" is no question about nurses.
        """
        if last.answered or not tells_of_speaker(last.query) or alone.confidence < self._threshold:
            return False
        told = self._reader.read(last.query).mentions
        if any(mention.value or mention.qualifier != ROLE for mention in told):
            return False
        return asks_plainly(text) and not (is_tied(text) or points_back(text))

    def _asks_beside_gap(self, text: str, fragment: Reading, last: Turn) -> bool:
        """Whether a whole question after one that came to a gap is about nothing but people.

        Whoever "they" are, "what do they actually do?" asks no more of what is not known.
        """
        if last.answered or is_tied(text) or not asks_plainly(fragment.query):
            return False
        pointing = PRONOUNS.intersection(tokenize(fragment.query))
        about_people = bool(pointing) and pointing <= PEOPLE
        sure = fragment.confidence >= self._threshold and not self._reader.fits_extra(fragment)
        return about_people and sure and self._reader.fits_extra(self._reader.read(last.query))

    def _widen(self, last: Turn) -> Reading | None:
        """The last question without the place, level or company that narrowed it, if any did."""
        earlier = self._reader.read(last.query)
        narrowing = [m for m in earlier.mentions if m.value is None or m.qualifier != ROLE]
        if not narrowing:
            return None
        words = drop_mentions(earlier.prepared.tokens, narrowing).split()
        while words and words[-1] in _BESIDE_VALUE:
            words.pop()
        return self._reader.read(" ".join(words))

    def _turn_round(self, last: Turn) -> Reading | None:
        """The last question with its two sides in each other's place; None where it has not two."""
        earlier = self._reader.read(last.query)
        named = [mention.words for mention in earlier.mentions if mention.value]
        sides = turn_round(earlier.prepared.tokens, named)
        if sides is None:
            return None
        turned = self._reader.read(" ".join(sides))
        scores = self._earlier.damp(turned.scores, last.answered, ANSWERED_DAMPING)
        return replace(turned, scores=scores, used_context=True)

    def _read_which(self, text: str, rest: str, last: Turn) -> Reading | None:
        """ "Which one is easiest", read as "which frameworks ..."; None where none are named.

        Nothing is sure where the answer just given fits best, and says nothing of what is asked.
        """
        topic = self._reader.find_topic(self._reader.read(last.query).prepared)
        alone = self._reader.read(text)
        if not topic or self._reader.fits_extra(alone):
            return None
        named = self._reader.read(f"which {' '.join(topic)} {rest}")
        scores = _join(named.scores, alone.scores, NAMED_SHARE)
        fragment = replace(named, query=text, scores=scores)
        reading = self._complete(fragment, last, tied=False, subject_share=POINTING_SHARE)
        short = self._earlier.falls_short(reading, last, self._reader.prepare(rest))
        return reading.doubt() if short else reading

    def _distrust_pointing(self, alone: Reading) -> Reading:
        """A first turn that only goes on ("why?") is about nothing, unless it is a phrasing."""
        if weighs_problem(alone.query):
            return alone.doubt()
        goes_on = _GOING_ON.issuperset(tokenize(alone.query))
        if not goes_on or alone.confidence >= EXACT_CONFIDENCE or self._reader.fits_extra(alone):
            return alone
        return alone.doubt()

    def _is_aside(self, alone: Reading) -> bool:
        """Whether a turn is small talk by itself, and not only by how it opens ("sorry, dogs")."""
        best = alone.scores.best
        if best is None or not self._catalogue.is_small_talk(best) or alone.mentions:
            return False
        rest = strip_lead(alone.query)
        if rest != alone.query and content_words(tokenize(rest)):
            named = self._reader.read(rest)
            if named.confidence >= self._threshold and not self._reader.fits_extra(named):
                return False
        leans = is_tied(alone.query) or points_back(alone.query)
        return alone.confidence >= max(self._threshold, SURE_ASIDE if leans else 0.0)

    def _is_bare_value(self, fragment: Reading) -> bool:
        """Whether a turn is nothing but a value that narrows a question ("senior")."""
        known = [mention for mention in fragment.mentions if mention.value]
        kinds = {mention.qualifier for mention in known}
        named = {word for mention in known for word in mention.words.split()}
        rest = set(fragment.prepared.tokens) - named
        return bool(known) and len(kinds) == len(known) and rest <= _BESIDE_VALUE

    def _is_extra(self, reading: Reading) -> bool:
        """Whether a turn is surely about something the knowledge does not answer."""
        return (
            self._reader.fits_extra(reading)
            and not reading.mentions
            and reading.confidence >= SURE_ASIDE
        )

    def _read_without_topic(self, earlier: Reading) -> Reading:
        """What a question asks, whatever it asks that of ("how much is a", of a kayak)."""
        topic = set(self._reader.find_topic(earlier.prepared))
        return self._reader.read(" ".join(w for w in earlier.prepared.tokens if w not in topic))

    def _leaves_place(self, fragment: Reading, earlier: Reading, values: Sequence[Mention]) -> bool:
        """Whether a turn names a topic of its own that is the same anywhere, beside some `values`.

        After the pay in Oslo, of which nothing is known, "what about skills" asks for skills.
        """
        best = fragment.scores.best
        if best is None or not any(
            m.qualifier == REGION and m.value is None for m in earlier.mentions
        ):
            return False
        named = {word for m in values for word in m.words.split()}
        topic = set(self._reader.find_topic(fragment.prepared)) - named
        return not topic <= set(earlier.prepared.tokens) and self._reader.holds_anywhere(best)

    def _complete(
        self,
        fragment: Reading,
        last: Turn,
        *,
        tied: bool,
        subject_share: float,
        threshold: float = 1.0,
        narrows: bool = False,
    ) -> Reading:
        """The last question with the fragment in it; a new value takes the old one's place.

        A fragment that only `narrows` it may well ask the same once more; below `threshold` a tied
        one is about no entry by itself.
        """
        earlier = self._reader.read(last.query)
        drop = self._replacer.list_dropped(fragment, earlier, tied=tied)
        before = " ".join(earlier.prepared.tokens)
        bare = self._is_bare_value(fragment) and len(drop) == 1
        merged = self._reader.read(merge(before, fragment.query, drop=drop, in_place=bare))
        merged = set_told_back(fragment, merged, last)
        if last.answered and (thing := find_another(fragment.query)) is not None:
            beside = fragment if thing else self._read_without_topic(earlier)
            scores = _join(beside.scores, merged.scores, subject_share)
            scores = self._earlier.leave_answered(scores, last.answered)
            return replace(merged, scores=scores, used_context=True, asked=fragment.query)
        if tied and self._earlier.is_told_already(fragment, merged, last, threshold):
            return replace(merged, used_context=True, asked=fragment.query)
        subject = _find_subject(fragment)
        if (tied or not subject) and not last.answered:
            values = fragment.mentions if tied else ()  # of the same question, put differently
            if self._leaves_place(fragment, earlier, values):
                return fragment
        named = self._namer.name_pointed(fragment, earlier)
        if not subject:
            again = supposes(fragment.query) or (
                asks_for_reason(fragment.query) and not self._earlier.has_reason(last, merged)
            )
            damped = self._earlier.damp(merged.scores, last.answered, ANSWERED_DAMPING)
            if named is not None:
                damped = _join(named.scores, damped, NAMED_SHARE)
            scores = merged.scores if again else self._earlier.leave_gap(damped, earlier, last)
            return replace(merged, scores=scores, used_context=True, asked=fragment.query)
        told = tied and self._earlier.tells_of(fragment, merged, last, threshold)
        if told:
            subject_share = min(subject_share, TOLD_SHARE)
        elif asks_barely(fragment.query):
            subject_share *= BARE_SHARE
        scores = _join(fragment.scores, merged.scores, subject_share)
        if named is not None:
            compares = _compares(fragment.prepared.tokens)
            scores = _join(named.scores, scores, COMPARED_SHARE if compares else NAMED_SHARE)
        if not (narrows or told):
            damping = ANSWERED_DAMPING if tied else GONE_ON_DAMPING
            scores = self._earlier.damp(scores, last.answered, damping)
        if not tied:
            scores = self._earlier.favour_detail(scores, fragment, last)
        if not (tied or points_back(fragment.query)):
            scores = self._earlier.leave_gap(scores, earlier, last, own=fragment)
        elif not self._reader.fits_extra(fragment):
            scores = self._earlier.leave_gap(scores, earlier, last)
        known = 1.0 if told else sum(map(self._reader.knows, subject)) / len(subject)
        confidence = scores.confidence * (UNKNOWN_DAMPING + (1 - UNKNOWN_DAMPING) * known)
        joined = replace(scores, confidence=confidence)
        completed = replace(merged, scores=joined, used_context=True, asked=fragment.query)
        if tied:
            return replace(completed, mentions=carry_all(fragment, merged, last))
        # Who asks a whole question asks that, and not what was asked before, of the place it names.
        return replace(
            completed,
            mentions=carry_role(fragment, merged, earlier),
            subject=fragment.subject,
            subject_scores=fragment.subject_scores,
        )


def _find_subject(fragment: Reading) -> list[str]:
    """The words of a fragment that name more than a qualifier's value."""
    named = {word for mention in fragment.mentions for word in mention.words.split()}
    words = content_words(fragment.prepared.tokens)
    return [word for word in words if word not in named] or (
        content_words(tokenize(fragment.query)) if not named else []
    )


def _join(fragment: Scores, merged: Scores, share: float) -> Scores:
    values = share * fragment.values + (1 - share) * merged.values
    confidence = max(scores.with_values(values).confidence for scores in (fragment, merged))
    return replace(merged, values=values, confidence=confidence)
