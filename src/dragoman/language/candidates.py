"""The facts that a text may hold, each with its sentence: for somebody who reads a memo and picks.

Nothing of it is told. A sentence is read as a line is, after the one before it, but for what its writer wants with it:
a memo asks nothing of the program.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.errors import Finding, FindingsError
from dragoman.form import form
from dragoman.language.forms import LineReader, Offer
from dragoman.language.words.sentences import Sentence, sentences_of
from dragoman.source.characters import Lines
from dragoman.source.files import read_text


@form
class Candidate:
    """A sentence with what it may tell."""

    sentence: Sentence
    offers: tuple[Offer, ...]
    """At least one; an offer without a reason would be told if somebody typed the sentence."""


def candidates_in(reader: LineReader, text: str) -> Iterator[Candidate]:
    """The sentences of a text that may tell a fact, in its order."""
    listener = reader.listen()
    for sentence in sentences_of(text):
        offers = listener.hear(sentence.text)
        if offers:
            yield Candidate(sentence, offers)


def text_of(path: str) -> str:
    """The text in a file, or on standard input (`-`).

    Raises:
        FindingsError: if it cannot be read, is none, or is larger than the limit `prose`.
    """
    read = read_text(path, "FA", pipes=True, limit="prose")
    if isinstance(read, Finding):
        raise FindingsError([read])
    name, text = read
    at = text.find("\0")
    if at >= 0:
        place = Lines(name, text).place(at)
        raise FindingsError([Finding(place, "FA003", "this is no text: it holds zero bytes")])
    return text
