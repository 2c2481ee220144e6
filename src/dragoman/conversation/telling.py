"""What a line does to the facts: told, corrected, taken back, supposed.

A later line of the same speaker, with no source of its own, takes the place of what the same speaker said of the same
thing; what another source said, or what was loaded, stands beside it or below it and is a clash. Taken back is unknown
again, and not false.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.advice.statement_wording import source_words, wording_of
from dragoman.conversation.forms import Clash, Deed, Understood
from dragoman.errors import Place
from dragoman.form import form
from dragoman.language.forms import ReadFact
from dragoman.rulebook.forms import FactType, Pattern, Rulebook
from dragoman.situation.assemble import forget_in, read_chat_fact
from dragoman.situation.evidence import Evidence
from dragoman.situation.forms import CHAT_LAYER, Said, Situation, Statement
from dragoman.situation.reader import FactReader
from dragoman.situation.spread import statements_of
from dragoman.source.nodes import Mapping as MappingNode
from dragoman.source.python_reader import read_python
from dragoman.source.reading import Reading
from dragoman.values.kind import Stated


@form
class Change:
    """What became of a situation, and how that is said."""

    situation: Situation
    understood: tuple[Understood, ...] = ()
    clashes: tuple[tuple[Clash, Said, tuple[Statement, ...]], ...] = ()
    """Each with what was said, and what it contradicts."""

    @property
    def told(self) -> tuple[Statement, ...]:
        """What was told."""
        kinds = (Deed.TOLD, Deed.CORRECTED)
        return tuple(s for one in self.understood if one.deed in kinds for s in one.statements)


def said_of(rulebook: Rulebook, fact: ReadFact, place: Place) -> Said | None:
    """A fact that was read as a statement of the chat; None if the rulebook cannot hold it."""
    reading = Reading("FA")
    node = read_python(reading, fact.as_told, place)
    said = read_chat_fact(rulebook, reading, node) if node is not None else None
    return dataclasses.replace(said, words=fact.span) if said is not None and not reading.findings else None


def sentences(rulebook: Rulebook, statements: Iterable[Statement]) -> tuple[str, ...]:
    """What statements say, each once, with how likely it was said to be and by whom.

    What one line said of a whole group is one sentence where nothing of it is missing.
    """
    voices = wording_of(rulebook)
    by_said: dict[Said, list[Statement]] = {}
    for statement in statements:
        by_said.setdefault(statement.said, []).append(statement)
    found = []
    for said, parts in by_said.items():
        is_whole = len(parts) == len(statements_of(rulebook, said))
        beside = "; ".join(filter(None, (said.told_as, source_words(said.source), str(said.date or ""))))
        for text in [voices.whole(said)] if is_whole else map(voices.says, parts):
            found.append(f"{text} ({beside})" if beside else text)
    return tuple(dict.fromkeys(found))


def tell(situation: Situation, evidence: Evidence, told: Sequence[Said], deed: Deed = Deed.TOLD) -> Change:
    """The situation with `told` said in the chat; `evidence` is what is known before."""
    change, replaced = Change(situation), _Replaced(situation.rulebook)
    for said in told:
        change = _one(change, evidence, said, deed, replaced)
    return change


def _one(change: Change, evidence: Evidence, said: Said, deed: Deed, replaced: _Replaced) -> Change:
    situation, rulebook = change.situation, change.situation.rulebook
    new = statements_of(rulebook, said)
    gone = tuple(replaced.by(situation.statements, new))
    text = " ".join(sentences(rulebook, new))
    if not gone and deed is not Deed.SUPPOSED and _is_known(evidence, new):
        return dataclasses.replace(change, understood=(*change.understood, Understood(Deed.KNOWN, text)))
    kept = tuple(s for s in situation.statements if s not in set(gone))
    if deed is Deed.TOLD and gone:
        deed = Deed.CORRECTED
    was = "; ".join(sentences(rulebook, gone)) if deed is Deed.CORRECTED else ""
    clashes = () if deed is Deed.SUPPOSED else tuple(_clashes(rulebook, evidence, new, frozenset(gone)))
    return Change(
        dataclasses.replace(situation, statements=(*kept, *new)),
        (*change.understood, Understood(deed, text, was, new)),
        (*change.clashes, *clashes),
    )


class _Replaced:
    """Which earlier statements later ones take the place of."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._facts = rulebook.facts

    def by(self, statements: Iterable[Statement], new: Sequence[Statement]) -> Iterator[Statement]:
        """Those of `statements` that the same speaker takes back by saying `new`."""
        about = {statement.atom: statement for statement in new}
        for old in statements:
            later = about.get(old.atom)
            if later is not None and self._is_by(old.said, later.said, self._facts[old.atom.fact]):
                yield old

    def _is_by(self, old: Said, new: Said, fact: FactType) -> bool:
        own = old.layer == CHAT_LAYER and old.source is None and new.source is None
        is_series = old.date is not None and new.date is not None and old.date != new.date
        return (
            own and not is_series and not (_same(old, new) and old.told_as == new.told_as) and _excludes(fact, old, new)
        )


def _same(old: Said, new: Said) -> bool:
    return (old.holds, old.value, old.likelihood, old.label) == (new.holds, new.value, new.likelihood, new.label)


