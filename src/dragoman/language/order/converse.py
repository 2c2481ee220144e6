"""The same sentence from its other side, where English has words for both.

    A and B are in talks (with each other)       ->  A is in talks with B
    they catch more than they report             ->  they report less than they catch
    214 ships make up the fleet                  ->  the fleet consists of 214 ships
    nobody has banned longlines in X             ->  longlines have not been banned in X
    one in four ships                            ->  one in four of the ships
    nobody may work in X                         ->  work in X is forbidden
    X is closed to cod fishing                   ->  X is closed to fishing for cod
    A pays B 60 million in subsidies             ->  A pays B subsidies of 60 million
    A and B are negotiating over fish            ->  A and B are negotiating about fish
    A is 73 % of the way through its quota       ->  A has used 73 % of its quota
    they work the North Bank                     ->  they work on the North Bank
    A sued B, and C sued D, both at X            ->  A sued B at X, and C sued D at X

As for all that :mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.turns.fixed import has_together
from dragoman.language.turns.renamed import is_denied, named_at, said_for
from dragoman.language.words import english
from dragoman.language.words.effects import Effect
from dragoman.language.words.numbers import PERCENT
from dragoman.language.words.stems import is_past_participle, stem
from dragoman.language.words.tokens import Token

_MUTUAL = frozenset(
    english.lines(
        "in talks | in negotiations | in negotiation | in contact | in touch | in conflict | in dispute | in alliance | in league | in cahoots"
        "| at odds | at loggerheads | at war | at peace | at daggers drawn | on good terms | on bad terms | on speaking terms"
    )
)
"""What two can only be with one another, if nobody else is named."""
_EACH_OTHER = tuple(
    [link, *words] for link in ("with", "to", "from") for words in (("each", "other"), ("one", "another"))
)
_THEY = frozenset({"they", "it", "he", "she"})
_MORE = {"more": "less", "less": "more"}
_NOBODY = (["nobody"], ["no", "one"], ["none"], ["noone"])
_MAKING_UP = (["make", "up"], ["makes", "up"], ["compose"], ["form"])
_CONSISTING = (("consists", "of"), ("has",), ("numbers",))
_TALKING = frozenset(
    map(
        stem,
        english.lines(
            "talk | talks | negotiate | negotiations | argue | quarrel | fight | squabble | row | dispute | clash | disagree | odds | wrangle"
            "| loggerheads | discussion | discussions | bicker | haggle | feud | consultations | conflict"
        ),
    )
)
_ABOUT = ("about", "over", "on")
_SPANS = frozenset({"year", "month", "week", "day"})
_MOST_BETWEEN, _MOST_THING = 3, 6


def converse(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each such order that it has."""
    for order in (_with_whom, _less_than, _consists_of, _nobody_did, _doing_for, _one_in, _way_through, _both_so):
        tokens = order(line)
        if tokens is not None:
            yield tokens
    for orders in (_nobody_may, _so_much_in, _talking_about, _worked):
        yield from orders(line)


def _with_whom(line: Line) -> list[Token] | None:
    """`A and B are in talks` as `A is in talks with B`; what each may do alone says `with each other`."""
    start = int(line.texts[0] == "both")
    both = next((m for m in line.mentions[start] if m.kind != PRONOUN and len(m.names) > 1), None)
    if both is None or len(both.names) != 2 or "and" not in line.texts[start : both.end]:
        return None
    at = line.texts.index("and", start)
    rest, end = line.texts, both.end
    with_each = next((one for one in range(end, len(line) - 2) if rest[one : one + 3] in _EACH_OTHER), 0)
    mutual = next((one + 2 for one in range(end, len(line) - 1) if " ".join(rest[one : one + 2]) in _MUTUAL), 0)
    mutual = mutual or next((one for one in range(end + 3, len(line) + 1) if _is_on_terms(rest, one)), 0)
    here = with_each or mutual
    is_other = any(m.kind != PRONOUN for several in line.mentions[end:here] for m in several)
    if not here or is_other or (not with_each and rest[here : here + 1] == ["with"]):
        return None
    link = rest[with_each] if with_each else "with"
    with_whom = [*said_for((link,), line.tokens[at]), *line.tokens[at + 1 : end]]
    after = here + 3 * bool(with_each)
    return [*line.tokens[start:at], *line.tokens[end:here], *with_whom, *line.tokens[after:]]


