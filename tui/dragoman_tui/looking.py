"""Opening screens: what each shows is made away from the screen, in the order it was asked for, and then laid over the rest.

What only one screen takes is imported where that is opened: the first picture does without.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.screen import Screen

from dragoman.views.trouble import reported
from dragoman_tui.glyphs import wants_ascii

if TYPE_CHECKING:
    from dragoman.rulebook.forms import Atom
    from dragoman.session.sides import Side
    from dragoman_tui.app import DragomanApp


@dataclass
class Chosen:
    """A screen that gives something back."""

    screen: Screen[str]
    chosen: Callable[[str | None], None]


Make = Callable[[], "Screen[None] | Chosen"]
TABS = (("advice", "Advice"), ("board", "Board"), ("audit", "Audit"), ("compare", "Compare"))
"""The screens of the header: name and words."""


@dataclass
class Made(Message):
    """What a screen shows is there."""

    made: Make | str
    """Or why it cannot be shown."""
    is_tab: bool
    """Whether it lies on the main screen alone, and not on what was looked at."""


def tried(made: Callable[[], Make | str]) -> Make | str:
    """What a screen shows, or why not, whatever happens: a failing screen costs that screen alone."""
    try:
        return made()
    except Exception as error:  # noqa: BLE001 - the worker boundary: the app goes on
        return reported(error, "a screen")


def open_screen(app: DragomanApp, name: str) -> None:
    """One of the screens, by its name."""
    app.to_main()
    if name in {"talk", "advice"}:
        app.main.show_other(advice=name == "advice")
    elif name == "help":
        app.action_help()
    elif name == "audit":
        open_audit(app, is_tab=True)
    elif name == "board":
        open_board(app)
    elif name == "compare":
        open_comparison(app)
    elif name == "start":
        open_start(app)


def open_start(app: DragomanApp) -> None:
    """What there is to begin from and to go on with."""
    from dragoman_tui.start_screen import StartScreen  # noqa: PLC0415 - see above

    app.push_screen(StartScreen(app.openings))


def open_audit(app: DragomanApp, place: int = -1, *, is_tab: bool = False) -> None:
    """All firings; with `place`, at one of them."""
    from dragoman_tui.record_screens import AuditScreen  # noqa: PLC0415 - see above

    dialogue = app.dialogue

    def made() -> Make | str:
        record, page = dialogue.record(), dialogue.page
        return record if isinstance(record, str) else lambda: AuditScreen(record, page, place)

    app.make(made, is_tab=is_tab)


def open_proof(app: DragomanApp, atom: Atom) -> None:
    """What a conclusion rests on."""
    from dragoman_tui.record_screens import ProofScreen  # noqa: PLC0415 - see above

    dialogue = app.dialogue

    def made() -> Make | str:
        record, page = dialogue.record(), dialogue.page
        return record if isinstance(record, str) else lambda: ProofScreen(record, page, atom)

    app.make(made)


def open_board(app: DragomanApp, at: tuple[str, str] | None = None) -> None:
    """The situation as a board; with `at`, on that square."""
    from dragoman_tui.board_screen import BoardScreen  # noqa: PLC0415 - see above

    dialogue, plain = app.dialogue, wants_ascii() or app.no_color

    def made() -> Make | str:
        board, page = dialogue.board(plain=plain), dialogue.page
        return board if isinstance(board, str) else lambda: BoardScreen(board, page, at)

    app.make(made, is_tab=True)


def open_comparison(app: DragomanApp) -> None:
    """What is most likely to be compared; where nothing was said yet, what there is to compare with."""
    app.make(lambda: _usual(app), is_tab=True)


def _usual(app: DragomanApp) -> Make | str:
    from dragoman.session.sides import NOW  # noqa: PLC0415 - see above
    from dragoman_tui.comparing import usual  # noqa: PLC0415 - see above

    sides = usual(app.session)
    return _choosing(app, NOW) if sides is None else _compared(app, *sides)


def open_silence(app: DragomanApp) -> None:
    """What did not fire, over the audit."""
    from dragoman_tui.silence_screen import SilenceScreen  # noqa: PLC0415 - see above

    dialogue = app.dialogue

    def made() -> Make | str:
        found, page = dialogue.not_given(), dialogue.page
        return found if isinstance(found, str) else lambda: SilenceScreen(found, page)

    app.make(made)


def open_turning(app: DragomanApp, atom: Atom) -> None:
    """What would change a conclusion, over what was looked at."""
    from dragoman_tui.turning_screen import TurningScreen  # noqa: PLC0415 - see above

    dialogue = app.dialogue

    def made() -> Make | str:
        found, page = dialogue.turning(atom), dialogue.page
        return found if isinstance(found, str) else lambda: TurningScreen(found, page)

    app.make(made)


def compare(app: DragomanApp, before: Side, after: Side, *, over: bool = False) -> None:
    """Two sides next to each other; with `over`, over what was looked at."""
    app.make(lambda: _compared(app, before, after), is_tab=not over)


def _compared(app: DragomanApp, before: Side, after: Side) -> Make | str:
    from dragoman_tui.compare_screen import CompareScreen  # noqa: PLC0415 - see above
    from dragoman_tui.comparing import compared  # noqa: PLC0415 - see above

    page, found = app.dialogue.page, compared(app.session, before, after)
    return found if isinstance(found, str) else lambda: CompareScreen(found, page)


def choose_side(app: DragomanApp, after: Side) -> None:
    """Choose what is compared with `after`: by name, or a file that is named."""
    app.make(lambda: _choosing(app, after))


def _named(side: Side) -> str:
    """The name of a situation, where its title says more."""
    return side.name if side.kind.name == "FILE" and side.name != side.title else ""


def _choosing(app: DragomanApp, after: Side) -> Make:
    from dragoman.session.sides import Side, SideKind  # noqa: PLC0415 - see above
    from dragoman_tui.comparing import to_compare_with  # noqa: PLC0415 - see above
    from dragoman_tui.overlays import Choice, Chooser, by_name  # noqa: PLC0415 - see above

    found = {f"{side.kind.name}:{side.name}": side for side in to_compare_with(app.session)}
    known = by_name([Choice(key, one.title, _named(one)) for key, one in found.items()])

    def choices(typed: str) -> Sequence[Choice]:
        named = typed.strip()
        return [*known(typed), *([Choice(f"file:{named}", f"the file {named}")] if named else [])]

    def chosen(key: str | None) -> None:
        if key:
            compare(app, found.get(key) or Side(SideKind.FILE, key.partition(":")[2], key), after)

    return lambda: Chosen(Chooser(choices, "what to compare with", "sides"), chosen)
