"""`dragoman new-situation`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit


def arguments(parser: ArgumentParser) -> None:
    """An entity to fill in, how much to ask for, and a file to write to."""
    options.entity(parser, "fill this entity in, wherever it can stand")
    parser.add_argument("--short", action="store_true", help="only what can decide a recommendation")
    parser.add_argument("-o", dest="output", metavar="FILE", help="a new file (default: standard output)")
    options.rulebook(parser)


def run(given: Namespace) -> Exit:
    """Write a file of facts to fill in."""
    from dragoman.cli.inputs import rulebook_of
    from dragoman.cli.new_file import put_in_new_file
    from dragoman.cli.output import put
    from dragoman.exact.form_order import by_what_it_settles, deciding
    from dragoman.rulebook.lookup import entity_named
    from dragoman.situation.template import template

    rulebook = rulebook_of(given)
    entity = entity_named(rulebook, given.entity) if given.entity else ""
    order = by_what_it_settles(rulebook)
    if given.short:
        decides = deciding(rulebook)
        order = tuple(name for name in order if name in decides)
    lines = template(rulebook, entity, order)
    if not given.output:
        put(lines)
        return Exit.OK
    return put_in_new_file(given.output, lines)


COMMAND = Command(
    "new-situation",
    "a file of facts to fill in, with every question of the rulebook, what settles most first",
    arguments,
    run,
    paged=True,
)
