"""Turns of speech in which a word of a phrase means something else than the phrase.

    the guests are sick of it       and not ill         the board is free on Friday     and not independent
    the trade is flat out           and not flat        X is not open about it          and not shut
    X is alone in that              and not isolated    the strike is over for today    and goes on tomorrow
    A, like B, owes X money         and does not like B
    the staff strike out alone      and not at all          A puts money on the race        and not into it

They are the same whatever is spoken of; a turn of one rulebook's own words belongs into its phrases.
"""

from __future__ import annotations

import re

from dragoman.language.clauses.cutter import Piece
from dragoman.language.grammar.lexicon import GOVERNMENT
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.changes import FACTORS
from dragoman.language.words.tokens import words_of

_BE = r"(?:is|are|was|were|'s|be|been|being|got|gets)"
_DAY = "|".join(english.WEEKDAYS)
_TURNS = re.compile(
    rf"""\b(?:
      (?:sick|ill|tired)\ (?:and\ tired\ )?of\ (?:it|this|that|all|them|the|being|having|waiting|hearing)\b
    | {_BE}\ (?:not\ )?(?:all\ )?down\ (?:there|here|to\ (?:half|a\ (?:third|quarter|fifth|tenth|few)|business|earth))\b
    | {_BE}\ (?:\w+\ )?flat\ out\b
    | {_BE}\ (?:not\ )?free\ (?:(?:on|until|after|before)\ (?:\w+\ )?)?(?:{_DAY}|today|tonight|tomorrow|lunch|dinner|noon|(?:this|next|all)\ (?:morning|afternoon|evening|week|weekend))\b
    | {_BE}\ (?:not\ )?(?:\w+\ )?open\ (?:about|with)\ (?:it|this|that|them|us|me|its|their|what|how|the|everybody|everyone)\b
    | (?:over|done|finished|out)\ for\ (?:today|tonight|now|the\ (?:day|night|week|weekend|moment|time\ being|season))\b
    | out\ in\ the\ cold\b | left\ in\ the\ cold\b
    | alone\ (?:in\ (?:that|this|it|doing|thinking|saying|having|being|its|their|wanting)|with\ (?:that|its|this))\b
    | against\ anti-
    | (?:takes?|took|taken|taking)\ (?:stock\ of|a\ leaf\ (?:out\ of|from))\b
    | (?:takes?|took|taken|taking)\ (?:it\ out\ on|(?:[\w'-]+\ ){{1,4}}(?:seriously|lightly|aback|aside|for\ granted))\b
    | (?:falls?|fell|fallen|falling)\ (?:back\ )?into\ (?:line|step)\b
    | (?:loses?|lost|losing)\ (?:its|their|his|her)\ way\ (?:in|with|at|among|on)\b
    | (?:goes|go|went|gone|going)\ to\ bat\ for\b
    | (?:has|have|had|having)\ (?:its|their|his|her)\ hands\ (?:full|tied)\b
    | str(?:ikes?|uck|iking)\ (?:out\ (?:on|alone|for|at|in)|it\ (?:rich|lucky|big)|up\ an?|an?\ (?:chord|balance|pose|blow|note|tone)|oil|gold)\b
    | (?:puts?|putting|laid|lays?|staked?|stakes)\ (?:(?:its|their|his|her|the|all|some|good)\ )*money\ on\b
    | (?:lends?|lent|lending)\ (?:(?:its|their|his|her|a|an|some|full)\ )*(?:support|weight|voice|hand|ear|credence|name|backing)\b
    | call(?:s|ed|ing)?\ [^,;.]+\ (?:un)?likely$
    | {_BE}\ (?:\w+\ )?close\ (?:at\ hand|by)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_LIKE_HIM = re.compile(r",\s+(?:just |much |very much )?like\s", re.IGNORECASE)
_HARDLY = ("few", "hardly any", "scarcely any", "barely any", "next to no")
_MANY = re.compile(r"\b(?:many|plenty of|lots of|a lot of|quite a few|numerous)\b")
_RULING = frozenset(
    english.lines("elite | elites | bureaucracy | establishment | leadership | circles | parliament | cabinet")
)


def is_turn_of_speech(line: Line, piece: Piece) -> bool:
    """Whether a clause that was found stands in a turn of speech that says something else."""
    typed = line.span(piece.hit.start, min(max(piece.hit.end, piece.hit.last), len(line)))
    start = line.text.find(typed)
    behind = line.text[start : start + len(typed) + _MOST_BEHIND] if start >= 0 else typed
    turns = (found.group().lower().split() for found in _TURNS.finditer(behind) if found.start() < len(typed))
    if any(not _is_meant(line, piece, turn) for turn in turns):
        return True
    own = words_of(piece.phrase.text)
    names_him = any(
        line.texts[at] == "like" and (line.mentions[at + 1] or line.texts[at + 1] in english.ARTICLES)
        for at in range(piece.hit.start, min(piece.hit.end, len(line) - 1))
    )
    if "like" in own and names_him and _LIKE_HIM.search(line.text):
        return True
    return _says_only_by_how_much(line, piece) or _has_hardly_any(line, piece) or _is_among_rulers(line, piece)


def _is_meant(line: Line, piece: Piece, turn: list[str]) -> bool:
    """Whether a phrase, or a word of a slot, has the turn itself: `at capacity` may be `flat out`, and a line `down to one track`."""
    taken = {text for one in piece.hit.bound if one.words for text in line.texts[one.start : one.end]}
    return turn[-1] in taken or " ".join(turn[1:]) in piece.phrase.text


def _says_only_by_how_much(line: Line, piece: Piece) -> bool:
    """`X has halved`, of which no phrase says what: neither a figure nor which way it went."""
    is_told = piece.phrase.fixed or any(one.words or one.figure for one in piece.hit.bound)
    said = words_of(line.text)
    return not is_told and not FACTORS.isdisjoint(said) and FACTORS.isdisjoint(words_of(piece.phrase.text))


def _has_hardly_any(line: Line, piece: Piece) -> bool:
    """`X has few friends`, where a phrase has many: who has a few may well have enough."""
    said = f" {' '.join(line.texts[piece.hit.start : piece.hit.end])} "
    is_few = any(f" {words} " in said and f" a {words} " not in said for words in _HARDLY)
    return is_few and _MANY.search(piece.phrase.text) is not None


def _is_among_rulers(line: Line, piece: Piece) -> bool:
    """`has a base in X's elite`: those who rule are no place."""
    return any(
        one.mention is not None
        and one.mention.kind == GOVERNMENT
        and line.texts[one.start - 1 : one.start] in (["in"], ["within"], ["among"])
        and line.texts[one.end - 1] in _RULING
        and "politic" not in piece.phrase.text
        for one in piece.hit.bound
    )


_MOST_BEHIND = 24
"""Letters behind a clause within which a turn ends that begins in it."""
