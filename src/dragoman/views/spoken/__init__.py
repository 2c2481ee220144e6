"""Answers of a conversation as lines to be read aloud: sentences, and no code, name of a type, brace or locator in them.

Short by default: what matters most, and at the end what can be asked for more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from dragoman.conversation.shown import (
    AdviceShown,
    Compared,
    Explained,
    FactAnswer,
    FactsShown,
    FactWhy,
    Nothing,
    ResultsShown,
    RulesShown,
    UnusedShown,
    Which,
    Why,
    WhyNotShown,
)
from dragoman.exact.change_forms import Asked, Flipped, Hinges, Robust, Sources
from dragoman.exact.why_not_forms import Silence
from dragoman.rulebook.forms import Rulebook
from dragoman.views.lines import Line
from dragoman.views.spoken.changes import asked, flipped, hinges, robust, sources
from dragoman.views.spoken.facts import fact_answer, fact_why, facts, unused
from dragoman.views.spoken.lists import advice, compared, explained, nothing, results, rules, which
from dragoman.views.spoken.reasons import why
from dragoman.views.spoken.reasons_against import silence, why_not

_WORDED: Mapping[type, Callable[[Any, bool], Iterable[Line]]] = {
    AdviceShown: advice,
    ResultsShown: results,
    FactsShown: facts,
    FactAnswer: fact_answer,
    FactWhy: fact_why,
    UnusedShown: unused,
    RulesShown: rules,
    Compared: compared,
    Explained: explained,
    Which: which,
    Nothing: nothing,
    Why: why,
    WhyNotShown: why_not,
    Silence: silence,
    Hinges: hinges,
    Flipped: flipped,
    Asked: asked,
    Robust: robust,
    Sources: sources,
}


def spoken(answer: object, rulebook: Rulebook, *, everything: bool = False) -> list[Line]:
    """An answer as lines; none for what is no answer of a conversation."""
    worded = _WORDED.get(type(answer))
    return list(worded(answer, everything)) if worded is not None else []
