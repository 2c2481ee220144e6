"""The proof and the audit: a list at the left, what it speaks of beside it, or in its place where there is less room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from dragoman.rulebook.forms import Atom
from dragoman.views.screen.forms import Page
from dragoman.views.screen.record import Branch, Record
from dragoman_tui.drawn import Followed
from dragoman_tui.ink import Block, Ink, Target, links
from dragoman_tui.paired import FilteredScreen, PairedScreen
from dragoman_tui.pane import Pane
from dragoman_tui.record_blocks import firing_blocks, matching, proof_blocks, rule_blocks, step_blocks

if TYPE_CHECKING:
    from dragoman_tui.app import DragomanApp

Path = tuple[int, ...]


class RecordScreen(PairedScreen):
    """A list of what an evaluation did."""

    def __init__(self, record: Record, page: Page) -> None:
        super().__init__(page)
        self.record = record


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
        if self.record.rests_on_rules(self.atom):
            yield links(Ink("what would change it", "link", to=Target("flips", self.atom)), indent=2, above=1)

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

    def atom_of(self, target: Target) -> Atom | None:
        """What a branch says."""
        if target.kind == "branch" and isinstance(target.key, tuple):
            return self._branch(target.key).atom
        return target.key if isinstance(target.key, Atom) else None

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


class AuditScreen(FilteredScreen):
    """All firings by step, with a filter that is always open."""

    here = "audit"
    placeholder = "words of a conclusion"
    app: DragomanApp
    BINDINGS: ClassVar[list[BindingType]] = [Binding("s", "silence", "What did not fire", show=False)]

    def __init__(self, record: Record, page: Page, place: int = -1) -> None:
        super().__init__(page)
        self.record = record
        self._first = place
        self._unfolded: frozenset[str] = frozenset()

    def row_blocks(self) -> Iterator[Block]:
        """Firings by step."""
        steps = self.record.steps
        if self._first >= 0 and not self._unfolded:
            self._unfolded = frozenset(step.heading for step in steps)
        of = f"{len(self.record.firings)}{' firings' if self.size.width >= 160 else ''}"
        number = matching(steps, self.wanted)
        self.count(f"{number} of {of}" if self.wanted else of)
        yield from step_blocks(steps, self.wanted, self._unfolded)

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
            self.clear()
            self._unfolded = frozenset(step.heading for step in self.record.steps)
            self.draw()
            self.rows.go_to(target)
        self.show_detail(target)
        if not self.is_beside:
            self.open_detail()

    def keys(self) -> list[str | tuple[str, str]]:
        """Those of the footer."""
        return ["help", "open", ("next", "filter"), "silence", "copy", "back"]

    def action_silence(self) -> None:
        """What did not fire, nearest first."""
        from dragoman_tui import looking  # noqa: PLC0415 - it opens this

        looking.open_silence(self.app)

    def atom_of(self, target: Target) -> Atom | None:
        """What a firing concluded."""
        if target.kind == "firing" and isinstance(target.key, int):
            return self.record.firings[target.key].conclusion
        return target.key if isinstance(target.key, Atom) else None
