"""The app on other rulebooks: nothing of the one that is shipped is in it, and what has no codes has names."""

import pytest

from dragoman.conversation.examples import example_sentences
from dragoman.rulebook.forms import Rulebook
from tests.app.support import TWO, Seat, in_app, words_of
from tests.cli.test_another_subject import betrayed
from tests.rulebooks import second, trees

SITUATIONS = {"trees": (trees, "heatwave"), "second": (second, "portal-with-old-habits")}


@pytest.mark.parametrize("name", SITUATIONS)
def test_nothing_of_another_subject_is_drawn(name: str) -> None:
    made, situation = SITUATIONS[name]
    rulebook: Rulebook = made()

    @in_app(files=(situation,), size=TWO, rulebook=rulebook)
    async def looked_at(seat: Seat) -> None:
        screens = []
        for keys in (("f2",), ("enter",), ("f1",), ("escape",), ("ctrl+p",), ("escape", "w"), ("escape", "f4"), ("s",),
                     ("f3",), ("enter",), ("f5",), ("escape",)):  # fmt: skip
            await seat.press(*keys)
            await seat.pilot.pause(0.1)
            await seat.settle()
            screens.append("\n".join(seat.screen))
        await seat.press("escape")
        await seat.say(*example_sentences(rulebook)[:2], "why", "what next")
        screens.append("\n".join(seat.screen))
        assert {word for screen in screens for word in betrayed(screen)} == set()

    looked_at()


@in_app(files=("heatwave",), size=TWO, rulebook=trees())
async def test_without_codes_names_stand_behind_the_title(seat: Seat) -> None:
    assert "the City of Oslo, Bergen" in words_of(seat.advice)
