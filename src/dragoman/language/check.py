"""What is wrong with phrases that can be read: they say too little, they say two things, or nobody can say a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.errors import Finding, Place
from dragoman.language.grammar.derive import PREPOSITIONS, REFLEXIVES, split
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.grammar.machine import Ent, Lit, Machine, Slot
from dragoman.language.grammar.notation import Adjunct, Choice, Sequence, SlotRef, Word, parse
from dragoman.language.grammar.phrases import Phrase, PhraseBook, items_in, words_in
from dragoman.language.words import english
from dragoman.language.words.tokens import words_of
from dragoman.rulebook.forms import FactType
from dragoman.rulebook.forms import Slot as KeySlot

_FILLERS = english.FILLERS - REFLEXIVES
_PASSED = _FILLERS | english.DO
_POINTING = english.PRONOUNS | english.BE | english.DO | {"this", "that", "these", "those", "one", "here"}
"""What names nothing by itself. `us` is not here: it is also a name."""
_BRACKET = re.compile(r"([\w'’-]*)([\[(])([^\[\](){}<>]*)[\])]([\w'’-]*)")
"""A bracket with none inside it, and the letters that touch it on either side."""
_SAYING_NOTHING = _POINTING | english.EMPTY


def check_phrases(grammar: Grammar, book: PhraseBook) -> Iterator[Finding]:
    """What is wrong with phrases: words that vanish, brackets that do nothing, two meanings; and what no phrase reaches.

    `book` is what the grammar was made of: it knows the place of every word.
    """
    yield from _vanishing(grammar)
    yield from _saying_less(grammar)
    yield from _leaving_out_a_denial(grammar)
    yield from _misled_brackets(grammar)
    yield from _colliding(grammar)
    yield from _unreached(grammar)
    yield from _empty_names(grammar, book)


def passed_over() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """All that a line may have or lack and says the same, each list with what it is, as authors read it."""
    return (
        ("Passed over in phrases and in lines", tuple(sorted(_FILLERS))),
        ("So are articles, and forms of be and do", tuple(sorted(english.ARTICLES | english.BE | english.DO))),
        ("Passed over in lines; a phrase that has one needs it", tuple(sorted({*english.FILLER_PHRASES, *REFLEXIVES}))),
        (
            "Passed over in lines where something is affirmed; a phrase that has one needs it",
            tuple(sorted(english.NARROWING - _FILLERS)),
        ),
    )


def _vanishing(grammar: Grammar) -> Iterator[Finding]:
    reached = {entry.phrase for entry in grammar.entries}
    for number, phrase in enumerate(grammar.book.phrases):
        if phrase.is_own and number not in reached:
            message = (
                f"'{phrase.text}' has no word that it cannot do without (articles, forms of be and do, and fillers do not "
                "count): it would take anything; add a word that people say"
            )
            yield Finding(phrase.place, "RB702", message)


def _saying_less(grammar: Grammar) -> Iterator[Finding]:
    """Phrases that end in a word that is passed over, or have one among alternatives, none of which is needed then."""
    for phrase in grammar.book.phrases:
        if not phrase.is_own:
            continue
        tree = parse(phrase.text)
        for item in items_in(tree):
            words = _passed_over(item) if isinstance(item, Choice) else ""
            if words:
                message = (
                    f"'{words}' is passed over wherever it stands, so that '{phrase.text}' takes a line without any of the "
                    "words that stand beside it; take it out, or write [ ] around what may be left out"
                )
                yield Finding(phrase.place, "RB705", message)
        if _negates(tree) and _only_denies(split(tree)):
            message = (
                f"'{phrase.text}' may be said with no more than its 'no' or 'not' (articles, forms of be and do, and fillers "
                "do not count): it would take any line that denies something; add a word that people say"
            )
            yield Finding(phrase.place, "RB705", message)
        last = tree[-1]
        if isinstance(last, Word) and last.text.lower() in _FILLERS:
            remedy = (
                "it does nothing here; take it out"
                if last.text.lower() in english.EMPTY
                else f"'{phrase.text}' takes a line without it, which says something else; say it in other words"
            )
            message = f"'{last.text}' is passed over wherever it stands, so that {remedy}"
            yield Finding(phrase.place, "RB705", message)


def _leaving_out_a_denial(grammar: Grammar) -> Iterator[Finding]:
    """Phrases with a choice of a `no` or nothing: they would take what they say and the contrary."""
    for phrase in grammar.book.phrases:
        if not phrase.is_own:
            continue
        for item in items_in(parse(phrase.text)):
            if isinstance(item, Choice) and (denial := _denial_or_nothing(item)):
                message = (
                    f"'{denial}' is one of several words of which the others say nothing, or may be left out, so that "
                    f"'{phrase.text}' takes a sentence and its denial; write it without a bracket"
                )
                yield Finding(phrase.place, "RB708", message)


def _denial_or_nothing(choice: Choice) -> str:
    """What denies among alternatives of which all others are articles and the like, or nothing at all."""
    options = [" ".join(words_in(option)) for option in choice.options]
    is_plain = [len(words_in(option)) == len(option) for option in choice.options]
    denials = [words for words, plain in zip(options, is_plain, strict=True) if plain and words in _DENIALS]
    others = [words for words in options if words not in denials]
    is_small = all(words in _SMALL for words in others)
    return denials[0] if denials and others and (is_small or "" in others) else ""


_DENIALS = frozenset({"no", "not", "never", "not any", "no longer", "without", "without any"})
_SMALL = english.ARTICLES | {"", "any", "some", "its", "their", "his", "her"}


def _misled_brackets(grammar: Grammar) -> Iterator[Finding]:
    """A bracket inside a word, as one writes on paper; and a choice of one, which is none, around what sounds optional.

    Around a verb or a noun a choice of one is merely no use, and has been written hundreds of times.
    """
    for phrase in grammar.book.phrases:
        if not phrase.is_own:
            continue
        for found in _BRACKET.finditer(phrase.text):
            before, bracket, inner, after = found.groups()
            if _touch(before, inner) or _touch(inner, after):
                options = [*([""] if bracket == "[" else []), *(one.strip() for one in inner.split("|"))]
                message = (
                    f"'{found.group()}' has a bracket inside a word, and what stands in one is a word of its own; write "
                    f"({'|'.join(f'{before}{one}{after}' for one in options)}), or put a space where a word ends"
                )
                yield Finding(phrase.place, "RB707", message)
        for item in items_in(parse(phrase.text)):
            if isinstance(item, Choice) and len(item.options) == 1 and _is_addition(item.options[0]):
                words = " ".join(words_in(item.options[0]))
                message = (
                    f"'({words})' leaves nothing to choose from, so that '{phrase.text}' must be said with it; write [{words}] if it "
                    "may be left out, else no bracket"
                )
                yield Finding(phrase.place, "RB707", message)


def _is_addition(tree: Sequence) -> bool:
    """Whether it is several plain words, the first of which says where, with what or of what: `on resistance`."""
    words = [item.text for item in tree if isinstance(item, Word)]
    return 1 < len(words) == len(tree) and words[0] in PREPOSITIONS


def _touch(one: str, other: str) -> bool:
    return one[-1:].isalnum() and other[:1].isalnum()


def _passed_over(choice: Choice) -> str:
    """The first alternative of which nothing is left, where something is needed; articles and forms of be are no words."""
    left = [(option, split(option)) for option in choice.options]
    if any(_may_be_empty(rest) for option, rest in left if rest or not option):
        return ""
    if not any(rest for _, rest in left):
        return ""
    gone = (" ".join(words_in(option)) for option, rest in left if not rest)
    return next((words for words in gone if not _PASSED.isdisjoint(words_of(words))), "")


def _negates(tree: Sequence) -> bool:
    return not english.NEGATORS.isdisjoint(words_in(tree))


def _only_denies(tree: Sequence) -> bool:
    """Whether a phrase can be said with nothing but slots and what denies."""
    return all(
        isinstance(item, SlotRef)
        or (isinstance(item, Word) and (item.text in english.NEGATORS or item.text in PREPOSITIONS))
        or (isinstance(item, Choice) and any(map(_only_denies, item.options)))
        or (isinstance(item, Adjunct) and _only_denies(item.inner))
        for item in tree
    )


def _may_be_empty(tree: Sequence) -> bool:
    return all(isinstance(item, Choice) and any(map(_may_be_empty, item.options)) for item in tree)


def _unreached(grammar: Grammar) -> Iterator[Finding]:
    """Only where somebody wrote phrases: a rulebook that has none is no less right."""
    if not any(phrase.is_own for phrase in grammar.book.phrases):
        return
    reached = {grammar.book.phrases[entry.phrase].fact for entry in grammar.entries}
    for fact in grammar.told.values():
        if fact.name not in reached:
            message = (
                f"no phrase reaches '{fact.name}': neither a file of phrases nor 'says' has a word of its own for it"
            )
            yield Finding(fact.place, "RB704", message)


def _empty_names(grammar: Grammar, book: PhraseBook) -> Iterator[Finding]:
    """Names of entities, and other words for those of a slot, that people say without a thought of either."""
    for entity in grammar.rulebook.entities.values():
        for alias in entity.aliases:
            if _is_empty(alias, _POINTING):
                yield _empty_name(alias, f"'{entity.name}'", "name", entity.place)
    for (slot, word, text), place in book.places.items():
        if _is_empty(text, _SAYING_NOTHING):
            yield _empty_name(text, f"the word '{word}'" + (f" of '{slot}'" if slot else ""), "word", place)


def _is_empty(text: str, words: frozenset[str]) -> bool:
    said = [word for word in words_of(text) if word not in english.ARTICLES]
    return len(said) <= 1 and words.issuperset(said)


def _empty_name(text: str, of: str, what: str, place: Place) -> Finding:
    message = f"'{text}' for {of} would be found wherever people say '{text.lower()}' of something else; choose another {what}"
    return Finding(place, "RB706", message)


def _colliding(grammar: Grammar) -> Iterator[Finding]:
    """Two phrases that take the same words and mean different facts; of the vocabulary's own none is at fault."""
    seen: dict[object, Phrase] = {}
    told: set[tuple[object, object]] = set()
    for number, phrase in sorted(enumerate(grammar.book.phrases), key=lambda pair: pair[1].is_own):
        fact = grammar.told[phrase.fact]
        for machine in grammar.machines(number):
            shape = _shape(fact, machine)
            first = seen.setdefault(shape, phrase)
            if _meaning(first, machine) == _meaning(phrase, machine) or not phrase.is_own:
                continue
            pair = (phrase.place, first.place)
            if pair not in told and first is not phrase:
                told.add(pair)
                what = f"'{first.fact}'" if first.fact != phrase.fact else "another fact of the same type"
                message = f"'{phrase.text}' is said of '{phrase.fact}' and of {what}: '{first.text}'"
                yield Finding(phrase.place, "RB703", message, (first.place,))


def _meaning(phrase: Phrase, machine: Machine) -> object:
    """The same for phrases that cannot be told apart to any harm."""
    slots = tuple(symbol.slot for edges in machine.edges for symbol, _ in edges if isinstance(symbol, Slot))
    return phrase.fact, phrase.holds, frozenset(phrase.fixed), slots


def _shape(fact: FactType, machine: Machine) -> object:
    """A machine with what its slots take in place of their names."""
    slots = {slot.name: slot for slot in fact.slots}

    def of(symbol: Lit | Ent | Slot) -> object:
        if isinstance(symbol, Lit):
            return symbol.stems, symbol.is_ing
        if not isinstance(symbol, Slot):
            return symbol
        slot = slots[symbol.slot]
        takes = (slot.types or slot.words) if isinstance(slot, KeySlot) else slot.kind
        return takes if not isinstance(takes, tuple) else (takes, symbol.kind)

    return tuple(tuple((of(symbol), to) for symbol, to in edges) for edges in machine.edges), machine.accepting
