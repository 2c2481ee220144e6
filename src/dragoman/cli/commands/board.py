"""`dragoman board FILE...`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit

if TYPE_CHECKING:
    from dragoman.board.forms import Board


def arguments(parser: ArgumentParser) -> None:
    """The facts, and which square to open."""
    options.situation(parser)
    parser.add_argument(
        "--square", nargs=2, metavar=("ROW", "COLUMN"), help="what stands behind one square, by any of their names"
    )
    options.output_format(parser)
    options.rulebook(parser)
    options.parameters(parser)
    options.engine(parser)


def run(given: Namespace) -> Exit:
    """Show a situation as the board of its rulebook; with --square, what stands behind one square."""
    from dragoman.board.plan import plan_or_error
    from dragoman.board.play import board_of
    from dragoman.cli.inputs import evaluation_of, rulebook_of

    rulebook = rulebook_of(given)
    plan = plan_or_error(rulebook)
    board = board_of(evaluation_of(given, rulebook), plan)
    if given.square:
        from dragoman.board.naming import square_named

        board = board.only(*square_named(rulebook, board, *given.square))
    _show(board, given.format, is_one=bool(given.square))
    return Exit.OK


def _show(board: Board, form: str, *, is_one: bool) -> None:
    import sys

    from dragoman.cli.output import can_write, is_wide_locale, show, show_json, width
    from dragoman.views.board import SIGNS, board_view, square_view

    plain = is_wide_locale() or not can_write(sys.stdout, SIGNS)
    if form == options.Shown.JSON:
        show_json(board.to_dict())
    elif is_one:
        show(square_view(board, board.squares[0][0], plain=plain))
    else:
        show(board_view(board, width(sys.stdout), plain=plain))


COMMAND = Command(
    "board",
    "a situation as the board of its rulebook: who leads where, what moves, what to do",
    arguments,
    run,
    paged=True,
)
