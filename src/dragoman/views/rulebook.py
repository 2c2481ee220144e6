"""A rulebook as lines: its rules, its vocabulary."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from dragoman.rulebook.forms import Condition, FactType, Rule, Rulebook, Slot, ValueSlot
from dragoman.rulebook.words import VocabularyWording
from dragoman.values.entity import Entities, Spread
from dragoman.views.lines import BLANK, Line, Part, counted, line


def rules_view(rulebook: Rulebook) -> list[Line]:
    """All rules, a line each, by level and id."""
    rules = sorted(rulebook.rules.values(), key=lambda rule: (rule.level, rule.id))
    lines: list[Line] = []
    for level, found in groupby(rules, key=lambda rule: rule.level):
        lines += [line((f"LEVEL {level}", "accent")), *(_summary(rulebook, rule) for rule in found), BLANK]
    return [*lines, line((f"{counted(len(rules), 'rule')}; 'dragoman rules ID' shows one", "muted"))]


def _summary(rulebook: Rulebook, rule: Rule) -> Line:
    return line((rule.id, "strong"), f"  {rule.because}", (f" ({_locators(rulebook, rule)})", "muted"), indent=2)


def rule_view(rulebook: Rulebook, rule: Rule) -> list[Line]:
    """One rule, whole, with the claims that it encodes."""
    words = VocabularyWording(rulebook)
    lines = [
        line((rule.id, "title"), (f"  level {rule.level}, {rule.place}", "muted")),
        *_conditions("when", rule.when, words),
        *_conditions("unless", rule.unless, words),
        *(line(("then    ", "accent"), words.pattern(p), indent=2, hang=8) for p in rule.then),
        *_conditions("tempered by", rule.tempered_by, words),
        line(("strength ", "accent"), rule.strength.in_words, indent=2),
        *([line(("other than its claims ", "accent"), rule.hedge_differs, indent=2)] if rule.hedge_differs else []),
        line(("because ", "accent"), rule.because, indent=2),
    ]
    for name, values in sorted(rule.ranges.items()):
        lines.append(line((f"${name} ", "accent"), f"one of {', '.join(values)}", indent=2))
    if rule.beyond_report:
        lines.append(line((f"beyond the {rulebook.called.document}", "warn"), indent=2))
    for claim in (rulebook.claims[claim] for claim in rule.claims):
        lines.append(
            line(("claim ", "accent"), (claim.id, "strong"), f" ({', '.join(claim.at)}) {claim.text}", indent=2)
        )
    return lines


def _conditions(label: str, conditions: tuple[Condition, ...], words: VocabularyWording) -> Iterator[Line]:
    for condition in conditions:
        yield line((f"{label:<7} ", "accent"), words.condition(condition), indent=2, hang=8)


def _locators(rulebook: Rulebook, rule: Rule) -> str:
    found = dict.fromkeys(at for claim in rule.claims for at in rulebook.claims[claim].at)
    return ", ".join(found) if found else f"beyond the {rulebook.called.document}"


def vocabulary_view(rulebook: Rulebook) -> list[Line]:
    """All fact types by where their facts come from."""
    lines: list[Line] = []
    headings = (("told", "TOLD"), ("both", "TOLD OR CONCLUDED"), ("derived", "CONCLUDED"))
    for origin, heading in headings:
        lines += [BLANK, line((heading, "accent"))] if lines else [line((heading, "accent"))]
        for fact in sorted(rulebook.facts.values(), key=lambda fact: fact.name):
            if fact.origin.value == origin and not fact.catalogue:
                slots = ", ".join(slot.name for slot in fact.slots)
                shown = f" [{fact.shown_as.value}]" if fact.shown_as else ""
                words: Part = (f"  {fact.question or fact.says}{shown}", "muted")
                lines.append(line((fact.name, "strong"), f" {{{slots}}}", words, indent=2))
    catalogue = ", ".join(sorted(fact.name for fact in rulebook.facts.values() if fact.catalogue))
    return [*lines, BLANK, line((f"every rulebook has {catalogue}, which its instruments tell", "muted"))]


def fact_type_view(rulebook: Rulebook, fact: FactType) -> list[Line]:
    """One fact type: its slots, its question, and the rules that read or conclude it."""
    lines = [
        line(
            (fact.name, "title"),
            (f"  {fact.origin.value}", "muted"),
            (f", {fact.shown_as.value}" if fact.shown_as else "", "muted"),
        ),
        line(("says ", "accent"), fact.says, indent=2),
        *([line(("asks ", "accent"), fact.question, indent=2)] if fact.question else []),
        *(line((f"{slot.name} ", "strong"), _slot(rulebook, slot), indent=2) for slot in fact.slots),
    ]
    if fact.label:
        lines.append(line((f"{fact.label} ", "strong"), "a free name, shown and no part of the fact", indent=2))
    if fact.symmetric:
        lines.append(line(f"the order of {' and '.join(fact.symmetric_names)} means nothing", indent=2))
    if fact.share_of:
        halves = f"{fact.share_of.part} in {fact.share_of.whole}"
        lines.append(line(("where nobody tells it ", "accent"), f"reckoned as the share of {halves}", indent=2))
    if fact.words:
        lines.append(line(("words ", "accent"), ", ".join(fact.words), indent=2))
    concluding = [rule.id for rule in rulebook.rules.values() if any(p.fact == fact.name for p in rule.then)]
    reading = [
        rule.id
        for rule in rulebook.rules.values()
        if any(c.pattern.fact == fact.name for c in (*rule.when, *rule.unless, *rule.tempered_by))
    ]
    lines.append(line(("concluded by ", "accent"), ", ".join(concluding) or "no rule", indent=2))
    lines.append(line(("read by ", "accent"), ", ".join(reading) or "no rule", indent=2))
    if fact.context:
        lines.append(line(("noted as context ", "accent"), fact.context, indent=2))
    return lines


def _slot(rulebook: Rulebook, slot: Slot | ValueSlot) -> str:
    if isinstance(slot, ValueSlot):
        return f"{slot.kind.described()} (the value)"
    if isinstance(slot.kind, Entities):
        members = [e.name for e in rulebook.entities.values() if slot.kind.is_of_type(e) and not e.members]
        what = f"{' or '.join(slot.types)}: {', '.join(members)}"
    else:
        what = slot.kind.described()
    spread = slot.kind.spread if isinstance(slot.kind, Entities) else Spread.REFUSED
    marks = [
        *(["optional"] if slot.optional else []),
        *(["a group stands for each of its members"] if spread is Spread.EACH else []),
        *(["a group is one more value"] if spread is Spread.NONE else []),
    ]
    return f"{what} ({'; '.join(marks)})" if marks else what
