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

from dragoman.language.grammar.lexicon import ADJECTIVE, PEOPLE
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.order.formal_orders import GROUND, ORDERS, named_there
from dragoman.language.order.singled import word
from dragoman.language.turns.reduced import reduced
from dragoman.language.words import english, hedges
from dragoman.language.words.effects import Effect
from dragoman.language.words.tokens import Token, tokens_of

_LIGHT = frozenset(
    english.lines("has | have | conducts | conduct | pursues | pursue | maintains | maintain | runs | run")
)
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
_WISHES = frozenset({"ambition", "desire", "wish", "aspiration"})
_FIRMS = frozenset(
    english.lines(
        "company | firm | group | maker | agency | town | city | village | island | club | hotel | bank | party | union | museum | school | country"
    )
)
"""What stands before a name, with a `the`, and says no more than what sort of thing that is."""
_CUES = (
    GROUND
    | _FIRMS
    | _BEGUN
    | frozenset(_POSSESSING)
    | _WHICH
    | _WISHES
    | frozenset(
        english.lines(
            "come | side | part | vessel | request | where | entered | begun | started | opened | taken | equally | membership | one | right | of | from | owing"
        )
    )
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
        shorter = reduced(now)
        if shorter is not None:
            yield shorter


def _on_soil(line: Line) -> list[Token] | None:
    """`on the territory of A`, `on Tajik soil`: in A."""
    for at in range(len(line) - 2):
        if line.texts[at] not in ("on", "upon", "within"):
            continue
        first = at + 1 + (line.texts[at + 1] == "the")
        if line.texts[first] in GROUND and line.texts[first + 1 : first + 2] == ["of"] and named_there(line, first + 2):
            return [*line.tokens[:at], word("in", line.tokens[at]), *line.tokens[first + 2 :]]
        named = next((m for m in line.mentions[first] if m.kind == ADJECTIVE and len(m.names) == 1), None)
        if named is not None and line.texts[named.end : named.end + 1] != [] and line.texts[named.end] in GROUND:
            like = line.tokens[at]
            title = line.grammar.lexicon.entities[named.names[0]].title
            name = [t._replace(start=like.start, end=like.start) for t in tokens_of(title)]
            return [*line.tokens[:at], word("in", like), *name, *line.tokens[named.end + 1 :]]
    return None


def _which_has(line: Line) -> list[Token] | None:
    """`the loans which A has from B`, `the policy which A is conducting`: A's loans from B."""
    for at in range(2, len(line) - 2):
        noun = at - 1
        if line.texts[at] not in _WHICH or line.mentions[noun] or not line.tokens[noun].is_word:
            continue
        the = next((n for n in range(noun - 1, max(-1, noun - 4), -1) if line.texts[n] == "the"), -1)
        named = named_there(line, at + 1)
        if the < 0 or named is None or named.end >= len(line):
            continue
        verb = named.end
        is_doing = line.texts[verb] in ("is", "are") and line.texts[verb + 1 : verb + 2] != []
        end = verb + 2 if is_doing and line.texts[verb + 1] in _LIGHT_DOING else verb + 1
        is_light = end == verb + 2 or (line.texts[verb] in _LIGHT and not is_doing)
        is_done = (
            line.texts[end : end + 1] != [] and line.texts[end].endswith(("ed", "en", "n", "t")) and end < len(line)
        )
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
        is_named = any(m.kind != PRONOUN for m in line.mentions[at])
        if line.texts[at] not in lexicon.kind_words | _FIRMS | {"vessel"} or is_named:
            continue
        named = next((m for m in line.mentions[at + 1] if m.kind not in (PRONOUN, ADJECTIVE)), None)
        if named is None or len(named.names) != 1 or not line.tokens[at + 1].is_capital:
            continue
        kinds = lexicon.kinds[named.names[0]]
        start = at - (at > 0 and line.texts[at - 1] == "the")
        is_bare = start == 0 or not line.tokens[start - 1].is_word or start < at
        if is_bare and (line.texts[at] in kinds or (line.texts[at] == "vessel" and "ship" in kinds)):
            return [*line.tokens[:start], *line.tokens[at + 1 :]]
        if start < at and line.texts[at] in _FIRMS:
            return [*line.tokens[:start], *line.tokens[at + 1 :]]
    return None


def _no_right(line: Line) -> list[Token] | None:
    """`does not have the right to work and to settle there`: has no right to work and settle there."""
    for at in range(1, len(line) - 5):
        is_right = line.texts[at + 2 : at + 4] == ["have", "the"] and line.texts[at + 5] == "to"
        if line.texts[at] in ("do", "does") and line.texts[at + 1] == "not" and is_right:
            like = line.tokens[at]
            has = word("has" if like.text == "does" else "have", like)
            rest = line.tokens[at + 4 :]
            rest = [t for n, t in enumerate(rest) if not (t.text == "to" and n > 1 and rest[n - 1].text == "and")]
            return [*line.tokens[:at], has, word("no", like), *rest]
    return None


def _and_that(line: Line) -> list[Token] | None:
    """`note that A is so and that B is so`, without the first `that`: A is so and B is so."""
    at = next((at for at in range(3, len(line) - 3) if line.texts[at] == "that"), 0)
    is_joint = at > 0 and line.texts[at - 1] == "and" and line.texts[at + 1] not in english.BE | {"of"}
    is_said = (
        not is_joint
        or not hedges.SAYING.isdisjoint(line.texts[:at])
        or any(
            mark.effect in (Effect.HEDGES, Effect.REPORTED, Effect.DENIED_BY)
            for several in line.marks[:at]
            for mark in several
        )
    )
    return None if is_said else [*line.tokens[: at - 1], word("and", line.tokens[at]), *line.tokens[at + 1 :]]


def _place_of(line: Line) -> list[Token] | None:
    """`in the shipyard of A`, `on the island of A`: in A, where A is one."""
    for at in range(len(line) - 3):
        named = (
            named_there(line, at + 3) if line.texts[at] == "the" and line.texts[at + 2] in ("of", "at", "in") else None
        )
        if named is None or len(named.names) != 1 or line.mentions[at + 1] or named.kind in (ADJECTIVE, PEOPLE):
            continue
        if english.is_role(line.texts[at + 1]):
            continue  # `the supplier of A` is another, though A is one
        if any(line.texts[at + 1].endswith(kind) for kind in line.grammar.lexicon.kinds[named.names[0]]):
            return [*line.tokens[:at], *line.tokens[at + 3 :]]
    return None


def _wishes(line: Line) -> list[Token] | None:
    """`has the ambition to`: wants to."""
    for at in range(1, len(line) - 4):
        is_wish = line.texts[at + 1] == "the" and line.texts[at + 2] in _WISHES and line.texts[at + 3] == "to"
        if line.texts[at] in ("has", "have") and is_wish:
            wants = word("wants" if line.texts[at] == "has" else "want", line.tokens[at])
            return [*line.tokens[:at], wants, *line.tokens[at + 3 :]]
    return None


def _membership(line: Line) -> list[Token] | None:
    """`has as well the membership in B`: is a member of B as well; `A and equally B`: A and B."""
    tokens = [t for at, t in enumerate(line.tokens) if not (t.text == "equally" and at and line.texts[at - 1] == "and")]
    for at in range(1, len(tokens) - 3):
        first = at + 1 + 2 * ([t.text for t in tokens[at + 1 : at + 3]] == ["as", "well"])
        first += first < len(tokens) and tokens[first].text == "the"
        texts = [t.text for t in tokens[first : first + 2]]
        if tokens[at].text in ("has", "have", "enjoys", "enjoy") and texts in (
            ["membership", "in"],
            ["membership", "of"],
        ):
            like = tokens[at]
            is_one = like.text in ("has", "enjoys")
            said = [word(one, like) for one in (("is", "a", "member", "of") if is_one else ("are", "members", "of"))]
            return [*tokens[:at], *said, *tokens[first + 2 :]]
    return tokens if len(tokens) < len(line) else None


def _because(line: Line) -> list[Token] | None:
    """`on account of B`, `owing to B`: because of B."""
    for at in range(2, len(line) - 1):
        size = next((len(words) for words in _CAUSES if tuple(line.texts[at : at + len(words)]) == words), 0)
        if size:
            like = line.tokens[at]
            return [*line.tokens[:at], word("because", like), word("of", like), *line.tokens[at + size :]]
    return None


_CAUSES = (("on", "account", "of"), ("owing", "to"), ("by", "reason", "of"), ("on", "grounds", "of"))

_TURNS: tuple[Callable[[Line], list[Token] | None], ...] = (
    *ORDERS[:2],
    _on_soil,
    *ORDERS[2:5],
    _which_has,
    _come_to,
    _entered_into,
    _possess,
    _no_right,
    _wishes,
    _membership,
    _place_of,
    _vessel,
    _and_that,
    _because,
    *ORDERS[5:],
)
"""In which order they are put: whose ground it is before where it stands."""
