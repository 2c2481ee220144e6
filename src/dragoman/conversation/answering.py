"""A line as the answer to what was asked: `yes`, `2`, `42 percent`, `operating`, `don't know`, `skip`, `why do you ask`.

A line is an answer only if all of it is one: `20 percent of its gas goes to China` tells something, whatever was asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from dragoman.conversation.forms import Asked, AskedKind
from dragoman.errors import Place
from dragoman.language.corrections.slots_said import number_said
from dragoman.language.forms import ReadFact
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.line.line import Line
from dragoman.language.telling.teller import checked_slots
from dragoman.language.words.tokens import tokens_of
from dragoman.rulebook.forms import FactType, ValueSlot
from dragoman.source.python_reader import read_python
from dragoman.source.reading import Reading
from dragoman.values.enumeration import Enumeration

_YES = frozenset(
    ["y", "yes", "yep", "yeah", "yup", "sure", "ok", "okay", "right", "correct", "true", "indeed", "exactly", "certainly", "definitely", "agreed", "absolutely", "affirmative"]
) | {"that is right", "that's right", "yes please", "it does", "it is", "they do", "they are", "i do", "of course", "yes it does",
     "yes it is", "yes they do", "yes, it does", "yes, it is", "yes, they do", "that's it", "that is it", "go ahead", "please do"}  # fmt: skip
_NO = frozenset(["n", "no", "nope", "nah", "false", "wrong", "never", "none", "neither", "incorrect", "negative"]) | {
    "not at all", "no it does not", "no it doesn't", "no, it does not", "no, it doesn't", "it does not", "it doesn't", "it is not",
    "it isn't", "they do not", "they don't", "that is wrong", "that's wrong", "neither of them", "none of them", "none of these",
    "no thanks", "no thank you", "rather not", "i did not", "i didn't", "no, it is not", "no it is not", "no it isn't", "no, it isn't",
}  # fmt: skip
_SKIP = frozenset(["skip", "pass", "dunno", "unknown", "later", "idk", "?", "unclear"]) | {
    "don't know", "dont know", "do not know", "i don't know", "i dont know", "i do not know", "no idea", "not sure", "i am not sure",
    "i'm not sure", "im not sure", "can't say", "cannot say", "cant say", "hard to say", "no answer", "skip it", "skip this", "skip that",
    "skip this one", "next question", "another question", "ask me something else", "not known", "nobody knows", "who knows",
}  # fmt: skip
_STOP = frozenset(
    {
        "stop",
        "stop asking",
        "no more questions",
        "enough",
        "that is enough",
        "that's enough",
        "enough questions",
        "done",
    }
)
_BACK = frozenset({"back", "go back", "previous", "previous question", "the one before", "one back"})
_WHY = re.compile(
    r"^(?:and |but )?why (?:do|are|would|did) you (?:ask|asking|want to know|need)\b|^why (?:that|this) question|^why does (?:that|it) matter|^what for\b|^why is that (?:important|relevant)"
)
_HEDGED = re.compile(
    r"^(?P<hedge>probably|likely|most likely|very likely|almost certainly|i think|i believe|i guess)[ ,]+(?P<rest>.+)$|^(?P<rest2>yes|no)[ ,]+(?P<hedge2>probably|likely|most likely|very likely|almost certainly|i think|i believe|i guess)$"
)
_ALL = frozenset({"all", "both", "all of them", "both of them", "everything", "each", "all of these", "each of them"})
_FIRST = {"first": 1, "the first": 1, "the first one": 1, "one": 1, "former": 1, "the former": 1, "second": 2, "the second": 2, "two": 2,
          "the second one": 2, "latter": 2, "the latter": 2, "third": 3, "the third": 3, "the third one": 3, "three": 3, "the last one": -1}  # fmt: skip
_LIKELIHOODS = {"almost certainly": "almost certain", "very likely": "very likely"}


class Kind(Enum):
    """What an answer does."""

    FACT = "fact"
    """It tells something."""
    PICK = "pick"
    """It takes one of the answers that were offered."""
    REFUSE = "refuse"
    """It takes none of them."""
    SKIP = "skip"
    WHY = "why"
    """It asks why it is asked."""
    BACK = "back"
    STOP = "stop"
    EDIT = "edit"


class Answer(NamedTuple):
    """What a line answers."""

    kind: Kind
    number: int = 0
    """Of what was picked, from 0."""
    fact: ReadFact | None = None


def answer_in(grammar: Grammar, asked: Asked, text: str) -> Answer | None:
    """What `text` answers to what was asked; None if it is no answer."""
    said = " ".join(text.lower().replace("\u2019", "'").split()).strip(" .!,")
    plain = said.rstrip("?").strip() or said
    if _WHY.match(plain):
        return Answer(Kind.WHY)
    for words, kind in ((_STOP, Kind.STOP), (_BACK, Kind.BACK), (_SKIP, Kind.SKIP)):
        if said in words:
            return Answer(kind)
    if asked.kind is AskedKind.OPEN:
        return _of_fact(grammar, asked, said, text)
    if said in ("edit", "e"):
        return Answer(Kind.EDIT)
    return _of_several(asked, plain)


def is_of_another_kind(text: str) -> bool:
    """Whether a line answers a question of another kind: yes or no, or a bare number."""
    said = " ".join(text.lower().split()).strip(" .!,")
    return said in _YES or said in _NO or re.fullmatch(r"\d+(?:[.,]\d+)?\s*%?", said) is not None


def _of_several(asked: Asked, said: str) -> Answer | None:
    """One of the answers that were named, by its key, its number, its place or its words."""
    for number, one in enumerate(asked.answers):
        if said in (one.key, one.words.lower()):
            return Answer(Kind.REFUSE) if one.key == "n" else Answer(Kind.PICK, number)
    if said in _NO:
        return Answer(Kind.REFUSE)
    many = len(asked.several) - 1 if asked.several else sum(one.key != "n" for one in asked.answers)
    place = _FIRST.get(said)
    if place is not None and many > 1 and place <= many:
        return Answer(Kind.PICK, place - 1 if place > 0 else many - 1)
    if said in _YES and asked.kind is AskedKind.OFFER:
        return Answer(Kind.PICK, 0)
    if asked.kind is AskedKind.TAKE_BACK and said in _ALL:
        return Answer(Kind.PICK, len(asked.several) - 1)
    if asked.kind is AskedKind.CLASH and said in ("mine", "my own", "what i said", "keep mine", "yes"):
        return Answer(Kind.PICK, 0)
    if asked.kind is AskedKind.CLASH and said in ("theirs", "the other", "the other one", "keep theirs"):
        return Answer(Kind.PICK, 1)
    if asked.kind is AskedKind.CLASH and said in ("both", "leave it", "leave both", "keep both"):
        return Answer(Kind.PICK, 2)
    return None


# -- what answers an open question


def _of_fact(grammar: Grammar, asked: Asked, said: str, text: str) -> Answer | None:
    if asked.atom is None:
        return None
    rulebook = grammar.rulebook
    fact = rulebook.facts[asked.atom.fact]
    slots = {name: value for name, value in zip(fact.key_names, asked.atom.key, strict=True) if value is not None}
    hedge, said = _hedge(said)
    if fact.value is None:
        holds = True if said in _YES else False if said in _NO else None
        return None if holds is None else _fact(fact, slots, text, holds=holds, hedge=hedge)
    if isinstance(fact.value.kind, Enumeration):
        return _word(grammar, asked, fact, slots, said, text, hedge)
    value = number_said(grammar, fact.value, said)
    if value is None:
        return None
    checked = checked_slots(rulebook, fact, {**slots, fact.value.name: value}, True)
    return _fact(fact, checked, text, hedge=hedge) if checked is not None else None


def _hedge(said: str) -> tuple[str, str]:
    """The likelihood that an answer begins or ends with, and the rest of it."""
    found = _HEDGED.match(said)
    if found is None:
        return "", said
    words, rest = found["hedge"] or found["hedge2"], found["rest"] or found["rest2"]
    return _LIKELIHOODS.get(words, "likely"), rest


def _fact(fact: FactType, slots: Mapping[str, object], text: str, *, holds: bool = True, hedge: str = "") -> Answer:
    return Answer(Kind.FACT, fact=ReadFact(fact.name, dict(slots), holds, hedge, span=text.strip()))


def _word(
    grammar: Grammar, asked: Asked, fact: FactType, slots: Mapping[str, str], said: str, text: str, hedge: str
) -> Answer | None:
    """A word of an enumeration, by its number, as itself, by a synonym, or denied with `not`."""
    slot = fact.value
    if slot is None or not isinstance(slot.kind, Enumeration):
        return None
    holds = not said.startswith("not ")
    word = said.removeprefix("not ").strip()
    by_key = next((number for number, one in enumerate(asked.answers) if one.key == word), None)
    if by_key is not None:
        word = slot.kind.words[by_key]
    reading = Reading("FA")
    node = read_python(reading, word.replace(" ", "_"), Place("chat line"))
    value = slot.kind.read(reading, node, "") if node is not None else None
    if value is None or reading.findings:
        heard = _heard(grammar, slot, word)
        if heard is None:
            return None
        word = heard
    else:
        word = str(value.json())
    return _fact(fact, {**slots, slot.name: word}, text, holds=holds, hedge=hedge)


def _heard(grammar: Grammar, slot: ValueSlot, said: str) -> str | None:
    """A word of the enumeration as people say it, if it is all that was said."""
    line = Line(grammar, said, tokens_of(said))
    for end, spoken in line.spoken[0] if len(line) else ():
        is_all = end == len(line) and spoken.slot in ("", slot.name)
        if is_all and isinstance(slot.kind, Enumeration) and spoken.word in slot.kind.words:
            return spoken.word
    return None
