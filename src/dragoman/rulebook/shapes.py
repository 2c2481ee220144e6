"""The files of a rulebook: which keys each thing has. One table for the readers and for the JSON Schemas."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.rulebook.forms import Origin
from dragoman.rulebook.likelihood import STRENGTHS, TOLD_WORDS
from dragoman.source.shapes import Either, Fact, ListOf, MapOf, OneWord, Shape, Single, Slots, Written, may, need
from dragoman.values.entity import Spread

SHOWN_AS = ("recommendation", "risk", "forecast", "watch", "finding")
STATUSES = ("advised", "under way")
LOCATOR = Written(r"[A-Z]+(?:-[A-Z]+)?\.[0-9]{1,3}")
GRADE = Written(r"[A-F][1-6]")
SAID_AT = Written(r"(.+):([1-9][0-9]{0,8}):([1-9][0-9]{0,8})")
PERCENT = Written(r"([0-9]{1,3}(?:\.[0-9]{1,6})?) ?%?")

_TEXT, _NAME, _NUMBER, _TRUTH, _DATE = Single.TEXT, Single.NAME, Single.NUMBER, Single.TRUTH, Single.DATE
_TEXTS = ListOf(_TEXT, or_one=True)
_NAMES = ListOf(_NAME, or_one=True)
_LOCATORS = ListOf(LOCATOR, or_one=True)
_STRENGTH = OneWord(tuple(STRENGTHS))

# ------------------------------------------------------------------------------------------ facts in braces

SOURCE = Shape(
    "a source",
    {
        "title": need(_TEXT, "Whose word it is: author, publisher, date."),
        "grade": may(GRADE, "Admiralty grade, reliability A-F and credibility 1-6, if somebody gave one."),
    },
)
BESIDE_A_FACT = {
    "at": may(_LOCATORS, "Locators of the report that the fact rests on."),
    "date": may(_DATE, "Of when it is so; newer facts beat older ones."),
    "until": may(_DATE, "The last day on which it is so."),
    "source": may(Either((_TEXT, SOURCE)), "Whose word it is."),
    "likelihood": may(
        Either((OneWord(tuple(TOLD_WORDS)), Single.PERCENT, PERCENT)),
        "A word of ICD 203, or a percentage between 0 and 100.",
    ),
    "note": may(_TEXT, "Free text, which nothing is concluded from."),
    "said_at": may(SAID_AT, "Where it was first said, file:line:column; `dragoman facts` writes it."),
}
FACT = Fact("a fact", Slots.VALUES, is_complete=True, inside=("not",), beside=BESIDE_A_FACT)
FORGET = Fact("a 'forget'", Slots.PLAIN)
CONDITION = Fact("a condition", Slots.TESTS, variables=True, inside=("not",))
UNLESS = Fact("a condition of 'unless'", Slots.TESTS, variables=True, inside=("not", "told"))
CONCLUSION = Fact("a conclusion", Slots.PLAIN, variables=True, is_complete=True)
_BY = may(_NAME, "The rule that gives it; others do not count.")
EXPECTATION = Fact(
    "an expectation",
    Slots.PLAIN,
    beside={
        "by": _BY,
        "grounds": may(_STRENGTH, "How likely the conclusion must be."),
        "status": may(OneWord(STATUSES), "Of a recommendation."),
    },
)
EXPECTED_NOT = Fact("what must not follow", Slots.PLAIN, beside={"by": _BY})
CATALOGUE = ("in_force", "follows")
"""The fact types that the rule language itself declares."""
RESERVED = frozenset({"forget", *UNLESS.inside, *BESIDE_A_FACT, *EXPECTATION.beside})
"""What stands beside or around a fact in a file: a fact type of that name could never be told or expected."""
# ------------------------------------------------------------------------------------------ rulebook.yaml

REPORT = Shape(
    "a report",
    {
        "title": need(_TEXT, "The report's title."),
        "authors": need(_TEXTS, "Who wrote it."),
        "publisher": need(_TEXT, "Who published it."),
        "date": need(_DATE, "When it was published."),
    },
)
PARAMETER = Shape(
    "a parameter",
    {
        "value": need(_NUMBER, "The threshold."),
        "unit": need(_TEXT, "The unit of the slot that it is compared with."),
        "reason": need(_TEXT, "Why this threshold and no other; the advice shows it."),
    },
)
RULEBOOK = Shape(
    "a rulebook",
    {
        "rulebook": need(_NAME, "The rulebook's name."),
        "title": need(_TEXT, "What it is about."),
        "version": need(_TEXT, "Of the rulebook, in quotes."),
        "report": need(REPORT, "The report that it encodes."),
        "parameters": may(MapOf(PARAMETER), "Thresholds that rules compare numbers with."),
    },
)

# ---------------------------------------------------------------------------------------- vocabulary.yaml

ENTITY = Shape(
    "an entity",
    {
        "title": need(_TEXT, "How sentences name it."),
        "types": need(_NAMES, "Its entity types."),
        "aliases": may(_TEXTS, "What else people call it."),
    },
)
GROUP = Shape(
    "a group",
    {
        "title": need(_TEXT, "How sentences name it."),
        "members": need(ListOf(_NAME, or_one=True, at_least=1), "The entities in it."),
        "aliases": may(_TEXTS, "What else people call it."),
    },
)
SLOT = Shape(
    "a slot",
    {
        "entity": may(_NAMES, "The entity types that may stand here."),
        "one_of": may(_NAMES, "The words that may stand here."),
        "number": may(_TEXT, "The unit of the number that stands here."),
        "money": may(_TEXT, "The currency of the sum that stands here, perhaps with its scale: billion USD."),
        "min": may(_NUMBER, "The smallest number."),
        "max": may(_NUMBER, "The largest number."),
        "value": may(_TRUTH, "Whether these words are the value that is told; all other slots are keys."),
        "exhaustive": may(
            _TRUTH, "Whether exactly one of these words is always the case; to deny one then leaves the others."
        ),
        "optional": may(_TRUTH, "Whether a fact may leave the slot out."),
        "spread": may(
            OneWord((Spread.EACH.value, Spread.NONE.value)),
            "A group here stands for each of its members, or is one more value (none).",
        ),
    },
    kinds={
        "entity": ("optional", "spread"),
        "one_of": ("optional", "value", "exhaustive"),
        "number": ("min", "max", "value"),
        "money": ("min", "max", "value"),
    },
    together={"number": ("min", "max"), "money": ("min", "max")},
)
FACT_TYPE = Shape(
    "a fact type",
    {
        "from": need(OneWord(tuple(origin.value for origin in Origin)), "Who says it: people, the rules, or both."),
        "slots": need(MapOf(SLOT), "What a fact of this type speaks of."),
        "says": need(_TEXT, "A sentence fragment with {slot}; a part in [ ] goes where its optional slot is missing."),
        "denies": may(_TEXT, "The same of a denial."),
        "question": may(_TEXT, "What to ask for it; needed for what can be told."),
        "words": may(_TEXTS, "What people call it."),
        "shown_as": may(OneWord(SHOWN_AS), "How the advice shows it; without it, it only supports others."),
        "label": may(_NAME, "A free name beside the slots, shown and never reckoned with."),
        "symmetric": may(ListOf(_NAME, at_most=2), "Two slots whose order means nothing."),
    },
)
VOCABULARY = Shape(
    "a vocabulary",
    {
        "entity_types": need(MapOf(_TEXT), "Kinds of entity, each with its meaning."),
        "fact_types": need(MapOf(FACT_TYPE, never=(*sorted(RESERVED), *CATALOGUE)), "What can be said."),
        "entities": may(MapOf(ENTITY), "What facts are about."),
        "groups": may(MapOf(GROUP), "Groups of entities."),
        "synonyms": may(
            MapOf(_TEXTS), "What else people write for a word of an enumeration, in every slot that has it."
        ),
    },
)

# --------------------------------------------------------------- claims, passages, instruments, recommendations

CLAIM = Shape(
    "a claim",
    {
        "at": need(_LOCATORS, "Where the report says it: section and paragraph, MIL.3."),
        "kind": need(_NAME, "What kind of claim it is."),
        "text": need(_TEXT, "The claim in our own words."),
        "hedge": may(_STRENGTH, "How far the report commits itself: may, might and could are 'possible'."),
        "not_encoded": may(_TEXT, "Why no rule encodes it."),
    },
)
CLAIMS = Shape("a file of claims", {"claims": need(MapOf(CLAIM), "What the report claims.")})
PASSAGES = Shape(
    "a file of passages",
    {
        "passages": need(
            MapOf(ListOf(ListOf(Single.WHOLE, at_least=2, at_most=2)), key=_TEXT),
            "By locator, the digests of a passage's pieces: number of letters, rolling hash.",
        )
    },
)
INSTRUMENT = Shape(
    "an instrument",
    {
        "title": need(_TEXT, "How sentences name it."),
        "document": need(_TEXT, "Its number or address."),
        "adopted": may(_DATE, "In force from then on."),
        "follows": may(_NAME, "The instrument before it."),
        "strands": may(MapOf(_TEXT), "Its parts: short name, title."),
        "aliases": may(_TEXTS, "What else people call it."),
    },
)
INSTRUMENTS = Shape("a file of instruments", {"instruments": need(MapOf(INSTRUMENT), "Documents of the EU.")})
RECOMMENDATION = Shape(
    "a recommendation",
    {
        "title": need(_TEXT, "One line, with the slots of its fact type in braces."),
        "action": need(_TEXT, "What to do, in one or two sentences."),
        "target": may(_NAME, "The slot that says for whom."),
        "by": may(_TEXTS, "Who acts."),
        "strategies": may(_NAMES, "The instruments that carry it."),
        "strands": may(MapOf(_NAMES), "Of each instrument, the strands that carry it."),
        "caveats": may(_TEXTS, "What to keep in mind."),
        "under_way_when": may(ListOf(CONDITION), "Told facts that make it 'under way'; $slot is the slot's value."),
    },
)
RECOMMENDATIONS = Shape(
    "a file of recommendations",
    {"recommendations": need(MapOf(RECOMMENDATION), "By fact type, how advice is worded.")},
)

# ---------------------------------------------------------------------------------------------------- rules

_SHARED = {
    "claims": may(_NAMES, "The claims of the report that it encodes."),
    "unless": may(ListOf(UNLESS), "What makes the report withdraw the conclusion."),
    "tempered_by": may(ListOf(CONDITION), "What is shown beside the conclusion and never blocks it."),
}
"""What a rule can have, and a group for all its rules."""
_OWN = {
    "id": need(_NAME, "Its name, in-kebab-case."),
    "because": need(_TEXT, "One sentence, with the rule's variables in braces."),
    "strength": may(_STRENGTH, "The report's own hedge; unhedged if nothing is said."),
    "beyond_report": may(_TRUTH, "Whether no claim of the report stands behind it."),
    "rank": may(Single.COUNT, "Among the reasons for one conclusion: 1 comes first; last come those without a rank."),
    "hedge_differs": may(_TEXT, "Why its strength is another than the weakest hedge of its claims."),
    **_SHARED,
}
RULE = Shape(
    "a rule",
    {
        "when": need(ListOf(CONDITION, at_least=1), "What must be so."),
        "then": need(ListOf(CONCLUSION, at_least=1), "What follows."),
        **_OWN,
    },
)
RULE_OF_GROUP = Shape(
    "a rule of a group",
    {
        "when": may(ListOf(CONDITION, at_least=1), "What must be so beside what is given."),
        "then": may(ListOf(CONCLUSION, at_least=1), "What follows beside what follows from all of them."),
        **_OWN,
    },
)
RULE_GROUP = Shape(
    "a group of rules",
    {
        "group": need(_NAME, "Its name, in-kebab-case."),
        "rules": need(ListOf(RULE_OF_GROUP, at_least=1), "The rules, each with what it adds."),
        "given": may(ListOf(CONDITION, at_least=1), "What must be so for all of them."),
        "then": may(ListOf(CONCLUSION, at_least=1), "What follows from each of them."),
        **_SHARED,
    },
)
RULES = Shape("a rule file", {"rules": need(ListOf(Either((RULE, RULE_GROUP))), "The rules, alone and in groups.")})

# -------------------------------------------------------------------------------------- situations and cases

SITUATION = Shape(
    "a situation",
    {
        "situation": may(_TEXT, "Its title."),
        "as_of": may(_DATE, "The day it is looked at; later facts do not count."),
        "based_on": may(_TEXT, "Another situation that it starts from."),
        "forget": may(ListOf(FORGET), "Facts of that situation to leave out."),
        "facts": may(ListOf(FACT), "What is told."),
        "note": may(_TEXT, "Free text."),
    },
    any_of=(("facts", "based_on", "forget"),),
)
CASE = Shape(
    "a case",
    {
        "case": need(_NAME, "Its name, in-kebab-case."),
        "at": need(_LOCATORS, "The locators that justify what it expects."),
        "because": may(_TEXT, "The same in one sentence."),
        "parameters": may(MapOf(_NUMBER), "Other thresholds for this case."),
        "expect": may(ListOf(EXPECTATION), "What must follow."),
        "expect_not": may(ListOf(EXPECTED_NOT), "What must not follow."),
        "nothing": may(_TRUTH, "Whether no rule may fire at all."),
        **SITUATION.keys,
    },
    any_of=(("expect", "expect_not", "nothing"), ("facts", "based_on")),
)
CASES = Shape("a file of cases", {"cases": need(ListOf(CASE), "Tests of the rulebook.")})

KINDS: Mapping[str, Shape] = {
    "rulebook": RULEBOOK,
    "vocabulary": VOCABULARY,
    "claims": CLAIMS,
    "passages": PASSAGES,
    "instruments": INSTRUMENTS,
    "recommendations": RECOMMENDATIONS,
    "rules": RULES,
    "situation": SITUATION,
    "cases": CASES,
}
"""The kinds of file."""
