"""Header and footer: where one is, the screens there are, at most six keys, how the session stands."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.views.lines import cells
from dragoman_tui.drawn import Drawn
from dragoman_tui.ink import Block, Cell, Ink, Target
from dragoman_tui.keys import KEYS

if TYPE_CHECKING:
    from dragoman.views.screen.forms import Page

MOST_KEYS = 6
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def day(date: datetime.date | None, *, is_short: bool) -> str:
    """`30 November 2020`, `30 Nov 2020`."""
    if date is None:
        return "no date"
    month = _MONTHS[date.month - 1]
    return f"{date.day} {month[:3] if is_short else month} {date.year}"


class Bar(Drawn):
    """A row or two, as wide as the screen."""

    @property
    def room(self) -> int:
        """Columns for text, known before anything is laid out: so the bars are in the first picture."""
        return self.app.size.width - self.styles.gutter.width


class Header(Bar):
    """Title and date, and the screens: in one row where there is room, else in two."""

    DEFAULT_CSS = """
    Header { height: 2; padding: 0 3; background: $ground; color: $text; }
    """

    def draw(
        self, page: Page | None, meta: str, tabs: Sequence[tuple[str, str, str]], here: str, *, is_wide: bool
    ) -> None:
        """Show it anew; `tabs` are name, words, and what is new there."""
        title = page.called if page else "Dragoman"
        groups = tuple(_tab(name, words, new, is_here=name == here) for name, words, new in tabs)
        width = sum(cells(ink.text) for group in groups for ink in group) + 3 * max(len(groups) - 1, 0)
        if is_wide:
            room = self.room - width - cells(meta) - 6
            said = (Ink(_cut(title, room), "strong"), Ink(f"   {meta}", "muted"))
            self.show([Block((Cell(said), Cell(groups=groups, width=width, gap=2)))])
        else:
            room = self.room - cells(meta) - 2
            cut = Ink(_cut(title, room), "strong")
            self.show(
                [Block((Cell((cut,)), Cell((Ink(meta, "muted"),), cells(meta), gap=2))), Block((Cell(groups=groups),))]
            )


def _tab(name: str, words: str, new: str, *, is_here: bool) -> tuple[Ink, ...]:
    to = Target("screen", name)
    return (Ink(words, "here" if is_here else "muted", to=to), *((Ink(f" {new}", "moved", to=to),) if new else ()))


def _cut(text: str, room: int) -> str:
    """A title is the one thing that is cut: it stands whole in the talk, and the date must stay."""
    if cells(text) <= room:
        return text
    while text and cells(text) > max(room - 1, 1):
        text = text[:-1]
    return f"{text.rstrip()}…"


class Footer(Bar):
    """Keys at the left, how the session stands at the right."""

    DEFAULT_CSS = """
    Footer { height: 1; dock: bottom; padding: 0 3; background: $ground; color: $text; }
    """

    def draw(self, keys: Sequence[str | tuple[str, str]], *right: Ink) -> None:
        """Show keys of the table by name, or with other words; as many as there is room for."""
        left = self.room - sum(cells(ink.text) for ink in right) - 2
        groups: list[tuple[Ink, ...]] = []
        used = 0
        for one in keys[:MOST_KEYS]:
            name, label = one if isinstance(one, tuple) else (one, KEYS[one].label or KEYS[one].help)
            group = (
                Ink(KEYS[name].shown, "strong", to=Target("key", name)),
                Ink(f" {label}", "muted", to=Target("key", name)),
            )
            wide = sum(cells(ink.text) for ink in group) + 3
            if used + wide - 3 <= left:
                groups.append(group)
                used += wide
        right_width = sum(cells(ink.text) for ink in right)
        tail = (Cell(right, right_width, is_right=True, gap=1),) if right_width else ()
        self.show([Block((Cell(groups=tuple(groups)), *tail))])
