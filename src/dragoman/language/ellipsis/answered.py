"""A question that who writes it answers himself, as the statement that the two make.

    is A a member of B? it is not.          ->  A is not a member of B
    Has A asked B for money? No.            ->  A has not asked B for money
    Does A see B as a threat? He does.      ->  A sees B as a threat
    Does A belong to B? Probably.           ->  probably A belongs to B
    Who is the largest partner of A? B.     ->  B is the largest partner of A
    And of C? D.                            ->  D is the largest partner of C
    A worries about B. Over what? Noise.    ->  A worries about B over Noise

Where the subject of the question ends is not known for certain, so every way is yielded: what the two say is clear only where
those ways that tell something all tell the same. `It may`, `nobody knows` answer as well, and leave open what was asked; who
does not know himself still asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import Lexicon
from dragoman.language.line.mentions import PRONOUN, mentions_in
from dragoman.language.words import english
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.stems import is_simple_past, stem
from dragoman.language.words.tokens import Token
from dragoman.language.words.verbs import Form, first_form, inflected

_Tokens = list[Token]
_BEING = frozenset({"is", "are", "was", "were"})
_HAVING = frozenset({"has", "have", "had"})
_DOING = {"do": Form.BASE, "does": Form.THIRD, "did": Form.PAST}
_PAST = frozenset({"was", "were", "did", "had"})
HELPERS = _BEING | _HAVING | _DOING.keys()
_LONGEST_SUBJECT, _LONGEST_QUESTION, _LONGEST_ANSWER, LONGEST_FRAGMENT = 8, 40, 12, 7
_MOST_ASKED = 5
"""Words of `what share of its gas`."""
_WHO = "(it|he|she|they|there|that|this|we|both)"
_IS = "(is|are|was|were|does|do|did|has|have|had)"
_ADVERB = "[(indeed|certainly|surely|still|also|really|already|now)]"
_BEFORE = "[(well|oh|but|and|actually|indeed|in fact)]"
_BEHIND = "[(at all|indeed|of course|anymore|any more|any longer|yet|so far|at present|for now|now|today|still|already|by any means|either)]"
_YES = Cues(
    f"""
    {_BEFORE} (yes|yep|yeah|yup|sure|certainly|indeed|absolutely|definitely|of course|naturally|quite so|correct|exactly|precisely|right|without (a|any) doubt|no doubt) [{_WHO} {_ADVERB} {_IS} [so]] {_BEHIND}
    {_BEFORE} {_WHO} {_ADVERB} {_IS} [so] [(yes|indeed)] {_BEHIND}
    {_BEFORE} (that|this) is [(quite|perfectly)] (right|true|so|correct|the case)
    """
)
_NOT = f"({_WHO} {_IS} [(certainly|definitely|really|in fact|most certainly)] (not|none|never|nothing) [(one|any|so)]|{_WHO} (no longer|never) {_IS})"
_NO = Cues(
    f"""
    {_BEFORE} (no|nope|nah|never|not at all|by no means|certainly not|definitely not|of course not|no longer|not so|not in the least|far from it|absolutely not) [{_NOT}] {_BEHIND}
    {_BEFORE} not (anymore|any more|any longer|yet|so far|at present)
    {_BEFORE} (none|not (one|a single one)) [(at all|whatsoever|of course|so far|at present|yet)]
    {_BEFORE} {_NOT} [(no|nope)] {_BEHIND}
    """
)
_HEDGED = Cues(
    """
    [yes] [very] (probably|likely) [(yes|so)]
    [(i|we)] (think|believe|suspect|suppose) so
    most (probably|likely) [(yes|so)]
    in all (likelihood|probability) [yes]
    """
)
_HEDGED_NO = Cues(
    """
    (probably|likely|very likely|most likely|most probably) not
    (i|we) [(very much|rather)] doubt it
    """
)
_OPEN = Cues(
    f"""
    {_BEFORE} {_WHO} (may|might|could) [(or may|and may|and might|or might|or could|very well|well)] [not] [(be|do|have)] [so]
    {_BEFORE} (maybe|perhaps|possibly) [(or|and)] [(maybe|perhaps|possibly)] [(so|yes|no|not|too)]
    (nobody|no one|who|none|god|heaven) [(really|yet)] (knows|can say|can tell|could say|is sure) [(yet|for sure|at present|for certain)]
    (hard|impossible|too early|too soon|difficult|not easy) to (say|tell|know) [(yet|at present|now)]
    (opinions|sources|reports|accounts|experts|the (sources|reports|accounts|experts)) (differ|disagree|diverge|contradict each other|are divided) [on (it|this|that)]
    (that|it|this) (remains|is) (open|unclear|unknown|uncertain|disputed|contested) [(yet|still|so far)]
    (that|it|this) (remains|is yet) to be seen
    (unclear|unknown|uncertain|open|disputed)
    """
)
_POINTING = (
    ("that", "would", "be"),
    ("that", "will", "be"),
    ("that", "is"),
    ("that", "'s"),
    ("it", "is"),
    ("it", "'s"),
)
AGAIN = frozenset({"and", "but", "or", "so", "well", "then", "now", ",", "what", "how", "about"})
_MANY = frozenset({"many", "much", "high", "large", "big", "long", "often"})
_DOERS = frozenset({"who", "what", "which", "how", "whose"})
_NO_WORDS = (
    english.IFS | english.ASKING | english.FIRST_PERSON | english.MODALS | english.NEGATORS | english.SPEAKERS
    | {"it", "they", "he", "she", "there", "this", "show", "tell", "give", "list", "please", "yes", "?", ":", "sure"}
)  # fmt: skip
"""What stands in no answer that names somebody or says how much."""


_PARTIAL = frozenset(
    english.lines(
        "and | both | all | every | each | everybody | everyone | anybody | anyone | only | just | alone | merely | solely | always | often | usually | because"
        "| since | for | ever | most | many | half | entirely | fully | completely | wholly | exactly | also | too | even | when | while | after | before"
        "| if | unless | but | except | first | again | together | more | less | better | worse | as | so | much | very | really | main | ,"
    )
)
"""Beside which a no may deny only that: `does A own all of it`, `only A`, `A and B`."""
_TAG = Cues(
    f"""
    {_IS} [not] (it|he|she|they|there|that|this)
    {_IS} (it|he|she|they|there|that|this) not
    (right|no|correct|yes|eh|is that (right|so|true|correct))
    """
)
"""What makes a question of the statement before it."""
_UNSURE_OF_IT = Cues(
    """
    (really|sure|seriously|true|honestly)
    (am i|are we) (right|correct|wrong|mistaken)
    or (am i|are we) (wrong|mistaken)
    are you sure [(of|about) (it|that|this)]
    """
)
"""What asks the same in a sentence of its own."""


class Answer(Enum):
    """What is answered to a question."""

    YES = auto()
    NO = auto()
    LIKELY = auto()
    UNLIKELY = auto()
    OPEN = auto()
    """It may be so or not."""
    NAMED = auto()
    """Who, what, where or how much it is."""


_TABLES = ((_YES, Answer.YES), (_NO, Answer.NO), (_HEDGED, Answer.LIKELY), (_HEDGED_NO, Answer.UNLIKELY), (_OPEN, Answer.OPEN))  # fmt: skip


_HOW_LONG = frozenset(
    english.lines(
        "many | several | some | ever | long | good | years | decades | months | weeks | days | now | most | all | more | less | half | at | only | as | free"
    )
)
_PARTING = english.BOUNDARIES | {",", ";", "-", "or", "nor"}
_TAGGED = {
    Answer.YES: (),
    Answer.NO: ("it", "is", "not", "true", "that"),
    Answer.LIKELY: ("probably",),
    Answer.UNLIKELY: ("it", "is", "unlikely", "that"),
}
"""What the answer puts before what is stated before a tag."""


def answer_of(tokens: Sequence[Token]) -> Answer | None:
    """What a sentence answers, if it is nothing but an answer; whether it names somebody is for what it then says to show."""
    texts = [token.text for token in tokens]
    if not 0 < len(texts) <= _LONGEST_ANSWER:
        return None
    said = spaced(
        ["is" if token.text == "'s" else token.text for token in tokens if token.is_word or token.text == "'s"]
    )
    found = next((answer for table, answer in _TABLES if table.whole(said)), None)
    if found is not None:
        return found
    rest = [token.text for token in _without_pointing(tokens)]
    is_named = bool(rest) and _NO_WORDS.isdisjoint(_without_not(rest)) and len(rest) <= LONGEST_FRAGMENT
    return Answer.NAMED if is_named else None


def only_answers(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is a helping verb of somebody who is not named, and says nothing unless it answers: `it does not`."""
    texts = {token.text for token in tokens}
    is_short = len(tokens) <= _LONGEST_ANSWER and not english.PRONOUNS.isdisjoint(texts)
    return is_short and not HELPERS.isdisjoint(texts) and answer_of(tokens) in (Answer.YES, Answer.NO)


