"""Every sentence that a rulebook can say, to be read aloud: `python -m tests.check.sentences [FOLDER] [--faults]`.

What the vocabulary says, denies and asks, what a rule gives as its reason, and how a recommendation is worded, each for
every way to fill it (for very many ways: each value at least once). `faults` names what a machine can hear.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice, product
from pathlib import Path
from typing import NamedTuple

from dragoman.advice.statement_wording import StatementWording
from dragoman.lint.subject import study
from dragoman.rulebook.forms import Blank, FactType, Key, Origin, Recommendation, Rule, Rulebook, Slot
from dragoman.rulebook.load import read_rulebook, shipped
from dragoman.rulebook.words import SLOT, fill
from dragoman.values.entity import Entities
from dragoman.values.enumeration import Enumeration, Word
from dragoman.values.kind import Stated
from dragoman.values.quantity import Quantity, Range

MANY = 1500
"""Of more fillings than this only some are said, so that each value stands in one."""


class Sentence(NamedTuple):
    """One sentence, and what says it."""

    kind: str
    """`says`, `denies`, `question`, `because`, `title`, `short` or `action`."""
    by: str
    """The fact type, rule or recommendation."""
    text: str


def sentences(rulebook: Rulebook) -> Iterator[Sentence]:
    """All of them, the vocabulary's first."""
    words = StatementWording(rulebook)
    concluded = study(rulebook, (), ()).concluded
    for fact in rulebook.facts.values():
        keys: Iterable[Key] = sorted(concluded.get(fact.name, ()), key=str)
        if fact.origin is not Origin.DERIVED:
            keys = [key for key in _fillings(_values(rulebook, slot) for slot in fact.keys) if _is_sense(fact, key)]
        yield from dict.fromkeys(_of_fact(words, fact, keys))
    for rule in rulebook.rules.values():
        yield from dict.fromkeys(_of_rule(words, rule))
    for template in rulebook.recommendations.values():
        keys = sorted(concluded.get(template.id, ()), key=str)
        yield from dict.fromkeys(_of_template(words, template, keys))


def _values(rulebook: Rulebook, slot: Slot) -> Sequence[str | None]:
    return [*sorted(slot.kind.domain(rulebook.entities)), *([None] if slot.optional else [])]


def _fillings(values: Iterable[Sequence[str | None]]) -> Iterator[Key]:
    """The product; of a large one the beginning, and rows in which every value stands."""
    columns = list(values)
    yield from islice(product(*columns), MANY)
    longest = max(map(len, columns), default=0)
    yield from (tuple(column[row % len(column)] for column in columns) for row in range(longest))


def _is_sense(fact: FactType, key: Key) -> bool:
    """Nobody tells that China needs China."""
    named = [value for slot, value in zip(fact.keys, key, strict=True) if isinstance(slot.kind, Entities)]
    return len(set(named)) == len(named)


# -- the vocabulary


def _of_fact(words: StatementWording, fact: FactType, keys: Iterable[Key]) -> Iterator[Sentence]:
    wording, target = words.wording, words.target(fact)
    shown = list(_shown_values(fact))
    for key in keys:
        for value in shown:
            slots = wording.slots(fact, key, value)
            yield from _told(fact, slots)
            names = fact.key_names
            everyone = target in names and _everyone(words, fact, target, key[names.index(target)])
            if everyone:
                yield Sentence("says", fact.name, fill(fact.says, {**slots, target: everyone}))
    left_open = tuple(Blank.ANY for _ in fact.keys)
    yield from _told(fact, wording.slots(fact, left_open))


def _told(fact: FactType, slots: dict[str, str | None]) -> Iterator[Sentence]:
    yield Sentence("says", fact.name, fill(fact.says, slots))
    if fact.origin is not Origin.DERIVED:
        denial = fact.denies or f"it is not the case that {fact.says}"
        yield Sentence("denies", fact.name, fill(denial, slots))
        if fact.question:
            yield Sentence("question", fact.name, fill(fact.question, slots))


