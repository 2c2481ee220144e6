"""The forms of where a recommendation belongs in the documents that can carry it, and of what it still lacks."""

from __future__ import annotations

import datetime
from enum import Enum

from dragoman.form import form


class CarriedStatus(Enum):
    """How far an instrument is at the date of the situation."""

    IN_FORCE = "in force"
    SIGNED = "signed"
    """And not known to be in force."""
    FOLLOWED = "followed"
    """Another has followed it."""


@form
class Carried:
    """Where a recommendation belongs: an instrument, or a part of one, as it stands at the date of the situation."""

    instrument: str
    """Its name in the rulebook."""
    title: str
    short: str
    """The title for lists."""
    document: str
    strand: str
    """The name of its part; empty: the whole."""
    strand_title: str
    strand_short: str
    area: str
    """The name of the area of action in that part; empty: all of it."""
    area_title: str
    status: CarriedStatus
    since: datetime.date | None
    """The day from which it is in force, or on which it was signed; None if that was only told."""
    by: tuple[str, ...]
    """Who acts, as far as the document says."""
    background: bool
    """Whether the report does not name it: the part, or the instrument where no part is meant."""
    has_followed: Carried | None
    """What the rulebook names, where this has followed it by now."""


@form
class Lacking:
    """What a recommendation that is under way still lacks, as far as told."""

    sentence: str
    """What would have to be told."""
    told: str
    """What was told instead, or empty."""
