"""A sentence of hasty or foreign hands, as plain English has it.

    moscows demand · kyrgyzstans got a base           ->  Moscow's demand · Kyrgyzstan has a base
    asked X 4 relief · sells gas 2 X                  ->  asked X for relief · sells gas to X
    up for third year running · rallies in X, day 3   ->  up · rallies in X
    down by a fifth                                   ->  down
    between A and B gives it a rivalry                ->  between A and B there is a rivalry
    most part of the gas what A sells                 ->  most of the gas that A sells
    A only can lean on B                              ->  A can only lean on B
    there is not protests                             ->  there are no protests
    no more member from X · critical against X        ->  no more member of X · critical of X

Each says the same in other words, or leaves out no more than how often it was so before, or by how much it changed; what is denied
keeps even that. Only a sentence of which something was left over is looked at so.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import ADJECTIVE
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.turns.renamed import is_denied, named_at, said_for
from dragoman.language.words import english
from dragoman.language.words.numbers import ORDINALS, PERCENT
from dragoman.language.words.tokens import Token, words_of

_SIGNS = {"4": "for", "2": "to"}
_TAKES = {
    "for": frozenset(
        english.lines(
            "ask | asks | asked | asking | look | looks | looked | looking | wait | waits | waiting | pay | pays | paid | call | calls | called"
            "| push | pushes | pushed | apply | applies | applied | search | searches | request | requests | demand | demands | support | need"
            "| price | reason | plea | money | funds | funding | aid | licence | license | permit | room | plan | plans | strategy | loan | loans | credit"
        )
    ),
    "to": frozenset(
        english.lines(
            "sell | sells | sold | export | exports | exported | send | sends | sent | lend | lends | lent | give | gives | gave | supply | supplies"
            "| owe | owes | owed | go | goes | went | come | comes | came | gas | oil | money | arms | weapons | loans | exports | aid | relief | access | close"
            "| return | returns | returned | belongs | belong | due | lost | loses | accreditation | licence | deliver | delivers | delivered"
        )
    ),
}
"""What is done for or to somebody: before a figure that sounds like it."""
_SPANS = frozenset(
    english.lines("time | day | night | week | month | quarter | year | season | summer | winter | autumn | spring")
)
_AGAIN = (("running",), ("in", "a", "row"), ("in", "succession"), ("straight",))
_NOT_ONE = (["zero"], ["none"], ["nothing"], ["nada"], ["none", "at", "all"], ["not", "one"], ["nothing", "at", "all"])
_IN_USE = ("it", "is", "up", "and", "running")
_CONSECUTIVE = frozenset({"straight", "consecutive", "successive"})
_NO_NOUN = (
    PREPOSITIONS | english.CARRY_NOTHING | english.BOUNDARIES | english.MODALS | english.ASKING | english.PRONOUNS
    | frozenset(english.lines("will | only | up | down | out | off | away | gone | too | not | say | says | said | have | keep | want | got"))
)  # fmt: skip
"""What is nobody's: behind these a name with an s says that there are several."""
_PREPOSITIONS_MEANT = {
    ("member", "from"): "of", ("members", "from"): "of", ("critical", "against"): "of", ("critical", "to"): "of", ("depends", "from"): "on",
    ("depends", "of"): "on", ("depend", "from"): "on", ("depend", "of"): "on", ("dependent", "from"): "on", ("dependent", "of"): "on",
    ("participates", "on"): "in", ("participates", "at"): "in", ("participate", "on"): "in", ("participate", "at"): "in", ("invests", "to"): "in",
    ("invest", "to"): "in", ("invested", "to"): "in", ("interested", "on"): "in", ("afraid", "from"): "of", ("consists", "from"): "of",
    ("responsible", "of"): "for", ("insists", "in"): "on", ("part", "from"): "of", ("opposed", "against"): "to", ("full", "with"): "of",
    ("proud", "on"): "of", ("differs", "to"): "from",   ("influence", "to"): "on",
}  # fmt: skip
_VERBS_UP = frozenset(
    english.lines(
        "make | makes | made | making | take | takes | took | taking | eat | eats | ate | use | uses | used | add | adds | added | buy | buys | bought"
        "| give | gives | gave | set | sets | put | puts | soak | soaks | snap | snaps | bring | brings | close | closes | closed | shut | shuts | end | ends"
    )
)
"""Of what they do so much is up: `makes up a third`."""
_SEES_AS = frozenset(
    english.lines("consider | considers | considered | see | sees | regard | regards | treat | treats | view | views")
)
_CUES = (
    frozenset(english.lines("4 | 2 | got | running | row | succession | straight | consecutive | successive | up | down | gives | part | what | can | like"))
    | {"day", "pro", "week", "month", "night", "time", "there", "zero", "none", "nada", "nothing"}
    | {first for first, _ in _PREPOSITIONS_MEANT}
)  # fmt: skip


