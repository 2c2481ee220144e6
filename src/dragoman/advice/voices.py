"""Statements as they are shown: the sentence, whose word it is, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from dragoman.advice.forms import Voice
from dragoman.rulebook.forms import Atom, Blank, FactType, Rulebook
from dragoman.rulebook.likelihood import TOLD_WORDS, from_percent
from dragoman.rulebook.words import Wording, fill
from dragoman.situation.answers import stated
from dragoman.situation.evidence import Known
from dragoman.situation.forms import CATALOGUE_LAYER, CHAT_LAYER, Said, Source, Statement


class Voices:
    """Words statements of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.wording = Wording(rulebook)
        self._groups = tuple(entity for entity in rulebook.entities.values() if entity.members)

    def of(self, statement: Statement) -> Voice:
        """One statement, said of one atom."""
        said = statement.said
        return Voice(
            says=self.says(statement),
            holds=said.holds,
            source=source_words(said.source),
            at=said.at,
            place=self.place(said),
            likelihood=said.told_as,
            date=said.date.isoformat() if said.date else "",
            note="; ".join(self._notes(statement)),
        )

    def says(self, statement: Statement) -> str:
        """The statement as it was made: `unlikely` that it is so, which counts as a denial, is no denial in words."""
        fact, said = self.rulebook.facts[statement.atom.fact], statement.said
        say = self.wording.sentence if said.holds != is_turned(said) else self.wording.denial
        return say(fact, statement.atom.key, self._value(said))

    def whole(self, said: Said) -> str:
        """The same in one sentence where it was said of a group, or of all values of a slot that it leaves out."""
        fact = self.rulebook.facts[said.fact]
        words = self.wording.slots(fact, said.terms, self._value(said))
        for slot, term in zip(fact.keys, said.terms, strict=True):
            if isinstance(term, str) and len(slot.kind.reach(term, self.rulebook.entities)) > 1:
                words[slot.name] = (
                    self.everyone(fact, slot.name, self.rulebook.entities[term].members) or words[slot.name]
                )
        if said.holds != is_turned(said):
            return fill(fact.says, words)
        return fill(fact.denies, words) if fact.denies else f"it is not the case that {fill(fact.says, words)}"

    def place(self, said: Said) -> str:
        """Where it was said, the same on every machine: a file as it was named, or the chat line."""
        return said.place.source if said.layer == CHAT_LAYER else str(said.place)

    # -- many at once

    def target(self, fact: FactType) -> str:
        """The first slot that a group could fill: facts that differ in it only are shown together."""
        for slot in fact.keys:
            if any(group.types & set(slot.types) for group in self._groups):
                return slot.name
        return ""

    def everyone(self, fact: FactType, slot: str, names: Sequence[str]) -> str:
        """`each state of Central Asia` if `names` are all members of a group, else the empty string."""
        found = next((key for key in fact.keys if key.name == slot), None)
        for group in self._groups:
            if found and len(names) > 1 and set(group.members) == set(names):
                kind = next((kind for kind in found.types if kind in group.types), "member")
                return f"each {kind.replace('_', ' ')} of {group.title}"
        return ""

    def together(self, atoms: Iterable[Atom]) -> Iterator[str]:
        """Sentences, in the order of the atoms; those that differ only in the member of a group are one."""
        groups: dict[tuple[str, tuple[str | None, ...]], list[Atom]] = {}
        for atom in atoms:
            fact = self.rulebook.facts[atom.fact]
            target = self.target(fact)
            others = tuple(v for slot, v in zip(fact.keys, atom.key, strict=True) if slot.name != target)
            groups.setdefault((atom.fact, others), []).append(atom)
        for group in groups.values():
            yield self._joined(group)

    def _joined(self, atoms: list[Atom]) -> str:
        fact = self.rulebook.facts[atoms[0].fact]
        sentence = self.wording.sentence(fact, atoms[0].key)
        target = self.target(fact)
        if not target or len(atoms) == 1:
            return sentence
        names = [atom.key[fact.key_names.index(target)] or "" for atom in atoms]
        everyone = self.everyone(fact, target, names)
        if everyone:
            return fill(fact.says, {**self.wording.slots(fact, atoms[0].key), target: everyone})
        titles = (self.rulebook.entities[name].title for name in names[1:] if name in self.rulebook.entities)
        return f"{sentence} (likewise {', '.join(titles)})"

    def known(self, known: Known) -> str:
        """What is known of an atom as a sentence, its value as the span of all statements in force."""
        fact = self.rulebook.facts[known.atom.fact]
        if fact.value is None:
            positive = bool(known.for_it) or not known.firm
            say = self.wording.sentence if positive else self.wording.denial
            return say(fact, known.atom.key)
        value, affirms = fact.value.kind.known(stated(known))
        say = self.wording.sentence if affirms else self.wording.denial
        return say(fact, known.atom.key, value or None)

    def atom(self, atom: Atom, known: Known | None) -> str:
        """An atom as a sentence, with its value where one is known."""
        if known is not None and known.firm and self.rulebook.facts[atom.fact].value is not None:
            return self.known(known)
        return self.wording.sentence(self.rulebook.facts[atom.fact], atom.key)

    def _value(self, said: Said) -> str | None:
        slot = self.rulebook.facts[said.fact].value
        return slot.kind.says(said.value) if slot and said.value is not None else None

    def _notes(self, statement: Statement) -> list[str]:
        said = statement.said
        groups = [
            self.rulebook.entities[term].title
            for term, value in zip(said.terms, statement.atom.key, strict=True)
            if not isinstance(term, Blank)
            and term != value
            and term in self.rulebook.entities
            and self.rulebook.entities[term].members
        ]
        return [
            *([said.label] if said.label else []),
            *([f"told of {' and '.join(groups)}"] if groups else []),
            *([f"until {said.until.isoformat()}"] if said.until else []),
            *([f"inherited from {said.origin}"] if said.origin else []),
            *(["from the catalogue of instruments"] if said.layer == CATALOGUE_LAYER else []),
            *([said.note] if said.note else []),
        ]


def is_turned(said: Said) -> bool:
    """Whether it was said to be unlikely, and so counts as the contrary of its words."""
    told = said.told_as
    level = TOLD_WORDS.get(told) or (from_percent(Decimal(told.removesuffix(" %"))) if told else None)
    return level is not None and level.speaks_against


def source_words(source: Source | None) -> str:
    """Title and grade."""
    if source is None:
        return ""
    return f"{source.title} ({source.grade})" if source.grade else source.title
