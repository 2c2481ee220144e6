"""The command line: commands, arguments, help."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NoReturn

from dragoman.engines.names import EngineName
from dragoman.source.names import did_you_mean

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_EPILOG = """\
To begin with: dragoman advise 2020-11-report-world

A FILE is a path, '-' for standard input, or the name of a situation of the rulebook
(such as 2020-11-report-world). Several files describe one situation together. They may be YAML,
JSON, JSON Lines or CSV. What is larger than the limits in README.md is refused; they can be set in
the environment, as in DRAGOMAN_LIMITS="facts=2000000 bytes=500000000".

Exit codes: 0 done, 1 findings or failures, 2 something could not be read or used, 70 a fault of
Dragoman's own, 130 interrupted.
"""


class _Paragraphs(argparse.HelpFormatter):
    """Fits every paragraph of an epilog to the width, each on its own."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n\n".join(super(_Paragraphs, self)._fill_text(part, width, indent) for part in text.split("\n\n"))


class Parser(argparse.ArgumentParser):
    """An `ArgumentParser` that offers the nearest command, and never prints a control character."""

    def __init__(self, **settings: Any) -> None:
        # no abbreviations: `audit --for` would be taken for --format
        super().__init__(**{"allow_abbrev": False, "formatter_class": _Paragraphs, **settings})
        self.color = False  # from Python 3.14 on argparse would colour the help, and we write colours out

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
    "facts": "the facts of some files, written again as YAML, CSV, JSON or JSON Lines",
    "new-situation": "a file of facts to fill in, with every question of the rulebook",
    "check": "every mistake in a rulebook, and what it does not need",
    "schema": "the JSON Schema of a kind of file, for editors",
    "coverage": "how much of the report the rulebook carries",
    "test": "the cases of a rulebook, and what they try of it",
    "rules": "the rules, or one of them whole",
    "vocabulary": "the fact types, or one of them whole",
}


def parser() -> Parser:
    """The whole command line."""
    top = Parser(
        prog="dragoman",
        description="What the EU should do in Central Asia, by the logic of a report; and why.",
        epilog=_EPILOG,
    )
    top.add_argument("--version", action="store_true", help="show the version, the engine and the rulebook")
    commands = top.add_subparsers(title="commands", dest="command", metavar="COMMAND", parser_class=Parser)
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
    made["advise"].add_argument("--findings", action="store_true", help="list what was concluded on the way, too")
    made["why"].add_argument("--report", metavar="FILE", help="your own copy of the report as text: shows the passages")
    for name in ("advise", "why", "audit", "chat", "facts"):
        made[name].add_argument(
            "--input-format",
            choices=("yaml", "json", "jsonl", "csv"),
            help="of standard input, and of files whose name does not end in .yaml, .json, .jsonl, .csv or the like",
        )
    for name in ("advise", "why", "audit", "chat", "test"):
        made[name].add_argument(
            "--engine",
            choices=[name.value for name in EngineName],
            help="what fires the rules: rete (default, durable_rules) or columns (the same firings, no library)",
        )
    _writing(made["facts"], made["new-situation"])
    made["audit"].add_argument("--rule", metavar="ID", help="only the firings of this rule")
    _authoring(made)
    made["rules"].add_argument("id", metavar="ID", nargs="?", help="one rule")
    made["vocabulary"].add_argument("type", metavar="TYPE", nargs="?", help="one fact type")
    return top


def _writing(facts: argparse.ArgumentParser, new_situation: argparse.ArgumentParser) -> None:
    for command in (facts, new_situation):
        command.add_argument("--rulebook", metavar="FOLDER", help="another rulebook than the report's")
        command.set_defaults(parameters=[])
    facts.add_argument("files", metavar="FILE", nargs="+", help="the facts")
    facts.add_argument("--format", choices=("yaml", "json", "jsonl", "csv"), default="yaml", help="yaml (default)")
    facts.add_argument(
        "--flat", action="store_true", help="what is in force, inherited facts included and groups spread out"
    )
    facts.add_argument("--without-places", action="store_true", help="leave out where each fact was first said")
    new_situation.add_argument("--for", dest="state", metavar="STATE", default="", help="fill this state in")
    new_situation.add_argument("-o", dest="output", metavar="FILE", help="a new file (default: standard output)")


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


def _authoring(made: Mapping[str, argparse.ArgumentParser]) -> None:
    """The commands of those who write rulebooks."""
    for name in ("check", "coverage", "test"):
        made[name].add_argument("folder", metavar="FOLDER", nargs="?", help="the rulebook (default: the report's)")
    made["check"].add_argument(
        "--format", choices=("text", "json", "github"), default="text", help="text (default), json, or for GitHub"
    )
    made["check"].add_argument("--explain", metavar="CODE", help="what a code means, RB101 for example")
    made["check"].add_argument("--counts", action="store_true", help="also how many instances each rule has")
    made["schema"].add_argument("kind", metavar="KIND", nargs="?", help="a kind of file (default: list the kinds)")
    made["schema"].add_argument("--rulebook", metavar="FOLDER", help="with the names of this rulebook filled in")
    made["coverage"].add_argument("--uncovered", action="store_true", help="only the passages that no rule rests on")
    made["coverage"].add_argument("--report", metavar="FILE", help="your own copy of the report as text: verifies it")
    for name in ("coverage", "test"):
        made[name].add_argument("--format", choices=("text", "json"), default="text", help="text (default) or json")
    made["test"].add_argument("-k", dest="only", metavar="TEXT", default="", help="only cases with this in their name")
    made["test"].add_argument("--coverage", action="store_true", help="also what the cases do not show of the rules")
    made["test"].add_argument(
        "--near-misses", action="store_true", help="also make and run, from each rule, situations that it just misses"
    )
    made["test"].add_argument(
        "--threshold", metavar="N", type=_percent, help="fail if they show less than N percent (with --coverage)"
    )


def _percent(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = -1
    if not 0 <= number <= 100:
        raise argparse.ArgumentTypeError(f"'{text}' is no percentage from 0 to 100")
    return number
