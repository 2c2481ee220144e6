"""What did not fire: the recommendations that are not given, nearest first, and beside each what it lacks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import on

from dragoman.rulebook.forms import Atom
from dragoman.session.sides import NOW, Side, SideKind
from dragoman.views.screen.forms import Page
from dragoman.views.screen.silence import NotGiven, NotGivenAll
from dragoman_tui.drawn import Followed
from dragoman_tui.ink import Block, Cell, Ink, Target, heading, links, text
from dragoman_tui.paired import FilteredScreen
from dragoman_tui.record_blocks import rule_lines

if TYPE_CHECKING:
    from dragoman_tui.app import DragomanApp

_AWAY = 18


class SilenceScreen(FilteredScreen):
    """What is not recommended."""

    here = "audit"
    meta = "what did not fire"
    placeholder = "words of a recommendation"
    app: DragomanApp

    def __init__(self, found: NotGivenAll, page: Page) -> None:
        super().__init__(page)
        self.found = found

    def row_blocks(self) -> Iterator[Block]:
        """One row for all that lack the same."""
        shown = [one for one in self.found.rows if self.wanted in one.title.casefold()]
        self.count(f"{len(shown)} of {len(self.found.rows)}" if self.wanted else str(len(self.found.rows)))
        near = [one for one in shown if one.is_near]
        far = [one for one in shown if not one.is_near]
        for words, some in (("One fact away", near), ("Farther away", far)):
            if some:
                yield heading(words, Ink(str(len(some)), "muted"), above=1 if some is far and near else 0)
                yield from map(_row, some)
        if not shown:
            yield text("Nothing has these words." if self.wanted else "All that can be recommended is.", "muted")

    def detail_blocks(self, target: Target) -> Iterator[Block]:
        """What one lacks."""
        one = self._of(target)
        if one is not None:
            yield from _lacking(one)

    def _of(self, target: Target) -> NotGiven | None:
        return next((one for one in self.found.rows if target.kind == "unsaid" and one.key == target.key), None)

    def keys(self) -> list[str | tuple[str, str]]:
        """Those of the footer."""
        return ["help", "open", ("next", "filter"), "find", "copy", ("back", "to the audit")]

    def right(self) -> list[Ink]:
        """How much is given, and how much not."""
        return [] if self.is_narrow else [Ink(f"{self.found.given} given, {self.found.number} not", "muted")]

    @on(Followed)
    def _follow(self, event: Followed) -> None:
        target = event.target
        if target.kind == "unsaid":
            event.stop()
            self.rows.go_to(target)
            self.show_detail(target)
            self.open_detail()
        elif target.kind == "told" and isinstance(target.key, tuple):
            event.stop()
            from dragoman_tui import looking  # noqa: PLC0415 - it opens this

            told, sentence = target.key
            looking.compare(
                self.app, NOW, Side(SideKind.TOLD, told, f"if {sentence[:1].lower()}{sentence[1:]}"), over=True
            )

    def atom_of(self, target: Target) -> Atom | None:
        """Nothing here is so."""
        return None


def _row(one: NotGiven) -> Block:
    """What it would be for; how far away it is, unless the heading says so."""
    away = Cell((Ink(one.away, "muted"),), _AWAY, is_right=True, gap=2)
    cells = (
        Cell((Ink("○" if one.is_near else " ", "muted"),), 2),
        Cell((Ink(one.title),)),
        *(() if one.is_near else (away,)),
    )
    return Block(cells, to=Target("unsaid", one.key))


def _lacking(one: NotGiven) -> Iterator[Block]:
    yield heading(one.title, Ink(one.away, "muted"), above=0)
    if one.because:
        yield text(one.because, above=1)
    if one.remark:
        yield text(one.remark, "doubt", above=1)
    if one.wanted:
        yield heading("Any one of these would give it" if len(one.wanted) > 1 else "This would give it")
    whom = f" for {one.whom}" if one.whom else ""
    for wanted in one.wanted:
        reply = (Ink(f"  {wanted.reply}", "muted"),) if wanted.reply else ()
        yield Block((Cell((Ink("?", "doubt"),), 2), Cell((Ink(wanted.question), *reply))))
        after = [Ink("what if", "link", to=Target("told", (wanted.told, wanted.sentence)))] if wanted.told else []
        yield links(Ink(f"answer{whom}", "link", to=Target("ask", wanted.atom)), *after, indent=2)
    if one.missing:
        yield heading("What is missing", Ink(str(len(one.missing)), "muted"))
    for missing in one.missing:
        sign = Ink("?", "doubt") if missing.is_unknown else Ink("≠", "doubt")
        yield Block((Cell((sign,), 2), Cell((Ink(missing.says),))))
    yield links(Ink("each condition of each rule", "link", to=Target("why-not", one.atom)), above=1)
    if one.rule is not None:
        yield heading("The nearest rule", Ink(one.rule.place, "muted"))
        yield text(one.rule.id, "muted")
        yield from rule_lines(one.rule)
