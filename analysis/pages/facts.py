"""Pages on the article as a whole."""

from collections import Counter
from pathlib import PurePath

from analysis.charts.base import ACTORS
from analysis.charts.days import in_words
from analysis.console import counted
from analysis.pages.blocks import Block, facts, table
from analysis.pages.marks import article_of
from analysis.reading import Reading
from analysis.tables.plain import rows, shown, spoken

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
    return ", ".join(counted(number, noun) for noun, number in numbers.items())


def unread(reading: Reading) -> Block:
    """What could not be read, and why."""
    lines = [
        (row.stage, row.message, None if row.start is None else f"{row.start}–{row.end}")
        for row in rows(reading.problems)
    ]
    return table("Problems", ["Step", "Why", "Characters"], lines, none="none, everything was read")
