"""Whether words that have other senses too are meant as time: `may`, `second`, `1984 people`, `Sunday Times`."""

from itertools import takewhile

from analysis.grammar.tokens import PROPER, VERBAL, Token
from analysis.readers.dates.words import words_of

VAGUE = frozenset({"few", "several", "couple"})
AT = frozenset({"at", "around", "about", "by", "until", "from", "since", "before", "after"})  # a time
ON = frozenset({"on", "by", "until", "from", "since", "before", "after"})  # a day
QUOTES = frozenset({'"', "“", "``", "‘", "''"})
LONG = frozenset({"few", "long", "many", "several", "recent", "past", "last"})  # hours
COUNTED_FROM = frozenset({"ago", "after", "before", "earlier", "later"})  # `one day later`; `will one day be`: someday
STARTS = frozenset({",", "(", "-", "–", ""})  # what a bare year may stand behind, beside prepositions


def is_meant(rule: str, text: str, groups: dict[str, str], first: Token, last: Token, tokens: list[Token]) -> bool:
    """Whether the words of a shape are meant as time, by the tokens in and beside them."""
    at, end = first.i - tokens[0].i, last.i - tokens[0].i + 1
    before = tokens[at - 1].lower if at else ""
    after = tokens[end] if end < len(tokens) else None
    if rule in ("deictic", "sets") and not text.islower() and before and last.tag in PROPER:
        return "u" in groups  # an outlet's name: USA Today, the Daily Beacon
    if rule == "sets" and last.head.tag in PROPER and last.i < last.head.i:
        return False  # the daily Nordlys
    if _is_parted(text, last, tokens[at:end], after):
        return False
    if rule in ("month", "day"):
        return _is_month(rule, groups, first, last, before)
    if rule == "weekday":
        named = _closes_name(tokens[:at], tokens[end : end + 2]) or _is_programme(groups, after, tokens)
        return _is_weekday(groups, first, last) and not named
    if rule == "year":
        number = before == "-" and tokens[at - 2].text.isdigit() and len(tokens[at - 2].text) != len("2019")
        return not number and _is_year(first, last, before, after)
    if rule == "reference":
        return _is_reference(text.lower(), before, last, after)
    if rule == "duration":
        return _is_length(text.lower(), first, last, after) and not _is_other(first, last, tokens[:at])
    if rule in ("clock", "day_of", "unit"):
        alone = first is tokens[0] and all(token.pos == "SPACE" for token in tokens[end:])
        return _is_bare(rule, text, groups, last, before) or (alone and rule == "clock")
    return _is_season(rule, text, groups, first, last)


def _is_parted(text: str, last: Token, inside: list[Token], after: Token | None) -> bool:
    """`stated that Thursday's debate failed`, not `lost to Holm that May, …`; `the end of last year's sale`."""
    that = [word for word in inside if word.lower == "that"]  # `That autumn closures would follow`
    clause = any(word.tag == "IN" or word.dep == "mark" or word.head.tag in ("NNS", "NNPS") for word in that)
    if clause and (last.dep != "npadvmod" or after is None or after.pos != "PUNCT"):
        return True
    return after is not None and after.tag == "POS" and " of " in text


def _is_bare(rule: str, text: str, groups: dict[str, str], last: Token, before: str) -> bool:
    """`at 14:32`, no score; `on the 3rd`, not `the 3rd man`; `this week`, not “This Week”, ABC's This Week."""
    if "minute" in groups and not groups.keys() & {"half", "zone"}:
        return before in AT and ":" in text
    if rule == "day_of" and "mon" in groups:
        return groups["mon"][0].isupper()
    if rule == "day_of" and "month" not in text.lower():
        return last.dep == "pobj" and before in ON and last.head.head.pos in (*VERBAL, "ADJ")
    return rule != "unit" or before not in (*QUOTES, "'s", "’s") or not text.istitle()


def _is_season(rule: str, text: str, groups: dict[str, str], first: Token, last: Token) -> bool:
    """Whether a part of a year, a holiday or a decade is meant: not `the second half` of a game, `The Fall of Rome`."""
    if groups.get("half", "").lower() == "half":
        return bool(groups.keys() & {"y", "rel"}) or last.dep in ("compound", "nmod", "amod")
    if rule == "holiday":
        return not first.ent == last.ent == "PERSON"
    if rule == "decade":
        return "'" in text or "’" in text or len(groups.get("c", "")) == 2
    if rule == "season" and "y" not in groups:
        after = last.child("prep", behind=True)
        of = after is not None and after.lower == "of" and groups["season"].lower() in ("fall", "spring")
        meant = last.tag in ("NN", "NNP") and groups["season"].islower() and not of
        return meant and first is not last
    return True


def _opens_name(token: Token) -> bool:
    """`Sunday Adeyemi`, `the Sunday Courier`: the first word of a name; none in `Thursday Smith left`."""
    name = token.head
    if token.dep != "compound" or name.i != token.i + 1 or name.tag not in PROPER or not name.text.isalpha():
        return False
    return token.ent == name.ent if name.ent == "PERSON" and name.ent_iob == "B" else True


