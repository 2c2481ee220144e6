"""Turns of speech in fixed words, and what says the same in others.

    came down with a cold            ->  ill
    are up and running               ->  works
    in the middle of a strike        ->  in a strike
    look after them, care for them   ->  whichever of the two the rulebook's phrases have

Each says the same wherever it stands and whatever is spoken of. As for all of :mod:`dragoman.language.turns.idioms`, a sentence is
put so only where something of it was left over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import NamedTuple
from weakref import WeakKeyDictionary

from dragoman.language.grammar.grammar import Grammar
from dragoman.language.line.line import Line
from dragoman.language.turns.renamed import Step, is_denied, is_of_then, said_for
from dragoman.language.words import english
from dragoman.language.words.english import lines
from dragoman.language.words.numbers import PERCENT
from dragoman.language.words.stems import forms_of, is_past_participle, is_simple_past, stem

_SAME = """
(came|comes|come|walked|walks|got|gets) away with (a|an|the|only|just) > got 2
(ended|ends) up with (a|an|the) > got 2
(was|were) (awarded|handed) (a|an) > got 3
(down|off) (sick|ill) > 2
down with (flu|the flu|a cold|a fever|fever|a virus|a bug|a stomach bug|stomach cramps) > ill
(has|have) (packed up|conked out|given up the ghost|broken down|gone kaput|gone bust) > is broken
(is|are) (up and running|back in service|back in operation|back in action|in working order|back in order) > works
(is|are|was|were|been) (fixed|mended|repaired) > works again
(is|are) striking > 1 on strike
(has|have) (walked out|downed tools|gone on strike) > are on strike
went on strike > are on strike
(goes|go) on (strike|sale|display|show|leave|holiday|loan|charter) > is on 2
(is|are) getting (short of|low on) > is 2
(has|have) taken over as > is
(takes|take|took) over as > is
(has|have) been (appointed|named|installed) as > is
(acts|act|serves|serve) as (captain|master|head|chief|director|chair|mayor|manager|secretary|president|leader) > is 2
in bed with (flu|the flu|a cold|a fever|fever|a virus|a bug) > ill
(share|shares) (one|the same|a single) > 1 a
who (ate|eat|dined|stayed|shopped|visited|were|worked|lunched) (at|in) > of
(close|closes|closed|closing|shut|shuts|shutting|open|opens|opened|reopen|reopens|reopened) (its|their|his|her) doors to (the public|customers|visitors|guests|diners|clients|shoppers) > 1
(close|closes|closed|closing|shut|shuts|shutting|open|opens|opened|reopen|reopens|reopened) (its|their|his|her) doors > 1
one and the same > the same
(stands|stand) accused of > is accused of
(is|are|was|were) done by > 1 by
(sent|sends|send) (inspectors|auditors|troops|observers|experts|teams|a team|a mission|a delegation|police|soldiers) into > 1 2 to
a (full|whole|entire|solid) (year|month|week|day|decade|fortnight|hour) (late|behind|overdue|delayed|early|ahead|old|long|away) > a 2 3
(grant|loan|credit|contract|fine|donation|gift|debt|package|subsidy|investment|deal|order|bid|offer) worth > 1 of
(comes|come|is|are) from (other|foreign) countries > come from abroad
(is|are|was|were) (through|finished) with > 1 done with
(taken|took|takes|take) (ill|sick) > fell 2
(come|came|comes|gone|go|goes|went|is|are) down with > got
(gets|get|got|receives|received|given) the (green light|go ahead|nod|thumbs up|blessing|approval) (from|of|by) > is approved by
(running|run|runs|ran) (around|round) (in|at|on) > 1 about 3
(rated|graded|classed|ranked|assessed|judged|marked) as > 1
(paid|pays|pay) (a|an) (inspection|surprise|short|brief|official|state|working|flying|unannounced|routine|quick|formal) visit to > 1 a visit to
(got|gets|received|receives|earned|was given|were given) (a|the) (yes|positive answer|green light|go ahead|nod|thumbs up|okay|all clear) > was approved
(got|gets|received|receives|was given|were given) (a|the) (no|negative answer|rejection|refusal|red light|thumbs down) > was refused
(is|are|was|were|has been|have been) (waiting for|awaiting) (an answer|a decision|an official answer|a reply|approval) > is pending
(waiting for|awaiting|waits for|awaits) (an answer|a decision|an official answer|a reply|approval) > pending
(rides|rode|goes|went|comes|came|flies|flew|drives|drove|sails|sailed|travels|travelled|tags|tagged|riding|going|coming|flying|driving) along > travels
(is|are) (looking|searching) for (a buyer|buyers) for > wants to sell
(seeks|sought|wants) (a buyer|buyers) for > wants to sell
(joins|joined|enters|entered) the (collection|collections|holdings) of > was acquired by
(lab|laboratory) (test|tests|sample|samples|result|results|report) > 2
(was|were|is|are|been) (round|along) at > 1 at
(is|are|was|were) (located|situated|sited|positioned) (below|above|under|beside|near|behind|between|opposite|beneath|within|inside|outside|along|downstream|upstream|next|close|north|south|east|west|on|at|in) > 1 3
(find|finds) (itself|themselves) (in|under|on|without|out|cut|locked|shut|short|unable|isolated|alone|surrounded|caught|stuck|trapped|excluded|left|barred|blocked) > is 3
the one and only > the only
the only (owner|proprietor|supplier|buyer|customer|provider|operator|shareholder|holder|guarantor|importer|exporter|producer|sponsor|employer|user) > the sole 1
(has|have) (entered|entered into|gone into) (a joint venture|a partnership|an alliance|a coalition|a pact|an agreement) with > is in 3 with
(work|works|working|act|acts|operate) (together|jointly) as > are
(pulled|withdrawn|removed|yanked) from service > taken out of service
(sets|set) (you|us|me|him|her|them|one|people|patients|customers|buyers) back > costs
(is|are) able to > can
(has|have) (hardly|barely|scarcely) (moved|changed|budged|shifted|altered) > is unchanged
(hardly|barely|scarcely) (moves|changes|budges|shifts|moved|changed|budged|shifted) > is unchanged
(has|have) (stayed|remained|kept|held) (flat|steady|stable|unchanged|constant|level|the same) > is 3
(stays|stay|stayed|remains|remain|remained|holds|hold|held) (flat|steady|stable|unchanged|constant|level) > is 2
(waves|wave|waved) through > approved
(signs|sign|signed) off on > approved
(gives|give|gave) (the green light|the go ahead|the nod|its blessing|their blessing) to > approved
(falls|fall|fell|fallen) (apart|through) > collapse
(marooned|stranded) > cut off
what it owes > its debts
what they owe > their debts
(people|persons|those|everyone|everybody) who (work|works) (at|in|for) > staff at
(people|persons|those|everyone|everybody) (working|employed) (at|in|for) > staff at
in the (middle|midst|throes|grip|grips) of (a|an|another) > in 2
(points|point|pointed|pointing) (finger|fingers|the finger|a finger|its finger|their finger|his finger|her finger|an accusing finger|the finger of blame) at > blames
(hooked|wired|plugged|coupled|hitched) up to > connected to
on the (brink|verge|edge|point|cusp) of (collapse|collapsing|failure|failing|breakdown|breaking down|breaking|bankruptcy) > close to 2
(short|low) on (water|food|fuel|power|gas|oil|money|cash|staff|crew|medicine|supplies|stock|space|time|bread|milk|coal|wood|fish|meat|parts|spares|blood|beds|drugs) > short of 2
(plan|plans|strategy|programme|scheme|budget|fund|funds|team|measures) for (dealing|coping) with > 1 for
(plan|plans|strategy|programme|scheme|budget|fund|funds|team|measures) to (deal|cope) with > 1 for
(die|dies|died|dying) (because of|due to|as a result of|on account of|owing to) > 1 of
(dearer|costlier|pricier) > more expensive
to go (round|around) >
round to > to
(is|are) seeing > sees
per annum > a year
(has|have|is|are) not much > 1 little
(does|do) not have much > has little
one (tonne|ton|litre|liter|kilo|kilogram|gallon|barrel|ticket) of > a 1 of
(falls|fall|fell|falling) behind (with|on) (the|their|its|his|her) (bills|bill|payments|rent|fees|instalments) > does not pay
in the middle of the day > at midday
thermometers > temperatures
(accepts|takes in) (patients|any patients|no patients|passengers|any passengers|no passengers|guests|orders|bookings|students|pupils|visitors) > takes 2
(accept|take in) (patients|any patients|no patients|passengers|any passengers|no passengers|guests|orders|bookings|students|pupils|visitors) > take 2
(accepting|taking in) (patients|any patients|no patients|passengers|any passengers|no passengers|guests|orders|bookings|students|pupils|visitors) > taking 2
(you|one|anyone|anybody|everyone|everybody) can > people can
(has|have) not got > does not have
(has|have) got no > 1 no
(own|owns) (a|an|their own|its own) > has 2
of the (surface|area|surface area|land area|land) (of|in) > of
of what (it|they) can (carry|take|hold|bear|handle|cope with) > of its capacity
(is|are) killed by > die of
(was|were) killed by > died of
(spend|spends|spending) the night > sleep
(no one|nobody) who > nobody
(no one|nobody) (is|are) (allowed|permitted) to > nobody may
(few|fewer) and (far|farther|further) between > rarer
(gets|get|getting) (hit|struck|plagued|visited) by > is 2 by
alert level > alert
(is|are) (working|operating|acting) under (pressure|heavy pressure|great pressure|huge pressure|strain) > 1 under 3
(works|operates|acts) under (pressure|heavy pressure|great pressure|huge pressure|strain) > is under 2
(found|ruled|decided) (in favour of|in favor of|for) the (complaint|complaints|appeal|claim|petition|request|application|suit) > upheld the 3
(finds|rules|decides) (in favour of|in favor of|for) the (complaint|complaints|appeal|claim|petition|request|application|suit) > upholds the 3
(found|ruled|decided) against the (complaint|complaints|appeal|claim|petition|request|application|suit) > rejected the 2
still (has|have) to > 1 yet to
(names|people) on the (roll|rolls|register|list|books|electoral roll|electoral register) > on the 2
(has|have) still to > 1 yet to
(complaint|complaints|dispute|row|protest|protests|concern|concerns|worries) over > 1 about
(has|have) a (lawsuit|lawsuit running|lawsuit pending|lawsuit under way) against > is suing
(has|have) no (lawsuit|lawsuit running|lawsuit pending|lawsuit under way) against > is not suing
(has|have) (gone into|entered into|entered) (coalition|alliance|partnership) > are in 3
(has|have) (gone into|entered into|entered) a (coalition|alliance|partnership) with > is in a 3 with
(work|working) (outside|outdoors|in the open air|in the open|out of doors) > outdoor work
(going|living) through (a|an|another) > in 2
(made|makes|make) it (illegal|unlawful|an offence|a crime) to > banned
(in|during|at) the midday (hours|heat|sun) > at midday
in the (small|wee) hours of (the morning|the night|morning) > at night
in the (small|wee) hours > at night
(get|go|dip|sink) below > fall below
(gets|goes|dips|sinks) below > falls below
for (each|every) (kilo|kilogram|kg|litre|liter|tonne|ton|head|person|visitor|passenger|guest|meal|animal|inhabitant|employee|bed|table|seat) > per 2
one (course|dose|pint|portion|plate|bowl|cup|glass|bottle|pack|packet|box|loaf|bag|treatment|barrel|tin|jar) of > a 1 of
(has|have) (had|got|received) (its|their|his|her|the) (jab|jabs|shot|shots|vaccination|vaccinations|vaccine|vaccines) > are vaccinated
(late|early) stage (trials|trial|tests|testing|development|talks) > 1 2
(dealing|grappling|contending) with (a|an|any|no|another) > struggling with 2
(pay|pays|paid|paying) (its|their|his|her) (bill|bills|dues) > 1
who (have not|has not|did not) (paid|paid up) > who do not pay
on the (brink|verge|edge|point|cusp) of (going down|going under|giving out|packing up|giving way|caving in|buckling) > close to collapse
(whitewashed|limewashed) (the|its|their|his|her|all the) (roofs|rooftops|walls|facades|houses|ceilings) > painted 2 3 white
(more|less) (often|frequently) than (it used to|they used to|before|it did|they did|in the past) > 1 2
per (kilo|kilogram|kilogramme) > per kg
(has|have) (people|somebody|someone|anyone|anybody|volunteers|staff|helpers|nurses|teams|a team) (checking|looking|calling|visiting|caring|watching) (on|in|after|for|over) > is 3 4
(has|have) (people|somebody|someone|anyone|anybody|volunteers|staff|helpers|nurses|teams|a team) (out|around|round) (checking|looking|calling|visiting|caring|watching) (on|in|after|for|over) > is 4 5
(walk|go|stroll) (into|up to) (a|any|the) (shop|pharmacy|store|chemist|supermarket|kiosk|market|bar|bakery) and >
(a lot|a good deal|a great deal|far|much|quite a bit|way) (more|less) (often|frequently) (than it used to|than they used to|than before|than it did|than in the past) > 2 3
"""
"""What says the same wherever it stands; a figure on the right stands for that group on the left, and nothing for what is left out."""
_UNDENIED = """
(c|celsius|degrees) (in the afternoon|at noon|at midday|around noon|in the midday sun) > 1
up and running (in|at|on) > 1
(operating|in operation) (in|at|on) > 2
(has|have) (its|their|his|her) own > 1 a
(sends|send|sent|lends|lend|lent|loans|loan|loaned|gives|give|gave|given|supplies|supply|supplied) some of (its|their|his|her) > 1
(has|have) (set up|put in place) (a|an) > 1 3
(has|have) (teams|a team|somebody|someone|volunteers|nurses|staff|helpers|social workers) (who|that) (check|checks|look|looks|call|calls|visit|visits|care|cares) > 4
(pulls|pull) the plug on > shuts down
pulled the plug on > shut down
(is|are|been) taken over by > 1 controlled by
(does|do|is doing|are doing) (its|their) job (fine|well|properly|perfectly|smoothly|as it should) > works
(works|work|working|runs|running) (fine|well|properly|perfectly|normally|flawlessly|smoothly|perfectly well|all right|as it should|as normal|like a charm|without a hitch) > 1
"""
"""What says so only where nothing is denied: what does not work properly may work, and what is not running may be there."""
_DENIED = """
(anybody|anyone) > people
(received|taken|accepted|got|seen|paid|spent|given|had|earned|receive|take|accept|get|see|pay|spend|give|have|earn) (a|one|a single|one single) (cent|penny|dime|farthing) > 1 money
"""
"""What says so only where it is denied: who has not received one cent has received no money."""
_ALTERNATES = """
look after | take care of | care for | see to the needs of
check on | look in on | drop in on | check up on | keep an eye on | keep tabs on
blame | hold responsible | put the blame on | lay the blame on
by day | during the day | in the daytime | in daytime | during daytime | in daylight | during daylight hours
at night | during the night | overnight | at night time | at nighttime | by night
cut off | disconnect
turn off | switch off
aboard | on board
consist of | made up of | composed of | comprised of
turn on | switch on
side with | find in favour of | find in favor of | rule in favour of | rule in favor of | decide in favour of
vote | go to the polls | cast a ballot | cast their ballots | cast a vote | cast their votes
turn out | show up | turn up
stay away from | keep away from | sit out | stay out of
go off the air | go dark
rule on | decide on | decide about
mouthpiece of | mouthpiece for
bar | lock out | shut out
"""
"""Words that can stand for one another; of each row a phrase has some."""
_GROUP = re.compile(r"\(([^)]*)\)|(\S+)")
_BEING = frozenset({"is", "are", "works"})


def _expanded(table: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    for line in table.strip().splitlines():
        left, _, right = line.partition(" >")
        parts = [(one[1] or one[2]).split("|") for one in _GROUP.finditer(left)]
        groups = [at for at, one in enumerate(_GROUP.finditer(left)) if one[1]]
        for said in product(*parts):
            plain = [said[groups[int(one) - 1]] if one.isdigit() else one for one in right.split()]
            yield tuple(" ".join(said).split()), tuple(" ".join(plain).split())


_Rows = dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]


def _by_first(table: str) -> _Rows:
    found: _Rows = {}
    for words, plain in _expanded(table):
        found.setdefault(words[0], []).append((words, plain))
    for several in found.values():
        several.sort(key=lambda row: -len(row[0]))
    return found


def _forms(one: str) -> frozenset[str]:
    """The forms of a word that no list has."""
    return frozenset({*forms_of(one), f"{one}s", f"{one}ing", f"{one}ed"})


_BLAMING = frozenset(
    map(stem, lines("blame | accuse | criticise | criticize | attack | condemn | slam | praise | thank | sue"))
)
_PAYING = frozenset(map(stem, lines("pay | contribute | give | chip in | put")))
_ILL = (["patients"], ["cases"])
_DRAWN = frozenset({"drawn", "put", "worked"})
_PLANS = frozenset(
    lines("plan | plans | strategy | strategies | programme | programmes | scheme | schemes | timetable | rota")
)
_NEAR = 6
_COMMON = frozenset(lines("on | in | is | are | was | were | has | have | of | to | the"))


class _Tables(NamedTuple):
    """The tables, each row under its first word."""

    same: _Rows
    undenied: _Rows
    denied: _Rows
    said_for: dict[tuple[str, ...], tuple[str, ...]]
    firsts: frozenset[str]
    longest: int
    cues: frozenset[str]


@cache
def _tables() -> _Tables:
    """All of them, taken apart when a line is first looked at that is not told as it stands."""
    same, undenied, denied = _by_first(_SAME), _by_first(_UNDENIED), _by_first(_DENIED)
    for_another = {
        tuple(map(stem, one.split())): tuple(other for other in row if other != one)
        for row in (lines(line) for line in _ALTERNATES.strip().splitlines())
        for one in row
    }
    cues = {
        words[0] if words[0] not in _COMMON else max(words, key=len)
        for rows in (*same.values(), *undenied.values(), *denied.values())
        for words, _ in rows
    }
    cues |= {"patients", "cases", "over", "overnight", "towards", "toward", *_DRAWN}
    cues |= {form for words in for_another for form in _forms(words[0])}
    firsts = frozenset(words[0] for words in for_another)
    return _Tables(same, undenied, denied, for_another, firsts, max(map(len, for_another)), frozenset(cues))


def cues() -> frozenset[str]:
    """The words one of which each of them has."""
    return _tables().cues


def turn_at(line: Line, at: int) -> Step | None:
    """What is said more plainly for the words that begin there."""
    text = line.texts[at]
    tables = _tables()
    by_effect = tables.denied if is_denied(line) else tables.undenied
    for words, plain in (*tables.same.get(text, ()), *by_effect.get(text, ())):
        if tuple(line.texts[at : at + len(words)]) != words:
            continue
        is_state = plain[:1] != () and plain[0] in _BEING and words[0] not in _BEING
        if not (is_state and is_of_then(line)):
            return said_for(plain, line.tokens[at]), at + len(words)
    if text == "over":
        return _blamed_for(line, at)
    if text in ("towards", "toward"):
        return _paid_towards(line, at)
    if line.texts[at + 1 : at + 2] in _ILL:
        return _ill_with(line, at)
    if text in _DRAWN:
        return _drawn_up(line, at)
    return _alternate(line, at) if line.tokens[at].stem in tables.firsts else None


def that_night(line: Line, at: int) -> Step | None:
    """`landed there overnight`: landed there that night; what is so overnight only, or how much, may not be so by day."""
    is_night = line.texts[at] == "overnight"
    is_done = is_night and any(is_past_participle(text) or is_simple_past(text) for text in line.texts[:at])
    is_state = any(line.figures) or is_denied(line) or not english.BE.isdisjoint(line.texts)
    return ([], at + 1) if is_done and not is_state else None


def _blamed_for(line: Line, at: int) -> Step | None:
    """`blames X over it`: for it."""
    named = any(m.end == at for several in line.mentions[max(0, at - _NEAR) : at] for m in several)
    is_blamed = named and any(token.stem in _BLAMING for token in line.tokens[max(0, at - _NEAR) : at])
    return (said_for(("for",), line.tokens[at]), at + 1) if is_blamed and at + 1 < len(line) else None


def _paid_towards(line: Line, at: int) -> Step | None:
    """`pays so much towards it`: for it."""
    is_sum = any(figure is not None and figure.unit not in ("", PERCENT) for figure in line.figures[:at])
    is_paid = is_sum and any(token.stem in _PAYING for token in line.tokens[:at])
    return (said_for(("for",), line.tokens[at]), at + 1) if is_paid else None


def _ill_with(line: Line, at: int) -> Step | None:
    """`45 flu cases a day`: 45 patients a day with flu."""
    is_counted = any(f is not None and not f.unit and f.end == at for f in line.figures[max(0, at - _NEAR) : at])
    token, noun = line.tokens[at], line.tokens[at + 1]
    is_light = token.text in english.CARRY_NOTHING or bool(line.marks[at]) or bool(line.mentions[at])
    if not is_counted or not token.is_word or is_light:
        return None
    end = at + 2 + 2 * (line.texts[at + 2 : at + 4] in (["a", "day"], ["a", "week"], ["a", "year"]))
    return [*said_for(("patients",), noun), *line.tokens[at + 2 : end], *said_for(("with",), noun), token], end


def _drawn_up(line: Line, at: int) -> Step | None:
    """`has drawn up a plan`: has a plan; what is drawn up otherwise may never be signed."""
    end = at + 1 + (line.texts[at + 1 : at + 2] in (["up"], ["together"], ["out"]))
    is_done = line.texts[at - 1 : at] in (["has"], ["have"]) and end > at + 1
    return ([], end) if is_done and not _PLANS.isdisjoint(line.texts[end : end + _NEAR]) else None


def _alternate(line: Line, at: int) -> Step | None:
    """What phrases have for the words that begin there, where they have not these words."""
    said_for_another = _tables().said_for
    for size in range(min(_tables().longest, len(line) - at), 0, -1):
        said = tuple(token.stem for token in line.tokens[at : at + size])
        if said in said_for_another and not has_together(line.grammar, said):
            for other in said_for_another[said]:
                if has_together(line.grammar, tuple(map(stem, other.split()))):
                    return said_for(_inflected(other, line.texts[at]), line.tokens[at]), at + size
    return None


def _inflected(words: str, like: str) -> tuple[str, ...]:
    """The words, the first of them in the form of another."""
    first, *rest = words.split()
    if like.endswith("ing"):
        first = f"{first.removesuffix('e')}ing"
    elif like.endswith("s"):
        first = f"{first}s"
    return (first, *rest)


_HAD: WeakKeyDictionary[Grammar, dict[tuple[str, ...], bool]] = WeakKeyDictionary()


def has_together(grammar: Grammar, stems: tuple[str, ...]) -> bool:
    """Whether some phrase of a grammar has the words side by side."""
    known = _HAD.setdefault(grammar, {})
    if stems not in known:
        words = [{one, *forms_of(one)} for one in stems]
        side_by_side = r"\W+".join(rf"(?:{'|'.join(map(re.escape, sorted(one)))})\w{{0,3}}" for one in words)
        pattern = re.compile(rf"(?<!\w){side_by_side}(?!\w)")
        several = [grammar.phrases_with(one) for one in stems if one not in english.CARRY_NOTHING]
        numbers = frozenset.intersection(*several) if several else frozenset()
        known[stems] = any(pattern.search(grammar.book.phrases[number].text) for number in numbers)
    return known[stems]


def has_in_choice(grammar: Grammar, stems: tuple[str, ...]) -> bool:
    """The same, where one of them may be of a choice: `(calls|takes) back`."""
    known = _CHOSEN.setdefault(grammar, {})
    if stems not in known:
        one, other = ("|".join(map(re.escape, sorted({text, *forms_of(text)}))) for text in stems)
        pattern = re.compile(rf"(?<!\w)(?:{one})\w{{0,3}}(?:\|[^()|]+)*\)? \(?(?:[^()|]+\|)*(?:{other})(?!\w)")
        several = [grammar.phrases_with(text) for text in stems if text not in english.CARRY_NOTHING]
        numbers = frozenset.intersection(*several) if several else frozenset()
        known[stems] = any(pattern.search(grammar.book.phrases[number].text) for number in numbers)
    return known[stems]


_CHOSEN: WeakKeyDictionary[Grammar, dict[tuple[str, ...], bool]] = WeakKeyDictionary()
