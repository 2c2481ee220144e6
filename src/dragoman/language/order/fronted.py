"""Headlines, slashes, and what stands first or apart for emphasis, as a plain sentence has it.

    not once has A acted there alone              ->  A has never acted there alone
    A, B sign a deal                              ->  A and B sign a deal
    the A/B link                                  ->  the A B link
    the A-B talks are stalled                     ->  talks between A and B are stalled
    A trains with B, C not invited                ->  A trains with B without C
    A trains with B, and C was not part of it     ->  A trains with B without C
    we do not observe any rise in it              ->  there is no rise in it
    you'll find A working there                   ->  A is working there
    A has a common border with B, C has one with D ->  ..., C has a common border with D
    for A, prices are going up                    ->  prices of A are going up
    officials in A praise it, those in B scold it ->  ..., officials in B scold it
    A has 20 % of it, another 8 % are with B      ->  ..., 8 % are with B

As for all that :mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.order.singled import word
from dragoman.language.turns.renamed import named_at
from dragoman.language.words import english, hedges
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.effects import Effect
from dragoman.language.words.stems import is_past_participle, stem
from dragoman.language.words.tokens import Token

_NEVER = tuple(
    tuple(words.split())
    for words in english.lines(
        "not once | not even once | never | never once | never before | never ever | at no time | at no point | not a single time"
        "| on no occasion | in no case | not one time"
    )
)
_HELPING = frozenset(english.lines("has | have | does | do | did | is | are | was | were | had"))
_JOINS = frozenset({",", "-", ";"})
_WITHOUT = Cues(
    """
    [(was|were|is|are|being|had been|have been|has been)] (not|never|nowhere) [even] (included|invited|present|involved|there|among them|on board|part of it|part of that|part of this|with them|taking part|asked|informed|consulted|represented|in sight|to be seen)
    (excluded|absent|uninvited|left out|not among them|nowhere to be seen)
    (was|were|is|are) (excluded|absent|uninvited|left out|shut out|missing)
    (did|do|does) not (take part|join in|join them|participate|attend|show up|turn up)
    """
)
"""What says of somebody that what is told went on without him."""
_SEEING = Cues(
    "(we|i|one) (do|can|could) not (see|observe|find|notice|detect|register|note|discern) (any|the slightest|a trace of|any sign of|any signs of)"
)
"""What says that there is none; `I do not see A doing it` only doubts it."""
_SEEN = Cues(
    "(we|i|one) [(also|now|can|do|still|already|clearly)] (see|observe|notice|note|register|detect) (a|an|more|less|growing|rising|increasing|fewer)"
)
_LEAST = 3


def fronted(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each plainer order that it has."""
    orders = (
        _never, _headline, _slashed, _of_pair, _without, _seen, _one, _for_whom, _every_year, _will_find, _another, _those,
    )  # fmt: skip
    for order in orders:
        tokens = order(line)
        if tokens is not None:
            yield tokens


def _never(line: Line) -> list[Token] | None:
    """`not once has A acted` as `A has never acted`."""
    size = max((len(words) for words in _NEVER if tuple(line.texts[: len(words)]) == words), default=0)
    size += size > 0 and line.texts[size : size + 1] == [","]
    if not size or line.texts[size : size + 1] == [] or line.texts[size] not in _HELPING:
        return None
    who = size + 1
    named = named_at(line, who)
    if named is None or named.end >= len(line):
        return None
    helping = line.tokens[size]
    return [*line.tokens[who : named.end], helping, word("never", helping), *line.tokens[named.end :]]


def _headline(line: Line) -> list[Token] | None:
    """`A, B sign a deal` as `A and B sign a deal`: who does it are both, as the verb says."""
    first = named_at(line, 0)
    if first is None or line.texts[first.end : first.end + 1] != [","]:
        return None
    other = named_at(line, first.end + 1)
    if other is None or other.end + 2 > len(line):
        return None
    verb = line.texts[other.end]
    is_verb = line.tokens[other.end].is_word and not verb.endswith(("s", "ed", "ing")) and not line.mentions[other.end]
    is_other = (
        verb in hedges.SAYING | english.BOUNDARIES | english.BE | english.HAVE | english.MODALS | english.NEGATORS
    )
    if not is_verb or is_other or line.free(other.end) or "," in line.texts[other.end :]:
        return None
    comma = line.tokens[first.end]
    return [*line.tokens[: first.end], word("and", comma), *line.tokens[first.end + 1 :]]


