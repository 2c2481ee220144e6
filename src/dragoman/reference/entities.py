"""Whom and what facts can be about, with every name that may be used for it."""

from __future__ import annotations

from dragoman.errors import UnknownNameError
from dragoman.reference.forms import EntityEntry
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.lookup import targets
from dragoman.source.names import did_you_mean
from dragoman.source.nodes import shorten
from dragoman.values.entity import Entity


def entity_list(rulebook: Rulebook, word: str = "") -> tuple[EntityEntry, ...]:
    """All entities in the order of the vocabulary, or those with `word` in a name, title, alias or type.

    Of a word that is the whole name of some of them, these alone.

    Raises:
        UnknownNameError: if the word is in none; the message offers the nearest.
    """
    possible = frozenset(targets(rulebook))
    entries = [_entry(rulebook, one, is_target=one.name in possible) for one in rulebook.entities.values()]
    wanted = " ".join(word.casefold().split())
    if not wanted:
        return tuple(entries)
    whole = tuple(one for one in entries if wanted in _names(one))
    found = whole or tuple(one for one in entries if any(wanted in name for name in (*_names(one), *_types(one))))
    if not found:
        known = {name for one in entries for name in (*_names(one), *_types(one))}
        raise UnknownNameError(f"there is no entity with '{shorten(word)}' in its names{did_you_mean(wanted, known)}")
    return found


def _entry(rulebook: Rulebook, one: Entity, *, is_target: bool) -> EntityEntry:
    instrument = rulebook.instruments.get(one.name)
    return EntityEntry(
        name=one.name,
        title=one.title,
        types=tuple(sorted(one.types)),
        aliases=tuple(alias for alias in one.aliases if alias != one.title),
        members=one.members,
        groups=tuple(group.name for group in rulebook.entities.values() if one.name in group.members),
        document=" ".join(instrument.document.split()) if instrument else "",
        is_target=is_target,
    )


def _names(one: EntityEntry) -> tuple[str, ...]:
    return tuple(text.casefold() for text in (one.name, one.title, *one.aliases))


def _types(one: EntityEntry) -> tuple[str, ...]:
    return tuple(kind.replace("_", " ") for kind in one.types)
