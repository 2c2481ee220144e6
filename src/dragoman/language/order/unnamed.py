"""What is done by nobody in particular, or said to anybody, as the phrases have it.

    the regulator has revoked X's licence     ->  X's licence has been revoked
    nobody has taken X's licence away         ->  X's licence has not been taken away
    X is being financed by A                  ->  A is financing X
    no visitors are allowed at X              ->  visitors are not allowed at X
    nobody from A is allowed into X           ->  A is not allowed into X
    you do not use X for Y                    ->  we do not use X for Y
    A lends B money                           ->  A lends money to B
    A warns B it will leave                   ->  A warns B that it will leave

As for all of :mod:`dragoman.language.whole`, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from weakref import WeakKeyDictionary

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.grammar.lexicon import ADJECTIVE
from dragoman.language.line.line import Line
from dragoman.language.turns.renamed import is_denied, named_at, said_for
from dragoman.language.words import english
from dragoman.language.words.stems import UNCHANGED, is_past_participle, stem
from dragoman.language.words.tokens import Token, words_of
from dragoman.language.words.verbs import Form, inflected

_IN_CHARGE = frozenset(
    english.lines(
        """
        they | somebody | someone | owner | owners | council | board | court | courts | judge | judges | police | company | firm | committee
        director | directors | manager | managers | management | minister | ministers | ministry | president | king | queen | state
        authorities | officials | government | parliament | regulator | regulators | inspector | inspectors | inspectorate | association
        operator | operators | agency | watchdog | organisers | organizers | bosses | governor | prosecutor | prosecutors | commission
        """
    )
)
"""Who does what others may not do: what students have shut need not be."""
_SOON = frozenset({"just", "now", "already", "finally", "also", "since", "recently"})
_PARTICLES = frozenset({"up", "out", "off", "away", "down", "back", "over"})
_NO_PART = PREPOSITIONS | _PARTICLES
_NOBODY = (["nobody"], ["no", "one"], ["noone"])
_ALLOWED = frozenset(english.lines("allowed | permitted | admitted | let | welcome | accepted"))
_YOU = frozenset({"you", "one"})
_GIVING = frozenset(map(stem, english.lines("lend | give | sell | send | offer | grant | hand | pay | owe | promise")))
_WARNING = frozenset(map(stem, english.lines("warn | tell | assure | promise | inform | notify | remind")))
_MOST_THING = 6


def unnamed(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each such form that it has."""
    yield from _has_done(line)
    yield from _being_done(line)
    yield from _none_are(line)
    yield from _you_do(line)
    yield from _to_whom(line)
    yield from _that_it_will(line)
    yield from _its_police(line)


def _has_done(line: Line) -> Iterator[list[Token]]:
    """`the regulator has revoked X's licence`: it has been revoked; `nobody has`: it has not."""
    none = next((len(words) for words in _NOBODY if line.texts[: len(words)] == words), 0)
    who = none or int(line.texts[0] in english.ARTICLES)
    if not none:
        if who >= len(line) or line.texts[who] not in _IN_CHARGE or named_at(line, who) is not None:
            return
        if (line.texts[who] == "they" and line.before) or is_denied(line):
            return
        who += 1
    if line.texts[who : who + 1] not in (["has"], ["have"]):
        return
    verb = who + 1
    verb += line.texts[verb : verb + 1] != [] and line.texts[verb] in _SOON | {"yet", "ever"}
    if verb + 1 >= len(line) or not (is_past_participle(line.texts[verb]) or line.texts[verb] in UNCHANGED):
        return
    if line.texts[verb] in english.BE | english.HAVE or line.marks[verb]:
        return
    thing = verb + 1 + (line.texts[verb + 1] in _PARTICLES)
    done = line.tokens[verb:thing]
    end = _end_of_thing(line, thing)
    if end is None:
        return
    rest = line.tokens[end:]
    if rest and rest[0].text in _PARTICLES and thing == verb + 1:
        done, rest = [*done, rest[0]], rest[1:]
    if rest and rest[0].text == "from" and [token.text for token in rest[1:2]] in (["them"], ["it"]):
        rest = rest[2:]
    been = said_for(("has", "not", "been") if none else ("has", "been"), line.tokens[0])
    yield [*line.tokens[thing:end], *been, *done, *rest]


def _end_of_thing(line: Line, start: int) -> int | None:
    """Where what something is done to ends, who is named in it."""
    at, is_named = start, False
    while at < len(line) and not line.is_cut(at) and at - start <= _MOST_THING:
        named = named_at(line, at) if line.texts[at] not in english.ARTICLES else None
        if named is not None:
            is_named, at = True, named.end
        elif line.texts[at] in ("of", "'s") or (line.tokens[at].is_word and line.texts[at] not in _NO_PART):
            at += 1
        else:
            break
    return at if is_named else None


def _being_done(line: Line) -> Iterator[list[Token]]:
    """`X is being financed by A` as `A is financing X`."""
    at = next(
        (n for n in range(1, len(line) - 3) if line.texts[n] == "being" and line.texts[n - 1] in ("is", "are")), 0
    )
    by = at + 2
    if not at or line.texts[by : by + 1] != ["by"] or not is_past_participle(line.texts[at + 1]):
        return
    named = named_at(line, by + 1)
    if named is None:
        return
    start = next((n + 1 for n in range(at - 2, -1, -1) if line.is_cut(n) or line.texts[n] == "that"), 0)
    doing = said_for(("is", _doing(line.texts[at + 1])), line.tokens[at])
    yield [
        *line.tokens[:start], *line.tokens[by + 1 : named.end], *doing, *line.tokens[start : at - 1], *line.tokens[named.end :],
    ]  # fmt: skip


