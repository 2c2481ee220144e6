"""What somebody wants with a sentence: its mood times what it speaks of.

The mood is the form of the sentence (supposing, asking why, asking, ordering, correcting, stating); the wordings of each
stand in :mod:`dragoman.language.intent.moods`. What it speaks of is the session, what the program gave (advice, risks, rules),
or the rulebook's own world.
"""

from __future__ import annotations

import re
from itertools import pairwise

from dragoman.language.forms import Intent
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.intent import moods
from dragoman.language.intent.of_others import is_of_others, is_said_by_others
from dragoman.language.intent.wording import AUXILIARIES, Wording, without
from dragoman.language.line.denying import says_none
from dragoman.language.line.framing import is_unsure_first
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.line.set_off import without_bracketed
from dragoman.language.order.singled import is_cleft
from dragoman.language.turns.fixed import has_together
from dragoman.language.words import english
from dragoman.language.words.cues import spaced
from dragoman.language.words.effects import Effect
from dragoman.language.words.stems import is_past_participle

_NOT_PLAIN = re.compile(
    r"[{}<>\\]|\[/?[a-z@#][^\]]*\]|==|:=|--|;\s*$|\w+\(.*\)|^\s*>|^\s*!!|drop table|ignore (?:all )?(?:previous|prior|above|your)|(?:disregard|override|overwrite|forget|drop) (?:all |any )?(?:of )?your (?:rule|instruction|prompt|guideline)|(?:disregard|override|overwrite) (?:all |any )?(?:of )?the (?:rule|instruction|prompt|guideline)|(?:repeat|say) (?:this |it )?after me|you are now (?:a|an|the|my)\\b|system prompt|</",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^\s*(?:SYSTEM|ADMIN|ROOT|ASSISTANT|USER|RISK|RECOMMENDATION|FORECAST|FACT|ASSERT|TOLD|WARNING|INFO|DEBUG|ERROR)\s*[:>=]"
)
_OF_STRIKES = frozenset(
    english.lines(
        ": | notice | action | fund | funds | ballot | pay | call | threat | talks | vote | leaders | day | days | wave | is | was | has | will | at | by | in | over"
    )
)
"""What stands behind a strike that somebody is on, and takes nothing back."""
_WHOLE = frozenset({"session", "everything", "all", "scenario", "sessions"})
_EARLY = 5
"""Words in which a question says that it asks for reasons."""
_FEW = 25
"""Words; in a longer line a figure alone is none of ours."""
_NO_INVERSION = english.ASKING | {"there", "that", "if", "it", "they"}
_CLEAVING = ("what ", "why ", "how ", "who ", "where ")
_SAYING_ALL = ("what ", "save for ", "why ", "how ", "you can ", "we can ", "one can ")
"""What questions and orders begin with, and statements that are understood whole."""
_FAR = 4
"""Tokens; a figure behind so many is what a `what` comes to."""
_HEAP, _SAID_AGAIN = 8, 3
"""Words of a heap, and how many of them are there once more."""
_SUBJECTS = frozenset({"it", "that", "this", "they"})
_LABEL_ENDS = 9
"""Tokens in which a label ends."""
_NO_MATTER = ("never mind ", "nevermind ", "forget ", "ignore ", "disregard ")
_NOTED = frozenset({"›", "=", "~"})
_SHORT = 5
"""Words; so short a `why` needs nothing that it is about."""


def imitates_commands(text: str) -> bool:
    """Whether a text is none that people say: markup, code, or made to look like a command or the program's own output."""
    return bool(_NOT_PLAIN.search(without_bracketed(text)) or _LABEL.search(text))


def is_heap(texts: list[str]) -> bool:
    """Whether they are names and nouns in a heap, some of them over and over, and no sentence: `loans loans China gas loans`."""
    words = [text for text in texts if text[:1].isalnum()]
    is_long = len(words) >= _HEAP and len(set(words)) <= len(words) - _SAID_AGAIN
    return is_long and any(one == other for one, other in pairwise(words)) and english.CARRY_NOTHING.isdisjoint(words)


def _corrects_first(words: str) -> bool:
    """Whether words begin by correcting; `rather than compete, ...` does not."""
    is_first = moods.CORRECTING.at_start(words) is not None and not words.startswith("rather than ")
    return is_first and moods.STRUCK_ONE.at_start(words) is None


