"""Whose words they are: the subject of a cue, through passives, relatives, coordination and control."""

from collections.abc import Sequence

from analysis.grammar.tokens import TIMES, Token
from analysis.lexicon import words
from analysis.readers.quotations.subjects import SUBJECTS, by_agent, own_subject

FARTHEST = 6

DROPPED = frozenset({"relcl", "acl", "advcl", "punct", "dep", "parataxis"})
CLAUSE_LINKS = frozenset(
    {"acomp", "advcl", "xcomp", "conj", "acl", "relcl", "ccomp", "pcomp", "dep", "prep", "parataxis", "pobj"}
)
REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself", "myself", "ourselves", "yourself"})
COMMAS = frozenset({",", "—", "–", "--"})
CARRYING = frozenset({"with", "in", "under", "into", "by", "for", "against", "on", "to", "of", "about", "as"})
PARTITIVE = frozenset({"of", "including", "like"})
SPENT = frozenset({"use", "spend", "take", "waste"})
LEFT = frozenset({"det", "compound", "amod", "poss", "nummod", "nmod"})
HOLDERS = frozenset({"among", "from", "amongst", "within", "inside"})


def phrase(head: Token) -> list[Token]:
    """The noun phrase of a head, without the clauses that hang on it."""
    tokens, waiting = [], [head]
    while waiting:
        token = waiting.pop()
        tokens.append(token)
        waiting.extend(c for c in token.children if not (token is head and c.dep in DROPPED) and c.pos != "SPACE")
    tokens.sort(key=lambda token: token.i)
    at = next(n for n, token in enumerate(tokens) if token is head)
    first = last = at
    while first and tokens[first - 1].i == tokens[first].i - 1:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].i == tokens[last].i + 1:
        last += 1
    return tokens[first : last + 1]


def subject_of(verb: Token) -> Token | None:
    """The head of whoever does what the verb says; None where nobody is named.

    A verb without a subject of its own takes that of the verb it is coordinated with, depends on or is controlled
    by; a participle or a relative clause that of the noun it describes; a passive the agent behind `by`.
    """
    token = verb
    for step in range(FARTHEST):
        settled, subject = own_subject(token, climbed=step > 0)
        if settled:
            return subject and _author(token, subject)
        if token.dep in ("acl", "relcl") and token.head.pos in ("NOUN", "PROPN", "PRON"):
            return _described(token)
        elif token.dep == "xcomp" and (controller := _controller(token)) is not None:
            return controller
        elif step and token.pos == "NOUN" and token.dep in ("dobj", "attr", "pobj"):
            return subject_of_noun(token)
        elif step and token.dep == "ROOT" and token.ent == "PERSON":
            return token
        elif token.head is token or (
            token.dep not in CLAUSE_LINKS and not (token.dep == "attr" and token.pos == "ADJ")
        ):
            return None
        else:
            token = token.head
    return None


def _described(token: Token) -> Token | None:
    """The noun that a participle or a relative clause describes, or the owner of what it calls a statement."""
    noun = token.head
    if token.tag == "VBN":
        fragment = noun.dep == "ROOT" and any(c.dep in ("oprd", "ccomp") for c in token.children)
        return noun if fragment else by_agent(token)
    if token.dep == "relcl":
        infinitive = token.tag == "VB" and any(c.lower == "to" and c.dep == "aux" for c in token.children)
        return subject_of_noun(noun) if infinitive else noun
    owner = subject_of_noun(noun) if noun.lemma in words("source_documents") else None
    if token.tag == "VBG" and owner is None:
        return _sender(noun) or noun
    return owner or subject_of_noun(noun)


def _sender(noun: Token) -> Token | None:
    """`emailed supporters saying …`, `sent a letter to voters stating …`: not those to whom it went."""
    verb = noun.head
    if noun.dep == "pobj" and verb.lower == "to":
        sent = verb.head if verb.head.pos == "NOUN" else next((c for c in verb.head.children if c.dep == "dobj"), None)
        return subject_of_noun(sent) if sent is not None and sent.lemma in words("source_documents") else None
    if noun.dep in ("dobj", "dative") and verb.lemma in words("document_verbs", sort="sent"):
        return subject_of(verb)
    return None


