"""The point of a long sentence, without the background that it is set in.

    A, which had asked its banks for a year, owes B much   ->  A owes B much
    A, a land where the census failed twice, owes B much   ->  A owes B much
    A - the treaty is an old one - has a base in B         ->  A has a base in B
    although the office is slow and the paper is late, A owes B much      ->  A owes B much
    A owes B much, although newspapers that are short of news doubt less  ->  A owes B much
    A has a base in B, where the lease was signed in March, and C has none ->  A has a base in B, and C has none

A clause that a comma or dash sets off from its noun says more of it, and what concedes or gives a reason takes nothing away from
what is said (nonrestrictive relative clauses, appositives, adverbial clauses and absolutes: Huddleston and Pullum, The Cambridge
Grammar of the English Language, 2002, chapters 12 and 15). In the middle it ends where the predicate of its noun comes, so whatever
it holds, a verb of saying or a doubt, is its own. At the end nothing shows what it belongs to: there it may have no word that could take
back, date or doubt the rest. A condition, a source and a hedge are no background, nor is what begins with one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from dragoman.language.clauses.further import UNDOING
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import ADJECTIVE
from dragoman.language.line.framed import TURNS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.offering.search import Search
from dragoman.language.words import english, hedges
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.effects import Effect
from dragoman.language.words.stems import is_past_participle, is_simple_past
from dragoman.language.words.tokens import Token

_MARKS = frozenset({",", "-"})
_RELATIVE = Cues(
    """
    (which|who|whose|whom|where)
    (in|on|of|with|for|to|from|about|against|among|under|within|at|by|through) (which|whom|whose)
    (all|most|some|many|few|several|both|none|each|one|two|three|half|part|much) of (which|whom|them|whose)
    """
)
_HOWEVER = Cues("(whatever|however|whichever|whoever|wherever|no matter (what|how|who|which|where)) _")
_APPOSED = Cues(
    """
    [(itself|themselves|once|now|still|long|normally|usually|often|in effect|in fact|formerly)] (a|an) [_] [_] _
    (one|some|two|three) of (the|its|their|our)
    (the|its|their|his|her) [_] [_] _ (which|that|who|whose|where|of)
    """
)
_GRANTED = Cues(
    """
    (although|though|while|whilst|whereas|despite|notwithstanding|even though|much as|in spite of|for all (the|its|their|his|her))
    (because|given|considering|thanks to|owing to|because of|on account of|not least because|not least because of|amid|following)
    as (in|on|at|with|before|ever|always|usual|elsewhere|well as)
    (with|after|since) (the|a|an|its|their|two|three|four|several|many|some|years|months|weeks|long|this|that)
    """
)
"""What a part begins with, in the middle, that grants something or gives a reason."""
_HEADS = Cues(
    """
    (although|though|while|whilst|whereas|even though|much as|because|now that|given|given that|seeing that|considering that|considering)
    since (the|a|an|it|its|they|their|so|most|many|both|no|few|this|that|there)
    (despite|notwithstanding|in spite of|for all (the|its|their|his|her|these|those)|contrary to (a|an|the|some|many|several|earlier|recent|press)|regardless of)
    (thanks to|owing to|because of|due to|on account of|in view of|in light of|in the light of|amid|amidst|following|for the sake of)
    after (the|a|an|its|their|two|three|four|five|ten|several|many|some|years|months|weeks|days|long|this|that|more|much|all)
    (having|being|drawing|relying|building|looking|speaking|writing|working|coming|going|returning|turning|reading|leaving|citing|quoting|referring|reacting|responding)
    (in|on|at) the (margins|sidelines|course|wake|shadow|run|midst|footsteps|eyes|corridors) [up] (of|to)
    (whatever|no matter what|never mind what|whoever|however) _
    to (keep|make|put|cut|be|take|give|save|avoid|begin|start|repeat|return|come) _
    under (a|an|the|its|their) [(new|recent|joint|bilateral|secret|current|present|existing|long-standing|formal)] (deal|agreement|contract|treaty|pact|accord)
    """
)
"""What a sentence begins with before its point."""
_TAILS = Cues(
    """
    (although|though|even though|even if|because|not least because|whereas|while|whilst|given that|now that|albeit) _
    (much|greatly) to the (_) of
    [(well|long|shortly|soon|right|just|not long)] (before|after) (the|a|an|its|their)
    (helped|driven|fuelled|fueled|spurred|prompted|encouraged|followed|accompanied|pushed|carried|aided|supported|marked|caused|slowed|delayed|hampered) by
    (leaving|bringing|making|adding|taking|giving|turning|raising|causing|following|using|drawing|putting|letting) _
    with (a|an|the|its|their|two|three|four|five|ten|eleven|twelve|several|many|some|most|few) _
    (if|and be it) only (to|for|because)
    and (its|their|his|her) [_] [_] _
    (mainly|mostly|chiefly|largely|partly|above all|notably) (into|in|on|for|because|through|by|to|from|with) _
    in [(a|an|the)] [_] [_] _ (which|that|where) _
    at (a|an|the) [(higher|lower|great|heavy|high)] (cost|price)
    """
)
_NO_CLAUSE = (english.NEGATORS | english.FAINT_NEGATORS | PREPOSITIONS | english.PRONOUNS | english.MODALS | frozenset(
    english.lines(
        "it | this | that | these | those | nobody | none | nothing | neither | some | others | both | such | only | so | perhaps | maybe | hardly"
        "| once | otherwise | everybody | everyone | anybody | anyone | whether | if | when | as | then | i | we | you | one"
    )
)) - {"its", "their", "his", "her", "few"}  # fmt: skip
"""What may speak of the point itself, behind an `although`: `although that is disputed`, `although not for long`."""
_CONDITIONS = english.IFS | frozenset(
    english.lines(
        "should | were | had | until | till | when | whenever | once | according | as | like | or | except | but | says | said"
    )
)
"""What a part begins with that is no background: it may be all that makes the point so."""
_BESIDE = frozenset(
    english.lines(
        """
        ago | alone | announced | announces | called | else | estimated | estimates | expected | feared | fewer | hope | hoped | known
        least | less | limited | low | lower | lowest | names | neither | noted | notes | question | questions | report | reports | since | slow
        small | smaller | so | such | then | together | weak | weaker | wish
        """
    )
)
"""Those of other tables that say in a part of its own nothing of what stands before it: `where hills are low`, `a word known to few`."""
_BEARS = (
    TURNS | UNDOING | english.TURNING | hedges.SAYING | hedges.DENYING | hedges.TALES | english.IFS | english.MODALS
    | frozenset(
        english.lines(
            """
            exception | exceptions | except | excluding | exempt | fake | sham | hollow | empty | facade | show | nominal | paper | name | tatters
            nobody | none | no-one | confirm | confirmed | verify | verified | proof | prove | proved | proven | evidence
            doubt | doubts | doubted | disputed | alleged | claim | claims | allegation | allegations | exaggerated | overstated | questionable
            dubious | uncertain | unclear | unproven | disagree | disagrees | contradict | contradicts | contradicted | otherwise | longer
            until | till | ended | ends | lapsed | expired | dissolved | former | formerly | quit | apparently | reportedly | supposedly
            argue | argues | think | thinks | believe | believes | suggest | suggests | suggested | so-called | nominally | officially
            suspended | withdrawn | reversed | revoked | annulled | collapsed | defunct | abandoned | gone | stopped | repaid | forgiven
            """
        )
    )
) - _BESIDE  # fmt: skip
"""Words that may take back, date or doubt what the part that has them stands behind."""
_UNSAID = frozenset(
    english.lines(
        "plan | wish | fear | hope | claim | promise | scenario | proposal | offer | assumption | rumour | rumor | myth | lie | demand"
        "| allegation | accusation | belief | notion | charge | suggestion | prospect | possibility | forecast | dream | threat | story | tale"
        "| version | reading | thesis | theory | idea | opinion | view | word | words | phrase | slogan | fable | legend | joke | fiction | fantasy"
        "| speculation | guess | hypothesis | interpretation | illusion | delusion | pretence | pretext | exaggeration | mistake | error"
    )
)
"""What may be called so, and is not therefore so: `A has left B, an assumption that nobody checked`."""
_ELSEWHERE = frozenset({Effect.HEDGES, Effect.REPORTED, Effect.DENIED_BY, Effect.SUPPOSED, Effect.POSSIBLE})
_NO_PREDICATE = PREPOSITIONS | english.ARTICLES | english.ASKING | english.BOUNDARIES | english.PRONOUNS | english.IFS | frozenset(
    english.lines("this | that | these | those | or | nor | to | not | one | two | some | all | both | each | such | most | many | i | we | you | then | says | said | after | before | until | whatever | whoever | however | despite | during | amid | well | shortly | soon | much | more | less | as")
)  # fmt: skip
_NO_START = (english.BE | english.HAVE | english.DO | english.MODALS | english.RELATIVE | english.BOUNDARIES | PREPOSITIONS | {"not", "or", "nor", "to", "where", "whether", "if", "than"}) - {"in", "on", "at", "so"}  # fmt: skip
_ANAPHORIC = english.PRONOUNS | frozenset(
    english.lines("this | these | those | both | here | former | latter | so | too | either | neither")
)
"""What may stand for somebody who is named in what would be left out."""
_LEAST = 3
_MOST = 8
"""So many ways of leaving out what stands in the middle are looked at."""


def backgrounds(line: Line, *, widely: bool) -> Iterator[list[Token]]:
    """The tokens of a sentence without its background, in each way that there is to leave it out; none if it has none.

    Background is what names nobody and counts nothing; `widely` also what names one, and is like no phrase.
    """
    if _MARKS.isdisjoint(line.texts):
        return
    seen = {tuple(range(len(line)))}
    for inner in islice(_Sentence(line, list(range(len(line))), widely).without_inner(), _MOST):
        for rest in _Sentence(line, inner, widely).without_head():
            kept = _Sentence(line, rest, widely).without_tail()
            if len(kept) >= _LEAST and tuple(kept) not in seen:
                seen.add(tuple(kept))
                yield [line.tokens[at] for at in kept]


class _Sentence:
    """Some tokens of a line, by their positions in it."""

    def __init__(self, line: Line, at: list[int], widely: bool) -> None:
        self.line, self.at, self.widely = line, at, widely
        self.texts = [line.texts[one] for one in at]
        self.marks = [n for n, text in enumerate(self.texts) if text in _MARKS]

    def _words(self, start: int, end: int | None = None) -> str:
        return spaced(self.texts[start:end])

    def _names(self, start: int, end: int) -> bool:
        return any(m.kind != PRONOUN for one in self.at[start:end] for m in self.line.mentions[one])

    def _is_named(self, n: int) -> bool:
        """Whether somebody is named there who can do something."""
        return any(m.kind not in (PRONOUN, ADJECTIVE) for m in self.line.mentions[self.at[n]])

    # -- in the middle

    def without_inner(self) -> Iterator[list[int]]:
        """Without the parts in the middle that end where the predicate of what they speak of comes, the longest first."""
        for closing in self.marks:
            openings = self._openings(closing) if self._goes_on(closing + 1) else []
            for opening in openings:
                is_source = self.texts[0] == "according"  # a comma parts that from what it says
                rest = self.at[:opening] + self.at[closing + (not is_source) :]
                yield from _Sentence(self.line, rest, self.widely).without_inner()
            if openings:
                return
        yield self.at

    def _openings(self, closing: int) -> list[int]:
        """The marks, the furthest first, from which only background stands up to another."""
        found: list[int] = []
        for opening in reversed([mark for mark in self.marks if 0 < mark < closing - 1]):
            if self.texts[opening] == self.texts[closing] and self._may_go(opening, closing):
                found.append(opening)
            elif not self._is_bare(opening):
                break
        return found[::-1]

    def _is_bare(self, n: int) -> bool:
        """Whether no clause stands behind a mark, up to the next: one of a list, perhaps."""
        end = next((mark for mark in self.marks if mark > n), len(self.texts))
        return not any(self._is_verb(at) or self._is_named(at) for at in range(n + 1, end))

    def _goes_on(self, n: int) -> bool:
        """Whether a predicate comes there: a verb, or a word before one; or what an `it is certain` has behind it."""
        if n >= len(self.texts) - 1 or self.texts[n] in _MARKS:
            return False
        if self.texts[n] == "that":
            return self.texts[0] == "it"
        if self.texts[0] == "according" and self.marks[1:2] == [n - 1]:
            return True
        token, text = self.line.tokens[self.at[n]], self.texts[n]
        if text in ("and", "but") and (self.texts[n - 1] == "-" or (self._goes_on(n + 1) and self._is_verb(n + 1))):
            return True
        is_word = token.is_word and not token.is_capital and not text.endswith("ing")
        return is_word and text not in _NO_PREDICATE and not self._is_named(n)

    def _is_verb(self, n: int) -> bool:
        text = self.texts[n]
        return text in english.BE | english.HAVE | english.DO or is_simple_past(text)

    def _may_go(self, opening: int, closing: int) -> bool:
        """Whether what stands between two marks only says more of what stands before."""
        words, start = self.texts[opening + 1 : closing], opening + 1
        said = spaced(words)
        if len(words) < _LEAST - 1 or {'"', ":", ";", "("} & {*words} or words[1] in _MARKS:
            return False
        first = self.at[start]
        is_granted = _GRANTED.at_start(said) is not None and (words[0] not in _CONCEDING or words[1] not in _NO_CLAUSE)
        if any(mark.effect in _ELSEWHERE for mark in self.line.marks[first]) or (
            words[0] in _CONDITIONS and not is_granted
        ):
            return False
        if any(self._is_of_all(n + 1) for n in self.marks if opening < n < closing):
            return False
        if not self._says_nothing(start, closing):
            return False
        if not {"may", "might"}.isdisjoint(words) or (
            not _POINTING.isdisjoint(words) and not _DOUBTING.isdisjoint(words)
        ):
            return False
        if self.texts[opening] == "-":
            return len(words) > _LEAST and english.NEGATORS.isdisjoint(words[:2])
        if _RELATIVE.at_start(said) is not None or _HOWEVER.at_start(said) is not None:
            return words[-1] not in PREPOSITIONS
        is_first = (
            self._is_subject(opening)
            or self.texts[closing + 1] == "that"
            or (self.texts[0] == "according" and opening == self.marks[0])
        )
        is_participle = is_past_participle(words[0]) or (words[0].endswith("ing") and len(words[0]) > 5)
        is_owned = words[0] in _OWN and hedges.SAYING.isdisjoint(words)
        is_comment = _ASKING.isdisjoint(words) and not (_COMMENTING | english.SPANS).isdisjoint(
            words
        )  # `a friend of mine swears`
        is_apposed = _APPOSED.at_start(said) is not None or (words[0] == "the" and self._ends_named(opening))
        is_apposed = is_apposed and not is_comment
        return is_first and (is_apposed or is_participle or is_owned or is_granted)

    def _is_of_all(self, n: int) -> bool:
        """Whether a part begins there with what may be said of the whole sentence: a source, a hedge, a condition."""
        if n >= len(self.texts):
            return False
        marks = self.line.marks[self.at[n]]
        return self.texts[n] in english.IFS | {"according"} or any(
            mark.effect in _ELSEWHERE - {Effect.POSSIBLE} for mark in marks
        )

    def _is_subject(self, end: int) -> bool:
        """Whether a noun that something is said of ends there: no verb stands before it in its clause."""
        start = next(
            (n + 1 for n in reversed(range(end)) if self.texts[n] in _MARKS | {"and", "but", ":"} | _ASKING), 0
        )
        return (
            end - start <= 12
            and not any(map(self._is_verb, range(start, end)))
            and self.texts[start] not in english.IFS
        )

    # -- before the point

    def without_head(self) -> Iterator[list[int]]:
        """Without the part that grants or explains something first; and as it is, where it has none."""
        if not self.marks or _HEADS.at_start(self._words(0)) is None:
            yield self.at
            return
        for end in reversed(self.marks):
            is_head = end >= _LEAST - 1 and self._is_start(end + 1) and self._may_lead(end)
            if is_head and self._says_nothing(0, end):
                yield self.at[end + 1 :]

    def _is_start(self, n: int) -> bool:
        if (
            n >= len(self.texts) - 2
            or self.texts[n] in _NO_START | {"that"}
            or not self.line.tokens[self.at[n]].is_word
        ):
            return False
        return self._is_named(n) or not (self.texts[n].endswith("ing") or is_past_participle(self.texts[n]))

    def _is_noun(self, n: int) -> bool:
        """Whether what begins there may be one of a list."""
        text = self.texts[n]
        return (
            text not in english.BOUNDARIES | PREPOSITIONS and not is_past_participle(text) and not text.endswith("ing")
        )

    def _may_lead(self, end: int) -> bool:
        """Whether nothing before the mark bears on what stands behind it, and what stands behind it is one sentence."""
        inner = [n for n in self.marks if n < end]
        head = self.texts[:end]
        if any(self._is_of_all(n + 1) or self.texts[n + 1] in _CONDITIONS for n in inner):
            return False
        if inner and self._is_bare(inner[-1]) and self._is_noun(inner[-1] + 1) and not self._is_tail(inner[-1]):
            return False  # the first of a list: `although it rains, the roads, rails and pipes lead there`
        is_whatever = self.texts[0] in _AGAINST
        if any(self.texts[n - 1] in _LEADS for n in [*inner, end] if not is_whatever) or {'"', ":", ";"} & {*head}:
            return False
        if any(mark.effect in _ELSEWHERE - {Effect.POSSIBLE} for one in self.at[:1] for mark in self.line.marks[one]):
            return False
        if (not _DOUBTING.isdisjoint(head) and not is_whatever) or (head[0] == "under" and not _is_in_force(head)):
            return False
        if head[0] in _CONCEDING and head[1] in _POINTING | {"nobody", "none", "no"}:
            return False
        behind = [n for n in self.marks if n > end]
        if not all(
            self._is_joint(n) or (n - last <= 4 and self._is_bare(last)) for last, n in pairwise([end, *behind])
        ):
            return False
        first = next((n for n in range(end + 1, len(self.texts)) if self._is_named(n)), len(self.texts))
        stands = [n for n in range(end + 1, len(self.texts)) if self.texts[n] in _ANAPHORIC]
        of_head = self._names(0, end)
        return not any(n < first or (of_head and self.texts[n] not in _OWN) for n in stands)

    def _is_joint(self, n: int) -> bool:
        """Whether the mark parts two clauses, two of a list, or a tail from the point."""
        nexts = self.texts[n + 1 : n + 2]
        is_list = self._ends_named(n) and n + 1 < len(self.texts) and (self._is_named(n + 1) or nexts == ["the"])
        return nexts != [] and (nexts[0] in ("and", "but", "while", "whereas", "or") or is_list or self._is_tail(n))

    def _ends_named(self, n: int) -> bool:
        return any(
            m.end == self.at[n] and m.kind != PRONOUN
            for one in range(max(0, self.at[n] - 5), self.at[n])
            for m in self.line.mentions[one]
        )

    # -- behind the point

    def without_tail(self) -> list[int]:
        """Without each part behind the point, to the next clause or to the end."""
        for start in reversed([n for n in self.marks if n >= _LEAST and self._is_tail(n)]):
            joints = [n for n in self.marks if n > start + 2 and self._joins(n)]
            if len(joints) < sum(n > start + 2 and self.texts[n + 1 : n + 2] in _JOINTS for n in self.marks):
                continue  # `..., and is small`: who is so may stand in what would be left out
            for end in (*joints[:1], len(self.at)):
                if self._may_trail(start, end) and self._says_nothing(start + 1, end):
                    return _Sentence(self.line, self.at[:start] + self.at[end:], self.widely).without_tail()
        return self.at

    def _says_nothing(self, start: int, end: int) -> bool:
        """Whether a part tells nothing of its own: it names nobody, or one of whom it says nothing that a phrase says."""
        places = self.at[start:end]
        names = {m.names for one in places for m in self.line.mentions[one][:1] if m.kind != PRONOUN}
        is_silent = not any(self.line.mentions[one] or self.line.figures[one] is not None for one in places)
        if is_silent and _STANDING.isdisjoint(self.texts[start:end]):
            return True
        is_counted = any(figure is not None and figure.unit for figure in map(self.line.figures.__getitem__, places))
        if not self.widely or len(names) >= _MOST_NAMED or is_counted:
            return False
        found = Search.of(self.line.grammar).meant(self.line, places[0], places[-1] + 1)
        return not found or not found[0].shared or found[0].score < (_LIKE_OF_ONE if names else _LIKE)

    def _joins(self, n: int) -> bool:
        """Whether another clause begins behind a mark, with somebody of whom it is said."""
        if self.texts[n + 1 : n + 2] not in _JOINTS or n + 2 >= len(self.texts):
            return False
        return bool(self.line.mentions[self.at[n + 2]]) or self.texts[n + 2] in _SUBJECTS

    def _is_tail(self, n: int) -> bool:
        said = self._words(n + 1)
        return any(cues.at_start(said) is not None for cues in (_RELATIVE, _TAILS, _APPOSED, _HOWEVER))

    def _may_trail(self, start: int, end: int) -> bool:
        """Whether nothing there may take back, date or doubt what stands before."""
        words = self.texts[start + 1 : end]
        said = spaced(words)
        places = self.at[start + 1 : end]
        bears = _BEARS - english.TURNING if words and words[0] in _CONTRASTING else _BEARS
        if (
            len(words) < 2
            or {'"', ":", ";", "("} & {*words}
            or not bears.isdisjoint(words[2 if words[0] in _SKIPPED else 1 :])
        ):
            return False
        if any(mark.effect in _ELSEWHERE for one in places[2:] for mark in self.line.marks[one]):
            return False
        if any(self._is_of_all(n + 1) for n in self.marks if start < n < end):
            return False
        if _RELATIVE.at_start(said) is not None:
            return words[1] not in _MARKS
        if words[0] in _CLAUSAL:
            subject = words[1 + (words[0] in ("even", "given", "now")) + 2 * (words[0] == "not") :]
            return (
                bool(subject)
                and subject[0] not in _NO_CLAUSE
                and any(_is_finite(subject, n) for n in range(len(subject)))
            )
        if any(self._is_of_all(n + 1) for n in self.marks if n < start):
            return False  # `and, I think, a low one in B`
        return words[0] not in _APPOSING or (not _ASKING.isdisjoint(words) and _UNSAID.isdisjoint(words[:5]))


_JOINTS = (["and"], ["but"], ["while"], ["whereas"])
_LIKE, _LIKE_OF_ONE, _MOST_NAMED = 0.3, 0.25, 2
"""What is as like a phrase may tell something of its own; the sooner if it names somebody."""
_SUBJECTS = english.ARTICLES | frozenset({"its", "their", "his", "her", "one", "another", "both", "all", "most", "some", "many", "no", "so", "neither", "there", "each"})  # fmt: skip
_STANDING = frozenset({"it", "they", "he", "she"})
_APPOSING = frozenset({"a", "an", "one", "the", "itself", "themselves", "normally", "usually", "once", "now"})
_CONCEDING = frozenset({"although", "though", "while", "whilst", "whereas", "even", "albeit", "because"})
_POINTING = frozenset({"it", "this", "that", "these", "those", "so"})
"""What may stand for all that the rest of the sentence says."""
_COMMENTING = (
    hedges.SAYING
    | hedges.SHOWING
    | hedges.DENYING
    | frozenset(
        english.lines(
            "goes | go | runs | has it | think | thinks | thought | believe | believes | believed | hear | hears | heard | suspect | suspects | suspected"
            "| hint | hints | hinted | assure | assures | assured | reckon | reckons | whisper | whispers | guess | guesses | rumour | rumours | story"
            "| legend | gossip | bet | bets | fear | fears | hope | hopes | assume | assumes | suppose | supposes | swear | know | knows | knew | tell"
        )
    )
)
_CLAUSAL = _CONCEDING | {"given", "now", "not"}
"""What a part begins with that is a clause of its own: `because`, `given that`, `now that`, `not least because`."""
_CONTRASTING = frozenset({"whereas", "while", "whilst"})
_SKIPPED = frozenset({"even", "whatever", "however", "no"})
"""What an `if` or a `say` behind it takes nothing back in: `even if few read it`."""
_DOUBTING = hedges.DENYING | frozenset(
    english.lines(
        "unconfirmed | unverified | disputed | doubt | doubts | rumoured | alleged | unclear | denied | rumour | rumours | confirmed | confirm"
        "| claimed | claims"
    )
)
_AGAINST = frozenset({"contrary", "despite", "whatever", "regardless", "notwithstanding"})
_OWN = frozenset({"its", "their", "his", "her"})
_ASKING = english.ASKING | {"that"}
_LEADS = hedges.SAYING | hedges.SHOWING | frozenset({"that", "if", "whether", "than", "as", "like", "think", "thinks", "believe", "believes", "when", "and", "or", "but", "which", "who"})  # fmt: skip
"""What would have behind a mark what somebody says or thinks, and not what is said."""


def _is_finite(words: list[str], n: int) -> bool:
    """Whether a verb stands there: one in `-s` behind a relative, or before what a verb has behind it."""
    word = words[n]
    if word in _FINITE or is_simple_past(word) or (n > 0 and words[n - 1] in _BEFORE_VERB):
        return True
    return word.endswith("s") and not word.endswith("ss") and n + 1 < len(words) and words[n + 1] in _OBJECTS


def _is_in_force(head: list[str]) -> bool:
    """Whether what something is done under was agreed, as far as is said: `under a deal signed in May`, and not `a deal to be signed`."""
    said = [word for before, word in pairwise(head) if (before, word) != ("in", "may")]
    is_open = any(is_past_participle(word) and word not in _SIGNED for word in said)
    return not is_open and (_BEARS | _ASKING | {"to", "yet", "still", "being"}).isdisjoint(said)


_SIGNED = frozenset(
    english.lines(
        "signed | struck | reached | concluded | agreed | sealed | inked | made | clinched | finalised | finalized | ratified"
    )
)
_FINITE = english.BE | english.HAVE | english.DO | english.MODALS | {"remain", "remains", "stay", "stays", "will"}
_BEFORE_VERB = frozenset({"which", "who", "that", "to"})
_OBJECTS = english.ARTICLES | _OWN | PREPOSITIONS | {"to", "that", "more", "less", "no", "not", "how", "neither", "both", "all", "every"}  # fmt: skip