def _without_pointing(tokens: Sequence[Token]) -> Sequence[Token]:
    """`that would be B` as `B`."""
    texts = [token.text for token in tokens[:3]]
    size = next((len(words) for words in _POINTING if tuple(texts[: len(words)]) == words), 0)
    return tokens[size:]


def _without_not(texts: Sequence[str]) -> Sequence[str]:
    return texts[1:] if texts[0] == "not" else texts


def is_of_form(tokens: Sequence[Token]) -> bool:
    """Whether a question has the form of one: a helping verb, or a word that asks, at its head."""
    if tagged(tokens):
        return True
    texts = _bare_texts(tokens)
    return bool(texts) and (texts[0] in HELPERS | english.ASKING | english.MODALS or asking_at(tokens) is not None)


def _bare_texts(tokens: Sequence[Token]) -> list[str]:
    return [token.text for token in bare(tokens)]


def bare(tokens: Sequence[Token]) -> _Tokens:
    """Without what only joins it to the sentence before."""
    at = 0
    while at < len(tokens) - 1 and tokens[at].text in AGAIN - {"what", "how", "about"}:
        at += 1
    return [*tokens[at:]]


def only_asks_back(tokens: Sequence[Token]) -> bool:
    """Whether a question asks no more than whether what stands before it is so: `Right?`, `Is that so?`."""
    words = spaced([token.text for token in tokens if token.is_word])
    return _TAG.whole(words) or _UNSURE_OF_IT.whole(words)


