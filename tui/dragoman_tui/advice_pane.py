"""The advice: a list first, a card on demand; what is unfolded stays so while the advice changes."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual import events

from dragoman_tui.advice_blocks import Room, Unfolded, advice_blocks
from dragoman_tui.ink import Target
from dragoman_tui.pane import Pane

if TYPE_CHECKING:
    from dragoman.rulebook.forms import Atom
    from dragoman.views.screen.forms import Page


class AdvicePane(Pane):
    """Shows a page of advice."""

    DEFAULT_CSS = """
    AdvicePane {
        width: 1fr; padding: 1 1 1 2; background: $surface;
        scrollbar-background: $surface; scrollbar-background-hover: $surface; scrollbar-background-active: $surface;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.page: Page | None = None
        self.unfolded = Unfolded()
        self.hinges: Mapping[Atom, str] | None = None
        """What conclusions hang on, once it was found for this page."""

    def clear(self) -> None:
        """Another session: nothing is unfolded, and the cursor stands nowhere."""
        self.page, self.hinges, self.at = None, None, None
        self.unfolded = Unfolded()

    def show_page(self, page: Page) -> None:
        """Show another page; a card that is still there stays as it was."""
        if page is self.page:
            return
        before = self.page
        if (
            before is None
            or [c.atoms for c in before.cards] != [c.atoms for c in page.cards]
            or before.facts != page.facts
        ):
            self.hinges = None
        if before is not None and before.title != page.title:
            self.unfolded = Unfolded()
            self.scroll_to(y=0, animate=False, immediate=True, force=True)
        self.page = page
        self.draw()

    def show_hinges(self, hinges: Mapping[Atom, str]) -> None:
        """Say in the cards what they hang on."""
        self.hinges = hinges
        self.draw()

    def draw(self) -> None:
        """Lay all of it out anew."""
        if self.page is not None and self.room > 0:
            room = Room(self.room, self.height)
            self.show(tuple(advice_blocks(self.page, room, self.unfolded, self.hinges)))

    def on_resize(self, event: events.Resize) -> None:
        """Titles are chosen and columns placed by the width."""
        place = self._place
        super().on_resize(event)
        self.draw()
        self.return_to(place)

    # -- unfolding

    @property
    def needs_hinges(self) -> bool:
        """Whether a card is open that does not say yet what it hangs on."""
        return bool(self.unfolded.cards) and self.hinges is None

    def is_open(self, target: Target) -> bool:
        """Whether what can be folded is unfolded."""
        return target.key in self._group(target)

    def toggle(self, target: Target, unfolds: bool | None = None) -> None:
        """Unfold what is folded, and fold what is not; or as is said."""
        group, key = self._group(target), str(target.key)
        is_open = key in group
        if unfolds is not None and unfolds == is_open:
            return
        found = group - {key} if is_open else group | {key}
        name = {"card": "cards", "reasons": "reasons", "list": "lists"}[target.kind]
        self.unfolded = dataclasses.replace(self.unfolded, **{name: found})
        self.at = target
        self.draw()
        if target.kind == "card" and not is_open:
            self._show_card(target)

    def _group(self, target: Target) -> frozenset[str]:
        match target.kind:
            case "card":
                return self.unfolded.cards
            case "reasons":
                return self.unfolded.reasons
            case "list":
                return self.unfolded.lists
        return frozenset()

    def _show_card(self, target: Target) -> None:
        """Scroll no further than it takes to see the card whole; its row stays in view in any case."""
        stop = self.stop
        if stop is None:
            return
        following = (one.row for one in self.sheet.stops if one.row > stop.row and one.target.kind in {"card", "list"})
        end = next(following, len(self.sheet.rows))
        self.show_rows(stop.row, min(end - stop.row, self.height))

    @property
    def card(self) -> str:
        """The card that the cursor stands on or in; or empty."""
        stop = self.stop
        before = [one for one in self.sheet.stops if one.target.kind == "card" and stop and one.row <= stop.row]
        return str(before[-1].target.key) if before else ""

    def copied(self) -> str:
        """A card as far as it is unfolded; else the row."""
        stop = self.stop
        if stop is None or stop.target.kind != "card":
            return super().copied()
        following = (one.row for one in self.sheet.stops if one.row > stop.row and one.target.kind == "card")
        end = next(following, stop.row + 1) if self.is_open(stop.target) else stop.row + 1
        rows = [row.text.rstrip() for row in self.sheet.rows[stop.row : end]]
        return "\n".join(rows).strip("\n")
