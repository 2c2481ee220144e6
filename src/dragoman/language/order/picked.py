"""Who is picked out by a clause in which he takes part, in the order of a plain sentence.

    it is X that A buys its oil from                     ->  A buys its oil from X
    X is the port (that) A ships its oil through         ->  A ships its oil through X
    X is one of the states with which A is in dispute    ->  A is in dispute with X
    the country to which A hands out aid is X            ->  A hands out aid to X
    among the states that buy oil from A is X            ->  X buys oil from A
    X is the one blocking A, one of those blocked by A   ->  X is blocking A, is blocked by A

The clause has a gap, and who is picked out fills it: where a clause begins with what is done, he does it; where a preposition
stands before the clause or alone in it, he stands behind that; else behind what is done. What denies that it is he denies that
it is so of him; what makes it unsure stands before the whole. Who is not the *only* one may be one: of him nothing is denied.

As for all that :mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import ADJECTIVE
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.order.singled import word
from dragoman.language.words import english
from dragoman.language.words.effects import Effect
from dragoman.language.words.stems import is_past_participle, stem
from dragoman.language.words.tokens import Token
from dragoman.language.words.verbs import Form, first_form, inflected

_IS = frozenset({"is", "are", "'s", "remains", "remain"})
_THAT = frozenset({"that", "which", "who", "whom"})
_WHOM = frozenset({"which", "whom"})
_ONES = frozenset(
    map(
        stem,
        english.lines(
            "country|state|power|one|partner|place|body|nation|player|neighbour|neighbor|party|rival|actor|government|side|group|firm"
            "|company|organisation|organization|institution|person|man|woman|town|city|thing|people|supplier|buyer|seller|customer|client"
            "|provider|source|destination|recipient|market|target|producer|owner|sponsor|donor|lender|borrower|creditor|debtor|member"
        ),
    )
)
"""Nouns that say of somebody that he is one of them, whatever is spoken of."""
_ONLY = frozenset({"only", "single", "sole", "very", "one"})
_JUST = _ONLY | {"just", "merely", "simply", "solely", "alone", "exclusively", "so", "much"}
"""Who is not just one of them is one."""
_FOREIGN = frozenset({"foreign", "other", "many", "few", "several", "various"})
_AMONG = (
    ("among", "those"),
    ("one", "of", "those"),
    ("among", "the"),
    ("amongst", "the"),
    ("one", "of", "the"),
    ("some", "of", "the"),
)
_NO_LONGER = ("no", "longer")
_HELPING = english.BE | english.HAVE | english.MODALS | {"will", "does", "do", "did"}
_BEGINNING = english.ARTICLES | frozenset({"its", "their", "his", "her", "all", "most", "much", "many", "some", "half"})
_OF_ITS_KIND = re.compile(r"\b(?:the|that|a) (?:kind|sort) of\b", re.IGNORECASE)
"""Who is of the kind that does it need not do it; elsewhere these words say nothing and are gone."""
_BEFORE = 8
"""Tokens at most before the `it` of `in trade it is X that ...`."""
_LEAST = 2


class _Gap(NamedTuple):
    """A clause that somebody takes part in who is not named in it."""

    start: int
    end: int
    link: tuple[Token, ...] = ()
    """The preposition before the clause behind which he would stand."""
    is_doer: bool = False


class _Picked(NamedTuple):
    """Who is picked out, and by what."""

    before: list[Token]
    """What stands before all: how sure it is, in what field."""
    who: list[Token]
    denial: tuple[str, ...]
    gap: _Gap
    behind: list[Token]


def picked(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each plainer order that it has."""
    texts = line.texts
    if len(line) < 2 * _LEAST + 2 or _IS.isdisjoint(texts) or _OF_ITS_KIND.search(line.text):
        return
    if "it" in texts[:_BEFORE]:
        yield from _told(line, _it_is(line))
    if "the" in texts or "those" in texts:
        yield from _told(line, _is_the_one(line))
        yield from _told(line, _the_one_is(line))


def _told(line: Line, several: Iterator[_Picked]) -> Iterator[list[Token]]:
    for one in several:
        for clause in _filled(line, one):
            yield [*one.before, *clause, *one.behind]


def _named(line: Line, at: int) -> Mention | None:
    """Who is named there, behind an article or not; the longest."""
    places = range(at, min(len(line), at + 1 + (line.texts[at : at + 1] == ["the"])))
    found = [m for one in places for m in line.mentions[one] if m.kind not in (PRONOUN, ADJECTIVE)]
    named = max(found, key=lambda m: m.end, default=None)
    return None if named is None or line.texts[named.end : named.end + 1] == ["'s"] else named


