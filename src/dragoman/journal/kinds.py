"""The names that events have: one table.

A name that is not in it is never written. One that is read may be of a later version, and is shown as it is.
"""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.form import form

STARTED, TITLED, RENAMED, SAID, DELETED = "started", "titled", "renamed", "said", "deleted"
"""The kinds that the journal itself reads or writes."""
BASED = "based"
"""What is said from now on, whole: after files were loaded, or after a step back over that."""


@form
class Kind:
    """What an event of some name tells."""

    means: str
    texts: tuple[str, ...] = ()
    """Keys of its payload that are always there and hold text; all others are the writer's own affair."""


KINDS: Mapping[str, Kind] = {
    STARTED: Kind("the session began", ("title", "rulebook", "rulebook_version", "rulebook_digest", "program")),
    TITLED: Kind("it was given a title by what was said in it", ("title",)),
    SAID: Kind("a line was typed", ("text",)),
    "read": Kind("what the line was read as"),
    "offered": Kind("readings were offered, to be confirmed"),
    "consented": Kind("one of them was taken, or none"),
    "told": Kind("facts were taken in"),
    "corrected": Kind("facts took the place of earlier ones"),
    "withdrawn": Kind("facts were taken back"),
    "loaded": Kind("a file was read; with its whole text", ("name", "text")),
    BASED: Kind("what is said begins again from files, or from nothing"),
    "set": Kind("a threshold was set"),
    "undone": Kind("a step was undone"),
    "redone": Kind("an undone step was done again"),
    "asked": Kind("a question was put to the analyst"),
    "answered": Kind("a question of the analyst's was answered"),
    "advised": Kind("what the advice came to; its digest"),
    "reread": Kind("the rulebook was changed on the disk and read again"),
    RENAMED: Kind("the session was given another title by hand", ("title",)),
    DELETED: Kind("the session was deleted: nothing comes after it, and all that was said is gone"),
    "resumed": Kind("the session was taken up again"),
    "ended": Kind("the session was left"),
}
"""By name, in the order in which a session has them."""
