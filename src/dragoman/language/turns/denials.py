"""What is denied, or denied twice, in words that are no `not`: the plain word in their place.

    A never stopped buying it, has not ceased to buy it   ->  A still buys it
    A and B do nothing to line up their policies          ->  A and B do not line up their policies
    A could easily do without B                           ->  A can do without B

As for all of :mod:`dragoman.language.turns.idioms`, a sentence is put so only where something of it was left over.
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.language.line.line import Line
from dragoman.language.turns.renamed import Step, said_for
from dragoman.language.words import english

_CEASED = english.STOPPED | {"tired", "tire", "tires"}
_HELPING = frozenset({"has", "have", "does", "do"})
_NEVER = frozenset({"not", "never"})
_EASILY = frozenset({"easily", "comfortably", "readily"})
_MANAGING = (("do",), ("manage",), ("get", "by"), ("get", "along"), ("live",), ("cope",))
_GRANTED = frozenset(
    english.lines("if | with | given | once | after | when | without | until | under | by | day | soon | later | would")
)
"""What may say that it could be so only then."""


def still_does(line: Line, at: int) -> Step | None:
    """`never stopped buying`, `has not ceased to buy`: still buys; who will not stop need not have begun."""
    here = at + (line.texts[at] in _HELPING)
    if line.texts[here : here + 1] == [] or line.texts[here] not in _NEVER or not at:
        return None
    is_other = line.texts[at - 1] in english.MODALS | english.HAVE | english.DO | {"will", "to"}
    verb = here + 1 + (line.texts[here + 1 : here + 2] == ["once"])
    ceased = line.texts[verb : verb + 1]
    if is_other or not ceased or ceased[0] not in _CEASED or (here == at and line.texts[here] == "not"):
        return None
    end = verb + 1 + (line.texts[verb + 1 : verb + 2] == ["of"])
    is_infinitive = ceased[0] in ("ceased", "cease") and line.texts[end : end + 1] == ["to"]
    end += is_infinitive
    doing = line.texts[end : end + 1]
    if not doing or line.mentions[end] or not (is_infinitive or doing[0].endswith("ing")):
        return None
    return said_for(("still",), line.tokens[at]), end


def does_nothing(line: Line, at: int) -> Step | None:
    """`do nothing to line up`: do not line up; what nothing can be done for is something else."""
    before = line.texts[at - 1] if at else ""
    verb = at + 3
    if line.texts[at + 1 : at + 3] != ["nothing", "to"] or verb >= len(line) or not at:
        return None
    if line.mentions[verb] or before in english.MODALS | {"to", "will"} | english.NEGATORS:
        return None
    is_done = line.texts[at] == "done"
    if is_done and before not in english.HAVE:
        return None
    return ([] if is_done else [line.tokens[at]]) + said_for(("not",), line.tokens[at + 1]), verb


def could_do_without(line: Line, at: int) -> Step | None:
    """`could easily do without B`: can do without B, or does not need B; of what could be so only then, nothing."""
    here = at + 1
    while here < len(line) and line.texts[here] in _EASILY:
        here += 1
    words = next((one for one in _MANAGING if tuple(line.texts[here : here + len(one)]) == one), ())
    end = here + len(words)
    is_easy = here > at + 1 or line.texts[at] == "can"
    is_named = any(m.end == at for several in line.mentions[:at] for m in several)
    if not words or not is_easy or not is_named or not _GRANTED.isdisjoint(line.texts[:at]):
        return None
    end += line.texts[end : end + 1] in (["fine"], ["well"])
    if line.texts[end : end + 1] != ["without"]:
        return None
    if "without" in line.grammar.surface:
        return said_for(("can", "do", "without"), line.tokens[at]), end + 1
    return said_for(("does", "not", "need"), line.tokens[at]), end + 1


BY_WORD: dict[str, tuple[Callable[[Line, int], Step | None], ...]] = {
    "never": (still_does,),
    **dict.fromkeys(("has", "have"), (still_does,)),
    **dict.fromkeys(("do", "does"), (still_does, does_nothing)),
    **dict.fromkeys(("did", "done"), (does_nothing,)),
    **dict.fromkeys(("could", "can"), (could_do_without,)),
}
CUES = _CEASED | {"nothing", "without"}
