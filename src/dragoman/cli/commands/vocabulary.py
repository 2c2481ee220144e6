"""`dragoman vocabulary [TYPE|WORD]`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit

_WORD = "one fact type; or a word or two to look for in names, questions, sentences and in what people call things"


def arguments(parser: ArgumentParser) -> None:
    """All fact types, one, or those with a word."""
    parser.add_argument("word", metavar="TYPE|WORD", nargs="*", help=_WORD)
    options.document(parser)
    options.rulebook(parser)
    options.parameters(parser)


def run(given: Namespace) -> Exit:
    """Show all fact types, one whole, or those in which a word is found."""
    from dragoman.cli.answer import give
    from dragoman.cli.inputs import rulebook_of
    from dragoman.reference.json_form import vocabulary_json
    from dragoman.reference.search import search
    from dragoman.views.reference import hits_view
    from dragoman.views.rulebook import fact_type_view, vocabulary_view

    rulebook, word = rulebook_of(given), " ".join(given.word)
    if not word:
        every = [(fact, None) for fact in rulebook.facts.values()]
        return give(given, lambda: vocabulary_view(rulebook), lambda: vocabulary_json(rulebook, every))
    one = rulebook.facts.get(word)
    if one is not None:
        return give(given, lambda: fact_type_view(rulebook, one), lambda: vocabulary_json(rulebook, [(one, None)]))
    hits = search(rulebook, word)
    found = [(rulebook.facts[hit.fact], hit) for hit in hits]
    return give(given, lambda: hits_view(rulebook, word, hits), lambda: vocabulary_json(rulebook, found))


COMMAND = Command("vocabulary", "the fact types, one of them whole, or those with a word", arguments, run, paged=True)
