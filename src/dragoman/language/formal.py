"""Turns of letters, treaties and learned books in the plainer words that say the same.

    there is on the territory of A a base         ->  there is a base in A
    a base on Tajik soil                          ->  a base in Tajikistan
    the loans which A has from B                  ->  A's loans from B
    A has come to doubt B                         ->  A doubts B
    A has entered into talks with B               ->  A is in talks with B
    A does not possess the right to B             ->  A does not have the right to B
    the vessel Saint Olan                         ->  Saint Olan
    A is the country in which B does it           ->  B does it in A
    A, in which B does it, does that              ->  B does it in A, A does that
    from the side of A, B was asked               ->  B was asked by A

As for all other orders, one counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dragoman.language import english
from dragoman.language.lexicon import ADJECTIVE
from dragoman.language.line import Line
from dragoman.language.mentions import PRONOUN, Mention
from dragoman.language.singled import word
from dragoman.language.tokens import Token, tokens_of

_GROUND = frozenset({"territory", "soil", "ground"})
_LIGHT = frozenset(english.lines("has | have | conducts | conduct | pursues | pursue | maintains | maintain | runs | run"))
_LIGHT_DOING = frozenset(english.lines("conducting | pursuing | maintaining | running | having"))
_STATES = frozenset(
    english.lines(
        """
        doubt | rely | depend | lean | resent | trust | distrust | mistrust | value | prize | regard | see | view | dominate | rival
        dread | fear | expect | appreciate | respect | dislike | like | love | need | enjoy | tolerate | accept | outweigh | overshadow
        """
    )
)
_BEGUN = frozenset(english.lines("entered into | begun | started | opened | commenced | taken up"))
_TALKING = frozenset({"negotiations", "talks", "discussions", "consultations"})
_POSSESSING = {"possess": "have", "possesses": "has", "possessing": "having"}
_WHICH = frozenset({"which", "that"})
_IS = frozenset({"is", "are", "remains"})
_COUNTRY = frozenset(english.lines("country | state | place | republic | harbour | port | island | house | one | room | city | town"))
_CUES = (
    _GROUND
    | _BEGUN
    | frozenset(_POSSESSING)
    | _WHICH
    | {"come", "entered", "taken", "side", "part", "vessel", "addressed", "where", "until"}
)


def formal(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence with each such turn, one behind the other, in plainer words; none if it has none."""
    if _CUES.isdisjoint(line.texts) and not any(text in line.grammar.lexicon.kind_words for text in line.texts):
        return
    now, is_put = line, False
    for turn in _TURNS:
        tokens = turn(now)
        if tokens is not None and len(tokens) > 1:
            now, is_put = Line(line.grammar, line.text, tokens, line.before, widely=True), True
    if is_put:
        yield now.tokens


def _named(line: Line, at: int) -> Mention | None:
    at += line.texts[at : at + 1] == ["the"]
    found = [m for m in line.mentions[at] if m.kind != PRONOUN] if at < len(line) else []
    return max(found, key=lambda m: m.end, default=None)


def _on_soil(line: Line) -> list[Token] | None:
    """`on the territory of A`, `on Tajik soil`: in A."""
    for at in range(len(line) - 2):
        if line.texts[at] not in ("on", "upon", "within"):
            continue
        first = at + 1 + (line.texts[at + 1] == "the")
        if line.texts[first] in _GROUND and line.texts[first + 1 : first + 2] == ["of"] and _named(line, first + 2):
            return [*line.tokens[:at], word("in", line.tokens[at]), *line.tokens[first + 2 :]]
        named = next((m for m in line.mentions[first] if m.kind == ADJECTIVE and len(m.names) == 1), None)
        if named is not None and line.texts[named.end : named.end + 1] != [] and line.texts[named.end] in _GROUND:
            like = line.tokens[at]
            title = line.grammar.lexicon.entities[named.names[0]].title
            name = [t._replace(start=like.start, end=like.start) for t in tokens_of(title)]
            return [*line.tokens[:at], word("in", like), *name, *line.tokens[named.end + 1 :]]
    return None


