"""Words that keep a thing of its kind, so that who tells of one with such a word before it tells of one.

    a goods train, a commuter train    a train
    a nasty outbreak, a minor crash    an outbreak, a crash
    engineering work, building work    work

Not here: what takes a thing out of its kind (a toy train, a former licence, an alleged fire, a mock trial), what makes another thing
of it (an air strike, a computer mouse, a guinea pig), and what is a kind that people tell from the others as soon as they count.
"""

from __future__ import annotations

from dragoman.language.words import english

_KINDS = """
train trains: goods freight passenger commuter regional express intercity local suburban cargo coal timber packed crowded runaway stopping
tram trams bus buses coach coaches: city local tourist passenger packed crowded double-decker commuter
lorry lorries truck trucks van vans car cars: delivery cargo milk timber police passenger parked stolen passing delivery
ship ships boat boats ferry ferries vessel vessels: cargo container passenger cruise car fishing patrol supply merchant
plane planes aircraft flight flights: passenger cargo charter commercial private
work works: engineering construction building repair maintenance track renewal renovation restoration
team teams: cleaning medical research rescue dedicated specialist
deal deals agreement agreements contract contracts: written signed binding formal
fire fires flood floods storm storms: forest house kitchen flash winter summer
guest guests customer customers visitor visitors patient patients: paying regular elderly
rock rocks stone stones tree trees: loose fallen falling
"""
OF_KIND = {
    head: frozenset(kinds.split())
    for heads, kinds in (line.split(":") for line in _KINDS.strip().splitlines())
    for head in heads.split()
}
"""By noun, the nouns and participles before it that say which kind of it something is."""

PLAIN = frozenset(
    english.lines(
        "nasty | bad | terrible | horrible | awful | fresh | young | ugly | lengthy"
        "| costly | expensive | cheap | busy | noisy | dirty | unpleasant | worrying | dramatic | spectacular | sudden | unexpected"
    )
)
"""Adjectives of size, age and degree before a noun, whatever it is."""

MASS = frozenset({"work", "works"})
"""Nouns that have no `a` before them, and are none of many."""
