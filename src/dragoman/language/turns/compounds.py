"""What English packs into one word or unpacks into a clause, in the form that a phrase is likelier to have.

    it is colistin-resistant, mouse-free            ->  it is resistant to colistin, free of mouse
    fish which are healthy, with nothing wrong with them  ->  healthy fish
    one in four samples                             ->  25 percent of samples
    samples taken at X                              ->  samples at X
    the trains that run on X are full               ->  the trains on X are full
    the licence to operate                          ->  the operating licence
    looks at everybody's passport                   ->  looks at the passport
    120 mg of antibiotics per kg                    ->  120 mg per kg of antibiotics
    Greek gas consumption                           ->  gas consumption in Greece
    for resistance work                             ->  for work on resistance
    they keep complaining how bad it smells         ->  they complain about the smell

As for all of :mod:`dragoman.language.turns.idioms`, a sentence is put so only where something of it was left over.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.grammar.lexicon import ADJECTIVE
from dragoman.language.grammar.written import unit_stems
from dragoman.language.line.line import Line
from dragoman.language.turns.renamed import ENDING, Step, is_denied, named_at, said_for
from dragoman.language.words import english
from dragoman.language.words.numbers import PERCENT
from dragoman.language.words.stems import stem
from dragoman.values.quantity import Quantity

_HYPHENED = {
    "resistant": "to", "immune": "to", "free": "of", "dependent": "on", "reliant": "on",
}  # fmt: skip
"""What may stand behind a hyphen, and the preposition that it has where it stands first."""
_IS_SO = ("is", "are", "'s", "'re")
_WELL = (
    ("have", "nothing", "wrong", "with", "them"), ("has", "nothing", "wrong", "with", "it"), ("are", "not", "sick"),
    ("are", "not", "ill"), ("is", "not", "sick"), ("is", "not", "ill"), ("are", "perfectly", "healthy"),
)  # fmt: skip
_NOTHING_WRONG = (("with", "nothing", "wrong", "with", "them"), ("with", "nothing", "wrong", "with", "it"))
_TAKEN = frozenset(
    {"taken", "collected", "drawn", "gathered", "coming", "arriving", "originating", "sitting", "stationed", "posted"}
)
_RELATIVE = frozenset({"that", "which", "who"})
_BEING_THERE = frozenset(
    english.lines(
        "come | comes | are | is | run | runs | go | goes | lie | lies | live | lives | work | works | travel | arrive | hail"
    )
)
_EVERYBODY = frozenset({"everybody", "everyone", "people"})
_OF_WHERE = frozenset({"consumption", "use", "usage", "inflation", "unemployment", "mortality"})
"""Nouns of which it is one whether they are had by a country or in it; who invests in Greece is no Greek investor."""
_SMELLS = frozenset({"smells", "stinks", "reeks"})
_BADLY = frozenset({"bad", "badly", "awful", "awfully", "terrible", "horrible", "strongly", "much", "foul"})
_MOST_NOUNS = 2
_IN = frozenset({"at", "in", "from"})


def hyphened(line: Line, at: int) -> Step | None:
    """`is colistin-resistant`: is resistant to colistin, of what the rulebook names or has a word for."""
    ends = {m.end for m in line.mentions[at]} | {end for end, _ in line.spoken[at]}
    end = next((end for end in ends if end < len(line) and line.texts[end] in _HYPHENED), 0)
    if not end or not line.is_hyphened(end) or not _is_predicate(line, at) or not _is_last(line, end + 1):
        return None
    like = line.tokens[end]
    return [like, *said_for((_HYPHENED[like.text],), like), *line.tokens[at:end]], end + 1


def _is_predicate(line: Line, at: int) -> bool:
    before = at - 1
    while (
        before > 0
        and line.texts[before] not in _IS_SO
        and (line.texts[before] in english.NEGATORS or line.free(before))
    ):
        before -= 1
    return before >= 0 and line.texts[before] in _IS_SO


def _is_last(line: Line, at: int) -> bool:
    return at >= len(line) or line.texts[at] in ENDING or line.texts[at] in PREPOSITIONS


def which_are_so(line: Line, at: int) -> Step | None:
    """`fish which are healthy`: healthy fish; `birds that have nothing wrong with them`: healthy birds."""
    link = "".join(line.texts[at + 1 : at + 2])
    if link not in english.RELATIVE | {"with"} or line.mentions[at] or not line.tokens[at].is_word:
        return None
    noun = line.tokens[at]
    if noun.text in english.CARRY_NOTHING | english.BOUNDARIES or line.marks[at]:
        return None
    for words in _NOTHING_WRONG if link == "with" else _WELL:
        start = at + 1 + (link != "with")
        if tuple(line.texts[start : start + len(words)]) == words:
            return [*said_for(("healthy",), noun), noun], start + len(words)
    what = at + 3
    is_one = link != "with" and line.texts[at + 2 : what] in (["is"], ["are"]) and what < len(line)
    is_plain = is_one and line.tokens[what].is_word and not line.texts[what].endswith("ed") and _is_last(line, what + 1)
    is_plain = is_plain and not (line.mentions[what] or line.marks[what])
    return ([line.tokens[what], noun], what + 1) if is_plain else None


def one_in_so_many(line: Line, at: int) -> Step | None:
    """`one in four samples`: so many percent of samples."""
    figure = line.figures[at]
    if figure is None or figure.unit != PERCENT or line.tokens[at].text not in english.NUMBER_WORDS:
        return None
    end = figure.end
    is_odds = end > at + 2 and end < len(line) and line.texts[end] != "of" and line.tokens[end].is_word
    is_noun = is_odds and line.tokens[end].text.endswith("s") and line.texts[end] not in english.CARRY_NOTHING
    return ([*line.tokens[at:end], *said_for(("of",), line.tokens[end])], end) if is_noun else None


def taken_there(line: Line, at: int) -> Step | None:
    """`samples taken at X`: samples at X."""
    before = line.texts[at - 1] if at else ""
    is_noun = before not in english.BE | english.HAVE | english.CARRY_NOTHING | {""} and line.tokens[at - 1].is_word
    link = at + 1
    is_placed = link + 1 < len(line) and line.texts[link] in _IN and named_at(line, link + 1) is not None
    return ([], at + 1) if is_noun and is_placed and not line.marks[at - 1] and not line.mentions[at - 1] else None


def that_is_there(line: Line, at: int) -> Step | None:
    """`the trains that run on X are full`: the trains on X; behind a noun of which more is said."""
    verb, link = at + 1, at + 2
    if not at or link + 1 >= len(line) or line.texts[verb] not in _BEING_THERE or line.texts[link] not in PREPOSITIONS:
        return None
    noun = line.texts[at - 1]
    is_noun = line.tokens[at - 1].is_word and noun not in english.CARRY_NOTHING and not line.marks[at - 1]
    named = named_at(line, link + 1)
    return ([], link) if is_noun and named is not None and not line.mentions[at - 1] else None


def to_do(line: Line, at: int) -> Step | None:
    """`the licence to operate in X`: the operating licence in X, where a phrase knows of one that is so called."""
    verb = "".join(line.texts[at + 2 : at + 3])
    doing = f"{verb.removesuffix('e')}ing"
    is_noun = line.texts[at + 1 : at + 2] == ["to"] and doing in line.grammar.surface and not line.mentions[at]
    if not is_noun or not verb.isalpha() or (at and line.texts[at - 1] in english.HAVE and not is_denied(line)):
        return None
    return [*said_for((doing,), line.tokens[at + 2]), line.tokens[at]], at + 3


_TO_DO = frozenset(
    english.lines("licence | license | permit | permission | authorisation | authorization | certificate")
)


def everybodys(line: Line, at: int) -> Step | None:
    """`checks everybody's passport`: checks the passport, or the passports, of those of whom it is said."""
    is_whose = line.texts[at + 1 : at + 2] == ["'s"] and at > 0 and not line.mentions[at]
    is_noun = is_whose and at + 2 < len(line) and line.tokens[at + 2].is_word and not line.mentions[at + 2]
    return (said_for(("the",), line.tokens[at]), at + 2) if is_noun and not is_denied(line) else None


def of_what_per(line: Line, at: int) -> Step | None:
    """`120 mg of antibiotics per kg`: 120 mg per kg of antibiotics, where a rulebook counts in mg per kg."""
    figure = line.figures[at]
    if figure is None or "of" not in line.texts[at : at + 6]:
        return None
    start = figure.end
    for head, rest in _rates(line.grammar):
        link = start + len(head)
        if [token.stem for token in line.tokens[start:link]] != head or line.texts[link : link + 1] != ["of"]:
            continue
        end = next((n for n in range(link + 2, min(len(line), link + 4)) if line.texts[n] in ("per", "a", "/")), 0)
        if end and [token.stem for token in line.tokens[end + 1 : end + len(rest)]] == rest[1:]:
            last = end + len(rest)
            return [*line.tokens[at:link], *line.tokens[end:last], *line.tokens[link:end]], last
    return None


@lru_cache(maxsize=8)
def _rates(grammar: Grammar) -> tuple[tuple[list[str], list[str]], ...]:
    """Of each unit with a `per` in it, what stands before it, and the rest."""
    kinds = (slot.kind for fact in grammar.told.values() for slot in fact.slots)
    units = [unit_stems(kind) for kind in kinds if isinstance(kind, Quantity)]
    rates = [nouns for nouns in units if "per" in nouns[1:]]
    return tuple((one[: one.index("per")], one[one.index("per") :]) for one in rates)


def of_a_country(line: Line, at: int) -> Step | None:
    """`Greek gas consumption`: gas consumption in Greece."""
    named = next((m for m in line.mentions[at] if m.kind == ADJECTIVE and len(m.names) == 1), None)
    if named is None or (at and line.texts[at - 1] in PREPOSITIONS):
        return None
    end = named.end
    while end < len(line) and end <= named.end + _MOST_NOUNS and line.texts[end] not in _OF_WHERE:
        if not line.tokens[end].is_word or line.mentions[end] or line.texts[end] in english.CARRY_NOTHING:
            return None
        end += 1
    if end >= len(line) or line.texts[end] not in _OF_WHERE or line.texts[end + 1 : end + 2] in (["of"], ["in"]):
        return None
    return [
        *line.tokens[named.end : end + 1],
        *said_for(("in",), line.tokens[end]),
        *line.tokens[at : named.end],
    ], end + 1


def work_on(line: Line, at: int) -> Step | None:
    """`for resistance work`: for work on resistance."""
    noun = line.tokens[at + 1] if at + 2 < len(line) and line.texts[at + 2] == "work" else None
    if noun is None or not noun.is_word or line.mentions[at + 1] or noun.text in english.CARRY_NOTHING:
        return None
    return [line.tokens[at], line.tokens[at + 2], *said_for(("on",), noun), noun], at + 3


def how_it_smells(line: Line, at: int) -> Step | None:
    """`complain how bad it smells`: complain about the smell."""
    how = line.texts[at + 1 : at + 4]
    is_smell = len(how) > _MOST_NOUNS and how[0] in _BADLY and how[1] == "it" and how[2] in _SMELLS
    if not is_smell or stem("smell") not in line.grammar.lexicon.spoken:
        return None
    about = () if at and line.texts[at - 1] in ("about", "of") else ("about",)
    return said_for((*about, "the", "smell"), line.tokens[at]), at + 4


def keeps_doing(line: Line, at: int) -> Step | None:
    """`keeps creeping up`, `kept on growing`: is creeping up."""
    doing = at + 1 + (line.texts[at + 1 : at + 2] == ["on"])
    is_doing = doing < len(line) and line.texts[doing].endswith("ing") and not line.mentions[doing]
    return (said_for(("is",), line.tokens[at]), doing) if is_doing and at and not is_denied(line) else None


def on_to(line: Line, at: int) -> Step | None:
    """`passes its figures on to X`: passes its figures to X."""
    is_to = line.texts[at + 1 : at + 2] == ["to"] and named_at(line, at + 2) is not None
    is_passed = any(token.stem in _PASSING for token in line.tokens[max(0, at - 8) : at])
    return ([], at + 1) if is_to and is_passed else None


_PASSING = frozenset(map(stem, english.lines("pass | hand | send | forward | ship | sell | transfer | move")))


def on_its_hands(line: Line, at: int) -> Step | None:
    """`has an outbreak on its hands`: has an outbreak."""
    own = line.texts[at + 1 : at + 3]
    is_own = len(own) > 1 and own[0] in _OWN and own[1] in ("hands", "plate")
    is_had = not english.HAVE.isdisjoint(line.texts[:at]) and _is_last(line, at + 3)
    return ([], at + 3) if is_own and is_had else None


_OWN = frozenset({"its", "their", "his", "her", "our", "my"})


def up_and_running(line: Line, at: int) -> Step | None:
    """`have finally got a team up and running`: have got a team."""
    is_so = line.texts[at : at + 3] == ["up", "and", "running"] and _is_last(line, at + 3)
    is_had = is_so and not english.HAVE.isdisjoint(line.texts[:at]) and line.texts[at - 1] not in english.BE
    return ([], at + 3) if is_had and not is_denied(line) else None


def you_can(line: Line, at: int) -> Step | None:
    """`you can buy it there`: people can buy it there."""
    is_can = line.texts[at + 1 : at + 2] == ["can"]
    who = next((one for one in ("people", "anyone", "anybody") if one in line.grammar.surface), "")
    return (said_for((who,), line.tokens[at]), at + 1) if is_can and who else None


def rate_of(line: Line, at: int) -> Step | None:
    """`hygiene compliance is 82 %`: hygiene is 82 %, where no phrase knows of compliance."""
    is_noun = at > 0 and line.tokens[at - 1].is_word and line.texts[at - 1] not in english.CARRY_NOTHING
    is_known = line.tokens[at].stem in line.grammar.surface or not is_noun or bool(line.mentions[at - 1])
    is_share = any(figure is not None and figure.unit == PERCENT for figure in line.figures)
    return ([], at + 1) if is_share and not is_known else None


def has_stayed(line: Line, at: int) -> Step | None:
    """`has most likely stayed flat`: is most likely flat."""
    stayed = next((n for n in range(at + 1, min(len(line) - 1, at + 5)) if line.texts[n] in _STAYED), 0)
    is_so = stayed and bool(line.spoken[stayed + 1] or line.nearly_spoken[stayed + 1])
    between = line.tokens[at + 1 : stayed]
    is_plain = is_so and all(token.is_word for token in between) and not any(line.mentions[at:stayed])
    return ([*said_for(("is",), line.tokens[at]), *between], stayed + 1) if is_plain else None


_STAYED = frozenset({"stayed", "remained"})


def its_is(line: Line, at: int) -> Step | None:
    """`its green farm where it comes from`, as many type it: it is."""
    named = named_at(line, at + 1)
    is_cleft = named is not None and line.texts[named.end : named.end + 1] in (["where"], ["that"], ["who"], ["which"])
    is_first = at == 0 or line.is_cut(at - 1) or any(m.end == at for several in line.marks[:at] for m in several)
    return (said_for(("it", "is"), line.tokens[at]), at + 1) if is_cleft and is_first else None


BY_WORD: dict[str, tuple[Callable[[Line, int], Step | None], ...]] = {
    **dict.fromkeys(_TAKEN, (taken_there,)),
    **dict.fromkeys(_RELATIVE, (that_is_there,)),
    **dict.fromkeys(_TO_DO, (to_do,)),
    **dict.fromkeys(_EVERYBODY, (everybodys,)),
    "how": (how_it_smells,),
    **dict.fromkeys(("for", "of", "on"), (work_on,)),
    **dict.fromkeys(("keeps", "keep", "kept", "continues", "continue"), (keeps_doing,)),
    "on": (on_its_hands, on_to, work_on),
    "up": (up_and_running,),
    **dict.fromkeys(("you", "one"), (you_can,)),
    "its": (its_is,),
    **dict.fromkeys(("has", "have"), (has_stayed,)),
    **dict.fromkeys(("compliance", "adherence", "rate", "level"), (rate_of,)),
}
ANYWHERE = (hyphened, which_are_so, one_in_so_many, of_what_per, of_a_country)
CUES = (
    BY_WORD.keys() | _HYPHENED.keys() | _OF_WHERE | {"healthy", "wrong", "work", "hands", "per", "which"} | _STAYED
) - {"for", "of", "on", "its", "one", "has", "have", "people"}
"""Words one of which a line has that is worth a look."""
