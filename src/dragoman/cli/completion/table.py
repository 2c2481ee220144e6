"""What can stand where on the command line, read from its parser."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from dragoman.cli.completion.kinds import FILES, FOLDERS, Kind
from dragoman.cli.parser import HELP, Parser
from dragoman.form import form
from dragoman.settings.table import SETTINGS

Spec = tuple[str, ...]
"""What may stand in one place: `@kind` are names of that kind, `+files` and `+folders` those on the disk, all else itself."""
ANYTHING: Spec = ("",)
"""A value that nobody but the user knows."""

_FACTS_OF = (f"@{Kind.SITUATIONS}", FILES)
_BY_METAVAR: dict[str, Spec] = {
    "FILE": (FILES,),
    "RULEBOOK": (f"@{Kind.RULEBOOKS}", FOLDERS),
    "SESSION": (f"@{Kind.SESSIONS}",),
    "NAME=VALUE": (f"@{Kind.PARAMETERS}",),
    "FACT": (f"@{Kind.FACTS}",),
    "TYPE|WORD": (f"@{Kind.FACTS}",),
    "ID": (f"@{Kind.RULES}",),
    "FOLDER": (FOLDERS,),
}
"""What an argument takes, by what the help calls it."""
_BY_PLACE: dict[tuple[str, str], Spec] = {
    ("situations", "name"): _FACTS_OF,
    ("thresholds", "name"): (f"@{Kind.THRESHOLDS}",),
    ("entities", "word"): (f"@{Kind.ENTITIES}",),
    ("explain", "word"): (f"@{Kind.TERMS}",),
    ("why", "name"): (f"@{Kind.CONCLUSIONS}",),
    ("read", "situation"): _FACTS_OF,
    ("schema", "kind"): (f"@{Kind.SCHEMAS}",),
    ("audit", "fact"): (f"@{Kind.FACTS}",),
    ("config", "name"): tuple(SETTINGS),
}
"""What an argument of a command takes where the help's word for it says too little."""
_TARGETS = {"targets", "entity"}
_NAME_AND_FILE = "[NAME] FILE"


@form
class Option:
    """One option."""

    strings: tuple[str, ...]
    help: str
    value: Spec
    """What its value may be; empty if it takes none."""


@form
class Where:
    """A command, or one of what it can do (`sessions show`), or the whole command line (empty)."""

    path: str
    help: str
    options: tuple[Option, ...]
    commands: tuple[tuple[str, str], ...]
    """The words that lead on, with their help."""
    words: tuple[Spec, ...]
    """What may stand first, second, and so on."""
    goes_on: bool
    """Whether the last of these may stand again and again."""


def table(parser: Parser) -> tuple[Where, ...]:
    """All places, the whole command line first."""
    whole, *others = _places(parser, "", "")
    commands = (*whole.commands, (HELP, "what a command takes"))
    top = Where("", "", whole.options, commands, (), goes_on=False)
    of_help = Where(HELP, "", (), whole.commands, (), goes_on=False)
    return top, of_help, *others


def _places(parser: Parser, path: str, text: str) -> Iterator[Where]:
    actions = [action for action in parser._actions if action.help != argparse.SUPPRESS]
    inner = next((action for action in actions if isinstance(action, argparse._SubParsersAction)), None)
    helps = {one.dest: one.help or "" for one in inner._choices_actions} if inner else {}
    positional = [one for one in actions if not one.option_strings and one is not inner]
    yield Where(
        path=path,
        help=text,
        options=tuple(
            Option(tuple(one.option_strings), _plain(one.help), _value(path, one))
            for one in actions
            if one.option_strings
        ),
        commands=tuple((name, _plain(helps.get(name))) for name in parser.commands),
        words=tuple(spec for one in positional for spec in _words(path, one)),
        goes_on=bool(positional) and positional[-1].nargs in ("*", "+"),
    )
    for name, found in parser.commands.items():
        yield from _places(found, f"{path} {name}".strip(), _plain(helps.get(name)))


def _words(path: str, action: argparse.Action) -> Iterator[Spec]:
    if action.metavar == _NAME_AND_FILE:
        yield (f"@{Kind.CONCLUSIONS}", *_FACTS_OF)
        yield _FACTS_OF
    elif action.metavar == "FILE" and action.dest == "files":
        yield _FACTS_OF
    else:
        yield _spec(path, action)


def _value(path: str, action: argparse.Action) -> Spec:
    return () if action.nargs == 0 else _spec(path, action)


def _spec(path: str, action: argparse.Action) -> Spec:
    if action.choices is not None:
        return tuple(map(str, action.choices))
    if action.metavar == "NAME" and action.dest in _TARGETS:
        return (f"@{Kind.TARGETS}",)
    metavar = action.metavar if isinstance(action.metavar, str) else ""
    named = "FILE" if metavar.startswith("FILE") else metavar
    return _BY_PLACE.get((path, action.dest)) or _BY_METAVAR.get(named) or ANYTHING


def _plain(text: str | None) -> str:
    """A help text as a shell shows it beside a word: short, on one line."""
    short = " ".join((text or "").replace("%%", "%").split())
    return short.split("; ", 1)[0].split(": ", 1)[0]
