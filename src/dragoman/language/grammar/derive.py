"""What follows from a phrase without anybody writing it.

Articles, forms of `be` and `do`, fillers, and a `have` that only helps a verb are left out: the text that is read may
have them anywhere. `the debt of {x}` gives `{x} debt`, `in {x}` at the end may stand first, `in the {field} field` may be
an adverb, `the government of {x}` is `{x/gov}`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, pairwise

from dragoman.language.grammar import nouns
from dragoman.language.grammar.blame import any_reason
from dragoman.language.grammar.given import given
from dragoman.language.grammar.having import having
from dragoman.language.grammar.inhabitants import as_a_people
from dragoman.language.grammar.notation import Adjunct, Choice, ClassRef, Item, Sequence, SlotRef, Word, word_of
from dragoman.language.grammar.pairs import with_the_other
from dragoman.language.grammar.phrases import words_in
from dragoman.language.grammar.substances import before_nouns
from dragoman.language.grammar.whence import whence
from dragoman.language.words import english
from dragoman.language.words.deeds import DEEDS
from dragoman.language.words.stems import UNCHANGED, is_past_participle
from dragoman.language.words.tokens import words_of
from dragoman.language.words.verbs import Form, first_of_past, inflected

PREPOSITIONS = nouns.PREPOSITIONS
_WHERE = frozenset({"in", "across", "within", "throughout"})
_AT_PLACE = frozenset({(Word("in"),), (Word("at"),)})
REFLEXIVES = frozenset({"itself", "themselves", "himself", "herself", "ourselves"})
_DROPPED = (english.ARTICLES | english.BE | english.DO | english.FILLERS) - REFLEXIVES
"""What a phrase may do without: `asserts itself` may not, since who asserts does something else."""
_AND, _IT, _OF, _THERE = Word("and"), Word("it"), Word("of"), Word("there")
THERE = "there"
"""The kind of naming of a place by that word alone."""
_LEAST_OF_ITS, _LEAST_OF_OBJECT = 6, 5
_OWN = frozenset({"its", "his", "her", "their"})
_FIELD_NOUNS = frozenset({"field", "sphere", "realm", "domain", "area", "terms"})


def variants(
    tree: Sequence,
    fields: frozenset[str],
    counts: frozenset[str] = frozenset(),
    things: frozenset[str] = frozenset(),
) -> Iterator[Sequence]:
    """The ways to say a phrase, as it was written first; `fields` are the slots that hold words, `counts` figures, `things` what nobody could be."""
    every = list[Sequence]()
    for whole in _with_or_without(tree):
        bare, suffered = _bare(any_reason(split(whole)), fields, counts), frozenset(_suffered(whole))
        yield from nouns.existing(bare, counts)
        yield from _as_noted(bare, counts)
        yield from _fronted(bare, fields)
        yield from _part_of_its(bare, counts)
        adjoined = _adjoined(bare, fields)
        if adjoined != bare:
            every.append(bare)
        for one in nouns.possessives(adjoined, counts):
            for placed in _placed(one):
                yield placed
                if one == adjoined:  # of `the head of {a} is {b}` as `{a} head {b}` nobody is headed
                    yield from _passive(placed, suffered)
        yield from nouns.compounds(bare, counts)
        yield from nouns.between(bare)
        yield from nouns.held(bare)
        yield from given(bare, counts)
        if _is_there(whole):
            for one in nouns.had(bare, counts):
                yield from nouns.possessives(one, counts)
                yield from nouns.measured(one)
    for one in every:  # `the wells (of|in) {x}`, which stand elsewhere, as well
        yield from islice(nouns.possessives(one, counts), 1, None)
    spare = tuple(item for item in bare if not isinstance(item, Choice) or any(item.options))
    yield from _object_done(spare)
    yield from _its_is_done(spare)
    for one in _does_it(bare, suffered):
        yield from nouns.possessives(one, counts)
    for whole in _with_what_is_its(tree, fields | counts):
        yield from nouns.possessives(split(whole), counts)
    yield from whence(spare, counts, things)
    if things:
        yield from before_nouns(spare, counts, things)
        if _is_there(tree):
            for one in before_nouns(spare, counts, things):
                yield from nouns.had(one, counts)
    for one in islice(nouns.possessives(spare, counts), 1, None):
        yield from nouns.measured(one)
    yield from having(spare, counts)
    yield from as_a_people(spare)
    yield from with_the_other(spare)


def _is_there(tree: Sequence) -> bool:
    """Whether a phrase says that there is something."""
    return _THERE in (one[0] for one in (tree[0].options if isinstance(tree[0], Choice) else ((tree[0],),)) if one)


def _bare(tree: Sequence, fields: frozenset[str], counts: frozenset[str]) -> Sequence:
    """With what may be left out: the `for` before a figure, a `has` that is, or may be, the verb, and that of `{x} has {signed} {y}`."""
    found: list[Item] = []
    says_more = any(isinstance(one, Word) and one.text not in PREPOSITIONS | english.HAVE for one in tree)
    says_what = any(isinstance(one, Choice) and () not in one.options and nouns.as_noun(one) for one in tree[:-2])
    after = (*tree[1:], Word(""), Word(""))
    for item, other, third in zip(tree, after, after[1:], strict=False):
        is_done = (
            item == Word("has") and isinstance(other, SlotRef) and other.slot in fields and isinstance(third, SlotRef)
        )
        is_for = item == Word("for") and isinstance(other, SlotRef) and other.slot in counts
        is_verb = says_more and item == Word("has") and other not in (Word("to"), Word(""), Word("not"), Word("no"))
        is_counted = isinstance(other, SlotRef) and other.slot in counts
        if is_counted and isinstance(item, Choice) and (Word("has"),) in item.options and (says_more or says_what):
            found.append(Choice((*item.options, ())))  # `the fridge of {x} (has|shows) {n}`
        else:
            found.append(Choice(((item,), ())) if is_for or is_verb or is_done else item)
    return tuple(found)


def _as_noted(tree: Sequence, counts: frozenset[str]) -> Iterator[Sequence]:
    """`it is {n} in {x}` as `{n} in {x}` and `{x} {n}`, and `{x} has {n}` as `{x} {n}`: what is noted beside a name."""
    first, *rest = tree
    if first == Word("it") and len(rest) > 1 and isinstance(rest[0], SlotRef) and rest[0].slot in counts:
        yield tuple(rest)
        *inner, last = rest
        if isinstance(last, SlotRef) and _is_where(inner[-1]):
            yield (last, *inner[:-1])
    if not (len(rest) > 1 and isinstance(first, SlotRef) and isinstance(rest[-1], SlotRef) and rest[-1].slot in counts):
        return
    verb, *between = rest[:-1]
    has = verb == Word("has") or (isinstance(verb, Choice) and (Word("has"),) in verb.options)
    if has and all(isinstance(item, Choice) and () in item.options for item in between):
        yield (first, *rest[1:])


def _fronted(tree: Sequence, fields: frozenset[str]) -> Iterator[Sequence]:
    """`the fridge (of|at) {x} shows {n}` as `at {x} the fridge shows {n}`."""
    for at, (one, other) in enumerate(pairwise(tree[:-1])):
        if at and isinstance(other, SlotRef) and other.slot not in fields and (where := _at_place(one)):
            yield (where, other, *tree[:at], *tree[at + 2 :])
            return


def _at_place(item: Item) -> Choice | None:
    """Those of its words that say where."""
    options = item.options if isinstance(item, Choice) else ((item,),)
    words = tuple(option for option in options if option in _AT_PLACE)
    return Choice(words) if words else None


def _with_or_without(tree: Sequence) -> Iterator[Sequence]:
    """The tree with an adjunct that may be left out, `[<in the region>]`, and without."""
    for at, item in enumerate(tree):
        if (
            isinstance(item, Choice)
            and () in item.options
            and any(isinstance(one[0], Adjunct) for one in item.options if one)
        ):
            for option in item.options:
                yield from _with_or_without((*tree[:at], *option, *tree[at + 1 :]))
            return
    yield tree


def _with_what_is_its(tree: Sequence, words: frozenset[str]) -> Iterator[Sequence]:
    """The tree with what it may have of somebody, `[ships of] {x}`, `(owns|is in the hands of) {x}`; the slots in `words` are nobody's."""
    for at, (item, after) in enumerate(pairwise(tree)):
        if isinstance(item, Choice) and isinstance(after, SlotRef) and after.slot not in words:
            for option in item.options:
                if len(option) > 1 and option[-1] == _OF and (() in item.options or _has_article(option)):
                    yield (*tree[:at], *option, *tree[at + 1 :])
                    if () in item.options and at:
                        yield (*tree[:at], *tree[at + 1 :])


