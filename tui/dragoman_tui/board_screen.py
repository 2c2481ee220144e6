"""The board: squares to walk, and beside or below them what stands behind the one that the cursor is on."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from dragoman.rulebook.forms import Atom
from dragoman.views.screen.board_forms import BoardPage, SquareShown
from dragoman.views.screen.forms import Page
from dragoman_tui.bars import Footer, Header, day
from dragoman_tui.board_blocks import square_blocks, summary_blocks
from dragoman_tui.board_sheet import BoardSheet
from dragoman_tui.drawing import text_of
from dragoman_tui.drawn import Followed
from dragoman_tui.finding import FindBar
from dragoman_tui.ink import Ink, Role, Target
from dragoman_tui.keys import bindings
from dragoman_tui.later import after_refresh
from dragoman_tui.pane import Pane
from dragoman_tui.setting import Row, set_block

_TWO_PANES, _BESIDE = 120, 160
_TALL = 30
"""Rows from which there are blank ones between what speaks for a square."""
_COPIED = 88
"""Columns of a square that is copied."""

Key = tuple[str, str]


class BoardPane(Pane):
    """All squares; the cursor goes from one to the next."""

    sheet: BoardSheet

    def __init__(self, page: BoardPage) -> None:
        super().__init__(id="board")
        self.sheet = BoardSheet()
        self.page = page

    @property
    def room(self) -> int:
        """Columns for squares: all there are."""
        return int(self.scrollable_content_region.width)

    def on_resize(self, event: events.Resize) -> None:
        """Set the board anew; the square stays in view."""
        self._laid = self.scrollable_content_region.size
        self.set_board()

    def set_board(self) -> None:
        """Set the board in the room that there is."""
        self.sheet.arrange(self.page, self.room, self.height)
        self.virtual_size = Size(self.room, len(self.sheet.rows))
        if self.stop is None and self.sheet.stops:
            self.at = self.sheet.stops[0].target
        if self.stop is not None:
            self.show_rows(self.stop.row, self.stop.rows)
        self.refresh()

    @property
    def key(self) -> Key:
        """The square that the cursor is on."""
        key = self.at.key if self.at is not None else None
        return key if isinstance(key, tuple) else ("", "")

    def action_walk(self, way: int) -> None:
        """Up and down a column; where squares are lines, to the next line."""
        if self.sheet.plan is None:
            keys = [one.key for squares in self.page.squares for one in squares]
            here = keys.index(self.key) if self.key in keys else 0
            if keys:
                self.go_to(Target("square", keys[min(max(here + way, 0), len(keys) - 1)]))
            return
        self._step(way, 0)

    def action_aside(self, way: int) -> None:
        """Along a row."""
        self._step(0, way)

    def _step(self, down: int, right: int) -> None:
        for y, squares in enumerate(self.page.squares):
            for x, square in enumerate(squares):
                if square.key == self.key:
                    row = self.page.squares[min(max(y + down, 0), len(self.page.squares) - 1)]
                    self.go_to(Target("square", row[min(max(x + right, 0), len(row) - 1)].key))
                    return

    def _marked(self, row: Row, number: int) -> list[Ink]:
        """The square of the cursor in bold; on a ground of its own where somebody reads what stands behind it."""
        inks, stop = super()._marked(row, number), self.stop
        if stop is None or not stop.row <= number < stop.row + stop.rows:
            return inks
        return [_picked(ink, has_focus=self.has_focus) if ink.to == stop.target else ink for ink in inks]

    def copied(self) -> str:
        """All that the open square says."""
        square = self.page.square(self.key)
        blocks = square_blocks(self.page, square, frozenset({"fact", "firing"})) if square else ()
        rows = [row for block in blocks for row in ([""] * block.above, map(text_of, set_block(block, _COPIED)))]
        return "\n".join(text for some in rows for text in some).strip("\n")


def _picked(ink: Ink, *, has_focus: bool) -> Ink:
    role: Role = "strong" if ink.role == "text" else ink.role
    return Ink(ink.text, role, ink.ground if has_focus or ink.ground == "match" else "raised", ink.to)


class SquarePane(Pane):
    """What stands behind the square that the cursor is on."""

    @property
    def room(self) -> int:
        """Columns for text: below a board as many as that has."""
        return int(self.scrollable_content_region.width) - 1


class BoardScreen(Screen[None]):
    """Where there is room the open square stands beside the board; else below it in short, and in its place with Enter."""

    AUTO_FOCUS = "BoardPane"
    here = "board"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(letters=True)]

    def __init__(self, board: BoardPage, page: Page, at: Key | None = None) -> None:
        """`at` is the square to begin on."""
        super().__init__()
        self.board, self.page, self._begins_at = board, page, at
        self._is_open = False
        """Whether the square stands in the place of the board."""
        self._unfolded: frozenset[str] = frozenset()

    def compose(self) -> ComposeResult:
        """Header, board, square, footer."""
        yield Header()
        with Container(id="body"):
            board = BoardPane(self.board)
            board.at = Target("square", self._begins_at) if self._begins_at is not None else None
            yield board
            yield SquarePane(id="square")
        yield FindBar(id="find")
        yield Footer()

    @property
    def rows(self) -> BoardPane:
        """The squares."""
        return self.query_one(BoardPane)

    @property
    def detail(self) -> SquarePane:
        """The open square."""
        return self.query_one(SquarePane)

    @property
    def panes(self) -> list[Widget]:
        """What F6 goes round, as far as it is seen."""
        return [self.detail] if self._is_open and not self.is_beside else [self.rows, self.detail]

    @property
    def is_beside(self) -> bool:
        """Whether there is room for the square beside the board."""
        return self.size.width >= _BESIDE

    @property
    def square_key(self) -> Key:
        """Which one the cursor is on."""
        return self.rows.key

    @property
    def square(self) -> SquareShown | None:
        """The one that the cursor is on."""
        return self.board.square(self.rows.key)

    # -- drawing

    def on_resize(self, event: events.Resize) -> None:
        """Classes by size; all of it anew."""
        width = event.size.width
        self.set_class(width < _TWO_PANES, "-narrow")
        self.set_class(_TWO_PANES <= width < _BESIDE, "-two")
        self.set_class(width >= _BESIDE, "-wide")
        self._set_open(self._is_open and width < _BESIDE)
        after_refresh(self, self.draw)

    def draw(self) -> None:
        """All of it anew."""
        self.rows.set_board()
        self.show_square()
        self.draw_bars()

    def show_square(self) -> None:
        """The open square, in full or in short."""
        square = self.square
        if square is None:
            self.detail.show([])
        elif self.is_beside or self._is_open:
            self.detail.show(
                tuple(square_blocks(self.board, square, self._unfolded, is_short=self.size.height < _TALL))
            )
        else:
            self.detail.show(tuple(summary_blocks(self.board, square, self.detail.room, self.detail.height)))

    def draw_bars(self) -> None:
        """Header and footer anew."""
        is_narrow = self.size.width < _TWO_PANES
        tabs = [(name, words, "") for name, words in self.app.screen_tabs]  # type: ignore[attr-defined]
        self.query_one(Header).draw(
            self.page, day(self.board.as_of, is_short=is_narrow), tabs, "board", is_wide=not is_narrow
        )
        is_reading = self._is_open or self.focused is self.detail
        self.query_one(Footer).draw(
            [
                "help",
                "find" if is_reading else "walk",
                "open",
                "why",
                "copy",
                ("back", "to the board" if is_reading else "back"),
            ],
            *self._right(),
        )

    def _right(self) -> list[Ink]:
        squares = [one for some in self.board.squares for one in some]
        unknown = sum(not one.is_known for one in squares)
        return (
            [Ink(f"{unknown} of {len(squares)} not known", "muted")]
            if unknown and self.size.width >= _TWO_PANES
            else []
        )

    # -- walking and opening

    @on(Pane.Walked)
    def _walked(self, event: Pane.Walked) -> None:
        event.stop()
        if event.pane is self.rows:
            self._unfolded = frozenset()
            self.show_square()
            self.detail.scroll_to(y=0, animate=False, immediate=True, force=True)

    @on(Followed)
    def _follow(self, event: Followed) -> None:
        target = event.target
        if target.kind == "square":
            event.stop()
            self.show_square()
            self.open_square()
        elif target.kind == "behind":
            event.stop()
            self._unfolded ^= {str(target.key)}
            self.open_square()
            self.show_square()

    @on(events.DescendantFocus)
    def _focused(self) -> None:
        self.draw_bars()

    @on(Pane.Aside)
    def _aside(self, event: Pane.Aside) -> None:
        event.stop()

    def open_square(self) -> None:
        """Go to what stands behind the square."""
        self._set_open(not self.is_beside)
        self.set_focus(self.detail)
        after_refresh(self, self.show_square)

    def _set_open(self, is_open: bool) -> None:
        self._is_open = is_open
        self.set_class(is_open, "-open")

    def step_back(self) -> bool:
        """From the square to the board; whether there was a step to take."""
        if self.focused is not self.detail and not self._is_open:
            return False
        self._set_open(is_open=False)
        self.set_focus(self.rows)
        after_refresh(self, self.show_square)
        return True

    def atom_of(self, target: Target) -> Atom | None:
        """What can be asked about in a square: what follows there and decides who leads, else what could be done, else what was told."""
        square = self.square
        if target.kind != "square" or square is None:
            return target.key if isinstance(target.key, Atom) else None
        told = {fact.atom for fact in square.facts}
        speaking = [atom for one in (*square.signs, *square.moves) for atom in one.atoms if one.decides]
        follows = [atom for atom in speaking if atom not in told]
        found = [*follows, *(one.atom for one in square.could), *speaking]
        return found[0] if found else None
