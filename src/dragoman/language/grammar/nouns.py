"""What a noun has beside it, said otherwise: whose it is, where it is, what it is for, and that there is one.

    the debt of {x}                      ->  {x} debt
    a ticket for {x}                     ->  {x} ticket
    the price of tickets                 ->  ticket price
    a shortage of ({y}|staff)            ->  {y} shortage
    {x} has a guard                      ->  a guard in {x}
    there is a shortage of {y} at {x}    ->  {x} has a shortage of {y}
    {x} runs trains on {y}               ->  {x} has trains on {y}
    {x} and {y} have a treaty on fish    ->  there is a treaty between {x} and {y} on fish

Which of two roles a name has must not change by it: a name goes before a noun from behind `of`, and from behind another
preposition only where the noun is none of a deed (:mod:`dragoman.language.words.belonging`).
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.notation import Adjunct, Choice, ClassRef, Item, Sequence, SlotRef, Word
from dragoman.language.grammar.phrases import words_in
from dragoman.language.words import english
from dragoman.language.words.belonging import FROM_PLACE, MEASURES, OF_PLACE, OWN, ROUND_THE_CORNER
from dragoman.language.words.stems import is_past_participle, stem
from dragoman.language.words.tokens import words_of

PREPOSITIONS = frozenset(
    english.lines(
        "of | in | on | at | by | to | from | with | for | between | among | over | against | towards | toward | into | onto | under"
        "| about | as | than | through | across"
    )
)
_WHOSE = frozenset({"of", "in", "at", "within", "inside", "across", "by", "from"})
_PLACING = frozenset({"in", "at", "on", "with", "aboard"})
_NEAR = _PLACING | {"along", "over", "of", "by", "across", "within", "among"}
_BESIDE = frozenset({"on", "for", "along", "over", "aboard", "at", "in", "of", "across", "within"})
_OF_WHAT = frozenset({"of", "for", "on", "in", "with"})
_OF_OWN = _WHOSE | {"for", "to", "with", "on", "along", "aboard", "between"}
_OWN = frozenset({"its", "his", "her", "their", "no", "a", "an", "the", "not"})
_HAS_NO = (Word("has"), Word("no"))
_NO_THINGS = (Word("there"), Word("it"), Word("we"), Word("they"), Word("you"), Word("people"))
_DEEDS = ("tion", "sion", "ment", "ance", "ence", "al", "ing", "ure")
_BECOMES = frozenset(
    {"become", "becomes", "get", "gets", "grow", "grows", "remain", "remains", "stay", "stays", "keep", "keeps"}
)
_VERBS = _BECOMES | english.BE | english.HAVE | english.DO | english.MODALS
_NO_DEEDS = frozenset(
    {
        "deal",
        "trial",
        "attendance",
        "audience",
        "medal",
        "rival",
        "hospital",
        "capital",
        "goal",
        "animal",
        "signal",
        "season ticket",
        "licence",
        "ambulance",
    }
)
_PARTICLES = frozenset({"out", "up", "off", "down", "away", "back"})
_OWNED = [one.split() for one in ("owned by", "held by", "run by", "let by", "belonging to", "that belong to")]
"""What says beside an `of` whose something is: `flats (of|owned by) {owner}`."""
_HAS, _AND, _OF = Word("has"), Word("and"), Word("of")
_HAVE = ((Word("has"),), (Word("have"),))


# -- whose


def possessives(tree: Sequence, counts: frozenset[str]) -> Iterator[Sequence]:
    """The tree, and with `the debt of {x}` as `{x} debt`, and `{y} of {x}` as `{x} {y}`, for each of them and for all."""
    yield tree
    every = tree
    for at in range(len(tree) - 1, 1, -1):
        turned = _turned(every, at, counts) if at < len(every) else None
        if turned is not None:
            yield turned
            if turned != (alone := _turned(tree, at, counts)) and alone is not None:
                yield alone
            every = turned


def compounds(tree: Sequence, counts: frozenset[str]) -> Iterator[Sequence]:
    """`a ticket for {x}` as `{x} ticket`, `the price of tickets` as `ticket price`, `lack of ({y}|staff)` as `{y} lack`."""
    tree = tuple(item for item in tree if not isinstance(item, Choice) or any(item.options))  # without articles
    for at, item in enumerate(tree):
        slots = item.options if isinstance(item, Choice) and at > 1 and tree[at - 1] == _OF else ()
        for slot in (option for option in slots if len(option) == 1 and isinstance(option[0], SlotRef)):
            turned = _turned((*tree[:at], *slot, *tree[at + 1 :]), at, counts)
            if turned is not None:
                yield turned
    several = tuple(measured(tree))
    yield from several
    for one in (*possessives(tree, counts), *several):
        for at in range(1, len(one)):
            yield from _placed_before(one, at, counts)
    yield from _of_its_place(tree)


def _of_its_place(tree: Sequence) -> Iterator[Sequence]:
    """`schools have closed <in {x}>` as `{x} schools have closed`: those of a place are in it."""
    *said, last = tree
    if not (said and isinstance(last, Adjunct) and len(last.inner) == 2 and _texts(last.inner[0]) <= {"in", "at"}):
        return
    slot, things = last.inner[1], tuple(option for option in options_of(said[0]) if _is_of_places(option))
    if isinstance(slot, SlotRef) and not slot.kind and things:
        yield (slot, Choice(things), *said[1:])


def _is_of_places(option: Sequence) -> bool:
    """Whether it is a noun of what every place has its own of."""
    texts = [word.text for word in option if isinstance(word, Word)]
    return bool(texts) and len(texts) == len(option) and stem(texts[-1].split()[-1]) in ROUND_THE_CORNER


def measured(tree: Sequence) -> Iterator[Sequence]:
    """`the price of tickets` as `ticket price`, `a problem with {y}` as `{y} problem`, and `water shortage` as `shortage of water`."""
    for at in range(1, len(tree) - 1):
        link = _texts(tree[at])
        thing, head = tree[at + 1], _measures(tree[at - 1]) if link and link <= _OF_WHAT else None
        is_thing = isinstance(thing, Word | ClassRef) or (isinstance(thing, Choice) and all(map(len, thing.options)))
        is_slot = isinstance(thing, SlotRef) and not thing.kind and link == {"with"}
        if head is not None and (is_slot or (is_thing and is_noun(thing))):
            yield (*tree[: at - 1], thing, head, *tree[at + 2 :])
    for at in range(1, len(tree)):
        noun, measure = tree[at - 1], _texts(tree[at])
        is_first = at == 1 or not _texts(tree[at - 2]).isdisjoint(PREPOSITIONS | english.HAVE)
        if measure and measure <= MEASURES and isinstance(noun, Word) and is_noun(noun) and is_first:
            yield (*tree[: at - 1], tree[at], _OF, noun, *tree[at + 1 :])


def _measures(item: Item) -> Item | None:
    """Those of its words of which a thing has one: of `(export|shipment abroad)` the export."""
    options = item.options if isinstance(item, Choice) else ((item,),)
    own = tuple(
        option for option in options if len(option) == 1 and _texts(option[0]) <= MEASURES and _texts(option[0])
    )
    return (Choice(own) if isinstance(item, Choice) else item) if own and all(options) else None


def _placed_before(tree: Sequence, at: int, counts: frozenset[str]) -> Iterator[Sequence]:
    """The tree with the slot that ends at `at` before the noun that it is in, on or for, or before what that noun is of."""
    item = tree[at]
    inner = item.inner if isinstance(item, Adjunct) else tree[at - 1 : at + 1]
    link_at = at if isinstance(item, Adjunct) else at - 1
    if len(inner) != 2 or not isinstance(slot := inner[1], SlotRef) or slot.kind or slot.slot in counts:
        return
    links = _texts(inner[0])
    if not links or not links <= _BESIDE | {"from", "to"} or links == {"to"} or link_at < 1:
        return
    several = FROM_PLACE if links == {"from"} else OF_PLACE
    is_whose = "of" in links and links <= _WHOSE | {"for"}
    for end in (link_at, link_at - 2):
        if end < 1 or (end < link_at and tree[end] != _OF):
            continue  # `the quota of {y} for {x}`: the {x} quota of {y}; `the use of drugs in {x}`: the {x} use of drugs
        head = _texts(tree[end - 1])
        is_thing = bool(head) and all(stem(text.split()[-1]) in several for text in head)
        is_measure = bool(head) and "of" in links and head <= MEASURES
        if is_thing or is_measure or (head and is_whose and end < link_at):
            start = end - 1
            while start and _is_modifier(tree, start - 1):
                start -= 1
            behind = tree[end : at - (not isinstance(item, Adjunct))]
            yield (*tree[:start], slot, *tree[start:end], *behind, *tree[at + 1 :])


def _texts(item: Item) -> frozenset[str]:
    """The words of an item that must be said; empty where it may be left out or is none of words."""
    options = item.options if isinstance(item, Choice) else ((item,),)
    texts = [" ".join(word.text for word in option if isinstance(word, Word)) for option in options]
    is_said = all(option and all(isinstance(word, Word) for word in option) for option in options)
    return frozenset(texts) if is_said else frozenset()


def options_of(item: Item) -> tuple[Sequence, ...]:
    """The ways to say an item."""
    return item.options if isinstance(item, Choice) else ((item,),)


def _is_modifier(tree: Sequence, at: int) -> bool:
    """Whether it is what a noun may have before it, or the first word of a noun in two: `[operating] licence`, `ticket price`."""
    item = tree[at]
    words = {word for text in words_in((item,)) for word in words_of(text)}
    if not words or not (_OWN | english.HAVE).isdisjoint(words) or not is_noun(item):
        return False
    is_spared = isinstance(item, Choice) and () in item.options
    before = set(words_in((tree[at - 1],))) if at else set[str]()
    return is_spared or at == 0 or (bool(before) and before <= PREPOSITIONS | english.HAVE)


def _turned(tree: Sequence, at: int, counts: frozenset[str]) -> Sequence | None:
    """The tree with the slot at `at` before the nouns that it is `of`, or before another slot that it is `of`."""
    link, slot = tree[at - 1], tree[at]
    is_place = link == Word("at") and at + 1 < len(tree) and tree[0] not in _NO_THINGS  # `the crane at {x} works`
    if not isinstance(slot, SlotRef):
        return None
    if not (_is_of(link) or is_place):
        own = _own(tree[at - 2], link) if at > 1 else None
        return _turned((*tree[: at - 2], own, _OF, *tree[at:]), at, counts) if own is not None else None
    owned = tree[at - 2] if at > 1 else None
    if isinstance(owned, SlotRef) and owned.slot not in counts and not owned.kind and _begins(tree, at - 2):
        return (*tree[: at - 2], slot, owned, *tree[at + 1 :])  # `the chicken of X comes from Y`: what X has
    nouns: list[Item] = []
    while len(nouns) < min(3, at - 1) and (noun := as_noun(tree[at - 2 - len(nouns)])):
        nouns.insert(0, noun)
    if is_place and at - 1 > len(nouns):
        return None
    before = tree[at - 2 - len(nouns)] if at - 2 >= len(nouns) else None
    if before == _OF and not _texts(link) <= _WHOSE:
        return None  # `the use of drugs (on|at|of) {x}` is not that of the drugs of x
    if not nouns or (
        is_deed(tree[at - 2]) and at + 1 < len(tree) and _may_be_noun(tree[at + 1], tree[at + 2 : at + 3])
    ):
        return None  # `the cancellation of {x} projects` is not that of x
    start = at - 1 - len(nouns)
    is_verb = isinstance(before, SlotRef) and start == 1 < len(nouns) and at + 1 == len(tree)
    if is_verb and (own := _own(nouns[-1], _OF)) is not None:  # `{y} holds rights of {x}`: holds the rights of x
        return (*tree[:2], slot, *nouns[1:-1], own)
    if isinstance(before, SlotRef) and _is_said_of(tree, start - 1, at, counts):
        start, nouns = start - 1, [before, *nouns]  # `the {y} harvest of {x} is poor`: the {y} harvest that x has
    return (*tree[:start], slot, *nouns, *tree[at + 1 :])


def _is_said_of(tree: Sequence, first: int, at: int, counts: frozenset[str]) -> bool:
    """Whether the slot at `first`, with which the phrase begins, is a part of what is said to be so: `the {y} harvest of {x} is poor`."""
    one, rest = tree[first], tree[at + 1 :]
    is_plain = isinstance(one, SlotRef) and not one.kind and one.slot not in counts
    is_first = not any(any(options_of(item)) for item in tree[:first])
    is_one_noun = sum(() not in options_of(item) for item in tree[first + 1 : at - 1]) == 1
    is_so = bool(rest) and (isinstance(rest[0], SlotRef) or _texts(rest[0]).isdisjoint(PREPOSITIONS))
    return is_plain and is_first and is_one_noun and is_so


def _may_be_noun(item: Item, after: Sequence) -> bool:
    """Whether a noun may stand there: no verb does that says only that something is, or becomes, so, nor one with a particle: `(ends|runs out)`.

    Nor one of the past: `the pardon of {x} (failed|fails)`.
    """
    words, behind = words_in((item,)), words_in(after)
    is_verb = (
        not _VERBS.isdisjoint(words)
        or not _PARTICLES.isdisjoint((*words, *behind))
        or any(map(is_past_participle, words))
    )
    return is_noun(item) and not is_verb


def _begins(tree: Sequence, at: int) -> bool:
    """Whether a slot stands first, or is what something is of: `the sample of {y}`."""
    while at and isinstance(before := tree[at - 1], Choice) and not any(before.options):
        at -= 1  # an article that may be there
    return at == 0 or tree[at - 1] == _OF


def _is_of(link: Item) -> bool:
    """Whether it is an `of` that says whose something is: beside it may stand where or by whom it is, and not about whom."""
    if not isinstance(link, Choice):
        return link == _OF
    options = {option[0].text for option in link.options if len(option) == 1 and isinstance(option[0], Word)}
    is_place = not options.isdisjoint({"at", "in"})
    is_whose = options <= (_WHOSE | {"on", "along", "aboard"} if is_place else _WHOSE)
    owned = [option for option in link.options if len(option) > 1 and words_in(option) in _OWNED]
    return "of" in options and len(options) + len(owned) == len(link.options) and is_whose


def _own(noun: Item, link: Item) -> Item | None:
    """Those of its nouns of what is somebody's own, where `of` is one of the words behind them: `money (of|for)`."""
    links = _texts(link)
    if "of" not in links or not links <= _OF_OWN:
        return None
    options = noun.options if isinstance(noun, Choice) else ((noun,),)
    own = tuple(
        option
        for option in options
        if all(isinstance(word, Word) for word in option)
        and not OWN.isdisjoint(stem(word.text) for word in option[-1:] if isinstance(word, Word))
    )
    return Choice(own) if own else None


