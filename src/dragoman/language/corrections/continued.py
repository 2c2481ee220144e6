"""A line that goes on from what was told: it says the same of somebody else, or the contrary, or whose word differs.

    in Kyrgyzstan also · Uzbekistan isn't · the other four do not · Uzbekistan is one too but Turkmenistan is not
    not so Uzbekistan · that cannot be said of Uzbekistan · it has none in Uzbekistan · Uzbekistan has since done the same
    and vice versa · but the reverse is not true
    the IMF says 38 · Gallup on the other hand has it improving · militarily it is the other way round

Each clause is some names and words that say nothing but *also* or *not*. What is denied must be plain: of a fact that
was told without a `not` although it is denied (`X left the club`), `Y did not` may say one or the other.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dragoman.language.corrections.slots_said import are_alike, line_of, slots_of_fact, whole_value, with_value
from dragoman.language.forms import ReadFact
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.telling.teller import checked_slots
from dragoman.language.telling.then import says_how_often
from dragoman.language.words import english
from dragoman.language.words.effects import Effect
from dragoman.language.words.hedges import HEDGES
from dragoman.language.words.patterns import Pattern
from dragoman.language.words.tokens import tokens_of, words_of
from dragoman.values.entity import Entities
from dragoman.values.enumeration import Enumeration

_DONE = frozenset({"done", "since"})
"""`has since done the same`"""
_AGAIN = frozenset({"also", "too", "same", "likewise", "ditto", "similarly", "well", "so"})
_NEITHER = frozenset({"neither", "nor", "either"})
_LEAST_WHEN = 2
"""Words of a time that is passed over: a single one may say something."""
_DOES = english.DO | english.BE | english.HAVE
_AROUND = frozenset(
    [
        "and",
        "but",
        "so",
        "in",
        "with",
        "to",
        "from",
        "for",
        "of",
        "by",
        "at",
        "on",
        "about",
        "towards",
        "the",
        "a",
        "an",
        "there",
        "goes",
        "go",
        "now",
        "as",
        "one",
        "case",
        "applies",
        "true",
        "it",
        "while",
        "whereas",
        "though",
        "although",
        ",",
        ";",
        "-",
        ".",
        "both",
        "all",
        "them",
        "that",
        "this",
        "holds",
        "is",
        "whole",
        "only",
        "alone",
    ]
)
_SINGLING = frozenset({"only", "alone"})
_BESIDE_VERB = frozenset({"not", "never", "also", "too", "since", "now", "then", "likewise"})
_OF_ONE = (
    (
        english.HAVE,
        re.compile(
            r"\b(?:has|have|had|with) (?:(?:not|still|also|now|already|never) )?(?:a|an|no|its|their|two|three|several|any)\b|\bthere (?:is|are)|\b(?:runs?|operates?|maintains?|keeps?|possess(?:es)?) "
        ),
    ),
    (
        english.BE,
        re.compile(
            r"\b(?:is|are|was|were|becomes?|remains?|stays?) (?:(?:not|still|also|now|already|never) )?(?:a|an|no|one|the)\b"
        ),
    ),
)
"""What `has one` and `is one` may stand for, in what was told."""
_NOT_SO = frozenset(
    {
        *(("not", all_of) for all_of in ("all", "both", "only")),
        *(("to", verb) for verb in ("do", "be", "have", "follow", "", "too", "as")),
    }
)
"""`not all of B does`, `is about to do the same`: it may be so of some, or some day."""
_SAYING_AGAIN = frozenset(
    {"any", "way", "into", "ones", "on", "its", "own", "then", "ever", "gone", "been", "happened"}
)
_JOINS = frozenset({"and", "but", "while", "whereas", "though", "although", ",", ";", "nor", "neither"})
_LIKELY = {
    tuple(text.split()): word
    for word, texts in HEDGES.items()
    for text in texts
    if word in ("likely", "very likely", "almost certain")
}
_SOURCE = Pattern(
    r"^(?:but |and |while |whereas |though )?(?P<who>[^,;:]{2,60}?)(?:,? (?:on the other hand|however|though|by contrast|in contrast|for (?:its|their) part),?)?"
    r" (?:(?:says?|reports?|gives?|claims?|estimates?|counts?|speaks? of|puts? (?:it|that|them) at|has (?:it|that|them)(?: at| as)?|have (?:it|that)(?: at| as)?"
    r"|sees? (?:it|that|them)(?: as)?|says? (?:it is|it's|it|they are)|calls? (?:it|that)|finds? (?:it|that))) (?P<what>.+)$",
    re.IGNORECASE,
)
_NO_SOURCE = (
    english.NEGATORS
    | english.MODALS
    | english.ASKING
    | english.FIRST_PERSON
    | {"it", "that", "this", "they", "you", "we", "if", "nobody", "who", "he", "she"}
)
_SWAPPED = Pattern(
    r"^(?:(?P<first>[^,;]{2,50}?),? )?(?:(?:it|that|this) (?:is|was)|it's|its|that's)? ?(?:just |exactly |precisely )?(?:the other way (?:a?round)|vice versa|the reverse|the opposite way round)(?: (?P<last>.{2,50}))?$",
    re.IGNORECASE,
)


_NOW = frozenset({"now", "today", "by", "these", "days", "nowadays", "at", "present", "it", "is", "'s", "that", "just"})
"""Words beside `the other way round` that say nothing but that it is so now."""
_JOIN = r"(?:but |and |while |whereas |though |yet |however,? )?"
_OF = r"(?:of|for|in|with|about|to)"
_IT = r"(?:that|this|it|which|the same)"
_CONTRARY = tuple(
    Pattern(pattern, re.IGNORECASE)
    for pattern in (
        rf"^{_JOIN}{_IT}(?: is| was|'s) (?:not (?:so|true|the case|right|like that|the same)|untrue|otherwise|quite otherwise) {_OF} (?P<who>.+)$",
        rf"^{_JOIN}{_IT}(?: is|was)n't (?:so|true|the case|right|like that|the same) {_OF} (?P<who>.+)$",
        rf"^{_JOIN}{_IT} (?:can(?: ?not|'t)|could(?: not|n't)) be said {_OF} (?P<who>.+)$",
        rf"^{_JOIN}{_IT} does(?: not|n't) (?:hold|apply|go) {_OF} (?P<who>.+)$",
        rf"^{_JOIN}not so,? (?:{_OF} )?(?P<who>.+)$",
        rf"^{_JOIN}(?P<who>[^,;:]+?)[,:]? not so$",
    )
)
"""What says of others that the contrary is so."""
_UNLIKE = Pattern(
    rf"^{_JOIN}(?:unlike|in contrast to|as opposed to|different from) (?:it|them|him|her|that one|that|the former|there),? ",
    re.IGNORECASE,
)
_TOO = Pattern(
    r"^(?:and (?:also )?(?:vice versa|the other way (?:a?round))|(?:and )?the same (?:is true |holds |applies |goes )?(?:the other way (?:a?round)|vice versa|in reverse)"
    r"|and the (?:reverse|converse) (?:is true|holds|applies)(?: too| as well)?|(?:and )?the (?:reverse|converse) (?:is true|holds|applies) (?:too|as well))$",
    re.IGNORECASE,
)
"""What says of two that it is so the other way round as well."""
_NOT_TOO = Pattern(
    r"^(?:(?:but|and|though|yet) )?(?:not (?:vice versa|the other way (?:a?round))|the (?:reverse|converse) (?:(?:is not|isn't) (?:true|so|the case)|(?:does not|doesn't) (?:hold|apply)|cannot be said|is untrue))$",
    re.IGNORECASE,
)
"""What says that it is not."""
_BEHIND = re.compile(
    r"\s*(?:,|\s[-–])?\s+(?P<tail>and the same (?:goes|is true|holds|applies|can be said) (?:for|of|in|with|to) [^,;:]{2,50}"
    r"|which (?:(?:is|was) (?:not (?:so|true|the case)|untrue)|(?:isn't|wasn't) (?:so|true|the case)) (?:of|for|in|with) [^,;:]{2,50}"
    r"|which can(?:not| not|'t) be said (?:of|about|for) [^,;:]{2,50}|(?:and|but not) vice versa|but not the other way a?round"
    r"|(?:but|though|yet|and) the (?:reverse|converse) (?:(?:is not|isn't) (?:true|so|the case)|(?:does not|doesn't) (?:hold|apply)))[\s.!]*$",
    re.IGNORECASE,
)
"""A clause that goes on from the rest of its sentence, and ends it."""
_PROFORMS = frozenset({"it", "so", "that", "none", "any", "one", "ones", "there"})
"""What stands for something of what was told, so that other words of that may be said again."""
_SUBJECTS = frozenset({"it", "they", "he", "she", "there"})


def tail_at(text: str) -> int:
    """Where a last clause begins that goes on from the sentence that it ends; 0 if none does.

    >>> tail_at("Iran is a member, which cannot be said of Oman")
    18
    """
    found = _BEHIND.search(text)
    return found.start("tail") if found is not None else 0


class Continued(NamedTuple):
    """What a line tells beside what was told."""

    facts: tuple[ReadFact, ...]
    is_plain: bool
    """Whether it can say nothing else."""


class _Clause(NamedTuple):
    names: tuple[str, ...]
    again: bool
    denies: bool
    neither: bool
    affirms: bool
    likelihood: str
    is_doer: bool = False
    """Whether they are named as those who do it, and not behind a preposition."""

    @property
    def has_cue(self) -> bool:
        return self.again or self.denies or self.neither or self.affirms or bool(self.likelihood)


def continued(grammar: Grammar, body: str, span: str, told: Sequence[ReadFact]) -> Continued | None:
    """The body of a line as what goes on from the latest of what was told; None if it does not."""
    if (unlike := _UNLIKE.match(body)) is not None:
        found = _others(grammar, body[unlike.end() :], span, told)
        return found if found is not None and all(fact.holds != told[0].holds for fact in found.facts) else None
    return (
        _contrary(grammar, body, span, told[0])
        or _others(grammar, body, span, told)
        or _by_another(grammar, body, span, told[0])
        or _either_way(grammar, body, span, told[0])
        or _swapped(grammar, body, span, told[0])
    )


# -- of others


def _others(grammar: Grammar, body: str, span: str, told: Sequence[ReadFact]) -> Continued | None:
    last = told[0]
    line = line_of(grammar, body, tuple(dict.fromkeys(_like(told))))
    clauses = _clauses(line, last.span) if stands_for_it(line, last) else []
    if len(clauses) == 1 and not clauses[0].has_cue and (_is_added(line) or _is_wider(grammar, clauses[0], last)):
        clauses = [clauses[0]._replace(again=True)]
    if not clauses or not all(clause.has_cue for clause in clauses):
        return None
    is_single = not _SINGLING.isdisjoint(line.texts)
    if is_single and (len(clauses) > 1 or _holds(clauses[0], last) in (None, last.holds)):
        return None  # `A does. Only B does.`: then A does not
    facts, doing = list[ReadFact](), _doer(grammar, last)
    is_plain = not last.source and all(line.corrected.values()) and not _is_over(grammar, line, last)
    for clause in clauses:
        holds = _holds(clause, last)
        made = [_of(grammar, last, name, holds is None or holds) for name in clause.names]
        if doing and clause.is_doer and clause.affirms:
            made = [
                _done_by(grammar, last, doing, several, name) for several, name in zip(made, clause.names, strict=True)
            ]
        if not all(made):
            return None
        is_known = not {*map(str, last.slots.values())}.isdisjoint(clause.names)  # of a group that he is one of
        is_plain = is_plain and holds is not None and not is_known and all(len(several) == 1 for several in made)
        likelihood = clause.likelihood or (last.likelihood if clause.again else "")
        facts += [
            dataclasses.replace(several[0], likelihood=likelihood, source="", date="", span=span) for several in made
        ]
    return Continued(tuple(facts), is_plain)


def _is_added(line: Line) -> bool:
    """Whether a line only adds a name, by its `and`: `and in B`."""
    return line.texts[:1] == ["and"] and "but" not in line.texts


def _is_wider(grammar: Grammar, clause: _Clause, last: ReadFact) -> bool:
    """Whether those named are all those, of whom the last was told of one: `in the whole of the region`."""
    groups = [set(grammar.lexicon.entities[name].members) for name in clause.names]
    return any(not group.isdisjoint(map(str, last.slots.values())) for group in groups)


def _contrary(grammar: Grammar, body: str, span: str, last: ReadFact) -> Continued | None:
    """`That cannot be said of B`: of others the contrary of what was told last."""
    found = next(filter(None, (shape.match(body) for shape in _CONTRARY)), None)
    if found is None:
        return None
    line = line_of(grammar, found["who"])
    names = [name for at in range(len(line)) if (m := _named(line, at)) is not None for name in m.names]
    inside = {at for start in range(len(line)) if (m := _named(line, start)) is not None for at in range(start, m.end)}
    rest = {line.texts[at] for at in range(len(line)) if at not in inside}
    if not names or not rest <= {"the", "and", ",", "in", "of", "either"} or not all(line.corrected.values()):
        return None
    made = [_of(grammar, last, name, not last.holds) for name in dict.fromkeys(names)]
    if not all(len(several) == 1 for several in made):
        return None
    is_plain = not last.source and (last.holds or bool(english.NEGATORS & set(words_of(last.span))))
    return Continued(
        tuple(dataclasses.replace(several[0], likelihood="", date="", span=span) for several in made), is_plain
    )


def _either_way(grammar: Grammar, body: str, span: str, last: ReadFact) -> Continued | None:
    """`And vice versa`: the same of the two the other way round, or the contrary."""
    is_denied = _NOT_TOO.match(body) is not None
    other = swapped(grammar, last) if is_denied or _TOO.match(body) else None
    value = grammar.told[last.fact].value
    if other is None or (is_denied and (not last.holds or (value is not None and not value.kind.CAN_BE_DENIED))):
        return None
    holds = not is_denied and last.holds
    return Continued((dataclasses.replace(other, holds=holds, date="", span=span),), not last.source)


def _done_by(grammar: Grammar, last: ReadFact, doing: str, several: list[ReadFact], name: str) -> list[ReadFact]:
    """`C does too` of what C may do, or with those things in whose place the one of his kind is, if that is another.

    Of whom it cannot be that he does it, nothing is said: `A trusts B. C does, too` tells of no trust in C.
    """
    holds = several[0].holds if several else True
    own = with_value(grammar, dataclasses.replace(last, holds=holds), doing, name)
    if not _takes(grammar, last, doing, name):
        return []
    if own is None:
        return several
    is_clear = len(several) != 1 or several[0].slots == own.slots
    return [own] if is_clear else [own, *several]


def _takes(grammar: Grammar, last: ReadFact, slot: str, name: str) -> bool:
    kind = next((one.kind for one in slots_of_fact(grammar, last) if one.name == slot), None)
    return isinstance(kind, Entities) and kind.takes(grammar.lexicon.entities[name])


def _doer(grammar: Grammar, last: ReadFact) -> str:
    """The slot of who it is that does what was told last, if its words name him first; else empty."""
    line = line_of(grammar, last.span)
    asks = "?" in line.texts and line.texts[0] not in _DOES
    if not len(line) or asks or line.texts[0] in ("it", "there", *english.ASKING):
        return ""
    first = next(((at, m) for at in range(len(line)) if (m := _named(line, at)) is not None), None)
    if first is None or len(first[1].names) != 1:
        return ""
    at, one = first
    is_behind = at > 0 and (line.texts[at - 1] in PREPOSITIONS or (at > 1 and line.texts[at - 2] in PREPOSITIONS))
    if at > 1 and line.texts[at - 1] == "of" and line.texts[0] not in PREPOSITIONS:
        is_behind = False  # `the public of A`
    if is_behind or line.texts[one.end : one.end + 1] in (["'s"], ["and"], ["or"], [","]):
        return ""
    slots = [name for name, value in last.slots.items() if value == one.names[0]]
    return slots[0] if len(slots) == 1 else ""


def _is_over(grammar: Grammar, line: Line, last: ReadFact) -> bool:
    """Whether a line says of another what was so, where what is was told: `Y was too`."""
    was = {*english.PAST_BE, "did"}
    is_state = last.fact not in grammar.book.events
    return is_state and not was.isdisjoint(line.texts) and was.isdisjoint(words_of(last.span))


def _like(told: Sequence[ReadFact]) -> Iterator[str]:
    """Of whom the latest was told: `the others` are not among them."""
    last = told[0]
    for fact in told:
        differing = [name for name in last.slots if fact.slots.get(name) != last.slots[name]]
        if fact.fact == last.fact and len(differing) < 2:
            yield from (value for value in fact.slots.values() if isinstance(value, str))


def _clauses(line: Line, span: str) -> list[_Clause]:
    """The line as names with what is said of them; nothing if any other word stands in it, but for those said before: `span`."""
    said = frozenset(token.stem for token in tokens_of(span))
    is_said_again, says_again = not _PROFORMS.isdisjoint(line.texts), False
    if any(pair in _NOT_SO for pair in pairwise((*line.texts, ""))):
        return []
    found: list[_Clause] = []
    clause = _Clause((), False, False, False, False, "")
    at = 0
    while at < len(line):
        text = line.texts[at]
        mention = _named(line, at)
        hedge = next((size for size in range(5, 0, -1) if tuple(line.texts[at : at + size]) in _LIKELY), 0)
        if mention is not None:
            if clause.names:
                found, clause = [*found, clause], _Clause((), False, False, False, False, "")
            start = at - 1 if at and line.texts[at - 1] in english.ARTICLES else at
            is_doer = (
                not start
                or line.texts[start - 1] not in PREPOSITIONS
                or line.texts[max(0, start - 2) : start] == ["as", "for"]
            )
            clause, at = clause._replace(names=mention.names, is_doer=is_doer), mention.end
            continue
        when = max((mark.end for mark in line.marks[at] if mark.effect is Effect.NONE), default=at)
        if when >= at + _LEAST_WHEN and says_how_often(" ".join(line.texts[at:when])):
            return []  # `every winter`: not now
        if when >= at + _LEAST_WHEN and (clause.names or found) and _AGAIN.isdisjoint(line.texts[at:when]):
            at = when  # `one day later`
            continue
        if hedge:
            clause = clause._replace(likelihood=_LIKELY[tuple(line.texts[at : at + hedge])])
            at += hedge
            continue
        if text in _JOINS and clause.names and clause.has_cue:
            found, clause = [*found, clause], _Clause((), False, False, False, False, "")
        if text in _DONE and clause.affirms:
            at += 1
            continue
        if text in _AGAIN:
            clause = clause._replace(again=True)
        elif text in _NEITHER:
            clause = clause._replace(neither=True)
        elif text == "not" or (text in ("none", "never") and not clause.denies and is_said_again):
            clause = clause._replace(denies=True)
        elif text in _DOES and not (clause.names or clause.again or clause.neither or line.texts[0] in _SUBJECTS):
            return []  # it asks: `does Uzbekistan too`
        elif text in _DOES:
            clause = clause._replace(affirms=clause.affirms or bool(clause.names) or clause.again or clause.neither)
        elif text not in _AROUND:
            if not is_said_again or found or not (line.tokens[at].stem in said or text in _SAYING_AGAIN):
                return []
            says_again = True
        at += 1
    if clause.names:
        found = [*found, clause]
    elif clause.has_cue:
        return []
    return found if len(found) == 1 or not says_again else []  # `they do not do it, neither there nor in B`


def stands_for_it(line: Line, last: ReadFact) -> bool:
    """Whether a `has one` or `is one` in a line can be what was told last: not behind `A lost a base`, nor `there is one in B too`: whose?"""
    if line.texts[:1] == ["there"] and english.NEGATORS.isdisjoint(line.texts):
        return False
    return all(_says_of_one(line, at, last.span) for at in range(len(line)))


def _says_of_one(line: Line, at: int, span: str) -> bool:
    """Whether a word is no `has one` behind what is no having, and no `is one` behind what is no being."""
    meant = next((meant for verbs, meant in _OF_ONE if line.texts[at] in verbs), None)
    behind = [text for text in line.texts[at + 1 : at + 4] if text not in _BESIDE_VERB]
    is_of_one = behind[:1] != [] and behind[0] in ("one", "none", "any", "some", "ones")
    return meant is None or not is_of_one or meant.search(span.lower()) is not None


def _named(line: Line, at: int) -> Mention | None:
    plain = (m for m in line.mentions[at] if m.kind != PRONOUN and not m.is_or and not m.excluded)
    return next(plain, None)


def _holds(clause: _Clause, last: ReadFact) -> bool | None:
    """Whether it is so of those that a clause names; None if its words do not say so plainly."""
    if not last.holds and not english.NEGATORS & set(words_of(last.span)):
        return False if clause.again and not (clause.denies or clause.neither) else None
    if clause.denies or clause.neither:
        return False
    return last.holds if clause.again or not clause.affirms else True


def _of(grammar: Grammar, last: ReadFact, name: str, holds: bool) -> list[ReadFact]:
    """What was told, of somebody else: in the place of one of his kind."""
    entities = grammar.lexicon.entities
    found: dict[str, ReadFact] = {}
    for slot in slots_of_fact(grammar, last):
        value = last.slots.get(slot.name)
        if not isinstance(slot.kind, Entities) or not isinstance(value, str) or not slot.kind.takes(entities[name]):
            continue
        made = with_value(grammar, dataclasses.replace(last, holds=holds), slot.name, name)
        if made is not None:
            found[slot.name] = made
    alike = {slot: fact for slot, fact in found.items() if are_alike(grammar, name, last.slots[slot])}
    return list((alike or found).values())


# -- by another source


def _by_another(grammar: Grammar, body: str, span: str, last: ReadFact) -> Continued | None:
    """`The IMF says 38`, where the figure of somebody else was told."""
    found = _SOURCE.match(body)
    value = grammar.told[last.fact].value if last.fact in grammar.told else None
    if found is None or value is None or _NO_SOURCE & set(words_of(found["who"])):
        return None
    what = re.sub(r"^(?:it(?: is|'s)?|only|just) ", "", found["what"].strip(), flags=re.IGNORECASE)
    said = whole_value(grammar, line_of(grammar, what), value)
    made = with_value(grammar, last, value.name, said) if said is not None else None
    if made is None:
        return None
    who = re.sub(r"^the ", "", found["who"].strip(), flags=re.IGNORECASE).lower()
    is_named = any(mention.names for mention in line_of(grammar, who).mentions[0])
    return Continued((dataclasses.replace(made, likelihood="", source=who, date="", span=span),), is_plain=not is_named)


# -- the other way round


def _swapped(grammar: Grammar, body: str, span: str, last: ReadFact) -> Continued | None:
    """`Militarily it is the other way round`: the two change places, in another field."""
    found = _SWAPPED.match(body)
    said = (found["first"] or found["last"] or "") if found is not None else ""
    if found is not None and _NOW.issuperset(words_of(said)) and not last.holds:
        other = swapped(
            grammar, dataclasses.replace(last, holds=True, likelihood="")
        )  # `A is not ahead of B. It is the other way round`
        made = dataclasses.replace(other, source="", date="", span=span) if other is not None else None
        return Continued((made,), not last.source) if made is not None else None
    other = swapped(grammar, last) if found is not None else None
    if other is None or not said:
        return None
    line = line_of(
        grammar,
        re.sub(r"^(?:in|on|for) (?:the )?| (?:field|sphere|domain|terms|realm)$", "", said, flags=re.IGNORECASE),
    )
    for slot in slots_of_fact(grammar, last):
        value = whole_value(grammar, line, slot) if isinstance(slot.kind, Enumeration) else None
        made = with_value(grammar, other, slot.name, value) if value is not None else None
        if made is not None:
            return Continued(
                (dataclasses.replace(made, likelihood="", source="", date="", span=span),), not last.source
            )
    return None


def swapped(grammar: Grammar, fact: ReadFact) -> ReadFact | None:
    """A fact with its two parties the other way round; None if it has not just two that can change places."""
    entities = grammar.lexicon.entities
    slots = [
        slot for slot in slots_of_fact(grammar, fact) if isinstance(slot.kind, Entities) and slot.name in fact.slots
    ]
    if len(slots) != 2 or grammar.told[fact.fact].symmetric_names:
        return None
    one, two = slots
    first, second = str(fact.slots[one.name]), str(fact.slots[two.name])
    if not (isinstance(one.kind, Entities) and isinstance(two.kind, Entities)):
        return None
    if not (one.kind.takes(entities[second]) and two.kind.takes(entities[first])):
        return None
    texts = {name: str(value) for name, value in fact.slots.items()}
    slots_now = checked_slots(
        grammar.rulebook, grammar.told[fact.fact], {**texts, one.name: second, two.name: first}, fact.holds
    )
    return dataclasses.replace(fact, slots=slots_now) if slots_now is not None else None
