"""Statements as they are shown: the sentence, whose word it is, and where it stands."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from dragoman.advice.forms import SlotValue, Voice, where
from dragoman.rulebook.forms import Atom, Blank, FactType, Rulebook, Slot
from dragoman.rulebook.lookup import takes_a_target
from dragoman.rulebook.words import VocabularyWording, capital, fill
from dragoman.situation.answers import stated
from dragoman.situation.evidence import Known
from dragoman.situation.forms import CATALOGUE_LAYER, CHAT_LAYER, Said, Source, Statement


class StatementWording:
    """Words what was told, with whose word it is, and what is known because of it; many atoms in one sentence too.

    What it says hangs on the rulebook alone, so that sentences are kept from one evaluation to the next: see :func:`wording_of`.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.wording = VocabularyWording(rulebook)
        self._groups = tuple(entity for entity in rulebook.entities.values() if entity.members)
        self._group_of = {frozenset(group.members): group for group in reversed(self._groups)}  # the first of several
        self._targets: dict[str, str] = {}
        self._names: dict[str, tuple[str, ...]] = {}
        self._slots: dict[Atom, tuple[SlotValue, ...]] = {}
        self._sentences: dict[Atom, str] = {}
        self._locators: dict[str, tuple[str, ...]] = {}
        self._reasons: dict[tuple[str, tuple[tuple[str, str], ...]], str] = {}

    def of(self, statement: Statement) -> Voice:
        """One statement, said of one atom."""
        said = statement.said
        return Voice(
            fact=said.fact,
            slots=self.slots(statement.atom),
            value=said.value,
            says=self.says(statement),
            holds=said.holds,
            source=source_words(said.source),
            at=said.at,
            place=self.place(said),
            likelihood=said.told_as,
            date=said.date.isoformat() if said.date else "",
            note="; ".join(self._notes(statement)),
            words=said.words,
        )

    def says(self, statement: Statement) -> str:
        """The statement as it was made: `unlikely` that it is so, which counts as a denial, is no denial in words."""
        fact, said = self.rulebook.facts[statement.atom.fact], statement.said
        if said.is_stated and fact.value is None:
            if said.label:
                return fill(fact.says, {**self.wording.slots(fact, statement.atom.key), fact.label: said.label})
            return self.atom(statement.atom, None)
        say = self.wording.sentence if said.is_stated else self.wording.denial
        return say(fact, statement.atom.key, self._value(said))

    def whole(self, said: Said, value: str | None = None, called: Mapping[str, str] | None = None) -> str:
        """The same in one sentence where it was said of a group, or of all values of a slot that it leaves out.

        `value` are other words for its value, `called` are words that stand for entities, by name.
        """
        fact = self.rulebook.facts[said.fact]
        words = {**self.wording.slots(fact, said.terms, value or self._value(said)), fact.label: said.label}
        for slot, term in zip(fact.keys, said.terms, strict=True):
            if called and isinstance(term, str) and term in called:
                words[slot.name] = called[term]
            elif isinstance(term, str) and len(slot.kind.reach(term, self.rulebook.entities)) > 1:
                words[slot.name] = (
                    self.everyone(fact, slot.name, self.rulebook.entities[term].members) or words[slot.name]
                )
        if said.is_stated:
            return fill(fact.says, words)
        return fill(fact.denies, words) if fact.denies else f"it is not the case that {fill(fact.says, words)}"

    def place(self, said: Said) -> str:
        """Where it was said, the same on every machine: a file as it was named, the chat line, or `fact 3`."""
        return said.place.source if said.layer == CHAT_LAYER and said.place.column else str(said.place)

    def where(self, said: Said) -> str:
        """The same, with the words that were said there in plain English."""
        return where(self.place(said), said.words)

    def slots(self, atom: Atom) -> tuple[SlotValue, ...]:
        """The key of an atom with the names of its slots."""
        if atom not in self._slots:
            self._slots[atom] = tuple(map(SlotValue, self.names(atom.fact), atom.key))
        return self._slots[atom]

    def names(self, fact: str) -> tuple[str, ...]:
        """The names of the key slots of a fact type, looked up once."""
        if fact not in self._names:
            self._names[fact] = self.rulebook.facts[fact].key_names
        return self._names[fact]

    def because(self, rule: str, bindings: tuple[tuple[str, str], ...]) -> str:
        """The sentence of a rule with its variables filled."""
        found = self._reasons.get((rule, bindings))
        if found is None:
            told = self.rulebook.rules[rule]
            titles = {name: self.wording.variable(told, name, value) for name, value in bindings}
            found = self._reasons[rule, bindings] = capital(fill(told.because, titles))
        return found

    def locators(self, rule: str) -> tuple[str, ...]:
        """The passages that a rule rests on, through its claims."""
        found = self._locators.get(rule)
        if found is None:
            claims = (self.rulebook.claims[claim] for claim in self.rulebook.rules[rule].claims)
            found = self._locators[rule] = tuple(dict.fromkeys(locator for claim in claims for locator in claim.at))
        return found

    def title(self, value: str) -> str:
        """The title of an entity, or a word with spaces."""
        entity = self.rulebook.entities.get(value)
        return entity.title if entity else value.replace("_", " ")

    def titled(self, fact: str, slot: str, value: str) -> str:
        """What stands in a key slot as people write it, an entity by its title; empty if nothing does."""
        kind = next((one.kind for one in self.rulebook.facts[fact].keys if one.name == slot), None)
        return kind.title(value, self.rulebook.entities) if kind is not None and value else ""

    # -- many at once

    def target(self, fact: FactType) -> str:
        """The slot that says for whom: facts that differ in it only are shown together.

        Of a recommendation the one that it names; else the first that could hold whom a recommendation is for, or where
        there is none, the first that a group could fill.
        """
        if fact.name not in self._targets:
            self._targets[fact.name] = self._target(fact)
        return self._targets[fact.name]

    def _target(self, fact: FactType) -> str:
        if fact.name in self.rulebook.recommendations:
            return self.rulebook.recommendations[fact.name].target
        aimed = (slot.name for slot in fact.keys if slot.types and takes_a_target(self.rulebook, slot))
        return next(chain(aimed, (slot.name for slot in fact.keys if self._takes_members(slot))), "")

    def _takes_members(self, slot: Slot) -> bool:
        return any(group.types & set(slot.types) for group in self._groups)

    def everyone(self, fact: FactType, slot: str, names: Sequence[str], *, short: bool = False) -> str:
        """`each state of Central Asia`, `short` each state, if `names` are all members of a group; else the empty string."""
        if len(names) < 2:
            return ""
        group = self._group_of.get(frozenset(names))
        found = next((key for key in fact.keys if key.name == slot), None)
        if group is None or found is None:
            return ""
        kind = next((kind for kind in found.types if kind in group.types), "member")
        each = f"each {kind.replace('_', ' ')}"
        return each if short else f"{each} of {group.title}"

    def together(self, atoms: Iterable[Atom], *, denied: bool = False) -> Iterator[str]:
        """Sentences, in the order of the atoms; those that differ only in the member of a group are one."""
        groups: dict[tuple[str, tuple[str | None, ...]], list[Atom]] = {}
        for atom in atoms:
            fact = self.rulebook.facts[atom.fact]
            target = self.target(fact)
            others = tuple(v for slot, v in zip(fact.keys, atom.key, strict=True) if slot.name != target)
            groups.setdefault((atom.fact, others), []).append(atom)
        for group in groups.values():
            yield self._joined(group, denied=denied)

    def _joined(self, atoms: list[Atom], *, denied: bool) -> str:
        fact = self.rulebook.facts[atoms[0].fact]
        sentence = self.wording.denial(fact, atoms[0].key) if denied else self.atom(atoms[0], None)
        target = self.target(fact)
        if not target or len(atoms) == 1:
            return sentence
        names = [atom.key[fact.key_names.index(target)] or "" for atom in atoms]
        everyone = self.everyone(fact, target, names)
        if everyone and not denied:
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

    def question(self, atom: Atom) -> str:
        """The question that is answered by what is told of an atom."""
        fact = self.rulebook.facts[atom.fact]
        return fill(fact.question or fact.says, self.wording.slots(fact, atom.key))

    def atom(self, atom: Atom, known: Known | None) -> str:
        """An atom as a sentence, with its value where one is known."""
        if known is not None and known.firm and self.rulebook.facts[atom.fact].value is not None:
            return self.known(known)
        if atom not in self._sentences:
            self._sentences[atom] = self.wording.sentence(self.rulebook.facts[atom.fact], atom.key)
        return self._sentences[atom]

    def _says_label(self, said: Said) -> bool:
        """Whether the sentence of the statement has its label in it."""
        fact = self.rulebook.facts[said.fact]
        return said.is_stated and f"{{{fact.label}}}" in fact.says

    def _value(self, said: Said) -> str | None:
        slot = self.rulebook.facts[said.fact].value
        return slot.kind.says(said.value) if slot and said.value is not None else None

    def _notes(self, statement: Statement) -> list[str]:
        said = statement.said
        if statement.atom.key == said.terms and not (said.label or said.until or said.origin or said.note):
            return ["from the catalogue of instruments"] if said.layer == CATALOGUE_LAYER else []
        groups = [
            self.rulebook.entities[term].title
            for term, value in zip(said.terms, statement.atom.key, strict=True)
            if not isinstance(term, Blank)
            and term != value
            and term in self.rulebook.entities
            and self.rulebook.entities[term].members
        ]
        return [
            *([said.label] if said.label and not self._says_label(said) else []),
            *([f"told of {' and '.join(groups)}"] if groups else []),
            *([f"until {said.until.isoformat()}"] if said.until else []),
            *([f"inherited from {said.origin}"] if said.origin else []),
            *(["from the catalogue of instruments"] if said.layer == CATALOGUE_LAYER else []),
            *([said.note.removesuffix(".")] if said.note else []),
        ]


_KEPT: deque[StatementWording] = deque(maxlen=4)


def wording_of(rulebook: Rulebook) -> StatementWording:
    """The wording of a rulebook: of the last few the same again, with the sentences that it has made."""
    for kept in tuple(_KEPT):
        if kept.rulebook is rulebook:
            return kept
    _KEPT.append(made := StatementWording(rulebook))
    return made


def source_words(source: Source | None) -> str:
    """Title and grade."""
    if source is None:
        return ""
    return f"{source.title} ({source.grade})" if source.grade else source.title
