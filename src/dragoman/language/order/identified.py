"""What a clause only identifies, or what is singled out by one, in the order of a plain sentence.

    the edge that A has on B is slight           ->  A's edge on B is slight
    the pact that A and B worked on is in force  ->  the pact between A and B is in force
    A fears the crime that comes along with B    ->  A fears B's crime
    A wants B's oil, even as the rivalry between the two is limited  ->  ... the rivalry between A and B is limited
    what A fears about B is its crime            ->  A fears B's crime
    it is for its coal that A prizes B, not for its oil  ->  A prizes B for its coal, not for its oil
    X, that is what A and B have                 ->  X is what A and B have
    you will not hear A call it unfair           ->  A does not call it unfair
    A sits in the club without being a member    ->  A sits in the club, and A is not a member of the club

As for all that :mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import ADJECTIVE
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.turns.renamed import said, said_for
from dragoman.language.words import english
from dragoman.language.words.effects import Effect
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token

_HAVING = frozenset(
    english.lines(
        """
        has | have | holds | hold | enjoys | enjoy | makes | make | gives | give | exerts | exert | wields | wield | keeps | keep
        | maintains | maintain | takes | take | plays | play | feels | feel | shows | show | runs | run | possesses | possess
        """
    )
)
"""Verbs that say no more than whose something is."""
_AGREED = frozenset(
    english.lines(
        "worked on | negotiated | drafted | drew up | hammered out | initialled | agreed on | agreed | concluded | reached | struck | made | signed | sealed"
    )
)
"""What two do who have something between them."""
_COMPARING = frozenset(
    english.lines("more | most | less | least | fewer | only | first | last | better | worse | same | no")
)
_WITH = frozenset({"with", "from"})
_THEIRS = frozenset({"its", "their", "his", "her"})
_THEM = frozenset({"it", "them", "him", "her"})
_TWO_OF_THEM = (
    ("the", "two", "of", "them"),
    ("the", "two", "countries"),
    ("the", "two"),
    ("them",),
    ("these", "two"),
    ("both",),
)
_HEARING = frozenset({"hear", "catch"})
_SILENT = frozenset({Effect.NONE, Effect.NARROWS, Effect.PLACE})
_AUXILIARIES = english.BE | english.HAVE | english.DO | english.MODALS | {"will"}
_UNDONE = english.MODALS | {"will", "to"}
_MOST_NOUNS = 3
_LEAST = 3


def identified(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each plainer order that it has."""
    texts = {*line.texts}
    yield from _theirs(line)
    if "that" in texts or "which" in texts:
        yield from _between(line)
        yield from _coming_with(line)
        yield from _it_is_for(line)
        yield from _that_is_what(line)
    if line.texts[0] == "what":
        yield from _about_whom(line)
    if line.texts[0] in ("you", "one", "we") and not _HEARING.isdisjoint(texts):
        yield from _never_heard(line)
    if "between" in texts:
        yield from _between_the_two(line)
    if "without" in texts:
        yield from _without_being(line)


def _named(line: Line, at: int) -> Mention | None:
    """Who is named there, behind an article or not; the longest."""
    at += line.texts[at : at + 1] == ["the"]
    found = [m for m in line.mentions[at] if m.kind != PRONOUN] if at < len(line) else []
    return max(found, key=lambda m: m.end, default=None)


def _noun_before(line: Line, end: int) -> int:
    """Where the words begin that stand for a thing and end there, its article not among them; `end` if none do."""
    start = end
    while start > 0 and end - start < _MOST_NOUNS and _may_be_noun(line, start - 1):
        start -= 1
    is_bare = start == 0 or line.texts[start - 1] in english.ARTICLES or line.is_cut(start - 1)
    return start if is_bare and _COMPARING.isdisjoint(line.texts[start:end]) else end


def _may_be_noun(line: Line, at: int) -> bool:
    text = line.texts[at]
    is_other = text in PREPOSITIONS | _AUXILIARIES | english.ARTICLES | english.NEGATORS or line.is_cut(at)
    return line.tokens[at].is_word and not is_other and not line.mentions[at] and line.figures[at] is None


def _ends_noun(line: Line, end: int) -> bool:
    """Whether a noun ends there, named or not."""
    return _may_be_noun(line, end - 1) or any(m.end == end for one in line.mentions[max(0, end - 4) : end] for m in one)


def _whose(line: Line, owner: list[Token], noun: list[Token]) -> list[Token]:
    like = owner[-1]
    return [*owner, Token("'s", "'s", like.start, like.start, False), *noun]


def _theirs(line: Line) -> Iterator[list[Token]]:
    """`the edge (that) A has on B` as `A's edge on B`."""
    for verb in range(_LEAST - 1, len(line) - 1):
        if line.texts[verb] not in _HAVING or line.texts[verb + 1] not in PREPOSITIONS:
            continue
        for at in range(max(1, verb - 6), verb):
            named = next((m for m in line.mentions[at] if m.kind not in (PRONOUN, ADJECTIVE)), None)
            if named is None or not all(line.free(one) for one in range(named.end, verb)):
                continue
            begins = at - (line.texts[at - 1] == "the")
            end = begins - (line.texts[begins - 1] in ("that", "which"))
            start = _noun_before(line, end)
            article = start - (start > 0 and line.texts[start - 1] in ("the", "a", "an"))
            if start < end and (article < start or end < begins):
                whose = _whose(line, line.tokens[begins : named.end], line.tokens[start:end])
                yield [*line.tokens[:article], *whose, *line.tokens[verb + 1 :]]
                return


