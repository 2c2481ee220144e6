"""What two have or use together, said with `share`, where a phrase of the rulebook has that word.

    A and B have a store in common                   ->  A and B share a store
    A and B keep their food in the same store        ->  A and B share a store
    A keeps its food in the same store as B          ->  A and B share a store
    A uses one store together with B                 ->  A and B share a store
    A and B have together one store                  ->  A and B share a store
    A and B have a store of their own                ->  A and B do not share a store

`They use one store` may be one for each, and who has the same temperature as another shares no thing with him: it counts only
what is used, or is had in common or together.
"""

from __future__ import annotations

import re

from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.turns.renamed import named_at, said
from dragoman.language.words.tokens import Token

CUES = frozenset({"common", "same", "together", "between", "own", "separate", "different"})
_USE = r"(?:uses?|keeps?|stores?|stows?|rents?|runs?) "
_HAVE = r"(?:have|has) "
_IN = r"(?:(?:its|their|his|her) (?:[a-z]+ ){1,2}?in )"
_NOUN = r"(?P<noun>(?:[a-z]+ ){1,4}?)"
_ONE, _SAME = r"(?:one|an?|the same) ", r"the same "
_WITH = re.compile(
    rf"{_USE}(?:together )?{_IN}?{_SAME}{_NOUN}(?:as|with|together with) (?P<who>@ )"
    rf"|{_USE}(?:together )?{_IN}?{_ONE}(?P<noun2>(?:[a-z]+ ){{1,4}}?)together with (?P<who2>@ )"
)
_BOTH = re.compile(
    rf"{_USE}{_IN}{_SAME}{_NOUN}(?=$|, |and |but )"
    rf"|(?:{_USE}|{_HAVE}){_IN}?{_ONE}(?P<noun2>(?:[a-z]+ ){{1,4}}?)(?:in common|together|between them) "
    rf"|(?:{_USE}|{_HAVE})together {_ONE}(?P<noun3>(?:[a-z]+ ){{1,4}}?)(?=$|, |and |but )"
)
_OWN = re.compile(
    rf"(?:{_USE}|{_HAVE})(?:an? )?{_NOUN}of their own (?=$|, |and |but )"
    r"|(?:have|has|keep|use) (?:their own|separate|different) (?P<noun2>(?:[a-z]+ ){1,4}?)(?=$|, |and |but )"
)
_TWO = 2
_MOST_BEFORE = 4


def shared(line: Line) -> list[Token] | None:
    """The tokens of such a sentence with `share`."""
    named = named_at(line, 0) or (Mention(1, ("",), PRONOUN) if line.texts[:1] in (["it"], ["he"], ["she"]) else None)
    if named is None or "share" not in line.grammar.surface:
        return None
    begin = named.end + 2 * (line.texts[named.end : named.end + 2] == [",", "they"])
    if len(named.names) == _TWO and not named.is_or and (apart := _apart(line, named.end)) is not None:
        return apart
    table = _BOTH if len(named.names) == _TWO else _WITH if len(named.names) == 1 else None
    for verb in range(begin, min(len(line), begin + _MOST_BEFORE)) if table is not None else ():
        words, starts = _words(line, verb)
        found = table.match(words) if table is not None else None
        if found is not None:
            like = line.tokens[verb]
            name = next(one for one in ("noun", "noun2", "noun3") if found.groupdict().get(one))
            noun = [starts[words[:at].count(" ")] for at in found.span(name)]
            end = starts[words[: found.end()].count(" ")]
            who = next((one for one in ("who", "who2") if found.groupdict().get(one)), "")
            other = [said("and", like), *line.tokens[starts[words[: found.start(who)].count(" ")] : end]] if who else []
            helping = line.tokens[begin:verb]
            return [
                *line.tokens[: named.end], *other, *helping, said("share", like), said("a", like),
                *line.tokens[noun[0] : noun[1]], *line.tokens[end:],
            ]  # fmt: skip
    return None


def _apart(line: Line, at: int) -> list[Token] | None:
    """`each have their own store`, `a store of their own`: they do not share a store."""
    verb = at + (line.texts[at : at + 1] in (["each"], ["both"]))
    words, starts = _words(line, verb)
    found = _OWN.match(words)
    if found is None:
        return None
    like = line.tokens[verb]
    name = next(one for one in ("noun", "noun2") if found.groupdict().get(one))
    first, last = (starts[words[:place].count(" ")] for place in found.span(name))
    denial = [said(one, like) for one in ("do", "not", "share", "a")]
    return [
        *line.tokens[:at],
        *denial,
        *line.tokens[first:last],
        *line.tokens[starts[words[: found.end()].count(" ")] :],
    ]


def _words(line: Line, at: int) -> tuple[str, list[int]]:
    """What is said from there on, `@` for one who is named, and where each of these words begins."""
    words, starts = list[str](), list[int]()
    while at < len(line):
        named = named_at(line, at)
        is_one = named is not None and len(named.names) == 1
        words.append("@ " if is_one else f"{line.texts[at]} ")
        starts.append(at)
        at = named.end if is_one and named is not None else at + 1
    return "".join(words), [*starts, len(line)]
