"""The proof and the audit: a list at the left, what it speaks of beside it, or in its place where there is less room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static

from dragoman.rulebook.forms import Atom
from dragoman.views.screen.forms import Page
from dragoman.views.screen.record import Branch, Record
from dragoman_tui.bars import Footer, Header, day
from dragoman_tui.drawn import Followed
from dragoman_tui.finding import Field, FindBar
from dragoman_tui.ink import Block, Ink, Target
from dragoman_tui.keys import bindings
from dragoman_tui.pane import Pane
from dragoman_tui.record_blocks import firing_blocks, matching, proof_blocks, rule_blocks, step_blocks

_TWO_PANES = 120
Path = tuple[int, ...]


class ListPane(Pane):
    """The list."""


class DetailPane(Pane):
    """What the cursor of the list stands on."""


class RecordScreen(Screen[None]):
    """Two panes; `r` goes to the other where there is room for one."""

    AUTO_FOCUS = "ListPane"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(letters=True), Binding("r", "detail", "The rule", show=False)]

    here = ""
    """The screen that the header underlines."""

    def __init__(self, record: Record, page: Page) -> None:
        super().__init__()
        self.record, self.page = record, page
        self._shows_detail = False

    def compose(self) -> ComposeResult:
        """Header, two panes, footer."""
        yield Header()
        with Horizontal(id="body"):
            with Vertical(id="left"):
                yield from self.compose_above()
                yield ListPane()
            yield DetailPane()
        yield FindBar(id="find")
        yield Footer()

    def compose_above(self) -> ComposeResult:
        """What stands above the list."""
        yield from ()

    @property
    def rows(self) -> ListPane:
        """The list."""
        return self.query_one(ListPane)

    @property
    def detail(self) -> DetailPane:
        """What it speaks of."""
        return self.query_one(DetailPane)

    @property
    def panes(self) -> list[Widget]:
        """What F6 goes round, as far as it is seen."""
        if self.size.width >= _TWO_PANES:
            return [self.rows, self.detail]
        return [self.detail] if self._shows_detail else [self.rows]

    def on_resize(self, event: events.Resize) -> None:
        """Classes by size; all of it anew."""
        width = event.size.width
        self.set_class(width < _TWO_PANES, "-narrow")
        self.set_class(_TWO_PANES <= width < 160, "-two")
        self.set_class(width >= 160, "-wide")
        self.call_after_refresh(self.draw)

    def draw(self) -> None:
        """All of it anew."""
        self.rows.show(tuple(self.row_blocks()))
        if self.rows.at is None:
            first = next((stop.target for stop in self.rows.sheet.stops), None)
            if first is not None:
                self.rows.go_to(first)
        self.draw_bars()

    def draw_bars(self) -> None:
        """Header and footer anew."""
        is_narrow = self.size.width < _TWO_PANES
        tabs = [(name, words, "") for name, words in self.app.screen_tabs]  # type: ignore[attr-defined]
        meta = self.meta or day(self.page.as_of, is_short=is_narrow)
        self.query_one(Header).draw(self.page, meta, tabs, self.here, is_wide=not is_narrow)
        self.query_one(Footer).draw(self.keys(), *self.right())

    meta = ""
    """What stands beside the title; else the date."""

    def row_blocks(self) -> Iterator[Block]:
        """The list."""
        yield from ()

    def detail_blocks(self, target: Target) -> Iterator[Block]:
        """What the cursor stands on."""
        yield from ()

    def keys(self) -> list[str | tuple[str, str]]:
        """Those of the footer."""
        return ["help", "open", "find", "copy", "back"]

    def right(self) -> list[Ink]:
        """What stands at the right of the footer."""
        return []

    @on(Pane.Walked)
    def _walked(self, event: Pane.Walked) -> None:
        event.stop()
        if event.pane is self.rows:
            self.show_detail(event.target)

    def show_detail(self, target: Target) -> None:
        """Show what something in the list is."""
        blocks = tuple(self.detail_blocks(target))
        if blocks:
            self.detail.show(blocks)
            self.detail.scroll_to(y=0, animate=False, immediate=True, force=True)

    def action_detail(self) -> None:
        """The other of the two, where there is room for one."""
        self._shows_detail = not self._shows_detail
        self.set_class(self._shows_detail, "-on-detail")
        self.set_focus(self.detail if self._shows_detail else self.rows)


class ProofScreen(RecordScreen):
    """What a conclusion rests on, branch by branch."""

    here = "audit"
    meta = "why"

    def __init__(self, record: Record, page: Page, atom: Atom) -> None:
        """Raises EngineError if a premise does not hold in the model."""
        super().__init__(record, page)
        self.atom = atom
        self._reasons = record.reasons(atom)
        self._open: set[Path] = {(0,)}

    def row_blocks(self) -> Iterator[Block]:
        """Reasons, and what is opened below them."""
        title = f"Why: {self.record.sentence(self.atom)}"
        gap = 0 if self.size.height < 30 else 1
        yield from proof_blocks(self.record, title, self.record.standing(self.atom), self._branches(), gap)

    def _branches(self) -> Iterator[tuple[Path, Branch, bool]]:
        for number, one in enumerate(self._reasons):
            yield from self._below((number,), one)

    def _below(self, path: Path, branch: Branch) -> Iterator[tuple[Path, Branch, bool]]:
        is_open = path in self._open and branch.is_open
        yield path, branch, is_open
        if is_open:
            for number, one in enumerate(self.record.premises(branch.firing)):
                yield from self._below((*path, number), one)

    def _branch(self, path: Path) -> Branch:
        first, *rest = path
        branch = self._reasons[first]
        for number in rest:
            branch = self.record.premises(branch.firing)[number]
        return branch

    def detail_blocks(self, target: Target) -> Iterator[Block]:
        """The rule behind a branch; of what was told, that of the branch that it stands below."""
        path = target.key
        while isinstance(path, tuple) and path:
            branch = self._branch(path)
            if branch.firing >= 0:
                yield from rule_blocks(self.record, branch.firing)
                return
            path = path[:-1]

    def keys(self) -> list[str | tuple[str, str]]:
        """Those of the footer."""
        return ["help", ("open", "unfold"), ("rule", "rule"), "find", "copy", "back"]

    def right(self) -> list[Ink]:
        """How many reasons there are."""
        number = len(self._reasons)
        return [Ink(f"{number} {'reason' if number == 1 else 'reasons'}", "muted")]

    @on(Followed)
    def _follow(self, event: Followed) -> None:
        if event.target.kind == "branch":
            event.stop()
            self._toggle(event.target, None)

    @on(Pane.Aside)
    def _fold(self, event: Pane.Aside) -> None:
        event.stop()
        self._toggle(event.target, event.unfolds)

    def _toggle(self, target: Target, unfolds: bool | None) -> None:
        path = target.key
        if not isinstance(path, tuple):
            return
        is_open = path in self._open
        if unfolds is False and not is_open and len(path) > 1:
            self.rows.go_to(Target("branch", path[:-1]))
            return
        if unfolds is None or unfolds != is_open:
            self._open ^= {path}
            self.draw()


class AuditScreen(RecordScreen):
    """All firings by step, with a filter that is always open."""

    here = "audit"

    def __init__(self, record: Record, page: Page, place: int = -1) -> None:
        super().__init__(record, page)
        self._first = place
        self._wanted = ""
        self._unfolded: frozenset[str] = frozenset()

    def compose_above(self) -> ComposeResult:
        """The filter."""
        with Horizontal(id="filter"):
            yield Static("/", id="filter-sign", markup=False)
            yield Field("words of a conclusion")
            yield Static("", id="filter-count", markup=False)

    @property
    def panes(self) -> list[Widget]:
        """The filter, the list, the firing."""
        return [self.query_one("#filter Field"), *super().panes]

    def row_blocks(self) -> Iterator[Block]:
        """Firings by step."""
        steps = self.record.steps
        if self._first >= 0 and not self._unfolded:
            self._unfolded = frozenset(step.heading for step in steps)
        of = f"{len(self.record.firings)}{' firings' if self.size.width >= 160 else ''}"
        number = matching(steps, self._wanted)
        self.query_one("#filter-count", Static).update(f"{number} of {of}" if self._wanted else of)
        yield from step_blocks(steps, self._wanted, self._unfolded)

    def draw(self) -> None:
        """All of it anew; the first time, at the firing that was asked for."""
        super().draw()
        if self._first >= 0:
            place, self._first = self._first, -1
            self._show(Target("firing", place))

    def detail_blocks(self, target: Target) -> Iterator[Block]:
        """A firing."""
        if target.kind == "firing" and isinstance(target.key, int):
            yield from firing_blocks(self.record, target.key)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter while it is typed."""
        if event.input.id != "find-field":
            event.stop()
            self._wanted = event.value.casefold().strip()
            self.rows.at = None
            self.draw()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on in the list."""
        if event.input.id != "find-field":
            event.stop()
            self.set_focus(self.rows)

    @on(Followed)
    def _follow(self, event: Followed) -> None:
        target = event.target
        if target.kind == "step":
            event.stop()
            self._unfolded |= {str(target.key)}
            self.draw()
        elif target.kind == "firing":
            event.stop()
            self._show(target)

    def _show(self, target: Target) -> None:
        """Go to a firing, in the list too; where there is room for one pane, to what it is."""
        if not self.rows.go_to(target):
            self._wanted = ""
            self._unfolded = frozenset(step.heading for step in self.record.steps)
            self.query_one("#filter Field", Field).value = ""
            self.draw()
            self.rows.go_to(target)
        self.show_detail(target)
        if self.size.width < _TWO_PANES and not self._shows_detail:
            self.action_detail()

    def keys(self) -> list[str | tuple[str, str]]:
        """Those of the footer."""
        return ["help", "open", ("next", "filter"), "find", "copy", "back"]
