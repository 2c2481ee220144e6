"""The sentences of a line, each heard after those before it: cut into clauses, and what these tell.

A sentence that leaves something out is heard with the one before it, one that nothing takes whole as the clauses that it joins.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from itertools import pairwise, zip_longest

from dragoman.language.clauses.cutter import Cut
from dragoman.language.clauses.joined import behind_beside, denies, joined
from dragoman.language.clauses.leaning import in_full, leans
from dragoman.language.corrections.assured import assured
from dragoman.language.corrections.continued import stands_for_it, tail_at
from dragoman.language.corrections.fragments import fragment
from dragoman.language.corrections.of_what import is_of_the_same, with_its_object
from dragoman.language.earlier.context import Context
from dragoman.language.earlier.latter import resolved_text
from dragoman.language.ellipsis.answered import (
    Answer,
    answer_of,
    is_of_form,
    is_past,
    only_answers,
    stated,
    tagged,
)
from dragoman.language.ellipsis.asked_more import added, asked_of_another, asks_more
from dragoman.language.ellipsis.noted import (
    is_a_note,
    names_of,
)
from dragoman.language.forms import Intent, ReadFact
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.intent.intents import Mood
from dragoman.language.line.announced import has_open_label, is_labelled_now, is_over_by, tells_of_another_world
from dragoman.language.line.dated import says_of_another_time
from dragoman.language.line.framed import (
    may_turn,
    names_nobody,
    only_puts_up,
    sets_apart,
    turns_all,
    without_names,
)
from dragoman.language.line.line import Line
from dragoman.language.line.planned import is_of_a_plan
from dragoman.language.line.set_aside import denies_how_much
from dragoman.language.line.slips import only_asks_to_check, puts_in_doubt
from dragoman.language.line.undone import is_over, is_undone_by
from dragoman.language.offering.found import Ranking
from dragoman.language.offering.search import Search
from dragoman.language.parsed import (
    IRONY,
    TAKES_BACK,
    Parsed,
    goes_on,
    goes_with_the_last,
    is_about_words,
    is_answered,
    is_doubted_by,
    lacks_its_verb,
    leaves_a_tail,
    may_be_two,
    may_lean,
    only_leads_to,
    spanning,
    speaks_of,
    surely_speaks_of,
    tells_something_else,
)
from dragoman.language.parts import in_parts, with_answers
from dragoman.language.stops import Sentence, at_stops, part_of, under_names
from dragoman.language.telling.at_once import is_another_figure, said_at_once, told_anew
from dragoman.language.telling.doubts import REASONS
from dragoman.language.telling.pronouns import (
    ONE_OF_SEVERAL,
    begins_with_one_of_two,
    begins_with_what_is_had,
    has_it,
)
from dragoman.language.telling.teller import Teller, Told
from dragoman.language.whole import LONGEST_CUT, cut_whole
from dragoman.language.words.effects import Effect
from dragoman.language.words.tokens import Token, tokens_of

OF_A_PLAN = "it may say what is planned, hoped or feared"
OF_ANOTHER = "it may say the same of another"
_MOST_OF_A_DOER = 2
"""Tokens within which it is named who undoes what was told: `the CFF blocked it`."""
_MOST_OF_A_GAP = 6
"""Words of a clause that leaves out what is so: `B does not`."""


class Hearing:
    """Hears sentences, each after those before it."""

    def __init__(self, grammar: Grammar, before: Context) -> None:
        self.grammar, self.rulebook, self.before = grammar, grammar.rulebook, before
        """What was heard leaves behind for the next."""
        self.text = ""
        self._last: list[Token] = []
        """The sentence before the one that is heard."""
        self._asked: list[Token] = []
        """What was asked last and answered by who asked it."""

    def sentences(self, text: str) -> list[Parsed]:
        """Those of a line."""
        self.text, started_line = text, self.before
        lexicon = self.grammar.lexicon
        wholes = under_names(lexicon, self.text, at_stops(self.text))
        parts = [in_parts(one) for one in wholes]
        several = [part for each in parts for part in each]
        of_tail = {
            each[1].start: one for one, each in zip(wholes, parts, strict=True) if len(each) > 1 and tail_at(one.text)
        }
        found: list[Parsed] = []
        frame, written = "", self.rulebook.report.date.year
        doubted = [
            one.text
            for one, after in pairwise(several)
            if is_doubted_by(after, one) or puts_in_doubt(lexicon, after.tokens) or is_over_by(one.tokens, after.tokens)
        ]
        doubted += [
            one.text
            for at, after in enumerate(several)
            if at > 1 and turns_all(lexicon, after.tokens)
            for one in several[:at]
        ]
        kept, before = with_answers(several), self.before
        lent: tuple[ReadFact, ...] = ()
        for sentence, following in zip_longest(kept, kept[1:]):
            may_be_turned = following is not None and may_turn(lexicon, following.tokens)
            is_turned = may_be_turned or sentence.text in doubted
            started = self.before
            frame = "" if is_labelled_now(sentence.tokens) else frame
            self._last = found[-1].sentence.tokens if found else tokens_of(started.sentence)
            one = self._parsed(sentence, TAKES_BACK if is_turned else frame)
            if found and sentence.start in of_tail and not one.plain():
                self.before, started = before, before
                found.pop()
                one = self._parsed(of_tail[sentence.start], frame)
            if found and found[-1].doubted == TAKES_BACK and not (one.plain() and tells_something_else(found[-1], one)):
                told = tuple(fact for fact in self.before.told if fact not in lent)
                self.before = self.before._replace(told=told, last=self.before.last if one.cut.pieces else None)
            is_more = bool(one.plain()) and [token.text for token in sentence.tokens[:2]] != ["source", ":"]
            if found and found[-1].plain() and not is_more and (sure := self._assured(found, one)):
                found, before = sure, started
                continue
            lent = one._replace(doubted=frame).plain() if may_be_turned and sentence.text not in doubted else ()
            if (
                lent
            ):  # `in the economy it is the other way round` goes on from what `it is the other way round` would turn
                self.before = self.before._replace(told=(*reversed(lent), *self.before.told))
            lacks_verb = bool(found) and found[-1].sentence.is_open and lacks_its_verb(found[-1], one)
            if found and (one.cut.left_over or not one.plain() or lacks_verb) and goes_with_the_last(found[-1], one):
                one = self._with_the_last(found, one, before) or one._replace(
                    doubted=OF_ANOTHER if lacks_verb else one.doubted
                )
            elif found and one.intent is not Intent.WITHDRAW and is_answered(found[-1], one):
                one = self._as_answered(found, one, before) or self._answered(found, one, before) or one
            elif found and found[-1].sentence.is_asked and one.intent is not Intent.WITHDRAW:
                one = self._answered(found, one, before) or one
            elif found and not one.plain() and found[-1].plain() and is_a_note(lexicon, sentence.tokens):
                one = self._of_the_last(found[-1], one, before) or one
            elif found and not one.plain() and found[-1].plain() and may_lean(one):
                one = next(iter(self._leaning(one, found[-1].line, behind_beside(sentence.tokens), started)), one)
            elif (
                not found
                and not one.plain()
                and started.sentence
                and may_lean(one)
                and not only_answers(sentence.tokens)
            ):
                line = Line(self.grammar, started.sentence, tokens_of(started.sentence), started.names)
                one = next(iter(self._leaning(one, line, behind_beside(sentence.tokens), started)), one)
            is_open = not (one.plain() or one.is_of_other_sense or one.sentence.is_asked)
            if is_open and (self.before.told or self.before.latest):
                one = self._of_what(one, started) or one
            if found and one.sentence.start == sentence.start and self._is_over(found[-1], one):
                gone, found[-1] = found[-1].plain(), found[-1]._replace(doubted=TAKES_BACK)
                self.before = self.before._replace(told=tuple(fact for fact in self.before.told if fact not in gone))
            if self._means_another(one, found, started):
                one = one._replace(doubted=one.doubted or ONE_OF_SEVERAL)
            if (
                found
                and not found[-1].plain()
                and one.plain()
                and is_of_a_plan(found[-1].sentence.tokens, sentence.tokens)
            ):
                one = one._replace(doubted=one.doubted or OF_A_PLAN)
            found += (self._as_two(one, one.sentence.tokens, started) if may_be_two(one) else []) or [one]
            before = started
            is_apart = sentence.is_open and (sets_apart(sentence.tokens) or has_open_label(sentence.tokens))
            is_apart = is_apart or tells_of_another_world(lexicon, sentence.tokens, written)
            if following is not None and (is_apart or only_puts_up(lexicon, sentence.tokens)):
                frame = "what stands before it may say that it is not so"
        if found and started_line.is_ours and not found[0].sentence.is_asked and (why := goes_on(found[0])) is not None:
            found[0] = found[0]._replace(intent=Intent.TELL, doubted=why or found[0].doubted)
        for at in range(len(found) - 1):
            one, after = found[at], found[at + 1]
            if one.doubted == TAKES_BACK and one.sentence.text not in doubted and tells_something_else(one, after):
                one = one._replace(doubted="")
            if one.intent is Intent.TELL and after.intent is Intent.SHOW and only_asks_to_check(after.sentence.tokens):
                after = after._replace(intent=Intent.OTHER)
            if one.intent is Intent.SHOW and only_leads_to(one, after):
                one = one._replace(intent=Intent.TELL)
            if one.intent is Intent.TELL and not after.sentence.is_asked and (why := goes_on(after)) is not None:
                after = after._replace(intent=Intent.TELL, doubted=why or after.doubted)
            found[at : at + 2] = [one, after]
        return found

    def _means_another(self, one: Parsed, found: list[Parsed], started: Context) -> bool:
        """Whether a sentence begins with an `it` that may mean another than who it is taken for, as the one before it stands."""
        pieces = one.cut.pieces
        if not pieces or not has_it(one.line):
            return False
        if found:
            last = found[-1].line
            is_of_two = not found[-1].plain() and begins_with_one_of_two(one.line, pieces, last)
            return is_of_two or begins_with_what_is_had(one.line, pieces, last)
        if not started.sentence:
            return False
        last = Line(self.grammar, started.sentence, tokens_of(started.sentence), ())
        return begins_with_what_is_had(one.line, pieces, last)

    def _assured(self, found: list[Parsed], one: Parsed) -> list[Parsed]:
        """The sentences before one that only says how sure the last of them is, or whose word, each as sure as that; else none."""
        last, text = found[-1], one.sentence.text
        before = self.before._replace(latest=last.plain(), sentence=last.sentence.text)
        reading = assured(self.grammar, text, before) if not one.sentence.is_asked else None
        if reading is None or reading.supposed:
            return []
        doubt = "it may be said of this, too, whose word it is"
        if not reading.facts:
            gone = {fact for each in found for fact in each.plain()}
            self.before = self.before._replace(told=tuple(fact for fact in self.before.told if fact not in gone))
            return [each._replace(doubted=each.doubted or doubt) for each in found]
        span = self.text[last.sentence.start : one.sentence.start + len(text)].strip()
        facts = tuple(dataclasses.replace(fact, span=span) for fact in reading.facts)
        rest = tuple(fact for fact in self.before.told if fact not in last.plain())
        self.before = self.before._replace(told=(*reversed(facts), *rest))
        is_anothers = any(fact.source for fact in facts)
        earlier = [each._replace(doubted=each.doubted or doubt) if is_anothers else each for each in found[:-1]]
        return [*earlier, last._replace(told=[Told(facts, "", span)])]

    def _with_the_last(self, found: list[Parsed], one: Parsed, before: Context) -> Parsed | None:
        """A sentence with the one before it, of which it leaves something out, if it tells something only so.

        The one before is taken out of those that were found then.
        """
        last, after = found[-1], self.before
        start, end = last.sentence.start, one.sentence.start + len(one.sentence.text)
        text, shift = self.text[start:end], one.sentence.start - start
        stop = len(last.sentence.text)
        mark = (
            ";" if last.sentence.is_open and len([*names_of(one.line)]) > 1 else ","
        )  # `A is in B; C, in D` lists no three
        rest = (t._replace(start=t.start + shift, end=t.end + shift) for t in one.sentence.tokens)
        tokens = [*last.sentence.tokens, Token(mark, mark, stop, stop + 1, False), *rest]
        self.before = before
        both = self._parsed(one.sentence._replace(text=text, tokens=tokens, start=start), one.doubted)
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

    def _of_what(self, one: Parsed, before: Context) -> Parsed | None:
        """`It is an observer`, which leaves out of what, as what it says of those of whom the last was told."""
        after, several = self.before, dict[tuple[object, ...], tuple[Parsed, Context]]()
        last = (after.told or after.latest)[0]
        for text in with_its_object(self.grammar, one.sentence.text, last):
            self.before = before
            again = self._parsed(Sentence(text, tokens_of(text), False, start=one.sentence.start), one.doubted)
            facts = again.plain()
            is_whole = bool(facts) and not again.cut.left_over and again.intent is Intent.TELL
            if is_whole and all(is_of_the_same(self.grammar, fact, last) for fact in facts):
                spanned = spanning(again._replace(sentence=one.sentence), one.sentence.text.strip())
                several[tuple(fact.meaning for fact in facts)] = spanned, self.before
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
        if said is None or not (last.intent in (Intent.SHOW, Intent.OTHER, Intent.WHY) or tagged(last.sentence.tokens)):
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
                both = spanning(both, text.strip())
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
        if is_past(one.sentence.tokens) and not is_past(found[-2].sentence.tokens):
            return None
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
        for first, second in joined(line, one.own()):
            if (key := tuple(first)) not in heads:
                self.before = before
                head = self._plainly(sentence, first, one.doubted)
                head = head or next(iter(self._leaning(one, on, first, before)), None)
                heads[key] = head, self.before
            head, middle = heads[key]
            is_filled = min(token.start for token in second) < max(token.end for token in first)
            if head is None or (leaves_a_tail(head) and (is_filled or leans(second))):
                continue  # whom the rest leans on stands in what was left out
            self.before = middle
            is_denied = any(not fact.holds for fact in head.plain()) or denies(first)
            tail = self._plainly(sentence, second, one.doubted, goes_on=not is_denied)
            base = Line(self.grammar, sentence.text, first, before.names)
            rest = [tail] if tail is not None else self._leaning(one, base, second, middle)
            rest = rest or self._leaning(one, on, second, middle) or self._as_two(one, second, middle, base)
            facts = [fact for each in (head, *rest) for fact in each.plain()]
            known = {fact.meaning for fact in one.plain()}
            if not rest or is_another_figure(self.rulebook, facts[len(head.plain()) :], head.plain()):
                continue
            if known.issubset(fact.meaning for fact in facts) and not said_at_once(self.rulebook, facts):
                is_undone = any(told_anew(self.rulebook, head.plain(), facts[len(head.plain()) :]))
                return [head._replace(doubted=TAKES_BACK) if is_undone else head, *rest]
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
        if known is None and cut.pieces and only_answers(sentence.tokens):
            cut = Cut((), tuple(range(len(line))), ())
        told = Teller(self.rulebook, self.grammar.book.events, line).told(cut)
        found = (
            Ranking(iter(()))
            if any(one.facts for one in told) or len(line) > LONGEST_CUT
            else Search.of(self.grammar).found(line)
        )
        is_readable = len(line) <= LONGEST_CUT and not is_about_words(sentence.text)
        is_about = is_readable and (bool(told) or speaks_of(line, found))
        is_clear = any(one.facts for one in told) or surely_speaks_of(line, found)
        is_clear = is_clear and is_readable and not IRONY.search(sentence.text)
        intent = Mood(
            line,
            is_asked=sentence.is_asked,
            is_about=is_about,
            is_told=bool(told) and not cut.left_over,
            is_clear=is_clear,
            is_exclaimed=sentence.is_exclaimed,
            goes_on=self.before.is_ours,
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
        if parsed.is_gap and (why := self._says_otherwise(parsed)):
            parsed = parsed._replace(told=[one._replace(reason=one.reason or why) for one in parsed.told])
        self.before = self.before.after(line, parsed.cut, parsed.plain() if parsed.intent is Intent.TELL else ())
        return parsed

    def _is_over(self, last: Parsed, one: Parsed) -> bool:
        """Whether a sentence that names nobody says that what the one before it tells has ended, and tells nothing else."""
        tokens = one.sentence.tokens
        if one.sentence.is_asked or not last.plain() or (one.plain() and tells_something_else(last, one)):
            return False
        named = {name for several in last.line.mentions for mention in several[:1] for name in mention.names}
        mine = without_names(self.grammar.lexicon, tokens, named)
        if names_nobody(self.grammar.lexicon, mine):
            return is_over(mine, last.sentence.tokens)
        doers = {name for several in one.line.mentions[:_MOST_OF_A_DOER] for m in several[:1] for name in m.names}
        mine = without_names(self.grammar.lexicon, tokens, named | doers)
        return is_undone_by(mine, last.sentence.tokens) and names_nobody(self.grammar.lexicon, mine)

    def _says_otherwise(self, one: Parsed) -> str:
        """Why a sentence that only goes on from the one before it may not say the same: `B too, last year`, `B does not as much`."""
        facts = [fact for told in one.told for fact in told.facts]
        is_state = any(fact.fact not in self.grammar.book.events for fact in facts)
        if is_state and says_of_another_time(one.sentence.tokens, self._last):
            return REASONS[Effect.BYGONE]
        return "it denies only how much it is so" if denies_how_much(one.sentence.tokens) else ""

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
