"""`python -m tests.warm`: read what comes with the program once, so that its kept copies are there for every process."""

from __future__ import annotations

from dragoman.language.grammar.grammar import grammar_of
from dragoman.rulebook.cache import load_rulebook

if __name__ == "__main__":
    for name in (None, "authentication"):
        grammar_of(load_rulebook(name))
