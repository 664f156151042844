"""Who does it, to whom, whose it is: subjects, agents, objects and owners, asked by all readers.

A clause without a subject of its own is followed to the one it shares: through control (`urged Smith to go`), relative
clauses, participles and coordination.
"""

from analysis.grammar.lexemes import verbs_of
from analysis.grammar.tokens import FINITE, HELPERS, NOMINAL, RELATIVES, SUBJECTS, TIMES, VERBAL, Token
from analysis.lexicon import rows, words

FARTHEST = 6  # words up to which a subject is looked for
ACTIVE = frozenset({"nsubj", "csubj"})
PASSIVE = frozenset({"nsubjpass", "csubjpass", "auxpass"})
LINKS = frozenset(  # upwards of which a clause shares its subject
    {"acomp", "advcl", "advmod", "xcomp", "conj", "acl", "relcl", "ccomp", "pcomp", "dep", "prep", "parataxis"}
)
HANGING = frozenset({"nsubj", "nsubjpass", "ROOT", "npadvmod", "dep"})  # as a lost subject may
EMPTY = frozenset({"be", "seem", "appear", "take", "make", "become", "remain"})  # `it seems that …`
OWN_AIM = frozenset(  # their subject does what the infinitive says: `used it to attack`, `promised them to go`
    {"use", "spend", "waste", "promise", "threaten", "join", "meet", "take", "cost", "need", "have"}
)
ENGAGED = frozenset({"be", "remain", "stand", "stay", "engage", "lock", "embroil", "involve"})  # `is at war`
CARRYING = frozenset({"with", "in", "under", "into", "by", "for", "against", "as"})
HOLDERS = frozenset({"among", "from", "amongst", "within", "inside"})
PARTITIVE = frozenset({"of", "including", "like"})


def conjuncts(noun: Token) -> list[Token]:
    """A noun and those coordinated with it: `Norway, Sweden and Finland`."""
    found = [noun]
    for word in found:
        found.extend(word.those("conj"))
    return found


def verb_over(word: Token) -> Token | None:
    """The word itself where it is a verb, else the nearest verb above it."""
    return next((one for one in (word, *word.ancestors()) if one.pos in VERBAL), None)


def is_finite(verb: Token) -> bool:
    """`left`, `has left`, `was leaving`; not `leaving`, `to leave`."""
    return any(word.tag in FINITE for word in (verb, *verb.those(*HELPERS)))


def is_saying(word: Token) -> bool:
    """Whether a word is a verb of saying or thinking."""
    return word.pos == "VERB" and word.lemma in verbs_of("speech", "thought")


def is_perfect(verb: Token) -> bool:
    """`She's said (that) …`, `who's argued that …`: `has` shortened, which parsers take for a passive."""
    short = verb.child("auxpass")
    if short is None or short.lower not in ("'s", "’s") or verb.has(words={"it"}):
        return False
    return verb.child("ccomp", "dobj", behind=True) is not None and by_phrase(verb) is None


def is_passive(verb: Token) -> bool:
    """Whether a verb's subject undergoes it: `was attacked`, `those attacked by Sweden`, `was hit and (was) sunk`."""
    if verb.has(*ACTIVE):
        return False
    if verb.has(*PASSIVE, "agent"):
        return not is_perfect(verb)
    if verb.tag != "VBN" or verb.has("aux", *SUBJECTS):
        return False
    return verb.dep == "acl" or (verb.dep == "conj" and is_passive(verb.head))


def by_phrase(word: Token) -> Token | None:
    """Whoever stands behind `by`, of a verb or a noun; two passives may share it: `was hit and sunk by Sweden`."""
    for child in word.children:
        if child.dep == "agent" or (child.dep == "prep" and child.lower == "by"):
            found = child.child("pobj")
            return None if found is not None and found.ent in TIMES else found
    shared = next((c for c in word.those("conj") if c.tag == "VBN" == word.tag and not c.has("aux", *SUBJECTS)), None)
    return by_phrase(shared) if shared is not None and shared.pos == "VERB" else None


def own_subject(verb: Token) -> Token | None:
    """The subject that a verb has itself, or its auxiliary: the nearest before it, no date; in `there were talks`, the
    talks."""
    holders = [verb, *(child for child in verb.those(*HELPERS) if child.i < verb.i)]
    found = [child for holder in holders for child in holder.children if child.dep in SUBJECTS]
    active = [child for child in found if child.dep in ACTIVE]
    before = [child for child in active if child.i < verb.i and child.ent not in TIMES]
    if active:
        return before[-1] if len(before) > 1 else active[0]
    return found[-1] if found else verb.child("attr") if verb.has("expl") else None


