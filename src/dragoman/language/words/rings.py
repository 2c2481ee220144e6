"""Rings of words that can stand for one another whatever is spoken of: `buy`, `purchase`, `acquire`.

A phrase that has one of a ring is read with the others, too, at a small cost: a phrase that has the very word goes before.
Only what is said of the same parties in the same roles is a ring; who speaks of another subject needs no other ring.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import words_of

_RINGS = """
owe, have to pay back, have to repay, must repay
sell, supply, deliver, export, ship, provide, furnish
buy, purchase, acquire, procure, import, snap up
hold, possess
most, nearly all, almost all, virtually all, practically all, nearly all of, almost all of
operate, run, maintain, keep, man
rise, grow, increase, climb, expand, soar, jump, surge, swell, mount, go up, pick up, shoot up, gather pace, gather momentum, intensify, on the rise, on the increase, on the up, on the march, in the ascendant, get bigger, get stronger, get larger, become bigger, become larger, become stronger, skyrocket, rocket, balloon, mushroom, escalate, shoot up, take off, on the up and up, head up, trend up, go through the roof, gain momentum, pick up speed, pick up pace, gain pace, on the way up, on an upward path, on an upward trend, going up, head upwards, trend upwards, see an increase, higher than before, creep up, edge up, inch up, tick up, nudge up, drift up, creep upwards, edge upwards, inch upwards, tick upwards, drift upwards
fall, shrink, decline, decrease, drop, dwindle, plunge, slump, diminish, wane, ebb, go down, tail off, in decline, on the decline, on the wane, in retreat, get smaller, get weaker, become smaller, become weaker, head south, head down, trend down, take a hit, take a tumble, nosedive, plummet, slide, slip, recede, taper off, dry up, melt away, go into decline, lose momentum, peter out, on the way down, on a downward path, on a downward trend, going down, head downwards, trend downwards, see a decrease, see a drop, lower than before, flag, creep down, edge down, inch down, tick down, nudge down, drift down, creep downwards, edge downwards, inch downwards, tick downwards, drift downwards
stable, steady, unchanged, constant, flat, stagnant, plateau, level off, level out, flatten out, hold steady, at the same level, on the same level, at the same level as before, as it was, as they were, where it was, where they were, what it was, what they were, flatline, even out, show no change, show little change, stay put, much the same, about the same, roughly the same, pretty much the same, about the same as before, roughly the same as before, much the same as before, the same as before, the same as last year, the same as ever, plateau out
widen, broaden, yawn, get wider, grow wider, become wider
narrow, close, get narrower, become narrower
lead, head, dominate
outclass, outstrip, outperform, outpace, surpass, outshine, outmatch, outrank, outdo, overtake, exceed, be ahead of, be superior to
join, enter, accede to, become a member of, sign up to
leave, quit, exit, walk out of, withdraw from, pull out of, drop out of
withdraw, pull out, pull back, take home, bring home
sign, conclude, ink, seal, strike, clinch
condition, shape, nick, repair, order
repair, mend, fix, put right
complain, grumble, moan, gripe, whinge, whine
smell, stink, stench, odour, odor, reek, pong
ill, sick, unwell, taken ill
dirty, filthy, grubby
ship, vessel
doctor, physician
vet, veterinarian, veterinary surgeon
germ, microbe, bacterium, bacteria, pathogen
prescription, script
withstand, shrug off
car, automobile
pupil, schoolchild, schoolkid
child, kid, youngster
permit, licence, license
berth, moor, dock, tie up
cut down, chop down
aboard, on board
falsify, fake, fiddle
quarrel, squabble, bicker, wrangle, at each other's throats, at one another's throats, at daggers drawn, lock horns
ban, outlaw, prohibit, forbid
seize, impound, confiscate
throw back, discard
cost, sell for, go for, goes for, retail at, retail for
hire, recruit, take on
dismiss, sack, give the sack, lay off
broken, out of order, out of action, defective, faulty, kaput, broken down, bust
empty, vacant
blocked, clogged, obstructed
rubbish, garbage, trash, refuse
lodge, file, submit, put in, hand in, make
request, application, bid
ask, request, beg, petition, plead with, appeal to
seek, request, ask for, beg for, plead for, call for, apply for
look for, search for, seek, shop around for, shop round for, hunt for, cast about for, cast around for, be on the lookout for, be in search of
support, back, endorse, favour, stand behind, champion
oppose, reject, resist, object to, be against, speak out against
build, construct, erect
close, shut, shut down, close down
begin, start, launch, kick off, commence
stop, halt, cease
send, deploy, dispatch
deploy, station
invest, pour, pump, plough, put, sink, inject
lend, loan, advance
borrow, take out
visit, travel to, come to, pay a visit to
depend, rely, lean, hinge, dependent, reliant
dependence, reliance, dependency
resent, hate, dislike, loathe, be unhappy with, be unhappy about, chafe at, bridle at, be bitter about, be resentful of
accept, put up with, come to terms with, live with, be resigned to, tolerate, swallow, acquiesce in, stomach
distrust, mistrust, do not trust, be suspicious of, be wary of
like, love, admire, be fond of
fear, be afraid of, dread
worry, be worried, be concerned, be anxious
reject, turn down, refuse, rebuff, spurn
cancel, scrap, annul, call off, tear up, rip up, terminate, quash, nullify, overturn, throw out
renegotiate, reopen
lift, remove, scrap, end, drop, repeal
ease, soften, relax, loosen
tighten, toughen, step up, ramp up, sharpen, stiffen
impose, slap, put
violate, breach, break, overstep, flout, infringe, go against
respect, honour, observe, heed, acknowledge
share, part, portion, slice, proportion
soldiers, troops, forces, servicemen
staff, crew, personnel, workforce, employees
rate, grade
base, outpost
exercise, drill, manoeuvre, maneuver, wargame
weapon, arms, weaponry, armament
deal, agreement, accord, pact, treaty
contract, deal
tie, link, bond
unrest, turmoil, upheaval
role, position, status
main, chief, principal, largest, biggest, top, number one, foremost, most important, primary, first
important, essential, vital, crucial
strong, powerful, potent
weak, feeble
close, tight, intimate
bad, poor, unfavourable, negative
good, favourable, positive, fine, decent
mixed, divided, ambivalent, split
essentially, mainly, mostly, largely, primarily
jointly, together, side by side, hand in hand
alone, on its own, by itself, single-handedly, without anybody else
rival, competitor
compete, vie
plan, scheme
big, large, huge
commerce, trade
firm, company, enterprise, business
foreign, external, overseas, outside
meddle, interfere, intervene
meddling, interference, intervention
neglect, ignore, disregard, brush aside, shrug off, take no notice of, pay no heed to, override, ride roughshod over
use, employ, make use of
show, display, demonstrate
consider, ponder, mull, contemplate, weigh, think about, think of, toy with
reconsider, rethink, reassess, review
mean to, be meant to, be designed to, be intended to, be supposed to, serve to
get, receive, obtain
claim, lay claim to, stake a claim to
stem from, come from, originate from, originate in
go to, end up in, head to, head for, flow to
make up, account for, represent, constitute
amount to, come to, add up to, total, stand at, be
worth, totalling, amounting to
stall, grind to a halt, ground to a halt, come to a halt, come to a standstill, run aground, run into the sand, run into the sands
stalled, stuck, frozen, bogged down, deadlocked, on hold, on ice, at a standstill, in limbo, gridlocked
pending, undecided, up in the air, under consideration, await a decision, await an answer, await a reply, wait for a decision, wait for an answer, wait for a reply, unresolved, undetermined, in the pipeline, still open
adopted, approved, endorsed, passed, get the green light, get the go-ahead, get the nod, receive the green light, give the green light, be given the go-ahead
dormant, asleep, inactive, moribund, sleeping
friendship, amity
hostile, unfriendly
power, clout
authorities, government
examine, inspect, scrutinise, scrutinize, look over, take a look at, have a look at, take a close look at, have a close look at, check on, check up on, look in on
donate, gift, make a gift of, make a present of
excavate, unearth, dig up, dig out
guard, keep watch over, stand guard over, keep guard over, stand guard at, watch over
come, find its way, find their way, make its way, make their way
last, extend over, go on for, continue for, run over
unpaid, outstanding, unsettled
count, record, register, log, clock up, notch up
value, sum
blackout, power cut, power outage, power failure, outage
accompany, escort
observer, monitor
early, ahead of time, ahead of schedule, sooner than planned, earlier than planned, sooner than expected, earlier than scheduled
postpone, put off, push back, defer, push back to a later date, put off to a later date, move to a later date, move back to a later date
roof, rooftop
plenty of, loads of, lots of, heaps of
forbidden, banned, prohibited, outlawed, illegal, against the law
damaged, in bad shape, in a bad state, in poor shape, in a poor state, in a sorry state, battered
"""
"""One a line: words or short groups of words, by their first form; forms of `be` are left out as everywhere."""


def _read(text: str) -> Iterable[tuple[tuple[str, ...], ...]]:
    for line in text.strip().splitlines():
        ring = (words_of(one) for one in line.split(","))
        read = [tuple(map(stem, words)) for words in ring]
        bare = [tuple(word for word in words if word not in _LEFT_OUT) for words in read]
        yield tuple(dict.fromkeys((*bare, *(words for words in read if not words[:1] or words[0] not in _LEFT_OUT))))


_LEFT_OUT = frozenset({"a", "an", "the", "be", "do"})
_SO = """
collapse > fall, shrink, decline, decrease, drop
demand > want, ask
insist on > want
beg > ask
going > go, goes
contribute > pay
chip in > pay
hand > give
hand over > give
forward > send, pass
ship > send
analyse > examine, test
analyses > examine, test
check > examine
exclusively > only
solely > only
goes > go
go > goes
gift > give
donate > give
bequeath > give, donate
auction > sell
auction off > sell
sell off > sell
bring > deliver, supply
turn out > make, produce
churn out > make, produce
dish up > serve
dish out > serve
workers > staff
diner > guest, customer
patron > guest, customer
punter > guest, customer
clientele > customer
penalty > fine
fetch > buy, get
wrecked > damaged, broken
holed > damaged
smashed > damaged, broken
stagnate > stable, steady, flat, unchanged
alert > warning
poorly > ill, sick
skipper > captain
deal with > treat, handle
sort out > repair, fix
hand > give
sign up > register
enrol > register
enroll > register
electoral roll > register, roll
blow > spend
lavish > spend
splash out > spend
fork out > spend, pay
shell out > spend, pay
lay out > spend
bug > germ
global > world
worldwide > world
antimicrobial > antibiotic
antibacterial > antibiotic
put out > make, produce
takings > trade, business
turnover > trade, business
"""
"""What is said, and what is so wherever it is: not the other way round."""


_READ = tuple(_read(_RINGS))


def _table() -> Mapping[tuple[str, ...], frozenset[tuple[str, ...]]]:
    found: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for ring in _READ:
        for one in ring:
            found.setdefault(one, set()).update(other for other in ring if other and other != one)
    return {one: frozenset(others) for one, others in found.items() if one and others}


_WORDS = _table()
_IN_RINGS = Counter(words for ring in _READ for words in set(ring))
AMBIGUOUS = frozenset(words[0] for words, count in _IN_RINGS.items() if count > 1 and len(words) == 1)
"""The words of several rings, which stand for another only where the words around them say which is meant."""
RINGS: dict[tuple[str, ...], frozenset[str]] = {
    words: frozenset(other[0] for other in others if len(other) == 1) for words, others in _WORDS.items()
}
"""By the stems that are said, the words of a phrase that they can stand for."""
RINGS |= {
    tuple(map(stem, words_of(words))): frozenset({"in"})
    for words in ("inside", "within", "throughout", "across", "inside of")
}
for _line in _SO.strip().splitlines():
    _said, _, _so = _line.partition(" > ")
    _stems = tuple(map(stem, words_of(_said)))
    RINGS[_stems] = RINGS.get(_stems, frozenset()) | {stem(one) for one in _so.split(", ")}
_TAILED = [
    (words, tuple(other[0] for other in ring if other != words and len(other) == len(words) and other[1:] == words[1:]))
    for ring in _READ
    for words in ring
    if len(words) > 1
]
TAILED: dict[tuple[str, ...], frozenset[str]] = {words: frozenset(heads) for words, heads in _TAILED if heads}
"""By the stems that are said, what can stand for the first of them where the others stay: `call for`, `ask for`."""
LONGEST_RING = max(map(len, RINGS))
