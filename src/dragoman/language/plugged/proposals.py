"""What is let through of what another reader proposes: facts of the rulebook, each with words that stand in the line.

They are checked as what stands in a file of facts; what is told or offered already is not offered twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from dragoman.errors import Place
from dragoman.language.forms import Offer, ReadFact, Reading
from dragoman.language.telling.teller import MOST_CHOICES, slots_of
from dragoman.language.words.tokens import cleaned
from dragoman.rulebook.forms import Rulebook
from dragoman.situation.reader import FactReader
from dragoman.source.nodes import shorten
from dragoman.source.python_reader import read_python
from dragoman.source.reading import Reading as SourceReading

_MOST_OFFERS = 10
"""For one line."""
_BESIDE = ("likelihood", "source", "date")


class _Wrong(Exception):
    """Why a proposal is left out."""


def offers_in(
    rulebook: Rulebook, name: str, text: str, reading: Reading, proposed: object
) -> tuple[tuple[Offer, ...], str]:
    """What reader `name` proposes for a line that we read as `reading`; and what is wrong with the first left out."""
    if not isinstance(proposed, list):
        return (), "no list of facts"
    line, wrong = cleaned(text), ""
    known = {fact.meaning for fact in (*reading.facts, *reading.withdrawn, *reading.supposed)}
    known |= {choice.meaning for offer in reading.offered for choice in offer.choices}
    found: dict[str, dict[tuple[object, ...], ReadFact]] = {}
    for one in proposed:
        try:
            fact = _fact(rulebook, line, one)
        except _Wrong as why:
            wrong = wrong or str(why)
        else:
            if fact.meaning not in known:
                found.setdefault(fact.span, {}).setdefault(fact.meaning, fact)
    return tuple(islice(_offers(name, found), _MOST_OFFERS)), wrong


def _offers(name: str, found: Mapping[str, Mapping[tuple[object, ...], ReadFact]]) -> Iterator[Offer]:
    for span, facts in found.items():
        yield Offer(span, f"the reader '{name}' proposes it", tuple(facts.values())[:MOST_CHOICES])


def _fact(rulebook: Rulebook, line: str, proposed: object) -> ReadFact:
    """A proposal as a fact.

    Raises:
        _Wrong: if it is none, or says what the line has no words for.
    """
    if not isinstance(proposed, Mapping) or not {"fact", "slots", "span"} <= set(proposed):
        raise _Wrong("a fact needs 'fact', 'slots' and 'span'")
    unknown = set(proposed) - {"fact", "slots", "span", "holds", *_BESIDE}
    if unknown:
        raise _Wrong(f"a fact has no '{shorten(min(unknown))}'")
    span, holds = proposed["span"], proposed.get("holds", True)
    if not _stands_in(line, span):
        raise _Wrong(f"'{shorten(str(span))}' are no words of the line")
    if not isinstance(proposed["fact"], str) or not isinstance(holds, bool):
        raise _Wrong("'fact' is a name and 'holds' is true or false")
    said: dict[str, object] = {proposed["fact"]: proposed["slots"]}
    beside = {key: proposed[key] for key in _BESIDE if proposed.get(key) is not None}
    source = beside.get("source", "")
    if source and not _stands_in(line, source):
        raise _Wrong(f"the source '{shorten(str(source))}' does not stand in the line")
    return _checked(rulebook, {**(said if holds else {"not": said}), **beside}, span, holds, beside)


def _checked(
    rulebook: Rulebook, entry: Mapping[str, object], span: str, holds: bool, beside: Mapping[str, object]
) -> ReadFact:
    reading, place = SourceReading("FA", locators=rulebook.locators), Place("proposal", 0, 0)
    node = read_python(reading, entry, place)
    said = FactReader(reading, rulebook).read(node, 0) if node is not None else None
    if said is None:
        raise _Wrong(next((finding.message for finding in reading.findings), "no fact of the rulebook"))
    fact = rulebook.facts[said.fact]
    if fact.catalogue:
        raise _Wrong(f"'{fact.name}' is a matter of the catalogue and cannot be told")
    date = said.date.isoformat() if said.date else ""
    return ReadFact(fact.name, slots_of(fact, said), holds, said.told_as, str(beside.get("source") or ""), date, span)


def _stands_in(line: str, words: object) -> bool:
    """Whether some words are whole words of the line, in its spelling."""
    if not isinstance(words, str) or not any(map(str.isalnum, words)):
        return False
    at = line.find(words)
    while at >= 0:
        end = at + len(words)
        if not (_joined(line, at) or _joined(line, end)):
            return True
        at = line.find(words, at + 1)
    return False


def _joined(line: str, at: int) -> bool:
    """Whether the line is within a word at a place."""
    return 0 < at < len(line) and line[at - 1].isalnum() and line[at].isalnum()
