"""The schemas of the answers of commands, by kind: what `dragoman schema KIND` prints beside those of files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


def answer_schemas() -> Mapping[str, Callable[[], dict[str, Any]]]:
    """All of them, in the order of the layers that give them."""
    from dragoman.board.json_form import BOARD
    from dragoman.conversation.json_form import OUTPUTS as OF_REPLIES
    from dragoman.doctor.json_form import OUTPUTS as OF_DOCTOR
    from dragoman.exact.schemas import SCHEMAS
    from dragoman.journal.json_form import OUTPUTS as OF_SESSIONS
    from dragoman.language.json_form import OUTPUTS as OF_READING
    from dragoman.papers.json_form import BRIEF
    from dragoman.reference.json_form import OUTPUTS as OF_REFERENCE
    from dragoman.session.schemas import SCHEMAS as OF_WHOLE_SESSIONS
    from dragoman.views.settings import settings_schema

    of_sessions = {**OF_SESSIONS, **OF_WHOLE_SESSIONS}
    return {
        **SCHEMAS,
        "squares": BOARD.described,
        "brief": BRIEF.described,
        **OF_READING,
        **OF_REPLIES,
        **OF_REFERENCE,
        **of_sessions,
        "config": settings_schema,
        **OF_DOCTOR,
    }
