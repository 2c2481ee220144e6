"""`The latter`, `the former`, `both`, `neither`, `their`: the second, the first, each of two that were named together, and what is theirs.

They are read as the names that they stand for, and `of A and B, the former ..., the latter ...` without what only names the two. `The former base` is none of it: `former` must stand alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.language.earlier.context import Context
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.line.mentions import PRONOUN, Mention, mentions_in
from dragoman.language.words import english
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token, tokens_of, words_of

_PLACE = {"former": 0, "latter": 1}
_TWO = 2
_BEHIND = (
    english.BE | english.DO | english.HAVE | english.MODALS | english.ARTICLES | english.BOUNDARIES
    | frozenset({"also", "too", "will", "not", "it", "they", "its", "their", "in", "of", "to", "with", "by", ",", ";", ":", "-", ")", ".", "neither", "likewise"})
)  # fmt: skip
"""What stands behind a `former` that stands alone."""
_PLACES = (
    "governments",
    "countries",
    "states",
    "nations",
    "capitals",
    "sides",
    "parties",
    "powers",
    "places",
    "neighbours",
)
_THE_TWO = (
    *(("both", one) for one in _PLACES), *(("the", "two", one) for one in _PLACES), ("both", "of", "them"), ("the", "two", "of", "them"),
    ("both",),
)  # fmt: skip
_OF_THEM = (("the", "two"), ("these", "two"), ("those", "two"), ("them",), ("these",), ("those",), ("the",))
_ONE_PLACE = frozenset(
    {"government", "country", "state", "nation", "capital", "side", "party", "power", "place", "neighbour", "one"}
)
_DONE_TO = english.ARTICLES | english.PRONOUNS | frozenset({"that", "this", "no", "some", "any", "itself"})
_SO_FAR = (("so", "far"), ("at", "present"), ("for", "now"), ("for", "years"), ("in", "fact"), ("by", "now"))
"""Before whom nobody is named."""
_THE_LAST = frozenset(one[-1] for one in _THE_TWO)
_NEAR = 6
"""Tokens behind a `both` in which an `and` names the other of two."""
_RECENT = 6
"""So many mentions back two may have been named."""


def resolved(grammar: Grammar, tokens: Sequence[Token], before: Context) -> list[Token]:
    """The tokens with the names in the place of `the latter` and `the former`, where it is clear whose."""
    found = list(tokens)
    if tokens and tokens[0].text == "their" and before.mentions and _is_a_pair(before.mentions[0]):
        one, other = (_named(grammar, name, tokens[0].start, tokens[0].end) for name in before.mentions[0].names)
        owner = tokens[0]._replace(text="'s", stem="'s", is_word=False)
        return [*one, tokens[0]._replace(text="and", stem="and"), *other, owner, *resolved(grammar, tokens[1:], before)]
    if (size := _neither_of_them(tokens)) and len(pairs := {*_pairs(grammar, (), before)}) == 1:
        one, other = (_named(grammar, name, tokens[0].start, tokens[size - 1].end) for name in next(iter(pairs)))
        nor = tokens[0]._replace(text="nor", stem="nor")
        return [tokens[0], *one, nor, *other, *resolved(grammar, tokens[size:], before)]
    end = _named_before(grammar, tokens)
    for at in range(len(tokens) - 1, -1, -1):
        size = _both_of_them(tokens, at) or int(_behind_both(tokens, at))
        pairs = {*_pairs(grammar, tokens[:at], before)} if size else set[tuple[str, ...]]()
        if size > 1 and tokens[at + size - 1].text not in _THE_LAST:
            kind = tokens[at + size - 1].text.removesuffix("s")
            pairs = {pair for pair in pairs if all(kind in grammar.lexicon.kinds[name] for name in pair)}
        if len(pairs) == 1:
            one, other = (_named(grammar, name, tokens[at].start, tokens[at].end) for name in next(iter(pairs)))
            found[at : at + size] = [*one, tokens[at]._replace(text="and", stem="and"), *other]
            continue
        is_of_pair = at > end > 0 and tokens[at].text in _PLACE and tokens[at - 1].text == "the"
        if not (is_of_pair or _stands_alone(tokens, at)):
            continue
        pair = next(_pairs(grammar, tokens[: at - 1], before), None)
        if pair is not None:
            found[at - 1 : at + 1] = _named(
                grammar, pair[_PLACE[tokens[at].text]], tokens[at - 1].start, tokens[at].end
            )
    return found[end:] if end and _PLACE.keys().isdisjoint(token.text for token in found[end:]) else found


def _named_before(grammar: Grammar, tokens: Sequence[Token]) -> int:
    """Where what only names the two ends, of whom the one is then the former and the other the latter: `of A and B, the former ...`; else 0."""
    texts = [token.text for token in tokens]
    if _PLACE.keys() - {*texts}:
        return 0
    start = int(texts[0] in ("of", "between"))
    start += texts[start] in english.ARTICLES or texts[start : start + 2] == ["the", "two"]
    several, _ = mentions_in(grammar.lexicon, tokens)
    pair = next((m for m in several[start] if len(m.names) == _TWO and not (m.is_or or m.excluded)), None)
    mark = "," if start and texts[0] in ("of", "between") else ":"
    is_next = pair is not None and texts[pair.end : pair.end + 2] == [mark, "the"] and texts[pair.end + 2] in _PLACE
    return pair.end + 1 if pair is not None and is_next else 0


def resolved_text(grammar: Grammar, text: str, before: Context) -> str:
    """A text in the same way."""
    tokens = tokens_of(text)
    now = resolved(grammar, tokens, before)
    return text if now == tokens else " ".join(token.text for token in now)


def _is_a_pair(mention: Mention) -> bool:
    return len(mention.names) == _TWO and mention.kind != PRONOUN and not (mention.is_or or mention.excluded)


def _stands_alone(tokens: Sequence[Token], at: int) -> bool:
    if tokens[at].text not in _PLACE or not at or tokens[at - 1].text != "the":
        return False
    behind = tokens[at + 1].text if at + 1 < len(tokens) else ","
    return tokens[at].text == "latter" or behind in _BEHIND or _does_something(tokens, at + 1)


def _does_something(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb stands there, and what it is done to behind it: `regards it`; the `bases in A` are none."""
    if at + 1 >= len(tokens) or not tokens[at].text.endswith("s") or tokens[at].is_capital or tokens[at].text == "'s":
        return False
    behind = tokens[at + 1]
    if behind.text in _DONE_TO or behind.is_capital or behind.text[:1].isdigit():
        return True  # else no other verb: `the former bases in A are closed`
    return (english.BE | english.HAVE | english.DO | english.MODALS).isdisjoint(one.text for one in tokens[at + 1 :])


