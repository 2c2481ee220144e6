"""A memo in the form that the name of its file asks for."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import PurePath

from dragoman.advice.evaluate import Evaluation
from dragoman.advice.forms import Advice
from dragoman.errors import DragomanError
from dragoman.papers.forms import Brief
from dragoman.papers.room import LINES, LINES_OF_WORD
from dragoman.source.nodes import shorten


class PaperForm(StrEnum):
    """How a memo is written."""

    MARKDOWN = "md"
    HTML = "html"
    DOCX = "docx"
    JSON = "json"

    @property
    def lines(self) -> int:
        """So many lines of it stand on two pages."""
        return LINES_OF_WORD if self is PaperForm.DOCX else LINES


_SUFFIXES = {
    ".md": PaperForm.MARKDOWN,
    ".markdown": PaperForm.MARKDOWN,
    ".html": PaperForm.HTML,
    ".htm": PaperForm.HTML,
    ".docx": PaperForm.DOCX,
    ".json": PaperForm.JSON,
}


_OF_OTHERS = frozenset({".pdf", ".doc", ".odt", ".rtf", ".tex", ".epub"})
"""What a reader takes for a form that we do not write."""


def form_named(name: str) -> PaperForm | None:
    """The form that a file's name asks for, by its last suffix in any case; None if by none that we know."""
    return _SUFFIXES.get(PurePath(name).suffix.lower())


def form_or_error(name: str) -> PaperForm:
    """The same.

    Raises:
        DragomanError: if the name asks for none.
    """
    form = form_named(name)
    if form is None:
        known = "brief.md, brief.html, brief.docx or brief.json"
        raise DragomanError(f"how is '{shorten(name)}' to be written? Name it {known}, or say it with --format")
    return form


def written(brief: Brief, form: PaperForm) -> bytes:
    """The memo as a file: the same memo gives the same bytes.

    Raises:
        DragomanError: if it is to be DOCX and python-docx is not installed; the message says how to install it.
    """
    match form:
        case PaperForm.MARKDOWN:
            from dragoman.papers.markdown import markdown_brief  # noqa: PLC0415 - one form of four is written

            return markdown_brief(brief).encode()
        case PaperForm.HTML:
            from dragoman.papers.html import html_brief  # noqa: PLC0415 - the same

            return html_brief(brief).encode()
        case PaperForm.DOCX:
            from dragoman.papers.docx import docx_brief  # noqa: PLC0415 - the same

            return docx_brief(brief)
        case PaperForm.JSON:
            text = json.dumps(brief.to_dict(), indent=2).replace(
                "\x7f", "\\u007f"
            )  # nothing in it can steer a terminal
            return f"{text}\n".encode()


def exported(evaluation: Evaluation, advice: Advice, name: str) -> bytes:
    """What `export` writes: the memo where the file's name asks for one of its forms, else all of the advice as text.

    Raises:
        DragomanError: if the name asks for a form that is not written, or python-docx, which DOCX takes, is not installed.
        EngineError: if the rules have more instances than can be held.
    """
    form = form_named(name)
    if form is None:
        if PurePath(name).suffix.lower() in _OF_OTHERS:
            raise DragomanError(
                f"'{shorten(name)}': a memo is written as .md, .html, .docx or .json; print one of them for PDF"
            )
        from dragoman.views.paper import paper  # noqa: PLC0415 - one of two is written

        return paper(advice).encode()
    from dragoman.papers.gather import brief_of  # noqa: PLC0415 - the same

    return written(brief_of(evaluation, lines=form.lines), form)
