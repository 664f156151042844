"""The shapes of time expressions: one regular expression for each, tried in order at every trigger word."""

import re
from functools import cache
from typing import NamedTuple

from analysis.readers.dates.words import any_of

YEAR = r"(?:1[5-9]|20)\d\d"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"


TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
UNITS = "one|two|three|four|five|six|seven|eight|nine"
TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"


class Pattern(NamedTuple):
    """A shape: its name is that of the rule that gives it a value."""

    rule: str
    regex: re.Pattern[str]


class _Words(NamedTuple):
    """Alternatives that shapes are put together from."""

    month: str
    weekday: str
    unit: str
    number: str
    part: str
    season: str
    ordinal: str
    clock: str
    on: str
    amount: str
    lead: str
    this: str
    about: str
    way: str


def _words() -> _Words:
    """The alternatives, from the calendar words."""
    month, weekday, unit = any_of("month"), any_of("weekday"), any_of("unit")
    small = rf"(?:{TENS})-(?:{UNITS})"
    number = rf"(?:\d+(?:\.\d+)?|{small}|{any_of('number')})"
    part, season, ordinal = any_of("part"), any_of("season"), any_of("ordinal")
    clock = (
        r"(?P<hour>1[0-9]|2[0-3]|0?\d)(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?\s?m\b\.?)"
        r"(?: (?P<zone>(?-i:[A-Z]{2,4}\b)|local time))?"
    )
    on = (
        rf"(?:,? (?:on )?(?P<on>{weekday}|today|yesterday|tomorrow|(?P<mon>{month}) (?P<d>{DAY})(?:,? (?P<y>{YEAR}))?)"
        r"(?!\w))?"
    )
    amount = rf"(?P<n>{number})(?: or (?:so|more|\w+))?[ -](?P<unit>{unit})s?(?: or (?:so|more))?"
    lead = rf"(?:(?:the )?(?P<mod>{any_of('mod')})(?: of|(?= |-))[ -]?(?:in |on )?(?:the )?)?"
    this, about, way = rf"(?P<which>{any_of('which')})", rf"(?:{any_of('about')} )?", rf"(?P<way>{any_of('way')})"
    return _Words(month, weekday, unit, number, part, season, ordinal, clock, on, amount, lead, this, about, way)


def _dates(w: _Words) -> list[tuple[str, str]]:
    """Days and months by the calendar."""
    return [
        (
            "hour",
            r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d) ?(?P<zone>(?-i:UTC|GMT|[A-Z]{1,3}[SD]?T)\b|local time)",
        ),
        ("iso", rf"(?P<y>{YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>[0-3]\d)(?!\d)"),
        ("numeric", r"(?P<m>1[0-2]|0?[1-9])/(?P<d>3[01]|[12]\d|0?[1-9])/(?P<y>\d{4}|\d\d)(?!\d)"),
        (
            "full",
            rf"(?:(?P<dow>{w.weekday}),? )?(?:the )?(?P<d>{DAY})(?: of)? (?P<mon>{w.month})(?:,? "
            rf"(?P<y>{YEAR}))?(?![\d:])",
        ),
        (
            "full",
            rf"(?:(?P<dow>{w.weekday}),? )?(?:(?P<which>last|next|this) )?"
            rf"(?P<mon>{w.month}) (?P<d>{DAY})(?:,? (?P<y>{YEAR}))?(?!\d|[:,.]\d)",
        ),
        ("month", rf"{w.lead}(?P<mon>{w.month})(?:,? (?:of )?(?P<y>{YEAR})| (?P<rel>this|last|next) year)"),
        ("month", rf"{w.lead}{w.this} (?P<mon>{w.month})"),
    ]


def _hours_and_sets(w: _Words) -> list[tuple[str, str]]:
    """Clock times, and what happens again and again."""
    return [
        ("clock", rf"(?:(?:around|about) )?{w.clock}{w.on}"),
        ("clock", rf"(?P<name>noon|midday|midnight){w.on}"),
        ("sets", rf"(?:every|each)(?: other)? (?P<u>{w.unit}|{w.weekday}|{w.month}|{w.part}|{w.season}|weekend)"),
        ("sets", rf"(?:once|twice|{w.number} times) (?:a|an|per|every|each) (?P<u>{w.unit})"),
        ("sets", rf"(?P<w>{any_of('set')})"),
        ("sets", rf"(?P<u>{w.weekday})s"),
    ]


