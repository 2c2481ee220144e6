"""The same sentence in a plainer order, where what is known of its form makes sure that it says the same.

    Uzbekistan, which is not in the CSTO, is not in the EAEU  ->  Uzbekistan is not in the CSTO, Uzbekistan is not in the EAEU
    China rather than Russia is the largest partner           ->  China, not Russia, is the largest partner
    what worries Moscow is that China has a base              ->  China has a base
    Astana has no intention of leaving                        ->  Astana does not intend to leave

Only a sentence of which something was left over is looked at so, and only an order in which nothing is left over is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.order.alone import alone
from dragoman.language.order.apposed import apposed
from dragoman.language.order.clefts import clefts
from dragoman.language.order.equated import equated
from dragoman.language.order.fronted import fronted
from dragoman.language.order.gone import gone
from dragoman.language.order.identified import identified
from dragoman.language.order.members import members
from dragoman.language.order.picked import picked
from dragoman.language.order.placed import placed
from dragoman.language.order.relatives import relatives
from dragoman.language.order.reworded import reworded
from dragoman.language.order.singled import singled
from dragoman.language.order.undergone import undergone
from dragoman.language.order.whose_people import whose_people
from dragoman.language.words import english, hedges
from dragoman.language.words.effects import Effect
from dragoman.language.words.numbers import figure_at
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token

_WHO = frozenset({"which", "who"})
_RATHER = (("rather", "than"), ("instead", "of"), ("as", "opposed", "to"), ("and", "not"), ("but", "not"))
_FACTIVE = re.compile(
    r"what (?:really |most |also |now |further |especially )?"
    r"(?:worries|bothers|troubles|alarms|concerns|annoys|irks|irritates|angers|pleases|strikes|surprises|unsettles|disturbs"
    r"|frightens|unnerves|reassures|interests|matters|counts|stands out|is (?:new|important|interesting|striking|clear|certain"
    r"|remarkable|notable|worrying|true|known|different|decisive|crucial|key|more|beyond doubt))"
    r"(?: [\w' ]{1,40}?)? is (?:that|this :|:) "
)
_THERE_IS = frozenset(
    (one, other)
    for one, others in (
        ("we", ("have", "see", "find")),
        ("you", ("have", "find")),
        ("there", ("is", "are")),
        ("one", ("has", "finds")),
    )
    for other in others
)
_MOST_EXCEPTED = 6
_STAYS = frozenset({"stays", "stay", "remains", "remain", "stands", "stand"})
_WHERE = frozenset({"where", "as", "what"})
_MEANT = {
    "intention": "intend", "intentions": "intend", "plan": "plan", "plans": "plan", "wish": "wish", "desire": "want",
    "interest": "want", "ambition": "want", "appetite": "want",
}  # fmt: skip
_HELPING = english.BE | english.DO | english.HAVE | english.MODALS | english.NEGATORS | {"will"}
_MOST_BEFORE = 10
"""Tokens before what is said, where a sentence begins with `what`."""


def but_not(tokens: list[Token]) -> list[Token]:
    """The tokens of `except Turkmenistan`, said after a line about all, as `but not Turkmenistan`; else the same."""
    if not 2 <= len(tokens) <= _MOST_EXCEPTED or tokens[0].text not in ("except", "excluding"):
        return tokens
    first, rest = tokens[0], tokens[1 + (tokens[1].text == "for") :]
    return [first._replace(text=word, stem=word) for word in ("but", "not")] + rest


def as_before(tokens: list[Token]) -> list[Token]:
    """The tokens of `stays where it was` as `stays unchanged`, before the `was` can be taken for what is over; else the same."""
    for at in range(1, len(tokens) - 3):
        if tokens[at].text not in _STAYS:
            continue
        where, it, was = (token.text for token in tokens[at + 1 : at + 4])
        if where in _WHERE and (it, was) in (("it", "was"), ("they", "were")):
            is_so = [tokens[at], tokens[at + 3]._replace(text="unchanged", stem=stem("unchanged"))]
            return [*tokens[:at], *is_so, *as_before(tokens[at + 4 :])]
    return _as_charged(_as_waited(_as_both(_as_what(tokens))))


def _as_what(tokens: list[Token]) -> list[Token]:
    """The tokens of `40 euros: that is what it costs` as `40 euros is what it costs`."""
    for at in range(1, min(len(tokens) - 4, _MOST_BEFORE)):
        if tokens[at].text in _BEFORE_THAT and [one.text for one in tokens[at + 1 : at + 4]] in _THAT_IS_WHAT:
            is_ = tokens[at + 2]._replace(text="is", stem=stem("is"))
            return [*tokens[:at], is_, *tokens[at + 3 :]]
    return tokens


_BEFORE_THAT = frozenset({":", ",", "-"})
_THAT_IS_WHAT = (["that", "is", "what"], ["that", "'s", "what"], ["this", "is", "what"])


def _as_both(tokens: list[Token]) -> list[Token]:
    """The tokens of `works in either direction` as `in both directions`, before the `either` can be taken for that of a denial."""
    for at in range(2, len(tokens) - 1):
        both = _SIDES.get(tokens[at + 1].text) if tokens[at].text == "either" else None
        if both and tokens[at - 1].text in PREPOSITIONS and english.NEGATORS.isdisjoint(one.text for one in tokens):
            of_both = [tokens[at]._replace(text=one, stem=stem(one)) for one in ("both", both)]
            return [*tokens[:at], *of_both, *tokens[at + 2 :]]
    return tokens


_SIDES = {"direction": "directions", "side": "sides", "end": "ends", "bank": "banks"}


def _as_waited(tokens: list[Token]) -> list[Token]:
    """The tokens of `patients have to wait six weeks`, `must wait six weeks`, as `wait six weeks`: so long they do wait, whoever makes them."""
    for at in range(1, len(tokens) - 3):
        has, to, wait = (token.text for token in tokens[at : at + 3])
        is_must = has == "must" and to == "wait"
        is_had = (to, wait) == ("to", "wait") and has in english.HAVE
        if not (is_must or is_had) or tokens[at - 1].text in _NOT_YET:
            continue
        behind = at + 3 - is_must
        behind += tokens[behind].text == "for"
        if behind < len(tokens) and figure_at(tokens, behind) is not None:
            waits = "waits" if has == "has" else "waited" if has == "had" else "wait"
            return [*tokens[:at], tokens[at + 1]._replace(text=waits, stem=stem(waits)), *tokens[behind:]]
    return tokens


def _as_charged(tokens: list[Token]) -> list[Token]:
    """The tokens of `a seat will set you back 22 euros`, `sets a buyer back 22 euros` as `costs 22 euros`: what one who buys now pays."""
    for at in range(1, len(tokens) - 3):
        texts = [token.text for token in tokens[at : at + _SET_BACK]]
        verb = texts[0] not in _WILL and texts[0] == "sets" and "back" in texts[2:]
        will = texts[0] in _WILL and texts[2] in _WHOM
        is_set = will and texts[1] == "set" and texts[3] == "back"
        if not (verb or is_set or (will and texts[1] in ("cost", "run"))):
            continue
        end = at + (texts.index("back") + 1 if verb else 3 + is_set)
        if not _THEN.isdisjoint(token.text for token in tokens) or (verb and figure_at(tokens, end) is None):
            return tokens
        costs = tokens[at]._replace(text="costs", stem=stem("costs"))
        return [*tokens[:at], costs, *tokens[end:]]
    return tokens


_SET_BACK = 5
_NOT_YET = english.MODALS | english.NEGATORS | {"will", "'ll", "to", "not", "never", "longer"}
"""Who would have to wait waits not, or not now."""
_WILL = frozenset({"will", "'ll"})
_WHOM = frozenset({"you", "us", "me", "one", "him", "her", "them", "people", "passengers"})
_THEN = (
    frozenset(
        english.lines(
            "next | soon | tomorrow | then | once | when | if | unless | after | by | until | before | from | starting | later | eventually"
            "| year | month | week | summer | winter | spring | autumn | not | never | no | would | might | probably | think | expect | new"
        )
    )
    | english.MODALS
)
"""What says that it is not now that it costs so much, or that it is not so."""


def rearranged(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each plainer order that it has."""
    for reorder in (_apart, _relative, _rather, _what, _intention, _have_there, _resumed, _fronted, _like):
        tokens = reorder(line)
        if tokens is not None:
            yield tokens
    yield from turned(line)


