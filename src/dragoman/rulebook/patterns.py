"""One fact type with its slots in braces, as rules, cases and facts write it.

The same reader serves all of them, so that a slot, an entity or a word is resolved, and a mistake
in it worded, in one way only.
"""

from __future__ import annotations

from collections.abc import Mapping as MappingType
from typing import TypeVar

from dragoman.form import form
from dragoman.rulebook.forms import (
    Blank,
    FactType,
    Parameter,
    Pattern,
    Slot,
    Term,
    Variable,
)
from dragoman.source.braces import Fact, Stated
from dragoman.source.entries import Entry
from dragoman.source.names import NAME, did_you_mean, lookup
from dragoman.source.nodes import Mapping, Node, Scalar, Sequence, kind_of, shorten
from dragoman.source.reading import Reading
from dragoman.values.entity import Entity
from dragoman.values.kind import Test

B = TypeVar("B", bound=Entry)


@form
class Names:
    """What a pattern may speak of."""

    facts: MappingType[str, FactType]
    entities: MappingType[str, Entity]
    parameters: MappingType[str, Parameter]


def resolve_fact(reading: Reading, names: Names, stated: Stated[B]) -> tuple[FactType, Mapping] | None:
    """The fact type of what is stated, and its slots."""
    fact = lookup(reading, stated.key, names.facts, "101", "fact type")
    if fact is None:
        return None
    node = stated.slots
    if not isinstance(node, Mapping):
        slots = ", ".join((*fact.key_names, *((fact.value.name,) if fact.value else ())))
        shape = f"'{fact.name}: {{{slots}: ...}}'" if slots else f"'{fact.name}: {{}}'"
        reading.note(node.place, "012", f"'{fact.name}' takes its slots in braces, {shape}, found {kind_of(node)}")
        return None
    return fact, node


def read_pattern(reading: Reading, names: Names, node: Node, shape: Fact[B], blank: Blank) -> Pattern | None:
    """A pattern of a rule, a `forget` or a question. `blank` says what a key slot means that is left out."""
    stated = shape.parts(reading, node)
    return pattern_of(reading, names, stated, shape, blank) if stated else None


def pattern_of(
    reading: Reading, names: Names, stated: Stated[B], shape: Fact[B], blank: Blank, what: str = ""
) -> Pattern | None:
    """The pattern that is stated; `what` is what messages call it, if not as its shape says.

    A slot left out with `Blank.MISSING` must be optional.
    """
    what, variables = what or shape.what, shape.variables
    split = resolve_fact(reading, names, stated)
    if split is None:
        return None
    fact, slots = split
    values = slot_nodes(reading, fact, slots)
    if fact.label and fact.label in values:
        reading.note(values[fact.label].place, "308", f"'{fact.label}' is a label, which nothing can test")
    terms: list[Term | None] = []
    for slot in fact.keys:
        if slot.name in values:
            terms.append(read_term(reading, names, fact, slot, values[slot.name], variables=variables))
        elif blank is Blank.MISSING and not slot.optional:
            if is_spelt(values, slots):
                reading.note(stated.place, "207", f"{what} of '{fact.name}' must name the slot '{slot.name}'")
            terms.append(None)
        else:
            terms.append(blank)
    test: Test | None = None
    if fact.value and fact.value.name in values:
        value = values[fact.value.name]
        if variables:
            test = _read_test(reading, names, fact, value)
        else:
            reading.note(value.place, "208", f"{what} names key slots only; '{fact.value.name}' is the value")
    if None in terms:
        return None
    return Pattern(fact.name, in_order(fact, [term for term in terms if term is not None]), test, stated.place)


def slot_nodes(reading: Reading, fact: FactType, slots: Mapping) -> dict[str, Node]:
    """The nodes under the slots of a fact; an unknown slot is noted with the nearest right name."""
    known = {*fact.key_names, *((fact.value.name,) if fact.value else ()), *((fact.label,) if fact.label else ())}
    found: dict[str, Node] = {}
    for key, value in slots.entries:
        if key.text in known:
            found[key.text] = value
        else:
            hint = did_you_mean(key.text, known) or (f"; it has {', '.join(sorted(known))}" if known else "")
            reading.note(key.place, "102", f"'{fact.name}' has no slot '{shorten(key.text)}'{hint}")
    return found


def is_spelt(values: MappingType[str, Node], slots: Mapping) -> bool:
    """Whether all slots have right names: else a slot that seems to be missing is one that was misspelt."""
    return len(values) == len(slots.entries)


def read_term(
    reading: Reading, names: Names, fact: FactType, slot: Slot, node: Node, *, variables: bool
) -> Term | None:
    """A variable, an entity or a word in a key slot."""
    if not isinstance(node, Scalar):
        cure = "; write a rule for each (a group says the rest once), or leave the slot out for any value"
        several = cure if variables and isinstance(node, Sequence) else ""
        reading.note(node.place, "012", f"the slot '{slot.name}' takes one value, found {kind_of(node)}{several}")
        return None
    if node.text.startswith("$"):
        name = node.text[1:]
        if not variables:
            reading.note(node.place, "312", f"'{shorten(node.text)}' is a variable, which only rules have")
        elif not NAME.match(name):
            reading.note(node.place, "013", f"'{shorten(node.text)}' is no usable variable; write $name")
        else:
            return Variable(name)
        return None
    return slot.kind.read_key(reading, node, slot.name, fact.name, names.entities, is_told=not variables) or None


def _read_test(reading: Reading, names: Names, fact: FactType, node: Node) -> Test | None:
    slot = fact.value
    if slot is None:
        return None
    if isinstance(node, Scalar) and node.text.startswith("$"):
        message = f"'{shorten(node.text)}' is a variable; '{slot.name}' is a value, which rules test and never join"
        reading.note(node.place, "312", message)
        return None
    return slot.kind.read_test(reading, node, f"'{slot.name}'", names.parameters)


def not_taken(names: Names, fact: FactType, slot: Slot, value: str, variable: str, *, narrows: bool = False) -> str:
    """What to say of a slot that does not take what a variable can be; `narrows` where another condition can help."""
    message = f"'{slot.name}' of '{fact.name}' does not take '{value}', which '${variable}' can be"
    if value in names.entities and names.entities[value].members:
        return (
            f"{message}; '{value}' is a group, which '${variable}' can be because its slots in 'when' say 'spread: none': say "
            f"it of '{slot.name}' too, take it away there, or bind '${variable}' in a slot that takes no groups as well"
        )
    if not narrows:
        return message
    return (
        f"{message}; give '{slot.name}' the same types, or narrow '${variable}' by one more condition in 'when', whose slot "
        f"takes no more than '{slot.name}'"
    )


def in_order(fact: FactType, terms: list[Term]) -> tuple[Term, ...]:
    """The terms with the two symmetric slots in alphabetical order, where both are constants.

    Variables are left alone: `program.normal` makes both readings of them.
    """
    if fact.symmetric:
        one, two = fact.symmetric
        first, second = terms[one], terms[two]
        if isinstance(first, str) and isinstance(second, str) and first > second:
            terms[one], terms[two] = second, first
    return tuple(terms)
