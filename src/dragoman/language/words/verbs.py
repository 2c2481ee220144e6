"""The forms of a verb: which one is said, and the same form of another verb.

>>> inflected("offer", form_of("puts", "put")), inflected("offer", form_of("put", "put")), inflected("be", form_of("lacks", "lack"))
('offers', 'offered', 'is')
"""

from __future__ import annotations

from collections.abc import Container
from enum import Enum, auto
from functools import lru_cache

from dragoman.language.words.stems import forms_of


class Form(Enum):
    """A form of a verb."""

    BASE = auto()
    THIRD = auto()
    """`offers`"""
    PAST = auto()
    DONE = auto()
    """The participle."""
    DOING = auto()


_VOWELS = "aeiou"
_LONG = frozenset({"deliver", "offer", "recover", "enter", "cover", "suffer", "answer", "gather", "visit", "open", "owe", "deputise", "conceal", "lay", "pay", "deny"})  # fmt: skip
"""Verbs whose last letter is not doubled, though it might be by its looks."""
_STRESSED = frozenset({"permit", "refer", "transfer", "expel", "compel", "rebut", "quit", "forbid"})
"""Verbs whose last letter is doubled, though they are longer."""
_ALIKE = frozenset({"put", "cut", "set", "hit", "shut", "let", "cost", "cast", "shed", "split", "quit"})
"""Verbs whose past is like their first form."""
PASTS = {"burst": ("burst",) * 2, "cling": ("clung",) * 2, "dig": ("dug",) * 2, "lay": ("laid",) * 2, "lose": ("lost",) * 2, "mislay": ("mislaid",) * 2, "mislead": ("misled",) * 2, "oversee": ("oversaw", "overseen"), "overthrow": ("overthrew", "overthrown"), "quit": ("quit",) * 2, "read": ("read",) * 2, "rid": ("rid",) * 2, "ring": ("rang", "rung"), "shoot": ("shot",) * 2, "sing": ("sang", "sung"), "spin": ("spun",) * 2, "spread": ("spread",) * 2, "sting": ("stung",) * 2, "string": ("strung",) * 2, "sweep": ("swept",) * 2, "tear": ("tore", "torn"), "tread": ("trod", "trodden"), "undergo": ("underwent", "undergone"), "undertake": ("undertook", "undertaken"), "wind": ("wound",) * 2, "withhold": ("withheld",) * 2, "wring": ("wrung",) * 2}  # fmt: skip
"""The past and the participle of those whose stem tells too little of them."""
_DOUBLED = frozenset({"abut", "admit", "allot", "annul", "bar", "begin", "cancel", "char", "commit", "concur", "control", "counsel", "defer", "eavesdrop", "emit", "equip", "expel", "extol", "label", "level", "occur", "overstep", "patrol", "prefer", "pummel", "quarrel", "quit", "rebel", "remit", "remodel", "spar", "submit", "transfer"})  # fmt: skip
"""Verbs whose last letter is doubled, though it might not be by their looks."""
_BE = {"is": Form.THIRD, "'s": Form.THIRD, "are": Form.BASE, "'re": Form.BASE, "am": Form.BASE, "be": Form.BASE, "was": Form.PAST, "were": Form.PAST, "been": Form.DONE, "being": Form.DOING}  # fmt: skip
_THIRD = {"has": "have", "is": "be", "goes": "go", "does": "do"}
_OF_BE = {Form.THIRD: "is", Form.BASE: "are", Form.PAST: "was", Form.DONE: "been", Form.DOING: "being"}


