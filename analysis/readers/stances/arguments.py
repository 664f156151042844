"""Whose stance a stance word shows, and what fills its slots."""

from analysis.grammar import clauses
from analysis.grammar.clauses import agent, resolved
from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.stances.frames import frames_of

FIXED = frozenset(
    {"according", "due", "owing", "thanks", "prior", "next", "close"}
)  # words that have a `to` of their own


def with_conjuncts(tokens: list[Token]) -> list[Token]:
    """Tokens and those coordinated with them, or named as among them (`officials including Smith`)."""
    found = list(tokens)
    for token in found:
        found.extend(child for child in token.children if child.dep in ("conj", "appos") and child not in found)
        found.extend(
            inner
            for child in token.children
            if child.dep == "prep" and child.lower == "including"
            for inner in inner_of(child)
            if inner not in found
        )
    return found


def holders_of(token: Token) -> list[Token]:
    """Whose stance a stance word shows."""
    if token.pos == "VERB":
        return wishers(token) or subjects(token)
    if token.pos == "ADJ":
        return subjects(token.head) if token.dep in ("acomp", "oprd", "conj", "xcomp") else [token.head]
    if "poss" in frames_of(token):
        return denoted(token)
    judged = token.dep == "dobj" and "dobj" in frames_of(token.head)
    return [] if judged and clauses.owner(token) is None else subjects_of_noun(token)


def wishers(verb: Token) -> list[Token]:
    """Who wants it done by another: `Smith urged Jones to go`, `Smith demanded that Jones go`."""
    above = verb.head
    if verb.tag not in ("VB", "VBP") or verb.dep not in ("xcomp", "ccomp", "advcl") or above.pos != "VERB":
        return []
    if above.lemma not in words("wishing_verbs"):
        return []
    inner = any(child.dep in ("nsubj", "nsubjpass") for child in verb.children)
    if verb.dep == "advcl" and not any(child.lower == "for" and child.dep == "mark" for child in verb.children):
        return []
    asked = any(child.dep in ("dobj", "dative") or child.lower in ("on", "upon") for child in above.children)
    return subjects(above) if inner or asked else []


def denoted(noun: Token) -> list[Token]:
    """Who is called so: `Jones's critic Smith`, `Smith, a critic of Jones`, `Smith is a critic`, `critics`."""
    if noun.dep == "appos":
        return [noun.head]
    if noun.dep in ("compound", "nmod", "amod"):
        return [noun.head]
    if noun.dep == "attr":
        return subjects(noun.head)
    if noun.dep == "pobj" and noun.head.lower == "as" and noun.head.head.pos == "VERB":
        return objects(noun.head.head, "dobj")
    if _is_part(noun):
        return denoted(noun.head.head)
    named = [child for child in noun.children if child.dep == "appos"]
    return with_conjuncts([noun]) if not named else [noun, *named]


def subjects(verb: Token) -> list[Token]:
    """Whoever acts, the phrase heads: also where the subject stands further up, or behind `by`."""
    found = agent(verb)
    who = [resolved(found)] if found is not None else []
    return with_conjuncts([*who, *_members(verb, who)])


def _members(verb: Token, who: list[Token]) -> list[Token]:
    """`Many officials backed it, including Smith`: Smith too, unless the object is a set."""
    if not any(token.tag == "NNS" for token in who) or any(c.dep == "dobj" and c.tag == "NNS" for c in verb.children):
        return []
    return [inner for child in verb.children if child.lower == "including" for inner in inner_of(child)]


def subjects_of_noun(noun: Token) -> list[Token]:
    """Whoever has what a noun names: `Smith's refusal`, `Smith made a promise`, `the decision by Smith`."""
    found = clauses.subject_of_noun(noun)
    return with_conjuncts([resolved(found)]) if found is not None else []


def _is_part(noun: Token) -> bool:
    """`one of the critics`, `a wave of attacks`."""
    return noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.pos in ("NOUN", "NUM", "PRON")


def inner_of(preposition: Token) -> list[Token]:
    """What stands behind a preposition."""
    return [child for child in preposition.children if child.dep == "pobj"]


def objects(word: Token, slot: str) -> list[Token]:
    """What fills a slot of a stance word, the phrase heads."""
    slot = slot.partition("/")[0]
    if slot.startswith("+"):
        return objects(word, "dobj") or [child for child in word.children if child.dep == "oprd"]
    if slot in ("mutual", "named"):
        return []
    if slot == "dative":
        found = [child for child in word.children if child.dep == "dative"]
        return with_conjuncts([inner for one in found for inner in (inner_of(one) if one.pos == "ADP" else [one])])
    if slot == "dobj":
        found = clauses.objects(word)
        if word.lemma in ("want", "need", "like", "prefer"):
            found += [inner for clause in word.those("ccomp") for inner in clause.those("nsubj")]
        return with_conjuncts(found)
    if slot == "poss":
        return with_conjuncts([child for child in word.children if child.dep in ("poss", "compound", "nmod")])
    prepositions = [child for child in word.children if child.dep in ("prep", "agent", "prt", "advmod", "dative")]
    if word.pos == "NOUN" and word.dep == "dobj" and word.head.pos == "VERB":
        prepositions += [child for child in word.head.children if child.dep in ("prep", "dative") and child.i > word.i]
    prepositions += [i for c in prepositions if c.lower not in FIXED for i in c.children if i.dep == "prep"]
    return with_conjuncts([c for p in prepositions if p.lower == slot for c in p.children if c.dep == "pobj"])
