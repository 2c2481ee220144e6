"""Every sentence that the program prints about a fact that can be told, with the fact that it must be read back as."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice, product
from typing import NamedTuple

from dragoman.errors import Place
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.telling.teller import checked_slots
from dragoman.rulebook.forms import FactType, Rulebook
from dragoman.rulebook.words import VocabularyWording
from dragoman.source.nodes import Scalar
from dragoman.source.reading import Reading
from dragoman.values.entity import Entities
from dragoman.values.enumeration import Enumeration
from dragoman.values.kind import Value


class Said(NamedTuple):
    """A sentence of the program, and its fact."""

    fact: str
    slots: Mapping[str, object]
    holds: bool
    sentence: str


def sentences(rulebook: Rulebook, grammar: Grammar, most: int = 8) -> Iterator[Said]:
    """For each type some fillings, spread over all there are: said, and denied where that can be."""
    wording = VocabularyWording(rulebook)
    for fact in grammar.told.values():
        for values in _spread(list(islice(fillings(rulebook, fact), 4000)), most):
            for holds in (True, False):
                slots = checked_slots(rulebook, fact, values, holds)
                if slots is not None:
                    yield Said(fact.name, slots, holds, _sentence(wording, fact, values, holds=holds))


def _sentence(wording: VocabularyWording, fact: FactType, values: Mapping[str, str], *, holds: bool) -> str:
    say = wording.sentence if holds else wording.denial
    value = None
    if fact.value is not None:
        read = _value(fact, values[fact.value.name])
        value = fact.value.kind.says(read) if read is not None else None
    return say(fact, tuple(values.get(slot.name) for slot in fact.keys), value)


def _value(fact: FactType, text: str) -> Value | None:
    return fact.value.kind.read(Reading("FA"), Scalar(text, True, Place("")), "it") if fact.value else None


def fillings(rulebook: Rulebook, fact: FactType) -> Iterator[dict[str, str]]:
    """Something for every slot, each way in turn, as a file has it."""
    choices: list[list[tuple[str, str | None]]] = []
    for slot in fact.keys:
        values: list[str | None] = [*slot.kind.choices(rulebook.entities, is_told=True)]
        choices.append([(slot.name, value) for value in (*values, *((None,) if slot.optional else ()))])
    if fact.value is not None:
        kind = fact.value.kind
        told = kind.words if isinstance(kind, Enumeration) else ("4", "42.5", "35..45", ">=8", "<=12")
        choices.append([(fact.value.name, one) for one in told])
    for combination in product(*choices):
        values_of = {name: value for name, value in combination if value is not None}
        pair = fact.symmetric_names
        entities = [values_of.get(slot.name) for slot in fact.keys if isinstance(slot.kind, Entities)]
        if len(set(entities)) == len(entities) and not (pair and values_of[pair[0]] > values_of[pair[1]]):
            yield values_of


def _spread(fillings: list[dict[str, str]], most: int) -> list[dict[str, str]]:
    step = max(1, len(fillings) // most)
    return fillings[::step][:most]