def is_deed(item: Item) -> bool:
    """Whether a noun says what is done, so that another noun behind its `of` is what it is done to."""
    options = item.options if isinstance(item, Choice) else ((item,),)
    last = (word.text for option in options for word in option[-1:] if isinstance(word, Word))
    return any(text.endswith(_DEEDS) and text not in _NO_DEEDS for text in last)


# -- that there is one


def existing(tree: Sequence, counts: frozenset[str]) -> Iterator[Sequence]:
    """`{x} has a guard`, where nothing else is named, as `there is a guard in {x}`; `{x} has {n} of water` as well."""
    subject, *rest = tree
    if isinstance(subject, SlotRef) and len(rest) == 2 and isinstance(rest[0], Choice) and _HAS_NO in rest[0].options:
        yield (Word("no"), rest[1], Choice(((Word("in"),), (Word("at"),))), subject)
    if not (isinstance(subject, SlotRef) and len(rest) > 1 and rest[0] in (_HAS, Choice(((_HAS,), ())))):
        return
    others = rest[1:]
    if len(others) > 2 and isinstance(others[0], SlotRef) and others[0].slot in counts and others[1] == _OF:
        of_it, others = others[:2], others[2:]
    else:
        of_it = []
    names_nothing = all(isinstance(item, Word | Choice) for item in others) and not any(
        word in PREPOSITIONS or is_past_participle(word) for text in words_in(tuple(others)) for word in words_of(text)
    )
    if names_nothing:
        where = Choice(((Word("in"),), (Word("at"),), (Word("among"),)))
        yield (*of_it, *others, where, subject)


