"""A memo as Markdown: headings, lists, footnotes, and the annex as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.markup.markdown import (
    Markdown,
    bullets,
    emphasis,
    escape,
    heading,
    joined,
    note_mark,
    page,
    strong,
    table,
)
from dragoman.papers.forms import Block, Brief, Horizon, Item, Note, Part, Sentence
from dragoman.papers.phrases import (
    HEADINGS,
    basis,
    board_rows,
    cited_words,
    facts_rows,
    head_lines,
    note_words,
    proof_lines,
    rules_rows,
    time_title,
)
from dragoman.rulebook.words import capital


def markdown_brief(brief: Brief) -> str:
    """The memo as a file of Markdown."""
    return page(*_body(brief), *_annex(brief))


def _body(brief: Brief) -> Iterator[str]:
    yield heading(1, brief.situation)
    yield from (escape(text) for text in head_lines(brief))
    yield from _section(HEADINGS["holds"], [_list(brief.holds)])
    yield from _section(HEADINGS["advised"], _advised(brief))
    yield from _section(HEADINGS["expected"], [_horizons(brief.horizons)] if brief.horizons else [])
    yield from _section(HEADINGS["assumed"], [_list((*brief.assumed, *brief.unknown))])
    yield from _section(HEADINGS["hinges"], [_list((*brief.hinges, *brief.openings))])
    yield emphasis(basis(brief))


def _section(title: str, blocks: Iterable[str]) -> Iterator[str]:
    found = [block for block in blocks if block]
    if found:
        yield heading(2, title)
        yield from found


def _advised(brief: Brief) -> Iterator[str]:
    if brief.standing:
        yield emphasis(brief.standing)
    yield from (escape(text) for text in brief.nothing)
    for block in brief.blocks:
        yield from _block(block)
    yield from (escape(text) for text in (*brief.caveats, *brief.remarks))


def _block(block: Block) -> Iterator[str]:
    if block.title:
        yield heading(3, block.title)
    rows = [*map(_item, block.items), *(_part(part) for part in block.further)]
    if block.against:
        rows.append(joined(emphasis("against it:"), " ", block.against))
    yield bullets(rows)


def _item(item: Item) -> Markdown:
    is_one = len(item.parts) == 1 and not item.parts[0].called
    head = joined(strong(item.title.text), _marks(item.marks), ":" if is_one else "", _notes(item.title))
    said = [joined(head, " ", *_reasons(item.parts[0])) if is_one else head]
    if not is_one:
        said += [joined("  - ", _part(part)) for part in item.parts]
    labelled = (("carried by", item.carried), ("still lacking", item.lacking), *(("note", one) for one in item.caveats))
    said += [joined("  - ", emphasis(f"{label}:"), " ", text) for label, text in labelled if text]
    return Markdown("\n".join(said))


def _part(part: Part) -> Markdown:
    return joined(strong(part.called), _marks(part.marks), ": " if part.called else "", *_reasons(part))


def _reasons(part: Part) -> Iterator[str]:
    for number, reason in enumerate(part.reasons):
        yield joined(" " if number else "", _said(reason))


def _marks(marks: tuple[str, ...]) -> str:
    return f" ({', '.join(marks)})" if marks else ""


def _said(sentence: Sentence) -> Markdown:
    return joined(sentence.text, f" ({sentence.mark})" if sentence.mark else "", _notes(sentence))


def _notes(sentence: Sentence) -> Markdown:
    return Markdown("".join(note_mark(number) for number in sentence.notes))


def _list(sentences: Iterable[Sentence]) -> Markdown:
    return bullets(map(_said, sentences))


def _horizons(horizons: Iterable[Horizon]) -> Markdown:
    rows = []
    for one in horizons:
        risks = "; ".join(map(_said, one.risks))
        watch = "; ".join(map(_said, one.watch))
        others = "; ".join(map(_said, one.forecasts))
        watching = joined(
            "; " if others and watch else "", joined(strong("watch:"), " ") if watch else "", Markdown(watch)
        )
        rows.append((escape(time_title(one)), Markdown(risks), joined(Markdown(others), watching)))
    return table(("When", "Risks", "Forecasts, and what to watch"), rows)


# -- the annex


def _annex(brief: Brief) -> Iterator[str]:
    yield heading(2, HEADINGS["annex"])
    yield heading(3, HEADINGS["notes"])
    yield Markdown("\n".join(_note(brief, note) for note in brief.notes))
    if brief.passages:
        yield escape(cited_words(brief))
    if brief.proof is not None:
        yield heading(3, HEADINGS["proof"])
        yield Markdown("\n".join(f"{'  ' * depth}- {escape(text)}" for depth, text in proof_lines(brief, brief.proof)))
    if brief.board is not None:
        yield heading(3, f"{HEADINGS['board']}: {brief.board.title}")
        headers, rows = board_rows(brief.board)
        yield table(headers, rows)
    yield from _section_of_annex(
        HEADINGS["rules"], ("", "Rule", "Why", "Fired", capital(brief.document)), rules_rows(brief)
    )
    yield from _section_of_annex(HEADINGS["facts"], ("", "Fact", "Source", "Standing", "Place"), facts_rows(brief))


def _section_of_annex(title: str, headers: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    found = list(rows)
    if found:
        yield heading(3, title)
        yield table(headers, found)


def _note(brief: Brief, note: Note) -> Markdown:
    return Markdown(f"[^{note.number}]: {escape(note_words(brief, note))}")
