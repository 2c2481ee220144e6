"""How rows look: the one place that maps roles and grounds to Textual.

Rows become strips of segments, never markup, so that nothing that was typed or read is ever taken for an instruction;
`Ink` has made the text itself safe.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.strip import Strip

from dragoman_tui.glyphs import ascii_of
from dragoman_tui.ink import ROLES, Ink
from dragoman_tui.setting import Row

ROLE_CLASSES = {role: f"role--{role}" for role in ROLES}
GROUND_CLASSES = {ground: f"ground--{ground}" for ground in ("raised", "pick", "match")}
CLASSES = {*ROLE_CLASSES.values(), *GROUND_CLASSES.values()}
"""The component classes of every widget that draws rows."""

CSS = """
    & > .role--text { color: $text; }
    & > .role--strong { color: $text; text-style: bold; }
    & > .role--muted { color: $muted; }
    & > .role--faint { color: $faint; }
    & > .role--advice { color: $advice; }
    & > .role--title { color: $advice; text-style: bold; }
    & > .role--link { color: $link; }
    & > .role--moved { color: $moved; text-style: bold; }
    & > .role--doubt { color: $doubt; }
    & > .role--wrong { color: $wrong; }
    & > .role--gone { color: $muted; text-style: strike; }
    & > .role--here { color: $text; text-style: bold underline; }
    & > .ground--raised { background: $raised; }
    & > .ground--pick { background: $pick; }
    & > .ground--match { background: $advice; color: $ground; }
"""
"""The rules of these classes, to be nested in the rule of a widget that draws rows."""

Styles = Callable[[str], RichStyle]
"""The look of a component class alone, without what it inherits."""


class Drawer:
    """Draws rows in the looks of one widget, as they are now."""

    def __init__(self, plain: RichStyle, style_of: Styles, *, is_ascii: bool, is_mono: bool) -> None:
        self.plain, self._style_of, self._is_ascii, self._is_mono = plain, style_of, is_ascii, is_mono
        self._looks: dict[tuple[str, str], RichStyle] = {}

    def strip(self, inks: Iterable[Ink], width: int, ground: str = "") -> Strip:
        """One row, `width` columns wide; `ground` goes under all of it."""
        segments = [Segment(self._written(ink.text), self.look(ink.role, ground or ink.ground)) for ink in inks]
        return Strip(segments).adjust_cell_length(width, self.look("text", ground) if ground else self.plain)

    def look(self, role: str, ground: str = "") -> RichStyle:
        """A role on a ground."""
        found = self._looks.get((role, ground))
        if found is None:
            found = self.plain + self._style_of(f"role--{role}")
            if ground:
                found += self._style_of(f"ground--{ground}")
                if self._is_mono and ground in {"pick", "match"}:
                    found += RichStyle(reverse=True)
            self._looks[role, ground] = found
        return found

    def _written(self, text: str) -> str:
        return ascii_of(text) if self._is_ascii else text


def text_of(row: Row) -> str:
    """One row as it stands on the screen."""
    return row.text.rstrip()
