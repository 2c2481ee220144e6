"""A reading, and a sentence with what it may tell, as JSON, one object a line; and the schemas of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dragoman.language.candidates import Candidate
from dragoman.language.forms import Intent, Offer, ReadFact, Reading
from dragoman.rulebook.likelihood import TOLD_WORDS


def reading_json(reading: Reading) -> dict[str, Any]:
    """The reading as plain data."""
    return {
        "intent": reading.intent.value,
        "facts": [fact_json(fact) for fact in reading.facts],
        "withdrawn": [fact_json(fact) for fact in reading.withdrawn],
        "supposed": [fact_json(fact) for fact in reading.supposed],
        "offered": [_offer(offer) for offer in reading.offered],
        "not_understood": list(reading.not_understood),
    }


def candidate_json(candidate: Candidate) -> dict[str, Any]:
    """A sentence of a text with what it may tell, as plain data."""
    return {
        "line": candidate.sentence.line,
        "sentence": candidate.sentence.text,
        "offers": [{**_offer(offer), "reason": offer.reason or None} for offer in candidate.offers],
    }


def fact_json(fact: ReadFact) -> dict[str, Any]:
    """A fact as plain data; what was not said is null."""
    return {
        "fact": fact.fact,
        "slots": dict(fact.slots),
        "holds": fact.holds,
        "likelihood": fact.likelihood or None,
        "source": fact.source or None,
        "date": fact.date or None,
        "span": fact.span,
    }


def _offer(offer: Offer) -> dict[str, Any]:
    return {"span": offer.span, "reason": offer.reason, "choices": [fact_json(choice) for choice in offer.choices]}


_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_FACTS = {"type": "array", "items": {"$ref": "#/$defs/fact"}}
_TEXT = {"type": "string"}


def _fact_schema() -> dict[str, Any]:
    maybe = {"type": ["string", "null"]}
    return {
        "description": "A fact. What was not said is null.",
        "type": "object",
        "properties": {
            "fact": {"description": "A fact type of the rulebook.", **_TEXT},
            "slots": {
                "description": "Names, words, numbers, or ranges {at_least, at_most, currency}.",
                "type": "object",
                "additionalProperties": {"type": ["string", "number", "object"]},
            },
            "holds": {"description": "False for a denial.", "type": "boolean"},
            "likelihood": {"description": "A word of ICD 203.", "enum": [*TOLD_WORDS, None]},
            "source": {"description": "Whose word it is, if not the speaker's own.", **maybe},
            "date": {"description": "Of when it is so, YYYY-MM-DD.", **maybe},
            "span": {"description": "The words that it comes from, as they were typed.", **_TEXT},
        },
        "required": ["fact", "slots", "holds", "likelihood", "source", "date", "span"],
        "additionalProperties": False,
    }


def _offer_schema(reason: str, types: str | list[str]) -> dict[str, Any]:
    return {
        "description": "Words that may mean a fact.",
        "type": "object",
        "properties": {
            "span": {"description": "The words.", **_TEXT},
            "reason": {"description": reason, "type": types},
            "choices": {
                "description": "What they may mean, the likeliest first.",
                **_FACTS,
                "minItems": 1,
                "maxItems": 3,
            },
        },
        "required": ["span", "reason", "choices"],
        "additionalProperties": False,
    }


def reading_schema() -> dict[str, Any]:
    """The JSON Schema of one line that `dragoman read --json` writes."""
    return {
        "$schema": _DRAFT,
        "title": "Dragoman: a line as it was read",
        "type": "object",
        "properties": {
            "intent": {"description": "What the line wants.", "enum": [intent.value for intent in Intent]},
            "facts": {"description": "What it tells.", **_FACTS},
            "withdrawn": {"description": "What it takes back; a slot left out is any value.", **_FACTS},
            "supposed": {"description": "What it asks to suppose.", **_FACTS},
            "offered": {"description": "What it may tell.", "type": "array", "items": {"$ref": "#/$defs/offer"}},
            "not_understood": {"description": "Words that nothing was made of.", "type": "array", "items": _TEXT},
        },
        "required": ["intent", "facts", "withdrawn", "supposed", "offered", "not_understood"],
        "additionalProperties": False,
        "$defs": {"fact": _fact_schema(), "offer": _offer_schema("Why they were not taken for said.", "string")},
    }


def candidate_schema() -> dict[str, Any]:
    """The JSON Schema of one line that `dragoman read --candidates FILE --json` writes."""
    reason = "Why nobody could take them for said; null where they would be told if somebody typed the sentence."
    return {
        "$schema": _DRAFT,
        "title": "Dragoman: a sentence of a text, and the facts that it may hold",
        "type": "object",
        "properties": {
            "line": {"description": "Of the text, where the sentence begins.", "type": "integer", "minimum": 1},
            "sentence": {"description": "On one line, without headings, bullets and footnote marks.", **_TEXT},
            "offers": {
                "description": "What it may tell; nothing of it is told.",
                "type": "array",
                "items": {"$ref": "#/$defs/offer"},
                "minItems": 1,
            },
        },
        "required": ["line", "sentence", "offers"],
        "additionalProperties": False,
        "$defs": {"fact": _fact_schema(), "offer": _offer_schema(reason, ["string", "null"])},
    }


OUTPUTS: Mapping[str, Callable[[], dict[str, Any]]] = {
    "reading": reading_schema,
    "candidate": candidate_schema,
}
"""The schemas of what commands write, by name."""