def _between(line: Line) -> Iterator[list[Token]]:
    """`the pact that A and B worked on` as `the pact between A and B`."""
    for that in range(2, len(line) - _LEAST):
        named = _named(line, that + 1) if line.texts[that] in ("that", "which") else None
        if named is None or len(named.names) < 2 or named.is_or or named.excluded or not _ends_noun(line, that):
            continue
        verb = named.end + (line.texts[named.end : named.end + 1] in (["have"], ["had"], ["both"]))
        size = next((size for size in (2, 1) if " ".join(line.texts[verb : verb + size]) in _AGREED), 0)
        end = verb + size
        if size and end < len(line) and line.texts[end] in _AUXILIARIES:
            yield [
                *line.tokens[:that],
                said("between", line.tokens[that]),
                *line.tokens[that + 1 : named.end],
                *line.tokens[end:],
            ]
            return


def _between_the_two(line: Line) -> Iterator[list[Token]]:
    """`A wants B's oil, even as the rivalry between the two is limited`: between A and B, where nobody else was named before."""
    texts = line.texts
    for at in range(_LEAST, len(line) - 1):
        words = next(
            (one for one in _TWO_OF_THEM if texts[at] == "between" and tuple(texts[at + 1 : at + 1 + len(one)]) == one),
            (),
        )
        if not words:
            continue
        named = [(one, m) for one in range(at) for m in line.mentions[one][:1] if m.kind != PRONOUN]
        names = {m.names: (one, m) for one, m in reversed(named)}
        end = at + 1 + len(words)
        is_clear = len(names) == 2 and all(len(one) == 1 for one in names)
        if is_clear and (end == len(line) or line.texts[end] in PREPOSITIONS | _AUXILIARIES or line.is_cut(end)):
            one, other = (line.tokens[start : m.end] for start, m in names.values())
            yield [*line.tokens[: at + 1], *one, said("and", line.tokens[at]), *other, *line.tokens[end:]]
        return


def _coming_with(line: Line) -> Iterator[list[Token]]:
    """`the crime that comes along with B`, `the crime that B brings` as `B's crime`."""
    for that in range(2, len(line) - 2):
        start = _noun_before(line, that) if line.texts[that] in ("that", "which") else that
        if start == that or line.texts[start - 1] != "the":
            continue
        link = that + 2 + (line.texts[that + 2 : that + 3] in (["along"], ["together"], ["in"]))
        is_coming = line.texts[that + 1] in ("comes", "come") and link < len(line) and line.texts[link] in _WITH
        named = _named(line, link + 1) if is_coming else None
        end = named.end if named is not None else 0
        begins = link + 1
        if not is_coming and (named := _named(line, that + 1)) is not None:
            begins, brings = that + 1, line.texts[named.end : named.end + 1] in (["brings"], ["bring"])
            end = named.end + 1 if brings else 0
            end += 2 if line.texts[end : end + 2] in (["with", "it"], ["with", "them"]) else 0
            end += line.texts[end : end + 1] in (["along"], ["in"])
        if named is not None and end and (end == len(line) or line.is_cut(end)):
            whose = _whose(line, line.tokens[begins : named.end], line.tokens[start:that])
            yield [*line.tokens[: start - 1], *whose, *line.tokens[end:]]
            return


def _about_whom(line: Line) -> Iterator[list[Token]]:
    """`what A fears about B is its crime`, `... is the crime that comes with them` as `A fears B's crime`."""
    texts = line.texts
    about = next((at for at in range(_LEAST, len(line) - _LEAST) if texts[at] in ("about", "in", "of")), 0)
    named = _named(line, about + 1) if about else None
    if named is None or texts[named.end : named.end + 1] not in (["is"], ["are"]) or not named.names:
        return
    if not any(m.kind != PRONOUN and m.end < about for one in line.mentions[1:about] for m in one):
        return
    whom, rest = line.tokens[about + 1 : named.end], line.tokens[named.end + 1 :]
    first = 1 if rest and rest[0].text in english.ARTICLES | _THEIRS else 0
    noun = rest[first:]
    that = next((at for at, token in enumerate(noun) if token.text in ("that", "which")), len(noun))
    behind = [token.text for token in noun[that + 1 :]]
    is_with = (
        behind[:1] in (["comes"], ["come"]) and behind[-2:-1] == ["with"] and behind[-1] in _THEM and len(behind) < 5
    )
    if that < len(noun) and not is_with:
        return
    noun = noun[:that]
    is_plain = 0 < len(noun) <= _MOST_NOUNS and english.NEGATORS.isdisjoint(token.text for token in rest)
    if is_plain and not any(line.mentions[at] for at in range(named.end + 1, named.end + 1 + first + len(noun))):
        yield [*line.tokens[1:about], *_whose(line, whom, noun)]


