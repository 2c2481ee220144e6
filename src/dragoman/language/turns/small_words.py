"""A sentence with plain small words in the place of longer turns that say the same.

    A is getting dearer                      ->  A is becoming dearer
    guests out of A, A's own plants          ->  guests from A, A's plants
    cracks all over its deck                 ->  cracks in its deck
    40 euros per pack of X, for every pack   ->  40 euros for a pack of X
    A shuts 140 of its offices               ->  A shuts 140 offices
    its most recent check                    ->  its last check
    every single day, one time per week      ->  every day, once a week
    the amount of traffic, traffic volumes   ->  traffic
    a team of engineers                      ->  engineers
    A has quite a portfolio of flats         ->  A has flats
    A evicted thirty families                ->  A evicted families
    throws people out of their flats         ->  throws people out
    by law A must, A must ... in the country ->  A must
    prices at A have not changed             ->  prices at A are unchanged
    A holds 40 %, and B the other 60 %       ->  A holds 40 %, and B 60 %

As for all of :mod:`dragoman.language.whole`, it counts only if nothing of the sentence is left over then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.turns.renamed import Step, denying, is_denied, named_at, said_for
from dragoman.language.words import english
from dragoman.language.words.changes import FALLING, RISING
from dragoman.language.words.numbers import PERCENT
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token, words_of

_BECOME = {"gets": "becomes", "get": "become", "getting": "becoming", "got": "became", "gotten": "become"}
_WORSE = frozenset({"better", "worse", "more", "less"})
_OWN = frozenset({"its", "their", "his", "her"})
_EACH = frozenset({"each", "every"})
_MANY = frozenset(english.lines("many | several | numerous | countless | various | plenty | lots"))
_A_LOT = tuple(
    tuple(words.split())
    for words in english.lines(
        "quite a portfolio of | a portfolio of | a large portfolio of | a big portfolio of | a number of | a large number of"
        "| quite a number of | a good number of | a lot of | quite a lot of | a whole lot of | a great many | a good many | quite a few"
        "| plenty of | lots of | loads of | dozens of | scores of | hundreds of | thousands of"
    )
)
_HAVING = frozenset(english.lines("has | have | owns | own | holds | hold | possesses | possess"))
_TEAMS = frozenset(english.lines("team | teams | group | groups | crew | crews | squad | squads | party | delegation"))
_AMOUNTS = frozenset({"amount", "volume", "level", "quantity"})
_VOLUMES = frozenset({"volume", "volumes", "levels"})
_PLACING = frozenset({"in", "on", "at", "of", "over", "through", "across", "from"})
_OUT = frozenset({"out", "away"})
_ONES_HOME = frozenset(
    english.lines("home | homes | house | houses | flat | flats | apartment | apartments | dwelling | dwellings")
)
_DRIVEN = frozenset(english.lines("evict | evicts | evicted | evicting | expel | expels | expelled | expelling"))
_LEGAL = (("by", "law"), ("by", "statute"), ("under", "the", "law"), ("in", "law"), ("legally",))
_SUMS = frozenset({"grant", "subsidy", "sum", "total"})
_GIVING = frozenset(
    map(
        stem, english.lines("give | award | approve | pay | provide | grant | allocate | earmark | gave | given | paid")
    )
)
_GOING_ON = (("going", "on"), ("under", "way"), ("in", "progress"), ("taking", "place"), ("ongoing",))
_LOSING = frozenset(
    map(
        stem,
        english.lines(
            "close | shut | shutter | cut | lose | lost | sell | sold | axe | scrap | cancel | ground | sack | fire | dismiss | abandon | drop | demolish | withdraw"
            "| withdrawn | recall | suspend | shed | vacate"
        ),
    )
)
"""What is done to so many of what one has: who opens 12 of his has more."""
_KEEPING = frozenset(
    map(
        stem,
        english.lines(
            "open | run | operate | have | has | own | hold | offer | count | keep | serve | use | employ | maintain | provide | contain"
        ),
    )
)
_PASSED = frozenset(english.lines("passed | failed | flunked | passes | fails"))
_MOST_NOTED = 4
"""Tokens of what is noted before a name."""
_DECREES = frozenset(english.lines("decision | order | decree | resolution | ruling | vote"))
_MOST_DECREE = 8
_YEARLY = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day"}
_GROWING = (
    RISING
    | FALLING
    | frozenset(
        english.lines(
            "rise | rises | rising | rose | risen | grow | grows | growing | grew | grown | climb | climbs | climbing | climbed | increase | increases | increasing | increased | fall | falls | falling | fell | drop | drops | dropping | dropped"
        )
    )
)
_STAYING = frozenset(english.lines("stays | stay | stayed | remains | remain | remained"))
_MOVED = frozenset(english.lines("changed | moved | budged | shifted | varied | altered"))
_WHO = english.PEOPLE_NOUNS | frozenset(
    english.lines(
        "families | households | tenants | renters | workers | employees | staff | persons | men | women | patients | students | prisoners"
    )
)
_AGENTS = ("ers", "ors", "ists", "ians", "ees", "ants", "ents", "ics", "men")
"""How words for many persons end."""
_BOUNDS = frozenset(
    english.lines(
        "only | just | than | most | least | to | over | under | about | some | first | last | the | these | those | all | no"
    )
)
_ALL = frozenset({"every", "each", "all"})
_ANY_TRAFFIC = frozenset(english.lines("vehicles | traffic | visitors | guests | customers | comers"))
_LICENCES = frozenset(english.lines("licence | license | permit | permission | licensing"))
_CHECKS = frozenset(english.lines("staff | workers | inspection | management | operator | owner"))
_ENDING = frozenset(
    english.lines(
        "expires | expire | ends | end | lapses | closes | opens | opened | closed | finished | completed | founded | built"
    )
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_HALTED = frozenset(english.lines("stopped | halted | terminated | discontinued | abandoned | cancelled"))
_WHOLE = 100


def small_words(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence with all such turns in plain words, and without how many people are meant; none if it has none."""
    if (_CUES | _LICENCES | _CHECKS).isdisjoint(line.texts) and not any(line.figures):
        return
    known = [list(line.tokens)]
    for steps in (_STEPS, (*_STEPS, _so_many_people)):
        found: list[Token] = []
        at = 0
        while at < len(line):
            step = next(filter(None, (one(line, at) for one in steps)), None)
            instead, at = step if step is not None else ([line.tokens[at]], at + 1)
            found += instead
        if found not in known:
            known.append(found)
            yield found


