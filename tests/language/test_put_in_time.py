"""Sentences of phrases, said of since when, until when or again: told as what they then say, and never as the contrary."""

from __future__ import annotations

import pytest

from tests.language.phrased import RULEBOOKS, Said, said, told_and_wrong, told_at_all

SO = """
{x} has been {doing} {rest} ever since the storm | {x} has resumed {doing} {rest} | {x} began {doing} {rest} in 2015 and still does
{x} has {done} {rest} for years and goes on doing so | after a two-year pause {x} is {doing} {rest} again | {x} used to {do} {rest} and still does
{x} stopped {doing} {rest} in May but went back to it in June | {x} has {done} {rest} since 2012, as it always has
{x} {does} {rest}, and has done so for decades
"""
NO_MORE = """
{x} stopped {doing} {rest} in May and has not resumed | {x} used to {do} {rest} but no longer does | {x} gave up {doing} {rest} long ago
{x} {did} {rest} until May but no longer does | last year {x} stopped {doing} {rest} | {x} has not {done} {rest} since the war
{x} used to {do} {rest} but gave it up in 2019
"""
OPEN = """
{x} has been {doing} {rest} until May | since the war critics of {x} have {done} {rest}
{x} has wanted to go on {doing} {rest} since May | {x}'s rival has been {doing} {rest} since the war | {x} may have resumed {doing} {rest}
{x} stopped {doing} {rest} for two weeks | {x} has been accused of {doing} {rest} since May | since the war anti-{x} groups have {done} {rest}
{x} is to resume {doing} {rest} | {x} will have stopped {doing} {rest} by June | {x} has been on the point of {doing} {rest} since the war
"""
SHARE = 0.8
"""Of those that say how it is now at least so many are told."""
FEW = (pytest.param(67, RULEBOOKS[:2], id="few"), pytest.param(26, RULEBOOKS, id="more", marks=pytest.mark.long))
"""One of so many of the phrases."""


def several(names: tuple[str, ...], one_of: int) -> list[tuple[str, Said]]:
    return [(name, one) for name in names for one in said(name, one_of)]


@pytest.mark.parametrize(("one_of", "names"), FEW)
def test_how_it_is_now_is_told_and_never_the_contrary(one_of: int, names: tuple[str, ...]) -> None:
    told, wrong = told_and_wrong(several(names, one_of), SO, NO_MORE)
    assert wrong == []
    assert told[True] > SHARE * sum(told), told


@pytest.mark.parametrize(("one_of", "names"), FEW)
def test_what_leaves_it_open_is_not_told(one_of: int, names: tuple[str, ...]) -> None:
    assert told_at_all(several(names, one_of), OPEN) == []


def test_there_are_some() -> None:
    assert all(said(name, 67) for name in RULEBOOKS[:2])
