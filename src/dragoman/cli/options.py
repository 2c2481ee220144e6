"""The arguments that several commands share, each declared once."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, Namespace
from enum import StrEnum

from dragoman.cli.colour import Colour
from dragoman.engines.names import EngineName
from dragoman.source.formats import Format

_FILE_FORMATS = tuple(form.value for form in Format)


class Shown(StrEnum):
    """How a command shows what it found."""

    TEXT = "text"
    """For people."""
    JSON = "json"
    """For programs."""
    MARKDOWN = "md"
    """For a note or a wiki."""
    HTML = "html"
    """For a browser, on screen or on paper."""
    GITHUB = "github"
    """For the checks of a pull request."""


def rulebook(parser: ArgumentParser, text: str = "another rulebook than the one that is shipped") -> None:
    """`--rulebook`: a folder, or the name of a rulebook that is installed."""
    parser.add_argument(
        "--rulebook", metavar="RULEBOOK", help=f"{text}: a folder, or the name of one that is installed"
    )
    parser.set_defaults(parameters=[])


def output(parser: ArgumentParser) -> None:
    """What every command takes: colours, and whether a pager is wanted."""
    group = parser.add_argument_group("on a terminal")
    group.add_argument(
        "--color",
        choices=[name.value for name in Colour],
        default=SUPPRESS,
        help="colours: auto (default: on a terminal, unless NO_COLOR is set), always (as FORCE_COLOR) or never",
    )
    group.add_argument(
        "--no-pager",
        action="store_true",
        default=SUPPRESS,
        help="never hand long output to a pager (DRAGOMAN_PAGER, PAGER, or less)",
    )


def folder(parser: ArgumentParser) -> None:
    """The same, with the option's name or without it."""
    text = "the rulebook, a folder or the name of one that is installed (default: the one that is shipped)"
    parser.add_argument("folder", metavar="RULEBOOK", nargs="?", help=text)
    parser.add_argument("--rulebook", metavar="RULEBOOK", help="the same, named as other commands have it")


def full(parser: ArgumentParser) -> None:
    """`--full`."""
    parser.add_argument("--full", action="store_true", help="show everything, not only what fits two screens")


def parameters(parser: ArgumentParser, text: str = "another threshold for this run; the advice says so") -> None:
    """`--set NAME=VALUE`, as often as wanted."""
    parser.add_argument(
        "--set",
        dest="parameters",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        help=text,
    )


def files(parser: ArgumentParser, *, nargs: str = "+", text: str = "the facts") -> None:
    """`FILE...`, and how those are written whose name does not tell."""
    parser.add_argument("files", metavar="FILE", nargs=nargs, help=text)
    input_format(parser)


def situation(parser: ArgumentParser) -> None:
    """The same, or `--session SESSION` in their place."""
    files(parser, nargs="*")
    session(parser)
    parser.set_defaults(check=lambda given: _one_situation(given, most=0))


def name_and_situation(parser: ArgumentParser, without: str) -> None:
    """`[NAME] FILE...` or `[NAME] --session SESSION`; `without` is what a missing name stands for."""
    text = "the facts; before them the name of a fact type, with slots as in a file if wanted: 'TYPE: {SLOT: NAME}'"
    parser.add_argument("files", metavar="[NAME] FILE", nargs="*", help=f"{text}. Without a NAME: {without}")
    input_format(parser)
    session(parser)
    parser.set_defaults(check=lambda given: _one_situation(given, most=1))


def _one_situation(given: Namespace, most: int) -> str:
    """What is wrong, if facts were given twice or not at all; beside a session up to `most` words are no files."""
    if given.session is None and given.journal is not None:
        return "--journal says where --session is kept: name the session"
    if given.session is None:
        return "" if given.files else "the following arguments are required: FILE (or --session SESSION)"
    return "" if len(given.files) <= most else "the facts are those of FILE or of --session, not of both"


def session(parser: ArgumentParser) -> None:
    """`--session SESSION` and `--journal FILE`."""
    text = "the facts as they stand at the end of a session, in place of FILE: its id or title, or 'last'"
    parser.add_argument("--session", metavar="SESSION", help=text)
    journal(parser)


def input_format(parser: ArgumentParser) -> None:
    """`--input-format`, of files whose name does not tell."""
    parser.add_argument(
        "--input-format",
        choices=_FILE_FORMATS,
        help="of standard input, and of files whose name does not end in .yaml, .json, .jsonl, .csv or the like",
    )


def targets(parser: ArgumentParser) -> None:
    """`--for NAME`, as often as wanted."""
    parser.add_argument(
        "--for",
        dest="targets",
        metavar="NAME",
        action="append",
        default=[],
        help="keep to those whom recommendations are for; may be given several times",
    )


def entity(parser: ArgumentParser, text: str) -> None:
    """`--for NAME`, once."""
    parser.add_argument("--for", dest="entity", metavar="NAME", default="", help=text)


def engine(parser: ArgumentParser) -> None:
    """`--engine NAME`."""
    parser.add_argument(
        "--engine",
        choices=[name.value for name in EngineName],
        help="what fires the rules: rete (default, durable_rules) or columns (the same firings, no library)",
    )


def output_format(parser: ArgumentParser, *further: Shown) -> None:
    """`--format`: text, JSON, and what the command has `further`."""
    choices = (Shown.TEXT, Shown.JSON, *further)
    text = ", ".join(f"{name} (default)" if name is Shown.TEXT else name for name in choices)
    parser.add_argument("--format", choices=[name.value for name in choices], default=Shown.TEXT.value, help=text)


def document(parser: ArgumentParser) -> None:
    """`--format text|json|md|html` and `-o FILE`, of an answer that people hand on."""
    choices = (Shown.TEXT, Shown.JSON, Shown.MARKDOWN, Shown.HTML)
    text = "text (default), json, md (Markdown) or html (one file that loads nothing)"
    parser.add_argument("--format", choices=[name.value for name in choices], default=Shown.TEXT.value, help=text)
    text = "write to a new file; where --format is not given, its name says how: .txt, .json, .md or .html"
    parser.add_argument("-o", "--output", metavar="FILE", help=text)
    parser.set_defaults(format=None)


def written_format(parser: ArgumentParser) -> None:
    """`--format` of a file of facts."""
    parser.add_argument("--format", choices=_FILE_FORMATS, default=Format.YAML.value, help="yaml (default)")


def report(parser: ArgumentParser, text: str) -> None:
    """`--report FILE`: the user's own copy of the report."""
    parser.add_argument("--report", metavar="FILE", help=f"your own copy of the report as text: {text}")


def journal(parser: ArgumentParser) -> None:
    """`--journal FILE`."""
    text = "where sessions are kept (default: $DRAGOMAN_JOURNAL, or the folder for your data)"
    parser.add_argument("--journal", metavar="FILE", help=text)


def watching(parser: ArgumentParser) -> None:
    """`--watch`."""
    text = "read the rulebook again whenever its files change, and show its mistakes; what was told stays"
    parser.add_argument("--watch", action="store_true", help=text)


def keeping(parser: ArgumentParser) -> None:
    """Where a session is kept, if it is; and which one to go on with."""
    journal(parser)
    parser.add_argument("--no-journal", action="store_true", help="keep nothing of what is said")
    parser.add_argument(
        "--resume", metavar="SESSION", help="go on with a session: its id or title, the beginning of either, or 'last'"
    )
