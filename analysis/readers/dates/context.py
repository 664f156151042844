"""What a time expression is resolved by: its words, the reference day, and whether its clause looks back or ahead."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from analysis.grammar.clauses import own_subject, verb_over
from analysis.grammar.factuality import expects, factuality, reverses, tense
from analysis.grammar.tokens import HELPERS, VERBAL, Token
from analysis.lexicon import words
from analysis.readers.dates.words import month_of, number_of, step_of, words_of, year_of
from analysis.records import Article

NOW = frozenset({"am", "is", "are", "'m", "'re", "'s", "’m", "’re", "’s"})
PLANNING = frozenset({"agree", "vow", "pledge", "promise", "threaten"})  # beside what `expects`
ONE_OF = frozenset({"first", "last", "only"})  # to do something
CLAUSES = frozenset({"ccomp", "advcl", "conj", "parataxis", "relcl", "xcomp"})


class Value(NamedTuple):
    """TIMEX3 type and value, and what it was resolved against."""

    type: str
    value: str
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What is known where an expression stands, and what its words tell, lower case, by the `groups` of its shape.

    `today` is the day that today is in the article and `source` says how it is known; `spoken` is the day last named
    not long before, `told` the first day of such a period, `quarter` the quarter last named; clock times are of `day`
    (None: today). `ahead` and `back` say where the clause looks, `past` whether it tells what has been, `present`
    whether it tells of either side, `comes` whether its verb is `come`.
    """

    today: date | None = None
    source: str | None = None
    spoken: date | None = None
    day: Value | None = None
    told: date | None = None
    quarter: str | None = None
    ahead: bool = False
    back: bool = False
    past: bool = False
    present: bool = False
    comes: bool = False
    groups: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, group: str) -> str:
        """The words of a group, empty where it tells nothing."""
        return self.groups.get(group, "")

    @property
    def by(self) -> int:
        """By how many units `last`, `next` and the like move."""
        return step_of(self["which"])

    @property
    def year(self) -> int | None:
        """The year that the words tell: `2019`, `'09`, `last year`."""
        if self["y"]:
            return year_of(self["y"])
        return self.today.year + step_of(self["rel"].split()[0]) if self["rel"] and self.today else None

    @property
    def month(self) -> int:
        """The number of the month named."""
        return month_of(self["mon"])

    @property
    def weekday(self) -> int:
        """The number of the weekday named, Monday is 0."""
        return int(words_of("weekday")[self["dow"].rstrip(".")])

    @property
    def unit(self) -> str:
        """The code of the unit named."""
        return words_of("unit")[self["unit"]]

    @property
    def number(self) -> int | None:
        """How many units are told; `a year-ago quarter` is one, `several` none that is known."""
        return number_of(self["n"] or "a")

    @property
    def amount(self) -> int | str | None:
        """How many units are told, with a fraction as its figures: `3.5`."""
        return self["n"] if "." in (self["n"] or "") else self.number

    def dated(self, value: str) -> Value:
        """A date that is counted from today."""
        return Value("DATE", value, self.source)


def reference_day(article: Article) -> tuple[date | None, str | None]:
    """The day that today is in the article, and where it is known from: publication or dateline. It guesses nothing."""
    if article.published:
        return article.published, "published"
    if article.dateline and article.dateline.date:
        return date.fromisoformat(article.dateline.date), "dateline"
    return None, None


def looks_ahead(token: Token, *, headline: bool = False) -> bool:
    """Whether the clause around a token speaks of what is to come."""
    if token.head.lower == "since":
        return False
    if token.head.lower in words_of("until"):  # not `Until Thursday, they had not called him`
        return not (verb_over(token) or token).has("aux", words=("had", "did"))
    return _outlook(token, headline=headline) == "ahead"


def is_told(token: Token) -> bool:
    """Whether the clause around a token tells what has been (`took to the streets to protest this weekend`)."""
    return _outlook(token) == "back"


def is_present(token: Token) -> bool:
    """Whether a date hangs straight on a verb of the present, which tells of either side (`the fee rises in May`)."""
    verb = _above(token)
    now = verb.tag in ("VBP", "VBZ") and not _is_past_as_well(verb) and verb.lemma not in words_of("telling")
    return now or verb.has("auxpass", words=NOW)


def looks_back(token: Token) -> bool:
    """Whether a date hangs straight on a verb that tells what has been (`met in May`, not `was put off to May`), or
    is the beginning of what lasts (`since May`)."""
    verb = _above(token)
    if token.head.lower == "since":
        return True
    if words_of("goal").keys() & {token.head.lower, *(child.lower for child in token.children)} or expects(verb):
        return False
    return verb.tag == "VBD" or (verb.tag == "VBN" and verb.has(*HELPERS, words={"was", "were"}))


def _above(token: Token) -> Token:
    """What a date hangs on, over its preposition."""
    return token.head if token.dep != "pobj" else token.head.head


def _outlook(token: Token, *, headline: bool = False) -> str | None:
    """`ahead` or `back` by the two nearest verbs above a token, None where they tell nothing. The present tells what is
    to come (`rules on Tuesday`, `starts in March`), but not of saying, nor in headlines."""
    seen = 0
    on = _above(token)
    for word in (token, *token.ancestors()):
        if expects(word) or (word.lemma == "be" and any(expects(child) for child in word.those("acomp"))):
            return "ahead"
        if word.pos not in VERBAL:
            continue
        if _is_ahead(word) or (word is on and word.tag == "VBG" and word.has(*HELPERS, words=NOW)):
            return "ahead"
        if factuality(word).past:
            return "back"
        held = token.head.lower == "on" and not word.has("attr", "acomp", "advmod", "aux")  # the final is on Monday
        if word is on and word.tag in ("VBP", "VBZ") and (word.pos == "VERB" or held):
            if headline or _is_past_as_well(word) or word.lemma in words_of("telling"):
                return "back"
            if token.head.lower in (word.lower, "on") or word.lemma in words_of("timetable"):
                return "ahead"
        seen += 1
        if seen == 2:
            return None
    return None


def _is_past_as_well(verb: Token) -> bool:
    """`Weakness hurt shares on Friday`, `the bank cut rates on Friday`: of one thing the present would be `hurts`."""
    found = own_subject(verb)
    return verb.tag == "VBP" and found is not None and found.tag in ("NN", "NNP") and not found.has("conj")


def _is_ahead(verb: Token) -> bool:
    """`will leave on Friday`, `may leave on Friday`, `hopes to leave on Friday`, `is to be sentenced`; not `could have
    left`."""
    told = factuality(verb)
    if told.to_come or ((told.possible or told.obliged) and not told.past):
        return True
    return verb.has("aux", words={"to"}) and not _did(verb)


def _did(infinitive: Token) -> bool:
    """`agreed to meet Friday` looks ahead; `decided to speak Sunday`, `refused to sign Sunday`, `had been due to expire
    Friday`, `was the only one to sign Sunday` do not."""
    above = infinitive.head
    if infinitive.has("aux", words={"have"}) and above.lower in ("was", "were"):  # were to have met
        return True
    planned = expects(above) or above.lemma in words("wishing_verbs") | PLANNING
    if above.pos == "VERB" and infinitive.dep in CLAUSES and not planned and tense(above) == "past":
        return True
    given_up = above.lemma in words_of("expecting") and not expects(above)
    left = (above.pos == "VERB" and reverses(above)) or above.lower == "but"  # `no choice but to meet`
    return given_up or left or above.lemma in words_of("accomplished")
