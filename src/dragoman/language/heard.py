"""The sentences of a line, each heard after those before it: cut into clauses, and what these tell.

A sentence that leaves something out is heard with the one before it, one that nothing takes whole as the clauses that it joins.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from itertools import pairwise, zip_longest
from typing import NamedTuple

from dragoman.language.clauses.cutter import Cut
from dragoman.language.clauses.joined import behind_beside, denies, joined, may_join
from dragoman.language.clauses.leaning import in_full, leans
from dragoman.language.corrections.continued import stands_for_it, tail_at
from dragoman.language.corrections.fragments import fragment
from dragoman.language.earlier.context import Context
from dragoman.language.earlier.latter import resolved_text
from dragoman.language.ellipsis.answered import (
    Answer,
    added,
    answer_of,
    asked_of_another,
    asks_more,
    is_of_form,
    stated,
)
from dragoman.language.ellipsis.noted import (
    announces,
    answers,
    is_a_note,
    is_topic,
    leaves_choice,
    names_of,
    only_asks_of,
)
from dragoman.language.forms import Intent, ReadFact
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.intent import moods
from dragoman.language.intent.intents import Mood
from dragoman.language.line.framed import doubts, may_turn, only_puts_up, sets_apart, takes_itself_back, turns_all
from dragoman.language.line.framing import is_of_another_year, leaves_open
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.offering.found import Ranking
from dragoman.language.offering.offering import LEAST_UNNAMED, Offering
from dragoman.language.offering.runs import names_somebody
from dragoman.language.offering.search import Search
from dragoman.language.stops import Sentence, at_stops, part_of, under_names, without_asides
from dragoman.language.telling.at_once import said_at_once
from dragoman.language.telling.doubts import UNSURE
from dragoman.language.telling.scopes import asks, says_one_or_other
from dragoman.language.telling.teller import Teller, Told
from dragoman.language.whole import LONGEST_CUT, LONGEST_SENTENCE, cut_whole
from dragoman.language.words import english
from dragoman.language.words.cues import spaced
from dragoman.language.words.tokens import Token
from dragoman.rulebook.forms import Rulebook

TAKES_BACK = "what follows may take it back"
OF_ANOTHER = "it may say the same of another"
_LEAST_ABOUT = 0.1
"""What the search finds with more, of a sentence that names somebody, is what the sentence is about."""
_ABOUT_OTHERS = 0.145
"""The same where a word says that it speaks of sport, food, weather or the like, and two words of a phrase speak against that."""
_SURELY_ABOUT = 0.3
"""With more, it is so whatever else the sentence speaks of."""
_TAIL = re.compile(
    r"(?:,\s*)(?:right|no|correct|eh|huh|yes|isn't it|doesn't it|don't they|aren't they|hasn't it|is it|does it)\s*\?*\s*$",
    re.IGNORECASE,
)
_IRONY = re.compile(
    r"\b(?:lol|haha+|just kidding|jk|not!|yeah right|as if|/s|sarcasm|pigs fly|my foot|joking|kidding|oh sure|sure thing|sure (?:it|he|she|they) (?:is|are|does|do|has|have)\W*$|pull the other (?:one|leg)|tell me another|i am the (?:queen|king|pope|emperor) of|i'm the (?:queen|king|pope|emperor) of|satirists?|satirical|parody)(?:\b|$)",
    re.IGNORECASE,
)
_SCARE = re.compile(r'"[a-z]+" (?:the|a|an|its|their|of|in|on|with|over|to)\b')
"""A single word in quotes that what follows hangs on: who "leads" a club may not lead it."""
_QUOTED = re.compile(r"\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)")
_OF_WORDS = re.compile(
    r"\b(?:sentence|words|phrase|headline|quote|quotation|title|line|slogan|spelled|letters|translate|grammar|text)\b"
)
_LEAST_LEFT_OUT = 4
_LONGEST_ANSWER = 4
"""Tokens of what only answers a topic."""
_MOST_OF_A_GAP = 6
"""Words of a clause that leaves out what is so: `B does not`."""
_LEAVING_OUT = frozenset(
    (
        *((one, "own") for one in ("its", "their", "his", "her")),
        ("of", "it"),
        ("one", ""),
        ("one", "up"),
        ("one", "in"),
        ("one", "at"),
        ("one", "of"),
    )
)
"""What stands for something of the sentence before."""


class Parsed(NamedTuple):
    """A sentence with all that was found in it."""

    sentence: Sentence
    line: Line
    cut: Cut
    told: list[Told]
    found: Ranking
    intent: Intent
    rulebook: Rulebook
    doubted: str = ""
    """Why other sentences of the line make it doubtful, or empty."""

    @property
    def is_gap(self) -> bool:
        """Whether it only goes on from what was said before."""
        return bool(self.cut.pieces) and all(piece.is_gap for piece in self.cut.pieces)

    def plain(self) -> tuple[ReadFact, ...]:
        """What it tells beyond doubt."""
        return () if self.doubt() else tuple(fact for told in self.told if not told.reason for fact in told.facts)

    def doubt(self) -> str:
        """Why nothing of the sentence is told, or the empty string."""
        if len(self.line) > LONGEST_SENTENCE:
            return "the sentence is too long to be sure of it"
        if _IRONY.search(self.sentence.text):
            return "it may not be meant so"
        if self.sentence.is_asked or _TAIL.search(self.sentence.text) or asks(self.line):
            return "it is asked"
        quoted = re.findall(r'"([^"]*)"', self.sentence.text)
        if any(len(words.split()) > 3 for words in quoted) or self.sentence.text.count('"') % 2:
            return "it stands in quotes"
        if takes_itself_back(self.sentence.tokens):
            return TAKES_BACK
        if is_of_another_year(self.sentence.tokens, self.rulebook.report.date.year):
            return "it speaks of another time"
        if leaves_open(self.sentence.tokens, [piece.phrase.text for piece in self.cut.pieces]):
            return "it leaves open whether it is so"
        if _SCARE.search(self.sentence.text):
            return "it has a word in quotes, and may not mean it"
        if "(" in self.line.texts or "[" in self.line.texts:
            return "a part of it stands in brackets"
        return self.doubted or says_one_or_other(self.line.texts)


class Hearing:
    """Hears sentences, each after those before it."""

    def __init__(self, grammar: Grammar, before: Context) -> None:
        self.grammar, self.rulebook, self.before = grammar, grammar.rulebook, before
        """What was heard leaves behind for the next."""
        self.text = ""
        self._asked: list[Token] = []
        """What was asked last and answered by who asked it."""

    def sentences(self, text: str) -> list[Parsed]:
        """Those of a line."""
        self.text = text
        lexicon = self.grammar.lexicon
        wholes = under_names(lexicon, self.text, at_stops(self.text))
        parts = [_with_its_tail(one) for one in wholes]
        several = [part for each in parts for part in each]
        of_tail = {
            each[1].start: one for one, each in zip(wholes, parts, strict=True) if len(each) > 1 and tail_at(one.text)
        }
        found: list[Parsed] = []
        frame, doubted = "", [one.text for one, after in pairwise(several) if doubts(after.tokens)]
        doubted += [
            one.text
            for at, after in enumerate(several)
            if at > 1 and turns_all(lexicon, after.tokens)
            for one in several[:at]
        ]
        kept, before = _with_answers(several), self.before
        lent: tuple[ReadFact, ...] = ()
        for sentence, following in zip_longest(kept, kept[1:]):
            may_be_turned = following is not None and may_turn(lexicon, following.tokens)
            is_turned = may_be_turned or sentence.text in doubted
            started = self.before
            one = self._parsed(sentence, TAKES_BACK if is_turned else frame)
            if found and sentence.start in of_tail and not one.plain():
                self.before, started = before, before
                found.pop()
                one = self._parsed(of_tail[sentence.start], frame)
            if (
                found
                and found[-1].doubted == TAKES_BACK
                and not (one.plain() and _tells_something_else(found[-1], one))
            ):
                told = tuple(fact for fact in self.before.told if fact not in lent)
                self.before = self.before._replace(told=told, last=self.before.last if one.cut.pieces else None)
            lent = one._replace(doubted=frame).plain() if may_be_turned and sentence.text not in doubted else ()
            if (
                lent
            ):  # `in the economy it is the other way round` goes on from what `it is the other way round` would turn
                self.before = self.before._replace(told=(*reversed(lent), *self.before.told))
            if found and (one.cut.left_over or not one.plain()) and _goes_with_the_last(found[-1], one):
                one = self._with_the_last(found, one, before) or one
            elif found and one.intent is not Intent.WITHDRAW and _is_answered(found[-1], one):
                one = self._as_answered(found, one, before) or self._answered(found, one, before) or one
            elif found and found[-1].sentence.is_asked and one.intent is not Intent.WITHDRAW:
                one = self._answered(found, one, before) or one
            elif found and not one.plain() and found[-1].plain() and is_a_note(lexicon, sentence.tokens):
                one = self._of_the_last(found[-1], one, before) or one
            elif found and not one.plain() and found[-1].plain() and _may_lean(one):
                one = next(iter(self._leaning(one, found[-1].line, behind_beside(sentence.tokens), started)), one)
            found += (self._as_two(one, one.sentence.tokens, started) if _may_be_two(one) else []) or [one]
            before = started
            is_apart = sentence.is_open and sets_apart(sentence.tokens)
            if following is not None and (is_apart or only_puts_up(lexicon, sentence.tokens)):
                frame = "what stands before it may say that it is not so"
        for at in range(len(found) - 1):
            one, after = found[at], found[at + 1]
            if one.doubted == TAKES_BACK and one.sentence.text not in doubted and _tells_something_else(one, after):
                one = one._replace(doubted="")
            if one.intent is Intent.SHOW and _only_leads_to(one, after):
                one = one._replace(intent=Intent.TELL)
            if one.intent is Intent.TELL and not after.sentence.is_asked and (why := _goes_on(after)) is not None:
                after = after._replace(intent=Intent.TELL, doubted=why or after.doubted)
            found[at : at + 2] = [one, after]
        return found

    def _with_the_last(self, found: list[Parsed], one: Parsed, before: Context) -> Parsed | None:
        """A sentence with the one before it, of which it leaves something out, if it tells something only so.

        The one before is taken out of those that were found then.
        """
        last, after = found[-1], self.before
        start, end = last.sentence.start, one.sentence.start + len(one.sentence.text)
        text, shift = self.text[start:end], one.sentence.start - start
        stop = len(last.sentence.text)
        comma = Token(",", ",", stop, stop + 1, False)
        rest = (t._replace(start=t.start + shift, end=t.end + shift) for t in one.sentence.tokens)
        tokens = [*last.sentence.tokens, comma, *rest]
        self.before = before
        both = self._parsed(
            Sentence(text, tokens, one.sentence.is_asked, one.sentence.is_exclaimed, start), one.doubted
        )
        told = {fact.meaning for fact in both.plain()}
        if both.intent is not Intent.TELL or both.cut.left_over or not {fact.meaning for fact in last.plain()} < told:
            self.before = after
            return None
        found.pop()
        return both

    def _of_the_last(self, last: Parsed, one: Parsed, before: Context) -> Parsed | None:
        """A note that says nothing by itself, said of the only one in the note before it of whom it can be said."""
        start, end = last.sentence.start, one.sentence.start + len(one.sentence.text)
        text, shift = self.text[start:end], one.sentence.start - start
        rest = [t._replace(start=t.start + shift, end=t.end + shift) for t in one.sentence.tokens]
        after, several = self.before, dict[tuple[object, ...], tuple[Parsed, Context]]()
        for name in names_of(last.line):
            self.before = before
            colon = name[-1]._replace(text=":", stem=":", is_word=False, is_capital=False)
            again = self._parsed(Sentence(text, [*name, colon, *rest], False, start=start), one.doubted)
            if again.plain() and not again.cut.left_over and again.intent is Intent.TELL:
                several[tuple(fact.meaning for fact in again.plain())] = again, self.before
        self.before = after
        if len(several) != 1:
            return None
        [(found, self.before)] = several.values()
        return found

    def _as_answered(self, found: list[Parsed], one: Parsed, before: Context) -> Parsed | None:
        """`Ties with X? Close.`, which somebody asks only to say it, as `Ties with X: close`; else None.

        The question is taken out of those that were found then.
        """
        last, after = found[-1], self.before
        start, end = last.sentence.start, one.sentence.start + len(one.sentence.text)
        shift = one.sentence.start - start
        stop = len(last.sentence.text)
        rest = (t._replace(start=t.start + shift, end=t.end + shift) for t in one.sentence.tokens)
        tokens = [*last.sentence.tokens, Token(":", ":", stop, stop + 1, False), *rest]
        self.before = before
        both = self._parsed(Sentence(self.text[start:end], tokens, False, start=start), one.doubted)
        if both.intent is not Intent.TELL or both.cut.left_over or not both.plain():
            self.before = after
            return None
        found.pop()
        return both

    def _answered(self, found: list[Parsed], one: Parsed, before: Context) -> Parsed | None:
        """A question and the answer that its writer gives himself, as what they then say; else None.

        The question is taken out of those that were found then. One that is answered by no more than that it may be so asks nothing.
        """
        last, after = found[-1], self.before
        said = None if one.sentence.is_asked else answer_of(one.sentence.tokens)
        if said is None or last.intent not in (Intent.SHOW, Intent.OTHER, Intent.WHY):
            return None
        if said is Answer.OPEN:
            found[-1] = last._replace(intent=Intent.TELL)
            return None
        if not self._asked and (again := self._of_another(found, one, said)) is not None:
            found.pop()
            return again
        start, end = last.sentence.start, one.sentence.start + len(one.sentence.text)
        text, shift = self.text[start:end], one.sentence.start - start
        answer = [t._replace(start=t.start + shift, end=t.end + shift) for t in one.sentence.tokens]
        several = dict[tuple[object, ...], tuple[Parsed, Context, list[Token]]]()
        for asked, statement in self._statements(found, last.sentence.tokens, answer, said):
            self.before = before
            line, cut = cut_whole(self.grammar, text, statement, before)
            if not cut.pieces or cut.left_over:
                continue
            both = self._parsed(Sentence(text, statement, False, start=start), one.doubted, (line, cut))
            if both.plain() and both.intent is Intent.TELL:
                both = _spanning(both, text.strip())
                left = before.after(line, cut, both.plain())
                several[tuple(fact.meaning for fact in both.plain())] = both, left, asked
        self.before = after
        if len(several) != 1:
            return None
        [(both, self.before, self._asked)] = several.values()
        found.pop()
        return both

    def _of_another(self, found: list[Parsed], one: Parsed, said: Answer) -> Parsed | None:
        """`A is in B. And C? No.`: of another the contrary of what was told before, or the same."""
        last = found[-1]
        more = asks_more(last.sentence.tokens) if len(found) > 1 and found[-2].plain() else []
        if not more or said not in (Answer.YES, Answer.NO) or not all(fact.holds for fact in found[-2].plain()):
            return None  # `A is not in B. And C? No.`: neither, or C is
        words = " ".join(token.text for token in more)
        told = fragment(self.grammar, f"not so {words}" if said is Answer.NO else f"{words} too", self.before.told)
        if told is None or not (told.adds and told.is_plain):
            return None
        span = self.text[last.sentence.start : one.sentence.start + len(one.sentence.text)].strip()
        facts = tuple(dataclasses.replace(fact, span=span) for fact in told.amendments[0].facts)
        both = one._replace(told=[Told(facts, "", span)], cut=one.cut._replace(left_over=()), intent=Intent.TELL)
        self.before = self.before.after(both.line, both.cut, facts)
        return both

    def _statements(
        self, found: list[Parsed], question: list[Token], answer: list[Token], said: Answer
    ) -> Iterator[tuple[list[Token], list[Token]]]:
        """What a question and its answer may say, each with the question in full."""
        lexicon = self.grammar.lexicon
        if is_of_form(question):
            yield from ((question, one) for one in stated(lexicon, question, answer, said))
        more = asks_more(question) if self._asked else []
        for asked in asked_of_another(lexicon, self._asked, more) if more else ():
            yield from ((asked, one) for one in stated(lexicon, asked, answer, said))
        if said is Answer.NAMED and len(found) > 1 and found[-2].plain():
            yield from ((question, one) for one in added(found[-2].sentence.tokens, question, answer))

    def _as_two(self, one: Parsed, tokens: list[Token], before: Context, on: Line | None = None) -> list[Parsed]:
        """The clauses that a sentence joins, each as a sentence, if all of them tell something and nothing is left; else none.

        `on` is the clause before them, on which the first may lean.
        """
        after, sentence = self.before, one.sentence
        line = Line(self.grammar, sentence.text, tokens, before.names)
        heads: dict[tuple[Token, ...], tuple[Parsed | None, Context]] = {}
        for first, second in joined(line):
            if (key := tuple(first)) not in heads:
                self.before = before
                head = self._plainly(sentence, first, one.doubted)
                head = head or next(iter(self._leaning(one, on, first, before)), None)
                heads[key] = head, self.before
            head, middle = heads[key]
            if head is None:
                continue
            self.before = middle
            is_denied = any(not fact.holds for fact in head.plain()) or denies(first)
            tail = self._plainly(sentence, second, one.doubted, goes_on=not is_denied)
            base = Line(self.grammar, sentence.text, first, before.names)
            rest = [tail] if tail is not None else self._leaning(one, base, second, middle)
            rest = rest or self._leaning(one, on, second, middle) or self._as_two(one, second, middle, base)
            facts = [fact for each in (head, *rest) for fact in each.plain()]
            known = {fact.meaning for fact in one.plain()}
            if rest and known.issubset(fact.meaning for fact in facts) and not said_at_once(self.rulebook, facts):
                return [head, *rest]
        self.before = after
        return []

    def _leaning(self, one: Parsed, first: Line | None, second: list[Token], before: Context) -> list[Parsed]:
        """The second clause with the names of those on whom it leans, if all ways in which it says something say the same."""
        found: dict[tuple[object, ...], tuple[Parsed, Context]] = {}
        if first is not None and leans(second):
            rest = Line(self.grammar, one.sentence.text, second, before.names)
            for tokens in in_full(first, rest):
                self.before = before
                if (named := self._plainly(one.sentence, tokens, one.doubted)) is not None:
                    found[tuple(fact.meaning for fact in named.plain())] = named, self.before
        if len(found) != 1:
            return []
        [(tail, self.before)] = found.values()
        return [tail]

    def _plainly(
        self, sentence: Sentence, tokens: list[Token], doubted: str, *, goes_on: bool = False
    ) -> Parsed | None:
        """Some tokens of a sentence as one, if nothing of it is left over and all is told outright.

        Only one that `goes_on` may say no more than of whom that is so, too, which was said before.
        """
        part, before = part_of(sentence, tokens), self.before
        line, cut = cut_whole(self.grammar, part.text, part.tokens, before)
        is_gap = not cut.pieces or cut.pieces[0].is_gap or bool(cut.left_over)
        if is_gap and not (goes_on and len(tokens) <= _MOST_OF_A_GAP and tokens[-1].text == "not"):
            return None
        parsed = self._parsed(part, doubted, (line, cut))
        is_plain = all(one.facts and not one.reason for one in parsed.told) and not parsed.cut.left_over
        is_sure = not any(fact.likelihood or fact.source for fact in parsed.plain())
        if parsed.intent is not Intent.TELL or not (parsed.plain() and is_plain and is_sure):
            self.before = before
            return None
        return parsed

    def _parsed(self, sentence: Sentence, doubted: str, known: tuple[Line, Cut] | None = None) -> Parsed:
        """One sentence; `known` is how it is cut."""
        line, cut = known or cut_whole(self.grammar, sentence.text, sentence.tokens, self.before)
        told = Teller(self.rulebook, self.grammar.book.events, line).told(cut)
        found = (
            Ranking(iter(()))
            if any(one.facts for one in told) or len(line) > LONGEST_CUT
            else Search.of(self.grammar).found(line)
        )
        is_readable = len(line) <= LONGEST_CUT and not _is_about_words(sentence.text)
        is_about = is_readable and (bool(told) or _speaks_of(line, found))
        is_clear = any(one.facts for one in told) or _surely_speaks_of(line, found)
        is_clear = is_clear and is_readable and not _IRONY.search(sentence.text)
        intent = Mood(
            line,
            is_asked=sentence.is_asked,
            is_about=is_about,
            is_told=bool(told) and not cut.left_over,
            is_clear=is_clear,
            is_exclaimed=sentence.is_exclaimed,
        ).intent()
        parsed = Parsed(sentence, line, cut, told, found, intent, self.rulebook, doubted)
        is_so = intent is Intent.SHOW and [text for text in line.texts if text not in ("and", "but")][:1] in (
            ["so"],
            ["which"],
        )
        amends = is_so or intent in (Intent.TELL, Intent.OTHER, Intent.CORRECT)
        if parsed.is_gap and self.before.told and not stands_for_it(line, self.before.told[0]):
            parsed = parsed._replace(told=[one._replace(reason=one.reason or OF_ANOTHER) for one in parsed.told])
        if amends and not sentence.is_asked and (parsed.is_gap or not any(one.facts for one in told)):
            parsed = self._continued(parsed)
        self.before = self.before.after(line, parsed.cut, parsed.plain() if parsed.intent is Intent.TELL else ())
        return parsed

    def _continued(self, one: Parsed) -> Parsed:
        """A sentence that tells nothing by itself as one that goes on from those before: `the IMF says 38`."""
        text = resolved_text(self.grammar, one.sentence.text, self.before)
        found = fragment(self.grammar, text, self.before.told)
        if found is None or not found.adds or not (found.is_plain or one.is_gap):
            return one
        reason = "" if found.is_plain else OF_ANOTHER
        span = one.sentence.text.strip()
        facts = (dataclasses.replace(fact, span=span) for fact in found.amendments[0].facts)
        told = [Told(tuple(facts), reason, span)]
        return one._replace(told=told, cut=one.cut._replace(left_over=()), intent=Intent.TELL)


def _goes_with_the_last(last: Parsed, one: Parsed) -> bool:
    """Whether a sentence may leave out what the one before it has: a semicolon parts them, or it says `its own`, `of it`, `one`."""
    if any(fact.source for fact in last.plain()):
        return False  # `reportedly it has broken out at A; at B it has not` is nobody else's word
    if last.sentence.is_open:
        return True
    is_told = not (last.sentence.is_asked or last.sentence.is_exclaimed or one.sentence.is_asked)
    texts = [token.text for token in one.sentence.tokens]
    is_short = len(texts) + len(last.sentence.tokens) < LONGEST_SENTENCE
    return is_told and is_short and bool(last.plain()) and any(pair in _LEAVING_OUT for pair in pairwise((*texts, "")))


def _may_lean(one: Parsed) -> bool:
    """Whether a sentence may tell something of somebody whom the one before it names."""
    is_told = one.intent in (Intent.TELL, Intent.OTHER) and not (one.sentence.is_asked or one.sentence.is_exclaimed)
    return is_told and len(one.line) <= LONGEST_SENTENCE and leans(one.sentence.tokens) and not one.doubt()


def _is_answered(last: Parsed, one: Parsed) -> bool:
    """Whether a sentence is only a topic with a question mark, and the next a word or two that say how that is."""
    is_marked = last.sentence.is_asked and not one.sentence.is_asked
    says_how = answers(one.sentence.tokens) and answer_of(one.sentence.tokens) in (None, Answer.NAMED)
    return is_marked and only_asks_of(last.sentence.tokens) and says_how


_COMPARED = re.compile(r"^[^:.]{3,80}?,? (?:compared|in comparison|by comparison|side by side)\s*:", re.IGNORECASE)


def _with_its_tail(one: Sentence) -> list[Sentence]:
    """A sentence, and a last clause of it that goes on from the rest: `A is in B, which cannot be said of C`; `A and B compared: ...`."""
    if (heading := _COMPARED.match(one.text)) is not None and not one.is_asked:
        ahead = [token for token in one.tokens if token.end < heading.end()]
        rest = [token for token in one.tokens if token.start >= heading.end()]
        return [part_of(one, ahead), part_of(one, rest)] if ahead and len(rest) > 2 else [one]
    at = 0 if one.is_asked else tail_at(one.text)
    head = [token for token in one.tokens if token.end <= at]
    tail = [token for token in one.tokens if token.start >= at]
    while head and head[-1].text in (",", "-"):
        head.pop()
    return [part_of(one, head), part_of(one, tail)] if at and len(head) > 2 and tail else [one]


def _only_leads_to(one: Parsed, after: Parsed) -> bool:
    """Whether what looks like a question or an order only says what the next sentence tells of."""
    tokens = one.sentence.tokens
    if announces(tokens) and after.intent is Intent.TELL:
        return True
    is_led = one.sentence.is_asked and is_topic(tokens) and not after.sentence.is_asked
    is_of_program = moods.PROGRAM.within(spaced([token.text for token in tokens])) is not None
    is_said = (after.intent is Intent.TELL and len(after.sentence.tokens) > _LONGEST_ANSWER) or (
        after.intent is Intent.OTHER and leaves_choice(tokens)
    )
    return is_led and is_said and not is_of_program


def _goes_on(one: Parsed) -> str | None:
    """Whether a sentence only by its form asks or supposes, where it goes on from one that tells: why it is doubtful, or empty.

    `So does B` asks nothing, and `if it does, B may follow` wants nothing supposed.
    """
    texts = [token.text for token in one.sentence.tokens]
    if (
        one.intent is Intent.SHOW
        and texts[:1] == ["so"]
        and texts[1:2]
        and texts[1] in english.DO | english.BE | english.HAVE
    ):
        return ""
    is_case = texts[:1] == ["if"] and any(tuple(texts[1 : 1 + len(case)]) == case for case in _CASES)
    return "it is said of a case that may not come" if one.intent is Intent.WHAT_IF and is_case else None


_CASES = (
    ("so", ","), ("not", ","), *((who, does) for who in ("it", "they", "he", "she") for does in ("does", "do", "is", "are", "did", "has", "have")),
    ("that", "happens"), ("this", "happens"), ("it", "happens"), ("that", "is", "so"), ("that", "comes"), ("that", "is", "the", "case"),
)  # fmt: skip
"""What takes up the sentence before behind an `if`."""


def _with_answers(several: list[Sentence]) -> list[Sentence]:
    """The sentences but for mere asides; what answers a question is none."""
    kept = {one.start for one in without_asides(several)}
    return [
        one
        for at, one in enumerate(several)
        if one.start in kept or (at and several[at - 1].is_asked and answer_of(one.tokens) is not None)
    ]


def _spanning(one: Parsed, span: str) -> Parsed:
    """A sentence whose words are all those of what it tells."""
    told = [
        each._replace(facts=tuple(dataclasses.replace(f, span=span) for f in each.facts), span=span)
        for each in one.told
    ]
    return one._replace(told=told)


def _tells_something_else(one: Parsed, after: Parsed) -> bool:
    """Whether the next sentence is understood, all of it, and denies nothing of what one tells."""
    facts = after.plain()
    said = {(fact.fact, *sorted(map(str, fact.slots.items()))) for told in one.told for fact in told.facts}
    is_whole = after.intent is Intent.TELL and not after.cut.left_over and len(after.told) == len(facts)
    return is_whole and said.isdisjoint((fact.fact, *sorted(map(str, fact.slots.items()))) for fact in facts)


def _is_about_words(text: str) -> bool:
    """Whether a sentence speaks of words that it quotes, rather than in them."""
    quoted = [one.group() for one in _QUOTED.finditer(text) if len(one.group().split()) > 3]
    return bool(quoted) and bool(_OF_WORDS.search(_QUOTED.sub(" ", text)))


def _speaks_of(line: Line, found: Ranking) -> bool:
    """Whether a sentence is about the rulebook's world: it names somebody of it, and something that its phrases know."""
    best = found[0].score if found else 0.0
    named = {m.names for several in line.mentions for m in several[:1] if m.kind != PRONOUN}
    is_named = names_somebody(line)
    least = _ABOUT_OTHERS if found and found[0].shared > 1 else _SURELY_ABOUT
    if best < least and Offering.of(line.grammar).speaks_of_other_things(line, 0, len(line), found):
        return False
    is_clear = best > LEAST_UNNAMED and found[0].shared > 1
    is_about = is_clear or (is_named and (best > _LEAST_ABOUT or len(named) > 1))
    return is_about or (is_named and bool(Offering.of(line.grammar).counted(line, 0, len(line))))


def _surely_speaks_of(line: Line, found: Ranking) -> bool:
    """Whether it is about that world even where somebody speaks of himself, or of dinner: `I saw mice at the Lion`."""
    return bool(found) and found[0].score > _SURELY_ABOUT and found[0].shared > 1 and names_somebody(line)


def _may_be_two(one: Parsed) -> bool:
    """Whether a sentence may say more than was understood of it, in a clause that a word of it joins."""
    tokens = one.sentence.tokens
    is_left = (
        bool(one.cut.left_over)
        or any(told.reason == UNSURE for told in one.told[1:])
        or len(one.line) + _LEAST_LEFT_OUT <= len(tokens)
    )
    is_told = one.intent in (Intent.TELL, Intent.OTHER) and not one.sentence.is_asked
    return is_left and is_told and len(tokens) <= LONGEST_SENTENCE and may_join(tokens) and not one.doubt()
