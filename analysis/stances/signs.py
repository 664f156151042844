"""The sign of stances that no frame gives: by what the article says of the same two elsewhere, by camp, by model."""

from collections import Counter
from collections.abc import Callable, Sequence

from analysis.coreference.scene import Scene
from analysis.stances.camps import camps
from analysis.stances.candidates import Candidate

Sentiment = Callable[[Sequence[tuple[str, int, int]]], list[tuple[float, float, float]]]
SURE = frozenset({"frame", "description"})
MODEL_LEAST = 0.15  # by how much the model must prefer one sign before it decides


def settle(scene: Scene, found: list[Candidate], sentiment: Sentiment | None) -> list[Candidate]:
    """Candidates with their signs settled; those of frames stay as they are."""
    party = camps(scene)
    known: Counter[tuple[str, str]] = Counter()
    for one in found:
        if one.rule in SURE:
            known[one.holder, one.target] += one.sign
    settled = [one if one.rule in SURE else _by_article(one, party, known) for one in found]
    return _by_model(scene, settled, sentiment) if sentiment else settled


def _by_article(one: Candidate, party: dict[str, str], known: Counter[tuple[str, str]]) -> Candidate:
    said = known[one.holder, one.target]
    if said:
        return one._replace(sign=1 if said > 0 else -1, rule=f"{one.rule}, as elsewhere", strength=0.7)
    mine, theirs = party.get(one.holder), party.get(one.target)
    if mine and theirs:
        return one._replace(sign=1 if mine == theirs else -1, rule=f"{one.rule}, by camp", strength=0.7)
    back = known[one.target, one.holder]
    if back:
        return one._replace(sign=1 if back > 0 else -1, rule=f"{one.rule}, in return", strength=0.65)
    return one


def _by_model(scene: Scene, found: list[Candidate], sentiment: Sentiment) -> list[Candidate]:
    """What is left is judged by the sentence's sentiment towards the target."""
    open_ = [n for n, one in enumerate(found) if "," not in one.rule and one.rule not in SURE]
    items = [_item(scene, found[n]) for n in open_]
    for n, (negative, _, positive) in zip(open_, sentiment(items), strict=True):
        lean = positive - negative
        if abs(lean) >= MODEL_LEAST:
            one = found[n]
            found[n] = one._replace(
                sign=1 if lean > 0 else -1, rule=f"{one.rule}, by model", strength=0.5 + abs(lean) / 3
            )
    return found


def _item(scene: Scene, one: Candidate) -> tuple[str, int, int]:
    start, end = scene.parse.sentences[one.target_token.sent].span
    return scene.article.text[start:end], one.target_token.start - start, one.target_token.end - start
