"""Questions that were answered lately, so that an edit, a deletion or a doubt can be met.

Kept in memory only, and not for long: the words for minutes, who answers whom for a day.
"""

import asyncio
from dataclasses import dataclass
from typing import Final
from weakref import WeakValueDictionary

from cachetools import TTLCache

from bot.conversations import Place
from bot.engine.conversation import Conversation
from bot.engine.replies import Mode, Reply

WORDS_SECONDS: Final = 15 * 60
LINK_SECONDS: Final = 24 * 60 * 60
MOST_QUESTIONS: Final = 5_000
"""So many of usual length; a long post takes the place of several."""
USUAL_LENGTH: Final = 2_000
"""Characters that nearly every question stays below, with what was said before it."""
MOST_LINKS: Final = 50_000


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and how it was answered."""

    text: str
    """What was answered; the title of a post, or a chosen entry's question, where it was that."""
    place: Place
    mode: Mode
    before: Conversation | None
    """The conversation as it was before the question."""
    reply: Reply
    source_text: str = ""
    """What the message that asked says, whatever of it was answered."""
    title: str = ""
    """The title of the post that the message opens."""
    goes_on: bool = False
    """Whether it went on from an answer without calling the bot."""
    alone: bool = False
    """Whether it belongs to no conversation."""


class QuestionMemory:
    """Finds questions by their answers, and answers by the messages they answer."""

    def __init__(self) -> None:
        self._questions: TTLCache[int, Question] = TTLCache(
            MOST_QUESTIONS, WORDS_SECONDS, getsizeof=_count_slots
        )
        self._answers: TTLCache[int, int] = TTLCache(MOST_LINKS, LINK_SECONDS)
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    def lock(self, message_id: int) -> asyncio.Lock:
        """Held while a message is answered, answered anew, or loses its answer.

        However long one of these takes, the next waits for it: what was last said counts.
        """
        return self._locks.setdefault(message_id, asyncio.Lock())

    def remember(
        self, question: Question, *, answer_id: int, message_id: int | None = None
    ) -> None:
        """Keep that the message `answer_id` answers `question`, asked in `message_id`."""
        self._questions[answer_id] = question
        if message_id is not None:
            self._answers[message_id] = answer_id

    def find_question(self, answer_id: int) -> Question | None:
        """What a message of the bot answered, as long as it is known."""
        return self._questions.get(answer_id)

    def find_answer(self, message_id: int) -> int | None:
        """The message of the bot that answers a message, as long as it is known."""
        return self._answers.get(message_id)

    def forget_message(self, message_id: int) -> int | None:
        """Forget a message that is gone; the answer to it, if one is known."""
        answer_id = self._answers.pop(message_id, None)
        if answer_id is not None:
            self._questions.pop(answer_id, None)
        return answer_id


def _count_slots(question: Question) -> int:
    """How many questions of usual length are as long, each with what is kept beside it."""
    texts = (question.text, question.source_text, question.title)
    before = question.before.length if question.before else 0
    length = sum(map(len, texts)) + len(question.reply.understanding.query) + before
    return 1 + length // USUAL_LENGTH
