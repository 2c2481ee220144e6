"""The start: a list to go on with or to begin from, found as one types; beside it, or in its place, a closer look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from dragoman.views.screen.start_forms import Peek, Start
from dragoman_tui.bars import Footer
from dragoman_tui.drawn import Followed
from dragoman_tui.finding import Field, FindBar
from dragoman_tui.ink import Ink, Target
from dragoman_tui.later import after_refresh
from dragoman_tui.openings import Openings
from dragoman_tui.overlays import Choice, Chooser
from dragoman_tui.pane import Pane
from dragoman_tui.start_blocks import (
    BEGIN,
    FILE,
    MORE,
    SAID,
    SESSION,
    SITUATION,
    TOUR,
    Shown,
    found_blocks,
    peek_blocks,
    start_blocks,
    ways,
)

_TWO_PANES, _WIDE, _TALL = 120, 160, 34
_MOST_FILES = 200


class StartPane(Pane):
    """The list; its cursor is seen while one types, too."""

    @property
    def has_focus(self) -> bool:
        """The cursor is always here."""
        return True

    @has_focus.setter
    def has_focus(self, value: bool) -> None:
        """Nothing else has one."""


class PeekPane(Pane, can_focus=False):
    """A closer look at what the cursor stands on."""


class SearchBar(FindBar):
    """What is looked for; the arrows walk the list meanwhile."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "walk(-1)", show=False, priority=True),
        Binding("down", "walk(1)", show=False, priority=True),
    ]

    class Taken(Message):
        """What the cursor stands on is wanted."""

    def begin(self, words: str) -> None:
        """Begin to look, with what was typed already."""
        self.open()
        field = self.query_one(Field)
        field.value = words
        field.cursor_position = len(words)

    def add(self, words: str) -> None:
        """Something more was typed, before the field had the focus."""
        self.query_one(Field).insert_text_at_cursor(words)

    def action_walk(self, way: int) -> None:
        """Another row."""
        self.screen.query_one(StartPane).action_walk(way)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Open what the cursor stands on."""
        event.stop()
        event.prevent_default()  # the search stays, should it not open
        self.post_message(self.Taken())


class FileChooser(Chooser):
    """A file, found folder by folder."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", show=False, priority=True)]

    def action_complete(self) -> None:
        """Take the row as what is typed."""
        at = self.query_one("List", Pane).at
        if at is not None:
            field = self.query_one(Field)
            field.value = str(at.key)
            field.cursor_position = len(field.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go into a folder, or take the file; what is not there is asked for all the same, and what is wrong said."""
        event.stop()
        event.prevent_default()
        at = self.query_one("List", Pane).at
        chosen = str(at.key) if at is not None else event.value.strip()
        if chosen.endswith("/"):
            self.action_complete()
        else:
            self.dismiss(chosen)

    def on_followed(self, event: Followed) -> None:
        """The same with a click."""
        event.stop()
        event.prevent_default()
        if str(event.target.key).endswith("/"):
            self.query_one("List", Pane).at = event.target
            self.action_complete()
        else:
            self.dismiss(str(event.target.key))


class StartScreen(Screen[None]):
    """Go on, begin from a situation, or with nothing, from a file, with a tour."""

    AUTO_FOCUS = "StartPane"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "Search", show=False),
        Binding("c", "app.copy_text", "Copy", show=False),
        Binding("question_mark", "app.help", "Keys", show=False),
    ]

    @dataclass
    class Looked(Message):
        """It was found what there is."""

        start: Start

    @dataclass
    class Peeked(Message):
        """It was found what one of them holds."""

        target: Target
        peek: Peek

    def __init__(self, openings: Openings) -> None:
        super().__init__()
        self._openings = openings
        self._start = openings.start_before()
        self.is_loaded = False
        self._words = ""
        self._unfolded: frozenset[str] = frozenset()
        self._looked_at: Target | None = None
        self._peeks: dict[Target, Peek] = {}
        self._typed = ""
        """What was typed before there was anything to be searched."""
        self._was_moved = False
        """Whether the cursor stands where somebody put it."""

    def compose(self) -> ComposeResult:
        """List, closer look, footer."""
        self._fit(self.app.size.width, update=False)
        with Horizontal(id="start"):
            yield StartPane(id="start-list")
            yield PeekPane(id="start-peek")
        yield Footer()

    @property
    def rows(self) -> StartPane:
        """The list."""
        return self.query_one(StartPane)

    @property
    def panes(self) -> list[Widget]:
        """What F6 goes round, and a letter can be put on."""
        return [self.rows]

    def on_mount(self) -> None:
        """Draw what can be said at once, and look for the rest meanwhile."""
        self.draw()
        self._openings.look(lambda start: self.post_message(self.Looked(start)))

    def _fit(self, width: int, *, update: bool = True) -> None:
        """Classes by size."""
        self.set_class(width < _TWO_PANES, "-narrow", update=update)
        self.set_class(_TWO_PANES <= width < _WIDE, "-two", update=update)
        self.set_class(width >= _WIDE, "-wide", update=update)

    def on_resize(self, event: events.Resize) -> None:
        """Classes by size; all of it anew."""
        self._fit(event.size.width)
        after_refresh(self, self.draw)

    # -- what is shown

    @on(Looked)
    async def _looked(self, event: Looked) -> None:
        if not self.is_loaded:  # there is something to be searched
            await self.mount(SearchBar(id="find"), before=self.query_one(Footer))
        self._start, self.is_loaded = event.start, True
        if not self._was_moved:
            first = next(iter(event.start.sessions), None)
            at = Target(SESSION, first.name) if first else TOUR if event.start.has_tour else Target(BEGIN, "n")
            self.rows.at = at
            self._look_closer(at)
        self.draw()
        if self._typed:
            self._begin_search(self._typed.lstrip())
        await self.app.do_held()  # type: ignore[attr-defined]

    def draw(self) -> None:
        """All of it anew; its top stays where it is, however long the list becomes."""
        is_short = self.app.size.height < _TALL
        shown = Shown(is_short, self.rows.at, self._unfolded, self._looked_at, self._peeks, self.is_loaded)
        if self._words:
            self.rows.show(tuple(found_blocks(self._start, self._words, shown)))
        else:
            blocks = tuple(start_blocks(self._start, shown))
            self.rows.show(blocks)
            if self.is_loaded and not self._unfolded and self._looked_at is None:
                above = max((self.app.size.height - len(self.rows.sheet.rows) - 1) // 2, 0)
                self.query_one("#start").styles.padding = (above, 0, 1, 0)
        if self.rows.stop is None and self.is_loaded:
            first = next((stop.target for stop in self.rows.sheet.stops), None)
            if first is not None:
                self.rows.at = first
                self.call_later(self.draw)
        self._draw_peek()
        self._draw_footer()

    def _draw_peek(self) -> None:
        pane, at = self.query_one(PeekPane), self.rows.at
        peek = self._peeks.get(at) if at is not None else None
        pane.set_class(peek is not None, "-shown")
        if peek is not None:
            pane.show(tuple(peek_blocks(peek)))

    def _draw_footer(self) -> None:
        more = ("palette", "more") if self.app.size.width < _TWO_PANES else "palette"
        right = [Ink("○ ", "doubt"), Ink("opening", "muted")] if self._openings.is_opening else []
        self.query_one(Footer).draw(["help", "open", ("find", "search"), more, "quit"], *right)

    def opening_changed(self) -> None:
        """Something is being opened, or is not any more."""
        if self.query(Footer):  # else it has not been drawn yet
            self._draw_footer()

    # -- walking and looking closer

    @on(Pane.Walked)
    def _walked(self, event: Pane.Walked) -> None:
        event.stop()
        self._was_moved |= event.is_asked
        if self.app.size.width >= _WIDE:
            self._look_closer(event.target)
        self.draw()

    def _look_closer(self, target: Target) -> None:
        if target == TOUR:
            self._peeks[target] = self._openings.peek_at_tour()
            return
        entries = {SESSION: self._start.sessions, SITUATION: self._start.situations}.get(target.kind, ())
        entry = next((one for one in entries if one.name == target.key), None)
        if entry is None or target in self._peeks:
            return
        self._openings.peek(target.kind, entry, lambda peek: self.post_message(self.Peeked(target, peek)))

    @on(Peeked)
    def _peeked(self, event: Peeked) -> None:
        self._peeks[event.target] = event.peek
        self.draw()

    @on(Pane.Aside)
    def _aside(self, event: Pane.Aside) -> None:
        """Right looks closer in its place, left folds that again; where there is room it stands beside anyhow."""
        event.stop()
        if self.app.size.width >= _WIDE or event.target.kind not in (SESSION, SITUATION):
            return
        self._was_moved = True
        self._looked_at = event.target if event.unfolds else None
        if event.unfolds:
            self._look_closer(event.target)
        self.draw()

    # -- opening

    @on(Followed)
    def _followed(self, event: Followed) -> None:
        if event.target.kind in (SESSION, SITUATION, BEGIN, MORE, FILE, SAID):
            event.stop()
            if not self.app.is_starting:  # type: ignore[attr-defined] # a click; keys are held until then
                self._open(event.target)

    def _open(self, target: Target) -> None:
        key = str(target.key)
        if target.kind == MORE:
            self._unfolded |= {key}
            self._was_moved = True
            entries = self._start.sessions if key == SESSION else self._start.situations
            shown = sum(stop.target.kind == key for stop in self.rows.sheet.stops)
            self.rows.at = Target(key, entries[shown].name)
            self.draw()
        elif target.kind == SESSION:
            self._openings.resume(key)
        elif target.kind in (SITUATION, FILE):
            self._openings.begin([key])
        elif target.kind == SAID:
            self._openings.begin_saying(key)
        elif key == "n":
            self._openings.begin_anew()
        elif key == "t":
            self._openings.take_tour()
        elif key == "o":
            self.app.push_screen(FileChooser(_files, "a file of facts", "files"), self._file_chosen)

    def _file_chosen(self, name: str | None) -> None:
        if name:
            self._openings.begin([name])

    def on_key(self, event: events.Key) -> None:
        """A key of a way to begin; any other letter begins to search."""
        character = event.character
        if character is None or not event.is_printable:
            return
        is_first = character.isalnum() and character != "c" and character not in ways(self._start)
        if not self.is_loaded and (self._typed or is_first):
            event.stop()
            self._typed += character
            return
        bar = next(iter(self.query(SearchBar)), None)
        if bar is not None and bar.display:
            event.stop()
            bar.add(character)
        elif character in ways(self._start):
            event.stop()
            self._open(Target(BEGIN, character))
        elif is_first:
            event.stop()
            self._begin_search(character)

    def action_search(self) -> None:
        """Look for words."""
        self._begin_search("")

    def _begin_search(self, words: str) -> None:
        if self.is_loaded:
            self.query_one(SearchBar).begin(words)

    @on(FindBar.Wanted)
    def _wanted(self, event: FindBar.Wanted) -> None:
        event.stop()
        self._words = event.words.strip()
        self.rows.found = self._words.casefold()
        self.rows.at = None if self._words else self.rows.at
        self.draw()
        number = sum(stop.target.kind in (SESSION, SITUATION) for stop in self.rows.sheet.stops)
        self.query_one(SearchBar).count(f"{number} found" if self._words else "")
        if event.is_last:
            self.set_focus(self.rows)

    @on(SearchBar.Taken)
    def _taken(self, event: SearchBar.Taken) -> None:
        event.stop()
        if self.rows.stop is not None:
            self._open(self.rows.stop.target)


def _files(typed: str) -> list[Choice]:
    return [Choice(name, name) for name in Openings.files_like(typed)[:_MOST_FILES]]
