"""What following something opens, on every screen, and what left and right do to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.rulebook.forms import Atom
from dragoman_tui import looking
from dragoman_tui.ink import Target
from dragoman_tui.keys import KEYS
from dragoman_tui.pane import Pane

if TYPE_CHECKING:
    from dragoman.session.session import Session
    from dragoman_tui.app import DragomanApp

_FOLDED = ("card", "reasons", "list")
_ASKED = {"why": "why", "why-not": "why-not", "fact": "why"}
"""The action that a conclusion or a fact is asked about with, by the kind of what is followed."""


def follow(app: DragomanApp, target: Target) -> None:
    """Open what something leads to."""
    main = app.main
    if target.kind in _FOLDED:
        main.advice.toggle(target)
        app.find_hinges()
    elif target.kind == "answer":
        app.say(str(target.key))
        main.set_focus(main.prompt)
    elif target.kind == "key":
        app.call_later(app.run_action, KEYS[str(target.key)].run)
    elif target.kind == "screen":
        looking.open_screen(app, str(target.key))
    elif target.kind == "flips" and isinstance(target.key, Atom):
        looking.open_turning(app, target.key)
    elif target.kind == "why" and isinstance(target.key, Atom):
        looking.open_proof(app, target.key)
    elif target.kind == "ask" and isinstance(target.key, Atom):
        app.ask_about(target.key)
    elif target.kind == "firing" and isinstance(target.key, int):
        looking.open_audit(app, target.key)
    elif target.kind in _ASKED and isinstance(target.key, Atom):
        ask_about(app, target.kind, target.key)


def fold(app: DragomanApp, target: Target, *, unfolds: bool) -> None:
    """Fold or unfold what the cursor is on; from inside a card that is the card."""
    advice = app.main.advice
    if target.kind == "card" or (target.kind in _FOLDED and (unfolds or advice.is_open(target))):
        advice.toggle(target, unfolds)
    elif not unfolds and app.focused is advice and advice.card:
        advice.toggle(Target("card", advice.card), unfolds=False)
    app.find_hinges()


def ask_about(app: DragomanApp, kind: str, atom: Atom) -> None:
    """Ask about a conclusion or a fact, as a line would."""
    app.to_main()
    app.show_reply(_ASKED[kind])
    app.say(f"/{_ASKED[kind]} {written(app.session, atom)}")


def atom_under(app: DragomanApp) -> Atom | None:
    """What the cursor is on, if it is something that is so; of a card the first of what it stands for."""
    pane = app.focused
    stop = pane.stop if isinstance(pane, Pane) else None
    if stop is None:
        return None
    of_screen = getattr(app.screen, "atom_of", None)
    if of_screen is not None:
        found: Atom | None = of_screen(stop.target)
        return found
    page = app.main.advice.page
    if stop.target.kind == "card" and page is not None:
        return next((card.atoms[0] for card in page.cards if card.key == stop.target.key), None)
    return stop.target.key if isinstance(stop.target.key, Atom) else None


def fact_under(app: DragomanApp) -> Atom | None:
    """The same, if it was told."""
    pane = app.focused
    stop = pane.stop if isinstance(pane, Pane) else None
    return atom_under(app) if stop is not None and stop.target.kind == "fact" else None


def written(session: Session, atom: Atom) -> str:
    """An atom as a file writes it."""
    names = session.rulebook.facts[atom.fact].key_names
    slots = ", ".join(f"{name}: {value}" for name, value in zip(names, atom.key, strict=True) if value is not None)
    return f"{atom.fact}: {{{slots}}}" if slots else atom.fact
