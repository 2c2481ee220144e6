"""What is only compared in a clause and not said: `more oil than gas` says nothing of gas, `more than a partner` of no partner."""

from __future__ import annotations

from dragoman.language.clauses.sheets import Sheet
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.words import english

_NO_MORE = ("no more than", "nothing more than", "not more than")
_LIGHT = english.LIGHT_WORDS | english.ARTICLES | english.BE | english.DO | english.HAVE | PREPOSITIONS
_OPENING = len("than (")


def weighs_its_own(line: Line, sheet: Sheet, text: str, start: int, end: int) -> bool:
    """Whether between two tokens a word of a phrase, whose text is given, is only what another thing is compared with."""
    if "more than" in " ".join(line.texts[start:end]) and _says_no_more(text):
        return True
    has_choice = "(" in text[text.find("than ") :][:_OPENING]
    return not has_choice and any(
        line.texts[at] == "than"
        and line.texts[at + 1] not in _LIGHT
        and not line.literals[at + 1].isdisjoint(sheet.words)
        and f"than {line.texts[at + 1]}" not in text
        for at in range(start, end - 1)
    )


def _says_no_more(text: str) -> bool:
    """Whether a phrase says `more than` only behind a `no`: who is more than that is another."""
    plain = text
    for words in _NO_MORE:
        plain = plain.replace(words, "")
    return plain != text and "more than" not in plain
