"""How a line would be read if it were sent now, and how it may go on: nothing is done, and nothing is fired."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.conversation.actions import ACTIONS, Action, asked_in, bare
from dragoman.conversation.answering import Answer, Kind, answer_in
from dragoman.conversation.deeds import Deeds
from dragoman.conversation.forms import Asked
from dragoman.conversation.lines import LONGEST, is_like_a_file
from dragoman.conversation.talk import Talk
from dragoman.language.complete import complete
from dragoman.language.forms import Intent, ReadFact, Reading
from dragoman.rulebook.words import capital
from dragoman.views.screen.forms import Preview

_MOST = 6
"""So many ways to go on are shown."""
_SAYS = {Kind.SKIP: "this question is passed over", Kind.REFUSE: "none of these", Kind.BACK: "the question before",
         Kind.STOP: "no more questions", Kind.EDIT: "the line again, to be edited"}  # fmt: skip
_KEYS = {"d": "that you don't know", "s": "this question is passed over", "w": "why that is asked"}
"""What the keys of a question do that are no answers."""
_ASKS = {Intent.WHY: "why", Intent.WHY_NOT: "why not", Intent.SHOW: "to be shown something", Intent.COMMAND: "for it"}


def preview(talk: Talk, text: str) -> Preview:
    """How `text` would be read after what was said.

    Raises:
        RulebookError: with all mistakes of the rulebook's phrases.
    """
    said = text.strip()[:LONGEST]
    if not said:
        return Preview(text)
    label, says = _meant(talk, said)
    return Preview(text, label, says, () if label == "answers" else tuple(_ends(talk, text)))


def _meant(talk: Talk, said: str) -> tuple[str, str]:
    if said.startswith("/"):
        action = asked_in(said)
        return ("asks", _help(action)) if action else ("", "")
    asked = talk.state.question
    if asked and said in _KEYS:
        return "answers", _KEYS[said]
    answer = answer_in(talk.grammar, asked, said) if asked else None
    if asked and answer:
        return _answered(talk, asked, answer, said)
    action = bare(said)
    if action is not None:
        return "asks", _help(action)
    if is_like_a_file(talk.rulebook, said):
        return "reads", "a fact as a file writes it"
    return _read(talk, said, talk.reader.read_after(talk.state.context, said))


def _help(action: Action) -> str:
    return f"{action.help}{f' ({action.argument})' if action.needs_argument else ''}"


def _answered(talk: Talk, asked: Asked, answer: Answer, said: str) -> tuple[str, str]:
    match answer.kind:
        case Kind.WHY:
            return "asks", "why that is asked"
        case Kind.FACT if answer.fact is not None:
            return "answers", _sentence(talk, said, answer.fact)
        case Kind.PICK if answer.number < len(asked.answers):
            return "answers", capital(asked.answers[answer.number].words)
    return "answers", _SAYS.get(answer.kind, "")


def _sentence(talk: Talk, said: str, fact: ReadFact) -> str:
    return capital(Deeds(talk, said).choice(fact).sentence)


def _read(talk: Talk, said: str, reading: Reading) -> tuple[str, str]:
    facts = reading.facts or reading.supposed or reading.withdrawn
    sentences = "; ".join(_sentence(talk, said, fact) for fact in facts)
    if sentences:
        label = "reads" if reading.facts else "what if" if reading.supposed else "takes back"
        unclear = f"   not understood: {', '.join(reading.not_understood)}" if reading.not_understood else ""
        return label, f"{sentences}{unclear}"
    if reading.intent in _ASKS:
        return "asks", _ASKS[reading.intent]
    offered = [one for offer in reading.offered for one in offer.choices][:2]
    if offered:
        return "may mean", "; or ".join(_sentence(talk, said, fact) for fact in offered)
    return "not understood", "so far" if reading.intent is Intent.OTHER else ""


# -- how it may go on


def _ends(talk: Talk, text: str) -> Iterator[str]:
    """What would be written after `text`."""
    if text.startswith("/"):
        begun = text[1:]
        names = [name for name in ACTIONS if name.startswith(begun) and name != begun] if " " not in text else []
        yield from (name[len(begun) :] for name in names[:_MOST])
        return
    begun = "" if text[-1:].isspace() else text.rsplit(" ", maxsplit=1)[-1]
    gap = "" if not text or text[-1:].isspace() or begun else " "
    for one in complete(text, talk.rulebook)[:_MOST]:
        if begun and one.text.lower().startswith(begun.lower()):
            yield one.text[len(begun) :]
        elif not begun or not one.text.lower().startswith(begun.lower()):
            yield f"{gap or ('' if text[-1:].isspace() else ' ')}{one.text}"
