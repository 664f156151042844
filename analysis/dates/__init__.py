"""Time expressions as TIMEX3, resolved against the publication day."""

import re
from datetime import date

from analysis.dates.context import governors, looks_ahead, reference_day
from analysis.dates.find import Found, find_in
from analysis.dates.values import Context, Value, value_of
from analysis.records import Article, TimeExpression
from analysis.syntax import Parse, Sentence

__all__ = ["find_dates"]

DAY = re.compile(r"\d{4}-\d\d-\d\d")
QUARTER = re.compile(r"\d{4}-Q\d")


def find_dates(article: Article, parse: Parse) -> tuple[TimeExpression, ...]:
    """Time expressions of headline and body in text order: DATE, TIME, DURATION and SET.

    Values are resolved against the publication day, else the dateline's, else the first full date of the text; where
    none is known, what is not known is X. Ages, prices and counts are left alone.
    """
    found = [
        (one, sentence)
        for sentence in parse.sentences
        if _is_read(article, sentence)
        for one in find_in(article.text, sentence)
    ]
    today, source = reference_day(article)
    if today is None:
        today, source = _first_full_day(found)
    rows: list[TimeExpression] = []
    spoken: date | None = None
    quarter: str | None = None
    for one, _ in found:
        context = Context(today, source, spoken, looks_ahead(one.last), quarter, governors(one.first, one.last))
        value = value_of(one.rule, one.match, context)
        if value is None:
            continue
        row = _row(article, one, value)
        rows.append(row)
        if row.day and one.rule != "deictic":
            spoken = date.fromisoformat(row.day)
        if one.rule == "quarter" and QUARTER.fullmatch(row.value):
            quarter = row.value
    return tuple(rows)


def _is_read(article: Article, sentence: Sentence) -> bool:
    """Body, headline and dateline are; the rest of the furniture is not."""
    start = sentence.tokens[0].start
    return sentence.paragraph >= 0 or any(
        block is not None and block.start <= start < block.end for block in (article.headline, article.dateline)
    )


def _first_full_day(found: list[tuple[Found, Sentence]]) -> tuple[date | None, str | None]:
    for one, _ in found:
        if one.rule in ("iso", "full", "numeric"):
            value = value_of(one.rule, one.match, Context(None, None, None, False))
            if value and DAY.fullmatch(value.value):
                return date.fromisoformat(value.value), value.value
    return None, None


def _row(article: Article, one: Found, value: Value) -> TimeExpression:
    start, end = one.match.span()
    day = DAY.match(value.value)
    return TimeExpression(
        start=start,
        end=end,
        text=article.text[start:end],
        type=value.type,
        value=value.value,
        day=day[0] if day and value.type in ("DATE", "TIME") else None,
        anchor=value.anchor,
    )
