"""The command line: commands, arguments, help."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from dragoman.cli import options
from dragoman.cli.colour import Colour
from dragoman.cli.commands import COMMANDS
from dragoman.cli.exit import exit_codes
from dragoman.cli.streams import narrate
from dragoman.errors import DragomanError
from dragoman.rulebook.files import situations
from dragoman.rulebook.installed import folder_of
from dragoman.source.names import did_you_mean
from dragoman.source.visible import plain

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_EPILOG = """\
{beginning}A FILE is a path, '-' for standard input, or the name of a situation of the rulebook{such}.
Several files describe one situation together. They may be YAML, JSON, JSON Lines or CSV.
Where a command names no rulebook, DRAGOMAN_RULEBOOK can: a folder, or the name of one that is installed. What is larger than the limits in README.md is refused; they can be set in
the environment, as in DRAGOMAN_LIMITS="facts=2000000 bytes=500000000".

Exit codes: {codes}.

Environment: DRAGOMAN_RULEBOOK (the rulebook), DRAGOMAN_JOURNAL (the file of sessions), DRAGOMAN_LIMITS, DRAGOMAN_PAGER
or PAGER, NO_COLOR, FORCE_COLOR, COLUMNS.

dragoman help COMMAND shows what a command takes; dragoman doctor whether all is in order here.
"""


HELP = "help"
"""`dragoman help COMMAND` is `dragoman COMMAND --help`."""
_SHORT = 3
"""So many characters of an option say nothing of which was meant."""
_NAMED = 3
"""So many situations are named."""


class _Paragraphs(argparse.HelpFormatter):
    """Fits every paragraph of an epilog to the width, each on its own."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n\n".join(super(_Paragraphs, self)._fill_text(part, width, indent) for part in text.split("\n\n"))


class Parser(argparse.ArgumentParser):
    """An `ArgumentParser` that offers the nearest command, and never prints a control character."""

    def __init__(self, **settings: Any) -> None:
        # no abbreviations: `audit --for` would be taken for --format
        super().__init__(**{"allow_abbrev": False, "formatter_class": _Paragraphs, **settings})
        self.commands: Mapping[str, Parser] = {}
        self.color = False  # from Python 3.14 on argparse would colour the help, and we write colours out

    def parse_args(self, args: Sequence[str] | None = None, namespace: None = None) -> argparse.Namespace:  # type: ignore[override]
        """As in the library; then what the command says of all that was given together."""
        given, unknown = self.parse_known_args(args, namespace)
        if unknown:
            self.commands.get(given.command or "", self)._refuse(unknown)
        if given.before is not None and getattr(given, "rulebook", None) is None:
            given.rulebook = given.before
        problem = given.check(given) if hasattr(given, "check") else ""
        if problem:
            self.commands[given.command].error(problem)
        return given

    def _refuse(self, unknown: Sequence[str]) -> NoReturn:
        """Say of what was given too much what is wrong with it; of an option, which was probably meant."""
        option = next((word.partition("=")[0] for word in unknown if word.startswith("-") and word != "-"), "")
        if not option:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        inner = self.commands.values() if self.commands.keys() != COMMANDS.keys() else ()
        known = {name for one in (self, *inner) for name in one._option_string_actions if name.startswith("--")}
        begun = [name for name in known if len(option) > _SHORT and name.startswith(option)]
        close = f"; did you mean '{begun[0]}'?" if len(begun) == 1 else did_you_mean(option, known)
        self.error(f"there is no option '{option}'{close}")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how to get help, then leave with 2."""
        if "invalid choice: '" in message and self._subparsers is not None:
            word = message.split("invalid choice: '", 1)[1].split("'", 1)[0]
            message = f"there is no command '{word}'{did_you_mean(word, (*self.commands, HELP))}"
        self.exit(2, f"{self.prog}: {message}\n{self.prog} --help shows what can be given\n")

    def add_subparsers(self, **settings: Any) -> Any:
        """As in the library; the commands are remembered, to offer the nearest."""
        made = super().add_subparsers(**settings)
        self.commands = made.choices
        return made

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        safe = "\n".join(plain(row) for row in message.split("\n"))
        if file is sys.stdout:
            print(safe, end="")  # a failure is the door's to explain
        else:
            narrate(safe.removesuffix("\n"))


def parser(word: str = "", folder: str = "") -> Parser:
    """The command line: all of it, or where `word` is a command that one alone, since each costs a millisecond or two.

    `folder` is the rulebook whose situations the help names; without one, that which is shipped.
    """
    top = Parser(
        prog="dragoman",
        description="What a report advises in a situation, by its own logic; and why.",
        epilog=_epilog(folder) if word not in COMMANDS else "",
    )
    top.add_argument("-V", "--version", action="store_true", help="show the version, the engine and the rulebook")
    top.add_argument("--rulebook", dest="before", metavar="RULEBOOK", help="the same before a command as after it")
    options.output(top)
    top.set_defaults(color=Colour.AUTO.value, no_pager=False)
    commands = top.add_subparsers(title="commands", dest="command", metavar="COMMAND", parser_class=Parser)
    for command in (COMMANDS[word],) if word in COMMANDS else COMMANDS.values():
        made = commands.add_parser(command.name, help=command.help, description=f"Shows {command.help}.")
        command.arguments(made)
        for one in (made, *made.commands.values()):
            options.output(one)
    return top


def _epilog(folder: str) -> str:
    """What stands under the list of commands, with the names of the rulebook's own situations."""
    try:
        names = [path.stem for path in situations(folder_of(folder or None))]
    except (OSError, ValueError, DragomanError):  # whoever asks for help is not told what is wrong with a rulebook
        names = []
    of = f" --rulebook {folder}" if folder else ""
    beginning = f"To begin with: dragoman advise {names[0]}{of}\n\n" if names else ""
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    such = f" ({', '.join(names[:_NAMED])}{more})" if names else ""
    return _EPILOG.format(beginning=beginning, such=such, codes=exit_codes())
