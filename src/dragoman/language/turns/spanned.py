"""What is said in words on both sides of what it is said of, or in a clause where a noun would do.

    gave the kitchen a clean bill of health    ->  found the kitchen clean
    declared the licence null and void         ->  annulled the licence
    does not let the boats into the harbour    ->  bars the boats from the harbour
    locks the boats out of the harbour         ->  bars the boats from the harbour
    whatever the court decides                 ->  the decisions of the court
    its fuel bill comes to 6 million euros     ->  its fuel costs 6 million euros

Who lets nobody in and who keeps everybody out do the same; who let somebody in only once is no such case.
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.language.line.line import Line
from dragoman.language.turns.renamed import ENDING, Step, named_at, said_for
from dragoman.language.words import english
from dragoman.language.words.numbers import PERCENT

_FOUND = {"gave": "found", "give": "find", "gives": "finds", "given": "found"}
_ANNULLED = {"declared": "annulled", "declare": "annul", "declares": "annuls"}
_HEALTHY = ("a", "clean", "bill", "of", "health")
_VOID = (("null", "and", "void"), ("void",), ("invalid",))
_RULINGS = {
    "rules": "rulings", "decides": "decisions", "orders": "orders", "advises": "advice", "recommends": "recommendations",
    "demands": "demands", "proposes": "proposals", "says": "words", "forecasts": "forecasts",
}  # fmt: skip
_ALIKE = {"rulings": "decisions", "decisions": "rulings"}
_KEEPING = frozenset(english.lines("locks | locked | lock | keeps | kept | keep | shuts | shut"))
_DOES = frozenset({"does", "do", "will"})
_OWN = frozenset({"its", "their", "his", "her"})
_COMES_TO = (("to",), ("up", "to"))
_COMING = frozenset(english.lines("comes | come | came | amounts | amount | amounted | adds | runs"))
_MOST = 7
"""Tokens of what stands between."""


def _healthy(line: Line, at: int) -> Step | None:
    end = _end_of(line, at + 1, _HEALTHY)
    if end is None:
        return None
    like = line.tokens[at]
    return [*said_for((_FOUND[line.texts[at]],), like), *line.tokens[at + 1 : end], line.tokens[end + 1]], end + len(
        _HEALTHY
    )


def _void(line: Line, at: int) -> Step | None:
    for words in _VOID:
        end = _end_of(line, at + 1, words)
        if end is not None and (end + len(words) >= len(line) or line.texts[end + len(words)] in ENDING | {"by"}):
            return [*said_for((_ANNULLED[line.texts[at]],), line.tokens[at]), *line.tokens[at + 1 : end]], end + len(
                words
            )
    return None


def _not_let(line: Line, at: int) -> Step | None:
    """`does not let X in`, `won't let X into it`; what `will not` be let in is to come."""
    is_not = line.texts[at + 1 : at + 3] == ["not", "let"]
    if not is_not or (line.texts[at] == "will" and "won't" not in line.text.casefold().replace("’", "'")):
        return None
    return _kept_out(line, at, at + 3, "in")


def _locked_out(line: Line, at: int) -> Step | None:
    """`locks X out of it`, which may be denied: who does not lock X out does not bar it."""
    return _kept_out(line, at, at + 1, "out")


def _kept_out(line: Line, at: int, start: int, particle: str) -> Step | None:
    if not {"bar", "bars", "barred"}.intersection(line.grammar.surface) or named_at(line, start) is None:
        return None
    end = next(
        (n for n in range(start + 1, min(len(line), start + _MOST)) if line.texts[n] in (particle, "into")), None
    )
    if end is None or any(line.is_cut(n) for n in range(start, end)) or line.texts[end - 1] in english.GOV_NOUNS:
        return None
    like, thing = line.tokens[at], line.tokens[start:end]
    is_inside = line.texts[end] == "into" or line.texts[end : end + 2] == ["out", "of"]
    if is_inside:
        behind = end + 1 + (line.texts[end] == "out")
        return [*said_for(("bars",), like), *thing, *said_for(("from",), like)], behind
    ends = end + 1 >= len(line) or line.texts[end + 1] in ENDING
    return ([*said_for(("bars",), like), *thing], end + 1) if ends else None


def _what_is_ruled(line: Line, at: int) -> Step | None:
    """`what the court rules`: its rulings; only where phrases have that noun."""
    named = named_at(line, at + 1) if at else None
    if (
        named is None
        or named.end >= len(line)
        or (named.end + 1 < len(line) and line.texts[named.end + 1] not in ENDING)
    ):
        return None
    noun = _RULINGS.get(line.texts[named.end], "")
    noun = next((one for one in (noun, _ALIKE.get(noun, "")) if one and one in line.grammar.surface), "")
    like = line.tokens[at]
    return ([*said_for(("the", noun, "of"), like), *line.tokens[at + 1 : named.end]], named.end + 1) if noun else None


def _says_who(line: Line, at: int) -> Step | None:
    """`says who its donors are`: names its donors."""
    here = line.texts[at + 1 : at + 5]
    is_said = len(here) == 4 and here[0] == "who" and here[1] in _OWN and here[3] in ("is", "are")
    is_last = at + 5 >= len(line) or line.is_cut(at + 5)
    if not is_said or not is_last or not line.tokens[at + 3].is_word or line.mentions[at + 3]:
        return None
    names = "names" if line.texts[at].endswith("s") else "name"
    return [*said_for((names,), line.tokens[at]), *line.tokens[at + 2 : at + 4]], at + 5


def _bill(line: Line, at: int) -> Step | None:
    """`the fuel bill comes to so much`: the fuel costs so much."""
    is_of = at > 0 and line.tokens[at - 1].is_word and line.texts[at - 1] not in english.CARRY_NOTHING | {"'s"}
    verb = at + 1
    if not is_of or line.texts[verb : verb + 1] == [] or line.texts[verb] not in _COMING:
        return None
    size = next((len(to) for to in _COMES_TO if tuple(line.texts[verb + 1 : verb + 1 + len(to)]) == to), 0)
    figure = line.figures[verb + 1 + size] if size and verb + 1 + size < len(line) else None
    is_sum = figure is not None and figure.unit not in ("", PERCENT)
    return (said_for(("costs",), line.tokens[at]), verb + 1 + size) if is_sum else None


def _end_of(line: Line, start: int, words: tuple[str, ...]) -> int | None:
    """Where the words stand behind somebody or something."""
    for at in range(start + 1, min(len(line), start + _MOST + 1)):
        if tuple(line.texts[at : at + len(words)]) == words:
            return at
        if line.is_cut(at - 1):
            return None
    return None


_Turn = Callable[[Line, int], Step | None]
BY_WORD: dict[str, tuple[_Turn, ...]] = {
    **dict.fromkeys(_FOUND, (_healthy,)),
    **dict.fromkeys(_ANNULLED, (_void,)),
    **dict.fromkeys(_DOES, (_not_let,)),
    **dict.fromkeys(_KEEPING, (_locked_out,)),
    **dict.fromkeys(("what", "whatever"), (_what_is_ruled,)),
    **dict.fromkeys(("bill", "bills"), (_bill,)),
    **dict.fromkeys(("say", "says", "reveal", "reveals", "disclose", "discloses"), (_says_who,)),
}
CUES = frozenset(_ANNULLED) | {"health", "who", "let", "what", "whatever", "bill", "bills"} | _KEEPING
"""The words one of which each of them has."""
