"""The commands that show data: which of them the knowledge has something for."""

from bot.knowledge.base import Knowledge


def list_data_commands(knowledge: Knowledge) -> list[str]:
    """The names of those commands, in the order in which people are told of them."""
    held = {
        "salary": bool(knowledge.salaries),
        "skills": knowledge.skills is not None,
        "compare": knowledge.comparison is not None,
        "paths": knowledge.paths is not None,
        "roadmap": knowledge.roadmap is not None,
    }
    return [name for name, there in held.items() if there]