def hasty(line: Line) -> list[Token] | None:
    """The tokens of a sentence in plain English; None if nothing in it is to be put so."""
    if _CUES.isdisjoint(line.texts) and not any(
        token.is_word and token.text.endswith("s") and m for token, m in zip(line.tokens, line.mentions, strict=True)
    ):
        return None
    for put in _PUTS:
        if (tokens := put(line)) is not None:
            return tokens
    return None


def _whose(line: Line) -> list[Token] | None:
    """`moscows demand`: whose name has an s that none of its names has, before a noun; and who has `got` something."""
    entities = line.grammar.lexicon.entities
    for at in range(len(line) - 1):
        for named in line.mentions[at]:
            last = named.end - 1
            token = line.tokens[last]
            if named.kind in (PRONOUN, ADJECTIVE) or not token.text.endswith("s") or named.end >= len(line):
                continue
            said = {
                text
                for name in named.names
                for one in (entities[name].title, *entities[name].aliases)
                for text in words_of(one)[-1:]
            }
            if token.text in said or token.text[:-1] not in said:
                continue
            behind = line.tokens[named.end]
            if behind.text != "got" and (not behind.is_word or behind.text in _NO_NOUN or line.mentions[named.end]):
                continue
            name = token._replace(text=token.text[:-1])
            owner = said_for(("'s",), token)[0]._replace(is_word=False)
            return [*line.tokens[:last], name, owner, *line.tokens[named.end :]]
    return None


def _has_got(line: Line) -> list[Token] | None:
    """`X's got a base`; who has got to do something must."""
    for at in range(1, len(line) - 2):
        if line.texts[at : at + 2] == ["'s", "got"] and line.texts[at + 2] != "to":
            return [*line.tokens[:at], *said_for(("has",), line.tokens[at + 1]), *line.tokens[at + 2 :]]
    return None


def _for_and_to(line: Line) -> list[Token] | None:
    """`asked X 4 relief`: a figure of one digit before what can be no number of things."""
    for at in range(1, len(line) - 1):
        word = _SIGNS.get(line.texts[at], "")
        if not word or not line.tokens[at - 1].is_word:
            continue
        behind, named = line.texts[at + 1], named_at(line, at + 1)
        is_whole = named is not None and named.kind != ADJECTIVE and not _is_noun(line, named.end)
        before = next((n for n in range(max(0, at - 4), at) for m in line.mentions[n] if m.end == at), at)
        verb = line.texts[before - 1] if before else ""
        taken = verb in _TAKES[word] or line.texts[at - 1] in _TAKES[word]
        is_thing = (
            taken
            and word == "for"
            and line.tokens[at + 1].is_word
            and not any(text.endswith("s") or english.is_unit(text) for text in line.texts[at + 1 : at + 3])
            and behind not in english.PEOPLE_NOUNS
        )
        if behind in english.ARTICLES | {"its", "their"} or (is_whole and taken) or is_thing:
            return [*line.tokens[:at], *said_for((word,), line.tokens[at]), *line.tokens[at + 1 :]]
    return None


def _is_noun(line: Line, at: int) -> bool:
    return at < len(line) and line.tokens[at].is_word and line.texts[at] not in _NO_NOUN


def _again(line: Line) -> list[Token] | None:
    """`for the third year running`, `, day three`: that it was so before."""
    end = len(line)
    if end > 3 and line.texts[end - 3] in (",", "-") and line.texts[end - 2] in _SPANS:
        number = line.texts[end - 1]
        if number.isdecimal() or number in english.NUMBER_WORDS:
            return list(line.tokens[: end - 3])
    if is_denied(line):
        return None
    for at in range(1, len(line) - 1):
        start = at + (line.texts[at] == "for")
        start += start > at and line.texts[start : start + 1] == ["the"]
        if start + 1 >= len(line) or line.texts[start] not in ORDINALS or line.texts[start] == "first":
            continue
        span = start + 1 + (line.texts[start + 1] in _CONSECUTIVE)
        if line.texts[span : span + 1] == [] or line.texts[span] not in _SPANS:
            continue
        behind = next((len(w) for w in _AGAIN if tuple(line.texts[span + 1 : span + 1 + len(w)]) == w), 0)
        is_said = behind or span > start + 1 or (line.texts[span] == "time" and start > at)
        if is_said and (start > at or behind):
            return [*line.tokens[:at], *line.tokens[span + 1 + behind :]]
    return None


