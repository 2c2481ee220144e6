"""What a recommendation is called in a list: whom it is for stands in a column of its own, so the title leaves it out."""

from __future__ import annotations

import re

from dragoman.advice.forms import Recommended
from dragoman.advice.statement_wording import wording_of
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.words import SLOT, capital, fill

_CODE = re.compile(r"[A-Z]{2}")
_GOES_ON = re.compile(r"(?:in|for|with|of|to|by|on|at|from|when|where)\b")
"""What begins a phrase that a title can end with."""


def titles(recommended: Recommended, rulebook: Rulebook) -> tuple[str, ...]:
    """From full to short, each once."""
    between = " " if _GOES_ON.match(recommended.apart) else ": "
    full = between.join(filter(None, (recommended.called, recommended.apart)))
    return tuple(dict.fromkeys(filter(None, (full, _short(recommended, rulebook)))))


def _short(recommended: Recommended, rulebook: Rulebook) -> str:
    """The title for lists without whom it is for; empty where that cannot be left out."""
    template = rulebook.recommendations[recommended.id]
    text = re.sub(rf" (?:for|with|of|in|to) \{{{template.target}\}}", "", template.short) if template.target else ""
    if not text or f"{{{template.target}}}" in text:
        return ""
    words = wording_of(rulebook).wording.slots(rulebook.facts[template.id], recommended.instances[0].atom.key)
    return capital(fill(text, words)) if all(words.get(name) for name in SLOT.findall(text)) else ""


def whom(rulebook: Rulebook) -> tuple[tuple[str, str, str], ...]:
    """All whom recommendations can be for: name, code of two letters or empty, title; in the order of the rulebook."""
    names: dict[str, None] = {}
    for template in rulebook.recommendations.values():
        fact = rulebook.facts[template.id]
        for slot in fact.keys if template.target else ():
            if slot.name == template.target:
                names.update(dict.fromkeys(slot.kind.domain(rulebook.entities)))
    in_order = [name for name in rulebook.entities if name in names]
    codes = [_code(rulebook, name) for name in in_order]
    are_coded = all(codes) and len(set(codes)) == len(codes)
    return tuple(
        (name, code if are_coded else "", rulebook.entities[name].title)
        for name, code in zip(in_order, codes, strict=True)
    )


def _code(rulebook: Rulebook, name: str) -> str:
    return next((alias for alias in rulebook.entities[name].aliases if _CODE.fullmatch(alias)), "")
