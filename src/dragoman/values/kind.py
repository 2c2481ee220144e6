"""What everyone else may ask of a kind of value.

A *statement* says of a value that it is, or is not, something. All firm statements in force together leave a
*span* of values. A *test* is what a condition of a rule wants of the value; the *verdict* on it is true if the
whole span passes, false if none of it does, and otherwise disputed (if two statements share no value) or unknown.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Protocol

from dragoman.errors import Place
from dragoman.source.nodes import Scalar

if TYPE_CHECKING:
    from dragoman.source.nodes import Node
    from dragoman.source.reading import Reading
    from dragoman.source.shapes import Shape


class Truth(Enum):
    """The four states of a condition."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"
    DISPUTED = "disputed"


class Value:
    """What was stated of a value slot; each kind has its own form, frozen and hashable."""

    __slots__ = ()

    def json(self) -> object:
        """As JSON says it to other programs: a word, a number, or the ends of a range."""
        raise NotImplementedError


class Test:
    """What a condition of a rule wants of a value; each kind has its own form, frozen and hashable."""

    __slots__ = ()
    __test__: ClassVar[bool] = False  # no test class for pytest

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of the parameters that it compares with, until :meth:`ValueKind.resolved` puts in their values."""
        return ()


class Stated(NamedTuple):
    """One firm statement on a value."""

    holds: bool
    """False for a denial."""
    value: Value | None


class Verdict(NamedTuple):
    """Whether a test holds, and which statements decide."""

    truth: Truth
    grounds: tuple[tuple[int, ...], ...] = ()
    """Where it is true or false: groups of statements by their numbers. It is as firm as the least firm of the groups,
    and a group is as firm as the firmest of its statements."""


UNKNOWN = Verdict(Truth.UNKNOWN)
DISPUTED = Verdict(Truth.DISPUTED)


class Threshold(Protocol):
    """A parameter of the rulebook, as far as a test needs it."""

    @property
    def value(self) -> Decimal:
        """In its unit."""

    @property
    def unit(self) -> str:
        """The unit of the slots that it may be compared with."""


class ValueKind(Protocol):
    """What a value slot holds: an object for each slot, frozen."""

    KEY: ClassVar[str]
    """The key of a slot's declaration that stands for the kind."""
    CAN_BE_DENIED: ClassVar[bool]
    """Whether a statement may deny a value, or be unlikely."""

    # -- what is told

    def read(self, reading: Reading, node: Node, what: str) -> Value | None:
        """The value under `node`; None after noting why it cannot be one. `what` names the slot in messages."""

    def node(self, value: Value) -> Node:
        """The contrary of `read`."""

    def cell(self, value: Value) -> str:
        """The same in one cell of a table."""

    def from_cell(self, reading: Reading, cell: Scalar, separator: str) -> Node:
        """A cell as `read` takes it; `separator` stands between the cells of the table and tells how it writes numbers."""

    def told(self) -> Shape[Any]:
        """The shape of what `read` takes."""

    # -- in words

    def says(self, value: Value) -> str:
        """A value as people write it, `35 to 45 percent`."""

    def known(self, stated: Sequence[Stated]) -> tuple[str, bool]:
        """What statements leave, in words, and whether these words say what it is (or what it is not)."""

    def anything(self) -> str:
        """Any of its values, where sentences can name them all; else the empty string."""

    def allowed(self) -> str:
        """What can be told, for a form to fill in."""

    def described(self) -> str:
        """What stands here, for the page of a fact type: `a number, 0 to 100 percent`."""

    def example(self) -> str:
        """A value that can be told, as it is written in a file."""

    # -- what follows from it

    def verdict(self, stated: Sequence[Stated], test: Test | None) -> Verdict:
        """Whether what was stated passes `test`; without one, whether any value was told."""

    def is_disputed(self, stated: Sequence[Stated]) -> bool:
        """Whether two statements share no value."""

    def is_comparable(self, stated: Sequence[Stated]) -> bool:
        """Whether a test could say anything of what was stated: of sums in another currency none can."""

    def region(self, stated: Sequence[Stated], tests: Sequence[Test]) -> Hashable:
        """Whatever decides the verdict on each of `tests`: equal regions have equal verdicts (not equal grounds)."""

    # -- tests

    def read_test(self, reading: Reading, node: Node, what: str, thresholds: Mapping[str, Any]) -> Test | None:
        """What a condition of a rule wants of the value; None after noting a mistake."""

    def resolved(self, test: Test, thresholds: Mapping[str, Threshold]) -> Test:
        """The test with values for the names of parameters."""

    def takes(self, number: Decimal) -> bool:
        """Whether a parameter of the slot's unit can have this value."""

    def limits(self) -> str:
        """The numbers that a parameter can be, in words; empty where nothing is compared with parameters."""

    def wants(self, test: Test, thresholds: Mapping[str, Threshold]) -> str:
        """What a test wants, in words: `at least 40 percent`."""

    def within(self, inner: Test | None, outer: Test | None) -> bool:
        """Whether every value that passes `inner` passes `outer`; without a test, every value told passes."""

    def disjoint(self, one: Test | None, other: Test | None) -> bool:
        """Whether no value passes both tests."""

    def why_empty(self, test: Test) -> str:
        """Why no value can pass a test, or the empty string."""

    def samples(self, test: Test | None, others: Sequence[Test]) -> Iterator[Stated]:
        """Statements that try a test out: what passes first, then what lies just beside; then the same of `others`."""

    def tested(self) -> Shape[Any]:
        """The shape of what `read_test` takes."""


def plain(text: str) -> Scalar:
    """A node that was never read and is made to be written."""
    return Scalar(text, True, Place(""))
