"""What keeps text from being YAML, in the words of somebody who only wants to write an answer."""

from collections.abc import Callable
from typing import Any, Final

import yaml

from bot.knowledge.documents import UnmeantError
from bot.knowledge.nodes import YamlLoader

_AS_BLOCK: Final = "put it in quotes, or write `|` behind the key and the text indented below"
_INDENTATION: Final = "check the indentation, and put text with a colon or a # in quotes"

_FLOWS: Final = {
    "while parsing a flow sequence": ("[", "]"),
    "while parsing a flow mapping": ("{", "}"),
}
"""Brackets by what the parser says that it was reading."""

_REMEDIES: Final = {
    "found a tab character that violates indentation": "a tab; indent with blanks",
    "found undefined alias": f"text that starts with * means something else in YAML; {_AS_BLOCK}",
    "mapping values are not allowed in this context": (
        "a colon inside text, or more indentation than in the line before; "
        "put the text in quotes, or mend the indentation"
    ),
    "did not find expected comment or line break": "the text belongs below the |, not behind it",
    "did not find expected '-' indicator": (
        "this line is indented neither like a new item nor like the fields of the last one; "
        "mend its indentation"
    ),
    "did not find expected key": (
        "a field is neither on a line of its own nor in line with the others; "
        f"mend the indentation, and where text starts with [ or {{, {_AS_BLOCK}"
    ),
    "but found another document": "the line --- begins a second document; take it out",
}
"""What to say for the parser's own words."""


def describe_yaml_error(text: str, error: yaml.YAMLError) -> tuple[int, str]:
    """The line of what keeps `text` from being YAML, and what it is and how to mend it.

    The line is that of the cause rather than of where the parser stumbled, where that is known.
    """
    if not isinstance(error, yaml.MarkedYAMLError):  # characters that no text may hold
        line = text[: getattr(error, "position", 0)].count("\n") + 1
        return line, f"not valid YAML: {str(error).splitlines()[0]}; take it out"
    problem = error.problem or str(error).splitlines()[0]
    line = _find_line(text, error.problem_mark)
    if isinstance(error, UnmeantError):
        return line, problem
    for explain in _EXPLANATIONS:
        if (found := explain(text, error, line)) is not None:
            line, what = found
            break
    else:
        what = _REMEDIES.get(problem) or f"{problem}; {_INDENTATION}"
    return line, f"not valid YAML: {what}"


def _find_line(text: str, mark: Any) -> int:
    # What is missing at the end of a file is found one line after it.
    return min(mark.line + 1, max(1, len(text.splitlines()))) if mark is not None else 1


def _explain_quotes(text: str, error: Any, line: int) -> tuple[int, str] | None:
    """A quotation mark that is closed nowhere, or too far down, or before its text ends."""
    if error.context == "while scanning a quoted scalar":
        what = "the quotation mark that opens here is never closed; close it where its text ends"
        return error.context_mark.line + 1, what
    quoted = _find_quoted(text, line)
    if quoted is None:
        return None
    start = quoted.start_mark.line + 1
    if start < line:
        what = f"the quotation mark that opens here is closed only in line {line}"
        return start, f"{what}; close it where its text ends"
    what = "text goes on behind the quotation mark that closes it"
    return line, f"{what}; put all of it in quotes, of the other kind where it holds some"


def _find_quoted(text: str, line: int) -> Any:
    """The quoted text that ends in a line with something else than a comment behind it, if any."""
    written = text.splitlines()
    try:
        for token in yaml.scan(text, Loader=YamlLoader):
            if token.start_mark.line + 1 > line:
                break
            if not isinstance(token, yaml.ScalarToken) or token.style not in {'"', "'"}:
                continue
            rest = written[token.end_mark.line][token.end_mark.column :].strip()
            if token.end_mark.line + 1 == line and rest and rest[0] not in "#:,]}":
                return token
    except yaml.YAMLError:  # the tokens before what is not valid were looked at
        pass
    return None


def _explain_brackets(_text: str, error: Any, line: int) -> tuple[int, str] | None:
    """A list in brackets that is not closed, or text that starts with a bracket."""
    brackets = _FLOWS.get(error.context)
    if brackets is None:
        return None
    opening, closing = brackets
    start = error.context_mark.line + 1
    if start < line:
        return start, f"the {opening} that opens here is never closed; close it with {closing}"
    what = f"behind {opening}, a comma or the closing {closing} is missing"
    return line, f"{what}; put the text in quotes if it is no list"


def _explain_bare_line(_text: str, error: Any, _line: int) -> tuple[int, str] | None:
    """A line without a key, as when the text of an answer is not indented."""
    if error.context != "while scanning a simple key":
        return None
    what = "this line has no key; write `key: value`, or indent it further than the key before it"
    return error.context_mark.line + 1, what


def _explain_first_character(text: str, error: Any, _line: int) -> tuple[int, str] | None:
    """Text whose first character means something else in YAML."""
    reading: Callable[[str], bool] = (error.context or "").endswith
    tagged = (error.problem or "").startswith("could not determine a constructor for the tag")
    if not tagged and not any(map(reading, ("an alias", "an anchor", "for the next token"))):
        return None
    mark = error.problem_mark if tagged or error.context_mark is None else error.context_mark
    lines = text.splitlines()
    character = lines[mark.line][mark.column : mark.column + 1] if mark.line < len(lines) else ""
    if not character.strip():
        return mark.line + 1, "a tab; indent with blanks"
    what = f"text that starts with {character} means something else in YAML"
    return mark.line + 1, f"{what}; {_AS_BLOCK}"


_EXPLANATIONS: Final = (
    _explain_quotes,
    _explain_brackets,
    _explain_bare_line,
    _explain_first_character,
)
"""What is tried in turn before the parser's own words are."""
