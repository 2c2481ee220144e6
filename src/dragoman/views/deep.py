"""A look at every possible world as lines."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.advice.statement_wording import wording_of
from dragoman.exact.deep import DeepCheck, Idle, Witness
from dragoman.exact.deep_words import told_in
from dragoman.rulebook.forms import Rulebook
from dragoman.views.lines import Line, counted, line


def deep_view(rulebook: Rulebook, deep: DeepCheck) -> list[Line]:
    """What is worth a look: rules that add a reason and never a conclusion, advice that never comes together."""
    covered = [idle for idle in deep.idle if idle.covered_by]
    others = [idle for idle in deep.idle if not idle.covered_by]
    lines: list[Line] = []
    for heading, found in (
        ("that another covers: they add a reason, and never a conclusion of their own", covered),
        ("that several others cover together: they add a reason, and never a conclusion of their own", others),
    ):
        if found:
            lines.append(line((f"{counted(len(found), 'rule')} {heading}", "accent"), hang=0))
            lines += [row for idle in found for row in _idle(rulebook, idle)]
    if deep.apart:
        wording = wording_of(rulebook)
        lines.append(
            line((f"{counted(len(deep.apart), 'pair')} of advice that never comes together", "accent"), hang=0)
        )
        for apart in deep.apart:
            lines.append(line(f"{wording.atom(apart.one, None)}; and {wording.atom(apart.other, None)}", indent=2))
            lines.append(_witness(rulebook, "the first comes where", apart.witness))
    return lines


def _idle(rulebook: Rulebook, idle: Idle) -> Iterator[Line]:
    by = f"  by {', '.join(idle.covered_by)}" if idle.covered_by else ""
    yield line((idle.rule, "strong"), (by, "muted"), indent=2)
    yield _witness(rulebook, "fires where", idle.witness)


def _witness(rulebook: Rulebook, what: str, witness: Witness) -> Line:
    told = "; ".join(told_in(rulebook, witness))
    return line((f"{what} ", "muted"), f"{told}" if told else "nothing is told", indent=4)
