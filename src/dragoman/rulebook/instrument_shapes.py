"""Instruments, and where in them a recommendation belongs: what stands where."""

from __future__ import annotations

from dragoman.rulebook.fact_shapes import LOCATORS
from dragoman.source import nodes
from dragoman.source.entries import Entry, Together, may, need
from dragoman.source.many import Either, ListOf, MapOf
from dragoman.source.nodes import Node
from dragoman.source.shapes import DATE, NAMED, TEXT

_TEXTS = ListOf(TEXT, or_one=True)
_NAMES = ListOf(NAMED, or_one=True)


def _is_title(node: Node) -> bool:
    return not isinstance(node, nodes.Mapping)


class StrandEntry(Entry, what="a strand"):
    """A part of an instrument."""

    title = need(TEXT, "Its title in the document.", "a title")
    short = may(TEXT, "The same for lists.", "a short title")
    at = may(LOCATORS, "Where the report names it; without it, it is background.")
    areas = may(MapOf(TEXT, "an area"), "Its areas of action: short name, title.", "areas")
    follows = may(_NAMES, "The strands of the instrument before it that it follows.", "a strand")


class InstrumentEntry(Entry, what="an instrument"):
    """A document that recommendations can lean on: a strategy, an agreement."""

    title = need(TEXT, "How sentences name it.", "a title")
    short = may(TEXT, "The same for lists.", "a short title")
    document = need(TEXT, "Its number or address.", "a document")
    at = may(LOCATORS, "Where the report names it; without it, it is background.")
    adopted = may(DATE, "In force from then on.")
    signed = may(DATE, "Signed on that day, and perhaps not yet in force.")
    with_ = may(_NAMES, "Its other parties: it carries nothing that is for anybody else.", "a party")
    by = may(_TEXTS, "Who acts, as far as the document says.", "who acts")
    follows = may(NAMED, "The instrument before it.", "an instrument")
    strands = may(
        MapOf(Either(StrandEntry, TEXT, _is_title), "a strand"), "Its parts: short name, title or more.", "strands"
    )
    aliases = may(_TEXTS, "What else people call it.", "an alias")


class InstrumentsFile(Entry, what="a file of instruments"):
    """`instruments.yaml`."""

    instruments = need(MapOf(InstrumentEntry), "Documents that recommendations can lean on.", "instruments")


class CarriedEntry(
    Entry,
    what="what carries it",
    must=(Together("area", ("strand",), "{} names an 'area' without its 'strand'", "011"),),
):
    """Where in its instruments a recommendation belongs."""

    instrument = need(NAMED, "The instrument.", "an instrument")
    strand = may(NAMED, "Its part.", "a strand")
    area = may(NAMED, "The area of action in that part.", "an area")
    where = may(
        MapOf(_NAMES, "a value of the slot '{}'"),
        "Only for these values of slots of the recommendation: `{field: [energy, transport]}`.",
        "'where'",
    )


CARRIED_BY = ListOf(CarriedEntry)
