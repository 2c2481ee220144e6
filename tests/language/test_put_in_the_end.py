"""Sentences of phrases with a verb that says how it came out: told as done or as not done, and never where it is left open."""

from __future__ import annotations

import pytest

from tests.language.phrased import RULEBOOKS, Said, said, told_and_wrong, told_at_all

DONE = """
{x} ended up {doing} {rest} | {x} has managed to {do} {rest} | {x} has gone ahead and {done} {rest} | {x} turned out to {do} {rest}
it turned out that {x} {does} {rest} | {x} happens to {do} {rest} | {x} has finally {done} {rest} | {x} did end up {doing} {rest}
{x} has succeeded in {doing} {rest} | contrary to all expectations, {x} {does} {rest} | as many had feared, {x} {does} {rest} | {x} ended up having to {do} {rest}
{x} promised to {do} {rest}, and has done so | {x} has got round to {doing} {rest} | {x} has taken to {doing} {rest} | {x} wound up {doing} {rest}
"""
NOT_DONE = """
{x} never managed to {do} {rest} | {x} has failed to {do} {rest} | {x} has stopped short of {doing} {rest} | {x} has yet to {do} {rest}
{x} was supposed to {do} {rest} and has not done so | {x} never got round to {doing} {rest} | {x} has still not {done} {rest} | {x} has so far failed to {do} {rest}
{x} has never got as far as {doing} {rest} | {x} proved unable to {do} {rest} | {x} has not succeeded in {doing} {rest} | {x} thought about {doing} {rest} but has never done so
"""
OPEN = """
{x} tried to {do} {rest} | {x} did try to {do} {rest} | {x} did want to {do} {rest} | {x} agreed to {do} {rest} | {x} offered to {do} {rest} | {x} was about to {do} {rest}
{x} came close to {doing} {rest} | {x} is obliged to {do} {rest} | {x} has decided to {do} {rest} | {x} was forecast to {do} {rest} | {x} thought about {doing} {rest}
{x} has yet to decide whether to {do} {rest} | {x} has yet to rule out {doing} {rest} | {x} refuses to say whether it {does} {rest} | {x} refused to {do} {rest} at first
{x} managed to avoid saying whether it {does} {rest} | {x} went ahead with plans to {do} {rest} | {x} ended up promising to {do} {rest} | {x} failed to persuade others to {do} {rest}
{x} got round to discussing {doing} {rest} | {x} succeeded in getting others to {do} {rest} | {x} has failed to stop others from {doing} {rest} | {x} ended up wanting to {do} {rest}
{x} would have ended up {doing} {rest} | {x} may have failed to {do} {rest} | {x} hopes to manage to {do} {rest} | {x} thought about {doing} {rest} and still may
{x} will end up {doing} {rest} | {x} could end up {doing} {rest} | {x} was going to {do} {rest} | critics accuse {x} of failing to {do} {rest} | if {x} fails to {do} {rest}, nobody minds
{x} thought others were {doing} {rest} but never did | {x} has not refused to {do} {rest} | {x} never refused to {do} {rest} | {x}'s rival has failed to {do} {rest} | {x} initially failed to {do} {rest}
{x} denies having failed to {do} {rest} | {x} risks ending up {doing} {rest} | {x} has been trying for years to {do} {rest} | {x} nearly ended up {doing} {rest} | nobody thinks {x} will manage to {do} {rest}
"""
SHARE = 0.85
"""Of those that say how it came out at least so many are told."""
NO_DEEDS = {"have", "want", "wa"}
FEW = (pytest.param(67, RULEBOOKS[:2], id="few"), pytest.param(41, RULEBOOKS, id="more", marks=pytest.mark.long))
"""One of so many of the phrases."""


def deeds(names: tuple[str, ...], one_of: int) -> list[tuple[str, Said]]:
    return [(name, one) for name in names for one in said(name, one_of) if one.words["do"] not in NO_DEEDS]


@pytest.mark.parametrize(("one_of", "names"), FEW)
def test_how_it_came_out_is_told_and_never_the_contrary(one_of: int, names: tuple[str, ...]) -> None:
    told, wrong = told_and_wrong(deeds(names, one_of), DONE, NOT_DONE)
    assert wrong == []
    assert told[True] > SHARE * sum(told), told


@pytest.mark.parametrize(("one_of", "names"), FEW)
def test_what_is_tried_promised_or_left_open_is_not_told(one_of: int, names: tuple[str, ...]) -> None:
    assert told_at_all(deeds(names, one_of), OPEN) == []
