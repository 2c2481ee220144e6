"""The same sentence in plainer words, where grammar alone makes sure that it says the same.

    Falk gave the portrait a thorough check   ->  Falk checked the portrait
    the hoard has its insurance by Arden      ->  the hoard is insured by Arden
    visitor numbers at the Castle             ->  number of visitors at the Castle
    the portrait lies in the store            ->  the portrait is in the store
    X turned down in its bid for Y            ->  the bid of X for Y turned down
    family donates the coins to X             ->  the coins donated to X

Nothing here knows a rulebook's subject. Only a sentence of which something was left over is put so, and only where nothing
is left over then: a word that a phrase wants is found in none of these by chance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dragoman.language import english
from dragoman.language.deeds import DEEDS, is_deed_of
from dragoman.language.grammar import Grammar
from dragoman.language.lexicon import ADJECTIVE
from dragoman.language.line import Line
from dragoman.language.marks import Effect
from dragoman.language.mentions import PRONOUN, Mention
from dragoman.language.stems import is_past_participle, stem
from dragoman.language.tokens import Token

_LIES = frozenset({"lies", "lie", "sits", "sit", "stands", "stand", "rests", "hangs", "hang", "resides", "reposes"})
_PUT = frozenset({"located", "situated", "housed", "kept", "placed", "put", "parked", "lodged", "stowed", "tucked"})
_AWAY = frozenset({"away", "back", "down", "up", "out", "over", "safely", "now"})
_WHERE = frozenset({"in", "at", "on", "with", "under"})
_NUMBERS = frozenset({"numbers", "nos", "figures", "headcount"})
_SUBMITTED = frozenset(
    {"made", "submitted", "filed", "lodged", "tabled", "voiced", "raised", "sent", "received", "presented", "brought"}
)
_THINGS = frozenset(
    {"objects", "items", "things", "works", "goods", "pieces", "exhibits", "whatever", "what", "anything", "everything"}
)
_ADJECTIVES = english.NARROWING | {
    "thorough",
    "formal",
    "official",
    "careful",
    "quick",
    "brief",
    "short",
    "good",
    "close",
    "written",
}
_NIGHTLY = (
    ("at", "night"), ("by", "night"), ("all", "night"), ("all", "night", "long"), ("during", "the", "night"),
    ("through", "the", "night"), ("throughout", "the", "night"), ("after", "dark"), ("every", "night"), ("overnight",),
)  # fmt: skip
_WATCHING = frozenset(map(stem, ("guard", "guards", "watchman", "watchmen", "patrol", "shift", "security", "watch")))
_GIVING = frozenset({"give", "send", "hand", "let", "ship", "pass", "provide", "offer"})
_UNNAMED = frozenset({"somebody", "someone", "they", "we", "people"})
_SPEAKING = frozenset(
    english.lines(
        """
        report | reports | study | paper | article | rumour | rumours | rumor | media | press | survey | poll | analysts | analyst
        experts | expert | critics | sources | source | document | memo | novel | film | book | story | letter | theory | myth
        nobody | none | neither | nothing | who | which | what | it | he | she | this | that | there | if | whether | why | how
        when | where | not | no | never | few | hardly | i | you
        """
    )
)
"""Who says something and does not do it, and what is nobody at all."""


def plainer(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each plainer form that it has: first with all that is put word by word."""
    tokens = _word_by_word(line)
    if tokens != line.tokens:
        yield tokens
        line = Line(line.grammar, line.text, tokens, line.before, widely=True)
    for turn in _TURNS:
        turned = turn(line)
        if turned is not None:
            yield turned


def _said(text: str, like: Token) -> Token:
    return Token(text, stem(text), like.start, like.end, True)


def _named_at(line: Line, at: int) -> Mention | None:
    """Who is named there, behind an article or not, the longest."""
    at += at < len(line) and line.texts[at] in english.ARTICLES
    return next((m for m in line.mentions[at] if m.kind != PRONOUN), None) if at < len(line) else None


def _ends_name(line: Line, at: int) -> bool:
    """Whether a name, or an adverb behind one, ends before the token."""
    while at > 0 and line.free(at - 1) and not line.mentions[at - 1]:
        at -= 1
    return any(m.end == at for several in line.mentions[max(0, at - 6) : at] for m in several)


# -- word by word


def _word_by_word(line: Line) -> list[Token]:
    found: list[Token] = []
    at = 0
    while at < len(line):
        for put in _PUTS:
            step = put(line, at)
            if step is not None:
                tokens, at = step
                found += tokens
                break
        else:
            found.append(line.tokens[at])
            at += 1
    return found


_Step = tuple[list[Token], int]


