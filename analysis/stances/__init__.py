"""Who stands where on whom and on what."""

from analysis.coreference.scene import Scene
from analysis.coreference.sources import source_entities
from analysis.records import Article, Attribution, Cast, Span, Stance
from analysis.stances.candidates import Candidate, beside, deeds, descriptions, spoken
from analysis.stances.issues import add_issues
from analysis.stances.signs import settle
from analysis.syntax import Parse

__all__ = ["find_stances"]

OFF: set = set()


def find_stances(
    article: Article, parse: Parse, attributions: tuple[Attribution, ...], cast: Cast
) -> tuple[tuple[Stance, ...], Cast]:
    """The stances in text order, and the cast with the issues that they are about added to it."""
    scene = Scene(article, parse, cast)
    add_issues(scene)
    sources = source_entities(parse, cast, attributions)
    found = []
    if "deeds" not in OFF:
        found += [*deeds(scene)]
    if "desc" not in OFF:
        found += [*descriptions(scene)]
    if "spoken" not in OFF:
        found += [*spoken(scene, attributions, sources)]
    if "beside" not in OFF:
        found += [*beside(scene)]
    found = settle(scene, found)
    best: dict[tuple[str, str, int], Candidate] = {}
    for one in found:
        if one.holder == one.target or one.rule in OFF:
            continue
        key = (one.holder, one.target, one.target_token.sent)
        if key not in best or one.strength > best[key].strength:
            best[key] = one
    rows = tuple(
        _row(scene, one) for one in sorted(best.values(), key=lambda one: (one.cue.start, one.target_token.start))
    )
    return rows, scene.cast()


def _row(scene: Scene, one: Candidate) -> Stance:
    sentence = scene.parse.sentences[one.target_token.sent]
    return Stance(
        holder_id=one.holder,
        target_id=one.target,
        polarity="support" if one.sign > 0 else "oppose" if one.sign < 0 else "neutral",
        score=one.sign * one.strength,
        basis="quotation"
        if one.rule in ("tone", "tone near", "default")
        else "description"
        if one.rule == "description"
        else "action",
        evidence=sentence.span,
        holder=Span(one.holder_token.start, one.holder_token.end),
        target=Span(one.target_token.start, one.target_token.end),
        cue=Span(one.cue.start, one.cue.end),
        confidence=one.strength,
    )
