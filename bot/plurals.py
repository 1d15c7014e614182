"""Numbers of things in words: `1 entry`, `12 entries`."""


def count(number: int, one: str, many: str = "") -> str:
    """A number and the name of what there are so many of; `many` unless that only adds an s."""
    return f"{number} {one if number == 1 else many or one + 's'}"
