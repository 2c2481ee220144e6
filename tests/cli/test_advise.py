"""`dragoman advise`: what a busy person reads first, and what stands behind it."""

from pathlib import Path

import pytest

from tests.cli.shell import HALF, SITUATIONS, STATES, WORLD, Done, longest, ran, run

SECTIONS = ("WHAT HOLDS NOW", "RECOMMENDATIONS", "RISKS", "FORECASTS", "ASSUMPTIONS", "THRESHOLDS")
QUARREL = """\
situation: A quarrel over debt
facts:
  - asserts_agency: {state: kyrgyzstan}
    likelihood: very likely
  - debt_share: {debtor: kyrgyzstan, creditor: china, percent: 60}
    source: {title: "Bishkek, ministry of finance", grade: B2}
  - debt_share: {debtor: kyrgyzstan, creditor: china, percent: 12}
    source: {title: "Beijing, embassy", grade: C3}
  - multi_vector: {state: kazakhstan}
    likelihood: roughly even
"""


def titles(done: Done) -> list[str]:
    """The recommendations by title, without where the lines were wrapped."""
    text = "\n".join(done.rows)
    body = text.split("\n\nRECOMMENDATIONS", 1)[1].split("\n\n")[0]
    found: list[str] = []
    for row in body.splitlines()[1:]:
        number, dot, rest = row.strip().partition(". ")
        if dot and number.isdigit():
            found.append(rest)
        elif found and row.startswith("    ") and "]" not in found[-1]:
            found[-1] += f" {row.strip()}"
    return found


def test_the_first_lines_say_which_situation_and_how_much_follows() -> None:
    title, facts, counts, *_ = ran("advise", WORLD).rows
    assert title == "The report's own world, November 2020"
    assert facts.startswith("as of 2020-11-30 · central_asia ")
    assert facts.endswith(" · rete (durable_rules)")
    for what in (" facts, ", " firings: ", " recommendations · ", " risks · ", " forecasts"):
        assert what in counts


def test_what_comes_first_is_what_a_busy_person_needs_first() -> None:
    headings = [row.split("  ")[0] for row in ran("advise", WORLD, "--full").rows if row[:2].isupper()]
    assert [heading for heading in headings if heading in SECTIONS] == list(SECTIONS)


def test_what_was_concluded_on_the_way_is_counted_and_shown_on_request() -> None:
    short, whole = ran("advise", WORLD), ran("advise", WORLD, "--full")
    findings = whole.out.split("\n\nFINDINGS")[1].split("\n\n")[0]
    assert f"with {findings.count(chr(10) + '  • ')} findings on the way" in short.words
    assert f" · {findings.count(chr(10) + '  • ')} findings" in whole.words
    assert "FINDINGS" not in short.out
    assert "• Russia is the junior partner of China" in findings


def test_a_recommendation_says_all_that_the_reader_must_know() -> None:
    body = ran("advise", WORLD, "--full").out.split("RECOMMENDATIONS")[1].split("RISKS")[0]
    assert "1. Invest in carrying out the 2019 Central Asia Strategy" in body
    for label in ("because: ", "carried by: ", "grounds: ", "weakest link: ", "note: ", "[advised]", "why build_ties"):
        assert label in body
    assert "Connectivity Strategy" in body
    assert "2019 strategy (prosperity: sustainable connectivity)" in body


def test_advice_is_no_event() -> None:
    """A recommendation shows the likelihood of its grounds, never one of its own."""
    for name in SITUATIONS:
        body = ran("advise", name, "--full").out.split("RECOMMENDATIONS")[1].split("\n\n")[0]
        assert "[likely]" not in body
        assert "[possible]" not in body
        assert body.count("grounds: ") >= 1


def test_all_five_recommendations_follow_from_the_report_s_own_world() -> None:
    """With the states that they are for."""
    found = " ".join(titles(ran("advise", WORLD, "--full")))
    for words in (
        "Invest in carrying out the 2019 Central Asia Strategy",
        "Build strong diplomatic ties with",
        "rather than court Moscow or Beijing",
        "Link the Central Asia Strategy with the Connectivity Strategy",
        "an alternative to China and the BRI in",
    ):
        assert words in found
    for state in STATES:
        only = ran("advise", WORLD, "--for", state)
        assert f"Build strong diplomatic ties with {state}" in only.out


