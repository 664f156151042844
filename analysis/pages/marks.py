"""The article's text, marked: who is mentioned, what is quoted, which words show a stance."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from analysis.charts.base import ACTORS, SIGNS
from analysis.pages.blocks import Block, Markup, html
from analysis.pages.cues import cue_span
from analysis.pages.links import anchor, to_row
from analysis.reading import Reading
from analysis.tables.plain import rows, shown

WORDS = {"support": "for", "oppose": "against", "neutral": "neutral on"}
LEGEND = {  # by what there must be for it
    "actor": '<b class="actor">Actor</b> named',
    "other": '<i class="actor other">they</i> by other words',
    "place": '<i class="place">Place</i>',
    "issue": '<i class="issue">Issue</i>',
    "quoted": '<q class="quoted">words</q><sup>q1</sup> quoted or reported',
    "support": '<i class="cue support">cue</i><sup class="support">▲</sup> for',
    "oppose": '<i class="cue oppose">cue</i><sup class="oppose">▼</sup> against',
    "neutral": '<i class="cue neutral">cue</i><sup class="neutral">◆</sup> neutral',
}


class Mark(NamedTuple):
    """Characters to be marked, the CSS classes, HTML to stand behind them, and whom other words than a name mean."""

    start: int
    end: int
    classes: str
    sign: str = ""
    meant: str = ""


class Passage(NamedTuple):
    """A paragraph as it is shown; `lead` is where a dateline before it begins."""

    start: int
    end: int
    sort: str
    lead: int | None = None


def article_of(reading: Reading) -> Any:
    """The row of the one article in a reading.

    Raises ValueError where it holds none or several.
    """
    found = rows(reading.articles)
    if len(found) != 1:
        raise ValueError(f"a page shows one article; this reading holds {len(found)}")
    return found[0]


def marked_text(reading: Reading, *, actor: str | None = None) -> Block:
    """The whole text with everything marked, or what concerns one actor (by entity id) alone; notes in the margin."""
    article = article_of(reading)
    said, stances = _chosen(rows(shown(reading.quotations)), actor, "source_ids"), rows(shown(reading.stances))
    stances = [row for row in stances if actor in (None, row.holder_id, row.target_id)]
    whole = actor is None
    marks = [*_mentions(reading, actor), *_quotations(article, said, whole), *_cues(article, stances, whole)]
    body = "".join(_passage(article, passage, marks, said, stances) for passage in passages(article))
    label = "The article, marked" if actor is None else "The article, with what concerns one actor marked"
    return Block(
        f'{_legend(marks, stances)}<div class="article" role="group" aria-label="{label}">{body}</div>', article.text
    )


def _legend(marks: Iterable[Mark], stances: Iterable[Any]) -> str:
    """What the marks mean, as far as there are such."""
    used = {word for mark in marks for word in mark.classes.split()} | {row.polarity for row in stances}
    told = " ".join(f"<span>{words}</span>" for name, words in LEGEND.items() if name in used)
    return f'<p class="legend">{told}</p>' if told else ""


def marked_passage(text: str, start: int, end: int, marks: Iterable[Mark]) -> Markup:
    """`text[start:end]` as HTML with the marks that fall into it; marks may overlap."""
    within = [mark for mark in marks if mark.start < end and mark.end > start]
    edges = sorted({start, end, *(edge for mark in within for edge in mark[:2] if start < edge < end)})
    pieces = []
    for left, right in pairwise(edges):
        over = (mark.classes for mark in within if mark.classes and mark.start <= left and right <= mark.end)
        classes = " ".join(dict.fromkeys(over))
        meant = ", ".join(dict.fromkeys(m.meant for m in within if m.meant and m.start <= left and right <= m.end))
        title = f' title="{html(meant)}"' if meant else ""
        words = html(text[left:right])
        pieces.append(f'<span class="{classes}"{title}>{words}</span>' if classes else words)
        pieces.extend(mark.sign for mark in within if mark.end == right)
    return Markup("".join(pieces))


def stance_mark(text: str, row: Any) -> Mark:
    """The mark of the words that show a stance, with what denies them; where no words tell it, a sign behind the cue or
    the evidence."""
    if found := cue_span(text, row):
        return Mark(*found, f"cue {row.polarity}")
    start, end = (row.evidence_start, row.evidence_end) if row.cue_start is None else (row.cue_start, row.cue_end)
    return Mark(start, end, "")


def _chosen(found: list[Any], actor: str | None, column: str) -> list[Any]:
    return [row for row in found if actor is None or actor in list(getattr(row, column))]


def _mentions(reading: Reading, actor: str | None) -> Iterator[Mark]:
    entities = {row.entity_id: row for row in rows(shown(reading.entities))}
    for row in rows(reading.mentions):
        if row.entity_id in entities and actor in (None, row.entity_id):
            entity = entities[row.entity_id]
            kind = "actor" if entity.kind in ACTORS else entity.kind
            classes = f"{kind}{'' if row.form == 'name' else ' other'}{' chosen' if actor else ''}"
            yield Mark(row.start, row.end, classes, meant="" if row.text == entity.name else entity.name)


def _quotations(article: Any, said: list[Any], whole: bool) -> Iterator[Mark]:
    for row in said:
        *pieces, (start, end) = row.content_spans
        yield from (Mark(left, right, "quoted") for left, right in pieces)
        yield Mark(start, end, "quoted", _sign(article, row.quotation_id, whole))


def _cues(article: Any, stances: list[Any], whole: bool) -> Iterator[Mark]:
    """One mark for all stances that the same words show, their signs behind it."""
    cues: dict[Mark, list[Any]] = {}
    for row in stances:
        cues.setdefault(stance_mark(article.text, row), []).append(row)
    for mark, found in cues.items():
        signs = [
            _sign(article, row.stance_id, whole, row.polarity, SIGNS[row.polarity][0] * (n == 0))
            for n, row in enumerate(found)
        ]
        yield mark._replace(sign="".join(signs))


def _sign(article: Any, key: str, whole: bool, polarity: str = "", sign: str = "") -> str:
    """The number behind a mark; rows lead to that in the whole text."""
    place = f' id="{anchor(article, key)}"' if whole else ""
    return f'<sup{place} class="sign {polarity}">{sign}{to_row(article, key)}</sup>'


def passages(article: Any) -> Iterator[Passage]:
    """Headline and paragraphs, and between them whatever else the text has, line by line."""
    known = [Passage(start, end, "body") for start, end in article.paragraph_spans]
    if article.headline_start is not None:
        known.append(Passage(article.headline_start, article.headline_end, "headline"))
    at = 0
    for passage in [*sorted(known), None]:
        lines = [
            m for m in re.finditer(r"[^\n\r]+", article.text[at : passage.start if passage else None]) if m[0].strip()
        ]
        inline = bool(passage and lines and lines[-1].end() + at == passage.start)
        yield from (Passage(m.start() + at, m.end() + at, "furniture") for m in (lines[:-1] if inline else lines))
        if passage:
            yield passage._replace(lead=lines[-1].start() + at if inline else None)
            at = passage.end


def _passage(article: Any, passage: Passage, marks: list[Mark], said: list[Any], stances: list[Any]) -> str:
    lead = "" if passage.lead is None else marked_passage(article.text, passage.lead, passage.start, marks)
    words = marked_passage(article.text, passage.start, passage.end, marks)
    notes = "".join(f"<li>{note}</li>" for note in _notes(article, passage, said, stances))
    margin = f'<ul class="notes">{notes}</ul>' if notes else ""
    lead = f'<span class="furniture">{lead}</span>' if lead else ""
    return f'<div class="passage {passage.sort}"><p dir="auto">{lead}{words}</p>{margin}</div>'


def _notes(article: Any, passage: Passage, said: list[Any], stances: list[Any]) -> Iterator[str]:
    """Who is quoted in a passage, and which stances its words show."""
    for row in said:
        if passage.start <= row.content_start < passage.end:
            how = row.kind if row.status == "said" else row.status.replace("_", " ")
            who = html(row.source or "source not named")
            yield f"<sup>{to_row(article, row.quotation_id)}</sup> {who}, {how}"
    sides: dict[tuple[str, str], dict[str, list[Markup]]] = {}
    for row in stances:
        if passage.start <= stance_mark(article.text, row).start < passage.end:
            targets = sides.setdefault((row.holder, row.polarity), {})
            targets.setdefault(row.target, []).append(to_row(article, row.stance_id))
    for (holder, polarity), found in sides.items():
        targets = ", ".join(f"{html(target)} {' '.join(links)}" for target, links in found.items())
        sign = f'<span class="{polarity}">{SIGNS[polarity][0]}</span>'
        yield f"<sup>{sign}</sup> {html(holder)} {WORDS[polarity]} {targets}"