def _neither_of_them(tokens: Sequence[Token]) -> int:
    """How many tokens stand for neither of two, before what they do not do: `neither has`, `neither of the two countries is`."""
    words = [token.text for token in tokens[:6]]
    if words[:1] != ["neither"]:
        return 0
    size = 1
    if words[1:2] == ["of"]:
        size = next((2 + len(one) for one in _OF_THEM if tuple(words[2 : 2 + len(one)]) == one), 0)
        size += size > 0 and words[size : size + 1] != [] and words[size] in _PLACES
    elif words[1:2] != [] and words[1] in _ONE_PLACE:
        size = 2
    behind = words[size : size + 1]
    return (
        size
        if size and behind and (behind[0] in english.BE | english.HAVE | english.DO or _does_something(tokens, size))
        else 0
    )


def _both_of_them(tokens: Sequence[Token], at: int) -> int:
    """How many tokens stand for two: `both are fragile`, `both governments want it`; of what both are not, one may be."""
    begins = at == 0 or tokens[at - 1].text in (",", ";", "and", "but") or _is_led_to(tokens[:at])
    if tokens[at].text not in ("both", "the") or not begins:
        return 0
    words = [token.text for token in tokens[at : at + 4]]
    size = next((len(one) for one in _THE_TWO if tuple(words[: len(one)]) == one), 0)
    if size < _TWO:
        kind = 1 if words[0] == "both" else 2 if words[:2] == ["the", "two"] else 0
        size = kind + 1 if kind and "".join(words[kind : kind + 1]).endswith("s") else size
    behind = [token.text for token in tokens[at + size : at + size + 3]]
    is_verb = behind != [] and (behind[0] in english.BE | english.HAVE | english.DO or size > 1)
    if words[0] == "both" and _is_done_by_both(tokens[at + 1 :]):
        size, is_verb, behind = 1, True, words[1:4]
    is_verb = is_verb and behind[0] not in (
        "of",
        "in",
        "at",
        "on",
        "from",
        "with",
        "that",
        "which",
        "who",
        "and",
        ",",
        "'s",
    )
    return size if is_verb and english.NEGATORS.isdisjoint(behind) else 0


def _is_led_to(tokens: Sequence[Token]) -> bool:
    """Whether nothing stands before but when, or how, it is so: `so far both ...`."""
    texts = tuple(token.text for token in tokens)
    return texts in _SO_FAR or all(text in english.FILLERS for text in texts)


def _is_done_by_both(tokens: Sequence[Token]) -> bool:
    """Whether what stands behind a `both` may be what they do: `both doubt that ...`; `both trade and aid grow` has an `and`."""
    if len(tokens) < 2 or not tokens[0].text.isalpha() or tokens[0].is_capital or tokens[0].text.endswith("s"):
        return False
    light = english.ARTICLES | english.PRONOUNS | english.MODALS | PREPOSITIONS | english.NEGATORS | english.ASKING
    is_verb = tokens[0].text not in light | {"that", "this", "these", "those", "will"}
    return is_verb and {"and", "or"}.isdisjoint(token.text for token in tokens[:_NEAR])


def _behind_both(tokens: Sequence[Token], at: int) -> bool:
    """Whether a `both` at the end stands for two: `is strong in both`, `C leads both`; what is not so in both may be so in one."""
    if tokens[at].text != "both" or at < _TWO:
        return False
    before = tokens[at - 1]
    is_verb = before.is_word and before.text.endswith("s") and before.text not in english.CARRY_NOTHING
    if before.text not in PREPOSITIONS and not is_verb:
        return False
    ends = at + 1 == len(tokens) or tokens[at + 1].text in (",", ";")
    return ends and english.NEGATORS.isdisjoint(token.text for token in tokens[:at])


def _pairs(grammar: Grammar, tokens: Sequence[Token], before: Context) -> Iterator[tuple[str, ...]]:
    """Two that were named together, the latest first."""
    found, _ = mentions_in(grammar.lexicon, tokens)
    for several in reversed(found):
        yield from (m.names for m in several if len(m.names) == _TWO and m.kind != PRONOUN and not m.excluded)
    for mention in before.mentions[:_RECENT]:
        if len(mention.names) == _TWO and not mention.excluded:
            yield mention.names


def _named(grammar: Grammar, name: str, start: int, end: int) -> list[Token]:
    words = words_of(grammar.lexicon.entities[name].title)
    return [Token(word, stem(word), start, end, True, True) for word in words]
