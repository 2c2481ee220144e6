"""The instruments of a rulebook, and where in them its recommendations belong."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from dragoman.errors import Place
from dragoman.form import form


@form
class Strand:
    """A part of an instrument."""

    title: str
    short: str
    """The title for lists."""
    at: tuple[str, ...]
    """Where the report names it; empty: it does not."""
    areas: Mapping[str, str]
    """Its areas of action: short name to title."""
    follows: tuple[str, ...]
    """The strands of the instrument before it that it follows."""


@form
class Instrument:
    """A document that recommendations can lean on: a strategy, an agreement."""

    id: str
    title: str
    short: str
    """The title for lists."""
    document: str
    at: tuple[str, ...]
    """Where the report names it; empty: it is background."""
    adopted: datetime.date | None
    """In force from that day on; None if it is not known to be."""
    signed: datetime.date | None
    parties: tuple[str, ...]
    """The single entities that it is with: it carries nothing that is for anybody else. Empty: it is with nobody."""
    by: tuple[str, ...]
    """Who acts, as far as the document says."""
    follows: str
    """The instrument before it, or empty."""
    strands: Mapping[str, Strand]
    aliases: tuple[str, ...]
    place: Place


@form
class Carrier:
    """Where a recommendation belongs: an instrument, or a part of one, and the fillings that it is for."""

    instrument: str
    strand: str
    """Empty: the whole instrument."""
    area: str
    """Empty: the whole strand."""
    where: Mapping[str, frozenset[str]]
    """Slots of the recommendation, each with the values for which this carries it; empty: for all."""
    place: Place
