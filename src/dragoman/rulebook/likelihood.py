"""How likely: the seven words of ICD 203, percentages, and the two ends of the scale.

Likelihoods are ordered; a conclusion takes the lowest among its premises and its rule, and the
highest over its derivations (:mod:`dragoman.engines.likelihoods`). They are never multiplied.
Source of the words and bands: Intelligence Community Directive 203, "Analytic Standards" (2015).
"""

from __future__ import annotations

from decimal import Decimal
from enum import IntEnum


class Likelihood(IntEnum):
    """The scale from 1 to 9. `LIKELY` and above is firm: it can be a premise."""

    ALMOST_NO_CHANCE = 1
    VERY_UNLIKELY = 2
    UNLIKELY = 3
    POSSIBLE = 4
    """May, might, could: no ICD 203 word, the report's own hedge. Told, it is doubtful."""
    ROUGHLY_EVEN = 5
    LIKELY = 6
    VERY_LIKELY = 7
    ALMOST_CERTAIN = 8
    UNHEDGED = 9
    """Said plainly, without a hedge. Weakens nothing."""

    @property
    def word(self) -> str:
        """The word that people write in files, and that data holds."""
        return _WORDS[self]

    @property
    def in_words(self) -> str:
        """The word that people read: what nobody hedged, neither the report nor who told it, is firm."""
        return "firm" if self is Likelihood.UNHEDGED else _WORDS[self]

    @property
    def is_firm(self) -> bool:
        """Whether a statement of this likelihood counts as said."""
        return self >= Likelihood.LIKELY

    @property
    def speaks_against(self) -> bool:
        """Whether a statement of this likelihood says that the contrary is likely."""
        return self <= Likelihood.UNLIKELY

    @property
    def mirrored(self) -> Likelihood:
        """The likelihood of the contrary, for the three words below even."""
        return _MIRROR[self]


_WORDS = {
    Likelihood.ALMOST_NO_CHANCE: "almost no chance",
    Likelihood.VERY_UNLIKELY: "very unlikely",
    Likelihood.UNLIKELY: "unlikely",
    Likelihood.POSSIBLE: "possible",
    Likelihood.ROUGHLY_EVEN: "roughly even",
    Likelihood.LIKELY: "likely",
    Likelihood.VERY_LIKELY: "very likely",
    Likelihood.ALMOST_CERTAIN: "almost certain",
    Likelihood.UNHEDGED: "unhedged",
}
_MIRROR = {
    Likelihood.ALMOST_NO_CHANCE: Likelihood.ALMOST_CERTAIN,
    Likelihood.VERY_UNLIKELY: Likelihood.VERY_LIKELY,
    Likelihood.UNLIKELY: Likelihood.LIKELY,
}
_SYNONYMS = {
    "remote": Likelihood.ALMOST_NO_CHANCE,
    "highly improbable": Likelihood.VERY_UNLIKELY,
    "improbable": Likelihood.UNLIKELY,
    "roughly even chance": Likelihood.ROUGHLY_EVEN,
    "roughly even odds": Likelihood.ROUGHLY_EVEN,
    "probable": Likelihood.LIKELY,
    "highly probable": Likelihood.VERY_LIKELY,
    "nearly certain": Likelihood.ALMOST_CERTAIN,
}
_BANDS = (  # lower bound in percent, inclusive
    (95, Likelihood.ALMOST_CERTAIN),
    (80, Likelihood.VERY_LIKELY),
    (55, Likelihood.LIKELY),
    (45, Likelihood.ROUGHLY_EVEN),
    (20, Likelihood.UNLIKELY),
    (5, Likelihood.VERY_UNLIKELY),
    (0, Likelihood.ALMOST_NO_CHANCE),
)

TOLD_WORDS: dict[str, Likelihood] = {
    **{word: level for level, word in _WORDS.items() if level is not Likelihood.UNHEDGED},
    **_SYNONYMS,
}
"""What a told fact may say."""

STRENGTHS: dict[str, Likelihood] = {
    _WORDS[level]: level
    for level in (
        Likelihood.POSSIBLE,
        Likelihood.LIKELY,
        Likelihood.VERY_LIKELY,
        Likelihood.ALMOST_CERTAIN,
        Likelihood.UNHEDGED,
    )
}
"""What a rule may say: there is no `unlikely`, conclude the contrary."""


def from_percent(percent: Decimal) -> Likelihood | None:
    """The band that `percent` falls in; None for 0 and 100 and beyond, which say more than a likelihood.

    >>> from_percent(Decimal(55)).word
    'likely'
    """
    if not 0 < percent < 100:
        return None
    return next(level for low, level in _BANDS if percent >= low)
