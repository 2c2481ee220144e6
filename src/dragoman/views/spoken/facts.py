"""What was told, and whether something is so, to be read aloud."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.advice.recommended import listed
from dragoman.conversation.shown import Fact, FactAnswer, FactsShown, FactWhy, Standing, UnusedShown
from dragoman.rulebook.words import capital
from dragoman.views.lines import Line, Part
from dragoman.views.spoken.words import more, number, point, points, sentence, told, words_of

_FACTS = 6
_MARKS = {
    Standing.DISPUTED: "disputed",
    Standing.DOUBTFUL: "too doubtful to count",
    Standing.LOST: "no longer counts",
}


def facts(shown: FactsShown, everything: bool) -> Iterator[Line]:
    """The latest first, with whose word each is."""
    about = f" of {listed(list(shown.whom))}" if shown.whom else ""
    if not shown.facts:
        yield told(f"Nothing was told{about} yet.")
        yield more("what should I tell you next")
        return
    yield told(
        f"{capital(number(len(shown.facts), 'thing'))} {'was' if len(shown.facts) == 1 else 'were'} told{about}:"
    )
    some = shown.facts if everything else shown.facts[:_FACTS]
    for fact in some:
        yield point(*_fact(fact))
    if len(some) < len(shown.facts):
        yield told((f"and {number(len(shown.facts) - len(some), 'more', 'more')}.", "muted"))
    if shown.conflicts:
        yield told(f"{capital(number(shown.conflicts, 'fact'))} {'is' if shown.conflicts == 1 else 'are'} disputed.")
    if shown.assumed and everything:
        yield told("Assumed is:")
        yield from points(shown.assumed, everything=True)
    elif shown.assumed:
        yield told(
            (
                f"{capital(number(len(shown.assumed), 'thing'))} {'is' if len(shown.assumed) == 1 else 'are'} assumed.",
                "muted",
            )
        )
    if not everything and (len(some) < len(shown.facts) or shown.assumed):
        yield more("all facts")


def _fact(fact: Fact) -> Iterator[Part]:
    yield capital(fact.sentence)
    notes = "; ".join(filter(None, (_MARKS.get(fact.standing, ""), words_of(fact.voices))))
    yield (f" ({notes})." if notes else ".", "muted")


def fact_why(answer: FactWhy, _: bool) -> Iterator[Line]:
    """Whose word a told fact is."""
    yield told(f"{sentence(answer.fact.sentence)} It was told, and no rule is behind it.")
    for voice in answer.fact.voices:
        yield point(f"{capital(words_of((voice,)))}.")


def unused(shown: UnusedShown, everything: bool) -> Iterator[Line]:
    """What nothing rests on, and why."""
    if not shown.unused:
        yield told("All that was told is used." if shown.facts else "Nothing was told yet.")
        return
    yield told(
        f"Nothing rests on {number(len(shown.unused), 'thing')} that {'was' if len(shown.unused) == 1 else 'were'} told:"
    )
    some = shown.unused if everything else shown.unused[:_FACTS]
    for one in some:
        yield point(capital(one.sentence), (f": {one.why.value}.", "muted"))
    if len(some) < len(shown.unused):
        yield told((f"and {number(len(shown.unused) - len(some), 'more', 'more')}.", "muted"))
        yield more("all unused facts")


_OPENING = {
    Standing.TOLD: "Yes:",
    Standing.BOTH: "Yes, it was told, and it follows, too:",
    Standing.CONCLUDED: "Yes, the rulebook concludes so:",
    Standing.DENIED: "No, it was told not to be so:",
    Standing.DISPUTED: "That is disputed, and nothing rests on it:",
    Standing.DOUBTFUL: "It was only told with doubt, and nothing rests on it:",
    Standing.LOST: "It was told once, and no longer counts:",
    Standing.NOT_CONCLUDED: "No, it does not follow that",
    Standing.UNKNOWN: "Nobody has said whether",
    Standing.OTHER_VALUE: "No, it was told otherwise:",
}


def fact_answer(answer: FactAnswer, _: bool) -> Iterator[Line]:
    """Yes or no, or that nobody has said; whose word it is, and why."""
    whose = words_of(answer.voices[:2]) if answer.standing is not Standing.DISPUTED else ""
    if answer.follows:
        yield told(_OPENING[answer.standing])
        yield from points(answer.follows)
    else:
        said = answer.known or answer.sentence
        yield told(f"{_OPENING[answer.standing]} {said}", (f" ({whose})" if whose else "", "muted"), ".")
    if answer.because:
        yield told(f"The reason: {sentence(answer.because)}")
    if answer.standing is Standing.DISPUTED:
        yield from (point(capital(voice.says), (f" ({words_of((voice,))}).", "muted")) for voice in answer.voices[:4])
    if answer.question:
        yield told(answer.question, (" You can tell me.", "muted"))
    elif answer.standing is Standing.NOT_CONCLUDED:
        yield more("why not")
    elif answer.because:
        yield more("why")
