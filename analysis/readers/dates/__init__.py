"""Time expressions as TIMEX3, resolved against the publication day."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from analysis.grammar.tokens import Parse, Sentence, Token
from analysis.readers.dates import calendar
from analysis.readers.dates.anchors import Context, Value
from analysis.readers.dates.context import governors, looks_ahead, looks_back, reference_day
from analysis.readers.dates.find import Found, find_in
from analysis.readers.dates.values import value_of
from analysis.records import Article, Problem, TimeExpression

__all__ = ["find_dates", "open_days"]

QUARTER = re.compile(r"\d{4}-Q\d")
STAMP = 10  # tokens that a line has at most that holds little but a date


def find_dates(article: Article, parse: Parse) -> tuple[TimeExpression, ...]:
    """Time expressions of headline and body in text order: DATE, TIME, DURATION and SET.

    Values are resolved against the publication day, else the dateline's, else the latest full date of the text; where
    none is known, what is not known is X. Ages, prices and counts are left alone.
    """
    found = [
        (one, sentence)
        for sentence in parse.sentences
        for one in find_in(article.text, sentence)
        if _is_read(article, sentence, one)
    ]
    today, source = reference_day(article)
    if today is None:
        today, source = _latest_full_day(found)
    return tuple(_rows(article, found, Context(today, source)))


def _rows(article: Article, found: list[tuple[Found, Sentence]], context: Context) -> Iterator[TimeExpression]:
    """The rows of what was found, each resolved against what was told before it."""
    for one, sentence in found:
        ahead, back = _ahead(one, headline=sentence.paragraph < 0), looks_back(_top(one))
        context = replace(context, ahead=ahead, back=back, verbs=governors(one.first, one.last))
        value = value_of(one.rule, one.groups, context)
        if value is not None:
            row = _row(article, one, value)
            yield row
            context = _after(context, one, row)


def _after(context: Context, one: Found, row: TimeExpression) -> Context:
    """The context of what comes behind an expression: it is the day, period or quarter last named."""
    if row.day and one.rule != "deictic":
        context = replace(context, spoken=date.fromisoformat(row.day))
    if row.type == "DATE" and len(row.value) > 3 and (days := calendar.bounds(row.value)):
        context = replace(context, told=days[0])
    if one.rule == "quarter" and QUARTER.fullmatch(row.value):
        context = replace(context, quarter=row.value)
    return context


def _ahead(one: Found, *, headline: bool = False) -> bool:
    """A clock time may hang on the verb where its weekday does not: `until 9 a.m. Tuesday`."""
    if looks_ahead(one.last, headline=headline):
        return True
    return one.rule == "clock" and looks_ahead(_top(one), headline=headline)


def _top(one: Found) -> Token:
    """The token that a time expression hangs on the sentence by."""
    top = one.last
    while one.first.start <= top.head.start < one.last.end and top.head is not top:
        top = top.head
    return top


def _is_read(article: Article, sentence: Sentence, one: Found) -> bool:
    """Body, headline and dateline are; of the rest of the furniture only full dates that stand by themselves."""
    start = sentence.tokens[0].start
    if sentence.paragraph >= 0 or (one.rule in ("day", "numeric") and len(sentence.tokens) < STAMP):
        return True
    return any(block and block.start <= start < block.end for block in (article.headline, article.dateline))


def _latest_full_day(found: list[tuple[Found, Sentence]]) -> tuple[date | None, str | None]:
    """The latest day that the text tells with its year, if it tells no later year: an article on something of long ago
    says when it was, and is none the older for it. What is to come does not count."""
    told = [one for one, _ in found if "y" in one.groups and not _ahead(one)]
    spans = [
        days
        for one in told
        if (value := value_of(one.rule, one.groups, Context()))
        if (days := calendar.bounds(value.value))
    ]
    days = [first for first, last in spans if first == last]
    if not days or max(days).year < max(last.year for _, last in spans):
        return None, None
    return max(days), max(days).isoformat()


def open_days(dates: tuple[TimeExpression, ...]) -> tuple[Problem, ...]:
    """What to say of time expressions that stay open because it is not known which day today is in the article."""
    known = sum(row.anchor is not None for row in dates)
    left = [row for row in dates if row.type in ("DATE", "TIME") and row.value.startswith("XXXX")]
    if known or not left:
        return ()
    n = len(left)
    words = f"{left[0].text!r} stays" if n == 1 else f"{n:,} expressions such as {left[0].text!r} stay"
    words = f"the publication day is not known: {words} without a date"
    return (Problem(stage="dates", message=words, start=left[0].start, end=left[0].end),)


def _row(article: Article, one: Found, value: Value) -> TimeExpression:
    start, end = one.span
    day = calendar.DAY.match(value.value)
    return TimeExpression(
        start=start,
        end=end,
        text=article.text[start:end],
        type=value.type,
        value=value.value,
        day=day[0] if day and value.type in ("DATE", "TIME") else None,
        anchor=value.anchor,
    )
