"""A line of plain English: what was read becomes a deed, an offer, or a request that others answer."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence

from dragoman.conversation.deeds import Deeds, corrected
from dragoman.conversation.forms import Open, Reply
from dragoman.conversation.lines import takes_back_the_latest
from dragoman.conversation.questions import about_taking_back
from dragoman.conversation.request_line import RequestLine
from dragoman.conversation.state import State
from dragoman.conversation.talk import Talk
from dragoman.conversation.telling import forget, said_of, sentences, tell, without
from dragoman.language.corrections.fragments import Fragment, fragment
from dragoman.language.corrections.remembered import Meant, among_told, as_read, meant_in, names_fit
from dragoman.language.corrections.taken_back import is_said_within, taken_back_in, takes_both, takes_only_the_last
from dragoman.language.corrections.within import contradicted, gone_of, may_turn_back
from dragoman.language.earlier.latter import resolved_text
from dragoman.language.forms import Intent, Offer, ReadFact
from dragoman.language.forms import Reading as LineReading
from dragoman.language.words import english
from dragoman.language.words.tokens import tokens_of
from dragoman.situation.evidence import weigh
from dragoman.situation.forms import CHAT_LAYER, Said, Statement

_TAKING = frozenset(
    [
        "forget",
        "take",
        "back",
        "drop",
        "withdraw",
        "retract",
        "remove",
        "delete",
        "strike",
        "scrap",
        "scratch",
        "erase",
        "disregard",
        "ignore",
        "cancel",
        "undo",
        "bin",
        "said",
        "told",
        "wrote",
        "claimed",
        "line",
        "fact",
        "figure",
        "statement",
        "entry",
        "thing",
        "bit",
        "part",
        "about",
        "on",
        "what",
        "everything",
        "please",
        "again",
    ]
)
"""Words of lines that take something back, whatever it is."""
_AND_TOO = re.compile(
    r"^(?:and|also|plus|same for|likewise)\W+(?P<what>.{2,80}?)(?:,? (?:too|as well|also|likewise|while you are at it|please|pls|if you (?:would|please|will)))*$",
    re.IGNORECASE,
)
_AND_AT = re.compile(
    r"^(?:and|or|but|what about|how about|and what about|and how about|what if it (?:is|was|were)|and if it (?:is|was|were)|and with|make it) (?P<what>[^?]{1,60})\?*$",
    re.IGNORECASE,
)
_AMENDING = (Intent.CORRECT, Intent.TELL, Intent.OTHER)


def _is_less(before: State, now: State) -> bool:
    """Whether the last change only took something back."""
    return set(now.situation.statements) < set(before.situation.statements)


class English:
    """One line in plain English."""

    def __init__(self, talk: Talk, text: str) -> None:
        self.talk, self.text, self.rulebook = talk, text, talk.rulebook
        self.deeds = Deeds(talk, text)

    def read(self) -> tuple[Talk, Reply] | LineReading:
        """What the line does; the reading where it asks for something that others answer."""
        if takes_back_the_latest(self.text) and self.talk.state.latest:
            return self._withdraw_latest()
        if takes_both(self.text) and (both := self._withdraw_both()) is not None:
            return both
        more = self._supposes_more() or self._withdraws_more() or self._fragment((), adds=True)
        if more is not None:
            return more
        context = self.talk.state.context
        latest = tuple(fact for fact in context.latest if self._still_stands(fact))
        context = context._replace(told=(), latest=latest)  # what was told is asked of the situation, where it still is
        reading = self.talk.reader.read_after(context, self.text)
        done = self._done(reading)
        return reading if done is None else (done[0], dataclasses.replace(done[1], reading=reading))

    def _still_stands(self, fact: ReadFact) -> bool:
        """Whether what the last line told is told still."""
        own = (as_read(self.rulebook, said, "") for said in self._told())
        return any((one.fact, one.slots, one.holds) == (fact.fact, fact.slots, fact.holds) for one in own)

    def _done(self, reading: LineReading) -> tuple[Talk, Reply] | None:
        """What a reading tells, takes back or supposes; None where it asks for something that others answer."""
        if not (reading.facts or reading.withdrawn or reading.supposed) and reading.intent in _AMENDING:
            amended = self._fragment(reading.offered)
            if amended is not None:
                return amended
        match reading.intent:
            case Intent.TELL | Intent.CORRECT:
                return self._tell_read(reading)
            case Intent.WITHDRAW:
                return self._withdraw(reading)
            case Intent.WHAT_IF:
                return self._suppose(reading)
        return None

    def _fragment(self, offered: Sequence[Offer], *, adds: bool = False) -> tuple[Talk, Reply] | None:
        """The line as a fragment of what was told; None if it is none, or reads better as a whole.

        With `adds`, only one that goes on from it.
        """
        offers = self._offered()
        told = {as_read(self.rulebook, said, said.words): said for said in offers or self._told()}
        text = resolved_text(self.talk.grammar, self.text, self.talk.state.context)
        found = fragment(self.talk.grammar, text, tuple(told))
        if found is not None and self.talk.state.is_lost and (offers or not found.names_old):
            found = found._replace(is_plain=False)
        if found is None or (offered and not found.is_plain) or (adds and not found.adds):
            return None
        reply = Reply(self.text, Intent.TELL if found.adds else Intent.CORRECT)
        if not found.is_plain or len(found.amendments) > 1:
            return self._fragment_offered(reply, found, told)
        (one,) = found.amendments
        if found.adds:
            return self.deeds.tell(reply, self.deeds.said(one.facts))
        old = told[one.old]
        back = without(self.talk.situation, [s for s in self.talk.situation.statements if s.said == old])
        change = tell(back.situation, weigh(self.rulebook, back.situation), self.deeds.said(one.facts))
        return self.deeds.changed(reply, corrected(back, change))

    def _fragment_offered(self, reply: Reply, found: Fragment, told: Mapping[ReadFact, Said]) -> tuple[Talk, Reply]:
        """What a fragment may say, for consent."""
        old = found.amendments[0].old
        is_told = told[old] in {s.said for s in self.talk.situation.statements}
        taken = (dataclasses.replace(old, span=""),) if is_told and not found.adds else ()
        facts = dict.fromkeys(fact for one in found.amendments for fact in one.facts)
        why = "it may say the same of another" if found.adds else "it may correct what was told"
        offer = Open(self.text.strip(), why, tuple(map(self.deeds.choice, list(facts)[:3])), taken)
        return self.deeds.only_offered(dataclasses.replace(reply, offered=(offer,)))

    def _offered(self) -> list[Said]:
        """What the line before was offered as, if it told nothing: a fragment goes on from that."""
        state = self.talk.state
        choices = [one.fact for one in state.open[0].choices] if state.is_lost and state.open else []
        said = (said_of(self.rulebook, fact, self.deeds.place) for fact in choices)
        return [one for one in said if one is not None]

    def _told(self) -> list[Said]:
        """What was told in the chat, the latest first: of the last line before all others, then by when it was said."""
        still = self.talk.situation.statements
        own = [s.said for s in still if s.said.layer == CHAT_LAYER]
        latest = [s.said for s in self.talk.state.latest if s.said in set(own)]
        return list(dict.fromkeys((*reversed(latest), *reversed(own))))

    def _tell_read(self, reading: LineReading) -> tuple[Talk, Reply]:
        opened = self.deeds.opened(reading.offered, reading.withdrawn if reading.intent is Intent.CORRECT else ())
        reply = Reply(self.text, reading.intent, offered=opened, not_understood=reading.not_understood)
        said = self.deeds.said(reading.facts)
        if not said:
            return self.deeds.only_offered(reply)
        taken = reading.withdrawn if reading.intent is Intent.CORRECT else ()
        if reading.intent is Intent.CORRECT or may_turn_back(self.text):
            taken = self._refused(reading) or taken
            reply = dataclasses.replace(reply, intent=Intent.CORRECT) if taken else reply
        return self.deeds.tell(reply, said, taken)

    def _refused(self, reading: LineReading) -> tuple[ReadFact, ...]:
        """What the last line told and this one tells something else in place of: `no, B has it`."""
        still = [s.said for s in self.talk.state.latest if s in set(self.talk.situation.statements)]
        latest = [as_read(self.rulebook, said, said.words) for said in dict.fromkeys(still)]
        return () if gone_of(latest, reading.withdrawn) else tuple(contradicted(latest, reading.facts))

    def _withdraws_more(self) -> tuple[Talk, Reply] | None:
        """The line as one more thing to take back, right after something was: `and the objection too`."""
        before = self.talk.state.before
        went_back = before is not None and before.line == self.talk.state.line - 1 and _is_less(before, self.talk.state)
        found = _AND_TOO.match(self.text.strip(" .!")) if went_back else None
        meant = self._meant(found["what"]) if found is not None else None
        return self._take_back(Reply(self.text, Intent.WITHDRAW), meant) if meant is not None else None

    def _withdraw_latest(self) -> tuple[Talk, Reply]:
        latest = self.talk.state.latest
        still = [s for s in latest if s in set(self.talk.situation.statements)]
        if "last" in self.text.lower() and still:
            still = [s for s in still if s.said == still[-1].said]
        reply = Reply(self.text, Intent.WITHDRAW)
        if not still:
            return self.talk, dataclasses.replace(reply, problem="what was said last was taken back already")
        return self.deeds.changed(reply, without(self.talk.situation, still))

    def _withdraw_both(self) -> tuple[Talk, Reply] | None:
        """The last two that were said, taken back; None if they were not two."""
        several = list(dict.fromkeys((said.place.source, said.words) for said in self._told()))[:2]
        gone = [s for s in self.talk.situation.statements if s.said.layer == CHAT_LAYER]
        gone = [s for s in gone if (s.said.place.source, s.said.words) in several]
        reply = Reply(self.text, Intent.WITHDRAW)
        return self.deeds.changed(reply, without(self.talk.situation, gone)) if len(several) > 1 else None

    def _withdraw(self, reading: LineReading) -> tuple[Talk, Reply]:
        reply = Reply(self.text, Intent.WITHDRAW)
        if reading.withdrawn and all(is_said_within(self.text, fact) for fact in reading.withdrawn):
            return self._withdraw_within(reply, reading)
        if self.talk.state.latest and takes_only_the_last(self.talk.grammar, self.text):
            return self._withdraw_latest()
        words = taken_back_in(self.text)
        meant = self._meant(words)
        if meant is not None:
            return self._take_back(reply, meant)
        fitting = tuple(fact for fact in reading.withdrawn if names_fit(self.talk.grammar, words, fact))
        reading = dataclasses.replace(reading, withdrawn=fitting)
        reading = among_told(self.rulebook, self.talk.situation, reading)
        named = self._of_source()
        if named:
            return self.deeds.changed(reply, without(self.talk.situation, named))
        change = forget(self.talk.situation, [one for one in reading.withdrawn if self._speaks_of(one)])
        if change.understood:
            return self.deeds.changed(reply, change)
        wanted = [one.sentence for one in map(self.deeds.choice, reading.withdrawn)]
        what = f": {'; '.join(wanted)}" if wanted else ""
        return self.talk, dataclasses.replace(reply, problem=f"nothing was told that this would take back{what}")

    def _withdraw_within(self, reply: Reply, reading: LineReading) -> tuple[Talk, Reply]:
        """What a line tells and takes back itself, and what else it tells."""
        if said := self.deeds.said(reading.facts):
            return self.deeds.tell(reply, said, reading.withdrawn)
        change = forget(self.talk.situation, reading.withdrawn)
        if change.understood:
            return self.deeds.changed(reply, change)
        wanted = "; ".join(one.sentence for one in map(self.deeds.choice, reading.withdrawn))
        return self.talk, dataclasses.replace(reply, problem=f"nothing was told that this would take back: {wanted}")

    def _speaks_of(self, fact: ReadFact) -> bool:
        """Whether the line has a word of what it would take back, so that a guess of the search takes nothing else back."""
        said = [s.said for s in self.talk.situation.statements if s.atom.fact == fact.fact]
        known = self.rulebook.facts[fact.fact]
        texts = [self.deeds.choice(fact).sentence, *known.words, *(one.words for one in said)]
        about = {token.stem for text in texts for token in tokens_of(text)}
        carry = [t.stem for t in tokens_of(self.text) if t.is_word and t.text not in english.CARRY_NOTHING | _TAKING]
        return not carry or 2 * sum(stem in about for stem in carry) >= len(carry)

    def _meant(self, words: str) -> tuple[Meant, dict[ReadFact, Said]] | None:
        """What some words mean of what was told in the chat, or else of what was loaded."""
        own = self._told()
        for several in (own, [s.said for s in self.talk.situation.statements if s.said.layer != CHAT_LAYER]):
            told = {as_read(self.rulebook, said, said.words): said for said in several}
            meant = meant_in(self.talk.grammar, words, tuple(told), self.text) if told else None
            if meant is not None:
                return meant, told
        return None

    def _take_back(self, reply: Reply, found: tuple[Meant, dict[ReadFact, Said]]) -> tuple[Talk, Reply]:
        """What was meant, taken back; which is meant, asked, where it may be one of several."""
        meant, told = found
        gone = {told[fact] for fact in meant.facts}
        statements = self._of_named([s for s in self.talk.situation.statements if s.said in gone])
        if meant.is_plain:
            return self.deeds.changed(reply, without(self.talk.situation, statements))
        by_said: dict[Said, list[Statement]] = {}
        for statement in statements:
            by_said.setdefault(statement.said, []).append(statement)
        asked = about_taking_back({"; ".join(sentences(self.rulebook, s)): tuple(s) for s in by_said.values()})
        state = dataclasses.replace(self.talk.state, question=asked, since=self.talk.state.line)
        return self.talk.at(state), dataclasses.replace(reply, question=asked)

    def _of_named(self, statements: Sequence[Statement]) -> list[Statement]:
        """Of what was said of a group only that of the members whom the line names, if it names some and not all."""
        named = frozenset(RequestLine(self.talk.grammar, self.text, self.talk.state.context).names)
        by_said: dict[Said, list[Statement]] = {}
        for statement in statements:
            by_said.setdefault(statement.said, []).append(statement)
        of_them = {said: [s for s in some if named.intersection(s.atom.key)] for said, some in by_said.items()}
        return [s for said, some in by_said.items() for s in (of_them[said] or some)]

    def _of_source(self) -> list[Statement]:
        """What the one source said that the line names: `take back the World Bank figure`."""
        words = {
            token.text for token in tokens_of(self.text) if token.is_word and token.text not in english.CARRY_NOTHING
        }
        by_source: dict[str, list[Statement]] = {}
        for statement in self.talk.situation.statements:
            if statement.said.source is not None and statement.said.layer == CHAT_LAYER:
                by_source.setdefault(statement.said.source.title, []).append(statement)
        named = [t for t in by_source if words & {one.text for one in tokens_of(t)} - {"the", "a", "of"}]
        return by_source[named[0]] if len(named) == 1 else []

    def _suppose(self, reading: LineReading) -> tuple[Talk, Reply]:
        opened = tuple(dataclasses.replace(one, supposes=True) for one in self.deeds.opened(reading.offered))
        reply = Reply(self.text, Intent.WHAT_IF, "what-if", offered=opened, not_understood=reading.not_understood)
        said = self.deeds.said(reading.supposed)
        return self.deeds.supposed(reply, said, reading.supposed) if said else self.deeds.only_offered(reply)

    def _supposes_more(self) -> tuple[Talk, Reply] | None:
        """The line as another value of what was supposed just before, or one more of it: `and at 39?`."""
        state, found = self.talk.state, _AND_AT.match(self.text.strip())
        is_offered = state.is_lost and bool(state.open) and state.open[0].supposes
        if found is None or not (is_offered or state.supposed_in == state.line - 1):
            return None
        before = tuple(one.fact for one in state.open[0].choices) if is_offered else state.supposed[::-1]
        forms = (fragment(self.talk.grammar, text, before) for text in (found["what"], f"no, {found['what']}"))
        more = next((one for one in forms if one is not None and one.is_plain), None)
        if more is None or len(more.amendments) != 1:
            return None
        (one,) = more.amendments
        reply = Reply(self.text, Intent.WHAT_IF, "what-if")
        if is_offered:
            choices = tuple(map(self.deeds.choice, one.facts))
            offer = Open(self.text.strip(), "it goes on from what was offered", choices, supposes=True)
            return self.deeds.only_offered(dataclasses.replace(reply, offered=(offer,)))
        facts = (*(fact for fact in state.supposed if more.adds or fact != one.old), *one.facts)
        return self.deeds.supposed(reply, self.deeds.said(facts), facts, goes_on=True)

    def suppose(self, text: str) -> tuple[Talk, Reply]:
        """What would change if it were as a text says."""
        return self._suppose(self.talk.reader.read_after(self.talk.state.context, f"what if {text}"))
