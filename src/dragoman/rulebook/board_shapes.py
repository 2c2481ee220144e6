"""`board.yaml`, how a situation is drawn as a board, and what cases expect of it: what stands where.

title: The chessboard
rows: {group: central_asia, as: state}          # each is $state below
poles: [russia, china]
columns:
economy:
title: Economy
signs:
- leads: $power                            # a pole, or a variable that is one
rank: 1                                  # outweighs what comes later, and what has no rank
when: [depends_on: {state: $state, power: $power, field: trade}]
at: ECO.2                                # where the report says that this decides; or the rulebook's `reason`
contested: {reason: ...}                     # what it means that signs of both hold and neither outweighs
moves:
- gains: $power
when: [trade_trend: {state: $state, partner: $power, trend: growing}]
at: ECO.2
advice:
- offer_alternative: {state: $state}
called: alternative
reason: ...
"""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from dragoman.form import form
from dragoman.rulebook.condition_shapes import CONDITION, UNLESS
from dragoman.rulebook.fact_shapes import LOCATORS
from dragoman.source.braces import Alone, Fact, Slots
from dragoman.source.entries import AtLeastOne, Entry, ExactlyOne, may, need
from dragoman.source.many import ListOf, MapOf
from dragoman.source.nodes import Node, Scalar
from dragoman.source.shapes import NAME, NAMED, TEXT, VARIABLE_PATTERN, Json, SchemaWriter, Whole

if TYPE_CHECKING:
    from dragoman.errors import Place
    from dragoman.source.reading import Reading

_NAMES = ListOf(NAMED, or_one=True)


@form
class Who:
    """A name, or a variable `$name` whose value is one; with its place."""

    def absent(self) -> Scalar | None:
        """None."""
        return None

    def read(self, reading: Reading, node: Node, what: str, place: Place | None = None) -> Scalar | None:
        """See :class:`dragoman.source.shapes.Shape`."""
        if isinstance(node, Scalar) and re.match(VARIABLE_PATTERN, node.text):
            return node
        return NAMED.read(reading, node, what)

    def schema(self, writer: SchemaWriter) -> Json:
        """See :class:`dragoman.source.shapes.Shape`."""
        variable = writer.defined("variable", lambda: {"type": "string", "pattern": VARIABLE_PATTERN})
        return {"anyOf": [NAMED.schema(writer), variable]}


WHO = Who()
_WHERE = dataclasses.replace(LOCATORS, at_least=1)
_GROUNDS = AtLeastOne(("at", "reason"), "{} says where the report gives it ('at'), or a 'reason'")


class GroundsEntry(Entry, what="a choice", must=(_GROUNDS,)):
    """Whose choice something is: the report's, or the rulebook's own."""

    at = may(_WHERE, "Where the report gives it; without it, it is the rulebook's own.")
    reason = may(TEXT, "Why it is so; needed where the report does not give it.", "a reason")


class ConditionsEntry(GroundsEntry, what="a sign"):
    """What must be so of a row; other variables than that of the rows join conditions, as in a rule."""

    when = need(ListOf[Node](CONDITION, at_least=1), "What must be so, told or concluded.")
    unless = may(ListOf[Node](UNLESS), "What makes it count for nothing.")


_GIVEN = ("when", "unless", "at", "reason")
_LEADS = ExactlyOne(dict.fromkeys(("leads", "contests"), ("rank", "short", *_GIVEN)), "011")
_MOVES = ExactlyOne(dict.fromkeys(("gains", "eases"), ("called", *_GIVEN)), "011")


class SignEntry(ConditionsEntry, what="a sign", must=(_GROUNDS, _LEADS)):
    """What says who leads."""

    leads = may(WHO, "The pole that leads where this holds and nothing of the other weighs as much.", "a pole")
    contests = may(WHO, "The pole that has a part by this, which alone makes no leader.", "a pole")
    rank = may(Whole(1), "Signs of rank 1 outweigh those of rank 2, and so on; last come those without a rank.")
    short = may(TEXT, "What it says in few words, with the sign's variables in braces.", "a short text")


class OpenEntry(ConditionsEntry, what="a sign that nobody leads"):
    """What says that nobody leads."""

    short = may(TEXT, "What it says in few words, with the sign's variables in braces.", "a short text")


class MoveEntry(ConditionsEntry, what="a movement", must=(_GROUNDS, _MOVES)):
    """What says how a square moves."""

    gains = may(WHO, "Who gains where this holds: a pole, or the row itself.", "who gains")
    eases = may(WHO, "Who has less of a hold where this holds.", "who eases")
    called = may(TEXT, "What is said instead of the name of the row itself.", "what it is called")


ADVISED = Fact("what is advised", Slots.CONCLUDED, Alone, variables=True)


class AdvisedEntry(GroundsEntry, what="advice on a square"):
    """Which recommendations belong to a square."""

    advise = need(ADVISED, "The recommendation; slots that are left out stand for any value.")
    called = need(TEXT, "The same in a word or two.", "what it is called")
    by = may(_NAMES, "Only where one of these rules gives it.", "a rule")


class ColumnEntry(Entry, what="a column"):
    """One dimension of the board."""

    title = need(TEXT, "What stands above the column.", "a title")
    signs = need(ListOf(SignEntry, at_least=1), "What says who leads.", "signs")
    contested = may(
        GroundsEntry, "What it means that signs of both poles hold and none outweighs: whose choice that is."
    )
    open = may(ListOf(OpenEntry), "What says that nobody leads, where no pole does by its signs.", "signs")
    moves = may(ListOf(MoveEntry), "What says how it moves; the first that holds is shown first.", "moves")
    advice = may(ListOf(AdvisedEntry), "What of the advice could be done there.", "advice")


class RowsEntry(Entry, what="the rows of a board", must=(ExactlyOne({"group": ("as",), "type": ("as",)}, "011"),)):
    """The rows of a board."""

    group = may(NAMED, "The group whose members they are.", "a group")
    type = may(NAMED, "The entity type of which all are rows.", "an entity type")
    as_ = need(NAME, "The variable that is the row in every condition, without its $.", "a variable")


class BoardFile(Entry, what="a board"):
    """`board.yaml`."""

    title = need(TEXT, "What the board is called.", "a title")
    rows = need(RowsEntry, "What stands at the left.")
    poles = need(ListOf(NAMED, at_least=2, at_most=2, called="a pole"), "The two who can lead.", "poles")
    columns = need(MapOf(ColumnEntry, at_least=1), "The dimensions, from left to right.", "columns")


# ----------------------------------------------------------------------------------------------------- in cases


class SquareEntry(
    Entry, what="a square", must=(AtLeastOne(("leader", "gains", "eases", "advice", "asks"), "{} expects nothing"),)
):
    """What must stand on a square."""

    leader = may(NAMED, "The pole that leads; or contested, open, not_known.", "who leads")
    gains = may(_NAMES, "All who gain, poles or the row itself; an empty list: nobody.", "who gains")
    eases = may(_NAMES, "All who ease.", "who eases")
    advice = may(_NAMES, "The fact types of all recommendations that stand there.", "a recommendation")
    asks = may(NAMED, "The fact type that the first question asks for.", "a fact type")


SQUARES = MapOf(MapOf(SquareEntry, "a square", at_least=1), "the row '{}'")