def _doing(done: str) -> str:
    """`financing` of `financed`."""
    if not done.endswith("ed"):
        return inflected(stem(done), Form.DOING)
    return f"{done[:-3]}ying" if done.endswith("ied") else f"{done[:-2]}ing"


def _none_are(line: Line) -> Iterator[list[Token]]:
    """`no visitors are allowed at X` as `visitors are not allowed at X`."""
    be = next((at for at in range(2, min(len(line) - 1, 5)) if line.texts[at] in ("is", "are")), 0)
    if line.texts[0] == "no" and be and line.texts[be + 1] in _ALLOWED and not any(line.mentions[1:be]):
        yield [*line.tokens[1 : be + 1], *said_for(("not",), line.tokens[0]), *line.tokens[be + 1 :]]


def _you_do(line: Line) -> Iterator[list[Token]]:
    """`you do not use X for Y`: we, they or people do not, as phrases have it; what somebody may do or is told to is another matter."""
    at = next((n for n, text in enumerate(line.texts[:_MOST_THING]) if text == "you"), -1)
    behind = line.texts[at + 1 : at + 2]
    if (
        at < 0
        or not behind
        or behind[0] in english.BE | english.HAVE | english.MODALS | {"will", "'ll", "'re", "'ve", "know"}
    ):
        return
    if at and not (line.is_cut(at - 1) or any(m.end == at for several in line.mentions[:at] for m in several)):
        return
    for who in ("we", "they", "people"):
        if who in line.grammar.surface and (who != "we" or _is_anybody(line.grammar)):
            yield [*line.tokens[:at], *said_for((who,), line.tokens[at]), *line.tokens[at + 1 :]]


_WE = re.compile(r"\((?:we\|[^()]*|[^()]*\|we|[^()]*\|we\|[^()]*)\)")
_ANYBODY: WeakKeyDictionary[Grammar, bool] = WeakKeyDictionary()


def _is_anybody(grammar: Grammar) -> bool:
    """Whether the `we` of the phrases is one of several who may do it, and not those who speak: `(doctors|we) use {x}`."""
    if grammar not in _ANYBODY:
        _ANYBODY[grammar] = any(_WE.search(phrase.text) for phrase in grammar.book.phrases)
    return _ANYBODY[grammar]


def _to_whom(line: Line) -> Iterator[list[Token]]:
    """`A lends B money` as `A lends money to B`; `does not lend B a single cent` as `does not lend money to B`."""
    for at in range(1, len(line) - 2):
        named = named_at(line, at + 1) if line.tokens[at].stem in _GIVING and not line.mentions[at] else None
        if named is None:
            continue
        end = next(
            (n for n in range(named.end, len(line)) if line.is_cut(n) or line.texts[n] in PREPOSITIONS), len(line)
        )
        thing = line.tokens[named.end : end]
        if (
            thing
            and len(thing) <= _MOST_THING
            and not any(line.mentions[named.end : end])
            and line.texts[named.end] != "'s"
        ):
            to = said_for(("to",), line.tokens[at])
            yield [*line.tokens[: at + 1], *thing, *to, *line.tokens[at + 1 : named.end], *line.tokens[end:]]
        return


def _that_it_will(line: Line) -> Iterator[list[Token]]:
    """`A warns B it will leave` as `A warns B that it will leave`."""
    for at in range(1, len(line) - 3):
        named = named_at(line, at + 1) if line.tokens[at].stem in _WARNING else None
        if named is not None and line.texts[named.end : named.end + 1] in (["it"], ["they"], ["he"], ["she"]):
            that = said_for(("that",), line.tokens[named.end])
            yield [*line.tokens[: named.end], *that, *line.tokens[named.end :]]
            return


def nobody_from(line: Line) -> Iterator[list[Token]]:
    """`nobody from A is allowed into X` as `A is not allowed into X`."""
    none = next((len(words) for words in _NOBODY if line.texts[: len(words)] == words), 0)
    named = named_at(line, none + 1) if none and line.texts[none : none + 1] in (["from"], ["of"]) else None
    if named is None or line.texts[named.end : named.end + 1] not in (["is"], ["are"]):
        return
    if line.texts[named.end + 1 : named.end + 2] != [] and line.texts[named.end + 1] in _ALLOWED:
        who = line.tokens[none + 1 : named.end + 1]
        yield [*who, *said_for(("not",), line.tokens[0]), *line.tokens[named.end + 1 :]]


_ORGANS = frozenset(english.lines("police | authorities | customs | coastguard"))
_CHECKING = frozenset(
    map(
        stem,
        english.lines("check | inspect | control | search | stop | examine | board | seize | detain | arrest | patrol"),
    )
)


def _its_police(line: Line) -> Iterator[list[Token]]:
    """`Sorvian police check it` as `Sorvia checks it`: what its organs do a state does."""
    start = int(line.texts[0] in english.ARTICLES)
    named = next((m for m in line.mentions[start] if m.kind == ADJECTIVE and len(m.names) == 1), None)
    end = named.end if named is not None else len(line)
    if (
        named is not None
        and end + 1 < len(line)
        and line.texts[end] in _ORGANS
        and line.tokens[end + 1].stem in _CHECKING
    ):
        title = line.grammar.lexicon.entities[named.names[0]].title
        yield [*said_for(tuple(words_of(title)), line.tokens[start]), *line.tokens[end + 1 :]]
