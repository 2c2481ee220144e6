"""Where facts come from: files, names, several of them, standard input; and what is said of those that cannot be used."""

import json
from pathlib import Path

import pytest

from tests.cli.shell import HALF, SITUATIONS, WORLD, Done, ran, run

DEBT = "facts:\n  - debt_share: {debtor: kyrgyzstan, creditor: china, percent: 42}\n"
AGENCY = "facts:\n  - asserts_agency: {state: kyrgyzstan}\n"


def ids(done: Done) -> set[str]:
    return {recommended["id"] for recommended in done.json()["recommendations"]}


# -- what can be given


def test_a_situation_of_the_rulebook_is_found_by_its_name_from_anywhere(tmp_path: Path) -> None:
    assert run("advise", WORLD, folder=tmp_path) == ran("advise", WORLD)


def test_a_file_in_the_folder_comes_before_a_situation_of_that_name(tmp_path: Path) -> None:
    (tmp_path / WORLD).write_text(DEBT, encoding="utf-8")
    assert "1 fact, " in run("advise", WORLD, folder=tmp_path).rows[2]


def test_several_files_describe_one_situation(tmp_path: Path) -> None:
    """And their order means nothing."""
    (tmp_path / "debt.yaml").write_text(DEBT, encoding="utf-8")
    (tmp_path / "agency.yaml").write_text(AGENCY, encoding="utf-8")
    alone = [run("advise", name, "--format", "json", folder=tmp_path) for name in ("debt.yaml", "agency.yaml")]
    assert [ids(done) for done in alone] == [set(), set()]
    both, swapped = (
        run("advise", *names, "--format", "json", folder=tmp_path).json()
        for names in (("debt.yaml", "agency.yaml"), ("agency.yaml", "debt.yaml"))
    )
    assert {"build_ties", "offer_alternative"} <= {recommended["id"] for recommended in both["recommendations"]}
    assert both["situation"]["facts"] == 2
    assert {**both, "situation": None} == {**swapped, "situation": None}


def test_a_file_can_be_added_to_a_situation_of_the_rulebook(tmp_path: Path) -> None:
    (tmp_path / "more.yaml").write_text("facts:\n  - eu_offers: {state: kyrgyzstan, field: trade}\n", encoding="utf-8")
    both = run("advise", WORLD, "more.yaml", "--format", "json", folder=tmp_path).json()
    alone = ran("advise", WORLD, "--format", "json").json()
    assert both["situation"]["facts"] == alone["situation"]["facts"] + 1
    assert {r["status"] for r in both["recommendations"]} == {"advised", "under way"}


@pytest.mark.parametrize(
    "text",
    [DEBT, json.dumps({"facts": [{"debt_share": {"debtor": "kyrgyzstan", "creditor": "china", "percent": 42}}]})],
)
def test_facts_can_come_through_a_pipe(text: str) -> None:
    done = run("advise", "-", "--full", stdin=text)
    assert (done.code, done.err) == (0, "")
    assert "China is an essential partner of Kyrgyzstan in finance" in done.words
    assert run("advise", "-", "--format", "json", stdin=text).json()["situation"]["facts"] == 1


def test_a_pipe_and_a_file_describe_one_situation(tmp_path: Path) -> None:
    (tmp_path / "agency.yaml").write_text(AGENCY, encoding="utf-8")
    done = run("advise", "agency.yaml", "-", "--format", "json", stdin=DEBT, folder=tmp_path)
    assert "offer_alternative" in ids(done)
    proof = run("why", "depends_on", "agency.yaml", "-", stdin=DEBT, folder=tmp_path)
    assert "(standard input:2:17)" in proof.words


def test_a_child_denies_its_parent_and_the_proof_marks_what_is_inherited(tmp_path: Path) -> None:
    text = f"based_on: {WORLD}\nfacts:\n  - not: {{asserts_agency: {{state: kazakhstan}}}}\n"
    (tmp_path / "child.yaml").write_text(text, encoding="utf-8")
    done = run("why", "asserts_agency", "child.yaml", folder=tmp_path)
    assert "× told not so: Kazakhstan asserts its own political agency" in done.out
    assert f"inherited from {WORLD}" in done.words


@pytest.mark.parametrize("name", SITUATIONS)
def test_every_situation_of_the_rulebook_can_be_used(name: str) -> None:
    assert "RECOMMENDATIONS" in ran("advise", name).out


