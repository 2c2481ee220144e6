"""What durable_rules gets to read: names and numbers of our own, and never a word of a rulebook or a situation.

durable_rules tells the properties of a fact apart by a 32-bit hash of their names alone (FNV-1a), and the facts of a
session by a 32-bit hash of their `id` alone: two names of unlucky spelling are one property, two unlucky facts count as
one. No two of the names and ids that are made here share a hash; `tests/engines/test_names.py` goes through all of
them. Values are compared whole; they are numbers too, so that no spelling, length or script of a word can matter.

    id      the number of the fact in its session, six digits
    c7, w3  the tag: which facts these are, in two properties (see `tag`)
    p0, p1  the key slots, in the order in which the fact type declares them; "~" where an optional slot is missing
    e0, e1  1 where a test on the value slot passes, one property for each test that the rules put to the fact type
    d0, d1  1 where two slots hold the same value, one property for each pair that the rules compare
    m0, m1  the conditions of a rule, in their order; r0, r1 the rules
"""

from __future__ import annotations

MAX_FACTS = 1_000_000
"""In one session: the ids of six digits. All of them differ in their hash; of seven digits, not all do."""
MAX_PROPERTIES = 100
"""Of one fact. durable_rules refuses 255 with error 302."""
MAX_CONDITIONS = 16
"""How many facts one match can hold; with one more, durable_rules refuses the last fact with error 304."""
MAX_RULES = 4_096
"""Of one ruleset, the closing rule included; with one more, durable_rules refuses the rules with error 106."""
MAX_TAGS = 511 * 16
"""A table of durable_rules holds 512 tests and must never be full: it would look for an end that is not there, for ever."""

MISSING = "~"
END = "end"
"""The rule that fires last (:mod:`dragoman.engines.rete.host`)."""

_FAMILY, _MEMBER = "c7", "w3"
_MEMBERS = MAX_TAGS // 511


def tag(number: int) -> tuple[tuple[str, int], tuple[str, int]]:
    """The two properties, with their values, that tell the facts of one kind from all others; 0 is the closing fact's.

    One property would be enough to tell them apart, but durable_rules tries all its values one after the other:
    with two, some 30 comparisons a fact instead of 200. The two names hash to the end of its tables,
    so that looking for another property there does not run through them.
    """
    family, member = divmod(number, _MEMBERS)
    return (_FAMILY, family), (_MEMBER, member)


def slot(number: int) -> str:
    """The property of a key slot."""
    return f"p{number}"


def passed(number: int) -> str:
    """The property that says that a test passes."""
    return f"e{number}"


def same(number: int) -> str:
    """The property that says that two slots hold the same value."""
    return f"d{number}"


def alias(number: int) -> str:
    """What durable_rules calls the fact that meets a condition."""
    return f"m{number}"


def rule(number: int) -> str:
    """A rule."""
    return f"r{number}"


def identified(number: int, body: str) -> str:
    """A fact of a session, as JSON, with its id.

    >>> identified(7, '"p0":"1"')
    '{"id":"000007","p0":"1"}'
    """
    return f'{{"id":"{number:06d}",{body}}}'


def matched(text: str) -> tuple[str, tuple[int, ...]]:
    """The rule of a match, and the numbers of its facts in the order of the rule's conditions.

    Read as text, four times as fast as by a reader of JSON: a fact begins with its id, and nothing in it can be
    taken for another id.

    >>> matched('{"r3":{"m0":{"id":"000007","p0":"1"},"m1":{"id":"000012"}}}')
    ('r3', (7, 12))
    """
    rule, *facts = text.split('"id":"')
    return rule[2 : rule.index('"', 2)], tuple([int(fact[:6]) for fact in facts])
