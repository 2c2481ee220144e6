"""Turns of speech of people who report what they saw: a plainer word in their place, or none.

    the sample came back clean, turned out clean           ->  the sample is clean
    we saw mice run under the stove at X                   ->  we saw mice at X
    they complain about how dirty X is                     ->  they complain about the dirt at X
    the office's approval                                  ->  the approval of the office
    X has its hot water back                               ->  X has its hot water
    not one person on X's staff has it                     ->  0 percent of X's staff has it
    A and B each have their own                            ->  A and B have their own

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

_TURNED_OUT = frozenset(english.lines("turned | turns | came | comes | proved | proves | tested | tests"))
_OUT = frozenset({"out", "back", "up"})
_RUNNING = frozenset(
    english.lines(
        "under | around | round | across | behind | through | about | along | out | into | near | past | up | down | over"
    )
)
"""Where something moves that is seen somewhere."""
_NEAR, _MOST_NOUNS = 6, 3
_QUALITIES = {
    "dirty": "dirt", "filthy": "filth", "smelly": "smell", "noisy": "noise", "loud": "noise", "cold": "cold", "hot": "heat",
    "dangerous": "danger", "rude": "rudeness", "dusty": "dust", "wet": "damp", "damp": "damp", "muddy": "mud", "greasy": "grease",
    "crowded": "crowds", "rusty": "rust", "mouldy": "mould",
}  # fmt: skip
"""What something has that is so."""
_NOBODY_ON = (
    (*none.split(), who, link)
    for none in ("not one", "not a single", "no", "no single")
    for who in ("person", "man", "woman", "member", "soul", "employee")
    for link in ("on", "in", "of", "among")
)
_SHARES = {
    **dict.fromkeys((*_NOBODY_ON, ("none", "of"), ("not", "one", "of"), ("nobody", "on")), "0"),
    **dict.fromkeys((("every", "single", "one", "of"), ("every", "one", "of"), ("everyone", "on"), ("everybody", "on")), "100"),
    **dict.fromkeys((("all", "of", "the"), ("all", "the")), "100"),
    ("half", "the"): "50",
}  # fmt: skip
"""What says of how many of them it is so, in percent."""
_PLURALS = frozenset(english.lines("mice | lice | geese | deer | sheep | fish | bacteria | fungi | algae | vermin"))
_HAVING = frozenset({"has", "have", "got", "gets"})
_AMOUNTS = frozenset(
    english.lines(
        "traffic | trade | business | demand | sales | turnover | takings | revenue | income | numbers | prices | attendance | output"
        "| production | exports | imports | visits | bookings | rate | rates | level | levels | cases | admissions | enrolment | crime"
        "| resistance | consumption | usage | infections | occupancy | turnout | deaths | catches | stocks"
    )
)
_GIVEN = frozenset(english.lines("received | receives | obtained | holds | given | granted | won"))
_GETTING = frozenset(map(stem, ("buy", "bought", "get", "got", "order", "purchase", "take", "took", "source")))
_MEAL = frozenset(english.lines("meal | lunch | dinner | breakfast | supper | visit | stay | snack | party"))


def turned_out(line: Line, at: int) -> Step | None:
    """`turned out clean`, `came back from the lab clean`: is clean, of what is a word of the rulebook."""
    end = at + 1 + (line.texts[at + 1 : at + 2] != [] and line.texts[at + 1] in _OUT)
    is_told = end > at + 1 or line.texts[at] in ("proved", "proves", "tested", "tests")
    if not at or not is_told or is_of_then(line):
        return None
    end += line.texts[end : end + 1] == ["as"]
    if line.texts[end : end + 1] == ["from"]:
        end += 1 + (line.texts[end + 1 : end + 2] == ["the"]) + 1
    while end < len(line) and line.free(end) and not line.spoken[end]:
        end += 1
    is_word = end < len(line) and line.spoken[end] and not line.mentions[end]
    return (said_for(("is",), line.tokens[at]), end) if is_word else None


def ran_there(line: Line, at: int) -> Step | None:
    """`(saw) mice run under the stove at X`, `mice running round the store of X`: mice there."""
    behind = line.texts[at + 1 : at + 2]
    is_thing = bool(at) and any(end == at for several in line.spoken[max(0, at - 2) : at] for end, _ in several)
    if not is_thing or not behind or behind[0] not in _RUNNING or not line.tokens[at].is_word or is_denied(line):
        return None
    is_seen = not _SEEING.isdisjoint(line.texts[max(0, at - _NEAR) : at])
    if line.mentions[at] or line.marks[at] or not (line.texts[at].endswith("ing") or is_seen):
        return None
    end = at + 2 + (line.texts[at + 2 : at + 3] != [] and line.texts[at + 2] in english.ARTICLES)
    first = end
    while end < len(line) and end < first + _MOST_NOUNS and line.texts[end] not in ("at", "in", "of"):
        if not line.tokens[end].is_word or line.mentions[end] or line.marks[end] or line.figures[end] is not None:
            return None
        end += 1
    is_placed = end < len(line) and line.texts[end] in ("at", "in", "of") and named_at(line, end + 1) is not None
    return (said_for(("at",), line.tokens[at]), end + 1) if is_placed and end > first else None


_SEEING = frozenset(english.lines("saw | see | seen | found | noticed | spotted | watched | caught"))


def saw_it_go(line: Line, at: int) -> Step | None:
    """`saw oil leaking from X`: oil leaking from X."""
    before = line.texts[:at]
    end = next((end for end, _ in line.spoken[at + 1]), 0) if at + 1 < len(line) else 0
    named = named_at(line, at + 1)
    end = end or (named.end if named is not None else 0)
    is_going = 0 < end < len(line) and line.texts[end].endswith("ing") and not line.mentions[end]
    return ([], at + 1) if is_going and before in ([], ["we"]) and not (is_denied(line) or is_of_then(line)) else None


def how_it_is(line: Line, at: int) -> Step | None:
    """`about how dirty X is`: about the dirt at X, where the rulebook has a word for that."""
    noun = _QUALITIES.get("".join(line.texts[at + 2 : at + 3]), "")
    if line.texts[at + 1 : at + 2] != ["how"] or not noun or stem(noun) not in line.grammar.lexicon.spoken:
        return None
    start = at + 3
    named = named_at(line, start)
    end = named.end if named is not None else start + 1
    is_pronoun = named is None and line.texts[start : start + 1] != [] and line.texts[start] in ("it", "they")
    if not (named is not None or is_pronoun) or line.texts[end : end + 1] == [] or line.texts[end] not in ("is", "are"):
        return None
    like = line.tokens[at + 2]
    return [line.tokens[at], *said_for((noun, "at"), like), *line.tokens[start:end]], end + 1


def whose_deed(line: Line, at: int) -> Step | None:
    """`the office's approval`: the approval of the office, where the office is nobody who is named."""
    end = next((one for one in (at + 2, at + 3) if line.texts[one : one + 1] == ["'s"]), 0)
    noun = "".join(line.texts[end + 1 : end + 2])
    if not end or any(line.mentions[at : end + 2]) or line.texts[at] not in english.ARTICLES:
        return None
    if noun in english.CARRY_NOTHING | english.NARROWING or not noun or not line.tokens[end + 1].is_word:
        return None
    tokens = [line.tokens[at], line.tokens[end + 1], *said_for(("of", "the"), line.tokens[end])]
    return [*tokens, *line.tokens[at + 1 : end]], end + 2


def has_back(line: Line, at: int) -> Step | None:
    """`has its hot water back`: has its hot water, again."""
    if not at or line.texts[at - 1] not in _HAVING or line.texts[at] not in ("its", "their", "his", "her"):
        return None
    end = at + 1
    while end < len(line) and end < at + 1 + _MOST_NOUNS and line.texts[end] != "back":
        end += 1
    is_last = end > at + 1 and line.texts[end : end + 1] == ["back"]
    is_last = is_last and (end + 1 == len(line) or line.texts[end + 1] in ENDING)
    return (list(line.tokens[at:end]), end + 1) if is_last else None


def share_of(line: Line, at: int) -> Step | None:
    """`not one of X's staff`, `none of the staff`, `all the staff`, `half the staff`: so many percent of them."""
    begins = at == 0 or line.texts[at - 1] in ENDING | {"only", "that", "says", "just"}
    words = next((one for one in _SHARES if tuple(line.texts[at : at + len(one)]) == one), ())
    if not words or not begins or line.texts[at + len(words) : at + len(words) + 1] == ["of"]:
        return None
    end = at + len(words)
    article = ("the",) if words[-1] == "the" else ()
    return said_for((_SHARES[words], "percent", "of", *article), line.tokens[at]), end


def each_of_them(line: Line, at: int) -> Step | None:
    """`A and B each have`: A and B have."""
    is_two = any(m.end == at and len(m.names) > 1 for several in line.mentions[:at] for m in several)
    return ([], at + 1) if is_two and line.texts[at + 1 : at + 2] not in ([], ["other"], ["of"], ["one"]) else None


def a_few(line: Line, at: int) -> Step | None:
    """`saw two mice`: mice, whose plural shows in no `s`; where they are counted, a phrase says so as it stands."""
    behind = line.texts[at + 1 : at + 2]
    is_thing = behind != [] and behind[0] in _PLURALS and bool(line.spoken[at + 1])
    return ([], at + 1) if is_thing and not is_denied(line) else None


def bought_off(line: Line, at: int) -> Step | None:
    """`buys it off X`: from X."""
    is_bought = any(token.stem in _GETTING for token in line.tokens[max(0, at - _NEAR) : at])
    return (said_for(("from",), line.tokens[at]), at + 1) if is_bought and named_at(line, at + 1) is not None else None


def after_what(line: Line, at: int) -> Step | None:
    """`fell ill after lunch at X`: at X."""
    noun = at + 1 + (line.texts[at + 1 : at + 2] in (["a"], ["the"], ["their"], ["an"]))
    is_meal = noun + 1 < len(line) and line.texts[noun] in _MEAL and line.texts[noun + 1] in ("at", "in", "to")
    is_placed = is_meal and named_at(line, noun + 2) is not None
    return (said_for(("at",), line.tokens[at]), noun + 2) if is_placed and at and not is_denied(line) else None


def does_serve(line: Line, at: int) -> Step | None:
    """`they do oysters`, `X does not do oysters`: offer, where a phrase has that word."""
    is_verb = at == 0 or line.texts[at - 1] not in english.ASKING
    behind = next((m for m in (line.mentions[at + 1] if at + 1 < len(line) else ()) if m.kind != PRONOUN), None)
    if not is_verb or behind is None or "offers" not in line.grammar.surface:
        return None
    is_last = behind.end == len(line) or line.texts[behind.end] in ENDING | {"at", "in", "now", "on", "any", "for"}
    is_done = line.texts[behind.end : behind.end + 1] == [] or is_last or bool(line.marks[behind.end])
    verb = "offers" if line.texts[at] == "does" else "offer"
    return (said_for((verb,), line.tokens[at]), at + 1) if is_done and at else None


def the_office(line: Line, at: int) -> Step | None:
    """`the food office`, whom the rulebook advises, where its phrases only say `the office`."""
    *first, last = advised(line) or ("",)
    words = (*first, last)
    is_said = bool(first) and tuple(line.texts[at : at + len(words)]) == words and not line.mentions[at]
    return ([line.tokens[at + len(first)]], at + len(words)) if is_said and last in line.grammar.surface else None


def advised(line: Line) -> tuple[str, ...]:
    """Whom the rulebook advises, without an article."""
    return tuple(one for one in line.grammar.rulebook.called.advised.casefold().split() if one not in english.ARTICLES)


def done_by_us(line: Line, at: int) -> Step | None:
    """`was licensed by the harbour office`, whom the rulebook advises: has been licensed."""
    done = at + 1
    is_done = done + 1 < len(line) and is_past_participle(line.texts[done]) and line.texts[done + 1] == "by"
    end = _office_end(line, done + 2) if is_done and not (is_denied(line) or is_of_then(line)) else 0
    return ([*said_for(("has", "been"), line.tokens[at]), line.tokens[done]], end) if end else None


def from_us(line: Line, at: int) -> Step | None:
    """`got its licence from the harbour office`: got its licence."""
    end = _office_end(line, at + 1)
    is_got = not _HAVING.isdisjoint(line.texts[:at]) or not _GIVEN.isdisjoint(line.texts[:at])
    return ([], end) if end and is_got and not is_denied(line) else None


def _office_end(line: Line, at: int) -> int:
    """Where `us` ends, or whom the rulebook advises: by his last word, too; 0 if neither stands there."""
    if line.texts[at : at + 1] == ["us"]:
        return at + 1
    words = advised(line)
    at += line.texts[at : at + 1] == ["the"]
    for one in (words, words[-1:]):
        if one and tuple(line.texts[at : at + len(one)]) == one and not line.mentions[at]:
            return at + len(one)
    return 0


def up_or_down(line: Line, at: int) -> Step | None:
    """`traffic is up`: is rising; what is no amount (`the bridge is down`) is something else."""
    is_last = at + 1 == len(line) or line.texts[at + 1] in ENDING or bool(line.marks[at + 1])
    is_last = is_last or (line.texts[at + 1] in ("in", "at") and named_at(line, at + 2) is not None)
    is_said = bool(at) and (
        line.texts[at - 1] in ("is", "are", ":", ",") or line.texts[at - 1] in _AMOUNTS
    )  # `takings up again`
    is_so = is_said and is_last and not _AMOUNTS.isdisjoint(line.texts[:at])
    return (said_for(("rising" if line.texts[at] == "up" else "falling",), line.tokens[at]), at + 1) if is_so else None


def going_up(line: Line, at: int) -> Step | None:
    """`is going up`: is rising."""
    way = line.texts[at + 1 : at + 2]
    is_last = at + 2 >= len(line) or line.texts[at + 2] in ENDING or bool(line.marks[at + 2])
    is_last = is_last and line.texts[at + 2 : at + 4] not in (["and", "down"], ["and", "up"])
    is_so = bool(at) and way in (["up"], ["down"]) and is_last and line.tokens[at - 1].is_word
    return (said_for(("rising" if way == ["up"] else "falling",), line.tokens[at]), at + 2) if is_so else None


def cleared(line: Line, at: int) -> Step | None:
    """`cleared X as a supplier`, `cleared X to sell`: approved X."""
    named = named_at(line, at + 1)
    link = line.texts[named.end : named.end + 1] if named is not None else []
    if named is None or link not in (["as"], ["to"], ["for"]) or is_denied(line):
        return None
    verb = said_for(("approves" if line.texts[at] == "clears" else "approved",), line.tokens[at])
    end = named.end + 2 * (link != ["as"])
    is_last = end == len(line) or line.is_cut(end) or link == ["as"]
    return ([*verb, *line.tokens[at + 1 : named.end]], end) if is_last and end <= len(line) else None


def got_some(line: Line, at: int) -> Step | None:
    """`we got mice`, `they got the certificate`: have."""
    before = line.texts[at - 1] if at else ""
    behind = line.texts[at + 1 : at + 2]
    if (
        not at
        or not behind
        or is_of_then(line)
        or before in english.BE | english.HAVE | english.DO | {"never", "to", "not"}
    ):
        return None
    is_thing = bool(line.spoken[at + 1]) or (
        behind[0] in ("their", "its", "the", "his", "her")
        and DEEDS.verbs.keys().isdisjoint(line.texts[at + 2 : at + 5])  # who got the approval is approved
    )
    return (said_for(("have",), line.tokens[at]), at + 1) if is_thing and not line.mentions[at + 1] else None


BY_WORD: dict[str, tuple[Callable[[Line, int], Step | None], ...]] = {
    **dict.fromkeys(_TURNED_OUT, (turned_out,)),
    "about": (how_it_is,),
    **dict.fromkeys(("a", "an", "the"), (whose_deed,)),
    **dict.fromkeys(("its", "their", "his", "her"), (has_back,)),
    **dict.fromkeys(("not", "no", "none", "nobody", "every", "everyone", "everybody", "all", "half"), (share_of,)),
    "each": (each_of_them,),
    **dict.fromkeys(("saw", "noticed", "spotted"), (saw_it_go,)),
    **dict.fromkeys(("two", "three", "four", "five", "six", "several", "some"), (a_few,)),
    "off": (bought_off,),
    "after": (after_what,),
    **dict.fromkeys(("do", "does"), (does_serve,)),
    **dict.fromkeys(("cleared", "clears"), (cleared,)),
    **dict.fromkeys(("was", "were"), (done_by_us,)),
    "got": (got_some, done_by_us),
    "from": (from_us,),
    **dict.fromkeys(("up", "down"), (up_or_down,)),
    "going": (going_up,),
}
ANYWHERE = (ran_there, the_office)
