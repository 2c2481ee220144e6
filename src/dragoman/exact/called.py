"""What conclusions are called together, and what stands in a sentence for whom they are for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.advice.recommended import listed
from dragoman.advice.statement_wording import StatementWording
from dragoman.rulebook.forms import Atom
from dragoman.rulebook.words import fill

Called = Mapping[str, str]
"""What stands for an entity in sentences, by its name."""


def stand_in(voices: StatementWording, atom: Atom) -> Called:
    """`the state` for whom a conclusion is for; empty if it is for nobody."""
    fact = voices.rulebook.facts[atom.fact]
    target = voices.target(fact)
    for slot, value in zip(fact.keys, atom.key, strict=True):
        if slot.name == target and value is not None:
            entity = voices.rulebook.entities.get(value)
            kind = next((kind for kind in slot.types if entity and kind in entity.types), slot.name)
            return {value: f"the {kind.replace('_', ' ')}"}
    return {}


def apart(voices: StatementWording, atom: Atom) -> tuple[str, ...]:
    """Its type and all that stands in its slots but whom it is for: what is alike in this can be told together."""
    target = voices.target(voices.rulebook.facts[atom.fact])
    return atom.fact, *(value or "" for slot, value in voices.slots(atom) if slot != target)


def title(voices: StatementWording, atoms: Sequence[Atom], called: Called | None = None) -> str:
    """Conclusions that differ only in whom they are for: a recommendation by its short title, else as a sentence."""
    fact = voices.rulebook.facts[atoms[0].fact]
    words, target = voices.wording.slots(fact, atoms[0].key), voices.target(fact)
    if target:
        place = fact.key_names.index(target)
        names = [atom.key[place] or "" for atom in atoms]
        everyone = voices.everyone(fact, target, names, short=True)
        words[target] = everyone or listed([(called or {}).get(name) or voices.title(name) for name in names if name])
    template = voices.rulebook.recommendations.get(fact.name)
    return fill(template.short if template else fact.says, words)
