"""Who is spoken of: single entities, what stands for them, lists of them, all but some of them, and pronouns.

Each is a *mention*: where it ends, whom it means, and how they are named. Several may begin at one token (`Kazakhstan`,
`Kazakhstan and Kyrgyzstan`); which one a line means, its phrases decide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.language.grammar.lexicon import ADJECTIVE, ANY, GOVERNMENT, NAME, PEOPLE, Lexicon
from dragoman.language.line.members import EVERY, STATES, Members, all_of_a_type
from dragoman.language.line.taken_up import is_namesake, is_no_name, takes_up
from dragoman.language.words import english
from dragoman.language.words.tokens import Token

PRONOUN = "pronoun"
OF_PLACE = "of the place"
_THE_PLACE = frozenset(
    {("the", "country"), ("that", "country"), ("its", "territory"), ("its", "soil"), ("the", "republic")}
)
"""What stands for a place named before, behind `in` or `on`."""
_IN = frozenset({"in", "of", "from", "across", "within", "throughout"})
_MOST_PEOPLE = frozenset({"most", "ordinary", "normal", "regular", "average", "common", "many"})
_PEOPLE_BEFORE = _MOST_PEOPLE | {"the", "of", "among"}
_APART = frozenset({"without", "unlike", "besides", "despite", "after", "given", "like"})
"""Before whom a comma ends what stands first: `Without China, Russia ...`."""
_TOGETHER = (("as", "well", "as"), ("along", "with"), ("together", "with"))
_BETWEEN = frozenset(
    english.lines(
        "foreign | defence | defense | central | interior | prime | top | senior | official | ruling | own | national"
    )
)
_OF_WHAT = frozenset(
    english.lines("policy | military | political | security | economic | state | leading | current | governing")
)
_RULERS = tuple(
    tuple(words.split())
    for words in english.lines(
        "heads of state and government | heads of state | heads of government | head of state | head of government"
        "| policy makers | policy circles | decision makers | ruling circles | government circles | top brass"
    )
)
_PREPOSITIONS = frozenset({"in", "with", "against", "from", "to", "of", "towards", "on", "for", "by", "at"})


_FIRST = english.FILLERS | frozenset(
    english.lines("probably | possibly | perhaps | maybe | likely | presumably | apparently | reportedly | allegedly")
)
"""What may stand before such a place."""


class Mention(NamedTuple):
    """Some entities, named at one place."""

    end: int
    names: tuple[str, ...]
    kind: str
    excluded: tuple[str, ...] = ()
    """Those of whom the contrary is said: `Kazakhstan, but not Uzbekistan`."""
    is_or: bool = False
    """Whether it is one of them, nobody says which."""
    pronoun: str = ""
    is_part: bool = False
    """Whether those of whom the contrary is said are the rest of a group: `all but Uzbekistan`."""
    is_some: bool = False
    """Whether only some of them are meant, nobody says which: `one of the five`."""
    of: str = ""
    """The group of which it is each: where the group itself can be said to do it, it is."""


def mentions_in(
    lexicon: Lexicon, tokens: Sequence[Token], before: Sequence[str] = (), text: str = ""
) -> tuple[list[list[Mention]], range]:
    """For each token the mentions that begin there, the longest first; `before` were named in earlier lines.

    Of `text` it is seen where a hyphen joins two names, of which the tokens know nothing.

    Also the tokens of the place that the sentence begins with; none if it begins with no place.
    """
    finder = _Finder(lexicon, tokens, before, text)
    found, place = finder.found(), finder.place()
    return found, place[1] if place else range(0)


class _Finder:
    def __init__(self, lexicon: Lexicon, tokens: Sequence[Token], before: Sequence[str], typed: str) -> None:
        self.lexicon, self.tokens, self.before, self.typed = lexicon, tokens, before, typed
        self.texts = [token.text for token in tokens]
        self.groups = [entity for entity in lexicon.entities.values() if entity.members]
        self.singles: list[list[Mention]] = [[] for _ in tokens]
        self.members = Members(self.texts, self.groups, self._names_at, self._link, lexicon.types)

    def found(self) -> list[list[Mention]]:
        for at in range(len(self.tokens)):
            self.singles[at].extend(self._single(at))
            if at and self.text(at - 1) == "the":
                self.singles[at] = [m for m in self.singles[at] if not self._is_cut_short(m, self.singles[at - 1])]
        result, place = [], self.place()
        for at in range(len(self.tokens)):
            if place is not None:
                self.singles[at].extend(self._of_place(at, place[0]))
            several = [*self._parts(at), *self._lists(at), *self.singles[at]]
            for end, group in self.members.each(at):
                several += [Mention(end, (group.name,), NAME), Mention(end, group.members, NAME, of=group.name)]
            several += [Mention(end, group.members, NAME) for end, group in self.members.every_one(at)]
            if self.members.is_of_some(at):
                several = [m._replace(is_some=True) if self._is_some_of(m) else m for m in several]
            result.append(sorted(dict.fromkeys(several), key=lambda mention: -mention.end))
        return result

    def _is_some_of(self, mention: Mention) -> bool:
        """Whether it is of several, some of whom are meant: `one of the five`, and neither `one of its laws` nor `one of the five's laws`."""
        is_several = len(mention.names) > 1 or (mention.kind != PRONOUN and self._is_group(mention.names))
        nouns = {self.text(mention.end - 1), self.text(mention.end)}
        is_named = mention.kind != ADJECTIVE or not (STATES | english.GOV_NOUNS).isdisjoint(nouns)
        return is_several and is_named and self.text(mention.end) != "'s"

    def _parts(self, at: int) -> Iterator[Mention]:
        """All of a group but some, only some of one, and those of one who were not named."""
        for end, names, excluded in self.members.all_but(at):
            yield Mention(end, names, NAME, excluded, is_part=True)
        for end, names, excluded in self.members.only(at):
            yield Mention(end, names, NAME, excluded, is_part=True)
        others = self.members.others(at, self.before, lambda: self._named_until(at))
        yield from (Mention(end, names, NAME) for end, names in others)

    def _named_until(self, at: int) -> list[str]:
        """Who is named before, none of them only within a longer name."""
        found, here = list[str](), 0
        while here < at:
            longest = max(self.singles[here], key=lambda m: m.end, default=None)
            found.extend(name for m in self.singles[here] if longest and m.end == longest.end for name in m.names)
            here = longest.end if longest and longest.names else here + 1
        return found

    def place(self) -> tuple[Mention, range] | None:
        """Whose people or government a sentence speaks of that begins with `In Kazakhstan`, and those tokens of it."""
        first = int(self.text(0) in _FIRST and len(self.texts) > 1)
        start = first + (2 if self.texts[first : first + 2] == ["inside", "of"] else 1)
        if self.text(first) not in ("in", "across", "over", "throughout", "inside") or len(self.tokens) < 3:
            return None
        mention = next((m for m in self.singles[start + (self.text(start) == "the")] if m.kind in (NAME, ANY)), None)
        if mention is None:
            return None
        return mention, range(first, mention.end + (self.text(mention.end) == ","))

    def _of_place(self, at: int, place: Mention) -> Iterator[Mention]:
        """`most people`, `the government`: those of the place that was named first."""
        start = at + (self.text(at) in _MOST_PEOPLE)
        noun = self.text(start)
        if at < place.end or self.text(start + 1) in _IN:
            return
        if noun in english.PEOPLE_NOUNS:
            yield place._replace(end=start + 1, kind=PEOPLE, pronoun=OF_PLACE)
        elif noun in english.GOV_NOUNS and start == at:
            yield place._replace(end=start + 1, kind=GOVERNMENT, pronoun=OF_PLACE)

    def text(self, at: int) -> str:
        return self.texts[at] if at < len(self.texts) else ""

    # -- one

    def _single(self, at: int) -> Iterator[Mention]:
        word = self.text(at)
        if word in english.PRONOUNS:
            yield Mention(at + 1, (), PRONOUN, pronoun=word)
        if word in ("in", "on") and tuple(self.texts[at + 1 : at + 3]) in _THE_PLACE:
            yield Mention(at + 3, (), PRONOUN, pronoun="there")
            return
        for named in self._namings(at):
            for one in self._named_with_noun(named):
                if one.end == named.end or not self._is_namesake(at, one.end, named.names[0], one.kind):
                    yield one
        yield from (Mention(end, names, NAME) for end, names in all_of_a_type(self.lexicon, self.tokens, at))
        if word in english.GOV_NOUNS or word in english.PEOPLE_NOUNS:
            yield from self._noun_of(at, PEOPLE if word in english.PEOPLE_NOUNS else GOVERNMENT)
        if word in _MOST_PEOPLE or word in EVERY:
            yield from self._most(at)

    def _namings(self, at: int) -> Iterator[Mention]:
        """The names that begin there: the longest, and shorter ones of others that it begins with."""
        if not is_no_name(self.tokens, at):
            written = dict[str, int]()
            """By entity, where its name ends that is written with capitals to its end: `the Nordvik Fund` does not fund anybody."""
            for end, naming in self.lexicon.namings_at(self.texts, at):
                is_cut = end < written.get(naming.entity, 0) and self.tokens[end].is_capital
                if is_cut or self._is_namesake(at, end, naming.entity, naming.kind):
                    continue
                if self.tokens[end - 1].is_capital:
                    written[naming.entity] = max(end, written.get(naming.entity, 0))
                yield Mention(end, (naming.entity,), naming.kind)

    def _is_cut_short(self, named: Mention, several: list[Mention]) -> bool:
        """Whether one of several names him by more words, written with capitals to the last: `the Nordvik Fund`."""
        return any(
            m.names == named.names and m.kind == named.kind and m.end > named.end and self.tokens[named.end].is_capital
            for m in several
        )

    def _is_people(self, named: Mention) -> bool:
        """Whether an adjective stands for a people: `the Kyrgyz trust`, `most Chinese`."""
        after = self.text(named.end)
        before = self.text(named.end - 2) if named.end > 1 else ""
        is_noun = after in english.GOV_NOUNS or after in english.PEOPLE_NOUNS or after in STATES
        return before in _PEOPLE_BEFORE and not is_noun

    def _is_namesake(self, at: int, end: int, name: str, kind: str) -> bool:
        """Whether it is only part of another's name, which neither it nor the word behind it as its kind (`Lion Hotel`) makes it."""
        return kind != ADJECTIVE and is_namesake(self.tokens, at, end) and not self._is_kind(end, (name,))

    def _named(self, at: int) -> Mention | None:
        found = self.lexicon.naming_at(self.texts, at) if not is_no_name(self.tokens, at) else None
        if found is None or self._is_namesake(at, found[0], found[1].entity, found[1].kind):
            return None
        return Mention(found[0], (found[1].entity,), found[1].kind)

    def _named_with_noun(self, named: Mention) -> Iterator[Mention]:
        yield named
        if named.kind == ADJECTIVE and self._is_people(named):
            yield named._replace(kind=PEOPLE)
        if (other := self._joined(named)) is not None:
            yield other
        end = named.end + (self.text(named.end) == "'s")
        yield from self._rulers(named, end)
        while self.text(end) in _BETWEEN or self.text(end) in _MOST_PEOPLE:
            end += 1
        noun = self.text(end)
        if noun in english.GOV_NOUNS:
            yield named._replace(end=end + 1, kind=GOVERNMENT)
        elif noun in english.PEOPLE_NOUNS:
            yield named._replace(end=end + 1, kind=PEOPLE)
        elif (noun in STATES and self._is_state(named)) or (
            named.kind in (NAME, ANY)
            and self._is_kind(end, named.names)
            and not (self.text(named.end) == "'s" and english.is_role(noun))  # `X's supplier`
        ):
            yield named._replace(end=end + 1)
        elif named.kind == GOVERNMENT and self.text(named.end) == "'s" and self._is_kind(named.end + 1, named.names):
            yield named._replace(end=named.end + 2, kind=NAME)  # `Captain Gray's ship`, by which she goes as well

    def _is_state(self, named: Mention) -> bool:
        """Whether a state of somebody's may be meant: that of who leads a party is not the party."""
        kinds = {kind for name in named.names for kind in self.lexicon.kinds[name]}
        return named.kind != GOVERNMENT or self.text(named.end) != "'s" or not STATES.isdisjoint(kinds)

    def _rulers(self, named: Mention, end: int) -> Iterator[Mention]:
        """`Russian foreign policy planners`, `the club's heads of state`: who rules, in more words than one."""
        while self.text(end) in _BETWEEN or self.text(end) in _OF_WHAT:
            end += 1
            if self.text(end) in english.GOV_NOUNS:
                yield named._replace(end=end + 1, kind=GOVERNMENT)
        size = next((len(words) for words in _RULERS if tuple(self.texts[end : end + len(words)]) == words), 0)
        if size:
            yield named._replace(end=end + size, kind=GOVERNMENT)

    def _joined(self, named: Mention) -> Mention | None:
        """`Russian-Chinese`, and `Russia-China` before what is theirs: both of them."""
        end = named.end
        if end >= len(self.tokens) or named.kind not in (ADJECTIVE, ANY, NAME):
            return None
        before = self.tokens[end - 1].end
        is_hyphen = self.tokens[end].start == before + 1 and self.tokens[end].start
        other = self._named(end) if is_hyphen else None
        if other is None or other.kind not in (ADJECTIVE, ANY, NAME) or other.names == named.names:
            return None
        is_typed = self.typed[before : before + 1] in ("-", "/") and self.text(other.end) not in english.CARRY_NOTHING
        if ANY in (named.kind, other.kind) and self.typed[before : before + 1] not in ("-", "/"):
            return None  # `Northern Farm` is neither of two
        is_noun = is_typed and other.end < len(self.tokens) and self.tokens[other.end].is_word
        both = Mention(other.end, (*named.names, *other.names), ADJECTIVE)
        return both if is_noun or NAME not in (named.kind, other.kind) else None

    def _noun_of(self, at: int, kind: str) -> Iterator[Mention]:
        if self.text(at + 1) in _IN:
            start = at + 2 + (self.text(at + 2) in english.ARTICLES)
            for mention in self._plain(start):
                yield mention._replace(kind=kind)

    def _plain(self, at: int) -> list[Mention]:
        """The mentions by name alone, in a list or not."""
        named = self._named(at) if at < len(self.texts) else None
        return [named] if named else []

    def _most(self, at: int) -> Iterator[Mention]:
        start = at + 1
        start += self.text(start) == "of"
        start += self.text(start) in english.ARTICLES
        inner = self.singles_at(start)
        for mention in inner:
            if (
                mention.kind == PEOPLE
                or (mention.kind == ADJECTIVE and self.text(mention.end) in english.PEOPLE_NOUNS)
                or (self.text(at) in EVERY and self._is_group(mention.names))
            ):
                yield mention
        word = self.text(start)
        if self.text(at) in EVERY and self.text(start + 1) in _IN:
            plain = self._plain(start + 2 + (self.text(start + 2) == "the"))
            is_kind = (word in STATES or self._is_kind(start, m.names) for m in plain)
            yield from (m for m, is_one in zip(plain, is_kind, strict=True) if is_one and self._is_group(m.names))

    def _names_at(self, at: int) -> list[tuple[int, tuple[str, ...]]]:
        """Who may be named there, each with where that ends."""
        return [(m.end, m.names) for m in self.singles_at(at) if m.kind != PRONOUN]

    def singles_at(self, at: int) -> list[Mention]:
        """The single mentions that begin there, also if they were not looked for yet."""
        return list(self._single(at)) if at < len(self.texts) else []

    def _is_kind(self, at: int, names: Sequence[str]) -> bool:
        """Whether the word there says what they all are: the Lion *kitchen*, all *kitchens* of the Old Town."""
        of_kind = self.lexicon.types.get(self.tokens[at].stem, ()) if at < len(self.tokens) else ()
        entities = self.lexicon.entities
        return bool(of_kind) and all({*(entities[name].members or (name,))} <= {*of_kind} for name in names)

    def _is_group(self, names: tuple[str, ...]) -> bool:
        return len(names) == 1 and bool(self.lexicon.entities[names[0]].members)

    # -- many

    def _lists(self, at: int) -> Iterator[Mention]:
        """`A, B and C`, `A and B, but not C`."""
        for first in self.singles[at]:
            if first.kind == PRONOUN:
                continue
            here, names, is_or, links = first.end, list(first.names), False, 0
            is_open = False
            """Whether two stand side by side, as in what is dictated: only an `and` makes them a list."""
            while (link := self._link(at, here) or self._beside(names, here)) is not None:
                start, word = link
                is_open = word == "" or (is_open and word == ",")
                if word == "," and not links and at and self.text(at - 1) in _APART:
                    break
                following = next((m for m in self.singles_at(start) if m.kind != PRONOUN), None)
                if following is None or takes_up(self.texts, at, following.end):
                    break
                here, links = following.end, links + 1
                is_or = is_or or word in ("or", "nor")
                names.extend(name for name in following.names if name not in names)
                is_pair = links == 1 and word == "," and self._are_two(at, first, following)
                if (links > 1 or word != "," or is_pair) and not is_open:
                    yield Mention(here, tuple(names), first.kind, is_or=is_or)
                    yield from self._without(at, Mention(here, tuple(names), first.kind, is_or=is_or))
                if links > 60:
                    return
            if not links:
                yield from self._without(at, first)

    def _are_two(self, at: int, first: Mention, second: Mention) -> bool:
        """`Iran, Belarus join`: two of one kind before a verb, as headlines have them."""
        if at or {first.kind, second.kind} - {NAME, GOVERNMENT} or first.names == second.names:
            return False
        entities = self.lexicon.entities
        kinds = [{one for name in m.names for one in entities[name].types} for m in (first, second)]
        verb = self.text(second.end)
        is_plural = not verb.endswith("s") and verb != "said"
        return is_plural and not kinds[0].isdisjoint(kinds[1]) and verb not in (",", "'s", "and", "or", "")

    def _link(self, at: int, here: int) -> tuple[int, str] | None:
        """Where the next of a list begins, and the word that joins it."""
        here += self.text(here) == "'s"
        word = self.text(here)
        together = self._together(here + (word == ","))
        if together:
            return together + (self.text(together) in english.ARTICLES), "and"
        if word not in (",", "and", "or", "nor", "&", "+", "plus", "/"):
            return None
        start = here + 1
        if word == "," and self.text(start) in ("and", "or", "nor", "&"):
            word, start = self.text(start), start + 1
        if self.text(start) == "also":
            start += 1
        if at and self.text(start) == self.text(at - 1) and self.text(start) in _PREPOSITIONS:
            start += 1
        start += self.text(start) in english.ARTICLES
        return start, word

    def _together(self, here: int) -> int:
        """Where the words end that join two as an `and` does: `as well as`; 0 if none stand there."""
        found = (words for words in _TOGETHER if tuple(self.texts[here : here + len(words)]) == words)
        return next((here + len(words) for words in found), 0)

    def _beside(self, names: Sequence[str], here: int) -> tuple[int, str] | None:
        """Where the next of a list begins that has no comma: another of the group that all those before are of."""
        following = next((m for m in self.singles_at(here) if m.kind in (NAME, ANY)), None)
        several = {*names, *following.names} if following is not None else set()
        is_list = len(several) > len(names) and any(several < set(group.members) for group in self.groups)
        return (here, "") if is_list else None

    def _without(self, at: int, mention: Mention) -> Iterator[Mention]:
        """With `but not C` behind it."""
        start = mention.end + (self.text(mention.end) == ",")
        if self.text(start) in ("but", "though", "and") and self.text(start + 1) == "not":
            start += 2
        elif self.text(start) == "not" and start > mention.end:
            start += 1
        else:
            return
        if at and self.text(start) == self.text(at - 1) and self.text(start) in _PREPOSITIONS:
            start += 1
        start += self.text(start) in english.ARTICLES
        names: list[str] = []
        while following := next((m for m in self.singles_at(start) if m.kind != PRONOUN), None):
            names.extend(following.names)
            yield mention._replace(end=following.end, excluded=tuple(names))
            link = self._link(start, following.end)
            if link is None:
                return
            start = link[0]
