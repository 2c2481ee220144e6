"""The report's own words, from the user's own copy: looked for once, and quoted beside the rules that rest on them."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.explain.passages import find_passages, read_report
from dragoman.form import form
from dragoman.rulebook.forms import Rulebook


@form
class Quotes:
    """What a copy has."""

    passages: Mapping[str, str]
    """The words of each passage that was found, by locator."""
    problem: str = ""
    """Why there are none; or empty."""

    def of(self, locators: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        """Locators with their words, those that were found."""
        return tuple((one, self.passages[one]) for one in locators if one in self.passages)


NO_QUOTES = Quotes({})
"""Where no copy is named."""


def quotes(rulebook: Rulebook, path: str) -> Quotes:
    """All passages of the report that the copy at `path` has.

    Raises:
        SituationError: if it cannot be read, or is so long that it cannot be the report.
    """
    name, text = read_report(path, rulebook.passages)
    found = {at: words for at, words in find_passages(text, rulebook.passages, rulebook.passages).items() if words}
    return Quotes(found, "" if found else f"{name} has no passage of the report that this rulebook encodes")
