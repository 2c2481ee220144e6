"""Whom an answer about everybody leaves out, since nothing was told of them: one line, and how to ask all the same."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.advice.recommended import listed
from dragoman.advice.statement_wording import wording_of
from dragoman.rulebook.forms import Rulebook
from dragoman.views.lines import BLANK, Line, line


def left_out_view(rulebook: Rulebook, names: tuple[str, ...], everything: str) -> Iterator[Line]:
    """Nothing, if nobody is left out; `everything` is the option that leaves out nobody."""
    if names:
        titles = listed([wording_of(rulebook).title(name) for name in names])
        yield BLANK
        told = f"  {titles}: nothing was told of them. --for NAME or {everything} asks all the same"
        yield line(("LEFT OUT", "accent"), (told, "muted"))