def _has_article(option: Sequence) -> bool:
    """Whether a noun stands in it, behind a `the`: the collection of somebody, and not `pulls out of`."""
    return any(item == Word("the") or (isinstance(item, Choice) and (Word("the"),) in item.options) for item in option)


@lru_cache(maxsize=1 << 15)
def split(tree: Sequence) -> Sequence:
    """Each word by itself, as texts are cut; what is always left out is left out.

    A phrase is cut for its machines, for what it asks for and for what it lends: once is enough.
    """
    return _split(tree)


def _split(tree: Sequence) -> Sequence:
    if len(tree) == 1 and isinstance(tree[0], Word):
        return _split_word(tree[0].text)
    found: list[Item] = []
    for item in tree:
        match item:
            case Word(text):
                found.extend(map(word_of, words_of(text)))
            case Choice(options):
                found.append(Choice(tuple(map(_split, options))))
            case Adjunct(inner):
                found.append(Adjunct(_split(inner)))
            case _:
                found.append(item)
    return tuple(_without_helpers(_kinds_of_naming(found)))


@lru_cache(maxsize=1 << 14)
def _split_word(text: str) -> Sequence:
    """Most of what stands in a choice is one word, and often the same."""
    return tuple(_without_helpers(list(map(word_of, words_of(text)))))


