"""What a line does once it is understood: tell, suppose, offer; the talk after it and the reply.

Every change of the facts goes through :meth:`Deeds.changed`, so that each can be undone and says what it changed.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence

from dragoman.advice.statement_wording import wording_of
from dragoman.conversation import questions
from dragoman.conversation.forms import Choice, Deed, Open, Reply
from dragoman.conversation.lines import is_like_a_file
from dragoman.conversation.state import State
from dragoman.conversation.talk import Talk
from dragoman.conversation.telling import Change, forget, said_of, tell
from dragoman.errors import Place
from dragoman.exact.difference import Advised, difference
from dragoman.exact.machine import SUPPOSED_LAYER
from dragoman.language.earlier.context import Context
from dragoman.language.forms import Intent, Offer, ReadFact
from dragoman.rulebook.forms import Blank
from dragoman.situation.evidence import weigh
from dragoman.situation.forms import Said, Situation


class Deeds:
    """What one line can do."""

    def __init__(self, talk: Talk, text: str) -> None:
        self.talk, self.text = talk, text
        self.place = Place(f"chat line {talk.state.line}")
        self.rulebook = talk.rulebook

    def tell(self, reply: Reply, said: Sequence[Said], taken: Sequence[ReadFact] = ()) -> tuple[Talk, Reply]:
        """Tell, and first take back what is corrected by it."""
        back = forget(self.talk.situation, taken)
        evidence = self.talk.advised.evaluation.evidence
        if back.understood:
            evidence = weigh(self.rulebook, back.situation)
        change = tell(back.situation, evidence, said)
        if back.understood:
            change = corrected(back, change)
        return self.changed(reply, change)

    def changed(self, reply: Reply, change: Change) -> tuple[Talk, Reply]:
        """The talk after a change, with what the reply says of it."""
        clashes = tuple(clash for clash, _, _ in change.clashes)
        reply = dataclasses.replace(reply, understood=change.understood, clashes=clashes)
        state = self._passed_over(self.talk.state)
        context = self._context(reply)
        state = dataclasses.replace(state, open=reply.offered or state.open, context=context, is_lost=False)
        if change.situation == self.talk.situation:
            return self.talk.at(state), reply
        talk, reply = self.talk.moved(state.changed(change.situation, change.told), reply)
        if change.clashes and not reply.offered:
            asked = questions.about_clash(*change.clashes[0])
            talk = talk.at(dataclasses.replace(talk.state, question=asked, since=talk.state.line))
            reply = dataclasses.replace(reply, question=asked)
        return talk, reply

    def supposed(
        self, reply: Reply, said: Sequence[Said], facts: Sequence[ReadFact], *, goes_on: bool = False
    ) -> tuple[Talk, Reply]:
        """What would change; what was supposed just before goes with it where a line begins with `and`.

        With `goes_on`, it is in `facts` already, as the line puts it.
        """
        state = self.talk.state
        several = {fact.meaning: fact for fact in (*state.all_supposed, *facts)}
        if re.match(r"\s*and\b", self.text, re.IGNORECASE) and state.supposed and facts and not goes_on:
            facts = (*state.supposed, *facts)
            said = self.said(facts)
        change = self._supposition(said)
        supposed = Advised.of(change.situation, engine=self.talk.engine)
        changes = difference(self.talk.advised, supposed)
        kept = dataclasses.replace(
            state, supposed=tuple(facts), supposed_in=state.line, all_supposed=tuple(several.values())
        )
        talk = self.talk.at(kept)
        return talk, dataclasses.replace(reply, understood=change.understood, difference=changes)

    def _supposition(self, said: Iterable[Said]) -> Change:
        """What is said now with `said` above all of it."""
        above = tuple(dataclasses.replace(one, layer=SUPPOSED_LAYER) for one in said)
        return tell(self.talk.situation, self.talk.advised.evaluation.evidence, above, Deed.SUPPOSED)

    def as_supposed(self) -> Situation | None:
        """The situation as it was supposed last; None if nothing was."""
        said = self.said(self.talk.state.supposed)
        return self._supposition(said).situation if said else None

    def only_offered(self, reply: Reply) -> tuple[Talk, Reply]:
        """Nothing is told: what is offered stays open, and what was not understood is said."""
        if not reply.offered and not reply.not_understood:
            reply = dataclasses.replace(reply, not_understood=(self.text.strip(),))
        state = dataclasses.replace(self.talk.state, is_lost=True, context=self._named())
        if not reply.offered:
            return self.talk.at(dataclasses.replace(state, open=())), reply
        state = self._passed_over(state)
        return self.talk.at(dataclasses.replace(state, open=reply.offered, question=None)), reply

    def _named(self) -> Context:
        """Who the line names, for the next; what was told before is not gone on from."""
        return self.talk.reader.after(self.text, self.talk.state.context)._replace(last=None)

    def said(self, facts: Iterable[ReadFact]) -> tuple[Said, ...]:
        """Facts that were read as statements of this line, each at the words that it came from."""
        found = []
        for fact in facts:
            at = self.text.find(fact.span) if fact.span else -1
            place = self.place._replace(column=at + 1 if at >= 0 else 1)
            said = said_of(self.rulebook, fact, place)
            if said is not None:
                found.append(said)
        return tuple(dict.fromkeys(found))

    def opened(self, offers: Sequence[Offer], withdraws: Sequence[ReadFact] = ()) -> tuple[Open, ...]:
        """Offers of the reader in the rulebook's words; consent takes `withdraws` back."""
        return tuple(
            Open(offer.span, offer.reason, tuple(map(self.choice, offer.choices)), tuple(withdraws))
            for offer in offers
            if offer.choices
        )

    def choice(self, fact: ReadFact) -> Choice:
        """A fact with the sentence that says it."""
        said = said_of(self.rulebook, fact, self.place)
        if said is not None:
            return Choice(_says(self.talk, said), fact)
        kind, voices = self.rulebook.facts[fact.fact], wording_of(self.rulebook)
        known = {slot.name: str(fact.slots[slot.name]) for slot in kind.keys if slot.name in fact.slots}
        terms = tuple(known.get(name, Blank.ANY) for name in kind.key_names)
        return Choice(voices.wording.sentence(kind, terms), fact)

    def _context(self, reply: Reply) -> Context:
        """What the line leaves behind: its own words, or those that it was understood as."""
        context, reader = self.talk.state.context, self.talk.reader
        is_english = reply.intent in (Intent.TELL, Intent.CORRECT) and not is_like_a_file(self.rulebook, self.text)
        texts = [self.text] if is_english else [one.sentence for one in reply.understood]
        for text in texts:
            context = reader.after(text, context)
        return context.without_the_last_line() if reply.intent is Intent.WITHDRAW else context

    def _passed_over(self, state: State) -> State:
        """The state once something else was said than what an open question asked for."""
        asked = state.question
        if asked is None or asked.atom is None:
            return state
        return dataclasses.replace(state, passed=state.passed | {asked.atom}, question=None)


def _says(talk: Talk, said: Said) -> str:
    text = wording_of(talk.rulebook).whole(said)
    return f"{text} ({said.told_as})" if said.told_as else text


def corrected(back: Change, change: Change) -> Change:
    """What was taken back for something else as one deed."""
    was = "; ".join(one.sentence for one in back.understood)
    first, *rest = change.understood or back.understood
    if first.deed is Deed.TOLD:
        first = dataclasses.replace(first, deed=Deed.CORRECTED, was=was)
        return dataclasses.replace(change, understood=(first, *rest))
    if first.deed is Deed.CORRECTED:
        return dataclasses.replace(change, understood=(dataclasses.replace(first, was=was or first.was), *rest))
    return dataclasses.replace(change, understood=(*back.understood, *change.understood))
