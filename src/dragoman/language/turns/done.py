"""What is done, put as a verb: light verbs with the noun of a deed, and passives where anybody does it.

Falk gave the portrait a thorough check   ->  Falk checked the portrait
the hoard has its insurance by Arden      ->  the hoard is insured by Arden
the armour can be seen                    ->  visitors can see the armour, where a phrase says so
Falk has had his permit withdrawn         ->  the permit of Falk has been withdrawn
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.lexicon import ADJECTIVE, PEOPLE
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.turns.renamed import named_at, said
from dragoman.language.words import english
from dragoman.language.words.deeds import DEEDS, is_deed_of
from dragoman.language.words.stems import UNCHANGED, is_past_participle, stem
from dragoman.language.words.tokens import Token

_ADJECTIVES = english.NARROWING | frozenset(
    english.lines("thorough | formal | official | careful | quick | brief | short | good | close | written")
)
_OWN = frozenset({"its", "their", "his", "her"})
_BEFORE_VERB = english.BE | english.HAVE | english.MODALS | {"not"}
_GOT = frozenset({"got", "gets", "get"})
_NO_DEED = (
    english.BE | english.HAVE | {"said", "reported", "believed", "thought", "known", "expected", "supposed", "claimed"}
)
_ANYBODY = frozenset({"people", "visitors", "one", "somebody", "someone", "they", "users", "guests"})
"""Who somebody is that does what is done by nobody in particular."""


def done_to(line: Line) -> list[Token] | None:
    """`gave X a thorough check`, `carried out a check of X`: checked X."""
    for at, token in enumerate(line.tokens):
        if is_deed_of(token.text, "give"):
            named = named_at(line, at + 1)
            noun = _noun_at(line, named.end) if named is not None else None
            if named is not None and noun is not None and DEEDS.is_given(line.texts[noun]):
                verb = said(DEEDS.form_of(line.texts[noun], token.text), line.tokens[noun])
                return [*line.tokens[:at], verb, *line.tokens[at + 1 : named.end], *line.tokens[noun + 1 :]]
        size = DEEDS.light_at(line.texts, at)
        noun = _noun_at(line, at + size) if size else None
        if noun is None or line.texts[noun + 1 : noun + 2] == []:
            continue
        thing = noun + 2 + (line.texts[noun + 1 : noun + 3] == ["on", "board"])
        is_aboard = line.texts[noun + 1] == "aboard" or thing > noun + 2
        is_to = DEEDS.is_done_to(line.texts[noun], line.texts[noun + 1]) or is_aboard
        if is_to and thing < len(line) and named_at(line, thing) is not None:
            verb = said(DEEDS.form_of(line.texts[noun], token.text), line.tokens[noun])
            return [*line.tokens[:at], verb, *line.tokens[thing:]]
    return None


def _noun_at(line: Line, at: int) -> int | None:
    """Where the noun of a deed stands, behind an article and adjectives."""
    end = at
    while end < len(line) and line.texts[end] in english.ARTICLES | _OWN | _ADJECTIVES:
        end += 1
    return end if end < len(line) and line.texts[end] in DEEDS.verbs else None


def has_its(line: Line) -> list[Token] | None:
    """`has its insurance by X`: is insured by X."""
    for at in range(1, len(line) - 4):
        have, its, noun, link = line.texts[at : at + 4]
        if (
            have in ("has", "have")
            and its in ("its", "their")
            and noun in DEEDS.verbs
            and link in ("by", "from", "with", "through")
        ):
            done = said(DEEDS.done(noun), line.tokens[at + 2])
            rest = line.tokens[at + 4 :]
            return [*line.tokens[:at], said("is", done), done, said("by", line.tokens[at + 3]), *rest]
    return None


def _end_of_words(line: Line, at: int) -> int:
    """Where the words end that begin there and are no marks."""
    while (
        at < len(line) and line.tokens[at].is_word and line.texts[at] not in english.BOUNDARIES and not line.marks[at]
    ):
        at += 1
    return at


def done_by(line: Line) -> list[Token] | None:
    """`X was never approved by the office`: the office never approved X; who is named does it in the phrases themselves."""
    named = named_at(line, 0)
    by = next((at for at in range(2, len(line) - 1) if line.texts[at] == "by"), None)
    if named is None or named.kind == ADJECTIVE or by is None or named_at(line, by + 1) is not None:
        return None
    whose = line.texts[named.end : named.end + 1] == ["'s"]  # `X's request was approved by the office`
    last = next((at for at in range(named.end, by) if line.texts[at] in english.BE), by) if whose else named.end
    done, end = by - 1, _end_of_words(line, by + 1)
    if end == by + 1 and line.texts[end] in english.ARTICLES:
        end = _end_of_words(line, end + 1)
    before = line.tokens[last:done]
    is_plain = all(
        token.text in _BEFORE_VERB | _GOT | {"never"} or line.free(last + n) for n, token in enumerate(before)
    )
    is_deed = is_past_participle(line.texts[done]) or line.texts[done] in UNCHANGED
    if end == by + 1 or not is_plain or not is_deed or line.texts[done] in _NO_DEED:
        return None
    kept = [token for token in before if token.text not in english.BE | _GOT]
    return [*line.tokens[by + 1 : end], *kept, line.tokens[done], *line.tokens[:last], *line.tokens[end:]]


def somebody_does(line: Line) -> Iterator[list[Token]]:
    """`X can be seen`: visitors can see X, where a phrase says so; `X was insured for Y`: they insured X for Y."""
    named = named_at(line, 0)
    if named is None or named.kind in (ADJECTIVE, PEOPLE):  # who is worried is so, and nobody worries him
        return
    verb = named.end
    while verb < len(line) and (line.texts[verb] in _BEFORE_VERB or (line.free(verb) and not line.mentions[verb])):
        verb += 1
    if verb >= len(line) or not is_past_participle(line.texts[verb]) or line.texts[verb] in _NO_DEED:
        return
    if "by" in line.texts[verb:] or english.BE.isdisjoint(line.texts[named.end : verb]):
        return
    phrases = line.grammar.phrases_with(line.tokens[verb].stem)
    helpers = [token for token in line.tokens[named.end : verb] if token.text not in ("be", "been")]
    rest = [*helpers, line.tokens[verb], *line.tokens[: named.end], *line.tokens[verb + 1 :]]
    if phrases:
        yield rest
    for who in sorted(_ANYBODY & line.grammar.surface) if phrases else ():
        if not phrases.isdisjoint(line.grammar.phrases_with(stem(who))):
            yield [said(who, line.tokens[0]), *rest]


def had_done(line: Line) -> Iterator[list[Token]]:
    """`X has had its permit for Y withdrawn`, `X saw its permit withdrawn`: the permit of X for Y has been withdrawn.

    Whose it is stands in front; where nobody's is named, who had it done is left out: `X has had Y insured by Z`.
    """
    for at in range(1, len(line) - 2):
        size, tense = _having(line, at)
        its = line.texts[at + size : at + size + 1]
        named = next((m for several in line.mentions[:at] for m in several if m.end == at and m.kind != PRONOUN), None)
        if not size or not its or named is None or named.kind == ADJECTIVE:
            continue
        first = at + size
        start = next(one for one in range(at) if named in line.mentions[one])
        start -= start > 0 and line.texts[start - 1] in english.ARTICLES
        end = first + 1
        while end < len(line) and end <= first + _MOST_OWNED and not _is_participle(line, end) and not line.is_cut(end):
            end += 1
        if end >= len(line) or end == first + 1 or not _is_participle(line, end):
            continue
        like = line.tokens[at]
        been = [said(word, like) for word in tense]
        if its[0] not in _OWN:
            is_thing = named_at(line, first) is not None and line.texts[at] not in _SEEN
            if is_thing:
                yield [*line.tokens[:start], *line.tokens[first:end], *been, *line.tokens[end:]]
            continue
        noun = next((one for one in range(first + 1, end) if line.texts[one] in _LINKS), end)
        whose = line.tokens[start:at]
        owned = line.tokens[first + 1 : noun]
        place = next((m for m in line.mentions[first + 1] if m.kind == ADJECTIVE and m.end < noun), None)
        for link in ("in", "for", "from"):  # `its Sorvian licence`: its licence for Sorvia
            if place is None:
                break
            there = [said(link, like), *line.tokens[first + 1 : place.end]]
            rest = [*line.tokens[place.end : noun], said("of", like), *whose, *there, *line.tokens[noun:end]]
            yield [*line.tokens[:start], *rest, *been, *line.tokens[end:]]
        yield [
            *line.tokens[:start],
            *owned,
            said("of", like),
            *whose,
            *line.tokens[noun:end],
            *been,
            *line.tokens[end:],
        ]
        yield [
            *line.tokens[:start],
            *whose,
            said("'s", like),
            *owned,
            *line.tokens[noun:end],
            *been,
            *line.tokens[end:],
        ]


_SEEN = frozenset({"saw", "seen", "sees", "see"})
_LINKS = frozenset({"for", "in", "to", "on", "from", "at"})
_MOST_OWNED = 7
_HAVING = {
    ("has", "had"): ("has", "been"), ("have", "had"): ("have", "been"), ("has", "seen"): ("has", "been"),
    ("have", "seen"): ("have", "been"), ("had",): ("was",), ("saw",): ("was",), ("got",): ("was",), ("has", "got"): ("has", "been"),
    ("sees",): ("is",), ("is", "having"): ("is", "being"), ("are", "having"): ("are", "being"), ("gets",): ("is",),
    ("is", "getting"): ("is", "being"), ("has",): ("is",), ("have",): ("are",),
}  # fmt: skip
"""What somebody has, or sees, done, and what is so done."""
HAVING = frozenset(words[-1] for words in _HAVING)


def _having(line: Line, at: int) -> tuple[int, tuple[str, ...]]:
    """How many tokens say there that somebody has something done, and what is said in their place; none behind a modal."""
    for size in (2, 1):
        words = tuple(line.texts[at : at + size])
        if words in _HAVING:
            return size, _HAVING[words]
    return 0, ()


def _is_participle(line: Line, at: int) -> bool:
    text = line.texts[at]
    return (is_past_participle(text) or text in UNCHANGED) and text not in english.HAVE | english.BE | english.DO | {
        "got"
    }


def was_given(line: Line) -> list[Token] | None:
    """`X was given a check by Y`, `X had a visit from Y`: X was checked by Y."""
    for at in range(1, len(line) - 3):
        been, size = next(
            ((been, len(words)) for words, been in _GIVEN_ONE if tuple(line.texts[at : at + len(words)]) == words),
            ((), 0),
        )
        noun = _noun_at(line, at + size) if size and line.texts[at + size] in english.ARTICLES else None
        if (
            noun is None
            or line.texts[noun + 1 : noun + 2] not in (["by"], ["from"])
            or named_at(line, noun + 2) is None
        ):
            continue
        if DEEDS.is_given(line.texts[noun]):
            like = line.tokens[at]
            done = [said(word, like) for word in (*been, DEEDS.done(line.texts[noun]), "by")]
            return [*line.tokens[:at], *done, *line.tokens[noun + 2 :]]
    return None


_GIVEN_ONE = (
    (("was", "given"), ("was",)), (("were", "given"), ("were",)), (("has", "been", "given"), ("has", "been")), (("has", "had"), ("has", "been")),
    (("have", "had"), ("have", "been")), (("had",), ("was",)), (("got",), ("was",)), (("received",), ("was",)), (("has", "received"), ("has", "been")),
)  # fmt: skip
"""Who was given the noun of a deed, or got one, and was so the one it was done to."""
