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
JOINING = frozenset({"", "to", "and", "or", "until", "till", "through", "-", "–", "—"})
STAMP = 10  # tokens of a line that holds little but a date
QUARTER = re.compile(r"\d{4}-Q\d")


def find_dates(article: Article, parse: Parse) -> tuple[TimeExpression, ...]:
    """Time expressions of headline and body in text order: DATE, TIME, DURATION and SET.

    Values are resolved against the publication day, else the dateline's, else the first full date of the text; where
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
        today, source = _first_full_day(found)
    rows: list[TimeExpression] = []
    spoken: date | None = None
    quarter: str | None = None
    for one, year in zip((one for one, _ in found), _years(article.text, [one for one, _ in found]), strict=True):
        context = Context(today, source, spoken, _ahead(one), quarter, governors(one.first, one.last))
        value = value_of(one.rule, one.match, context, year=year)
        if value is None:
            continue
        row = _row(article, one, value)
        rows.append(row)
        if row.day and one.rule != "deictic":
            spoken = date.fromisoformat(row.day)
        if one.rule == "quarter" and QUARTER.fullmatch(row.value):
            quarter = row.value
    return tuple(rows)


def _ahead(one: Found) -> bool:
    """A clock time may hang on the verb where its weekday does not: `until 9 a.m. Tuesday`."""
    return looks_ahead(one.last) or (one.rule == "clock" and looks_ahead(one.first))


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
            between = text[one.match.end() : other.match.start()].strip(" ,").lower()
            years[n] = (other.match.groupdict().get("y") or years[n + 1]) if between in JOINING else None
    return years


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
