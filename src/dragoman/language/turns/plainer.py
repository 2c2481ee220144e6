"""The same sentence in plainer words, where grammar alone makes sure that it says the same.

    the Castle lets X have the coins on loan  ->  the Castle lends X the coins
    permit for the export of the coins        ->  export permit for the coins
    X turned down in its bid for Y            ->  the bid of X for Y turned down
    family donates the coins to X             ->  the coins donated to X

Nothing here knows a rulebook's subject. Only a sentence of which something was left over is put so, and only where nothing
is left over then: a word that a phrase wants is found in none of these by chance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dragoman.language.clauses.cutter import unheard_in
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.grammar.lexicon import ADJECTIVE
from dragoman.language.line.line import Line
from dragoman.language.turns.done import HAVING, done_by, done_to, had_done, has_its, somebody_does, was_given
from dragoman.language.turns.renamed import named_at, said
from dragoman.language.turns.together import CUES as TOGETHER
from dragoman.language.turns.together import shared
from dragoman.language.turns.word_by_word import plainly_put
from dragoman.language.words import english
from dragoman.language.words.deeds import DEEDS, is_deed_of
from dragoman.language.words.stems import is_past_participle
from dragoman.language.words.tokens import Token

_GIVING = frozenset({"give", "send", "hand", "let", "ship", "pass", "provide"})
_UNNAMED = frozenset(
    english.lines(
        """
        somebody | someone | they | we | people | family | families | collector | donor | donors | owner | owners | thief | thieves
        widow | heir | heirs | mayor | council | board | court | judge | police | town | city | bank | company | firm | committee
        director | manager | staff | team | workers | state | minister | ministry | president | king | queen | artist | school
        church | university | friend | friends | couple | man | woman | men | women | children | foundation | trust | charity
        dealer | buyer | seller | sponsor | patron | citizens | residents | farmers | neighbours | authorities | officials | lawyer
        doctor | doctors | engineers | archaeologists | divers | students | soldiers | army | government | parliament | patrons
        benefactor | benefactors | well-wisher | vandals | burglars | robbers | firefighters | scientists | researchers
        """
    )
)
"""Who does something, and is nobody of a rulebook."""
_SUCH = english.NARROWING | frozenset(
    english.lines("anonymous | private | wealthy | rich | retired | unnamed | unknown | local | generous")
)


_ITS = frozenset({"its", "their", "his", "her"})
_AFTER = frozenset({"up", "out", "off", "away", "down", "back"})


def plainer(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each plainer form that it has: first with all that is put word by word.

    Not one with a word that no phrase knows: of that something is left over, however it is put.
    """
    unheard: set[int] | None = None
    for tokens in _every(line):
        if unheard is None:
            unheard = {id(token) for token in unheard_in(line.widened())}
        if not any(id(token) in unheard for token in tokens):
            yield tokens


def _every(line: Line) -> Iterator[list[Token]]:
    tokens = plainly_put(line)
    if tokens != line.tokens:
        yield tokens
        line = Line(line.grammar, line.text, tokens, line.before, widely=True)
    words = frozenset(line.texts)
    for cues, turn in _TURNS:
        turned = turn(line) if not cues.isdisjoint(words) else None
        if turned is not None:
            yield turned
    if not english.BE.isdisjoint(words):
        yield from somebody_does(line)
    if not HAVING.isdisjoint(words):
        yield from had_done(line)


def _in_its(line: Line) -> list[Token] | None:
    """`X turned down in its bid for Y`: the bid of X for Y turned down."""
    for at in range(2, len(line) - 3):
        if line.texts[at] not in ("in", "on") or line.texts[at + 1] not in ("its", "their", "his", "her"):
            continue
        named = named_at(line, 0)
        if named is None or not line.tokens[at + 2].is_word or line.mentions[at + 2]:
            return None
        verb = line.tokens[named.end : at]
        if (
            not verb
            or not any(is_past_participle(token.text) or token.text == "pending" for token in verb)
            or any(token.text == "," for token in verb)
        ):
            return None
        like = line.tokens[at + 2]
        return [like, said("of", like), *line.tokens[: named.end], *line.tokens[at + 3 :], *verb]
    return None


def _is_in_its(line: Line) -> list[Token] | None:
    """`X is fair in its hygiene rating`: X has a fair hygiene rating."""
    for at in range(2, len(line) - 2):
        its = line.texts[at : at + 2]
        word = at - 1
        if its[0] != "in" or its[1] not in _ITS or line.texts[word - 1] not in english.BE or not line.spoken[word]:
            continue
        like = line.tokens[word - 1]
        verb = said("had" if like.text in ("was", "were") else "has", like)
        kept = [token for token in line.tokens[at + 2 :] if token.is_word]
        is_noun = len(kept) == len(line) - at - 2 <= _LAST and not any(line.mentions[at + 2 :])
        return [*line.tokens[: word - 1], verb, said("a", like), line.tokens[word], *kept] if is_noun else None
    return None