def _closes_name(before: list[Token], after: list[Token]) -> bool:
    """`“Oslo News Sunday”`: the last word of a programme's or paper's name in quotation marks."""
    name = list(takewhile(lambda token: token.text[0].isupper(), reversed(before)))
    marked = len(before) > len(name) > 0 and before[-len(name) - 1].text in QUOTES
    return marked and any(token.tag in ("''", "``", '"') for token in after)


def _is_programme(groups: dict[str, str], after: Token | None, tokens: list[Token]) -> bool:
    """`Sunday Morning Today`: in capitals throughout, where the sentence is not."""
    capitals = groups.get("part", "").istitle() and after is not None and after.tag in PROPER
    return capitals and any(token.tag[:2] in ("NN", "VB") and token.text.islower() for token in tokens)


def _is_month(rule: str, groups: dict[str, str], first: Token, last: Token, before: str) -> bool:
    month = groups["mon"]
    if not month[0].isupper() or last.has("cc", words={"&"}):  # June & Sons
        return False
    if rule == "day" or groups.keys() & {"y", "rel", "which"} or first is not last:
        return True
    if _opens_name(last) and before not in words_of("before_month"):
        return False
    if len(month) == 3 and month.lower() != "may":
        return last.text[-1] == "."
    prepared = before in words_of("before_month") or (before == "the" and first.dep == "compound")
    return month.lower() not in words_of("homonym") or (first.tag != "MD" and prepared)


def _is_weekday(groups: dict[str, str], first: Token, last: Token) -> bool:
    day = groups["dow"]
    if not day[0].isupper() or (first is last and _opens_name(last)):
        return False
    sure = len(day) > 3 or "which" in groups
    return sure or (last.tag in PROPER and day.lower() not in words_of("homonym"))


def _is_length(text: str, first: Token, last: Token, after: Token | None) -> bool:
    """`for a week`; not `won't last a week`, `a second diplomat`, `a quarter of votes`, `happy hours`, `years-long`."""
    share = "quarter" in text and ("-quarter" in text or (after is not None and after.lower == "of"))
    bare = first is last and any(child.tag == "JJ" and child.lower not in LONG for child in last.lefts)
    dated = first.text.isdigit() and len(first.text) == len("2019") and last.tag == "NN"  # the 1988 quarter
    hyphen = after is not None and after.text == "-" and last.tag == "NNS" and not any(c.isdigit() for c in text)
    early = last.dep not in ("pobj", "nsubj") and last.i < last.head.i
    someday = text == "one day" and early and (after is None or after.lower not in COUNTED_FROM)
    return not (share or bare or dated or hyphen or someday or first.pos == "VERB" or last.tag == "JJ")


def _is_other(first: Token, last: Token, before: list[Token]) -> bool:
    """Whether words of a length tell a rate (`$40 a year`), a share (`half an hour`), an age (`the age of six weeks`)
    or when something was (`a day when they met`, `in the days of`, `after hours trading`), or name a programme or
    person (`60 Minutes`, `Mr. Weeks`); not `gave Norway a week`."""
    near, far = [*before[::-1], None, None][:2]
    if near is None or last.text.istitle():
        return near is not None
    if first.lower in ("a", "an"):
        counted = near.tag == "CD" or near.text == "%" or near.has("nummod") or near.lower == "half"
        return counted or last.has("relcl")
    age = (near.lower == "of" and far is not None and far.lower == "age") or any(t.lower == "aged" for t in before[-3:])
    which = near.lower in ("the", "those", "past") or near.tag == "CD"
    noun = near.tag == "NN" and near.dep == "compound" and near.lower[-3:] != "ing"  # council minutes
    return age or (first is last and (which or noun or last.dep == "compound"))


def _is_reference(words: str, before: str, last: Token, after: Token | None) -> bool:
    """`in the past two months` is a duration, `as soon as it can` is none, nor is `the future leader`."""
    if words.endswith("past"):
        return after is None or (after.tag != "CD" and after.lower not in words_of("unit") and after.lower not in VAGUE)
    if after is not None and after.start == last.end and after.text == "-":
        return False
    if words == "now":
        return (last.tag == "RB" and before not in ("until", "from", "for")) or before in ("right", "just", "until")
    return words != "soon" or (before != "as" and (after is None or after.lower != "after"))


def _is_year(first: Token, last: Token, before: str, after: Token | None) -> bool:
    """`in 2019`, `the 2019 vote`; not `2019 people`, `Room 2019`."""
    if after is not None and after.tag in ("NNS", "CD") and last.dep == "nummod":
        return False
    if first is not last or not last.text.isdigit() or before in STARTS or before in words_of("before_year"):
        return True
    return last.dep in ("pobj", "npadvmod", "compound", "nmod", "nummod")