def test_the_advice_on_the_half_that_is_left_differs_visibly() -> None:
    whole, half = ran("advise", WORLD, "--full"), ran("advise", HALF, "--full")
    assert whole.rows[0] != half.rows[0]
    assert f"based on {WORLD}" in half.words
    assert set(titles(half)) - set(titles(whole))
    assert len(titles(half)) < len(titles(whole))
    assert "greatest risk of escalation" in whole.words
    assert "greatest risk of escalation" not in half.words
    assert "rather than court Moscow or Beijing" not in half.words


def test_under_way_is_told_from_advised() -> None:
    done = ran("advise", "eu-at-work-2022", "--full")
    found = titles(done)
    under_way = [title for title in found if title.endswith(" [under way]")]
    advised = [title for title in found if title.endswith(" [advised]")]
    assert len(under_way) + len(advised) == len(found)
    assert advised
    assert any(title.startswith("Link the Central Asia Strategy") for title in under_way)
    assert "under way)" in done.words.split("RECOMMENDATIONS")[0]


def test_what_followed_an_instrument_is_said_once_it_has() -> None:
    said = "Global Gateway (climate and energy), which has followed"
    assert said in ran("advise", "eu-at-work-2022", "--full").words
    assert "Global Gateway" not in ran("advise", WORLD).out


def test_every_page_keeps_to_its_width() -> None:
    for name in SITUATIONS:
        assert longest(ran("advise", name).out) <= 100
        assert longest(ran("advise", name, "--full").out) <= 100


# -- for one state


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("kazakhstan", "Kazakhstan"),
        ("Kazakhstan", "Kazakhstan"),
        ("KZ", "Kazakhstan"),
        ("nur-sultan", "Kazakhstan"),
        ("kyrgyzstan", "Kyrgyzstan"),
        ("tajikistan", "Tajikistan"),
        ("turkmenistan", "Turkmenistan"),
        ("UZBEKISTAN", "Uzbekistan"),
    ],
)
def test_advice_is_kept_to_a_state_by_any_of_its_names(asked: str, title: str) -> None:
    done = ran("advise", WORLD, "--for", asked)
    assert done.rows[0].endswith(f" · for {title}")
    recommendations = done.out.split("RECOMMENDATIONS")[1].split("RISKS")[0]
    assert title in recommendations
    for other in set(STATES) - {title}:
        assert other not in recommendations


def test_what_concerns_the_region_at_large_stays() -> None:
    assert "greatest risk of escalation in Central Asia" in ran("advise", WORLD, "--for", "uzbekistan").words


@pytest.mark.parametrize(
    ("asked", "offered"), [("kazakstan", "kazakhstan"), ("Astanna", "astana"), ("Uzbekistn", "uzbekistan")]
)
def test_a_state_that_does_not_exist_is_offered_the_nearest(asked: str, offered: str) -> None:
    done = run("advise", WORLD, "--for", asked)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"dragoman: there is no entity '{asked}'; did you mean '{offered}'?\n"


def test_advice_cannot_be_kept_to_a_power() -> None:
    done = run("advise", WORLD, "--for", "china")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("dragoman: advice cannot be kept to China; it can to kazakhstan, ")


# -- conflicts, doubts, thresholds


@pytest.fixture
def quarrel(tmp_path: Path) -> Done:
    (tmp_path / "quarrel.yaml").write_text(QUARREL, encoding="utf-8")
    return run("advise", "quarrel.yaml", "--full", folder=tmp_path)


def test_a_conflict_shows_both_sides_and_what_hangs_on_it(quarrel: Done) -> None:
    section = quarrel.out.split("CONFLICTS")[1].split("\n\n")[0]
    words = " ".join(section.split())
    assert "What share of the foreign debt of Kyrgyzstan does China hold?" in words
    assert (
        "60 percent of the foreign debt of Kyrgyzstan (Bishkek, ministry of finance (B2); quarrel.yaml:5:17)" in words
    )
    assert "12 percent of the foreign debt of Kyrgyzstan (Beijing, embassy (C3); quarrel.yaml:7:17)" in words
    settled = words.split("if China holds 60 percent of the foreign debt of Kyrgyzstan: ")[1]
    assert settled.startswith("the EU should build strong diplomatic ties with Kyrgyzstan; ")
    assert "if China holds 12 percent of the foreign debt of Kyrgyzstan: nothing would change" in words
    assert "1 conflict" in quarrel.rows[2]
    assert "Build strong diplomatic ties" not in quarrel.out.split("CONFLICTS")[0]


