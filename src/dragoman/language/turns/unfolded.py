"""What is packed before a noun, or stands for one, said as plainly behind it or in its place.

    KPC-carrying Klebsiella                           ->  Klebsiella carrying KPC
    fish that are actually ill                        ->  ill fish
    340 Athenians die of it                           ->  340 people in Athens die of it
    patients from A go to X, those from B to Y        ->  ..., patients from B to Y
    tests 300 samples a month and keeps 12 of them    ->  ... keeps 12 samples a month
    can buy it, no ticket needed                      ->  can buy it without a ticket
    no shop will sell you this                        ->  no shop sells this
    gets through 40 litres a day                      ->  uses 40 litres a day
    is at the draft stage                             ->  is draft
    is at 90 % of what it can carry                   ->  is at 90 % of its capacity
    the people working at X                           ->  the staff at X
    one of the two tracks is open                     ->  one track is open
    gives X 35 million in aid                         ->  gives X 35 million
    does not have enough guards                       ->  has not enough guards

As for all of :mod:`dragoman.language.turns.idioms`, a sentence is put so only where something of it was left over.
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import PEOPLE
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.turns.renamed import ENDING, Step, is_denied, named_at, said_for
from dragoman.language.words import english
from dragoman.language.words.effects import Effect
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token, words_of

_CARRYING = {one: one for one in ("carrying", "bearing", "containing", "harbouring")} | {"positive": "with"}
"""What stands behind a thing and before its carrier, and the word for it where the carrier stands first."""
_RELATIVE = frozenset({"that", "who", "which"})
_IS = frozenset({"is", "are"})
_TRULY = frozenset({"actually", "really", "truly", "indeed", "in", "fact"})
_NEEDED = frozenset({"needed", "required", "necessary"})
_LINKS = ("from", "of", "in", "at", "to", "with")
_FAR, _MOST_NOUNS = 6, 3
_SELLING = {"sell": "sells", "serve": "serves", "lend": "lends", "rent": "rents", "offer": "offers"}
_NOBODY = frozenset({"no", "nobody", "any", "every", "anybody", "anyone", "everybody"})
_STAGES = frozenset({"stage", "stages", "phase"})
_USING = {"goes": "uses", "gets": "uses", "go": "use", "get": "use", "going": "using", "getting": "using"}


def _carrying(line: Line, at: int) -> Step | None:
    """`KPC-carrying Klebsiella`, `mcr-1 positive E. coli`: the germ with it; only a word of the rulebook is carried so."""
    ends = {end for end, _ in line.spoken[at]}
    link = next((end for end in sorted(ends, reverse=True) if "".join(line.texts[end : end + 1]) in _CARRYING), 0)
    carrier = named_at(line, link + 1) if link and not line.mentions[at] else None
    if carrier is None or (at and line.texts[at - 1] in english.BE):
        return None
    word = said_for((_CARRYING[line.texts[link]],), line.tokens[link])
    return [*line.tokens[link + 1 : carrier.end], *word, *line.tokens[at:link]], carrier.end


def _that_is_so(line: Line, at: int) -> Step | None:
    """`fish that are actually ill`: ill fish, where nothing else is said of them."""
    if line.texts[at + 1 : at + 2] == [] or line.texts[at + 1] not in _RELATIVE or line.mentions[at]:
        return None
    so = at + 3
    if line.texts[at + 2 : at + 3] == [] or line.texts[at + 2] not in _IS or line.texts[at] in english.CARRY_NOTHING:
        return None
    while so < len(line) and line.texts[so] in _TRULY:
        so += 1
    if so >= len(line) or not line.tokens[so].is_word or line.mentions[so] or line.figures[so] is not None:
        return None
    is_light = line.texts[so] in english.CARRY_NOTHING | english.BOUNDARIES | PREPOSITIONS or bool(line.marks[so])
    is_last = so + 1 == len(line) or line.texts[so + 1] in ENDING
    return None if is_light or not is_last else ([line.tokens[so], line.tokens[at]], so + 1)


def _people_of(line: Line, at: int) -> Step | None:
    """`340 Athenians`: 340 people in Athens, where nobody else is named among whom or where they might be."""
    figure = line.figures[at]
    people = None if figure is None or figure.unit or figure.end >= len(line) else line.mentions[figure.end]
    whose = next((m for m in people or () if m.kind == PEOPLE and len(m.names) == 1), None)
    others = {m.names for several in line.mentions for m in several if m.kind != PRONOUN}
    if figure is None or whose is None or others != {whose.names} or is_denied(line):
        return None
    title = line.grammar.lexicon.entities[whose.names[0]].title
    words = ("people", "in", *words_of(title))
    return [*line.tokens[at : figure.end], *said_for(words, line.tokens[figure.end])], whose.end


def _those(line: Line, at: int) -> Step | None:
    """`patients from A go to X, those from B ...`: patients from B."""
    link = "".join(line.texts[at + 1 : at + 2])
    if not at or link not in _LINKS or not (line.is_cut(at - 1) or line.texts[at - 1] in ENDING):
        return None
    end = next((one for one in range(1, min(at, _MOST_NOUNS + 1)) if line.texts[one] == link), 0)
    nouns = range(line.texts[0] in english.ARTICLES, end)
    is_noun = bool(nouns) and all(
        line.tokens[one].is_word
        and not line.mentions[one]
        and not line.marks[one]
        and line.figures[one] is None
        and line.texts[one] not in english.CARRY_NOTHING | english.BOUNDARIES
        for one in nouns
    )
    if not is_noun:
        return None
    head = [line.tokens[one] for one in nouns]
    return _without_verb(line, end, at + 2, [*head, line.tokens[at + 1]]) or (head, at + 1)


def _without_verb(line: Line, link: int, at: int, head: list[Token]) -> Step | None:
    """`those from B to Y`, which leave out what those from A do: they go to Y."""
    first, other = named_at(line, link + 1), named_at(line, at)
    if first is None or other is None or other.end >= len(line):
        return None
    to = next((one for one in range(first.end, first.end + _MOST_NOUNS + 1) if line.texts[one] in PREPOSITIONS), 0)
    is_same = to > first.end and line.texts[other.end] == line.texts[to]
    verb = line.tokens[first.end : to]
    return ([*head, *line.tokens[at : other.end], *verb], other.end) if is_same else None


def _of_them(line: Line, at: int) -> Step | None:
    """`300 samples a month, 12 of them`: 12 samples a month, of the only ones that were counted before."""
    figure = line.figures[at]
    if figure is None or line.texts[figure.end : figure.end + 2] not in (
        ["of", "them"],
        ["of", "these"],
        ["of", "those"],
    ):
        return None
    before = {one.end for one in line.figures[:at] if one is not None}
    noun = next(iter(before)) if len(before) == 1 else 0
    is_noun = 0 < noun < at and line.tokens[noun].is_word and line.texts[noun].endswith("s") and not line.mentions[noun]
    if not is_noun or figure.unit or is_denied(line) or "used" in line.texts:
        return None
    span = 2 * (line.texts[noun + 1 : noun + 3] in (["a", "month"], ["a", "year"], ["a", "week"], ["a", "day"]))
    return [*line.tokens[at : figure.end], *line.tokens[noun : noun + 1 + span]], figure.end + 2


def _none_needed(line: Line, at: int) -> Step | None:
    """`can buy it, no ticket needed`: without a ticket; what cannot be bought at all is another matter."""
    needed = next((one for one in range(at + 3, min(len(line), at + 6)) if line.texts[one] in _NEEDED), 0)
    is_last = bool(needed) and (needed + 1 == len(line) or line.texts[needed + 1] in ENDING)
    if line.texts[at + 1 : at + 2] != ["no"] or not is_last or not english.NEGATORS.isdisjoint(line.texts[:at]):
        return None
    return [*said_for(("without", "a"), line.tokens[at + 1]), *line.tokens[at + 2 : needed]], needed + 1


def _will_sell(line: Line, at: int) -> Step | None:
    """`no shop will sell you this`: no shop sells this, whoever asks."""
    verb = "".join(line.texts[at + 1 : at + 2])
    is_anyone = line.texts[at + 2 : at + 3] == ["you"] and not _NOBODY.isdisjoint(line.texts[max(0, at - _FAR) : at])
    return (said_for((_SELLING[verb],), line.tokens[at + 1]), at + 3) if verb in _SELLING and is_anyone else None


def _goes_through(line: Line, at: int) -> Step | None:
    """`goes through 40 litres a day`: uses so much."""
    behind = at + 2
    while behind < len(line) and line.free(behind) and line.figures[behind] is None:
        behind += 1
    is_amount = line.texts[at + 1 : at + 2] == ["through"] and behind < len(line) and line.figures[behind] is not None
    return (said_for((_USING[line.texts[at]],), line.tokens[at]), at + 2) if is_amount and at else None


def _at_stage(line: Line, at: int) -> Step | None:
    """`is at the draft stage`: is draft, of what is a word of the rulebook."""
    article = line.texts[at + 1 : at + 2] in (["the"], ["a"], ["an"])
    end = next((end for end, _ in line.spoken[at + 2]), 0) if article and at + 2 < len(line) else 0
    is_stage = bool(end) and line.texts[end : end + 1] != [] and line.texts[end] in _STAGES
    is_so = any(text in english.BE for text in line.texts[max(0, at - 2) : at])
    return (list(line.tokens[at + 2 : end]), end + 1) if is_stage and is_so else None


def _in_person(line: Line, at: int) -> Step | None:
    """`Mayor Doukas has forbidden it in Athens`, whose mayor that is: has forbidden it."""
    named = named_at(line, at + 1)
    is_last = named is not None and (named.end == len(line) or line.texts[named.end] in ENDING)
    if named is None or not is_last or len(named.names) != 1 or is_denied(line):
        return None
    before = [m for several in line.mentions[:at] for m in several if m.kind != PRONOUN]
    is_his = any(m.end > one + 1 for one in range(at) for m in line.mentions[one] if m.names == named.names)
    is_silent = all(m.effect in (Effect.NONE, Effect.PLACE) for one in range(at, named.end) for m in line.marks[one])
    return ([], named.end) if {m.names for m in before} == {named.names} and is_his and is_silent else None


def _never(line: Line, at: int) -> Step | None:
    """`never falls below it`: does not fall below it."""
    verb = "".join(line.texts[at + 1 : at + 2])
    before = line.texts[at - 1] if at else "is"
    is_now = verb.endswith("s") and not verb.endswith("ss") and not line.mentions[at + 1]
    is_plain = before not in english.BE | english.HAVE | english.MODALS | english.DO
    return (said_for(("does", "not"), line.tokens[at]), at + 1) if is_now and is_plain else None


def _through(line: Line, at: int) -> Step | None:
    """`gets it only through the vet`: only from the vet; who is named need only let it pass."""
    is_only = at > 0 and line.texts[at - 1] in ("only", "exclusively", "solely")
    is_got = is_only and any(token.stem in _GETTING for token in line.tokens[max(0, at - _FAR) : at])
    end = at + 2
    while end < len(line) and end < at + 2 + _MOST_NOUNS and line.tokens[end].is_word and not line.marks[end]:
        end += 1
    is_their = line.texts[at + 1 : at + 2] != [] and line.texts[at + 1] in ("the", "a", "its", "their")
    is_last = end > at + 2 and (end == len(line) or line.texts[end] in ENDING)
    is_named = any(line.mentions[at + 1 : end])
    return (said_for(("from",), line.tokens[at]), at + 1) if is_got and is_their and is_last and not is_named else None


def _what_it_can(line: Line, at: int) -> Step | None:
    """`of what it can carry`: of its capacity."""
    end = next((n for n in range(at + 2, min(len(line), at + 5)) if line.texts[n] in _CARRIED), 0)
    is_can = bool(end) and line.texts[at + 1] in ("it", "they") and line.texts[at + 2] in ("can", "could")
    is_of = at > 0 and line.texts[at - 1] == "of" and any(line.figures[:at])
    is_last = is_can and (end + 1 == len(line) or line.texts[end + 1] in ENDING)
    return (said_for(("its", "capacity"), line.tokens[at]), end + 1) if is_of and is_last else None


_CARRIED = frozenset(english.lines("carry | bear | hold | take | handle | transport | deliver | supply | produce"))


def _who_work_at(line: Line, at: int) -> Step | None:
    """`three quarters of the people working at X`: of the staff at X."""
    work = at + 1 + (line.texts[at + 1 : at + 2] in (["who"], ["that"]))
    is_work = (
        line.texts[work : work + 1] != [] and line.texts[work] in _WORKING and line.texts[work + 1 : work + 2] != []
    )
    is_there = is_work and line.texts[work + 1] in _EMPLOYING and named_at(line, work + 2) is not None
    is_all = at > 0 and line.texts[at - 1] in ("the", "all", "of")
    is_known = "staff" in line.grammar.surface and line.texts[at - 1 : at] != []
    where = said_for(("staff", "at"), line.tokens[at])
    return (where, work + 2) if is_there and is_all and is_known and not is_denied(line) else None


def _those_who(line: Line, at: int) -> Step | None:
    """`15 percent of those who study at X`: of the students at X, where the phrases speak of students."""
    who = {"study": "students", "teach": "teachers", "live": "people", "vote": "voters"}.get(
        "".join(line.texts[at + 2 : at + 3]), ""
    )
    is_of = (
        at > 0
        and line.texts[at - 1] == "of"
        and line.texts[at + 1 : at + 2] == ["who"]
        and named_at(line, at + 4) is not None
    )
    is_there = is_of and line.texts[at + 3] in _EMPLOYING and who in line.grammar.surface
    return (said_for(("the", who), line.tokens[at]), at + 3) if is_there and not is_denied(line) else None


_WORKING = frozenset({"working", "work", "employed"})
_EMPLOYING = frozenset({"at", "for", "in"})


def _one_of_so_many(line: Line, at: int) -> Step | None:
    """`one of the two tracks is open`: one track is; of what is denied of one nothing is said here."""
    number = line.texts[at + 3 : at + 4]
    is_part = line.texts[at : at + 3] == ["one", "of", "the"] and number != [] and number[0] in english.NUMBER_WORDS
    noun = at + 4
    if not is_part or noun >= len(line) or not line.texts[noun].endswith("s") or line.mentions[noun] or is_denied(line):
        return None
    text = line.texts[noun].removesuffix("s")
    return [line.tokens[at], *said_for((text,), line.tokens[noun])], noun + 1


def gift(line: Line, at: int) -> str:
    """The `aid` of `35 million in aid`, which is given; what is lent, or owed, is no gift, and none is denied."""
    given = "".join(line.texts[at + 1 : at + 2]) if line.texts[at] == "in" else ""
    is_last = at + 2 >= len(line) or line.texts[at + 2] in ENDING | _EACH
    return given if given in _GIFTS and is_last and not is_denied(line) else ""


def _in_aid(line: Line, at: int) -> Step | None:
    """`gives X 35 million a year in aid`: gives so much a year."""
    before = any(figure is not None and figure.unit in _CURRENCIES and figure.end <= at for figure in line.figures[:at])
    return ([], at + 2) if gift(line, at) and before else None


_GIFTS = frozenset({"aid", "subsidies", "support", "grants", "funding", "assistance", "cash", "handouts"})
_EACH = frozenset({"a", "each", "every", "per", "from", "to", "annually", "yearly"})
_CURRENCIES = frozenset({*english.CURRENCY_WORDS.values(), *english.CURRENCY_SIGNS.values()})


def _not_enough(line: Line, at: int) -> Step | None:
    """`does not have enough guards`, `has not got enough guards`: has not enough guards."""
    is_had = line.texts[at + 1 : at + 4] in (["not", "have", "enough"], ["not", "got", "enough"])
    verb = "has" if line.texts[at] in ("does", "has") else "have"
    return (said_for((verb, "not"), line.tokens[at]), at + 3) if is_had else None


_GETTING = frozenset(map(stem, english.lines("get | gets | obtain | receive | source | buy | order")))

BY_WORD: dict[str, tuple[Callable[[Line, int], Step | None], ...]] = {
    ",": (_none_needed,),
    "will": (_will_sell,),
    "never": (_never,),
    **dict.fromkeys(("through", "via"), (_through,)),
    **dict.fromkeys(_USING, (_goes_through,)),
    "at": (_at_stage,),
    "in": (_at_stage, _in_person, _in_aid),
    "what": (_what_it_can,),
    **dict.fromkeys(("people", "everybody", "everyone"), (_who_work_at,)),
    "those": (_those_who, _those, _who_work_at),
    "one": (_one_of_so_many,),
    **dict.fromkeys(("does", "do", "has", "have"), (_not_enough,)),
}
ANYWHERE = (_carrying, _that_is_so, _people_of, _of_them)
CUES = frozenset(
    {
        "those",
        "them",
        "these",
        *_CARRYING,
        *_RELATIVE,
        *_NEEDED,
        "will",
        "never",
        "through",
        "via",
        *_STAGES,
        *_WORKING,
        *_GIFTS,
        "enough",
        "what",
    }
)
"""The words one of which each of them has, but for a people that is counted and a place that is named again."""


def counts_people(line: Line) -> bool:
    """Whether a people stands behind a figure."""
    return any(
        figure is not None and figure.end < len(line) and any(m.kind == PEOPLE for m in line.mentions[figure.end])
        for figure in line.figures
    )