def turned(line: Line) -> Iterator[list[Token]]:
    """Those of them that only undo a turn of speech, so that what is left may be put into other words in its turn."""
    yield from relatives(line)
    yield from apposed(line)
    yield from whose_people(line)
    yield from picked(line)
    yield from undergone(line)
    yield from members(line)
    yield from placed(line)
    yield from identified(line)
    yield from equated(line)
    yield from fronted(line)
    yield from singled(line)
    yield from reworded(line)
    yield from clefts(line)
    yield from gone(line)
    yield from alone(line)


def _first(line: Line, at: int = 0) -> Mention | None:
    """Who is named there, the longest."""
    return next((m for m in line.mentions[at] if m.kind != PRONOUN), None) if at < len(line) else None


def _comma(like: Token) -> Token:
    return Token(",", ",", like.start, like.start, False)


def _apart(line: Line) -> list[Token] | None:
    """`in that of X`: the `that` stands for what was said before and begins no clause."""
    drop = {
        at
        for at in range(2, len(line) - 2)
        if line.texts[at] == "that" and line.texts[at + 1] == "of" and line.texts[at - 1] in PREPOSITIONS
    }
    return [token for at, token in enumerate(line.tokens) if not drop & {at, at + 1}] if drop else None


def _relative(line: Line) -> list[Token] | None:
    """`A, which does this, does that` as two clauses about A."""
    start = int(line.texts[:1] == ["the"])
    named = _first(line, start)
    if named is None or line.texts[named.end : named.end + 1] != [","]:
        return None
    opens = named.end + 1
    if opens >= len(line) or line.texts[opens] not in _WHO:
        return None
    closes = [at for at in range(opens + 2, len(line) - 1) if line.texts[at] == ","]
    if len(closes) != 1:
        return None
    subject = line.tokens[: named.end]
    return [
        *subject,
        *line.tokens[opens + 1 : closes[0]],
        line.tokens[closes[0]],
        *subject,
        *line.tokens[closes[0] + 1 :],
    ]