def _lies(line: Line, at: int) -> _Step | None:
    """`lies in`, `is kept in`, `put away in`: is in."""
    text = line.texts[at]
    if text not in _LIES and text not in _PUT:
        return None
    is_passive = at > 0 and line.texts[at - 1] in english.BE
    if (text in _PUT and not is_passive and not _ends_name(line, at)) or (text in _LIES and not _ends_name(line, at)):
        return None
    end = at + 1
    while end < len(line) and (line.texts[end] in _AWAY or (line.free(end) and not line.mentions[end])):
        end += 1
    if (
        end >= len(line)
        or line.texts[end] not in _WHERE
        or line.texts[end - 1] == "up"
        or line.figures[end] is not None
    ):
        return None
    return ([] if is_passive else [_said("is", line.tokens[at])]), end


def _exists(line: Line, at: int) -> _Step | None:
    """`a deal exists between`, `it does not exist any deal between`: there is."""
    if line.texts[at] not in ("exists", "exist"):
        return None
    return [_said("is", line.tokens[at])] if at and line.texts[at - 1] != "not" else [], at + 1


def _numbers_of(line: Line, at: int) -> _Step | None:
    """`visitor numbers`: number of visitors."""
    noun = line.tokens[at]
    is_noun = noun.is_word and not line.mentions[at] and noun.text not in english.CARRY_NOTHING | english.NARROWING
    if not is_noun or at + 1 >= len(line) or line.texts[at + 1] not in _NUMBERS or line.figures[at] is not None:
        return None
    like = line.tokens[at + 1]
    return [_said("number", like), _said("of", like), noun], at + 2


def _submitted_by(line: Line, at: int) -> _Step | None:
    """`the request submitted by X`: the request by X."""
    if line.texts[at] not in _SUBMITTED or not at or at + 1 >= len(line) or line.texts[at + 1] not in ("by", "from"):
        return None
    is_noun = (
        line.tokens[at - 1].is_word and line.texts[at - 1] not in english.BE | english.HAVE and line.marks[at - 1] == []
    )
    return ([], at + 1) if is_noun and not line.mentions[at - 1] else None


def _what_is_done(line: Line, at: int) -> _Step | None:
    """`whatever is lent to X`, `objects on loan to X`: loans to X."""
    if line.texts[at] not in _THINGS:
        return None
    end = at + 1
    while end < len(line) and line.texts[end] in ("that", "which", "is", "are", "being"):
        end += 1
    if line.texts[end : end + 2] == ["on", "loan"]:
        return [_said("loans", line.tokens[end])], end + 2
    noun = DEEDS.noun_of(line.texts[end]) if end < len(line) else ""
    is_followed = end + 1 < len(line) and line.texts[end + 1] in ("to", "from", "by", "in")
    return ([_said(f"{noun}s", line.tokens[end])], end + 1) if noun and is_followed else None


def _at_night(line: Line, at: int) -> _Step | None:
    """`guards on duty all night`: night guards."""
    if line.tokens[at].stem not in _WATCHING or (at and line.texts[at - 1] == "night"):
        return None
    end = at + 1 + 2 * (line.texts[at + 1 : at + 3] in (["on", "duty"], ["on", "site"], ["on", "patrol"]))
    for words in _NIGHTLY:
        if tuple(line.texts[end : end + len(words)]) == words:
            return [_said("night", line.tokens[end]), line.tokens[at]], end + len(words)
    return None


def _relative(line: Line, at: int) -> _Step | None:
    """`63 % relative humidity`: of a figure, it says what it is measured by."""
    is_relative = line.texts[at] in ("relative", "rel", "measured", "recorded")
    return ([], at + 1) if is_relative and any(line.figures) and at + 1 < len(line) else None


_PUTS: tuple[Callable[[Line, int], _Step | None], ...] = (
    _lies, _exists, _numbers_of, _submitted_by, _what_is_done, _at_night, _relative,
)  # fmt: skip

# -- the sentence as a whole


def _done_to(line: Line) -> list[Token] | None:
    """`gave X a thorough check`, `carried out a check of X`: checked X."""
    for at, token in enumerate(line.tokens):
        if is_deed_of(token.text, "give"):
            named = _named_at(line, at + 1)
            noun = _noun_at(line, named.end) if named is not None else None
            if named is not None and noun is not None:
                verb = _said(DEEDS.form_of(line.texts[noun], token.text), line.tokens[noun])
                return [*line.tokens[:at], verb, *line.tokens[at + 1 : named.end], *line.tokens[noun + 1 :]]
        size = DEEDS.light_at(line.texts, at)
        noun = _noun_at(line, at + size) if size else None
        if noun is None or line.texts[noun + 1 : noun + 2] == []:
            continue
        if line.texts[noun + 1] in ("of", "on", "to", "for", "in") and _named_at(line, noun + 2) is not None:
            verb = _said(DEEDS.form_of(line.texts[noun], token.text), line.tokens[noun])
            return [*line.tokens[:at], verb, *line.tokens[noun + 2 :]]
    return None


