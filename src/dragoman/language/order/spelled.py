"""Small frames that say no more than what is in them.

    the whole of X is dark                             ->  X is dark
    the victim of an act of sabotage                   ->  the victim of sabotage
    it runs all the way from A to B                    ->  it runs from A to B
    nine hours out of every twenty-four                ->  nine hours a day
    in one year A spends 38 million                    ->  A spends 38 million a year
    60 % of what A earns                               ->  60 % of the income of A
    how it is run                                      ->  the running of it
    the grant that A gets from B is 180,000 euros      ->  A gets 180,000 euros from B
    blocks access to A                                 ->  blocks A
    the North Bank lot                                 ->  the North Bank
    the two websites, of a group of two                ->  the websites
    does not deliver anything to A                     ->  does not deliver to A
    does not put a single euro into it                 ->  does not put money into it
    has one of the seats on it                         ->  has a seat on it
    62 % of the A trains                               ->  62 % of the trains of A
    so full that you cannot breathe                    ->  full
    an A agreement, where A is no name                 ->  an agreement on A
    it is A that B catches                             ->  B catches A
    our A                                              ->  A
    go to watch it, bother going to watch it           ->  watch it

As for all of :mod:`dragoman.language.whole`, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import ADJECTIVE
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.turns.renamed import denying, is_denied, named_at, said_for
from dragoman.language.words import english
from dragoman.language.words.numbers import PERCENT
from dragoman.language.words.stems import is_simple_past, stem
from dragoman.language.words.tokens import Token

_LOT = frozenset({"lot", "crowd", "bunch", "folk", "folks", "lads", "mob", "people", "guys"})
_WHOLE = (("the", "whole", "of"), ("all", "parts", "of"), ("the", "entirety", "of"))
_PENNY = frozenset(english.lines("cent | cents | euro | penny | dollar | dime | kopeck | pound | franc | farthing"))
_ANYTHING = frozenset({"anything", "nothing"})
_EARNING = {
    "earn": "income", "take in": "income", "make": "income", "spend": "spending", "export": "exports", "import": "imports",
    "produce": "output", "consume": "consumption", "catch": "catch", "land": "landings",
}  # fmt: skip
"""What somebody's is that he does so much of."""
_RUN = {
    "run": "running",
    "managed": "management",
    "governed": "governance",
    "financed": "financing",
    "organised": "organisation",
}
_IS = frozenset({"is", "are", "amounts", "comes", "totals"})
_ONE_EACH = frozenset({"seats", "members", "owners", "founders", "sponsors", "partners", "chairs", "places", "votes"})
_WATCHED = frozenset(map(stem, ("watch", "see", "visit", "attend")))
_GO = frozenset({"go", "goes", "going", "went", "come", "comes", "coming", "came"})
_BOTHER = frozenset({"bother", "bothers", "bothered"})
_SPAN_OF = {"24": "day", "twenty-four": "day", "seven": "week", "7": "week"}
_CUES = frozenset(
    {"whole", "entirety", "parts", "one", "act", "acts", "way", "every", "what", "how", "that", "access", "anything", "nothing", "cent", "bother", "so", "it", "our", "your"}
    | set(english.lines("agreement | deal | pact | treaty | accord | talks | negotiations"))
) | _LOT | _PENNY | _GO | {"two", "three", "four", "twenty-four"}  # fmt: skip


