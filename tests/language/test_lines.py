"""The sets of lines: nothing is told that was not said, and what was read once is still read."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet

from dragoman.language.grammar.grammar import grammar_of
from dragoman.language.read import Reader
from dragoman.rulebook.cache import load_rulebook
from dragoman.rulebook.installed import shipped
from tests.language.__main__ import main
from tests.language.least import LEAST
from tests.language.scoring import HERE, Score, read_set, scored, sets
from tests.shares import share

WHOLE = ("authentication", "nothing", "rivers")
"""The sets that the suite reads whole: small ones, and that of lines that tell nothing. The others are long."""
COUNTED = (
    *WHOLE,
    "development",
    "learned-clauses",
    "learned-idioms",
    "kitchens-4",
    "museum",
    "unseen-12",
)
"""The sets of which each line is read in the long tests; of the others one of 32 is, and `python -m tests.language` reads all."""


def whole_or_long() -> list[ParameterSet]:
    return share(sets(), of=WHOLE, name=lambda path: path.stem)


@cache
def reader_of(folder: Path | None) -> Reader:
    return Reader(grammar_of(load_rulebook(folder)))


@cache
def score_of(path: Path) -> Score:
    lines = read_set(path)
    return scored(reader_of(lines.rulebook), lines.items[:: 1 if path.stem in COUNTED else 32])["all"]


@pytest.mark.parametrize("path", sets()[::24], ids=lambda path: path.stem)
def test_nothing_is_told_by_a_tenth_of_the_lines_that_was_not_said(path: Path) -> None:
    lines = read_set(path)
    score = scored(reader_of(lines.rulebook), lines.items[3::10])["all"]
    assert score.false == 0, [miss for miss in score.misses if "FALSE" in miss]


@pytest.mark.parametrize("path", whole_or_long())
def test_nothing_is_told_that_was_not_said(path: Path) -> None:
    score = score_of(path)
    assert score.lines
    assert score.false == 0, [miss for miss in score.misses if "FALSE" in miss]


@pytest.mark.parametrize(
    "path", share([path for path in sets() if path.stem in COUNTED], of=WHOLE, name=lambda path: path.stem)
)
def test_what_was_read_is_still_read(path: Path) -> None:
    score, (intents, exact) = score_of(path), LEAST[path.stem]
    assert score.intents >= intents, score.misses
    assert score.exact >= exact, score.misses


@pytest.mark.parametrize(
    ("written", "said"),
    [(None, "there is no file"), ("a: 1", "is no set of lines: KeyError: 'lines'"), ("[a", "is no set")],
)
def test_what_is_no_set_is_said_in_one_line(
    written: str | None, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "set.yaml"
    if written is not None:
        path.write_text(written, encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["tests.language", str(path)])
    with pytest.raises(SystemExit):
        main()
    assert said in capsys.readouterr().err.splitlines()[-1]


def test_lines_that_tell_nothing_get_no_offer() -> None:
    score = score_of(HERE / "nothing.yaml")
    assert score.offers_beside <= score.silent // 20


def test_lines_of_other_subjects_that_name_somebody_get_hardly_one() -> None:
    score = score_of(HERE / "elsewhere.yaml")
    assert score.offers_beside <= score.silent // 8


def test_what_one_choice_denies_takes_no_place_of_three() -> None:
    line = "The nationalistic spirit is getting stronger among Kazakhs and among Kyrgyz."
    [offer] = reader_of(None).read(line).offered
    states = {choice.slots["state"] for choice in offer.choices if choice.slots.get("trend") == "growing"}
    assert states == {"kazakhstan", "kyrgyzstan"}


def test_who_and_what_is_named_is_enough_where_it_fits_two_types_alone() -> None:
    line = "Dr Falk pored over the portrait for an hour"
    [offer] = reader_of(HERE / "museum").read(line).offered
    assert ("inspected", "falk", "portrait") in {
        (choice.fact, choice.slots.get("person"), choice.slots.get("object")) for choice in offer.choices
    }


@pytest.mark.parametrize(
    ("before", "line", "told"),
    [
        ("Kazakhstan is a member of the SCO", "and Tajikistan too", "member tajikistan sco True"),
        ("Kazakhstan is a member of the SCO", "but not Turkmenistan", "member turkmenistan sco False"),
        ("Tajikistan owes China 1.2 billion dollars", "it is a member of the CSTO", "member tajikistan csto True"),
        ("Uzbekistan is not in the CSTO", "Tajikistan is", "member tajikistan csto True"),
    ],
)
def test_a_line_goes_on_from_the_one_before(before: str, line: str, told: str) -> None:
    facts = reader_of(None).read(line, [before]).facts
    assert [" ".join((fact.fact, *map(str, fact.slots.values()), str(fact.holds))) for fact in facts] == [told]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "Tajikistan isn't part of the EAEU, Kyrgyzstan is",
            "member tajikistan eaeu False; member kyrgyzstan eaeu True",
        ),
        (
            "Tajikistan isn't part of the EAEU, Turkmenistan isn't",
            "member tajikistan eaeu False; member turkmenistan eaeu False",
        ),
        (
            "China's share of the external debt of Tajikistan is 52 per cent, that of Kyrgyzstan is about 40 per cent",
            "debt_share tajikistan china 52 True; debt_share kyrgyzstan china 40 True",
        ),
        (
            "Dushanbe has gone to Beijing for debt relief Bishkek has not",
            "relief_sought tajikistan china True; relief_sought kyrgyzstan china False",
        ),
        ("Dushanbe denies that there are Chinese troops in the country", "troops china tajikistan present False"),
        ("Kazakhstan rejects having Russian troops in the country", ""),
        ("China's share of Tajikistan's debt is 52 percent, that of Russia is shrinking", ""),
    ],
)
def test_a_clause_says_of_another_what_the_one_before_says(line: str, told: str) -> None:
    facts = reader_of(None).read(line).facts
    said = (" ".join((fact.fact, *map(str, fact.slots.values()), str(fact.holds))) for fact in facts)
    assert "; ".join(said) == told


def test_a_gap_says_nothing_without_a_line_before() -> None:
    assert reader_of(None).read("and Tajikistan too").facts == ()


@pytest.mark.parametrize(("hedge", "likelihood"), [("likely", "likely"), ("unlikely", "unlikely"), ("certain", "")])
def test_what_is_offered_is_as_likely_as_the_line_says(hedge: str, likelihood: str) -> None:
    [offer] = reader_of(None).read(f"It is {hedge} that China is technologically leaps and bounds past Russia").offered
    assert {choice.likelihood for choice in offer.choices} == {likelihood}


def test_a_figure_in_a_larger_unit_is_reckoned_in_that_of_the_slot() -> None:
    """Two hours were offered as two minutes."""
    [told] = reader_of(shipped("authentication")).read("The portal logs users out after 2 hours of inactivity").facts
    assert (told.fact, dict(told.slots)) == ("idle_time", {"service": "public_portal", "minutes": 120})


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Reportedly the debt of Tajikistan to China weighs on it", "Reportedly"),
        ("According to Reuters, China lords it over Kyrgyz trade", "Reuters"),
    ],
)
def test_what_is_offered_keeps_whose_word_it_is(line: str, source: str) -> None:
    offers = reader_of(None).read(line).offered
    assert {choice.source for offer in offers for choice in offer.choices} == {source}


def test_what_is_offered_puts_nobody_in_two_places() -> None:
    for line in ("Russia this and Russia that, all about Russian arms", "China leans on China for Chinese trade"):
        for offer in reader_of(None).read(line).offered:
            for choice in offer.choices:
                named = [value for value in choice.slots.values() if isinstance(value, str)]
                assert len(named) == len(set(named))


def test_nine_of_ten_unseen_facts_are_told_or_offered() -> None:
    score = score_of(HERE / "unseen.yaml")
    assert 10 * score.reached >= 9 * score.telling


@pytest.mark.parametrize(
    ("line", "fact"),
    [("take back what I said on the base", "military_base"), ("forget the debt relief", "relief_sought")],
)
def test_a_fact_is_taken_back_by_what_people_call_it(line: str, fact: str) -> None:
    assert [one.fact for one in reader_of(None).read(line).withdrawn] == [fact]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Kazakhstan fell into chaos in 2005", "it says what was at some time"),
        ("Russia led the SCO in the 1990s", "it speaks of what was once"),
        ("China is not building a railway in Tajikistan", "it denies only something more particular"),
        ("China has no big base in Tajikistan", "it denies only something more particular"),
        ("Kazakhs do not all like China", "it denies that it is wholly so"),
        ("Many Kazakhs do not like China", "it speaks of many"),
        ("After 2030 Kazakhstan is a member of the SCO", "it speaks of what is to come"),
        ("Russia and China regularly do joint exercises", "it is not certain"),
    ],
)
def test_what_says_less_than_a_fact_is_only_offered(line: str, reason: str) -> None:
    reading = reader_of(None).read(line)
    assert reading.facts == ()
    assert any(offer.reason.startswith(reason) for offer in reading.offered), reading.offered


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("India joined the SCO in 2017", "outside_member india sco"),
        ("Debt relief has been requested by Kyrgyzstan from China", "relief_sought kyrgyzstan china"),
        ("The EPCA with Kazakhstan is in force", "eu_agreement kazakhstan in_force"),
        ("The spheres of influence of the two powers overlap", "spheres overlapping"),
        ("Brussels' sanctions on Russia are in force", "sanctions eu russia in_force"),
        ("In May an EU delegation visited Tashkent", "eu_visit uzbekistan"),
        ("Russia has a base inside Tajikistan", "military_base russia tajikistan operating"),
        ("The Kyrgyz do not trust the Chinese", "distrusts kyrgyzstan china"),
        ("The Kyrgyz state took loans of half a billion dollars from China", "loans kyrgyzstan china 0.5"),
    ],
)
def test_another_order_and_another_word_say_the_same(line: str, told: str) -> None:
    assert [" ".join((fact.fact, *map(str, fact.slots.values()))) for fact in reader_of(None).read(line).facts] == [
        told
    ]


def test_nobody_of_whom_it_is_without_is_paired_with_who_follows() -> None:
    facts = reader_of(None).read("Without China, Russia and India are isolated").facts
    assert all("china" not in fact.slots.values() for fact in facts)