def _said_again(line: Line) -> list[Token] | None:
    """`does not do it, zero` and `has one, it is up and running`: what was said."""
    comma = max((at for at, text in enumerate(line.texts) if text in (",", "-")), default=0)
    said = ["is" if text == "'s" else text for text in line.texts[comma + 1 :]]
    is_of_none = said in _NOT_ONE and is_denied(line)
    is_of_use = tuple("it" if text == "its" else text for text in said) in (
        _IN_USE,
        ("it", *_IN_USE[2:]),
    ) and not is_denied(line)
    is_had = not english.HAVE.isdisjoint(line.texts[:comma])
    return list(line.tokens[:comma]) if comma > 1 and (is_of_none or (is_of_use and is_had)) else None


def _by_so_much(line: Line) -> list[Token] | None:
    """`down by a fifth`, `up 12 %`: down, up."""
    for at in range(1, len(line) - 1):
        if line.texts[at] not in ("up", "down") or line.texts[at - 1] in _VERBS_UP or is_denied(line):
            continue
        start = at + 1 + (line.texts[at + 1] == "by")
        figure = next((line.figures[n] for n in range(start, min(start + 3, len(line))) if line.figures[n]), None)
        is_share = figure is not None and figure.unit == PERCENT
        if figure is not None and is_share and (figure.end == len(line) or line.is_cut(figure.end)):
            return [*line.tokens[: at + 1], *line.tokens[figure.end :]]
    return None


def _gives_it(line: Line) -> list[Token] | None:
    """`between A and B gives it a rivalry`, after a place or a pair alone: there is."""
    at = next((n for n, two in enumerate(pairwise(line.texts)) if two == ("gives", "it")), 0)
    if not at or line.texts[0] not in PREPOSITIONS:
        return None
    named = {n for start in range(at) for m in line.mentions[start] for n in range(start, m.end)}
    if not named or any(n not in named and line.texts[n] not in ("and", "the", ",") for n in range(1, at)):
        return None
    pairs = [n for n in sorted(named) if n + 1 not in named and n + 1 < at]
    if any(line.texts[n + 1] not in ("and", ",") for n in pairs):
        return None
    return [*line.tokens[:at], *said_for(("there", "is"), line.tokens[at]), *line.tokens[at + 2 :]]


def _words(line: Line) -> list[Token] | None:
    """Words that another language has in the place of these."""
    for at in range(len(line) - 2):
        one, two, three = line.texts[at : at + 3]
        like = line.tokens[at]
        if (one, two, three) == ("most", "part", "of"):
            return [*line.tokens[: at + 1], *line.tokens[at + 2 :]]
        if two == "pro" and line.text[line.tokens[at + 1].end : line.tokens[at + 2].start] == " ":  # no `pro-A`
            if any(named.kind == ADJECTIVE for named in line.mentions[at + 2]):
                continue
            return [*line.tokens[: at + 1], *said_for(("in", "favour", "of"), like), *line.tokens[at + 2 :]]
        if one == "only" and two == "can" and at and line.tokens[at + 2].is_word:
            return [*line.tokens[:at], line.tokens[at + 1], like, *line.tokens[at + 2 :]]
        if (one, two) == ("there", "is") and three == "not" and line.texts[at + 3 : at + 4] != []:
            noun = line.texts[at + 3]
            if noun.endswith("s") and noun not in _NO_NOUN and not line.mentions[at + 3]:
                return [*line.tokens[:at], *said_for(("there", "are", "no"), like), *line.tokens[at + 3 :]]
        if (meant := _PREPOSITIONS_MEANT.get((two, three))) is not None:
            return [*line.tokens[: at + 2], *said_for((meant,), line.tokens[at + 2]), *line.tokens[at + 3 :]]
        is_relative = two == "what" and one in line.grammar.surface and one not in _NO_NOUN and named_at(line, at + 2)
        if is_relative and at and line.texts[at - 1] in english.ARTICLES | {"of"}:
            return [*line.tokens[: at + 1], *said_for(("that",), like), *line.tokens[at + 2 :]]
    return _like_own(line)


def _like_own(line: Line) -> list[Token] | None:
    """`considers X like own back yard`: as its own."""
    at = next((n for n, two in enumerate(pairwise(line.texts)) if two == ("like", "own")), 0)
    if not at or _SEES_AS.isdisjoint(line.texts[:at]):
        return None
    return [*line.tokens[:at], *said_for(("as", "its"), line.tokens[at]), *line.tokens[at + 1 :]]


_PUTS: tuple[Callable[[Line], list[Token] | None], ...] = (
    _whose,
    _has_got,
    _for_and_to,
    _again,
    _said_again,
    _by_so_much,
    _gives_it,
    _words,
)
