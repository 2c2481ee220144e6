"""The same sentence as a phrase says it, where people speak more freely.

    Mr Haddad says it is closed                 ->  Mr Haddad says that it is closed
    the thermometer stands at 11                ->  the thermometer is at 11
    they serve oysters at the Lion              ->  the Lion serves oysters
    in the store of the Lion it is 6 degrees    ->  it is 6 degrees in the store of the Lion
    the Lion got a fair for hygiene             ->  the Lion has a fair hygiene rating
    the farm sells the Lion its eggs            ->  the farm sells eggs to the Lion

Only a sentence of which something was left over is looked at so, and only an order in which nothing is left over is taken.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.turns.renamed import is_of_then, named_at
from dragoman.language.turns.so_many import ends_clause, so_many
from dragoman.language.words import english, hedges
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token

_NO_CLAUSE = frozenset(
    {"that", "so", "no", "yes", "nothing", "to", "little", "much", "nyet", "da", "it"}
) | english.ARTICLES - {"the"}
_SAYS = frozenset({"say", "says", "said"})
_SOME = frozenset({"a", "an", "no"})
_TELLS = frozenset({"tell", "tells", "told"})
_TO_US = frozenset({"us", "me", "reporters", "journalists"})
_MEASURES = frozenset(
    english.lines(
        "reads|registers|stands|stood|hovers|measures|shows|totals|amounts|comes|runs|equals|reached|hits|hit"
    )
)
_BEFORE_GIVEN = frozenset({"only", "just", "was", "were", "been"})
_GIVEN_MARKS = frozenset(english.lines("has|have|got|gets|received|earned|scored|given|awarded"))
_MARKS_GIVEN = ("rating", "mark", "grade", "score", "result")
_CHECKS = (["check"], ["inspection"], ["test"], ["round"], ["visit"], ["audit"], ["exam"])
_ITS_OWN = [["'s", "its"], ["'s", "their"], ["'s", "his"], ["'s", "her"]]
"""Behind a name that ends in the mark of possession, `St Anne's its milk`."""
_GIVING = frozenset(
    map(
        stem,
        english.lines(
            "bring|brought|give|gave|supply|supplies|sell|sold|deliver|send|sent|lend|lent|offer|hand|ship|serve|grant|award|teach|pay"
        ),
    )
)
_FINDING = frozenset({"found"})
_MOST_FINDERS = 6
_IT_IS = frozenset((one, other) for one in ("it", "there") for other in ("is", "are", "has", "was"))
_LEAST_THEY = 3
_MOST_BEFORE = 10
"""Tokens of a place that stands in front."""


def colloquial(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each such order that it has."""
    for reorder in (
        _says,
        _measured,
        _they,
        _place_first,
        _to_whom,
        _found_so,
        _lies_there,
        _is_whose,
    ):
        tokens = reorder(line)
        if tokens is not None:
            yield tokens
    yield from _marked(line)
    yield from so_many(line)


def _says(line: Line) -> list[Token] | None:
    """`Mr Haddad says it is closed` as `Mr Haddad says that it is closed`."""
    for at in range(1, len(line) - 2):
        token = line.tokens[at]
        is_tell = token.text in _TELLS and line.texts[at + 1] in _TO_US
        behind = at + 1 + is_tell
        is_said = is_tell or (token.text in hedges.SAYING and line.texts[behind] != "on")  # `insists on` wants it
        is_clause = token.text in _SAYS and line.texts[behind] in _SOME  # who reports a strike tells of one
        if not is_said or _is_told_to(line, behind):
            continue
        if line.texts[behind] in _NO_CLAUSE | english.BE and not is_clause:
            continue
        if not ends_clause(line, behind):
            return [*line.tokens[:behind], token._replace(text="that", stem="that"), *line.tokens[behind:]]
    return None


def _is_told_to(line: Line, at: int) -> bool:
    """Whether somebody is asked to do it: `China told Russia to keep to trade`."""
    return any(mention.end < len(line) and line.texts[mention.end] == "to" for mention in line.mentions[at])


