"""Words that leave nothing between them: what is not open is closed, and what is not allowed is forbidden.

Only for a fact that is so or not, and is said with the one word and denied with the other. Who does not oppose something need
not back it, and what is not good may be fair.
"""

from __future__ import annotations

from dragoman.language.clauses.cutter import Piece
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.tokens import words_of

_OPPOSITES = tuple(
    (frozenset(english.lines(one)), frozenset(english.lines(other)))
    for one, other in (
        ("open", "closed | shut"),
        ("allowed | permitted | legal | lawful", "forbidden | banned | prohibited | illegal | outlawed | unlawful"),
    )
)
_SERVICE = ("in service", "out of service")
_HAVING = frozenset({"has", "have"})
_WITHOUT = frozenset({"no", "without"})


def leaves_one_alone(line: Line, piece: Piece) -> bool:
    """Whether the word that is denied there leaves only that with which phrases say the fact."""
    if piece.phrase.fixed:
        return False
    said = line.texts[piece.hit.start : piece.hit.end]
    book, (fact, _, fixed) = line.grammar.book.phrases, piece.phrase.meaning
    alike = [book[number].text for number in line.grammar.meanings.get((fact, True, fixed), ())]
    for one, others in _OPPOSITES:
        if not one.isdisjoint(said) and any(not others.isdisjoint(words_of(text)) for text in alike):
            return True
    if _SERVICE[0] in " ".join(said) and any(_SERVICE[1] in text for text in alike):
        return True
    nouns = set(said) - english.CARRY_NOTHING
    is_had = not _HAVING.isdisjoint(said)
    return is_had and any(
        not _WITHOUT.isdisjoint(words := words_of(text)) and not nouns.isdisjoint(words) for text in alike
    )
