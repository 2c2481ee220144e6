"""A reading as JSON, one object a line, and the schema of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

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


def reading_schema() -> dict[str, Any]:
    """The JSON Schema of one line that `dragoman read --json` writes."""
    text = {"type": "string"}
    maybe = {"type": ["string", "null"]}
    fact = {
        "description": "A fact. What was not said is null.",
        "type": "object",
        "properties": {
            "fact": {"description": "A fact type of the rulebook.", **text},
            "slots": {
                "description": "Names, words, numbers, or ranges {at_least, at_most, currency}.",
                "type": "object",
                "additionalProperties": {"type": ["string", "number", "object"]},
            },
            "holds": {"description": "False for a denial.", "type": "boolean"},
            "likelihood": {"description": "A word of ICD 203.", "enum": [*TOLD_WORDS, None]},
            "source": {"description": "Whose word it is, if not the speaker's own.", **maybe},
            "date": {"description": "Of when it is so, YYYY-MM-DD.", **maybe},
            "span": {"description": "The words that it comes from, as they were typed.", **text},
        },
        "required": ["fact", "slots", "holds", "likelihood", "source", "date", "span"],
        "additionalProperties": False,
    }
    facts = {"type": "array", "items": {"$ref": "#/$defs/fact"}}
    offer = {
        "description": "Words that may mean a fact.",
        "type": "object",
        "properties": {
            "span": {"description": "The words.", **text},
            "reason": {"description": "Why they were not taken for said.", **text},
            "choices": {
                "description": "What they may mean, the likeliest first.",
                **facts,
                "minItems": 1,
                "maxItems": 3,
            },
        },
        "required": ["span", "reason", "choices"],
        "additionalProperties": False,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Dragoman: a line as it was read",
        "type": "object",
        "properties": {
            "intent": {"description": "What the line wants.", "enum": [intent.value for intent in Intent]},
            "facts": {"description": "What it tells.", **facts},
            "withdrawn": {"description": "What it takes back; a slot left out is any value.", **facts},
            "supposed": {"description": "What it asks to suppose.", **facts},
            "offered": {"description": "What it may tell.", "type": "array", "items": {"$ref": "#/$defs/offer"}},
            "not_understood": {"description": "Words that nothing was made of.", "type": "array", "items": text},
        },
        "required": ["intent", "facts", "withdrawn", "supposed", "offered", "not_understood"],
        "additionalProperties": False,
        "$defs": {"fact": fact, "offer": offer},
    }


OUTPUTS: Mapping[str, Callable[[], dict[str, Any]]] = {"reading": reading_schema}
"""The schemas of what commands write, by name."""
