"""The same sentence with one part of it where a plain sentence has it.

    fewer people in X die of it               ->  fewer people die of it in X
    A keeps putting its prices up             ->  A keeps putting up its prices
    A is kicking out guests in X              ->  A is kicking guests out in X
    A has 88% of its beds occupied            ->  88% of beds of A are occupied
    in X it is forbidden to work at noon      ->  in X work at noon is forbidden
    every year A spends 85 million on it      ->  A spends 85 million a year on it
    there is no link between A and B          ->  A and B are not linked
    X has a blackout                          ->  there is a blackout in X
    not enough water in X                     ->  X is short of water
    as for X, a plan is in force there        ->  a plan is in force in X

As for all that :mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import ANY, NAME
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.order.singled import TOPIC
from dragoman.language.turns.fixed import has_in_choice
from dragoman.language.turns.renamed import is_denied, named_at, said_for
from dragoman.language.words import english
from dragoman.language.words.numbers import PERCENT
from dragoman.language.words.stems import is_past_participle
from dragoman.language.words.tokens import Token

_PARTICLES = frozenset(english.lines("up | down | out | off | on | back | away | over"))
_PLACING = frozenset({"in", "at", "on"})
_PAUSES = frozenset({",", ";", ":", "-"})
_OWN = frozenset({"its", "their", "his", "her", "the"})
_RULED = frozenset(
    english.lines(
        "forbidden | prohibited | banned | illegal | outlawed | against the law | allowed | permitted | legal | compulsory | mandatory"
    )
)
_DEEDS = {
    noun: noun.removesuffix("ion") + "e" for noun in english.lines("cooperation | collaboration | coordination")
} | {"competition": "compete", "interference": "interfere"}
"""What two do who have it between them."""
_LINKS = {"link": "linked", "connection": "connected", "interconnection": "connected"}
_SPANS = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day"}
_EACH = frozenset({"each", "every", "per", "a"})
_UNITS = frozenset({"year", "month", "week", "day", "hour", "annum"})
_HAVING = frozenset({"has", "have"})
_TOO_LITTLE = (("not", "enough"), ("too", "little"), ("too", "few"))
_BEHIND = PREPOSITIONS | {"by"}
_MOST_NOUNS, _MOST_THING = 3, 5


def around(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each such order that it has."""
    every = [(at, m) for at, several in enumerate(line.mentions) for m in several[:1] if m.kind != PRONOUN]
    named = [(at, m) for at, m in every if not any(at < other < m.end for other, _ in every)]
    for tokens in (
        _place_last(line, named),
        _particle_first(line),
        _particle_last(line),
        *_compound_last(line),
        _so_much_of_its(line),
        _what_is_ruled(line),
        _so_much_a_year(line),
        _linked(line),
        *_is_there(line, named),
        _lacks(line),
        _short_of(line, named),
        _topic_there(line, named),
        _and_she(line),
        _they_have(line),
        _route_to(line),
    ):
        if tokens is not None:
            yield tokens


def _place_last(line: Line, named: list[tuple[int, Mention]]) -> list[Token] | None:
    """`fewer people in X die of it` as `fewer people die of it in X`, where nobody else is named."""
    if len(named) != 1 or not _PAUSES.isdisjoint(line.texts):
        return None
    at, mention = named[0]
    at -= line.texts[at - 1 : at] == ["the"]
    is_inside = at > 1 and line.texts[at - 1] in _PLACING and mention.end < len(line)
    if not is_inside or line.texts[mention.end] == "'s" or line.texts[at - 2] in PREPOSITIONS | english.BE:
        return None
    return [*line.tokens[: at - 1], *line.tokens[mention.end :], *line.tokens[at - 1 : mention.end]]


def _particle_first(line: Line) -> list[Token] | None:
    """`puts its prices up` as `puts up its prices`, where phrases have verb and particle side by side."""
    for at in range(3, len(line)):
        ends = at + 1 == len(line) or line.is_cut(at + 1) or line.texts[at + 1] in _BEHIND or line.marks[at + 1]
        if line.texts[at] not in _PARTICLES or not ends:
            continue
        for verb in range(at - 2, max(0, at - _MOST_THING - 1), -1):
            if line.texts[verb + 1] in PREPOSITIONS | english.BE or line.is_cut(verb + 1):
                break
            token = line.tokens[verb]
            if token.is_word and has_in_choice(line.grammar, (token.stem, line.texts[at])):
                thing = line.tokens[verb + 1 : at]
                return [*line.tokens[: verb + 1], line.tokens[at], *thing, *line.tokens[at + 1 :]]
    return None


