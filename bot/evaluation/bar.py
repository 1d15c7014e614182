"""The bar: how good an evaluation must be for `career-bot eval` to end with exit status 0.

The command line shows it, so that nothing is imported here which takes time.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Shares in percent."""

    min_right: float = 90
    """Of what can be answered and was asked for, this much is answered rightly."""
    max_wrong: float = 3
    """Of what can be answered, no more than this is answered wrongly."""
    min_declined: float = 95
    """Of what cannot be answered, this much is declined."""
    min_silent: float = 98
    """Of what was said to nobody in particular and cannot be answered, this much is left alone."""
