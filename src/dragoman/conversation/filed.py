"""A line that is written as a file writes a fact: told, denied or forgotten."""

from __future__ import annotations

import dataclasses

from dragoman.conversation.deeds import Deeds
from dragoman.conversation.examples import example_facts
from dragoman.conversation.forms import Reply
from dragoman.conversation.talk import Talk
from dragoman.conversation.telling import without
from dragoman.language.forms import Intent
from dragoman.situation.assemble import forget_in, read_chat_fact
from dragoman.situation.reader import FactReader
from dragoman.situation.typed import typed
from dragoman.source.nodes import Mapping, Node
from dragoman.source.reading import Reading


class Filed:
    """One line in flow style."""

    def __init__(self, talk: Talk, text: str) -> None:
        self.talk, self.text, self.rulebook = talk, text, talk.rulebook
        self.deeds = Deeds(talk, text)

    def reply(self) -> tuple[Talk, Reply]:
        """What the line leads to; mistakes are findings, and change nothing."""
        reading = Reading("FA", locators=self.rulebook.locators)
        node = typed(reading, self.deeds.place.source, self.text)
        if isinstance(node, Mapping) and not reading.findings:
            forgotten = node.get("forget")
            return (
                self._forget_typed(reading, node, forgotten)
                if forgotten is not None
                else self._tell_typed(reading, node)
            )
        if not reading.findings:
            such = next((f" such as '{fact}'" for fact in example_facts(self.rulebook)), "")
            reading.note(self.deeds.place, "012", f"write a fact{such}, or /help")
        return self.talk, Reply(self.text, Intent.TELL, findings=tuple(reading.findings))

    def _tell_typed(self, reading: Reading, node: Mapping) -> tuple[Talk, Reply]:
        said = read_chat_fact(self.rulebook, reading, node)
        if said is None or reading.findings:
            return self.talk, Reply(self.text, Intent.TELL, findings=tuple(reading.findings))
        return self.deeds.tell(Reply(self.text, Intent.TELL), (said,))

    def _forget_typed(self, reading: Reading, node: Mapping, forgotten: Node) -> tuple[Talk, Reply]:
        reply = Reply(self.text, Intent.WITHDRAW)
        if len(node.entries) > 1:
            reading.note(node.place, "012", "a line forgets one thing and says nothing else")
            return self.talk, dataclasses.replace(reply, findings=tuple(reading.findings))
        pattern = FactReader(reading, self.rulebook).read_forget(forgotten)
        dropped = forget_in(self.talk.situation, pattern)[1] if pattern is not None else ()
        if pattern is not None and not dropped:
            reading.note(pattern.place, "501", "nothing was said that this would forget; /facts shows what was")
        if reading.findings:
            return self.talk, dataclasses.replace(reply, findings=tuple(reading.findings))
        return self.deeds.changed(reply, without(self.talk.situation, dropped))