def _particle_last(line: Line) -> list[Token] | None:
    """`is kicking out guests in X` as `is kicking guests out in X`, where phrases have the particle behind what is done to."""
    for at in range(1, len(line) - 2):
        verb = line.tokens[at]
        is_apart = line.texts[at + 1] in _PARTICLES and verb.is_word and line.texts[at + 2] not in PREPOSITIONS
        if not is_apart or line.mentions[at] or verb.text in PREPOSITIONS | english.BE | english.HAVE:
            continue
        particle, grammar = line.texts[at + 1], line.grammar
        if has_in_choice(grammar, (verb.stem, particle)):
            return None
        if grammar.phrases_with(verb.stem).isdisjoint(grammar.phrases_with(particle)):
            continue  # who has paid it back has not paid it
        end = next((n for n in range(at + 2, len(line)) if line.is_cut(n) or line.texts[n] in PREPOSITIONS), len(line))
        if end - at - 2 <= _MOST_THING:
            thing = line.tokens[at + 2 : end]
            return [*line.tokens[: at + 1], *thing, line.tokens[at + 1], *line.tokens[end:]]
    return None


def _compound_last(line: Line) -> Iterator[list[Token]]:
    """`queue for an A flat` as `queue for a flat with A`, where a phrase has the noun before that word and somebody."""
    for at in range(_LEAST_BEFORE, len(line) - 1):
        named = next((m for m in line.mentions[at] if m.kind in _NAMES and len(m.names) == 1), None)
        if named is None or line.texts[at - 1] not in ("a", "an") or named.end >= len(line):
            continue
        noun = line.tokens[named.end]
        ends = named.end + 1 == len(line) or line.is_cut(named.end + 1) or line.texts[named.end + 1] in PREPOSITIONS
        if noun.is_word and ends and noun.text in line.grammar.surface and not line.mentions[named.end]:
            for link in _WITH:
                if has_in_choice(line.grammar, (noun.stem, link)):
                    thing = [noun, *said_for((link,), noun), *line.tokens[at : named.end]]
                    yield [*line.tokens[:at], *thing, *line.tokens[named.end + 1 :]]
        return


_WITH = ("of", "with", "from", "at", "by")
_NAMES = frozenset({NAME, ANY})
_LEAST_BEFORE = 3
"""Tokens before the name: what is named alone, `an A mission in B`, says nothing of it."""


def _so_much_of_its(line: Line) -> list[Token] | None:
    """`A has 88% of its beds occupied` as `88% of beds of A are occupied`."""
    named = named_at(line, 0)
    start = named.end + 1 if named is not None else 0
    figure = line.figures[start] if 0 < start < len(line) and line.texts[start - 1] in _HAVING else None
    if named is None or figure is None or line.texts[figure.end : figure.end + 1] != ["of"]:
        return None
    first = figure.end + 2
    end = next(
        (at for at in range(first, min(len(line), first + _MOST_NOUNS)) if is_past_participle(line.texts[at])), 0
    )
    if (
        not end
        or end == first
        or line.texts[first - 1] not in _OWN
        or (end + 1 < len(line) and not line.is_cut(end + 1))
    ):
        return None
    like = line.tokens[first]
    whole = [*line.tokens[start : figure.end + 1], *line.tokens[first:end], *said_for(("of",), like)]
    return [*whole, *line.tokens[: named.end], *said_for(("are",), like), *line.tokens[end:]]


def _what_is_ruled(line: Line) -> list[Token] | None:
    """`it is forbidden to work at noon` as `work at noon is forbidden`."""
    at = next((at for at in range(len(line) - 4) if line.texts[at] == "it" and line.texts[at + 1] in ("is", "'s")), -1)
    to = (
        next((one for one in range(at + 3, min(len(line) - 1, at + 5)) if line.texts[one] == "to"), 0) if at >= 0 else 0
    )
    if not to or line.texts[to - 1] not in _RULED or (at and not _PAUSES.isdisjoint(line.texts[:at][:-1])):
        return None
    end = next((one for one in range(to + 1, len(line)) if line.texts[one] in _PAUSES), len(line))
    return [*line.tokens[:at], *line.tokens[to + 1 : end], *line.tokens[at + 1 : to], *line.tokens[end:]]


