"""Telling whether a question reveals something about the person who asks it."""

import re
from typing import Final

_EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.-]+\b")
_PHONE: Final = re.compile(r"(?<![\w.,$€£₹])\+?\(?\d[\d ()./-]{7,}\d(?![\w%])")
_FEWEST_PHONE_DIGITS: Final = 9
"""Two years with a dash between them have eight."""
_AMOUNT: Final = r"(?:[$€£₹]\s?\d|\d[\d.,]*\s?(?:k\b|lakhs?\b|lpa\b|crores?\b)|\d{2,3}[,.]?\d{3}\b)"
_ASKED: Final = "".join(
    rf"(?<!\b{word} )" for word in ("can", "could", "do", "will", "would", "should", "may", "might")
)
"""Before "I earn", these make it a question about anybody."""
_OWN_PAY: Final = re.compile(
    rf"\b(?:my|our)\b[^.?!]{{0,40}}\b(?:offer|salary|pay|package|ctc|income|compensation)\b"
    rf"[^?!]{{0,60}}{_AMOUNT}"
    rf"|{_ASKED}\b(?:i|we)(?:['’]?m|['’]?ve|['’]?d| am| have| was| were| had)?\s"
    rf"(?:(?:just|now|currently|already|been|being|only)\s)*"
    rf"(?:make|made|earn|earned|got|getting|making|earning|paid|offered|receive|received)"
    rf"\b[^?!]{{0,60}}{_AMOUNT}"
    rf"|\boffer(?:ed|s|ing)?\s(?:me|us)\b[^?!]{{0,40}}{_AMOUNT}"
    rf"|\b(?:an|the|this|job)\soffer\s(?:of|for|at|with|around|is)\b[^?!]{{0,20}}{_AMOUNT}",
    re.IGNORECASE,
)


def reveals_personal_numbers(text: str) -> bool:
    """Whether `text` holds an e-mail address, a phone number, or what somebody earns."""
    if ("@" in text and _EMAIL.search(text)) or _OWN_PAY.search(text):
        return True
    plain = re.sub(r"<[@#!&:\w]+>", " ", text)  # Discord's mentions and emoji carry long ids
    return any(
        len(re.sub(r"\D", "", found[0])) >= _FEWEST_PHONE_DIGITS for found in _PHONE.finditer(plain)
    )
