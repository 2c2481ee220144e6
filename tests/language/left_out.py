"""`python -m tests.language.left_out [PHRASES]`: does the search find a fact by the other phrases, where one is left out?

Each phrase is filled in and said, and searched for among all the others: right if its type, slots and truth are among the
first three. Others than somebody else's lines, these cost nothing; what helps here has helped there.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Mapping
from itertools import islice

from dragoman.language.grammar import Grammar, grammar_of
from dragoman.language.line import Line
from dragoman.language.machine import Compiler
from dragoman.language.notation import Adjunct, Choice, ClassRef, Sequence, SlotRef, Word, parse
from dragoman.language.offering import Beside, Offering
from dragoman.language.search import Search
from dragoman.language.tokens import cleaned, tokens_of
from dragoman.rulebook.cache import load_rulebook
from dragoman.rulebook.forms import FactType
from tests.language.round_trip import fillings

_FIRST = 3


def said(chance: random.Random, compiler: Compiler, tree: Sequence, values: Mapping[str, str]) -> str:
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
    units = {
        "percent": "{} percent",
        "amount": "{} billion dollars",
        "billions": "{} billion dollars",
        "millions": "{} million",
    }
    entities = grammar.lexicon.entities
    return {
        name: entities[value].title if value in entities else units.get(name, "{}").format(value.replace("_", " "))
        for name, value in values.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.language.left_out", description=__doc__)
    parser.add_argument("phrases", nargs="?", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", action="store_true", help="show each that was not found")
    given = parser.parse_args()
    chance, grammar = random.Random(given.seed), grammar_of(load_rulebook())
    search, offering = Search(grammar), Offering(grammar)
    own = [number for number, phrase in enumerate(grammar.book.phrases) if phrase.is_own]
    tried = first = among = whole = 0
    for number in chance.sample(own, min(given.phrases, len(own))):
        phrase = grammar.book.phrases[number]
        fact, tree = grammar.told[phrase.fact], parse(phrase.text)
        values = values_for(chance, grammar, fact, dict(phrase.fixed))
        if not values and fact.slots:
            continue
        text = said(chance, grammar.compiler, tree, shown(grammar, fact, values))
        line = Line(grammar, text, tokens_of(cleaned(text)))
        every = search.found(line, left_out=number, widely=True)
        found = list(islice(offering.choices(every, text, Beside()), _FIRST))
        right = [one for one in found if one.fact == fact.name]
        tried += 1
        first += found[:1] == right[:1] and bool(right)
        among += bool(right)
        is_whole = any(one.holds == phrase.holds and _said(values, one.slots, text, line) for one in right)
        whole += is_whole
        if given.misses and not is_whole:
            print(f"{fact.name} | {text} | {[(one.fact, one.holds, one.slots) for one in found]}")
    print(
        f"{tried} phrases: type first {first / tried:.1%}, among three {among / tried:.1%}, with slots {whole / tried:.1%}"
    )


def _said(values: Mapping[str, str], got: Mapping[str, object], text: str, line: Line) -> bool:
    """Whether what was found has the entities of the sentence in their slots."""
    entities = line.grammar.lexicon.entities
    named = {name: value for name, value in values.items() if value in entities and entities[value].title in text}
    return all(got.get(name) in (value, values.get(_other(name))) for name, value in named.items())


def _other(name: str) -> str:
    return {"between": "and", "and": "between"}.get(name, name)


if __name__ == "__main__":
    main()
