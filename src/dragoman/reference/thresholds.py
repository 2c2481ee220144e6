"""The thresholds of a rulebook: whose each is, and what hangs on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.reference.forms import Compares, Threshold
from dragoman.rulebook.forms import Parameter, Rulebook
from dragoman.rulebook.words import VocabularyWording, capital

_VARIABLE = re.compile(r"\$([a-z0-9_-]+)")


def threshold_list(rulebook: Rulebook) -> tuple[Threshold, ...]:
    """All of them, in the order of the rulebook."""
    return tuple(_threshold(rulebook, one) for one in rulebook.parameters.values())


def _threshold(rulebook: Rulebook, one: Parameter) -> Threshold:
    own = rulebook.changed.get(one.name)
    return Threshold(
        name=one.name,
        value=f"{one.value:f}",
        unit=one.unit,
        whose=one.whose if own is None else "yours",
        own="" if own is None else f"{own:f}",
        at=one.at,
        reason=" ".join(one.reason.split()),
        compares=tuple(_compares(rulebook, one.name)),
        option=f"--set {one.name}=VALUE",
    )


def _compares(rulebook: Rulebook, name: str) -> Iterator[Compares]:
    words = VocabularyWording(rulebook)
    for rule in rulebook.rules.values():
        for condition in (*rule.when, *rule.unless, *rule.tempered_by):
            test = condition.pattern.test
            if test is not None and name in test.parameters:
                gives = tuple(capital(opened(words.pattern(pattern))) for pattern in rule.then)
                yield Compares(rule.id, capital(opened(words.pattern(condition.pattern))), gives)


def opened(sentence: str) -> str:
    """A sentence of a rule with its variables as words: `some state` for `$state`.

    >>> opened("China lends to $state, and $other follows.")
    'China lends to some state, and some other follows.'
    """
    return " ".join(_opened(word) for word in sentence.split(" "))


def _opened(word: str) -> str:
    if not word.startswith("$"):
        return word
    variable = _VARIABLE.match(word)
    name = variable.group(1) if variable else word[1:]
    return f"some {name.replace('_', ' ')}{word[1 + len(name) :]}"
