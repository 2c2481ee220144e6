"""Turns of speech of notes and talk, in which a light verb or a noun says what a plain verb says elsewhere.

    the Plate has got mice                         ->  the Plate has mice
    got the coins out of its own excavation        ->  excavated the coins
    received the coins as a present                ->  was given the coins
    the stall got sold, was bought by a stranger   ->  the stall was sold
    bought the coins from a dealer                 ->  bought the coins
    pest control did the Lion                      ->  pest control has been at the Lion
    the hygrometer at X reads 64 %                 ->  the humidity at X is 64 %
    a partnership between A and B is in force      ->  there is a partnership between A and B
    gets the coins for six weeks                   ->  has the coins for six weeks
    the chicken from there                         ->  the chicken from the place just named

As for all of :mod:`dragoman.language.turns.idioms`, a sentence is put so only where something of it was left over.
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.turns.renamed import ENDING, Step, is_denied, is_of_then, named_at, said_for
from dragoman.language.words import english
from dragoman.language.words.deeds import DEEDS
from dragoman.language.words.stems import is_past_participle, stem

_GIFTS = frozenset(english.lines("gift | present | donation | bequest"))
_GETTING = frozenset(
    map(
        stem,
        english.lines(
            "buy | bought | receive | received | acquire | purchase | get | got | obtain | borrow | take | took | inherit"
        ),
    )
)
_SOMEBODY = frozenset(
    english.lines(
        "family | collector | donor | dealer | owner | widow | heir | couple | man | woman | stranger | buyer | seller | company | firm | guy"
        "| businessman | businesswoman | investor | patron | benefactor | chain | neighbour | foundation | trust | shop | church | private"
    )
)
"""Who has something, and is nobody of a rulebook."""
_SUCH = english.NARROWING | frozenset(
    english.lines(
        "new | local | rich | wealthy | private | anonymous | unknown | other | foreign | different | old | retired | big"
    )
)
_SHOWING = {"hygrometer": "humidity", "thermometer": "temperature", "barometer": "pressure"}
_READS = frozenset(english.lines("reads | read | shows | says | indicates | displays | registers | is | stands"))
_PACTS = frozenset(
    english.lines(
        "agreement | deal | contract | treaty | pact | accord | partnership | alliance | licence | license | permit | rule | ban | arrangement"
        " | plan | scheme | programme | strategy | system | curfew | limit | restriction"
    )
)
_LASTS = (("in", "force"), ("in", "place"), ("in", "effect"), ("in", "existence"))
_NEAR, _MOST_NOUNS = 7, 4
_SPANS = frozenset(one + s for one in ("day", "week", "month", "year") for s in ("", "s"))


def has_got(line: Line, at: int) -> Step | None:
    """`has got mice`: has mice; `has got to go`, `has got worse`, `has got damaged` say something else."""
    before = at - 1 - (at > 1 and line.free(at - 1))  # `have finally got`
    has = line.texts[before] if at else ""
    behind = line.texts[at + 1 : at + 2]
    if has not in ("has", "have", "'s") or not behind or behind[0] == "to" or is_past_participle(behind[0]):
        return None
    thing = at + 1 + (behind[0] in english.ARTICLES | {"no", "its", "their", "some"})
    is_thing = thing > at + 1 or line.figures[thing] is not None or named_at(line, thing) is not None
    is_thing = is_thing or (bool(line.spoken[thing]) and behind[0].endswith("s")) or behind[0] in _PLURALS
    return ([] if has != "'s" else said_for(("has",), line.tokens[at]), at + 1) if is_thing else None


_PLURALS = frozenset(english.lines("mice | lice | people | fish | hot | running"))


def from_its_own(line: Line, at: int) -> Step | None:
    """`got X out of its own excavation`, `has X from its excavations`: excavated X."""
    named = named_at(line, at + 1)
    if named is None or named.end + 3 > len(line) or not at:
        return None
    link = named.end + (line.texts[named.end] == "out")
    its = link + 1
    noun = its + 1 + (line.texts[its + 1 : its + 2] == ["own"])
    is_own = line.texts[link] in ("from", "of", "through", "by") and line.texts[its] in ("its", "their", "his", "her")
    deed = line.texts[noun].removesuffix("s") if is_own and noun < len(line) else ""
    if deed not in _OWN_DEEDS:
        return None
    return [*said_for((DEEDS.done(deed),), line.tokens[noun]), *line.tokens[at + 1 : named.end]], noun + 1


_OWN_DEEDS = frozenset({"excavation", "discovery", "purchase", "acquisition", "import"})
"""By which one gets something oneself; who has it from his own sale or donation has it no more."""


def as_a_gift(line: Line, at: int) -> Step | None:
    """`received X as a present`: was given X."""
    named = named_at(line, at + 1)
    if named is None or not at or line.texts[named.end : named.end + 1] != ["as"]:
        return None
    noun = named.end + 2
    is_gift = (
        line.texts[named.end + 1 : noun] == ["a"] and line.texts[noun : noun + 1] != [] and line.texts[noun] in _GIFTS
    )
    is_helped = line.texts[at - 1] in english.HAVE
    if not is_gift or "given" not in line.grammar.surface:
        return None
    return [
        *said_for(("been" if is_helped else "was", "given"), line.tokens[at]),
        *line.tokens[at + 1 : named.end],
    ], noun + 1


def from_somebody(line: Line, at: int) -> Step | None:
    """`bought X from a dealer in town`: bought X; who did not buy it there may have it from elsewhere."""
    is_got = any(token.stem in _GETTING for token in line.tokens[max(0, at - _NEAR) : at])
    end = _somebody_end(line, at + 1) if is_got and not is_denied(line) else 0
    return ([], end) if end else None


def _somebody_end(line: Line, at: int) -> int:
    """Where somebody who is nobody of the rulebook ends, with where he is; 0 if none stands there."""
    if line.texts[at : at + 1] == [] or line.texts[at] not in ("a", "an", "another", "some"):
        return 0
    end = at + 1
    while end < len(line) and line.texts[end] in _SUCH and line.texts[end + 1 : end + 2] != []:
        end += 1
    if end >= len(line) or line.texts[end] not in _SOMEBODY or line.mentions[end]:
        return 0
    end += 1
    end += line.texts[end : end + 1] == ["abroad"]
    if line.texts[end : end + 2] in (
        ["in", "town"],
        ["from", "town"],
        ["from", "abroad"],
        ["in", "the"],
        ["from", "the"],
    ):
        end += 2 + (line.texts[end + 1] == "the")
    return end if end >= len(line) or line.texts[end] in ENDING or bool(line.marks[end]) else 0


def got_done(line: Line, at: int) -> Step | None:
    """`got sold`: was sold."""
    done = line.texts[at + 1 : at + 2]
    before = line.texts[at - 1] if at else "has"
    is_done = bool(done) and is_past_participle(done[0]) and before not in english.HAVE | english.BE | english.DO
    return (said_for(("was",), line.tokens[at]), at + 1) if is_done and not line.mentions[at + 1] else None


def getting_done(line: Line, at: int) -> Step | None:
    """`is getting slashed`: is being slashed."""
    done = line.texts[at + 1 : at + 2]
    is_done = bool(done) and is_past_participle(done[0]) and at > 0 and line.texts[at - 1] in english.BE
    return (said_for(("being",), line.tokens[at]), at + 1) if is_done and not line.mentions[at + 1] else None


def bought_by(line: Line, at: int) -> Step | None:
    """`was bought by a new owner`: was sold."""
    is_bought = (
        at > 0 and line.texts[at - 1] in {"was", "been", "got", "is", "were"} and line.texts[at + 1 : at + 2] == ["by"]
    )
    end = _somebody_end(line, at + 2) if is_bought and "sold" in line.grammar.surface and not is_denied(line) else 0
    return (said_for(("sold",), line.tokens[at]), end) if end else None


def did_somebody(line: Line, at: int) -> Step | None:
    """`pest control did the Lion`, `has done the Lion`: has been at the Lion, where a phrase knows who comes."""
    named = named_at(line, at + 1)
    has = at > 0 and line.texts[at - 1] in english.HAVE
    first = at - has
    who = line.texts[first - 1] if first > 0 else ""
    is_who = not {who, who.removesuffix("s")}.isdisjoint(line.grammar.surface)
    if named is None or not is_who or any(line.mentions[:first]) or (line.texts[at] == "done" and not has):
        return None
    is_last = named.end == len(line) or line.is_cut(named.end) or bool(line.marks[named.end])
    if not is_last or line.texts[first - 1] in english.CARRY_NOTHING or is_denied(line):
        return None
    return said_for(("been", "at") if has else ("has", "been", "at"), line.tokens[at]), at + 1


def shown_by(line: Line, at: int) -> Step | None:
    """`the hygrometer at X reads`: the humidity at X is, where the rulebook has no word for the instrument."""
    noun = _SHOWING.get(line.texts[at], "")
    is_known = line.texts[at] in line.grammar.surface or noun not in line.grammar.surface
    verb = next((one for one in range(at + 1, min(len(line) - 1, at + _NEAR)) if line.texts[one] in _READS), 0)
    figure = verb + 1 + (line.texts[verb + 1 : verb + 2] == ["at"])
    if not noun or is_known or not verb or figure >= len(line) or line.figures[figure] is None:
        return None
    return [
        *said_for((noun,), line.tokens[at]),
        *line.tokens[at + 1 : verb],
        *said_for(("is",), line.tokens[verb]),
    ], figure


def is_in_force(line: Line, at: int) -> Step | None:
    """`(a partnership between A and B) is in force`, `is in place`: there is one, where its noun stands first."""
    is_so = line.texts[at - 1 : at] in (["is"], ["are"]) and tuple(line.texts[at : at + 2]) in _LASTS
    is_there = line.texts[at + 2 : at + 3] in (["in"], ["at"], ["on"]) and named_at(line, at + 3) is not None
    ends = at + 2 >= len(line) or line.texts[at + 2] in ENDING | {"there"} or is_there
    start = next((one + 1 for one in range(at - 1, 0, -1) if line.is_cut(one)), 0)
    first = (
        *line.texts[:_MOST_NOUNS],
        *line.texts[start : start + _MOST_NOUNS + 2],
    )  # an `and` may join the two of a pact
    return ([], at + 2) if is_so and ends and not _PACTS.isdisjoint(first) else None


def pact_of(line: Line, at: int) -> Step | None:
    """`a partnership agreement`: a partnership, or an agreement where the rulebook knows only that."""
    one, other = line.tokens[at].stem, line.texts[at + 1 : at + 2]
    is_pact = other != [] and other[0] in _PACTS and not line.mentions[at + 1]
    if is_pact and line.texts[at] not in line.grammar.surface and other[0] in line.grammar.surface:
        return [], at + 1
    return ([line.tokens[at]], at + 2) if is_pact and one in _PARTNERED else None


_PARTNERING = english.lines("partnership | cooperation | alliance")
_PARTNERED = frozenset(map(stem, _PARTNERING))


def has_for(line: Line, at: int) -> Step | None:
    """`gets X for six weeks`: has X for six weeks."""
    named = named_at(line, at + 1)
    if named is None or line.texts[named.end : named.end + 1] != ["for"] or not at:
        return None
    figure = line.figures[named.end + 1] if named.end + 1 < len(line) else None
    is_span = figure is not None and line.texts[figure.end : figure.end + 1] != [] and line.texts[figure.end] in _SPANS
    return (
        (said_for(("has",), line.tokens[at]), at + 1) if is_span and line.texts[at - 1] not in ("to", "not") else None
    )


def from_there(line: Line, at: int) -> Step | None:
    """`the chicken from there`, behind one place that is named: from that place."""
    named = [(one, m) for one in range(at) for m in line.mentions[one][:1] if m.kind != PRONOUN]
    if (
        line.texts[at + 1 : at + 2] != ["there"]
        or len({m.names for _, m in named if line.texts[_ - 1] in _PLACES or line.texts[_ - 2] in _PLACES}) != 1
    ):
        return None
    first, mention = next(
        (one, m) for one, m in named if line.texts[one - 1] in _PLACES or line.texts[one - 2] in _PLACES
    )
    return [line.tokens[at], *line.tokens[first : mention.end]], at + 2


_PLACES = frozenset({"of", "at", "in", "from"})


def on_his_way(line: Line, at: int) -> Step | None:
    """`accompanies X on its journey`: accompanies X."""
    its, noun = (*line.texts[at + 1 : at + 3], "", "")[:2]
    is_way = its in ("its", "her", "his", "their", "the") and noun in (
        "journey",
        "trip",
        "travels",
        "voyage",
        "flight",
        "tour",
    )
    is_last = at + 3 == len(line) or line.texts[at + 3 : at + 4] in ([","], ["to"], [";"])
    return (
        ([], at + 3)
        if is_way and is_last and any(m.end == at for several in line.mentions[max(0, at - 5) : at] for m in several)
        else None
    )


def on_duty(line: Line, at: int) -> Step | None:
    """`a guard on duty at X`: a guard at X."""
    is_duty = line.texts[at + 1 : at + 2] in (["duty"], ["patrol"], ["watch"], ["guard"]) and at > 0
    is_guard = is_duty and line.texts[at - 1].removesuffix("s") in (
        "guard",
        "watchman",
        "watchmen",
        "nurse",
        "officer",
        "soldier",
    )
    return ([], at + 2) if is_guard and not is_denied(line) else None


def keeps_on(line: Line, at: int) -> Step | None:
    """`keeps guards on duty`: has guards."""
    is_kept = {"duty", "patrol", "watch"} & {*line.texts[at + 1 : at + 5]} and "on" in line.texts[at + 1 : at + 5]
    verb = "have" if line.texts[at] == "keep" else "has"
    return (said_for((verb,), line.tokens[at]), at + 1) if is_kept and at else None


def went_to(line: Line, at: int) -> Step | None:
    """`went back down to the store`: is in the store; where it went long ago it need not be."""
    end = at + 1
    while end < len(line) and line.texts[end] in _ON_THE_WAY:
        end += 1
    is_to = line.texts[end : end + 1] in (["to"], ["into"]) and line.texts[end + 1 : end + 2] == ["the"]
    is_place = is_to and end + 2 < len(line) and not line.mentions[end + 1] and not line.mentions[end + 2]
    before = line.texts[at - 1] if at else "to"
    is_gone = is_place and before not in english.MODALS | english.DO | {"to", "will", "not", "who", "be", "being"}
    is_gone = is_gone and not is_denied(line) and not is_of_then(line) and "in" in line.grammar.surface
    return (said_for(("is", "in"), line.tokens[at]), end + 1) if is_gone else None


_ON_THE_WAY = frozenset({"back", "down", "up", "over", "straight", "again"})


def fewer(line: Line, at: int) -> Step | None:
    """`less people`: fewer people."""
    behind = line.texts[at + 1 : at + 2]
    is_many = behind != [] and (behind[0] == "people" or (behind[0].endswith("s") and len(behind[0]) > _MOST_NOUNS))
    is_more = line.texts[at + 1 : at + 3] == ["and", "less"]
    if is_more and line.texts[at + 3 : at + 4] == ["people"]:
        return said_for(("fewer", "and", "fewer"), line.tokens[at]), at + 3
    return (
        (said_for(("fewer",), line.tokens[at]), at + 1)
        if is_many and not line.spoken[at] and "than" not in line.texts[at:]
        else None
    )


def went_through(line: Line, at: int) -> Step | None:
    """`the application went through`: was approved."""
    is_through = line.texts[at + 1 : at + 2] == ["through"] and (at + 2 == len(line) or line.texts[at + 2] in ENDING)
    return (
        (said_for(("was", "approved"), line.tokens[at]), at + 2)
        if is_through and not _BIDS.isdisjoint(line.texts[:at])
        else None
    )


def has_approval(line: Line, at: int) -> Step | None:
    """`received the office's approval`: got it, and has it until somebody says otherwise."""
    behind = line.texts[at + 1 : at + 6]
    noun = next((text for text in behind if text in _PAPERS), "")
    is_plain = bool(noun) and not any(line.mentions[at + 1 : at + 1 + behind.index(noun)]) and at > 0
    return (said_for(("got",), line.tokens[at]), at + 1) if is_plain and line.texts[at - 1] not in english.BE else None


_PAPERS = frozenset(
    english.lines(
        "approval | licence | license | permit | certificate | accreditation | clearance | permission | authorisation"
    )
)


def wanted_after(line: Line, at: int) -> Step | None:
    """`demand after X`: demand for X."""
    is_wanted = any(token.stem in _WANTING for token in line.tokens[max(0, at - 4) : at])
    return (said_for(("for",), line.tokens[at]), at + 1) if is_wanted and at + 1 < len(line) else None


_WANTING = frozenset(
    map(stem, english.lines("demand | hunger | thirst | appetite | quest | search | desire | longing | need"))
)
_BIDS = frozenset(
    english.lines("request | application | bid | proposal | plea | appeal | motion | plan | requests | applications")
)

BY_WORD: dict[str, tuple[Callable[[Line, int], Step | None], ...]] = {
    "got": (has_got, from_its_own, as_a_gift, has_for, got_done),
    "getting": (getting_done,),
    **dict.fromkeys(("has", "have"), (from_its_own,)),
    **dict.fromkeys(("received", "obtained", "secured", "won"), (as_a_gift, from_its_own, has_approval)),
    **dict.fromkeys(("accepted", "gets", "get"), (as_a_gift, has_for, from_its_own)),
    "after": (wanted_after,),
    **dict.fromkeys(("bought", "purchased", "acquired", "taken"), (bought_by,)),
    "from": (from_there, from_somebody),
    **dict.fromkeys(("did", "done"), (did_somebody,)),
    **dict.fromkeys(_SHOWING, (shown_by,)),
    "in": (is_in_force,),
    **dict.fromkeys(_PARTNERING, (pact_of,)),
    "on": (on_his_way, on_duty),
    **dict.fromkeys(("keep", "keeps"), (keeps_on,)),
    **dict.fromkeys(("moved", "returned", "gone"), (went_to,)),
    "less": (fewer,),
    "went": (went_through, went_to),
}
CUES = (BY_WORD.keys() - {"in", "on", "has", "have", "from"}) | {
    "force",
    "journey",
    "trip",
    "there",
    "existence",
    "effect",
}
"""The words one of which each of them looks for."""