def tagged(tokens: Sequence[Token]) -> _Tokens:
    """What is stated before a tag that asks: `A is in B, isn't it`; nothing if there is none."""
    at = next((at for at in range(len(tokens) - 1, 2, -1) if tokens[at].text == ","), 0)
    words = spaced([token.text for token in tokens[at + 1 :]])
    return [*tokens[:at]] if at and _TAG.whole(words) else []


def stated(lexicon: Lexicon, question: Sequence[Token], answer: Sequence[Token], said: Answer) -> Iterator[_Tokens]:
    """The statements that a question and its answer may make."""
    asked = bare(question)
    if len(asked) > _LONGEST_QUESTION or len(asked) < 3:
        return
    if said is not Answer.NAMED and (statement := tagged(asked)):
        lead = _TAGGED.get(said)
        is_plain = english.NEGATORS.isdisjoint(token.text for token in statement) and _can_be_answered(statement, said)
        was_so = not _PAST.isdisjoint(token.text for token in answer) and not is_past(statement)
        if lead is not None and is_plain and not was_so:
            yield [*(_word(word, statement[0]) for word in lead), *statement]
        return
    if said is Answer.NAMED:
        yield from _named(lexicon, asked, bare(_without_pointing(answer)))
    elif asked[0].text in HELPERS and _can_be_answered(asked, said) and not _was_so(asked, answer):
        for one in _inverted(lexicon, asked, denied=said is Answer.NO):
            if said is Answer.LIKELY:
                yield [_word("probably", one[0]), *one]
            elif said is Answer.UNLIKELY:
                yield [*(_word(word, one[0]) for word in ("it", "is", "unlikely", "that")), *one]
            else:
                yield one


def _was_so(asked: _Tokens, answer: Sequence[Token]) -> bool:
    """Whether it is answered what was so where it is asked what is: `does A own it? It did`."""
    is_now = asked[0].text not in _PAST and not (asked[0].text in _HAVING and "did" in {one.text for one in answer})
    return is_now and not _PAST.isdisjoint(token.text for token in answer)


def _can_be_answered(asked: _Tokens, said: Answer) -> bool:
    """Whether it is clear what a yes or a no says: no to `do A and B own it`, `does A own all of it` may say one thing or another."""
    texts = {token.text for at, token in enumerate(asked) if not _only_says_what_for(asked, at)}
    if not english.NEGATORS.isdisjoint(texts) or not english.FAINT_NEGATORS.isdisjoint(texts):
        return False
    is_figure = any(token.text[:1].isdigit() for token in asked) or not english.NUMBER_WORDS.keys().isdisjoint(
        texts - {"one"}
    )
    is_opinion = not english.SPEAKERS.isdisjoint(token.text for token in asked[1:2])  # `do you think ...? No.`
    return said not in (Answer.NO, Answer.UNLIKELY) or (not is_opinion and _PARTIAL.isdisjoint(texts) and not is_figure)


