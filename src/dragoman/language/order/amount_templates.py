"""What is said from the side of its figure, and how that is put plainly: the table of :mod:`dragoman.language.order.amounts`.

In what is said `#` is any figure, `$` a sum of money, `%` a percentage, `&` a span of time, `n` a number of something; `F` is
that in the plain order. WHAT, NAME, WHO are things, VERB what is said of one of them up to the end. BASE is a WHAT that somebody
does (`studying at X`), as what one would do.
"""

from __future__ import annotations

_NOW = "[(now|currently|still|already|today|at the moment|at present|right now|exactly|precisely|just|only|meanwhile|these days)]"
NOW = _NOW
"""What may stand behind all that is said."""
_YOU = "(you|one|people|everybody|everyone|anybody|anyone|passengers|visitors|customers|travellers)"
_AT = "(on|at|in)"
_IS = "(is|are|stands at|stand at|comes to|come to|amounts to|amount to|runs to|run to|adds up to|add up to|totals|total|lies at|lie at)"
_BOOKS = "(budget|budgets|finances|books|accounts)"
_HOLE = "(hole|gap|deficit|shortfall)"
_TAKEN = "(taken|occupied|filled|full|in use|gone)"
_MORE = "(faster|quicker|higher|deeper|longer|heavier)"

_COSTS = ("WHAT costs F", "the price of WHAT is F", "you pay F for WHAT", "passengers pay F for WHAT")
_FARE = ("it costs F to get to NAME", "a ticket to NAME costs F", "a trip to NAME costs F", "the trip to NAME costs F")
_LIMIT = ("the LIMIT WHERE is F", "the LIMIT for WHAT is F")
_TAKES = ("the DEED of WHAT takes F", "DOING WHAT takes F")
_NEEDED = (*_TAKES, "WHAT needs F of DEED")
_LEFT = ("only F SORT of NAME is USED", "NAME is down to F SORT")
_WHO_TAKES = ("WHO takes F to VERB", "WHO needs F to VERB")
_WAIT = (
    "the wait for WHAT is F",
    "the waiting time for WHAT is F",
    "people wait F for WHAT",
    "patients wait F for WHAT",
    "you wait F for WHAT",
)
_LASTS = ("NAME has THING for F", "the THING of NAME lasts F", "NAME has enough THING for F")
_SHARE = ("F of WHAT VERB", "F of the WHAT VERB")
_STATES = ("F of the NOUN at NAME are STATE", "F of the NOUN of NAME are STATE", "F of the NOUN on NAME are STATE")
_COUNTED = ("F NOUN at NAME are STATE", "F NOUN of NAME are STATE", "F NOUN on NAME are STATE")
_WITH = ("F of the NOUN at NAME have STATE", "F of the NOUN in NAME have STATE", "F of the NOUN of NAME have STATE")
_FULL = (
    "F of the BEDS in NAME are taken",
    "F of the BEDS on NAME are taken",
    "F of the BEDS of NAME are occupied",
    "NAME is F full",
)
_GAP = (
    "NAME has a deficit of F",
    "NAME has a hole of F in its budget",
    "NAME spends F more than it earns",
    "the deficit of NAME is F",
)
_OWES = ("NAME owes F", "NAME has debts of F", "the debts of NAME are F")
_EMPLOYS = ("NAME employs F", "F work for NAME", "F work at NAME", "NAME has a staff of F")
_FAR = (
    "NAME is F from OTHER",
    "OTHER is F from NAME",
    "NAME is F away from OTHER",
    "the distance from NAME to OTHER is F",
)
_WARM = ("it is F in NAME", "it is F at NAME", "the temperature in NAME is F", "the thermometer in NAME shows F")
_VISITED = ("F visit NAME", "F come to NAME", "NAME attracts F")
_COME = ("NAME has F", *_VISITED)
_USED = ("F use NAME", "NAME carries F", "F travel on NAME")
_PRODUCES = ("NAME produces F", "NAME makes F", "the output of NAME is F")

