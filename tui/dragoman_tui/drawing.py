"""How rows look: the one place that maps roles and grounds to Textual.

Rows become strips of segments, never markup, so that nothing that was typed or read is ever taken for an instruction;
`Ink` has made the text itself safe.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.strip import Strip

from dragoman_tui.glyphs import ascii_of
from dragoman_tui.ink import Ground, Ink, Role
from dragoman_tui.setting import Row

_ROLES: Mapping[Role, tuple[str, RichStyle]] = {
    "text": ("text", RichStyle()),
    "strong": ("text", RichStyle(bold=True)),
    "muted": ("muted", RichStyle()),
    "faint": ("faint", RichStyle()),
    "advice": ("advice", RichStyle()),
    "title": ("advice", RichStyle(bold=True)),
    "link": ("link", RichStyle()),
    "moved": ("moved", RichStyle(bold=True)),
    "doubt": ("doubt", RichStyle()),
    "wrong": ("wrong", RichStyle()),
    "gone": ("muted", RichStyle(strike=True)),
    "here": ("text", RichStyle(bold=True, underline=True)),
    "pole1": ("pole1", RichStyle()),
    "pole2": ("pole2", RichStyle()),
}
"""Of each role the variable of the theme that is its colour, and its weight."""
_GROUNDS: Mapping[Ground, str] = {"raised": "raised", "square": "square", "pick": "pick", "match": "advice"}

Variables = Mapping[str, str]
"""The colours of the theme by the names of its roles; one set for all widgets, where component classes would be applied
to each of them, a dozen a widget, before the first picture."""


class Drawer:
    """Draws rows in the looks of one widget, as they are now."""

    def __init__(self, plain: RichStyle, variables: Variables, *, is_ascii: bool, is_mono: bool) -> None:
        self.plain, self._variables, self._is_ascii, self._is_mono = plain, variables, is_ascii, is_mono
        self._looks: dict[tuple[Role, Ground], RichStyle] = {}

    def strip(self, inks: Iterable[Ink], width: int, ground: Ground = "") -> Strip:
        """One row, `width` columns wide; `ground` goes under all of it."""
        segments = [Segment(self._written(ink.text), self.look(ink.role, ground or ink.ground)) for ink in inks]
        return Strip(segments).adjust_cell_length(width, self.look("text", ground) if ground else self.plain)

    def look(self, role: Role, ground: Ground = "") -> RichStyle:
        """A role on a ground."""
        found = self._looks.get((role, ground))
        if found is None:
            name, weight = _ROLES[role]
            is_reversed = self._is_mono and ground in {"pick", "match"}
            name = "text" if is_reversed else "ground" if ground == "match" else name
            found = self.plain + RichStyle(color=self._colour(name)) + weight
            if ground:
                found += RichStyle(bgcolor=self._colour("ground" if is_reversed else _GROUNDS[ground]))
                found += RichStyle(reverse=is_reversed)
            self._looks[role, ground] = found
        return found

    def _colour(self, role: str) -> str:
        """The colour of a role as Rich writes it: one of the terminal's own has a name there without a prefix."""
        return self._variables[role].removeprefix("ansi_")

    def _written(self, text: str) -> str:
        return ascii_of(text) if self._is_ascii else text


def text_of(row: Row) -> str:
    """One row as it stands on the screen."""
    return row.text.rstrip()