def test_what_is_too_doubtful_is_shown_and_nothing_rests_on_it(quarrel: Done) -> None:
    section = quarrel.out.split("TOO DOUBTFUL TO REST ON")[1].split("\n\n")[0]
    assert "Kazakhstan follows a multi-vector foreign policy (roughly even; quarrel.yaml:9:19)" in section
    assert "Kazakhstan" not in quarrel.out.split("CONFLICTS")[0]


def test_without_a_date_the_advice_says_what_counts_instead(quarrel: Done) -> None:
    assert "no date" in quarrel.rows[1]
    assert "The situation has no date ('as_of')" in quarrel.words
    assert "2020-11-30" in quarrel.out


def test_conflicts_and_doubts_of_other_states_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "quarrel.yaml").write_text(QUARREL, encoding="utf-8")
    done = run("advise", "quarrel.yaml", "--for", "tajikistan", folder=tmp_path)
    assert "CONFLICTS" not in done.out
    assert "TOO DOUBTFUL" not in done.out


def test_settling_a_conflict_can_take_something_away(tmp_path: Path) -> None:
    """Were Russia courted by the West, it might hedge, and would no longer have no choice but China."""
    text = f"based_on: {WORLD}\nfacts:\n"
    text += "  - courts: {suitor: west, power: russia}\n  - not: {courts: {suitor: west, power: russia}}\n"
    (tmp_path / "two.yaml").write_text(text, encoding="utf-8")
    (conflict,) = run("advise", "two.yaml", "--format", "json", folder=tmp_path).json()["conflicts"]
    yes, no = sorted(conflict["if_settled"], key=lambda way: "does not" in way["as"])
    assert any("hedges by turning to the West" in sentence for sentence in yes["then"])
    assert any("no choice but to lean on China" in sentence for sentence in yes["no_longer"])
    assert no["then"] == no["no_longer"] == []
    assert "no longer: Russia has no choice but to lean on China" in run("advise", "two.yaml", folder=tmp_path).words


# -- thresholds of one's own


def test_a_threshold_of_one_s_own_is_shown_as_such() -> None:
    done = ran("advise", WORLD, "--full", "--set", "dependency_debt_share=45")
    assert "\ndependency_debt_share is 45 percent for this run, not 40 percent\n\nWHAT HOLDS NOW" in done.out
    section = " ".join(done.out.split("THRESHOLDS")[1].split())
    assert "dependency_debt_share 45 percent, set for this run; the rulebook's own is 40 percent." in section
    before, after = set(titles(ran("advise", WORLD, "--full"))), set(titles(done))
    assert any(title.startswith("Offer Kyrgyzstan") and "finance" in title for title in before)
    assert not any("Kyrgyzstan" in title and "finance" in title for title in after)


def test_the_threshold_itself_is_included() -> None:
    """At least 42.5 is reached by 42.5."""
    done = ran("advise", WORLD, "--full", "--set", "dependency_debt_share=42.5")
    assert titles(done) == titles(ran("advise", WORLD, "--full"))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("dependency_debt_shar=45", "there is no parameter 'dependency_debt_shar'; did you mean"),
        ("dependency_debt_share=450", "'dependency_debt_share' is 450; 'percent' goes from 0 to 100 percent"),
        ("dependency_debt_share=-1", "'dependency_debt_share' is -1; 'percent' goes from 0 to 100 percent"),
        ("dependency_debt_share=lots", "the threshold 'dependency_debt_share' is a number such as 40 or 42.5"),
        ("dependency_debt_share=", "the threshold 'dependency_debt_share' is a number such as 40 or 42.5"),
        ("dependency_debt_share=42,5", "write a decimal point"),
        ("dependency_debt_share", "a threshold is set as NAME=VALUE, found 'dependency_debt_share'"),
        ("=45", "there is no parameter ''"),
        ("dependency_debt_share=nan", "is a number such as 40 or 42.5"),
        ("dependency_debt_share=1e1", "is a number such as 40 or 42.5"),
    ],
)
def test_a_threshold_that_cannot_be_is_refused(given: str, said: str) -> None:
    done = run("advise", WORLD, "--set", given)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("dragoman: --set: ")
    assert said in done.err


def test_all_mistakes_in_thresholds_are_said_together() -> None:
    done = run("advise", WORLD, "--set", "a=1", "--set", "b=2")
    assert "'a'" in done.err
    assert "'b'" in done.err
