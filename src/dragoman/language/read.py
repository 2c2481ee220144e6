"""A line of plain English, read against a rulebook.

    text --cleaned--> sentences --Line--> marks, mentions, figures --Cutter--> clauses --Teller--> facts or offers

Only what was said is told: what is asked, supposed, wished or quoted, and whatever is doubtful, is offered at most.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from dragoman.language.clauses.cutter import Cut
from dragoman.language.corrections.another_end import with_another_end
from dragoman.language.corrections.assured import assured
from dragoman.language.corrections.correct import corrected, names_the_old
from dragoman.language.corrections.fragments import fragment
from dragoman.language.corrections.replacing import replaced
from dragoman.language.corrections.reread import told_by
from dragoman.language.corrections.taken_back import names_nobody, withdrawn
from dragoman.language.corrections.within import (
    contradicted,
    gone_of,
    may_turn_back,
    only_regrets,
    without_regrets,
    written,
)
from dragoman.language.earlier.context import Context
from dragoman.language.ellipsis.answered import answer_of
from dragoman.language.forms import Intent, Offer, ReadFact, Reading
from dragoman.language.grammar.grammar import Grammar, grammar_of
from dragoman.language.heard import Hearing
from dragoman.language.intent.intents import imitates_commands, is_heap
from dragoman.language.intent.supposing import supposed_in
from dragoman.language.intent.tongue import is_foreign
from dragoman.language.line.line import Line
from dragoman.language.offering.offering import Offering
from dragoman.language.offering.runs import leans
from dragoman.language.offering.windows import Windows
from dragoman.language.parsed import TAKES_BACK, Parsed, states_something
from dragoman.language.parts import in_parts
from dragoman.language.stops import at_stops, sentences
from dragoman.language.telling.at_once import told_anew
from dragoman.language.telling.passed_over import passed_over
from dragoman.language.telling.teller import MOST_CHOICES, Teller, Told
from dragoman.language.whole import LONGEST_SENTENCE, cut_whole
from dragoman.language.words.tokens import cleaned, tokens_of
from dragoman.rulebook.forms import Rulebook


def read(text: str, rulebook: Rulebook, context: Sequence[str] = ()) -> Reading:
    """What `text` says; `context` are the lines before it, the oldest first.

    Raises:
        RulebookError: with all mistakes of the rulebook's phrases.
    """
    return Reader(grammar_of(rulebook)).read(text, context)


class Reader:
    """Reads lines against one grammar."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar, self.rulebook = grammar, grammar.rulebook

    def read(self, text: str, context: Sequence[str] = ()) -> Reading:
        """See :func:`read`."""
        before = Context()
        for line in context:
            before = self.after(line, before)
        return self.read_after(before, text)

    def read_after(self, before: Context, text: str) -> Reading:
        """What `text` says after the lines that left `before` behind."""
        text = cleaned(text)
        tokens = tokens_of(text)
        if (
            not any(token.is_word for token in tokens)
            or imitates_commands(text)
            or is_foreign(self.grammar, tokens)
            or is_heap([t.text for t in tokens])
        ):
            return Reading(Intent.OTHER, not_understood=(text.strip(),) if text.strip() else ())
        reading = self._assured(text, before)
        if reading is None and (answering := self._answering(text, before)) is not None:
            reading = answering.reading
        return _with_sources_as_typed(reading or _Line(self, text, before).reading(), text)

    def listen(self) -> Listening:
        """Ready for the first sentence of a text."""
        return Listening(self)

    def after(self, text: str, before: Context) -> Context:
        """What a line leaves behind for the next."""
        text = cleaned(text)
        if (again := self._assured(text, before)) is not None:
            facts = again.facts or before.latest
            return before._replace(told=(*facts[::-1], *before.told), latest=facts, is_asked=False)
        answering = self._answering(text, before)
        line, parsed = (answering.line, answering.parsed) if answering is not None else self._parsed(text, before)
        left = line.hearing.before
        if parsed:
            left = _with_the_last(left, parsed)
        if not any(one.intent in _TAKING for one in parsed) and not line.turns(parsed):
            return left
        reading = line.made_of(parsed)
        gone = gone_of(left.told, reading.withdrawn)
        facts = reading.facts[::-1] if reading.intent is Intent.CORRECT else ()
        told = tuple(dict.fromkeys((*facts, *(one for one in left.told if one not in gone))))
        latest = reading.facts if reading.intent is Intent.CORRECT else ()
        return left._replace(told=told, latest=latest, last=None if reading.withdrawn else left.last)

    def _assured(self, text: str, before: Context) -> Reading | None:
        """A line that only says how sure the last is, if it tells or supposes something so."""
        found = assured(self.grammar, text, before)
        return found if found is not None and (found.facts or found.supposed) else None

    def _parsed(self, text: str, before: Context) -> tuple[_Line, list[Parsed]]:
        line = _Line(self, text, before)
        return line, line.hearing.sentences(line.text)

    def _answering(self, text: str, before: Context) -> _Answering | None:
        """A line behind a question that it answers, read with that as one line; None if it answers none, or tells nothing so."""
        first = next(iter(at_stops(text)), None) if before.is_asked else None
        head = in_parts(first)[0] if first is not None else None
        if head is None or head.is_asked or answer_of(head.tokens) is None:
            return None
        line, parsed = self._parsed(f"{before.sentence}? {text}", before)
        reading = line.made_of(parsed)
        if reading.intent is not Intent.TELL or not reading.facts:
            return None
        span = text.strip()
        facts = (one if one.span in text else dataclasses.replace(one, span=span) for one in reading.facts)
        return _Answering(line, parsed, dataclasses.replace(reading, facts=tuple(facts)))


