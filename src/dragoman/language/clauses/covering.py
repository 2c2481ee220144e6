"""A clause whose words are all those of one phrase, in another order.

`Debt relief has been requested by Kyrgyzstan from China`: no phrase has its words in this order, and yet there is only
one thing that it can say. So much must be so: the phrase has all its words there, and no word is left that it does not
have (their order: :mod:`dragoman.language.clauses.ordered`); nothing negates or doubts; and everybody who is named stands in a slot
in the role that the phrase gives (:mod:`dragoman.language.clauses.roles`). No phrase lends another a word: `China
closes a border` would say what `close neighbours` say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from collections.abc import Sequence as Several
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from dragoman.language.clauses.match import Bound, Hit, Matcher
from dragoman.language.clauses.ordered import is_in_order
from dragoman.language.clauses.parted_words import is_joined_otherwise
from dragoman.language.clauses.roles import Named, Roles
from dragoman.language.clauses.sheets import BEFORE, PARTICLES, Sheet, Sheets
from dragoman.language.clauses.things import is_behind_slot, is_thing, turns_round
from dragoman.language.clauses.transitive import MAKING, NOT_YET, has_object, is_told_apart
from dragoman.language.clauses.weighed import weighs_its_own
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.written import written_for
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.words import english
from dragoman.language.words.effects import Effect, Mark
from dragoman.language.words.stems import is_past_participle, stem
from dragoman.language.words.tokens import words_of
from dragoman.rulebook.forms import FactType, Slot, ValueSlot
from dragoman.values.entity import Entities
from dragoman.values.enumeration import Enumeration

COST, EXTRA = 1.2, 0.06
"""What such a clause costs beside one that a phrase takes as it stands, and each word that stands for one of its own."""
_LEAST, _MOST = 3, 24
"""Tokens of such a clause."""
_MOST_OTHERS = 1
"""So many words may stand for its own where a phrase says what somebody does with another."""
_SILENT = frozenset(
    {Effect.NONE, Effect.HEDGES, Effect.REPORTED, Effect.PAST, Effect.NARROWS, Effect.BYGONE, Effect.DECIDED}
)
_LIGHT = english.LIGHT_WORDS | english.ARTICLES | english.BE | english.DO | english.HAVE
_ENDS = frozenset(
    {
        "but",
        "while",
        "whereas",
        "although",
        "though",
        "because",
        "so",
        "or",
        "nor",
        "if",
        "unless",
        ";",
        ":",
        "(",
        ")",
        '"',
    }
)
_INSTEAD = frozenset({"rather", "instead", "before", "above", "below"})
"""Words on whose sides two things stand that must not change places."""
_ENDING = frozenset({"over", "down", "off", "out", "away", "under", "behind"})
"""What is a preposition elsewhere, and says that something ends where a clause does."""
_PARTS = re.compile(r"[|()\[\]{}]")
_STRANDED = frozenset({"by"})
_OF_MANY_SENSES = frozenset(
    english.lines(
        "get | gets | got | take | takes | took | keep | keeps | kept | break | breaks | broke"
        "| turn | turns | turned | run | runs | ran | stand | stands | stood | put | puts | pass | passes | passed | make | makes | made"
        "| set | sets | look | looks | looked | play | plays | played | hold | holds | held | bring | brings | brought | fall | falls | fell"
    )
)
"""Verbs that each preposition makes something else of."""
_MOVING, _WHERE = frozenset({"come", "comes", "came", "go", "goes", "went"}), frozenset({"to", "with"})
"""Light words that say something before these: who comes to a base need not have one."""
_ABOUT = frozenset({"against", "for", "of", "from", "about", "before", "after", "without", "over", "off", "despite"})
"""Prepositions before what one speaks of, and does not do."""
_AGAINST = frozenset({"against", "before", "after", "despite"})
"""Those of them that make of a whole line what somebody is against, or what came before or after something."""
_FIRST_FORMS = frozenset(
    {"become", "remain", "stay", "make", "take", "put", "get", "come", "go", "keep", "exist", "suffer"}
)
_LACKING = frozenset({"of", "from"})
"""What says of how something is what it has none of: `free of traffic` is not free to traffic."""
_SEVERAL = ("one of", "among its", "among [its]", "among (its", "among the", "among [the]")
_ONE_OF = tuple(tuple(words.split()) for words in ("one of", "among", "amongst"))
_SHORT, _ROOT = 2, 5
_OPTIONAL = re.compile(r"\[[^\[\]]*\]|\([^()]*\)")
_BEFORE = frozenset({"it", "they", "he", "she", "before", "ever"})


class _Taken(NamedTuple):
    """The tokens of a clause, sorted by what they are."""

    mentions: tuple[Named, ...] = ()
    """Each with its preposition and its place."""
    words: tuple[Bound, ...] = ()
    figures: tuple[Bound, ...] = ()
    marks: tuple[tuple[int, Mark], ...] = ()
    extra: int = 0


class Coverer:
    """Looks for such clauses in one sentence."""

    def __init__(self, line: Line, matcher: Matcher) -> None:
        self.line, self.matcher, self.grammar = line, matcher, line.grammar
        self.sheets = Sheets.of(line.grammar)
        self.asked = self.sheets.asked

    def hits(self, start: int, end: int) -> Iterator[tuple[int, Hit]]:
        """The numbers of the phrases that cover the part of the sentence, and how."""
        let = self.line.let_through(start, end)
        if not let or self._judges(start, end):
            return
        near = self.asked.phrases_there(self.line.stems(start, end, with_helpers=False), let)
        if not near:
            return
        named = self.asked.met(self._names(start, end))
        words = [self._asked_at[at] - named for at in range(start, end)]
        for number in near:
            hit = self.hit(number, start, end) if self.asked.has_enough(number, words, named) else None
            if hit is not None:
                yield number, hit

    def _names(self, start: int, end: int) -> set[int]:
        """Those who are named in a part of the sentence, as the needs of phrases have them."""
        line = self.line
        several = (m.names for at in range(start, end) for m in line.mentions[at] if m.end <= end)
        return self.grammar.index.numbers(f"={name}" for names in several for name in names)

    @cached_property
    def _asked_at(self) -> list[set[int]]:
        """What each token meets of what phrases ask for."""
        return [self.asked.met(self.line.stems(at, at + 1, with_helpers=False)) for at in range(len(self.line))]

    def ends(self, start: int) -> Iterator[int]:
        """Where a clause may end that begins there."""
        line = self.line
        for end in range(start + 1, min(len(line), start + _MOST) + 1):
            is_end = end == len(line) or line.is_cut(end)
            if is_end and end - start >= _LEAST:
                yield end
            if end < len(line) and line.texts[end] in _ENDS and not (line.widely and line.texts[end] == ":"):
                return

    def hit(self, number: int, start: int, end: int) -> Hit | None:
        """How a phrase covers a part of the sentence."""
        phrase, sheet = self.grammar.book.phrases[number], self.sheets.sheet(number)
        fact, texts = self.grammar.told[phrase.fact], self.line.texts[start:end]
        if ":" in phrase.text and ":" not in texts:
            return None  # a headline: what stands behind the colon is somebody's word
        if not _INSTEAD.isdisjoint(texts) or (self.sheets.is_strict(fact) and self._has_relative(start, end)):
            return None
        if weighs_its_own(self.line, sheet, phrase.text, start, end) or _is_compared_otherwise(texts, phrase.text):
            return None
        if self._has_a_no_of_one_way(sheet, start, end) or turns_round(self.line, sheet, start, end):
            return None
        if any(start <= at < end for at in self._ones_of) and not any(words in phrase.text for words in _SEVERAL):
            return None
        self.matcher.pool = self.grammar.pool(number)
        taken = self._taken(fact, sheet, start, end)
        if taken is None or not _is_plain(taken):
            return None
        if taken.extra > _MOST_OTHERS and len(taken.mentions) > 1 and not fact.symmetric_names:
            return None
        own_met, suffered = self._own_met(number, start, end), self.asked.suffered(number) & sheet.suffered
        bound = self._bound(fact, sheet, taken, own_met, suffered)
        if (
            bound is None
            or not is_in_order(self.line, sheet, start, end, bound)
            or self._leaves_behind(sheet, bound, start, end)
        ):
            return None
        is_doubtful = is_joined_otherwise(self.line, sheet, bound, start, end)
        return Hit(start, end, COST + EXTRA * taken.extra, bound, taken.marks, is_doubtful, end)

    def _leaves_behind(self, sheet: Sheet, bound: Several[Bound], start: int, end: int) -> bool:
        """Whether the preposition of a name stands alone and the name behind another: `in A it is B that they protest against`."""
        texts = self.line.texts
        alone = {
            texts[at] for at in range(start, end) if texts[at] in BEFORE and (at + 1 == end or texts[at + 1] in BEFORE)
        }
        slots = {slot for wanted, slot, _ in sheet.slots if not wanted.isdisjoint(alone)} if alone else set()
        named = [one for one in bound if one.slot in slots and one.mention is not None]
        return any(texts[max(0, one.start - 1)] in BEFORE - alone for one in named)

    def _has_a_no_of_one_way(self, sheet: Sheet, start: int, end: int) -> bool:
        """Whether a `not` is there that a phrase has only in some of its ways: `is not in favour of` beside `opposes`."""
        own = (
            self.line.literals[at] & sheet.words for at in range(start, end) if self.line.texts[at] in english.NEGATORS
        )
        return any(said and not any(need <= said for need in sheet.needs) for said in own)

    @cached_property
    def _ones_of(self) -> list[int]:
        """Where the first of something are made one of the first."""
        return [at for at in range(len(self.line)) if self._is_one_of(at)]

    def _is_one_of(self, at: int) -> bool:
        """Whether it makes one of the first of the first: `one of the largest buyers`."""
        words = [text for text in self.line.texts[at : at + 4] if text not in english.ARTICLES]
        after = next((words[len(one) : len(one) + 1] for one in _ONE_OF if tuple(words[: len(one)]) == one), [])
        return any(one in english.RANKS or one.endswith("est") for one in after)

    def _judges(self, start: int, end: int) -> bool:
        """Whether it says how good or how important something would be: `it is important that ...`."""
        line = self.line
        that = (
            next((at for at in range(start, end) if line.texts[at] == "that"), end)
            if line.texts[start] == "it"
            else end
        )
        return (
            that < end
            and not any(line.mentions[at] for at in range(start + 1, that))
            and not any(mark.end > that for mark in line.marks[start])
        )

    def _own_met(self, number: int, start: int, end: int) -> Callable[[Several[Named]], bool]:
        """Whether a phrase has all its words if only some of those who are named may be the ones it names itself."""

        def is_met(own: Several[Named]) -> bool:
            words = self.line.stems(start, end, with_helpers=False) - self._names(start, end)
            stems = words | self.grammar.index.numbers(f"={name}" for _, _, m in own for name in m.names)
            return self.asked.is_met(number, stems, self.asked.met(stems))

        return is_met

    def _has_relative(self, start: int, end: int) -> bool:
        """Whether somebody does something of what is spoken of, last of all: `the money that China lacks`."""
        line = self.line
        return any(
            line.texts[at] in english.RELATIVE and any(end - m.end <= _SHORT for m in line.mentions[at + 1])
            for at in range(start, end - 1)
        )

    def _taken(self, fact: FactType, sheet: Sheet, start: int, end: int) -> _Taken | None:
        """What each token is; None if one is nothing."""
        valued = {slot for _, slot, _ in sheet.slots}
        slots = [slot for slot in fact.slots if slot.name in valued]
        at, taken = start, _Taken()
        while at < end:
            if self._is_loud(sheet, at, end) or self._is_turned(sheet, at):
                return None
            step = self._valued(sheet, slots, taken, at, start, end) or self._word(sheet, taken, at, start, end)
            if step is None:
                return None
            at, taken = step
        return taken

    def _valued(
        self, sheet: Sheet, slots: Several[Slot | ValueSlot], taken: _Taken, at: int, start: int, end: int
    ) -> tuple[int, _Taken] | None:
        """The token as somebody who takes part, a figure, or the word of a slot; with where it ends."""
        mention = self._mention(sheet, slots, at, end)
        if mention is not None:
            one = (self._preposition(at, start, mention), at, mention)
            return mention.end, taken._replace(mentions=(*taken.mentions, one))
        figure = self._figure(slots, at, end)
        if figure is not None:
            return figure.end, taken._replace(figures=(*taken.figures, figure))
        spoken = self._spoken(slots, at, end)
        if spoken is None:
            return None
        is_own = spoken.end == at + 1 and not self.line.literals[at].isdisjoint(sheet.words)
        if is_own and any(one.slot == spoken.slot for one in taken.words):
            return None
        return spoken.end, taken._replace(words=(*taken.words, spoken))

    def _word(self, sheet: Sheet, taken: _Taken, at: int, start: int, end: int) -> tuple[int, _Taken] | None:
        """The token as a word of the phrase, or one that can stand for it, or as one that says nothing."""
        line, text = self.line, self.line.texts[at]
        if text[:1].isdigit() and line.figures[at] is not None:
            return None
        if self._makes_another(sheet, at, start, end):
            return None
        if text in english.TURNING and sheet.turning.isdisjoint(self.line.hearable[at]):
            return None
        if text == "to" and (self._is_own_verb(sheet, at + 1, end) or self._is_light_verb(sheet, at + 1, end)):
            return None
        if text in NOT_YET and line.literals[at].isdisjoint(sheet.words):
            return None
        own = line.literals[at] & sheet.words
        if own and has_object(self.line, at) and own <= sheet.with_link:
            return None
        if own and text not in PREPOSITIONS and self._is_only_spoken_of(sheet, own, at, start):
            return None
        if (
            own
            and not is_thing(line, sheet, at, start)
            and (own - sheet.with_particle or (at + 1 < len(line) and line.texts[at + 1] in PARTICLES))
        ):
            return at + 1, taken
        near, meant = next(
            ((e, ring) for e, ring in line.near[at] if e <= end and self._stands_for(sheet, ring, at, e)),
            (0, frozenset[str]()),
        )
        if (own or near) and is_thing(line, sheet, at, start):
            return None
        if near and text not in PREPOSITIONS and self._is_only_spoken_of(sheet, meant & sheet.words, at, start):
            return None
        if near:
            is_its_noun = near == at + 1 and any(text.startswith(one[:_ROOT]) for one in meant & sheet.plain)
            return near, taken if is_its_noun else taken._replace(extra=taken.extra + 1)
        if text in _ENDING and at + 1 == end:
            return None
        if (
            text in _LACKING
            and taken.words
            and taken.words[-1].end == at
            and not _has_behind(sheet, taken.words[-1], text)
        ):
            return None
        apart = self.matcher.pool.apart
        mark = self._mark(at, start, end)
        if mark is not None:
            marks = taken.marks if mark.effect is Effect.NONE and not mark.says else (*taken.marks, (at, mark))
            return mark.end, taken._replace(marks=marks)
        if text == "to" and self._is_verb(at + 1, end):
            return None
        if text in _MOVING and at + 1 < len(line) and line.texts[at + 1] in _WHERE:
            return None
        if (text in MAKING and has_object(self.line, at)) or (
            text in english.RELATIVE and is_told_apart(self.line, at, start)
        ):
            return None
        is_light = text in _LIGHT or text in PREPOSITIONS or text in ("'s", ":")
        return (at + 1, taken) if is_light and text not in apart else None

    def _makes_another(self, sheet: Sheet, at: int, start: int, end: int) -> bool:
        """Whether it makes another verb of the one before it, which has none such in the phrase: `gets at`, `takes to`, `passes them by`."""
        text, verb = self.line.texts[at], self.line.texts[at - 1] if at > start else ""
        if text in _STRANDED and at + 1 == end and self.line.literals[at].isdisjoint(sheet.words):
            return True
        if text not in PREPOSITIONS | PARTICLES or verb not in _OF_MANY_SENSES:
            return False
        if any(stop > at for stop, _ in self.line.near[at - 1]):
            return False
        phrase = self.grammar.book.phrases[sheet.number].text
        if "@" in phrase:
            return False  # a class may have both
        parts = [words_of(part) for part in _PARTS.split(phrase)]
        said = {stem(verb)}
        has_both = any(text in part and not said.isdisjoint(map(stem, part)) for part in parts)
        is_led = any(part and stem(part[-1]) in said for part in parts) and any(part[:1] == [text] for part in parts)
        return not (has_both or is_led)

    def _is_only_spoken_of(self, sheet: Sheet, own: frozenset[str], at: int, start: int) -> bool:
        """Whether what somebody does in the phrase is a thing that he is for or against here: `is against a strike`."""
        before = at - 1
        while before > start and self.line.texts[before] in english.ARTICLES:
            before -= 1
        link = self.line.texts[before]
        if link not in (_ABOUT if before == at - 1 else _ABOUT | {"to"}):
            return False
        if before == start and link in _AGAINST and link not in sheet.words:
            return True  # `against the boycott of A by B`
        places = [number for number, one in enumerate(sheet.said) if one.stems & own]
        if link == "of":  # `40 % of the debt of X`, where a phrase has `{x} [foreign] debt`
            return bool(places) and all(number and sheet.said[number - 1].slot for number in places)
        return bool(places) and all(number and is_behind_slot(sheet, number) for number in places)

    def _stands_for(self, sheet: Sheet, ring: frozenset[str], at: int, end: int) -> bool:
        """Whether what is said means what a word of the phrase does; one that needs the preposition behind it, only before that.

        `is in favour of X`, `is supported by X` backs X, and does not back onto it.
        """
        meant = ring & sheet.plain
        if meant <= sheet.with_link and (
            has_object(self.line, at) or self.line.texts[end : end + 1] in (["of"], ["by"])
        ):
            return False
        return bool(meant)

    def _is_own_verb(self, sheet: Sheet, at: int, end: int) -> bool:
        """Whether behind a `to` stands what somebody does in the phrase, where he does it: `X to lend Y`."""
        if not self._is_verb(at, end):
            return False
        said = self.line.hearable[at]
        places = [number for number, one in enumerate(sheet.said) if one.stems & said]
        return bool(places) and all("to" not in sheet.said[max(0, number - 1)].stems for number in places)

    def _is_light_verb(self, sheet: Sheet, at: int, end: int) -> bool:
        """Whether behind a `to` stands a verb that says little, and the phrase has no such `to`: `is asked to put`."""
        said = self.line.texts[at] if at < end else ""
        return said in _FIRST_FORMS and f"to {said}" not in self.grammar.book.phrases[sheet.number].text

    def _is_verb(self, at: int, end: int) -> bool:
        """Whether what is behind a `to` is what somebody does, for all that is known."""
        line = self.line
        is_noun = line.texts[at : at + 1] != [] and (
            line.texts[at] in english.ARTICLES | (english.LIGHT_WORDS - _FIRST_FORMS) | english.NARROWING
            or line.texts[at].endswith("ing")
        )
        return at < end and not is_noun and not line.mentions[at] and line.figures[at] is None

    def _is_turned(self, sheet: Sheet, at: int) -> bool:
        """Whether somebody does what in the phrase is done to somebody."""
        token = self.line.tokens[at]
        if not sheet.suffered:
            return False
        if is_past_participle(token.text) and at and self.line.texts[at - 1] in english.BE:
            return False
        is_active = not is_past_participle(token.text) or self._does(at)
        return is_active and not self.line.hearable[at].isdisjoint(sheet.suffered)

    def _does(self, at: int) -> bool:
        """Whether a name stands before what may be a participle, and nobody by whom it is done behind it."""
        is_named = any(m.end == at for several in self.line.mentions[max(0, at - 4) : at] for m in several)
        return is_named and "by" not in self.line.texts[at + 1 : at + 3]

    def _is_loud(self, sheet: Sheet, at: int, end: int) -> bool:
        """Whether something there negates or doubts that is no part of the phrase."""
        if self._denies(sheet, at):
            return False
        return any(
            mark.effect not in _SILENT
            and not (mark.effect is Effect.WITH_NEGATION and "not" in self.line.texts[:at])
            and any(sheet.words.isdisjoint(self.line.literals[one]) for one in range(at, mark.end))
            for mark in self.line.marks[at]
            if mark.end <= end
        )

    def _denies(self, sheet: Sheet, at: int) -> bool:
        """Whether it is the `not` of `does not`, a `no longer`, or the `no` of `there is no`, and the phrase itself has none."""
        texts, helpers = self.line.texts, english.BE | english.DO | english.HAVE
        is_not = texts[at] == "not" and at > 0 and texts[at - 1] in helpers
        is_no_longer = texts[at : at + 2] == ["no", "longer"]
        is_none = texts[at] == "no" and self._is_none_there(sheet, at)
        return (is_not or is_no_longer or is_none) and sheet.words.isdisjoint(english.NEGATORS)

    def _is_none_there(self, sheet: Sheet, at: int) -> bool:
        """Whether a `there is` stands before a `no`, and behind it a word of the phrase: of all that it says there is nothing."""
        before = "".join(self.line.texts[max(0, at - 2) : at - 1])
        is_there = before == "there" and self.line.texts[at - 1] in english.BE
        return is_there and at + 1 < len(self.line) and not self.line.hearable[at + 1].isdisjoint(sheet.words)

    def _mark(self, at: int, start: int, end: int) -> Mark | None:
        marks = [m for m in self.line.marks[at] if m.end <= end and (not m.at_start_only or at == start)]
        if not marks or any(self.line.texts[one] in self.matcher.pool.apart for one in range(at, marks[0].end)):
            return None
        return max(marks, key=lambda mark: mark.end)

    def _mention(self, sheet: Sheet, slots: Several[Slot | ValueSlot], at: int, end: int) -> Mention | None:
        for mention in self.line.mentions[at]:
            if mention.kind == PRONOUN or mention.end > end or mention.is_or or mention.excluded:
                continue
            is_named = sheet.names_together(mention.names)
            if is_named or any(self.matcher.takes(slot, mention) for slot in slots):
                return mention
        return None

    def _preposition(self, at: int, start: int, mention: Mention) -> str:
        """The preposition before a name, or the empty string."""
        here = at - 1
        while here >= start and (self.line.texts[here] in english.ARTICLES or self.line.texts[here] in ("both", "all")):
            here -= 1
        text = self.line.texts[here] if here >= start else ""
        is_of_its = text == "of" and self.line.texts[mention.end : mention.end + 1] == ["'s"]
        return text if text in BEFORE and not is_of_its else ""

    def _figure(self, slots: Several[Slot | ValueSlot], at: int, end: int) -> Bound | None:
        figure = self.line.figures[at]
        if figure is None or figure.end > end or (at and self.line.texts[at - 1] in ("by", "than", "from")):
            return None
        for slot in slots:
            written = written_for(slot.kind, figure, self.line.tokens) if isinstance(slot, ValueSlot) else None
            if written is not None and written.is_sure and written.end <= end:
                return Bound(slot.name, at, written.end, figure=written.text)
        return None

    def _spoken(self, slots: Several[Slot | ValueSlot], at: int, end: int) -> Bound | None:
        for slot in slots:
            if isinstance(slot.kind, Enumeration):
                for last, spoken, _ in self.matcher.said(slot.name, slot.kind, at):
                    if last > end:
                        continue
                    is_key = not isinstance(slot, ValueSlot)
                    other = self.matcher.next_word(slot.name, slot.kind, at, last) if is_key else None
                    if other is not None and other[0] <= end and other[1] != spoken.word:
                        return Bound(slot.name, at, other[0], words=(spoken.word, other[1]))
                    return Bound(slot.name, at, last, words=(spoken.word,))
        return None

    def _bound(
        self,
        fact: FactType,
        sheet: Sheet,
        taken: _Taken,
        is_met: Callable[[Several[Named]], bool],
        suffered: frozenset[str],
    ) -> tuple[Bound, ...] | None:
        """What stands in the slots of the phrase; None unless each is filled once and nobody is left."""
        slots = {slot.name: slot for slot in fact.slots}
        others = {name for _, name, _ in sheet.slots if name in slots and not isinstance(slots[name].kind, Entities)}
        filled = [one.slot for one in (*taken.words, *taken.figures)]
        if sorted(filled) != sorted(others):
            return None
        bound = Roles(self.line, self.matcher, fact, sheet, suffered).bound(taken.mentions, is_met)
        return None if bound is None else (*bound, *taken.words, *taken.figures)


def _is_compared_otherwise(texts: list[str], phrase: str) -> bool:
    """Whether it is more or less so than it was, or than nobody knows what, of which the phrase says nothing: `needs it less`."""
    if "than" not in texts:
        return " than " in _OPTIONAL.sub("", phrase)
    behind = "".join(texts[texts.index("than") + 1 :][:1])
    return behind in _BEFORE and f"than {behind}" not in phrase


def _has_behind(sheet: Sheet, spoken: Bound, text: str) -> bool:
    """Whether a phrase has a word right behind that slot itself."""
    return any(one.slot == spoken.slot and text in other.stems for one, other in pairwise(sheet.said))


def _is_plain(taken: _Taken) -> bool:
    """Whether what is denied is just what a phrase says: once, and of nothing more particular."""
    negations = sum(mark.effect in (Effect.NEGATES, Effect.NO_LONGER) for _, mark in taken.marks)
    is_narrow = any(mark.effect in (Effect.NARROWS, Effect.BYGONE) for _, mark in taken.marks)
    return not negations or (negations == 1 and not (taken.extra or taken.figures or is_narrow))
