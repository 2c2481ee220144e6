r"""Which characters are not seen, or steer what is seen; and how a text is written with all of them in sight.

One definition for all that leaves the program: control characters, the format characters of Unicode (category
Cf: marks of direction, the soft hyphen, tags), separators of lines, halves of characters, what is private or has
no meaning yet, and the characters that Unicode calls default-ignorable although their category says letter or mark.
The database that Python carries knows the categories and not the property, so those last ones are listed
(DerivedCoreProperties.txt, Default_Ignorable_Code_Point, of Unicode 15).
"""

from __future__ import annotations

import re

from dragoman.source.characters import forbidden

_IGNORABLE_LETTERS_AND_MARKS = (
    "\u034f"  # combining grapheme joiner
    "\u115f\u1160\u3164\uffa0"  # Hangul fillers
    "\u17b4\u17b5"  # Khmer inherent vowels
    "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"  # variation selectors
)
_IGNORABLE = re.compile(f"[{_IGNORABLE_LETTERS_AND_MARKS}]")
_NOT_ASCII = re.compile("[^ -~]")


def is_hidden(character: str) -> bool:
    """Whether a character would not be seen, or could steer what is seen. A space of any width is seen."""
    if character.isprintable():
        return _IGNORABLE.match(character) is not None
    from unicodedata import category  # noqa: PLC0415 - nearly all text is printable, and needs no database

    return category(character) != "Zs"


def plain(text: str) -> str:
    r"""`text` on one line, with every hidden character written out.

    >>> plain("red \x1b[31m, soft\xadly")
    'red \\x1b[31m, soft\\xadly'
    """
    return text if _is_all_seen(text) else _NOT_ASCII.sub(_written_out, text)


def brief(text: str, most: int = 40) -> str:
    r"""`text` in a few words for a `repr`: on one line, hidden characters written out, cut at `most` characters.

    >>> brief("red \x1b[31m"), brief("x" * 99, 5)
    ('red \\x1b[31m', 'xxxx…')
    """
    safe = plain(text[: most + 1])
    return safe if len(safe) <= most else f"{safe[: most - 1]}…"


def storable(text: str) -> str:
    r"""`text` on one line, with what no reader takes written out: so files can hold the name of one, which can be anything.

    >>> storable("red\x1b.yaml"), storable("soft\xadly.yaml")
    ('red\\x1b.yaml', 'soft\xadly.yaml')
    """
    while wrong := forbidden(text):
        at, _ = wrong
        text = f"{text[:at]}{escaped(text[at])}{text[at + 1 :]}"
    return text.replace("\n", "\\n")


def escaped(character: str) -> str:
    r"""A character as Python and YAML write it inside double quotes.

    >>> escaped("\u202e"), escaped("\U000e0041")
    ('\\u202e', '\\U000e0041')
    """
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _is_all_seen(text: str) -> bool:
    return text.isprintable() and (text.isascii() or _IGNORABLE.search(text) is None)


def _written_out(found: re.Match[str]) -> str:
    character = found.group()
    if character in "\n\t":
        return " "
    return escaped(character) if is_hidden(character) else character
