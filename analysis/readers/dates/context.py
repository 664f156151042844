"""What a time expression is resolved against: the reference day, and whether its clause looks back or ahead."""

from datetime import date

from analysis.grammar.clauses import verb_over
from analysis.grammar.factuality import expects, factuality, reverses, tense
from analysis.grammar.tokens import HELPERS, VERBAL, Token
from analysis.lexicon import words
from analysis.readers.dates.words import words_of
from analysis.records import Article

NOW = frozenset({"am", "is", "are", "'m", "'re", "'s", "’m", "’re", "’s"})
PLANNING = frozenset({"agree", "vow", "pledge", "promise"})  # beside what `expects`
CLAUSES = frozenset({"ccomp", "advcl", "conj", "parataxis", "relcl", "xcomp"})


def reference_day(article: Article) -> tuple[date | None, str | None]:
    """The day that today is in the article, and where it is known from: publication or dateline. It guesses nothing."""
    if article.published:
        return article.published, "published"
    if article.dateline and article.dateline.date:
        return date.fromisoformat(article.dateline.date), "dateline"
    return None, None


def looks_ahead(token: Token, *, headline: bool = False) -> bool:
    """Whether the clause around a token speaks of what is to come. Headlines tell the past in the present tense."""
    if expects(token.head) or any(expects(child) for child in token.head.children if child.dep not in CLAUSES):
        return True
    if token.head.lower in words_of("until"):
        return not _is_over(token)
    if token.head.lower == "as" and token.head.head.lower in ("soon", "early"):  # `as soon as Tuesday`
        return True
    return _tense(token, headline=headline) == "ahead"


def is_told(token: Token) -> bool:
    """Whether the clause around a token tells what has been (`took to the streets to protest this weekend`)."""
    return _tense(token) == "back"


def is_planned(token: Token) -> bool:
    """Whether a date hangs straight on a plan: `starts in March`, `is to be sentenced in May`."""
    verb = _above(token)
    if verb.tag in ("VBZ", "VBP"):
        return verb.lemma in words_of("timetable")
    return verb.tag == "VBN" and verb.has("aux", words={"to"}) and verb.head.tag in ("VBZ", "VBP")


def looks_back(token: Token) -> bool:
    """Whether a date hangs straight on a verb that tells what has been (`met in May`)."""
    above = _above(token)
    if token.head.lower in words_of("goal") or above.pos not in VERBAL or expects(above):
        return False
    return above.tag == "VBD" or (above.tag == "VBN" and above.has(*HELPERS, words={"was", "were"}))


def _above(token: Token) -> Token:
    """What a date hangs on, over its preposition."""
    return token.head if token.dep != "pobj" else token.head.head


def _is_on(token: Token, verb: Token, by: tuple[str, ...] = ("on",)) -> bool:
    """Whether a day hangs straight on a verb: `rules Tuesday`, `rules on Tuesday`."""
    return verb is token.head or (token.head.lower in by and verb is token.head.head)


def _tense(token: Token, *, headline: bool = False) -> str | None:
    """`ahead` or `back` by the two nearest verbs above a token, None where they tell nothing."""
    seen = 0
    for word in (token, *token.ancestors()):
        if expects(word) or (word.lemma == "be" and any(expects(c) for c in word.children if c.dep == "acomp")):
            return "ahead"
        if word.pos in VERBAL:
            seen += 1
            if _is_ahead(word) or _is_under_way(word, token):
                return "ahead"
            if factuality(word).past:
                return "back"
            if seen == 1 and word.tag in ("VBP", "VBZ") and word.pos == "VERB" and _is_on(token, word):
                return "back" if headline or word.lemma in words_of("telling") else "ahead"
            if seen == 2:
                return None
    return None


def _is_ahead(verb: Token) -> bool:
    """`will leave on Friday`, `may leave on Friday`, `hopes to leave on Friday`; not `could have left`."""
    told = factuality(verb)
    if told.to_come or ((told.possible or told.obliged) and not told.past):
        return True
    return verb.tag == "VB" and verb.has("aux", words={"to"}) and not _did(verb)


def _is_under_way(verb: Token, token: Token) -> bool:
    """`is leaving on Friday`: the present progressive with a day or month of its own is a plan."""
    return verb.tag == "VBG" and verb.has(*HELPERS, words=NOW) and _is_on(token, verb, ("on", "in"))


def _is_over(token: Token) -> bool:
    """`Until Thursday, they had not called him`."""
    return (verb_over(token) or token).has("aux", words=("had", "did"))


def _did(infinitive: Token) -> bool:
    """`agreed to meet Friday` looks ahead; `decided to speak Sunday`, `refused to sign Sunday`, `had been due to expire
    Friday` do not."""
    above = infinitive.head
    planned = expects(above) or above.lemma in words("wishing_verbs") | PLANNING
    if above.pos == "VERB" and infinitive.dep in CLAUSES and not planned and tense(above) == "past":
        return True
    given_up = above.lemma in words_of("expecting") and not expects(above)
    left = (above.pos == "VERB" and reverses(above)) or above.lower == "but"  # `no choice but to meet`
    return given_up or left or above.lemma in words_of("accomplished")
