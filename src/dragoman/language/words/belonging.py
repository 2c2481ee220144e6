"""What a thing is of, in or for, whoever says which: nouns before which a name says no more than where or what for.

    a Coast Line ticket, Coast Line works     a ticket for it, works on it
    a Sorvian licence, Sorvian pharmacies     a licence in Sorvia, pharmacies there
    the ticket price, the driver shortage     the price of a ticket, the shortage of drivers

Not here: what somebody does or says (a Sorvian attack, ban, bid or complaint is one by Sorvia, and one on it or for it is another's),
what comes from a place (Sorvian gas), and who does something for somebody (Sorvian troops, friends, lawyers).
"""

from __future__ import annotations

from dragoman.language.words import english
from dragoman.language.words.stems import stem

ROUND_THE_CORNER = frozenset(
    map(
        stem,
        english.lines(
            "pharmacy | shop | school | hospital | clinic | hotel | restaurant | harbour | port | airport | canteen | ward | household | home"
            "| house | street | road | bakery | supermarket | store | chemist | library | museum | theatre | cinema | prison | court | garage"
            "| pub | cafe | beach | insurer"
        ),
    )
)
"""Stems of nouns of what nobody has elsewhere: those of a place are in it."""
SITES = ROUND_THE_CORNER | frozenset(
    map(stem, english.lines("farm | bank | factory | plant | mine | lab | laboratory | kitchen"))
)
"""Stems of nouns of which a place has many: what one of them does is not done by those of the place."""

OF_PLACE = SITES | frozenset(
    map(
        stem,
        english.lines(
            """
            ticket | fare | seat | trip | journey | ride | passenger | traveller | train | bus | tram | service | traffic | works | work
            | timetable | schedule | limit | delay | accident | crash | derailment | collision | station | platform | track | bridge
            | carriage | coach | ridership | patronage | queue | flight | sailing | crossing | route | connection | price | cost | bill
            | budget | market | weather | wind | temperature | licence | license | permit | authorisation | authorization | visa
            | quota | tariff | toll | rent | fee | entrance | visitor | guest | booking | reservation | menu | certificate
            | turnout | electorate | voter | resident | inhabitant | population | roof
            | bed | unemployment | inflation | mortality
            | flat | apartment | building | pupil | student | low | high | alert | level | water | air | humidity | depth | death | toll
            | cover | canopy | moisture | consumption | usage | use | crime | violence | tourism | parking | rain | rainfall | snow | fog | flood
            """.replace("\n", " ")
        ),
    )
)
"""Stems of nouns: a name before one is where it is, or what it is for."""

FROM_PLACE = frozenset(
    map(
        stem,
        english.lines(
            "licence | license | permit | visa | certificate | authorisation | authorization | inspector | money | cash | funds"
            "| patient | pupil"
        ),
    )
)
"""Stems of nouns of those also that are from somewhere: a name before one is where they are from, or who gave it."""

OWN = OF_PLACE | frozenset(
    map(
        stem,
        english.lines(
            """
            money | cash | fund | funding | finance | income | revenue | profit | loss | earnings | asset | property | account | salary
            | wage | pay | pension | share | stock | name | logo | reputation | image | standing | status | rank | rating | score | size
            | capacity | site | headquarters | office | seat | base | location | owner | head | chief | director | president | rector
            | chairman | chairwoman | leader | boss | captain | coach | manager | editor | fan | supporter | member | staff | worker
            | employee | crew | player | team | squad | audience | reader | viewer | customer | client | partner | neighbour | ally
            | friend | enemy | foe | rival | competitor | opponent | supplier | provider | contractor | builder | maker | manufacturer
            | operator | backer | sponsor | donor | patron | lender | creditor | debtor | investor | adviser | guarantor | protector
            | spokesman | right | contract | date | deadline | launch | orbit | course | destination | cargo | fleet | engine | length | age | weight
            """.replace("\n", " ")
        ),
    )
)
"""Stems of nouns of what is somebody's own: `the money (of|for|to) X` is X's money, whatever else may stand for the `of`."""

MEASURES = frozenset(
    english.lines(
        "price | prices | cost | costs | number | numbers | shortage | shortages | lack | rate | level | levels | length | size | trend"
        "| quality | volume | output | production | consumption | delivery | deliveries | safety | capacity | coverage | load | demand | problem | problems | supply | use | usage | increase | decrease | quota"
        "| export | exports | import | imports | sale | sales | purchase | purchases | shipment | shipments | donation | donations | storage | theft | thefts | application | applications | request | requests"
    )
)
"""What a thing has one of: a price of tickets is a ticket price."""
