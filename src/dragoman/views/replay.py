"""A session replayed, as lines: what differs, step by step, or that nothing does."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.session.replay import Replay, Replayed
from dragoman.views.lines import Line, Part, counted, line

Differs = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def replay_view(found: Replay) -> list[Line]:
    """With what it was replayed, each step that differs, and the sum."""
    differing = [step for step in found.steps if not step.is_same]
    lines = [line((found.session, "strong"), f"  {_rulebooks(found)}", (_programs(found), "muted"))]
    first: dict[Differs, Replayed] = {}
    for step in differing:
        lines += _step(step, first.setdefault((step.differs, step.came, step.went), step))
    times = f"advised {counted(len(found.steps), 'time')}: "
    if not differing:
        return [*lines, line(times, ("the same, byte for byte", "good"))]
    return [*lines, line(times, (f"{len(differing)} otherwise than then", "bad"))]


def _rulebooks(found: Replay) -> str:
    then = found.began.rulebook
    if found.is_same_rulebook:
        return f"replayed with the same rulebook, {then}"
    if then == found.rulebook:
        return f"replayed with another rulebook than then, though both are called {then}"
    return f"replayed with {found.rulebook}; it was held with {then}"


def _programs(found: Replay) -> str:
    if found.began.program == found.program:
        return ""
    return f", and with version {found.program} of the program; it was held with {found.began.program}"


def _step(step: Replayed, first: Replayed) -> Iterator[Line]:
    """What differs in a step; where the same did in an earlier one, only that."""
    typed: tuple[Part, ...] = ("› ", (step.text, "strong")) if step.line else (("the beginning", "strong"),)
    yield line((f"line {step.line}  " if step.line else "", "muted"), *typed, indent=2)
    if first is not step:
        yield line((f"as in line {first.line}" if first.line else "as at the beginning", "muted"), indent=4)
        return
    yield from (line(("comes: ", "good"), one, indent=4) for one in step.came)
    yield from (line(("goes: ", "bad"), one, indent=4) for one in step.went)
    where = ", ".join(key.replace("_", " ") for key in step.differs)
    yield line((f"the advice is otherwise in: {where}", "muted"), indent=4)
