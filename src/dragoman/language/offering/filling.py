"""What stands in the slots of a fact that a line may speak of: who and what the line names, in the order of the phrase."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from dragoman.language.grammar.lexicon import GOVERNMENT, PEOPLE
from dragoman.language.grammar.phrases import Phrase
from dragoman.language.grammar.shapes import Shape
from dragoman.language.grammar.written import unit_stems, written_for
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.words.thesaurus import units
from dragoman.rulebook.forms import FactType, ValueSlot
from dragoman.rulebook.forms import Slot as KeySlot
from dragoman.values.entity import Entities
from dragoman.values.enumeration import Enumeration
from dragoman.values.kind import ValueKind
from dragoman.values.quantity import Quantity

_NAMED_BESIDE, _MEANT = 0.7, 0.8
"""To which part a slot counts for which somebody stands elsewhere in the line, or words that may stand for one of its own."""
_MISSING, _LEFT, _ABSENT, _FIGURE, _OTHER, _KIND = 0.45, 0.75, 0.75, 0.7, 0.95, 0.6
"""What makes a score less, and to which part of it: a slot that stays empty, a name that fills none, one that the phrase has
and the line has not, a number that fills none, another word than the phrase says by itself, a
government for its people."""


def _positive(word: str) -> str:
    """What a comparative is made of, if it is one: `busy` of `busier`, `weak` of `weaker`."""
    return f"{word[:-3]}y" if word.endswith("ier") else word.removesuffix("er")


class Filled(NamedTuple):
    """The slots that could be filled, and how well that fits: 1 where nothing is missing and nothing is left."""

    values: dict[str, str]
    fit: float


class Filler:
    """Fills slots from one part of a line."""

    def __init__(self, line: Line, start: int, end: int, numbers: Collection[ValueKind] = ()) -> None:
        """`numbers` are the kinds of number that the rulebook has."""
        self.has_figure = any(self._is_sure(line, place, kind) for place in range(start, end) for kind in numbers)
        """Whether the line has a number that a fact would need."""
        self.line, self.start, self.end = line, start, end
        counted = (unit_stems(kind) for kind in numbers if isinstance(kind, Quantity))
        self.units = {stems[0] for stems in counted if stems}
        """The first word of each unit of the rulebook."""
        self.mentions = [*self._mentions()]
        self._meant: dict[Enumeration, str] = {}
        self._figures: dict[int, str] = {}
        self._taken: dict[tuple[int, str], bool] = {}
        """By the identity of a kind, which outlives the line, what it takes of it: the same is asked of every type."""
        self._spoken = [spoken for place in range(start, end) for _, spoken in line.spoken[place]]
        self.places = {place for place, _ in self.mentions}
        self.listed = dict.fromkeys(
            mention.names
            for place in range(start, end)
            for mention in line.mentions[place]
            if len(mention.names) > 1 and not mention.excluded and place not in line.attributed
        )
        """Those who are named together."""
        self.names = {mention.names[0] for _, mention in self.mentions}
        self.beside = [*dict.fromkeys(self._beside())]
        """Those whom the line names outside of the part, the nearest before it first."""

    @staticmethod
    def _is_sure(line: Line, place: int, kind: ValueKind) -> bool:
        figure = line.figures[place]
        written = written_for(kind, figure, line.tokens) if figure is not None else None
        return written is not None and written.is_sure

    def has_sure(self, kind: ValueKind) -> bool:
        """Whether a figure is there with the unit of a kind of number."""
        return any(self._is_sure(self.line, place, kind) for place in range(self.start, self.end))

    def _mentions(self) -> Iterator[tuple[int, Mention]]:
        for place in range(self.start, self.end):
            for mention in self.line.mentions[place]:
                if mention.kind != PRONOUN and len(mention.names) == 1 and place not in self.line.attributed:
                    yield place, mention

    def _beside(self) -> Iterator[str]:
        line = self.line
        within = (at for at in range(self.start, self.end) if at in line.attributed)
        for at in (*within, *range(self.start - 1, -1, -1), *range(self.end, len(line))):
            for mention in line.mentions[at]:
                if mention.kind != PRONOUN and len(mention.names) == 1 and mention.names[0] not in self.names:
                    yield mention.names[0]

    def filled(self, fact: FactType, phrase: Phrase, shape: Shape) -> Filled:
        """What can stand in the slots of a fact, as the phrase has them."""
        slots = {slot.name: slot for slot in fact.slots}
        values = dict(phrase.fixed)
        order = [name for name in shape.slots if name not in values]
        order += [name for name in slots if name not in order and name not in values]
        own = {place for place, mention in self.mentions if mention.names[0] in shape.names}
        used: set[int] = set()
        missing = 1.0
        for name in self._turned(order, slots, shape):
            slot = slots[name]
            value = self._value(slot, used | own, used, values.values()) or self._value(
                slot, used, used, values.values()
            )
            if value:
                values[name] = value
            elif isinstance(slot.kind, Enumeration) and (meant := self.meant(slot.kind)):
                values[name] = meant
                missing *= _MEANT
            elif not (isinstance(slot, KeySlot) and slot.optional):
                missing *= _NAMED_BESIDE if self._is_beside(slot) else _MISSING
        fixed = {value for name, value in phrase.fixed if isinstance(slots[name].kind, Entities)}
        absent = len((fixed | shape.names) - self.names)
        others = sum(self._is_of_another(values.get(name, ""), kind) for name, kind in shape.kinds)
        left = len(self.places - used - own - self._named_with(values.values()))
        takes_figure = fact.value is not None and not isinstance(fact.value.kind, Enumeration)
        unused = self.has_figure and not takes_figure
        other = {name: said for name, value in phrase.fixed if (said := self._said_for(slots[name])) not in ("", value)}
        values |= other
        return Filled(
            values, missing * _LEFT**left * _ABSENT**absent * _FIGURE**unused * _OTHER ** len(other) * _KIND**others
        )

    def _is_of_another(self, name: str, kind: str) -> bool:
        """Whether a government is named where a phrase has people, or people where it has a government."""
        kinds = {mention.kind for _, mention in self.mentions if mention.names[0] == name}
        return kind not in kinds and (GOVERNMENT if kind == PEOPLE else PEOPLE) in kinds

    def _named_with(self, names: Collection[str]) -> set[int]:
        """Where those stand who are named in a list with one of these."""
        several = {name for group in self.listed if not set(names).isdisjoint(group) for name in group}
        return {place for place, mention in self.mentions if mention.names[0] in several} if several else set()

    def _is_beside(self, slot: KeySlot | ValueSlot) -> bool:
        """Whether somebody may be meant in a slot who stands elsewhere in the line."""
        entities, kind = self.line.grammar.lexicon.entities, slot.kind
        return isinstance(kind, Entities) and any(kind.takes(entities[name]) for name in self.beside)

    def _said_for(self, slot: KeySlot | ValueSlot) -> str:
        """The word that the line has for a slot; none if it stands for nothing else."""
        return self._word(slot, slot.kind) if isinstance(slot.kind, Enumeration) else ""

    def alike(self, fact: FactType, before: Mapping[str, str]) -> dict[str, str] | None:
        """The same fact of another: who, what and how much the line says in place of what was said; None if it says nothing."""
        values, used = dict(before), set[int]()
        changed: set[str] = set()
        for slot in fact.slots:
            if isinstance(slot.kind, Enumeration):
                value = self._word(slot, slot.kind) or self.meant(slot.kind)
            elif isinstance(slot.kind, Entities):
                value = self._named(slot.kind, used, used, ())
            else:
                value = self._figure(slot.kind) or self._bare()
            if value and value != before.get(slot.name):
                values[slot.name] = value
                changed.add(slot.name)
        names = [values[slot.name] for slot in fact.slots if isinstance(slot.kind, Entities) and slot.name in values]
        return values if changed and len(names) == len(set(names)) else None

    def _bare(self) -> str:
        """A number in digits that has no unit: it has that of what was said before."""
        texts = (
            self.line.texts[place] for place in range(self.start, self.end) if self.line.figures[place] is not None
        )
        return next((text for text in texts if text[:1].isdecimal() and "," not in text), "")

    def meant(self, kind: Enumeration) -> str:
        """The word of an enumeration that words of the line may stand for, if it is one alone (`flat` for stable)."""
        if kind not in self._meant:
            stems = self.line.grammar.lexicon.stems_of
            found = [word for word in kind.words if not stems[word].isdisjoint(self._heads)]
            self._meant[kind] = found[0] if len(found) == 1 else ""
        return self._meant[kind]

    @cached_property
    def _heads(self) -> frozenset[str]:
        """The stems of what is said, and of what that may stand for."""
        said = [token.stem for token in self.line.tokens[self.start : self.end] if token.is_word]
        return frozenset(head for unit in units(said) for head in unit.heads)

    def others(self, fact: FactType, values: Mapping[str, str]) -> Iterator[dict[str, str]]:
        """The same with two entities the other way round, or with another one that the line names."""
        entities = self.line.grammar.lexicon.entities
        kinds = {slot.name: slot.kind for slot in fact.slots if isinstance(slot.kind, Entities) and slot.name in values}
        for (one, kind), (other, its_kind) in combinations(kinds.items(), 2):
            if kind.takes(entities[values[other]]) and its_kind.takes(entities[values[one]]):
                yield {**values, one: values[other], other: values[one]}
        for name, kind in kinds.items():
            for _, mention in self.mentions:
                if mention.names[0] not in values.values() and kind.takes(entities[mention.names[0]]):
                    yield {**values, name: mention.names[0]}

    def _turned(self, order: list[str], slots: dict[str, KeySlot | ValueSlot], shape: Shape) -> list[str]:
        """The order of the line: the other way round where it says by whom and the phrase does not."""
        named = [name for name in order if isinstance(slots[name].kind, Entities)]
        says_by = any(place and self.line.texts[place - 1] == "by" for place in self.places)
        if shape.is_passive or not says_by or len(named) < 2:
            return order
        swap = {named[0]: named[1], named[1]: named[0]}
        return [swap.get(name, name) for name in order]

    def _value(self, slot: KeySlot | ValueSlot, kept: set[int], used: set[int], taken: Collection[str]) -> str:
        """What the line has for a slot, outside of what is `kept`; an entity in one slot is none for another."""
        if isinstance(slot.kind, Enumeration):
            return self._word(slot, slot.kind)
        if isinstance(slot.kind, Entities):
            return self._named(slot.kind, kept, used, taken)
        return self._figure(slot.kind)

    def _figure(self, kind: ValueKind) -> str:
        """The first number that fits; one in digits goes before one in words (`almost half, 45 percent`)."""
        found = self._figures.get(id(kind))
        if found is None:
            found = self._figures[id(kind)] = self._first_figure(kind)
        return found

    def _first_figure(self, kind: ValueKind) -> str:
        found = ""
        for place in range(self.start, self.end):
            figure = self.line.figures[place]
            written = written_for(kind, figure, self.line.tokens) if figure is not None else None
            if written is not None and not written.is_sure and self._is_of_another_unit(written.end):
                continue
            if written is not None and any(one.text[:1].isdecimal() for one in self.line.tokens[place : written.end]):
                return written.text
            found = found or (written.text if written is not None else "")
        return found

    def _is_of_another_unit(self, end: int) -> bool:
        """Whether behind a figure stands the unit of other slots: two hours are no minutes."""
        return end < len(self.line) and self.line.tokens[end].stem in self.units

    def _word(self, slot: KeySlot | ValueSlot, kind: Enumeration) -> str:
        for spoken in self._spoken:
            if spoken.word in kind.words and spoken.slot in ("", slot.name):
                return spoken.word
        return ""

    def can_have(self, slot: KeySlot | ValueSlot) -> bool:
        """Whether the line has anything for a slot, whatever it has for the others."""
        if isinstance(slot.kind, Enumeration):
            return bool(self._word(slot, slot.kind))
        if isinstance(slot.kind, Entities):
            return any(self._takes(slot.kind, name) for name in self.names)
        return bool(self._figure(slot.kind))

    def _takes(self, kind: Entities, name: str) -> bool:
        found = self._taken.get((id(kind), name))
        if found is None:
            found = self._taken[id(kind), name] = kind.takes(self.line.grammar.lexicon.entities[name])
        return found

    def _named(self, kind: Entities, kept: set[int], used: set[int], taken: Collection[str]) -> str:
        for place, mention in self.mentions:
            name = mention.names[0]
            if place in kept or name in taken or not self._takes(kind, name):
                continue
            used.update(range(place, mention.end))
            return name
        return ""
