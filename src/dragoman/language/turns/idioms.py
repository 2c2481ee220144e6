"""Turns of speech that say in several words what a plainer one says, whatever is spoken of.

    the Plate shuts its doors                   ->  the Plate shuts
    they have stopped selling gas               ->  they no longer sell gas
    its debt rose to 9 billion                  ->  its debt is 9 billion
    opinion went from good to bad               ->  opinion is bad
    there are neither rats nor mice             ->  there are no rats and no mice
    an unpaid 500 euro fine                     ->  an unpaid fine of 500 euro
    the office gave the farm the green light    ->  the office approved the farm

What only follows is put so where nothing is denied: that it did not rise to 9 does not say that it is not 9.
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.language.line.line import Line
from dragoman.language.turns import compounds, denials, everyday, fixed, spanned, unfolded
from dragoman.language.turns import light_verbs as turns
from dragoman.language.turns.renamed import (
    ENDING,
    Step,
    as_what_it_is,
    both_of_them,
    called_so,
    for_himself,
    is_denied,
    is_for_a_while,
    named_at,
    over_there,
    said_for,
    the_place,
    they_both,
    what_it_is,
    whose_place,
)  # fmt: skip
from dragoman.language.words import english
from dragoman.language.words.deeds import is_deed_of
from dragoman.language.words.durations import is_unit
from dragoman.language.words.numbers import PERCENT
from dragoman.language.words.stems import is_past_participle, stem
from dragoman.values.enumeration import Enumeration

_CEASED = english.STOPPED - {"stop", "cease"}
_CHANGING = frozenset(
    map(
        stem,
        english.lines(
            "go | goes | went | gone | rise | rose | risen | climb | drop | fall | fell | fallen | sink | sank | sunk | jump | creep"
            "| crept | shoot | shot | increase | decrease | grow | grew | grown | improve | slip | slide | slid | move | swing | swung"
            "| come | came | soar | surge | plunge | slump | decline | shrink | shrank | shrunk | dwindle | worsen | deteriorate"
            "| recover | turn | change | shift | get | gets | got"
        ),
    )
)
_TAKING = frozenset(english.lines("took | collected | gathered | drew | obtained | got | picked | had"))
_CLOSED = frozenset(
    english.lines(
        "walked | walks | strike | struck | striking | shut | closed | fined | banned | suspended | sacked | arrested | jailed"
    )
)
_SEEING = frozenset(english.lines("saw | found | noticed | spotted | measured | counted | heard"))
_WAYS = frozenset({"up", "down", "back", "all", "the", "way", "further", "again"})
_APPROVING = frozenset(english.lines("green light | go ahead | nod | thumbs up | blessing | all clear"))
_OWN = frozenset({"its", "their", "his", "her", "my", "our", "your"})


def idiom_at(line: Line, at: int) -> Step | None:
    """What is said more plainly for the words that begin there."""
    text = line.texts[at]
    if (step := fixed.turn_at(line, at)) is not None:
        return step
    has = at + (text in english.HAVE)
    for turn in (
        _BY_WORD.get(line.texts[has], ()) if has > at and has < len(line) and line.texts[has] in _CEASED else ()
    ):
        step = turn(line, has)
        if step is not None:
            return step
    for turn in (
        *denials.BY_WORD.get(text, ()),
        *turns.BY_WORD.get(text, ()),
        *_BY_WORD.get(text, ()),
        *everyday.BY_WORD.get(text, ()),
        *compounds.BY_WORD.get(text, ()),
        *spanned.BY_WORD.get(text, ()),
        *unfolded.BY_WORD.get(text, ()),
    ):
        step = turn(line, at)
        if step is not None:
            return step
    return next(filter(None, (turn(line, at) for turn in _ANYWHERE)), None)


def may_hold(line: Line) -> bool:
    """Whether a line has a word of one of them, a figure with a unit, or what somebody is called beside his name."""
    lexicon = line.grammar.lexicon
    has_figure = any(
        figure is not None and (figure.end > at + 1 or is_unit(line.tokens, figure.end))
        for at, figure in enumerate(line.figures)
    )
    has_cue = not CUES.isdisjoint(line.texts) or not fixed.cues().isdisjoint({*line.texts} - _COMMON)
    has_cue = has_cue or not set(everyday.advised(line)[:1]).isdisjoint(line.texts)
    has_cue = has_cue or any(token.stem in _CHANGING for token in line.tokens)
    has_cue = has_cue or unfolded.counts_people(line)
    return has_figure or has_cue or any(text in lexicon.called or text in lexicon.kind_words for text in line.texts)


def _no_longer(line: Line, at: int) -> Step | None:
    """`has stopped selling`: no longer sells."""
    doing = line.texts[at + 1 : at + 2]
    if not doing or not doing[0].endswith("ing") or line.mentions[at + 1] or is_denied(line) or not at:
        return None
    if is_for_a_while(line):
        return None
    return said_for(("no", "longer"), line.tokens[at]), at + 1


def _i_saw(line: Line, at: int) -> Step | None:
    """`I saw mice`: we saw mice; who sees none need not be right that there are none."""
    is_seen = line.texts[at + 1 : at + 2] != [] and line.texts[at + 1] in _SEEING and not is_denied(line)
    return (said_for(("we",), line.tokens[at]), at + 1) if is_seen and "we" in line.grammar.surface else None


def _never(line: Line, at: int) -> Step | None:
    """`never paid`: has not paid."""
    is_bare = at > 0 and line.texts[at - 1] not in english.BE | english.HAVE | english.MODALS | english.DO
    done = line.texts[at + 1 : at + 2]
    if not is_bare or not done or not is_past_participle(done[0]) or line.mentions[at + 1]:
        return None
    return said_for(("has", "not"), line.tokens[at]), at + 1


def _neither(line: Line, at: int) -> Step | None:
    """`neither rats nor mice`: no rats and no mice, where both are words of the rulebook."""
    nor = next((n for n in range(at + 2, min(len(line), at + 6)) if line.texts[n] == "nor"), None)
    if nor is None or nor + 1 == len(line):
        return None
    if not any(end == nor for end, _ in line.spoken[at + 1]) or not line.spoken[nor + 1]:
        return None
    like = line.tokens[at]
    return [*said_for(("no",), like), *line.tokens[at + 1 : nor], *said_for(("and", "no"), like)], nor + 1


def _no_one_or_other(line: Line, at: int) -> Step | None:
    """`no rats or mice`: no rats and no mice."""
    joint = next((n for n in range(at + 2, min(len(line), at + 4)) if line.texts[n] == "or"), None)
    if joint is None or joint + 1 == len(line) or any(line.mentions[at + 1 : joint + 2]):
        return None
    if not any(end == joint for end, _ in line.spoken[at + 1]) or not line.spoken[joint + 1]:
        return None
    return [*line.tokens[at:joint], *said_for(("and", "no"), line.tokens[at])], joint + 1


def _became(line: Line, at: int) -> Step | None:
    """`rose to 9 %`, `went up to 9 degrees`, `went from good to bad`: is now."""
    if not at or line.tokens[at].stem not in _CHANGING or line.mentions[at] or is_denied(line):
        return None
    if line.texts[at - 1] in ("to", "'s", "of", "the", "a") or line.texts[at - 1] in english.CONDITIONS:
        return None
    end = at + 1
    while end < len(line) and line.texts[end] in _WAYS:
        end += 1
    if line.texts[end : end + 1] == ["from"]:
        end = next((n for n in range(end + 2, min(len(line), end + 6)) if line.texts[n] == "to"), len(line))
        is_from_one = end + 1 < len(line) and bool(line.spoken[end + 1]) and _is_of_one_slot(line, at, end)
        return (said_for(("is",), line.tokens[at]), end + 1) if is_from_one else None
    is_figure = line.texts[end : end + 1] == ["to"] and end + 1 < len(line) and line.figures[end + 1] is not None
    return (said_for(("is",), line.tokens[at]), end + 1) if is_figure else None


def became(line: Line, at: int) -> bool:
    """Whether a verb says to what figure something rose or fell, which it has now."""
    step = _became(line, at)
    return step is not None and line.figures[step[1]] is not None


def _is_of_one_slot(line: Line, at: int, to: int) -> bool:
    """Whether what stands before `to` and behind it are words of the same enumeration."""
    told = line.grammar.told.values()
    slots = (slot.kind.words for fact in told for slot in fact.slots if isinstance(slot.kind, Enumeration))
    before = {one.word for several in line.spoken[at:to] for end, one in several if end == to}
    after = {one.word for _, one in line.spoken[to + 1]}
    return any(not before.isdisjoint(words) and not after.isdisjoint(words) for words in slots)


def _figure_first(line: Line, at: int) -> Step | None:
    """`an unpaid 500 euro fine`: an unpaid fine of 500 euro; `a 20 minute delay`: a delay of 20 minute."""
    figure = line.figures[at]
    if figure is None or not at:
        return None
    end = figure.end + (not figure.unit and is_unit(line.tokens, figure.end))
    if end < at + 2 or end >= len(line):
        return None
    noun = line.tokens[end]
    if not _is_noun(line, end) or noun.text.endswith("ed"):
        return None
    first = at - 1
    while first >= 0 and line.tokens[first].is_word and line.texts[first] not in english.ARTICLES | _OWN:
        first -= 1
    if not max(0, at - 2) <= first or line.texts[first] not in english.ARTICLES | _OWN:
        return None
    return [noun, *said_for(("of",), noun), *line.tokens[at:end]], end + 1


def _figure_of(line: Line, at: int) -> Step | None:
    """`900 euros of unpaid fines`: unpaid fines of 900 euros."""
    figure = line.figures[at]
    if (
        figure is None
        or figure.end < at + 2
        or figure.unit in ("", PERCENT)
        or line.texts[figure.end : figure.end + 1] not in (["of"], ["in"])
    ):
        return None
    start = end = figure.end + 1
    while end < len(line) and end < start + 2 and _is_noun(line, end):
        end += 1
    if end == start or (end < len(line) and line.texts[end] in ("of", "for")):
        return None
    if line.texts[start:end] == [unfolded.gift(line, figure.end)] and line.texts[start] not in line.grammar.surface:
        return list(line.tokens[at : figure.end]), end  # `gives 35 million in aid`: gives so much
    return [*line.tokens[start:end], *said_for(("of",), line.tokens[figure.end]), *line.tokens[at : figure.end]], end


def _is_noun(line: Line, at: int) -> bool:
    """Whether a word may be a noun or stand before one: it carries something, and names nobody."""
    token = line.tokens[at]
    is_light = token.text in english.CARRY_NOTHING | english.BOUNDARIES or bool(line.marks[at])
    return token.is_word and not is_light and not line.mentions[at]


def _gave_the_nod(line: Line, at: int) -> Step | None:
    """`gave X the green light`: approved X."""
    if not is_deed_of(line.texts[at], "give"):
        return None
    named = named_at(line, at + 1)
    if named is None:
        return None
    start = named.end + (line.texts[named.end : named.end + 1] in (["the"], ["its"], ["their"], ["his"]))
    for size in (2, 1):
        if start > named.end and " ".join(line.texts[start : start + size]) in _APPROVING:
            like = line.tokens[at]
            verb = "approves" if like.text == "gives" else "approve" if like.text == "give" else "approved"
            return [*said_for((verb,), like), *line.tokens[at + 1 : named.end]], start + size
    return None


def _to_pay(line: Line, at: int) -> Step | None:
    """`has a fine of 300 euros to pay`: owes a fine of 300 euros."""
    end = next(
        (
            n
            for n in range(at + 2, min(len(line) - 1, at + 9))
            if line.texts[n : n + 2] in (["to", "pay"], ["to", "repay"])
        ),
        None,
    )
    is_owed = end is not None and any(figure is not None and figure.unit for figure in line.figures[at:end])
    if end is None or not is_owed or (end + 2 < len(line) and line.texts[end + 2] not in ENDING | {"back", "off"}):
        return None
    behind = end + 2 + (line.texts[end + 2 : end + 3] in (["back"], ["off"]))
    return [*said_for(("owes",), line.tokens[at]), *line.tokens[at + 1 : end]], behind


def _we_took(line: Line, at: int) -> Step | None:
    """`the sample we took at X`: the sample at X."""
    is_behind_noun = (
        at > 0 and line.tokens[at - 1].is_word and line.texts[at - 1] not in english.BOUNDARIES - {"that", "which"}
    )
    verb, place = (*line.texts[at + 1 : at + 3], "", "")[:2]
    is_taken = verb in _TAKING and place in ("at", "from", "in")
    return ([], at + 2) if is_behind_noun and is_taken and not line.marks[at - 1] else None


def _over_what(line: Line, at: int) -> Step | None:
    """`shut down over hygiene`: shut down."""
    is_particle = at > 0 and line.texts[at - 1] in ("down", "out")
    before = "".join(line.texts[at - 2 : at - 1] if is_particle else line.texts[max(0, at - 1) : at])
    end = at + 1
    while end < len(line) and end < at + 4 and _is_noun(line, end):
        end += 1
    is_why = (
        before in _CLOSED and end > at + 1 and (end == len(line) or line.texts[end] in ENDING) and not is_denied(line)
    )
    return ([], end) if is_why else None


def _between_them(line: Line, at: int) -> Step | None:
    """`600 meals a day between them`: 600 meals a day."""
    is_last = line.texts[at + 1 : at + 2] == ["them"] and (at + 2 == len(line) or line.texts[at + 2] in ENDING)
    return ([], at + 2) if is_last and any(line.figures[:at]) else None


def _of_their_own(line: Line, at: int) -> Step | None:
    """`a store of their own`: their own store."""
    end = at + 1
    while end < len(line) and end < at + 4 and _is_noun(line, end):
        end += 1
    own = line.texts[end : end + 3]
    is_own = end > at + 1 and own[:1] == ["of"] and own[1:2] != [] and own[1] in _OWN and own[2:] == ["own"]
    return ([*line.tokens[end + 1 : end + 3], *line.tokens[at + 1 : end]], end + 3) if is_own else None


def _been_to(line: Line, at: int) -> Step | None:
    """`has been to X`: has been at X."""
    to = at + 1 + (line.texts[at + 1 : at + 2] in (["round"], ["along"], ["over"], ["down"], ["out"]))
    if not at or line.texts[to : to + 1] not in (["to"], ["at"]) or named_at(line, to + 1) is None:
        return None
    return [line.tokens[at], *said_for(("at",), line.tokens[at])], to + 1


def _running_late(line: Line, at: int) -> Step | None:
    """`is running ten minutes behind`: is ten minutes behind."""
    figure = line.figures[at + 1] if at and at + 1 < len(line) and line.texts[at - 1] in _IS else None
    if figure is None:
        return None
    end = figure.end + is_unit(line.tokens, figure.end)
    return ([], at + 1) if line.texts[end : end + 1] in (["late"], ["behind"], ["early"]) else None


_IS = english.BE | {"'s", "'re"}


def _you_pay(line: Line, at: int) -> Step | None:
    """`you pay 12 euros to go there`: it costs 12 euros to go there."""
    figure = line.figures[at + 2] if at + 2 < len(line) and line.texts[at + 1] in ("pay", "pays") else None
    is_price = figure is not None and figure.unit not in ("", PERCENT) and not is_denied(line)
    return (said_for(("it", "costs"), line.tokens[at]), at + 2) if is_price else None


def _nearly_out(line: Line, at: int) -> Step | None:
    """`nearly out of oil`: short of oil; who is not nearly out of it may be short of it all the same."""
    is_out = line.texts[at + 1 : at + 3] == ["out", "of"] and english.NEGATORS.isdisjoint(line.texts)
    return (said_for(("short", "of"), line.tokens[at]), at + 3) if is_out and at else None


def _on_its_way(line: Line, at: int) -> Step | None:
    """`stops at X on her way back`: stops at X."""
    way = line.texts[at + 1 : at + 4]
    end = at + 4
    is_way = len(way) > 2 and way[0] in {*_OWN, "the"} and way[1] == "way" and way[2] in _ROUND
    is_last = end == len(line) or (end < len(line) and line.texts[end] in ENDING)
    return ([], end) if is_way and is_last and at > 1 and line.texts[at - 1] not in english.BE else None


_ROUND = frozenset({"round", "around", "back", "home", "over", "past", "through", "there", "across", "along"})


def _on_board(line: Line, at: int) -> Step | None:
    """`the crew on the ship`, `the folk on the island`, of whom a phrase says `of`: those of it."""
    end = at + 1 + (line.texts[at : at + 2] == ["on", "board"])
    is_theirs = at > 0 and line.texts[at - 1] in _ABOARD and named_at(line, end) is not None
    return (said_for(("of",), line.tokens[at]), end) if is_theirs else None


_ABOARD = frozenset(
    english.lines(
        "captain | skipper | mate | cook | engineer | chef | manager | director | doctor | crew | crews | hands | sailors | staff | team | people | folk | folks | passengers | guests"
    )
)


_BY_WORD: dict[str, tuple[Callable[[Line, int], Step | None], ...]] = {
    **dict.fromkeys(_CEASED, (_no_longer,)),
    "i": (_i_saw, _we_took),
    "never": (_never,),
    "neither": (_neither,),
    "no": (_no_one_or_other,),
    "been": (_been_to,),
    "there": (over_there,),
    **dict.fromkeys(("has", "have"), (_to_pay,)),
    **dict.fromkeys(("we", "they"), (_we_took,)),
    "over": (_over_what,),
    "running": (_running_late,),
    **dict.fromkeys(("nearly", "almost", "practically", "virtually"), (_nearly_out,)),
    **dict.fromkeys(("you", "one"), (_you_pay,)),
    **dict.fromkeys(("on", "aboard"), (_on_board, _on_its_way)),
    "between": (_between_them,),
    "for": (for_himself,),
    **dict.fromkeys(("a", "an"), (what_it_is, _of_their_own)),
    "as": (as_what_it_is,),
    **dict.fromkeys(("'s", "his", "her", "their"), (whose_place,)),
    **dict.fromkeys(("both", "the"), (both_of_them, they_both, the_place)),
    **dict.fromkeys(("gave", "give", "gives", "given"), (_gave_the_nod,)),
}
_ANYWHERE = (_became, _figure_first, _figure_of, called_so, *everyday.ANYWHERE, *compounds.ANYWHERE, *unfolded.ANYWHERE)
_COMMON = {"the", "on", "has", "have", "for", "at", "a", "an", "is", "are", "was", "were"}
CUES = (
    _BY_WORD.keys()
    | everyday.BY_WORD.keys()
    | spanned.CUES
    | compounds.CUES
    | unfolded.CUES
    | turns.CUES
    | denials.CUES
    | frozenset(
        english.lines("striking | looking | searching | downed | walked | conked | packed | fixed | mended | repaired")
    )
    | frozenset(english.lines("running | service | action | through | down | pay | repay | own | round | along"))
    | _ABOARD
    | {"way"}
) - _COMMON