def had(tree: Sequence, counts: frozenset[str]) -> Iterator[Sequence]:
    """`(there is) a shortage of {y} at {x}` as `{x} has a shortage of {y}`, `a treaty between {x} and {y}` as what both have."""
    *thing, last = tree
    if len(tree) > 4 and tree[-4] == Word("between") and tree[-2] == _AND:
        if isinstance(tree[-3], SlotRef) and isinstance(last, SlotRef) and all(map(is_noun, thing[:-3])):
            yield (tree[-3], _AND, last, _HAS, *thing[:-3])
        return
    inner = last.inner if isinstance(last, Adjunct) else (thing.pop() if thing else last, last)
    if not thing or len(inner) != 2 or not isinstance(slot := inner[1], SlotRef) or slot.slot in counts:
        return
    links = _texts(inner[0])
    is_placed = not links.isdisjoint(_PLACING) and links <= _NEAR
    words = [word for text in words_in(tuple(thing)) for word in words_of(text)]
    is_said = any(isinstance(one, Word | ClassRef) or (isinstance(one, Choice) and all(one.options)) for one in thing)
    is_thing = is_said and _texts(thing[0]).isdisjoint(PREPOSITIONS) and not any(map(is_past_participle, words))
    is_felt = not (PREPOSITIONS - {"of", "from", "by"}).isdisjoint(words)  # trust in X among those of Y is not had by Y
    if is_placed and is_thing and not is_felt and not any(isinstance(item, Adjunct) for item in thing):
        yield (SlotRef(slot.slot), _HAS, *thing)


