"""Which of several a noun means: who is spoken of most just before, a subject more than others.

After centering, Grosz, Joshi and Weinstein (1995): what a sentence was about is what the next one speaks of.
"""

from collections.abc import Collection

from analysis.grammar.phrases import head_of
from analysis.grammar.tokens import Token
from analysis.readers.actors.phrases import SUBJECTS, is_main_subject
from analysis.readers.actors.scene import Scene

REACH = 8  # sentences back in which the bearer of a role or generic noun is looked for
FADING = 0.6  # what a mention is worth one sentence further back
ABOUT, SUBJECT, OTHER = 3.0, 1.5, 1.0  # subject of the sentence, of another clause, anything else


def is_near(scene: Scene, start: int, token: Token) -> bool:
    """Whether an offset is at most REACH sentences before a token."""
    there = scene.tokens_of(start, start + 1)
    return bool(there) and token.sent - there[0].sent <= REACH


def most_salient(scene: Scene, token: Token, keys: Collection[str]) -> str | None:
    """The entity that is mentioned most in the sentences before a token, the nearer the more; none out of reach."""
    found: dict[str, tuple[float, int]] = {}
    for mention in scene.mentions if keys else ():
        key = mention.entity_id
        if key is None or key not in keys or mention.start >= token.start:
            continue
        head = head_of(scene.tokens_of(mention.start, mention.end))
        back = token.sent - head.sent
        if back <= REACH:
            score, last = found.get(key, (0.0, 0))
            found[key] = score + _weight(head) * FADING**back, max(last, mention.start)
    return max(found, key=lambda key: found[key], default=None)


def _weight(head: Token) -> float:
    if is_main_subject(head):
        return ABOUT
    return SUBJECT if head.dep in SUBJECTS else OTHER