def _rather(line: Line) -> list[Token] | None:
    """`A rather than B does it` as `A, not B, does it`, where A stands first."""
    start = 2 * (line.texts[:2] in (["it", "is"], ["it", "was"]))
    start += line.texts[start : start + 1] == ["the"]
    named = _first(line, start)
    if named is None:
        return None
    for words in _RATHER:
        apart = named.end + (line.texts[named.end : named.end + 1] == [","])
        end = apart + len(words)
        if tuple(line.texts[apart:end]) != words:
            continue
        end += line.texts[end : end + 1] == ["the"]
        other = _first(line, end)
        if other is None or other.end + 2 > len(line):
            return None
        after = other.end + (line.texts[other.end] == ",")
        rest = line.tokens[after + (line.texts[after] in ("that", "which", "who", ",")) :]
        comma = _comma(line.tokens[named.end])
        denial = line.tokens[named.end]._replace(text="not", stem="not")
        return [*line.tokens[start : named.end], comma, denial, *line.tokens[end : other.end], comma, *rest]
    return None


def _intention(line: Line) -> list[Token] | None:
    """`has no plans to leave` as `does not plan to leave`."""
    for at in range(1, len(line) - 4):
        have, no, noun, link, verb = line.tokens[at : at + 5]
        meant = _MEANT.get(noun.text)
        if have.text not in english.HAVE or no.text != "no" or meant is None or link.text not in ("of", "to", "in"):
            continue
        words = (
            have._replace(text="does", stem="do"), no._replace(text="not", stem="not"),
            noun._replace(text=meant, stem=stem(meant)), link._replace(text="to", stem="to"),
            verb if link.text == "to" else verb._replace(text=verb.stem),
        )  # fmt: skip
        return [*line.tokens[:at], *words, *line.tokens[at + 5 :]]
    return None


def _have_there(line: Line) -> list[Token] | None:
    """`in X we have 24 degrees`, `in X there is a guard`, as what X has."""
    place = next((mark for mark in line.marks[0] if mark.effect is Effect.PLACE), None)
    named = next((m for several in line.mentions[1:4] for m in several if m.kind != PRONOUN), None)
    if place is None or named is None or tuple(line.texts[place.end : place.end + 2]) not in _THERE_IS:
        return None
    start = next(at for at in range(1, 4) if named in line.mentions[at])
    verb = line.tokens[place.end + 1]
    return [*line.tokens[start : named.end], verb._replace(text="has", stem=stem("has")), *line.tokens[place.end + 2 :]]


