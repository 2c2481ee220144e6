"""Of a group, who does it and who does not, in the order of a plain sentence.

    all of them do it except X; X excepted; the exception is X   ->  all of them except X do it
    of the five, only X does it; X is the only one of the five   ->  only X of the five does it
    none of the five does it but X; X alone of the five does it  ->  only X of the five does it
    only one of the five does it, and that is X                  ->  only X of the five does it
    neither of the two does it, not one of the five does it      ->  none of them does it
    the five do it without exception, the five each do it        ->  all of the five do it
    it is only X that does it                                    ->  only X does it
    not only X but also Y does it                                ->  X and Y do it
    X is one of those that do it, X is among the backers who do  ->  X does it

Whom such words take out is of the group that is named, or nothing is put otherwise. As for all that
:mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.turns.renamed import is_denied, named_at, said_for
from dragoman.language.words import english, hedges
from dragoman.language.words.tokens import Token

_EXCEPT = tuple(
    tuple(words.split())
    for words in english.lines(
        """
        with the exception of | with the sole exception of | with the single exception of | with the one exception of | except for
        save for | bar for | the exception being | the only exception being | the sole exception being | the one exception being
        the exception is | the only exception is | the sole exception is | the one exception is | the odd one out is
        the odd one out being | except | excluding | save | bar | barring | but
        """
    )
)
"""What says that it is not so of one; `apart from X` and `other than X` leave open whether it is."""
_LEFT_OUT = (("excepted",), ("excluded",), ("being", "the", "exception"), ("being", "the", "only", "exception"))
"""Behind who is left out, at the end: `all of them do it, X excepted`."""
_OF = frozenset({"of", "among", "amongst"})
_NONE = (("none",), ("not", "one"), ("no", "one"), ("not", "a", "single", "one"), ("neither",), ("not", "any"))
_WITHOUT_EXCEPTION = (("without", "exception"), ("without", "exceptions"), ("one", "and", "all"), ("to", "a", "man"))
_EACH = (("each",), ("all",), ("each", "of", "them"), ("all", "of", "them"), ("every", "one", "of", "them"), ("each", "and", "every", "one"))  # fmt: skip
_NEARLY = frozenset({"but", "other", "others"})
"""Behind `all`: `the five all but left`."""
_ONE = (("one",), ("a", "single", "one"), ("a", "single"))
_NAMELY = frozenset({":", ",", "-", "and", "namely", "that", "this", "one", "it", "is", "'s", "being", "which", "viz"})
_IS = frozenset({"is", "was", "'s"})
_THAT = frozenset({"that", "who", "which"})
_ALSO = frozenset({"also", "too", "as", "well"})
_CUES = frozenset(
    english.lines(
        "except | exception | excepted | exceptions | excluding | excluded | save | bar | barring | but | apart | aside | other | odd"
        "| of | among | amongst | each | all | only | alone"
    )
)


def members(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each plainer order that it has."""
    if _CUES.isdisjoint(line.texts):
        return
    for order in (
        _excepting,
        _only_of,
        _only_one,
        _is_only_one,
        _none_but,
        _none_of,
        _each_of,
        _is_only,
        _not_only,
        _have_each,
        _one_of_those,
    ):
        tokens = order(line)
        if tokens is not None:
            yield tokens


def _ends(line: Line, at: int, several: tuple[tuple[str, ...], ...]) -> int:
    """Where the longest of several runs of words ends that begins there; the place itself if none does."""
    return max((at + len(words) for words in several if tuple(line.texts[at : at + len(words)]) == words), default=at)


def _group(line: Line, at: int) -> tuple[int, int, set[str]] | None:
    """Where a group begins and ends that is named there, behind what determines it, and its members."""
    entities, start = line.grammar.lexicon.entities, at
    for here in range(at, min(at + 3, len(line))):
        for mention in line.mentions[here]:
            if mention.kind == PRONOUN or mention.is_or or mention.excluded:
                continue
            one = entities[mention.names[0]].members if len(mention.names) == 1 else ()
            whole = {*one} if one else {*mention.names}
            if len(whole) > 1 and "and" not in line.texts[here : mention.end]:
                return start, mention.end, whole
        if line.texts[here] not in _DETERMINING:
            break
    return None


_DETERMINING = english.ARTICLES | frozenset({"these", "those", "our", "their", "all"})


