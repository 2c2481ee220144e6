"""Lines that can be typed, in the words of the rulebook that is loaded: its own examples, or ones made from its vocabulary."""

from __future__ import annotations

from dragoman.advice.statement_wording import wording_of
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.words import capital
from dragoman.situation.assemble import read_chat_fact
from dragoman.situation.template import example, inputs
from dragoman.situation.typed import typed
from dragoman.source.nodes import Mapping
from dragoman.source.reading import Reading
from dragoman.source.yaml_writer import in_a_line

_SHOWN = 2
"""So many slots show how slots are written."""


def example_facts(rulebook: Rulebook) -> tuple[str, ...]:
    """Facts that can be told: those that the rulebook names, else one that is made; none if nothing can be told."""
    own = tuple(in_a_line(node) for node in rulebook.example if isinstance(node, Mapping))
    made = _made(rulebook)
    return own or ((made,) if made else ())


def example_sentences(rulebook: Rulebook) -> tuple[str, ...]:
    """The same facts in plain English, as the rulebook says them."""
    reading, voices = Reading("FA"), wording_of(rulebook)
    nodes = (typed(reading, "example", fact) for fact in example_facts(rulebook))
    said = (read_chat_fact(rulebook, reading, node) for node in nodes if node is not None)
    return tuple(capital(voices.whole(one)) for one in said if one is not None)


def example_question(rulebook: Rulebook) -> str:
    """The name of something that can be asked for: the first recommendation, or the first conclusion; or empty."""
    concluded = (fact.name for fact in rulebook.facts.values() if rulebook.levels.get(fact.name))
    return next(iter(rulebook.recommendations), next(concluded, ""))


def examples(rulebook: Rulebook) -> tuple[tuple[str, str], ...]:
    """Lines that state something, and what each does; none for a rulebook to which nothing can be told."""
    facts, plain = example_facts(rulebook), _made(rulebook)
    if not facts or not plain:
        return ()
    return (
        *((fact, "a fact") for fact in facts),
        (f"not: {{{plain}}}", "a denial"),
        (f"forget: {{{plain}}}", "take back what was said"),
        (f"{plain}, likelihood: likely, source: a newspaper", "with more"),
    )


def _made(rulebook: Rulebook) -> str:
    """A fact of the first type of the vocabulary without a value slot and with two others, or what comes nearest to that."""
    told = sorted(inputs(rulebook), key=lambda fact: (fact.value is not None, len(fact.keys) < _SHOWN))
    facts = (f"{fact.name}: {slots}" for fact in told if (slots := example(rulebook, fact, None)))
    return next(facts, "")