def subject(verb: Token) -> Token | None:
    """The head of a verb's grammatical subject: who undergoes it, if it is passive. None where nobody is named.

    A verb without a subject of its own takes that of the verb that it is coordinated with, depends on or is controlled
    by; a participle or relative clause that of the noun it describes. A relative pronoun stays one: see `antecedent`.
    """
    finite = verb.tag in FINITE and not verb.has(*HELPERS)
    return _shared(verb) or (_noun_before(verb) if finite and verb.pos == "VERB" else None)


def _shared(verb: Token) -> Token | None:
    word = verb
    for _ in range(FARTHEST):
        found = own_subject(word)
        if found is not None:
            return None if word is not verb and found.lower == "it" and word.lemma in EMPTY else found
        if word.dep in ("acl", "relcl") and word.head.pos in NOMINAL:
            return _described(word)
        if (object_ := controller(word)) is not None:
            return object_
        if word is not verb and word.pos == "NOUN" and word.dep in ("dobj", "attr", "pobj"):
            return subject_of_noun(word)
        if word.dep not in LINKS:
            return None
        word = word.head
    return None


def _noun_before(verb: Token) -> Token | None:
    """Where the parser gives a finite verb no subject at all: the nearest noun that may be one, or right before it."""
    top = [verb, *verb.ancestors()][-1]
    before = [word for word in reversed(top.subtree()) if word.i < verb.i and word.tag not in RELATIVES]
    nouns = [word for word in before if word.pos in NOMINAL and word.ent not in TIMES]
    lost = (word for word in nouns if word.dep in HANGING or (word.dep == "compound" and word.head is verb))
    near = next((word for word in before if word.pos not in ("ADV", "AUX", "PART")), None)
    return next(lost, near if near is not None and near.pos in (*NOMINAL, "NUM") else None)


def agent(verb: Token) -> Token | None:
    """Whoever does what a verb says: its subject, or the one behind `by` where it is passive; None if not named."""
    return by_phrase(verb) if is_passive(verb) else subject(verb)


def _described(verb: Token) -> Token | None:
    """The noun that a participle or relative clause is about; or whose it is (`Smith's plan to go`), who wrote it
    (`Smith's letter saying …`), who sent it (`Smith emailed supporters saying …`)."""
    noun = verb.head
    if verb.has("aux", words={"to"}) or noun.lemma in words("source_documents"):
        return subject_of_noun(noun) or (None if verb.tag == "VB" else noun)
    sends = noun.dep in ("dobj", "dative") and noun.head.lemma in words("document_verbs", sort="sent")
    sender = agent(noun.head) if sends and verb.tag == "VBG" else None
    return sender or antecedent(verb)


def controller(verb: Token) -> Token | None:
    """The object of the verb above that is to do what an infinitive says: `urged Smith to go`, `accused him of lying`,
    `was angry with him for lying`, `lashed out at him for lying`, `quoted her as saying`.

    Not in `used his speech to say`, `promised them to go`, `drew criticism for lying`: that is the subject's doing.
    """
    above = verb.head
    if verb.dep == "pcomp":
        return _judged(above)
    if verb.dep != "xcomp" or above.lemma in OWN_AIM:
        return None
    asked = above if above.lemma in words("wishing_verbs") else None  # `called on Smith to go`
    on = (
        [inner for child in asked.those("prep") if child.lower in ("on", "upon") for inner in child.those("pobj")]
        if asked
        else []
    )
    return next((child for child in (*above.those("dobj", "dative"), *on) if child.i < verb.i), None)


def _judged(preposition: Token) -> Token | None:
    """Whose act a gerund behind a preposition is: of whom somebody judges by it, or quotes as saying it."""
    above = preposition.head
    feeling = above if above.pos == "ADJ" else above.child("acomp")
    if feeling is not None:
        felt = next((child for child in feeling.those("prep") if child.lower in ("with", "at")), None)
        return felt.child("pobj") if felt is not None and preposition.lower == "for" else None
    own = above.lemma in OWN_AIM and not above.has("prep", words={"to"})  # `took Smith to task for saying`
    own = own or above.lemma in words("receiving_verbs")
    if above.pos != "VERB" or own or preposition.lower not in ("for", "of", "from", "as"):
        return None
    turned = above.those("prep") if preposition.lower == "for" else []
    at = next((child.child("pobj") for child in turned if child.lower in ("at", "on", "into", "with")), None)
    person = at if at is not None and (at.ent == "PERSON" or at.lex.role) else None  # was annoyed with her deputy
    return above.child("dobj") or person or above.child("nsubjpass") or at