def _of_them(names: tuple[str, ...], whole: set[str]) -> bool:
    return {*names} < whole


def _excepting(line: Line) -> list[Token] | None:
    """`all of them do it except X`, `except X, all of them do it`, `all of them, except X, do it`, `X excepted`."""
    texts, tokens = line.texts, line.tokens
    if is_denied(line):
        return None
    for at in range(len(line) - 1):
        named = _ends(line, at, _EXCEPT)
        behind = False
        if named == at:
            if texts[at] != "," or (excepted := named_at(line, at + 1)) is None:
                continue
            if excepted.end == len(line) or _ends(line, excepted.end, _LEFT_OUT) != len(line):
                continue
            named, behind = at + 1, True
        excepted = named_at(line, named)
        if excepted is None or (texts[at] == "but" and at and texts[at - 1] == ","):
            continue
        kept = [*said_for(("except",), tokens[at]), *tokens[named : excepted.end]]
        ends = len(line) if behind else excepted.end
        start = at - (at > 0 and texts[at - 1] in (",", ";", "-", ":"))
        start -= start > 0 and texts[start - 1] == "and"
        if ends == len(line) and at:
            rest = list(range(start))
        elif at == 0 and texts[ends : ends + 1] == [","]:
            rest = list(range(ends + 1, len(line)))
        elif at and texts[ends] == "," and start < at:
            rest = [*range(start), *range(ends + 1, len(line))]
        else:
            continue
        if (put := _with_excepted(line, rest, kept, excepted)) is not None:
            return put
    return None


def _with_excepted(line: Line, rest: list[int], kept: list[Token], excepted: Mention) -> list[Token] | None:
    """The rest of a sentence with who is left out behind the group that he is of."""
    for place, at in enumerate(rest):
        group = _group(line, at)
        if group is None or not _of_them(excepted.names, group[2]) or group[1] - 1 not in rest:
            continue
        end = rest.index(group[1] - 1) + 1
        tokens = [line.tokens[one] for one in rest]
        before = [line.texts[one] for one in rest[max(0, place - 4) : place + 1]]
        every = [] if not _EVERY.isdisjoint(before) else said_for(("all", "of"), kept[0])
        return [*tokens[:place], *every, *tokens[place:end], *kept, *tokens[end:]]
    return None


_EVERY = frozenset({"all", "every", "each", "any"})


def _only(line: Line, who: list[Token], of: list[Token], rest: list[Token]) -> list[Token]:
    """`only X of the five does it`."""
    like = who[0]
    return [*said_for(("only",), like), *who, *said_for(("of",), like), *of, *rest]


def _only_of(line: Line) -> list[Token] | None:
    """`of the five, only X does it`, `X alone of the five does it`, `of the five it is only X that does it`."""
    texts, tokens = line.texts, line.tokens
    if texts[0] in _OF and (group := _group(line, 1)) is not None:
        at = group[1] + (texts[group[1] : group[1] + 1] == [","])
        if texts[at : at + 1] == ["it"] and texts[at + 1 : at + 2] != [] and texts[at + 1] in _IS:
            at += 2
        if texts[at : at + 1] not in (["only"], ["just"], ["solely"]):
            named = named_at(line, at) if at < len(line) else None
            if named is None or texts[named.end : named.end + 1] != ["alone"] or not _of_them(named.names, group[2]):
                return None
            return _only(line, tokens[at : named.end], tokens[1 : group[1]], tokens[named.end + 1 :])
        named = named_at(line, at + 1)
        if named is None or named.end >= len(line) or not _of_them(named.names, group[2]):
            return None
        verb = named.end + (texts[named.end] in _THAT)
        return _only(line, tokens[at + 1 : named.end], tokens[1 : group[1]], tokens[verb:])
    named = named_at(line, 0)
    if named is not None and texts[named.end : named.end + 1] == ["alone"] and named.end + 2 < len(line):
        of = named.end + 1
        group = _group(line, of + 1) if texts[of] in _OF else None
        if group is not None and _of_them(named.names, group[2]):
            return _only(line, tokens[: named.end], tokens[of + 1 : group[1]], tokens[group[1] :])
    return None


