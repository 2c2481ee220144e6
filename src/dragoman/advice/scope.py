"""What advice is kept to: one member of a group and what speaks of no other member, or everything."""

from __future__ import annotations

from dragoman.rulebook.forms import Atom, Rulebook


class Scope:
    """What one advice speaks of."""

    def __init__(self, rulebook: Rulebook, member: str = "") -> None:
        """`member` is an entity's name; empty: everything is kept."""
        groups = (entity.members for entity in rulebook.entities.values() if member in entity.members)
        self.member = member
        self._others = frozenset(other for members in groups for other in members) - {member}

    def holds(self, atom: Atom) -> bool:
        """Whether an atom is about the member, or about no single member of its group."""
        return self._others.isdisjoint(atom.key)
