"""Which of several a noun means: who is spoken of most just before, a subject more than others.

After centering, Grosz, Joshi and Weinstein (1995): what a sentence was about is what the next one speaks of.
"""

from collections.abc import Collection

from analysis.coreference.scene import Scene
from analysis.syntax import Token

REACH = 8  # sentences back in which the bearer of a role or generic noun is looked for
FADING = 0.6  # what a mention is worth one sentence further back
ABOUT, SUBJECT, OTHER = 3.0, 1.5, 1.0  # subject of the sentence, of another clause, anything else


def most_salient(scene: Scene, token: Token, keys: Collection[str]) -> str | None:
    """The entity that is mentioned most in the sentences before a token, the nearer the more; none out of reach."""
    found: dict[str, tuple[float, int]] = {}
    for mention in scene.mentions if keys else ():
        key = mention.entity_id
        if key is None or key not in keys or mention.start >= token.start:
            continue
        head = _head_of(scene.tokens_of(mention.start, mention.end))
        back = token.sent - head.sent
        if back <= REACH:
            score, last = found.get(key, (0.0, 0))
            found[key] = score + _weight(head) * FADING**back, max(last, mention.start)
    return max(found, key=lambda key: found[key], default=None)


def _head_of(tokens: list[Token]) -> Token:
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside or token.head is token), tokens[-1])


def _weight(head: Token) -> float:
    if head.dep not in ("nsubj", "nsubjpass"):
        return OTHER
    return ABOUT if head.head.dep == "ROOT" else SUBJECT
