"""The same sentence in another order, where a speaker begins with how he knows it, or says two things in one clause.

    we looked everywhere in X and there is no rat     ->  there is no rat in X
    had dinner at X yesterday, they serve oysters     ->  X serves oysters
    A insures it for 800,000 euros                    ->  A insures it and it is insured for 800,000 euros
    the request of A for X was refused, the one for Y is open  ->  ..., the request of A for Y is open
    A is a member of the club, and B is a member of it  ->  ..., and B is a member of the club
    they have shut X                                  ->  we have shut X
    they have with X dense ties                       ->  they have dense ties with X
    its debt is 3 billion, of which 1 is owed to X    ->  ..., and 1 of its debt is owed to X
    A went to X and asked it for relief               ->  A asked X for relief
    A has a base. Also refuses to leave.              ->  A refuses to leave

Only a sentence of which something was left over is looked at so, and only an order in which nothing is left over is taken.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.ellipsis.headed import named_in
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.turns.renamed import is_of_then, named_at, said, said_for
from dragoman.language.words import english, hedges
from dragoman.language.words.deeds import DEEDS
from dragoman.language.words.effects import Effect
from dragoman.language.words.stems import is_simple_past
from dragoman.language.words.tokens import Token, words_of

_SPEAKERS = frozenset({"i", "we"})
_BEING_THERE = frozenset(
    english.lines(
        "was | were | am | are | had | ate | dined | stayed | lunched | went | visited | looked | searched | checked | walked | been | popped"
        "| dropped | stopped | worked | shopped | inspected"
    )
)
_WHERE = frozenset(english.lines("in | at | on | round | around | through | by | to"))
_THEY = frozenset({"they", "it"})
_NO_DOING = hedges.SAYING | hedges.DENYING | frozenset(
    english.lines("want | wants | think | thinks | believe | know | hope | plan | may | might | should | could | would | will | can | must | do | did | are | were")
)  # fmt: skip
_SAFE = frozenset({Effect.NONE, Effect.NARROWS, Effect.PLACE, Effect.WITH_NEGATION})
_AT = frozenset({"for", "at", "to"})
_AUXILIARIES = english.BE | english.HAVE | english.DO | english.MODALS | {"will"}
_HAVING = frozenset(
    english.lines("has | have | makes | make | keeps | keep | holds | hold | runs | maintains | maintain")
)
_MOST_FIRST, _LEAST = 9, 3


def retold(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each such order that it has."""
    for reorder in (
        _it_is_who,
        _being_there,
        _for_so_much,
        _of_which,
        _the_one_for,
        _they_did,
        _behind_with,
        _went_and_asked,
        _also_does,
        _after_event,
    ):
        tokens = reorder(line)
        if tokens is not None:
            yield tokens
    yield from _of_it(line)


def _it_is_who(line: Line) -> list[Token] | None:
    """`..., it is X that insures it` as `..., X insures it`, in a clause that is not the first."""
    for at in range(_LEAST, len(line) - _LEAST):
        named = named_at(line, at + 2) if line.texts[at : at + 2] in (["it", "is"], ["it", "'s"]) else None
        is_begun = named is not None and line.is_cut(at - 1) and line.texts[named.end : named.end + 1] != []
        if named is not None and is_begun and line.texts[named.end] in ("that", "who", "which"):
            return [*line.tokens[:at], *line.tokens[at + 2 : named.end], *line.tokens[named.end + 1 :]]
    return None


def _being_there(line: Line) -> list[Token] | None:
    """`we looked everywhere in X and there is no rat`: no rat in X; of who was there long ago it says nothing."""
    verb = int(line.texts[0] in _SPEAKERS)
    verb += line.texts[verb : verb + 1] in (["just"], ["also"], ["have"])
    if (
        len(line) < 2 * _LEAST
        or line.texts[verb] not in _BEING_THERE
        or (not verb and line.texts[0] in _AUXILIARIES - {"had"})
    ):
        return None
    end = next((at for at in range(verb + 1, min(len(line), 2 * _MOST_FIRST)) if line.is_cut(at)), 0)
    named = named_in(line, 0, end)
    if len(named) != 1 or not end or not english.NEGATORS.isdisjoint(line.texts[:end]) or is_of_then(line):
        return None
    at, mention = named[0]
    first = at - (line.texts[at - 1] in english.ARTICLES)
    is_there = line.texts[first - 1] in _WHERE | {"visited", "searched", "checked", "inspected"}
    is_plain = all(m.effect in _SAFE | {Effect.BYGONE, Effect.PAST} for one in range(end) for m in line.marks[one])
    is_plain = is_plain and hedges.TALES.isdisjoint(line.texts[:end])  # `in a dream`
    is_plain = is_plain and line.texts[mention.end] != "'s"  # its cellar is a part of it
    here = end + 1
    while here < len(line) - 1 and (line.is_cut(here) or (line.texts[here] in ("yes", "indeed"))):
        here += 1
    name, rest = line.tokens[first : mention.end], line.tokens[here:]
    if not is_there or not is_plain or len(rest) < 2 or len(mention.names) != 1:
        return None
    if rest[0].text in _THEY and rest[1].text not in _NO_DOING - {"do", "did", "are"} and not _named_before(line, at):
        return [*name, *rest[1:]]
    behind = next((one for one in range(here, len(line)) if line.is_cut(one)), len(line))
    if rest[0].text == "there" and not named_in(line, here, len(line)):
        return [*line.tokens[here:behind], said("in", rest[0]), *name, *line.tokens[behind:]]
    return [*rest] if rest[0].text == "there" and len(named_in(line, here, behind)) > 0 else None


