"""`dragoman chat --plain`: a line, its reply, a line; for a terminal, or for a program that talks over a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from dragoman.cli import keyboard, output
from dragoman.cli.answerer import Answerer
from dragoman.cli.exit import Exit
from dragoman.cli.interrupts import Ended, Interrupts
from dragoman.cli.piped import Typed, piped
from dragoman.conversation.completion import FILE, action_begun, completions
from dragoman.conversation.forms import Reply
from dragoman.conversation.json_form import reply_json
from dragoman.session.session import Session
from dragoman.session.workspace import Opened
from dragoman.situation.browsing import files_like
from dragoman.views.dialogue import farewell, greeting
from dragoman.views.lines import BLANK
from dragoman.views.reply import question_view, reply_lines, reply_text, reply_view


def converse(opened: Opened, *, as_json: bool) -> Exit:
    """Answer lines until somebody leaves, or there are no more."""
    is_typed = keyboard.is_there() and not as_json
    interrupts, answerer = Interrupts(is_typed=is_typed), Answerer(opened.session)
    with interrupts.taken():
        try:
            if is_typed:
                output.show(greeting(opened.session, opened.remark))
            elif opened.remark:
                output.complain(opened.remark)
            for line in lines(opened, interrupts, is_typed=is_typed):
                if _answer(answerer, line, is_typed=is_typed, as_json=as_json).leaves:
                    break
            code = answerer.code
        except keyboard.Left:
            code = Exit.INTERRUPTED
        except Ended as ended:
            code = ended.code
        opened.close()
    if is_typed and code is not Exit.HUNG_UP:
        output.show(farewell(opened.session))
    return code


def lines(opened: Opened, interrupts: Interrupts, *, is_typed: bool) -> Iterator[Typed]:
    """The lines that are typed, or that a pipe gives."""
    if is_typed:
        return keyboard.typed(interrupts, lambda line: completed(opened.session, line), opened.earlier())
    return piped(sys.stdin.buffer, interrupts) if sys.stdin is not None else iter(())


def completed(session: Session, line: str) -> list[str]:
    """What may stand in place of the last word of a line, names of files too."""
    action, argument = action_begun(line)
    found = list(completions(session.talk, line))
    if action is not None and action.argument == FILE:
        found += files_like(argument)
    return found


def _answer(answerer: Answerer, line: Typed, *, is_typed: bool, as_json: bool) -> Reply:
    """Answer one line; all of it is written when this returns."""
    reply, rulebook = answerer.say(line), answerer.session.rulebook
    if as_json:
        reply = answerer.ask(reply)
        output.show_json_line(reply_json(answerer.session.talk, reply, reply_text(reply, rulebook)))
        return reply
    view = reply_lines if is_typed else reply_view
    if not reply.understood or reply.offered or reply.question:
        reply = answerer.ask(reply)
        output.show(view(reply, rulebook))
    else:  # what was done is said at once: the question takes longer to find
        output.show(view(reply, rulebook))
        sys.stdout.flush()
        asked = answerer.ask(reply)
        output.show(question_view(asked.question) if asked.question else ())
    if not is_typed:
        output.show([BLANK])
    sys.stdout.flush()
    return reply