def _bid_to(line: Line) -> list[Token] | None:
    """`X's request to borrow Y`: for Y, where the phrases of the same type know of borrowing."""
    for at in range(1, len(line) - 3):
        noun, link, verb = line.tokens[at : at + 3]
        named = named_at(line, at + 3)
        if link.text != "to" or noun.text not in _BIDS or named is None or verb.text in english.ARTICLES:
            continue
        if _is_of_the_same(line.grammar, noun.stem, verb.stem):
            rest = line.tokens[at + 3 :]
            tokens = [*line.tokens[: at + 1], said("for", link), *rest]
            again = Line(line.grammar, line.text, tokens, line.before, widely=True)
            return _in_its(again) or tokens
    return None


_BIDS = frozenset({"bid", "request", "application", "bids", "requests", "applications", "offer", "plea", "appeal"})


def _is_of_the_same(grammar: Grammar, noun: str, verb: str) -> bool:
    """Whether each fact type whose phrases have the noun, or what stands for it, has the verb in others."""

    def types(one: str) -> set[str]:
        return {grammar.book.phrases[number].fact for number in grammar.phrases_with(one)}

    of_noun = types(noun) | types("request") | types("bid")
    return bool(of_noun) and of_noun <= types(verb)


def _on_loan(line: Line) -> list[Token] | None:
    """`sends X over to Y on loan`, `lets Y have X on loan`: lends."""
    verb = next((at for at, text in enumerate(line.texts) if is_deed_of(text, *_GIVING)), None)
    if verb is None:
        return None
    loan = next((at for at in range(verb, len(line) - 1) if line.texts[at : at + 2] == ["on", "loan"]), None)
    have = next((at for at in range(verb, len(line)) if line.texts[at] == "have"), None)
    is_let = is_deed_of(line.texts[verb], "let")
    if (loan is None and not is_let) or (is_let and have is None):
        return None
    left_out = {have} if is_let else set[int | None]()
    left_out |= {loan, loan + 1} if loan is not None else set()
    left_out |= {at for at in range(verb, len(line) - 1) if line.texts[at] == "over" and line.texts[at + 1] == "to"}
    text = line.texts[verb]
    given = "lend" if loan is not None else "give"
    form = f"{given}ing" if text.endswith("ing") else f"{given}s" if text.endswith("s") else DEEDS.past(given)
    form = given if text in _GIVING and text != "let" else form
    lent = said(form, line.tokens[verb])
    return [lent if at == verb else token for at, token in enumerate(line.tokens) if at not in left_out]


def _to_do(line: Line) -> list[Token] | None:
    """`X to sell Y`, as a headline has it: X plans to sell Y."""
    named = named_at(line, 0)
    if named is None or named.end + 2 > len(line) or line.texts[named.end] != "to" or named.kind == ADJECTIVE:
        return None
    to, verb = line.tokens[named.end], line.tokens[named.end + 1]
    if not verb.is_word or line.mentions[named.end + 1] or verb.text in english.ARTICLES:
        return None
    return [*line.tokens[: named.end], said("plans", to), *line.tokens[named.end :]]


def _by_somebody(line: Line) -> list[Token] | None:
    """`a family donates X to Y`: X donated to Y; who does it is nobody of the rulebook."""
    who = 0
    while who < len(line) and line.texts[who] in english.ARTICLES | _SUCH | {"our"}:
        who += 1
    verb = who + 1
    if verb + 1 >= len(line) or line.texts[who] not in _UNNAMED or line.mentions[who]:
        return None
    named = named_at(line, verb + 1)
    if named is None or line.marks[verb] or line.mentions[verb] or line.texts[named.end : named.end + 1] == ["'s"]:
        return None
    done = DEEDS.participle(line.texts[verb])
    if not done:
        return None
    return [*line.tokens[verb + 1 : named.end], said(done, line.tokens[verb]), *line.tokens[named.end :]]


def _particle(line: Line) -> list[Token] | None:
    """`dug the coins up`: dug up the coins."""
    for at in range(1, len(line) - 2):
        named = named_at(line, at + 1)
        if named is None or named.end >= len(line) or line.texts[named.end] not in _AFTER:
            continue
        if line.marks[at] or line.mentions[at] or not line.tokens[at].is_word or line.texts[at] in english.ARTICLES:
            continue
        particle = line.tokens[named.end]
        return [*line.tokens[: at + 1], particle, *line.tokens[at + 1 : named.end], *line.tokens[named.end + 1 :]]
    return None


