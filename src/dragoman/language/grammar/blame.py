"""For what of his somebody is punished: whichever of the words for a reason a phrase has, a line may have the others.

    {x} sacked lecturers for (their|her) views   ->  sacked lecturers (for|over|because of|on account of) (their|her) views

Only behind a verb that says that somebody suffers for something, and before what is his own: who works for his views or pays for
his ticket does neither because of them, and who is banned for a month is not banned over it.
"""

from __future__ import annotations

from dragoman.language.grammar.notation import Choice, Item, Sequence, Word
from dragoman.language.grammar.nouns import is_noun
from dragoman.language.grammar.phrases import words_in
from dragoman.language.words import english
from dragoman.language.words.stems import stem

_SUFFERS = frozenset(
    map(
        stem,
        english.lines(
            "sack | fire | dismiss | expel | punish | purge | jail | imprison | arrest | detain | fine | penalise | penalize"
            "| persecute | prosecute | exile | deport | blacklist | censure | reprimand | rebuke | criticise | criticize | condemn"
            "| denounce | harass | bully"
        ),
    )
)
_LOSES, _JOBS = stem("lost"), frozenset({"job", "jobs", "post", "posts", "office"})
_OWN = frozenset({"their", "his", "her", "its"})
_WHY = tuple(
    tuple(map(Word, one.split()))
    for one in english.lines("for | over | because of | on account of | due to | owing to")
)
_SAID = frozenset({(Word("for"),), (Word("over"),), (Word("because"), Word("of"))})


def any_reason(tree: Sequence) -> Sequence:
    """The tree with all such words where it has one of them."""
    at = next((at for at in range(1, len(tree) - 2) if _is_why(tree[at])), 0)
    if not at or not set(words_in((tree[at + 1],))) or not set(words_in((tree[at + 1],))) <= _OWN:
        return tree
    words = words_in(tree[:at])
    stems = frozenset(map(stem, words))
    is_suffered = not _SUFFERS.isdisjoint(stems) or (_LOSES in stems and not _JOBS.isdisjoint(words))
    is_own = all(isinstance(item, Word | Choice) and is_noun(item) for item in tree[at + 2 :])
    return (*tree[:at], Choice(_WHY), *tree[at + 1 :]) if is_suffered and is_own else tree


def _is_why(item: Item) -> bool:
    return (item,) in _SAID or (isinstance(item, Choice) and set(item.options) <= _SAID)