def _measured(line: Line) -> list[Token] | None:
    """`the thermometer stands at 11` and `reads 11` as `is at 11`; `stood at 11` says what was."""
    for at in range(1, len(line) - 1):
        if line.texts[at] not in _MEASURES:
            continue
        figure = at + 1 + (line.texts[at + 1] in ("at", "to", "around", "about", "roughly"))
        if figure < len(line) and line.figures[figure] is not None:
            token = line.tokens[at]
            verb = "was" if token.text == "stood" else "is"
            is_at = (token._replace(text=word, stem=word) for word in (verb, "at"))
            return [*line.tokens[:at], *is_at, *line.tokens[figure:]]
    return None


def _place_first(line: Line) -> list[Token] | None:
    """`in the store of the Lion it is 6 degrees` as `it is 6 degrees in the store of the Lion`."""
    if line.texts[0] not in ("in", "at", "on", "inside"):
        return None
    for at in range(2, min(len(line) - 2, _MOST_BEFORE)):
        if (line.texts[at], line.texts[at + 1]) in _IT_IS:
            place = line.tokens[: at - (line.texts[at - 1] == ",")]
            end = next((n for n in range(at, len(line)) if line.texts[n] in (",", ";", "and", "but")), len(line))
            return [*line.tokens[at:end], *place, *line.tokens[end:]]
    return None


def _is_whose(line: Line) -> list[Token] | None:
    """`X is Y's` as `X belongs to Y`."""
    named = named_at(line, 0)
    owner = named_at(line, named.end + 1) if named is not None and named.end + 1 < len(line) else None
    if named is None or owner is None or line.texts[owner.end :] != ["'s"] or "belongs" not in line.grammar.surface:
        return None
    verb = line.tokens[named.end]
    belongs = [verb._replace(text=text, stem=stem(text)) for text in ("belongs", "to")]
    is_so = verb.text in ("is", "are")
    return [*line.tokens[: named.end], *belongs, *line.tokens[named.end + 1 : owner.end]] if is_so else None


def _found_so(line: Line) -> list[Token] | None:
    """`they found X unsafe` as `X is unsafe`: who finds it so says so as one who has looked."""
    at = next((at for at in range(1, min(len(line) - 2, _MOST_FINDERS)) if line.texts[at] in _FINDING), 0)
    named = named_at(line, at + 1) if at else None
    if named is None or named.end >= len(line) or not english.NEGATORS.isdisjoint(line.texts[:at]) or is_of_then(line):
        return None
    place = named_at(line, named.end + 1) if line.texts[named.end] in ("at", "from", "of", "in") else None
    word = place.end if place is not None else named.end
    what = line.tokens[at + 1 : word]
    word += 2 * (line.texts[word : word + 2] == ["to", "be"])
    is_finder = line.texts[:at] in (["we"], ["i"], ["they"])  # whom one of those who are named finds weak may be strong
    is_said = word < len(line) and any(one.word for _, one in line.spoken[word])
    if not (is_finder and is_said):
        return None
    verb = line.tokens[at]._replace(text="is", stem="is")
    return [*what, verb, *line.tokens[word:]]


def _lies_there(line: Line) -> list[Token] | None:
    """`at the quay lies X` as `X lies at the quay`."""
    place = named_at(line, 1) if line.texts[0] in ("in", "at", "on") else None
    who = named_at(line, place.end + 1) if place is not None and place.end + 1 < len(line) else None
    if place is None or who is None or line.marks[place.end] or not line.tokens[place.end].is_word:
        return None
    is_last = who.end == len(line) or ends_clause(line, who.end) or bool(line.marks[who.end])
    rest = line.tokens[who.end :]
    return (
        [
            *line.tokens[place.end + 1 : who.end],
            *line.tokens[place.end : place.end + 1],
            *line.tokens[: place.end],
            *rest,
        ]
        if is_last
        else None
    )