def _so_much_a_year(line: Line) -> list[Token] | None:
    """`every year A spends 85 million on it` as `A spends 85 million a year on it`; of one figure, and where nothing is denied."""
    figures = [at for at, figure in enumerate(line.figures) if figure is not None and figure.unit != PERCENT]
    first = figures[0] if figures else 0
    figure = line.figures[first]
    if figure is None or is_denied(line) or any(at >= figure.end for at in figures):
        return None
    for at, text in enumerate(line.texts):
        span, size = (_SPANS[text], 1) if text in _SPANS else ("", 0)
        if text in _EACH and line.texts[at + 1 : at + 2] != [] and line.texts[at + 1] in _UNITS:
            span, size = line.texts[at + 1].replace("annum", "year"), 2
        if not span or first <= at < figure.end:
            continue
        rate = said_for(("a", span), line.tokens[at])
        end = figure.end
        is_counted = (
            not figure.unit and end < len(line) and line.tokens[end].is_word and line.texts[end] not in PREPOSITIONS
        )
        end += is_counted and end != at and not line.is_cut(end)
        rest = [(one, token) for one, token in enumerate(line.tokens) if not at <= one < at + size]
        rest = rest[1:] if at == 0 and rest[0][1].text == "," else rest
        before = [token for one, token in rest if one < end]
        tokens = [*before, *rate, *(token for one, token in rest if one >= end)]
        return tokens if [token.text for token in tokens] != line.texts else None
    return None


def _linked(line: Line) -> list[Token] | None:
    """`there is no link between A and B` as `A and B are not linked`, `no cooperation on it between` them as that they do not cooperate on it."""
    nouns = _LINKS | _DEEDS
    at = next((at for at in range(1, min(len(line), _MOST_THING)) if line.texts[at] in nouns), 0)
    if not at or line.texts[0] != "there" or not set(line.texts[:at]) <= _THERE_IS:
        return None
    first = next(
        (one + 1 for one in range(at + 1, min(len(line), at + _MOST_THING + 1)) if line.texts[one] == "between"), 0
    )
    on_what = [token for token in line.tokens[at + 1 : first - 1] if token.text not in ("whatsoever", "whatever")]
    if not first or any(line.mentions[at : first - 1]):
        return None
    surface, is_none = line.grammar.surface, not english.NEGATORS.isdisjoint(line.texts[:at])
    end = next((one for one in range(first, len(line)) if line.texts[one] in _PAUSES), len(line))
    if line.texts[at] in _DEEDS:
        verb = _DEEDS[line.texts[at]]
        words: tuple[str, ...] = ("do", "not", verb) if is_none else (verb,)
    else:
        done = next((one for one in (_LINKS[line.texts[at]], "connected", "linked") if one in surface), "")
        words = ("are", "not", done) if is_none else ("are", done)
        if not done:
            return None
    return [*line.tokens[first:end], *said_for(words, line.tokens[at]), *on_what, *line.tokens[end:]]


_THERE_IS = frozenset({"there", "is", "are", "a", "an", "any", "no", "not", "currently", "now", "still"})


def _is_there(line: Line, named: list[tuple[int, Mention]]) -> Iterator[list[Token]]:
    """`X has a blackout` as `there is a blackout in X`, where nobody else is named and nothing is said of the thing."""
    if len(named) != 1 or named[0][0] > 1:
        return
    [(_, mention)] = named
    start = mention.end + 1
    is_had = line.texts[mention.end : start] != [] and line.texts[mention.end] in _HAVING
    is_thing = is_had and 0 < len(line) - start <= _MOST_THING and PREPOSITIONS.isdisjoint(line.texts[start:])
    if not is_thing or not _PAUSES.isdisjoint(line.texts) or line.figures[start] is not None:
        return
    if not any(is_past_participle(text) for text in line.texts[start:]) and "to" not in line.texts:
        like = line.tokens[start]
        there = [*said_for(("there", "is"), like), *line.tokens[start:]]
        yield from ([*there, *said_for((link,), like), *line.tokens[: mention.end]] for link in ("in", "at"))


def _lacks(line: Line) -> list[Token] | None:
    """`X has no boat` as `X lacks boat`, where phrases have that word."""
    at = next((at for at in range(1, len(line) - 1) if line.texts[at] in _HAVING and line.texts[at + 1] == "no"), 0)
    is_known = at > 0 and "lacks" in line.grammar.surface and named_at(line, at + 2) is None
    end = len(line) - 2 * (line.texts[-2:] == ["at", "all"]) - (line.texts[-1] in ("whatsoever", "whatever"))
    return [*line.tokens[:at], *said_for(("lacks",), line.tokens[at]), *line.tokens[at + 2 : end]] if is_known else None


