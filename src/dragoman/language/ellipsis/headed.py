"""Labels that say of what, or of what and of whom, with parts that say how it is, or how it is with whom.

    coins from the Castle: test clean               ->  test of coins from the Castle clean
    cold room Castle: 11 degrees                    ->  cold room of Castle 11 degrees
    Norwegian base, Iceland: open                   ->  Norwegian base in Iceland open
    night guards, Castle: none                      ->  Castle is without night guards
    joint exercises of A and B: regular             ->  regular joint exercises of A and B
    attendance: up at the Castle, steady at Brandt  ->  attendance at the Castle up, ...
    requests from A: whale refused, coins granted   ->  request from A for whale refused, ...
    price check from the hall: cod 3 euros, eel 9   ->  price of cod 3 euros, price of eel 9
    results of the inspections: A safe, B closed    ->  A is safe, B is closed

A preposition that nobody said is put only where all that are understood in its place say the same: of `loans, China: 4
billion` it is open who lends. Every word of the label stays in each part, so that what hedges or dates it holds for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.language.clauses.cutter import Cutter, can_be_whole, has_unheard, meaning_of
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.turns.reduced import reduced
from dragoman.language.words import english
from dragoman.language.words.effects import Effect
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token, words_of

_MOST_NOUNS = 2
_LINKS = ("of", "at", "in", "from", "for", "to", "on", "with", "against", "by")
_PLACING = ("at", "in", "of", "for", "from")
_NONE = frozenset({"none", "no", "nil", "zero", "nothing"})
_YES = frozenset({"yes", "yep", "yeah"})
_TAKEN = frozenset(
    english.lines(
        "ratings | results | readings | figures | measurements | numbers | samples | tests | checks | grades | marks | scores"
    )
)
"""What somebody took on the day that is said with it: `ratings from Monday`."""
_LEAST_PLURAL = 4


def headed(line: Line, colon: int, parts: Sequence[tuple[int, int]]) -> Iterator[list[Token]]:
    """The tokens of a sentence whose label is longer than a name, with the label in each part; none if one is not understood."""
    if any(_is_wanted(line, *part) for part in parts):
        return
    if len(parts) == 1 and not named_in(line, *parts[0]):
        if _says_nothing(line, *parts[0]):
            return
        yield from _how_it_is(line, colon, line.tokens[slice(*parts[0])])
        return
    found = list[Token]()
    for start, end in parts:
        part = first_understood(line, _with_whom(line, colon, start, end))
        if part is None:
            return
        found += [*([word(",", part[0], is_word=False)] if found else []), *part]
    yield found


def _is_wanted(line: Line, start: int, end: int) -> bool:
    """Whether a part says what is to be: `to go up`, `yes please`."""
    if line.texts[start] in _YES:
        return "please" in line.text.casefold().split()
    behind = max((mention.end for at, mention in named_in(line, start, end) if at <= start + 1), default=start)
    return (
        behind + 1 < end
        and line.texts[behind] == "to"
        and not line.mentions[behind + 1]
        and line.figures[behind + 1] is None
    )


def _says_nothing(line: Line, start: int, end: int) -> bool:
    """Whether a part is made of words that may be passed over, and answers nothing: `complaints, Castle: nothing new`."""
    at = start
    while at < end:
        mark = next((m for m in line.marks[at] if m.effect in (Effect.NONE, Effect.NARROWS) and m.end <= end), None)
        if mark is None:
            return False
        at = mark.end
    return line.texts[start] not in _YES


def _how_it_is(line: Line, colon: int, part: list[Token]) -> Iterator[list[Token]]:
    """`oysters from X: test clean`, `base, X: none`: a single part that names nobody."""
    label = line.tokens[:colon]
    first = first_understood(line, _ways(label, part))
    if first is not None:
        yield first
        return
    whom = _last_named(line, colon)
    if whom is None:
        return
    what, is_linked = line.tokens[: whom[0]], whom[0] > 0 and line.texts[whom[0] - 1] in _PLACING
    name = line.tokens[whom[0] : whom[1].end]
    what = (
        what[: -1 - (len(what) > 1 and what[-1].text in english.ARTICLES)]
        if is_linked or what[-1].text == ","
        else what
    )
    if len(part) == 1 and part[0].text in _NONE | _YES:
        is_so = part[0].text in _YES
        says, there = (("has",), []) if is_so else (("is without", "is free of"), [word("no", part[0])])
        ways = (
            *([*name, *_words(said, part[0]), *what] for said in says),
            *([*there, *what, word(link, part[0]), *name] for link in _PLACING),
        )
        yield from filter(None, [first_understood(line, ways)])
    elif not is_linked:
        linked = ([*what, word(link, name[0]), *name] for link in _LINKS)
        found = {
            said: way
            for one in linked
            for way in [first_understood(line, _ways(one, part))]
            if way is not None and (said := _understood(line, way)) is not None
        }
        yield from found.values() if len(found) == 1 else ()


def _ways(label: list[Token], part: list[Token]) -> Iterator[list[Token]]:
    """The ways to say of what stands in a label how it is."""
    if len(part) == 1 and part[0].text in _YES:
        yield label
        return
    for size in range(min(_MOST_NOUNS, len(part) - 1) + 1):
        if size and part[size - 1].text in PREPOSITIONS:  # `fell by` is nothing without the figure behind it
            continue
        yield [*part[:size], *([word("of", label[0])] if size else []), *label, *part[size:]]
    if len(part) <= _MOST_NOUNS:
        yield [*part, *label]


def _last_named(line: Line, colon: int) -> tuple[int, Mention] | None:
    """Who is named last in a label, behind what it is about."""
    named = named_in(line, 0, colon)
    is_last = bool(named) and _ends(line, named[-1][1].end, colon) and named[-1][0] > 0
    return named[-1] if is_last and line.texts[named[-1][0] - 1] not in ("and", "'s", "or") else None


def _ends(line: Line, at: int, end: int) -> bool:
    """Whether a name that ends there is the last of a part: `Brandt's` may be one."""
    return line.texts[at:end] in ([], ["'s"])


def _with_whom(line: Line, colon: int, start: int, end: int) -> Iterator[list[Token]]:
    """The ways to say of who or what is named in a part what the label says: `Humidity: Castle 55 %, Gallery 60 %`."""
    named = named_in(line, start, end)
    if len(named) == 2 and named[0][0] == start and not named_in(line, 0, colon):  # `outbreaks: measles at the Castle`
        yield from ([*what, word("of", line.tokens[start]), *line.tokens[start:end]] for what in _of_each(line, colon))
    if len(named) != 1:
        return
    at, mention = named[0]
    like, part = line.tokens[start], line.tokens[start:end]
    before = at - (at > start and line.texts[at - 1] in english.ARTICLES)
    is_first, is_linked = before == start, before > start and line.texts[before - 1] in _PLACING
    if not is_first and not (is_linked and _ends(line, mention.end, end)):
        return
    name = line.tokens[before : mention.end]
    rest = line.tokens[mention.end : end] if is_first else line.tokens[start : before - 1]
    if not rest or line.texts[mention.end : end] == ["'s"] == [token.text for token in rest]:
        label = line.tokens[:colon]
        yield from ([*part, *_words("is the", like), *label], [*label, *_words("is", like), *part])
        yield from ([*label, *_words(said, like), *part] for said in ("is with", "is by"))
        return
    yield from _so_many(
        line, colon, name if is_first else line.tokens[before - 1 : mention.end], rest, is_first=is_first
    )
    for what in _of_each(line, colon):
        if named_in(line, 0, colon):
            yield from ([*what, word(link, like), *part] for link in ("for", "of", "on") if is_first)
            continue
        yield from ([*what, word(link, like), *name, *rest] for link in ("at", "of", "in"))
        yield from ([*name, *what, *rest], [*what, *part])
        if is_first and line.figures[mention.end] is not None:
            yield from ([*what, word(link, like), *name, word("at", like), *rest] for link in ("in", "at", "of"))
    if is_first and _only_announces(line) and line.figures[mention.end] is None:
        yield from ([*name, word(be, like), *rest] for be in ("is", "are"))
        yield part


def _so_many(
    line: Line, colon: int, whose: list[Token], figure: list[Token], *, is_first: bool
) -> Iterator[list[Token]]:
    """`seats: Brandt 33`, `shares of the trade: Brandt 33 %`, `guests at the Castle: 60 from Brandt`: so many of what the label says."""
    end = next((f.end for f in line.figures if f is not None and line.tokens[f.end - 1] == figure[-1]), 0)
    label = line.tokens[:colon]
    if not end or any(token.text in PREPOSITIONS for token in figure):
        return
    at = next((at for at, token in enumerate(label) if token.text in PREPOSITIONS), len(label))
    if not at or label[at - 1].text in _EITHER_WAY:
        return
    if is_first and not named_in(line, 0, colon):
        is_share = at < len(label) and label[at].text == "of" and label[at - 1].text in _SHARES
        yield [*whose, word("has", figure[0]), *figure, *(label[at:] if is_share else label)]
    elif not is_first:
        yield [*figure, *label[:at], *whose, *label[at:]]


_EITHER_WAY = frozenset(
    english.lines(
        "complaints | complaint | loans | debts | requests | attacks | visits | calls | gifts | payments | transfers | deliveries | exports"
        " | imports | sales | purchases | orders | warnings | fines | grants | transfers | doses"
    )
)
"""What somebody has from others as well as to them."""
_SHARES = frozenset({"share", "shares", "percentage", "percentages", "proportion"})


def _of_each(line: Line, colon: int) -> Iterator[list[Token]]:
    """What a label says, and of one where it speaks of several; without the day on which they were taken, and what only announces."""
    what = line.tokens[:colon]
    dated = next((at for at in range(1, colon - 1) if line.texts[at] in ("from", "of", "on")), 0)
    if dated and line.texts[dated - 1] in _TAKEN and line.texts[dated + 1 : colon] in _DAYS:
        what = what[:dated]
    yield what
    at = next((at for at, token in enumerate(what) if token.text in PREPOSITIONS), len(what)) - 1
    noun = what[at]
    if noun.text.endswith("s") and not noun.text.endswith("ss") and len(noun.text) > _LEAST_PLURAL:
        yield [*what[:at], noun._replace(text=noun.text[:-1], stem=stem(noun.text[:-1])), *what[at + 1 :]]
    said = _announced(line, colon)
    is_plain = _NO_LABEL.isdisjoint(words_of(line.text.partition(":")[0]))
    if said and said != what and is_plain and not named_in(line, 0, colon):
        yield said


def _announced(line: Line, colon: int) -> list[Token]:
    """What a label says beside announcing: `price` of `this morning's price check from the auction hall`; it may be nothing."""
    texts = line.texts[:colon]
    link = next((at for at in range(1, colon) if texts[at] in ("from", "of", "at")), colon)
    known = _ANNOUNCING if texts[link:][:1] == ["of"] else _SEEN_AT
    nouns = [text for text in texts[link + 1 :] if text not in english.ARTICLES]
    is_only_that = bool(nouns) and nouns[-1] in known and texts[link - 1] in _ANNOUNCING and len(nouns) <= _MOST_NOUNS
    ends = link if is_only_that and (known is _SEEN_AT or len(nouns) == 1) else colon
    return [
        line.tokens[at]
        for at in range(ends)
        if texts[at] not in _ANNOUNCING | _NOW | english.ARTICLES and texts[at] != "'s"
    ]


def _only_announces(line: Line) -> bool:
    """Whether a label, as it was typed, only announces: `results of the inspections`, and not `I checked the old list`."""
    known = _ANNOUNCING | _NOW | english.ARTICLES | {"of", "'s"}
    return all(text in known for text in words_of(line.text.partition(":")[0]))


_ANNOUNCING = _TAKEN | frozenset(
    english.lines(
        """
        bulletin | check | update | updates | level | levels | list | table | overview | roundup | news | latest | report | reports | status | result
        inspection | inspections | survey | round | tour | tally | board | ticker | rundown | summary | reading | verdict | verdicts | outcome | outcomes
        """
    )
)
"""What says that something will be told, and not what."""
_NOW = frozenset({"this", "morning", "afternoon", "evening", "week", "today", "tonight", "now", "current"})
_NO_LABEL = (
    english.SPEAKERS
    | english.BE
    | english.HAVE
    | english.DO
    | frozenset(
        english.lines(
            "yesterday | ago | old | older | former | previous | past | last | earlier | draft | planned | expected | projected | possible | checked | ideal | wrong | fake"
        )
    )
)
"""What a label may say of what it announces: that it is no more, or not yet."""
_SEEN_AT = frozenset(
    english.lines(
        "hall | halls | floor | market | markets | ground | field | quay | quays | dock | docks | ward | wards | site | sites | scene | yard"
    )
)
"""Where somebody has looked: `price check from the auction hall`."""


_DAYS = [
    *([day] for day in (*english.WEEKDAYS, "today", "yesterday")),
    *([this, span] for this in ("this", "last") for span in (*english.WEEKDAYS, "morning", "night", "week", "month")),
]


def named_in(line: Line, start: int, end: int) -> list[tuple[int, Mention]]:
    """Who is named in a part of a line."""
    found, at = list[tuple[int, Mention]](), start
    while at < end:
        mention = next((m for m in line.mentions[at] if m.kind != PRONOUN and m.end <= end), None)
        if mention is not None:
            found.append((at, mention))
        at = mention.end if mention is not None else at + 1
    return found


def first_understood(line: Line, ways: Iterable[list[Token]]) -> list[Token] | None:
    """The first way to say a part in which all of it is one clause, as it is or without what changes nothing in it."""
    for way in ways:
        for said in (way, reduced(Line(line.grammar, line.text, way, (), widely=True))):
            if said is not None and _understood(line, said) is not None:
                return said
    return None


def all_understood(line: Line, ways: Iterable[list[Token]]) -> dict[object, list[Token]]:
    """The ways to say a part in which all of it is one clause, each by what it says."""
    found: dict[object, list[Token]] = {}
    for way in ways:
        said = _understood(line, way)
        if said is not None:
            found.setdefault(said, way)
    return found


def _understood(line: Line, way: list[Token]) -> object | None:
    """What a part says if all of it is one clause; else None."""
    wide = Line(line.grammar, line.text, way, (), widely=True)
    if has_unheard(wide) or not can_be_whole(wide):
        return None
    cut = Cutter(wide).whole()
    is_one = cut is not None and len(cut.pieces) == 1 and not cut.pieces[0].others
    if cut is None or not is_one or cut.pieces[0].hit.is_doubtful:
        return None
    return meaning_of(cut.pieces[0])


def word(text: str, like: Token, *, is_word: bool = True) -> Token:
    """A word that nobody typed, where another stands."""
    return Token(text, stem(text), like.start, like.start, is_word)


def _words(said: str, like: Token) -> list[Token]:
    return [word(text, like) for text in said.split()]
