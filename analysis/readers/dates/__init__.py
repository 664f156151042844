"""Time expressions as TIMEX3, resolved against the publication day."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, takewhile

from analysis.grammar.tokens import Parse, Sentence, Token
from analysis.readers.dates import calendar, days, periods
from analysis.readers.dates.calendar import bounds
from analysis.readers.dates.context import Told, Value, is_present, is_told, looks_ahead, looks_back, reference_day
from analysis.readers.dates.find import Found, find_in
from analysis.readers.dates.words import month_of, words_of
from analysis.records import Article, Name, Problem, TimeExpression

__all__ = ["bounds", "find_dates", "looks_ahead", "open_days", "reference_day", "words_of"]

BETWEEN = frozenset({"to", "and", "until", "till", "or", "-", "–"})  # two clock times of one day
DAYS = frozenset({"dow", "week", "a_week", "word", "d", "mon", "y", "rel"})  # what names the day of a clock time
YEARS = frozenset({"y", "rel", "which", "dow", "attack", "until"})  # what tells the year of a day
QUARTER = re.compile(r"\d{4}-Q\d")
RULES = vars(days) | vars(periods)  # each shape's value by the function of its rule's name
LAST_DAYS = timedelta(7)
NEAR = 5  # paragraphs within which `the following day` is told from a day named before
STAMP = 10  # tokens that a line has at most that holds little but a date


def find_dates(article: Article, parse: Parse, names: tuple[Name, ...] = ()) -> tuple[TimeExpression, ...]:
    """Time expressions of headline and body in text order: DATE, TIME, DURATION and SET; none in a person's name.

    Values are resolved against the publication day, else the dateline's, else that of a line with a
    full date; where none is known, what is not known is X. Ages, prices and counts are left alone.
    """
    bearers = [name for name in names if name.kind == "person" or _is_paper(name)]
    found = [
        (one, sentence)
        for sentence in parse.sentences
        for one in find_in(article.text, sentence)
        if _is_read(article, sentence, one)
        and not article.text.endswith('="', 0, one.span[0])  # of a page's marks
        and not any(name.start <= one.span[0] and one.span[1] <= name.end for name in bearers)
    ]
    today, source = reference_day(article)
    if today is None:
        today, source = _stamp(found)
    return tuple(_rows(article, _with_shared_days(article, found), Told(today, source)))


def _with_shared_days(article: Article, found: list[tuple[Found, Sentence]]) -> list[tuple[Found, Sentence]]:
    """`from 7am to 10pm on Friday`: the day of the second clock time is that of the first as well; `from 30 May to 1
    June`: so is the year of the first day that of the second."""
    shared = [*found]
    for n, ((one, sentence), (then, after)) in enumerate(pairwise(found)):
        linked = article.text[one.span[1] : then.span[0]].strip() in BETWEEN
        if linked and one.rule == then.rule == "clock" and not DAYS & one.groups.keys():
            named = {key: told for key, told in then.groups.items() if key in DAYS}
            shared[n] = one._replace(groups=one.groups | named), sentence
        bare = one.rule == then.rule == "day" and not YEARS & (one.groups.keys() | then.groups.keys())
        if linked and bare and month_of(then.groups["mon"]) >= month_of(one.groups["mon"]):
            shared[n + 1] = then._replace(groups=then.groups | {"after": "y"}), after
    return shared


def _is_paper(name: Name) -> bool:
    """`the Sunday Courier`."""
    return name.kind == "organization" and name.text.split()[0].lower() in words_of("weekday")


def _rows(article: Article, found: list[tuple[Found, Sentence]], context: Told) -> Iterator[TimeExpression]:
    """The rows of what was found, each resolved against what was told before it."""
    paragraph = -1
    for one, sentence in found:
        if sentence.paragraph != paragraph:
            context = replace(context, day=_day_of_hours(one, sentence, context))
        if sentence.paragraph > paragraph + NEAR:
            context = replace(context, spoken=None, told=None)
        paragraph = sentence.paragraph
        comes = any(word.lemma == "come" for token in (one.first, one.last) for word in token.ancestors())
        ahead = _ahead(one, headline=sentence.paragraph < 0)
        present = not ahead and sentence.paragraph >= 0 and is_present(one.last)
        back, past = looks_back(_top(one)), is_told(one.last)
        context = replace(context, ahead=ahead, back=back, past=past, present=present, comes=comes)
        value = _value(one, context)
        if value is not None:
            row = _row(article, one, value)
            yield row
            context = _after(context, one, row)


def _value(one: Found, context: Told) -> Value | None:
    """What an expression stands for; None where its words turn out to be no time, or a day that no calendar has."""
    try:
        return RULES[one.rule](replace(context, groups={key: told.lower() for key, told in one.groups.items()}))
    except (ValueError, OverflowError):
        return None


def _day_of_hours(one: Found, sentence: Sentence, context: Told) -> Value | None:
    """The day of the clock times of a new paragraph: None (today) where it opens with one, as entries of live blogs do;
    else the day last named, which is known only if it is one of the last days."""
    if context.day is None or (one.rule == "clock" and one.first is sentence.tokens[0]):
        return None
    named = calendar.bounds(context.day.value)
    if named and context.today and not timedelta(0) <= context.today - named[0] < LAST_DAYS:
        return Value("DATE", calendar.OPEN["D"])
    return context.day


def _after(context: Told, one: Found, row: TimeExpression) -> Told:
    """The context of what comes behind an expression: it is the day, period or quarter last named."""
    if row.day and one.rule != "deictic":
        day = Value("DATE", row.day, row.day)
        context = replace(context, spoken=date.fromisoformat(row.day), day=day)
    if row.type == "DATE" and len(row.value) > 3 and (named := calendar.bounds(row.value)):
        context = replace(context, told=named[0])
    if one.rule == "quarter" and QUARTER.fullmatch(row.value):
        context = replace(context, quarter=row.value)
    return context


def _ahead(one: Found, *, headline: bool = False) -> bool:
    """Whether the clause looks ahead; a clock time may hang on it where its day does not (`until 9 a.m. Friday`)."""
    tokens = [one.last, _top(one)] if one.rule == "clock" else [one.last]
    return any(looks_ahead(token, headline=headline) for token in tokens)


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


def _stamp(found: list[tuple[Found, Sentence]]) -> tuple[date | None, str | None]:
    """The day of the article where it opens with a full date or has one on a line of its own; of those the latest. A
    full date in the middle of the text tells when something was, not which day today is."""
    full = [
        value.value
        for one, sentence in takewhile(lambda pair: pair[1].paragraph < 1, found)
        if "y" in one.groups and one.first is sentence.tokens[0]
        if sentence.paragraph == 0 or len(sentence.tokens) < STAMP
        if (value := _value(one, Told())) and calendar.DAY.fullmatch(value.value)
    ]
    return (date.fromisoformat(max(full)), max(full)) if full else (None, None)


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
        day=day[0] if day else None,
        anchor=value.anchor,
        rule=one.rule,
    )
