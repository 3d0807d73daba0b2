"""Which language a text is likely written in, told by its letters."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

# The first of each script is what is assumed when none of them was asked for. Languages that stand
# in no row are written in Latin letters.
LANGUAGES = {
    "CYRILLIC": ("ru", "ba", "be", "bg", "cv", "kk", "ky", "sah", "sr", "tg", "tt", "uk"),
    "CJK": ("zh", "ja"),
    "HIRAGANA": ("ja",),
    "KATAKANA": ("ja",),
    "HANGUL": ("ko",),
    "GREEK": ("el",),
    "HEBREW": ("he",),
    "ARABIC": ("ar",),
    "ARMENIAN": ("hy",),
    "GEORGIAN": ("ka",),
    "THAI": ("th",),
}
NOT_LATIN = frozenset(language for row in LANGUAGES.values() for language in row)


def language_of(text: str, asked: Sequence[str]) -> str | None:
    """The ISO 639 code of the language that ``text`` is written in, or ``None`` without letters.

    Args:
        text: of any length.
        asked: languages that were asked for, which decide between those of one script.
    """
    scripts = Counter(
        unicodedata.name(letter, "").partition(" ")[0] for letter in text if letter.isalpha()
    )
    if not scripts:
        return None
    row = LANGUAGES.get(scripts.most_common(1)[0][0], ())
    fitting = [one for one in asked if one in row or (not row and one not in NOT_LATIN)]
    return next((one for one in fitting if one != "*"), row[0] if row else "en")
