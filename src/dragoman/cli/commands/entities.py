"""`dragoman entities [WORD]`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit


def arguments(parser: ArgumentParser) -> None:
    """All entities, or those with a word."""
    parser.add_argument("word", metavar="WORD", nargs="*", help="only those with this in a name, an alias or a type")
    options.document(parser)
    options.rulebook(parser)


def run(given: Namespace) -> Exit:
    """Show whom and what facts can be about, and what each can be called."""
    from dragoman.cli.answer import give
    from dragoman.cli.inputs import rulebook_of
    from dragoman.reference.entities import entity_list
    from dragoman.reference.json_form import entities_json
    from dragoman.views.reference import entities_view

    rulebook, word = rulebook_of(given), " ".join(given.word)
    found = entity_list(rulebook, word)
    return give(
        given,
        lambda: entities_view(rulebook, found, searched=bool(word)),
        lambda: entities_json(rulebook, found),
    )


COMMAND = Command(
    "entities",
    "whom and what facts can be about, and every name that each can be called",
    arguments,
    run,
    paged=True,
)