def _adjoined(tree: Sequence, fields: frozenset[str]) -> Sequence:
    """`in {x}` at the end, and `in the {field} field`, as what may stand elsewhere."""
    items = [_field_in(item, fields) for item in tree]
    for at, (one, other) in enumerate(pairwise(tuple(items))):
        if not (_is_where(one) and isinstance(other, SlotRef)):
            continue
        after = items[at + 2] if at + 2 < len(items) else None
        if other.slot in fields:
            is_noun = isinstance(after, Word) and after.text in _FIELD_NOUNS
            return (*items[:at], Adjunct((_field(one, other),)), *items[at + 2 + is_noun :])
        if after is None:
            has_words = any(map(_is_needed, items[:at]))
            if isinstance(one, Choice) and not has_words:
                continue
            return (*items[:at], Adjunct((_somewhere(one, other),) if has_words else (one, other)))
    return tuple(items)


def _is_needed(item: Item) -> bool:
    """Whether it is a word that a phrase cannot do without."""
    return isinstance(item, Word | ClassRef) or (isinstance(item, Choice) and () not in item.options)


def _is_where(item: Item) -> bool:
    """Whether it is an `in`, or a choice of words with an `in`: `(in|at)`."""
    if isinstance(item, Choice):
        words = {option[0].text for option in item.options if len(option) == 1 and isinstance(option[0], Word)}
        return len(words) == len(item.options) and "in" in words and words <= _WHERE | {"at", "on", "of"}
    return isinstance(item, Word) and item.text in _WHERE


def _field_in(item: Item, fields: frozenset[str]) -> Item:
    """`<in the {field} field>` as what may be an adverb."""
    if not isinstance(item, Adjunct) or len(item.inner) not in (2, 3):
        return item
    one, slot, *noun = item.inner
    is_place = isinstance(one, Word) and one.text in _WHERE and isinstance(slot, SlotRef) and slot.slot not in fields
    if is_place and isinstance(slot, SlotRef) and not noun:
        return Adjunct((_somewhere(one, slot),))
    is_noun = all(isinstance(word, Word) and word.text in _FIELD_NOUNS for word in noun)
    is_field = isinstance(slot, SlotRef) and slot.slot in fields and isinstance(one, Word) and one.text in _WHERE
    if is_field and is_noun and isinstance(slot, SlotRef):
        return Adjunct((_field(one, slot),))
    return item


def _passive(tree: Sequence, suffered: frozenset[Sequence]) -> Iterator[Sequence]:
    """`{a} backs {b}` as `{b} is backed by {a}`: forms of be are left out anyway; what is `suffered` is so already."""
    if (
        len(tree) < 3
        or not isinstance(tree[0], SlotRef)
        or not isinstance(tree[2], SlotRef)
        or not nouns.is_noun(tree[1])
    ):
        return
    actor, verb, other, *rest = tree
    if isinstance(verb, Choice):
        verb = Choice(tuple(option for option in verb.options if option not in suffered))
    if (verb,) in suffered or verb == Choice(()):
        return
    verb = _done(verb) or verb
    yield (other, verb, Word("by"), actor, *rest)
    if rest:
        yield (other, verb, *rest, Word("by"), actor)


