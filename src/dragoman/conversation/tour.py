"""The tour of a rulebook: its own lines, one after the other, each with what it shows; then a fact of one's own.

    tour_of(rulebook) -> Tour --after(reply)--> Tour --...--> a tour that is over

The lines are proposed, never said for anybody: what is said in between is answered, and the tour waits where it was.
"""

from __future__ import annotations

import dataclasses

from dragoman.conversation.actions import asked_in
from dragoman.conversation.examples import example_sentences
from dragoman.conversation.forms import Deed, Reply
from dragoman.form import form
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.words import capital

_FIRST = "This is a fact. Say it as you would to a colleague."
_FURTHER = "A second fact. What it changes in the advice is marked; F2 goes there and back."
_SHOWN = {
    "why": "Ask why. Whatever is advised can be followed down to what was told.",
    "why-not": "Ask why not: what is missing, and what would give it.",
    "what-if": "Suppose something: you see what would change, and the facts stay as they are.",
    "next": "Let it ask you: one question, the one whose answer settles most.",
    "undo": "Nothing is final. The last change is taken back.",
}
"""What the usual actions show; what any other does, the table of actions says."""
_OWN = "Now a fact of your own. Begin to type; Tab completes, and below you see how it is read."
_OVER = "That was the tour. What you told stays, and F1 shows the keys."
_TELLING = frozenset({Deed.TOLD, Deed.CORRECTED, Deed.KNOWN})


@form
class Stage:
    """One step of the way."""

    line: str
    """What is proposed to be said; at the end an example of it."""
    says: str
    """What it shows."""
    is_own: bool = False
    """Whether the line is an example only: a fact of one's own is asked for."""


@form
class Tour:
    """How far somebody has come."""

    stages: tuple[Stage, ...]
    at: int = 0

    @property
    def stage(self) -> Stage | None:
        """The step that is to be done; None once all are."""
        return self.stages[self.at] if self.at < len(self.stages) else None

    @property
    def says(self) -> str:
        """What to say beside the line."""
        return self.stage.says if self.stage else _OVER

    def after(self, reply: Reply) -> Tour:
        """The tour once a line was answered: one step on, if the line did what the step is about."""
        stage = self.stage
        if stage is None or reply.is_mistake:
            return self
        wanted = None if stage.is_own else asked_in(stage.line)
        told = bool({one.deed for one in reply.understood} & _TELLING)
        is_done = reply.action == wanted.name if wanted is not None else told and reply.action != "answer"
        return dataclasses.replace(self, at=self.at + 1) if is_done or (stage.is_own and told) else self


def tour_of(rulebook: Rulebook) -> Tour:
    """The tour of a rulebook; one without a line where it has none."""
    stages, facts = list[Stage](), 0
    for line in rulebook.tour:
        action = asked_in(line)
        if action is not None:
            stages.append(Stage(line, _SHOWN.get(action.name, f"{capital(action.help)}.")))
        else:
            stages.append(Stage(line, _FURTHER if facts else _FIRST))
            facts += 1
    example = next(iter(example_sentences(rulebook)), "")
    return Tour((*stages, Stage(example, _OWN, is_own=True)) if stages else ())
