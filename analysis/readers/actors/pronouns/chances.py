"""How likely a pronoun stands for each phrase that it may go back to, and for none of them.

A conditional logit over these phrases: what speaks for one and against it, by weights that were learned on judged
pronouns (`training/train_pronouns.py`). Salience by sentence distance, grammatical role and parallelism goes back to
Lappin and Leass, "An algorithm for pronominal anaphora resolution" (1994), being nobody's as one more choice to
Denis and Baldridge, "A ranking approach to pronoun resolution" (2007).
"""

from functools import cached_property
from itertools import pairwise
from math import exp, log1p

from analysis.grammar.clauses import predicate, subject
from analysis.grammar.phrases import is_definite, is_main_subject
from analysis.grammar.tokens import SUBJECTS, VERBAL, Token
from analysis.lexicon import weighed, weights
from analysis.readers.actors.antecedents import Candidate, is_minded, speaks
from analysis.readers.actors.pronouns.discourse import FORM_OF, GENDERS, Discourse
from analysis.readers.actors.scene import Scene

NEARER = 0.5  # what a subject or object is worth one clause further out
PRONOUNS = frozenset({"PRP", "PRP$"})
Features = dict[str, float]


class Asked:
    """A pronoun and what it may go back to: what all features of its phrases need to know of it."""

    def __init__(self, scene: Scene, discourse: Discourse, token: Token, options: list[Candidate]) -> None:
        self.scene, self.discourse, self.token, self.options = scene, discourse, token, options
        self.form = FORM_OF[token.lower]
        self.group = "he" if self.form in GENDERS else self.form
        self.function = "subject" if token.dep in SUBJECTS else "owner" if token.dep == "poss" else "object"
        self.says = speaks(token)

    @cached_property
    def verbs(self) -> list[tuple[Token, Token]]:
        """The verbs above the pronoun, the nearest first, each with what stands below it on the way."""
        way = [self.token, *self.token.ancestors()]
        return [(above, below) for below, above in pairwise(way) if above.pos in VERBAL]

    @cached_property
    def subjects(self) -> list[Token | None]:
        """The subjects of the verbs above."""
        return [subject(verb) for verb, _ in self.verbs]

    @cached_property
    def last_pronoun(self) -> int:
        """The number of the last pronoun of this form before it."""
        pronouns = (one.token for one in self.options if one.token.tag in PRONOUNS and one.token.i < self.token.i)
        return max((token.i for token in pronouns if FORM_OF.get(token.lower) == self.form), default=-1)

    @cached_property
    def nearest(self) -> str:
        """The bearer of the last phrase before it."""
        before = [one for one in self.options if one.token.i < self.token.i]
        return max(before, key=lambda one: one.token.i).bearer if before else ""


def chances(asked: Asked) -> dict[Candidate, float]:
    """How likely each bearer's likeliest phrase is; what is missing of 1 is the chance that it is none of them.

    Of equals the first is meant.
    """
    by = weights("antecedent_weights")
    best: dict[str, tuple[float, Candidate]] = {}
    for one in sorted(asked.options, key=lambda one: one.token.i):
        amount = exp(weighed(features_of(asked, one), by))
        if amount > best.get(name_of(one), (0.0, one))[0]:
            best[name_of(one)] = amount, one
    none = 0.0 if is_minded(asked.token) and best else exp(weighed(nobody(asked), by))
    whole = none + sum(amount for amount, _ in best.values())
    return {one: amount / whole for amount, one in best.values()}


def name_of(one: Candidate) -> str:
    """What two phrases have in common that are no rivals: their entity, or their noun."""
    return one.key or one.origin.lemma


def features_of(asked: Asked, one: Candidate) -> Features:
    """What speaks for a phrase and against it, by name and amount."""
    token, pronoun, quoted = one.token, asked.token, asked.discourse.quoted
    near, behind = token.sent == pronoun.sent, token.i > pronoun.i
    paragraph = asked.scene.parse.sentences[token.sent].paragraph
    last = token.i == asked.last_pronoun
    known = asked.group == "he" and one.gender != ""
    found = {
        "sentences back": asked.discourse.back(pronoun, token.sent),
        "in another sentence": not near,
        f"{asked.group} in another sentence": not near,
        "subject again": not near and is_main_subject(token) and is_main_subject(pronoun),
        "in another paragraph": paragraph != asked.scene.parse.sentences[pronoun.sent].paragraph,
        "in the headline": paragraph < 0,
        "in quotation": token.i in quoted and pronoun.i not in quoted,
        "behind": behind,
        "words back": (pronoun.i - token.i) / 10 if near and not behind else 0,
        "nearest": not behind and asked.nearest == one.bearer,
        "mentions": log1p(asked.discourse.known[one.key]),
        "is pronoun": token.tag in PRONOUNS,
        "last pronoun": last,
        f"last pronoun of {asked.function}": last,
        "gender is known": known or asked.form == one.gender == "they",
        f"{asked.group} for {'organization' if one.kind == 'country' else one.kind}": 1,
        f"{asked.group} for somebody unnamed": not one.key,
        "definite noun": not one.key and one.kind in ("person", "collective", "anybody") and is_definite(one.origin),
        "speaks": speaks(token),
        "speaks, as it does": asked.says and speaks(token),
    }
    return {name: float(amount) for name, amount in (found | _function(asked, token)).items() if amount}


def _function(asked: Asked, token: Token) -> Features:
    """What a phrase is in its clause, and to the clauses around the pronoun."""
    base = token.head if token.dep == "appos" else token
    role = "subject" if predicate(base) is not None else token.head.dep if token.dep == "appos" else token.dep
    found: Features = {f"is {role}": 1}
    outward = [n for n, one in enumerate(asked.subjects) if one is token]
    if outward:
        found["subject of a clause around"] = NEARER ** outward[0]
    for n, (verb, below) in enumerate(asked.verbs):
        if token.dep in ("dobj", "dative") and base.head is verb:
            way = "preposition" if below.dep in ("prep", "agent") else "clause" if below.pos in VERBAL else "phrase"
            found |= {"object of a clause around": NEARER**n, f"object, pronoun in a {way}": 1}
    owned = asked.token.head if asked.token.dep == "poss" else None
    if owned is not None:
        found["named beside what is its own"] = owned.dep == "conj" and owned.head in (token, base)
        apart = owned.dep == "appos" and owned.head is not token
        found["outside the apposition"] = apart and token.sent == asked.token.sent
    return found


def nobody(asked: Asked) -> Features:
    """What speaks for none of the phrases."""
    token = asked.token
    return {
        f"nobody for {asked.group}": 1,
        f"nobody for {asked.group} as {asked.function}": 1,
        "nobody, minded": is_minded(token),
        "nobody is": asked.function == "subject" and token.head.lemma == "be",
    }


def likeliest(asked: Asked) -> tuple[Candidate, float] | None:
    """The likeliest phrase and its chance; None where none of them is likelier still."""
    found = chances(asked)
    one = max(found, key=found.__getitem__, default=None)
    return (one, found[one]) if one is not None and found[one] >= 1 - sum(found.values()) else None
