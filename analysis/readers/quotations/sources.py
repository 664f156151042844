"""Whose words they are: the agent of a cue, the author of the document that says it, or a name beside it."""

from analysis.grammar.clauses import agent, own_subject, subject_of_noun
from analysis.grammar.lexemes import role_nouns
from analysis.grammar.tokens import NOMINAL, TIMES, Token
from analysis.lexicon import words
from analysis.readers.quotations.marks import Quote

ACTORS = frozenset({"PERSON", "NORP"})
PEOPLE = frozenset({"he", "she", "they", "we", "i", "who"})
INNER = frozenset({"compound", "poss"})


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


def is_thing(noun: Token) -> bool:
    """Whether a common noun is one for nobody: `balloons`, `calculations`; not `officials`, `the union`, `a report`."""
    speaking = words("group_nouns") | words("source_nouns") | words("source_documents") | words("relation_nouns")
    known = not speaking.isdisjoint((noun.lower, noun.lemma)) or noun.lemma in role_nouns() | {"voice"}
    return noun.tag in ("NN", "NNS") and not known and not noun.lex.organization_head


def source_of_noun(noun: Token) -> Token | None:
    """Whose claim it is; nobody's known where it is drawn, faced or denied, no owner named, and nobody raises it.

    An ad or a poll that says something and has no owner says it itself.
    """
    attacked = _reproached(noun)
    if attacked is not None:
        return attacked
    verb = noun.head
    raised = noun.dep == "dobj" and verb.pos == "VERB" and verb.lemma in words("evoking")
    if raised and not noun.has("poss", "agent") and not noun.has(words={"by", "from", "among"}):
        raiser = None if verb.lemma in words("evoking", whose="others") else source_of(verb)
        found = raiser if raiser is not None and (raiser.ent in ACTORS or raiser.lower in PEOPLE) else None
    else:
        found = subject_of_noun(noun)
    return found or (noun if noun.lemma in words("bearers") else None)


def _reproached(noun: Token) -> Token | None:
    """`attacked Benn over his claim that …`: the claim is Benn's."""
    owner, verb = noun.child("poss"), noun.head.head
    if noun.head.lower not in ("over", "for") or owner is None or owner.tag != "PRP$":
        return None
    return next((whom for whom in verb.those("dobj") if whom.ent == "PERSON"), None)


def source_of_adjective(adjective: Token, verb: Token) -> Token | None:
    """Who is `confident that …`: the noun it describes, else the subject of its verb."""
    described = adjective.dep in ("amod", "acl") and adjective.head.pos in NOMINAL
    return adjective.head if described else source_of(verb)


def source_of_quotation(cue: Token, gap: list[Token], quote: Quote) -> Token | None:
    """Who says what a cue in the `gap` beside a quotation brings; no word of the quotation's."""
    found = _named(cue)
    inside = found is not None and quote.start <= found.start < quote.end
    return _nearest_noun(cue, gap) if found is None or inside else found


def _named(cue: Token) -> Token | None:
    if cue.lower == "according":
        return behind_to(cue)
    if cue.pos == "NOUN":
        return subject_of_noun(cue)
    return cue.head if cue.dep == "acl" and cue.tag == "VBN" else source_of(cue)


def behind_to(according: Token) -> Token | None:
    """What stands behind `according to`."""
    return next((found for to in according.children if to.lower == "to" if (found := to.child("pobj"))), None)


def _nearest_noun(cue: Token, gap: list[Token]) -> Token | None:
    """Where the parser gives no subject: the noun right before the cue, or behind it; no date, no aside."""
    nouns, depth = [], 0
    for token in gap:
        depth += (token.text in "([") - (token.text in ")]")
        noun = token.pos in NOMINAL and token.dep not in INNER
        described = token.head is cue and token.dep in (*INNER, "amod", "nummod")
        if (noun or described) and depth <= 0 and token.ent not in TIMES:
            nouns.append(token)
    left = [t for t in nouns if t.i < cue.i]
    commas = [t.i for t in gap if left and t.text == "," and left[0].i < t.i < cue.i]
    if len(commas) > 1 and commas[-1] == cue.i - 1:
        left = [t for t in left if t.i < commas[0]]
    return left[-1] if left else nouns[0] if nouns else None