def _resumed(line: Line) -> list[Token] | None:
    """`A and B, they do it` and `the Chinese they do it` without what names them again."""
    named = _first(line, int(line.texts[:1] == ["the"]) or int(line.texts[:1] == ["both"]))
    end = named.end if named is not None else 0
    at = end + (line.texts[end : end + 1] == [","])
    if (pair := _pair_end(line)) and pair + 1 < len(line):
        colon = line.texts.index(":")
        return [*_and(line.tokens[:colon]), *line.tokens[pair:]]
    if end and named is not None and line.texts[end : end + 1] in ([":"], ["-"]) and len(named.names) > 1:
        size = next((len(one) for one in _PAIR if tuple(line.texts[end + 1 : end + 1 + len(one)]) == one), 0)
        if size and len(named.names) == 2 and end + 1 + size < len(line):
            return [*line.tokens[:end], *line.tokens[end + 1 + size :]]
    if not end or line.texts[at : at + 1] not in _HE:
        comma = next((one for one in range(1, min(len(line), _MOST_BEFORE + 2)) if line.texts[one] == ","), 0)
        end, at = (comma, comma + 1) if comma and _is_topic(line, comma) else (0, 0)
    is_again = end > 0 and at + 2 < len(line) and [line.texts[at]] in _HE and at not in line.attributed
    is_again = is_again and _SAID.isdisjoint(line.texts[at + 1 : at + 4])
    return [*line.tokens[:end], *line.tokens[at + 1 :]] if is_again else None


def _pair_end(line: Line) -> int:
    """Where `these two` ends behind a colon, before which two stand by themselves: `A + B: these two do not fit`; else 0."""
    colon = next((at for at, text in enumerate(line.texts[: _MOST_BEFORE + 2]) if text == ":"), 0)
    joints = [text for text in line.texts[:colon] if text in ("and", "+", "&")]
    is_bare = bool(joints) and _HELPING.isdisjoint(line.texts[:colon]) and "," not in line.texts[:colon]
    size = next((len(one) for one in _PAIR[:3] if tuple(line.texts[colon + 1 : colon + 1 + len(one)]) == one), 0)
    return colon + 1 + size if is_bare and size else 0


def _and(tokens: list[Token]) -> list[Token]:
    return [
        token._replace(text="and", stem="and", is_word=True) if token.text in ("+", "&") else token for token in tokens
    ]


_PAIR = (
    ("these", "two"), ("those", "two"), ("the", "two", "of", "them"), ("the", "two"), ("the", "pair"), ("both", "of", "them"), ("both",),
    ("they", "both"), ("they",),
)  # fmt: skip
_HE = (["they"], ["it"], ["he"], ["she"])
_SAID = (
    hedges.SAYING | hedges.DENYING | frozenset({"think", "believe", "known", "thought", "believed", "seems", "appears"})
)


def _is_topic(line: Line, end: int) -> bool:
    """Whether what stands before a comma may be who or what is spoken of: it names somebody and has no verb that shows."""
    first = line.texts[:end]
    is_bare = _HELPING.isdisjoint(first) and first[0] not in PREPOSITIONS | english.ASKING | english.IFS
    return is_bare and english.BOUNDARIES.isdisjoint({*first} - {"and"}) and any(line.mentions[:end])


def _fronted(line: Line) -> list[Token] | None:
    """`the whale it received as a gift` as `it received the whale as a gift`."""
    named = _first(line, int(line.texts[:1] == ["the"]))
    if named is None or line.texts[named.end : named.end + 1] not in (["it"], ["they"], ["he"], ["she"]):
        return None
    verb = named.end + 1
    if named.end in line.attributed:
        return None  # `the whale, they say, ...`
    while verb < len(line) and (line.texts[verb] in _HELPING or line.free(verb)):
        verb += 1
    if verb >= len(line) or _first(line, verb) is not None:
        return None
    return [*line.tokens[named.end : verb + 1], *line.tokens[: named.end], *line.tokens[verb + 1 :]]


def _like(line: Line) -> list[Token] | None:
    """`A, like B, does it` as `A and B do it`."""
    named = _first(line, int(line.texts[:1] == ["the"]))
    if named is None or line.texts[named.end : named.end + 2] != [",", "like"]:
        return None
    start = named.end + 2 + (line.texts[named.end + 2 : named.end + 3] == ["the"])
    other = _first(line, start)
    if other is None or line.texts[other.end : other.end + 1] != [","]:
        return None
    joint = line.tokens[named.end]._replace(text="and", stem="and", is_word=True)
    return [*line.tokens[: named.end], joint, *line.tokens[start : other.end], *line.tokens[other.end + 1 :]]


def _what(line: Line) -> list[Token] | None:
    """What follows `what worries X is that`: it takes for granted that it is so."""
    if line.texts[:1] != ["what"]:
        return None
    texts = line.texts[: _MOST_BEFORE + 1]
    for at in range(3, len(texts)):
        if _FACTIVE.fullmatch(" ".join((*texts[:at], ""))):
            return line.tokens[at:] if english.NEGATORS.isdisjoint(texts[:at]) else None
    return None