def held(tree: Sequence) -> Iterator[Sequence]:
    """`{x} runs trains on {y}` as `{x} has trains on {y}`: who runs something, or imposed it, has it, and who has none runs none.

    Who has a way for others to go somewhere offers it: `{x} has flights to {y}` as `{x} offers flights to {y}`.
    """
    if len(tree) >= _LEAST_OFFERED and isinstance(tree[0], SlotRef) and (_HAS,) in options_of(tree[1]):
        offered = tuple(one for one in options_of(tree[2]) if _is_way(one))
        if offered and _texts(tree[3]) and _texts(tree[3]) <= _GOING:
            yield (tree[0], _OFFERS, Choice(offered), *tree[3:])
    if len(tree) < 4 or not isinstance(tree[0], SlotRef) or _texts(tree[1]).isdisjoint(_RUNS) or _HAS in tree:
        return
    things = next((n for n, item in enumerate(tree[2:]) if not is_noun(item)), 0)
    is_thing = things and any(_texts(item) for item in tree[2 : 2 + things])
    if is_thing and not any(map(is_past_participle, words_in(tree[2 : 2 + things]))):
        yield (tree[0], _HAS, *tree[2:])


def _is_way(option: Sequence) -> bool:
    """Whether it is a way for others to go somewhere: `flights`, `a connection`."""
    return bool(option) and isinstance(last := option[-1], Word) and last.text in _WAYS


