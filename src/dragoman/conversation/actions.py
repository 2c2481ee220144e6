"""The table of actions: one entry feeds slash commands, bare words, plain English, the help, and the keys of the app."""

from __future__ import annotations

import re

from dragoman.form import form


@form
class Action:
    """Something that can be done in a session."""

    name: str
    """The word after the slash."""
    argument: str
    """What follows it, for the help: empty, `NAME`, `FILE`."""
    help: str
    needs_argument: bool = False
    key: str = ""
    """The key that does it in the app, or empty."""
    words: tuple[str, ...] = ()
    """Lines that ask for it as they stand, without a slash; its name does so too where it needs no argument."""


ACTIONS: dict[str, Action] = {
    action.name: action
    for action in (
        Action("why", "[WHAT]", "why something follows, down to what was told", words=("why?", "why so")),
        Action("why-not", "[WHAT]", "why something does not follow, and what would give it", words=("why not?",)),
        Action("what-if", "FACT", "what would change if it were so; the facts stay as they are", needs_argument=True),
        Action("keep", "", "tell what was last supposed", words=("keep that", "keep it", "adopt that")),
        Action("flips", "[WHAT]", "what the advice hangs on, and what would change it"),
        Action(
            "next",
            "",
            "the question whose answer settles most",
            words=("next question", "what next", "what now", "ask me"),
        ),
        Action("advice", "[WHOM]", "what is recommended", words=("recommendations",)),
        Action("risks", "[WHOM]", "risks, forecasts and what to watch", words=("forecasts", "watch")),
        Action("facts", "[WHOM]", "what was told, and whose word it is"),
        Action("unused", "", "which told facts the advice does not use, and why"),
        Action("rules", "[RULE]", "which rules fired, in order", key="f4", words=("audit",)),
        Action("compare", "A B", "two of those whom advice is for, side by side", needs_argument=True),
        Action("sources", "", "what the advice loses with each source"),
        Action("robust", "", "which recommendations stand whatever else is told"),
        Action("explain", "WHAT", "a word, a rule, a fact type or a passage", needs_argument=True),
        Action("load", "FILE", "start again from a file or a situation of the rulebook", needs_argument=True),
        Action("save", "FILE", "write what was told to a file of facts", needs_argument=True, key="ctrl+s"),
        Action("export", "FILE", "write the advice: a memo as .md, .html or .docx, else text", needs_argument=True),
        Action(
            "undo",
            "",
            "take back the last change",
            key="ctrl+z",
            words=tuple(f"{verb} {it}" for verb in ("undo", "revert") for it in ("it", "that", "this"))
            + tuple(f"{verb} {it} back" for verb in ("put", "bring") for it in ("it", "that", "this", "them")),
        ),
        Action("redo", "", "do again what was undone", key="ctrl+y"),
        Action(
            "restart",
            "",
            "begin again with what was loaded",
            words=("start over", "start again", "begin again", "reset"),
        ),
        Action("start", "", "go on with another session, open a situation, or take the tour", key="f8"),
        Action("help", "", "what can be typed", key="f1", words=("?", "help me")),
        Action("quit", "", "leave", key="ctrl+q", words=("exit", "bye", "q")),
    )
}


def asked_in(text: str) -> Action | None:
    """The action that a line asks for: the one whose word follows a slash at its beginning."""
    word = text.strip().partition(" ")[0]
    return ACTIONS.get(word[1:]) if word.startswith("/") else None


def bare(text: str) -> Action | None:
    """The action that a line without a slash asks for, as it stands: `undo`, `why?`, `start over`."""
    said = " ".join(text.lower().split()).rstrip(".!, ")
    plain = _POLITE.sub("", said).strip(" ,.!")
    return _BARE.get(said) or _BARE.get(plain) or _BARE.get(plain.rstrip("? "))


def with_file(text: str) -> tuple[Action, str] | None:
    """The action and the file of a line such as `save talks.yaml` or `export it to /tmp/advice.txt`."""
    found = _WITH_FILE.fullmatch(text.strip())
    return (ACTIONS[found["word"].lower()], found["file"]) if found else None


_WITH_FILE = re.compile(
    r"(?:please )?(?P<word>load|save|export)(?: (?:it|this|that|everything|(?:the |my )?(?:facts|advice|session|file)))?(?: to| as| in| into| under| from)?"
    r" (?P<file>\S*[./~]\S*)",
    re.IGNORECASE,
)
_POLITE = re.compile(
    r"^(?:(?:ok|okay|right|well|so|then|now|alright|good|great|fine|thanks|thank you|yes|please|just|no|oops|damn|sorry|hm+)\b[ ,.!]*)+"
    r"|[ ,]+(?:please|pls|thanks|thank you|now|then)$"
)


_BARE = {
    word: action
    for action in ACTIONS.values()
    for word in (*action.words, *(() if action.needs_argument else (action.name,)))
}
