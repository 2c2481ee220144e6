"""Whether an `it` may mean another than who it is taken for: `A owes B, and C arms it` says not which of the two C arms.

Who does something is sooner the first who was named, and so is what is done to an `it` where only one can be meant; but an
`it` behind a doer of its own may be any of those before that are like the one it is taken for: of one type, or both with a
people. What somebody is for or against may be none of them. And a `there` may be at any of the places named before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.clauses.cutter import Piece
from dragoman.language.clauses.match import Bound
from dragoman.language.clauses.meant import is_minded
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import ADJECTIVE, PEOPLE
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.words import english
from dragoman.values.entity import Entities, Entity

ONE_OF_SEVERAL = "it is not clear whom its `it` means"
ONE_OF_SEVERAL_PLACES = "it is not clear where its `there` is"
_OF_A_PEOPLE = frozenset({PEOPLE, ADJECTIVE})


def means_one_of_several(line: Line, piece: Piece) -> bool:
    """Whether the clause has such an `it`; where its words stood is known in whatever order they stand now."""
    if "it" not in line.texts:
        return False
    entities = line.grammar.lexicon.entities
    said = [
        (line.tokens[one.start].start, line.texts[one.start], one.mention)
        for one in piece.hit.bound
        if one.mention and one.start < one.end
    ]
    if any(is_minded(line.texts, one.start) and _is_somebody(line, one) for one in piece.hit.bound):
        return True
    for at, text, meant in said:
        if text == "it" and _is_rather_a_paper(line, meant):
            return True
        doers = [(begin, mention) for begin, _, mention in said if begin < at] if text == "it" else []
        if not doers:
            continue
        first = min(begin for begin, _ in doers)
        taken = {name for mention in (meant, *(mention for _, mention in doers)) for name in mention.names}
        before = [
            several[0] for place, several in enumerate(line.mentions) if several and line.tokens[place].start < first
        ]
        others = {name for mention in before if mention.kind != PRONOUN for name in mention.names} - taken
        if any(_are_alike(entities[one], entities[name]) for one in others for name in meant.names):
            return True
    return False


def _is_rather_a_paper(line: Line, meant: Mention) -> bool:
    """Whether an `it` that is taken for whom a contract is with may be the contract: `A's contract with B has not run out, it is broken`."""
    owner = next((m for m in line.mentions[0] if m.kind != PRONOUN), None)
    noun = owner.end + 1 if owner is not None and line.texts[owner.end : owner.end + 1] == ["'s"] else 0
    is_paper = 0 < noun < len(line) and not _PAPERS.isdisjoint(line.texts[noun : noun + 2])
    return owner is not None and is_paper and set(owner.names).isdisjoint(meant.names)


_PAPERS = frozenset(
    english.lines(
        "contract | agreement | deal | treaty | lease | licence | license | permit | loan | pact | accord | patent | offer | bid"
    )
)


def has_it(line: Line) -> bool:
    """Whether an `it` is among the first words, or a `there` anywhere."""
    return not _IT.isdisjoint(line.texts[:_MOST_BEFORE]) or "there" in line.texts


def begins_with_one_of_two(line: Line, pieces: Sequence[Piece], last: Line) -> bool:
    """Whether a sentence begins with an `it` that may be another of those whom the sentence before names, as in `A met B. It is broke`."""
    at = next((at for at, text in enumerate(line.texts[:_MOST_BEFORE]) if text in _IT), -1)
    if at < 0 or any(m.kind != PRONOUN for several in line.mentions[:at] for m in several):
        return False
    entities = line.grammar.lexicon.entities
    before = {name for several in last.mentions for m in several[:1] if m.kind != PRONOUN for name in m.names}
    for piece in pieces:
        kinds = {slot.name: slot.kind for slot in line.grammar.told[piece.phrase.fact].slots}
        named = {name for one in piece.hit.bound if one.mention is not None for name in one.mention.names}
        for one in piece.hit.bound:
            if one.mention is None or one.start != at or one.start == one.end or len(one.mention.names) > 1:
                continue
            [name], kind = one.mention.names, kinds[one.slot]
            others = (entities[other] for other in before - named) if name in before else ()
            if isinstance(kind, Entities) and any(
                kind.takes(other) and _are_alike(entities[name], other) for other in others
            ):
                return True
    return False


def begins_with_what_is_had(line: Line, pieces: Sequence[Piece], last: Line) -> bool:
    """Whether a sentence begins with an `it` that may be what somebody has of whom the one before spoke: `A's bank is broke. It owes 3 million`.

    So may a `there` be at his: `A's hospital is shut. There is a strike there`.
    """
    at = next((at for at, text in enumerate(line.texts[:_MOST_BEFORE]) if text in _IT), -1)
    taken = {
        one.start for piece in pieces for one in piece.hit.bound if one.mention is not None and one.start < one.end
    }
    at = next((one for one in taken if line.texts[one] == "there" or line.texts[one - 1 : one + 1] in _AT_IT), at)
    if at not in taken or any(m.kind != PRONOUN for several in line.mentions[:at] for m in several):
        return False
    subject = _subject_of(last) or _object_of(last)
    is_several = subject.endswith("s") and not subject.endswith(("ss", "us"))
    is_man = subject in _MEN and line.texts[at] in ("it", "its")
    return bool(subject) and not is_man and is_several == (line.texts[at] in ("they", "their"))


def _object_of(line: Line) -> str:
    """The noun of something of which a sentence speaks for the first time: `A runs a hospital`, `A opened a school in B`."""
    words = [token.text for token in line.tokens if token.is_word]
    for at in range(1, len(words)):
        if words[at] in ("a", "an"):
            behind = words[at + 1 : at + _MOST_SUBJECT]
            size = next((n for n, word in enumerate(behind) if word in _ONE_HAD), -1)
            rest = words[at + size + 2 : at + size + 3]
            if size >= 0 and PREPOSITIONS.isdisjoint(behind[:size]) and (not rest or rest[0] in PREPOSITIONS | _BEHIND):
                return behind[size]
    return ""


_BEHIND = frozenset({"near", "outside", "called", "there", "nearby", "abroad"})
_MEN = frozenset(
    english.lines(
        "captain | coach | striker | goalkeeper | player | lawyer | brother | son | wife | daughter | father | fan | bookmaker | landowner"
    )
)
_AT_IT = (["at", "it"], ["in", "it"], ["on", "it"])


def _subject_of(line: Line) -> str:
    """The noun of whom or what a sentence speaks first, where that is somebody's or stands before all names: `A's bank`, `the city near A`."""
    texts, start = line.texts, int(line.texts[:1] != [] and line.texts[0] in english.ARTICLES)
    first = (
        max((m for m in line.mentions[start] if m.kind != PRONOUN), key=lambda m: m.end, default=None)
        if start < len(line)
        else None
    )
    at, most = start, _MOST_SUBJECT
    if first is not None:
        is_owner = texts[first.end : first.end + 1] == ["'s"]
        at = first.end + is_owner
        most = _MOST_SUBJECT if is_owner or first.kind == ADJECTIVE else 1
    elif not start:
        return ""
    for place in range(at, min(at + most, len(line) - 1)):
        if texts[place] in _HAD and texts[place + 1] not in _HAD and texts[place + 1] != "'s":
            return "" if line.mentions[place + 1] else texts[place]
        is_plain = line.tokens[place].is_word and not line.mentions[place] and texts[place] not in _NO_ADJECTIVE
        if not is_plain:
            return ""
    return ""


_MOST_SUBJECT = 4
_NO_ADJECTIVE = (
    PREPOSITIONS
    | english.BE
    | english.HAVE
    | english.DO
    | english.MODALS
    | english.BOUNDARIES
    | english.ARTICLES
    | english.NEGATORS
)
_ONE_HAD = frozenset(
    english.lines(
        """
        bank | lender | creditor | owner | landlord | sponsor | partner | rival | neighbour | neighbor | supplier | subsidiary | company | firm
        | insurer | contractor | builder | competitor | backer | investor | union | hospital | clinic | library | school | museum | gallery
        | hotel | restaurant | shop | store | bar | pub | brewery | carmaker | maker | airline | newspaper | broadcaster | city | town | village
        | church | court | stadium | arena | bridge | factory | mine | plant | captain | coach | striker | goalkeeper | player | lawyer | brother
        | campus | branch | college | university | academy | faculty | department | institute | clubhouse
        | son | wife | daughter | father | customer | client | tenant | fan | bookmaker | parent | landowner | foundation
        """.replace("\n", " ")
    )
)
"""What is somebody's, or beside him, and may itself do a thing, owe a sum or be broke."""
_HAD = _ONE_HAD | {
    f"{one}s" if not one.endswith("y") else f"{one[:-1]}ies" for one in _ONE_HAD
} | {"supporters", "students", "lecturers", "workers", "residents", "staff", "wives"}  # fmt: skip
_IT = frozenset({"it", "he", "she", "they", "its", "his", "her", "their"})
_MOST_BEFORE = 4
"""Tokens before an `it` with which a sentence begins: `and then it ...`."""


def is_at_one_of_several(line: Line, piece: Piece) -> bool:
    """Whether a `there` of the clause may be at another place than the one it is taken for: `A exports to B, as stocks are low there`."""
    texts, hit = line.texts, piece.hit
    if "there" not in texts[hit.start : hit.end] or texts[max(0, hit.start - 1)] == "where":
        return False
    is_left_out = any(_says_where(line, at) for at in range(hit.start, min(hit.end, len(line))))
    entities = line.grammar.lexicon.entities
    kinds = {slot.name: slot.kind for slot in line.grammar.told[piece.phrase.fact].slots}
    named = {name for one in hit.bound if one.mention is not None for name in one.mention.names}
    before = {name for several in line.mentions[: hit.start] for mention in several[:1] for name in mention.names}
    return any(
        _are_alike(entities[name], entities[other]) and isinstance(kind, Entities) and kind.takes(entities[other])
        for one in hit.bound
        if one.mention is not None and (texts[one.start] == "there" if one.start < one.end else is_left_out)
        for kind in (kinds[one.slot],)
        for name in one.mention.names
        for other in before - named
    )


def _says_where(line: Line, at: int) -> bool:
    """Whether it is a `there` that says where, and not that there is something."""
    behind = line.texts[at + 1 : at + 2]
    return line.texts[at] == "there" and (behind == [] or behind[0] not in english.BE | {"'s"})


def _is_somebody(line: Line, one: Bound) -> bool:
    """Whether an `it` is taken for somebody with a people or rulers, and not for a thing."""
    names = one.mention.names if one.mention is not None and one.start < one.end else ()
    return any(line.grammar.lexicon.entities[name].kinds for name in names)


def _are_alike(one: Entity, other: Entity) -> bool:
    """Whether two are of one type, or both have a people."""
    return not one.types.isdisjoint(other.types) or all(
        not _OF_A_PEOPLE.isdisjoint(e.kinds.values()) for e in (one, other)
    )