_LEAST_OFFERED = 5
_OFFERS = Choice(((Word("offers"),), (Word("runs"),), (Word("operates"),), (Word("provides"),)))
_GOING = frozenset({"to", "from", "into", "between", "via"})
_WAYS = frozenset(
    english.lines(
        "flight | flights | route | routes | connection | connections | train | trains | bus | buses | coach | coaches | ferry | ferries"
        "| sailing | sailings | service | services | crossing | crossings"
    )
)
_RUNS = frozenset({"runs", "run", "operates", "operate", "imposes", "imposed", "placed", "introduced"})


def between(tree: Sequence) -> Iterator[Sequence]:
    """`{x} and {y} have a treaty on fish` as `a treaty between {x} and {y} on fish`."""
    if (
        len(tree) < 5
        or tree[1] != _AND
        or not (isinstance(one := tree[0], SlotRef) and isinstance(other := tree[2], SlotRef))
    ):
        return
    verb, *things = tree[3:]
    has = any(option in _HAVE for option in (verb.options if isinstance(verb, Choice) else ((verb,),)))
    size = next((n for n, item in enumerate(things) if not is_noun(item)), len(things))
    words = [word for text in words_in(tuple(things)) for word in words_of(text)]
    is_thing = size and not any(map(is_past_participle, words))
    if has and is_thing and not any(isinstance(item, SlotRef | Adjunct) for item in things):
        for end in sorted({size, len(things)}):
            yield (*things[:end], Word("between"), one, _AND, other, *things[end:])


# -- nouns


def as_noun(item: Item) -> Item | None:
    """The item as far as it can be a noun: of `(freezer|walk-in)`, which has an `in`, the freezer; none is with `has`."""
    if any(word in english.HAVE for word in words_in((item,))):
        return None
    if isinstance(item, Choice):
        options = tuple(option for option in item.options if is_noun(Choice((option,))))
        return Choice(options) if any(options) else None
    return item if is_noun(item) else None


def is_noun(item: Item) -> bool:
    """Whether it may be a noun, or a word before one."""
    if isinstance(item, Word):
        return item.text not in PREPOSITIONS and item.text not in ("and", "but", "not", "no")
    if isinstance(item, Choice):
        return all(len(option) < 3 and all(map(is_noun, option)) for option in item.options)
    return isinstance(item, ClassRef)


def is_preposition(option: Sequence) -> bool:
    """Whether a way to say something is one preposition."""
    return len(option) == 1 and isinstance(option[0], Word) and option[0].text in PREPOSITIONS
