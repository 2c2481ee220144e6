"""Whether those who are named in a clause have there the roles that a phrase gives them: who does it, to whom, with whom.

The words of a clause may stand in another order than those of its phrase. Whoever stands in a slot then stands behind the
preposition that the phrase has there, or in its order where it has none; beside the words that are on that side of the slot;
and what is somebody's there is theirs in the phrase.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from dragoman.language.clauses.match import Bound, Matcher
from dragoman.language.clauses.sheets import Place, Sheet
from dragoman.language.clauses.things import is_deed
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import ADJECTIVE
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import Mention
from dragoman.language.words import english
from dragoman.language.words.stems import is_past_participle, stem
from dragoman.rulebook.forms import FactType
from dragoman.values.entity import Entities

_MANY = 4
_VERB = 4
"""So many tokens before a name the verb of a passive may stand."""
_OWN = 3
"""So many words from a name that something can be its."""
_SET_AGAINST = frozenset({"without", "against", "from"})
_ANYWHERE = frozenset({"", "of", "by", "among", "between"})
"""Words before those whom a phrase names itself, whatever it has there."""
_SAME_PLACE = (
    frozenset({"", "of"}),
    frozenset({"in", "across", "within", "throughout", "inside", "on", "at"}),
    frozenset({"to", "towards", "toward", "into"}),
    frozenset({"against", "vs", "versus"}),
    frozenset({"about", "over", "regarding", "concerning"}),
    frozenset({"between", "among"}),
    frozenset({"between", "of", ""}),
)

_DOERS = ("er", "or", "ist", "ers", "ors", "ists")
"""How nouns end of those who do something, and not of what is done."""
_BEING = frozenset(map(stem, english.BE))

Named = tuple[str, int, Mention]
"""Who is named, with the preposition before and the place."""


@dataclass(frozen=True, slots=True)
class Roles:
    """The roles of one phrase, looked for in one sentence."""

    line: Line
    matcher: Matcher
    fact: FactType
    sheet: Sheet
    suffered: frozenset[str] = frozenset()
    """The stems of what is only done to somebody in what the phrase says."""

    def bound(self, named: Sequence[Named], is_met: Callable[[Sequence[Named]], bool]) -> tuple[Bound, ...] | None:
        """Who stands in which slot; None unless each is filled once, nobody is left, and there is only one way.

        `is_met` says whether those are there whom the phrase names itself, if only some of those named may be they.
        """
        slots = {slot.name: slot for slot in self.fact.slots}
        of_entities = {
            place[1]: place
            for place in self.sheet.slots
            if place[1] in slots and isinstance(slots[place[1]].kind, Entities)
        }
        if len(of_entities) > _MANY:
            return None
        right = [
            (order, mentions)
            for mentions, own in self._divided(named, len(of_entities))
            if not self.sheet.entities or is_met(own)
            for order in permutations(of_entities.values())
            if all(
                self.matcher.is_right(slots[slot], kind, mention, at)
                for (_, slot, kind), (_, at, mention) in zip(order, mentions, strict=True)
            )
            and self._are_kept(order, mentions, own)
        ]
        if len(right) != 1:
            return None
        return tuple(Bound(slot, at, m.end, m) for (_, slot, _), (_, at, m) in zip(*right[0], strict=True))

    def _divided(self, named: Sequence[Named], many: int) -> Iterator[tuple[list[Named], list[Named]]]:
        """Who may stand in the slots, and who is named by the phrase itself; each way to tell them apart."""
        either = [one for one in named if self.sheet.entities.issuperset(one[2].names)]
        others = [one for one in named if one not in either]
        if self.fact.symmetric_names and len(others) == 1:
            others = _apart(others)
        for chosen in combinations(either, many - len(others)) if 0 <= many - len(others) <= len(either) else ():
            mentions = sorted((*others, *chosen), key=lambda one: one[1])
            yield mentions, [one for one in either if one not in chosen]

    def _are_kept(self, order: Sequence[Place], mentions: Sequence[Named], own: Sequence[Named]) -> bool:
        """Whether everybody stands where the phrase has its slot: behind the same preposition, or else in its order.

        `order` has the slots, each for the mention at the same place; `own` are named by the phrase itself.
        """
        sheet = self.sheet
        where = {slot: (place, wanted) for place, (wanted, slot, _) in reversed(list(enumerate(sheet.slots)))}
        free: list[tuple[int, int]] = []
        for (wanted, slot, _), (said, at, mention) in zip(order, mentions, strict=True):
            place, _ = where[slot]
            is_turned = (said == "of" and wanted == {""}) or (said == "" and "of" in wanted and "" not in wanted)
            is_own = is_turned and self._owns(slot, said, at, mention)
            if is_turned and not is_own and not (said == "of" and self._is_done_to(at, (*mentions, *own))):
                return False
            is_doer = said == "by" and "" in wanted and place == 0 and not any("by" in one for one, _, _ in sheet.slots)
            is_doer = is_doer and not self._is_suffered(at) and not self._is_done_by_another()
            is_first = at == min(one for _, one, _ in (*mentions, *own))
            is_adjective = said == "" and "in" in wanted and is_first and self._is_adjective(mention)
            is_adjective = is_adjective and not any(
                other != slot and not there.isdisjoint(("", "of")) for there, other, _ in sheet.slots
            )
            if said == "" and "" in wanted and self._is_crossed(slot, at, mention):
                return False
            if not (is_doer or is_adjective or any(_is_same(said, one) for one in wanted)):
                return False
            if said in ("", "of") and not wanted.isdisjoint(("", "of")):
                free.append((at, place))
        for said, at, mention in own:
            place, wanted = min((where[f"={name}"] for name in mention.names), key=lambda one: one[0])
            is_elsewhere = said not in _ANYWHERE and not any(_is_same(said, one) for one in wanted)
            if (said in _SET_AGAINST and said not in wanted) or is_elsewhere:
                return False
            if said in ("", "of") and not wanted.isdisjoint(("", "of")):
                free.append((at, place))
        has_doer = any(said == "by" for said, _, _ in (*mentions, *own))
        in_order = [place for _, place in sorted(free)]
        return has_doer or in_order == sorted(in_order)

    def _is_done_by_another(self) -> bool:
        """Whether the phrase itself says of whom it names first that another does it: `{x} is {y} led`."""
        said = [one for one in self.sheet.said if one.slot or not one.stems <= _BEING][:3]
        return (
            len(said) > 2 and bool(said[0].slot and said[1].slot) and not self.sheet.suffered.isdisjoint(said[2].stems)
        )

    def _is_suffered(self, at: int) -> bool:
        """Whether what is done by somebody who is named there is what is done to him in the phrase."""
        return any(not self.suffered.isdisjoint(self.line.hearable[one]) for one in range(max(0, at - _VERB), at))

    def _is_crossed(self, slot: str, at: int, mention: Mention) -> bool:
        """Whether the words of the phrase that stand on the one side of a name stand on the other in the phrase."""
        beside = self.sheet.beside.get(slot)
        if beside is None:
            return False
        left = self._beside(range(at - 1, -1, -1))
        right = self._beside(range(mention.end, len(self.line)))
        said_left, said_right = frozenset[str]().union(*left), frozenset[str]().union(*right)
        is_as_it_is = not (said_left.isdisjoint(beside.left) and said_right.isdisjoint(beside.right))
        is_turned = not (said_left.isdisjoint(beside.right) and said_right.isdisjoint(beside.left))
        if is_turned and not is_as_it_is:
            return True
        is_deed = is_past_participle(self.line.texts[mention.end]) if right else False
        fitting = beside.next if is_deed else beside.right
        if not right or not right[0].isdisjoint(fitting):
            return False
        of_another = self.sheet.words - fitting - beside.left
        is_noun_its = self._is_adjective(mention) and self.line.texts[mention.end] not in english.NARROWING
        return is_noun_its or (bool(beside.right) and not right[0].isdisjoint(of_another))

    def _beside(self, places: range) -> list[frozenset[str]]:
        """The words there, each with what could stand for it, as far as the next name, preposition, or form of be."""
        line, found = self.line, list[frozenset[str]]()
        for at in places:
            text = line.texts[at]
            if text in PREPOSITIONS or text in english.BE or line.is_cut(at) or line.mentions[at]:
                break
            if text not in english.CARRY_NOTHING and line.tokens[at].is_word:
                found.append(line.hearable[at])
        return found

    def _owns(self, slot: str, said: str, at: int, mention: Mention) -> bool:
        """Whether `X debt` stands for `the debt of X`, or the other way round: what is X's there is X's in the phrase."""
        texts, hearable = self.line.texts, self.line.hearable
        if said == "of":
            before = next((one for one in range(at - 1, -1, -1) if texts[one] == "of"), 0)
            near = range(before - 1, max(-1, before - 1 - _OWN), -1)
        else:
            start = mention.end + (texts[mention.end : mention.end + 1] == ["'s"])
            near = range(start, min(len(texts), start + _OWN))
        for one in near:
            is_figure = texts[one][:1].isdigit() or texts[one] in english.PERCENT
            if is_figure or texts[one] in PREPOSITIONS or texts[one] in english.BE or self.line.mentions[one]:
                return False
            if not hearable[one].isdisjoint(self.sheet.owned.get(slot, ())):
                return True
        return False

    def _is_done_to(self, at: int, named: Sequence[Named]) -> bool:
        """Whether behind the noun of what somebody does in the phrase stands whom he does it to: `A's recognition of B`, `the recognition of B by A`."""
        texts = self.line.texts
        deed = at - 2 - (texts[at - 1] in english.ARTICLES)
        if deed < 0 or texts[deed].endswith(_DOERS) or not is_deed(self.line, self.sheet, deed):
            return False
        others = [one for one in named if one[1] != at]
        return len(others) == 1 and any(
            (said == "by" and start > at) or (mention.end < deed and texts[mention.end] == "'s")
            for said, start, mention in others
        )

    def _is_adjective(self, mention: Mention) -> bool:
        is_possessive = mention.end < len(self.line) and self.line.texts[mention.end] == "'s"
        return mention.kind == ADJECTIVE or is_possessive


def _apart(mentions: list[Named]) -> list[Named]:
    """Two who are named together where what they do goes both ways: `between A and B`."""
    if len(mentions) != 1 or len(mentions[0][2].names) != 2 or mentions[0][2].is_or:
        return mentions
    said, at, both = mentions[0]
    return [(said if not number else "", at, both._replace(names=(name,))) for number, name in enumerate(both.names)]


def _is_same(said: str, wanted: str) -> bool:
    """Whether two prepositions say the same of who follows."""
    return said == wanted or any(said in same and wanted in same for same in _SAME_PLACE)
