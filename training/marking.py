"""The teacher's input: a sentence with one target between two marker tokens."""

from examples import Sentence
from sentiment import CLS, MAX_TOKENS, SEP, Encoded
from tokenizers import Tokenizer

OPEN, CLOSE = "[unused1]", "[unused2]"


def marked(sentences: list[Sentence], tokenizer: Tokenizer) -> list[Encoded]:
    """Each sentence once a target, as many tokens as are read; of a long sentence, those around the target."""
    spans = [(sentence.text, *target) for sentence in sentences for target in sentence.targets]
    pieces = [piece for text, start, end in spans for piece in (text[:start], text[start:end], text[end:])]
    ids = [one.ids for one in tokenizer.encode_batch(pieces, add_special_tokens=False)]
    first, last, opening, closing = (tokenizer.token_to_id(token) for token in (CLS, SEP, OPEN, CLOSE))
    encoded = []
    for k in range(0, len(ids), 3):
        before, target, after = _window(ids[k], ids[k + 1], ids[k + 2], MAX_TOKENS - 4)
        inside = [opening, *target, closing]
        flags = [0] * (1 + len(before)) + [1] * len(inside) + [0] * (len(after) + 1)
        encoded.append(Encoded([first, *before, *inside, *after, last], [flags]))
    return encoded


def _window(before: list[int], target: list[int], after: list[int], room: int) -> tuple[list[int], ...]:
    """As much of the context as fits, half of it on each side unless one side needs less."""
    target = target[:room]
    room -= len(target)
    left = min(len(before), max(room // 2, room - len(after)))
    return before[len(before) - left :], target, after[: room - left]