def _slashed(line: Line) -> list[Token] | None:
    """`the A/B link` as `the A B link`."""
    found: list[Token] = []
    for at, token in enumerate(line.tokens):
        before, mark, behind = token.text.partition("/")
        if token.text == "/" and 0 < at < len(line) - 1 and line.tokens[at - 1].is_word and line.tokens[at + 1].is_word:
            continue
        if mark and before and behind:
            found += [token._replace(text=part, stem=stem(part)) for part in (before, behind)]
        else:
            found.append(token)
    return found if found != line.tokens else None


def _of_pair(line: Line) -> list[Token] | None:
    """`the A-B talks are stalled`, `A-B wage deal signed` as `talks between A and B are stalled`."""
    start = int(line.texts[0] == "the")
    pair = next((m for m in line.mentions[start] if len(m.names) == 2), None) if len(line) > _LEAST else None
    if pair is None or not line.is_hyphened(start + 1) or "and" in line.texts[start : pair.end]:
        return None
    last = min(len(line), pair.end + _LONGEST_NOUN)
    end = next((n for n in range(pair.end + 1, last) if _is_said_of_it(line, n)), 0)
    second = next((n for n in range(start + 1, pair.end) if line.mentions[n]), 0)
    if not end or not second or any(line.mentions[pair.end : end]):
        return None
    like = line.tokens[start]
    both = [*line.tokens[start:second], word("and", like), *line.tokens[second : pair.end]]
    return [*line.tokens[pair.end : end], word("between", like), *both, *line.tokens[end:]]


def _is_said_of_it(line: Line, at: int) -> bool:
    """Whether a verb, or what has been done, stands there."""
    return line.texts[at] in english.BE | english.HAVE or is_past_participle(line.texts[at])


def _without(line: Line) -> list[Token] | None:
    """`A trains with B, C not invited`, `..., and C was not part of it` as `A trains with B without C`."""
    if not english.NEGATORS.isdisjoint(
        line.texts[: next((at for at, text in enumerate(line.texts) if text in _JOINS), 0)]
    ):
        return None
    for at in range(_LEAST, len(line) - 1):
        if line.texts[at] not in _JOINS:
            continue
        begins = at + 1 + (line.texts[at + 1] in ("and", "but", "with", "though", "while"))
        named = named_at(line, begins)
        if named is None or not _WITHOUT.whole(spaced(line.texts[named.end :])):
            continue
        return [*line.tokens[:at], word("without", line.tokens[at]), *line.tokens[begins : named.end]]
    return None


def _seen(line: Line) -> list[Token] | None:
    """`we do not observe any rise` as `there is no rise`, `we see a rise` as `there is a rise`."""
    words = spaced(line.texts)
    denied, seen = _SEEING.at_start(words), _SEEN.at_start(words)
    found, like = denied or seen, line.tokens[0]
    if found is None:
        return None
    size = found.group().count(" ") - (denied is None)
    opening = ("there", "is", "no") if denied is not None else ("there", "is")
    return [*(word(text, like) for text in opening), *line.tokens[size:]]


def _every_year(line: Line) -> list[Token] | None:
    """`every year A wants more coal` as `A wants more and more coal`."""
    if len(line) <= 2 * _LEAST:
        return None
    start = line.texts[0] == "with"
    is_first = line.texts[start] in ("every", "each")
    end = start + 1 + (line.texts[start + 1] == "passing")
    if not is_first or line.texts[end] not in ("year", "month", "week", "day"):
        return None
    end += 1 + (line.texts[end + 1] == ",")
    more = next((at for at in range(end + 1, len(line)) if line.texts[at] in ("more", "less", "fewer")), 0)
    if not more or line.texts[more + 1 : more + 2] in ([], ["than"], ["or"], ["and"]) or line.texts[more - 1] == "the":
        return None
    like = line.tokens[more]
    return [*line.tokens[end : more + 1], word("and", like), *line.tokens[more:]]


def _one(line: Line) -> list[Token] | None:
    """`A has a common border with B, C has one with D`: a common border with D."""
    found = list(line.tokens)
    for at in range(len(line) - 2, _LEAST, -1):
        if line.texts[at] not in ("one", "another") or line.texts[at + 1] not in PREPOSITIONS - {"of"}:
            continue
        for end in range(at - 1, 2, -1):
            start = next(
                (n for n in range(end - 1, max(0, end - _LONGEST_NOUN), -1) if line.texts[n] in ("a", "an")), 0
            )
            if line.texts[end] == line.texts[at + 1] and start and not any(map(line.is_cut, range(start, end))):
                found[at : at + 1] = line.tokens[start:end]
                break
    return found if len(found) > len(line) else None