def _it_is_for(line: Line) -> Iterator[list[Token]]:
    """`it is for its coal that A prizes B, not for its oil` as `A prizes B for its coal, not for its oil`."""
    texts = line.texts
    if texts[:2] not in (["it", "is"], ["it", "'s"]):
        return
    start = 2
    while start < len(line) and line.free(start) and texts[start] not in PREPOSITIONS:
        start += 1
    that = next((at for at in range(start + 2, len(line) - 2) if texts[at] == "that"), 0)
    if not that or start >= len(line) or texts[start] not in PREPOSITIONS or _named(line, that + 1) is None:
        return
    if any(line.is_cut(at) for at in range(start, that)):
        return
    comma = next((at for at in range(that + 2, len(line) - 2) if texts[at] == ","), len(line))
    is_contrast = comma == len(line) or texts[comma + 1 : comma + 3] == ["not", texts[start]]
    if is_contrast:
        yield [*line.tokens[that + 1 : comma], *line.tokens[start:that], *line.tokens[comma:]]


def _that_is_what(line: Line) -> Iterator[list[Token]]:
    """`X, that is what A and B have` as `X is what A and B have`, and as `A and B have X`."""
    texts = line.texts
    at = next((at for at in range(1, len(line) - 4) if texts[at] == "," and texts[at + 1] in ("that", "this")), 0)
    if not at or texts[at + 2] not in ("is", "'s") or texts[at + 3] != "what" or _named(line, at + 4) is None:
        return
    what, said_of = line.tokens[:at], line.tokens[at + 4 :]
    if english.NEGATORS.isdisjoint(texts[:at]):
        yield [*said_of, *what]
        end = len(said_of)
        while end > 1 and line.free(at + 4 + end - 1):
            end -= 1
        for place in range(end, 1, -1):
            if said_of[place - 1].text in english.HAVE | {"want", "wants", "need", "needs"}:
                yield [*said_of[:place], *what, *said_of[place:]]


def _never_heard(line: Line) -> Iterator[list[Token]]:
    """`you will not hear A call it unfair`, `you never catch A calling it unfair` as `A does not call it unfair`."""
    texts = line.texts
    hear = next((at for at in range(2, min(len(line) - 2, 6)) if texts[at] in _HEARING), 0)
    before = texts[1:hear]
    is_denied = hear and {*before} <= {"will", "do", "not", "never", "ever"} and not {"not", "never"}.isdisjoint(before)
    named = _named(line, hear + 1) if is_denied else None
    if named is None or named.kind == ADJECTIVE or named.end >= len(line):
        return
    verb = line.tokens[named.end]
    is_verb = verb.is_word and verb.text not in PREPOSITIONS | _AUXILIARIES and not line.mentions[named.end]
    is_habit = texts[hear] == "hear" or "will" not in before  # whom nobody will catch may do it one day
    if (
        is_verb and is_habit and not line.is_cut(named.end) and verb.text != "say"
    ):  # what nobody says may be so all the same
        yield [*line.tokens[hear + 1 : named.end], *said_for(("does", "not"), verb), *line.tokens[named.end :]]


def _without_being(line: Line) -> Iterator[list[Token]]:
    """`A sits in C without being a member` as `A sits in C, and A is not a member of C`; never of what is denied or unsure."""
    texts = line.texts
    at = next((at for at in range(_LEAST, len(line) - 2) if texts[at] == "without"), 0)
    doer = _named(line, 0)
    if not at or doer is None or doer.end >= at or doer.kind == ADJECTIVE or line.is_cut(doer.end):
        return
    doing = at + 1 + (texts[at + 1] in ("actually", "ever", "even", "itself", "themselves"))
    verb = texts[doing]
    is_plain = english.NEGATORS.isdisjoint(texts[:at] + texts[doing:]) and _UNDONE.isdisjoint(texts[:at])
    is_plain = is_plain and all(m.effect in _SILENT for one in range(at) for m in line.marks[one])
    if not is_plain or not verb.endswith("ing") or line.mentions[doing]:
        return
    like, who = line.tokens[at], line.tokens[: doer.end]
    done = ("is", "not") if verb == "being" else ("has", "not") if verb == "having" else ("does", "not", stem(verb))
    rest = [*said_for(done, line.tokens[doing]), *line.tokens[doing + 1 :]]
    end = at - line.is_cut(at - 1)
    clause = [Token(",", ",", like.start, like.start, False), said("and", like), *who, *rest]
    yield [*line.tokens[:end], *clause]
    if any(m.kind != PRONOUN for one in line.mentions[doing:] for m in one) or verb != "being":
        return
    last = next(((one, m) for one in range(end - 1, doer.end, -1) for m in line.mentions[one] if m.end <= end), None)
    if last is not None and last[1].kind != PRONOUN:
        begins = last[0] - (texts[last[0] - 1] == "the")
        yield [*line.tokens[:end], *clause, said("of", like), *line.tokens[begins : last[1].end]]
