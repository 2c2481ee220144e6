"""Lists to be read aloud: recommendations, risks, rules, two side by side; what a word means; what may be meant."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.advice.forms import Recommended, Result
from dragoman.advice.recommended import listed
from dragoman.conversation.actions import ACTIONS
from dragoman.conversation.shown import (
    AdviceShown,
    Compared,
    Explained,
    Nothing,
    ResultsShown,
    RulesShown,
    Shared,
    Which,
)
from dragoman.rulebook.forms import RecommendationStatus, ShownAs
from dragoman.rulebook.likelihood import Likelihood
from dragoman.rulebook.words import capital
from dragoman.views.lines import Line, Part, line
from dragoman.views.spoken.reasons_against import silence
from dragoman.views.spoken.words import more, number, point, sentence, told

_ADVISED, _RESULTS, _RULES, _SHARED = 6, 2, 6, 3
_KINDS = {
    ShownAs.RISK: ("risk", "risks"),
    ShownAs.FORECAST: ("forecast", "forecasts"),
    ShownAs.WATCH: ("thing to watch", "things to watch"),
}


def advice(shown: AdviceShown, everything: bool) -> Iterator[Line]:
    """Each recommendation with its best reason, numbered as the list is."""
    found = shown.advice.recommendations
    whom = listed([target.title for target in shown.advice.targets])
    if not found:
        yield told(f"Nothing is recommended{f' for {whom}' if whom else ''} so far.")
        if shown.silence is not None:
            yield from silence(shown.silence, everything)
        return
    yield told(
        f"{capital(number(len(found), 'thing'))} {'is' if len(found) == 1 else 'are'} recommended{f' for {whom}' if whom else ''}:"
    )
    for place, one in enumerate(found if everything else found[:_ADVISED], start=1):
        yield line((f"{place}. ", "accent"), *_recommended(one), indent=2)
    if len(found) > _ADVISED and not everything:
        yield told((f"and {number(len(found) - _ADVISED, 'more', 'more')}.", "muted"))
        yield more("all recommendations", "why number 1")
    else:
        yield more("why number 1", "what are the risks")


def _recommended(one: Recommended) -> Iterator[Part]:
    yield (one.title, "strong")
    if one.status is RecommendationStatus.UNDER_WAY:
        yield (", which is under way", "muted")
    if one.likelihood is not Likelihood.UNHEDGED:
        yield (f"; its grounds are {one.likelihood.in_words}", "muted")
    yield "."


def results(shown: ResultsShown, everything: bool) -> Iterator[Line]:
    """Risks, forecasts and what to watch, the likeliest of each first."""
    about = f" for {listed(list(shown.whom))}" if shown.whom else ""
    if not shown.results:
        yield told(f"No risk, no forecast and nothing to watch{about} follows from what was told.")
        return
    cut = False
    for kind, (one, many) in _KINDS.items():
        found = [result for result in shown.results if result.kind is kind]
        if found:
            yield told(f"{capital(number(len(found), one, many))}{about}:")
            some = found if everything else found[:_RESULTS]
            for result in some:
                yield point(*_result(result))
            cut = cut or len(some) < len(found)
    yield more("all risks", "why the first risk") if cut else more("why the first risk")


def _result(one: Result) -> Iterator[Part]:
    yield capital(one.sentence)
    if one.likewise:
        yield f" (likewise {listed(list(one.likewise))})"
    notes = ", ".join(
        filter(None, ("" if one.likelihood is Likelihood.UNHEDGED else one.likelihood.in_words, one.beside))
    )
    yield (f": {notes}." if notes else ".", "muted")


def rules(shown: RulesShown, everything: bool) -> Iterator[Line]:
    """The rules that fired, each once, in order; by name, since they were asked for."""
    about = f" on {listed(list(shown.whom))}" if shown.whom else ""
    by_rule: dict[str, list[str]] = {}
    for entry in shown.entries:
        by_rule.setdefault(entry.firing.rule, []).append(entry.because)
    if not by_rule:
        yield told(f"No rule fired{about}." if not shown.rule else "That rule did not fire.")
        return
    yield told(f"{capital(number(len(by_rule), 'rule'))} fired{about}, {number(len(shown.entries), 'time')} in all:")
    names = list(by_rule)
    for name in names if everything else names[:_RULES]:
        times = len(by_rule[name])
        yield point(
            sentence(by_rule[name][0]), (f" (the rule {name}{f', {times} times' if times > 1 else ''})", "muted")
        )
    if len(names) > _RULES and not everything:
        yield told((f"and {number(len(names) - _RULES, 'more', 'more')}.", "muted"))
        yield more("all rules", f"explain {names[0]}")
    else:
        yield more(f"explain {names[0]}")


def compared(answer: Compared, everything: bool) -> Iterator[Line]:
    """What both share, and what only one has."""
    yield told(f"{answer.one} and {answer.other}, side by side.")
    for what, shared in (
        ("Recommended to", answer.recommended),
        ("What follows for", answer.follows),
        ("Told of", answer.told),
    ):
        yield from _shared(what, shared, answer, everything=everything)
    if not everything:
        yield more("compare them in full")


def _shared(what: str, shared: Shared, answer: Compared, *, everything: bool) -> Iterator[Line]:
    both = f"both, here as of {answer.one}" if shared is answer.told else "both"
    sides = ((both, shared.both), (f"{answer.one} alone", shared.one), (f"{answer.other} alone", shared.other))
    for whom, texts in sides:
        if texts:
            some = texts if everything else texts[:_SHARED]
            rest = f"; and {number(len(texts) - len(some), 'more', 'more')}" if len(some) < len(texts) else ""
            yield point((f"{what} {whom}: ", "muted"), f"{'; '.join(some)}{rest}.")


def explained(answer: Explained, _: bool) -> Iterator[Line]:
    """What a word means."""
    yield from (told(capital(text)) for text in answer.sentences)


def which(answer: Which, _: bool) -> Iterator[Line]:
    """What may be meant."""
    yield told("Which do you mean?")
    for place, text in enumerate(answer.sentences, start=1):
        yield line((f"{place}. ", "accent"), f"{capital(text)}.", indent=2)


def nothing(answer: Nothing, _: bool) -> Iterator[Line]:
    """What is wrong, and what comes nearest."""
    yield told((sentence(answer.sentence), "bad"))
    helps = [f"'{name.replace('-', ' ')}' shows {ACTIONS[name].help}" for name in answer.nearest if name in ACTIONS]
    if helps:
        yield told((f"{sentence('; '.join(helps))}", "muted"))