def _does_it(tree: Sequence, suffered: frozenset[Sequence]) -> Iterator[Sequence]:
    """`{a} is hit by a strike of {b}` as `a strike of {b} hits {a}`: what somebody suffers from something that another does."""
    if len(tree) < _LEAST_OF_OBJECT or not isinstance(whom := tree[0], SlotRef) or tree[2] != Word("by"):
        return
    thing = tuple(item for item in tree[3:] if not isinstance(item, Choice) or any(item.options))
    is_thing = len(thing) > 2 and isinstance(thing[-1], SlotRef) and all(map(nouns.is_noun, thing[:-2]))
    done = (option for option in nouns.options_of(tree[1]) if option in suffered and len(option) == 1)
    does = tuple((word_of(verb),) for option in done if (verb := _present(option[0])))
    if is_thing and does and _is_whose(thing[-2]):
        yield (*thing, Choice(does), whom)


def _is_whose(link: Item) -> bool:
    return all(option in ((_OF,), (Word("by"),), (Word("from"),)) for option in nouns.options_of(link))


def _present(done: Item) -> str:
    """What does what a participle says is done: `hits`."""
    first = first_of_past(done.text) if isinstance(done, Word) else ""
    return inflected(first, Form.THIRD) if first else ""


def _part_of_its(tree: Sequence, counts: frozenset[str]) -> Iterator[Sequence]:
    """`{x} buys {n} of its parts in {y}` as `{n} of {x} parts is bought in {y}`, and of the parts of {x}."""
    if len(tree) < 6 or not (isinstance(who := tree[0], SlotRef) and isinstance(part := tree[2], SlotRef)):
        return
    verb, of, its = tree[1], tree[3], tree[4]
    is_part = part.slot in counts and of == Word("of") and isinstance(its, Choice) and its.options[:-1] == _ITS
    if not is_part or not nouns.is_noun(verb):
        return
    end = next((at for at in range(5, len(tree)) if not nouns.is_noun(tree[at])), len(tree))
    done = _done(verb)
    if end > 5 and done is not None:
        yield (part, of, who, *tree[5:end], done, *tree[end:])
        yield (part, of, *tree[5:end], of, who, done, *tree[end:])


def _its_is_done(tree: Sequence) -> Iterator[Sequence]:
    """`{a} sells its ore to {b}` as `the ore of {a} is sold to {b}`, and `{a}'s ore`."""
    if len(tree) < _LEAST_OF_ITS or not isinstance(who := tree[0], SlotRef):
        return
    verb, its = tree[1], tree[2]
    if not (words := frozenset(words_in((its,)))) or not words <= _OWN or not nouns.is_noun(verb):
        return
    end = next((at for at in range(3, len(tree)) if not nouns.is_noun(tree[at])), len(tree))
    done = _done(verb)
    if end > 3 and done is not None and end < len(tree):
        yield (*tree[3:end], Choice(((_OF,), (Word("from"),))), who, done, *tree[end:])
        yield (who, *tree[3:end], done, *tree[end:])


def _object_done(tree: Sequence) -> Iterator[Sequence]:
    """`{a} served notice on {b}` as `notice was served on {b} by {a}`, `notice was served by {a} on {b}`."""
    if len(tree) < _LEAST_OF_OBJECT or not isinstance(who := tree[0], SlotRef) or not nouns.is_noun(tree[1]):
        return
    end = next((at for at in range(2, len(tree)) if not nouns.is_noun(tree[at])), len(tree))
    done = _done(tree[1])
    link = tree[end] if end < len(tree) else None
    if done is None or not 2 < end <= len(tree) - 2 or not isinstance(tree[end + 1], SlotRef):
        return
    if isinstance(link, Choice) and (_OF,) in link.options and all(map(nouns.is_preposition, link.options)):
        yield (
            *tree[2 : end + 2],
            done,
            Word("by"),
            who,
            *tree[end + 2 :],
        )  # `the offer (of|by) {b} was rejected by {a}`
    elif isinstance(link, Word | Choice) and all(map(_is_link, nouns.options_of(link))):
        yield (*tree[2:end], done, *tree[end:], Word("by"), who)
        yield (*tree[2:end], done, Word("by"), who, *tree[end:])


def _is_link(option: Sequence) -> bool:
    return len(option) == 1 and isinstance(option[0], Word) and option[0].text in PREPOSITIONS - {"by", "of"}


def _done(verb: Item) -> Choice | None:
    """What is done where somebody does something: `(buys|pays for)` as `(bought|paid for)`."""
    options = verb.options if isinstance(verb, Choice) else ((verb,),)
    done = tuple(
        (word_of(participle), *option[1:])
        for option in options
        if option and isinstance(word := option[0], Word) and (participle := DEEDS.participle(word.text))
    )
    return Choice(done) if done else None


