"""Whose words they are: the agent of a cue, or the author of the document that says it."""

from collections.abc import Sequence

from analysis.grammar.clauses import agent, own_subject, subject_of_noun
from analysis.grammar.tokens import Token
from analysis.lexicon import words

SUBJECTS = frozenset({"nsubj", "csubj"})


def source_of(cue: Token) -> Token | None:
    """Whoever does what a verb says; None where nobody is named.

    A relative pronoun stays one (`the mayor, who said …`), but of an ad that says something it is whoever released it.
    """
    own = own_subject(cue)
    if own is not None and own.lower == "it" and cue.lemma == "be":
        return None
    if own is not None and cue.dep == "relcl" and own.lower in ("that", "which"):
        document = cue.head.lemma in words("source_documents", kind="document")
        return (subject_of_noun(cue.head) if document else None) or own
    heads_fragment = cue.dep == "acl" and cue.tag == "VBN" and cue.head.dep == "ROOT"
    if heads_fragment and cue.has("oprd", "ccomp"):  # `Voters convinced that …`
        return cue.head
    return agent(cue)


def subject_before(participle: Token, tokens: Sequence[Token]) -> Token | None:
    """The subject of the clause nearest before a participle that has none (`…, as Smith repeated it, saying …`)."""
    for token in reversed(tokens):
        if token.i < participle.i and token.dep in SUBJECTS and token.i < token.head.i < participle.i:
            return None if token.lower == "it" else token
    return None
