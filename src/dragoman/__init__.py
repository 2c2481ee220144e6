"""Dragoman: a report as rules, fired on the facts of a situation, with every step on record.

    from dragoman import advise, load_rulebook, read_situation

    rulebook = load_rulebook()
    situation = read_situation(rulebook, ["2020-11-report-world"])
    for recommended in advise(situation).recommendations:
        print(recommended.title, recommended.status, recommended.likelihood.word)

Importing the package loads nothing, not even `__future__`; each name is loaded when it is first used.
"""

TYPE_CHECKING = False  # as type checkers know it; the module typing is not loaded for it
if TYPE_CHECKING:
    from dragoman.advice.build import advise
    from dragoman.rulebook.cache import load_rulebook
    from dragoman.situation.assemble import read_situation

__version__ = "0.1.0"
__all__ = ["__version__", "advise", "load_rulebook", "read_situation"]

_HOMES = {
    "advise": ("dragoman.advice.build", "advise"),
    "load_rulebook": ("dragoman.rulebook.cache", "load_rulebook"),
    "read_situation": ("dragoman.situation.assemble", "read_situation"),
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'dragoman' has no attribute '{name}'")
    from importlib import import_module

    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)