def _next(line: Line, at: int) -> str:
    return line.texts[at] if at < len(line) else ""


def _becomes(line: Line, at: int) -> Step | None:
    """`gets dearer`: becomes."""
    behind = _next(line, at + 1)
    is_more = behind in _WORSE or (len(behind) > len("ever") and behind.endswith("er") and not line.mentions[at + 1])
    become = _BECOME.get(line.texts[at])
    return (said_for((become,), line.tokens[at]), at + 1) if become and is_more and at else None


def _from_out(line: Line, at: int) -> Step | None:
    """`out of A`: from A."""
    is_out = line.texts[at : at + 2] == ["out", "of"] and at > 0 and named_at(line, at + 2) is not None
    return (said_for(("from",), line.tokens[at]), at + 2) if is_out and line.figures[at - 1] is None else None


def _own(line: Line, at: int) -> Step | None:
    """`its own plants`: its plants; not `on its own`, and who has no plant of its own may have another's."""
    is_own = line.texts[at] == "own" and at > 0 and line.texts[at - 1] in _OWN | {"'s"} and not is_denied(line)
    is_noun = is_own and at + 1 < len(line) and line.tokens[at + 1].is_word and line.texts[at + 1] not in PREPOSITIONS
    return (
        ([], at + 1) if is_noun and not line.is_cut(at + 1) and line.texts[at + 1] not in english.BOUNDARIES else None
    )


