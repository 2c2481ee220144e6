"""What two forms of one word share. Light on purpose: the same function runs over phrases and over what was typed."""

from __future__ import annotations

from functools import lru_cache

_IRREGULAR = """
arise arose arisen | bear bore borne | beat beaten | become became | begin began begun | bind bound | blow blew blown
break broke broken | bring brought | build built | burn burnt | buy bought | catch caught | choose chose chosen
come came | deal dealt | draw drew drawn | drive drove driven | eat ate eaten | fall fell fallen | feed fed | feel felt
fight fought | find found | flee fled | fly flew flown | forbid forbade forbidden | forget forgot forgotten
forgive forgave forgiven | freeze froze frozen | get got gotten | give gave given | go went gone | grow grew grown
hang hung | have has had having | hear heard | hide hid hidden | hold held | keep kept | know knew known
lead led | lean leant | leave left | lend lent | lie lies lying lain | lay laid | lose lost | make made | mean meant | meet met | pay paid
ride rode ridden | rise rose risen | run ran | say said | see saw seen | seek sought | sell sold | send sent
shake shook shaken | shrink shrank shrunk | sink sank sunk | sit sat | speak spoke spoken | spend spent | stand stood
steal stole stolen | stick stuck | strike struck | swear swore sworn | take took taken | teach taught | tell told
think thought | throw threw thrown | understand understood | win won | withdraw withdrew withdrawn | write wrote written
build-up buildup | be am is are was were been being | do does did done doing | cancel cancelled cancelling
base bases based | sue sues sued suing | axe axes axed axing | vie vies vied vying | eye eyes eyed eyeing | boycott boycotts boycotted boycotting | add adds added adding | err errs erred erring | ebb ebbs ebbed ebbing | lose losing | crisis crises | analysis analyses | datum data | man men | woman women | person people
plan planned planning | tie tied tying ties | die died dying dies | use used uses using | ally allies allied
control controlled controlling | programme program programs programmes | labour labor | defence defense
organisation organization organisations organizations | centre center centres centers | favour favor favours favors
favourable favorable | neighbour neighbor neighbours neighbors | behaviour behavior | influence influences
recognise recognize recognises recognizes recognised recognized recognising recognizing
minimise minimize minimises minimizes minimised minimized
breed bred | drink drank | oversee oversaw overseen | outsell outsold | outspend outspent | rebuild rebuilt | remake remade | sleep slept
spring sprang | withstand withstood | spill spilt | learn learnt | spell spelt | leap leapt | creep crept | sweep swept
wear wore worn | tear tore torn | swim swam swum | swing swung
undergo underwent undergone | undertake undertook undertaken | withhold withheld | uphold upheld | mislead misled | mislay mislaid
overtake overtook overtaken | foresee foresaw foreseen | resell resold | retake retook retaken | rethink rethought | cling clung | fling flung
"""
"""Words whose forms no rule finds: the first of a group stands for all of it."""
_FORMS = {
    form: words[0]
    for line in _IRREGULAR.strip().splitlines()
    for words in (group.split() for group in line.split("|"))
    for form in words
}
_VOWELS = frozenset("aeiouy")
_KEPT = frozenset(
    [
        "armed",
        "us",
        "this",
        "his",
        "its",
        "news",
        "series",
        "means",
        "gas",
        "bus",
        "plus",
        "thus",
        "versus",
        "less",
        "unless",
        "loss",
        "across",
        "process",
        "access",
        "business",
        "always",
        "perhaps",
        "basis",
        "status",
        "thing",
        "something",
        "anything",
        "nothing",
        "everything",
        "during",
        "spring",
        "king",
        "morning",
        "evening",
        "red",
        "bed",
        "need",
        "speed",
        "indeed",
        "hundred",
        "willing",
        "unwilling",
        "wine",
        "ceiling",
    ]
)
"""Words that only look like a form of another."""
_WITH_AN_E = frozenset({"plane", "planes"})
"""Words that without their last e are others."""


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """What stands for all forms of a word; lower case.

    >>> stem("sanctioned"), stem("sanctions"), stem("sold"), stem("sells"), stem("hedging"), stem("hedge")
    ('sanction', 'sanction', 'sell', 'sell', 'hedg', 'hedg')
    """
    word = word.lower()
    if word in _FORMS:
        return _bare(_FORMS[word])
    if word in _WITH_AN_E:
        return word.removesuffix("s")
    if word in _KEPT or len(word) < 4 or not word.isascii():
        return word
    cut = _without_ending(word)
    return _bare(_FORMS.get(cut, cut))


