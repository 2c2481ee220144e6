"""Where characters stand, and which no text may hold.

A control character has no meaning in a text and can steer a terminal, so every reader refuses it,
written plainly or as an escape. Marks that change the direction of writing are text (Arabic and
Persian names need them); whoever shows text writes them out.
"""

from __future__ import annotations

import re

from dragoman.errors import Place

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def forbidden(text: str) -> tuple[int, str] | None:
    r"""The first character of `text` that no text may hold: where it stands, and what to say of it.

    >>> forbidden("a\x1b[31m")
    (1, 'control character U+001B; a text has none')
    """
    found = _CONTROL.search(text)
    if not found:
        return None
    code = ord(found.group())
    if 0xD800 <= code <= 0xDFFF:
        return found.start(), f"U+{code:04X} is one half of a character, alone"
    return found.start(), f"control character U+{code:04X}; a text has none"


class Lines:
    r"""The places of a text's characters; asking for one after the other costs one pass over the text.

    >>> str(Lines("a.json", "{}\n {}").place(4))
    'a.json:2:2'
    """

    def __init__(self, name: str, text: str, first: int = 1) -> None:
        """`first` is the number of the line that the text begins with."""
        self.name, self.text, self.first = name, text, first
        self._at, self._line, self._start = 0, first, 0

    def place(self, at: int) -> Place:
        """Where the character `at` stands."""
        if at < self._at:
            self._at, self._line, self._start = 0, self.first, 0
        breaks = self.text.count("\n", self._at, at)
        if breaks:
            self._line += breaks
            self._start = self.text.rindex("\n", self._at, at) + 1
        self._at = at
        return Place(self.name, self._line, at - self._start + 1)
