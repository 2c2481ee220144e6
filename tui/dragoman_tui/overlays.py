"""What lies over a screen, which stays visible: the keys, and every action by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from dragoman.form import form
from dragoman.views.lines import cells
from dragoman_tui.drawn import Drawn, Followed
from dragoman_tui.finding import Field
from dragoman_tui.ink import Block, Cell, Ink, Target, heading
from dragoman_tui.keys import KEYS, Where
from dragoman_tui.pane import Pane

_MOST_SHOWN = 12


class Overlay(ModalScreen[str]):
    """Something on a ground of its own over a dimmed screen; Esc or a click outside closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f1", "close", "Close", show=False)]

    def dismiss(self, result: str | None = None) -> AwaitComplete:
        """Close it, once: a key that was on its way when it was closed finds nothing to close."""
        return super().dismiss(result) if self.is_current else AwaitComplete()

    def action_close(self) -> None:
        """Close it, and do nothing."""
        self.dismiss("")

    def on_click(self, event: events.Click) -> None:
        """A click outside closes it."""
        if self.get_widget_at(event.screen_x, event.screen_y)[0] is self:
            self.dismiss("")


class Help(Overlay):
    """The keys of the screen, from the one table."""

    def __init__(self, here: str = "") -> None:
        """`here` is the screen that it is opened on."""
        super().__init__()
        self._here = here

    def compose(self) -> ComposeResult:
        """One text."""
        yield Drawn(id="over")

    def on_resize(self) -> None:
        """Draw it for the width there is."""
        self.query_one(Drawn).show(list(help_blocks(self.app.size.width, self._here)))

    def on_key(self, event: events.Key) -> None:
        """Any key closes it."""
        event.stop()
        self.dismiss("")


def help_blocks(width: int, here: str = "") -> Iterable[Block]:
    """The keys by where they work, in as many columns as there is room for."""
    yield heading("Keys of this screen", Ink("Esc closes", "muted"), above=0)
    groups = [
        (where, [key for key in KEYS.values() if key.where is where and key.shown and key.screen in ("", here)])
        for where in Where
    ]
    if width < 100:
        for where, keys in groups:
            yield Block((Cell((Ink(where.value, "title"),)),), above=1)
            caps = tuple((Ink(key.shown, "strong"), Ink(f" {key.help}", "muted")) for key in keys)
            yield Block((Cell(groups=caps),))
        return
    widths = (13, 10, 8)
    yield Block(
        tuple(Cell((Ink(where.value, "title"),), 0 if n == 2 else 37) for n, (where, _) in enumerate(groups)), above=1
    )
    for number in range(max(len(keys) for _, keys in groups)):
        row: list[Cell] = []
        for place, (_, keys) in enumerate(groups):
            key = keys[number] if number < len(keys) else None
            row.append(Cell((Ink(key.shown if key else "", "strong"),), widths[place]))
            row.append(Cell((Ink(key.help if key else "", "muted"),), 37 - widths[place] if place < 2 else 0))
        yield Block(tuple(row))


@form
class Choice:
    """Something that can be chosen by its name."""

    name: str
    """What is given back."""
    words: str
    beside: str = ""
    """A key, a slash command."""


class Chooser(Overlay):
    """A field above a list: what is typed narrows it, Enter takes what the cursor is on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", show=False),
        Binding("up", "walk(-1)", show=False, priority=True),
        Binding("down", "walk(1)", show=False, priority=True),
    ]

    def __init__(self, choices: Callable[[str], Sequence[Choice]], placeholder: str, noun: str = "actions") -> None:
        """`choices` gives what there is for what was typed, the best first."""
        super().__init__()
        self._choices, self._placeholder, self._noun = choices, placeholder, noun
        self._all = len(choices(""))

    def compose(self) -> ComposeResult:
        """Field and list."""
        with Vertical(id="over"):
            with Horizontal(id="over-field"):
                yield Static("›", id="over-sign", markup=False)
                yield Field(self._placeholder)
                yield Static("", id="over-count", markup=False)
            yield List()

    def on_mount(self) -> None:
        """All of it, to begin with."""
        self.query_one(Field).focus()
        self._show("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        self._show(event.value)

    def _show(self, typed: str) -> None:
        found = self._choices(typed)
        pane = self.query_one(List)
        pane.show_choices(found, typed)
        self.query_one("#over-count", Static).update(f"{len(found)} of {self._all} {self._noun}")

    def action_walk(self, way: int) -> None:
        """Another row."""
        self.query_one(List).action_walk(way)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what the cursor is on."""
        event.stop()
        at = self.query_one(List).at
        self.dismiss(str(at.key) if at else "")

    def on_followed(self, event: Followed) -> None:
        """Take what was clicked."""
        event.stop()
        self.dismiss(str(event.target.key))


class List(Pane, can_focus=False):
    """The rows of a chooser; the cursor is always seen."""

    @property
    def has_focus(self) -> bool:
        """The field has it, and the cursor is here."""
        return True

    @has_focus.setter
    def has_focus(self, value: bool) -> None:
        """Nothing else has it."""

    def show_choices(self, found: Sequence[Choice], typed: str) -> None:
        """Show other rows; the cursor goes to the first."""
        blocks = []
        for one in found:
            words = tuple(_bold(one.words, typed))
            beside = Cell((Ink(one.beside, "muted"),), max(cells(one.beside), 1), is_right=True, gap=2)
            blocks.append(Block((Cell(words), beside), to=Target("choice", one.name)))
        self.at = blocks[0].to if blocks else None
        self.styles.height = max(min(len(found), _MOST_SHOWN), 1)
        self.show(blocks or [Block((Cell((Ink("nothing by that name", "muted"),)),))])
        self.scroll_to(y=0, animate=False, immediate=True, force=True)


def _bold(words: str, typed: str) -> Iterable[Ink]:
    """What was typed stands out."""
    at = words.casefold().find(typed.casefold()) if typed else -1
    if at < 0:
        yield Ink(words)
        return
    yield from (
        one
        for one in (Ink(words[:at]), Ink(words[at : at + len(typed)], "link"), Ink(words[at + len(typed) :]))
        if one.text
    )


def by_name(choices: Sequence[Choice]) -> Callable[[str], Sequence[Choice]]:
    """Those whose words have all that was typed: where a word begins with it first."""

    def found(typed: str) -> Sequence[Choice]:
        wanted = typed.casefold().strip()
        if not wanted:
            return choices
        having = [one for one in choices if wanted in f"{one.words} {one.beside}".casefold()]
        return sorted(
            having,
            key=lambda one: (
                not f" {one.words} {one.beside}".casefold().count(f" {wanted}"),
                one.words.casefold().find(wanted),
            ),
        )

    return found
