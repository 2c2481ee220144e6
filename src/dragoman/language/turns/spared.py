"""Words that a sentence can spare: it says the same without them, or with one plain word in their place.

    A has zero interest in it                     ->  A has no interest in it
    A is building a couple of plants              ->  A is building plants
    A wants back the sway it once held over B     ->  A wants back the sway over B
    A would rather work with B than fight with it ->  A would rather work with B than fight
    A is working together with B                  ->  A is working with B
    for A this partnership is about business      ->  for A the partnership is about business
    A has rats behind the ovens                   ->  A has rats
    a goods train came off the rails              ->  a train came off the rails
    A has come to doubt it                        ->  A doubts it
    A went ahead and shut it                      ->  A shut it

They are tried as those of :mod:`dragoman.language.turns.reduced` are, of a sentence of which something was left over.
"""

from __future__ import annotations

from weakref import WeakKeyDictionary

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.kinds import MASS, OF_KIND, PLAIN
from dragoman.language.words.stems import is_past_participle
from dragoman.rulebook.forms import ValueSlot
from dragoman.values.enumeration import Enumeration

Spared = tuple[int, tuple[str, ...]] | None
"""So many tokens, and the words in their place."""

_NOT_NONE = frozenset({"sum", "tolerance", "hour", "carbon", "emission", "emissions", "rate", "point", "line", "day"})
"""What `zero` makes one word with."""
_SEVERAL_OF = tuple(
    tuple(words.split())
    for words in english.lines(
        "a couple of | a string of | a series of | a whole series of | a handful of | a pair of | a dozen | half a dozen | a range of"
        "| a number of | a whole range of | a whole number of | dozens of | scores of"
    )
)
_WHO = english.PEOPLE_NOUNS | english.GOV_NOUNS | frozenset(
    english.lines("states|countries|nations|republics|companies|firms|experts|analysts|voters|students|workers|migrants|years|months|weeks|days")
)  # fmt: skip
_HELD = frozenset(english.lines("held | had | enjoyed | possessed | wielded | exercised | lost | commanded"))
_ONCE = frozenset({"once", "formerly", "previously", "long"})
_THEM = frozenset({"them", "it", "him", "her"})
_AGAINST = frozenset({"with", "against", "on", "to", "from"})
_LINKS = frozenset({"over", "in", "on", "across", "with", "among", "within", "there"})
_THIS = frozenset({"this", "these", "those"})
_NO_NOUN = english.BE | english.HAVE | english.DO | english.MODALS | english.BOUNDARIES | frozenset(
    english.lines("year|month|week|time|morning|afternoon|evening|spring|summer|autumn|winter|decade|days|way|kind|sort|is|of|in|to|too|last|past")
)  # fmt: skip


def zero(line: Line, at: int) -> Spared:
    """`zero interest`: no interest; `zero percent`, `zero-sum` and `zero tolerance` are none of these."""
    if line.texts[at] != "zero" or at + 1 >= len(line) or not at:
        return None
    behind = line.texts[at + 1]
    is_counted = english.is_unit(behind) or behind in _NOT_NONE or not line.tokens[at + 1].is_word
    is_bound = line.texts[at - 1] in ("net", "near", "to", "from", "below", "above", "at", "is", "was", "and", "or")
    return None if is_counted or is_bound else (1, ("no",))


def several(line: Line, at: int) -> Spared:
    """`is building a couple of plants`: plants; never of people and states, whose number tells all from some."""
    size = next((len(words) for words in _SEVERAL_OF if tuple(line.texts[at : at + len(words)]) == words), 0)
    ahead = line.texts[at + size : at + size + 3]
    if not size or not ahead or not at or not english.NEGATORS.isdisjoint(line.texts):
        return None
    is_plural = any(text.endswith("s") and len(text) > len("yes") for text in ahead)
    is_who = not _WHO.isdisjoint(ahead) or any(line.mentions[at + size : at + size + 2])
    is_done = any(m.end <= at for several in line.mentions[:at] for m in several)
    return (size, ()) if is_plural and is_done and not is_who else None


