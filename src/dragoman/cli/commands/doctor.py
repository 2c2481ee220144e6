"""`dragoman doctor`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.doctor.forms import Check


def arguments(parser: ArgumentParser) -> None:
    """How to show it, and a rulebook to look at as well."""
    options.document(parser)
    options.rulebook(parser, "look at this one and at no other")


def run(given: Namespace) -> Exit:
    """Say what is installed, whether the engines fire as they should, where things are kept; 1 if anything is wrong."""
    from dragoman.cli.answer import give
    from dragoman.doctor.forms import State
    from dragoman.doctor.json_form import doctor_json
    from dragoman.views.doctor import doctor_view

    checks = list(_checks(given))
    done = give(given, lambda: doctor_view(checks), lambda: doctor_json(checks))
    return done or (Exit.FINDINGS if any(one.state is State.WRONG for one in checks) else Exit.OK)


def _checks(given: Namespace) -> Iterator[Check]:
    import os

    from dragoman.cli.terminal_check import terminal
    from dragoman.doctor.engines import engines
    from dragoman.doctor.installed import installed
    from dragoman.doctor.places import kept
    from dragoman.doctor.rulebooks import rulebooks

    yield from installed()
    yield from engines()
    yield from rulebooks(given.rulebook)
    yield from kept(os.environ)
    yield from terminal()


COMMAND = Command(
    "doctor", "whether all is in order here: installed, engines, rulebooks, places, terminal", arguments, run
)
