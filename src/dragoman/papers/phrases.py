"""What all forms of a memo say alike: headings, the lines at its head, its notes and the rows of its annex."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.advice.forms import Voice
from dragoman.board.forms import Board, Square, Standing
from dragoman.explain.proof import Node, NodeKind
from dragoman.papers.forms import Brief, Horizon, Note
from dragoman.rulebook.likelihood import Likelihood
from dragoman.rulebook.words import capital

HEADINGS = {
    "holds": "What holds now",
    "advised": "What to do",
    "expected": "What may come",
    "assumed": "What is assumed, and what is not known",
    "hinges": "What would change the advice",
    "annex": "Annex",
    "notes": "Notes: on what each sentence rests",
    "proof": "How the first recommendation follows",
    "board": "The board",
    "rules": "Every rule that fired",
    "facts": "Every fact, with its source",
}
"""By the part of the memo."""


def head_lines(brief: Brief) -> Iterator[str]:
    """Under the title: for whom, of when, by what."""
    whom = f"For {brief.advised}" if brief.advised else ""
    kept = f"kept to {', '.join(brief.kept_to)}" if brief.kept_to else ""
    when = f"as of {brief.as_of}" if brief.as_of else "without a date"
    yield capital(" · ".join(filter(None, (whom, kept, when))))
    yield f"By the logic of {brief.report}"
    yield from (capital(text) for text in brief.set_apart)


def basis(brief: Brief) -> str:
    """The last line of the memo: how many facts and rules it rests on, and what fired them."""
    used = sum(fact.is_used for fact in brief.facts)
    fired = sum(rule.times for rule in brief.rules)
    return (
        f"{len(brief.facts)} facts, of which the notes cite {used}; {len(brief.rules)} rules that fired {fired} times. "
        f"Rulebook {brief.rulebook}, fired by {brief.engine}; digest {brief.digest[:12]}."
    )


def time_title(one: Horizon) -> str:
    """The time as the head of its row."""
    more = f" (and {one.left} more)" if one.left else ""
    return f"{capital(one.title) if one.title else 'No time given'}{more}"


def rule_number(brief: Brief, rule: str) -> int:
    """The number of a rule in the annex."""
    return next(fired.number for fired in brief.rules if fired.id == rule)


def note_words(brief: Brief, note: Note) -> str:
    """A note in one line: the rule, those that its proof goes through, the facts, the passages."""
    parts = []
    if note.rules:
        first, *through = note.rules
        parts.append(f"Rule R{rule_number(brief, first)} {first}")
        if through:
            parts.append(f"through {', '.join(f'R{rule_number(brief, rule)}' for rule in through)}")
    else:
        parts.append("Told")
    if note.facts:
        noun = "facts" if len(note.facts) > 1 else "fact"
        parts.append(f"{noun} {', '.join(f'F{number}' for number in note.facts)}")
    parts.append(f"{brief.document} {', '.join(note.at)}" if note.at else without_passage(brief, note))
    return f"{'; '.join(filter(None, parts))}."


def cited_words(brief: Brief) -> str:
    """What the cited locators say."""
    return f"How the {brief.document} is cited: {'; '.join(brief.passages)}."


def without_passage(brief: Brief, note: Note) -> str:
    """What stands in place of passages where a rule rests on none."""
    return f"the rulebook's own, beyond the {brief.document}" if note.rules else ""


def rules_rows(brief: Brief) -> Iterator[tuple[str, ...]]:
    """The rules that fired: number, id, why, how often, passages."""
    for rule in brief.rules:
        others = f", {rule.others} without effect" if rule.others else ""
        strength = f" [{rule.strength}]" if rule.strength != Likelihood.UNHEDGED.in_words else ""
        at = ", ".join(rule.at) if rule.at else f"beyond the {brief.document}"
        yield f"R{rule.number}", rule.id, f"{rule.sentence}{strength}", f"{rule.times}{others}", at


def facts_rows(brief: Brief) -> Iterator[tuple[str, ...]]:
    """The told facts: number, sentence, source with passages, standing, place."""
    for fact in brief.facts:
        at = f"{brief.document} {', '.join(fact.at)}" if fact.at else ""
        source = "; ".join(filter(None, (fact.source, at))) or "no source"
        yield f"F{fact.number}", fact.sentence, source, fact.standing, fact.place


# -- the proof as text


def proof_lines(brief: Brief, node: Node, depth: int = 0) -> Iterator[tuple[int, str]]:
    """A proof, a line a node, each with its depth."""
    yield depth, node_words(brief, node)
    for premise in node.premises:
        yield from proof_lines(brief, premise, depth + 1)


KINDS = {
    NodeKind.CONCLUSION: "follows",
    NodeKind.TOLD: "told",
    NodeKind.TOLD_ABSENT: "told",
    NodeKind.RECKONED: "reckoned",
    NodeKind.ASSUMED: "assumed",
}
"""What a node of a proof is, in a word."""


def node_words(brief: Brief, node: Node) -> str:
    """A node in one line: what, how sure, by which rule or on whose word."""
    hedged = node.likelihood is not None and node.likelihood is not Likelihood.UNHEDGED
    grounds = "grounds: " if node.is_advice else ""
    standing = f"{grounds}{node.likelihood.in_words}" if hedged and node.likelihood is not None else ""
    marks = ", ".join(filter(None, (KINDS[node.kind], standing, node.beside)))
    sources = "; ".join(dict.fromkeys(filter(None, (voice_source(brief, voice) for voice in node.voices))))
    by = f", by {node.step.rule} ({', '.join(node.step.at) or f'beyond the {brief.document}'})" if node.step else ""
    above = "; its proof stands above" if node.repeated else ""
    return f"{capital(node.sentence)} [{marks}{by}{f': {sources}' if sources else ''}{above}]"


def voice_source(brief: Brief, voice: Voice) -> str:
    """Whose word a statement is, or its passages, or its place."""
    return voice.source or (f"{brief.document} {', '.join(voice.at)}" if voice.at else voice.where)


# -- the board as a table


def board_rows(board: Board) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The headers and rows of a board; nothing on it is said by a sign alone."""
    headers = ("", *(column.title for column in board.columns))
    rows = [
        (row.title, *(square_words(board, square) for square in squares))
        for row, squares in zip(board.rows, board.squares, strict=True)
    ]
    return headers, rows


def square_words(board: Board, square: Square) -> str:
    """Who leads, how it moves, what could be done."""
    poles = {pole.name: pole.title for pole in board.poles}
    leads = f"{poles.get(square.leader, square.leader)} leads"
    leader = leads if square.standing is Standing.LEADS else square.standing.value
    moves = dict.fromkeys(f"{move.called} {move.says.value}" for move in square.moves)
    could = dict.fromkeys(one.called for one in square.advice)
    parts = (leader, "; ".join(moves), f"could: {'; '.join(could)}" if could else "")
    return capital(". ".join(map(capital, filter(None, parts))))