def once_held(line: Line, at: int) -> Spared:
    """`the sway it once held over X`: the sway over X; what it held over another it need not want there."""
    if line.texts[at] not in ("it", "they", "he", "she") or not at or not english.NEGATORS.isdisjoint(line.texts):
        return None
    verb = at + 1 + (line.texts[at + 1 : at + 2] != [] and line.texts[at + 1] in _ONCE)
    is_held = line.texts[verb : verb + 1] != [] and line.texts[verb] in _HELD and line.tokens[at - 1].is_word
    is_placed = line.texts[verb + 1 : verb + 2] == [] or line.texts[verb + 1] in _LINKS
    is_noun = line.texts[at - 1] not in _NO_NOUN and not line.is_cut(at - 1) and not line.mentions[at - 1]
    return (verb + 1 - at, ()) if is_held and is_placed and is_noun else None


def than_them(line: Line, at: int) -> Spared:
    """`work with X than compete against them`, `prefers working with X to competing with it`: with X, again."""
    if line.texts[at] not in _AGAINST or line.texts[at + 1 : at + 2] == [] or line.texts[at + 1] not in _THEM:
        return None
    before = line.texts[max(0, at - 2) : at]
    is_compared = len(before) == 2 and (before[0] == "than" or (before[0] == "to" and before[1].endswith("ing")))
    is_last = at + 2 == len(line) or line.is_cut(at + 2)
    return (2, ()) if is_compared and is_last and not line.mentions[at] else None


def together(line: Line, at: int) -> Spared:
    """`works together with X`: with X."""
    is_together = line.texts[at] == "together" and line.texts[at + 1 : at + 2] == ["with"] and at > 0
    return (1, ()) if is_together and line.texts[at - 1] != "," and line.texts[at - 1] not in english.BE else None


def this(line: Line, at: int) -> Spared:
    """`this partnership`: the partnership; never `this year`, nor `this` alone."""
    if line.texts[at] not in _THIS or at + 1 >= len(line) or not line.tokens[at + 1].is_word:
        return None
    behind = line.texts[at + 1]
    is_noun = (
        behind not in _NO_NOUN and not line.marks[at + 1] and not line.mentions[at + 1] and not behind.endswith("ly")
    )
    is_bare = is_noun and not is_past_participle(behind) and line.figures[at + 1] is None
    return (1, ("the",)) if is_bare and not any(mark.end > at + 1 for mark in line.marks[at]) else None


def ever_more(line: Line, at: int) -> Spared:
    """`more and more ships`: more ships."""
    one, joint, other = (*line.texts[at : at + 3], "", "", "")[:3]
    return (3, (one,)) if one in ("more", "fewer", "less") and joint == "and" and one == other else None


def single(line: Line, at: int) -> Spared:
    """`one single whole`: one whole."""
    return (1, ()) if line.texts[at] == "single" and line.texts[at - 1 : at] == ["one"] and at > 1 else None


def wise(line: Line, at: int) -> Spared:
    """`nuclear-wise`: in nuclear terms, where it is a word of the rulebook that stands before it, and apart."""
    if line.texts[at + 1 : at + 2] != ["wise"] or not any(end == at + 1 for end, _ in line.spoken[at]):
        return None
    is_apart = at == 0 or at + 2 == len(line) or not line.tokens[at - 1].is_word or not line.tokens[at + 2].is_word
    return (2, ("in", line.texts[at], "terms")) if is_apart else None


def purely(line: Line, at: int) -> Spared:
    """`purely as an economy`: as an economy; of all of it, not of a part."""
    is_first = at == 0 and line.texts[at] in _PURELY and len(line) > 1
    return (1, ()) if is_first and line.texts[1] in ("as", "in", "on", "from") else None


_PURELY = frozenset({"purely", "strictly", "simply", "solely", "merely"})


