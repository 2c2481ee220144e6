"""Turns of speech that say in several words what a plainer one says, whatever is spoken of.

    the Plate shuts its doors                   ->  the Plate shuts
    they have stopped selling gas               ->  they no longer sell gas
    its debt rose to 9 billion                  ->  its debt is 9 billion
    opinion went from good to bad               ->  opinion is bad
    there are neither rats nor mice             ->  there are no rats and no mice
    an unpaid 500 euro fine                     ->  an unpaid fine of 500 euro
    the office gave the farm the green light    ->  the office approved the farm

What only follows is put so where nothing is denied: that it did not rise to 9 does not say that it is not 9.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import product

from dragoman.language import english
from dragoman.language.deeds import is_deed_of
from dragoman.language.lexicon import ANY, GOVERNMENT, NAME
from dragoman.language.line import Line
from dragoman.language.mentions import PRONOUN, Mention
from dragoman.language.numbers import PERCENT
from dragoman.language.stems import is_past_participle, stem
from dragoman.language.tokens import Token
from dragoman.values.enumeration import Enumeration

Step = tuple[list[Token], int]
"""The tokens in the place of some, and where it goes on behind those."""

_SAME = """
(close|closes|closed|closing|shut|shuts|shutting|open|opens|opened|reopen|reopens|reopened) (its|their|his|her) doors to (the public|customers|visitors|guests) > 1
(close|closes|closed|closing|shut|shuts|shutting|open|opens|opened|reopen|reopens|reopened) (its|their|his|her) doors > 1
one and the same > the same
(is|are|was|were) (through|finished) with > 1 done with
(taken|took|takes|take) (ill|sick) > fell 2
(come|came|comes|gone|go|goes|went|is|are) down with > got
(gets|get|got|receives|received|given) the (green light|go ahead|nod|thumbs up|blessing|approval) (from|of|by) > is approved by
(running|run|runs|ran) (around|round) (in|at|on) > 1 about 3
(rated|graded|classed|ranked|assessed|judged|marked) as > 1
(people|persons|those|everyone|everybody) who (work|works) (at|in|for) > staff at
(people|persons|those|everyone|everybody) (working|employed) (at|in|for) > staff at
"""
"""What says the same wherever it stands; a figure on the right stands for that group on the left."""
_GROUP = re.compile(r"\(([^)]*)\)|(\S+)")


def _expanded() -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    for line in _SAME.strip().splitlines():
        left, right = line.split(" > ")
        parts = [(one[1] or one[2]).split("|") for one in _GROUP.finditer(left)]
        groups = [at for at, one in enumerate(_GROUP.finditer(left)) if one[1]]
        for said in product(*parts):
            plain = [said[groups[int(one) - 1]] if one.isdigit() else one for one in right.split()]
            yield tuple(" ".join(said).split()), tuple(" ".join(plain).split())


_TURNS: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
for _words, _plain in _expanded():
    _TURNS.setdefault(_words[0], []).append((_words, _plain))
for _several in _TURNS.values():
    _several.sort(key=lambda row: -len(row[0]))

_CEASED = frozenset({"stopped", "stops", "ceased", "ceases", "quit", "quits"})
_CHANGING = frozenset(
    map(
        stem,
        english.lines(
            "go | goes | went | gone | rise | rose | risen | climb | drop | fall | fell | fallen | sink | sank | sunk | jump | creep"
            "| crept | shoot | shot | increase | decrease | grow | grew | grown | improve | slip | slide | slid | move | swing | swung"
            "| come | came | soar | surge | plunge | slump | decline | shrink | shrank | shrunk | dwindle | worsen | deteriorate"
            "| recover | turn | change | shift"
        ),
    )
)
_SEEING = frozenset(english.lines("saw | found | noticed | spotted | measured | counted | heard"))
_WAYS = frozenset({"up", "down", "back", "all", "the", "way", "further", "again"})
_APPROVING = frozenset(english.lines("green light | go ahead | nod | thumbs up | blessing | all clear"))
_OWN = frozenset({"its", "their", "his", "her", "my", "our", "your"})
_TWO = 2
_NO_PLACE = frozenset({"power", "force", "side", "body", "party", "group", "world", "rule", "house", "fish"})
"""What may stand behind whose it is and mean something of theirs."""


def idiom_at(line: Line, at: int) -> Step | None:
    """What is said more plainly for the words that begin there."""
    text = line.texts[at]
    for words, plain in _TURNS.get(text, ()):
        if tuple(line.texts[at : at + len(words)]) == words:
            return _said(plain, line.tokens[at]), at + len(words)
    has = at + (text in english.HAVE)
    for turn in (
        _BY_WORD.get(line.texts[has], ()) if has > at and has < len(line) and line.texts[has] in _CEASED else ()
    ):
        step = turn(line, has)
        if step is not None:
            return step
    for turn in _BY_WORD.get(text, ()):
        step = turn(line, at)
        if step is not None:
            return step
    return next(filter(None, (turn(line, at) for turn in _ANYWHERE)), None)


def may_hold(line: Line) -> bool:
    """Whether a line has a word of one of them, a figure with a unit, or what somebody is called beside his name."""
    called = line.grammar.lexicon.called
    has_figure = any(figure is not None and figure.end > at + 1 for at, figure in enumerate(line.figures))
    has_cue = not CUES.isdisjoint(line.texts) or any(token.stem in _CHANGING for token in line.tokens)
    return has_figure or has_cue or any(text in called for text in line.texts)


def _said(words: tuple[str, ...], like: Token) -> list[Token]:
    return [Token(word, stem(word), like.start, like.end, True) for word in words]


def _is_denied(line: Line) -> bool:
    return not (english.NEGATORS | english.FAINT_NEGATORS).isdisjoint(line.texts)


def _no_longer(line: Line, at: int) -> Step | None:
    """`has stopped selling`: no longer sells."""
    doing = line.texts[at + 1 : at + 2]
    if not doing or not doing[0].endswith("ing") or line.mentions[at + 1] or _is_denied(line) or not at:
        return None
    return _said(("no", "longer"), line.tokens[at]), at + 1


def _i_saw(line: Line, at: int) -> Step | None:
    """`I saw mice`: we saw mice; who sees none need not be right that there are none."""
    is_seen = line.texts[at + 1 : at + 2] != [] and line.texts[at + 1] in _SEEING and not _is_denied(line)
    return (_said(("we",), line.tokens[at]), at + 1) if is_seen and "we" in line.grammar.surface else None


def _never(line: Line, at: int) -> Step | None:
    """`never paid`: has not paid."""
    is_bare = at > 0 and line.texts[at - 1] not in english.BE | english.HAVE | english.MODALS | english.DO
    done = line.texts[at + 1 : at + 2]
    if not is_bare or not done or not is_past_participle(done[0]) or line.mentions[at + 1]:
        return None
    return _said(("has", "not"), line.tokens[at]), at + 1


def _neither(line: Line, at: int) -> Step | None:
    """`neither rats nor mice`: no rats and no mice, where both are words of the rulebook."""
    nor = next((n for n in range(at + 2, min(len(line), at + 6)) if line.texts[n] == "nor"), None)
    if nor is None or nor + 1 == len(line):
        return None
    if not any(end == nor for end, _ in line.spoken[at + 1]) or not line.spoken[nor + 1]:
        return None
    like = line.tokens[at]
    return [*_said(("no",), like), *line.tokens[at + 1 : nor], *_said(("and", "no"), like)], nor + 1


def _no_one_or_other(line: Line, at: int) -> Step | None:
    """`no rats or mice`: no rats and no mice."""
    joint = next((n for n in range(at + 2, min(len(line), at + 4)) if line.texts[n] == "or"), None)
    if joint is None or joint + 1 == len(line) or any(line.mentions[at + 1 : joint + 2]):
        return None
    if not any(end == joint for end, _ in line.spoken[at + 1]) or not line.spoken[joint + 1]:
        return None
    return [*line.tokens[at:joint], *_said(("and", "no"), line.tokens[at])], joint + 1


def _became(line: Line, at: int) -> Step | None:
    """`rose to 9 %`, `went up to 9 degrees`, `went from good to bad`: is now."""
    if not at or line.tokens[at].stem not in _CHANGING or line.mentions[at] or _is_denied(line):
        return None
    if line.texts[at - 1] in ("to", "'s", "of", "the", "a") or line.texts[at - 1] in english.CONDITIONS:
        return None
    end = at + 1
    while end < len(line) and line.texts[end] in _WAYS:
        end += 1
    if line.texts[end : end + 1] == ["from"]:
        end = next((n for n in range(end + 2, min(len(line), end + 6)) if line.texts[n] == "to"), len(line))
        is_from_one = end + 1 < len(line) and bool(line.spoken[end + 1]) and _is_of_one_slot(line, at, end)
        return (_said(("is",), line.tokens[at]), end + 1) if is_from_one else None
    is_figure = line.texts[end : end + 1] == ["to"] and end + 1 < len(line) and line.figures[end + 1] is not None
    return (_said(("is",), line.tokens[at]), end + 1) if is_figure else None


def became(line: Line, at: int) -> bool:
    """Whether a verb says to what figure something rose or fell, which it has now."""
    step = _became(line, at)
    return step is not None and line.figures[step[1]] is not None


def _is_of_one_slot(line: Line, at: int, to: int) -> bool:
    """Whether what stands before `to` and behind it are words of the same enumeration."""
    told = line.grammar.told.values()
    slots = (slot.kind.words for fact in told for slot in fact.slots if isinstance(slot.kind, Enumeration))
    before = {one.word for several in line.spoken[at:to] for end, one in several if end == to}
    after = {one.word for _, one in line.spoken[to + 1]}
    return any(not before.isdisjoint(words) and not after.isdisjoint(words) for words in slots)


def _figure_first(line: Line, at: int) -> Step | None:
    """`an unpaid 500 euro fine`: an unpaid fine of 500 euro."""
    figure = line.figures[at]
    if figure is None or figure.end < at + 2 or not at or figure.end >= len(line):
        return None
    noun = line.tokens[figure.end]
    if not _is_noun(line, figure.end) or noun.text.endswith("ed"):
        return None
    first = at - 1
    while first >= 0 and line.tokens[first].is_word and line.texts[first] not in english.ARTICLES | _OWN:
        first -= 1
    if not max(0, at - 2) <= first or line.texts[first] not in english.ARTICLES | _OWN:
        return None
    return [noun, *_said(("of",), noun), *line.tokens[at : figure.end]], figure.end + 1


def _figure_of(line: Line, at: int) -> Step | None:
    """`900 euros of unpaid fines`: unpaid fines of 900 euros."""
    figure = line.figures[at]
    if figure is None or figure.end < at + 2 or figure.unit in ("", PERCENT) or line.texts[figure.end : figure.end + 1] != ["of"]:
        return None
    start = end = figure.end + 1
    while end < len(line) and end < start + 2 and _is_noun(line, end):
        end += 1
    if end == start or (end < len(line) and line.texts[end] in ("of", "for")):
        return None
    return [*line.tokens[start:end], line.tokens[figure.end], *line.tokens[at : figure.end]], end


def _is_noun(line: Line, at: int) -> bool:
    """Whether a word may be a noun or stand before one: it carries something, and names nobody."""
    token = line.tokens[at]
    is_light = token.text in english.CARRY_NOTHING | english.BOUNDARIES or bool(line.marks[at])
    return token.is_word and not is_light and not line.mentions[at]


def _gave_the_nod(line: Line, at: int) -> Step | None:
    """`gave X the green light`: approved X."""
    if not is_deed_of(line.texts[at], "give"):
        return None
    named = _named(line, at + 1)
    if named is None:
        return None
    start = named.end + (line.texts[named.end : named.end + 1] in (["the"], ["its"], ["their"], ["his"]))
    for size in (2, 1):
        if start > named.end and " ".join(line.texts[start : start + size]) in _APPROVING:
            like = line.tokens[at]
            verb = "approves" if like.text == "gives" else "approve" if like.text == "give" else "approved"
            return [*_said((verb,), like), *line.tokens[at + 1 : named.end]], start + size
    return None


def _there(line: Line, at: int) -> Step | None:
    """`rats at the Grill, and four guests fell ill there`: at the Grill, where nobody else is named."""
    named = [(n, m) for n, several in enumerate(line.mentions[:at]) for m in several if m.kind != PRONOUN]
    if len({m.names for _, m in named}) != 1 or not at or not line.tokens[at - 1].is_word:
        return None
    before, behind = line.texts[at - 1], line.texts[at + 1 : at + 2]
    if before in english.BE | english.BOUNDARIES or (behind and behind[0] in english.BE and at + 2 == len(line)):
        return None
    start, mention = named[0]
    first = start - (line.texts[start - 1 : start] != [] and line.texts[start - 1] in english.ARTICLES)
    is_at = first > 0 and line.texts[first - 1] in ("at", "in", "on")
    place = _said((line.texts[first - 1] if is_at else "in",), line.tokens[at])
    return [*place, *line.tokens[first : mention.end]], at + 1


def _been_to(line: Line, at: int) -> Step | None:
    """`has been to X`: has been at X."""
    to = at + 1 + (line.texts[at + 1 : at + 2] in (["round"], ["along"], ["over"], ["down"], ["out"]))
    if not at or line.texts[to : to + 1] not in (["to"], ["at"]) or _named(line, to + 1) is None:
        return None
    return [line.tokens[at], *_said(("at",), line.tokens[at])], to + 1


def _named(line: Line, at: int) -> Mention | None:
    at += at < len(line) and line.texts[at] in english.ARTICLES
    return next((m for m in line.mentions[at] if m.kind != PRONOUN), None) if at < len(line) else None


def _what_it_is(line: Line, at: int) -> Step | None:
    """`is an approved supplier`, of a supplier: is approved."""
    what = at + 2
    is_said = bool(at) and line.texts[at - 1] in english.BE and what < len(line) and _is_their_kind(line, at, what)
    if not is_said or line.mentions[at + 1] or line.figures[at + 1] is not None:
        return None
    return [line.tokens[at + 1]], what + 1


def _as_what_it_is(line: Line, at: int) -> Step | None:
    """`approved the farm as a supplier`, of a supplier: approved the farm."""
    is_said = line.texts[at + 1 : at + 2] in (["a"], ["an"]) and at + 2 < len(line) and _is_their_kind(line, at, at + 2)
    return ([], at + 3) if is_said and not _is_denied(line) else None


def _is_their_kind(line: Line, at: int, what: int) -> bool:
    """Whether a noun says of all who are named before it no more than what they are."""
    if line.texts[what + 1 : what + 2] in (["of"], ["for"], ["to"], ["in"]):
        return False
    before = {name for several in line.mentions[:at] for m in several for name in m.names}
    return bool(before) and all(line.texts[what] in _kinds_of(line, name) for name in before)


def _kinds_of(line: Line, name: str) -> frozenset[str]:
    """What an entity is, in a word: its types, and what they say of themselves first: `A place in the town`."""
    entity = line.grammar.lexicon.entities[name]
    types = line.grammar.rulebook.entity_types
    said = {
        types[one].meaning.lower().split()[1:2][0] for one in entity.types if one in types and " " in types[one].meaning
    }
    return frozenset({*(one.replace("_", " ") for one in entity.types), *said})


def _whose_place(line: Line, at: int) -> Step | None:
    """`Mr Marsh's place`, `Mr Marsh's stall`, `his stall`, where the stall is one of the names of the same: his name alone."""
    noun = at + 1
    if noun >= len(line) or line.texts[noun] in _NO_PLACE or line.mentions[noun]:
        return None
    for owner in (m for several in line.mentions[max(0, at - 5) : at + 1] for m in several if m.end in (at, noun)):
        is_his = line.texts[at] in ("his", "her", "their") and owner.kind == PRONOUN and owner.end == noun
        is_owned = line.texts[at] == "'s" and owner.end == at and owner.kind == GOVERNMENT
        if (is_his or is_owned) and len(owner.names) == 1:
            kinds = _kinds_of(line, owner.names[0])
            if line.texts[noun] in kinds or owner.names[0] in line.grammar.lexicon.called.get(line.texts[noun], ()):
                return [line.tokens[at]], noun + 1
    return None


def _called_so(line: Line, at: int) -> Step | None:
    """`the Tandoor restaurant`, which is called the Indian restaurant as well: the Tandoor."""
    several = line.grammar.lexicon.called.get(line.texts[at], frozenset())
    if not several or not at or line.mentions[at] or line.texts[at].endswith("s"):
        return None
    entities, is_owned = line.grammar.lexicon.entities, line.texts[at - 1] == "'s"
    before = (m for one in line.mentions[max(0, at - 4) : at] for m in one if m.end == at - is_owned)
    for name in (m.names[0] for m in before if len(m.names) == 1 and m.kind in (NAME, ANY)):
        names = (entities[name].title, *entities[name].aliases)
        if name in several and (not is_owned or any(one.endswith("'s") for one in names)):
            return [], at + 1
    return None


def _both_of_them(line: Line, at: int) -> Step | None:
    """`both kitchens`, behind two kitchens that are named: they."""
    size = 1 if line.texts[at] == "both" else 2
    noun = line.texts[at + size : at + size + 1]
    pair = next((m for several in reversed(line.mentions[:at]) for m in several if len(m.names) > 1), None)
    if (
        not noun
        or pair is None
        or len(pair.names) != _TWO
        or _is_denied(line)
        or line.texts[at : at + 2] == ["the", "both"]
    ):
        return None
    if size == 2 and line.texts[at + 1] != "two":
        return None
    start = next(n for n, several in enumerate(line.mentions) if pair in several)
    types = {one for name in pair.names for one in _kinds_of(line, name)}
    if noun[0] not in {f"{one}s" for one in types}:
        return None
    return list(line.tokens[start : pair.end]), at + size + 1


_BY_WORD: dict[str, tuple[Callable[[Line, int], Step | None], ...]] = {
    **dict.fromkeys(_CEASED, (_no_longer,)),
    "i": (_i_saw,),
    "never": (_never,),
    "neither": (_neither,),
    "no": (_no_one_or_other,),
    "been": (_been_to,),
    "there": (_there,),
    **dict.fromkeys(("a", "an"), (_what_it_is,)),
    "as": (_as_what_it_is,),
    **dict.fromkeys(("'s", "his", "her", "their"), (_whose_place,)),
    **dict.fromkeys(("both", "the"), (_both_of_them,)),
    **dict.fromkeys(("gave", "give", "gives", "given"), (_gave_the_nod,)),
}
_ANYWHERE = (_became, _figure_first, _figure_of, _called_so)
CUES = (frozenset(_TURNS) | _BY_WORD.keys() | {"through", "down"}) - {"the", "is", "are", "was", "were"}