def _for_whom(line: Line) -> list[Token] | None:
    """`for A, prices are going up` as `prices of A are going up`, of what one has rather than gets."""
    named = named_at(line, 1 + (line.texts[1:2] == ["the"])) if line.texts[0] in ("for", "with") else None
    what = named.end + 1 if named is not None and line.texts[named.end : named.end + 1] == [","] else len(line)
    if what + 1 >= len(line) or line.texts[what] not in _HAD or line.texts[what + 1] in PREPOSITIONS:
        return None
    whom = [token for token in line.tokens[1:what] if token.text != ","]
    return [line.tokens[what], word("of", line.tokens[what]), *whom, *line.tokens[what + 1 :]]


_HAD = frozenset(
    english.lines(
        "price | prices | cost | costs | turnover | takings | sales | rating | ratings | score | temperature | humidity | resistance"
        "| attendance | mood | condition | quality | popularity | standing | position"
    )
)
"""What somebody or something has, and is neither given nor owed."""
_LONGEST_NOUN = 5
"""Tokens of what `one` stands for, and its article."""


def _will_find(line: Line) -> list[Token] | None:
    """`you'll find X working there` as `X is working there`; what one will find some day is not so yet."""
    size = next((len(words) for words in _YOU_FIND if line.texts[: len(words)] == words), 0)
    named = named_at(line, size) if size else None
    ends = (end for end, _ in line.spoken[size]) if 0 < size < len(line) else iter(())
    end = named.end if named is not None else max(ends, default=0)
    behind = line.texts[end] if 0 < end < len(line) else ""
    is_so = behind.endswith("ing") or behind in _PLACED or is_past_participle(behind)
    if not is_so or any(mark.effect not in _SILENT for several in line.marks[size:] for mark in several):
        return None
    verb = line.tokens[0]._replace(text="are", stem="are")
    return [*line.tokens[size:end], verb, *line.tokens[end:]]


_SILENT = frozenset({Effect.NONE, Effect.PLACE})
_PLACED = frozenset({"in", "on", "at", "under", "behind", "near", "out"})


_YOU_FIND = (["you", "will", "find"], ["you", "find"], ["you", "'ll", "find"], ["one", "finds"], ["we", "find"])


def _another(line: Line) -> list[Token] | None:
    """`20 % of it is owed to A, another 8 % to B` as `..., 8 % to B`: so much more, and of another."""
    for at in range(_LEAST, len(line) - 2):
        size = len(_MORE_OF_IT.get(line.texts[at], ()))
        if not size or not line.is_cut(at - 1):
            continue
        size = size if tuple(line.texts[at : at + size]) in _MORE_OF_IT.values() else 1
        figure = line.figures[at + size] if at + size < len(line) else None
        link = figure.end if figure is not None else len(line)
        whom = named_at(line, link + 1) if link + 1 < len(line) and line.texts[link] in PREPOSITIONS else None
        said = {name for several in line.mentions[:at] for m in several for name in m.names}
        is_of_unit = figure is not None and any(
            one is not None and one.unit == figure.unit for one in line.figures[:at]
        )
        if whom is not None and is_of_unit and said.isdisjoint(whom.names):
            return [*line.tokens[:at], *line.tokens[at + size :]]
    return None


def _those(line: Line) -> list[Token] | None:
    """`officials in A praise it, those in B scold it` as `..., officials in B scold it`, where nobody else was spoken of."""
    texts = line.texts
    at = next((at for at in range(_LEAST, len(line) - 2) if texts[at] == "those" and line.is_cut(at - 1)), 0)
    if not at or texts[at + 1] not in _PLACES or named_at(line, at + 2) is None:
        return None
    nouns = [
        one for one in range(at - 1)
        if texts[one + 1] == texts[at + 1] and named_at(line, one + 2) is not None and (one == 0 or line.is_cut(one - 1))
    ]  # fmt: skip
    said = {texts[one] for one in nouns}
    is_noun = len(said) == 1 and (texts[nouns[0]].endswith("s") or texts[nouns[0]] in english.PEOPLE_NOUNS)
    return [*line.tokens[:at], line.tokens[nouns[0]], *line.tokens[at + 1 :]] if is_noun else None


_PLACES = frozenset({"in", "at", "from"})
_MORE_OF_IT = {"another": ("another",), "a": ("a", "further"), "an": ("an", "additional"), "further": ("further",)}
