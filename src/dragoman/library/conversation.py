"""A conversation for a Python program: lines in, what came of each out; nothing of it touches the disk.

talk = Conversation(situation)
print(talk.say("Kyrgyzstan owes China 42 percent of its foreign debt"))
talk.say("undo")
talk.advice
"""

from __future__ import annotations

import dataclasses
from typing import Any

from dragoman.advice.forms import Advice
from dragoman.conversation.forms import Reply
from dragoman.conversation.json_form import reply_json
from dragoman.conversation.step import ask, say
from dragoman.conversation.talk import Talk
from dragoman.display import Displayed
from dragoman.engines.model import Engine
from dragoman.engines.select import default_engine
from dragoman.exact.difference_forms import Difference
from dragoman.form import form
from dragoman.rulebook.forms import Rulebook
from dragoman.situation.forms import Situation
from dragoman.source.visible import brief
from dragoman.views.reply import reply_text

_ELSEWHERE = {
    "load": "begin a Conversation about the situation that read_situation gives",
    "save": "the facts are in its situation.to_dict()",
    "export": "print its advice",
}
"""What takes a disk, and what a program does in its place."""


@form
class Said(Displayed):
    """A line that was said, and what came of it."""

    line: str
    reply: Reply
    """What was understood, offered, asked and shown, as forms (:mod:`dragoman.conversation.forms`)."""
    talk: Talk
    """The conversation after it."""

    def __repr__(self) -> str:
        return f"<Said '{brief(self.line, 60)}': {len(self.reply.understood)} understood>"

    @property
    def text(self) -> str:
        """The reply as people read it, several lines."""
        return reply_text(self.reply, self.talk.rulebook)

    @property
    def changes(self) -> Difference | None:
        """What changed in the advice, or would where something was only supposed; None where nothing could."""
        return self.reply.difference

    @property
    def is_mistake(self) -> bool:
        """Whether nothing was done."""
        return self.reply.is_mistake

    def to_dict(self) -> dict[str, Any]:
        """What `dragoman chat --json` prints for a line (`dragoman schema reply`)."""
        return reply_json(self.talk, self.reply, self.text)


class Conversation:
    """Lines said one after the other about a situation: plain English, commands of the chat, or facts as files have them."""

    def __init__(self, about: Situation | Rulebook, engine: Engine | None = None) -> None:
        """Begin with a situation, or with nothing told to a rulebook.

        Raises:
            EngineError: if the engine refuses the rulebook or fails.
        """
        situation = about if isinstance(about, Situation) else None
        rulebook = about.rulebook if isinstance(about, Situation) else about
        self._talk = Talk.begin(rulebook, engine or default_engine(), situation)

    def __repr__(self) -> str:
        return f"<Conversation on '{brief(self.situation.title)}' after {self._talk.state.line} lines>"

    @property
    def situation(self) -> Situation:
        """What is told by now."""
        return self._talk.situation

    @property
    def advice(self) -> Advice:
        """What is advised on it."""
        return self._talk.advised.advice

    def say(self, line: str, *, asks: bool = True) -> Said:
        """What a line leads to; with `asks`, the reply ends with the question that settles most, which takes longer.

        What is said in one line, `undo` takes back in another. A mistake changes nothing and raises nothing: the reply
        says what is wrong. Files are not read or written: `load`, `save` and `export` say what to do instead.

        Raises:
            EngineError: if the engine fails; the conversation stays as it was.
            RulebookError: with all mistakes of the rulebook's phrases, if it takes them to read the line.
        """
        talk, reply = say(self._talk, line)
        if reply.action in _ELSEWHERE and not reply.is_mistake:
            problem = f"nothing here reads or writes files; {_ELSEWHERE[reply.action]}"
            reply = dataclasses.replace(reply, problem=problem)
        elif asks:
            talk, reply = ask(talk, reply)
        self._talk = talk
        return Said(line, reply, talk)
