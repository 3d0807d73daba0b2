"""Recognized English words as people write them: numbers in digits, a capital letter, a full stop.

It is much less than what the service does: no dates, times, money or telephone numbers, and no
punctuation within a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

NUMBERS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip

Part = Callable[[Sequence[str]], tuple[int, int]]

PROFANITIES = frozenset(["bastard", "bitch", "crap", "damn", "fuck", "fucking", "shit"])
"""A few, so that there is something to try the filter with."""


def written(words: Sequence[str], *, digits: bool, polished: bool, masked: bool) -> str:
    """The words as a text.

    Args:
        words: as they were spoken.
        digits: cardinal numbers below a million become digits; "one" alone does not, as it is mostly
            no number.
        polished: the text begins with a capital letter and ends with a full stop, and "I" is one too.
        masked: profanities become asterisks.
    """
    if masked:
        words = [mask(word) for word in words]
    if polished:
        words = [re.sub(r"^i\b", "I", word) for word in words]
    text = " ".join(with_digits(words) if digits else words)
    return f"{text[0].upper()}{text[1:]}." if polished and text else text


def mask(word: str) -> str:
    """The word, in asterisks if it is a profanity."""
    return "*" * len(word) if word in PROFANITIES else word


def with_digits(words: Sequence[str]) -> list[str]:
    """The words, with one in digits for each cardinal number."""
    found: list[str] = []
    place = 0
    while place < len(words):
        number, used = _cardinal(words[place:])
        if used and list(words[place : place + used]) != ["one"]:
            found.append(str(number))
        else:
            used = 1
            found.append(words[place])
        place += used
    return found


# Each gives the number that the words begin with, and how many of them it takes: 0 if there is none.


def _cardinal(words: Sequence[str]) -> tuple[int, int]:
    return _scaled(words, _below_thousand, "thousand", 1000)


def _below_thousand(words: Sequence[str]) -> tuple[int, int]:
    return _scaled(words, _below_hundred, "hundred", 100)


def _scaled(words: Sequence[str], part: Part, name: str, scale: int) -> tuple[int, int]:
    number, used = part(words)
    if not number or list(words[used : used + 1]) != [name]:
        return number, used
    number, used = number * scale, used + 1
    joined = used + (list(words[used : used + 1]) == ["and"])
    rest, more = part(words[joined:])
    return (number + rest, joined + more) if 0 < rest < scale else (number, used)


def _below_hundred(words: Sequence[str]) -> tuple[int, int]:
    if not words or words[0] not in NUMBERS:
        return 0, 0
    number = NUMBERS[words[0]]
    unit = NUMBERS.get(words[1], 0) if len(words) > 1 else 0
    return (number + unit, 2) if number >= 20 and 1 <= unit <= 9 else (number, 1)
