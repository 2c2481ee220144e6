"""All checks, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.cases import Case
from dragoman.errors import Finding
from dragoman.lint.carried import check_carried
from dragoman.lint.claims import check_claims
from dragoman.lint.compare import check_comparison
from dragoman.lint.firing import check_firing
from dragoman.lint.naming import check_naming
from dragoman.lint.sentences import check_sentences
from dragoman.lint.subject import study
from dragoman.lint.use import check_use
from dragoman.rulebook.forms import Rulebook
from dragoman.situation.forms import Situation

_CHECKS = (check_firing, check_comparison, check_use, check_carried, check_claims, check_naming, check_sentences)


def lint(rulebook: Rulebook, situations: Sequence[Situation], cases: Sequence[Case]) -> Iterable[Finding]:
    """All that is unneeded, unsaid or said too strongly in a rulebook without mistakes."""
    subject = study(rulebook, situations, cases)
    for check in _CHECKS:
        yield from check(subject)
