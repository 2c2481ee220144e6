"""`python -m tests.language.left_out [PHRASES]`: is a fact offered by the phrases of other hands?

The phrases of a hand (the files whose names begin alike) are left out whole, and some of them are filled in, said, and
searched for by those of all others: right if the fact is among the three that are offered, with type, slots and truth.
`--few` keeps only so many phrases of each type, as a new rulebook has; `--rulebook` is another than the report's. Others than
somebody else's lines, these cost nothing; what helps here has helped there.
"""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from dragoman.language.forms import ReadFact
from dragoman.language.grammar.grammar import Grammar, grammar_of
from dragoman.language.grammar.machine import Compiler
from dragoman.language.grammar.making import weights_of
from dragoman.language.grammar.notation import Adjunct, Choice, ClassRef, SlotRef, Word, parse
from dragoman.language.grammar.notation import Sequence as Tree
from dragoman.language.line.line import Line
from dragoman.language.offering.choosing import Beside, Chooser
from dragoman.language.offering.offering import turns
from dragoman.language.offering.search import Search
from dragoman.language.words.tokens import cleaned, tokens_of
from dragoman.rulebook.cache import load_rulebook
from dragoman.rulebook.forms import FactType
from dragoman.values.enumeration import Enumeration
from dragoman.values.money import Money
from dragoman.values.quantity import Quantity
from tests.language.round_trip import fillings
from tests.language.scoring import same

_FIGURES = {"35..45": "40", ">=8": "8", "<=12": "12", "42.5": "43"}
"""What is said for the figures that are tried, each as one number."""


class Tried(NamedTuple):
    """A phrase that was left out."""

    number: int
    text: str
    """One way to say it."""
    values: Mapping[str, str]


class Without(Search):
    """A search that knows only some of the phrases."""

    def __init__(self, grammar: Grammar, kept: Sequence[int]) -> None:
        super().__init__(grammar)
        bags = [grammar.columns.rows["bag"][number] for number in range(len(grammar.book.phrases))]
        own = [bag if number in kept else [] for number, bag in enumerate(bags)]
        facts = [one.fact for one in grammar.book.phrases]
        self._weights, self._lengths = weights_of(facts, own, len(self._stems), len(grammar.told))
        self.unknown = max(filter(None, self._weights), default=1.0)
        found = defaultdict[str, list[int]](list)
        texts = grammar.columns.header["stems"]
        for number, bag in enumerate(own):
            for one in bag:
                found[texts[one]].append(number)
        self._lists = {text: found[text] for text in texts}


def said(chance: random.Random, compiler: Compiler, tree: Tree, values: Mapping[str, str]) -> str:
    """One way to say a phrase."""
    words: list[str] = []
    for item in tree:
        match item:
            case Word(text):
                words.append(text)
            case SlotRef(slot):
                words.append(values.get(slot, ""))
            case ClassRef(name):
                words.append(chance.choice(sorted(compiler.classes[name])))
            case Choice(options):
                words.append(said(chance, compiler, chance.choice(options), values))
            case Adjunct(inner):
                words.append(said(chance, compiler, inner, values))
    return " ".join(words)


def values_for(chance: random.Random, grammar: Grammar, fact: FactType, fixed: Mapping[str, str]) -> dict[str, str]:
    """Something for every slot, as a file has it."""
    every = [one for one in islice(fillings(grammar.rulebook, fact), 2000) if fixed.items() <= one.items()]
    return chance.choice(every) if every else {}


def shown(grammar: Grammar, fact: FactType, values: Mapping[str, str]) -> dict[str, str]:
    """What stands for the values in a sentence."""
    entities = grammar.lexicon.entities
    found = {
        name: entities[value].title if value in entities else value.replace("_", " ") for name, value in values.items()
    }
    kind = fact.value.kind if fact.value is not None else None
    if fact.value is not None and isinstance(kind, Money | Quantity):
        found[fact.value.name] = f"{values[fact.value.name]} {kind.unit}"
    return found


