"""A file of facts to fill in: every input of a rulebook, its question and what can be answered, all commented out.

Grouped by the rule file that asks for an input most often: so economics stands with economics, whatever the rulebook. In
what order is for the caller to say; else it is the vocabulary's. Without its `# ` each entry is a fact that can be told as it
stands. A number stands as its whole range, which says nothing; every other value is the first one allowed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from textwrap import wrap

from dragoman.errors import Place
from dragoman.rulebook.forms import Condition, FactType, Origin, Rulebook, Slot
from dragoman.rulebook.words import fill
from dragoman.situation.assemble import Assembly, situation_names
from dragoman.source.nodes import Scalar
from dragoman.source.yaml_writer import comment, scalar
from dragoman.values.entity import Entities, Entity

_WIDTH = 116
_UNASKED = "read by no rule"


def template(rulebook: Rulebook, entity: str = "", order: Sequence[str] | None = None) -> Iterator[str]:
    """The lines of the file; with `entity`, the slots that take it are filled with it.

    With `order`, names of fact types, it asks for these and no others, those in front first.
    """
    chosen = rulebook.entities[entity] if entity else None
    yield from _head(
        rulebook, chosen, is_everything=order is None or set(order) >= {one.name for one in inputs(rulebook)}
    )
    for title, facts in _groups(rulebook, order).items():
        yield ""
        yield f"  # {'-' * 80} {comment(title)}"
        for fact in facts:
            yield ""
            yield from _input(rulebook, fact, chosen)


def inputs(rulebook: Rulebook) -> list[FactType]:
    """The fact types that can be told, the catalogue's left out, in the order of the vocabulary."""
    return [fact for fact in rulebook.facts.values() if fact.origin is not Origin.DERIVED and not fact.catalogue]


def _head(rulebook: Rulebook, chosen: Entity | None, *, is_everything: bool) -> Iterator[str]:
    about = f" about {comment(chosen.title)}" if chosen else ""
    what = "Everything that can be told" if is_everything else "What decides recommendations and can be told"
    yield f"# {what}{about} to the rulebook {rulebook.id} {comment(rulebook.version)}."
    yield "# Take away the '# ' in front of an entry ('# - ...') to tell it, and put your answer in place of the example."
    yield "# A range that is left as it is says nothing: narrow it, or write one number. What is not so is told as"
    yield "#   - not: {...the entry in braces...}"
    yield "# Under a fact, indented by four, may stand what is known about it (all of it may be left out):"
    day = rulebook.report.date.isoformat()
    yield '#     source: {title: "who says so, and when", grade: B2}    the grade only if somebody gave one'
    yield f"#     date: {day}         until: {day}           full dates"
    yield "#     likelihood: very likely                             a word of ICD 203, or a percentage"
    yield "#     note: free text"
    yield ""
    title = f"New situation, {chosen.title}" if chosen else "New situation"
    yield f"situation: {scalar(Scalar(title, False, Place('')))}"
    yield f"# as_of: {rulebook.report.date}"
    names = situation_names(rulebook)
    if names:
        yield f"# based_on: {_start(rulebook, names)}"
        yield from _folded(f"(or {', '.join(names)})", "#   ", "#   ")
    yield "facts:"


def _start(rulebook: Rulebook, names: list[str]) -> str:
    """The situation to start from: one that starts from no other itself, of the report's own date if there is one."""
    assembly = Assembly(rulebook)

    def distance(name: str) -> tuple[bool, bool]:
        file = assembly.file(name)
        return file is None or bool(file.based_on), file is None or file.as_of != rulebook.report.date

    return min(names, key=distance)


def _groups(rulebook: Rulebook, order: Sequence[str] | None) -> dict[str, list[FactType]]:
    asked = _asked(rulebook)
    groups: dict[str, list[FactType]] = {}
    place = {name: number for number, name in enumerate(rulebook.facts if order is None else order)}
    wanted = (fact for fact in inputs(rulebook) if fact.name in place)
    for fact in sorted(wanted, key=lambda one: place[one.name]):
        by_file = asked.get(fact.name)
        title = by_file.most_common(1)[0][0] if by_file else _UNASKED
        groups.setdefault(title, []).append(fact)
    if _UNASKED in groups:
        groups[_UNASKED] = groups.pop(_UNASKED)
    return groups


