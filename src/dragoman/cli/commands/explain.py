"""`dragoman explain [WORD...]`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit

_WORD = (
    "a word of the program (firm, likely, disputed), a grade (B2), a place in the report, a rule, a claim, a threshold, "
    "an entity, a fact type; without one, all words of the program"
)


def arguments(parser: ArgumentParser) -> None:
    """What to explain."""
    parser.add_argument("word", metavar="WORD", nargs="*", help=_WORD)
    options.document(parser)
    options.rulebook(parser)
    options.parameters(parser)


def run(given: Namespace) -> Exit:
    """Say what a word means, as the chat does."""
    from dragoman.cli.answer import give
    from dragoman.cli.inputs import rulebook_of
    from dragoman.conversation.explaining import explained_in
    from dragoman.conversation.terms import glossary
    from dragoman.reference.json_form import explained_json
    from dragoman.views.reference import explained_view

    rulebook, asked = rulebook_of(given), " ".join(given.word)
    found = [explained_in(rulebook, word) for word in ([asked] if asked else glossary())]
    title = f"What {asked} means" if asked else "What words mean"
    return give(given, lambda: explained_view(found), lambda: explained_json(rulebook, found), title)


COMMAND = Command(
    "explain", "what a word means: of the program, of the report, of the rulebook", arguments, run, paged=True
)