def _noun_at(line: Line, at: int) -> int | None:
    """Where the noun of a deed stands, behind an article and adjectives."""
    end = at
    while end < len(line) and (line.texts[end] in english.ARTICLES or line.texts[end] in _ADJECTIVES):
        end += 1
    return end if end < len(line) and line.texts[end] in DEEDS.verbs else None


def _has_its(line: Line) -> list[Token] | None:
    """`has its insurance by X`: is insured by X."""
    for at in range(1, len(line) - 4):
        have, its, noun, link = line.texts[at : at + 4]
        if (
            have in ("has", "have")
            and its in ("its", "their")
            and noun in DEEDS.verbs
            and link in ("by", "from", "with", "through")
        ):
            done = _said(DEEDS.done(noun), line.tokens[at + 2])
            rest = line.tokens[at + 4 :]
            return [*line.tokens[:at], _said("is", done), done, _said("by", line.tokens[at + 3]), *rest]
    return None


def _in_its(line: Line) -> list[Token] | None:
    """`X turned down in its bid for Y`: the bid of X for Y turned down."""
    for at in range(2, len(line) - 3):
        if line.texts[at] != "in" or line.texts[at + 1] not in ("its", "their", "his", "her"):
            continue
        named = _named_at(line, 0)
        if named is None or not line.tokens[at + 2].is_word or line.mentions[at + 2]:
            return None
        verb = line.tokens[named.end : at]
        if (
            not verb
            or not any(is_past_participle(token.text) for token in verb)
            or any(token.text == "," for token in verb)
        ):
            return None
        like = line.tokens[at + 2]
        return [like, _said("of", like), *line.tokens[: named.end], *line.tokens[at + 3 :], *verb]
    return None


def _bid_to(line: Line) -> list[Token] | None:
    """`X's request to borrow Y`: for Y, where the phrases of the same type know of borrowing."""
    for at in range(1, len(line) - 3):
        noun, link, verb = line.tokens[at : at + 3]
        named = _named_at(line, at + 3)
        if link.text != "to" or noun.text not in _BIDS or named is None or verb.text in english.ARTICLES:
            continue
        if _is_of_the_same(line.grammar, noun.stem, verb.stem):
            rest = line.tokens[at + 3 :]
            tokens = [*line.tokens[: at + 1], _said("for", link), *rest]
            again = Line(line.grammar, line.text, tokens, line.before, widely=True)
            return _in_its(again) or tokens
    return None


_BIDS = frozenset({"bid", "request", "application", "bids", "requests", "applications", "offer", "plea", "appeal"})


def _is_of_the_same(grammar: Grammar, noun: str, verb: str) -> bool:
    """Whether each fact type whose phrases have the noun, or what stands for it, has the verb in others."""
    phrases, stems = grammar.columns.rows["phrases"], grammar.index.stems

    def types(one: str) -> set[str]:
        number = stems.get(one)
        return {grammar.book.phrases[p].fact for p in phrases[number]} if number is not None else set()

    of_noun = types(noun) | types("request") | types("bid")
    return bool(of_noun) and of_noun <= types(verb)


def _on_loan(line: Line) -> list[Token] | None:
    """`sends X over to Y on loan`, `lets Y have X on loan`: lends."""
    verb = next((at for at, text in enumerate(line.texts) if is_deed_of(text, *_GIVING)), None)
    if verb is None:
        return None
    loan = next((at for at in range(verb, len(line) - 1) if line.texts[at : at + 2] == ["on", "loan"]), None)
    have = next((at for at in range(verb, len(line)) if line.texts[at] == "have"), None)
    is_let = is_deed_of(line.texts[verb], "let")
    if (loan is None and not is_let) or (is_let and have is None):
        return None
    left_out = {have} if is_let else set[int | None]()
    left_out |= {loan, loan + 1} if loan is not None else set()
    left_out |= {at for at in range(verb, len(line) - 1) if line.texts[at] == "over" and line.texts[at + 1] == "to"}
    text = line.texts[verb]
    given = "lend" if loan is not None else "give"
    form = f"{given}ing" if text.endswith("ing") else f"{given}s" if text.endswith("s") else DEEDS.past(given)
    form = given if text in _GIVING and text != "let" else form
    lent = _said(form, line.tokens[verb])
    return [lent if at == verb else token for at, token in enumerate(line.tokens) if at not in left_out]


