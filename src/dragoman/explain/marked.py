"""A copy of the report in which each passage begins with its locator, taken apart into passages.

A locator begins a passage where it stands, in one of the forms that the rulebook declares,

    ## 5.1.2 Look-up secrets       in a heading, whose words are none of the passage
    [MIL.3] Moscow wants ...       in brackets at the start of a line
    MIL.3 Moscow wants ...         at the start of a paragraph; a bare number only in one of the two ways above

and the passage goes on to the next, or to a heading that stands as high. With `pages`, a passage is a page: what stands
between two form feeds, as `pdftotext` writes them. The program keeps digests of what is found here, never the words.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.errors import Finding, Place, SituationError
from dragoman.explain.passages import Digest, digests_of, letters_of
from dragoman.form import form
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.locators import Counting
from dragoman.source.files import decoded, read_bytes, shown

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*)")
_BRACKET = re.compile(
    r"\s*(?:[-*>]\s+)?\**(?:\[([^\[\]]{1,40})\]|\(((?:[^()]|\([^()]{1,8}\)){1,40}?)\))\**[.:]?\s*(?=\S|$)(.*)"
)
_TELLING = re.compile(r"(?=.*[0-9])(?=.*[^0-9.\s])")
"""What no number of a list and no word at the start of a sentence looks like."""
_MARKUP = re.compile(r"<[^<>]*>|!\[[^\]]*\]\([^)]*\)|(?<=\])\([^)\s]*\)")
"""Tags, pictures, and where links lead: letters that a reader does not see."""
_NO_TEXT = (
    (b"%PDF", "this is a PDF, no text; make a text of it first (pdftotext FILE.pdf FILE.txt)"),
    (b"PK", "this is no text but a packed file such as a DOCX; save the document as plain text first"),
    (b"{\\rtf", "this is RTF, no plain text; save the document as plain text first"),
)
_NO_HEADING = 7
"""The level of a passage that no heading begins: deeper than all."""


@form
class Passage:
    """One passage of a copy."""

    locator: str
    text: str
    place: Place


@form
class Marked:
    """The passages of a copy, and what is wrong with them."""

    passages: tuple[Passage, ...]
    findings: tuple[Finding, ...]
    """Locators that stand twice, that nothing follows, or that the rulebook cites and the copy does not have."""

    @property
    def is_unclear(self) -> bool:
        """Whether some locator stands twice, so that nobody can say what its passage is."""
        return any(finding.code == "RB014" for finding in self.findings)

    def digests(self) -> dict[str, tuple[Digest, ...]]:
        """The digests of the passages by locator, in the order of the copy."""
        return {passage.locator: digests_of(passage.text) for passage in self.passages}


def read_copy(path: str | Path) -> tuple[str, str]:
    """The name and the text of a copy that a person named: a pipe is read too.

    Raises:
        SituationError: if it cannot be read, or is no text.
    """
    data = read_bytes(path, "FA", pipes=True)
    read = data if isinstance(data, Finding) else decoded(shown(path), data, "FA")
    if isinstance(data, bytes) and (what := next((what for begins, what in _NO_TEXT if data.startswith(begins)), "")):
        read = Finding(Place(shown(path)), "FA002", what)
    if isinstance(read, Finding):
        raise SituationError([read])
    return read


def marked(rulebook: Rulebook, name: str, text: str, *, pages: bool = False) -> Marked:
    """The passages of a copy of the rulebook's report; `pages` if each of its pages is one.

    Raises:
        SituationError: if there is no passage in it, or if the rulebook does not cite by pages.
    """
    counting = rulebook.locators
    found = list(_pages(counting, name, text) if pages else _passages(counting, name, text))
    if not found:
        hint = counting.hint(is_author=False)
        such = next((f"'[{at}] ...'" for _, _, locators in cited(rulebook) for at in locators), "'[locator] ...'")
        nothing = f"no passage of it begins with a locator, as in {such}; {hint}"
        nothing = "this copy has no words" if pages else nothing
        raise SituationError([Finding(Place(name), "FA004", nothing)])
    first: dict[str, Passage] = {}
    findings, empty = [], set()
    for passage in found:
        if passage.locator in first:
            message = f"{passage.locator} begins a passage already; each locator stands once in a copy"
            findings.append(Finding(passage.place, "RB014", message, (first[passage.locator].place,)))
        elif not letters_of(passage.text)[0]:
            empty.add(passage.locator)
        else:
            first[passage.locator] = passage
    for place, what, locators in cited(rulebook):
        for locator in dict.fromkeys(locators):
            if locator not in first:
                why = "which has no words of its own in" if locator in empty else "of which nothing begins in"
                findings.append(Finding(place, "RB624", f"{what} rests on {locator}, {why} {name}"))
    return Marked(tuple(first.values()), tuple(sorted(set(findings))))


def cited(rulebook: Rulebook) -> Iterator[tuple[Place, str, Iterable[str]]]:
    """Where a rulebook cites its report, in words, with the locators."""
    for claim in rulebook.claims.values():
        yield claim.place, f"the claim '{claim.id}'", claim.at
    for parameter in rulebook.parameters.values():
        yield parameter.place, f"the parameter '{parameter.name}'", parameter.at
    for instrument in rulebook.instruments.values():
        yield instrument.place, f"the instrument '{instrument.id}'", instrument.at


def _pages(counting: Counting, name: str, text: str) -> Iterator[Passage]:
    if not counting.canonical("p. 1"):
        message = "the rulebook does not cite by pages: its 'locators' declare no form 'p. {n}'"
        raise SituationError([Finding(Place(name), "FA013", message)])
    line = 1
    for number, page in enumerate(text.split("\f"), 1):
        if letters_of(page)[0]:
            yield Passage(counting.canonical(f"p. {number}"), page, Place(name, line, 1))
        line += page.count("\n")


def _passages(counting: Counting, name: str, text: str) -> Iterator[Passage]:
    now: tuple[str, Place, int] | None = None
    words: list[str] = []
    is_new = True
    for number, row in enumerate(text.splitlines(), 1):
        line = html.unescape(_MARKUP.sub("", row))
        begun = _begun(counting, line, is_new=is_new)
        heading = _HEADING.match(line)
        is_new = not line.strip() or heading is not None
        if begun is None and (heading is None or now is None or len(heading[1]) > now[2]):
            words.extend([line] if heading is None else [])
            continue
        if now is not None:
            yield Passage(now[0], "\n".join(words), now[1])
        now, words = None, []
        if begun is not None:
            locator, rest = begun
            now = (locator, Place(name, number, 1), len(heading[1]) if heading else _NO_HEADING)
            words = [] if heading else [rest]
    if now is not None:
        yield Passage(now[0], "\n".join(words), now[1])


def _begun(counting: Counting, line: str, *, is_new: bool) -> tuple[str, str] | None:
    """The locator with which a line begins a passage, and what follows it; None where none does."""
    heading = _HEADING.match(line)
    if heading is not None:
        found = counting.at_start(heading[2].strip("* "))
        return found if found is not None and _is_no_word(counting, found[0]) else None
    bracket = _BRACKET.match(line)
    if bracket is not None and (locator := counting.canonical(bracket[1] or bracket[2])):
        return locator, bracket[3]
    found = counting.at_start(line.strip("* ")) if is_new else None
    return found if found is not None and _TELLING.match(found[0]) else None


def _is_no_word(counting: Counting, locator: str) -> bool:
    """Whether it can be told from a short word at the start of a heading: `An aside`."""
    return not locator.isalpha() or locator in counting.sections
