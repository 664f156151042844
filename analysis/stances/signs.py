"""The sign of stances that no frame gives: by what the article says of the same two elsewhere, by camp, by tone."""

from collections import Counter

from analysis.coreference.scene import Scene
from analysis.stances.camps import camps
from analysis.stances.candidates import Candidate

SURE = frozenset({"frame", "description"})


def settle(scene: Scene, found: list[Candidate]) -> list[Candidate]:
    """Candidates with their signs settled; those of frames stay as they are."""
    party = camps(scene)
    known: Counter[tuple[str, str]] = Counter()
    for one in found:
        if one.rule in SURE:
            known[one.holder, one.target] += one.sign
    return [one if one.rule in SURE else _settled(one, party, known) for one in found]


def _settled(one: Candidate, party: dict[str, str], known: Counter[tuple[str, str]]) -> Candidate:
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
