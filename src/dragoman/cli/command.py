"""What a command of the command line is made of."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from dragoman.cli.exit import Exit
from dragoman.form import form


@form
class Command:
    """One command: a module of :mod:`dragoman.cli.commands`, which loads what it needs only when it is run."""

    name: str
    """The word on the command line."""
    help: str
    """What it shows, for the list of commands and for its own help."""
    arguments: Callable[[ArgumentParser], None]
    """Declares what can be given."""
    run: Callable[[Namespace], Exit]
    """Does it. Whatever it raises, :mod:`dragoman.cli.door` says."""
    paged: bool = False
    """Whether what it prints is there to be read, and goes through a pager where it is longer than the terminal."""
