"""Sentences that leave out what they are about, or say how sure they are in two ways at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.errors import Finding
from dragoman.lint.subject import Subject
from dragoman.rulebook.forms import FactType, Recommendation, Slot

_IN_BRACES = re.compile(r"\{([^{}]*)\}")
_IN_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_END_OF_SENTENCE = re.compile(r"(?<=[.?!])\s+")
_LIKELIHOOD = re.compile(
    r"\b(?:(?:un)?likely|(?:im)?probabl[ey]|possibl[ye]|may|might|could|almost certain(?:ly)?|nearly certain(?:ly)?"
    r"|roughly even|remote chance|almost no chance)\b",
    re.IGNORECASE,
)
_CONFIDENCE = re.compile(
    r"\b(?:(?:high|moderate|medium|low|great|full)[ -]confidence(?! building)|with (?:\w+ )?confidence"
    r"|(?:is|are|be|we|am) (?:\w+ )?confident|confidently)\b",
    re.IGNORECASE,
)


def check_sentences(subject: Subject) -> Iterator[Finding]:
    """Every sentence of the rules and of the vocabulary."""
    rulebook = subject.rulebook
    for rule in rulebook.rules.values():
        if rule.ranges and not _IN_BRACES.search(rule.because):
            named = " or ".join(f"{{{name}}}" for name in sorted(rule.ranges))
            message = f"'because' of the rule '{rule.id}' names none of its variables; every proof would read alike"
            yield Finding(rule.places["because"], "RB641", f"{message}; put in {named}")
        if mixed := _mixed(rule.because):
            yield Finding(rule.places["because"], "RB643", f"'because' of the rule '{rule.id}' {mixed}")
    for fact in rulebook.facts.values():
        if not fact.catalogue:
            yield from _fact_type(fact)
    for recommendation in rulebook.recommendations.values():
        yield from _titles(rulebook.facts[recommendation.id], recommendation)
        for text in (recommendation.title, recommendation.action, *recommendation.caveats):
            if mixed := _mixed(text):
                message = f"a sentence of the recommendation '{recommendation.id}' {mixed}"
                yield Finding(recommendation.place, "RB643", message)


def _fact_type(fact: FactType) -> Iterator[Finding]:
    for key in ("says", "denies", "question"):
        text: str = getattr(fact, key)
        left_out = [slot.name for slot in fact.keys if _must_be_named(slot) and f"{{{slot.name}}}" not in text]
        if text and left_out:
            named = " and ".join(f"{{{name}}}" for name in left_out)
            message = f"'{key}' of '{fact.name}' leaves out {named}; two different facts would read the same"
            yield Finding(fact.places[key], "RB642", message)
        if mixed := _mixed(text):
            yield Finding(fact.places[key], "RB643", f"'{key}' of '{fact.name}' {mixed}")

    if fact.label and f"{{{fact.label}}}" not in _optional_parts(fact.says):
        message = f"'says' of '{fact.name}' does not name its label in [ ]; what is told there would hardly be shown"
        yield Finding(fact.places["says"], "RB642", f"{message}; write [ {{{fact.label}}}] where it reads well")


def _titles(fact: FactType, recommendation: Recommendation) -> Iterator[Finding]:
    """Titles that would be the same for two recommendations."""
    for key, text in (("title", recommendation.title), ("short", recommendation.short)):
        left_out = [slot.name for slot in fact.keys if _must_be_named(slot) and f"{{{slot.name}}}" not in text]
        if left_out and (key == "title" or text != recommendation.title):
            named = " and ".join(f"{{{name}}}" for name in left_out)
            message = f"'{key}' of the recommendation '{fact.name}' leaves out {named}; two of them would read the same"
            yield Finding(recommendation.place, "RB642", message)


def _optional_parts(text: str) -> str:
    return " ".join(_IN_BRACKETS.findall(text))


def _must_be_named(slot: Slot) -> bool:
    return not slot.optional and slot.beside is None


def _mixed(text: str) -> str:
    """What to say of a text with a sentence that mixes likelihood and confidence (ICD 203 forbids it), or nothing."""
    for sentence in _END_OF_SENTENCE.split(text):
        likelihood, confidence = _LIKELIHOOD.search(sentence), _CONFIDENCE.search(sentence)
        if likelihood and confidence:
            return (
                f"says how likely ('{likelihood.group()}') and how confident ('{confidence.group()}') in one sentence; "
                "say the one, and the other in a sentence of its own"
            )
    return ""
