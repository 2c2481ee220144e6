"""A copy of a report taken apart where its locators stand: in headings, in brackets, before paragraphs, by pages."""

from __future__ import annotations

import dataclasses

import pytest

from dragoman.errors import SituationError
from dragoman.explain.marked import marked
from dragoman.explain.passages import verify_passages
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.locators import Counting
from tests.rulebooks import trees


def counted_as(*forms: tuple[str, str], **sections: str) -> Rulebook:
    """The rulebook of the trees, whose document counts itself so."""
    return dataclasses.replace(trees(), locators=Counting(forms, sections), claims={}, parameters={}, instruments={})


def read(rulebook: Rulebook, text: str, **how: bool) -> list[tuple[str, str]]:
    return [(one.locator, " ".join(one.text.split())) for one in marked(rulebook, "copy", text, **how).passages]


NUMBERED = counted_as(("{n}[.{m}][.{o}]", "section {n}"), ("art. {n}[({m})]", "article {n}[, paragraph {m}]"))
LETTERED = counted_as(("{section}.{n}", "{section}, paragraph {n}"), MIL="Military")


def test_headings_begin_passages_and_are_none_of_them() -> None:
    text = """# 5 On [secrets](#x)

<a name="y"></a>Of all kinds &amp; ages.

## <a name="z"></a>5.1 Look-up secrets
4 kinds of these are known.
5.2 percent are lost.

##### An aside
stays within.

## Annex
is none of it.

### Article 12: Scope
Of **this** ![figure](figure.png) law.
"""
    assert read(NUMBERED, text) == [
        ("5", "Of all kinds & ages."),
        ("5.1", "4 kinds of these are known. 5.2 percent are lost. stays within."),
        ("art. 12", "Of **this** law."),
    ]


def test_brackets_and_paragraphs_begin_passages() -> None:
    text = (
        "[MIL.1] One.\nMIL.2 is cited within.\n\nMIL.2: Two.\n\n- (MIL.3) Three.\n\nMILITARY.4 none. **[MIL.5]** too.\n"
    )
    assert read(LETTERED, text) == [
        ("MIL.1", "One. MIL.2 is cited within."),
        ("MIL.2", "Two."),
        ("MIL.3", "Three. MILITARY.4 none. **[MIL.5]** too."),
    ]
    assert read(NUMBERED, "[art. 1(7)] One.\n(art. 1(8)) Two.\n") == [("art. 1(7)", "One."), ("art. 1(8)", "Two.")]
    assert read(trees(), "[S.1] One.\n\nS.2 Two.\n\n## S.3\n\nThree.\n") == [
        ("S.1", "One."),
        ("S.2", "Two."),
        ("S.3", "Three."),
    ]


def test_pages_are_passages_where_a_rulebook_cites_by_pages() -> None:
    paged = counted_as(("p. {n}", "page {n}"))
    assert read(paged, "One.\n\f\n12\n\fThree.\f", pages=True) == [("p. 1", "One."), ("p. 3", "Three.")]
    with pytest.raises(SituationError, match=r"declare no form 'p. \{n\}'"):
        marked(LETTERED, "copy", "One.", pages=True)


def test_what_was_marked_is_found_again_in_a_copy_without_marks() -> None:
    one = "The lender holds more than half of what the borrower owes abroad, and nobody comes near."
    two = "Whoever holds as much is listened to in the council, whether or not a word is said of it."
    digests = marked(LETTERED, "copy", f"[MIL.1] {one}\n[MIL.2] {two}\n").digests()
    found = verify_passages(f"Military\n{one}\n7\n{two}", digests)
    assert [(at, passage.is_whole, passage.text) for at, passage in found.items()] == [
        ("MIL.1", True, one),
        ("MIL.2", True, two),
    ]


def test_what_is_cited_is_missed_and_what_stands_twice_is_placed() -> None:
    findings = marked(trees(), "copy", "[S.1] One.\n[S.2]\n\n[S.1] Again.\n").findings
    said = {(str(one.place.line), one.code, one.message) for one in findings}
    assert ("4", "RB014", "S.1 begins a passage already; each locator stands once in a copy") in said
    assert any("rests on S.2, which has no words of its own in copy" in message for _, _, message in said)
    assert any("rests on S.3, of which nothing begins in copy" in message for _, _, message in said)
