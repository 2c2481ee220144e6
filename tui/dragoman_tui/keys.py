"""The table of keys: one entry feeds the bindings, the footers, the help and the palette, so they cannot disagree.

What a key does to the session is an action of `dragoman.conversation.actions`; what it does to the screen is here.
"""

from __future__ import annotations

from enum import Enum

from textual.binding import Binding

from dragoman.form import form


class Where(Enum):
    """Where a key does something, and under which heading the help shows it."""

    LINE = "In the line"
    ANYWHERE = "Go"
    PANE = "On anything"


@form
class Key:
    """One key."""

    name: str
    """What it is found by."""
    keys: str
    """As Textual spells them, separated by commas; empty where a widget binds it itself."""
    shown: str
    """As it is printed on the keyboard."""
    help: str
    where: Where
    run: str = ""
    """The action of the app; empty where a widget binds it itself."""
    label: str = ""
    """In a footer; empty to say what the help says."""
    screen: str = ""
    """The only screen where it does something; empty where it does so on all."""


KEYS: dict[str, Key] = {
    key.name: key
    for key in (
        Key("say", "", "a sentence", "a fact, or a question", Where.LINE),
        Key("answer", "", "1 to 9", "an answer, with Enter", Where.LINE),
        Key("why-typed", "", "why …", "the reasons; why not …", Where.LINE),
        Key("suppose", "", "what if …", "nothing is kept", Where.LINE),
        Key("take-back", "", "forget …", "unknown again", Where.LINE),
        Key("complete", "", "Tab", "take the completion", Where.LINE),
        Key("history", "", "↑ ↓", "earlier lines", Where.LINE),
        Key("help", "f1", "F1", "keys of this screen", Where.ANYWHERE, "help", "help"),
        Key("other", "f2", "F2", "talk, advice", Where.ANYWHERE, "other"),
        Key("board", "f3", "F3", "board", Where.ANYWHERE, "screen('board')", "board"),
        Key("audit", "f4", "F4", "audit", Where.ANYWHERE, "screen('audit')", "audit"),
        Key("compare", "f5", "F5", "compare", Where.ANYWHERE, "screen('compare')", "compare"),
        Key("start", "f8", "F8", "sessions, situations", Where.ANYWHERE, "screen('start')", "start"),
        Key("next", "f6", "F6", "next pane", Where.ANYWHERE, "next_pane(1)"),
        Key("before", "shift+f6", "", "the pane before", Where.ANYWHERE, "next_pane(-1)"),
        Key("back", "escape", "Esc", "back", Where.ANYWHERE, "go_back", "back"),
        Key("jump", "ctrl+o", "^O", "follow, by letter", Where.ANYWHERE, "jump"),
        Key("palette", "ctrl+p", "^P", "every action by name", Where.ANYWHERE, "palette", "everything else"),
        Key("quit", "ctrl+q", "^Q", "leave, at once", Where.ANYWHERE, "leave_now", "leave"),
        Key("walk", "", "←↑↓→", "from square to square", Where.PANE, label="walk", screen="board"),
        Key("open", "", "Enter", "open it, follow it", Where.PANE, label="open"),
        Key("why", "w", "w", "why it is so", Where.PANE, "why", "why"),
        Key("drop", "u", "u", "take this fact back", Where.PANE, "drop", "take back"),
        Key("copy", "c", "c", "copy as text", Where.PANE, "copy_text", "copy"),
        Key("copy-all", "C", "C", "copy all of this pane", Where.PANE, "copy_text(True)"),
        Key("find", "slash", "/", "find in this pane; n N", Where.PANE, "find", "find"),
        Key("keep", "", "k", "keep what was supposed", Where.PANE, label="keep", screen="compare"),
        Key("swap", "", "x", "before and after swapped", Where.PANE, label="swap", screen="compare"),
        Key("against", "", "o", "compare with something else", Where.PANE, label="other", screen="compare"),
        Key("silence", "", "s", "what did not fire", Where.PANE, label="what did not fire", screen="audit"),
        Key("rule", "", "r", "the rule of this step", Where.PANE, label="rule", screen="audit"),
        Key("found", "n", "", "the next that was found", Where.PANE, "found(1)"),
        Key("found-before", "N", "", "the one before", Where.PANE, "found(-1)"),
        Key("help-here", "question_mark", "", "keys of this screen", Where.PANE, "help"),
        Key("undo", "ctrl+z", "^Z", "undo", Where.PANE, "do('undo')", "undo"),
        Key("redo", "ctrl+y", "^Y", "redo", Where.PANE, "do('redo')", "redo"),
        Key("save", "ctrl+s", "^S", "save as …", Where.PANE, "save", "save"),
        Key("scroll", "pageup", "PgUp PgDn", "scroll; Shift: the talk", Where.ANYWHERE, "scroll_advice(-1)"),
        Key("scroll-down", "pagedown", "", "scroll the advice", Where.ANYWHERE, "scroll_advice(1)"),
        Key("scroll-talk", "shift+pageup", "", "scroll the talk", Where.ANYWHERE, "scroll_talk(-1)"),
        Key("scroll-talk-down", "shift+pagedown", "", "scroll the talk", Where.ANYWHERE, "scroll_talk(1)"),
    )
}
LETTERS = {"w": "w", "u": "u", "c": "c", "C": "C", "slash": "/", "n": "n", "N": "N", "question_mark": "?"}
"""The keys that are characters, as Textual spells them."""
_ALWAYS = {"quit"}
"""These work whatever has the focus."""


def bindings(*, letters: bool) -> list[Binding]:
    """The bindings of the keys that are characters, which are that in the line and keys elsewhere; or of all others."""
    return [
        Binding(key.keys, f"app.{key.run}", key.help, show=False, priority=key.name in _ALWAYS)
        for key in KEYS.values()
        if key.run and (key.keys in LETTERS) is letters
    ]


def key_of_action(name: str) -> str:
    """The key that does an action of the conversation, as it is shown; or empty."""
    return next((key.shown for key in KEYS.values() if key.run == f"do('{name}')" and key.shown), "")