def _named_before(line: Line, at: int) -> bool:
    return any(m.kind != PRONOUN for several in line.mentions[:at] for m in several if m.end <= at)


def _for_so_much(line: Line) -> list[Token] | None:
    """`A insures it for 800 euros`: A insures it, and it is insured for 800 euros; never of what is denied or unsure."""
    if not any(line.figures) or any(m.effect not in _SAFE for several in line.marks for m in several):
        return None
    if not english.NEGATORS.isdisjoint(line.texts):
        return None
    for prep in range(_LEAST, len(line) - 1):
        figure = line.figures[prep + 1]
        if line.texts[prep] not in _AT or figure is None:
            continue
        start = next((one for one in range(prep - 1, 0, -1) for m in line.mentions[one] if m.end == prep), 0)
        start -= start > 1 and line.texts[start - 1] in english.ARTICLES
        verb = start - 1
        done = DEEDS.participle(line.texts[verb]) if verb > 0 else ""
        is_doer = any(m.end == verb and m.kind != PRONOUN for several in line.mentions[:verb] for m in several)
        if not done or not is_doer or not (figure.end == len(line) or line.is_cut(figure.end)):
            return None
        again = [
            *said_for(("and",), line.tokens[prep]),
            *line.tokens[start:prep],
            *said_for(("is", done), line.tokens[verb]),
        ]
        return [*line.tokens[:prep], *again, *line.tokens[prep:]]
    return None


def _the_one_for(line: Line) -> list[Token] | None:
    """`A's request for X ..., the one for Y ...`: A's request for Y."""
    at = next((at for at in range(_LEAST, len(line) - 2) if line.texts[at : at + 2] == ["the", "one"]), 0)
    link = line.texts[at + 2] if at else ""
    if link not in PREPOSITIONS or named_at(line, at + 3) is None or not line.is_cut(at - 1):
        return None
    end = next((one for one in range(1, min(at, _MOST_FIRST)) if line.texts[one] == link), 0)
    first = line.texts[:end]
    is_noun = end > 0 and named_at(line, end + 1) is not None and _AUXILIARIES.isdisjoint(first) and "," not in first
    is_noun = (
        is_noun
        and not line.mentions[end - 1]
        and not any(m.effect not in _SAFE for one in line.marks[:end] for m in one)
    )
    return [*line.tokens[:at], *line.tokens[:end], *line.tokens[at + 2 :]] if is_noun else None


def _they_did(line: Line) -> list[Token] | None:
    """`they have shut X`, where nobody was named whom `they` could mean: we have."""
    is_they = line.texts[:1] == ["they"] and not line.before and len(line) >= _LEAST and "we" in line.grammar.surface
    verb = next((at for at in range(1, len(line)) if line.texts[at] not in english.HAVE and not line.free(at)), 0)
    is_done = verb > 0 and line.texts[verb] not in _NO_DOING
    return [said("we", line.tokens[0]), *line.tokens[1:]] if is_they and is_done else None


def _behind_with(line: Line) -> list[Token] | None:
    """`they have with X dense ties` as `they have dense ties with X`."""
    for at in range(1, len(line) - 3):
        if line.texts[at] not in _HAVING or line.texts[at + 1] not in PREPOSITIONS:
            continue
        named = named_at(line, at + 2)
        if named is None or named.end >= len(line) or line.is_cut(named.end):
            return None
        end = next((one for one in range(named.end, len(line)) if line.is_cut(one)), len(line))
        return [
            *line.tokens[: at + 1],
            *line.tokens[named.end : end],
            *line.tokens[at + 1 : named.end],
            *line.tokens[end:],
        ]
    return None


def _of_which(line: Line) -> list[Token] | None:
    """`the debt of A is 3 billion, of which 1 billion is owed to X`: 1 billion of the debt of A is owed to X."""
    at = next(
        (at for at in range(_LEAST, len(line) - _LEAST) if line.texts[at] == "of" and line.texts[at + 1] in _WHICH), 0
    )
    joint = at - (line.texts[at - 1] == "and")
    part = line.figures[at + 2] if at else None
    verb = next((one for one in range(1, at) if line.texts[one] in _AMOUNTS), 0)
    if part is None or not verb or line.texts[joint - 1] != "," or part.end >= len(line):
        return None
    behind = verb + 1 + (line.texts[verb + 1] in ("to", "at"))
    is_plain = all(m.effect in _SAFE for several in line.marks[:at] for m in several)
    if line.figures[behind] is None or not is_plain or not english.NEGATORS.isdisjoint(line.texts):
        return None
    like = line.tokens[at]
    share = [*line.tokens[at + 2 : part.end], said("of", like), *line.tokens[:verb]]
    return [*line.tokens[: joint - 1], *said_for(("and",), like), *share, *line.tokens[part.end :]]


