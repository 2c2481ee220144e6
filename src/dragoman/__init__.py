"""Dragoman: a report as rules, fired on the facts of a situation, with every step on record.

    import dragoman

    book = dragoman.load_rulebook()                        # the shipped one; or a name, or a folder
    situation = dragoman.read_situation(book, "2020-11-report-world")
    changed = situation.tell({"debt_share": {"debtor": "kyrgyzstan", "creditor": "china", "percent": 42}})
    print(dragoman.advise(changed, "kyrgyzstan"))
    print(dragoman.diff(situation, changed))

What there is to begin with:

    load_rulebook, situations, check_rulebook, cover       a rulebook, its situations, its mistakes, its report
    read_situation, situation_from                         facts from files, or from Python values
    Situation.tell, .forget, .under, .to_dict              the same with one fact more, one less, other thresholds; as data
    read, Conversation                                     plain English: how a line is read; lines said one after the other

What can be asked of a situation:

    advise                        what is advised, on what grounds, and what else follows
    why, why_not, silence         the proof of a conclusion; why it does not follow; what each recommendation lacks
    audit                         every rule that fired, in order
    what_if, diff                 what a change of facts does to the advice, and through what
    flips, robust, sources        the smallest changes that turn it; what stands whatever is told; whose word it hangs on
    ask, board_on, brief          the questions that settle most; the situation as a board; a memo to hand up
    thresholds, with_thresholds   at which values of a threshold the advice is another; a rulebook with other ones

Every answer is frozen, prints as the command line prints it, shows itself in a notebook, and has `to_dict()`, which is
what `--format json` prints; `as_markdown` and `as_html` make files of it. `targets` are whom advice is kept to, by any of their names. Shares are in percent; a
likelihood is a word of ICD 203 (`likely`) or a percentage above 0 and below 100; dates are `datetime.date` or
`2020-11-30`. Every error that is raised is a `DragomanError`; mistakes in what was given come all together, in its
`findings`, each with a place.

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
    from dragoman.exact.change_forms import Asked, Flipped, Hinges, Robust, Sources, Threshold
    from dragoman.exact.difference_forms import Difference
    from dragoman.exact.why_not_forms import Silence, WhyNot
    from dragoman.explain.answers import Audit, Proofs
    from dragoman.language.forms import Reading
    from dragoman.library.artist import as_html, as_markdown
    from dragoman.library.conversation import Conversation, Said
    from dragoman.library.questions import (
        ask,
        audit,
        board_on,
        brief,
        diff,
        flips,
        robust,
        silence,
        sources,
        thresholds,
        what_if,
        why,
        why_not,
    )
    from dragoman.library.rulebooks import Checked, check_rulebook, cover, read, situations, with_thresholds
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
    "Conversation",
    "Difference",
    "DragomanError",
    "EngineError",
    "Finding",
    "FindingsError",
    "Flipped",
    "Hinges",
    "Proofs",
    "Reading",
    "ReportCoverage",
    "Robust",
    "Rulebook",
    "RulebookError",
    "Said",
    "Silence",
    "Situation",
    "SituationError",
    "SolverUnavailableError",
    "Sources",
    "Threshold",
    "UnknownNameError",
    "WhyNot",
    "__version__",
    "advise",
    "as_html",
    "as_markdown",
    "ask",
    "audit",
    "board_on",
    "brief",
    "check_rulebook",
    "cover",
    "diff",
    "flips",
    "load_rulebook",
    "read",
    "read_situation",
    "robust",
    "silence",
    "situation_from",
    "situations",
    "sources",
    "thresholds",
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
    "exact.change_forms": (
        "Asked",
        "Flipped",
        "Hinges",
        "Robust",
        "Sources",
        "Threshold",
    ),
    "exact.difference_forms": ("Difference",),
    "exact.why_not_forms": (
        "Silence",
        "WhyNot",
    ),
    "explain.answers": (
        "Audit",
        "Proofs",
    ),
    "language.forms": ("Reading",),
    "library.artist": (
        "as_html",
        "as_markdown",
    ),
    "library.conversation": (
        "Conversation",
        "Said",
    ),
    "library.questions": (
        "ask",
        "audit",
        "board_on",
        "brief",
        "diff",
        "flips",
        "robust",
        "silence",
        "sources",
        "thresholds",
        "what_if",
        "why",
        "why_not",
    ),
    "library.rulebooks": (
        "Checked",
        "check_rulebook",
        "cover",
        "read",
        "situations",
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

    display = import_module("dragoman.display")
    display.displayed_by(lambda: import_module("dragoman.library.artist"))
    return getattr(import_module(f"dragoman.{home}"), name)


def __dir__() -> list[str]:
    return __all__
