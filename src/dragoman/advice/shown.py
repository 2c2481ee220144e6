"""Every conclusion that a piece of advice shows, by its atom, with what is shown of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dragoman.advice.forms import Advice, Instance, Recommended, Result
from dragoman.rulebook.forms import Atom, RecommendationStatus, ShownAs


class Shown(NamedTuple):
    """One conclusion as the advice shows it."""

    whole: Recommended | Result
    """What it is shown in, perhaps with others."""
    instance: Instance

    @property
    def kind(self) -> ShownAs:
        """What kind of conclusion it is."""
        return self.whole.kind if isinstance(self.whole, Result) else ShownAs.RECOMMENDATION

    @property
    def status(self) -> RecommendationStatus | None:
        """Of a recommendation."""
        return None if isinstance(self.whole, Result) else self.whole.status

    @property
    def standing(self) -> str:
        """Status, grounds or likelihood, and what stands beside the sentence: in words."""
        level, whole = self.instance.likelihood.in_words, self.whole
        parts = (level,) if isinstance(whole, Result) else (whole.status.value, f"grounds: {level}")
        return ", ".join(filter(None, (*parts, whole.beside)))


def shown_conclusions(advice: Advice) -> Mapping[Atom, Shown]:
    """The conclusions in the order in which the advice shows them."""
    wholes: tuple[Recommended | Result, ...] = (*advice.recommendations, *advice.results)
    return {instance.atom: Shown(whole, instance) for whole in wholes for instance in whole.instances}