def _short_of(line: Line, named: list[tuple[int, Mention]]) -> list[Token] | None:
    """`not enough water in X`, `X has too little water` as `X is short of water`, where phrases have that word."""
    at = next((at for at in range(len(line) - 2) if tuple(line.texts[at : at + 2]) in _TOO_LITTLE), -1)
    if at < 0 or len(named) != 1 or "short" not in line.grammar.surface:
        return None
    start, mention = named[0]
    name = line.tokens[start : mention.end]
    is_short = said_for(("is", "short", "of"), line.tokens[at])
    if line.texts[:at] in ([], ["there", "is"], ["there", "are"]):
        is_last = (
            start > at + 2
            and line.texts[start - 1] in _PLACING
            and (mention.end == len(line) or line.is_cut(mention.end))
        )
        thing = line.tokens[at + 2 : start - 1]
        return (
            [*name, *is_short, *thing, *line.tokens[mention.end :]] if is_last and len(thing) <= _MOST_NOUNS else None
        )
    is_had = start == 0 and at == mention.end + 1 and line.texts[mention.end] in _HAVING
    return [*name, *is_short, *line.tokens[at + 2 :]] if is_had else None


def _topic_there(line: Line, named: list[tuple[int, Mention]]) -> list[Token] | None:
    """`as for X, a plan is in force there` as `a plan is in force in X`."""
    size = next((len(words) for words in TOPIC if tuple(line.texts[: len(words)]) == words), 0)
    if not size or len(named) != 1 or line.texts[-1] != "there":
        return None
    at, mention = named[0]
    start = mention.end + (line.texts[mention.end : mention.end + 1] == [","])
    is_topic = size <= at <= size + 1 and start > mention.end and start + 2 < len(line)
    place = [*said_for(("in",), line.tokens[-1]), *line.tokens[size : mention.end]]
    return [*line.tokens[start:-1], *place] if is_topic else None


def _and_she(line: Line) -> list[Token] | None:
    """`poor Captain Gray, she is ill` as `Captain Gray is ill`."""
    start = int(line.texts[0] in ("poor", "dear"))
    named = named_at(line, start)
    end = named.end if named is not None else 0
    is_she = line.texts[end : end + 1] == [","] and line.texts[end + 1 : end + 2] != [] and line.texts[end + 1] in _SHE
    is_verb = is_she and end + 3 < len(line) and line.texts[end + 2] in english.BE | _HAVING | {"'s"}
    return (
        [*line.tokens[start:end], *line.tokens[end + 2 :]]
        if is_verb and named is not None and len(named.names) == 1
        else None
    )


def _they_have(line: Line) -> list[Token] | None:
    """`on X they have little oil left` as `there is little oil left on X`, where nobody was named whom `they` could mean."""
    at = next((at for at in range(min(len(line) - 3, _MOST_THING)) if line.texts[at] == "they"), -1)
    place = named_at(line, 1) if at > 0 and line.texts[0] in _PLACING else None
    is_first = at == 0 or (place is not None and place.end + (line.texts[at - 1] == ",") == at)
    if at < 0 or not is_first or line.before or line.texts[at + 1] != "have":
        return None
    if is_past_participle(line.texts[at + 2 + (line.texts[at + 2] == "not")]):
        return None
    where = line.tokens[: place.end] if place is not None else []
    rest = line.tokens[at + 2 :]
    return [*said_for(("there", "is"), line.tokens[at]), *rest, *where] if where or len(_named_in(line)) == 1 else None


def _named_in(line: Line) -> set[tuple[str, ...]]:
    """Those who are named in a line, each time together or alone."""
    return {m.names for several in line.mentions for m in several if m.kind != PRONOUN}


def _route_to(line: Line) -> list[Token] | None:
    """`the X service` as `the service to X`."""
    for at, several in enumerate(line.mentions):
        mention = next((m for m in several if m.kind != PRONOUN), None)
        if (
            mention is not None
            and line.texts[mention.end : mention.end + 1] != []
            and line.texts[mention.end] in _ROUTES
        ):
            noun = line.tokens[mention.end]
            tokens = [*line.tokens[:at], noun, *said_for(("to",), noun), *line.tokens[at : mention.end]]
            return [*tokens, *line.tokens[mention.end + 1 :]]
    return None


_ROUTES = frozenset(english.lines("service | route | ferry | line | boat | train | bus | flight | crossing | road"))
_SHE = frozenset({"she", "he", "they"})
