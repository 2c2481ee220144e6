"""The names and words of a rulebook, as they stand in plain English: entities by kind of naming, words of enumerations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from dragoman.language.words.english import ARTICLES, CARRY_NOTHING, lines
from dragoman.language.words.places import common_words
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import words_of
from dragoman.rulebook.forms import FactType, Rulebook
from dragoman.values.enumeration import Enumeration

ANY, NAME, ADJECTIVE, PEOPLE, GOVERNMENT = "any", "name", "adj", "people", "gov"
_SHORTEST_NAME = 3
_PASSED = ARTICLES | {"'s"}
"""What may stand within a name."""
_KINDS = {
    "adjective": ADJECTIVE,
    "people": PEOPLE,
    "capital": GOVERNMENT,
    "leader": GOVERNMENT,
    "city": NAME,
    "name": NAME,
}
"""The kinds of the vocabulary, as phrases call them."""


class Naming(NamedTuple):
    """One name of an entity."""

    words: tuple[str, ...]
    entity: str
    kind: str


_GOING = stem("going")


class Spoken(NamedTuple):
    """One way to say a word of an enumeration."""

    stems: tuple[str, ...]
    word: str
    slot: str
    """The slot that alone knows it, or empty."""
    is_adverb: bool = False
    is_inflected: bool = False
    """Whether it says what is done or goes on: `closing`, `closed`, and not what `close` says."""


def _kinds(types: Iterable[str], rulebook: Rulebook) -> frozenset[str]:
    meanings = (rulebook.entity_types[one].meaning.lower().split() for one in types if one in rulebook.entity_types)
    said = (words[1] for words in meanings if len(words) > 1 and words[0] in ARTICLES)
    return frozenset({*(one.replace("_", " ") for one in types), *said})


_PEOPLE = frozenset(
    map(
        stem,
        lines(
            """
            person | people | man | woman | somebody | someone | who | journalist | reporter | captain | inspector | minister | politician
            leader | president | businessman | manager | director | doctor | nurse | player | coach | chef | cook | farmer | candidate | officer
            judge | lawyer | activist | teacher | writer | artist | actor | singer | driver | pilot | sailor | skipper | envoy | general | king | queen
            """
        ),
    )
)
"""What somebody is of whom one says `he`."""
_FULL_NAME = re.compile(r"(?:[A-Z][\w.'-]* ){1,2}[A-Z][\w'-]{2,}")
"""Two or three words with capitals: a first name or an office, and a last name."""
_FIRST_AND_LAST = 2
"""So many words has a name without an office."""
_ORDINARY = frozenset(
    lines(
        """
        king | cook | west | east | north | south | young | day | bank | hill | wood | rose | may | park | ford | love | hope | grey | gray | gold
        snow | moon | bush | mark | will | bill | jack | rich | wall | lake | bird | fox | wolf | hall | long | best | good | bell | ball | bond | book
        cash | cross | dean | hand | hunt | hurt | lamb | lane | law | lord | low | mill | moss | nice | new | page | pace | pike | pool | pope | read
        reed | rice | ring | road | rock | root | rush | rust | sage | salt | sand | ship | song | star | swan | tree | vale | wade | walk | ward | warm
        week | well | wise | yard | old | men | man | boy | son | sun | sea | sky | bay | port | town | city | camp | farm | fish | game | gate | head
        """
    )
)
"""Short words that are names of people as well."""
_LISTED = re.compile(r", (?:or )?| or ")
_HEAD = re.compile(
    r"(?:an?|the|one of the \w+) +([a-z -]*?[a-z]+)(?: (?:of|in|on|at|for|from|by|above|beside|and|that|which|who|whom|with)\b.*)?\.?"
)
_ANYBODY = re.compile(r"(somebody|someone|who)\b")


def _nouns(kind: str, meaning: str) -> Iterable[str]:
    """The stems of the nouns for a type: the last of its name, and of each of those that its meaning lists."""
    yield stem(kind.rsplit("_", maxsplit=1)[-1])
    said = meaning.casefold()
    if anybody := _ANYBODY.match(said):
        yield anybody.group(1)
    for one in _LISTED.split(said):
        if head := _HEAD.fullmatch(one):
            yield stem(head.group(1).split()[-1])


class Lexicon:
    """Both, by their first word."""

    def __init__(
        self, rulebook: Rulebook, words: Mapping[tuple[str, str], tuple[str, ...]], told: Iterable[FactType]
    ) -> None:
        self.entities = rulebook.entities
        self.namings: dict[str, list[Naming]] = {}
        self.spoken: dict[str, list[Spoken]] = {}
        types = {stem(name) for entity in self.entities.values() for name in entity.types}
        self.types = {
            name: tuple(e.name for e in self.entities.values() if name in map(stem, e.types) and not e.members)
            for name in types
        }
        """By the stem of a type's name, all that are of it."""
        self._meanings = {name: one.meaning for name, one in rulebook.entity_types.items()}
        self.kinds = {entity.name: _kinds(entity.types, rulebook) for entity in self.entities.values()}
        """What an entity is, in a word: its types, and what they say of themselves first: `A place in the town`."""
        self.kind_words = frozenset[str]().union(*self.kinds.values())
        self.heard: set[str] = set()
        """All words of enumerations as they are written."""
        self._names()
        self._enumerations(words, told)

    @cached_property
    def stems_of(self) -> Mapping[str, frozenset[str]]:
        """Of each word of an enumeration the stems of each of its own, and of what is said for it in one word."""
        found: dict[str, set[str]] = {}
        for spoken in (one for several in self.spoken.values() for one in several):
            own = [stem(word) for word in spoken.word.split("_")]
            said = [one for one in spoken.stems if one not in CARRY_NOTHING]
            found.setdefault(spoken.word, set(own)).update(said if len(said) == 1 else ())
        return {word: frozenset(stems) for word, stems in found.items()}

    # -- entities

    def nouns(self, name: str) -> frozenset[str]:
        """The stems of what an entity is, in a word: `A newspaper, a broadcaster or a news website` says three."""
        return frozenset(
            one for kind in self.entities[name].types for one in _nouns(kind, self._meanings.get(kind, ""))
        )

    def may_be_person(self, name: str) -> bool:
        """Whether `he` may be said of an entity."""
        return not _PEOPLE.isdisjoint(self.nouns(name))

    @cached_property
    def called(self) -> Mapping[str, frozenset[str]]:
        """By the last word of a name in several words, who is called so; not by one that is a name itself."""
        found: dict[str, set[str]] = {}
        alone = {naming.words[0] for several in self.namings.values() for naming in several if len(naming.words) == 1}
        for naming in (one for several in self.namings.values() for one in several):
            if len(naming.words) > 1 and naming.kind in (NAME, ANY) and naming.words[-1] not in alone:
                found.setdefault(naming.words[-1], set()).add(naming.entity)
        return {word: frozenset(names) for word, names in found.items()}

    def _names(self) -> None:
        seen: dict[tuple[str, ...], str] = {}
        found: list[Naming] = []
        for entity in self.entities.values():
            for text, kind in self._texts(entity.name):
                words = tuple(word for word in words_of(text) if word not in ARTICLES)
                if (
                    words
                    and (words, entity.name) not in seen.items()
                    and seen.setdefault(words, entity.name) == entity.name
                ):
                    found.append(Naming(words, entity.name, kind))
        found += self._surnames(found)
        known = {naming.words for naming in found}
        for naming in tuple(found):
            plural = (*naming.words[:-1], f"{naming.words[-1]}s")
            if plural in known or naming.words[-1][-1:] in "sehi":
                continue
            if naming.kind in (ADJECTIVE, ANY):
                found.append(Naming(plural, naming.entity, PEOPLE))
            elif naming.kind in (NAME, GOVERNMENT) and len(naming.words[-1]) > _SHORTEST_NAME:
                found.append(Naming(plural, naming.entity, NAME))  # Chinas debt
        for naming in found:
            self.namings.setdefault(naming.words[0], []).append(naming)
        for namings in self.namings.values():
            namings.sort(key=lambda naming: -len(naming.words))

    def _surnames(self, namings: Sequence[Naming]) -> list[Naming]:
        """`Odrin` of `Rector Odrin`, `Sol` of Viktor Sol: the last name of a person, if nobody else has it and it is no other word.

        Of `Rector Hanna Odrin` also `Rector Odrin`, whatever other word it is.
        """
        named = {(word, naming.entity) for naming in namings for word in naming.words}
        several = {
            word for word, entity in named if any((word, other) in named for other in self.entities if other != entity)
        }
        alone = {naming.words[0] for naming in namings if len(naming.words) == 1}
        found = dict[tuple[str, ...], Naming]()
        for entity in self.entities.values():
            leaders = [alias for alias in entity.aliases if entity.kinds.get(alias) == "leader"]
            own = [entity.title] if self.may_be_person(entity.name) else []
            for text in (*own, *leaders):
                words, kind = words_of(text), GOVERNMENT if text in leaders else NAME
                last = words[-1]
                if not _FULL_NAME.fullmatch(text) or last in several:
                    continue
                if len(words) > _FIRST_AND_LAST:
                    found.setdefault((words[0], last), Naming((words[0], last), entity.name, kind))
                if last not in alone | _ORDINARY and {last, stem(last)}.isdisjoint(common_words()):
                    found.setdefault((last,), Naming((last,), entity.name, kind))
        return list(found.values())

    def _texts(self, name: str) -> Iterable[tuple[str, str]]:
        entity = self.entities[name]
        yield entity.title, NAME
        yield entity.name.replace("_", " "), NAME
        folded = {alias.lower() for alias in entity.aliases}
        for alias in entity.aliases:
            kind = _KINDS.get(entity.kinds.get(alias, ""), ANY)
            is_plural = kind == ANY and alias.lower().removesuffix("s") in folded and alias.lower().endswith("s")
            yield alias, PEOPLE if is_plural else kind

    def naming_at(self, words: Sequence[str], at: int) -> tuple[int, Naming] | None:
        """The longest name that begins there, and where it ends; articles and marks of possession within it do not count."""
        return next(self.namings_at(words, at), None)

    def namings_at(self, words: Sequence[str], at: int) -> Iterator[tuple[int, Naming]]:
        """All names that begin there, the longest first."""
        for naming in self.namings.get(words[at], ()):
            end = at
            for word in naming.words:
                while at < end < len(words) and (
                    words[end] in _PASSED or (words[end] == "." and len(words[end - 1]) == 1)  # `E. coli`
                ):
                    end += 1
                if end >= len(words) or words[end] != word:
                    break
                end += 1
            else:
                yield end, naming

    # -- words of enumerations

    def _enumerations(self, words: Mapping[tuple[str, str], tuple[str, ...]], told: Iterable[FactType]) -> None:
        seen: set[Spoken] = set()
        for fact in told:
            for slot in fact.slots:
                if isinstance(slot.kind, Enumeration):
                    self._of_slot(seen, slot.name, slot.kind, words)
        for spoken in seen:
            self.spoken.setdefault(spoken.stems[0], []).append(spoken)
        for several in self.spoken.values():
            several.sort(key=lambda spoken: (-len(spoken.stems), spoken))

    def _of_slot(
        self, seen: set[Spoken], slot: str, kind: Enumeration, words: Mapping[tuple[str, str], tuple[str, ...]]
    ) -> None:
        for word in kind.words:
            reading = kind.readings.get(word, "")
            own = [*([reading] if reading else []), *words.get((slot, word), ())]
            common = [word.replace("_", " "), *words.get(("", word), ())]
            common += [synonym.replace("_", " ") for synonym, meant in kind.synonyms.items() if meant == word]
            for texts, name in ((own, slot), (common, "")):
                for text in texts:
                    self.heard.update(words_of(text))
                    stems = tuple(stem(part) for part in words_of(text) if part not in ARTICLES)
                    if stems:
                        is_inflected = len(stems) == 1 and text.endswith(("ing", "ed"))
                        seen.add(Spoken(stems, word, name, is_inflected=is_inflected))
                        if stems[0] == _GOING and len(stems) > 1:  # `talks go well`
                            seen.update(Spoken((stem(go), *stems[1:]), word, name) for go in ("go", "goes"))
            if (adverb := _adverb(word)) and "_" not in word:
                seen.add(Spoken((stem(adverb),), word, "", is_adverb=True))

    def spoken_at(self, stems: list[str], at: int) -> list[tuple[int, Spoken]]:
        """The words that are said there, each with where it ends."""
        return [
            (at + len(spoken.stems), spoken)
            for spoken in self.spoken.get(stems[at], ())
            if tuple(stems[at : at + len(spoken.stems)]) == spoken.stems
        ]


def _adverb(word: str) -> str:
    """The adverb of an adjective.

    >>> _adverb("economic"), _adverb("political"), _adverb("military"), _adverb("rail")
    ('economically', 'politically', 'militarily', '')
    """
    if word.endswith("ic"):
        return f"{word}ally"
    if word.endswith("al"):
        return f"{word}ly"
    return f"{word[:-1]}ily" if word.endswith("ary") else ""
