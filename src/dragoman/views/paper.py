"""Advice as a text, for a file: what `export` writes."""

from __future__ import annotations

from dragoman.advice.forms import Advice
from dragoman.views.advice import advice_view
from dragoman.views.lines import fitted

_COLUMNS = 100


def paper(advice: Advice) -> str:
    """All of the advice, a page wide."""
    rows = fitted(advice_view(advice), _COLUMNS)
    return "".join(f"{''.join(span.text for span in row)}\n" for row in rows)
