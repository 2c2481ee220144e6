"""What if: a situation with more told, with less, or with other thresholds, and what that changes in the advice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from dragoman.advice.statement_wording import wording_of
from dragoman.engines.model import Engine
from dragoman.errors import SituationError
from dragoman.exact.difference import Advised, difference
from dragoman.exact.difference_forms import Difference
from dragoman.rulebook.forms import Pattern
from dragoman.rulebook.load import with_parameters
from dragoman.situation.assemble import forget_in, read_chat_fact
from dragoman.situation.forms import Situation, Statement
from dragoman.situation.reader import FactReader
from dragoman.situation.spread import statements_of
from dragoman.situation.typed import typed
from dragoman.source.nodes import Mapping as MappingNode
from dragoman.source.nodes import Node
from dragoman.source.reading import Reading

_NEAREST = 3


def what_if(
    situation: Situation,
    told: Sequence[str] = (),
    without: Sequence[str] = (),
    parameters: Mapping[str, Decimal] | None = None,
    targets: str | Sequence[str] = (),
    engine: Engine | None = None,
) -> Difference:
    """What would change in the advice on `situation` if it were as :func:`supposed` says, kept to `targets`.

    Raises:
        SituationError: with all mistakes in what is told and taken back.
        RulebookError: for a threshold that there is not, or that cannot have this value.
        UnknownNameError: if no recommendation can be for one of `targets`.
        EngineError: if the engine refuses the rulebook or fails.
    """
    supposition = supposed(situation, told, without, parameters)
    return difference(Advised.of(situation, targets, engine), Advised.of(supposition, targets, engine))


def supposed(
    situation: Situation,
    told: Sequence[str] = (),
    without: Sequence[str] = (),
    parameters: Mapping[str, Decimal] | None = None,
) -> Situation:
    """The situation without what matches `without`, then with `told` above everything, then with other thresholds.

    A text of `told` is a fact in flow style, `debt: {debtor: a, percent: 50}, likelihood: likely`, with all that may
    stand beside it in a file; one of `without` a fact type with some of its key slots: a slot left out is any, a group
    its members. What matches is taken back whoever said it, true or false.

    Raises:
        SituationError: with all mistakes in what is told and taken back.
        RulebookError: for a threshold that there is not, or that cannot have this value.
    """
    rulebook = situation.rulebook
    reading = Reading("FA", locators=rulebook.locators)
    patterns = [_forgotten(reading, situation, *one) for one in _named("--without", without)]
    facts = [_told(reading, situation, *one) for one in _named("--with", told)]
    changed = situation
    for pattern in patterns:
        changed = forget_in(changed, pattern)[0] if pattern is not None else changed
    if reading.findings:
        raise SituationError(reading.findings)
    return changed.adding(tuple(s for some in facts for s in some)).under(with_parameters(rulebook, parameters or {}))


def _named(option: str, texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each text with what its place is called."""
    for number, text in enumerate(texts, start=1):
        yield f"{option} {number}" if len(texts) > 1 else option, text


def _entry(reading: Reading, source: str, text: str) -> Node | None:
    before = len(reading.findings)
    node = typed(reading, source, text)
    if node is None or len(reading.findings) > before:
        return None
    if not isinstance(node, MappingNode):
        reading.note(node.place, "012", "a fact is written 'fact_type: {slot: value}'")
        return None
    return node


def _told(reading: Reading, situation: Situation, source: str, text: str) -> tuple[Statement, ...]:
    node = _entry(reading, source, text)
    said = read_chat_fact(situation.rulebook, reading, node) if node is not None else None
    return statements_of(situation.rulebook, said) if said is not None else ()


def _forgotten(reading: Reading, situation: Situation, source: str, text: str) -> Pattern | None:
    node = _entry(reading, source, text)
    pattern = FactReader(reading, situation.rulebook).read_forget(node) if node is not None else None
    if pattern is not None and not forget_in(situation, pattern)[1]:
        reading.note(pattern.place, "501", f"nothing was told that this takes back{_nearest(situation, pattern)}")
    return pattern


def _nearest(situation: Situation, pattern: Pattern) -> str:
    """What was told that is most like it, as the end of a message."""
    wanted = {term for term in pattern.terms if isinstance(term, str)}

    def likeness(statement: Statement) -> int:
        return -len(wanted.intersection(statement.atom.key))

    same = [s for s in situation.statements if s.atom.fact == pattern.fact]
    near = same or [s for s in situation.statements if wanted.intersection(s.atom.key)]
    found = _distinct(situation, sorted(near, key=likeness))
    return f"; nearest to it: {'; '.join(found)}" if found else f"; nothing at all was told of '{pattern.fact}'"


def _distinct(situation: Situation, statements: Iterable[Statement]) -> list[str]:
    """The first few, each sentence once."""
    voices, found = wording_of(situation.rulebook), dict[str, None]()
    for statement in statements:
        found[voices.says(statement)] = None
        if len(found) == _NEAREST:
            break
    return list(found)
