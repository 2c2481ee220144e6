"""The command line: commands, arguments, help."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NoReturn

from dragoman.source.names import did_you_mean

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_EPILOG = """\
A FILE is a path, '-' for standard input, or the name of a situation of the rulebook
(such as 2020-11-report-world). Several files describe one situation together.
Exit codes: 0 done, 1 findings or failures, 2 something could not be read or used.
"""


class Parser(argparse.ArgumentParser):
    """An `ArgumentParser` that offers the nearest command, and never prints a control character."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how to get help, then leave with 2."""
        if "invalid choice: '" in message and self._subparsers is not None:
            word = message.split("invalid choice: '", 1)[1].split("'", 1)[0]
            message = f"there is no command '{word}'{did_you_mean(word, COMMANDS)}"
        self.exit(2, f"{self.prog}: {message}\n{self.prog} --help shows what can be given\n")

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        from dragoman.views.lines import plain

        super()._print_message("\n".join(plain(row) for row in message.split("\n")), file)


COMMANDS = {
    "advise": "what the EU should do in a situation, on what grounds, and what to watch",
    "why": "the proof of a conclusion, down to the facts and the passages of the report",
    "audit": "every rule that fired, in order",
    "chat": "the same in a terminal app, with facts typed in",
    "check": "every mistake in a rulebook",
    "test": "the cases of a rulebook",
    "rules": "the rules, or one of them whole",
    "vocabulary": "the fact types, or one of them whole",
}


def parser() -> Parser:
    """The whole command line."""
    top = Parser(
        prog="dragoman",
        description="What the EU should do in Central Asia, by the logic of a report; and why.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="store_true", help="show the version, the engine and the rulebook")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    made = {name: commands.add_parser(name, help=text, description=f"Shows {text}.") for name, text in COMMANDS.items()}
    for name in ("advise", "why", "audit"):
        _common(made[name], formats=True)
    for name in ("chat", "rules", "vocabulary"):
        _common(made[name], formats=False)
    made["why"].add_argument(
        "name", metavar="NAME", help="a fact type, such as build_ties, or 'build_ties: {state: kazakhstan}'"
    )
    for name in ("advise", "why", "audit"):
        made[name].add_argument("files", metavar="FILE", nargs="+", help="the facts")
    made["chat"].add_argument("files", metavar="FILE", nargs="*", help="the facts to start from")
    for name in ("advise", "why"):
        made[name].add_argument("--for", dest="state", metavar="STATE", default="", help="keep to one state")
    made["why"].add_argument("--report", metavar="FILE", help="your own copy of the report as text: shows the passages")
    made["audit"].add_argument("--rule", metavar="ID", help="only the firings of this rule")
    for name in ("check", "test"):
        made[name].add_argument("folder", metavar="FOLDER", nargs="?", help="the rulebook (default: the report's)")
    made["rules"].add_argument("id", metavar="ID", nargs="?", help="one rule")
    made["vocabulary"].add_argument("type", metavar="TYPE", nargs="?", help="one fact type")
    return top


def _common(command: argparse.ArgumentParser, *, formats: bool) -> None:
    command.add_argument("--rulebook", metavar="FOLDER", help="another rulebook than the report's")
    if formats:
        command.add_argument("--format", choices=("text", "json"), default="text", help="text (default) or json")
    command.add_argument(
        "--set",
        dest="parameters",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        help="another threshold for this run; the advice says so",
    )