def _shown_values(fact: FactType) -> Iterator[str | None]:
    kind = fact.value.kind if fact.value else None
    if isinstance(kind, Enumeration):
        yield from (kind.says(Word(word)) for word in kind.words)
        yield kind.known([Stated(False, Word(word)) for word in kind.words[:2]])[0]
    elif isinstance(kind, Quantity):
        yield kind.says(Range(Decimal(4), Decimal(4)))
    else:
        yield None


def _everyone(words: StatementWording, fact: FactType, target: str, value: str | None) -> str:
    """Where the value is the first member of a group: all of it."""
    groups = (entity.members for entity in words.rulebook.entities.values() if entity.members)
    return next((words.everyone(fact, target, members) for members in groups if members[0] == value), "")


# -- rules and recommendations


def _of_rule(words: StatementWording, rule: Rule) -> Iterator[Sentence]:
    named = [name for name in rule.ranges if name in SLOT.findall(rule.because)]
    for values in _fillings([rule.ranges[name] for name in named]):
        if len(set(values)) == len(values):
            bindings = tuple((name, str(value)) for name, value in zip(named, values, strict=True))
            yield Sentence("because", rule.id, words.because(rule.id, bindings))


def _of_template(words: StatementWording, template: Recommendation, keys: Iterable[Key]) -> Iterator[Sentence]:
    fact = words.rulebook.facts[template.id]
    for key in keys:
        slots = words.wording.slots(fact, key)
        fillings = [slots]
        if template.target:
            value = key[fact.key_names.index(template.target)]
            everyone = _everyone(words, fact, template.target, value)
            fillings += [{**slots, template.target: everyone}] if everyone else []
        for filled in fillings:
            for kind in ("title", "short", "action"):
                yield Sentence(kind, template.id, fill(getattr(template, kind), filled))


# -- what a machine can hear

_FAULTS = {
    r"_": "a raw word",
    r"…": "a slot without a value",
    r"[{}\[\]$]": "a brace",
    r"(?i)\b(\w+) \1\b": "a word twice",
    r"\b(?:an?|the) (?:an?|the)\b": "two articles",
    r"\bany any\b|\b(?:the|an?|each|no) any\b": "an article before 'any'",
    r"  | [,.;:?!]|[,;:] *[.?!]|\.\.": "spaces or stops",
    r"\ba (?=[aeio](?!ne\b|u))|\ba (?=u(?!ni|se|su))": "'a' before a vowel",
    r"\ban (?=[bcdfgjklmnpqrstvwxyz])": "'an' before a consonant",
    r"\beach \w+ of [A-Z]\w+(?: [A-Z]\w+)*'s\b": "the genitive of a whole group",
    r"(?:^|that )each \w+ of [A-Z]\w+(?: [A-Z]\w+)* (?:are|have|do|were|see|owe|want|need)\b": "a plural after 'each'",
    r"\bone (?:are|have|do)\b": "a plural after 'one'",
}
_CAPITAL = {"question", "because", "title", "short", "action"}
_ENDS = {"question": "?", "because": ".", "action": "."}


def faults(sentence: Sentence) -> Iterator[str]:
    """What is wrong with it."""
    text = sentence.text
    yield from (what for pattern, what in _FAULTS.items() if re.search(pattern, text))
    if sentence.kind in _CAPITAL and not text[:1].isupper():
        yield "a small letter at the beginning"
    end = _ENDS.get(sentence.kind, "")
    if not text.endswith(end) or (not end and text[-1:] in ".?!,;:"):
        yield "a wrong end"


def main(arguments: Sequence[str]) -> None:
    """Print every sentence after what says it; with `--faults`, only those with one."""
    folders = [argument for argument in arguments if argument != "--faults"]
    last = ""
    for sentence in sentences(read_rulebook(Path(folders[0]) if folders else shipped())):
        found = "; ".join(faults(sentence))
        if "--faults" in arguments and not found:
            continue
        if sentence.by != last:
            print(f"\n{sentence.by}")
            last = sentence.by
        print(f"  {sentence.kind}: {sentence.text}{f'   <- {found}' if found else ''}")


if __name__ == "__main__":
    main(sys.argv[1:])