def _it_is(line: Line) -> Iterator[_Picked]:
    """`in trade it is not X that A leans on, but Y`, `it is by X that A is armed`."""
    texts = line.texts
    it = next(
        (at for at in range(min(_BEFORE, len(line) - 4)) if texts[at] == "it" and texts[at + 1] in ("is", "'s")), -1
    )
    if it < 0:
        return
    hedges, denial, at = between(line, it + 2)
    named = _named(line, at)
    if named is None or (denial and not _is_bare(line, it + 2, at)):
        return
    who = line.tokens[at : named.end]
    for gap in _gaps(line, named.end, is_bare=True):
        yield _Picked([*line.tokens[:it], *hedges], who, denial, gap, line.tokens[gap.end :])


def _is_the_one(line: Line) -> Iterator[_Picked]:
    """`X is not the port A ships through`, `X is one of the states that ...`."""
    named = _named(line, 0)
    at = named.end if named is not None else len(line)
    if at >= len(line) - 3 or line.texts[at] not in _IS:
        return
    who = line.tokens[:at]
    hedges, denial, start = between(line, at + 1)
    noun, is_only = _noun(line, start)
    if noun and not (denial and is_only):
        for gap in _gaps(line, noun, is_bare=_named(line, noun) is not None):
            yield _Picked(hedges, who, denial, gap, line.tokens[gap.end :])


def _the_one_is(line: Line) -> Iterator[_Picked]:
    """`the state to which A sells it is X`, `among those states is X`."""
    noun, is_only = _noun(line, 0)
    if not noun:
        return
    for at in range(len(line) - 2, noun + 1, -1):
        if line.texts[at] not in _IS - {"'s"}:
            continue
        hedges, denial, start = between(line, at + 1)
        named = _named(line, start)
        if named is None or named.end != len(line) or (denial and is_only):
            return
        for gap in _gaps(line, noun, is_bare=_named(line, noun) is not None, end=at):
            yield _Picked(hedges, line.tokens[start:], denial, gap, [])
        return


def between(line: Line, at: int) -> tuple[list[Token], tuple[str, ...], int]:
    """What makes it unsure behind an `is`, what denies it, and where the rest begins."""
    hedges, denial = list[Token](), tuple[str, ...]()
    while at < len(line):
        mark = next((m for m in line.marks[at] if m.effect is Effect.HEDGES), None)
        if not denial and line.texts[at] in ("not", "n't"):
            denial, at = ("not",), at + 1
        elif not denial and tuple(line.texts[at : at + 2]) == _NO_LONGER:
            denial, at = _NO_LONGER, at + 2
        elif mark is not None:
            hedges, at = [*hedges, *line.tokens[at : mark.end]], mark.end
        elif line.texts[at] in english.FILLERS:
            at += 1
        else:
            break
    return hedges, denial, at


def _is_bare(line: Line, start: int, end: int) -> bool:
    return _JUST.isdisjoint(line.texts[start:end])


def _noun(line: Line, at: int) -> tuple[int, bool]:
    """Where `the port`, `one of the states`, `the only foreign buyer` ends, 0 if it is none; and whether it says `only`."""
    size = next((len(words) for words in _AMONG if tuple(line.texts[at : at + len(words)]) == words), 0)
    is_one = size > 0
    if is_one and line.texts[at + size - 1] == "those":
        return at + size, False
    size = size or int(line.texts[at : at + 1] == ["the"])
    if not size:
        return 0, False
    at += size
    is_only = False
    while at < len(line) - 1 and line.texts[at] in _FOREIGN | _ONLY and _goes_on(line, at + 1):
        is_only, at = is_only or line.texts[at] in _ONLY, at + 1
    at += at < len(line) - 1 and stem(f"{line.texts[at]}_{_single(line.texts[at + 1])}") in line.grammar.lexicon.types
    return (at + 1, is_only) if at < len(line) - _LEAST and _is_one(line, at, is_one) else (0, False)


def _single(noun: str) -> str:
    return f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")


def _goes_on(line: Line, at: int) -> bool:
    """Whether the noun is still to come."""
    return line.texts[at] in _FOREIGN | _ONLY or _is_one(line, at)


def _is_one(line: Line, at: int, is_several: bool = False) -> bool:
    """Whether it is a noun of those who can be picked out, and no other behind it."""
    token = line.tokens[at]
    is_kind = token.stem in _ONES or not {token.text, token.stem}.isdisjoint(_kinds(line))
    return is_kind and not token.is_capital and (not is_several or token.text.endswith(("s", "people", "men")))


def _kinds(line: Line) -> frozenset[str]:
    lexicon = line.grammar.lexicon
    return lexicon.kind_words | lexicon.types.keys()