_WHICH = frozenset({"which", "this", "that", "these", "those", "whom", "it"})
_AMOUNTS = frozenset(english.lines("is | are | amounts | stands | comes | totals | reaches | equals | runs"))


def _went_and_asked(line: Line) -> list[Token] | None:
    """`went to X and asked it for relief`: asked X for relief."""
    for at in range(1, len(line) - _LEAST):
        named = named_at(line, at + 2) if line.texts[at] in _GONE and line.texts[at + 1] == "to" else None
        both = at + 2 + (line.texts[at + 2] == "both")
        named = named or (
            named_at(line, both) if both > at + 2 and line.texts[at + 1] == "to" and line.texts[at] in _GONE else None
        )
        if named is None or line.texts[named.end : named.end + 1] != ["and"]:
            continue
        verb = named.end + 1
        link = verb + 1 + (line.texts[verb + 1 : verb + 2] in (["it"], ["them"], ["him"], ["her"]))
        if (
            line.texts[verb : verb + 1] == []
            or line.texts[verb] not in _ASKED
            or line.texts[link : link + 1] != ["for"]
        ):
            return None
        return [*line.tokens[:at], line.tokens[verb], *line.tokens[both : named.end], *line.tokens[link:]]
    return None


_GONE = frozenset({"went", "gone", "turned", "goes", "flew", "travelled", "came"})
_ASKED = frozenset({"asked", "asks", "begged", "pleaded"})


def _also_does(line: Line) -> list[Token] | None:
    """`also refuses to leave`, in a note whose sentence before is about somebody: he refuses."""
    does = line.texts[1:2]
    is_verb = line.texts[0] == "also" and does != [] and not line.mentions[1]
    is_verb = is_verb and (does[0] in ("has", "is", "does") or (does[0].endswith("s") and not does[0].endswith("ss")))
    if not is_verb or not line.before:
        return None
    title = words_of(line.grammar.lexicon.entities[line.before[0]].title)
    return [*said_for(tuple(title), line.tokens[0]), *line.tokens[1:]]


_EVENTS = frozenset(
    english.lines(
        "show | wedding | party | exhibition | meeting | fire | flood | storm | lunch | dinner | concert | festival | fair | funeral | feast"
        "| opening | accident | earthquake | match | game | raid | blast | birthday | summit | parade | service | reception"
    )
)
_ONLY_THEN = frozenset(english.lines("closed | shut | open | closes | shuts | opens | is | are | has | have"))


_DAMAGED = frozenset(
    english.lines(
        "damaged | destroyed | wrecked | broken | severed | flattened | hit | injured | killed | hurt | sunk | burned | burnt"
    )
)


def _after_event(line: Line) -> list[Token] | None:
    """`fell ill after the wedding`: when something was done; what is so after a show may be so each time."""
    for at in range(2, len(line) - 2):
        is_by_it = line.texts[at] == "in" and not _DAMAGED.isdisjoint(line.texts[:at])
        if not (line.texts[at] in ("after", "at", "during") or is_by_it) or line.texts[at + 1] not in (
            "the",
            "a",
            "their",
            "our",
        ):
            continue
        end = at + 3 + (line.texts[at + 3 : at + 4] != [] and line.texts[at + 3] in _EVENTS)
        is_event = line.texts[end - 1] in _EVENTS and not any(line.mentions[at:end])
        is_done = _ONLY_THEN.isdisjoint(line.texts) and any(is_simple_past(text) for text in line.texts[:at])
        if is_event and is_done and english.NEGATORS.isdisjoint(line.texts) and (end == len(line) or line.is_cut(end)):
            return [*line.tokens[:at], *line.tokens[end:]]
    return None


def _of_it(line: Line) -> Iterator[list[Token]]:
    """`A is in X, and B is a member of it`: of X, where A and X are so unlike that only one of them can be meant."""
    at = next(
        (at for at in range(2 * _LEAST, len(line)) if line.texts[at] == "it" and line.texts[at - 1] in PREPOSITIONS), 0
    )
    behind = at + 1
    while behind < len(line) and line.free(behind) and not line.is_cut(behind):
        behind += 1
    if not at or not (behind == len(line) or line.is_cut(behind)):
        return
    start = next((one + 1 for one in range(at - 1, 0, -1) if line.is_cut(one)), 0)
    named, own = named_in(line, 0, start), named_in(line, start, at)
    if len({m.names for _, m in named}) != 2 or len(own) != 1:
        return
    entities = line.grammar.lexicon.entities
    kinds = [{one for name in m.names for one in entities[name].types} for _, m in (*named[:2], *own)]
    first, mention = named[1]
    if kinds[1].isdisjoint(kinds[0] | kinds[2]) and named[0][1].names != mention.names:
        name = line.tokens[first : mention.end]
        yield [*line.tokens[:at], *name, *line.tokens[at + 1 :]]