def _is_on_terms(texts: list[str], end: int) -> bool:
    """Whether `on friendly terms`, `on very friendly terms` ends there."""
    return texts[end - 1] == "terms" and "on" in texts[max(0, end - 4) : end - 2]


def _less_than(line: Line) -> list[Token] | None:
    """`they catch more than they report` as `they report less than they catch`."""
    for at in range(2, len(line) - 3):
        if line.texts[at] not in _MORE or line.texts[at + 1] != "than" or line.texts[at + 2] not in _THEY:
            continue
        verb, end = line.tokens[at - 1], at + 3
        while end < len(line) and not line.is_cut(end) and line.tokens[end].is_word and not line.marks[end]:
            end += 1
        does = line.tokens[at + 3 : end]
        is_plain = verb.is_word and verb.text not in english.BE | english.HAVE | english.DO | english.MODALS
        is_verb = does and does[0].text not in english.BE | english.HAVE | english.DO | english.MODALS | {"used"}
        if not is_plain or not is_verb or len(does) > _MOST_BETWEEN or is_denied(line):
            return None
        less = said_for((_MORE[line.texts[at]],), line.tokens[at])
        return [*line.tokens[: at - 1], *does, *less, *line.tokens[at + 1 : at + 3], verb, *line.tokens[end:]]
    return None


def _consists_of(line: Line) -> list[Token] | None:
    """`214 ships make up the fleet` as `the fleet consists of 214 ships`, or has so many."""
    at = next((one for one in range(1, len(line) - 2) if any(_is_at(line, one, words) for words in _MAKING_UP)), 0)
    first = next((one for one in range(at) if line.figures[one] is not None), -1)
    figure = line.figures[first] if first >= 0 else None
    behind = at + (2 if line.texts[at + 1 : at + 2] == ["up"] else 1)
    named = named_at(line, behind) if at else None
    if figure is None or named is None or figure.unit == PERCENT or at - figure.end > _MOST_BETWEEN:
        return None
    if is_denied(line) or not PREPOSITIONS.isdisjoint(line.texts[figure.end : at]) or any(line.mentions[:at]):
        return None
    verb = next((words for words in _CONSISTING if has_together(line.grammar, tuple(map(stem, words)))), ())
    if not verb:
        return None
    whole = [*line.tokens[behind : named.end], *said_for(verb, line.tokens[at])]
    return [*whole, *line.tokens[:at], *line.tokens[named.end :]]


def _is_at(line: Line, at: int, words: list[str]) -> bool:
    return line.texts[at : at + len(words)] == words


def _nobody_did(line: Line) -> list[Token] | None:
    """`nobody has banned it in X` as `it has not been banned in X`, `nobody has any plan` as `there is no plan`."""
    size = next((len(words) for words in _NOBODY if line.texts[: len(words)] == words), 0)
    if not size or line.texts[size : size + 1] not in (["has"], ["have"]):
        return None
    if line.texts[size + 1 : size + 2] in (["any"], ["a"], ["an"]) and not line.mentions[size + 2]:
        return [*said_for(("there", "is", "no"), line.tokens[0]), *line.tokens[size + 2 :]]
    verb = size + 1 + (line.texts[size + 1 : size + 2] in (["yet"], ["ever"], ["so", "far"]))
    if verb >= len(line) - 1 or not is_past_participle(line.texts[verb]) or line.texts[verb] in ("been", "had"):
        return None
    end = verb + 1
    while end < len(line) and line.texts[end] not in PREPOSITIONS and not line.is_cut(end) and _is_plain(line, end):
        end += 1
    is_thing = verb + 1 < end <= verb + 1 + _MOST_THING and named_at(line, verb + 1) is not None
    is_thing = is_thing or (verb + 1 < end and any(line.spoken[verb + 1]))
    is_thing = is_thing and _says_only_where(line, end)  # nobody has treated it so well
    are = said_for(("have", "not", "been"), line.tokens[0])
    return [*line.tokens[verb + 1 : end], *are, line.tokens[verb], *line.tokens[end:]] if is_thing else None


