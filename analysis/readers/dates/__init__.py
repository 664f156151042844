"""Time expressions as TIMEX3, resolved against the publication day."""

import re
from datetime import date

from analysis.grammar.tokens import Parse, Sentence, Token
from analysis.readers.dates import calendar
from analysis.readers.dates.context import governors, looks_ahead, looks_back, reference_day
from analysis.readers.dates.find import Found, find_in
from analysis.readers.dates.values import Context, Value, value_of
from analysis.records import Article, Problem, TimeExpression

__all__ = ["find_dates", "open_days"]

DAY = re.compile(r"\d{4}-\d\d-\d\d")
JOINING = frozenset({"", "to", "and", "or", "until", "till", "through", "-", "–", "—"})
STAMP = 10  # tokens of a line that holds little but a date
NEAR = 10  # characters between the days of a range
QUARTER = re.compile(r"\d{4}-Q\d")


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
    rows: list[TimeExpression] = []
    spoken: date | None = None
    quarter: str | None = None
    told: date | None = None
    for (one, sentence), year in zip(found, _years(article.text, [one for one, _ in found]), strict=True):
        if one.month and rows and 0 <= one.span[0] - rows[-1].end < NEAR:
            year = year or rows[-1].value[:4].strip("X") or None
        ahead, back = _ahead(one, headline=sentence.paragraph < 0), looks_back(_top(one))
        verbs = governors(one.first, one.last)
        context = Context(today, source, spoken, ahead, quarter, verbs, told, back)
        value = value_of(one.rule, one.match, context, year=year, month=one.month)
        if value is None:
            continue
        row = _row(article, one, value)
        rows.append(row)
        if row.day and one.rule != "deictic":
            spoken = date.fromisoformat(row.day)
        if row.type == "DATE" and (days := calendar.bounds(row.value)) and len(row.value) > 3:
            told = days[0]
        if one.rule == "quarter" and QUARTER.fullmatch(row.value):
            quarter = row.value
    return tuple(rows)


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
    if sentence.paragraph >= 0 or (one.rule == "full" and len(sentence.tokens) < STAMP):
        return True
    return any(block and block.start <= start < block.end for block in (article.headline, article.dateline))


def _years(text: str, found: list[Found]) -> list[str | None]:
    """For a day without a year the year of the day that it is joined to: `from June 3 to June 5, 2019`."""
    years: list[str | None] = [None] * len(found)
    for n in range(len(found) - 2, -1, -1):
        one, other = found[n], found[n + 1]
        if one.rule == other.rule and one.rule in ("full", "month") and not one.match.groupdict().get("y"):
            between = text[one.span[1] : other.span[0]].strip(" ,").lower()
            years[n] = (other.match.groupdict().get("y") or years[n + 1]) if between in JOINING else None
    return years


def _latest_full_day(found: list[tuple[Found, Sentence]]) -> tuple[date | None, str | None]:
    """The latest day that the text tells with its year, if it tells no later year: an article on something of long ago
    says when it was, and is none the older for it. What is to come does not count."""
    days: list[date] = []
    years: list[int] = []
    for one, _ in found:
        if one.match.groupdict().get("y") and not _ahead(one):
            value = value_of(one.rule, one.match, Context(None, None, None, False), month=one.month)
            years += [int(value.value[:4])] if value and value.value[:4].isdigit() else []
            days += [date.fromisoformat(value.value)] if value and DAY.fullmatch(value.value) else []
    if not days or max(days).year < max(years):
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
    day = DAY.match(value.value)
    return TimeExpression(
        start=start,
        end=end,
        text=article.text[start:end],
        type=value.type,
        value=value.value,
        day=day[0] if day and value.type in ("DATE", "TIME") else None,
        anchor=value.anchor,
        rule=one.rule,
    )