class _Answering(NamedTuple):
    """A question and its answer, as the one line that they make."""

    line: _Line
    parsed: list[Parsed]
    reading: Reading


def _with_the_last(left: Context, parsed: Sequence[Parsed]) -> Context:
    """With what the last sentence of a line is to the next line."""
    last = parsed[-1]
    return left._replace(
        sentence=last.sentence.text.strip(),
        latest=last.plain() if last.intent is Intent.TELL else (),
        is_asked=last.sentence.is_asked,
        is_ours=any(one.intent not in (Intent.OTHER, Intent.COMMAND, Intent.WITHDRAW) for one in parsed),
    )


class Listening:
    """Reads a text sentence by sentence; each is heard after those before it."""

    def __init__(self, reader: Reader) -> None:
        self.reader, self.before = reader, Context()

    def hear(self, text: str) -> tuple[Offer, ...]:
        """What a sentence may tell; nothing if it asks. An offer without a reason is what it tells outright."""
        text = cleaned(text)
        if imitates_commands(text) or is_foreign(self.reader.grammar, tokens_of(text)):
            return ()
        line = _Line(self.reader, text, self.before)
        windows = Windows.of(self.reader.grammar)
        for one in line.hearing.sentences(line.text):
            if not one.sentence.is_asked:
                line.tell(one, windows.offers)
        self.before = line.hearing.before
        plain = (Offer(fact.span, "", (fact,)) for fact in _once(line.facts))
        return (*plain, *line.offers)


