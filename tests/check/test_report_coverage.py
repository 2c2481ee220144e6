"""`dragoman coverage`: what the rulebook makes of its report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.cli import main
from dragoman.explain.passages import digests_of
from tests.check.small import PROTEST, UNREST, Small, rule

Capture = pytest.CaptureFixture[str]
PASSAGES = {
    "MIL.1": "Protest was seen here and there in the year before. It may well grow in the year to come, so it was said.",
    "MIL.2": "Nobody knows what the states would do about it, least of all the states that it is about themselves.",
    "ECO.1": "Money is short in the region, and it is short for reasons that have little to do with any of the powers.",
}


def claim(at: str | list[str], **more: Any) -> dict[str, Any]:
    return {"at": at, "kind": "mechanism", "text": "Something is so.", "hedge": "possible", **more}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    small = Small()
    small.files["claims"] = {
        "claims": {
            "grows": claim(["MIL.1"]),
            "short": claim(["ECO.1", "MIL.1"], not_encoded="background"),
            "unknown": claim("MIL.2"),
        }
    }
    small.files["passages"] = {"passages": {at: [list(d) for d in digests_of(text)] for at, text in PASSAGES.items()}}
    small.rules = [rule("protest-may-grow", [PROTEST], UNREST, claims=["grows"])]
    return small.write(tmp_path / "small")


def report(folder: Path, *passages: str) -> Path:
    path = folder / "report.txt"
    path.write_text(
        "A report\n\n" + "\n\n".join(PASSAGES[at].replace(" in ", "\nin ") for at in passages), encoding="utf-8"
    )
    return path


def test_the_sections_are_counted_and_what_is_not_encoded_says_why(folder: Path, capsys: Capture) -> None:
    assert main(["coverage", str(folder)]) == 1, "one claim is neither encoded nor has it a reason"
    assert capsys.readouterr().out.splitlines() == [
        "section  passages  rested on  claims  encoded  not encoded  open",
        "MIL             2          1       3        1            1     1",
        "ECO             1          0       1        0            1     0",
        "in all          3          1       3        1            1     1",
        "",
        "NOT ENCODED, AND WHY",
        "  short (ECO.1, MIL.1) background",
        "",
        "NEITHER ENCODED NOR WITH A REASON",
        "  unknown (MIL.2) Something is so.",
    ]


def test_a_rulebook_that_accounts_for_every_claim_leaves_with_0(folder: Path) -> None:
    claims = json.loads((folder / "claims.yaml").read_text(encoding="utf-8"))
    claims["claims"]["unknown"]["not_encoded"] = "nobody knows"
    (folder / "claims.yaml").write_text(json.dumps(claims), encoding="utf-8")
    assert main(["coverage", str(folder)]) == 0


def test_the_passages_that_no_rule_rests_on(folder: Path, capsys: Capture) -> None:
    main(["coverage", str(folder), "--uncovered"])
    assert capsys.readouterr().out.splitlines() == [
        "2 passages that no rule rests on",
        "  MIL.2  1 claim, none of them in a rule",
        "  ECO.1  1 claim, none of them in a rule",
    ]


def test_a_copy_of_the_report_is_verified_and_gives_the_words(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    main(["coverage", str(folder), "--uncovered", "--report", str(report(tmp_path, "MIL.1", "MIL.2", "ECO.1"))])
    output = " ".join(capsys.readouterr().out.split())
    assert "3 of 3 passages found whole" in output
    assert PASSAGES["MIL.2"] in output
    assert PASSAGES["ECO.1"] in output
    assert PASSAGES["MIL.1"] not in output, "a rule rests on it"


def test_a_copy_that_lacks_passages_is_told_so(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    assert main(["coverage", str(folder), "--report", str(report(tmp_path, "MIL.1"))]) == 1
    output = capsys.readouterr().out
    assert "1 of 3 passages found whole" in output
    assert "  ECO.1 0 of 1 piece found" in output
    assert "is not in this copy of the report" in output


def test_json_says_the_same(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    main(["coverage", str(folder), "--format", "json", "--report", str(report(tmp_path, "MIL.1", "MIL.2"))])
    data = json.loads(capsys.readouterr().out)
    assert data["in_all"] == {
        "section": "in all",
        "passages": 3,
        "rested_on": 1,
        "claims": 3,
        "encoded": 1,
        "not_encoded": 1,
        "open": 1,
    }
    assert data["not_encoded"] == [{"claim": "short", "at": ["ECO.1", "MIL.1"], "reason": "background"}]
    assert data["open"] == [{"claim": "unknown", "at": ["MIL.2"]}]
    assert data["uncovered"] == {"MIL.2": ["unknown"], "ECO.1": ["short"]}
    assert data["passages"]["ECO.1"] == {"pieces": 1, "found": 0, "text": None}
    assert data["passages"]["MIL.2"]["text"] == PASSAGES["MIL.2"]
    assert "text" not in data["passages"]["MIL.1"]


def test_a_report_that_cannot_be_read_is_refused(folder: Path, capsys: Capture) -> None:
    assert main(["coverage", str(folder), "--report", str(folder / "none.txt")]) == 2
    assert "FA001" in capsys.readouterr().err