def _all_over(line: Line, at: int) -> Step | None:
    """`cracks all over the deck`: in it."""
    is_over = line.texts[at : at + 2] == ["all", "over"] and at > 0 and not is_denied(line)
    behind = _next(line, at + 2)
    is_place = is_over and (behind in english.ARTICLES | _OWN or bool(behind and line.mentions[at + 2]))
    return (said_for(("in",), line.tokens[at]), at + 2) if is_place and line.texts[at - 1] not in english.BE else None


def _per(line: Line, at: int) -> Step | None:
    """`40 euros per pack of X`, `for every pack of X`: for a pack of X."""
    size = 1 if line.texts[at] == "per" else 2 if line.texts[at] == "for" and _next(line, at + 1) in _EACH else 0
    is_counted = any(figure is not None and figure.end == at for figure in line.figures[max(0, at - 6) : at])
    if not size or not is_counted or line.texts[at + size + 1 : at + size + 2] != ["of"]:
        return None
    return [*said_for(("for", "a"), line.tokens[at]), line.tokens[at + size]], at + size + 1


def _yearly(line: Line, at: int) -> Step | None:
    """`climb at 8 % annually`: by 8 % a year."""
    before = next(
        (figure for figure in line.figures[max(0, at - 6) : at] if figure is not None and figure.end == at), None
    )
    if line.texts[at] in _YEARLY and before is not None and before.unit == PERCENT:
        return said_for(("a", _YEARLY[line.texts[at]]), line.tokens[at]), at + 1
    figure = line.figures[at + 1] if line.texts[at] == "at" and at + 1 < len(line) else None
    is_rate = figure is not None and figure.unit == PERCENT and at > 0 and line.texts[at - 1] in _GROWING
    return (said_for(("by",), line.tokens[at]), at + 1) if is_rate else None


def _noted(line: Line, at: int) -> Step | None:
    """`avg rent A is 700 euros`: average rent A 700 euros, as it is noted."""
    if line.texts[at] == "avg":
        return said_for(("average",), line.tokens[at]), at + 1
    named = next((n for n in range(1, at) for m in line.mentions[n] if m.end == at and m.kind != PRONOUN), 0)
    is_noted = line.texts[at] in ("is", "are") and 0 < named <= _MOST_NOTED and not any(line.mentions[:named])
    nouns = line.texts[:named]
    no_noun = PREPOSITIONS | english.ARTICLES | english.BE | english.HAVE | english.MODALS | english.BOUNDARIES
    is_noun = is_noted and no_noun.isdisjoint(nouns) and all(line.tokens[n].is_word for n in range(named))
    figure = line.figures[at + 1 : at + 5]
    return ([], at + 1) if is_noun and any(figure) and not is_denied(line) else None


def _of_people(line: Line, at: int) -> Step | None:
    """`one in five people on X`: one in five of people on X."""
    figure = line.figures[at]
    is_share = figure is not None and figure.unit == PERCENT and line.texts[at + 1 : at + 2] in (["in"], ["out"])
    if figure is None or not is_share or _next(line, figure.end) not in ("people", "persons"):
        return None
    return [*line.tokens[at : figure.end], *said_for(("of",), line.tokens[figure.end])], figure.end


def _grant(line: Line, at: int) -> Step | None:
    """`gives a grant of 5 million`, `spends a total of 5 million`: gives, spends 5 million."""
    noun = at + (line.texts[at] in english.ARTICLES)
    is_sum = _next(line, noun) in _SUMS and _next(line, noun + 1) == "of" and noun + 2 < len(line)
    if not is_sum or line.figures[noun + 2] is None or not at:
        return None
    is_given = any(token.stem in _GIVING for token in line.tokens[max(0, at - 2) : at])
    return ([], noun + 2) if is_given or line.texts[noun] in ("total", "sum") else None


