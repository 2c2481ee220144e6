"""A line of plain English: what was read becomes a deed, an offer, or a request that others answer."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from dragoman.conversation.deeds import Deeds, corrected
from dragoman.conversation.forms import Open, Reply
from dragoman.conversation.fragments import amendments, is_correcting
from dragoman.conversation.lines import takes_back_the_latest
from dragoman.conversation.talk import Talk
from dragoman.conversation.telling import forget, tell, without
from dragoman.language.forms import Intent, Offer
from dragoman.language.forms import Reading as LineReading
from dragoman.language.remembered import among_told, as_read
from dragoman.situation.evidence import weigh

_AMENDING = (Intent.CORRECT, Intent.TELL, Intent.OTHER)


class English:
    """One line in plain English."""

    def __init__(self, talk: Talk, text: str) -> None:
        self.talk, self.text, self.rulebook = talk, text, talk.rulebook
        self.deeds = Deeds(talk, text)

    def read(self) -> tuple[Talk, Reply] | LineReading:
        """What the line does; the reading where it asks for something that others answer."""
        if takes_back_the_latest(self.text) and self.talk.state.latest:
            return self._withdraw_latest()
        reading = self.talk.reader.read_after(self.talk.state.context, self.text)
        if not (reading.facts or reading.withdrawn or reading.supposed) and reading.intent in _AMENDING:
            amended = self._amended(reading.offered)
            if amended is not None:
                return amended
        match reading.intent:
            case Intent.TELL | Intent.CORRECT:
                return self._tell_read(reading)
            case Intent.WITHDRAW:
                return self._withdraw(reading)
            case Intent.WHAT_IF:
                return self._suppose(reading)
        return reading

    def _amended(self, offered: Sequence[Offer]) -> tuple[Talk, Reply] | None:
        """The line as a fragment that corrects what was told last; None if it is none, or reads better as a whole."""
        still = [s for s in self.talk.state.latest if s in set(self.talk.situation.statements)]
        found = amendments(self.talk.grammar, self.text, still)
        if not found or (offered and len(found) > 1):
            return None
        reply = Reply(self.text, Intent.CORRECT)
        if len(found) > 1 or not is_correcting(self.text):
            taken = as_read(self.rulebook, found[0].old, "")
            choices = tuple(self.deeds.choice(one.fact) for one in found[:3])
            offer = Open(self.text.strip(), "it may correct what was told last", choices, (taken,))
            return self.deeds.only_offered(dataclasses.replace(reply, offered=(offer,)))
        (one,) = found
        back = without(self.talk.situation, [s for s in still if s.said == one.old])
        change = tell(back.situation, weigh(self.rulebook, back.situation), self.deeds.said((one.fact,)))
        return self.deeds.changed(reply, corrected(back, change))

    def _tell_read(self, reading: LineReading) -> tuple[Talk, Reply]:
        opened = self.deeds.opened(reading.offered, reading.withdrawn if reading.intent is Intent.CORRECT else ())
        reply = Reply(self.text, reading.intent, offered=opened, not_understood=reading.not_understood)
        said = self.deeds.said(reading.facts)
        if not said:
            return self.deeds.only_offered(reply)
        taken = reading.withdrawn if reading.intent is Intent.CORRECT else ()
        return self.deeds.tell(reply, said, taken)

    def _withdraw_latest(self) -> tuple[Talk, Reply]:
        latest = self.talk.state.latest
        still = [s for s in latest if s in set(self.talk.situation.statements)]
        if "last" in self.text.lower() and still:
            still = [s for s in still if s.said == still[-1].said]
        reply = Reply(self.text, Intent.WITHDRAW)
        if not still:
            return self.talk, dataclasses.replace(reply, problem="what was said last was taken back already")
        return self.deeds.changed(reply, without(self.talk.situation, still))

    def _withdraw(self, reading: LineReading) -> tuple[Talk, Reply]:
        reply = Reply(self.text, Intent.WITHDRAW)
        reading = among_told(self.rulebook, self.talk.situation, reading)
        change = forget(self.talk.situation, reading.withdrawn)
        if change.understood:
            return self.deeds.changed(reply, change)
        wanted = [one.sentence for one in map(self.deeds.choice, reading.withdrawn)]
        what = f": {'; '.join(wanted)}" if wanted else ""
        return self.talk, dataclasses.replace(reply, problem=f"nothing was told that this would take back{what}")

    def _suppose(self, reading: LineReading) -> tuple[Talk, Reply]:
        opened = tuple(dataclasses.replace(one, supposes=True) for one in self.deeds.opened(reading.offered))
        reply = Reply(self.text, Intent.WHAT_IF, "what-if", offered=opened, not_understood=reading.not_understood)
        said = self.deeds.said(reading.supposed)
        return self.deeds.supposed(reply, said, reading.supposed) if said else self.deeds.only_offered(reply)

    def suppose(self, text: str) -> tuple[Talk, Reply]:
        """What would change if it were as a text says."""
        return self._suppose(self.talk.reader.read_after(self.talk.state.context, f"what if {text}"))