def tried(chance: random.Random, grammar: Grammar, numbers: Sequence[int], most: int) -> Iterator[Tried]:
    """Some of the phrases, filled in; an optional slot that is not said is not asked for."""
    for number in chance.sample(numbers, min(most, len(numbers))):
        phrase = grammar.book.phrases[number]
        fact, fixed = grammar.told[phrase.fact], dict(phrase.fixed)
        every = values_for(chance, grammar, fact, fixed)
        values = {name: _FIGURES.get(value, value) for name, value in every.items()}
        if not values and fact.slots:
            continue
        texts = shown(grammar, fact, values)
        text = " ".join(said(chance, grammar.compiler, parse(phrase.text), texts).split())
        optional = {slot.name for slot in fact.keys if slot.optional}
        unsaid = {name for name in values if name in optional - fixed.keys() and texts[name] not in text}
        yield Tried(number, text, {name: value for name, value in values.items() if name not in unsaid})


def folds(
    chance: random.Random, grammar: Grammar, phrases: int, few: int
) -> Iterator[tuple[str, list[int], list[Tried]]]:
    """What is left out (a hand, or all but a few of each type), what is kept, and what is tried."""
    book = grammar.book.phrases
    groups = defaultdict[str, list[int]](list)
    for number, phrase in enumerate(book):
        if phrase.is_own:
            groups[phrase.fact if few else Path(phrase.place.source).stem.split("-")[0]].append(number)
    if few:
        kept = {number for several in groups.values() for number in chance.sample(several, min(few, len(several)))}
        groups = defaultdict(list, {f"{few} of each": [n for group in groups.values() for n in group if n not in kept]})
    for name, numbers in groups.items():
        out = set(numbers)
        kept_here = [number for number in range(len(book)) if number not in out]
        yield name, kept_here, [*tried(chance, grammar, numbers, math.ceil(phrases / len(groups)))]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.language.left_out", description=__doc__)
    parser.add_argument("phrases", nargs="?", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--few", type=int, default=0, help="keep so many phrases of each type")
    parser.add_argument("--rulebook", help="another rulebook than the report's")
    parser.add_argument("--misses", action="store_true", help="show each that was not found")
    given = parser.parse_args()
    chance, grammar = random.Random(given.seed), grammar_of(load_rulebook(given.rulebook))
    chooser, counts = Chooser(grammar), Counter[str]()
    for _, kept, several in folds(chance, grammar, given.phrases, given.few):
        search = Without(grammar, kept)
        for one in several:
            found = offered(search, chooser, one.text)
            phrase = grammar.book.phrases[one.number]
            wanted = {"fact": phrase.fact, "holds": phrase.holds, "slots": _as_told(grammar, phrase.fact, one.values)}
            is_whole = any(same(grammar.rulebook, fact, wanted, loosely=True) for fact in found)
            types = [fact.fact for fact in found]
            counts.update(
                {"tried": 1, "first": types[:1] == [phrase.fact], "three": phrase.fact in types, "whole": is_whole}
            )
            if given.misses and not is_whole:
                print(f"{wanted} | {one.text} | {[(fact.fact, fact.holds, fact.slots) for fact in found]}")
    first, three, whole = (f"{counts[name] / max(1, counts['tried']):.1%}" for name in ("first", "three", "whole"))
    print(f"{counts['tried']} phrases: type first {first}, among three {three}, with slots and truth {whole}")


def offered(search: Search, chooser: Chooser, text: str) -> tuple[ReadFact, ...]:
    """What is offered for a sentence that nothing was made of."""
    line = Line(search.grammar, text, tokens_of(cleaned(text)))
    return chooser.choices(search.meant(line, 0, len(line)), text, Beside(), is_unsure=turns(line.texts))


def _as_told(grammar: Grammar, fact: str, values: Mapping[str, str]) -> dict[str, object]:
    value = grammar.told[fact].value
    figure = value.name if value is not None and not isinstance(value.kind, Enumeration) else ""
    return {name: int(text) if name == figure else text for name, text in values.items()}


if __name__ == "__main__":
    main()
