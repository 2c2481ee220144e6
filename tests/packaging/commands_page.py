"""`python -m tests.packaging.commands_page > docs/commands.md`: every command and option, as the parser has them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from dragoman.cli.commands import COMMANDS
from dragoman.cli.exit import MEANS
from dragoman.cli.parser import parser
from dragoman.rulebook.words import capital

_HEAD = """\
# Commands

Made from the command line's own parser by `python -m tests.packaging.commands_page > docs/commands.md`; a test holds it
to that. README.md says what the commands are for, and what variables and limits mean.

"""


def page() -> str:
    """The page as it has to be."""
    top = parser()
    contents = [f"[{name}](#dragoman-{name})" for name in COMMANDS]
    sections = [_section(top.commands[name]) for name in COMMANDS]
    codes = [f"| {code.value} | {meaning} |\n" for code, meaning in MEANS.items()]
    ends = ["\n## Exit codes\n\n| code | means |\n| --- | --- |\n", *codes]
    return "".join([_HEAD, " · ".join(contents), "\n", *sections, *ends])


def _section(command: argparse.ArgumentParser) -> str:
    rows = [row for action in command._actions for row in _row(action)]
    nested = [one for action in command._actions for one in _nested(action)]
    table = "".join(["\n| given | |\n| --- | --- |\n", *rows]) if rows else ""
    return f"\n## {command.prog}\n\n{_cell(command.description or '')}\n{table}{''.join(map(_section, nested))}"


def _row(action: argparse.Action) -> Iterator[str]:
    """What stands for one argument; nothing for `--help`, and for commands inside a command."""
    if isinstance(action, argparse._HelpAction | argparse._SubParsersAction) or action.help == argparse.SUPPRESS:
        return
    takes = "" if action.nargs == 0 else _takes(action)
    names = ", ".join(f"`{name}{f' {takes}' if takes else ''}`" for name in action.option_strings) or f"`{takes}`"
    yield f"| {names.replace('|', chr(92) + '|')} | {_cell((action.help or '') % vars(action))} |\n"


def _takes(action: argparse.Action) -> str:
    if isinstance(action.metavar, tuple):
        return " ".join(action.metavar)
    one = action.metavar or ("|".join(map(str, action.choices)) if action.choices else action.dest.upper())
    return {"*": f"[{one}...]", "+": f"{one}...", "?": f"[{one}]"}.get(str(action.nargs), one)


def _nested(action: argparse.Action) -> Iterator[argparse.ArgumentParser]:
    if isinstance(action, argparse._SubParsersAction):
        yield from action.choices.values()


def _cell(text: str) -> str:
    return capital(text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ").strip())


if __name__ == "__main__":
    print(page(), end="")