class _Line:
    """One line on its way to a reading."""

    def __init__(self, reader: Reader, text: str, before: Context) -> None:
        self.reader, self.grammar, self.rulebook = reader, reader.grammar, reader.rulebook
        self.text, self.started = text, before
        self.hearing = Hearing(self.grammar, before)
        self.facts: list[ReadFact] = []
        self.offers: list[Offer] = []
        self.left: list[str] = []
        self.last: ReadFact | None = None
        """What the sentence before told, or else may tell."""

    def reading(self) -> Reading:
        return self.made_of(self.hearing.sentences(self.text))

    def turns(self, parsed: list[Parsed]) -> int:
        """At which sentence the line may put right, or take back, what stands before in it; 0 if at none."""
        return next(
            (
                at
                for at, one in enumerate(parsed)
                if at
                and not one.sentence.is_asked
                and not only_regrets(one.sentence.text)
                and (one.intent in _TAKING or may_turn_back(one.sentence.text))
                and (parsed[at - 1].told or written(parsed[at - 1].sentence.text))
            ),
            0,
        )

    def made_of(self, parsed: list[Parsed]) -> Reading:
        """What the line says, by its sentences."""
        at = self.turns(parsed)
        if at and (turned := self._turned(parsed[at - 1].sentence.text, parsed[at].sentence.start)) is not None:
            return turned
        intents = [one.intent for one in parsed]
        intent = _overall(intents)
        if intent in (Intent.TELL, Intent.OTHER, Intent.CORRECT) and (amended := self._amended(parsed)) is not None:
            return amended
        if intent is Intent.TELL:
            told = self._telling(parsed)
            again = corrected(self.grammar, self.text, self.started) if names_the_old(self.grammar, self.text) else told
            return again if again.facts and not told.facts else self._refused(told)
        if intent is Intent.CORRECT:
            return self._correcting(parsed)
        if intent is Intent.WITHDRAW:
            return Reading(intent, withdrawn=tuple(withdrawn(self.grammar, self.text, self.started)))
        if intent is Intent.WHAT_IF:
            return self._supposing()
        if intent in (Intent.WHY, Intent.WHY_NOT, Intent.SHOW):
            return Reading(intent, offered=tuple(self._noted(parsed)))
        if intent is Intent.OTHER and any(map(states_something, parsed)):
            return Reading(Intent.TELL, not_understood=(self.text.strip(),))
        return Reading(intent, not_understood=(self.text.strip(),) if intent is Intent.OTHER else ())

    def _refused(self, told: Reading) -> Reading:
        """What a line tells; in place of what the last one told, where it begins with a no to that: `no, B has it`."""
        gone = tuple(contradicted(self.started.told[:1], told.facts)) if may_turn_back(self.text) else ()
        return dataclasses.replace(told, intent=Intent.CORRECT, withdrawn=gone) if gone else told

    def _correcting(self, parsed: list[Parsed]) -> Reading:
        """What is told in place of something: by the line as a whole, or by the sentences of it that tell."""
        whole = corrected(self.grammar, without_regrets(self.text), self.started)
        facts = tuple(_once([fact for one in parsed if not one.cut.left_over for fact in one.plain()]))
        if whole.facts or len(parsed) < 2 or not facts:
            return whole
        return Reading(Intent.CORRECT, facts, tuple(replaced(self.grammar, facts, "")))

    def _turned(self, last: str, start: int) -> Reading | None:
        """The line up to a sentence that turns on it, and the rest as a line after that; None if nothing was told till there."""
        head, tail = self.text[:start], self.text[start:]
        before = self.reader.after(head, self.started)
        was = written(last)
        told = told_by(self.grammar, was, self.started) if was else ()
        noted = [fact for one in told if not one.reason for fact in one.facts]
        first = () if was else _Line(self.reader, head, self.started).reading().facts
        old = tuple(noted) or first
        if not old or written(tail):  # `..., I had it down as an observer`: what stands before is what is right
            return None
        before = before._replace(told=(*old[::-1], *self.started.told))
        second = _Line(self.reader, tail, before).reading()
        if not second.facts and (again := with_another_end(self.grammar, last, tail, old, self.started)) is not None:
            return again
        gone = gone_of(old, second.withdrawn)
        is_of_before = bool(gone_of(self.started.told, second.withdrawn))
        if second.intent is Intent.WITHDRAW and not (gone or is_of_before) and names_nobody(self.grammar, tail):
            gone = tuple(fact for fact in old if fact.span == old[-1].span)
        if not gone and second.facts and second.intent in (Intent.TELL, Intent.CORRECT):
            gone = tuple(contradicted(old, second.facts))
        is_taking = second.intent in _TAKING
        if second.facts and not gone and {fact.fact for fact in old}.isdisjoint(fact.fact for fact in second.facts):
            return None
        if not gone and not is_taking and (second.facts or not may_turn_back(tail)):
            return None
        intent = second.intent if is_taking else Intent.CORRECT  # of what it corrects it may be not clear to what
        kept = [fact for fact in first if fact not in gone]
        doubtful = () if gone or (intent is Intent.WITHDRAW and second.withdrawn) else tuple(kept)
        facts = _once([*(() if doubtful else kept), *second.facts])
        offers = (*(Offer(fact.span, TAKES_BACK, (fact,)) for fact in doubtful), *second.offered)
        return Reading(intent, tuple(facts), gone or second.withdrawn, (), offers, second.not_understood)

    def _amended(self, parsed: list[Parsed]) -> Reading | None:
        """The line as a fragment that puts right what was told before; None if it says something by itself."""
        if not self.started.told or any(one.plain() or one.sentence.is_asked for one in parsed):
            return None
        found = fragment(self.grammar, self.text, self.started.told)
        if found is None or found.adds or not found.is_plain:
            return None
        [one] = found.amendments
        return Reading(Intent.CORRECT, one.facts, (one.old,))

    # -- by intent

    def _telling(self, parsed: list[Parsed]) -> Reading:
        offering = Offering.of(self.grammar)
        for one in parsed:
            if one.intent is Intent.TELL:
                self.tell(one, offering.offers)
            elif one.intent is Intent.OTHER and self.last is not None and leans(one.line):
                self.offers.extend(offering.again(one.line, self.last))
        return Reading(Intent.TELL, tuple(_once(self.facts)), (), (), tuple(self.offers), tuple(self.left))

    def tell(self, one: Parsed, search: Callable[[Line, Cut, ReadFact | None], Iterable[Offer]]) -> None:
        """Note what a sentence tells, what it may tell, and what is left of it; `search` looks into that."""
        doubt, offers = one.doubt(), list[Offer]()
        if one.cut.left_over and len(one.line) <= LONGEST_SENTENCE:
            last = next((told.facts[-1] for told in reversed(one.told) if told.facts), None)
            last = self.last if last is None and leans(one.line) else last
            offers.extend(search(one.line, one.cut, last))
        for told in one.told:
            reason = told.reason or doubt or (TAKES_BACK if _is_said_anew(told, offers) else "")
            if told.facts and not reason:
                self._undo(told.facts, one)
                self.facts.extend(told.facts)
            elif told.facts:
                self.offers.append(Offer(told.span, reason, told.facts[:MOST_CHOICES]))
            else:
                self.left.append(told.span)
        if one.cut.left_over:
            self.left.append(" ".join(one.line.texts[at] for at in one.cut.left_over))
        if any(told.facts for told in one.told):
            parts = passed_over(one.line, one.sentence.tokens)
            self.left += [one.sentence.text[part[0].start : part[-1].end] for part in parts]
        self.offers.extend(offers)
        noted = [fact for told in one.told for fact in told.facts] or [
            fact for o in self.offers for fact in o.choices[:1]
        ]
        self.last = noted[-1] if noted else self.last

    def _undo(self, facts: Sequence[ReadFact], one: Parsed) -> None:
        """Only offer what was told before, if a sentence tells the contrary: `it is unsafe. It is safe now`."""
        for old in told_anew(self.rulebook, self.facts, facts):
            if old.span not in one.sentence.text:
                self.facts.remove(old)
                self.offers.append(Offer(old.span, TAKES_BACK, (old,)))

    def _supposing(self) -> Reading:
        """What is to be supposed; a hedge or a modal around it says nothing of it."""
        facts: list[ReadFact] = []
        supposed = supposed_in(self.text)
        for one in sentences(supposed):
            line, cut = cut_whole(self.grammar, one.text, one.tokens, self.started)
            told = Teller(self.rulebook, self.grammar.book.events, line).told(cut)
            facts += [fact for each in told for fact in each.facts]
            if cut.left_over:
                self.offers += Offering.of(self.grammar).offers(line, cut)
        found = Reading(Intent.WHAT_IF, supposed=tuple(_once(facts)), offered=tuple(self.offers))
        return found if supposed in self.text else _spanning(found, self.text.strip())

    def _noted(self, parsed: list[Parsed]) -> Iterator[Offer]:
        """What stands in a question, to be noted if the one who asks wants it."""
        for one in parsed:
            for told in one.told:
                if told.facts and one.intent is not Intent.SHOW:
                    yield Offer(told.span, "it stands in a question", told.facts[:MOST_CHOICES])