def _only_says_what_for(asked: Sequence[Token], at: int) -> bool:
    """Whether a `for` or `as` says for whom, for what or as what, and not for how long or how much: `for gas`, `as an agent`."""
    if asked[at].text not in ("for", "as") or at + 1 >= len(asked):
        return False
    behind = asked[at + 1]
    is_article = behind.text in english.ARTICLES
    if asked[at].text == "as":
        return is_article or behind.text in ("its", "their", "his", "her")
    named = asked[at + 2].is_capital if is_article and at + 2 < len(asked) else not is_article
    is_number = behind.text[:1].isdigit() or behind.text in english.NUMBER_WORDS
    return named and not is_number and behind.text not in _HOW_LONG


def _inverted(lexicon: Lexicon, asked: _Tokens, *, denied: bool = False) -> Iterator[_Tokens]:
    """`is A in B` as `A is in B`, or as `A is not in B`."""
    helper, rest = asked[0], asked[1:]
    if rest[0].text == "there":
        yield from _there(helper, rest, denied=denied)
        return
    for end in _subject_ends(lexicon, rest):
        who, what = rest[:end], rest[end:]
        if denied and what[:1] and what[0].text in ("any", "a", "an") and helper.text in _HAVING:
            yield [*who, helper, _word("no", what[0]), *what[1:]]
            continue
        if denied:
            yield [*who, helper, _word("not", helper), *what]
            continue
        done = _finite(helper, what)
        if done is not None:
            yield [*who, *done]


def _finite(helper: Token, what: _Tokens) -> _Tokens | None:
    """The verb and what stands behind it, without a `does`."""
    if what[0].text == "any":
        what = what[1:]
    if helper.text not in _DOING:
        return [helper, *what]
    at = next((at for at in range(min(3, len(what))) if what[at].is_word and not what[at].text.endswith("ly") and what[at].text not in ("still", "also", "now", "already", "always", "never", "even", "indeed", "really")), None)  # fmt: skip
    if at is None:
        return None
    verb = what[at]
    form = inflected(verb.text, _DOING[helper.text]) if verb.text.isalpha() else ""
    said = _word(form, verb) if form else verb
    rest = [token for token in what[at + 1 :] if token.text != "any"]
    return [*what[:at], said, *rest] if form else [helper, *what]


def _there(helper: Token, rest: _Tokens, *, denied: bool) -> Iterator[_Tokens]:
    what = rest[2:] if rest[1].text in ("any", "a", "an", "already", "some") else rest[1:]
    if denied:
        yield [rest[0], helper, _word("no", rest[0]), *what]
    else:
        yield [rest[0], helper, *(rest[1:] if rest[1].text != "any" else what)]


def _subject_ends(lexicon: Lexicon, rest: _Tokens) -> list[int]:
    """Where whom it is asked of may end: behind a name, or else anywhere near."""
    start = int(rest[0].text in english.ARTICLES)
    found, _ = mentions_in(lexicon, rest, ())
    ends = [m.end for at in {0, start} if at < len(found) for m in found[at] if m.kind != PRONOUN]
    named = [end for end in dict.fromkeys(ends) if end < len(rest) and rest[end].text not in ("'s", "and", "or", ",")]
    if named:
        return [max(named)]
    last = min(_LONGEST_SUBJECT, len(rest) - 1)
    return [
        at
        for at in range(1, last + 1)
        if rest[at].text != "'s" and rest[at - 1].text not in english.ARTICLES | PREPOSITIONS
    ]


# -- who, what, how much


def asking_at(tokens: Sequence[Token]) -> int | None:
    """Where the word stands that asks: first, or behind a preposition."""
    texts = [token.text for token in tokens[:2]]
    if texts[:1] and texts[0] in english.ASKING and texts[0] not in ("why", "when"):
        return 0
    return 1 if len(texts) > 1 and texts[0] in PREPOSITIONS and texts[1] in ("whom", "what", "which", "where", "how") else None  # fmt: skip


