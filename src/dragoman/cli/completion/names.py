"""Names of a kind, for a shell that waits for them: whatever goes wrong, there are none, and nothing is said."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dragoman.cli.completion.kinds import Kind

if TYPE_CHECKING:
    from dragoman.rulebook.forms import Rulebook


def names(kind: Kind, rulebook: str | None, journal: str | None = None) -> list[str]:
    """All names of a kind that can be typed, each once: a name with a control character in it cannot."""
    from dragoman.errors import DragomanError

    try:
        found = list(_names(kind, rulebook, journal))
    except (DragomanError, OSError, ValueError):
        return []
    return [name for name in dict.fromkeys(found) if name and name.isprintable()]


def _names(kind: Kind, rulebook: str | None, journal: str | None) -> Iterable[str]:
    match kind:
        case Kind.SITUATIONS:
            from dragoman.rulebook.files import situations
            from dragoman.rulebook.installed import folder_of

            return (path.stem for path in situations(folder_of(rulebook)))
        case Kind.RULEBOOKS:
            from dragoman.rulebook.installed import installed

            return installed()
        case Kind.SESSIONS:
            return _sessions(journal)
        case Kind.SCHEMAS:
            from dragoman.cli.answers import answer_schemas
            from dragoman.rulebook.shapes import KINDS

            return (*KINDS, *answer_schemas())
    from dragoman.rulebook.cache import load_rulebook

    return _of(kind, load_rulebook(rulebook))


def _of(kind: Kind, book: Rulebook) -> Iterable[str]:
    from dragoman.rulebook.forms import Origin

    match kind:
        case Kind.TARGETS:
            from dragoman.rulebook.lookup import targets

            return targets(book)
        case Kind.FACTS:
            return (
                fact.name for fact in book.facts.values() if fact.origin is not Origin.DERIVED and not fact.catalogue
            )
        case Kind.CONCLUSIONS:
            first = list(book.recommendations)
            return (*first, *(name for name, level in book.levels.items() if level))
        case Kind.PARAMETERS:
            return (f"{name}=" for name in book.parameters)
        case Kind.TERMS:
            from dragoman.conversation.terms import glossary

            cited = sorted({at for claim in book.claims.values() for at in claim.at})
            return (*glossary(), *book.parameters, *book.entities, *book.facts, *cited, *book.rules)
    return {Kind.ENTITIES: book.entities, Kind.RULES: book.rules, Kind.THRESHOLDS: book.parameters}[kind]


def _sessions(journal: str | None) -> Iterable[str]:
    import os
    from pathlib import Path

    from dragoman.journal.journal import Journal
    from dragoman.journal.places import default_path

    path = Path(journal) if journal else default_path(os.environ)
    with Journal.look(path) as kept:
        return ("last", *(row.id for row in kept.sessions()))
