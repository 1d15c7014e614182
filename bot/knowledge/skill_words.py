"""How texts name skills, as one pattern for each skill."""

import re

from bot.knowledge.schema import Skill

_LETTER = r"[^\W\d_\u0e00-\u0fff\u1100-\u11ff\u2e80-\U0010ffff]"
"""A letter that makes one word with the letters beside it.

Thai, Chinese, Japanese and Korean set foreign words among their own without a blank.
"""


def compile_skill(skill: Skill) -> re.Pattern[str]:
    """Where a job post names a skill: by its name or one of its words, whatever their case.

    As a word of its own; one letter alone is a language only as a capital that nothing else
    claims (R&D, plan-C).
    """
    names = dict.fromkeys((*skill.words, skill.name))
    letters = "|".join(re.escape(name.upper()) for name in names if len(name) == 1)
    words = "|".join(map(_spell, (name for name in names if len(name) > 1)))
    patterns = []
    if words:  # to ignore case outside of them, too, would cost most of the time this takes
        patterns.append(rf"(?<!{_LETTER})(?<![\d_+#])(?i:{words})(?!{_LETTER}|[_+#])")
    if letters:
        patterns.append(rf"(?<![\w&'’.+#-])(?:{letters})(?![\w&'’+#-]|\.\w)")
    return re.compile("|".join(patterns))


def _spell(name: str) -> str:
    return r"[\s-]+".join(map(re.escape, name.split()))