def _excludes(fact: FactType, old: Said, new: Said) -> bool:
    """Whether one speaker who says `new` no longer says `old`: they contradict, or say the same otherwise."""
    if fact.value is None:
        return old.label == new.label or old.holds != new.holds
    if (old.holds, old.value) == (new.holds, new.value) or not fact.value.kind.CAN_BE_DENIED:
        return True
    return _contradict(fact, old, new)


def _contradict(fact: FactType, one: Said, other: Said) -> bool:
    if fact.value is None:
        return one.holds != other.holds
    return fact.value.kind.is_disputed((Stated(one.holds, one.value), Stated(other.holds, other.value)))


def _is_known(evidence: Evidence, new: Sequence[Statement]) -> bool:
    """Whether all of it was told already, as firmly, with a source and a date where it has them."""

    def told(statement: Statement) -> bool:
        known = evidence.told.get(statement.atom)
        said = statement.said
        return known is not None and any(
            (s.said.holds, s.said.value, s.said.likelihood) == (said.holds, said.value, said.likelihood)
            and said.source in (None, s.said.source)
            and said.date in (None, s.said.date)
            and said.label in ("", s.said.label)
            for s in (*known.firm, *known.doubtful)
        )

    return bool(new) and all(map(told, new))


def _clashes(
    rulebook: Rulebook, evidence: Evidence, new: Sequence[Statement], gone: frozenset[Statement]
) -> Iterator[tuple[Clash, Said, tuple[Statement, ...]]]:
    """What was said that contradicts what is in force and firm, by a source or from what was loaded."""
    theirs: dict[Statement, None] = {}
    is_disputed = False
    for statement in new:
        known = evidence.told.get(statement.atom)
        if known is None or not statement.said.likelihood.is_firm:
            continue
        for other in known.firm:
            fact = rulebook.facts[statement.atom.fact]
            if other not in gone and _contradict(fact, statement.said, other.said):
                theirs[other] = None
                is_disputed |= other.said.layer == CHAT_LAYER
    if theirs:
        voices = wording_of(rulebook)
        against = tuple(_with_whose(rulebook, other) for other in theirs)
        yield Clash(voices.whole(new[0].said), tuple(dict.fromkeys(against)), is_disputed), new[0].said, tuple(theirs)


def _with_whose(rulebook: Rulebook, statement: Statement) -> str:
    voices, said = wording_of(rulebook), statement.said
    whose = source_words(said.source) or ("you" if said.layer == CHAT_LAYER else said.origin or "what was loaded")
    return f"{voices.says(statement)} ({whose})"


# -- taking back


def forget(situation: Situation, facts: Iterable[ReadFact]) -> Change:
    """The situation without what was said of `facts`, whoever said it; a slot that is left out is any."""
    change = Change(situation)
    for fact in facts:
        pattern = pattern_of(situation.rulebook, fact)
        if pattern is not None:
            change = _forgotten(change, _matched(change.situation, pattern, fact))
    return change


def without(situation: Situation, statements: Iterable[Statement]) -> Change:
    """The situation without some statements."""
    return _forgotten(Change(situation), tuple(statements))


def _forgotten(change: Change, dropped: Sequence[Statement]) -> Change:
    if not dropped:
        return change
    gone = frozenset(dropped)
    situation = change.situation
    kept = tuple(s for s in situation.statements if s not in gone)
    made = dataclasses.replace(situation, statements=kept, forgotten=(*situation.forgotten, *dropped))
    understood = tuple(
        Understood(Deed.WITHDRAWN, text, statements=some) for text, some in _by_sentence(situation.rulebook, dropped)
    )
    return dataclasses.replace(change, situation=made, understood=(*change.understood, *understood))


def _by_sentence(rulebook: Rulebook, statements: Sequence[Statement]) -> Iterator[tuple[str, tuple[Statement, ...]]]:
    by_said: dict[Said, list[Statement]] = {}
    for statement in statements:
        by_said.setdefault(statement.said, []).append(statement)
    for some in by_said.values():
        for text in sentences(rulebook, some):
            yield text, tuple(some)


def pattern_of(rulebook: Rulebook, fact: ReadFact) -> Pattern | None:
    """What a fact is about, its value aside; a slot that is left out is any. None if the rulebook has no such."""
    keys = rulebook.facts[fact.fact].key_names
    slots: Mapping[str, object] = {name: value for name, value in fact.slots.items() if name in keys}
    reading = Reading("FA")
    node = read_python(reading, {fact.fact: slots}, Place("chat line"))
    return FactReader(reading, rulebook).read_forget(node) if isinstance(node, MappingNode) else None


def _matched(situation: Situation, pattern: Pattern, fact: ReadFact) -> tuple[Statement, ...]:
    """What `pattern` matches: of that what was said in the chat, and has the value that was named, where anything is so."""
    dropped = forget_in(situation, pattern)[1]
    own = tuple(statement for statement in dropped if statement.said.layer == CHAT_LAYER)
    dropped = own or dropped
    slot = situation.rulebook.facts[fact.fact].value
    if slot is None or slot.name not in fact.slots:
        return dropped
    said = said_of(situation.rulebook, dataclasses.replace(fact, holds=True, likelihood=""), Place("chat line"))
    same = tuple(s for s in dropped if said is not None and s.said.value == said.value)
    return same or dropped
