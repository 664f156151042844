"""Pages on the article as a whole, and on how it was read: with what, how right that is, how to cite it."""

import csv
from collections import Counter
from functools import cache
from importlib.metadata import version
from pathlib import PurePath

from analysis.charts.base import ACTORS
from analysis.charts.days import in_words
from analysis.console import counted
from analysis.pages.blocks import Block, Markup, facts, html, note, table
from analysis.pages.marks import article_of
from analysis.reading import ROOT, Reading
from analysis.tables.plain import rows, shown, spoken, unspoken

FIGURES = ROOT / "data" / "gold" / "figures.csv"  # `readout evaluate --out` writes it
# what stands in a report, of which layer: the share of rows that are right, the share of gold that is found
LAYERS = {
    "entities": ("Actors and places", "found, precision", "found, recall"),
    "quotations": ("Quotations", "overlap >= 0.3, precision", "overlap >= 0.3, recall"),
    "stances": ("Stances, of all that people listed", "precision", "recall"),
    "candidates": ("Stances, on pairs that people judged", "right", "found"),
    "dates": ("Dates", "value, precision", "value, recall"),
}
# of rows shown, percent that careful readers who had not seen the code found right, and at least defensible, and how
# many rows these were: sixteen articles drawn by lot
SIGNED = {"entities": (77, 88, 279), "quotations": (78, 86, 135), "stances": (61, 83, 36), "dates": (95, 98, 138)}
FEW = 20  # rows of which a share says nothing
LIMITS = (
    "It reads English, one article at a time, and knows what the text says, not what is true. What is only implied "
    "escapes it, and so do irony and pictures. Confidence is the share of such rows that careful readers found right. "
    "Rows below a line measured for each table are in the saved tables and not shown, so that numbers in the text may "
    "skip some; a row may speak of somebody or something too unsure to be listed by itself. Stances are the weakest "
    "layer: take none unread."
)
RULES = (
    "Readers who signed saw a row and its sentence. Those who listed saw no row: they wrote down what they found, and "
    "a row counts only where their list has it, under the same name. People seldom list the same stance, so that "
    "hardly one is on a list."
)
ALWAYS = ("actor", "quotation", "stance")  # told even where there are none
OUTCOMES = {"applied": "done", "needless": "right already", "unfit": "fits nothing any more"}


def title(reading: Reading) -> str:
    """The article's headline, else its id."""
    article = article_of(reading)
    return article.headline or article.article_id


def article_facts(reading: Reading) -> Block:
    """What is known of the article, how much was found in it, and which model read it."""
    article = article_of(reading)
    kinds = Counter(row.kind for row in rows(shown(reading.entities)))
    filed = [article.dateline_place, article.dateline_date and in_words(article.dateline_date)]
    n_bad = len(reading.problems)
    return facts(
        {
            "Outlet": article.outlet,
            "Agency": article.agency,
            "By": article.byline,
            "Filed from": ", ".join(filter(None, filed)),
            "Published": in_words(article.published) if article.published else "not known",
            "Address": article.url,
            "File": PurePath(article.source).name if article.source and article.source != article.url else None,
            "Length": _counts(word=article.n_words, sentence=article.n_sentences, paragraph=article.n_paragraphs),
            "Reading time": f"{article.reading_minutes} min",
            "Found": _counts(
                actor=sum(kinds[kind] for kind in ACTORS),
                place=kinds["place"],
                issue=kinds["issue"],
                quotation=len(spoken(reading.quotations)),
                thought=len(unspoken(reading.quotations)),
                stance=len(shown(reading.stances)),
                date=len(reading.dates),
            ),
            "Could not be read": f"{counted(n_bad, 'passage')}, listed below" if n_bad else "nothing",
            "Read with": article.model,
            "Codebook": article.codebook,
            "Corrected": _corrected(reading),
        }
    )


def _corrected(reading: Reading) -> str | None:
    """How many corrections were applied, and how many fit nothing; None where there are none."""
    found = Counter(reading.corrections.outcome)
    done = [f"{counted(found['applied'], 'correction')} applied"] if found["applied"] else []
    return ", ".join([*done, *([f"{found['unfit']:,} that fit nothing any more"] if found["unfit"] else [])]) or None