def _only_one(line: Line) -> list[Token] | None:
    """`only one of the five does it, and that is X`, `only one of the five does it: X`."""
    texts, tokens = line.texts, line.tokens
    of = _ends(line, 1, _ONE) if texts[0] in ("only", "just") else 0
    group = _group(line, of + 1) if of > 1 and texts[of : of + 1] == ["of"] else None
    if group is None:
        return None
    last = next((at for at in range(group[1] + 2, len(line)) if (m := named_at(line, at)) and m.end == len(line)), 0)
    named = named_at(line, last) if last else None
    start = last
    while start > group[1] + 1 and texts[start - 1] in _NAMELY | english.ARTICLES:
        start -= 1
    if named is None or start == last or not _of_them(named.names, group[2]) or len(named.names) != 1:
        return None
    if texts[start] not in (",", ":", "-", "namely"):
        return None
    return _only(line, tokens[last:], tokens[of + 1 : group[1]], tokens[group[1] : start])


def _is_only_one(line: Line) -> list[Token] | None:
    """`X is the only one of the five that does it`, `the only one of the five that does it is X`."""
    texts, tokens = line.texts, line.tokens
    only = next((at for at in range(len(line) - 4) if texts[at] == "only" and texts[at - 1] == "the" and at), 0)
    of = only + 1 + (texts[only + 1 : only + 2] != [] and texts[only + 1] not in _OF)
    group = _group(line, of + 1) if only and of < len(line) and texts[of] in _OF else None
    if group is None or texts[group[1] : group[1] + 1] == [] or is_denied(line):
        return None
    verb = group[1] + (texts[group[1]] in _THAT)
    if verb == group[1] and not texts[verb].endswith("ing"):
        return None
    says = said_for(("is",), tokens[only]) if verb == group[1] else []
    named = named_at(line, 0)
    if named is not None and named.end == only - 2 and texts[named.end] in _IS - {"was"}:
        whom, rest = tokens[: named.end], tokens[verb:]
    elif only == 1:
        be = next((at for at in range(len(line) - 2, verb, -1) if texts[at] == "is"), 0)
        named = named_at(line, be + 1) if be else None
        if named is None or named.end != len(line):
            return None
        whom, rest = tokens[be + 1 :], tokens[verb:be]
    else:
        return None
    if not _of_them(named.names, group[2]):
        return None
    return _only(line, whom, tokens[of + 1 : group[1]], [*says, *rest])


def _none_but(line: Line) -> list[Token] | None:
    """`none of the five does it but X`, `none of the five except X does it`, `no one of the five other than X`."""
    texts, tokens = line.texts, line.tokens
    of = _ends(line, 0, _NONE)
    group = _group(line, of + 1) if of and texts[of : of + 1] == ["of"] else None
    if group is None:
        return None
    at = next((at for at in range(group[1], len(line) - 1) if _ends(line, at, _EXCEPT) > at), 0)
    named = _ends(line, at, _EXCEPT) if at else 0
    excepted = named_at(line, named) if named else None
    if excepted is None or not _of_them(excepted.names, group[2]):
        return None
    behind = english.NEGATORS.isdisjoint(texts[group[1] :])
    start = at - (texts[at - 1] == ",")
    if not behind or (start < at and texts[at] == "but") or (at > group[1] + 1 and excepted.end != len(line)):
        return None
    rest = tokens[excepted.end :] if excepted.end < len(line) else tokens[group[1] : start]
    rest = rest[1:] if rest and rest[0].text == "," else rest
    return _only(line, tokens[named : excepted.end], tokens[of + 1 : group[1]], rest) if rest else None


def _none_of(line: Line) -> list[Token] | None:
    """`neither of the two does it`, `not one of the five does it` as `none of them does it`."""
    texts = line.texts
    of = _ends(line, 0, _NONE)
    if of and texts[:of] != ["none"] and texts[of : of + 1] == ["of"] and (group := _group(line, of + 1)) is not None:
        is_pair = texts[0] != "neither" or len(group[2]) == 2
        if is_pair and english.NEGATORS.isdisjoint(texts[of:]):
            return [*said_for(("none",), line.tokens[0]), *line.tokens[of:]]
    return None


