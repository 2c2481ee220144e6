"""A line that goes on from what was told: it says the same of somebody else, or the contrary, or whose word differs.

    in Kyrgyzstan also · Uzbekistan isn't · the other four do not · Uzbekistan is one too but Turkmenistan is not
    the IMF says 38 · Gallup on the other hand has it improving · militarily it is the other way round

Each clause is some names and words that say nothing but *also* or *not*. What is denied must be plain: of a fact that
was told without a `not` although it is denied (`X left the club`), `Y did not` may say one or the other.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.language.corrections.slots_said import are_alike, line_of, slots_of_fact, whole_value, with_value
from dragoman.language.forms import ReadFact
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.telling.teller import checked_slots
from dragoman.language.words import english
from dragoman.language.words.effects import Effect
from dragoman.language.words.hedges import HEDGES
from dragoman.language.words.patterns import Pattern
from dragoman.language.words.tokens import words_of
from dragoman.values.entity import Entities
from dragoman.values.enumeration import Enumeration

_AGAIN = frozenset({"also", "too", "same", "likewise", "ditto", "similarly", "well", "so"})
_NEITHER = frozenset({"neither", "nor", "either"})
_LEAST_WHEN = 2
"""Words of a time that is passed over: a single one may say something."""
_DOES = english.DO | english.BE | english.HAVE
_AROUND = frozenset(
    [
        "and",
        "but",
        "so",
        "in",
        "with",
        "to",
        "from",
        "for",
        "of",
        "by",
        "at",
        "on",
        "about",
        "towards",
        "the",
        "a",
        "an",
        "there",
        "goes",
        "go",
        "now",
        "as",
        "one",
        "case",
        "applies",
        "true",
        "it",
        "while",
        "whereas",
        "though",
        "although",
        ",",
        ";",
        "-",
        ".",
        "both",
        "all",
        "them",
        "that",
        "this",
        "holds",
        "is",
    ]
)
_JOINS = frozenset({"and", "but", "while", "whereas", "though", "although", ",", ";", "nor", "neither"})
_LIKELY = {
    tuple(text.split()): word
    for word, texts in HEDGES.items()
    for text in texts
    if word in ("likely", "very likely", "almost certain")
}
_SOURCE = Pattern(
    r"^(?:but |and |while |whereas |though )?(?P<who>[^,;:]{2,60}?)(?:,? (?:on the other hand|however|though|by contrast|in contrast|for (?:its|their) part),?)?"
    r" (?:(?:says?|reports?|gives?|claims?|estimates?|counts?|speaks? of|puts? (?:it|that|them) at|has (?:it|that|them)(?: at| as)?|have (?:it|that)(?: at| as)?"
    r"|sees? (?:it|that|them)(?: as)?|says? (?:it is|it's|it|they are)|calls? (?:it|that)|finds? (?:it|that))) (?P<what>.+)$",
    re.IGNORECASE,
)
_NO_SOURCE = (
    english.NEGATORS
    | english.MODALS
    | english.ASKING
    | english.FIRST_PERSON
    | {"it", "that", "this", "they", "you", "we", "if", "nobody", "who", "he", "she"}
)
_SWAPPED = Pattern(
    r"^(?:(?P<first>[^,;]{2,50}?),? )?(?:(?:it|that|this) (?:is|was)|it's|its|that's)? ?(?:just |exactly |precisely )?(?:the other way (?:a?round)|vice versa|the reverse|the opposite way round)(?: (?P<last>.{2,50}))?$",
    re.IGNORECASE,
)


class Continued(NamedTuple):
    """What a line tells beside what was told."""

    facts: tuple[ReadFact, ...]
    is_plain: bool
    """Whether it can say nothing else."""


class _Clause(NamedTuple):
    names: tuple[str, ...]
    again: bool
    denies: bool
    neither: bool
    affirms: bool
    likelihood: str

    @property
    def has_cue(self) -> bool:
        return self.again or self.denies or self.neither or self.affirms or bool(self.likelihood)


def continued(grammar: Grammar, body: str, span: str, told: Sequence[ReadFact]) -> Continued | None:
    """The body of a line as what goes on from the latest of what was told; None if it does not."""
    return (
        _others(grammar, body, span, told)
        or _by_another(grammar, body, span, told[0])
        or _swapped(grammar, body, span, told[0])
    )


# -- of others


def _others(grammar: Grammar, body: str, span: str, told: Sequence[ReadFact]) -> Continued | None:
    last = told[0]
    line = line_of(grammar, body, tuple(dict.fromkeys(_like(told))))
    clauses = _clauses(line)
    if not clauses or not all(clause.has_cue for clause in clauses):
        return None
    facts: list[ReadFact] = []
    is_plain = not last.source and all(line.corrected.values()) and not _is_over(grammar, line, last)
    for clause in clauses:
        holds = _holds(clause, last)
        made = [_of(grammar, last, name, holds is None or holds) for name in clause.names]
        if not all(made):
            return None
        is_plain = is_plain and holds is not None and all(len(several) == 1 for several in made)
        likelihood = clause.likelihood or (last.likelihood if clause.again else "")
        facts += [
            dataclasses.replace(several[0], likelihood=likelihood, source="", date="", span=span) for several in made
        ]
    return Continued(tuple(facts), is_plain)


def _is_over(grammar: Grammar, line: Line, last: ReadFact) -> bool:
    """Whether a line says of another what was so, where what is was told: `Y was too`."""
    was = {*english.PAST_BE, "did"}
    is_state = last.fact not in grammar.book.events
    return is_state and not was.isdisjoint(line.texts) and was.isdisjoint(words_of(last.span))


def _like(told: Sequence[ReadFact]) -> Iterator[str]:
    """Of whom the latest was told: `the others` are not among them."""
    last = told[0]
    for fact in told:
        differing = [name for name in last.slots if fact.slots.get(name) != last.slots[name]]
        if fact.fact == last.fact and len(differing) < 2:
            yield from (value for value in fact.slots.values() if isinstance(value, str))


def _clauses(line: Line) -> list[_Clause]:
    """The line as names with what is said of them; nothing if any other word stands in it."""
    found: list[_Clause] = []
    clause = _Clause((), False, False, False, False, "")
    at = 0
    while at < len(line):
        text = line.texts[at]
        mention = _named(line, at)
        hedge = next((size for size in range(5, 0, -1) if tuple(line.texts[at : at + size]) in _LIKELY), 0)
        if mention is not None:
            if clause.names:
                found, clause = [*found, clause], _Clause((), False, False, False, False, "")
            clause, at = clause._replace(names=mention.names), mention.end
            continue
        when = max((mark.end for mark in line.marks[at] if mark.effect is Effect.NONE), default=at)
        if when >= at + _LEAST_WHEN and (clause.names or found):
            at = when  # `one day later`
            continue
        if hedge:
            clause = clause._replace(likelihood=_LIKELY[tuple(line.texts[at : at + hedge])])
            at += hedge
            continue
        if text in _JOINS and clause.names and clause.has_cue:
            found, clause = [*found, clause], _Clause((), False, False, False, False, "")
        if text in _AGAIN:
            clause = clause._replace(again=True)
        elif text in _NEITHER:
            clause = clause._replace(neither=True)
        elif text == "not":
            clause = clause._replace(denies=True)
        elif text in _DOES and not (clause.names or clause.again or clause.neither):
            return []  # it asks: `does Uzbekistan too`
        elif text in _DOES:
            clause = clause._replace(affirms=clause.affirms or bool(clause.names) or clause.again)
        elif text not in _AROUND:
            return []
        at += 1
    if clause.names:
        return [*found, clause]
    return found if not clause.has_cue else []


def _named(line: Line, at: int) -> Mention | None:
    plain = (m for m in line.mentions[at] if m.kind != PRONOUN and not m.is_or and not m.excluded)
    return next(plain, None)


def _holds(clause: _Clause, last: ReadFact) -> bool | None:
    """Whether it is so of those that a clause names; None if its words do not say so plainly."""
    if not last.holds and not english.NEGATORS & set(words_of(last.span)):
        return False if clause.again and not (clause.denies or clause.neither) else None
    if clause.denies or clause.neither:
        return False
    return last.holds if clause.again or not clause.affirms else True


def _of(grammar: Grammar, last: ReadFact, name: str, holds: bool) -> list[ReadFact]:
    """What was told, of somebody else: in the place of one of his kind."""
    entities = grammar.lexicon.entities
    found: dict[str, ReadFact] = {}
    for slot in slots_of_fact(grammar, last):
        value = last.slots.get(slot.name)
        if not isinstance(slot.kind, Entities) or not isinstance(value, str) or not slot.kind.takes(entities[name]):
            continue
        made = with_value(grammar, dataclasses.replace(last, holds=holds), slot.name, name)
        if made is not None:
            found[slot.name] = made
    alike = {slot: fact for slot, fact in found.items() if are_alike(grammar, name, last.slots[slot])}
    return list((alike or found).values())


# -- by another source


def _by_another(grammar: Grammar, body: str, span: str, last: ReadFact) -> Continued | None:
    """`The IMF says 38`, where the figure of somebody else was told."""
    found = _SOURCE.match(body)
    value = grammar.told[last.fact].value if last.fact in grammar.told else None
    if found is None or value is None or _NO_SOURCE & set(words_of(found["who"])):
        return None
    what = re.sub(r"^(?:it(?: is|'s)?|only|just) ", "", found["what"].strip(), flags=re.IGNORECASE)
    said = whole_value(grammar, line_of(grammar, what), value)
    made = with_value(grammar, last, value.name, said) if said is not None else None
    if made is None:
        return None
    who = re.sub(r"^the ", "", found["who"].strip(), flags=re.IGNORECASE).lower()
    is_named = any(mention.names for mention in line_of(grammar, who).mentions[0])
    return Continued((dataclasses.replace(made, likelihood="", source=who, date="", span=span),), is_plain=not is_named)


# -- the other way round


def _swapped(grammar: Grammar, body: str, span: str, last: ReadFact) -> Continued | None:
    """`Militarily it is the other way round`: the two change places, in another field."""
    found = _SWAPPED.match(body)
    said = (found["first"] or found["last"] or "") if found is not None else ""
    other = swapped(grammar, last) if found is not None else None
    if other is None or not said:
        return None
    line = line_of(
        grammar,
        re.sub(r"^(?:in|on|for) (?:the )?| (?:field|sphere|domain|terms|realm)$", "", said, flags=re.IGNORECASE),
    )
    for slot in slots_of_fact(grammar, last):
        value = whole_value(grammar, line, slot) if isinstance(slot.kind, Enumeration) else None
        made = with_value(grammar, other, slot.name, value) if value is not None else None
        if made is not None:
            return Continued(
                (dataclasses.replace(made, likelihood="", source="", date="", span=span),), not last.source
            )
    return None


def swapped(grammar: Grammar, fact: ReadFact) -> ReadFact | None:
    """A fact with its two parties the other way round; None if it has not just two that can change places."""
    entities = grammar.lexicon.entities
    slots = [
        slot for slot in slots_of_fact(grammar, fact) if isinstance(slot.kind, Entities) and slot.name in fact.slots
    ]
    if len(slots) != 2 or grammar.told[fact.fact].symmetric_names:
        return None
    one, two = slots
    first, second = str(fact.slots[one.name]), str(fact.slots[two.name])
    if not (isinstance(one.kind, Entities) and isinstance(two.kind, Entities)):
        return None
    if not (one.kind.takes(entities[second]) and two.kind.takes(entities[first])):
        return None
    texts = {name: str(value) for name, value in fact.slots.items()}
    slots_now = checked_slots(
        grammar.rulebook, grammar.told[fact.fact], {**texts, one.name: second, two.name: first}, fact.holds
    )
    return dataclasses.replace(fact, slots=slots_now) if slots_now is not None else None
