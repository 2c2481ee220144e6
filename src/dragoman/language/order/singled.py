"""What is singled out, spoken of first, or denied of everybody, in the order of a plain sentence.

    who invests the most in Turkmenistan is China     ->  China invests the most in Turkmenistan
    what China has in Tajikistan is a base            ->  China has a base in Tajikistan
    as for Uzbekistan, it has left the CSTO           ->  Uzbekistan has left the CSTO
    nobody in Kazakhstan likes China                  ->  people in Kazakhstan do not like China

As for all that :mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import ADJECTIVE, GOVERNMENT, PEOPLE
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.words import english, hedges
from dragoman.language.words.effects import Effect
from dragoman.language.words.english import lines
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token

_IS = frozenset({"is", "are", "was", "were"})
_THAT = frozenset({"that", "who", "which"})
_PAUSE = frozenset({",", ":", "-"})
_PRONOUNS = frozenset({"it", "they", "he", "she", "this", "that", "these", "those"})
TOPIC = tuple(
    tuple(words.split())
    for words in lines(
        """
        as for | as regards | as to | as concerns | regarding | concerning | about | re | on | speaking of | talking of
        with regard to | with respect to | in regard to | with reference to | when it comes to | turning to | coming to
        be careful with | careful with | take care with | please be careful with | watch out for | look out for | mind
        beware of | handle with care | caution with | news on | news of | news about | update on | an update on | a note on
        as far as | in the case of
        """
    )
)
_CONCERNED = (("is", "concerned"), ("are", "concerned"), ("goes",), ("go",))
_NOBODY = (("nobody",), ("no", "one"), ("noone",), ("not", "a", "soul"), ("not", "anybody"), ("not", "anyone"))
_BUT = frozenset({"but", "except", "else", "other", "apart"})
_THINKING = hedges.SAYING | hedges.DENYING | frozenset(
    lines("thinks | think | thought | believes | believe | believed | knows | know | knew | doubts | doubt | doubted | decides")
)  # fmt: skip
_HELPING = english.BE | english.HAVE | english.MODALS | english.DO | {"will", "can"}
_AUXILIARIES = _HELPING - {"having", "being", "been"}
_MATTERS = frozenset(
    lines("matters | counts | finds | shapes | affects | influences | decides | determines | weighs | drives")
)
_SUPPOSING = frozenset({"if", "unless", "whether", "once", "should", "would"})
_GETTING = frozenset(
    map(stem, ("buy", "bought", "get", "got", "order", "purchase", "take", "took", "import", "borrow", "draw"))
)
_NOT_NOW = frozenset(
    lines(
        "next | future | former | past | previous | old | potential | possible | likely | prospective | would-be | alleged | supposed | so-called"
        "| presumed | imaginary | ideal | perfect | kind | sort | type | last | late | planned | proposed | coming"
    )
)
"""Who is the next one, or the ideal one, that does it need not do it now."""
_LEAST_CLEFT = 3
_MOST_TOPIC = 9


def singled(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each plainer order that it has."""
    for order in (_who, _what, _what_is_it, _where, _is_what, _as_for, _in, _for, _nobody, _all):
        yield from order(line)


def word(text: str, like: Token) -> Token:
    """A word that nobody typed, where another stands."""
    return Token(text, stem(text), like.start, like.start, True)


def _named(line: Line, at: int) -> Mention | None:
    """Who is named there, behind an article or not; the longest."""
    at += line.texts[at : at + 1] == ["the"]
    return next(iter(_mentions(line, at)), None)


def _mentions(line: Line, at: int) -> list[Mention]:
    found = [m for m in line.mentions[at] if m.kind != PRONOUN] if at < len(line) else []
    return sorted(found, key=lambda m: -m.end)


def _is_name_alone(line: Line, at: int) -> bool:
    """Whether all that stands there, to the end, is one who is named, with how likely it is before.

    `Those who trust X are Kazakhs` does not say that Kazakhs trust X; `who trusts X are the Kazakhs` does.
    """
    while at < len(line):
        if any(m.end == len(line) for m in _mentions(line, at + (line.texts[at] == "the"))):
            is_just_them = line.texts[0] == "who" and line.texts[at] == "the"
            return is_just_them or all(
                m.kind not in (PEOPLE, ADJECTIVE) for m in line.mentions[at + (line.texts[at] == "the")]
            )
        mark = next((m for m in line.marks[at] if m.effect is Effect.HEDGES or m.effect is Effect.NONE), None)
        if mark is None:
            return False
        at = mark.end
    return False


