"""One phrase against one place of a sentence: which words it takes, what stands in its slots, what was passed over.

The phrase goes through its automaton word by word; between its words only marks may stand (fillers, times, hedges,
negation ...), each with its effect on the fact. So nothing that was said is left out of account.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial
from typing import NamedTuple

from dragoman.language.clauses.bare import are_people
from dragoman.language.clauses.meant import Meant
from dragoman.language.grammar.derive import THERE
from dragoman.language.grammar.joint import Joint
from dragoman.language.grammar.lexicon import ADJECTIVE, ANY, GOVERNMENT, NAME, PEOPLE, Spoken
from dragoman.language.grammar.machine import Ent, Lit, Slot, Symbol
from dragoman.language.grammar.measured import measures
from dragoman.language.grammar.pools import Pool
from dragoman.language.grammar.written import counts_people, said_of_unit, written_for
from dragoman.language.line.line import PASSED, Line
from dragoman.language.line.mentions import OF_PLACE, PRONOUN, Mention
from dragoman.language.words import english
from dragoman.language.words.effects import Effect, Mark
from dragoman.language.words.stems import is_past_participle, is_simple_past, stem
from dragoman.rulebook.forms import FactType, ValueSlot
from dragoman.rulebook.forms import Slot as KeySlot
from dragoman.values.entity import Entities
from dragoman.values.enumeration import Enumeration
from dragoman.values.kind import ValueKind
from dragoman.values.quantity import Quantity

SKIP, COMMA, MARK, SLOT, DOUBT, ASPECT, TENSE, FURTHER, NEAR = 0.01, 0.3, 0.2, 0.05, 3.0, 0.15, 0.05, 0.1, 0.08
"""What it costs to pass over a filler, a comma, another mark; to fill a slot; to take a name of another kind;
to take one word for another."""
_KINDS = {
    "": (NAME, ADJECTIVE, ANY, GOVERNMENT, PEOPLE),
    "people": (PEOPLE, ANY),
    "gov": (GOVERNMENT, NAME, ANY, ADJECTIVE),
    "adj": (ADJECTIVE, ANY),
    "name": (NAME, ANY, GOVERNMENT),
    THERE: (),
}
_SPEAKING = frozenset(
    map(
        stem,
        english.lines(
            "in | understand | understands | speak | speaks | know | knows | learn | learns | teach | teaches | read | write"
        ),
    )
)
_FLUENTLY = frozenset({"well", "fluently", "badly", "better"})
_USED_TO = (stem("used"), stem("to"))
_HAD, _WAS = Mark(0, Effect.PAST, "had"), Mark(0, Effect.PAST, "was")
_MOST_STEPS = 4000


_A_PEOPLE = frozenset({PEOPLE, ADJECTIVE, ANY})


class Bound(NamedTuple):
    """What stands in a slot."""

    slot: str
    start: int
    end: int
    """The tokens; equal for what was left unsaid and taken over from the clause before."""
    mention: Mention | None = None
    words: tuple[str, ...] = ()
    figure: str = ""

    def is_same(self, other: Bound) -> bool:
        """Whether the same stands in the slot."""
        whom, whom_else = (one.mention and (one.mention.names, one.mention.excluded) for one in (self, other))
        return (whom, self.words, self.figure) == (whom_else, other.words, other.figure)


class Hit(NamedTuple):
    """A phrase found."""

    start: int
    end: int
    cost: float
    bound: tuple[Bound, ...]
    marks: tuple[tuple[int, Mark], ...]
    is_doubtful: bool
    """Whether something in it is only likely what it is taken for."""
    last: int
    """The token after the last that the phrase itself took."""


_PAST, _AS_IT = english.PAST_BE - {"had"}, frozenset({"it", "they"})
"""A `was` says what is over, but not that of `remains what it was`."""


class _Here(NamedTuple):
    """How far one way through the automaton has come."""

    state: int
    at: int
    cost: float
    bound: tuple[Bound, ...]
    marks: tuple[tuple[int, Mark], ...]
    is_doubtful: bool
    last: int


def _is_place_used(here: _Here) -> bool:
    """Whether a place that was passed over is that of somebody who stands in a slot."""
    if not any(mark.effect is Effect.PLACE for _, mark in here.marks):
        return True
    return any(one.mention is not None and one.mention.pronoun == OF_PLACE for one in here.bound)


class Matcher:
    """Matches the phrases of one fact type after the other against one sentence."""

    def __init__(self, line: Line, known: tuple[Mention, ...] = ()) -> None:
        self.line, self.known = line, known
        """Mentions of earlier lines, the latest first."""
        self.meant = Meant(line, known)
        self.entities = line.grammar.lexicon.entities
        self.steps = 0
        """Of all ways so far."""
        self.pool = Pool()
        self._taken: dict[tuple[int, tuple[str, ...], tuple[str, ...], str], bool] = {}

    def hits(
        self, fact: FactType, joint: Joint, start: int, subject: Mention | None = None, pool: Pool | None = None
    ) -> list[tuple[int, Hit]]:
        """The phrases that stand at `start`, each with the cheapest way to each place where it can end."""
        found: dict[tuple[int, int, tuple[Bound, ...]], Hit] = {}
        self.pool = pool or Pool()
        for here in self._ways(fact, joint, start, subject):
            accepted = joint.at(here.state).accepted
            if accepted and self._may_end(here.at) and _is_place_used(here):
                one = Hit(start, here.at, here.cost, here.bound, here.marks, here.is_doubtful, here.last)
                for phrase in accepted:
                    place = (phrase, here.at, here.bound)
                    if place not in found or found[place].cost > one.cost:
                        found[place] = one
        return [(phrase, one) for (phrase, *_), one in found.items()]

    def reached(self, fact: FactType, joint: Joint, start: int) -> Iterator[int]:
        """The states in which the whole rest of the sentence is taken."""
        for here in self._ways(fact, joint, start, None):
            if here.at == len(self.line) and here.last > start:
                yield here.state

    def _ways(self, fact: FactType, joint: Joint, start: int, subject: Mention | None) -> Iterator[_Here]:
        """Every step of every way through the automaton that costs no more than another to the same place."""
        line, pool, size = self.line, self.pool, len(self.line)
        fills, stays = line.can_fill, line.can_stay
        slots = {slot.name: slot for slot in fact.slots}
        best: dict[tuple[int, int], float] = {}
        todo = [_Here(0, start, 0.0, (), (), False, start)]
        if subject is not None:
            todo += self._subject_left_out(slots, joint, start, subject)
        most = _MOST_STEPS * size
        while todo and self.steps < most:
            here = todo.pop()
            self.steps += 1
            state, at, cost = here.state, here.at, here.cost
            known = best.get((state, at))
            if known is not None and known < cost - 1e-9:
                continue
            best[state, at] = cost
            yield here
            if at == size:
                continue
            if not stays[at] or line.pairs[at] in pool.before:
                todo.extend(self._passed_over(here, start))
            there = joint.at(state)
            if there.words:
                for symbol, to in there.heard(self._hearable(at)):
                    todo.extend(self._said(symbol, to, here))
            if fills[at]:
                for filling, to in there.fillings:
                    todo.extend(self._filled(slots, filling, to, here))

    def _hearable(self, at: int) -> Collection[str]:
        """What a token may be heard as in a phrase."""
        stems, alike = self.line.hearable[at], self.pool.alike.get(self.line.tokens[at].stem)
        if alike:
            stems |= alike
        return stems if self.line.texts[at] != "from" else stems | {"to"}

    def _subject_left_out(
        self, slots: dict[str, KeySlot | ValueSlot], joint: Joint, start: int, subject: Mention
    ) -> Iterator[_Here]:
        """`... but is not in the EAEU`: who does it was said before."""
        for symbol, to in joint.at(0).fillings:
            if isinstance(symbol, Slot) and self._fits(slots[symbol.slot], symbol.kind, subject):
                yield _Here(to, start, 0.5, (Bound(symbol.slot, start, start, subject),), (), False, start)
            elif isinstance(symbol, Ent) and set(subject.names) == symbol.names:
                yield _Here(to, start, 0.5, (), (), False, start)

    def _may_end(self, at: int) -> bool:
        return at == len(self.line) or self.line.is_cut(at)

    def _passed_over(self, here: _Here, start: int) -> Iterator[_Here]:
        for mark in self.line.marks[here.at]:
            if mark.at_start_only and here.at != start and here.state != 0:
                continue
            is_apart = mark.effect in (Effect.NONE, Effect.NARROWS) and any(
                self.line.texts[at] in self.pool.apart for at in range(here.at, mark.end)
            )
            is_doubtful = here.is_doubtful or is_apart
            if mark.effect is Effect.NONE and not mark.says:
                cost = here.cost + SKIP * (mark.end - here.at)
                yield _Here(here.state, mark.end, cost, here.bound, here.marks, is_doubtful, here.last)
            else:
                marks = (*here.marks, (here.at, mark))
                yield _Here(here.state, mark.end, here.cost + MARK, here.bound, marks, is_doubtful, here.last)
        if self.line.pairs[here.at] in self.pool.before:
            yield here._replace(at=here.at + 1, cost=here.cost + NEAR, last=here.at + 1)
        if self.line.texts[here.at] in PASSED and here.at > start:
            yield here._replace(at=here.at + 1, cost=here.cost + COMMA)

    def _said(self, symbol: Lit, to: int, here: _Here) -> Iterator[_Here]:
        """Behind a word of the phrase."""
        line, at, stems = self.line, here.at, symbol.stems
        if "to" in stems and line.texts[at] == "from" and line.figures[at] is not None:
            yield here._replace(state=to)  # `rose from 1.5 % to 18 %`
            return
        is_doubtful = here.is_doubtful or line.corrected.get(at) is False
        marks = (*here.marks, (at, _HAD)) if line.texts[at] == "had" else here.marks
        if line.texts[at] in _PAST and line.texts[at - 1] not in _AS_IT:  # the `is` of a class of words
            marks = (*marks, (at, _WAS))
        cost = here.cost + self._of_aspect(at, is_ing=symbol.is_ing, is_past=symbol.is_past)
        if not symbol.is_past and self._is_suffered(here, is_ing=symbol.is_ing):
            return  # who is reviewed reviews nothing
        if line.pairs[at] == _USED_TO and line.texts[at - 1] not in english.BE:
            return  # who used to do something is not used for it
        if not stems.isdisjoint(line.literals[at]):
            yield _Here(to, at + 1, cost, here.bound, marks, is_doubtful, at + 1)
            return
        for end in self._nearly_said(stems, at):
            yield _Here(to, end, cost + NEAR, here.bound, marks, is_doubtful, end)

    def _filled(self, slots: dict[str, KeySlot | ValueSlot], symbol: Symbol, to: int, here: _Here) -> Iterator[_Here]:
        """Behind a name that the phrase has, or what fills a slot."""
        at = here.at
        match symbol:
            case Ent(names):
                for mention in self.line.mentions[at]:
                    if set(mention.names) == names and not mention.is_or and not mention.excluded:
                        yield here._replace(state=to, at=mention.end, last=mention.end)
            case Slot(name, kind):
                for end, bound, cost, is_unsure in self._fillings(slots[name], kind, at, here.bound):
                    if any(one.slot == name and not one.is_same(bound) for one in here.bound):
                        continue  # a phrase that names a slot twice means the same one both times
                    is_doubtful = is_unsure or here.is_doubtful
                    yield _Here(to, end, here.cost + cost, (*here.bound, bound), here.marks, is_doubtful, end)

    def _is_suffered(self, here: _Here, *, is_ing: bool) -> bool:
        """Whether a token says what is done to somebody, where the phrase says what goes on, or has no form of `be` before it."""
        text, before = self.line.texts[here.at], self.line.texts[here.at - 1] if here.at else ""
        is_over = before in english.BE and (before == "being" or is_ing or here.last < here.at)
        return is_over and is_past_participle(text) and not text.endswith("ing")

    def _of_aspect(self, at: int, *, is_ing: bool, is_past: bool) -> float:
        """What it costs to take what goes on for what is or was done, or the other way round."""
        text = self.line.texts[at]
        if text.endswith("ing") is not is_ing:
            return ASPECT
        return TENSE if is_past_participle(text) is not is_past else 0.0

    def _nearly_said(self, stems: frozenset[str], at: int) -> Iterator[int]:
        """Where what can stand for one of the words ends that a phrase has there."""
        alike = self.pool.alike.get(self.line.tokens[at].stem)
        if alike and not stems.isdisjoint(alike):
            yield at + 1
        if at in self.line.among and "in" in stems and any(kind == PEOPLE for _, kind in self.pool.kinds):
            yield at + 1
        for end, ring in self.line.near[at]:
            if not stems.isdisjoint(ring):
                yield end

    # -- slots

    def _fillings(
        self, slot: KeySlot | ValueSlot, kind: str, at: int, bound: tuple[Bound, ...]
    ) -> Iterator[tuple[int, Bound, float, bool]]:
        if isinstance(slot.kind, Enumeration):
            yield from self._words(slot.name, slot.kind, at, is_value=isinstance(slot, ValueSlot))
        elif isinstance(slot.kind, Entities):
            yield from self._named(slot, kind, at, bound)
        elif isinstance(slot, ValueSlot) and (figure := self.line.figures[at]) is not None:
            written = written_for(slot.kind, figure, self.line.tokens)
            if written is not None:
                is_below = isinstance(slot.kind, Quantity) and figure.low is not None and figure.low < 0
                is_sure = written.is_sure or is_below or self._is_unit_said(slot.kind, at)
                is_sure = is_sure or (
                    isinstance(slot.kind, Quantity)
                    and not self.known
                    and are_people(self.line, slot.kind, at, written.end)
                )
                is_sure = is_sure or self._is_of_a_people(slot.kind, written.end)
                yield written.end, Bound(slot.name, at, written.end, figure=written.text), SLOT, not is_sure

    def _is_of_a_people(self, kind: ValueKind, at: int) -> bool:
        """Whether a number of people stands before those whom it counts: `800,000 Tajiks`."""
        is_people = at < len(self.line) and any(
            m.kind in _A_PEOPLE and len(m.names) == 1 for m in self.line.mentions[at]
        )
        return is_people and isinstance(kind, Quantity) and counts_people(kind)

    def _is_unit_said(self, kind: ValueKind, at: int) -> bool:
        """Whether what is counted stands before a number: `the number of visitors is 85,000`."""
        units = said_of_unit(kind) if isinstance(kind, Quantity) else frozenset[str]()
        if not units.isdisjoint(token.stem for token in self.line.tokens[:at]):
            return True
        begins = next((one for one in range(at - 1, 0, -1) if self.line.is_cut(one) and self.line.texts[one] != ":"), 0)
        nouns = measures(kind) if isinstance(kind, Quantity) else frozenset[str]()
        return not nouns.isdisjoint(token.stem for token in self.line.tokens[begins:at])

    def _words(
        self, name: str, kind: Enumeration, at: int, *, is_value: bool
    ) -> Iterator[tuple[int, Bound, float, bool]]:
        for end, spoken, extra in self.said(name, kind, at):
            is_doubtful = any(self.line.corrected.get(one) is False for one in range(at, end))
            yield end, Bound(name, at, end, words=(spoken.word,)), SLOT + extra - SKIP * (end - at), is_doubtful
            following = None if is_value else self.next_word(name, kind, at, end)  # nothing is up and down at once
            if following is not None and following[1] != spoken.word:
                words = (spoken.word, following[1])
                yield following[0], Bound(name, at, following[0], words=words), SLOT, is_doubtful

    def said(self, name: str, kind: Enumeration, at: int) -> Iterator[tuple[int, Spoken, float]]:
        """The words of a slot that are said there; those that others stand for only where it is clear which."""
        found = False
        for end, spoken in self.line.spoken[at]:
            if spoken.word in kind.words and spoken.slot in ("", name):
                found = True
                text = self.line.texts[at]
                is_over = spoken.word.endswith("ing") and is_past_participle(text) and not is_simple_past(text)
                yield end, spoken, ASPECT if is_over else 0.0
        nearly = [] if found else [
            (end, spoken)
            for end, spoken in self.line.nearly_spoken[at]
            if spoken.word in kind.words and spoken.slot in ("", name)
        ]  # fmt: skip
        if len({spoken.word for _, spoken in nearly}) == 1:
            yield from ((end, spoken, NEAR) for end, spoken in {pair[0]: pair for pair in nearly}.values())

    def next_word(self, name: str, kind: Enumeration, at: int, end: int) -> tuple[int, str] | None:
        """`in economic clout and in tech`: a second word joined by `and`."""
        texts = self.line.texts
        if end + 1 >= len(texts) or texts[end] != "and":
            return None
        start = end + 1
        if at and texts[start] == texts[at - 1]:
            start += 1
        if start >= len(texts):
            return None
        for last, spoken in self.line.spoken[start]:
            if spoken.word in kind.words and spoken.slot in ("", name):
                return last, spoken.word
        return None

    def _named(
        self, slot: KeySlot | ValueSlot, kind: str, at: int, bound: tuple[Bound, ...]
    ) -> Iterator[tuple[int, Bound, float, bool]]:
        for mention in self.line.mentions[at]:
            if kind == THERE and mention.pronoun != THERE:
                continue
            if mention.kind == PRONOUN:
                taken = {name for one in bound if one.mention is not None for name in one.mention.names}
                found = self.meant.of(mention, at, partial(self.takes, slot), taken)
                if found is not None:
                    rank, meant = found
                    yield mention.end, Bound(slot.name, at, mention.end, meant), SLOT + 0.02 + FURTHER * rank, False
            elif self.takes(slot, mention):
                is_right = self.is_right(slot, kind, mention, at)
                is_doubtful = not is_right or any(
                    self.line.corrected.get(one) is False for one in range(at, mention.end)
                )
                cost = SLOT + (0.0 if is_right else DOUBT) - SKIP * (mention.end - at)
                yield mention.end, Bound(slot.name, at, mention.end, mention), cost, is_doubtful

    def is_right(self, slot: KeySlot | ValueSlot, kind: str, mention: Mention, at: int) -> bool:
        """Whether somebody who is named so may stand in the slot."""
        is_plain = self._is_people_for_plain(kind, mention, at) and (slot.name, PEOPLE) not in self.pool.kinds
        is_kind = (
            mention.kind in _KINDS[kind] and not is_plain and not self._is_rulers_for_people(slot.name, mention, at)
        )
        return (
            self.takes(slot, mention)
            and (is_kind or self._is_of_it(kind, mention, at))
            and not self._is_language(kind, mention, at)
        )

    def _is_language(self, kind: str, mention: Mention, at: int) -> bool:
        """Whether an adjective stands alone where somebody himself would: `understands Russian`, `teaches in Kaldian`."""
        if kind or mention.kind != ADJECTIVE or not at or self.line.tokens[at - 1].stem not in _SPEAKING:
            return False
        behind = self.line.texts[mention.end : mention.end + 1]
        return not behind or self.line.is_cut(mention.end) or behind[0] in _FLUENTLY

    def _is_of_it(self, kind: str, mention: Mention, at: int) -> bool:
        """`Kazakhstan's trade`, `the Kazakhstan trade`, where a phrase has `Kazakh trade`."""
        if kind != "adj" or mention.kind != NAME or len(mention.names) != 1:
            return False
        is_own = self.entities[mention.names[0]].title.casefold().startswith("the ")
        is_noun = at > 0 and self.line.texts[at - 1] == "the" and not is_own
        return is_noun or self.line.texts[mention.end : mention.end + 1] == ["'s"]

    def _is_people_for_plain(self, kind: str, mention: Mention, at: int) -> bool:
        """`people in Kazakhstan` where the country itself is meant to stand."""
        words = self.line.texts[at : mention.end]
        return kind == "" and mention.kind == PEOPLE and any(word in english.PEOPLE_NOUNS for word in words)

    def _is_rulers_for_people(self, slot: str, mention: Mention, at: int) -> bool:
        """`the Kazakh government` where the phrases of a fact speak of what the people of a country are or think."""
        kinds, words = self.pool.kinds, self.line.texts[at : mention.end]
        is_said = mention.kind == GOVERNMENT and any(word in english.GOV_NOUNS for word in words)
        return is_said and (slot, PEOPLE) in kinds and (slot, GOVERNMENT) not in kinds

    def _fits(self, slot: KeySlot | ValueSlot, kind: str, mention: Mention) -> bool:
        return self.takes(slot, mention) and mention.kind in (*_KINDS[kind], NAME)

    def takes(self, slot: KeySlot | ValueSlot, mention: Mention) -> bool:
        """Whether everybody of a mention can stand in the slot; of a group each, where the group itself cannot."""
        if not isinstance(slot.kind, Entities) or mention.is_some:
            return False
        key = id(slot.kind), mention.names, mention.excluded, mention.of
        known = self._taken.get(key)
        if known is None:
            entities = [self.entities[name] for name in (*mention.names, *mention.excluded)]
            is_of_it = bool(mention.of) and slot.kind.takes(self.entities[mention.of])
            known = self._taken[key] = not is_of_it and all(map(slot.kind.takes, entities))
        return known
