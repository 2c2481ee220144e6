"""A look at every possible world as JSON, inside the findings of `dragoman check --deep --format json`.

{"adds_reasons_only": [{"rule", "covered_by": [rule], "witness": {"as_of", "told": [sentence]}}],
 "never_together": [{"one": sentence, "other": sentence, "witness"}]}
"""

from __future__ import annotations

from typing import Any

from dragoman.advice.statement_wording import wording_of
from dragoman.exact.deep import DeepCheck, Witness
from dragoman.exact.deep_words import told_in
from dragoman.rulebook.forms import Rulebook


def deep_json(rulebook: Rulebook, deep: DeepCheck) -> dict[str, Any]:
    """What is worth a look and no mistake; mistakes are findings like any other."""
    wording = wording_of(rulebook)
    return {
        "adds_reasons_only": [
            {"rule": idle.rule, "covered_by": list(idle.covered_by), "witness": _witness(rulebook, idle.witness)}
            for idle in deep.idle
        ],
        "never_together": [
            {
                "one": wording.atom(apart.one, None),
                "other": wording.atom(apart.other, None),
                "witness": _witness(rulebook, apart.witness),
            }
            for apart in deep.apart
        ],
    }


def _witness(rulebook: Rulebook, witness: Witness) -> dict[str, Any]:
    return {"as_of": witness.as_of.isoformat(), "told": list(told_in(rulebook, witness))}
