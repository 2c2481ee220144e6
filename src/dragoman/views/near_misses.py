"""Near-misses as lines: what failed, which conditions decide nothing, and one line that counts."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coverage.near_misses import NearMiss, NearMisses
from dragoman.coverage.telling import in_words
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.words import Wording
from dragoman.situation.evidence import sort_key
from dragoman.views.lines import Line, counted, line

_IDLE = "this condition decides nothing here"


def near_misses_view(rulebook: Rulebook, found: NearMisses) -> list[Line]:
    """Every failure with all that was told, then what is to be said of the rules, then the count."""
    words = Wording(rulebook)
    lines = [text for tried in found.failed for text in _failed(words, tried)]
    for rule in found.unmade:
        lines.append(line((rule.id, "strong"), (f"  {rule.place}", "muted")))
        lines.append(line(("no situation was found in which it fires", "bad"), indent=2))
    for aim in found.idle:
        lines.append(line((aim.rule.id, "strong"), (f"  {aim.rule.place}", "muted")))
        shown = words.condition(aim.condition)
        lines.append(line((f"{aim.section} ", "accent"), f"{shown}: ", (_IDLE, "warn"), indent=2))
    near = sum(not tried.must_fire for tried in found.tried)
    count = f"{near} {'near-miss' if near == 1 else 'near-misses'} of {counted(found.rules, 'rule')}, "
    count += f"{counted(len(found.tried) - near, 'situation')} just inside, {len(found.failed)} failed"
    return [*lines, line((count, "bad" if found.failed or found.unmade else "good"))]


def _failed(words: Wording, tried: NearMiss) -> Iterator[Line]:
    yield line(("FAILED ", "bad"), (tried.aim.rule.id, "strong"), (f"  {tried.aim.rule.place}", "muted"))
    shown = words.condition(tried.aim.condition)
    yield line((f"{tried.aim.section} ", "accent"), f"{shown}: {tried.change}", indent=2)
    yield line("it does not fire" if tried.must_fire else "it fires all the same", indent=2)
    for atom in sorted(tried.facts, key=sort_key):
        sentence = words.sentence(words.rulebook.facts[atom.fact], atom.key)
        yield line((f"{in_words(tried.facts[atom])}: ", "muted"), sentence, indent=4)