_ITS = tuple((Word(own),) for own in sorted(_OWN))


def _suffered(tree: Sequence) -> Iterator[Sequence]:
    """The participles behind a form of be, as they are when it is left out."""
    for at, item in enumerate(tree):
        if isinstance(item, Choice):
            yield from (_split(option) for option in item.options if option and _is_be(option[0]))
        if at and _is_be(tree[at - 1]):
            yield from (_split(option) for option in (item.options if isinstance(item, Choice) else ((item,),)))


def _is_be(item: Item) -> bool:
    return isinstance(item, Word) and item.text in english.BE


def _somewhere(preposition: Item, slot: SlotRef) -> Choice:
    """`in {x}`, or `there`."""
    return Choice(((preposition, slot), (SlotRef(slot.slot, THERE),)))


def _field(preposition: Item, slot: SlotRef) -> Choice:
    nouns = Choice((*(((Word(noun),)) for noun in sorted(_FIELD_NOUNS)), ()))
    return Choice(((preposition, slot, nouns), (slot,)))


def _without_helpers(items: list[Item]) -> Iterator[Item]:
    for at, item in enumerate(items):
        if isinstance(item, Word):
            after = items[at + 1] if at + 1 < len(items) else None
            helps = item.text in english.HAVE and _is_done(after)
            is_joined = item.text in english.FILLERS and _AND in (after, items[at - 1] if at else None)
            if (item.text in _DROPPED or helps) and not is_joined:
                continue  # but `now and again` says how often
            if item == _IT and at == len(items) - 1 and isinstance(items[0], SlotRef):
                yield Choice(
                    ((item,), (Word("them"),))
                )  # A says that it belongs to it, A and B that it belongs to them
                continue
            if item.text in _OWN:
                yield Choice((*((Word(own),) for own in sorted(_OWN)), ()))
                continue
        yield item


def _is_done(item: Item | None) -> bool:
    """Whether it is what somebody has done: `joined`, `(quit|entered)`."""
    options = item.options if isinstance(item, Choice) else ((item,),)
    firsts = [option[0] if option else None for option in options]
    return all(isinstance(one, Word) and (is_past_participle(one.text) or one.text in UNCHANGED) for one in firsts)


def _kinds_of_naming(items: list[Item]) -> list[Item]:
    """`people in {x}` and `the government of {x}` as slots that want to be named so."""
    found: list[Item] = []
    for item in items:
        if isinstance(item, SlotRef) and not item.kind and len(found) >= 2:
            noun, link = found[-2], found[-1]
            if isinstance(noun, Word) and isinstance(link, Word) and link.text in ("in", "of", "from"):
                kind = (
                    "people" if noun.text in english.PEOPLE_NOUNS else "gov" if noun.text in english.GOV_NOUNS else ""
                )
                alone = noun.text not in ("leader", "leaders", "side", "army", "troops", "military", "state")
                if kind and alone:
                    found[-2:] = [SlotRef(item.slot, kind)]
                    continue
        found.append(item)
    return found


def _placed(tree: Sequence) -> Iterator[Sequence]:
    """The tree with its adjuncts where they stand, and each at either end."""
    adjuncts = [at for at, item in enumerate(tree) if isinstance(item, Adjunct)]
    if not adjuncts:
        yield tree
        return
    yield _flat(tree)
    for at in adjuncts:
        item = tree[at]
        rest = _flat((*tree[:at], *tree[at + 1 :]))
        inner = item.inner if isinstance(item, Adjunct) else ()
        yield (_apart(inner), *rest)
        yield (*rest, _apart(inner))
    if len(adjuncts) == 2:
        one, two = (tree[at] for at in adjuncts)
        if isinstance(one, Adjunct) and isinstance(two, Adjunct):
            rest = tuple(item for item in tree if not isinstance(item, Adjunct))
            yield (*one.inner, *rest, *two.inner)
            yield (*two.inner, *rest, *one.inner)
            yield (*two.inner, *one.inner, *rest)
            yield (*rest, *two.inner, *one.inner)


def _apart(inner: Sequence) -> Item:
    """As one item: what it names and what stands beside it are no pair."""
    return inner[0] if len(inner) == 1 else Choice((inner,))


def _flat(tree: Sequence) -> Sequence:
    return tuple(part for item in tree for part in (item.inner if isinstance(item, Adjunct) else (item,)))
