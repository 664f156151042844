"""What a time expression is resolved against: the reference day, and whether its clause looks back or ahead."""

from datetime import date

from analysis.records import Article
from analysis.syntax import Token

AHEAD = frozenset(
    ["will", "shall", "due", "scheduled", "schedule", "upcoming", "coming", "plan", "planned", "expect", "expected", "slated", "going", "set", "next", "await", "hope", "would", "aim", "intend", "tentatively", "begin", "start"]
)
FUTURE_AUXILIARIES = frozenset({"will", "'ll", "’ll", "shall", "wo", "would"})
EXPECTING = frozenset(
    {
        "due",
        "schedule",
        "scheduled",
        "plan",
        "slate",
        "slated",
        "expect",
        "set",
        "hope",
        "aim",
        "intend",
        "propose",
        "await",
    }
)


def reference_day(article: Article) -> tuple[date | None, str | None]:
    """The day that today is in the article, and where it is known from: publication or dateline. It guesses nothing."""
    if article.published:
        return article.published, "published"
    if article.dateline and article.dateline.date:
        return date.fromisoformat(article.dateline.date), "dateline"
    return None, None


def looks_ahead(token: Token) -> bool:
    """Whether the clause around a token speaks of what is to come."""
    if token.head.lemma in EXPECTING or any(child.lemma in EXPECTING for child in token.head.children):
        return True
    seen = 0
    for word in (token, *token.ancestors()):
        if word.lemma in EXPECTING and word.tag != "NN":
            return True
        if word.pos in ("VERB", "AUX"):
            seen += 1
            helpers = {child.lower for child in word.children if child.dep in ("aux", "auxpass")}
            if helpers & FUTURE_AUXILIARIES:
                return True
            if word.tag == "VB" and "to" in helpers and not _did(word):
                return True
            if word.tag in ("VBD", "VBN") or helpers & {"had", "has", "have", "was", "were", "did"}:
                return False
            if seen == 2:
                return False
    return False


def _did(infinitive: Token) -> bool:
    """`agreed to meet Friday` looks ahead, `was found to have met` does not; `refused to sign Sunday` does not."""
    return infinitive.head.lemma in {"refuse", "fail", "decline", "manage", "begin", "start", "continue"}
