"""What a rulebook declares or concludes, and nothing ever uses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dragoman.errors import Finding
from dragoman.lint.subject import Subject
from dragoman.rulebook.forms import Atom, Blank, Condition, FactType, Origin, Pattern, Rule, Rulebook, Variable
from dragoman.rulebook.vocabulary import INSTRUMENT
from dragoman.rulebook.words import SLOT as IN_BRACES
from dragoman.source.names import did_you_mean
from dragoman.values.entity import Entities, Spread


def check_use(subject: Subject) -> Iterator[Finding]:
    """Everything that could go without a change to any advice. What a shipped situation tells is used."""
    yield from _conclusions(subject)
    yield from _entities(subject)
    yield from _entity_types(subject.rulebook)
    yield from _fact_types(subject)
    yield from _contexts(subject.rulebook)
    yield from _parameters(subject.rulebook)
    yield from _variables(subject.rulebook)


def conditions(rulebook: Rulebook) -> Iterator[Condition]:
    """Every condition of every rule, and those of the recommendations."""
    for rule in rulebook.rules.values():
        yield from (*rule.when, *rule.unless, *rule.tempered_by)
    for recommendation in rulebook.recommendations.values():
        yield from (*recommendation.under_way_when, *recommendation.complete_when)


def _conclusions(subject: Subject) -> Iterator[Finding]:
    if not subject.is_complete:
        return
    shown = {name for name, fact in subject.rulebook.facts.items() if fact.shown_as}
    shown |= {name for group in subject.rulebook.summary for name in group}
    tempering = frozenset(_tempering(subject))
    for rule in subject.rulebook.rules.values():
        for pattern in rule.then:
            mine = {atom for atom in subject.conclusions.get(rule.id, ()) if atom.fact == pattern.fact}
            if pattern.fact not in shown and mine and not mine & (subject.read | tempering):
                message = (
                    f"nothing uses what the rule '{rule.id}' concludes here, and nobody is shown it: "
                    f"no condition looks at it, and '{pattern.fact}' has no 'shown_as'"
                )
                yield Finding(pattern.place, "RB603", message)


def _tempering(subject: Subject) -> Iterator[Atom]:
    """What a `tempered_by` looks at; it is no part of an instance."""
    for rule in subject.rulebook.rules.values():
        for condition in rule.tempered_by:
            for key in subject.provided(rule, condition):
                yield Atom(condition.pattern.fact, key)


def _entities(subject: Subject) -> Iterator[Finding]:
    used = set(_used_entities(subject))
    used |= {
        one.id for one in subject.rulebook.instruments.values() if one.follows in used
    }  # advice says what followed
    for entity in subject.rulebook.entities.values():
        if entity.name not in used:
            what = "group" if entity.members else "instrument" if INSTRUMENT in entity.types else "entity"
            message = f"nothing uses the {what} '{entity.name}': no rule can speak of it, and no situation does"
            yield Finding(entity.place, "RB611", message)


def _used_entities(subject: Subject) -> Iterator[str]:
    """Entities that a rule names or ranges over, that an instrument or recommendation needs, that somebody can tell of.

    A situation does so, and whoever tells what is only there as context.
    """
    rulebook = subject.rulebook
    for rule in rulebook.rules.values():
        for values in rule.ranges.values():
            yield from values
    for pattern in _patterns(rulebook):
        yield from _spoken_of(rulebook, pattern)
    for slot in (slot for fact in rulebook.facts.values() if fact.context for slot in fact.keys):
        if isinstance(slot.kind, Entities):  # no rule reads the fact, on purpose
            yield from (e.name for e in rulebook.entities.values() if slot.kind.takes(e))
    templates, rules = rulebook.recommendations.values(), rulebook.rules.values()
    carriers = (*(one.carried_by for one in templates), *(one.carried_by for one in rules))
    yield from (carrier.instrument for carried_by in carriers for carrier in carried_by)
    for situation in subject.situations:
        for statement in situation.statements:
            yield from (term for term in statement.said.terms if isinstance(term, str))
            yield from (value for value in statement.atom.key if value is not None)


def _patterns(rulebook: Rulebook) -> Iterator[Pattern]:
    yield from (condition.pattern for condition in conditions(rulebook))
    for rule in rulebook.rules.values():
        yield from rule.then


def _spoken_of(rulebook: Rulebook, pattern: Pattern) -> Iterator[str]:
    """Named entities, any that may stand in a slot left out, and the groups that a fact could be told of."""
    for slot, term in zip(rulebook.facts[pattern.fact].keys, pattern.terms, strict=True):
        if not isinstance(slot.kind, Entities):
            continue
        if isinstance(term, str):
            yield term
        elif term is Blank.ANY:
            yield from slot.kind.domain(rulebook.entities)
        if slot.kind.spread is Spread.EACH and not isinstance(term, str):
            yield from (e.name for e in rulebook.entities.values() if e.members and slot.kind.takes(e))


def _entity_types(rulebook: Rulebook) -> Iterator[Finding]:
    used = {name for fact in rulebook.facts.values() for slot in fact.keys for name in slot.types}
    for kind in rulebook.entity_types.values():
        if kind.name not in used and kind.name != INSTRUMENT:
            yield Finding(kind.place, "RB612", f"no slot of any fact type takes the entity type '{kind.name}'")


def _fact_types(subject: Subject) -> Iterator[Finding]:
    """What stands nowhere, and what people can tell and no condition looks at."""
    rulebook, read = subject.rulebook, _read(subject.rulebook)
    used = {pattern.fact for pattern in _patterns(rulebook)} | read
    concluded = {pattern.fact for rule in rulebook.rules.values() for pattern in rule.then}
    used |= {s.said.fact for situation in subject.situations for s in situation.statements}
    for fact in rulebook.facts.values():
        if fact.name not in used and not fact.catalogue and not fact.context:
            message = (
                f"nothing uses the fact type '{fact.name}': it stands in no rule, and no situation tells it; "
                f"write a rule that reads it, or say in 'context' why none does"
            )
            yield Finding(fact.place, "RB613", message)
        elif fact.name not in read | concluded and fact.origin is not Origin.DERIVED and not _is_noted(fact):
            message = (
                f"no condition looks at '{fact.name}', which can be told; "
                f"write a rule that reads it, or say in 'context' why none does"
            )
            yield Finding(fact.place, "RB615", message)


def _is_noted(fact: FactType) -> bool:
    """Whether a fact of the type need not be read: the advice shows it, or it is there as context."""
    return bool(fact.catalogue or fact.shown_as or fact.context)


def _contexts(rulebook: Rulebook) -> Iterator[Finding]:
    """Fact types that say that no rule reads them, and are read or shown, or are never told."""
    read, looked_at = _read(rulebook), {condition.pattern.fact for condition in conditions(rulebook)}
    shares = {
        of: fact.name
        for fact in rulebook.facts.values()
        if fact.name in looked_at and fact.share_of is not None
        for of in (fact.share_of.part, fact.share_of.whole)
    }
    for fact in rulebook.facts.values():
        wrong = (
            "can only be concluded"
            if fact.origin is Origin.DERIVED
            else f"is what '{shares[fact.name]}' is a share of, or a part of it, and a condition reads that"
            if fact.name in shares and fact.name not in looked_at
            else "is read by a condition"
            if fact.name in read
            else f"is shown as a {fact.shown_as.value}"
            if fact.shown_as
            else ""
        )
        if fact.context and wrong:
            message = f"'{fact.name}' has a 'context', though it {wrong}; take 'context' out"
            yield Finding(fact.places.get("context", fact.place), "RB616", message)


def _read(rulebook: Rulebook) -> frozenset[str]:
    """The fact types that a condition looks at, and those that a share is reckoned from which one looks at."""
    read = {condition.pattern.fact for condition in conditions(rulebook)}
    shares = (rulebook.facts[name].share_of for name in read)
    return frozenset(read).union(*((share.part, share.whole) for share in shares if share is not None))


def _variables(rulebook: Rulebook) -> Iterator[Finding]:
    """Variables that stand once: where any value will do the slot is left out, else the name is another's misspelt."""
    by_group: dict[str, Counter[str]] = {}
    for rule in rulebook.rules.values():
        by_group.setdefault(rule.group or f"{rule.id}, alone", Counter()).update(_variable_places(rulebook, rule))
    for rule in rulebook.rules.values():
        places = _variable_places(rulebook, rule)
        for name in (name for name in rule.ranges if places[name] == 1):
            if rule.group and by_group[rule.group][name] > sum(rule.group == r.group for r in rulebook.rules.values()):
                continue  # given to all rules of a group, and used by others of them
            pattern = next(c.pattern for c in rule.when if name in c.pattern.variables)
            hint = did_you_mean(name, set(rule.ranges) - {name})
            message = (
                f"in the rule '{rule.id}' the variable '${name}' stands once; leave its slot out if any value will do"
            )
            yield Finding(pattern.place, "RB607", f"{message}{hint}")


def _variable_places(rulebook: Rulebook, rule: Rule) -> Counter[str]:
    """How often each variable of a rule stands in it, its sentence included."""
    conditions = (*rule.when, *rule.unless, *rule.tempered_by)
    patterns = (*(condition.pattern for condition in conditions), *rule.then)
    terms = (term.name for pattern in patterns for term in pattern.terms if isinstance(term, Variable))
    return Counter((*terms, *IN_BRACES.findall(rule.because)))


def _parameters(rulebook: Rulebook) -> Iterator[Finding]:
    tests = (condition.pattern.test for condition in conditions(rulebook))
    used = {name for test in tests if test for name in test.parameters}
    for parameter in rulebook.parameters.values():
        if parameter.name not in used:
            yield Finding(parameter.place, "RB614", f"no condition compares anything with '{parameter.name}'")