def _is_done_with_it(line: Line) -> bool:
    """Whether the second word, in `-s`, is what somebody in a phrase does with what the first says: `A threatens to strike`."""
    verb = line.texts[1]
    does = re.compile(rf"\{{\w+\}} (?:\((?:[^()]*\|)?)?{re.escape(verb)}\b")
    with_both = (line.grammar.phrases_with(token.stem) for token in line.tokens[:2]) if verb.endswith("s") else ((),)
    numbers = frozenset.intersection(*map(frozenset, with_both))
    return any(does.match(line.grammar.book.phrases[number].text) for number in numbers)


class Mood(Wording):
    """One sentence, asked for its intent."""

    def intent(self) -> Intent:
        """The first that fits, from the most telling form on."""
        if self._is_statement:
            return Intent.TELL
        for intent, fits in (
            (Intent.WHAT_IF, self._supposes),
            (Intent.WITHDRAW, self._only_withdraws),
            (Intent.CORRECT, self._corrects),
            (Intent.WITHDRAW, self._withdraws),
            (Intent.WHY_NOT, self._asks_why_not),
            (Intent.WHY, self._asks_why),
            (Intent.COMMAND, self._orders),
            (Intent.SHOW, self._asks),
        ):
            if fits():
                return intent
        if self._names_a_result and not self.is_near:
            return Intent.SHOW
        is_ours = self.is_clear or (self.is_about and (self.is_told or not self.is_everyday)) or self.is_of_the_last
        return Intent.TELL if is_ours or self._is_note else Intent.OTHER

    @property
    def _is_note(self) -> bool:
        """Whether it is written as notes and headlines are, of somebody of ours: `rocket at X: launch delayed`, `A > B`."""
        texts = self.line.texts
        is_so_written = ":" in texts[1:_LABEL_ENDS] or not _NOTED.isdisjoint(texts)
        is_of_ours = any(m.kind != PRONOUN for several in self.line.mentions for m in several)
        is_quoted = '"' in self.line.text
        return (
            is_so_written and is_of_ours and not (is_quoted or self.is_asked or self.is_everyday or self._is_personal)
        )

    @property
    def _is_statement(self) -> bool:
        """Whether it only looks like a question or an order: `what it does there is ...`, all of it a fact."""
        if self.is_asked:
            return False
        is_told = self.is_told and self.words.startswith(_SAYING_ALL)
        is_said = self.is_about and self.words.startswith(_CLEAVING) and is_cleft(self.line)
        is_question = self.words.startswith("how come ")
        is_hearsay = self.is_told and any(
            mark.effect is Effect.REPORTED for mark in self.line.marks[0]
        )  # `read somewhere that`
        is_exclaimed = self.is_exclaimed and self.words.startswith(("how ", "what a ")) and self.is_about
        is_measured = self.words.startswith("what ") and self.is_about and self._comes_to_something
        return is_told or is_said or is_hearsay or is_measured or (is_exclaimed and not is_question)

    @property
    def _comes_to_something(self) -> bool:
        """Whether no verb of a question is second and a figure stands well behind: `what they send home is 30 %`."""
        is_asked = self.words.split(" ", 2)[1] in AUXILIARIES | {"if", "about"}
        return not is_asked and any(figure is not None and figure.unit for figure in self.line.figures[_FAR:])

    # -- each intent

    def _supposes(self) -> bool:
        if moods.NOT_SUPPOSING.at_start(self.body) or "as if " in self.words:
            return False
        if moods.SUPPOSING.at_start(self.body) or moods.SUPPOSING.at_start(self.wanted):
            return True
        found = moods.SUPPOSING_IF.at_start(self.body) or moods.SUPPOSING_IF.at_start(self.wanted)
        if found and found.group() == "say ":
            return self.is_about or self.is_asked
        if found and (self.is_about or self.is_asked or self.is_of_program):
            return True
        if self._is_inverted:
            return True
        later = moods.SUPPOSING_LATER.within(self.words) if self.is_question and self.is_known else None
        if later and not moods.NOT_SUPPOSING.within(self.words):
            is_inverted = later.group().split()[0] in ("had", "were")
            if not is_inverted or self.first in english.ASKING:
                return True
        return self.is_asked and bool(moods.SUPPOSED_FIRST.at_start(self.body)) and "," in self.line.texts

    @property
    def _is_inverted(self) -> bool:
        """Whether it supposes by its order alone: `Would the picture shift were A isolated?`."""
        texts, mentions = self.line.texts, self.line.mentions
        return (
            self.is_question
            and self.first in ("would", "could")
            and any(
                texts[at] in ("were", "had") and bool(mentions[at + 1]) and texts[at - 1] not in _NO_INVERSION
                for at in range(3, len(texts) - 2)
            )
        )

    def _corrects(self) -> bool:
        if moods.NAMED_WRONG.whole(self.words):
            return True
        if says_none(self.line):
            return False
        swapped = moods.SWAPPED.within(self.words)
        if swapped and not self.words[: swapped.start()].endswith(
            (" and ", "not ")
        ):  # `A needs B, and vice versa` says both
            return True
        if moods.STRUCK.whole(self.body):
            return False
        meant = without(self.body, moods.REGRETS, moods.MEANT, moods.OPENERS)
        asks = meant.split(" ", 1)[0] in english.ASKING
        if asks and not _corrects_first(meant):  # `what I wrote was wrong` is no question, `sorry, I mean why` is one
            return False
        says_not = " not " in self.words or "instead " in self.words or "rather " in self.words
        has_figure = any(self.line.figures)
        is_ours = self.is_near or (has_figure and len(self.texts) <= _FEW)
        is_ours = is_ours or (
            says_not and len(self.texts) <= _FEW and any(self.line.spoken)
        )  # `oops, I meant fair, not poor`
        if self.words.startswith("no ") and says_not and is_ours:
            return True
        if _corrects_first(self.body) or _corrects_first(self.wanted):
            return (asks or not self.is_question) and (
                is_ours or bool({"that", "it", "this", "myself"} & set(self.texts))
            )
        marked = " ".join(self.line.texts)
        is_single = self.words.startswith(("it is ", "it was ")) and bool(
            self.line.mentions[2:3] and self.line.mentions[2]
        )
        if is_single and ", not " in marked:  # `it is Russia that leads, not China`
            return not self.is_question
        is_more = self.words.startswith(("not only ", "not just ", "not merely "))
        is_unsure = is_unsure_first(self.words)
        if self.words.startswith("not ") and not (is_more or is_unsure) and " but " in self.words and is_ours:
            return True
        is_later = moods.CORRECTING_LATER.within(self.words) is not None and not moods.WANTED_SO.search(self.words)
        return is_later and is_ours and not self.is_question

    def _only_withdraws(self) -> bool:
        if self._withdraws_at_last and not self.is_asked:
            return True
        if moods.STRUCK.whole(self.body) or moods.CAN_GO.fullmatch(self.body):
            return True
        regretted = without(self.body, moods.REGRETS, moods.OPENERS, moods.REQUESTS)
        dropped = moods.DROPPED.at_start(regretted)
        if dropped and self._gives_only_why(regretted[dropped.end() :]) and not self.is_asked:
            return True
        is_first = moods.WITHDRAWING.at_start(self.body) or moods.WITHDRAWING.at_start(regretted)
        return bool(is_first) and not _corrects_first(regretted) and self._withdraws(regretted)

    def _gives_only_why(self, rest: str) -> bool:
        """Whether nothing is put in another's place: `forget that, I got confused`."""
        line = self.line
        has_figure = any(figure for text, figure in zip(line.texts, line.figures, strict=True) if text != "one")
        names = has_figure or any(m.kind != PRONOUN for several in line.mentions for m in several)
        size, start = len(rest.split()), len(line)
        while size > 0 and start > 0:
            start -= 1
            size -= line.tokens[start].is_word
        is_why = rest.startswith(("i ", "we ", "my ", "it was ", "that was ")) or not any(line.spoken[start:])
        return (
            not names
            and is_why
            and {"meant", "mean", "should", "instead", "rather", "make", "read"}.isdisjoint(self.texts)
        )

    @property
    def _withdraws_at_last(self) -> bool:
        """Whether it ends in taking back: `that is not certain, delete it`."""
        if moods.RIDDING.search(self.line.text):
            return True
        found = moods.WITHDRAWING_LATER.within(self.words)
        if found and is_of_others(self.line.texts, found.group().split()):
            return False
        last = self.words[found.end() :].split() if found and found.start() else ["more"]
        return moods.LAST_WORDS.issuperset(last) and "," in self.line.texts

    def _withdraws(self, wanted: str = "") -> bool:
        wanted = wanted or self.wanted
        if is_said_by_others(self.line.text):
            return False
        found = moods.WITHDRAWING.at_start(wanted) or moods.WITHDRAWING.at_start(self.body)
        if found is None:
            later = moods.WITHDRAWING_LATER.within(self.words)
            before = self.words[: later.start()].split()[-1:] if later is not None else []
            is_noun = not (english.ARTICLES | {"on", "its", "their", "this"}).isdisjoint(
                before
            )  # `a strike that began`
            return (
                later is not None
                and not is_noun
                and not is_of_others(self.line.texts, later.group().split())
                and not self.is_question
                and not moods.NOT_MEANT.search(self.words[: later.end()])
            )
        if found.group().endswith("believe ") and not moods.IN_PART.isdisjoint(self.texts):
            return False  # `I do not believe that only A does it`: A may
        is_of_part = "not " in found.group() and moods.NOT_ALL.match(wanted[found.end() :])
        if is_of_part or self._names_no_matter:
            return False
        is_statement = moods.STATEMENTS.within(self.words) is not None
        is_of_ours = is_statement or self.is_near
        is_part = is_of_ours and not {"about", "on", "regarding", "concerning"}.isdisjoint(self.texts)
        is_part = is_part or self._names_a_subject()
        if (
            (_WHOLE.intersection(self.texts) and not is_part)
            or "instruction " in self.words
            or "previous prompt " in self.words
        ):
            return False
        if moods.STEPS.within(self.words) and not is_statement:
            return False
        is_step = found.group().split()[0] in ("undo", "cancel", "roll", "discard")
        rest = wanted[found.end() :]
        if rest.startswith(
            ("in ", "at ", "of ", "by ", "nothing ", "the following ", "what follows ", "the next ")
        ) or self.words.startswith(f"no {found.group().split()[0]} "):
            return False  # `drop in arms sales`, `no strike at X`
        after = rest.split(" ", 1)
        if self.line.texts[0] == "strike" and self._speaks_of_a_strike:
            return False
        if (
            found.group().split()[0] == "strike"
            and after[0].endswith("s")
            and after[0] not in ("this", "its", "his")
            and any(self.line.mentions[2:3])
        ):
            return False  # `Strike cripples Vesta`
        if not is_step and moods.LATEST.whole(rest):
            return True
        is_of_one = "about" in self.texts and any(m.kind != PRONOUN for several in self.line.mentions for m in several)
        return (
            self.is_near
            or is_statement
            or is_of_one
            or not (is_step or moods.SESSION.at_start(rest.removeprefix("the ")))
        )

    @property
    def _speaks_of_a_strike(self) -> bool:
        """Whether it begins with a strike that somebody is on: `Strike: nurses at X`, `Strike-breakers work at X`, `Strike called at X`."""
        line, (behind, after) = self.line, [*self.line.texts[1:3], "", ""][:2]
        if not behind or behind in _OF_STRIKES:
            return behind != ""
        if behind in english.ARTICLES:
            return False  # `strike the bit about X`
        is_of_strikes = line.tokens[1].is_word and has_together(
            line.grammar, (line.tokens[0].stem, line.tokens[1].stem)
        )
        is_verb = after in {"", *PREPOSITIONS} and (is_past_participle(behind) or _is_done_with_it(line))
        return is_of_strikes or is_verb

    @property
    def _names_no_matter(self) -> bool:
        """Whether it only says before a colon what does not matter: `never mind the speeches: ...`."""
        texts = self.line.texts
        end = texts.index(":") if ":" in texts[:_LABEL_ENDS] else 0
        is_named = any(m.kind != PRONOUN for several in self.line.mentions[:end] for m in several)
        return (
            end > 1
            and texts[end - 1] not in ("mind", "nevermind")
            and not is_named
            and self.words.startswith(_NO_MATTER)
        )

    def _names_a_subject(self) -> bool:
        """Whether `all` is all of something that the rulebook's phrases speak of: `forget all bases`."""
        tables = (moods.SESSION, moods.PROGRAM, moods.STATEMENTS, moods.STEPS)
        surface = self.line.grammar.surface
        return any(
            one in ("all", "both")
            and not surface.isdisjoint((text, text.removesuffix("s")))
            and text not in english.CARRY_NOTHING
            and not any(table.within(f"{text} ") for table in tables)
            for one, text in zip(self.texts, self.texts[1:], strict=False)
        )

    def _asks_why_not(self) -> bool:
        is_about_advice = moods.ADVISING.within(self.words) is not None
        if self.is_question and is_about_advice and moods.LACKING.within(self.words):
            return not self.words.startswith(("is ", "are ", "do ", "does ", "did ", "has ", "have "))
        if moods.OVERTURNING.within(self.words):
            return False
        found = moods.WHY_NOT.within(self.words)
        return found is not None and "not to " not in self.words[found.start() : found.end() + 3]

    def _asks_why(self) -> bool:
        asked = without(self.wanted, moods.REGRETS, moods.OPENERS)  # `hold on, how come ...`
        found = moods.WHY.at_start(asked) or moods.WHY.at_start(self.body)
        is_ours = self.is_known or "you " in self.words or "your " in self.words or self.is_of_program
        if found is None and self.is_question and "mean " not in self.words:  # `what does grounds mean`
            found = moods.REASONS.within(spaced(self.wanted.split()[:_EARLY]))
        if found is None and self.is_asked and "," in self.line.texts:  # `your claim that ..., what is that built on?`
            at = len(self.line.texts) - self.line.texts[::-1].index(",")
            found = moods.WHY.at_start(spaced([text for text in self.line.texts[at:] if text != "?"]))
        return found is not None and (is_ours or len(self.texts) <= _SHORT)

    def _orders(self) -> bool:
        if moods.LEAVING.within(self.words) and not self.is_about:
            return True
        if self.is_question and not self.is_request:
            return False
        alone = moods.STEERING_ALONE.at_start(self.wanted)
        is_of_somebody = any(
            mention.kind != PRONOUN and self.line.texts[at] != "us"  # `let us`
            for at, several in enumerate(self.line.mentions)
            for mention in several
        )
        if alone and not (self.is_about and is_of_somebody):
            return True
        found = moods.STEERING.at_start(self.wanted)
        if found is None or self.is_told:
            return bool(moods.STEPS.within(self.words)) and bool(moods.WITHDRAWING.at_start(self.wanted))
        rest = self.wanted[found.end() :]
        is_shown = moods.SHOWING.at_start(self.wanted) is not None and self.is_of_program
        is_thing = moods.SESSION.within(rest) or (moods.PROGRAM.within(rest) and not is_shown)
        return bool(is_thing)

    def _asks(self) -> bool:
        found = moods.SHOWING.at_start(self.wanted) or moods.SHOWING.at_start(self.body)
        if (found is None and not self.is_asked) or moods.NO_QUESTION.at_start(self.wanted):
            return False
        if not self.is_question and self.first in english.ASKING:
            return False
        if self.is_everyday:
            return False
        if not self.is_asked and moods.WHO_KNOWS.at_start(self.words):
            return False
        if self.is_asked and self.is_of_the_last:
            return True
        asking = english.ASKING | AUXILIARIES
        is_ordered = moods.SHOWING.at_start(self.wanted) is not None and self.first not in asking
        kinds = self.line.grammar.lexicon.types
        asks_which = any(
            one.text in ("which", "whose") and other.stem in kinds for one, other in pairwise(self.line.tokens[:_EARLY])
        )
        return self.is_about or self.is_of_program or asks_which or (is_ordered and self.is_known and not self.is_told)

    @property
    def _names_a_result(self) -> bool:
        """Whether it is hardly more than the name of something that the program gives: `a short summary`."""
        is_sentence = not (english.BE | english.HAVE).isdisjoint(self.texts)
        is_sentence = is_sentence or (self.texts[0] in _SUBJECTS and not english.MODALS.isdisjoint(self.texts[1:2]))
        return self.is_of_program and len(self.texts) <= _SHORT and not (self.is_told or is_sentence)