def _named(lexicon: Lexicon, asked: _Tokens, answer: _Tokens) -> Iterator[_Tokens]:
    """The question with what is answered where it asks."""
    at = asking_at(asked)
    if at is None or len(asked) < at + 3:
        return
    link, word = asked[:at], asked[at].text
    denied = answer[0].text == "not"
    given = answer[1:] if denied else answer
    if denied and not _PARTING.isdisjoint(token.text for token in given):
        given, denied = _in_its_place(given), False
        if not given:
            return
    if len(given) > 1 and given[-1].text in HELPERS:  # `who leads it? B does`
        if given[-1].text in _PAST and not is_past(asked):
            return
        given = given[:-1]
    if link and given[0].text == link[0].text:
        given = given[1:]
    if not given:
        return
    for size in range(1, _MOST_ASKED + 1):
        phrase, rest = asked[at : at + size], asked[at + size :]
        if len(rest) < 2 or (size > 1 and word in ("who", "whom", "where")) or rest[0].text in english.MODALS:
            return
        if any(token.text in HELPERS for token in phrase):
            return
        noun = [token for token in phrase[1:] if token.text not in _MANY]
        is_asked_of = rest[0].text in HELPERS
        is_of_doer = not link and word in _DOERS and rest[0].text not in _DOING
        if is_of_doer and (is_asked_of or size > 1 or word != "how"):
            yield from _done_by(given, noun, rest, denied=denied, counts=word == "how" or _is_measured(noun))
        if is_asked_of and (word != "who" or rest[0].text in _DOING or rest[0].text in _HAVING):
            for one in _inverted(lexicon, rest, denied=denied):
                yield from _put(one, link, given, noun, word)


def _in_its_place(given: _Tokens) -> _Tokens:
    """Who it is where it is not another: `not A, B`, `not A but B`; nothing where that may be more who are not."""
    at = [at for at, token in enumerate(given) if token.text in _PARTING]
    is_clear = (
        at and (at == [at[0]] or (len(at) == 2 and at[1] == at[0] + 1)) and given[at[-1]].text in (",", "but", ";", "-")
    )
    return given[at[-1] + 1 :] if is_clear else []


def is_past(tokens: Sequence[Token]) -> bool:
    """Whether some words speak of what was, or was done."""
    return any(token.text in _PAST or is_simple_past(token.text) for token in tokens)


def _is_measured(noun: _Tokens) -> bool:
    return bool(noun) and noun[0].text in ("share", "percentage", "proportion", "part", "portion")


def _done_by(given: _Tokens, noun: _Tokens, rest: _Tokens, *, denied: bool, counts: bool) -> Iterator[_Tokens]:
    """`who leads it` as `B leads it`; `how many As work there` as `200 As work there`."""
    helper = rest[0]
    tail = noun[1:] if _is_measured(noun) else noun if counts else []
    if denied and helper.text in _BEING | _HAVING:
        yield [*given, *tail, helper, _word("not", helper), *rest[1:]]
    elif denied:
        base = _base(helper)
        if base is not None:
            yield [*given, *tail, _word("does", helper), _word("not", helper), base, *rest[1:]]
    else:
        yield [*given, *tail, *rest]
        if helper.text in _BEING and not tail:  # `what is the debt of A? 40 billion`
            yield [*rest[1:], helper, *given]


def _base(verb: Token) -> Token | None:
    base = first_form(verb.text, Form.THIRD)
    return _word(base, verb) if base != verb.text else None


def _put(one: _Tokens, link: _Tokens, given: _Tokens, noun: _Tokens, word: str) -> Iterator[_Tokens]:
    """What is answered, behind the verb or at the end."""
    if word == "where" and given[0].text not in PREPOSITIONS:
        for where in ("in", "at", "on"):
            yield [*one, _word(where, given[0]), *given]
        return
    tail = noun[1:] if _is_measured(noun) else noun if word == "how" else []
    yield [*one, *link, *given, *tail]
    if tail or word in ("how", "what"):
        verb = next((at for at in range(1, len(one)) if one[at].text in PREPOSITIONS), None)
        if verb is not None and not link:
            yield [*one[:verb], *given, *tail, *one[verb:]]


def _word(text: str, like: Token) -> Token:
    """A word that nobody typed, where another stands."""
    return Token(text, stem(text), like.start, like.end, True)
