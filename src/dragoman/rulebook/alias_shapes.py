"""What else people call an entity: names in a list, or names by what kind of naming each is.

    aliases: [Kazakh, Astana]                                        any of them, of no known kind
    aliases: {adjective: [Kazakh], people: [Kazakhs], capital: [Astana], leader: [Tokayev], name: [KZ]}

The kinds matter to who reads plain English: a people has opinions, a capital and a leader speak for a government.
"""

from __future__ import annotations

from dragoman.source import nodes
from dragoman.source.entries import Entry, may
from dragoman.source.many import Either, ListOf
from dragoman.source.nodes import Node
from dragoman.source.shapes import TEXT

_TEXTS = ListOf(TEXT, or_one=True)


class AliasesEntry(Entry, what="names by kind"):
    """Other names of an entity, by what kind of naming each is."""

    name = may(_TEXTS, "Other names of the whole: abbreviations, codes, older names.", "a name")
    adjective = may(_TEXTS, "What stands before a noun: Norwegian, Bergen (city hall).", "an adjective")
    people = may(_TEXTS, "The people: Norwegians, the people of Bergen.", "a people")
    capital = may(_TEXTS, "What stands for its government: a capital, a palace, a ministry.", "a capital")
    leader = may(_TEXTS, "Who leads it, and so speaks for its government.", "a leader")
    city = may(_TEXTS, "Other places in it, which stand for it as a place.", "a city")


def _is_by_kind(node: Node) -> bool:
    return isinstance(node, nodes.Mapping)


ALIASES = Either(_TEXTS, AliasesEntry, _is_by_kind)
"""Either of the two."""


def flat(aliases: tuple[str, ...] | AliasesEntry) -> tuple[str, ...]:
    """All names, of whatever kind."""
    return aliases if isinstance(aliases, tuple) else tuple(kinds(aliases))


def kinds(aliases: tuple[str, ...] | AliasesEntry) -> dict[str, str]:
    """The kind of each name that has one."""
    if isinstance(aliases, tuple):
        return {}
    return {text: kind for kind in AliasesEntry.form.keys for text in getattr(aliases, kind)}
