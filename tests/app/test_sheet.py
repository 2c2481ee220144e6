"""A sheet that is added to has the rows, places and stops of one that is laid out anew."""

from __future__ import annotations

import random

from dragoman_tui.ink import Block, Ink, Target, links, text
from dragoman_tui.sheet import Sheet


def block(chance: random.Random, number: int) -> Block:
    if chance.random() < 0.7:
        return text(f"word {number} " * chance.randint(1, 30), above=chance.randint(0, 1))
    return links(Ink("a", "link", to=Target("x", number)), Ink("bb", "link", to=Target("y", number)))


def test_what_stays_is_as_if_it_were_laid_out_anew() -> None:
    chance = random.Random(1)
    pool = [block(chance, number) for number in range(60)]
    sheet = Sheet()
    for _ in range(200):
        if chance.random() < 0.1:
            sheet.fit(chance.choice((0, 20, 30, 40)))
        cut = chance.randint(0, len(sheet.blocks))
        added = [chance.choice(pool) for _ in range(chance.randint(0, 6))]
        blocks = [*sheet.blocks[:cut], *added, *(sheet.blocks[cut:] if chance.random() < 0.5 else ())][:80]
        sheet.show(blocks)
        fresh = Sheet()
        fresh.fit(sheet.width)
        fresh.show(blocks)
        assert (sheet.rows, sheet.stops) == (fresh.rows, fresh.stops)
        assert [sheet.row_of(n) for n in range(82)] == [fresh.row_of(n) for n in range(82)]
        for stop in sheet.stops:
            assert sheet.stop_of(stop.target) == next(one for one in sheet.stops if one.target == stop.target)
        first = chance.randint(0, 50)
        assert sheet.stops_in(first, 20) == [stop for stop in sheet.stops if first <= stop.row < first + 20]
