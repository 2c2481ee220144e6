"""Whose word a sentence is, where no verb of saying stands beside it: by whose account it is so, who has learned it, who was told it.

    in the words of X, ... · by X's account, ... · the way X tells it, ... · per X, ... · if X is to be believed, ...
    as X reports, ... · ..., as noted by X · as the figures show, ...
    X has learned that ... · X is reporting that ... · Y told X that ... · analysts believe that ...

What analysts and officials believe is their word; what anybody else believes is no more than that, and stays unsaid.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.language.line.speakers import NO_SPEAKER, SAID, TELLING, WHOSE, joined, start_of_source, worth
from dragoman.language.words import english, hedges
from dragoman.language.words.effects import Effect, Mark
from dragoman.language.words.tokens import Token

_ACCOUNTS = frozenset(english.lines("account | telling | reckoning | version | words | estimate | estimation"))
_WAYS = (
    (("in", "the", "words", "of"), ()), (("by", "the", "account", "of"), ()), (("on", "the", "account", "of"), ()), (("per",), ()),
    (("the", "way"), ("tells", "it")), (("the", "way"), ("puts", "it")), (("the", "way"), ("tell", "it")), (("to", "believe"), ()),
    (("if",), ("is", "to", "be", "believed")), (("if",), ("are", "to", "be", "believed")), (("if", "we", "are", "to", "believe"), ()),
    (("or", "so"), ("claims",)), (("or", "so"), ("says",)), (("or", "so"), ("say",)), (("or", "so"), ("claim",)),
)  # fmt: skip
"""What stands before whoever it is, and behind."""
_VIEWS = tuple(
    ("in", "the", view, "of") for view in english.lines("view | opinion | judgment | judgement | assessment | eyes")
)
_LEARNED = frozenset({"learned", "learnt", "established", "discovered"})
_SAYING = frozenset({"reporting", "saying", "claiming", "warning", "insisting", "adamant"})
_BELIEVING = frozenset(
    english.lines("believe | believes | think | thinks | suspect | suspects | assume | reckon | agree | estimate")
)
_GRANTING = frozenset({"although", "though", "while", "whereas", "whilst"})
_SURE = frozenset({"convinced", "certain", "sure", "confident"})
_SHOW = frozenset(
    english.lines(
        "show | find | reveal | indicate | suggest | report | prove | proves | shown | demonstrate | demonstrates | document | documents"
        "| illustrate | illustrates | attest | confirm | confirms | confirmed | say | said | state | note | admit | admits | admitted | acknowledges"
        "| acknowledged | concedes | conceded | explain | explains | explained | warn"
    )
)
_SHOWN = frozenset({"show", "shows", "showed", "prove", "proves", "illustrate", "illustrates"})
_THINGS = frozenset(
    english.lines(
        "map | maps | picture | pictures | photo | photos | image | images | satellite | figures | numbers | table | chart | graph | records | diagram | example"
    )
)
"""What lets everybody see that it is so; what a survey shows is its word."""
_BEING_SAID = frozenset(
    english.lines(
        "reported | noted | admitted | confirmed | stated | announced | acknowledged | revealed | documented | explained | observed"
    )
)
_IN_TWO = frozenset({"puts", "put", "points", "pointed", "makes", "made"})
"""With `it`, `out` or `clear` behind them: `as X puts it`."""
_BYGONE = frozenset({"once", "previously", "formerly", "initially", "originally", "earlier"})
_SUBJECTS = frozenset({"it", "they", "he", "she", "there"})
_MOST_SPEAKERS = 7


def credited(tokens: Sequence[Token]) -> Iterator[tuple[int, Mark]]:
    """Marks of whose word the rest of a sentence is."""
    yield from _as_said(tokens)
    texts = [token.text for token in tokens]
    if "," in texts:
        comma, last = texts.index(","), len(texts) - 1 - texts[::-1].index(",")
        yield from _set_off(tokens, 0, comma, 0, comma)
        yield from _set_off(tokens, last + 1, len(tokens), last, len(tokens))
    for at in range(1, len(texts) - 2):
        that = _that_behind(tokens, texts, at)
        start = start_of_source(tokens, at) if that else None
        if start is not None and (not start or texts[start - 1] not in _GRANTING):  # `although many think so`: and yet
            end = at - (texts[at - 1] in english.BE | english.HAVE)
            yield start, Mark(that + 1, worth(tokens, start, end), joined(tokens, start, end), True)


def _as_said(tokens: Sequence[Token]) -> Iterator[tuple[int, Mark]]:
    """`as X reports, ...`, `..., as noted by X`, `..., as the figures show, ...`: set off by commas, it is whose word the rest is."""
    commas = [at for at, token in enumerate(tokens) if token.text == ","]
    for start in (0, *(at + 1 for at in commas)):
        if start + 2 >= len(tokens) or tokens[start].text != "as":
            continue
        end = next((at for at in commas if at > start), len(tokens) if start else start)
        first, last = _speaker_of(tokens, start + 1, end)
        said = {token.text for token in tokens[first:last]}
        if not first < last <= first + _MOST_SPEAKERS or not (NO_SPEAKER | SAID | _SUBJECTS | _BYGONE).isdisjoint(said):
            continue
        behind = end + 1 if start and end < len(tokens) else end
        is_seen = tokens[last].text in _SHOWN and said <= WHOSE | _THINGS
        # `is not so, as X claims`: who knows which of both he claims
        if is_seen:
            yield max(0, start - 1), Mark(behind, Effect.NONE)
        elif not start or english.NEGATORS.isdisjoint(token.text for token in tokens):
            yield max(0, start - 1), Mark(behind, worth(tokens, first, last), joined(tokens, first, last))


def _speaker_of(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """Where they stand of whom is said there that they say it: `the figures show`, `reported by X`; nobody where it says something else."""
    texts = [token.text for token in tokens[start:end]]
    if texts[1:2] == ["by"] and texts[0] in _BEING_SAID:
        return start + 2, end
    if texts[-2:-1] != [] and texts[-2] in _IN_TWO and texts[-1] in ("it", "out", "clear"):
        end -= 1
    if start >= end - 1 or tokens[end - 1].text not in hedges.SAYING | hedges.SHOWING | _SHOW | _IN_TWO:
        return start, start
    end -= 1
    while end > start and tokens[end - 1].text in english.HAVE | english.FILLERS:
        end -= 1
    return start, end


def _set_off(tokens: Sequence[Token], start: int, end: int, first: int, last: int) -> Iterator[tuple[int, Mark]]:
    """What a comma parts from the rest, if it says by whose word that is so: a mark from `first` to `last`."""
    texts = [token.text for token in tokens[start:end]]
    found = next(filter(None, (_between(texts, *way) for way in _WAYS)), None) or _account(texts)
    if found is None and any(tuple(texts[: len(view)]) == view for view in _VIEWS):
        found = (4, len(texts)) if not TELLING.isdisjoint(texts[4:]) else None
    if found is None:
        return
    one, other = start + found[0], start + found[1]
    speaker = texts[found[0] : found[1]]
    is_named = any(token.is_capital for token in tokens[one:other])
    is_source = texts[0] != "per" or is_named or not TELLING.isdisjoint(speaker)
    if is_source and 0 < len(speaker) <= _MOST_SPEAKERS and NO_SPEAKER.isdisjoint(speaker):
        yield first, Mark(last, worth(tokens, one, other), joined(tokens, one, other))


def _between(texts: Sequence[str], before: tuple[str, ...], behind: tuple[str, ...]) -> tuple[int, int] | None:
    end = len(texts) - len(behind)
    is_so = tuple(texts[: len(before)]) == before and tuple(texts[end:]) == behind and end > len(before)
    return (len(before), end) if is_so else None


def _account(texts: Sequence[str]) -> tuple[int, int] | None:
    """`by X's account`."""
    is_so = len(texts) > 3 and texts[0] in ("by", "in", "on") and texts[-1] in _ACCOUNTS and texts[-2] == "'s"
    return (1, len(texts) - 1) if is_so else None


def _that_behind(tokens: Sequence[Token], texts: Sequence[str], at: int) -> int:
    """Where the `that` stands behind a verb of somebody who has it from others, or of those whose belief counts; 0 if there is none."""
    before, behind = texts[at - 1], texts[at + 1]
    if texts[at] == "told":
        that = next((n for n in range(at + 2, min(at + 6, len(texts) - 1)) if texts[n] == "that"), 0)
        named = tokens[at + 1 : that]
        is_named = bool(named) and all(one.is_capital or one.text in english.ARTICLES for one in named)
        return that if is_named and any(one.is_capital for one in named) else 0
    is_known = (texts[at] in _LEARNED and before in english.HAVE) or (texts[at] in _SAYING and before in english.BE)
    are_judges = not TELLING.isdisjoint(texts[max(0, at - _MOST_SPEAKERS) : at])
    is_believed = texts[at] in _BELIEVING or (texts[at] in _SURE and before in english.BE)
    is_clause = behind == "that" and texts[at + 2] not in (",", ".")
    return at + 1 if is_clause and (is_known or (is_believed and are_judges)) else 0