def _to_do(line: Line) -> list[Token] | None:
    """`X to sell Y`, as a headline has it: X plans to sell Y."""
    named = _named_at(line, 0)
    if named is None or named.end + 2 > len(line) or line.texts[named.end] != "to" or named.kind == ADJECTIVE:
        return None
    to, verb = line.tokens[named.end], line.tokens[named.end + 1]
    if not verb.is_word or line.mentions[named.end + 1] or verb.text in english.ARTICLES:
        return None
    return [*line.tokens[: named.end], _said("plans", to), *line.tokens[named.end :]]


def _by_somebody(line: Line) -> list[Token] | None:
    """`a family donates X to Y`: X donated to Y; who does it is nobody of the rulebook."""
    verb = int(line.texts[0] in ("a", "an", "the") or line.texts[0] in ("our", "local")) + 1
    if verb + 1 >= len(line):
        return None
    who = line.texts[verb - 1]
    is_unnamed = who in _UNNAMED or not (line.marks[verb - 1] or who in line.grammar.surface or line.mentions[verb - 1])
    named = _named_at(line, verb + 1)
    if not is_unnamed or named is None or who in _SPEAKING or line.marks[verb] or line.mentions[verb]:
        return None
    if line.texts[named.end : named.end + 1] == ["'s"] or line.texts[verb].endswith("ing"):
        return None
    done = DEEDS.participle(line.texts[verb])
    if not done:
        return None
    start = line.tokens[verb + 1 : named.end]
    return [*start, _said(done, line.tokens[verb]), *line.tokens[named.end :]]


def _particle(line: Line) -> list[Token] | None:
    """`dug the coins up`: dug up the coins."""
    for at in range(1, len(line) - 2):
        named = _named_at(line, at + 1)
        if (
            named is None
            or named.end >= len(line)
            or line.texts[named.end] not in ("up", "out", "off", "away", "down", "back")
        ):
            continue
        if line.marks[at] or line.mentions[at] or not line.tokens[at].is_word or line.texts[at] in english.ARTICLES:
            continue
        particle = line.tokens[named.end]
        return [*line.tokens[: at + 1], particle, *line.tokens[at + 1 : named.end], *line.tokens[named.end + 1 :]]
    return None


def _compound(line: Line) -> list[Token] | None:
    """`permit for the export of X`: export permit for X; `sum insured for X`: insured sum for X."""
    for at in range(len(line) - 3):
        one, link = line.tokens[at], line.texts[at + 1]
        if not one.is_word or line.mentions[at]:
            continue
        other = at + 2 + (line.texts[at + 2] in english.ARTICLES)
        if link in ("for", "of") and other + 1 < len(line) and line.texts[other + 1] in ("of", "for"):
            if line.mentions[other] or not line.tokens[other].is_word or line.texts[other] in english.NARROWING:
                continue
            like = line.tokens[at + 1]
            return [*line.tokens[:at], line.tokens[other], one, _said("for", like), *line.tokens[other + 2 :]]
        is_behind = is_past_participle(link) and line.texts[at + 2] in ("of", "for", "on") and not line.mentions[at + 1]
        if is_behind and one.text not in english.BE | english.HAVE | english.ARTICLES and not line.marks[at]:
            return [*line.tokens[:at], line.tokens[at + 1], one, *line.tokens[at + 2 :]]
    return None


def _reading(line: Line) -> list[Token] | None:
    """`Reading for X: 63 % humidity`, `climate at X: this, that`: X: 63 % humidity."""
    start = next(
        (at for at in range(1, min(4, len(line))) if line.texts[at] in ("for", "at", "in", "of", "from")), None
    )
    named = _named_at(line, start + 1) if start is not None else None
    if start is None or named is None or line.texts[named.end : named.end + 1] != [":"]:
        return None
    if not {token.text for token in line.tokens[:start]} <= _HEADS | english.ARTICLES | english.NARROWING:
        return None
    topic, found = line.tokens[start + 1 : named.end], list[Token]()
    for token in line.tokens[named.end :]:
        found += topic if token.text == ":" else [token, *topic] if token.text == "," else [token]
    return found


_HEADS = frozenset(
    {"reading", "readings", "climate", "conditions", "figures", "numbers", "data", "status", "update", "note", "news", "latest"}
    | {"measurement", "measurements", "values", "levels", "results", "report", "summary", "situation", "today", "morning"}
)  # fmt: skip

_TURNS: tuple[Callable[[Line], list[Token] | None], ...] = (
    _done_to, _has_its, _bid_to, _in_its, _on_loan, _to_do, _by_somebody, _particle, _compound, _reading,
)  # fmt: skip
_ = Effect
