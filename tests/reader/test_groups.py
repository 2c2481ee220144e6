"""A group of rules is a shorter way to write plain rules, and nothing else."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import yaml

from dragoman.errors import Place
from dragoman.rulebook.forms import Rule, Rulebook
from dragoman.rulebook.likelihood import Likelihood
from dragoman.rulebook.load import read_rulebook
from tests.reader.support import laid_over_good

GROUP = """
rules:
  - group: room
    claims: [room-is-lost]
    given:
      - depends_on: {state: $state}
    unless:
      - trade_war: {between: $state, and: china}
    tempered_by:
      - power_gap: {between: china, and: russia, trend: stable}
    then:
      - lost_room: {state: $state}
    rules:
      - id: in-the-csto
        rank: 1
        when:
          - member: {state: $state, body: csto}
        because: "{state} is bound."
      - id: in-debt
        claims: [debt-binds]
        when:
          - debt_share: {debtor: $state, percent: {at_least: high_share}}
        unless:
          - not: {project: {host: $state}}
        tempered_by:
          - member: {state: $state}
        then:
          - offer_alternative: {state: $state}
        strength: likely
        because: "{state} owes much."
      - id: on-its-own
        beyond_report: true
        because: "{state} depends."
"""


def rulebook_of(folder: Path, text: str) -> Rulebook:
    folder.mkdir()
    files = folder / "files"
    files.mkdir()
    (files / "rules.yaml").write_text(text, encoding="utf-8")
    laid_over_good(files, folder)
    return read_rulebook(folder)


def written_out(text: str) -> str:
    """The same rules, each alone."""
    alone = []
    for group in yaml.safe_load(text)["rules"]:
        for rule in group["rules"]:
            whole = {
                "when": [*group["given"], *rule.get("when", [])],
                "then": [*group["then"], *rule.get("then", [])],
                "unless": [*group["unless"], *rule.get("unless", [])],
                "tempered_by": [*group["tempered_by"], *rule.get("tempered_by", [])],
                "claims": [] if rule.get("beyond_report") else [*group["claims"], *rule.get("claims", [])],
            }
            alone.append({**rule, **whole})
    return json.dumps({"rules": alone})


def meaning(rule: Rule) -> Rule:
    """A rule without where it stands."""
    nowhere = Place("")

    def moved(part: object) -> object:
        if isinstance(part, Place):
            return nowhere
        if isinstance(part, tuple):
            return tuple(map(moved, part))
        if dataclasses.is_dataclass(part) and not isinstance(part, type):
            inner = {f.name: moved(getattr(part, f.name)) for f in dataclasses.fields(part) if f.name != "places"}
            return dataclasses.replace(part, **inner)
        return part

    found = moved(rule)
    assert isinstance(found, Rule)
    return dataclasses.replace(found, group="")


def test_a_group_gives_the_rules_that_one_would_have_written_out(tmp_path: Path) -> None:
    short, long = rulebook_of(tmp_path / "short", GROUP), rulebook_of(tmp_path / "long", written_out(GROUP))
    assert {name: meaning(rule) for name, rule in short.rules.items()} == {
        name: meaning(rule) for name, rule in long.rules.items()
    }
    assert {rule.group for rule in short.rules.values()} == {"room"}


def test_what_is_said_of_no_strength_is_unhedged(tmp_path: Path) -> None:
    strengths = {name: rule.strength for name, rule in rulebook_of(tmp_path / "short", GROUP).rules.items()}
    assert strengths == {
        "in-the-csto": Likelihood.UNHEDGED,
        "in-debt": Likelihood.LIKELY,
        "on-its-own": Likelihood.UNHEDGED,
    }


def test_a_rule_beyond_the_report_has_none_of_its_groups_claims(tmp_path: Path) -> None:
    rules = rulebook_of(tmp_path / "short", GROUP).rules
    assert rules["on-its-own"].claims == ()
    assert rules["in-debt"].claims == ("room-is-lost", "debt-binds")


def test_a_rule_keeps_its_own_place_and_those_of_its_keys(tmp_path: Path) -> None:
    rule = rulebook_of(tmp_path / "short", GROUP).rules["in-debt"]
    assert (rule.place.line, rule.places["strength"].line) == (19, 29)
