"""Noun phrases: where one begins, what its head is, whether it is definite or the subject."""

from analysis.grammar.phrases import first_word, modifiers
from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.actors.scene import Scene

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def is_definite(token: Token) -> bool:
    """Whether the, this or that stands before a noun."""
    return any(child.lower in ("the", "this", "that") and child.dep == "det" for child in token.children)


def is_main_subject(token: Token) -> bool:
    """Whether a token is the subject of its sentence's main verb."""
    return token.dep in SUBJECTS and token.head.dep == "ROOT"


def beside(tokens: list[Token], token: Token) -> list[Token]:
    """What a noun stands in apposition to, the nearest first, or has in apposition: `Ann Holm, the mayor`."""
    if token.dep != "appos":
        return [child for child in token.rights if child.dep == "appos"]
    first = first_word(token).i
    near = [tokens[first - 2]] if first > 1 and tokens[first - 1].text == "," else []
    return [*near, token.head]


def has_name_beside(scene: Scene, token: Token) -> bool:
    """`a lawyer, Jane Doe,`: a noun that says of somebody named what he is."""
    return any(child.dep == "appos" and child.i in scene.at for child in token.rights)


def is_introduced(scene: Scene, token: Token) -> bool:
    """`if a nation grows, that nation`: whether the same noun has just been brought in as one of many."""
    lemma, tag = token.lemma, token.tag
    near = scene.parse.sentences[max(token.sent - 1, 0) : token.sent + 1]
    same = (other for sentence in near for other in sentence.tokens if other.lemma == lemma and other.tag == tag)
    before = [other for other in same if other.i < token.i and not has_name_beside(scene, other)]
    return any(child.lower in words("one_of_many") for other in before for child in other.lefts)


def is_aged(token: Token) -> bool:
    """`the 54-year-old`: somebody by age alone."""
    return token.lower == "old" and any(child.lower == "year" for child in token.lefts)


def is_quantified(token: Token) -> bool:
    """`no lawyer`, `every nurse`, `any voter`: a phrase that speaks of nobody in particular."""
    return any(child.lower in ("no", "every", "each", "any", "either", "neither") for child in token.lefts)


def modifiers_of(token: Token) -> tuple[str, ...]:
    """The adjectives and nouns before a noun that tell its sort, lower case: `undocumented` immigrants, not `many`."""
    before = (child for child in modifiers(token) if child.tag != "CD")
    return tuple(child.lower for child in before if child.lower not in words("quantifiers"))
