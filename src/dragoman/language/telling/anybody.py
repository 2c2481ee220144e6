"""Somebody who is only called as one of the rulebook's is: some one or other of a kind, or another of the same name.

    a dairy is approved · two burger stalls are closed · farms supply X       not `the dairy`, whatever that is called
    Georgia, the US state · Turkey, the bird · Washington State               another of that name

A name that is a common noun means the one that is called so only where it is said of that one: with `the`, or typed as a name.
"""

from __future__ import annotations

import re

from dragoman.language.clauses.cutter import Piece
from dragoman.language.clauses.match import Bound
from dragoman.language.grammar.lexicon import ANY, GOVERNMENT, NAME
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import words_of

SOME_OR_OTHER = "it speaks of one of a kind, and not of the one that is called so"
_ONE_OF_A_KIND = frozenset({"a", "an", "another", "his", "her", "my"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_OTHER_KIND = re.compile(
    r"^\s*,\s+(?:the|an?)\s+(?:[\w-]+\s+){0,2}?(?P<kind>bird|song|film|movie|novel|book|river|ship|planet|singer|band|horse|dog|cat|pub|street"
    r"|county|hurricane|painting|restaurant|brand|cocktail|dance|resort|hotel|magazine|actor|actress|writer|player|saint|(?:us|u\.s\.|american|federal)\s+state)\s*[,.]",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    r"^\s*,\s+(?:the|an?)\s+(?P<before>(?:[\w-]+\s+){0,3}?)(?P<kind>[\w-]+)"
    r"(?:\s+(?:of|in|on|near|from|with|by|outside|at|that|which|where|who|whose)\s[^,.;]*)?\s*,\s",
    re.IGNORECASE,
)
_PLACES = frozenset(
    english.lines(
        "town | village | city | suburb | hamlet | settlement | valley | mountain | hill | lake | island | district | county | province | region"
        "| street | square | beach | forest | neighbourhood | neighborhood"
    )
)
_HOUSES = frozenset(
    english.lines(
        "restaurant | hotel | pub | bar | cafe | café | bakery | nightclub | brewery | brewer | bank | airline | newspaper | broadcaster | union"
        "| church | hospital | school | supermarket | shop | shipyard | carmaker | maker | manufacturer | factory | museum | theatre | prison | party"
        "| bird | dog | horse | cat | song | film | novel | brand | ship | river"
    )
)
_PERSONS = frozenset(
    english.lines(
        "man | woman | boy | girl | footballer | striker | goalkeeper | pensioner | lawyer | farmer | politician | painter | poet | chef"
    )
)
_OF_ONE_KIND = frozenset(
    english.lines(
        "club | university | stadium | hospital | hotel | airline | airport | museum | mine | bridge | ship | country | state | river | market | newspaper"
    )
)
"""Kinds of a rulebook that leave no doubt what is of them; a body, a company or a funder may be a bank, or a man."""
_ONCE = frozenset({"former", "converted", "disused", "old", "ex"})
_THE_STATE = re.compile(r"^(?:\s+State\b|\s*,\s+the\s+state\s*,)")


def is_anybody(line: Line, piece: Piece) -> bool:
    """Whether somebody whom a clause names is only one of a kind, or another of that name."""
    return any(_is_one_of_a_kind(line, one) or _is_of_another_kind(line, one) for one in piece.hit.bound)


def _is_one_of_a_kind(line: Line, one: Bound) -> bool:
    if (
        one.mention is None
        or one.start >= one.end
        or len(one.mention.names) != 1
        or one.mention.kind not in (NAME, ANY)
    ):
        return False
    if "the" in line.texts[one.start : one.end]:
        return False
    last, name = line.tokens[one.end - 1], one.mention.names[0]
    entity = line.grammar.lexicon.entities[name]
    if entity.title.removeprefix("the ")[:1].islower() or _is_of_what_is_had(line, one):
        return False  # a chicken is a chicken, and `has an E. coli outbreak` one of it
    is_typed_so = one.end > 1 and (last.is_capital or line.text[last.start : last.start + 1].isupper())
    if is_typed_so or not last.is_word or line.texts[one.end : one.end + 1] == ["'s"]:
        return False
    before = line.texts[one.start - 1] if one.start else line.texts[one.start] if one.end > one.start + 1 else ""
    if before in _ONE_OF_A_KIND or line.texts[one.start] in ("a", "an"):
        return True
    is_counted = (before in english.NUMBER_WORDS and before not in ("one", "a")) or (
        before.isdigit() and not _YEAR.fullmatch(before)
    )
    return bool(is_counted) or (before != "the" and _is_plural_of(line, name, last.text))


def _is_of_what_is_had(line: Line, one: Bound) -> bool:
    """Whether a name stands before the noun of what somebody has: `has an E. coli outbreak`."""
    has = line.texts[max(0, one.start - 2) : one.start - 1]
    behind = line.tokens[one.end] if one.end < len(line) else None
    is_noun = behind is not None and behind.is_word and behind.text not in english.CARRY_NOTHING
    return is_noun and bool(has) and has[0] in english.HAVE


def _is_plural_of(line: Line, name: str, text: str) -> bool:
    """Whether a word is the plural of one by which somebody is called: `farms`, of `the farm`."""
    entity = line.grammar.lexicon.entities[name]
    if entity.members or not text.endswith("s"):
        return False
    nouns = {words[-1] for words in map(str.split, entity.aliases) if words and words[-1].islower()}
    return text not in nouns and any(stem(noun) == stem(text) and not noun.endswith("s") for noun in nouns)


def _is_of_another_kind(line: Line, one: Bound) -> bool:
    if one.mention is None or one.start >= one.end or len(one.mention.names) != 1:
        return False
    behind = line.text[line.tokens[one.end - 1].end :]
    last, is_alone = line.tokens[one.end - 1], line.texts[one.end - 2 : one.end - 1] != ["'s"]
    is_state = last.text == "state" and last.is_capital and is_alone and one.end > one.start + 1
    if one.mention.kind == GOVERNMENT and (is_state or _THE_STATE.match(behind)):
        return True
    if _is_called_another(line, one, behind):
        return True
    other = _OTHER_KIND.match(behind)
    if other is None:
        return False
    own = line.grammar.lexicon.types.get(stem(words_of(other["kind"])[-1]), ())
    return len(words_of(other["kind"])) > 1 or one.mention.names[0] not in own


def _is_called_another(line: Line, one: Bound, behind: str) -> bool:
    """Whether what stands behind a name calls it a place, a house or a man, and it is none: `Brenn, a small town, ...`."""
    said = _APPOSED.match(behind)
    if said is None or one.mention is None or not _ONCE.isdisjoint(said["before"].lower().split()):
        return False
    lexicon, name, noun = line.grammar.lexicon, one.mention.names[0], said["kind"].lower()
    entity, kinds = lexicon.entities[name], lexicon.kinds[name]
    meanings = (line.grammar.rulebook.entity_types[kind].meaning for kind in entity.types)
    own = {stem(word) for text in (*meanings, *kinds, entity.title) for word in words_of(text)}
    named = " ".join(line.texts[one.start : one.end])
    if stem(noun) in own or any(of in _OF_PLACES and named == text.lower() for text, of in entity.kinds.items()):
        return False
    if noun in _PLACES:
        return own.isdisjoint(map(stem, _PLACES | {"place", "land", "port", "area", "site", "country"}))
    is_man = noun in _PERSONS and one.mention.kind != GOVERNMENT
    return (is_man or noun in _HOUSES) and not kinds.isdisjoint(_OF_ONE_KIND)


_OF_PLACES = frozenset({"city", "capital"})
