"""What stands in a clause and yet takes a word of it out of what the clause says: a `not`, a figure, a verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.language.clauses.cutter import Cut, Piece
from dragoman.language.clauses.match import Bound, Hit
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.belonging import SITES
from dragoman.language.words.effects import Effect
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import words_of
from dragoman.rulebook.forms import Rulebook

_OWN = frozenset({"its", "their", "his", "her", "'s"})
_PARTS = frozenset(
    english.lines(
        "new | old | recent | current | local | special | certain | modern | traditional | ordinary | key | major"
        "| important | standing | proper"
    )
)
"""What is said of a part of something, and makes a figure one of that part: `half of the new debt`."""
_MAKING = frozenset(
    map(
        stem,
        english.lines(
            "build | construct | erect | create | open | launch | found | establish | develop | plan | planned"
        ),
    )
)
"""Of what somebody makes all is new."""
_ASIDE = english.RELATIVE | {"where", "when"}
_EVERY = frozenset({"every", "each"})
_RATE = re.compile(r"\ba (year|month|week|day)\b")
_NEAR = 6
_AHEAD = (["to", "go"], ["to", "come"], ["still", "missing"])
"""What is said behind a figure that is not reached yet."""
_PAYING = frozenset({"repay", "pay"})
"""What is to be paid of a debt, in percent, is no part of what is owed."""
_PAY = frozenset({"packet", "packets", "slip", "slips", "check", "checks", "cheque", "cheques"})
"""Behind which a `pay` is what somebody earns."""
_RAISING = frozenset({"raise", "raises", "raised", "raising", "increase", "increases", "increased", "in"})
"""Behind which a `pay` is what somebody earns, too."""
_LITTLE = frozenset({"little", "few", "seldom", "rarely", "long", "soon"})
"""What stands in `as little as`, behind which nothing is said to be so."""


def is_of_one(line: Line, hit: Hit, said: str) -> bool:
    """Whether one of many does it, where the phrase says that they do: `a shop in X sells it`, `shops in X sell it`."""
    start = max(0, hit.start - 1)
    one = next((at for at in range(start, min(hit.start + 2, len(line))) if line.texts[at] in _ONE), -1)
    if one < 0:
        return False
    words = words_of(said)
    for token in line.tokens[one + 1 : one + 4]:
        if token.stem in SITES and token.text not in words:
            return any(stem(word) == token.stem and word.endswith("s") for word in words)
    return False


_ONE = frozenset({"a", "an", "one", "another"})


def is_respective(line: Line, piece: Piece) -> bool:
    """Whether each of one list goes with one of another, as `respectively` says: both are as long."""
    sizes = _sizes(piece)
    return _says_respectively(line, piece) and len(sizes) > 1 and len(set(sizes)) == 1


def leaves_open_which(line: Line, piece: Piece) -> bool:
    """Whether `respectively` stands beside lists that do not go with each other one by one, or behind a list that is cut off from the other."""
    is_cut_off = bool(_sizes(piece)) and "respectively" in line.texts[piece.hit.start :]
    return (_says_respectively(line, piece) or is_cut_off) and not is_respective(line, piece)


def _says_respectively(line: Line, piece: Piece) -> bool:
    end = piece.hit.end + 1
    return "respectively" in line.texts[piece.hit.start : end + (line.texts[end - 1 : end] == [","])]


def _sizes(piece: Piece) -> list[int]:
    """How many are named together, for each list of them."""
    sizes = [len(one.mention.names) for one in piece.hit.bound if one.mention is not None]
    return [size for size in sizes if size > 1]


def behind_names(line: Line, hit: Hit) -> set[int]:
    """Where the verb of somebody who is named may stand: behind the name, or behind what may be passed over there."""
    last = min(hit.end, len(line))
    todo = [
        mention.end
        for at in range(hit.start, last)
        for mention in line.mentions[at]
        if line.texts[mention.end - 1] not in _OWN and line.texts[at - 1 : at] != ["by"]  # `is by X insured`
    ]
    ends = set[int]()
    while todo:
        at = todo.pop()
        ends.add(at)
        is_apart = at >= last or line.texts[at] in english.BE | english.HAVE | {"'s"}
        todo += [] if is_apart else [mark.end for mark in line.marks[at] if mark.effect is Effect.NONE]
    return ends


def denies_aside(line: Line, hit: Hit) -> bool:
    """Whether a `not` belongs to what is said of something beside: `they see threats that they do not share`.

    So it does where somebody is told `not to` do something.
    """
    texts = line.texts
    negated = [at for at, mark in hit.marks if mark.effect is Effect.NEGATES]
    if any(texts[one - 1 : one] == [","] and "," in texts[one : min(one + _NEAR, hit.end)] for one in negated):
        return True  # `an observer, not a member, of it`
    if any(texts[one : one + 2] in (["not", "to"], ["no", "good"]) for one in negated):
        return True
    if any(_is_of_those(line, one) for one in negated):
        return True  # `most of the gas that A does not burn goes to B`
    doers = [at for at in behind_names(line, hit) if at < len(texts) and texts[at] not in english.BE]
    return any(
        texts[at] in _ASIDE and min(doers, default=at) < at for one in negated for at in range(hit.start + 2, one)
    )


def _is_of_those(line: Line, at: int) -> bool:
    """Whether a `not` stands in what is said of something behind a `that`, and the verb of that something follows."""
    texts = line.texts
    if at < _LEAST_ASIDE or at + 2 >= len(line) or texts[at - 1] not in english.DO | english.HAVE | english.MODALS:
        return False
    start = next((one for one in range(at - 2, 0, -1) if any(m.end == at - 1 for m in line.mentions[one])), 0)
    start -= start > 0 and texts[start - 1] in english.ARTICLES
    is_aside = start > 1 and texts[start - 1] in _ASIDE and not line.mentions[start - 2]
    verb = texts[at + 2]
    return is_aside and verb.endswith("s") and line.tokens[at + 2].is_word and not line.mentions[at + 2]


_LEAST_ASIDE = 4


_SIZES = frozenset({"large", "big", "huge", "heavy", "serious", "severe", "important", "particular", "strong"})
"""Between a number and what it counts, which of them it counts: `320 large homes stand empty`."""


def is_of_part(line: Line, piece: Piece, one: Bound, is_money: bool, says: str) -> bool:
    """Whether a figure is that of a part, of what is added, of what is too much or still to come, or a sum of money for each year.

    `says` is the fact's own sentence: where that counts by the year, what it pays each year is what it pays a year.
    """
    texts, end, hit, own = line.texts, one.end, piece.hit, words_of(piece.phrase.text)
    if not one.figure or one.start == end:
        return False
    too = end + 2 * (
        texts[end : end + 1] in (["a"], ["an"], ["per"], ["each"], ["every"])
    )  # `60 euros a pack too much`
    is_too_much = texts[too : too + 1] == ["too"] and too + 1 < len(line) and not line.is_cut(too + 1)
    is_ahead = texts[end : end + 2] in _AHEAD and (end + 2 == len(line) or line.is_cut(end + 2))
    rates = _RATE.findall(says)
    of_each = is_money and any(
        text in _EVERY and texts[at + 1 : at + 2] != rates[:1]
        for at, text in enumerate(texts[: min(hit.end, len(line))])
        if at >= hit.start
    )
    of_each = of_each or (is_money and _is_a_piece(texts, end, says))
    is_of_some = (
        texts[end : end + 1] != []
        and texts[end] in _STANDING
        and texts[end] not in own
        and texts[end - 1] not in english.PERCENT | _FRACTIONS
        and (end + 1 == len(line) or line.is_cut(end + 1))
    )
    is_added = is_of_some or "further" in texts[max(0, one.start - 2) : one.start]
    is_of_them = _is_of_them(line, hit, end)
    makes = not _MAKING.isdisjoint(map(stem, words_of(piece.phrase.text)))
    is_part = any(
        mark.effect is Effect.NARROWS and texts[at] in _PARTS and not (makes and texts[at] == "new")
        for at, mark in hit.marks
    )
    first, last = line.tokens[one.start].start, line.tokens[end - 1].start
    is_part = is_part or any(texts[at] in _SIZES and first < line.tokens[at].start < last for at, _ in hit.marks)
    paid = [
        at
        for at in range(hit.start, one.start)
        if texts[at] in _PAYING and texts[at + 1] not in _PAY and texts[at - 1] not in _RAISING and texts[at] not in own
    ]
    is_due = bool(paid) and "%" in ("%" if text in english.PERCENT else text for text in texts[one.start : end])
    return is_too_much or is_ahead or of_each or is_added or is_of_them or is_part or is_due


def _is_a_piece(texts: Sequence[str], at: int, says: str) -> bool:
    """Whether a sum is that of one of several: `3 million euros a match`."""
    is_rate = texts[at : at + 1] != [] and texts[at] in ("a", "an", "per", "each", "every")
    return is_rate and texts[at + 1 : at + 2] != [] and texts[at + 1] in _PIECES and texts[at + 1] not in words_of(says)


_PIECES = frozenset(
    english.lines(
        "match | game | head | person | piece | student | pupil | passenger | seat | ticket | ton | tonne | barrel | unit | show | visitor | guest"
        "| room | bed | member | player | employee | worker | inhabitant | kilo | kilogram | litre | kilometre | mile | trip | flight"
    )
)


def _is_of_them(line: Line, hit: Hit, end: int) -> bool:
    """Whether a figure says how many of those who were counted before it, and nothing is said of them that is told."""
    texts = line.texts
    cut = next((at for at in range(end, len(line)) if line.is_cut(at) or line.figures[at] is not None), len(line))
    of = next((at for at in range(end, min(end + _MOST_COUNTED, cut)) if texts[at : at + 2] in _OF_THEM), None)
    if of is None:
        return False
    light = english.CARRY_NOTHING | english.LIGHT_WORDS
    marked = {n for at, mark in hit.marks for n in range(at, mark.end)}
    return all(texts[at] in light or at in marked for at in range(of + 2, min(hit.end, cut)))


_FRACTIONS = frozenset({"half", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth", "tenths"})
_STANDING = frozenset(
    {"taken", "occupied", "free", "empty", "filled", "vacant", "reserved", "full", "left", "unused", "booked"}
)
"""Of so many it is said behind the figure how they are, and not that there are so many: `has 600 beds taken`."""
_MOST_COUNTED = 4
_OF_THEM = (["of", "which"], ["of", "whom"], ["of", "them"], ["of", "these"], ["of", "those"])
"""Behind a figure: so many of what was counted before are not all."""

_MEMBERS = frozenset({"member", "members", "seat", "seats", "part"})
_STATUS = frozenset({"member", "members", "membership", "observer", "observers"})
_HOUSES = frozenset(
    english.lines(
        "parliament | army | military | troops | ministry | ministries | minister | ministers | president | officials | officialdom | diplomats | treasury"
        "| exchequer | cabinet | generals | commanders | envoys | politicians | bureaucrats | technocrats | strategists | negotiators"
    )
)
"""Who does something for somebody, and is not what that is."""
_OF_STATES = frozenset({"adjective", "people", "capital"})


def is_of_its_house(rulebook: Rulebook, line: Line, piece: Piece, one: Bound) -> bool:
    """Whether it is a house or a man of whoever is named that is so, and not that.

    a member of X's parliament · X's parliament is an observer of it · the hospital's president is in the care of another
    """
    if one.mention is None or one.end - one.start < 2 or line.texts[one.end - 1] not in english.GOV_NOUNS:
        return False
    several = [rulebook.entities[name] for name in one.mention.names]
    if all(line.texts[one.end - 1] in {text.lower().split()[-1] for text in (of.title, *of.aliases)} for of in several):
        return False  # a ministry that goes by that name
    at = one.start - (line.texts[one.start - 1] in english.ARTICLES)
    if line.texts[at - 1] in ("of", "in", "on") and line.texts[at - 2] in _MEMBERS:
        return True
    is_said_of = line.texts[one.end - 1] in _HOUSES and not _IS_OR_HAS.isdisjoint(line.texts[one.end : one.end + 1])
    kinds = {kind for name in one.mention.names for kind in rulebook.entities[name].kinds.values()}
    has_status = not _STATUS.isdisjoint(line.texts[piece.hit.start : piece.hit.end])
    return is_said_of and (has_status or kinds.isdisjoint(_OF_STATES))


_IS_OR_HAS = english.BE | english.HAVE
_EACH = frozenset({"all", "every", "each", "both"})


def are_all_denied(line: Line, hit: Hit, one: Bound) -> bool:
    """Whether it is denied of all of several before they are named: `it is no longer so that all five do it`."""
    if one.mention is None or _EACH.isdisjoint(line.texts[max(0, one.start - 2) : one.end]):
        return False
    return english.NEGATORS.isdisjoint(line.texts[one.end : min(hit.end, len(line))])


_QUARTERS = frozenset(
    english.lines(
        "south | north | east | west | centre | center | middle | heart | southeast | northeast | southwest | northwest"
    )
)


def is_denied_of_part(line: Line, one: Bound) -> bool:
    """Whether what is denied is so only of a part of whoever is named: `in the south of A`, `its contract with an A firm`."""
    before = line.texts[max(0, one.start - 4) : one.start]
    is_in_part = before[-1:] in (["of"], ["the"]) and not _QUARTERS.isdisjoint(before)
    is_of_one = before[-1:] in (["a"], ["an"]) and before[-2:-1] in (["with"], ["from"], ["to"], ["of"])
    is_of_one = is_of_one and before[:1] != [] and before[0] in ("its", "their", "his", "her", "the")
    return one.mention is not None and (is_in_part or is_of_one)


def says_one_or_other(texts: Sequence[str]) -> str:
    """Why a sentence leaves open which of two things is so: `either A or B`, `not so much A as B`; or empty."""
    for at, text in enumerate(texts):
        if text == "either" and "or" in texts[at:] and english.NEGATORS.isdisjoint(texts[:at]):
            return "it says one or the other, not which"
        if texts[at : at + 2] == ["were", "it"] or texts[at : at + 3] == ["had", "it", "not"]:
            return "it says what would be so, and not what is"
        if (
            text == "as"
            and texts[at + 2 : at + 3] == ["as"]
            and texts[at + 1] in _LITTLE
            and not _has_figure(texts, at)
        ):
            return "it only compares it with something, or says how long it is so"
        if texts[at : at + 3] == ["not", "so", "much"] and not {"as", "but"}.isdisjoint(texts[at:]):
            return "it says that one thing is so rather than another"
    return ""


def _has_figure(texts: Sequence[str], at: int) -> bool:
    """Whether so much is said behind an `as little as`."""
    return any(text[:1].isdigit() or text in english.NUMBER_WORDS for text in texts[at + 3 : at + 5])


def asks(line: Line) -> bool:
    """Whether a sentence has the order of a question, with or without a mark: `is it X that does it`."""
    return (
        len(line) > 2
        and line.texts[0] in english.BE | english.DO | english.HAVE | english.MODALS
        and (line.texts[1] in ("it", "there", "that", "this", "they") or bool(line.mentions[1]))
    )


_PROVIDED = [
    words.split()
    for words in english.lines(
        "provided | provided that | providing | providing that | assuming | assuming that | supposing | supposing that | on condition that"
        "| on the condition that | as long as | so long as | in the event that | on the understanding that"
    )
]
"""What joins two clauses of which the one is so only if the other is."""


def gives_his_own(line: Line, hit: Hit) -> bool:
    """Whether a clause behind a `because` is of whoever the one before it is of: `does not back it because it loves B`."""
    behind = line.texts[max(0, hit.start - 1) : hit.start + 2]
    return "because" in behind and not _WHO_ELSE.isdisjoint(behind)


_WHO_ELSE = frozenset({"it", "they", "he", "she"})
OF_ITS_REASON = "it may deny only that it is so because of that"


def doubts_of_joint(line: Line, hit: Hit, *, is_denied: bool) -> str:
    """Why a clause is not told for the word that joins it to another: `not closed because ...` may be closed, or empty."""
    texts, end = line.texts, min(hit.end, len(line))
    behind = end + (texts[end : end + 1] == [","])
    if any(
        texts[max(0, hit.start - len(one)) : hit.start] == one or texts[behind : behind + len(one)] == one
        for one in _PROVIDED
    ):
        return "it only supposes it"
    if is_denied and texts[end : end + 1] == ["because"] and texts[end - 1] != ",":
        return OF_ITS_REASON
    if "that" in texts[hit.start - 1 : hit.start + 1] and any(
        texts[at : at + 2] == ["so", "that"] and texts[at - 1] != "," for at in (hit.start - 2, hit.start - 1) if at > 0
    ):
        return "it says what something is for"
    return ""


UNDER_IT = "it may stand under what the clause before denies or doubts"
_OF_ALL = frozenset({Effect.WANTED, Effect.DENIED_BY, Effect.HEDGES, Effect.REPORTED})
_JOINTS = frozenset({"and", ","})
_SAID_OF_BOTH = frozenset(
    {
        Effect.NEGATES, Effect.NO_LONGER, Effect.DENIED_BY, Effect.NEARLY, Effect.ENDED, Effect.HEDGES, Effect.REPORTED,
        Effect.POSSIBLE, Effect.AHEAD, Effect.WANTED,
    }
)  # fmt: skip


def stands_under(line: Line, hit: Hit, before: Hit) -> str:
    """Why a clause that has no verb of its own is not told behind one that denies or doubts: `is not A and shut`, or empty.

    Its verb is that of the other, and what stands beside that may be said of both.
    """
    is_wished = any(at < before.start + 1 and mark.effect in _OF_ALL for at, mark in before.marks)
    if is_wished and line.texts[hit.start - 1] == "and" and before.start:
        return UNDER_IT  # `..., but hopefully A is open and B is full`
    if _begins_anew(line, hit.start):
        return ""
    words = line.texts[before.start : min(before.end, len(line))]
    own = line.texts[hit.start : min(hit.end, len(line))]
    is_under = any(mark.effect in _SAID_OF_BOTH for _, mark in before.marks) or not english.NEGATORS.isdisjoint(words)
    is_denied = not english.NEGATORS.isdisjoint(own)
    return UNDER_IT if is_under and not is_denied else ""


def answers_back(line: Line, piece: Piece, cut: Cut) -> bool:
    """Whether a clause of no more than a name and its `is` or `does` stands behind one that is denied or doubted as a whole.

    It is a lie that A is shut, but B is · I doubt A pays, B does · A is perhaps shut, and so is B: B may be, or may be as doubtful
    """
    own = line.texts[piece.hit.start : min(piece.hit.end, len(line))]
    if not piece.is_gap or own == [] or _HELPERS.isdisjoint(own):
        return False
    first = next((one.hit for one in cut.pieces if not one.is_gap), None)
    if first is None or first.start >= piece.hit.start:
        return False
    begins = min((one.start for one in first.bound if one.end > one.start), default=first.end)
    is_against = "but" in line.texts[max(0, piece.hit.start - 1) : piece.hit.start + 1]
    has_its_own = any(mark.effect is Effect.HEDGES for _, mark in piece.hit.marks)
    is_again, is_denied = not AGAIN.isdisjoint(own), not english.NEGATORS.isdisjoint(own)
    for at, mark in (*first.marks, *cut.loose):
        if at < begins and (
            mark.effect in _OF_WHOLE or (mark.effect is Effect.NEGATES and mark.says.endswith(" that"))
        ):
            return True
        if at < begins and mark.effect is Effect.REPORTED and is_against and not (is_again or is_denied):
            return True
        if begins <= at < piece.hit.start and mark.effect is Effect.HEDGES and is_again and not has_its_own:
            return True
    return False


_HELPERS = english.BE | english.DO | english.HAVE | english.MODALS
_OF_WHOLE = frozenset({Effect.HEDGES, Effect.DENIED_BY})
AGAIN = frozenset({"so", "too", "also", "likewise", "either", "neither", "nor"})
"""What says of another that it is so of him, too, or no more so."""


def _begins_anew(line: Line, at: int) -> bool:
    """Whether a clause that begins there has a verb that is its own: a doer, or a verb in a form that needs no other."""
    texts = line.texts
    while at < len(line) - 1 and (texts[at] in _JOINTS or texts[at] in english.FILLERS):
        at += 1
    text, before = texts[at], texts[at - 1] if at else ""
    is_verb = text in english.BE | english.HAVE | english.DO | english.MODALS or text.endswith("s")
    is_doer = bool(line.mentions[at]) or text in english.ARTICLES | english.PRONOUNS | english.SPEAKERS
    is_other = text in english.RELATIVE | {"there", "that", "no", "nobody"} or line.figures[at] is not None
    return before not in _JOINTS or is_verb or is_doer or is_other
