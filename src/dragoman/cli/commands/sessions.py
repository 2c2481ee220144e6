"""`dragoman sessions [list | show | verify | replay | rename | delete | export]`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit

if TYPE_CHECKING:
    from dragoman.journal.events import Chain, Fault, SessionRow
    from dragoman.journal.journal import Journal

_SESSION = "its id or title, the beginning of either, or 'last'"


def arguments(parser: ArgumentParser) -> None:
    """What to do; without a word, the list."""
    parser.set_defaults(action="list", journal=None, deleted=False, format=options.Shown.TEXT.value)
    actions = parser.add_subparsers(title="commands", metavar="COMMAND")
    for action in _ACTIONS.values():
        made = actions.add_parser(
            action.name, help=action.help, description=f"{action.help[:1].upper()}{action.help[1:]}."
        )
        made.set_defaults(action=action.name)
        action.arguments(made)
        options.journal(made)


def run(given: Namespace) -> Exit:
    """Do one of the things that can be done with sessions."""
    return _ACTIONS[given.action].run(given)


# -- reading


def _list_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--deleted", action="store_true", help="those, too, that were deleted")
    options.output_format(parser)


def _list(given: Namespace) -> Exit:
    from dragoman.cli.inputs import journal_path
    from dragoman.errors import JournalMissingError

    path = journal_path(given)
    try:
        with _looked_at(given) as journal:
            _show_list(given, path, journal.sessions(deleted=given.deleted))
    except JournalMissingError:
        if given.journal:
            raise
        _show_list(given, path, ())
    return Exit.OK


def _show_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("session", metavar="SESSION", help=_SESSION)
    options.full(parser)
    options.output_format(parser)


def _show(given: Namespace) -> Exit:
    from dragoman.cli.output import show, show_json
    from dragoman.journal.json_form import session_json
    from dragoman.views.sessions import session_view

    with _looked_at(given) as journal:
        row = journal.find(given.session)
        events = journal.events(row.id)
        if given.format == options.Shown.JSON:
            show_json(session_json(journal.path, row, events))
        else:
            show(session_view(row, events, full=given.full))
    return Exit.OK


def _verify_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("session", metavar="SESSION", nargs="?", help=f"{_SESSION} (default: all, and the file)")
    parser.add_argument("--export", metavar="FILE", help="a session that was exported, in place of a journal")
    options.output_format(parser)


def _verify(given: Namespace) -> Exit:
    from dragoman.cli.output import show, show_json
    from dragoman.journal.json_form import check_json
    from dragoman.views.sessions import check_view

    checked, chains, faults = _checked(given)
    if given.format == options.Shown.JSON:
        show_json(check_json(checked, chains, faults))
    else:
        show(check_view(checked, chains, faults))
    return Exit.FINDINGS if faults else Exit.OK


def _checked(given: Namespace) -> tuple[str, tuple[Chain, ...], tuple[Fault, ...]]:
    """What was looked at, and what came of it."""
    from dragoman.errors import DragomanError, Finding, FindingsError, JournalDamagedError
    from dragoman.journal.events import Chain
    from dragoman.journal.export import check_export
    from dragoman.source.files import read_text

    if given.export:
        if given.session:
            raise DragomanError("an export holds one session: leave SESSION out")
        read = read_text(given.export, "FA", pipes=True)
        if isinstance(read, Finding):
            raise FindingsError([read])
        chain, faults = check_export(read[1])
        return read[0], (chain,), faults
    with _looked_at(given) as journal:
        wanted = journal.find(given.session, deleted=True).id if given.session else ""
        faults = journal.verify(wanted)
        try:
            rows = [row for row in journal.sessions(deleted=True) if not wanted or row.id == wanted]
        except JournalDamagedError:  # the faults say so
            rows = []
        return str(journal.path), tuple(Chain(row.id, row.events, row.head) for row in rows), faults


def _export_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("session", metavar="SESSION", help=_SESSION)
    parser.add_argument("-o", dest="output", metavar="FILE", help="a new file (default: standard output)")


def _export(given: Namespace) -> Exit:
    from dragoman.cli.new_file import put_in_new_file
    from dragoman.cli.output import put
    from dragoman.journal.export import exported

    with _looked_at(given) as journal:
        lines = exported(journal.events(journal.find(given.session).id))
        if given.output:
            return put_in_new_file(given.output, lines)
        put(lines)
    return Exit.OK


# -- firing again


def _replay_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("session", metavar="SESSION", help=_SESSION)
    options.output_format(parser)
    options.rulebook(parser, "another rulebook than that of the session")
    options.engine(parser)


def _replay(given: Namespace) -> Exit:
    from dragoman.cli.engine import engine_of
    from dragoman.cli.kept import kept_session
    from dragoman.cli.output import show, show_json
    from dragoman.session.replay import replay
    from dragoman.views.replay import replay_view

    kept = kept_session(given, given.session)
    found = replay(kept.rulebook(given.rulebook), engine_of(given), kept.row.id, kept.events)
    if given.format == options.Shown.JSON:
        show_json(found.to_dict())
    else:
        show(replay_view(found))
    return Exit.OK if found.is_same else Exit.FINDINGS


# -- writing


def _rename_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("session", metavar="SESSION", help=_SESSION)
    parser.add_argument("title", metavar="TITLE", help="another title")
    options.output_format(parser)


def _rename(given: Namespace) -> Exit:
    with _opened(given) as journal:
        id = journal.find(given.session).id
        journal.rename(id, given.title)
        _show_list(given, journal.path, [journal.find(id)])
    return Exit.OK


def _delete_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("session", metavar="SESSION", help=_SESSION)
    parser.add_argument("--yes", action="store_true", help="do it; nothing brings back what was said in it")
    options.output_format(parser)


def _delete(given: Namespace) -> Exit:
    from dragoman.cli.output import complain
    from dragoman.views.lines import counted

    with _opened(given) as journal:
        row = journal.find(given.session)
        if not given.yes:
            what = f"{row.id} '{row.title}' ({counted(row.lines, 'line')})"
            complain(f"this would delete {what} for good; say --yes to do it")
            return Exit.UNUSABLE
        if not journal.delete(row.id):
            complain("another process reads the journal; the wiped bytes leave its log when all have closed it")
        _show_list(given, journal.path, [journal.find(row.id, deleted=True)])
    return Exit.OK


# -- shared


def _looked_at(given: Namespace) -> Journal:
    from dragoman.cli.inputs import journal_path
    from dragoman.journal.journal import Journal

    return Journal.look(journal_path(given))


def _opened(given: Namespace) -> Journal:
    """To write; but a journal is not made for it."""
    from dragoman.cli.inputs import journal_path
    from dragoman.journal.journal import Journal

    _looked_at(given).close()
    return Journal.open(journal_path(given))


def _show_list(given: Namespace, path: object, rows: Sequence[SessionRow]) -> None:
    from dragoman.cli.output import show, show_json
    from dragoman.journal.json_form import sessions_json
    from dragoman.views.sessions import sessions_view

    if given.format == options.Shown.JSON:
        show_json(sessions_json(path, rows))
    else:
        show(sessions_view(path, rows))


_ACTIONS = {
    action.name: action
    for action in (
        Command("list", "the sessions that were kept, which was used last first", _list_arguments, _list),
        Command("show", "one session, event by event", _show_arguments, _show),
        Command("verify", "every event that was changed, dropped, moved or put in", _verify_arguments, _verify),
        Command(
            "replay", "every advice of a session, fired again: the same, or what differs", _replay_arguments, _replay
        ),
        Command("rename", "give a session another title", _rename_arguments, _rename),
        Command("delete", "delete a session and wipe all that was said in it, for good", _delete_arguments, _delete),
        Command("export", "write a session as JSON Lines that can be verified anywhere", _export_arguments, _export),
    )
}
COMMAND = Command(
    "sessions",
    "the sessions that were kept: list, show, verify, replay, rename, delete, export",
    arguments,
    run,
    paged=True,
)
