"""A question about everybody is one about those of whom something was told; the others are named, and can be asked for."""

from __future__ import annotations

import pytest

from dragoman.advice.evaluate import evaluate
from dragoman.advice.scope import spoken_of
from dragoman.cli import main
from dragoman.engines.select import default_engine
from dragoman.situation.assemble import read_situation
from dragoman.situation.python_facts import situation_from
from tests.rulebooks import second, trees

GIVEN = ["portal-with-old-habits", "--rulebook", "authentication"]
LEFT = "LEFT OUT the staff system, the partner gateway and the admin console: nothing was told of them."


@pytest.mark.parametrize(("command", "everything"), [("why-not", "--full"), ("flips", "--all")])
def test_those_of_whom_nothing_was_told_are_left_out(
    command: str, everything: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, *GIVEN]) == 0
    short = " ".join(capsys.readouterr().out.split())
    assert short.endswith(f"{LEFT} --for NAME or {everything} asks all the same")
    assert "the admin console" not in short.removesuffix(LEFT).split("LEFT OUT")[0]
    assert "the public portal" in short
    assert main([command, *GIVEN, "--for", "admin_console"]) == 0
    assert "LEFT OUT" not in (whole := capsys.readouterr().out)
    assert "the admin console" in whole


def test_who_is_spoken_of() -> None:
    engine = default_engine()
    portal = evaluate(second(), read_situation(second(), GIVEN[0]), engine)
    assert spoken_of(portal) == (("public_portal",), ("staff_system", "partner_gateway", "admin_console"))
    nobody = evaluate(trees(), situation_from(trees(), []), engine)
    assert spoken_of(nobody) == (("oslo", "bergen", "arnhem"), ())
    coast = evaluate(trees(), situation_from(trees(), [{"watered": {"city": "coast"}}]), engine)
    assert spoken_of(coast) == (("oslo", "bergen"), ("arnhem",))