def _who(line: Line) -> Iterator[list[Token]]:
    """`who does it is X`, `the one that does it is X`, `the one doing it is X` as `X does it`."""
    texts = line.texts
    start = 0
    if texts[:1] == ["who"]:
        start = 1
    elif texts[:1] == ["the"] and not line.mentions[1] and texts[1] not in _NOT_NOW:
        start = next((at + 1 for at in (2, 3) if at < len(texts) and texts[at] in _THAT), 0)
        is_doing = texts[1:2] == ["one"] and texts[2:3] != [] and texts[2].endswith("ing")
        start = start or (2 if is_doing else 0)
    if (
        not start
        or start + 2 >= len(line)
        or line.mentions[start]
        or texts[start] in (_AUXILIARIES - english.HAVE) | _THINKING
    ):
        return
    for at in range(len(line) - 2, start + 1, -1):
        if texts[at] in _IS and _is_name_alone(line, at + 1):
            yield [*line.tokens[at + 1 :], *line.tokens[start:at]]
            return


def is_cleft(line: Line) -> bool:
    """Whether a sentence has the form of a statement that singles something out, though it begins as a question does.

    `what X has there is Y`, `who does it is X`, `where X leads is in Y`, `what people in X think of it: this and that`.
    """
    if any(True for order in (_who, _what_is, _what_is_it, _where) for _ in order(line)):
        return True
    texts = line.texts
    is_asking = texts[:1] != [] and texts[0] in ("what", "how", "where") and texts[1] not in _AUXILIARIES | {"if"}
    if not is_asking or not _names_first(line) or not _SUPPOSING.isdisjoint(texts):
        return False
    is_so = texts[0] == "how" and any(
        texts[at] in ("is", "was") and texts[at + 1] not in english.ASKING | _THAT for at in range(3, len(line) - 1)
    )
    return is_so or _has_colon(line) or _goes_on(line) or (texts[0] == "what" and _goes_on_so(line))


def _names_first(line: Line) -> bool:
    """Whether somebody is named right behind the first word, as who does it."""
    named = next((m for at in (1, 2) for m in _mentions(line, at)[:1]), None)
    return named is not None and named.end + 1 < len(line) and _is_verb(line, named.end)


def _has_colon(line: Line) -> bool:
    return ":" in line.texts[3:-1]


def _goes_on(line: Line) -> bool:
    """Whether what somebody does is said to matter: `what X thinks of it counts`."""
    return any(line.texts[at] in _MATTERS and line.texts[at - 1] not in PREPOSITIONS for at in range(4, len(line)))


def _goes_on_so(line: Line) -> bool:
    """Whether it is told how that is or goes on which somebody does: `what X thinks of Y has been souring`."""
    named = next(m for at in (1, 2) for m in _mentions(line, at)[:1])
    verb = next((at for at in range(named.end + 1, len(line) - 1) if line.texts[at] in _IS | english.HAVE), 0)
    is_done = line.texts[named.end] not in _HELPING and line.texts[verb - 1] not in PREPOSITIONS | _THAT
    return verb > 0 and is_done and line.texts[verb + 1] not in _THAT | english.ASKING


def _what_is(line: Line) -> Iterator[tuple[int, bool]]:
    """Where the `is` stands of `what X does is Y`, and whether what stands before does it, or is what is done."""
    texts = line.texts
    if texts[:1] != ["what"] or len(line) < _LEAST_CLEFT + 2 or texts[1] in _AUXILIARIES | {"if", "about", "when"}:
        return
    first = _named(line, 1)
    is_named = first is not None and first.kind != ADJECTIVE and first.end < len(line) and _is_verb(line, first.end)
    is_subject = is_named or texts[1] in english.ARTICLES | {"its", "their", "his", "her", "it", "they"}
    whom = None if is_subject or first is not None or not texts[1].endswith(("s", "ed")) else _named(line, 2)
    if not _SUPPOSING.isdisjoint(texts) or not (is_subject or whom is not None):
        return
    for at in range(3, len(line) - 1):
        is_behind = whom is None or texts[whom.end] in PREPOSITIONS or line.figures[whom.end] is not None
        if whom is not None and (at < whom.end or (at > whom.end and not is_behind)):
            continue
        is_one = texts[at] in ("is", "was")  # `what sanctions against X are in force` asks
        if texts[at] in _IS and (is_one or is_subject) and texts[at + 1] not in _THAT | {"not"} | english.ASKING:
            yield at, is_subject


