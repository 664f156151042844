"""The shapes of time expressions: a regular expression for each, put together from named parts, with an example."""

import re
from functools import cache

from analysis.readers.dates.words import any_of

SORTS = ("month", "weekday", "unit", "part", "season", "ordinal", "which", "way", "holiday", "reference", "set")
SMALL = ("mod", "edge", "about", "count", "number")
PARTS = {  # name: regular expression, of the words of a sort and of the parts above it; a group `x2` is told as `x`
    "figures": r"\d+(?:\.\d+)?|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:{number})",
    "year": r"(?:1[5-9]|20)\d\d",
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?",
    "and": r"(?:,? (?:and|or|to|through|until|till) | ?[-–—] ?)",
    "y": r"(?P<y>{year})",
    "short_y": r"(?:(?P<y>{year})|(?P<y3>['’]\d\d))(?!\d)",
    "old_y": r"(?P<y3>1[0-4]\d\d)(?=[),.;]| [-–])",
    "d": r"(?P<d>{day})",
    "n": r"(?P<n>{figures}|{number})",
    "u": r"(?P<unit>{unit})",
    "mon": r"(?P<mon>{month})",
    "dow": r"(?P<dow>{weekday})",
    "this": r"(?P<which>{which})",
    "rel": r"(?P<rel>this|last|next) year",
    "q": r"(?P<q>{ordinal}|last(?= half))[ -](?P<half>quarter|half)",
    "nth_day": r"(?P<d>{day}|(?:{ordinal}|last)(?: day)?)",
    "nearly": r"(?:{about} )?",
    "amount": r"{n}(?: or (?:so|more|\w+))?[ -]{u}s?(?: or (?:so|more))?",
    "early": r"(?:the )?(?:{mod}[ -](?:(?:in|on) )?|{edge} of )",
    "lead": r"(?:{early}(?:the )?)?",
    "to_week": r"(?={and}{weekday} (?P<week2>last|next) week\b)",
    "of_week": r"(?: (?:of )?(?P<week>last|next|this) week\b| (?P<a_week>week)(?![\w-])|{to_week})?",
    "in_year": r"(?:,? (?:of )?{short_y}| (?:of )?{rel}|(?=(?:(?:{and}|, ){month})+,? (?P<y2>{year})))?",
    "of_later": r"(?={and}(?:{day} )?(?P<until>{month})(?: {day})?,? (?P<y2>{year}))",
    "of_year": r"(?:,? (?:{y}(?!\d)|{old_y})| {rel}|{of_later})?",
    "d_mon": r"(?:{dow},? )?(?:the )?{d}(?: of)? {mon}{of_year}",
    "mon_d": r"(?:{dow},? )?(?:(?P<which>last|next|this) )?{mon} {d}{of_year}",
    "zone": r"(?-i:UTC|GMT|[A-Z]{{1,3}}[SD]?T)\b|local time",
    "half": r"(?P<half>[ap]\s?m\b|[ap]\.\s?m\b\.?)",
    "twelve": r"(?:[:.](?P<minute>[0-5]\d))?\s?{half}(?: (?:(?-i:[A-Z]{{2,4}}\b)|local time))?",
    "hours": r"(?P<hour>1\d|2[0-3]|0?\d)(?:{twelve}|[:.](?P<minute2>[0-5]\d)(?: ?(?P<zone>{zone})|(?![\d:]|\.\d)))",
    "clock": r"(?:(?:around|about) )?(?:(?P<name>noon|midday|midnight)|{hours})",
    "at": r"{clock}(?:,? (?:on )?",
}
SHAPES = (  # rule, shape, example
    ("numeric", r"{y}-(?P<m>0[1-9]|1[0-2])-(?P<d>[0-3]\d)(?!\d)", "2020-01-15"),
    ("numeric", r"(?P<m>1[0-2]|0?[1-9])/(?P<d>3[01]|[12]\d|0?[1-9])/(?P<y>\d{{4}}|\d\d)(?!\d)", "1/15/2020"),
    ("day", r"{d_mon}(?![\d:])", "Wednesday, 15 January 2020"),
    ("day", r"{mon_d}(?= (?P<attack>(?:terror(?:ist)? )?(?:attack|hijack|victim|survivor)))", "Sept. 11 attacks"),
    ("day", r"{mon_d}(?!\d|[:,.]\d)", "Wednesday, January 15, 2020"),
    ("day", r"{d}(?={and}{day} {mon}(?:,? {y})?)", "15 and 16 January"),
    ("days", r"{mon} {d}(?:{and}|, ?)(?P<then>{day})(?:,? {y})?(?!\w|[:%]|[.,]\d)", "January 15-16, 2020"),
    ("day_of", r"(?:the )?{nth_day} of (?:{this}|the) month", "the 1st of last month"),
    ("day_of", r"(?:the )?{nth_day} of {mon}{in_year}", "the last day of June"),
    ("day_of", r"(?:the )(?P<d>(?:3[01]|[12]?\d)(?:st|nd|rd|th))(?![\w-])", "the 3rd"),
    (
        "weekday_of",
        r"(?:the )?(?P<nth>first|second|third|fourth|last) {dow} (?:of|in) (?:{mon}{in_year}|(?:{this}|the) month)",
        "the first Monday of June",
    ),
    ("month", r"{lead}(?:{this} )?{mon}{in_year}", "early January '20"),
    ("clock", r"{clock}", "8:15 p.m."),
    ("clock", r"{at}{dow}{of_week})(?!\w)", "around noon on Wednesday"),
    ("clock", r"{at}(?P<word>today|yesterday|tomorrow))(?!\w)", "8 p.m. today"),
    ("clock", r"{at}{d_mon})(?!\w)", "8pm on Wednesday, 15 January"),
    ("clock", r"{at}{mon_d})(?!\w)", "8pm on Wednesday, January 15"),
    ("sets", r"(?:every|each)(?: other)? (?P<u>{unit}|{weekday}|{month}|{part}|{season})", "every other week"),
    ("sets", r"(?:once|twice|(?:{figures}|{number}) times) (?:a|an|per|every|each) (?P<u>{unit})", "twice a month"),
    ("sets", r"(?:every|each) (?P<n>{figures}|{number}) {u}s", "every 15 minutes"),
    ("sets", r"(?P<w>{set})", "daily"),
    ("sets", r"(?P<u>(?:mon|tues|wednes|thurs|fri|satur|sun)day)s", "Sundays"),
    ("weekday", r"(?P<a_week>a week) (?:on|from) {dow}(?!\w)", "a week on Monday"),
    ("weekday", r"{lead}(?:{this} )?{dow}(?: (?P<part>{part}))?{of_week}", "late on Wednesday"),
    ("weekday", r"{dow} (?P<which>last|next)(?=[.,;)]|$)", "Wednesday next"),
    ("deictic", r"{lead}(?P<word>today|yesterday|tomorrow)(?: (?P<part>{part}))?", "late yesterday"),
    ("deictic", r"(?P<word>tonight|overnight|last night|(?:earlier |late |early )?this {part})", "this morning"),
    ("shift", r"{nearly}{amount} (?P<way>{way})", "about two weeks ago"),
    ("shift", r"(?P<some>{u}s) (?P<way>ago|later|earlier)", "years ago"),
    (
        "shift",
        r"(?:the )?(?:comparable |same )?(?P<n>a )?{u}-(?P<way>ago|earlier)(?: (?:{ordinal}[ -])?(?:quarter|period))?",
        "the year-ago quarter",
    ),
    ("ahead", r"(?:in|within) (?:about |just |as little as )?{amount}(?! of)", "within two weeks"),
    ("quarter", r"(?:the )?(?:fiscal )?{q}(?: of (?:fiscal )?(?:{y}|{rel}))?", "the third quarter of 2019"),
    ("quarter", r"(?:the )?(?:{y}|{rel}['’]s) {q}", "this year's third quarter"),
    ("quarter", r"q(?P<q>[1-4])(?: {y})?", "Q3 2019"),
    ("decade", r"(?:the )?(?:{mod}[ -])?(?:the )?(?P<c>1[5-9]|20)?['’]?(?P<dec>\d)0['’]?s(?!\w)", "the late 1990s"),
    ("century", r"(?:the )?(?P<nth>\d\d?)(?:st|nd|rd|th)[ -]century", "the 19th century"),
    ("season", r"{lead}(?:{this}|the) (?P<season>{season})(?:(?: of)? {short_y})?", "last summer"),
    ("season", r"(?P<season>{season})(?: of)? {short_y}", "summer of 2014"),
    ("season", r"(?P<season>{season})(?![\w-])", "spring"),
    ("weekend", r"(?:over )?(?:{this}|the) weekend", "over the weekend"),
    ("holiday", r"(?:{this} )?(?P<name>{holiday})(?:,? {y})?", "Christmas Eve"),
    ("unit", r"(?:sometime )?{lead}{this} (?:fiscal )?{u}(?!\w)", "later this week"),
    ("unit", r"{early}the (?P<unit>year|month|week|quarter|(?<=in the )day)(?!\w)", "the end of the year"),
    ("unit", r"(?P<the>the) (?:latest )?(?P<unit>quarter)(?![\w-]| of| back)", "the latest quarter"),
    ("unit", r"(?:around |by )?(?:the )?(?P<unit>year)[ -]end", "by year-end"),
    ("part_of", r"(?:{mod}[ -])?in the (?P<part>{part})|mid[ -](?P<part2>{part})", "early in the morning"),
    ("reference", r"(?P<word>{reference})", "in recent years"),
    (
        "duration",
        r"(?:(?:the )?(?:(?P<since>last|past)|next|coming|previous|first|final) )?"
        r"\[?{n}\]?(?: {count})?[ -]{u}s?(?!-old| old|s? of age|[ -]century)",
        "the last three days",
    ),
    ("duration", r"(?P<n>decades|years|months|weeks|days|hours|centuries|minutes)(?! old|-old)", "weeks"),
    (
        "year",
        r"{lead}(?:fiscal (?:year )?(?:ended |ending )?)?{y}"
        r"(?!\d|[,.]\d|-(?!{year})\w|%| ?(?:percent|dollars|people|points|miles|votes|seats))",
        "early 2019",
    ),
)


@cache
def shapes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Rule and regular expression of all shapes, the more telling first."""
    parts = {sort: f"(?:{any_of(sort)})" for sort in (*SORTS, *SMALL)}
    for name, part in PARTS.items():
        parts[name] = part.format_map(parts)
    return tuple((rule, re.compile(shape.format_map(parts), re.IGNORECASE)) for rule, shape, _ in SHAPES)


@cache
def any_shape() -> re.Pattern[str]:
    """All shapes as one, without their groups: where it does not match, none does."""
    nameless = (re.sub(r"\(\?P<\w+>", "(?:", regex.pattern) for _, regex in shapes())
    return re.compile("|".join(f"(?:{one})" for one in nameless), re.IGNORECASE)


@cache
def stems() -> frozenset[str]:
    """All words that shapes are made of, without the s of a plural."""
    return frozenset(word.removesuffix("s") for word in re.findall("[a-z]+", any_shape().pattern))


@cache
def is_whole(word: str) -> bool:
    """Whether a word is the shape of a time by itself: `today`."""
    return any_shape().fullmatch(word) is not None