def _compound(line: Line) -> list[Token] | None:
    """`permit for the export of X`: export permit for X; `sum insured for X`: insured sum for X."""
    for at in range(len(line) - 3):
        one, link = line.tokens[at], line.texts[at + 1]
        if not one.is_word or line.mentions[at]:
            continue
        other = at + 2 + (line.texts[at + 2] in english.ARTICLES)
        if link in ("for", "of") and other + 1 < len(line) and line.texts[other + 1] in ("of", "for"):
            if line.texts[other] not in DEEDS.verbs:
                continue
            like = line.tokens[at + 1]
            return [*line.tokens[:at], line.tokens[other], one, said("for", like), *line.tokens[other + 2 :]]
        is_behind = is_past_participle(link) and line.texts[at + 2] in ("of", "for", "on") and not line.mentions[at + 1]
        if is_behind and one.text not in english.BE | english.HAVE | english.ARTICLES and not line.marks[at]:
            tokens = [*line.tokens[:at], line.tokens[at + 1], one, *line.tokens[at + 2 :]]
            return _value_for(Line(line.grammar, line.text, tokens, line.before, widely=True)) or tokens
    return None


def _value_for(line: Line) -> list[Token] | None:
    """`the value for X`: of X."""
    for at in range(1, len(line) - 2):
        if line.texts[at] == "for" and named_at(line, at + 1) is not None and line.texts[at - 1] in _OF_THINGS:
            return [*line.tokens[:at], said("of", line.tokens[at]), *line.tokens[at + 1 :]]
    return None


_OF_THINGS = frozenset(
    {
        "value",
        "sum",
        "worth",
        "price",
        "cost",
        "figure",
        "level",
        "temperature",
        "humidity",
        "rate",
        "reading",
        "number",
        "amount",
    }
    | {"grade", "mark", "rating", "score", "result", "price", "pressure", "trend", "rank", "size", "weight", "turnover"}
    | {"share", "total", "condition", "state", "status", "length", "size", "attendance"}
)


def _in_state(line: Line) -> list[Token] | None:
    """`in good condition`: good."""
    for at in range(1, len(line) - 2):
        first = at + 1 + (line.texts[at + 1] in english.ARTICLES)
        if line.texts[at] == "in" and first + 1 < len(line) and line.spoken[first] and line.texts[first + 1] in _STATES:
            return [*line.tokens[:at], line.tokens[first], *line.tokens[first + 2 :]]
    return None


_STATES = frozenset({"condition", "state", "shape", "nick", "repair", "order"})


def _back(line: Line) -> list[Token] | None:
    """`wants back X`: wants X back."""
    for at in range(1, len(line) - 1):
        named = named_at(line, at + 1 + (line.texts[at + 1] in ("its", "their")))
        if named is None or line.texts[at] != "back" or line.mentions[at - 1] or line.texts[at - 1] in english.BE:
            continue
        return [*line.tokens[:at], *line.tokens[at + 1 : named.end], line.tokens[at], *line.tokens[named.end :]]
    return None


def _colon(line: Line) -> list[Token] | None:
    """`the request of X: approved` without the mark."""
    at = next((at for at, text in enumerate(line.texts) if text == ":"), None)
    if at is None or not 1 <= len(line) - at - 1 <= _LAST or any(line.mentions[at:]) or not any(line.mentions[:at]):
        return None
    return [*line.tokens[:at], *line.tokens[at + 1 :]]


_LAST = 4


def _reading(line: Line) -> list[Token] | None:
    """`Reading for X: 63 % humidity`, `climate at X: this, that`: X: 63 % humidity."""
    start = next(
        (at for at in range(1, min(4, len(line))) if line.texts[at] in ("for", "at", "in", "of", "from")), None
    )
    named = named_at(line, start + 1) if start is not None else None
    if start is None or named is None or line.texts[named.end : named.end + 1] != [":"]:
        return None
    if not {token.text for token in line.tokens[:start]} <= _HEADS | english.ARTICLES | english.NARROWING:
        return None
    topic, found = line.tokens[start + 1 : named.end], list[Token]()
    for token in line.tokens[named.end :]:
        found += topic if token.text == ":" else [token, *topic] if token.text == "," else [token]
    return found


_HEADS = frozenset(
    {"reading", "readings", "climate", "conditions", "figures", "numbers", "data", "status", "update", "note", "news", "latest"}
    | {"measurement", "measurements", "values", "levels", "results", "report", "summary", "situation", "today", "morning"}
)  # fmt: skip

_TURNS: tuple[tuple[frozenset[str], Callable[[Line], list[Token] | None]], ...] = (
    (frozenset(DEEDS.verbs), done_to),
    (frozenset(DEEDS.verbs), was_given),
    (_ITS, has_its),
    (_BIDS, _bid_to),
    (_ITS, _in_its),
    (frozenset({"loan", "have"}), _on_loan),
    (frozenset({"to"}), _to_do),
    (_UNNAMED, _by_somebody),
    (_AFTER, _particle),
    (frozenset({"of", "for", "on"}), _compound),
    (frozenset({"for"}), _value_for),
    (frozenset({":"}), _reading),
    (_STATES, _in_state),
    (frozenset({"back"}), _back),
    (frozenset({":"}), _colon),
    (TOGETHER, shared),
    (frozenset({"by"}), done_by),
    (_ITS, _is_in_its),
)
"""Each with words one of which it takes."""