def _what(line: Line) -> Iterator[list[Token]]:
    """`what X does there is Y` as `X does Y there`; `what does it is Y` as `Y does it`."""
    for at, is_subject in _what_is(line):
        before, after = line.tokens[1:at], line.tokens[at + 1 :]
        place = _last_phrase(line, 2, at)
        if not is_subject:
            yield [*after, *before]
        elif line.texts[place - 1] not in english.DO:  # `what X does is build`: again and again
            yield [*line.tokens[1:place], *after, *line.tokens[place:at]]
            if place < at:
                yield [*before, *after]


def _what_is_it(line: Line) -> Iterator[list[Token]]:
    """`what is insolvent is X` as `X is insolvent`."""
    texts = line.texts
    if texts[:1] != ["what"] or texts[1:2] == [] or texts[1] not in _IS or not _SUPPOSING.isdisjoint(texts):
        return
    several = [at for at in range(3, len(line) - 1) if texts[at] in _IS]
    if len(several) == 1 and not any(line.mentions[2 : several[0]]) and _is_name_alone(line, several[0] + 1):
        yield [*line.tokens[several[0] + 1 :], *line.tokens[1 : several[0]]]


def _is_verb(line: Line, at: int) -> bool:
    """Whether what stands behind a name is what it does, for all that is known: no preposition, mark or other name."""
    text = line.texts[at]
    return line.tokens[at].is_word and text not in PREPOSITIONS | _IS and not line.mentions[at]


def _last_phrase(line: Line, start: int, end: int) -> int:
    """Where the last words begin that say where or to whom, before `end`; else `end`."""
    for at in range(end - 2, start, -1):
        if line.texts[at] in PREPOSITIONS:
            return at
        if line.texts[at] in _HELPING:
            break
    return end


def _where(line: Line) -> Iterator[list[Token]]:
    """`where X does it is Y` as `X does it in Y`."""
    texts = line.texts
    if texts[:1] != ["where"] or len(line) < _LEAST_CLEFT + 2 or texts[1] in _AUXILIARIES:
        return
    at = next((at for at in range(len(line) - 2, 2, -1) if texts[at] in _IS), 0)
    if not at or texts[at + 1] == "not":
        return
    is_said = texts[at + 1] in ("in", "at", "on")
    yield [*line.tokens[1:at], *([] if is_said else [word("in", line.tokens[at])]), *line.tokens[at + 1 :]]


def _is_what(line: Line) -> Iterator[list[Token]]:
    """`Y is what X does`, `X is who does it`, `it is Y where X does it` as what X does."""
    named = _named(line, 2) if line.texts[:2] == ["it", "is"] else None
    if named is not None and line.texts[named.end : named.end + 1] == ["where"]:
        tokens = [*line.tokens[2 : named.end], line.tokens[1], *line.tokens[named.end :]]
        line = Line(line.grammar, line.text, tokens, line.before, widely=True)
    texts = line.texts
    at = next((at for at in range(2, len(line) - 2) if texts[at] in ("what", "who", "where")), 0)
    verb = at - 1
    while verb > 0 and any(m.end == verb + 1 for m in line.marks[verb] if m.effect is Effect.HEDGES):
        verb -= 1
    if verb < 1 or texts[verb] not in _IS or texts[at + 1] in _AUXILIARIES or not _SUPPOSING.isdisjoint(texts):
        return
    first, between = line.tokens[:verb], line.tokens[verb + 1 : at]
    if texts[at] == "who":
        yield [*between, *first, *line.tokens[at + 1 :]]
        return
    place = next((one + 1 for one in range(at + 2, len(line)) if texts[one] in PREPOSITIONS), len(line))
    for link in ("in", "from") if texts[at] == "where" else ("",):  # where somebody gets it is from where he gets it
        where = [word(link, line.tokens[at])] if link else []
        if link == "from" and not any(token.stem in _GETTING for token in line.tokens[at:]):
            continue
        for end in dict.fromkeys((place, len(line))):
            yield [*between, *line.tokens[at + 1 : end], *where, *first, *line.tokens[end:]]


def _in(line: Line) -> Iterator[list[Token]]:
    """`as far as the economy goes, X does it`, `when it comes to trade, ...` as what X does in it."""
    opening = next((words for words in TOPIC if tuple(line.texts[: len(words)]) == words), None)
    at = next((at for at, text in enumerate(line.texts) if text == ","), 0)
    if opening is None or not len(opening) < at <= _MOST_TOPIC or at + 2 >= len(line):
        return
    end = at - next((len(words) for words in _CONCERNED if tuple(line.texts[at - len(words) : at]) == words), 0)
    topic, like = line.tokens[len(opening) : end], line.tokens[0]
    if (
        topic
        and not any(line.mentions[one] for one in range(len(opening), end))
        and any(line.spoken[one] for one in range(len(opening), end))
    ):
        yield [word("in", like), *topic, *line.tokens[at:]]
        yield [*line.tokens[at + 1 :], word("in", like), *topic]