def _relative(w: _Words) -> list[tuple[str, str]]:
    """Times told from today or from another time."""
    return [
        (
            "weekday",
            rf"{w.lead}(?:{w.this} )?(?P<dow>{w.weekday})(?: (?P<part>{w.part}))?(?P<of> (?:last|next|this) week)?",
        ),
        ("deictic", rf"(?:(?:late|early|earlier|later) )?(?P<word>today|yesterday|tomorrow)(?: (?P<part>{w.part}))?"),
        ("deictic", rf"(?P<word>tonight|overnight|last night|(?:earlier |late |early )?this (?:{w.part}))"),
        (
            "shift",
            rf"{w.about}{w.amount} {w.way}",
        ),
        (
            "shift",
            rf"(?:the )?(?:comparable )?(?P<n>a )?(?P<unit>{w.unit})-(?P<way>ago|earlier)"
            rf"(?: (?:{w.ordinal}[ -])?(?:quarter|period))?",
        ),
        ("shift", r"(?:the )?(?:comparable |same )?(?P<unit>year)-(?P<way>ago|earlier)"),
        ("ahead", rf"(?:in|within) (?:about |just |as little as )?{w.amount}(?! of)"),
    ]


def _periods(w: _Words) -> list[tuple[str, str]]:
    """Quarters, decades, seasons, holidays."""
    return [
        (
            "quarter",
            rf"(?:the )?(?:fiscal )?(?P<q>{w.ordinal}|last(?= half))[ -](?P<half>quarter|half)"
            rf"(?: of (?:fiscal )?(?:(?P<y>{YEAR})|"
            r"(?P<rel>this|last|next) year))?",
        ),
        ("quarter", rf"(?P<rel>this|last|next) year['’]s (?P<q>{w.ordinal})[ -](?P<half>quarter|half)"),
        ("quarter", rf"(?:the )?(?P<y>{YEAR}) (?P<q>{w.ordinal})[ -](?P<half>quarter|half)"),
        ("quarter", rf"q(?P<q>[1-4])(?: (?P<y>{YEAR}))?"),
        ("fiscal", rf"(?:the )?fiscal (?:year )?(?:ended |ending )?(?P<y>{YEAR})"),
        ("decade", r"(?:the )?(?:(?:early|late|mid)[ -])?(?:the )?(?P<c>1[5-9]|20)?['’]?(?P<dec>\d)0['’]?s(?!\w)"),
        ("century", r"(?:the )?(?P<nth>\d{1,2})(?:st|nd|rd|th)[ -]century"),
        ("season", rf"{w.lead}(?:(?:{w.this}|the) )(?P<season>{w.season})(?:(?: of)? (?P<y>{YEAR}))?"),
        ("season", rf"(?P<season>{w.season})(?: of)? (?P<y>{YEAR})"),
        ("weekend", rf"(?:(?:{w.this}|the|over the) )weekend"),
        ("holiday", rf"(?:{w.this} )?(?P<name>{any_of('holiday')})(?:,? (?P<y>{YEAR}))?"),
    ]


def _spans(w: _Words) -> list[tuple[str, str]]:
    """Units, spans, vague references, and bare years and months."""
    return [
        (
            "past_span",
            rf"(?:the )?(?:(?P<since>last|past)|next|coming|previous|first|final) (?P<n>{w.number}) "
            rf"(?P<unit>{w.unit})s?",
        ),
        ("unit", rf"{w.lead}(?:sometime )?(?:later |earlier )?{w.this} (?:fiscal )?(?P<unit>{w.unit})(?!s|\w)"),
        (
            "unit",
            r"(?P<mod>the (?:end|beginning|start|middle|rest) of) the (?P<unit>year|month|week|quarter)",
        ),
        ("unit", r"(?P<the>the) (?:latest )?(?P<unit>quarter|weekend)(?!s|\w|-| of| back)"),
        ("unit", r"(?:later|earlier|late|early) in the (?P<unit>year|month|week|day)"),
        ("part_of", rf"(?:(?:early|late|mid|later|earlier)[ -])?in the (?P<part>{w.part})|mid[ -](?P<late>{w.part})"),
        ("unit", r"(?:around |by )?(?:the )?(?P<unit>year)[ -]end"),
        ("reference", rf"(?P<word>{any_of('reference')})"),
        (
            "duration",
            rf"(?P<n>{w.number})(?: more| full| consecutive| straight)?[ -](?P<unit>{w.unit})s?(?!-old| old|s? of age)",
        ),
        ("duration", r"(?P<n>decades|years|months|weeks|days|hours|centuries|minutes)(?! old|-old)"),
        ("year", rf"{w.lead}(?P<y>{YEAR})(?!\d|[,.]\d|-\w|%| ?(?:percent|dollars|people|points|miles|votes|seats))"),
        (
            "spelt",
            rf"(?:the year )?(?P<hundreds>{any_of('hundreds')}) "
            rf"(?P<rest>{TEENS}|(?:{TENS})(?:[ -](?:{UNITS}))?)(?! years?)(?![\w-])",
        ),
        ("month", rf"{w.lead}(?P<mon>{w.month})"),
    ]


@cache
def patterns() -> tuple[Pattern, ...]:
    """All shapes, the more telling first."""
    w = _words()
    shapes = [*_dates(w), *_hours_and_sets(w), *_relative(w), *_periods(w), *_spans(w)]
    return tuple(Pattern(rule, re.compile(shape, re.IGNORECASE)) for rule, shape in shapes)
