"""A folder of YAML becomes a `Rulebook`, or one error that holds every mistake of every file."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as MappingType
from decimal import Decimal
from pathlib import Path

from dragoman.errors import Finding, Place, RulebookError
from dragoman.rulebook import catalogue
from dragoman.rulebook.files import Contents, clashes, contents_of
from dragoman.rulebook.forms import Called, Claim, Recommendation, Report, Rule, Rulebook, ValueSlot
from dragoman.rulebook.installed import folder_of, named_by_variable, shipped
from dragoman.rulebook.instrument_forms import Instrument
from dragoman.rulebook.instruments import instrument_entities, read_instruments
from dragoman.rulebook.levels import with_levels
from dragoman.rulebook.locators import Counting, check_counting
from dragoman.rulebook.patterns import Names
from dragoman.rulebook.rules import Sources, read_rules
from dragoman.rulebook.shapes import CalledEntry, LocatorsEntry, ReportEntry, RulebookFile
from dragoman.rulebook.vocabulary import read_vocabulary
from dragoman.source.files import decoded
from dragoman.source.limits import current
from dragoman.source.names import did_you_mean
from dragoman.source.nodes import Mapping, Node, Scalar
from dragoman.source.reading import Reading

__all__ = ["read_rulebook", "rulebook_of", "shipped", "with_parameters"]

_FIXED = ("rulebook", "vocabulary", "entities", "claims", "passages", "instruments", "recommendations")
_REQUIRED = ("rulebook", "vocabulary")
_CITING = ("rulebook", "vocabulary", "entities", "claims", "instruments")
"""What cites the document, and what must be known to read it."""
_ECHOES = {
    "rulebook": ("RB105",),
    "entities": ("RB103",),
    "claims": ("RB106",),
    "passages": (),
    "instruments": ("RB103", "RB107"),
    "recommendations": ("RB108",),
}
"""What cannot be said while a file cannot be read; without a file of rules, whether a recommendation can be given."""


def read_rulebook(folder: str | Path | None = None) -> Rulebook:
    """The rulebook in a folder, or installed under a name; without either, the environment's or the shipped one.

    Raises:
        RulebookError: with all mistakes of all its files, sorted by place.
    """
    return rulebook_of(contents_of(folder_of(folder), current()))


def read_citing(folder: str | Path | None = None) -> Rulebook:
    """How a rulebook counts its document and where it cites it, whatever else is wrong with it; all else may be missing.

    An author has the document's passages looked for long before the rules are right.

    Raises:
        RulebookError: where a file that cites cannot be read at all, or nobody can tell what a locator is.
    """
    contents = contents_of(folder_of(folder), current())
    parts = tuple(part for part in contents.parts if part[0].stem in _CITING)
    return _Loader(Contents(contents.folder, parts, contents.added)).load_citing()


def rulebook_of(contents: Contents) -> Rulebook:
    """The rulebook in a folder that was read.

    Raises:
        RulebookError: with all mistakes of all its files, sorted by place.
    """
    return _Loader(contents).load()


def with_parameters(rulebook: Rulebook, values: MappingType[str, Decimal]) -> Rulebook:
    """The rulebook with other thresholds for this run; `changed` keeps its own, so that the advice can say so.

    Without any it is the rulebook itself, whose program and wording are kept.

    Raises:
        RulebookError: for a parameter that does not exist, or a value that its slot cannot have.
    """
    if not values:
        return rulebook
    parameters = dict(rulebook.parameters)
    changed = dict(rulebook.changed)
    findings = []
    for name, value in values.items():
        own = parameters.get(name)
        if own is None:
            message = f"there is no parameter '{name}'{did_you_mean(name, parameters)}"
            findings.append(Finding(Place("parameters"), "RB105", message))
            continue
        for slot in _compared_with(rulebook, name):
            if not slot.kind.takes(value):
                message = f"'{name}' is {value}; '{slot.name}' goes from {slot.kind.limits()}"
                findings.append(Finding(Place("parameters"), "RB202", message))
        changed.setdefault(name, own.value)
        parameters[name] = dataclasses.replace(own, value=value)
    if findings:
        raise RulebookError(findings)
    return dataclasses.replace(rulebook, parameters=parameters, changed=changed)


def _compared_with(rulebook: Rulebook, parameter: str) -> Iterator[ValueSlot]:
    """The value slots that rules compare with a parameter."""
    for rule in rulebook.rules.values():
        for condition in (*rule.when, *rule.unless, *rule.tempered_by):
            test, slot = condition.pattern.test, rulebook.facts[condition.pattern.fact].value
            if test and slot and parameter in test.parameters:
                yield slot


def _without_echoes(findings: Iterable[Finding], documents: MappingType[str, Node | None]) -> list[Finding]:
    """The findings without those that only say that a file, noted itself, could not be read."""
    unread = {stem for stem, document in documents.items() if document is None}
    echoes = {code for stem in unread for code in _ECHOES.get(stem, ("RB306",))}
    return [finding for finding in findings if finding.code not in echoes]


def _report(entry: ReportEntry) -> Report:
    return Report(entry.title, entry.authors, entry.publisher, entry.date or datetime.date.min)


def _called(entry: CalledEntry) -> Called:
    own = Called()
    return Called(entry.instruments or own.instruments, entry.advised, entry.document or own.document)


def _counting(reading: Reading, document: Node | None) -> Counting:
    """How the report counts itself, which has to be known before any locator is read."""
    entry = _locators(Reading(reading.prefix), document)
    before = len(reading.findings)
    check_counting(reading, tuple((key.place, key.text, says) for key, says in entry.forms))
    forms = () if len(reading.findings) > before else tuple((key.text, says) for key, says in entry.forms)
    return Counting(forms, {key.text: title for key, title in entry.sections})


def _locators(reading: Reading, document: Node | None) -> LocatorsEntry:
    node = document.get("locators") if isinstance(document, Mapping) else None
    return LocatorsEntry.read(reading, node) if node is not None else LocatorsEntry.absent()


class _Loader:
    def __init__(self, contents: Contents) -> None:
        self.contents, self.folder = contents, contents.folder
        self.reading = Reading("RB")
        self.digest = hashlib.sha256()

    def load(self) -> Rulebook:
        documents = self._documents()
        if not self._complete(documents):
            raise RulebookError(self.reading.findings)
        rulebook = self._assemble(documents)
        if self.reading.findings:
            raise RulebookError(_without_echoes(self.reading.findings, documents))
        return rulebook

    def load_citing(self) -> Rulebook:
        documents = self._documents()
        is_complete = self._complete(documents)
        _locators(self.reading, documents.get("rulebook"))
        _counting(self.reading, documents.get("rulebook"))
        if self.reading.findings or not is_complete:
            raise RulebookError(self.reading.findings)
        return self._assemble(documents)

    # -- files

    def _documents(self) -> dict[str, Node | None]:
        documents: dict[str, Node | None] = {}
        others = {other for _, other in clashes(path for path, _ in self.contents.parts)}
        for path, data in self.contents.parts:
            if path in others:
                message = f"there is another file called '{path.stem}', which ends in .yaml; keep one of the two"
                self.reading.note(Place(str(path)), "014", message)
            else:
                documents[path.stem] = self._document(path, data)
        return documents

    def _document(self, path: Path, data: bytes | Finding) -> Node | None:
        read = data if isinstance(data, Finding) else decoded(str(path), data, "RB")
        if isinstance(read, Finding):
            self.reading.findings.append(read)
            return None
        name, text = read
        self.digest.update(f"{path.name}\0{text}\0".encode(errors="surrogatepass"))
        return self.reading.document(name, text)

    def _complete(self, documents: MappingType[str, Node | None]) -> bool:
        missing = [name for name in _REQUIRED if name not in documents]
        if missing and (documents or not self.reading.findings):
            what = " and ".join(f"'{name}.yaml'" for name in missing)
            self.reading.note(
                Place(str(self.folder)), "001", f"this is no rulebook: it has no {what}{named_by_variable(self.folder)}"
            )
        return not missing and documents["vocabulary"] is not None

    # -- parts

    def _assemble(self, documents: MappingType[str, Node | None]) -> Rulebook:
        reading = self.reading
        document = documents["rulebook"]
        reading.locators = counting = _counting(reading, document)
        entry = RulebookFile.read(reading, document) if document is not None else RulebookFile.absent()
        parameters = catalogue.read_parameters(entry.parameters, _called(entry.called).document)
        vocabulary = read_vocabulary(
            reading, documents["vocabulary"], self._entities(documents, entry.rulebook), entry.rulebook
        )
        instruments = read_instruments(reading, vocabulary.entities, documents.get("instruments"))
        entities = {
            **vocabulary.entities,
            **instrument_entities(reading, instruments, vocabulary.entities),
        }
        names = Names(vocabulary.facts, entities, parameters)
        claims = catalogue.read_claims(reading, documents.get("claims"))
        before = len(reading.findings)
        rules = self._rules(documents, names, claims, instruments)
        are_rules_right = len(reading.findings) == before
        by_id, levels = with_levels(reading, rules, names.facts)
        recommendations = catalogue.read_recommendations(reading, names, instruments, documents.get("recommendations"))
        if are_rules_right:
            self._check_recommendations(rules, recommendations.values())
        return Rulebook(
            id=entry.rulebook,
            title=entry.title,
            version=entry.version,
            folder=str(self.folder),
            digest=self.digest.hexdigest(),
            report=_report(entry.report),
            parameters=parameters,
            entity_types=vocabulary.entity_types,
            entities=entities,
            facts=vocabulary.facts,
            claims=claims,
            passages=catalogue.read_passages(reading, counting, documents.get("passages")),
            instruments=instruments,
            recommendations=recommendations,
            rules=by_id,
            levels=levels,
            summary=catalogue.read_summary(reading, entry.summary, vocabulary.facts),
            foremost=catalogue.read_foremost(reading, entry.foremost, vocabulary.facts),
            example=catalogue.read_examples(reading, names, entry.example),
            tour=entry.tour,
            called=_called(entry.called),
            locators=counting,
        )

    def _entities(self, documents: MappingType[str, Node | None], name: str) -> list[Node]:
        """The files of entities: the rulebook's own, and the one of the environment, which may be for another."""
        own = documents.get("entities")
        said = own.get("rulebook") if isinstance(own, Mapping) else None
        if isinstance(said, Scalar) and name and said.text != name:
            message = f"these entities are for the rulebook '{said.text}', and stand in the folder of '{name}'"
            self.reading.note(said.place, "115", f"{message}; correct the name, or leave it out")
        added = (self._document(path, data) for path, data in self.contents.added)
        return [node for node in (documents.get("entities"), *added) if node is not None]

    def _rules(
        self,
        documents: MappingType[str, Node | None],
        names: Names,
        claims: MappingType[str, Claim],
        instruments: MappingType[str, Instrument],
    ) -> list[Rule]:
        rules: dict[str, Rule] = {}
        groups: dict[str, Place] = {}
        for stem, document in documents.items():
            if stem in _FIXED or document is None:
                continue
            for rule in read_rules(self.reading, names, Sources(claims, instruments), document, groups):
                if rule.id in rules:
                    also = (rules[rule.id].place,)
                    self.reading.note(rule.place, "014", f"there is a rule '{rule.id}' already", also)
                else:
                    rules[rule.id] = rule
        return list(rules.values())

    def _check_recommendations(self, rules: Iterable[Rule], recommendations: Iterable[Recommendation]) -> None:
        given = {pattern.fact for rule in rules for pattern in rule.then}
        for recommendation in recommendations:
            if recommendation.id not in given:
                message = f"no rule gives the recommendation '{recommendation.id}'; conclude it in a 'then', or drop it"
                self.reading.note(recommendation.place, "306", message)