def spelled(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each such form that it has."""
    if _CUES.isdisjoint(line.texts) and "24" not in line.texts and not any(line.figures):
        return
    for put in _PUTS:
        yield from put(line)


def _whole(line: Line) -> Iterator[list[Token]]:
    """`the whole of X`; who denies it of the whole says nothing of the parts."""
    for at in range(len(line) - 2):
        size = max((len(words) for words in _WHOLE if tuple(line.texts[at : at + len(words)]) == words), default=0)
        if size and not is_denied(line) and named_at(line, at + size) is not None:
            yield [*line.tokens[:at], *line.tokens[at + size :]]
            return


def _act_of(line: Line) -> Iterator[list[Token]]:
    """`an act of sabotage`."""
    for at in range(1, len(line) - 1):
        if line.texts[at] in ("act", "acts") and line.texts[at + 1] == "of":
            start = at - (line.texts[at - 1] in english.ARTICLES)
            yield [*line.tokens[:start], *line.tokens[at + 2 :]]


def _all_the_way(line: Line) -> Iterator[list[Token]]:
    """`all the way from A to B`."""
    for at in range(1, len(line) - 3):
        if (
            line.texts[at : at + 3] == ["all", "the", "way"]
            and line.texts[at + 3] in PREPOSITIONS
            and not is_denied(line)
        ):
            yield [*line.tokens[:at], *line.tokens[at + 3 :]]


def _out_of_every(line: Line) -> Iterator[list[Token]]:
    """`nine hours out of every twenty-four` as `nine hours a day`."""
    for at in range(1, len(line) - 2):
        size = 2 if line.texts[at : at + 2] == ["out", "of"] else 1 if line.texts[at] == "in" else 0
        end = at + size + (line.texts[at + size : at + size + 1] == ["every"])
        number = line.texts[end : end + 1] if size else []
        joined = "-".join(line.texts[end : end + 2])
        long = 2 if joined in _SPAN_OF else 3 if "".join(line.texts[end : end + 3]) == "twenty-four" else 1
        span = _SPAN_OF.get(joined if long == 2 else "twenty-four" if long == 3 else "".join(number), "")
        is_span = bool(span) and line.texts[at - 1] in ({"hours"} if span == "day" else {"days"})
        if is_span:
            behind = end + long + (line.texts[end + long : end + long + 1] == ["hours"])
            yield [*line.tokens[:at], *said_for(("a", span), line.tokens[at]), *line.tokens[behind:]]
            return


def _in_one_year(line: Line) -> Iterator[list[Token]]:
    """`in one year A spends 38 million` as `A spends 38 million a year`; `75 days in the year` as `75 days a year`."""
    figures = [
        (at, figure)
        for at, figure in enumerate(line.figures)
        if figure is not None and figure.unit not in ("", PERCENT)
    ]
    figures = [(at, figure) for at, figure in figures if line.texts[at] != "one"]
    if len(figures) != 1 or any(is_simple_past(text) for text in line.texts) or not english.HAVE.isdisjoint(line.texts):
        return
    [(_, figure)] = figures
    for at in range(len(line) - 2):
        article, span = line.texts[at + 1 : at + 3]
        is_each = article == "one" or (article in ("a", "the") and at == figure.end)
        if line.texts[at] == "in" and is_each and span in ("year", "month", "week", "day"):
            rate = said_for(("a", span), line.tokens[at])
            end = at + 3 + (at == 0 and line.texts[3:4] == [","])
            kept = [(n, token) for n, token in enumerate(line.tokens) if not at <= n < end]
            before = [token for n, token in kept if n < figure.end]
            yield [*before, *rate, *(token for n, token in kept if n >= figure.end)]
            return


def _what_is_earned(line: Line) -> Iterator[list[Token]]:
    """`60 % of what A earns` as `60 % of the income of A`."""
    for at in range(1, len(line) - 2):
        named = named_at(line, at + 1) if line.texts[at] == "what" else None
        if named is None or named.end >= len(line):
            continue
        two = " ".join((line.tokens[named.end].stem, *line.texts[named.end + 1 : named.end + 2]))
        size = 2 if two in _EARNING else 1
        noun = _EARNING.get(two) or _EARNING.get(line.tokens[named.end].stem, "")
        if noun and noun in line.grammar.surface:
            of = said_for(("the", noun, "of"), line.tokens[at])
            yield [*line.tokens[:at], *of, *line.tokens[at + 1 : named.end], *line.tokens[named.end + size :]]
        return


def _how_run(line: Line) -> Iterator[list[Token]]:
    """`how X is run` as `the running of X`."""
    for at in range(1, len(line) - 3):
        named = named_at(line, at + 1) if line.texts[at] == "how" else None
        if named is not None and line.texts[named.end : named.end + 1] in (["is"], ["are"]):
            noun = _RUN.get("".join(line.texts[named.end + 1 : named.end + 2]), "")
            if noun:
                of = said_for(("the", noun, "of"), line.tokens[at])
                yield [*line.tokens[:at], *of, *line.tokens[at + 1 : named.end], *line.tokens[named.end + 2 :]]


def _so_much_got(line: Line) -> Iterator[list[Token]]:
    """`the grant that A gets from B is 180,000 euros` as `A gets 180,000 euros from B`, and `a grant of so much`."""
    for at in range(1, min(4, len(line) - 4)):
        start = at + 1 + (line.texts[at + 1] in ("that", "which"))
        named = named_at(line, start) if line.tokens[at].is_word and not line.mentions[at] else None
        if named is None or line.texts[0] not in english.ARTICLES or named.kind == ADJECTIVE:
            continue
        be = next((n for n in range(named.end + 1, len(line) - 1) if line.texts[n] in _IS), 0)
        value = be + 1 + (line.texts[be + 1 : be + 2] in (["to"],))
        figure = line.figures[value] if be and value < len(line) else None
        if figure is None or is_denied(line) or (figure.end != len(line) and not line.is_cut(figure.end)):
            return
        verb = line.tokens[named.end]
        if line.texts[named.end] in english.BE | english.MODALS | PREPOSITIONS:
            return
        subject, behind = line.tokens[start : named.end], line.tokens[named.end + 1 : be]
        much = line.tokens[value : figure.end]
        yield [*subject, verb, *much, *behind, *line.tokens[figure.end :]]
        noun = [*said_for(("a",), verb), *line.tokens[1 : at + 1], *said_for(("of",), verb)]
        yield [*subject, verb, *noun, *much, *behind, *line.tokens[figure.end :]]
        return


def _the_lot(line: Line) -> Iterator[list[Token]]:
    """`the North Bank lot` as `the North Bank`."""
    start = int(line.texts[0] == "the")
    named = named_at(line, 0)
    is_lot = named is not None and named.kind != ADJECTIVE and line.texts[named.end : named.end + 1] != []
    if named is not None and is_lot and line.texts[named.end] in _LOT and start:
        yield [*line.tokens[: named.end], *line.tokens[named.end + 1 :]]


def _so_many(line: Line) -> Iterator[list[Token]]:
    """`the two websites`, of a group that has two: the websites."""
    entities = line.grammar.lexicon.entities
    for at, figure in enumerate(line.figures):
        if figure is None or figure.unit or at == 0 or line.texts[at - 1] not in ("the", "all", "both"):
            continue
        for named in line.mentions[figure.end] if figure.end < len(line) else ():
            if (
                named.kind != PRONOUN
                and len(named.names) == 1
                and len(entities[named.names[0]].members) == figure.low == figure.high
            ):
                yield [*line.tokens[:at], *line.tokens[figure.end :]]
                return


def _anything(line: Line) -> Iterator[list[Token]]:
    """`does not deliver anything to A` as `does not deliver to A`; `delivers nothing to A` in the same way."""
    at = next(
        (n for n in range(2, len(line) - 1) if line.texts[n] in _ANYTHING and line.texts[n + 1] in PREPOSITIONS), 0
    )
    verb = line.tokens[at - 1] if at else None
    if verb is None or not verb.is_word or line.mentions[at - 1] or verb.text in english.BE | english.HAVE:
        return
    if line.texts[at] == "anything" and "not" in line.texts[:at]:
        yield [*line.tokens[:at], *line.tokens[at + 1 :]]
    elif line.texts[at] == "nothing" and not denying(line.texts[:at]):
        yield [*line.tokens[: at - 1], *said_for(("not",), verb), verb, *line.tokens[at + 1 :]]


def _not_a_penny(line: Line) -> Iterator[list[Token]]:
    """`does not put a single euro into it` as `does not put money into it`; `not any money` as `not money`."""
    if "not" not in line.texts and "no" not in line.texts:
        return
    for at in range(2, len(line)):
        start = at - 1 - (line.texts[at - 1] == "single")
        is_penny = line.texts[at] in _PENNY and line.texts[start] in ("a", "one") and "not" in line.texts[:start]
        is_any = line.texts[at] == "money" and line.texts[at - 1] == "any"
        if is_penny or is_any:
            start = at - 1 if is_any else start
            yield [*line.tokens[:start], *said_for(("money",), line.tokens[at]), *line.tokens[at + 1 :]]
            return


def _one_of_the(line: Line) -> Iterator[list[Token]]:
    """`has one of the seats on it` as `has a seat on it`; `one of the seats belongs to A` as `A has a seat`."""
    at = next(
        (
            n
            for n in range(len(line) - 3)
            if line.texts[n : n + 3] == ["one", "of", "the"] and line.texts[n + 3] in _ONE_EACH
        ),
        -1,
    )
    if at < 0 or is_denied(line):
        return
    seat = "seat" if line.texts[at + 3] == "chairs" else line.texts[at + 3].removesuffix("s")
    found = [*line.tokens[:at], *said_for(("a", seat), line.tokens[at]), *line.tokens[at + 4 :]]
    texts = [token.text for token in found]
    owns = texts.index("belongs") if "belongs" in texts else 0
    if at == 0 and owns and texts[owns + 1 : owns + 2] == ["to"]:
        has = said_for(("have",), found[owns])
        yield [*found[owns + 2 :], *has, *found[:owns]]
    elif at and line.texts[at - 1] in english.HAVE:
        yield found


def _goes_to_watch(line: Line) -> Iterator[list[Token]]:
    """`go to watch it`, `bother going to watch it` as `watch it`."""
    for at in range(1, len(line) - 3):
        start = at + (line.texts[at] in _BOTHER)
        is_going = (
            line.texts[start] in _GO
            and line.texts[start + 1] == "to"
            and line.texts[at - 1] not in english.BE | {"'s", "'re", "'m"}
        )
        if is_going and start + 2 < len(line) and line.tokens[start + 2].stem in _WATCHED:
            yield [*line.tokens[:at], *line.tokens[start + 2 :]]
            return


def _share_of(line: Line) -> Iterator[list[Token]]:
    """`62 % of the A trains` as `62 % of the trains of A`; `22 % of the public` as `of people`."""
    for figure in line.figures:
        if figure is None or figure.unit != PERCENT:
            continue
        start = figure.end + (line.texts[figure.end : figure.end + 1] == ["of"])
        start += line.texts[start : start + 1] == ["the"]
        if line.texts[start : start + 1] in (["public"], ["population"]) and start > figure.end + 1:
            yield [*line.tokens[: start - 1], *said_for(("people",), line.tokens[start]), *line.tokens[start + 1 :]]
            return
        named = named_at(line, start) if start < len(line) else None
        noun = named.end if named is not None else len(line)
        if named is None or named.kind == ADJECTIVE or noun + 1 >= len(line) or not line.texts[noun].endswith("s"):
            return
        if line.tokens[noun].is_word and not line.marks[noun] and line.texts[noun] not in PREPOSITIONS | english.BE:
            of = said_for(("of",), line.tokens[noun])
            yield [
                *line.tokens[: figure.end],
                *of,
                line.tokens[noun],
                *of,
                *line.tokens[start:noun],
                *line.tokens[noun + 1 :],
            ]
        return


def _so_that(line: Line) -> Iterator[list[Token]]:
    """`so full that you cannot breathe` as `full`: by that it is full."""
    so = next((at for at in range(1, len(line) - 4) if line.texts[at] == "so" and line.texts[at - 1] in english.BE), 0)
    who = so + 2 + (line.texts[so + 2 : so + 3] == ["that"])
    is_so = so and who + 1 < len(line) and line.texts[who] in _ANYBODY and not denying(line.texts[:so])
    if (
        is_so
        and not {"can", "cannot", "could"}.isdisjoint(line.texts[who + 1 : who + 3])
        and not any(line.mentions[who:])
    ):
        yield [*line.tokens[:so], line.tokens[so + 1]]


_ANYBODY = frozenset({"you", "one", "we", "i", "people", "nobody"})


def _agreed_on(line: Line) -> Iterator[list[Token]]:
    """`no pay agreement with A` as `no agreement on pay with A`."""
    for at in range(1, len(line)):
        if line.texts[at] not in _AGREED or line.texts[at + 1 : at + 2] in (["on"], ["about"]):
            continue
        start = at - 1
        while start > 0 and at - start <= 2 and _is_plain(line, start - 1):
            start -= 1
        for first in range(start, at):
            if _is_plain(line, first):
                what = [line.tokens[at], *said_for(("on",), line.tokens[at]), *line.tokens[first:at]]
                is_held = line.texts[at + 1 : at + 3] in (["in", "place"], ["in", "force"]) and not is_denied(line)
                yield [*line.tokens[:first], *what, *line.tokens[at + 1 + 2 * is_held :]]
        return


def _is_plain(line: Line, at: int) -> bool:
    text = line.texts[at]
    is_light = text in english.CARRY_NOTHING | english.BOUNDARIES | PREPOSITIONS | english.MODALS
    return (
        line.tokens[at].is_word
        and not is_light
        and not line.mentions[at]
        and not line.marks[at]
        and not text.endswith("ed")
    )


_AGREED = frozenset(english.lines("agreement | deal | pact | treaty | accord | talks | negotiations"))


def _object_cleft(line: Line) -> Iterator[list[Token]]:
    """`it is A that B catches`, `it is A B catches` as `B catches A`."""
    if line.texts[0] != "it" or line.texts[1:2] not in (["is"], ["'s"]):
        return
    named = named_at(line, 2) if len(line) > 4 else None
    start = named.end + (line.texts[named.end : named.end + 1] == ["that"]) if named is not None else len(line)
    who = named_at(line, start) if start < len(line) else None
    if named is None or who is None or who.end >= len(line) or line.texts[who.end] in english.BE | {"and", "'s", ","}:
        return
    if (
        line.is_cut(start)
        or not all(token.is_word for token in line.tokens[who.end :])
        or any(line.mentions[who.end :])
    ):
        return
    yield [*line.tokens[start:], *line.tokens[2 : named.end]]


def _access(line: Line) -> Iterator[list[Token]]:
    """`blocks access to A` as `blocks A`."""
    for at in range(1, len(line) - 2):
        if (
            line.texts[at : at + 2] == ["access", "to"]
            and line.tokens[at - 1].stem == "block"
            and named_at(line, at + 2)
        ):
            yield [*line.tokens[:at], *line.tokens[at + 2 :]]


def _our(line: Line) -> Iterator[list[Token]]:
    """`our A` as `A`."""
    for at in range(min(2, len(line) - 1)):
        if line.texts[at] in ("our", "your") and named_at(line, at + 1) is not None:
            yield [*line.tokens[:at], *line.tokens[at + 1 :]]


_PUTS: tuple[Callable[[Line], Iterator[list[Token]]], ...] = (
    _whole, _act_of, _all_the_way, _out_of_every, _in_one_year, _what_is_earned, _how_run, _so_much_got, _the_lot, _so_many,
    _anything, _not_a_penny, _one_of_the, _goes_to_watch, _share_of, _so_that, _agreed_on, _object_cleft, _our, _access,
)  # fmt: skip
