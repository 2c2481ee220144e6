"""The files of a rulebook, and all kinds of file: what stands where."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.rulebook.alias_shapes import ALIASES
from dragoman.rulebook.board_shapes import SQUARES, BoardFile
from dragoman.rulebook.condition_shapes import CONCLUSION, CONDITION, UNLESS
from dragoman.rulebook.fact_shapes import FACT, HEDGE, LOCATORS, BesideAFact, SituationEntry
from dragoman.rulebook.forms import Origin, RecommendationStatus, ShownAs
from dragoman.rulebook.instrument_shapes import CARRIED_BY, InstrumentsFile
from dragoman.rulebook.phrase_shapes import PhrasesFile
from dragoman.source import nodes
from dragoman.source.braces import AROUND, Fact, Slots
from dragoman.source.entries import ITSELF, AtLeastOne, Entry, may, need
from dragoman.source.many import Either, ListOf, MapOf
from dragoman.source.nodes import Node
from dragoman.source.shapes import DATE, NAME, NAMED, NUMBER, TEXT, TRUTH, OneWord, Whole
from dragoman.values.choose import SlotEntry

_TEXTS = ListOf(TEXT, or_one=True)
_NAMES = ListOf(NAMED, or_one=True)

# ------------------------------------------------------------------------------------------ facts in braces


class Unexpected(Entry, what="an expectation"):
    """What is said of a conclusion that must not follow."""

    by = may(NAMED, "The rule that gives it; others do not count.")


class Expected(Entry, what="an expectation"):
    """What is said of a conclusion that must follow."""

    by = may(NAMED, "The rule that gives it; others do not count.")
    grounds = may(HEDGE, "How likely the conclusion must be.")
    status = may(OneWord(tuple(status.value for status in RecommendationStatus)), "Of a recommendation.")


EXPECTATION = Fact("an expectation", Slots.CONCLUDED, Expected)
EXPECTED_NOT = Fact("what must not follow", Slots.CONCLUDED, Unexpected)
CATALOGUE = ("in_force", "follows")
"""The fact types that the rule language itself declares."""
RESERVED = frozenset({"forget", *AROUND, *BesideAFact.form.keys, *Expected.form.keys})
"""What stands beside or around a fact in a file: a fact type of that name could never be told or expected."""

# ------------------------------------------------------------------------------------------ rulebook.yaml


class ReportEntry(Entry, what="a report"):
    """The report that a rulebook encodes."""

    title = need(TEXT, "The report's title.", "a title")
    authors = need(_TEXTS, "Who wrote it.", "an author")
    publisher = need(TEXT, "Who published it.", "a publisher")
    date = need(DATE, "When it was published.", "the report's date")


class ParameterEntry(
    Entry,
    what="a parameter",
    must=(AtLeastOne(("at", "reason"), "{} says where the report gives it ('at'), or a 'reason'"),),
):
    """A threshold."""

    value = need(NUMBER, "The threshold.", ITSELF)
    unit = need(TEXT, "The unit of the slot that it is compared with.", "a unit")
    at = may(LOCATORS, "Where the report gives it; without it, it is the rulebook's own.")
    reason = may(TEXT, "Why this threshold and no other; the advice shows it.", "a reason")


class LocatorsEntry(Entry, what="how the report counts itself"):
    """How locators are written, and what sentences say for them."""

    forms = may(
        MapOf(TEXT, "what sentences say for '{}'", key=TEXT, one='"p. {n}": page {n}'),
        "Forms of locators, each with what sentences say: {section} is one of 'sections', any other name a number"
        " or letter, and what stands in [ ] may be missing.",
        "the forms of locators",
    )
    sections = may(
        MapOf(TEXT, "the title of the section '{}'", key=TEXT, one="AB: The title"),
        "Titles of sections, by what stands for them in locators.",
        "sections",
    )


class CalledEntry(Entry, what="what things are called"):
    """What sentences of the program call what every rulebook has."""

    document = may(TEXT, "What kind of document it is, if not a report: guideline, law, handbook.", "a name")
    instruments = may(TEXT, "Its instruments, all together.", "a name")
    advised = may(TEXT, "Whom the report advises.", "a name")


class RulebookFile(Entry, what="a rulebook"):
    """`rulebook.yaml`."""

    rulebook = need(NAME, "The rulebook's name.", "the rulebook's name")
    title = need(TEXT, "What it is about.", "a title")
    version = need(TEXT, "Of the rulebook, in quotes.", "a version")
    report = need(ReportEntry, "The report that it encodes.")
    parameters = may(
        MapOf(ParameterEntry, "the parameter '{}'"), "Thresholds that rules compare numbers with.", "parameters"
    )
    summary = may(
        ListOf(_NAMES, called="a fact type"),
        "What the advice says first, of what holds now: fact types, or groups of them that make one line.",
        "a summary",
    )
    foremost = may(
        ListOf(NAMED, called="a fact type"),
        "Fact types that stand first among risks, among forecasts and so on, in this order.",
        "'foremost'",
    )
    example = may(ListOf[Node](FACT), "Facts that messages and the help show as examples.", "an example")
    tour = may(_TEXTS, "Lines for a first session, one after the other, that show what can be asked.", "a line")
    called = may(CalledEntry, "What the program calls the document, its instruments, and whom it advises.")
    locators = may(LocatorsEntry, "How the report counts itself: sections, pages, articles.")


# ---------------------------------------------------------------------------------------- vocabulary.yaml


class EntityEntry(Entry, what="an entity"):
    """What facts are about."""

    title = need(TEXT, "How sentences name it.", "a title")
    types = need(_NAMES, "Its entity types.", "an entity type")
    aliases = may(ALIASES, "What else people call it, perhaps by kind.", "an alias")


class JoiningEntry(EntityEntry, what="an entity"):
    """An entity that is added to those of the vocabulary."""

    groups = may(_NAMES, "Groups of the vocabulary that it joins.", "a group")


class GroupEntry(Entry, what="a group"):
    """A group of entities."""

    title = need(TEXT, "How sentences name it.", "a title")
    members = need(ListOf(NAMED, or_one=True, at_least=1, called="a member"), "The entities in it.")
    aliases = may(ALIASES, "What else people call it, perhaps by kind.", "an alias")


class ShareEntry(Entry, what="a share"):
    """What a share is reckoned from, where nobody told it."""

    part = need(NAMED, "The fact type that tells the part, with the same slots.", "the part")
    whole = need(NAMED, "The fact type that tells the whole, without those of its slots that only the part has.")


class FactTypeEntry(Entry, what="a fact type"):
    """What can be said."""

    from_ = need(OneWord(tuple(origin.value for origin in Origin)), "Who says it: people, the rules, or both.")
    slots = need(MapOf(SlotEntry, "the slot '{}'"), "What a fact of this type speaks of.", "slots")
    says = need(TEXT, "A sentence fragment with {slot}; a part in [ ] goes where its optional slot is missing.")
    denies = may(TEXT, "The same of a denial.")
    question = may(TEXT, "What to ask for it; needed for what can be told.")
    words = may(_TEXTS, "What people call it.", "a word")
    shown_as = may(
        OneWord(tuple(shown.value for shown in ShownAs)),
        "How the advice shows it; without it, it only supports others.",
    )
    context = may(TEXT, "Why no rule reads it, on purpose: it may be told, and is noted as context.")
    share_of = may(ShareEntry, "The two told numbers that its percentage is reckoned from where nobody told it.")
    label = may(NAME, "A free name beside the slots, shown and never reckoned with.", "a label")
    symmetric = may(ListOf(NAMED, at_least=2, at_most=2, called="a slot"), "Two slots whose order means nothing.")


class EntitiesFile(Entry, what="a file of entities", must=(AtLeastOne(("entities", "groups")),)):
    """`entities.yaml`, or the file that `DRAGOMAN_ENTITIES` names: more of what facts are about."""

    rulebook = may(NAME, "The rulebook that they are added to; with any other, they are left out.", "a rulebook")
    entities = may(MapOf(JoiningEntry), "What facts are about.", "entities")
    groups = may(MapOf(GroupEntry), "Groups of entities.", "groups")


_TAKEN = {
    **dict.fromkeys(
        sorted(RESERVED), ("013", "'{}' cannot be a fact type: it has a meaning of its own beside facts and conditions")
    ),
    **dict.fromkeys(CATALOGUE, ("014", "the fact type '{}' is declared by the rule language itself")),
}


class VocabularyFile(Entry, what="a vocabulary"):
    """`vocabulary.yaml`."""

    entity_types = need(
        MapOf(TEXT, "the meaning of an entity type"), "Kinds of entity, each with its meaning.", "entity types"
    )
    fact_types = need(MapOf(FactTypeEntry, never=_TAKEN), "What can be said.", "fact types")
    entities = may(MapOf(EntityEntry), "What facts are about.", "entities")
    groups = may(MapOf(GroupEntry), "Groups of entities.", "groups")
    synonyms = may(
        MapOf(_TEXTS, "a synonym"),
        "What else people write for a word of an enumeration, in every slot that has it.",
        "synonyms",
    )
    shown_beside = may(
        MapOf(MapOf(TEXT, "what is shown beside a sentence"), "what is shown for '{}'"),
        "Slots that sentences leave out: for each of its words, what the advice shows beside the sentence.",
        "what is shown beside sentences",
    )


# --------------------------------------------------------------- claims, passages, instruments, recommendations


class ClaimEntry(Entry, what="a claim"):
    """What the report claims."""

    at = need(LOCATORS, "Where the report says it, as it counts itself: AB.3, 5.1.2, p.34 or art.12(2).")
    kind = need(NAME, "What kind of claim it is.", "a kind of claim")
    text = need(TEXT, "The claim in our own words.", "the text of a claim")
    hedge = may(HEDGE, "How far the report commits itself: may, might and could are 'possible'.")
    not_encoded = may(TEXT, "Why no rule encodes it.")


class ClaimsFile(Entry, what="a file of claims"):
    """`claims.yaml`."""

    claims = need(MapOf(ClaimEntry), "What the report claims.", "claims")


FORCES = ("must", "shall", "should", "may")
"""The words with which documents bind; `must` and `shall` bind alike, each document has its own."""
_DIGEST = ListOf(Whole(), at_least=2, at_most=2, called="a number of a digest (its letters, their hash)")


class PassagesFile(Entry, what="a file of passages"):
    """`passages.yaml`."""

    passages = need(
        MapOf(ListOf(_DIGEST, called="the digest of a passage"), "digests", key=TEXT, one="AB.3: ..."),
        "By locator, the digests of a passage's pieces: number of letters, rolling hash.",
        "passages",
    )


class RecommendationEntry(Entry, what="a recommendation"):
    """How a recommendation is worded."""

    title = need(TEXT, "One line, with the slots of its fact type in braces.", "a title")
    short = may(TEXT, "The same for lists.", "a short title")
    called = may(TEXT, "What it is called whoever it is for, without slots.", "what it is called")
    apart = may(TEXT, "What tells those apart that are called the same, with slots: 'in {field}'.")
    action = need(TEXT, "What to do, in one or two sentences.")
    target = may(NAMED, "The slot that says for whom.", "a slot")
    force = may(OneWord(FORCES), "How binding the document makes it; shown beside its status.")
    by = may(_TEXTS, "Who acts.", "who acts")
    carried_by = may(CARRIED_BY, "The instruments that carry it, each as far as it does.")
    caveats = may(_TEXTS, "What to keep in mind.", "a caveat")
    under_way_when = may(
        ListOf[Node](CONDITION), "Told facts, any of which makes it 'under way'; $slot is the slot's value."
    )
    complete_when = may(
        ListOf[Node](CONDITION), "Told facts; what is under way lacks each that was not told; $slot as above."
    )


class RecommendationsFile(Entry, what="a file of recommendations"):
    """`recommendations.yaml`."""

    recommendations = need(MapOf(RecommendationEntry), "By fact type, how advice is worded.", "recommendations")


# ---------------------------------------------------------------------------------------------------- rules

_CONDITIONS = ListOf[Node](CONDITION, at_least=1)
_CONCLUSIONS = ListOf[Node](CONCLUSION, at_least=1)


class Premises(Entry, what="a rule or a group of rules"):
    """What a rule can have, and a group for all its rules."""

    claims = may(_NAMES, "The claims of the report that it encodes.", "a claim")
    unless = may(ListOf[Node](UNLESS), "What makes the report withdraw the conclusion.")
    tempered_by = may(ListOf[Node](CONDITION), "What is shown beside the conclusion and never blocks it.")
    carried_by = may(CARRIED_BY, "The instruments that carry the recommendation for this reason, beside its own.")


class _AnyRule(Premises, what="a rule"):
    id = need(NAME, "Its name, in-kebab-case.", "a rule id")
    because = need(TEXT, "One sentence, with the rule's variables in braces.")
    strength = may(HEDGE, "The report's own hedge; unhedged if nothing is said.")
    beyond_report = may(TRUTH, "Whether no claim of the report stands behind it.")
    rank = may(
        Whole(1),
        "Among the reasons for one conclusion: 1 comes first; last come those without a rank.",
    )
    hedge_differs = may(TEXT, "Why its strength is another than the weakest hedge of its claims.")


class RuleEntry(_AnyRule, what="a rule"):
    """A rule that stands alone."""

    when = need(_CONDITIONS, "What must be so.")
    then = need(_CONCLUSIONS, "What follows.")


class RuleOfGroup(_AnyRule, what="a rule of a group"):
    """A rule with what it adds to its group."""

    when = may(_CONDITIONS, "What must be so beside what is given.")
    then = may(_CONCLUSIONS, "What follows beside what follows from all of them.")


class RuleGroup(Premises, what="a group of rules"):
    """Rules that share something."""

    group = need(NAME, "Its name, in-kebab-case.", "the name of a group")
    rules = need(ListOf(RuleOfGroup, at_least=1), "The rules, each with what it adds.")
    given = may(_CONDITIONS, "What must be so for all of them.")
    then = may(_CONCLUSIONS, "What follows from each of them.")


def _is_group(node: Node) -> bool:
    return isinstance(node, nodes.Mapping) and node.get("group") is not None


class RulesFile(Entry, what="a rule file"):
    """Every other file of the folder."""

    rules = need(
        ListOf[RuleEntry | RuleGroup](Either(RuleEntry, RuleGroup, _is_group)),
        "The rules, alone and in groups.",
        "rules",
    )


class CaseEntry(
    SituationEntry,
    what="a case",
    title=("case", "the case '{}'"),
    must=(
        AtLeastOne(
            ("expect", "expect_not", "board", "nothing"),
            "{} expects nothing; add 'expect', 'expect_not', 'board' or 'nothing: true'",
            number="505",
            if_true=("nothing",),
        ),
        AtLeastOne(("facts", "based_on")),
    ),
):
    """A test of the rulebook."""

    case = need(NAME, "Its name, in-kebab-case.", "a case")
    at = need(LOCATORS, "The locators that justify what it expects.")
    because = may(TEXT, "The same in one sentence.")
    parameters = may(MapOf(NUMBER, "a parameter"), "Other thresholds for this case.", "parameters")
    expect = may(ListOf[Node](EXPECTATION), "What must follow.")
    expect_not = may(ListOf[Node](EXPECTED_NOT), "What must not follow.")
    board = may(SQUARES, "By row and column, what must stand on a square of the board.", "squares")
    nothing = may(TRUTH, "Whether no rule may fire at all.")


class CasesFile(Entry, what="a file of cases"):
    """Tests of the rulebook."""

    cases = need(ListOf(CaseEntry), "Tests of the rulebook.", "cases")


KINDS: Mapping[str, type[Entry]] = {
    "rulebook": RulebookFile,
    "vocabulary": VocabularyFile,
    "entities": EntitiesFile,
    "claims": ClaimsFile,
    "passages": PassagesFile,
    "instruments": InstrumentsFile,
    "recommendations": RecommendationsFile,
    "rules": RulesFile,
    "phrases": PhrasesFile,
    "board": BoardFile,
    "situation": SituationEntry,
    "cases": CasesFile,
}
"""The kinds of file."""