def _each_of(line: Line) -> list[Token] | None:
    """`the five each do it`, `the five do it without exception` as `all of the five do it`."""
    texts, tokens = line.texts, line.tokens
    if is_denied(line):
        return None
    like = tokens[0]
    start = 2 * (texts[:2] == ["all", "of"]) or int(texts[:1] == ["all"])
    group = _group(line, start)
    if group is None or group[1] >= len(line):
        return None
    comma = group[1] + (texts[group[1]] == ",")
    for words in (_EACH, _WITHOUT_EXCEPTION):
        end = _ends(line, comma, words)
        if end > comma and end + 1 < len(line) and texts[end] not in _NEARLY:
            end += comma > group[1] and texts[end] == ","
            return [*said_for(("all", "of"), like), *tokens[start : group[1]], *tokens[end:]]
    for at in range(group[1] + 1, len(line) - 1):
        if _ends(line, at, _WITHOUT_EXCEPTION) == len(line):
            return [*said_for(("all", "of"), like), *tokens[start : at - (texts[at - 1] == ",")]]
    return None


def _have_each(line: Line) -> list[Token] | None:
    """`A and B have each left it`, `A and B are both in it` as what they have done, or are."""
    if is_denied(line):
        return None
    for at in range(2, len(line) - 1):
        before = next((one for one in (at - 1, at - 2) if line.texts[one] in english.HAVE | _BE), 0)
        several = (m for one in range(before) for m in line.mentions[one] if m.end == before and m.kind != PRONOUN)
        if line.texts[at] == "each" and before and any(len(m.names) > 1 and not m.is_or for m in several):
            return [*line.tokens[:at], *line.tokens[at + 1 :]]
    return None


def _one_of_those(line: Line) -> list[Token] | None:
    """`X is one of the backers that do it`, `X is among those who do it` as `X does it`."""
    texts, tokens = line.texts, line.tokens
    named = named_at(line, 0)
    if named is None or texts[named.end : named.end + 1] == [] or texts[named.end] not in _BE:
        return None
    of = named.end + 1 + 2 * (texts[named.end + 1 : named.end + 3] == ["one", "of"])
    of += of == named.end + 1 and texts[of : of + 1] == ["among"]
    that = next((at for at in range(of + 1, min(len(line) - 1, of + _MOST_NOUN)) if texts[at] in _THAT), 0)
    is_noun = (
        of > named.end + 1 and that > 0 and texts[of] in _DETERMINING | {"several", "many", "two", "three", "four"}
    )
    if (
        not is_noun
        or not english.NEGATORS.isdisjoint(texts[:that])
        or any(line.mentions[at] for at in range(of, that))
        or "of" in texts[of:that]
    ):
        return None
    return [*tokens[: named.end], *tokens[that + 1 :]]


_BE = frozenset({"is", "are"})
_MOST_NOUN = 6


def _is_only(line: Line) -> list[Token] | None:
    """`it is only X that does it` as `only X does it`."""
    texts, tokens = line.texts, line.tokens
    if texts[:1] != ["it"] or texts[1:3] not in (["is", "only"], ["'s", "only"]):
        return None
    named = named_at(line, 3)
    behind = texts[named.end : named.end + 2] if named is not None else []
    if named is None or len(behind) < 2 or behind[0] not in _THAT or behind[1] in hedges.SAYING:
        return None
    return [*tokens[2 : named.end], *tokens[named.end + 1 :]]


def _not_only(line: Line) -> list[Token] | None:
    """`not only X but also Y does it`, `not only X but Y as well` as `X and Y`, whoever or whatever they are."""
    texts, tokens = line.texts, line.tokens
    at = next((at for at in range(len(line) - 4) if texts[at] == "not" and texts[at + 1] in ("only", "just")), None)
    first = named_at(line, at + 2) if at is not None else None
    if at is None or first is None:
        return None
    but = first.end + (texts[first.end : first.end + 1] == [","])
    if texts[but : but + 1] != ["but"]:
        return None
    other = but + 1 + (texts[but + 1 : but + 2] == ["also"])
    second = named_at(line, other)
    if second is None or not english.NEGATORS.isdisjoint((*texts[:at], *texts[second.end :])):
        return None
    end = second.end + next((n for n in (2, 1) if texts[second.end : second.end + n] in (["as", "well"], ["too"])), 0)
    return [
        *tokens[:at], *tokens[at + 2 : first.end], *said_for(("and",), tokens[at]), *tokens[other : second.end], *tokens[end:],
    ]  # fmt: skip
