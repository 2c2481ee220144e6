"""Claims and passages: what is encoded, what is not and why, and the passages that no rule rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dragoman.display import Displayed
from dragoman.form import form
from dragoman.rulebook.forms import Claim, Rulebook
from dragoman.source.visible import brief

IN_ALL = "in all"


@form
class Count:
    """One section of the report, or the whole."""

    section: str
    """The letters of its locators, `MIL`; `in all` for the whole."""
    passages: int
    rested_on: int
    """Passages that some rule rests on, through a claim."""
    claims: int
    """A claim that stands in two sections counts in both, and once in all."""
    encoded: int
    not_encoded: int
    """With a reason."""
    open: int
    """Neither encoded nor with a reason why not."""


@form
class ReportCoverage(Displayed):
    """A rulebook against its report."""

    rulebook: str
    """Its id."""
    sections: tuple[Count, ...]
    """In the order of the report."""
    in_all: Count
    not_encoded: tuple[Claim, ...]
    """In the order of the report, like the next."""
    open: tuple[Claim, ...]
    uncovered: Mapping[str, tuple[str, ...]]
    """Locators of the passages that no rule rests on, with the claims that they make all the same."""

    def __repr__(self) -> str:
        return (
            f"<ReportCoverage of {brief(self.rulebook)}: {len(self.sections)} sections, {len(self.open)} claims open>"
        )

    def to_dict(self) -> dict[str, Any]:
        """What `dragoman coverage --format json` prints."""
        from dragoman.coverage.json_form import report_json  # noqa: PLC0415 - it needs these forms

        return report_json(self, None)


def report_coverage(rulebook: Rulebook) -> ReportCoverage:
    """What the rulebook makes of its report."""
    encoded = {claim for rule in rulebook.rules.values() for claim in rule.claims}
    rested_on = {at for claim in encoded for at in rulebook.claims[claim].at}
    claims = sorted(rulebook.claims.values(), key=lambda claim: _position(rulebook, claim))

    def count(section: str, passages: Iterable[str], within: list[Claim]) -> Count:
        locators = list(passages)
        return Count(
            section=section,
            passages=len(locators),
            rested_on=sum(at in rested_on for at in locators),
            claims=len(within),
            encoded=sum(claim.id in encoded for claim in within),
            not_encoded=sum(claim.id not in encoded and bool(claim.not_encoded) for claim in within),
            open=sum(claim.id not in encoded and not claim.not_encoded for claim in within),
        )

    return ReportCoverage(
        rulebook=rulebook.id,
        sections=tuple(
            count(
                section,
                (at for at in rulebook.passages if section_of(at) == section),
                [claim for claim in claims if section in map(section_of, claim.at)],
            )
            for section in _sections(rulebook, claims)
        ),
        in_all=count(IN_ALL, rulebook.passages, claims),
        not_encoded=tuple(claim for claim in claims if claim.id not in encoded and claim.not_encoded),
        open=tuple(claim for claim in claims if claim.id not in encoded and not claim.not_encoded),
        uncovered={
            at: tuple(claim.id for claim in claims if at in claim.at) for at in rulebook.passages if at not in rested_on
        },
    )


def section_of(locator: str) -> str:
    """`MIL` of `MIL.3`, `5.1` of `5.1.2`; what is counted without sections, `7`, is its own."""
    return locator.rpartition(".")[0] or locator


def _sections(rulebook: Rulebook, claims: Iterable[Claim]) -> Iterator[str]:
    yield from dict.fromkeys(section_of(at) for at in (*rulebook.passages, *(at for c in claims for at in c.at)))


def _position(rulebook: Rulebook, claim: Claim) -> tuple[int, str]:
    """Where the report first says it; a locator of no passage comes last."""
    order = {at: number for number, at in enumerate(rulebook.passages)}
    return min((order.get(at, len(order)) for at in claim.at), default=len(order)), claim.id