def worth(line: Line, at: int) -> Spared:
    """`a hub worth 275 million dollars`: a hub; never of what is denied, nor where it is said to be worth so much."""
    figure = line.figures[at + 1] if line.texts[at] == "worth" and 0 < at < len(line) - 1 else None
    if figure is None or figure.unit not in _CURRENCIES or not english.NEGATORS.isdisjoint(line.texts):
        return None
    is_noun = line.tokens[at - 1].is_word and line.texts[at - 1] not in _NO_NOUN and not line.marks[at - 1]
    is_last = figure.end == len(line) or line.is_cut(figure.end)
    return (figure.end - at, ()) if is_noun and is_last and not line.mentions[at - 1] else None


_WITHIN = frozenset(
    english.lines("in|behind|under|on|by|near|beside|inside|above|across|around|underneath|beneath|along")
)
_PARTS = frozenset(
    english.lines(
        """
        room | hall | kitchen | storeroom | store room | stockroom | pantry | larder | cellar | basement | attic | loft | corridor | lobby | foyer
        | staircase | stairwell | stairs | yard | courtyard | garden | backyard | garage | shed | van | truck | lorry | car | office | bar
        | dining room | back room | cloakroom | toilet | toilets | bathroom | washroom | oven | ovens | stove | sink | fridge | fridges
        | freezer | counter | shelf | shelves | cupboard | cupboards | bins | bin | floor | ceiling | roof | wall | walls | window
        | windows | door | doors | entrance | ground floor | first floor | second floor | top floor | tables | drains | drain | pipes
        | staff room | changing room | laundry | canteen | wing | gallery | showcase | building | premises
        """.replace("\n", " ")
    )
)
"""Where in a house, on a site or in a car something is."""
_SIDES = frozenset(
    english.lines(
        "back|front|rear|main|old|new|east|west|north|south|upper|lower|side|inner|outer|big|small|left|right|white|blue|red"
    )
)
_OF_ALL = frozenset(english.lines("all|every|each|most|half|both|everything|everybody|everyone|entire|whole|only|just"))
_CHANGING = frozenset(
    english.lines(
        "more | less | fewer | loses | lost | gains | gained | busier | rises | falls | grows | shrinks | raise | raises | raised | cut | cuts"
        "| lower | lowers | lowered | reduce | reduces | reduced | increase | increases | increased | freeze | freezes | dearer | cheaper"
    )
)
_LACKING = frozenset(
    english.lines(
        "lack | lacks | lacking | lacked | need | needs | needed | short | without | missing | strike | strikes | striking"
    )
)
"""What is so in one part of a house only: who lacks cooks in the kitchen has others, and who strikes there may work elsewhere."""
_AT_TIMES = frozenset(english.lines("closed|shut|open|closes|shuts|opens|reopened|opened|sealed|locked"))


_VALUES: WeakKeyDictionary[Grammar, frozenset[str]] = WeakKeyDictionary()


def _values_of(grammar: Grammar) -> frozenset[str]:
    """The words that say how something is, in any fact type of a rulebook."""
    if grammar not in _VALUES:
        slots = (slot for fact in grammar.told.values() for slot in fact.slots if isinstance(slot, ValueSlot))
        _VALUES[grammar] = frozenset(
            one for slot in slots if isinstance(slot.kind, Enumeration) for one in slot.kind.words
        )
    return _VALUES[grammar]