# -- what cannot be used: one clear message, and nothing done


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "facts.yaml:1:1: FA004: "),
        (b"\n\n  \n", "facts.yaml:1:1: FA004: "),
        (b"# nothing but a remark\n", "facts.yaml:1:"),
        (b"nonsense\n", "facts.yaml:1:1: FA012: "),
        (b"caf\xe9: 1\n", "facts.yaml:1:4: FA002: byte 0xe9 is not UTF-8 text"),
        (b"\x00\x01\x02\x03", "facts.yaml:1:"),
        (b"facts:\n  - debt_share: {debtor: kyrgyzstan, creditor: china, percent: lots}\n", "facts.yaml:2:64: FA201: "),
        (b"facts:\n  - debt_share: {debtor: kyrgyzstan, creditor: china, percent: 130}\n", "facts.yaml:2:64: FA202: "),
        (b'facts:\n  - debt_share: {debtor: kyrgyzstan, creditor: china, percent: "42"}\n', "facts.yaml:2:64: FA201: "),
        (b"facts:\n  - build_ties: {state: kazakhstan}\n", "facts.yaml:2:"),
        (b"facts: [[[[\n", "facts.yaml:"),
        (b"based_on: 2020-11-report-word\n", "did you mean '2020-11-report-world'?"),
        (b"as_of: 2020-11-31\nfacts: []\n", "facts.yaml:1:8: FA204: "),
        (b"facts: []\nfacts: []\n", "facts.yaml:2:1: FA007: "),
    ],
)
def test_a_file_that_cannot_be_used_gets_one_clear_message(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "facts.yaml").write_bytes(content)
    for command in (("advise",), ("why", "build_ties"), ("audit",)):
        done = run(*command, "facts.yaml", folder=tmp_path)
        assert (done.code, done.out) == (2, ""), done
        assert said in done.err
        assert done.err.startswith("facts.yaml:")
        assert done.err.count("\n") == 1
        if content == b"":
            continue
        break


def test_a_folder_and_a_missing_file_are_said(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for name, said in (("folder", "this is a folder"), ("missing.yaml", "no such file"), ("missing", "no situation")):
        done = run("advise", name, folder=tmp_path)
        assert (done.code, done.out) == (2, "")
        assert said in done.err
        assert done.err.startswith(f"{name}:1:1: FA")
        assert done.err.count("\n") == 1


def test_all_mistakes_of_all_files_are_said_sorted_by_place(tmp_path: Path) -> None:
    bad = "facts:\n  - debt_shar: {debtor: kyrgyzstan}\n  - debt_share: {debtor: kyrgyzstn, creditor: china, percent: x}\n"
    (tmp_path / "a.yaml").write_text(bad, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(bad, encoding="utf-8")
    done = run("advise", "b.yaml", "missing.yaml", "a.yaml", folder=tmp_path)
    assert done.code == 2
    places = [row.split(": ")[0] for row in done.err.splitlines()]
    assert places == sorted(places)
    assert {place.split(":")[0] for place in places} == {"a.yaml", "b.yaml", "missing.yaml"}
    assert len(places) == 7


def test_two_dates_for_one_situation_are_refused(tmp_path: Path) -> None:
    for name, day in (("a", 1), ("b", 2)):
        (tmp_path / f"{name}.yaml").write_text(f"as_of: 2020-11-0{day}\n{AGENCY}", encoding="utf-8")
    done = run("advise", "a.yaml", "b.yaml", folder=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert ": FA502: " in done.err


def test_a_name_longer_than_any_file_s_is_no_traceback() -> None:
    done = run("advise", "a" * 5000)
    assert (done.code, done.out) == (2, "")
    assert "Traceback" not in done.err
    assert done.err.count("\n") == 1


def test_nothing_follows_from_nothing(tmp_path: Path) -> None:
    (tmp_path / "nothing.yaml").write_text("as_of: 2020-11-30\nfacts: []\n", encoding="utf-8")
    done = run("advise", "nothing.yaml", folder=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert "0 facts, 0 firings: 0 recommendations\n" in done.out
    assert "RECOMMENDATIONS\n  None.\n" in done.out
    assert "No rule fired" in done.out
    assert run("audit", "nothing.yaml", folder=tmp_path).out == "No rule fired: nothing was told.\n"


def test_the_whole_and_the_half_are_different_worlds() -> None:
    assert ids(ran("advise", HALF, "--format", "json")) < ids(ran("advise", WORLD, "--format", "json"))