def _author(verb: Token, subject: Token) -> Token:
    """`released an ad that says …`: whoever released it, where that is known."""
    relative = verb.dep == "relcl" and subject.lower in ("that", "which")
    if relative and verb.head.lemma in words("source_documents", kind="document"):
        return subject_of_noun(verb.head) or subject
    return subject


def _controller(token: Token) -> Token | None:
    """`told her to say`: the object of the verb above; not in `used his speech to say`, `spent a day saying`."""
    if token.head.lemma in SPENT:
        return None
    found = next((c for c in token.head.children if c.dep in ("dobj", "dative") and c.i < token.i), None)
    return None if found is not None and found.lower in REFLEXIVE else found


def subject_of_noun(noun: Token) -> Token | None:
    """The owner of a claim or a plan: a possessive, `by …`, or the subject of the verb it is an object of."""
    for child in noun.children:
        if child.dep == "poss":
            verb = noun.head.head if noun.dep == "pobj" and noun.head.dep == "prep" else noun.head
            if child.tag == "PRP$" and noun.dep in ("dobj", "pobj") and verb.pos == "VERB":
                return subject_of(verb) or child
            return child
    by = by_agent(noun) or _held_among(noun)
    if by is not None:
        return by
    return _subject_over(noun) or next((c for c in noun.children if c.dep in ("compound", "amod") and c.ent), None)


def _subject_over(noun: Token) -> Token | None:
    """The subject of the verb that a noun is an object of, also as one of several (`one of the claims`)."""
    over = noun.head
    if noun.dep in ("dobj", "attr") and over.pos in ("VERB", "AUX"):
        return subject_of(over)
    if noun.dep == "pobj" and over.dep == "prep":
        if over.head.pos == "VERB" and over.lower in CARRYING:
            return subject_of(over.head)
        if over.head.pos in ("NOUN", "NUM") and over.lower in PARTITIVE:
            return subject_of_noun(over.head)
    return subject_of_noun(over) if noun.dep == "conj" else None


def _held_among(noun: Token) -> Token | None:
    """`a fear among voters`, `criticism from the left`."""
    near = [noun, noun.head] if noun.dep in ("attr", "dobj") else [noun]
    for token in near:
        for child in token.children:
            if child.dep == "prep" and child.lower in HOLDERS:
                return next((c for c in child.children if c.dep == "pobj"), None)
    return None


def subject_before(participle: Token, tokens: Sequence[Token]) -> Token | None:
    """The subject of the clause nearest before a participle that has none (`…, as Smith repeated it, saying …`)."""
    for token in reversed(tokens):
        if token.i < participle.i and token.dep in SUBJECTS and token.i < token.head.i < participle.i:
            return None if token.lower == "it" else token
    return None


def noun_before(verb: Token, tokens: Sequence[Token]) -> Token | None:
    """Where the parser gives a finite verb no subject: the noun phrase that begins a clause before it.

    Behind an introduction (`Alarmed by the unrest in Nevada, Senator Reid said`) it may hang on that instead.
    """
    before = [t for t in tokens if t.i < verb.i]
    commas = {t.i for t in before if t.text in COMMAS}
    for token in before:
        if token.dep in ("conj", "appos") and token.pos in ("NOUN", "PROPN") and token.head.dep in ("pobj", "attr"):
            edge = min([token.i, *(c.i for c in token.children if c.dep in LEFT and c.i < token.i)])
            if edge - 1 in commas:
                return token
    for token in reversed(before):
        if token.ent in TIMES:
            continue
        if token.pos in ("NOUN", "PROPN", "PRON") and token.dep in ("nsubj", "nsubjpass", "ROOT", "npadvmod", "dep"):
            return token
        if token.dep == "compound" and token.head is verb and token.pos in ("NOUN", "PROPN"):
            return token
    near = next((t for t in reversed(before) if t.pos not in ("ADV", "AUX", "PART")), None)
    return near if near is not None and near.pos in ("NOUN", "PROPN", "PRON", "NUM") else None
