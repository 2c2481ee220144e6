"""Two pieces of advice side by side, each line with the letter of what it came through. Nothing is adopted until `k`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from dragoman.rulebook.forms import Atom
from dragoman.rulebook.words import capital
from dragoman.session.sides import NOW, SideKind
from dragoman.views.lines import cells
from dragoman.views.screen.forms import Page
from dragoman_tui.compare_blocks import Room, compare_blocks, given_blocks, line_blocks
from dragoman_tui.comparing import Compared
from dragoman_tui.drawn import Followed
from dragoman_tui.ink import Block, Ink, Target
from dragoman_tui.paired import PairedScreen
from dragoman_tui.record_screens import ProofScreen

if TYPE_CHECKING:
    from dragoman_tui.app import DragomanApp

_TALL = 30
_BESIDE = 52
"""Columns of the header that the screens and what is between take."""
_SUPPOSED = {SideKind.SUPPOSED, SideKind.TOLD, SideKind.TURNED}


class CompareScreen(PairedScreen):
    """What differs, and beside it why."""

    here = "compare"
    beside_from = 160
    app: DragomanApp
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "keep", "Keep what was supposed", show=False),
        Binding("x", "swap", "Swap the two", show=False),
        Binding("o", "against", "Compare with something else", show=False),
    ]

    def __init__(self, found: Compared, page: Page) -> None:
        super().__init__(page)
        self.found = found
        self._unfolded: frozenset[str] = frozenset()

    @property
    def meta(self) -> str:  # type: ignore[override]
        """Which two these are; where there is little room in a word."""
        if self.is_said_below:
            kinds = {side.kind for side in self.found.sides}
            return SideKind.SUPPOSED.value if kinds & _SUPPOSED else "compared"
        return self._both

    @property
    def _both(self) -> str:
        before, after = self.found.comparison.before, self.found.comparison.after
        return f"against {before}" if self.found.sides[1] == NOW else f"{after}, against {before}"

    @property
    def _holding(self) -> tuple[str, str]:
        """What is the case on each side, in words."""
        before, after = self.found.sides
        if SideKind.NOW not in (before.kind, after.kind):
            return "holds on the one side", "holds on the other"
        of_now, of_other = "holds now", "would hold" if {before.kind, after.kind} & _SUPPOSED else "held before"
        return (of_now, of_other) if before.kind is SideKind.NOW else (of_other, of_now)

    @property
    def is_said_below(self) -> bool:
        """Whether the header has no room for both sides beside the title."""
        return self.is_narrow or cells(self.page.called) + cells(self._both) + _BESIDE > self.size.width

    def row_blocks(self) -> Iterator[Block]:
        """What is given otherwise and what differs."""
        found = self.found.comparison
        room = Room(max(self.rows.room, 40), self.size.height < _TALL)
        note = capital(f"{found.after}, against {found.before}") if self.is_said_below else ""
        yield from compare_blocks(found, room, self._unfolded, note)

    def detail_blocks(self, target: Target) -> Iterator[Block]:
        """Why a line differs, or what hangs on a letter."""
        found = self.found.comparison
        line = found.line(str(target.key)) if target.kind == "line" else None
        if line is not None:
            yield from line_blocks(found, line, self._holding)
        elif target.kind == "given":
            yield from given_blocks(found, str(target.key))

    def keys(self) -> list[str | tuple[str, str]]:
        """Those of the footer."""
        return ["help", ("open", "why"), "keep" if self.is_supposed else "copy", "swap", "against", "back"]

    def right(self) -> list[Ink]:
        """That nothing is adopted."""
        return [Ink("nothing is adopted until k", "muted")] if self.is_supposed and not self.is_narrow else []

    @property
    def is_supposed(self) -> bool:
        """Whether one side was only supposed."""
        return any(side.kind is SideKind.SUPPOSED for side in self.found.sides)

    @on(Followed)
    def _follow(self, event: Followed) -> None:
        target = event.target
        if target.kind == "section":
            event.stop()
            self._unfolded ^= {str(target.key)}
            self.draw()
        elif target.kind in {"line", "given"}:
            event.stop()
            self.rows.go_to(target)
            self.show_detail(target)
            self.open_detail()
        elif target.kind == "proof" and isinstance(target.key, tuple):
            event.stop()
            side, atom = target.key
            record, page = self.found.records[side], self.page
            self.app.make(lambda: lambda: ProofScreen(record, page, atom))

    def atom_of(self, target: Target) -> Atom | None:
        """What can be asked about: what follows now, which is what the app knows."""
        line = self.found.comparison.line(str(target.key)) if target.kind == "line" else None
        return line.because[0].atom if line is not None and line.because and line.because[0].is_now else None

    # -- keys

    def action_keep(self) -> None:
        """Tell what was supposed."""
        if not self.is_supposed:
            self.app.notify("Only what was supposed can be kept.", markup=False, timeout=4)
            return
        self.app.to_main()
        self.app.say("/keep")

    def action_swap(self) -> None:
        """The other way round."""
        from dragoman_tui import looking  # noqa: PLC0415 - it opens this

        before, after = self.found.sides
        looking.compare(self.app, after, before)

    def action_against(self) -> None:
        """Compare with something else."""
        from dragoman_tui import looking  # noqa: PLC0415 - the same

        looking.choose_side(self.app, self.found.sides[1])
