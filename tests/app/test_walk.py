"""A short share of the random walk of :mod:`tests.app.walk`."""

import asyncio

import pytest

from tests.app.walk import walk


@pytest.mark.long
@pytest.mark.parametrize("seed", range(3))
def test_the_app_stays_whatever_is_pressed(seed: int) -> None:
    assert len(asyncio.run(walk(seed, 24))) == 24