def _marked(line: Line) -> Iterator[list[Token]]:
    """`the Lion got a fair for hygiene`, `is fair on the last hygiene check` as `the Lion has a fair hygiene rating`."""
    for at in range(2, len(line) - 1):
        if line.texts[at] not in ("for", "in", "on", "at") or not any(end == at for end, _ in line.spoken[at - 1]):
            continue
        start = at - 1
        while start > 1 and line.texts[start - 1] in english.ARTICLES:
            start -= 1
        verb, last = start - 1, at + 1 + (line.texts[at + 1] in english.ARTICLES)
        last += line.texts[last : last + 1] in (["last"], ["latest"], ["recent"], ["newest"])
        if (
            is_of_then(line)
            or line.texts[verb] not in _GIVEN_MARKS | {"is", "are"}
            or last >= len(line)
            or not line.tokens[last].is_word
        ):
            return
        before = line.tokens[: verb - (line.texts[verb - 1] in _BEFORE_GIVEN)]
        like = line.tokens[verb]
        for noun in _MARKS_GIVEN:
            if noun in line.grammar.surface:
                said = (like._replace(text=text, stem=stem(text)) for text in ("has", noun))
                has, mark = said
                if [line.texts[last]] in _CHECKS:
                    yield [*before, has, line.tokens[at - 1], mark, *line.tokens[last + 1 :]]
                behind = last + 1 + (line.texts[last + 1 : last + 2] in _CHECKS)
                yield [*before, has, line.tokens[at - 1], line.tokens[last], mark, *line.tokens[behind:]]
        return


def _to_whom(line: Line) -> list[Token] | None:
    """`the farm sells the Lion its eggs` as `the farm sells eggs to the Lion`."""
    for at in range(1, len(line) - 2):
        if line.tokens[at].stem not in _GIVING:
            continue
        whom = named_at(line, at + 1)
        if whom is None or whom.end >= len(line):
            return None
        start = whom.end + (line.texts[whom.end : whom.end + 2] in _ITS_OWN)
        if line.figures[start] is not None:
            return _so_much_to(line, at, start)
        start += line.texts[start] in english.ARTICLES | {"its", "their", "his", "her"}
        what = named_at(line, start) if start < len(line) else None
        if what is None or not (what.end == len(line) or line.is_cut(what.end) or line.marks[what.end]):
            return None
        to = line.tokens[at]._replace(text="to", stem="to")
        return [
            *line.tokens[: at + 1], *line.tokens[start : what.end], to, *line.tokens[at + 1 : whom.end], *line.tokens[what.end :],
        ]  # fmt: skip
    return None


def _so_much_to(line: Line, at: int, start: int) -> list[Token] | None:
    """`A pays B 60 million a year` as `A pays 60 million a year to B`, where nobody is named behind it."""
    end = next((one for one in range(start, len(line)) if line.is_cut(one)), len(line))
    if any(m.kind != PRONOUN for several in line.mentions[start:end] for m in several):
        return None
    to = line.tokens[at]._replace(text="to", stem="to")
    return [*line.tokens[: at + 1], *line.tokens[start:end], to, *line.tokens[at + 1 : start], *line.tokens[end:]]


def _they(line: Line) -> list[Token] | None:
    """`they serve oysters at the Lion` as `the Lion serves oysters`, where nobody was named whom `they` could mean."""
    if line.texts[0] not in ("they", "you", "people", "we") or line.before or len(line) < _LEAST_THEY:
        return None
    last = next(
        (m for at in range(2, len(line)) for m in line.mentions[at] if m.end == len(line) and m.kind != PRONOUN), None
    )
    if last is None:
        return None
    start = next(at for at in range(2, len(line)) if last in line.mentions[at])
    place = start - 1 - (line.texts[start - 1] in english.ARTICLES)
    is_over = line.texts[place] == "on" and line.texts[place - 1] in ("over", "out", "up", "down")
    if not (is_over or line.texts[place] in ("at", "in")) or place - is_over < _LEAST_THEY - 1:
        return None
    return [*line.tokens[place + 1 :], *line.tokens[1 : place - is_over]]