def _says_only_where(line: Line, at: int) -> bool:
    """Whether all behind it is where, or goes with what denies: `in X`, `yet`."""
    marks = [mark for mark in line.marks[at] if mark.effect is Effect.WITH_NEGATION] if at < len(line) else []
    if marks:
        return _says_only_where(line, max(mark.end for mark in marks))
    named = (
        named_at(line, at + 1) if at < len(line) and line.texts[at] in PREPOSITIONS - {"for", "as", "than"} else None
    )
    return at >= len(line) or line.texts[at] in (",", ";") or (named is not None and _says_only_where(line, named.end))


def _is_plain(line: Line, at: int) -> bool:
    return all(mark.effect is Effect.NONE for mark in line.marks[at])


def _one_in(line: Line) -> list[Token] | None:
    """`one in four ships`: one in four of them."""
    for at, figure in enumerate(line.figures):
        if figure is not None and figure.unit == PERCENT and not {"in", "out"}.isdisjoint(line.texts[at : figure.end]):
            is_whole = line.texts[figure.end : figure.end + 1] != ["of"] and named_at(line, figure.end) is not None
            of = said_for(("of",), line.tokens[at])
            return [*line.tokens[: figure.end], *of, *line.tokens[figure.end :]] if is_whole else None
    return None


def _nobody_may(line: Line) -> Iterator[list[Token]]:
    """`nobody may work in X` as `work in X is forbidden`, and as `work is forbidden in X`."""
    size = next((len(words) for words in _NOBODY if line.texts[: len(words)] == words), 0)
    does = next((size + len(words) for words in _MAY if size and line.texts[size : size + len(words)] == words), 0)
    ruled = next((word for word in _RULED if word in line.grammar.surface), "")
    if not does or not ruled or any(line.is_cut(at) for at in range(does, len(line))):
        return
    is_ruled = said_for(("is", ruled), line.tokens[0])
    end = next(
        (at for at in range(does + 1, len(line)) if any(_is_at(line, at, words) for words in _NO_MORE)), len(line)
    )
    yield [*line.tokens[does:end], *is_ruled]
    last = max((at for at in range(does + 1, end) if line.texts[at] in ("in", "on", "at")), default=0)
    if last and named_at(line, last + 1) is not None:
        yield [*line.tokens[does:last], *is_ruled, *line.tokens[last:end]]


_MAY = (["may"], ["is", "allowed", "to"], ["is", "permitted", "to"], ["are", "allowed", "to"])
_NO_MORE = (["any", "more"], ["anymore"], ["any", "longer"])
_RULED = ("forbidden", "banned", "prohibited")


def _doing_for(line: Line) -> list[Token] | None:
    """`cod fishing` as `fishing for cod`, where phrases have what is done so."""
    for at, several in enumerate(line.mentions):
        named = next((m for m in several if m.kind != PRONOUN and len(m.names) == 1), None)
        end = named.end if named is not None else len(line)
        if end >= len(line) or not line.texts[end].endswith("ing") or line.texts[end] in english.CARRY_NOTHING:
            continue
        if line.texts[end + 1 : end + 2] == ["for"]:
            return None
        link = next((one for one in ("for", "of") if has_together(line.grammar, (line.tokens[end].stem, one))), "")
        if link:
            doing = line.tokens[end]
            thing = [*said_for((link,), doing), *line.tokens[at:end]]
            return [*line.tokens[:at], doing, *thing, *line.tokens[end + 1 :]]
    return None


