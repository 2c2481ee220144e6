"""Dragoman: a report as rules, fired on the facts of a situation, with every step on record.

    from dragoman import advise, load_rulebook, read_situation, why

    situation = read_situation(load_rulebook(), "2020-11-report-world")
    changed = situation.tell({"debt_share": {"debtor": "kyrgyzstan", "creditor": "china", "percent": 42}}, likelihood=90)
    for recommended in advise(changed, "kyrgyzstan").recommendations:
        print(recommended.title, recommended.status, recommended.likelihood.word)
    why(changed, "build_ties", "kyrgyzstan").to_dict()

A situation knows its rulebook. Every answer has `to_dict()`, which is what `--format json` prints, and every error that
leaves is a `DragomanError`.

Importing the package loads nothing, not even `__future__`; each name is loaded when it is first used.
"""

TYPE_CHECKING = False  # as type checkers know it; the module typing is not loaded for it
if TYPE_CHECKING:
    from dragoman.advice.build import advise
    from dragoman.advice.forms import Advice
    from dragoman.board.forms import Board
    from dragoman.coverage.report import ReportCoverage
    from dragoman.errors import (
        DragomanError,
        EngineError,
        Finding,
        FindingsError,
        RulebookError,
        SituationError,
        SolverUnavailableError,
        UnknownNameError,
    )
    from dragoman.exact.change_forms import Asked, Flipped, Hinges, Robust, Sources
    from dragoman.exact.difference_forms import Difference
    from dragoman.exact.what_if import what_if
    from dragoman.exact.why_not_forms import Silence, WhyNot
    from dragoman.explain.answers import Audit, Proofs
    from dragoman.library import (
        Checked,
        ask,
        audit,
        board_on,
        check_rulebook,
        cover,
        diff,
        flips,
        robust,
        silence,
        sources,
        why,
        why_not,
        with_thresholds,
    )
    from dragoman.rulebook.cache import load_rulebook
    from dragoman.rulebook.forms import Rulebook
    from dragoman.situation.assemble import read_situation
    from dragoman.situation.forms import Situation
    from dragoman.situation.python_facts import situation_from
    from dragoman.version import __version__

__all__ = [
    "Advice",
    "Asked",
    "Audit",
    "Board",
    "Checked",
    "Difference",
    "DragomanError",
    "EngineError",
    "Finding",
    "FindingsError",
    "Flipped",
    "Hinges",
    "Proofs",
    "ReportCoverage",
    "Robust",
    "Rulebook",
    "RulebookError",
    "Silence",
    "Situation",
    "SituationError",
    "SolverUnavailableError",
    "Sources",
    "UnknownNameError",
    "WhyNot",
    "__version__",
    "advise",
    "ask",
    "audit",
    "board_on",
    "check_rulebook",
    "cover",
    "diff",
    "flips",
    "load_rulebook",
    "read_situation",
    "robust",
    "silence",
    "situation_from",
    "sources",
    "what_if",
    "why",
    "why_not",
    "with_thresholds",
]

_HOMES = {
    "advice.build": ("advise",),
    "advice.forms": ("Advice",),
    "board.forms": ("Board",),
    "coverage.report": ("ReportCoverage",),
    "errors": (
        "DragomanError",
        "EngineError",
        "Finding",
        "FindingsError",
        "RulebookError",
        "SituationError",
        "SolverUnavailableError",
        "UnknownNameError",
    ),
    "exact.change_forms": ("Asked", "Flipped", "Hinges", "Robust", "Sources"),
    "exact.difference_forms": ("Difference",),
    "exact.what_if": ("what_if",),
    "exact.why_not_forms": ("Silence", "WhyNot"),
    "explain.answers": ("Audit", "Proofs"),
    "library": (
        "Checked",
        "ask",
        "audit",
        "board_on",
        "check_rulebook",
        "cover",
        "diff",
        "flips",
        "robust",
        "silence",
        "sources",
        "why",
        "why_not",
        "with_thresholds",
    ),
    "rulebook.cache": ("load_rulebook",),
    "rulebook.forms": ("Rulebook",),
    "situation.assemble": ("read_situation",),
    "situation.forms": ("Situation",),
    "situation.python_facts": ("situation_from",),
    "version": ("__version__",),
}
"""The module of each name."""


def __getattr__(name: str) -> object:
    home = next((home for home, names in _HOMES.items() if name in names), "")
    if not home:
        raise AttributeError(f"module 'dragoman' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(f"dragoman.{home}"), name)


def __dir__() -> list[str]:
    return __all__