def _without_ending(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "xes", "sses", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1] if not word.endswith("ings") or word[:-1] in _KEPT else _without_ending(word[:-1])
    if word.endswith("ied"):
        return f"{word[:-3]}y"
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) > 2 and not word.endswith("eed") and not _VOWELS.isdisjoint(root):
            return _undoubled(root)
    return word


def _undoubled(root: str) -> str:
    return root[:-1] if root[-1] == root[-2] and root[-1] not in "lsz" else root


def _bare(word: str) -> str:
    """Without the last e: hedge and hedging meet there; without the second of two l."""
    if len(word) > 3 and word.endswith("e"):
        return word[:-1]
    return word[:-1] if len(word) > 4 and word.endswith("ll") else word


@lru_cache(maxsize=1 << 14)
def is_past_participle(word: str) -> bool:
    """Whether the word could be one: what makes a `has` before it a part of the verb.

    >>> is_past_participle("grown"), is_past_participle("closed"), is_past_participle("base")
    (True, True, False)
    """
    return (word in _FORMS and word not in _PRESENT) or (
        word.endswith("ed") and len(word) > 3 and word not in _NO_VERBS
    )


UNCHANGED = frozenset({"shut", "put", "cut", "set", "hit", "split", "shed", "let", "cast", "quit", "hurt", "burst"})
"""Participles that are like the present: such only where a form of be or a `by` stands beside them."""

_NO_VERBS = frozenset(
    [
        "indeed",
        "need",
        "speed",
        "breed",
        "feed",
        "seed",
        "heed",
        "creed",
        "greed",
        "weed",
        "deed",
        "proceed",
        "succeed",
        "exceed",
        "hundred",
        "willing",
        "unwilling",
        "wine",
        "ceiling",
        "sacred",
        "kindred",
        "hatred",
        "naked",
    ]
)


_PRESENT = frozenset(group.split()[0] for line in _IRREGULAR.strip().splitlines() for group in line.split("|")) | {
    "has", "having", "is", "are", "am", "being", "does", "doing", "ties", "lies", "lying", "uses", "using", "losing", "dies", "bases",
    "allies", "boycotts", "sues", "axes", "vies", "eyes", "adds", "errs", "ebbs", "people", "programs", "program", "labor", "defense", "center", "men", "women", "data",
}  # fmt: skip

_TOLD_APART = [
    words
    for line in _IRREGULAR.strip().splitlines()
    for words in (group.split() for group in line.split("|"))
    if len(words) > 2 and words[2].endswith(("n", "ne")) and words[2] not in words[:2]
]
_SIMPLE = frozenset(words[1] for words in _TOLD_APART) | {"began", "shrank", "sank", "ran", "came", "became"}
_DONE = frozenset(words[2] for words in _TOLD_APART) | {"begun", "shrunk", "sunk"}


def forms_of(word: str) -> tuple[str, ...]:
    """The forms of a word that no rule finds, the first one of them first; itself alone where rules do.

    >>> forms_of("gave"), forms_of("donate")
    (('give', 'gave', 'given'), ('donate',))
    """
    return _GROUPS.get(_FORMS.get(word, word), (word,))


_GROUPS = {
    words[0]: tuple(words)
    for line in _IRREGULAR.strip().splitlines()
    for words in (group.split() for group in line.split("|"))
}


def is_simple_past(word: str) -> bool:
    """Whether the word is a past that is no participle.

    >>> is_simple_past("gave"), is_simple_past("given"), is_simple_past("donated")
    (True, False, False)
    """
    return word in _SIMPLE


def is_only_participle(word: str) -> bool:
    """Whether the word is a participle that is no past.

    >>> is_only_participle("gave"), is_only_participle("given"), is_only_participle("donated")
    (False, True, False)
    """
    return word in _DONE