def _of_its(line: Line, at: int) -> Step | None:
    """`140 of its offices`, of which something is done to so many: 140 offices; who has some of them may have more."""
    figure = line.figures[at]
    if (
        figure is None
        or figure.unit
        or _next(line, figure.end) != "of"
        or line.texts[at] == "one"
        or not line.texts[at][0].isdigit()
    ):
        return None
    noun = figure.end + 2
    is_its = _next(line, figure.end + 1) in _OWN | {"the"} and noun < len(line) and line.tokens[noun].is_word
    before = {token.stem for token in line.tokens[:at]}
    is_had = not before.isdisjoint(_KEEPING) or (_next(line, figure.end + 1) != "the" and before.isdisjoint(_LOSING))
    if not is_its or is_had or _is_denied_before(line, at) or line.figures[noun] is not None or line.mentions[noun]:
        return None
    return list(line.tokens[at : figure.end]), noun


def _is_denied_before(line: Line, at: int) -> bool:
    """Whether a sentence denies something that is no `nobody` before a place of it."""
    return denying(text for text in line.texts[:at] if text != "nobody") > 0


def _went_on(line: Line, at: int) -> Step | None:
    """`there are talks going on between A and B`, `under way at A`: there are talks between them, at A."""
    size = next((len(words) for words in _GOING_ON if tuple(line.texts[at : at + len(words)]) == words), 0)
    is_there = size > 0 and line.texts[0] == "there" and line.texts[1:2] != [] and line.texts[1] in english.BE
    return ([], at + size) if is_there and _next(line, at + size) in _PLACING | {"between"} else None


def _last(line: Line, at: int) -> Step | None:
    """`its latest check`, `its most recent check`: its last."""
    size = 1 if line.texts[at] == "latest" else 2 if line.texts[at : at + 2] == ["most", "recent"] else 0
    is_its = at > 0 and line.texts[at - 1] in _OWN | {"the", "'s"}
    is_passed = is_its and at > 1 and line.texts[at - 2] in _PASSED
    if is_passed and (size or line.texts[at] == "last"):
        return [], at + (size or 1)
    return (said_for(("last",), line.tokens[at]), at + size) if size and is_its and at + size < len(line) else None


def _how_often(line: Line, at: int) -> Step | None:
    """`every single day`, `one time per week`, `once every week`."""
    text, behind = line.texts[at], _next(line, at + 1)
    span = _next(line, at + 2)
    if text in _EACH and behind == "single" and span in english.SPANS:
        return [line.tokens[at]], at + 2
    size = 1 if text == "once" else 2 if (text, behind) == ("one", "time") else 0
    per, span = _next(line, at + size), _next(line, at + size + 1)
    is_per = per in ("per", "a") if size == 1 else per in ("per", "a", "every", "each")
    if not size or not is_per or span not in english.SPANS or (size == 1 and per == "a"):
        return None
    return [*said_for(("once", "a"), line.tokens[at]), line.tokens[at + size + 1]], at + size + 2


def _amount(line: Line, at: int) -> Step | None:
    """`the amount of traffic is rising`, `traffic volumes on A are`: traffic, where no figure says how much."""
    if any(figure is not None for figure in line.figures):
        return None
    of = at + 1 + (line.texts[at] == "the")
    if of + 1 < len(line) and line.texts[of - 1] in _AMOUNTS and line.texts[of] == "of" and not line.mentions[of + 1]:
        is_mass = not line.texts[of + 1].endswith("s") and line.texts[of + 1] not in english.ARTICLES | _OWN
        return ([], of + 1) if is_mass and _next(line, of + 2) in _PLACING else None
    is_noun = at > 0 and line.tokens[at - 1].is_word and line.texts[at - 1] not in english.CARRY_NOTHING | PREPOSITIONS
    is_volume = is_noun and line.texts[at] in _VOLUMES and _next(line, at + 1) in _PLACING and not line.mentions[at - 1]
    return ([], at + 1) if is_volume else None