_TAKING = (Intent.CORRECT, Intent.WITHDRAW)


def _is_said_anew(told: Told, offers: Sequence[Offer]) -> bool:
    """Whether the rest of a sentence may say something else of what is told: `A has a base and is giving it up`."""
    likeliest = [offer.choices[0] for offer in offers if offer.choices]
    return any(one.fact == fact.fact and one.meaning != fact.meaning for one in likeliest for fact in told.facts)


def _overall(intents: list[Intent]) -> Intent:
    """That of the line: a question or an order goes before what is told beside it, unless it is told first and last."""
    order = (
        Intent.CORRECT, Intent.WHAT_IF, Intent.WITHDRAW, Intent.WHY_NOT, Intent.WHY, Intent.COMMAND, Intent.SHOW, Intent.TELL,
    )  # fmt: skip
    if (
        Intent.WITHDRAW in intents
        and Intent.TELL in intents
        and intents.index(Intent.TELL) < intents.index(Intent.WITHDRAW)
    ):
        return Intent.WITHDRAW
    return next((intent for intent in order if intent in intents), Intent.OTHER)


def _once(facts: list[ReadFact]) -> Iterator[ReadFact]:
    seen = set()
    for fact in facts:
        if fact.meaning not in seen:
            seen.add(fact.meaning)
            yield fact


def _spanning(reading: Reading, span: str) -> Reading:
    """The reading of a line that was put in another order to be read: its words are all of the line."""
    supposed = tuple(dataclasses.replace(fact, span=span) for fact in reading.supposed)
    offered = tuple(
        Offer(span, one.reason, tuple(dataclasses.replace(fact, span=span) for fact in one.choices))
        for one in reading.offered
    )
    return dataclasses.replace(reading, supposed=supposed, offered=offered)


def _with_sources_as_typed(reading: Reading, text: str) -> Reading:
    """The reading with the names of sources as they were typed: `AFP`, and not `afp`."""

    def typed(fact: ReadFact) -> ReadFact:
        if not fact.source:
            return fact
        words = r"[\s,]+".join(map(re.escape, fact.source.split()))
        found = re.search(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE)
        return dataclasses.replace(fact, source=found.group()) if found else fact

    def all_of(facts: tuple[ReadFact, ...]) -> tuple[ReadFact, ...]:
        return tuple(map(typed, facts))

    offered = tuple(dataclasses.replace(one, choices=all_of(one.choices)) for one in reading.offered)
    return dataclasses.replace(reading, facts=all_of(reading.facts), supposed=all_of(reading.supposed), offered=offered)