def corrections(reading: Reading) -> Block:
    """What readers mended, who, when and why, and what became of it."""
    columns = ["No", "What", "Words", "Now", "By", "Day", "Why", "Outcome"]
    lines = [
        (
            row.correction_id,
            f"{row.action} in {row.table}",
            row.quote,
            row.value,
            row.who,
            row.when,
            row.why,
            OUTCOMES[row.outcome] + (f": {row.message}" if row.message else ""),
        )
        for row in rows(reading.corrections)
    ]
    return table("Corrections", columns, lines, none="none were made")


def _counts(**numbers: int) -> str:
    """The numbers in words; of what is in few articles only what there is."""
    return ", ".join(counted(number, noun) for noun, number in numbers.items() if number or noun in ALWAYS)


def unread(reading: Reading) -> Block:
    """What could not be read, and why."""
    lines = [
        (row.stage, row.message, None if row.start is None else f"{row.start}–{row.end}")
        for row in rows(reading.problems)
    ]
    return table("Problems", ["Step", "Why", "Characters"], lines, none="none, everything was read")


def method(reading: Reading) -> Block:
    """What read the article, how right it was on articles read by people, its limits, and how to cite the reading."""
    article = article_of(reading)
    known = facts(
        {
            "Read by": f"Readout {version('readout-news')}",
            "Language model": article.model,
            "Published": in_words(article.published) if article.published else "not known: days stay relative",
            "Corrections": _corrected(reading) or "none",
        }
    )
    return known + accuracy() + note(RULES, "limits") + note(LIMITS, "limits") + cite(reading)


def accuracy() -> Block:
    """A line a table: how many rows readers signed, and how many were on their lists and how much of these was found,
    on the open gold's test part."""
    found = _figures()
    lines = [
        (words, _signed(layer), _share(found.get((layer, right))), _share(found.get((layer, recall))))
        for layer, (words, right, recall) in LAYERS.items()
    ]
    columns = ["Table", "Rows that readers signed", "Rows on readers' lists", "Found of these lists"]
    caption = f"How right the rows shown were: readers signed them, or listed {_articles(found)} articles themselves"
    return table(caption, columns, lines if found else [], none="no figures are at hand")


def _signed(layer: str) -> str | None:
    """What careful readers found right, and at least defensible: `93 % of 183, defensible 96 %`."""
    if layer not in SIGNED:
        return None
    right, defensible, number = SIGNED[layer]
    return f"{right} % of {number}, defensible {defensible} %"


@cache
def _figures() -> dict[tuple[str, str], dict[str, str]]:
    if not FIGURES.is_file():
        return {}
    with FIGURES.open(encoding="utf-8", newline="") as file:
        return {(row["layer"], row["figure"]): row for row in csv.DictReader(file)}


def _articles(found: dict[tuple[str, str], dict[str, str]]) -> str:
    return next((row["articles"] for row in found.values()), "no")


def _share(row: dict[str, str] | None) -> str | None:
    """A share and its 95 % interval: `93 % (89 to 97)`; of few rows the numbers: `0 of 7`."""
    if not row or not row["value"]:
        return None
    of = float(row["written"] or row["gold"] or 0)
    if 0 < of < FEW:
        return f"{float(row['right']):.0f} of {of:.0f}"
    return f"{float(row['value']):.0f} % ({float(row['low']):.0f} to {float(row['high']):.0f})"


def cite(reading: Reading) -> Block:
    """The words to cite the reading by, which name the article, its outlet and day, and what read it."""
    article = article_of(reading)
    day = in_words(article.published) if article.published else "no date"
    whole = ", ".join(filter(None, [article.byline, article.outlet or article.agency, day, article.url]))
    words = (
        f"“{article.headline or article.article_id}” ({whole}), read by machine with Readout "
        f"{version('readout-news')} ({article.model}). To cite a single row, “copy” beside it takes its words along."
    )
    return Block(f'<p class="cite">{Markup(html(words))}</p>', words)
