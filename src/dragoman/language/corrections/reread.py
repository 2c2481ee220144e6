"""A part of a line, read again for itself: what stands in it, and what it tells."""

from __future__ import annotations

from dragoman.language.earlier.context import Context
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.line.framed import takes_itself_back
from dragoman.language.line.framing import is_of_another_year, leaves_open
from dragoman.language.line.line import Line
from dragoman.language.telling.teller import Teller, Told
from dragoman.language.whole import cut_whole
from dragoman.language.words.tokens import tokens_of


def line_after(grammar: Grammar, text: str, before: Context) -> Line:
    """Some words as a line of their own, after those before it."""
    return Line(grammar, text, tokens_of(text), before.names)


def told_by(grammar: Grammar, text: str, before: Context) -> list[Told]:
    """What some words tell, or may tell, and what is left over of them as the reason."""
    told, _ = _cut(grammar, text, before)
    return told


def put_right_by(grammar: Grammar, text: str, before: Context) -> list[Told]:
    """The same of words that stand in place of others: what leaves open whether it is so leaves it open there, too."""
    told, phrases = _cut(grammar, text, before)
    tokens = tokens_of(text.strip(" .!"))
    reason = ""
    if leaves_open(tokens, phrases):
        reason = "it leaves open whether it is so"
    elif is_of_another_year(tokens, grammar.rulebook.report.date.year):
        reason = "it speaks of another time"
    elif takes_itself_back(tokens):
        reason = "what follows may take it back"
    return [one._replace(reason=one.reason or reason) for one in told]


def _cut(grammar: Grammar, text: str, before: Context) -> tuple[list[Told], list[str]]:
    """What some words tell, and the phrases that took them."""
    body = text.strip(" .!")
    line, cut = cut_whole(grammar, body, tokens_of(body), before)
    told = Teller(grammar.rulebook, grammar.book.events, line).told(cut)
    left = " ".join(line.texts[at] for at in cut.left_over)
    reason = f"the rest of the sentence was not understood: {left}" if left else ""
    return [one._replace(reason=one.reason or reason) for one in told], [piece.phrase.text for piece in cut.pieces]
