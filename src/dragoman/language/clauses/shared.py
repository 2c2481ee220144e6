"""One clause said of several, or several things said in one, as two clauses: what they share is said in each.

    A and B are having a heat wave                   ->  A is having a heat wave | B is having a heat wave
    neither A nor B is doing it                      ->  A is not doing it | B is not doing it
    A, B and C cost 14, 22 and 9 euros respectively  ->  A costs 14 euros | B and C cost 22 and 9 euros respectively
    A funds not B but C                              ->  A funds not B | A funds C
    with A shut, B is full                           ->  B is full | A is shut

What several do with each other, or have between them, is not what each does or has: a figure is not shared out, unless it
says `each` or `both`; and where a word is of what is done together, nothing is parted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.words import english
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token
from dragoman.values.entity import Entities

Two = tuple[list[Token], list[Token]]

_TOGETHER = frozenset(
    map(
        stem,
        english.lines(
            """
            together | jointly | joint | between | share | shared | common | mutual | same | similar | alike | different | differ | apart
            talk | talks | talking | negotiate | negotiation | bargain | meet | meeting | discuss | agree | agreement | accord | pact
            treaty | deal | contract | fight | fighting | war | clash | quarrel | dispute | row | compete | rival | ally | allied | partner
            link | linked | connect | connected | join | joined | merge | unite | united | cooperate | collaborate | combine | combined
            trade | swap | exchange | coalition | alliance | split | divide | other | another | another's | total | sum | odds | loggerheads
            separate | separated | border | divorce | marry | married | couple | friend | friends | enemy | enemies | union | throat | table
            """
        ),
    )
)
"""What is done by several with each other."""
_ONE = {"are": "is", "have": "has", "do": "does", "were": "was", "they": "it", "their": "its", "them": "it"}
_BOTH = frozenset({"both", "each"})
_STATES = frozenset({"at", "shut", "out", "down", "off", "up", "open", "under", "still", "now", "on", "back", "full"})
_NO_STATE = frozenset({"nothing", "anything", "something", "everything", "king", "thing"})
_TWO, _LEAST, _MOST_NAMED = 2, 3, 5


def of_several(line: Line) -> Iterator[Two]:
    """`A and B are`, `both A and B are`, `neither A nor B is`, `A and B each have`: of the first, and of the others."""
    texts = line.texts
    if _in_order(texts):
        return
    begins = int(texts[0] in ("both", "neither"))
    start = begins + (texts[begins] in english.ARTICLES)
    several = next((m for m in line.mentions[start] if len(m.names) > 1 and not m.excluded), None)
    first = next((m for m in line.mentions[start] if len(m.names) == 1), None)
    if several is None or first is None or several.kind == PRONOUN or several.is_or != (texts[0] == "neither"):
        return
    verb = several.end + (
        texts[several.end : several.end + 1] == ["both"] or texts[several.end : several.end + 1] == ["each"]
    )
    is_each = verb > several.end or begins == 1
    second = next((at for at in range(first.end, several.end) if line.mentions[at]), 0)
    second -= second > 0 and texts[second - 1] in english.ARTICLES
    is_counted = any(figure is not None for figure in line.figures[verb:])
    is_owned = verb < len(line) and texts[verb] == "'s"
    has_more = any(line.is_cut(at) for at in range(verb, len(line)))  # `..., the place is shut`: which of them is?
    if (
        not second
        or verb + 1 >= len(line)
        or is_owned
        or has_more
        or (is_counted and not is_each)
        or _does_together(line, verb)
    ):
        return
    rest = [_of_one(token) for token in line.tokens[verb:]] if len(several.names) == len(first.names) + 1 else None
    if texts[0] == "neither":
        if texts[verb] not in english.BE | english.HAVE or rest is None:
            return
        no = line.tokens[verb]._replace(text="not", stem="not")
        rest = [rest[0], no, *rest[1:]]
    elif rest is None:
        rest = line.tokens[verb:]
    yield (
        [*line.tokens[begins : first.end], *map(_of_one, rest)],
        [*line.tokens[second : several.end], *rest],
    )


def _in_order(texts: Sequence[str]) -> bool:
    """Whether the first of several is said of the first of others, and so on."""
    return "respectively" in texts or "order" in texts or "turn" in texts


def _does_together(line: Line, start: int) -> bool:
    """Whether what is said may be said of several with each other: one of its words is of that, or of a fact of two alike."""
    return not _TOGETHER.isdisjoint(token.stem for token in line.tokens[start:])


def _of_one(token: Token) -> Token:
    text = _ONE.get(token.text)
    return token if text is None else token._replace(text=text, stem=stem(text))


def respectively(line: Line) -> Iterator[Two]:
    """`A and B cost 14 and 22 euros respectively`: of the first, and of the others, respectively."""
    texts = line.texts
    if "respectively" not in texts:
        return
    at = texts.index("respectively")
    end = at - (texts[at - 1] == ",") if at + 1 == len(line) else 0
    found = next(((here, m) for here, several in enumerate(line.mentions) for m in several if _are_several(m)), None)
    joint = next((here for here in range(end - 2, 0, -1) if texts[here] == "and"), 0)
    if found is None or not joint or found[1].end >= joint:
        return
    start, several = found
    names = _each(line, start, several)
    things = _as_many(line, several.end, joint, end, len(several.names))
    if not names or not things:
        return
    middle = line.tokens[several.end : things[0].start]
    if any(token.text == "and" for token in middle):
        return
    mine, last = (line.tokens[things[at].start : things[at].stop] for at in (0, -1))
    unit = last[len(mine) :] if line.figures[things[0].start] is not None else []
    before = line.tokens[:start]
    before = before[:-1] if before and before[-1].text in english.ARTICLES else before
    of_one = [_of_one(token) for token in middle]
    first = [*line.tokens[: names[0].stop], *of_one, *mine, *unit]
    begins = names[1].start - (texts[names[1].start - 1] in english.ARTICLES)
    rest = [*before, *line.tokens[begins : several.end]]
    if len(names) == _TWO:
        yield first, [*rest, *of_one, *last]
    else:
        yield first, [*rest, *middle, *line.tokens[things[1].start : end], line.tokens[at]]


def _are_several(mention: Mention) -> bool:
    return len(mention.names) > 1 and mention.kind != PRONOUN and not (mention.is_or or mention.excluded)


def _each(line: Line, start: int, several: Mention) -> list[range]:
    """Where each of those stands who are named together, if each is named by himself; else none."""
    found, at = list[range](), start
    while at < several.end:
        one = next((m for m in line.mentions[at] if len(m.names) == 1 and m.end <= several.end), None)
        if one is not None:
            found.append(range(at, one.end))
        at = one.end if one is not None else at + 1
    return found if len(found) == len(several.names) else []


def _as_many(line: Line, least: int, joint: int, end: int, count: int) -> list[range]:
    """Where each of so many things stands that are listed last, the last of them behind the joint; none if they are not so many."""
    found = [range(joint + 1, end)]
    stop = joint - (line.texts[joint - 1] == ",")
    while len(found) < count:
        is_first = len(found) == count - 1
        comma = next((at for at in range(stop - 1, least, -1) if line.texts[at] == ","), least)
        at = _begins(line, least, stop, len(found[0])) if is_first else comma + 1
        if not least <= at < stop or (not is_first and comma == least):
            return []
        found.insert(0, range(at, stop))
        stop = at - 1
    return found


def _begins(line: Line, least: int, stop: int, size: int) -> int:
    """Where what is listed first begins: at its figure, its name, or so many tokens before its end."""
    figure = next((at for at in range(stop - 1, least - 1, -1) if line.figures[at] is not None), None)
    if figure is not None:
        return figure
    named = next((at for at in range(least, stop) if any(m.end == stop for m in line.mentions[at])), None)
    if named is None:
        return stop - size
    return named - (named > least and line.texts[named - 1] in english.ARTICLES)


def not_but(line: Line) -> Iterator[Two]:
    """`A funds not B but C`, `A does not fund B but C`, `A starts not from B but from C`: of the one it is not so, of the other it is."""
    texts, tokens = line.texts, line.tokens
    negated = [at for at, text in enumerate(texts) if text in english.NEGATORS]
    but = next((at for at in range(3, len(texts) - 1) if texts[at] == "but"), 0)
    if not but or len(negated) != 1 or texts[negated[0]] != "not" or not _MORE.isdisjoint(texts):
        return
    [no] = negated
    end = but - (texts[but - 1] == ",")
    for at in range(no + 1, end):
        if not (alike := _alike(line, at, end, but + 1)):
            continue
        (start, link), (stop, other) = alike
        says = no - (no > 0 and texts[no - 1] in english.DO)
        if says < no and texts[no - 1] not in ("does", "do"):
            return
        rest = tokens[stop:]
        if rest and rest[0].text in english.BE | english.HAVE | english.DO | english.MODALS:
            return  # `but C does`
        named = int(texts[0] in english.ARTICLES)
        doer = next((m.end for m in line.mentions[named] if m.end < no), 0)
        is_helped = says < no or not doer or texts[no - 1] in english.BE | english.HAVE
        denial = tokens[:end] if is_helped else [*tokens[:doer], tokens[no], *tokens[doer:no], *tokens[no + 1 : end]]
        yield (
            [*denial, *rest],
            [
                *tokens[:says],
                *tokens[no + 1 : start],
                *tokens[start : start + (link != "" and not other)],
                *tokens[but + 1 : stop],
                *rest,
            ],
        )
        return


_MORE = frozenset({"only", "just", "merely", "simply", "solely", "so", "also", "too", "did", "or", "nor", "all", "any"})
"""`Not only B but C` is of both; what one did is not what he does."""


def _alike(line: Line, at: int, end: int, behind: int) -> tuple[tuple[int, str], tuple[int, str]] | None:
    """Two that stand for each other, one from a token to an end and one further on: where the one begins and the other ends, each with its preposition."""
    links = [texts if (texts := line.texts[start]) in PREPOSITIONS else "" for start in (at, behind)]
    if links[1] and links[0] != links[1]:
        return None
    here, there = at + (links[0] != ""), behind + (links[1] != "")
    here, there = (
        one + (line.texts[one : one + 1] != [] and line.texts[one] in english.ARTICLES) for one in (here, there)
    )
    if here >= end or there >= len(line):
        return None
    first = [m for m in line.mentions[here] if m.end == end and m.kind != PRONOUN and not (m.is_or or m.excluded)]
    other = [m for m in line.mentions[there] if m.kind != PRONOUN and not (m.is_or or m.excluded)]
    for one, two in product(first, other):
        if set(one.names).isdisjoint(two.names) and fit_one_slot(line, (*one.names, *two.names)):
            return (at, links[0]), (two.end, links[1])
    words = [spoken for stop, spoken in line.spoken[here] if stop == end]
    for (stop, spoken), mine in product(line.spoken[there], words):
        if spoken.word != mine.word and (line.is_cut(stop) if stop < len(line) else True):
            return (at, links[0]), (stop, links[1])
    return None


def fit_one_slot(line: Line, names: Sequence[str]) -> bool:
    """Whether a slot of a fact takes all of those who are named."""
    entities = [line.grammar.lexicon.entities[name] for name in names]
    kinds = (slot.kind for fact in line.grammar.told.values() for slot in fact.slots)
    return any(isinstance(kind, Entities) and all(map(kind.takes, entities)) for kind in kinds)


def with_state(line: Line) -> Iterator[Two]:
    """`with A shut, B is full`, `B is full, with A shut`: what stands beside is so as well."""
    texts = line.texts
    if "with" not in texts or "can" in texts:
        return
    comma = next((at for at in range(_LEAST, len(line) - 2) if texts[at] == ","), 0)
    if texts[0] == "with" and comma:
        beside, rest = line.tokens[1:comma], line.tokens[comma + 1 :]
    else:
        comma = next((at for at in range(_LEAST, len(line) - _LEAST) if texts[at : at + 2] == [",", "with"]), 0)
        beside, rest = line.tokens[comma + 2 :] if comma else [], line.tokens[:comma]
    for at in range(1, min(len(beside), _MOST_NAMED + 2)):
        text = beside[at].text
        if text in _STATES or (text.endswith(("ed", "ing")) and text not in _NO_STATE):
            be = beside[at]._replace(text="is", stem=stem("is"))
            yield rest, [*beside[:at], be, *beside[at:]]
            return
