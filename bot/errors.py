"""The errors career-bot raises on purpose, all under one base class.

Their text is written for the person who can mend the situation.
"""


def word_os_error(error: OSError) -> str:
    """What the system says is wrong, for a sentence that says with what."""
    return error.strerror or str(error) or "the system does not say why"


class CareerBotError(Exception):
    """Base of every error that career-bot raises on purpose."""


class ProblemsError(CareerBotError):
    """Files cannot be used; carries every problem found in them.

    `problems` holds one line each, as `file:line: entry: field: what is wrong and how to mend it`.
    """

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class KnowledgeError(ProblemsError):
    """A knowledge folder cannot be used; carries every problem found in it."""


class ConfigurationError(CareerBotError):
    """The program is not configured well enough to do what was asked; says what to do."""


class LostError(CareerBotError):
    """What the bot says was lost on its way to Discord for as long as it was of use."""

    def __init__(self, loss: str) -> None:
        super().__init__(f"a message was lost for good ({loss})")


class UnknownEntryError(CareerBotError):
    """An entry id that the loaded knowledge does not hold, as old buttons may carry."""

    def __init__(self, entry_id: str) -> None:
        super().__init__(f"there is no entry {entry_id!r} in this knowledge")


class QuizChangedError(CareerBotError):
    """Answers to a quiz that has changed since, as old buttons may carry."""

    def __init__(self) -> None:
        super().__init__("the quiz has changed since these answers were given; start it again")


class UnknownChoiceError(CareerBotError):
    """Something was asked for (a region, a level, a group of skills) that the knowledge lacks."""

    def __init__(self, typed: str, *, kind: str, known: list[str]) -> None:
        choices = f"; choose one of: {', '.join(known)}" if known else ""
        super().__init__(f"there is no {kind} {typed!r} in this knowledge{choices}")