def _team(line: Line, at: int) -> Step | None:
    """`a team of engineers`, who do it: engineers."""
    of = at + 1 + (line.texts[at] in english.ARTICLES)
    if of >= len(line) or line.texts[of - 1] not in _TEAMS or line.texts[of] != "of" or of + 1 >= len(line):
        return None
    noun = line.texts[of + 1]
    is_many = noun.endswith("s") and not line.mentions[of + 1] and line.figures[of + 1] is None
    return ([], of + 1) if is_many and not is_denied(line) and not line.mentions[at] else None


def _many(line: Line, at: int) -> Step | None:
    """`has quite a portfolio of flats`, `has many flats`: has flats."""
    if not at or line.texts[at - 1] not in _HAVING or is_denied(line):
        return None
    size = next((len(words) for words in _A_LOT if tuple(line.texts[at : at + len(words)]) == words), 0)
    size = size or int(line.texts[at] in _MANY)
    noun = _next(line, at + size)
    return ([], at + size) if size and noun.endswith("s") and not line.mentions[at + size] else None


def _so_many_people(line: Line, at: int) -> Step | None:
    """`evicted thirty families`, to whom somebody does it: families."""
    figure = line.figures[at]
    if figure is None or figure.unit or figure.low is None or figure.low != figure.high or not at or is_denied(line):
        return None
    is_done = any(m.end <= at for several in line.mentions[:at] for m in several) and line.tokens[at - 1].is_word
    is_bound = line.texts[at - 1] in _BOUNDS | PREPOSITIONS | english.HAVE | english.BE or bool(line.mentions[at - 1])
    who = _next(line, figure.end)
    is_who = figure.low > 1 and (who in _WHO or (who.endswith(_AGENTS) and who in line.grammar.surface))
    return ([], figure.end) if is_done and is_who and not is_bound and figure.end - at == 1 else None


def _out_of_home(line: Line, at: int) -> Step | None:
    """`throws people out of their flats`, `evicts families from their homes`: out; evicts them."""
    own, home = _next(line, at + 1), _next(line, at + 2)
    if own not in _OWN or home not in _ONES_HOME:
        return None
    is_out = line.texts[at] in ("of", "from") and at > 0 and line.texts[at - 1] in _OUT
    is_driven = line.texts[at] == "from" and not _DRIVEN.isdisjoint(line.texts[:at])
    return ([], at + 3) if is_out or is_driven else None


def _by_law(line: Line, at: int) -> Step | None:
    """`by law A must serve every village in the country`: A must serve every village."""
    if at == 0 and line.texts[0] == "by" and _next(line, 1) in _DECREES and _next(line, 2) in ("of", ","):
        end = next((n for n in range(2, min(len(line), _MOST_DECREE)) if line.texts[n] == ","), 0)
        is_nobodys = end > 0 and not any(line.mentions[:end]) and named_at(line, end + 1) is not None
        return ([], end + 1) if is_nobodys else None
    if at == 0:
        size = next((len(words) for words in _LEGAL if tuple(line.texts[: len(words)]) == words), 0)
        size += bool(size) and _next(line, size) == ","
        return ([], size) if size and named_at(line, size) is not None else None
    is_there = line.texts[at : at + 3] in (["in", "the", "country"], ["in", "the", "land"])
    is_all = is_there and not _ALL.isdisjoint(line.texts[max(0, at - 3) : at - 1])
    return ([], at + 3) if is_all else None


def _unchanged(line: Line, at: int) -> Step | None:
    """`have not changed`, `stay the same`: are unchanged."""
    is_same = line.texts[at] in _STAYING and line.texts[at + 1 : at + 3] == ["the", "same"]
    size = 3 if is_same else 0
    if line.texts[at] in ("has", "have") and _next(line, at + 1) == "not" and _next(line, at + 2) in _MOVED:
        size = 3 if denying(line.texts) == 1 else 0
        size += 2 * (size and line.texts[at + 3 : at + 5] == ["at", "all"])
    is_last = (
        at + size == len(line)
        or line.is_cut(at + size)
        or _next(line, at + size) in {"since", "in", "at", "from", "for", "this"}
    )
    return (said_for(("is", "unchanged"), line.tokens[at]), at + size) if size and at and is_last else None