def _as_for(line: Line) -> Iterator[list[Token]]:
    """`as for X, it does this`, `careful with X, it is that`, `on X: a that` as what X does or is."""
    opening = next((words for words in TOPIC if tuple(line.texts[: len(words)]) == words), None)
    named = _named(line, len(opening)) if opening else None
    if opening is None or named is None:
        return
    end = named.end
    end += next((len(words) for words in _CONCERNED if tuple(line.texts[end : end + len(words)]) == words), 0)
    if line.texts[end : end + 1] == [] or line.texts[end] not in _PAUSE or end + 2 >= len(line):
        return
    topic = line.tokens[len(opening) : named.end]
    if line.texts[end + 1] in _PRONOUNS and line.texts[end + 2] not in _THINKING:
        yield [*topic, *line.tokens[end + 2 :]]
    elif line.texts[end] != "," and not line.mentions[end + 1]:
        yield [*topic, *line.tokens[end:]]


def _for(line: Line) -> Iterator[list[Token]]:
    """`for X the main thing is Y` as `the main thing for X is Y`, and as `the main thing is Y for X`."""
    if line.texts[:1] != ["for"]:
        return
    named = _named(line, 1)
    if named is None:
        return
    start = named.end + (line.texts[named.end : named.end + 1] == [","])
    phrase, rest = line.tokens[: named.end], line.tokens[start:]
    verb = next((at for at, token in enumerate(rest) if token.text in _IS), 0)
    if verb:
        yield [*rest[:verb], *phrase, *rest[verb:]]
    if rest:
        yield [*rest, *phrase]


def _nobody(line: Line) -> Iterator[list[Token]]:
    """`nobody in X does it` as what people in X do not do; `nobody guards X` as `X is not guarded`."""
    texts = line.texts
    start = 2 * (texts[:2] == ["there", "is"])
    size = next((len(words) for words in _NOBODY if tuple(texts[start : start + len(words)]) == words), 0)
    at = start + size
    if not size or at + 1 >= len(line) or texts[at] in _BUT | _THINKING | english.MODALS:
        return
    like = line.tokens[start]
    if texts[at] in ("in", "at", "from", "within"):
        named = _named(line, at + 1)
        is_place = named is not None and named.kind not in (PEOPLE, GOVERNMENT, ADJECTIVE)
        if named is not None and is_place and named.end < len(line) and texts[named.end] not in _THINKING:
            yield [word("people", like), *line.tokens[at : named.end], *_denied(line.tokens[named.end :])]
        return
    yield [word("somebody", like), *_denied(line.tokens[at:])]
    if "people" in line.grammar.surface:
        yield [word("people", like), *_denied(line.tokens[at:])]
    named = _named(line, at + 1)
    if named is None or texts[at] in _HELPING or not _HELPING.isdisjoint(texts[named.end :]):
        return
    done = word(f"{line.tokens[at].stem}ed", line.tokens[at])._replace(stem=line.tokens[at].stem)
    yield [
        *line.tokens[at + 1 : named.end], word("is", like), word("not", like), done, *line.tokens[named.end :],
    ]  # fmt: skip


def _denied(tokens: Sequence[Token]) -> list[Token]:
    """What is done, as what is not done."""
    verb = tokens[0]
    if verb.text in english.BE | english.MODALS:
        return [verb, word("not", verb), *tokens[1:]]
    return [word("does", verb), word("not", verb), *tokens]


def _all(line: Line) -> Iterator[list[Token]]:
    """`all X cares about is Y`, `the only thing X wants is Y` as `X cares only about Y`."""
    texts = line.texts
    openings = (("all", "that"), ("all",), ("the", "only", "thing", "that"), ("the", "only", "thing"))
    start = next((len(words) for words in openings if tuple(texts[: len(words)]) == words), 0)
    named = _named(line, start) if start else None
    if named is None or named.kind == ADJECTIVE or named.end >= len(line) or not _is_verb(line, named.end):
        return
    at = next((at for at in range(named.end + 1, len(line) - 1) if texts[at] in _IS), 0)
    if not at or texts[at + 1] == "not":
        return
    ends = at - 1 if texts[at - 1] in PREPOSITIONS else at
    only = word("only", line.tokens[at])
    yield [*line.tokens[start:ends], only, *line.tokens[ends:at], *line.tokens[at + 1 :]]
    yield [*line.tokens[start:at], *line.tokens[at + 1 :]]
