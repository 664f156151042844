"""What a time expression is resolved against: the reference day, and whether its clause looks back or ahead."""

from datetime import date

from analysis.records import Article
from analysis.syntax import Token

FUTURE_AUXILIARIES = frozenset({"will", "'ll", "’ll", "shall", "wo", "would"})
UNTIL = frozenset({"by", "until", "till", "through"})
CLAUSES = frozenset({"ccomp", "advcl", "conj", "parataxis", "relcl", "xcomp"})
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
        "effective",
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
    if _expects(token.head) or any(_expects(child) for child in token.head.children if child.dep not in CLAUSES):
        return True
    if token.head.lower in UNTIL:
        return not _is_over(token)
    if token.head.lower == "as" and any(child.lower in ("soon", "early") for child in token.head.head.children):
        return True
    seen = 0
    for word in (token, *token.ancestors()):
        if _expects(word):
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


def _is_over(token: Token) -> bool:
    """`Until Thursday, they had not called him`."""
    verb = next((word for word in token.ancestors() if word.pos in ("VERB", "AUX")), token)
    return any(child.lower in ("had", "did") for child in verb.children if child.dep == "aux")


def governors(*tokens: Token) -> frozenset[str]:
    """The lemmas of all verbs above some tokens."""
    return frozenset(word.lemma for token in tokens for word in token.ancestors() if word.pos == "VERB")


def _expects(word: Token) -> bool:
    """`due in Berlin`, `scheduled for`; not `due to`."""
    return (
        word.lemma in EXPECTING
        and word.tag not in ("NN", "IN")
        and not any(c.lower == "to" and c.tag == "IN" for c in word.children)
    )


def _did(infinitive: Token) -> bool:
    """`agreed to meet Friday` looks ahead, `was found to have met` does not; `refused to sign Sunday` does not."""
    return infinitive.head.lemma in {"refuse", "fail", "decline", "manage", "begin", "start", "continue"}
