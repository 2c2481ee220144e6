"""What stands for the glyphs of the screen where the terminal cannot show them, or shows them two cells wide."""

from __future__ import annotations

import locale
import os
import unicodedata
from functools import lru_cache

from dragoman.settings.read import current
from dragoman.views.lines import cells

_ASCII = {
    "›": ">", "−": "-", "▸": ">", "▾": "v", "•": "*", "≠": "!", "●": "*", "○": "o", "◐": "x", "◆": "#", "↗": "^", "↘": "v",
    "·": ".", "…": ".", "–": "-", "—": "-", "→": ">", "←": "<", "↑": "^", "↓": "v", "↵": ">", "“": '"', "”": '"', "‘": "'",
    "’": "'", "×": "x", "■": "#", "▌": "|", "°": "o", "€": "E", "£": "L",
}  # fmt: skip
_WIDE_LOCALES = ("zh", "ja", "ko")


def wants_ascii() -> bool:
    """Whether the screen keeps to ASCII: as the settings say, else by the locale.

    That is one which is not UTF-8, or whose fonts draw most of the glyphs wide.
    """
    asked = current().flag("ascii")
    if asked is not None:
        return asked
    named = next((os.environ[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if os.environ.get(name)), "")
    if named.startswith(_WIDE_LOCALES):
        return True
    return locale.getencoding().lower().replace("-", "") not in {"utf8", "cp65001"}


@lru_cache(maxsize=4096)
def ascii_of(text: str) -> str:
    """A text in ASCII that takes as many columns.

    >>> ascii_of("› Jakóbowski … ▸ 中")
    '> Jakobowski . > ??'
    """
    return text if text.isascii() else "".join(map(_one, text))


def _one(character: str) -> str:
    if character.isascii():
        return character
    found = _ASCII.get(character)
    if found is not None:
        return found
    bare = "".join(c for c in unicodedata.normalize("NFKD", character) if c.isascii() and c.isprintable())
    width = cells(character)
    return bare[:1] if bare and width == 1 else "?" * width
