"""`dragoman completion bash|zsh|fish`."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, Namespace

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.completion.kinds import Kind
from dragoman.cli.exit import Exit

_SHELLS = ("bash", "zsh", "fish")
_HOW = """\
bash: put  source <(dragoman completion bash)  into ~/.bashrc

zsh: put  source <(dragoman completion zsh)  into ~/.zshrc, after compinit

fish: dragoman completion fish > ~/.config/fish/completions/dragoman.fish
"""


def arguments(parser: ArgumentParser) -> None:
    """The shell; or, for its script, a kind of names."""
    parser.epilog = _HOW
    parser.add_argument("shell", metavar="SHELL", nargs="?", choices=_SHELLS, help="bash, zsh or fish")
    parser.add_argument("--names", choices=[kind.value for kind in Kind], help=SUPPRESS)
    parser.add_argument("--journal", help=SUPPRESS)
    options.rulebook(parser, "of which rulebook the names are")
    parser.set_defaults(check=lambda given: "" if given.shell or given.names else "name a shell: bash, zsh or fish")


def run(given: Namespace) -> Exit:
    """Print the script that completes commands, options, files and the rulebook's names."""
    from dragoman.cli.output import put

    if given.names:
        from dragoman.cli.completion.names import names

        put(names(Kind(given.names), given.rulebook, given.journal))
        return Exit.OK
    from importlib import import_module

    from dragoman.cli.completion.table import table
    from dragoman.cli.parser import parser

    written: str = import_module(f"dragoman.cli.completion.{given.shell}").script(table(parser()))
    put([written.removesuffix("\n")])
    return Exit.OK


COMMAND = Command("completion", "the script that completes commands and names in bash, zsh or fish", arguments, run)
