"""Who does it and to whom: subjects and objects of a stance word through passives, control, relatives, coordination."""

from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.stances.frames import frames_of

SUBJECTS = frozenset({"nsubj", "csubj"})
WHO = ("WP", "WDT")
HIGHEST = 5  # clauses up to which a subject is looked for
ARGUMENTS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "attr", "dative", "poss", "conj", "appos", "compound", "nmod"}
)
FIXED = frozenset(
    {"according", "due", "owing", "thanks", "prior", "next", "close"}
)  # words that have a `to` of their own
OWN_AIM = frozenset(
    {"use", "promise", "threaten", "join", "meet", "take", "cost", "need", "have"}
)  # `used it to attack`
ENGAGED = frozenset({"be", "remain", "stand", "stay", "engage", "lock", "embroil", "involve"})


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
    return [] if judged and not _owners(token) else subjects_of_noun(token)


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
    for _ in range(HIGHEST):
        if _is_passive(verb):
            return with_conjuncts(_by(verb))
        own = [child for child in verb.children if child.dep in SUBJECTS]
        if own:
            who = [antecedent(verb) if child.tag in WHO else child for child in own]
            return with_conjuncts([*who, *_members(verb, who)])
        if verb.dep == "acl" and verb.tag != "VBG":
            return subjects_of_noun(verb.head)
        if verb.dep in ("relcl", "acl"):
            return with_conjuncts([antecedent(verb)])
        above = next((word for word in verb.ancestors() if word.pos in ("VERB", "AUX")), None)
        if above is None:
            return []
        controlled = _controller(verb, above)
        if controlled:
            return with_conjuncts(controlled)
        verb = above
    return []


def _members(verb: Token, who: list[Token]) -> list[Token]:
    """`Many officials backed it, including Smith`: Smith too, unless the object is a set."""
    if not any(token.tag == "NNS" for token in who) or any(c.dep == "dobj" and c.tag == "NNS" for c in verb.children):
        return []
    return [inner for child in verb.children if child.lower == "including" for inner in inner_of(child)]


def _controller(verb: Token, above: Token) -> list[Token]:
    """`urged Smith to go`: Smith goes; `Smith is expected to go`, `Smith was blamed for going` too."""
    if verb.dep == "pcomp" and verb.head.lower in ("for", "of", "from") and verb.head.head is above:
        judged = frames_of(above).get("dobj")
        return [c for c in above.children if c.dep in ("dobj", "nsubjpass")] if judged and judged.sign else []
    if verb.dep != "xcomp":
        return []
    sent = above.lemma in words("wishing_verbs") | words("helping_verbs")
    return [
        child
        for child in above.children
        if child.dep == "nsubjpass"
        or (child.dep == "dobj" and (sent or (child.pos in ("PROPN", "PRON") and above.lemma not in OWN_AIM)))
    ]


def antecedent(verb: Token) -> Token:
    """What a relative clause is about; in `a body based in a town, which ...` it is the body."""
    noun = verb.head
    place = noun.head.head if noun.dep == "pobj" else noun
    return place.head if place.dep == "acl" and place.lemma in ("base", "locate", "headquarter") else noun


def subjects_of_noun(noun: Token) -> list[Token]:
    """Whoever has what a noun names: `Smith's refusal`, `Smith made a promise`, `the decision by Smith`."""
    owners = _owners(noun)
    if owners:
        return with_conjuncts(owners)
    if noun.dep == "attr":
        return subjects(noun.head)
    if noun.dep == "appos":
        return [noun.head]
    above = noun.head
    if noun.dep == "pobj" and above.lower in ("at", "in") and above.head.lemma in ENGAGED:
        return subjects(above.head) or [child for child in above.head.children if child.dep == "nsubjpass"]
    if _is_part(noun):
        return subjects_of_noun(above.head)
    return subjects(above) if noun.dep in ("dobj", "pobj") and above.pos == "VERB" else []


def _is_part(noun: Token) -> bool:
    """`one of the critics`, `a wave of attacks`."""
    return noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.pos in ("NOUN", "NUM", "PRON")


def _owners(noun: Token) -> list[Token]:
    owners = [child for child in noun.children if child.dep == "poss"]
    return owners + [
        i for c in noun.children if c.dep == "prep" and c.lower in ("by", "from", "among") for i in inner_of(c)
    ]


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
        wanted = ("nsubjpass",) if _is_passive(word) else ("dobj", "dative", "ccomp")
        found = [child for child in word.children if child.dep in wanted and child.dep != "ccomp"]
        found += [
            inner
            for child in word.children
            if child.dep == "ccomp" and word.lemma in ("want", "need", "like", "prefer")
            for inner in child.children
            if inner.dep == "nsubj"
        ]
        if not found and word.dep == "acl" and word.tag == "VBN":
            found = [word.head]
        if not found and word.dep == "relcl" and not any(c.dep in SUBJECTS and c.tag in WHO for c in word.children):
            found = [word.head]
        return with_conjuncts(found)
    if slot == "poss":
        return with_conjuncts([child for child in word.children if child.dep in ("poss", "compound", "nmod")])
    prepositions = [child for child in word.children if child.dep in ("prep", "agent", "prt", "advmod", "dative")]
    if word.pos == "NOUN" and word.dep == "dobj" and word.head.pos == "VERB":
        prepositions += [child for child in word.head.children if child.dep in ("prep", "dative") and child.i > word.i]
    prepositions += [i for c in prepositions if c.lower not in FIXED for i in c.children if i.dep == "prep"]
    return with_conjuncts([c for p in prepositions if p.lower == slot for c in p.children if c.dep == "pobj"])


def _is_passive(verb: Token) -> bool:
    return any(child.dep == "nsubjpass" or child.dep == "agent" for child in verb.children)


def _by(verb: Token) -> list[Token]:
    return [inner for child in verb.children if child.dep == "agent" for inner in child.children if inner.dep == "pobj"]