def _there_is_on(line: Line) -> list[Token] | None:
    """`there is in A a base`: there is a base in A."""
    at = next((at for at in range(len(line) - 4) if line.texts[at] == "there" and line.texts[at + 1] in _IS), -1)
    if at < 0 or line.texts[at + 2] not in ("in", "on", "at"):
        return None
    named = next((m for m in line.mentions[at + 3]), None)
    if named is None or line.texts[named.end : named.end + 1] not in (["a"], ["an"], ["no"]):
        return None
    end = next((n for n in range(named.end, len(line)) if line.is_cut(n)), len(line))
    return [*line.tokens[: at + 2], *line.tokens[named.end : end], *line.tokens[at + 2 : named.end], *line.tokens[end:]]


def _which_has(line: Line) -> list[Token] | None:
    """`the loans which A has from B`, `the policy which A is conducting`: A's loans from B."""
    for at in range(2, len(line) - 2):
        noun = at - 1
        if line.texts[at] not in _WHICH or line.mentions[noun] or not line.tokens[noun].is_word:
            continue
        the = next((n for n in range(noun - 1, max(-1, noun - 4), -1) if line.texts[n] == "the"), -1)
        named = _named(line, at + 1)
        if the < 0 or named is None or named.end >= len(line):
            continue
        verb = named.end
        is_doing = line.texts[verb] in ("is", "are") and line.texts[verb + 1 : verb + 2] != []
        end = verb + 2 if is_doing and line.texts[verb + 1] in _LIGHT_DOING else verb + 1
        is_light = end == verb + 2 or (line.texts[verb] in _LIGHT and not is_doing)
        is_done = line.texts[end : end + 1] != [] and line.texts[end].endswith(("ed", "en", "n", "t")) and end < len(line)
        if not is_light or (is_done and line.texts[verb] in english.HAVE and line.texts[end] not in ("in", "against")):
            continue
        like = line.tokens[at]
        owner = [*line.tokens[at + 1 : named.end], Token("'s", "'s", like.start, like.start, False)]
        return [*line.tokens[:the], *owner, *line.tokens[the + 1 : at], *line.tokens[end:]]
    return None


def _come_to(line: Line) -> list[Token] | None:
    """`A has come to doubt B`: A doubts B."""
    for at in range(1, len(line) - 3):
        if line.texts[at] in ("has", "have") and line.texts[at + 1 : at + 3] == ["come", "to"]:
            verb = line.tokens[at + 3]
            if verb.text in _STATES:
                text = verb.text if line.texts[at] == "have" else f"{verb.text}s"
                return [*line.tokens[:at], verb._replace(text=text), *line.tokens[at + 4 :]]
    return None


def _entered_into(line: Line) -> list[Token] | None:
    """`has entered into talks`: is in talks."""
    for at in range(1, len(line) - 3):
        if line.texts[at] not in ("has", "have"):
            continue
        for size in (2, 1):
            end = at + 1 + size
            is_talk = line.texts[end : end + 1] != [] and line.texts[end] in _TALKING
            if is_talk and " ".join(line.texts[at + 1 : end]) in _BEGUN:
                like = line.tokens[at]
                be = "is" if like.text == "has" else "are"
                return [*line.tokens[:at], word(be, like), word("in", like), *line.tokens[end:]]
    return None


def _possess(line: Line) -> list[Token] | None:
    """`possesses`: has."""
    at = next((at for at, text in enumerate(line.texts) if text in _POSSESSING), None)
    if at is None:
        return None
    return [*line.tokens[:at], word(_POSSESSING[line.texts[at]], line.tokens[at]), *line.tokens[at + 1 :]]


def _vessel(line: Line) -> list[Token] | None:
    """`the vessel Saint Olan`: Saint Olan, where it is a vessel."""
    lexicon = line.grammar.lexicon
    for at in range(len(line) - 1):
        if line.texts[at] not in lexicon.kind_words | {"vessel"} or line.mentions[at]:
            continue
        named = next((m for m in line.mentions[at + 1] if m.kind not in (PRONOUN, ADJECTIVE)), None)
        if named is None or len(named.names) != 1 or not line.tokens[at + 1].is_capital:
            continue
        kinds = lexicon.kinds[named.names[0]]
        start = at - (at > 0 and line.texts[at - 1] == "the")
        is_bare = start == 0 or not line.tokens[start - 1].is_word or start < at
        if is_bare and (line.texts[at] in kinds or (line.texts[at] == "vessel" and "ship" in kinds)):
            return [*line.tokens[:start], *line.tokens[at + 1 :]]
    return None


