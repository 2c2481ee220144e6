"""What a word or a turn of speech beside a fact does to it."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Effect(Enum):
    """What passing over a mark does to the fact around it."""

    NONE = "none"
    NEGATES = "negates"
    NEARLY = "nearly"
    """It says that it is not quite so, or hardly."""
    NO_LONGER = "no longer"
    DECIDED = "decided"
    """`not ... after all`: it is settled, and so no more than a denial though it speaks of what is to come."""
    WITH_NEGATION = "with negation"
    """A word that only stands beside a negation (any, yet)."""
    HEDGES = "hedges"
    REPORTED = "reported"
    DENIED_BY = "denied by"
    """Somebody denies it: reported, and denied."""
    POSSIBLE = "possible"
    """A modal: may, should, would."""
    AHEAD = "ahead"
    """Said of the future."""
    WANTED = "wanted"
    SUPPOSED = "supposed"
    PAST = "past"
    ENDED = "ended"
    """So once, and no longer: it used to be."""
    UNTIL = "until"
    """So until some time: over, or yet to end."""
    FORMER = "former"
    NARROWS = "narrows"
    """It makes it more particular: a new base, heavily."""
    BYGONE = "bygone"
    """Said of a time that is over."""
    PLACE = "place"
    """`In Kazakhstan, ...`: where the people or the government is that is spoken of."""


class Mark(NamedTuple):
    """Tokens that may be passed over."""

    end: int
    effect: Effect
    says: str = ""
    """The word of ICD 203 of a hedge; the source of what is reported; a date; the year until which something is so."""
    at_start_only: bool = False
    """Whether it must stand first in its clause."""
