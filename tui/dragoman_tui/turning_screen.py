"""What would change a conclusion: the smallest sets of changes; Enter supposes one, and shows before and after side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import on

from dragoman.session.sides import NOW, Side, SideKind
from dragoman.views.screen.forms import Page
from dragoman.views.screen.turning import Turning, Way
from dragoman_tui.drawn import Followed
from dragoman_tui.ink import Block, Cell, Ink, Target, heading, links, text
from dragoman_tui.paired import PairedScreen

if TYPE_CHECKING:
    from dragoman_tui.app import DragomanApp


class TurningScreen(PairedScreen):
    """One row for each way."""

    here = "compare"
    meta = "what would change it"
    app: DragomanApp

    def __init__(self, found: Turning, page: Page) -> None:
        super().__init__(page)
        self.found = found

    def row_blocks(self) -> Iterator[Block]:
        """What it is about, and each way."""
        number = f"{len(self.found.ways)}{'' if self.found.is_all else ' or more'}"
        yield heading(self.found.sentence, *([Ink(number, "muted")] if self.found.ways else []), above=0)
        yield text(self.found.says, "muted")
        for one in self.found.ways:
            cells = (Cell((Ink("▸", "muted"),), 2), Cell((Ink(one.sentence),)))
            yield Block(cells, to=Target("way", one.key), above=1 if self.size.height >= 30 or one.key == "0" else 0)

    def detail_blocks(self, target: Target) -> Iterator[Block]:
        """What would be told otherwise, and whose word it is now."""
        one = self._of(target)
        if one is None:
            return
        yield heading("What would be different", Ink(str(len(one.changes)), "muted"), above=0)
        for change in one.changes:
            yield text(change.sentence, above=1)
            if change.was:
                yield Block((Cell((Ink("•", "muted"),), 2), Cell((Ink(change.was), Ink(f"  {change.whose}", "muted")))))
        yield links(Ink("before and after, side by side", "link", to=target), above=1)

    def _of(self, target: Target) -> Way | None:
        return next((one for one in self.found.ways if target.kind == "way" and one.key == target.key), None)

    def keys(self) -> list[str | tuple[str, str]]:
        """Those of the footer."""
        return ["help", ("open", "before and after"), "find", "copy", "back"]

    def right(self) -> list[Ink]:
        """That nothing is told by looking."""
        return [] if self.is_narrow else [Ink("nothing is adopted", "muted")]

    @on(Followed)
    def _follow(self, event: Followed) -> None:
        one = self._of(event.target)
        if one is not None:
            event.stop()
            from dragoman_tui import looking  # noqa: PLC0415 - it opens this

            self.rows.go_to(event.target)
            title = f"{one.sentence[:1].lower()}{one.sentence[1:]}"
            looking.compare(self.app, NOW, Side(SideKind.TURNED, one.key, title, one.situation), over=True)

    def atom_of(self, target: Target) -> None:
        """Nothing here is so."""
