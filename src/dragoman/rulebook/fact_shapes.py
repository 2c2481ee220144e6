"""Situations and the facts in them: what stands where. Rulebooks say the same things in the same shapes.

Kept apart from the files of a rulebook (:mod:`dragoman.rulebook.shapes`), which are not read where a rulebook was kept.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from dragoman.errors import Place
from dragoman.form import form
from dragoman.rulebook.likelihood import STRENGTHS, TOLD_WORDS, Likelihood, from_percent
from dragoman.rulebook.locators import LOCATOR_TEXT, Counting
from dragoman.source.braces import Alone, Fact, Slots
from dragoman.source.entries import AtLeastOne, Entry, may, need
from dragoman.source.many import Either, ListOf
from dragoman.source.names import did_you_mean
from dragoman.source.nodes import Node, Scalar, kind_of, shorten
from dragoman.source.shapes import AFTER_THE_POINT, DATE, TEXT, Json, OneWord, SchemaWriter, Written
from dragoman.values.quantity import digits

if TYPE_CHECKING:
    from dragoman.source.reading import Reading


@form
class Locator:
    """A locator, in one of the forms that the rulebook declares for its report."""

    def absent(self) -> str:
        """Empty."""
        return ""

    def read(self, reading: Reading, node: Node, what: str, place: Place | None = None) -> str:
        """See :class:`dragoman.source.shapes.Shape`, as for all that follows."""
        text = _LOCATOR.read(reading, node, what)
        counting = reading.locators or Counting()
        found = counting.canonical(text) if text else ""
        if text and not found:
            hint = counting.hint(is_author=reading.prefix == "RB")
            reading.note(node.place, "013", f"'{shorten(text)}' is no locator; {hint}")
        return found

    def schema(self, writer: SchemaWriter) -> Json:
        """See :class:`dragoman.source.shapes.Shape`."""
        return _LOCATOR.schema(writer)


_LOCATOR = Written(LOCATOR_TEXT, "013", "'{}' is no locator: that is short, has a digit or a capital, and no comma")
LOCATORS = ListOf(Locator(), or_one=True, called="a locator")
"""Locators of the report."""
_GRADE = Written(r"[A-F][1-6]", "206", "a source grade is a letter A-F and a digit 1-6 such as B2, found '{}'")
_FILE_LINE_COLUMN = r"(.+):([1-9][0-9]{0,8}):([1-9][0-9]{0,8})"
_WRITTEN_PLACE = Written(_FILE_LINE_COLUMN, "012", "'said_at' is file:line:column, found '{}'")
_FRACTION = rf"(?:\.[0-9]{{1,{AFTER_THE_POINT}}})?"
_PERCENT = re.compile(rf"([0-9]{{1,3}}{_FRACTION}) ?(%?)", re.ASCII)
_PERCENTAGE = rf"0?(?:[1-9]|0[1-9]|[1-9][0-9]){_FRACTION} ?%?|(?![0.]+ ?%)0{{1,3}}{_FRACTION} ?%"
"""From 1 on with or without its sign, below 1 only with it; 0 and 100 never."""


@form
class Hedge:
    """One of the five hedges that a conclusion can have; a word that only a told fact can have is explained."""

    def absent(self) -> Likelihood | None:
        """None."""
        return None

    def read(self, reading: Reading, node: Node, what: str, place: Place | None = None) -> Likelihood | None:
        """See :class:`dragoman.source.shapes.Shape`, as for all that follows."""
        told = TOLD_WORDS.get(node.text) if isinstance(node, Scalar) and node.text not in STRENGTHS else None
        if told is None:
            return STRENGTHS.get(_STRENGTH.read(reading, node, what))
        hint = f"write '{told.word}'" if told.word in STRENGTHS else "it needs one of the words for what is likely"
        if told.speaks_against:
            hint = f"conclude the contrary, which is '{told.mirrored.word}'"
        reading.note(node.place, "205", f"{what} cannot be {kind_of(node)}; {hint}")
        return None

    def schema(self, writer: SchemaWriter) -> Json:
        """See :class:`dragoman.source.shapes.Shape`."""
        return _STRENGTH.schema(writer)


_STRENGTH = OneWord(tuple(STRENGTHS), "205")
HEDGE = Hedge()


class ToldLikelihood(NamedTuple):
    """How likely a fact is, and the words in which that was told."""

    likelihood: Likelihood = Likelihood.UNHEDGED
    told_as: str = ""


@form
class LikelihoodOfAFact:
    """A word of ICD 203, in whatever case, or a percentage between 0 and 100."""

    def absent(self) -> ToldLikelihood:
        """Nothing was said: the fact was told plainly."""
        return _PLAINLY

    def read(self, reading: Reading, node: Node, what: str, place: Place | None = None) -> ToldLikelihood:
        """See :class:`dragoman.source.shapes.Shape`, as for all that follows."""
        if not isinstance(node, Scalar):
            message = f"a likelihood is a word such as 'likely' or a percentage, found {kind_of(node)}"
            reading.note(node.place, "205", message)
            return _PLAINLY
        text = node.text.strip().casefold()
        if text in TOLD_WORDS:
            return ToldLikelihood(TOLD_WORDS[text], text)
        if found := _PERCENT.fullmatch(text):
            number, sign = found.groups()
            level = from_percent(Decimal(number))
            if level is not None and (sign or Decimal(number) >= 1):
                return ToldLikelihood(level, f"{number} %")
            reading.note(node.place, "205", _no_percentage(number))
            return _PLAINLY
        message = f"a likelihood is a word such as 'likely' or a percentage, found {kind_of(node)}"
        reading.note(node.place, "205", message + did_you_mean(node.text, TOLD_WORDS))
        return _PLAINLY

    def schema(self, writer: SchemaWriter) -> Json:
        """See :class:`dragoman.source.shapes.Shape`."""
        return {
            "anyOf": [
                {"enum": list(TOLD_WORDS)},
                {"type": "number", "minimum": 1, "exclusiveMaximum": 100},
                {"type": "string", "pattern": rf"^\s*(?:{_PERCENTAGE})\s*$"},
            ]
        }


_PLAINLY = ToldLikelihood()


@form
class SaidAt:
    """Where a fact was first said, `file:line:column`."""

    def absent(self) -> Place | None:
        """None."""
        return None

    def read(self, reading: Reading, node: Node, what: str, place: Place | None = None) -> Place | None:
        """See :class:`dragoman.source.shapes.Shape`, as for all that follows."""
        found = re.fullmatch(_FILE_LINE_COLUMN, _WRITTEN_PLACE.read(reading, node, what))
        return Place(found[1], int(found[2]), int(found[3])) if found else None

    def schema(self, writer: SchemaWriter) -> Json:
        """See :class:`dragoman.source.shapes.Shape`."""
        return _WRITTEN_PLACE.schema(writer)


class SourceEntry(Entry, what="a source"):
    """Whose word a fact is."""

    title = need(TEXT, "Whose word it is: author, publisher, date.", "a source")
    grade = may(_GRADE, "Admiralty grade, reliability A-F and credibility 1-6, if somebody gave one.", "a grade")


def _is_no_text(node: Node) -> bool:
    return not isinstance(node, Scalar)


class BesideAFact(Entry, what="a fact"):
    """What is said about a fact."""

    at = may(LOCATORS, "Locators of the report that the fact rests on.")
    date = may(DATE, "Of when it is so; newer facts beat older ones.")
    until = may(DATE, "The last day on which it is so.")
    source = may(Either(TEXT, SourceEntry, _is_no_text), "Whose word it is.", "a source")
    likelihood = may(LikelihoodOfAFact(), "A word of ICD 203, or a percentage between 0 and 100.")
    note = may(TEXT, "Free text, which nothing is concluded from.")
    said_at = may(SaidAt(), "Where it was first said, file:line:column; `dragoman facts` writes it.")


_DENIED = Fact("a denied fact", Slots.VALUES, Alone, is_complete=True, is_denied=True)
FACT = Fact("a fact", Slots.VALUES, BesideAFact, is_complete=True, inside={"not": _DENIED})
FORGET = Fact("a 'forget'", Slots.PLAIN, Alone)


class SituationEntry(
    Entry,
    what="a situation",
    must=(AtLeastOne(("facts", "based_on", "forget"), "a situation needs 'facts' (or 'based_on')"),),
):
    """A file of facts."""

    situation = may(TEXT, "Its title.", "the title of a situation")
    as_of = may(DATE, "The day it is looked at; later facts do not count.")
    based_on = may(TEXT, "Another situation that it starts from.")
    forget = may(ListOf[Node](FORGET), "Facts of that situation to leave out.")
    facts = may(ListOf[Node](FACT), "What is told.", "facts")
    note = may(TEXT, "Free text.")


class FirstLine(SituationEntry, what="a situation", must=()):
    """What stands before facts that have a line each."""


def _no_percentage(number: str) -> str:
    """What is wrong with a percentage that falls in no band, or that looks like a fraction of one."""
    percent = Decimal(number)
    if percent in (0, 100):
        return "0 and 100 percent are no likelihoods; state the fact, or its denial, plainly"
    if percent > 100:
        return f"a likelihood lies between 0 and 100 percent, found {number}"
    return f"a likelihood is given in percent; write {digits(percent * 100)}, or '{number} %' if it is that small"