TEMPLATES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (f"it is {_NOW} $ for WHAT", _COSTS),
    ("[it is] $ it is for WHAT", _COSTS),
    (f"{_YOU} (are|is) {_NOW} looking at $ for WHAT", _COSTS),
    (f"(they (charge|want|ask)|we charge) [(you|us|people)] {_NOW} $ for WHAT", _COSTS),
    (f"for WHAT (they (charge|want|ask)|we charge) [(you|us|people)] {_NOW} $", _COSTS),
    (f"for $ [,] {_YOU} (get|gets|can get|can have|can buy|buy|buys) WHAT", _COSTS),
    (f"WHAT (is|are) {_NOW} (yours|available|to be had|on sale) (for|at) $", _COSTS),
    (f"WHAT {_NOW} (comes|come) [in] at $", _COSTS),
    (f"WHAT (is|are) {_NOW} $", _COSTS),
    (f"WHAT (is|are) {_NOW} $ (each|apiece|a piece|a go)", _COSTS),
    (f"WHAT (cost|costs) {_NOW} $ [(each|apiece|a piece)]", (*_COSTS, "it costs F to BASE")),
    ("WHAT will (cost|set) (you|us|one|them|people|passengers) [back] $", _COSTS),
    (f"[the] (going|current|usual|standard|normal|present) (rate|price) (for|of) WHAT is {_NOW} $", _COSTS),
    (f"[the] (price|cost|bill|charge|price tag) (for|of) WHAT {_IS} $", _COSTS),
    (f"{_YOU} (pay|pays|have to pay|has to pay|must pay|(is|are) charged|part with|fork out|shell out|hand over) $ for WHAT", _COSTS),
    ("$ (is|are) (charged|asked|payable|due|to be paid) for WHAT", _COSTS),
    ("$ (is|are) what (you|people|passengers|visitors|customers) pay for WHAT", _COSTS),
    ("WHAT : $", _COSTS),
    ("it costs [(you|one|people|passengers)] $ to (get|go|travel|sail|cross|cross over|fly|ride) to NAME", _FARE),
    (f"{_YOU} (get|gets|go|goes|travel|travels|cross|sail|sails) [(over|across)] to NAME for $", _FARE),
    (f"the (trip|crossing|journey|passage|ride|fare) to NAME (costs|{_IS}) $", _FARE),
    (f"it is {_NOW} $ to NAME", _FARE),
    ("# , (that|this|so much) is WHAT", ("WHAT is F",)),
    ("# , (that|this) is what WHAT (costs|cost)", ("WHAT costs F",)),
    ("# is WHAT", ("WHAT is F",)),
    (f"the (figure|number|value|reading|result) for WHAT is {_NOW} #", ("WHAT is F",)),
    (f"WHAT (is|are) {_NOW} [back] down to #", ("WHAT is F",)),
    (f"WHAT (may not|must not|(is|are) not (allowed|permitted) to|(is|are) forbidden to) DO {_MORE} than #", _LIMIT),
    (f"no WHAT (may|must|(is|are) (allowed|permitted) to) DO {_MORE} than #", _LIMIT),
    ("# is (as (fast|deep|heavy) as|the fastest) WHAT (may|(is|are) (allowed|permitted) to) DO", _LIMIT),
    ("it takes # to DO WHAT", _TAKES),
    ("# (it takes|is what it takes) to DO WHAT", _TAKES),
    ("(they|we|you|engineers|workers|the yard|the crew) (need|needs|take|takes|require|requires) & to DO WHAT", _NEEDED),
    ("it costs $ to DO WHAT", ("the DEED of WHAT costs F", "DOING WHAT costs F")),
    ("NAME 's THING (lasts|will last|is enough for|will do for) [for] &", _LASTS),
    ("NAME 's (stock|stocks|supply|supplies|reserves) of THING (last|lasts|will last|are enough for|is enough for) [for] &", _LASTS),
    (f"there is {_NOW} [enough] THING for & {_AT} NAME", _LASTS),
    (f"there is {_NOW} enough THING {_AT} NAME for &", _LASTS),
    ("NAME is used by n", ("F use NAME",)),
    ("it takes WHO & to VERB", _WHO_TAKES),
    ("it takes & for WHO to VERB", _WHO_TAKES),
    ("& is (what|how long|the time) [it takes] WHO (takes|take|needs|need) to VERB", _WHO_TAKES),
    ("& is (what|how long|the time) it takes WHO to VERB", _WHO_TAKES),
    ("for WHO it takes & to VERB", _WHO_TAKES),
    (f"(people|patients|{_YOU}) (wait|waits|have to wait|has to wait|must wait|are kept waiting|queue|have to queue) [for] & for WHAT", _WAIT),
    (f"there is {_NOW} a (wait|waiting time) of & for WHAT", _WAIT),
    ("there is (a|an) & (wait|waiting time) for WHAT", _WAIT),
    (f"the (wait|waiting time|waiting period) for WHAT (is|takes|lasts|{_IS}) &", _WAIT),
    ("& is (the wait|the waiting time|how long (people|patients|you) wait) for WHAT", _WAIT),
    (f"[(on|at|in)] NAME [,] only # of [(its|the)] _ SORT (is|are) {_NOW} USED", _LEFT),
    (f"only # of [the] _ SORT (of|on|at|in) NAME (is|are) {_NOW} USED", _LEFT),
    ("among [all] WHAT [,] % VERB", _SHARE),
    ("(of|out of) all WHAT [,] % VERB", _SHARE),
    (f"[the] (share|proportion|percentage) of WHAT (that|who|which) VERB {_IS} %", _SHARE),
    ("% is the (share|proportion|percentage) of WHAT (that|who|which) VERB", _SHARE),
    ("NAME (has|have) % of [(its|their|the)] NOUN STATE", _STATES),
    (f"NOUN STATE {_AT} NAME : %", _STATES),
    ("NAME (has|have) % of [(its|their|the)] NOUN with STATE", _WITH),
    (f"NOUN with STATE {_AT} NAME : %", _WITH),
    (f"[the] (share|proportion|percentage) of NOUN with STATE {_AT} NAME {_IS} %", _WITH),
    (f"[the] (share|proportion|percentage) of ONE NOUN {_AT} NAME {_IS} %", _STATES),
    (f"NOUN STATE {_AT} NAME : n", _COUNTED),
    ("NAME (has|have) n NOUN STATE", _COUNTED),
    ("WHO (makes up|make up|accounts for|account for|constitutes|constitute|represents|represent) % of WHAT", ("F of WHAT is WHO", "F of WHAT are WHO")),
    ("NAME (has|have) (a|an) THING of #", ("the THING of NAME is F",)),
    (f"NAME 's THING {_IS} #", ("NAME has a THING of F", "NAME has F of THING")),
    (f"[the] THING of NAME {_IS} #", ("NAME has a THING of F", "NAME has F of THING")),
    (f"% of [the] BEDS (at|in|of|on|aboard) NAME (is|are) {_NOW} {_TAKEN}", _FULL),
    (f"% of NAME 's BEDS (is|are) {_NOW} {_TAKEN}", _FULL),
    (f"NAME (has|have) % of [(its|their|the)] BEDS {_TAKEN}", _FULL),
    ("NAME (has|have) filled % of [(its|their|the)] BEDS", _FULL),
    (f"NAME (is|are) {_NOW} (filled|full) to % [of capacity]", ("NAME is F full",)),
    (f"NAME (is|are) {_NOW} % (occupied|filled)", ("NAME is F full",)),
    (f"NAME 's (deficit|budget deficit|shortfall) {_IS} $", _GAP),
    (f"[the] (deficit|budget deficit|shortfall) (of|at) NAME {_IS} $", _GAP),
    (f"there is {_NOW} (a|an) {_HOLE} of $ in the {_BOOKS} of NAME", _GAP),
    (f"there is {_NOW} (a|an) {_HOLE} of $ in NAME 's {_BOOKS}", _GAP),
    (f"there is {_NOW} (a|an) $ {_HOLE} in the {_BOOKS} of NAME", _GAP),
    (f"there is {_NOW} (a|an) $ {_HOLE} in NAME 's {_BOOKS}", _GAP),
    (f"a {_HOLE} of $ (gapes|yawns) in NAME 's {_BOOKS}", _GAP),
    (f"a {_HOLE} of $ (gapes|yawns) in the {_BOOKS} of NAME", _GAP),
    (f"NAME 's {_BOOKS} (has|have|show|shows) (a|an) {_HOLE} of $", _GAP),
    (f"NAME 's {_BOOKS} (has|have|show|shows) (a|an) $ {_HOLE}", _GAP),
    (f"the {_BOOKS} of NAME (has|have|show|shows) (a|an) {_HOLE} of $", _GAP),
    (f"the {_BOOKS} of NAME (has|have|show|shows) (a|an) $ {_HOLE}", _GAP),
    ("NAME 's (expenses|spending|outgoings|expenditure|costs) (exceed|exceeds) (its|their) (income|revenue|revenues|earnings) by $", _GAP),
    ("NAME 's (income|revenue|revenues|earnings) (fall|falls) $ short of (its|their) (expenses|spending|outgoings|expenditure|costs)", _GAP),
    (f"NAME 's (debt|debts|liabilities) {_IS} $", _OWES),
    (f"the (debt|debts|liabilities) of NAME {_IS} $", _OWES),
    ("$ is what NAME owes", _OWES),
    ("$ is how much NAME owes", _OWES),
    (f"NAME 's (profit|profits) {_IS} $", ("NAME makes a profit of F",)),
    (f"NAME 's (loss|losses) {_IS} $", ("NAME makes a loss of F", "NAME loses F")),
    (f"NAME 's budget {_IS} $", ("NAME has a budget of F", "NAME has F to spend")),
    ("n (work|are employed|have jobs|have a job|are on the payroll|earn (a|their) living|are in work) (at|for|with|by) NAME", _EMPLOYS),
    ("n (is|are) employed (at|by|with) NAME", _EMPLOYS),
    (f"NAME 's (workforce|staff|payroll) (numbers|counts|consists of|{_IS}) n [strong]", _EMPLOYS),
    (f"the (workforce|staff) of NAME (numbers|counts|consists of|{_IS}) n [strong]", _EMPLOYS),
    (f"n (posts|positions|jobs|places) {_AT} NAME (is|are) {_NOW} (vacant|unfilled|open|empty|not filled)", ("NAME has F vacant posts", "F posts at NAME are vacant", "F posts at NAME are unfilled")),
    (f"(there is|there are) {_NOW} n (vacant|unfilled|open) (posts|positions|jobs) {_AT} NAME", ("NAME has F vacant posts", "F posts at NAME are vacant")),
    (f"(there is|there are) room for n {_AT} NAME", ("NAME has room for F", "NAME has a capacity of F")),
    (f"NAME 's capacity {_IS} n", ("NAME has room for F", "NAME has a capacity of F")),
    (f"from NAME to OTHER it is {_NOW} n", _FAR),
    (f"it is {_NOW} n from NAME to OTHER", _FAR),
    (f"between NAME and OTHER (it is|there are|lie|are) {_NOW} n", _FAR),
    (f"{_AT} NAME there (is|are) {_NOW} n", ("NAME has F",)),
    (f"there (is|are) {_NOW} n {_AT} NAME", ("NAME has F",)),
    (f"it is {_NOW} n [(hot|warm|cold)] {_AT} NAME", _WARM),
    ("NAME (swelters|bakes|sizzles|sweats|shivers|freezes) (at|in) n", _WARM),
    (f"[the] (mercury|thermometer|thermometers|temperature|temperatures) {_AT} NAME (is at|are at|stand at|stands at|show|shows|read|reads|is|are|has hit|has reached|has climbed to|has risen to|have hit|have reached|have climbed to|have risen to|reaches|reach|hits|hit) n", _WARM),
    (f"[the] (mercury|thermometer|thermometers|temperature|temperatures) (is at|are at|stand at|stands at|show|shows|read|reads|has hit|has reached|has climbed to|has risen to|reaches|reach|hits|hit) n {_AT} NAME", _WARM),
    ("@ (visit|come to|flock to|stream to|head for|find their way to|pass through the doors of|walk through the doors of|go to|drop in at) NAME", _COME),
    ("n (visit|come to|flock to|stream to|head for|find their way to|pass through the doors of|walk through the doors of|go to|drop in at) NAME", _VISITED),
    ("NAME is visited by @", _COME),
    ("NAME is visited by n", _VISITED),
    ("n (board|use|ride|ride on|travel on|travel by|make the trip on|make the crossing on|go by|cross on) NAME", _USED),
    ("n (is|are) (produced|made|manufactured|turned out|churned out|built) (at|in|by) NAME", _PRODUCES),
    (f"NAME 's (output|production) {_IS} n", _PRODUCES),
    ("n lives (are|is) lost to WHAT", ("WHAT claims F lives",)),
    ("WHAT (claim|claims|take|takes|cost|costs) n lives in NAME", ("WHAT kills F in NAME", "WHAT causes F deaths in NAME")),
    ("NAME loses n to WHAT", ("WHAT kills F in NAME", "F die of WHAT in NAME")),
)  # fmt: skip
_THING = r"(?:[^\s,;:()\"]\S* )"
GROUPS = {
    "WHAT": rf"(?P<WHAT>{_THING}{{1,12}}?)",
    "NAME": rf"(?P<NAME>{_THING}{{1,5}}?)",
    "OTHER": rf"(?P<OTHER>{_THING}{{1,5}}?)",
    "WHO": rf"(?P<WHO>{_THING}{{1,6}}?)",
    "VERB": rf"(?P<VERB>{_THING}{{1,12}}?)",
    "SORT": r"(?P<SORT>[a-z]+ )",
    "NOUN": r"(?P<NOUN>[a-z]+ (?:(?:a|per|every) (?:day|week|month|year) )?)",
    "ONE": r"(?P<STATE>[a-z]+ )",
    "THING": r"(?P<THING>(?:[a-z]+ ){1,3}?)",
    "STATE": r"(?P<STATE>(?:[a-z]+ ){1,3}?)",
    "BEDS": r"(?P<BEDS>(?:beds|seats|places|berths|rooms|cabins|spaces) )",
    "USED": r"(?P<USED>(?:in (?:use|operation|service|working order)|open|working|running|usable|available|operational) )",
    "DO": r"(?P<DO>[a-z]+ )",
    "F": rf"(?P<F># {_THING}{{0,4}}?)",
}
