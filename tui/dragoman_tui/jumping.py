"""A letter on everything that can be followed; the next key follows, or takes the letters away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import events
from textual.widget import Widget

from dragoman_tui.ink import Target
from dragoman_tui.pane import Pane

_LETTERS = "asdfghjklqwertyuiopzxcvbnm"


class Jump:
    """The letters that are shown, and where they lead."""

    def __init__(self) -> None:
        self._leads: dict[str, tuple[Pane, Target]] = {}

    @property
    def is_on(self) -> bool:
        """Whether letters are shown."""
        return bool(self._leads)

    def begin(self, widgets: Sequence[Widget]) -> None:
        """Show them in all panes."""
        left = list(_LETTERS)
        for pane in _panes(widgets):
            here = pane.letter(left)
            self._leads |= {letter: (pane, target) for letter, target in here.items()}
            left = [letter for letter in left if letter not in here]

    def take(self, event: events.Key) -> tuple[Pane, Target] | None:
        """Where the key leads, if it is a letter that is shown; none is shown any more."""
        found = self._leads.get(event.character or "")
        for pane in {id(pane): pane for pane, _ in self._leads.values()}.values():
            pane.unletter()
        self._leads = {}
        return found


def _panes(widgets: Iterable[Widget]) -> list[Pane]:
    return [one for one in widgets if isinstance(one, Pane)]