def antecedent(verb: Token) -> Token:
    """What a relative clause or participle is about, by its verb: the noun before it, but in `a body based in a town,
    which …` the body, in `a truce set up by Oslo and Rome, which began on Sunday` the truce, since no town begins."""
    noun = verb.head
    place = noun.head.head if noun.dep == "pobj" else noun
    if place.dep == "acl" and place.lemma in ("base", "locate", "headquarter"):
        return place.head
    if noun.pos != "PROPN" or not (verb.has(*SUBJECTS, words={"that"}) or _is_happening(verb)):
        return noun
    return next((word for word in noun.ancestors() if word.pos == "NOUN"), noun)


def _is_happening(verb: Token) -> bool:
    parts = {word.lower for child in verb.children for word in (child, *child.children)}
    return any(row["verb"] == verb.lemma and (not row["with"] or row["with"] in parts) for row in rows("happenings"))


def resolved(word: Token) -> Token:
    """What a relative pronoun stands for; any other word stands for itself, and so does one that may go back to two."""
    verb = word.head
    relative = word.tag in RELATIVES and verb.dep == "relcl" and not is_of_either(verb)
    return antecedent(verb) if relative else word


def is_of_either(verb: Token) -> bool:
    """`Smith, a lawyer for Jones, who left`: whether nobody can tell of which of two persons a relative clause is."""
    noun = verb.head
    aside = next((word for word in noun.ancestors() if word.dep == "appos"), None)
    parted = verb.has(words={"who"}) and any(mark.text == "," and noun.i < mark.i < verb.i for mark in noun.children)
    return parted and aside is not None and noun.pos == aside.head.pos == "PROPN"


def objects(verb: Token) -> list[Token]:
    """Whom or what a verb is done to: its objects, its subject where it is passive, the noun of an object relative
    (`the pact that Norway signed`)."""
    if is_passive(verb):
        found = [subject(verb)]
        return [resolved(one) for one in found if one is not None]
    found = verb.those("dobj", "dative")
    if found or verb.dep != "relcl" or any(c.tag in RELATIVES for c in verb.those(*ACTIVE)):
        return [resolved(one) for one in found]
    return [verb.head]


def owner(noun: Token) -> Token | None:
    """Whose it is, at the noun itself: `Smith's refusal`, `the decision by Smith`, `a fear among voters`."""
    found = noun.child("poss") or by_phrase(noun)
    if found is not None:
        return found
    near = [noun, noun.head] if noun.dep in ("attr", "dobj") else [noun]
    holder = next((child for word in near for child in word.those("prep") if child.lower in HOLDERS), None)
    return holder.child("pobj") if holder is not None else None


def subject_of_noun(noun: Token) -> Token | None:
    """Whoever has or does what a noun names: its owner, else the subject of the verb it is an object of (`Smith made a
    promise`), also as one of several (`one of the claims`); else a name before it (`Norway talks`)."""
    named = (child for child in noun.those("compound", "amod") if child.ent and child.ent not in TIMES)
    return owner(noun) or next(named, None) or _subject_over(noun)


def _subject_over(noun: Token) -> Token | None:
    over = noun.head
    if noun.dep in ("dobj", "attr") and over.pos in VERBAL:
        return agent(over)
    if noun.dep == "pobj" and over.dep == "prep":
        engaged = over.lower in ("at", "in") and over.head.lemma in ENGAGED
        if engaged or (over.head.pos == "VERB" and over.lower in CARRYING):
            return subject(over.head)
        if over.head.pos in ("NOUN", "NUM", "PRON") and over.lower in PARTITIVE:
            return subject_of_noun(over.head)
    if noun.dep == "appos":
        same = over.ent or over.pos == "PRON" or noun.lemma in words("person_nouns")
        return over if same else subject_of_noun(over)
    return subject_of_noun(over) if noun.dep == "conj" else None


def predicate(noun: Token) -> Token | None:
    """The verb that a noun is subject of; an object, of what it is made to do: `forced Sweden to change its law`."""
    if noun.dep in ("nsubj", "nsubjpass"):
        return noun.head
    if noun.dep != "dobj":
        return None
    return next((child for child in noun.head.those("xcomp") if child.i > noun.i), None)