def _asked(rulebook: Rulebook) -> dict[str, Counter[str]]:
    """How often each file asks for each fact type."""
    asked: dict[str, Counter[str]] = {}

    def count(conditions: tuple[Condition, ...], source: str) -> None:
        for condition in conditions:
            asked.setdefault(condition.pattern.fact, Counter())[PurePath(source).stem] += 1

    for rule in rulebook.rules.values():
        count((*rule.when, *rule.unless, *rule.tempered_by), rule.place.source)
    for recommendation in rulebook.recommendations.values():
        count((*recommendation.under_way_when, *recommendation.complete_when), recommendation.place.source)
    return asked


def _input(rulebook: Rulebook, fact: FactType, chosen: Entity | None) -> Iterator[str]:
    filled = _filled(fact, chosen)
    shown = {slot.name: f"<{slot.name}>" for slot in fact.slots}
    if chosen and filled:
        shown[filled] = chosen.title
    question = fill(fact.question, {**shown, fact.label: f"<{fact.label}>"})
    concluded = "" if fact.origin is Origin.TOLD else " (The rules conclude it; told, it overrules them.)"
    yield from _remark(f"{question}{concluded}")
    for slot in fact.slots:
        if slot.name != filled:
            allowed = _allowed(rulebook, slot) if isinstance(slot, Slot) else slot.kind.allowed()
            yield from _remark(f"  {slot.name}: {allowed}")
    if fact.label:
        yield from _remark(f"  {fact.label}: a name, free text; may be left out")
    slots = example(rulebook, fact, chosen)
    yield f"  # - {fact.name}: {slots}" if slots else "  # (nothing in the vocabulary fits its slots)"


def _remark(text: str) -> Iterator[str]:
    indent = "  # " + " " * (len(text) - len(text.lstrip()))
    yield from _folded(comment(text), indent, f"{indent}  ")


def _folded(text: str, first: str, further: str) -> list[str]:
    return wrap(text, _WIDTH, initial_indent=first, subsequent_indent=further, break_on_hyphens=False)


def _filled(fact: FactType, chosen: Entity | None) -> str:
    """The first slot that takes the chosen entity."""
    takes = (slot.name for slot in fact.keys if chosen and _takes(slot, chosen))
    return next(takes, "")


def _takes(slot: Slot, entity: Entity) -> bool:
    return isinstance(slot.kind, Entities) and slot.kind.takes(entity)


def _allowed(rulebook: Rulebook, slot: Slot) -> str:
    own = slot.kind.choices(rulebook.entities, is_told=False)
    groups = slot.kind.choices(rulebook.entities, is_told=True)[len(own) :]
    each = f"; or for each of its members {', '.join(groups)}" if groups else ""
    return f"{', '.join(own)}{each}{'; may be left out' if slot.optional else ''}"


def example(rulebook: Rulebook, fact: FactType, chosen: Entity | None) -> str:
    """The slots of a fact that can be told, in braces; empty if there is none."""
    filled = _filled(fact, chosen)
    parts: dict[str, str] = {}
    for slot in fact.keys:
        pair = fact.symmetric_names
        others = {parts.get(name) for name in pair} if slot.name in pair else set()
        possible = [v for v in slot.kind.choices(rulebook.entities, is_told=False) if v not in others]
        if chosen and slot.name == filled:
            parts[slot.name] = chosen.name
        elif possible and not slot.optional:
            parts[slot.name] = possible[0]
        elif not slot.optional:
            return ""
    if fact.value:
        parts[fact.value.name] = fact.value.kind.example()
    return "{" + ", ".join(f"{name}: {value}" for name, value in parts.items()) + "}"