def within(line: Line, at: int) -> Spared:
    """`rats in the storeroom at X`, `on show in the front hall`: never of what is denied, counted, closed or said of all."""
    article = at + 1
    if line.texts[at] not in _WITHIN or not at or article + 1 >= len(line):
        return None
    first = article + (line.texts[article] in english.ARTICLES | {"its", "their", "our", "his", "her"})
    starts = first + (line.texts[first] in _SIDES)
    size = next((size for size in (2, 1) if " ".join(line.texts[starts : starts + size]) in _PARTS), 0)
    end = starts + size
    if not size or first == article or any(line.mentions[at:end]) or any(line.figures) or any(line.spoken[at:end]):
        return None
    is_more = line.texts[end : end + 1] != [] and line.texts[end] in ("of", "'s")
    is_going = any(text.endswith("ing") for text in line.texts[:at])
    is_part = is_going or not (_OF_ALL | _AT_TIMES | _CHANGING | english.NEGATORS | english.FAINT_NEGATORS).isdisjoint(
        line.texts
    )
    is_more = is_more or not (
        end >= len(line) or line.is_cut(end) or line.free(end) or line.texts[end] in PREPOSITIONS or line.marks[end]
    )
    values = _values_of(line.grammar)  # trade that grows in the bar need not grow in all the house
    is_value = any(
        one.word in values and line.texts[place] not in PREPOSITIONS
        for place, several in enumerate(line.spoken) for _, one in several
    )  # fmt: skip
    is_how = (
        at > 1 and line.texts[at - 2] in english.BE and line.texts[at - 3 : at - 2] != ["there"]
    )  # `are damp in the cellar`
    is_how = is_how or line.texts[at - 1 : at + 1] == ["work", "on"]  # who stops work on a wing goes on elsewhere
    is_said = (
        is_more or is_value or is_how or line.texts[at - 1] in english.BE or not _LACKING.isdisjoint(line.texts[:at])
    )
    return None if is_part or is_said else (end - at, ())


_CURRENCIES = frozenset({*english.CURRENCY_WORDS.values(), *english.CURRENCY_SIGNS.values()})


def went_ahead(line: Line, at: int) -> Spared:
    """`went ahead and shut it`: shut it; who is told to go ahead, or may, has done nothing yet."""
    is_gone = line.texts[at] in ("goes", "went", "gone") and line.texts[at + 1 : at + 3] == ["ahead", "and"]
    verb = at + 3
    if not (at and is_gone and verb < len(line)) or line.mentions[verb] or line.texts[at - 1] in english.NEGATORS:
        return None
    return 3, ()


def came_to(line: Line, at: int) -> Spared:
    """`has come to doubt it`: doubts it."""
    is_so = line.texts[at] in ("has", "have") and line.texts[at + 1 : at + 3] == ["come", "to"]
    verb = "".join(line.texts[at + 3 : at + 4])
    if not (at and is_so and verb in _MINDING):
        return None
    return 4, (f"{verb}s" if line.texts[at] == "has" else verb,)


_MINDING = frozenset(
    english.lines(
        "doubt | see | accept | regard | view | trust | distrust | depend | dominate | fear | value | dislike | expect | hate | respect"
        "| appreciate | prefer | need | resent | lean | count | like | love"
    )
)


def of_its_kind(line: Line, at: int) -> Spared:
    """`a goods train came off the rails`: a train did; never of what is denied, said of all, or counted."""
    before, noun = line.texts[at - 1] if at else "", "".join(line.texts[at + 1 : at + 2])
    is_one = before in ("a", "an")
    is_work = noun in MASS and (before == "the" or not at or before in PREPOSITIONS or before in english.BE)
    is_kept = line.texts[at] in OF_KIND.get(noun, ()) or (is_one and line.texts[at] in PLAIN)
    if not is_kept or not (is_one or is_work) or line.mentions[at] or not _is_plain_noun(line, at + 1):
        return None
    is_told = not (english.NEGATORS | english.FAINT_NEGATORS | english.TURNING | _OF_ALL).isdisjoint(line.texts)
    return None if is_told else (1, ())


def _is_plain_noun(line: Line, at: int) -> bool:
    """Whether a word names, counts and marks nothing, and is no part of another noun: `a small train driver` is no train."""
    if (
        at >= len(line)
        or not line.tokens[at].is_word
        or line.mentions[at]
        or line.figures[at] is not None
        or line.marks[at]
    ):
        return False
    return line.texts[at] not in english.CARRY_NOTHING and line.texts[at + 1 : at + 2] != ["'s"]


SPARED = (
    of_its_kind,
    within,
    worth,
    purely,
    zero,
    several,
    once_held,
    than_them,
    together,
    this,
    ever_more,
    single,
    wise,
    went_ahead,
    came_to,
)