@lru_cache(maxsize=1 << 10)
def _of(verb: str) -> dict[Form, str]:
    if verb == "be":
        return _OF_BE
    third = {"have": "has", "do": "does", "go": "goes"}.get(verb) or (
        f"{verb[:-1]}ies" if verb[-1] == "y" and verb[-2] not in _VOWELS else f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{verb}s"
    )  # fmt: skip
    forms = forms_of(verb)[1:]
    irregular = [one for one in forms if not one.endswith(("ing", "s")) and f"{one}s" not in forms]
    doubled = f"{verb}{verb[-1]}" if _is_doubled(verb) else verb
    if verb in PASTS:
        past, done = PASTS[verb]
    elif verb in _ALIKE:
        past = done = verb
    elif irregular:
        past, done = irregular[0], irregular[-1] if irregular[-1] != "gotten" else "got"
    else:
        past = f"{verb}d" if verb.endswith("e") else f"{verb[:-1]}ied" if third.endswith("ies") else f"{doubled}ed"
        done = past
    done = verb if verb in ("come", "become", "run") else done
    if verb.endswith("ie"):
        doing = f"{verb[:-2]}ying"
    else:
        doing = f"{verb[:-1]}ing" if verb.endswith("e") and not verb.endswith("ee") else f"{doubled}ing"
    return {Form.BASE: verb, Form.THIRD: third, Form.PAST: past, Form.DONE: done, Form.DOING: doing}


def _is_doubled(verb: str) -> bool:
    """`put`, `scrap`, `slap`; not `abolish`, `offer`, `look`."""
    if verb in _DOUBLED:
        return True
    is_short = len(verb) > 2 and verb[-1] in "bdgmnpt" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS
    is_one_syllable = sum(letter in _VOWELS for letter in verb) == 1
    return verb in _STRESSED or (is_short and verb not in _LONG and is_one_syllable)


def form_of(said: str, verb: str) -> Form | None:
    """Which form of a verb a word is; what may be a past is one. None if it is of another verb."""
    if verb == "be":
        return _BE.get(said)
    forms = _of(verb)
    order = (Form.PAST, Form.THIRD, Form.DOING, Form.BASE, Form.DONE)
    is_other_past = said == f"{verb}ed"  # `burned` beside `burnt`
    return next((form for form in order if forms[form] == said), Form.PAST if is_other_past else None)


def inflected(verb: str, form: Form) -> str:
    """A verb in a form; empty where its past would be taken for its first form: `cost`."""
    text = _of(verb)[form]
    is_first = text == verb and (form is Form.PAST or (form is Form.DONE and verb in _ALIKE))
    return "" if is_first else text


def first_form(said: str, form: Form) -> str:
    """The first form of a verb that is said in its third person or its `ing` form, or in its first.

    >>> first_form("buying", Form.DOING), first_form("raising", Form.DOING), first_form("putting", Form.DOING)
    ('buy', 'raise', 'put')
    """
    if form is not Form.DOING:
        if said in _THIRD or not said.endswith("s") or said.endswith("ss"):
            return _THIRD.get(said, said)
        root = f"{said[:-3]}y" if said.endswith("ies") else said[:-1]
        return root[:-1] if root.endswith(("she", "che", "xe", "sse", "zze", "oe")) else root
    root = said.removesuffix("ing")
    several = (root, f"{root}e", root[:-1])
    known = next((one for one in several if len(forms_of(one)) > 1 or one in _ALIKE), "")
    if known:
        return known
    if len(root) > 2 and root[-1] == root[-2] and root[-1] not in "lsz":
        return root[:-1]
    is_with_e = root[-1] in "cvsuz" or root.endswith(("at", "ir", "ur", "nag", "rg", "dg", "rap", "clos"))
    return f"{root}e" if is_with_e else root


def first_of_past(said: str, known: Container[str] = frozenset()) -> str:
    """The first form of a verb that is said in its past or its participle, one of those that are known if it can be; empty of no past.

    >>> first_of_past("sold"), first_of_past("planned"), first_of_past("carried"), first_of_past("base")
    ('sell', 'plan', 'carry', '')
    """
    irregular = next((verb for verb, pasts in PASTS.items() if said in pasts), "")
    if irregular or said in _ALIKE:
        return irregular or said
    first = forms_of(said)[0]
    if first != said:
        return first if said in (inflected(first, Form.PAST), inflected(first, Form.DONE)) else ""
    if not said.endswith("ed") or len(said) <= _LEAST_PAST:
        return ""
    root = said.removesuffix("ed")
    several = (f"{root[:-1]}y" if said.endswith("ied") else root[:-1], root, f"{root}e")
    fit = [one for one in several if len(one) > 1 and inflected(one, Form.PAST) == said]
    return next((one for one in fit if one in known or inflected(one, Form.THIRD) in known), fit[0] if fit else "")


_LEAST_PAST = 4
