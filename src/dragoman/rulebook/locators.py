"""How a report counts itself: which locators there are, how each is written, and how a sentence says it.

`rulebook.yaml` declares forms. In a form, `{section}` is a key of `sections`, any other name in braces is a number or a
letter or two, and what stands in `[ ]` may be missing:

    locators:
      forms:
        "{section}.{n}": "{section}, paragraph {n}"        # MIL.3: Military, paragraph 3
        "p. {n}": "page {n}"                               # p. 34, or p.34
        "art. {n}[({m})]": "article {n}[, paragraph {m}]"  # art. 12(2)
      sections: {MIL: Military}

A rulebook that declares nothing is cited in any of the usual ways. Here alone is decided what a locator is; a space
between its parts means nothing, and one locator is always shown in one way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.form import form
from dragoman.source.names import listed

if TYPE_CHECKING:
    from dragoman.errors import Place
    from dragoman.source.reading import Reading

LOCATOR_TEXT = r"(?=.*[0-9A-Z])[^\s,;][^,;\r\n]{0,39}"
"""What any locator looks like, whatever the report: short, with a digit or a capital, and told apart in lists."""
_USUAL_FORM = (
    r"(?:(?:[A-Z]+(?:-[A-Z]+)?|annex|art|ch|p|par|rec|sec)\.)?[0-9]{1,3}(?:\.[0-9]{1,3})*(?:\([0-9a-z]{1,4}\))*"
)

SECTION = "section"
"""The name in braces that stands for one of the sections."""
_NAME = re.compile(r"\{([^{}]*)\}")
_PART = r"[0-9]{1,4}[a-z]?|[A-Za-z]{1,2}|[IVXLCivxlc]{1,7}"
_ANY_SECTION = r"[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*"
_ENDS = r"(?![0-9A-Za-z]|[.-][0-9A-Za-z])[.:)–—-]*\s*"
"""What follows a locator before a text goes on."""
_SHOWN = 8
"""So many sections a message names."""
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_USUAL = "write it as the report counts: AB.3, 5.1.2, p.34 or art.12(2)"


@form
class Counting:
    """How one report counts itself."""

    forms: tuple[tuple[str, str], ...] = ()
    """Each form of a locator with how sentences say it; none: any of the usual forms."""
    sections: Mapping[str, str] = field(default_factory=dict)
    """The titles of sections, by what stands for them in locators."""

    def canonical(self, text: str) -> str:
        """The locator in the way in which it is always shown; empty if it is none.

        >>> Counting((("p. {n}", "page {n}"),)).canonical("p.34"), Counting().canonical("art. 12(2)")
        ('p. 34', 'art.12(2)')
        """
        if not self.forms:
            tight = re.sub(r"\.\s+", ".", text)
            return tight if re.fullmatch(_USUAL_FORM, tight) else ""
        return next((_filled(written, found) for written, _, found in self._matching(text)), "")

    def said(self, locator: str) -> str:
        """How a sentence says it; as it is written where the rulebook does not say.

        >>> Counting((("{section}.{n}", "{section}, paragraph {n}"),), {"MIL": "Military"}).said("MIL.3")
        'Military, paragraph 3'
        """
        for _, says, found in self._matching(locator):
            title = self.sections.get(found.get(SECTION, ""), found.get(SECTION, ""))
            return _filled(says, {**found, SECTION: title, "at": locator})
        return self.sections.get(locator, locator)

    def title(self, locator: str) -> str:
        """How a sentence says it, if that tells more than how it is written; else empty."""
        said = self.said(locator)
        return "" if said == locator else said

    def at_start(self, text: str) -> tuple[str, str] | None:
        """The locator that a text begins with, as it is shown, and what follows it; None where there is none.

        >>> Counting((("art. {n}", "article {n}"),)).at_start("Article 12: Scope")
        ('art. 12', 'Scope')
        """
        found = [one for one in self._starts(text) if one[0]]
        return max(found, key=lambda one: len(text) - len(one[1]), default=None)

    def _starts(self, text: str) -> Iterator[tuple[str, str]]:
        if not self.forms:
            match = re.match(rf"({_USUAL_FORM}){_ENDS}(.*)", text, re.DOTALL)
            yield from [(match[1], match[2])] if match else []
        for written, says in self.forms:
            for one in (written, *([] if "{at}" in says else [says])):
                match = _pattern(one, tuple(self.sections), is_start=True).match(text)
                if match and {*_NAME.findall(written)} - {*_NAME.findall("".join(_OPTIONAL.findall(written)))} <= {
                    name for name, part in match.groupdict().items() if part is not None
                }:
                    parts = {name: part for name, part in match.groupdict().items() if part is not None}
                    yield self.canonical(_filled(written, parts)), text[match.end() :]

    def hint(self, *, is_author: bool) -> str:
        """How to write one, for whoever wrote none; an author of the rulebook can declare it."""
        if not self.forms:
            return _USUAL + (", or declare its form: 'locators' in rulebook.yaml" if is_author else "")
        more = " and others" if len(self.sections) > _SHOWN else ""
        sections = f", where the sections are {listed(tuple(self.sections)[:_SHOWN])}{more}" if self.sections else ""
        forms = listed(tuple(written for written, _ in self.forms))
        return f"rulebook.yaml declares the form{'s' if len(self.forms) > 1 else ''} {forms}{sections}"

    def _matching(self, text: str) -> Iterator[tuple[str, str, dict[str, str]]]:
        for written, says in self.forms:
            found = _pattern(written, tuple(self.sections)).fullmatch(text.strip())
            if found:
                yield written, says, {name: part for name, part in found.groupdict().items() if part is not None}


def check_counting(reading: Reading, forms: tuple[tuple[Place, str, str], ...]) -> None:
    """Forms that nothing can have, and sentences that speak of what their form has not."""
    for place, written, says in forms:
        names = _NAME.findall(written)
        bare = re.sub(r"[\[\]]|\{[^{}]*\}", "", written)
        if not names or any(not name.isidentifier() for name in names) or len(set(names)) < len(names):
            message = f"the form '{written}' of a locator needs names in braces, each once, such as 'p. {{n}}'"
            reading.note(place, "013", message)
        elif "{" in bare or "}" in bare or _OPTIONAL.sub("", written).count("[") or "]" in _OPTIONAL.sub("", written):
            reading.note(
                place, "013", f"in the form '{written}' of a locator a bracket is never closed, or never opened"
            )
        elif not re.fullmatch(LOCATOR_TEXT, _NAME.sub("1", written.replace("[", "").replace("]", ""))):
            message = (
                f"the form '{written}' is none of a locator: it is short and has no comma, semicolon or line break"
            )
            reading.note(place, "013", message)
        for name in _NAME.findall(says):
            if name not in (*names, "at"):
                reading.note(place, "311", f"'{says}' speaks of '{{{name}}}', which the form '{written}' has not")


@lru_cache(maxsize=64)
def _pattern(written: str, sections: tuple[str, ...], *, is_start: bool = False) -> re.Pattern[str]:
    """What matches the form; `is_start`: at the start of a text, in capitals or not."""
    titled = "|".join(re.escape(one) for one in sorted(sections, key=len, reverse=True)) or _ANY_SECTION
    made = []
    for token in re.findall(r"\{[^{}]*\}|\[|\]|\s+|[^{}\[\]\s]+", written):
        if token[0] == "{":
            name = token[1:-1]
            made.append(f"(?P<{name}>{titled if name == SECTION else _PART})")
        elif token in "[]":
            made.append("(?:" if token == "[" else ")?")
        else:
            made.append(r"\s*" if token.isspace() else re.escape(token))
    return re.compile("".join(made) + (_ENDS if is_start else ""), re.ASCII | (re.IGNORECASE if is_start else 0))


def _filled(text: str, found: Mapping[str, str]) -> str:
    """A text with its braces filled; what stands in brackets is dropped where a part of it is missing."""
    whole = _OPTIONAL.sub(lambda part: part[1] if set(_NAME.findall(part[1])) <= found.keys() else "", text)
    return _NAME.sub(lambda name: found.get(name[1], ""), whole)
