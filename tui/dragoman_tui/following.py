"""What following something opens, on every screen; and letters to follow by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import events

from dragoman.rulebook.forms import Atom
from dragoman_tui.ink import Target
from dragoman_tui.keys import KEYS
from dragoman_tui.pane import Pane

if TYPE_CHECKING:
    from dragoman.session.session import Session
    from dragoman_tui.main_screen import MainScreen

_LETTERS = "asdfghjklqwertyuiopzxcvbnm"


class Following:
    """Mixed into the app."""

    if TYPE_CHECKING:
        main: MainScreen
        session: Session
        screen: Any
        focused: Any

        def say(self, *lines: str) -> None: ...
        def find_hinges(self) -> None: ...
        def push_screen(self, screen: Any, callback: Any = None) -> Any: ...
        def pop_screen(self) -> Any: ...
        def call_later(self, callback: Any, *args: Any) -> Any: ...
        def run_action(self, action: str) -> Any: ...

    _jumping: dict[str, Target] = {}  # noqa: RUF012 - never changed, only replaced
    """Where each letter leads, while letters are shown."""
    _looked_in: Pane
    """The pane in which something is looked for."""

    def follow(self, target: Target) -> None:
        """Open what something leads to."""
        match target.kind:
            case "card" | "reasons" | "list":
                self.main.advice.toggle(target)
                if self.main.advice.needs_hinges:
                    self.find_hinges()
            case "answer":
                self.say(str(target.key))
                self.main.set_focus(self.main.prompt)
            case "key":
                self.call_later(self.run_action, KEYS[str(target.key)].run or "noop")
            case "screen":
                self.open_screen(str(target.key))
            case "why" | "why-not" | "flips" | "fact" if isinstance(target.key, Atom):
                self.open_atom(target.kind, target.key)
            case "compare":
                self.open_screen("compare")

    def fold(self, target: Target, *, unfolds: bool) -> None:
        """Fold or unfold what the cursor is on; from inside a card that is the card."""
        advice = self.main.advice
        if target.kind in {"card", "reasons", "list"}:
            advice.toggle(target, unfolds)
        elif not unfolds and self.focused is advice and advice.card:
            advice.toggle(Target("card", advice.card), unfolds=False)
        if advice.needs_hinges:
            self.find_hinges()

    def open_atom(self, kind: str, atom: Atom) -> None:
        """Ask about a conclusion or a fact."""
        self.to_main()
        name = {"why": "why", "why-not": "why-not", "flips": "flips", "fact": "why"}[kind]
        self.say(f"/{name} {written(self.session, atom)}")

    def open_screen(self, name: str) -> None:
        """One of the screens."""
        self.to_main()
        match name:
            case "talk" | "advice":
                self.main.show_other(advice=name == "advice")
            case "help":
                self.call_later(self.run_action, "help")

    def to_main(self) -> None:
        """Back to the main screen, whatever lies over it."""
        while self.screen is not self.main:
            self.pop_screen()

    def action_audit(self) -> None:
        """The audit."""
        self.open_screen("audit")

    def action_compare(self) -> None:
        """The comparison."""
        self.open_screen("compare")

    def action_board(self) -> None:
        """The board."""
        self.open_screen("board")

    def action_why(self) -> None:
        """Why what the cursor is on is so."""
        pane = self.focused
        stop = pane.stop if isinstance(pane, Pane) else None
        if stop is None:
            return
        if stop.target.kind == "card":
            card = next(one for one in self.main.advice.page.cards if one.key == stop.target.key)  # type: ignore[union-attr]
            self.open_atom("why", card.atoms[0])
        elif isinstance(stop.target.key, Atom):
            self.open_atom("why", stop.target.key)

    def action_drop(self) -> None:
        """Take back the fact that the cursor is on."""
        pane = self.focused
        stop = pane.stop if isinstance(pane, Pane) else None
        if stop is not None and stop.target.kind == "fact" and isinstance(stop.target.key, Atom):
            self.say(f"forget: {{{written(self.session, stop.target.key)}}}")

    # -- letters

    def _begin_jump(self) -> None:
        panes = [one for one in getattr(self.screen, "panes", []) if isinstance(one, Pane)]
        left, found = list(_LETTERS), dict[str, Target]()
        for pane in panes:
            here = pane.letter(left)
            found |= here
            left = [letter for letter in left if letter not in here]
        self._jumping = found

    def _jump(self, event: events.Key) -> bool:
        """Follow the letter that was typed; any other key only takes the letters away."""
        target = self._jumping.get(event.character or "")
        self._jumping = {}
        for pane in getattr(self.screen, "panes", []):
            if isinstance(pane, Pane):
                pane.unletter()
                if target is not None and pane.go_to(target):
                    self.screen.set_focus(pane)
                    self.follow(target)
                    target = None
        return True


def written(session: Session, atom: Atom) -> str:
    """An atom as a file writes it."""
    fact = session.rulebook.facts[atom.fact]
    slots = ", ".join(f"{name}: {value}" for name, value in zip(fact.key_names, atom.key, strict=True) if value is not None)
    return f"{atom.fact}: {{{slots}}}" if slots else atom.fact