def _gaps(line: Line, at: int, *, is_bare: bool, end: int = 0) -> Iterator[_Gap]:
    """The clause that begins there, up to `end` or its comma; it may begin without a `that` where somebody is named first."""
    texts = line.texts
    if at >= len(line):
        return
    link = at < len(line) - 2 and texts[at] in PREPOSITIONS and texts[at + 1] in _WHOM
    start = at + 2 * link + (not link and texts[at] in _THAT)
    is_doing = start == at and line.tokens[at].is_word and _is_done(line, at)
    if start == at and not is_bare and not is_doing:
        return
    last = end or next((one for one in range(start + _LEAST, len(line)) if texts[one] in (",", ";")), len(line))
    if last - start < _LEAST:
        return
    if link:
        yield _Gap(start, last, (line.tokens[at],))
        return
    is_named = any(m.kind != PRONOUN for m in line.mentions[start]) or texts[start] in _BEGINNING
    if is_doing or (start > at and not is_named and texts[start] not in PREPOSITIONS and texts[at] != "whom"):
        yield _Gap(start, last, is_doer=True)
    elif is_named:
        yield _Gap(start, last)


def _filled(line: Line, one: _Picked) -> Iterator[list[Token]]:
    """The clause with who is picked out where its gap may be; the likeliest first."""
    gap, who = one.gap, one.who
    if gap.is_doer:
        clause = line.tokens[gap.start : gap.end]
        is_doing = _is_done(line, gap.start) and line.texts[gap.start - 1] not in _THAT
        yield [*who, *_denied([word("is", clause[0]), *clause] if is_doing else _of_one(clause), one.denial)]
        return
    named = _named(line, gap.start)
    doer = named.end if named is not None and named.end < gap.end else 0
    if one.denial and not doer:
        return
    split = doer or gap.start + 1
    first = line.tokens[gap.start : split]
    rest = line.tokens[split : gap.end]
    places = [at for at in range(split + 1, gap.end) if line.texts[at] in PREPOSITIONS and not _is_verb(line, at)]
    is_stranded = line.texts[gap.end - 1] in PREPOSITIONS
    inner = [at + 1 for at in places if at + 1 < gap.end and _is_alone(line, at)]
    if gap.link or is_stranded:
        ends = [gap.end, *inner] if is_stranded and not gap.link else [gap.end, *reversed(places)]
    else:
        ends = [*inner, *places[:1], gap.end, *places[1:]]
    for end in dict.fromkeys(ends):
        within = [*rest[: end - split], *gap.link, *who, *rest[end - split :]]
        yield [*first, *_denied(within, one.denial)]


def _is_done(line: Line, at: int) -> bool:
    """Whether it says what one does or what is done to him: `blocking A`, `blocked by A`."""
    text = line.texts[at]
    return not line.mentions[at] and (text.endswith("ing") or (is_past_participle(text) and "by" in line.texts[at:]))


def _is_verb(line: Line, at: int) -> bool:
    """Whether it is the `to` of what somebody is to do: `wants to buy from`."""
    after = line.texts[at + 1] if at + 1 < len(line) else ""
    is_noun = after in english.ARTICLES | PREPOSITIONS | english.FILLERS or after in ("most", "more", "", ",", "its")
    return line.texts[at] == "to" and not is_noun and not line.mentions[at + 1]


def _is_alone(line: Line, at: int) -> bool:
    """Whether a preposition has nobody behind it: `trades with most`, `gets from by sea`."""
    return line.texts[at + 1] in PREPOSITIONS | english.FILLERS | {"most", "more", "least", "every", "since", "now"}


def _of_one(clause: list[Token]) -> list[Token]:
    """A clause from its verb on, as one does what several do: `picket the gates` as `pickets the gates`."""
    verb = clause[0]
    does = _DOES.get(verb.text) or (
        inflected(verb.text, Form.THIRD) if verb.text == first_form(verb.text, Form.THIRD) else ""
    )
    is_plain = (
        verb.is_word
        and verb.text not in english.FILLERS | english.MODALS | english.NEGATORS
        and not verb.text.endswith("ed")
    )
    return [verb._replace(text=does), *clause[1:]] if does and is_plain and does != verb.text else clause


_DOES = {"are": "is", "have": "has", "do": "does"}


def _denied(clause: list[Token], denial: tuple[str, ...]) -> list[Token]:
    """A clause from its verb on, with what denies it."""
    if not denial:
        return clause
    verb = clause[0]
    says = [word(text, verb) for text in denial]
    if verb.text in _HELPING:
        return [verb, *says, *clause[1:]]
    return [*says, *clause] if denial == _NO_LONGER else [word("does", verb), *says, *clause]