def _so_much_in(line: Line) -> Iterator[list[Token]]:
    """`60 million a year in subsidies` as `subsidies of 60 million a year`."""
    for at, figure in enumerate(line.figures):
        if figure is None or figure.unit in ("", PERCENT):
            continue
        end = figure.end
        end += 2 * (line.texts[end : end + 1] in (["a"], ["per"], ["each"], ["every"]) and line.texts[end + 1 : end + 2] != [] and line.texts[end + 1] in _SPANS)  # fmt: skip
        noun = line.texts[end + 1 : end + 2]
        is_what = line.texts[end : end + 1] == ["in"] and noun != [] and noun[0] in line.grammar.surface
        if is_what and named_at(line, end + 1) is None and not line.figures[end + 1]:
            what = [line.tokens[end + 1], *said_for(("of",), line.tokens[end])]
            yield [*line.tokens[:at], *what, *line.tokens[at:end], *line.tokens[end + 2 :]]


def _talking_about(line: Line) -> Iterator[list[Token]]:
    """`negotiating over it`, `talks on it`: about it, as phrases have it."""
    for at in range(1, len(line) - 1):
        if line.texts[at] in _ABOUT and not _TALKING.isdisjoint(
            token.stem for token in line.tokens[max(0, at - _MOST_THING) : at]
        ):
            for other in _ABOUT:
                if other != line.texts[at]:
                    yield [*line.tokens[:at], *said_for((other,), line.tokens[at]), *line.tokens[at + 1 :]]
            return


def _way_through(line: Line) -> list[Token] | None:
    """`is 73 % of the way through its quota`, `has gone through 73 % of it`: has used 73 % of it."""
    at, figure = next(((at, one) for at, one in enumerate(line.figures) if one is not None), (0, None))
    if figure is None or figure.unit != PERCENT or "used" not in line.grammar.surface:
        return None
    end = figure.end
    used = said_for(("has", "used"), line.tokens[at])
    verb = next((one for one in range(at - 1, max(0, at - 4), -1) if line.texts[one] in ("is", "are", "'s")), 0)
    if verb and line.texts[end : end + 4] == ["of", "the", "way", "through"]:
        behind = [*line.tokens[verb + 1 : end + 1], *line.tokens[end + 4 :]]
        return [*line.tokens[:verb], *used, *behind]
    if line.texts[end : end + 1] == ["of"] and line.texts[at - 1] == "through" and line.texts[at - 2] in _GONE:
        return [*line.tokens[: at - 2], *used[1:], *line.tokens[at:]]
    return None


_GONE = frozenset({"gone", "got", "burned", "burnt", "eaten", "run"})


def _worked(line: Line) -> Iterator[list[Token]]:
    """`they work the North Bank`: on it, or in it."""
    for at in range(1, len(line) - 1):
        if line.tokens[at].stem in _WORKING and named_at(line, at + 1) is not None:
            for link in ("in", "on"):
                yield [*line.tokens[: at + 1], *said_for((link,), line.tokens[at]), *line.tokens[at + 1 :]]
            return


_WORKING = frozenset(
    map(
        stem, english.lines("work | works | working | fish | fishes | fishing | patrol | roam | roams | trawl | trawls")
    )
)


def _both_so(line: Line) -> list[Token] | None:
    """`A sued B, and C sued D, both at X` as `A sued B at X, and C sued D at X`."""
    both = next((at for at in range(3, len(line) - 2) if line.texts[at - 1 : at + 1] == [",", "both"]), 0)
    first = next((at for at in range(2, both - 3) if line.texts[at] == "and" and _is_clause(line, at + 1, both)), 0)
    if not both or not first or line.texts[both + 1] not in PREPOSITIONS or line.texts[both + 1] in ("of", "than"):
        return None
    how = line.tokens[both + 1 :]
    end = first - (line.texts[first - 1] == ",")
    if is_denied(line) or any(line.is_cut(at) for at in range(both + 1, len(line))):
        return None
    return [*line.tokens[:end], *how, *line.tokens[end : both - 1], *how]


def _is_clause(line: Line, at: int, end: int) -> bool:
    """Whether somebody does something there: a name, and words behind it before another."""
    named = named_at(line, at)
    return named is not None and named.end < end - 1 and line.texts[named.end] not in ("and", ",")