def _country_in_which(line: Line) -> list[Token] | None:
    """`A is the country in which B does it`: B does it in A; `A, in which B does it, does that` as both."""
    named = _named(line, 0)
    if named is None or named.end + 4 >= len(line):
        return None
    who = line.tokens[: named.end]
    if line.texts[named.end] == ",":
        starts = _behind_where(line, named.end + 1)
        closes = [at for at in range(starts, len(line) - 2) if line.texts[at] == ","] if starts else []
        if len(closes) != 1:
            return None
        [end] = closes
        place = word("in", line.tokens[named.end])
        rest = Line(line.grammar, line.text, [*who, *line.tokens[end + 1 :]], line.before, widely=True)
        behind = _country_in_which(rest) or rest.tokens
        return [*line.tokens[starts:end], place, *who, line.tokens[end], *behind]
    at = named.end
    if line.texts[at] not in _IS:
        return None
    at += 1
    while line.free(at) and line.texts[at] != "the" and at < len(line) - 3:
        at += 1
    if line.texts[at] != "the" or line.texts[at + 1] not in _COUNTRY:
        return None
    starts = _behind_where(line, at + 2)
    if not starts or any(text == "," for text in line.texts[starts:]):
        return None
    return [*line.tokens[starts:], word("in", line.tokens[at]), *who]


def _behind_where(line: Line, at: int) -> int:
    """Where a clause goes on behind `in which` or `where`, or 0."""
    if line.texts[at : at + 1] == ["where"]:
        return at + 1
    return at + 2 if line.texts[at : at + 2] in (["in", "which"], ["on", "which"], ["at", "which"]) else 0


def _from_the_side(line: Line) -> list[Token] | None:
    """`from the side of A, B was asked`, `on the part of A, ...`: B was asked by A."""
    if line.texts[:4] not in (["from", "the", "side", "of"], ["on", "the", "part", "of"], ["on", "the", "side", "of"]):
        return None
    named = _named(line, 4)
    if named is None or line.texts[named.end : named.end + 1] != [","] or "," in line.texts[named.end + 1 :]:
        return None
    who, rest = line.tokens[4 : named.end], line.tokens[named.end + 1 :]
    return _asked(line, who, rest) or [*rest, word("by", line.tokens[0]), *who]


def _asked(line: Line, who: list[Token], rest: list[Token]) -> list[Token] | None:
    """`the request for C has been addressed to B`, by A: A has asked B for C."""
    texts = [token.text for token in rest]
    start = int(texts[:1] in (["the"], ["a"]))
    is_request = texts[start : start + 2] == ["request", "for"]
    done = next((at for at in range(start + 3, len(texts) - 2) if texts[at] in _ADDRESSED), 0)
    has = done - 2 if texts[done - 1 : done] == ["been"] else done - 1
    if not is_request or not done or texts[done + 1] != "to" or has <= start + 2 or texts[has] not in ("has", "is", "was"):
        return None
    like = line.tokens[0]
    whom, what = rest[done + 2 :], rest[start + 1 : has]
    return [*who, word("has", like), word("asked", like), *whom, *what]


_ADDRESSED = frozenset({"addressed", "put", "directed", "sent", "submitted", "made", "presented"})


def _address(line: Line) -> list[Token] | None:
    """`A has addressed a request for C to B`: A has asked B for C."""
    for at in range(1, len(line) - 5):
        request = at + 1 + (line.texts[at + 1] in english.ARTICLES)
        if line.texts[at] not in _ADDRESSED or line.texts[request : request + 2] != ["request", "for"]:
            continue
        to = next((n for n in range(request + 3, len(line) - 1) if line.texts[n] == "to" and _named(line, n + 1)), 0)
        if to:
            whom, what = line.tokens[to + 1 :], line.tokens[request + 1 : to]
            return [*line.tokens[:at], word("asked", line.tokens[at]), *whom, *what]
    return None


_TURNS: tuple[Callable[[Line], list[Token] | None], ...] = (
    _from_the_side,
    _on_soil,
    _there_is_on,
    _which_has,
    _come_to,
    _entered_into,
    _possess,
    _vessel,
    _country_in_which,
    _address,
)
"""In which order they are put."""