def _the_other(line: Line, at: int) -> Step | None:
    """`B holds the other 60 %`, where A holds 40: 60 %."""
    size = 2 if line.texts[at : at + 2] in (["the", "other"], ["the", "remaining"]) else 0
    mine = line.figures[at + size] if size and at + size < len(line) else None
    first = next((one for one in line.figures[:at] if one is not None), None)
    if mine is None or first is None or mine.unit != PERCENT or first.unit != PERCENT:
        return None
    is_rest = mine.low == mine.high and first.low == first.high and None not in (mine.low, first.low)
    is_rest = is_rest and (mine.low or 0) + (first.low or 0) == _WHOLE
    return ([], at + size) if is_rest else None


def _to_all(line: Line, at: int) -> Step | None:
    """`shut to all vehicles`: shut; `it goes over B instead`: over B; `together, the museums`: the museums."""
    if line.texts[at : at + 2] == ["to", "all"] and _next(line, at + 2) in _ANY_TRAFFIC:
        return ([], at + 3) if at + 3 == len(line) or line.is_cut(at + 3) else None
    if line.texts[at] == "instead" and at > 1 and (at + 1 == len(line) or line.is_cut(at + 1)):
        return ([], at + 1) if any(m.end == at for several in line.mentions[:at] for m in several) else None
    if at == 0 and line.texts[0] in ("together", "combined", "jointly"):
        named = named_at(line, 1 + (_next(line, 1) == ","))
        is_group = (
            named is not None and len(named.names) == 1 and bool(line.grammar.lexicon.entities[named.names[0]].members)
        )
        return ([], 1 + (_next(line, 1) == ",")) if is_group else None
    if line.texts[at] in ("early", "prematurely") and at and line.texts[at - 1] in _HALTED:
        return [], at + 1
    if line.texts[at] in ("somewhere", "anywhere") and _next(line, at + 1) == "between":
        return [], at + 1
    return None


def _of_its_kind(line: Line, at: int) -> Step | None:
    """`the mining permit of a mine`, `the operating licence`: the permit; what else it may have a permit for is none of it."""
    if (
        at + 1 >= len(line)
        or line.mentions[at]
        or line.texts[at + 1] not in line.grammar.surface
        or not line.tokens[at].is_word
    ):
        return None
    if line.texts[at] == "operating" and line.texts[at + 1] in _LICENCES:
        return [], at + 1
    if line.texts[at + 1] not in _LICENCES | _CHECKS or (at and line.texts[at - 1] in PREPOSITIONS):
        return None
    named = {name for several in line.mentions for m in several if m.kind != PRONOUN for name in m.names}
    kinds = {stem(word) for name in named for kind in line.grammar.lexicon.kinds[name] for word in words_of(kind)}
    return ([], at + 1) if line.tokens[at].stem in kinds else None


def _in_year(line: Line, at: int) -> Step | None:
    """`the contract expires 2029`: in 2029."""
    is_year = at + 1 == len(line) and at > 0 and _YEAR.fullmatch(line.texts[at]) is not None
    is_bare = is_year and line.texts[at - 1] in _ENDING
    return ([*said_for(("in",), line.tokens[at]), line.tokens[at]], at + 1) if is_bare else None


_STEPS = (
    _becomes, _from_out, _own, _all_over, _per, _yearly, _noted, _of_people, _grant, _of_its, _went_on, _last, _how_often, _amount, _team, _many, _out_of_home, _by_law,
    _unchanged, _the_other, _to_all, _of_its_kind, _in_year,
)  # fmt: skip
_CUES = frozenset(
    {*_BECOME, "out", "own", "all", "per", "each", "every", "latest", "recent", "once", "one", "law", "legally", "statute", "country"}
    | _AMOUNTS | _VOLUMES | _TEAMS | _HAVING | _ONES_HOME | _STAYING | _MOVED | {"other", "remaining", "instead", "together", "somewhere", "anywhere", "early", "prematurely", "by", "there"}
)  # fmt: skip
