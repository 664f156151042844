"""Who stands where on whom and on what."""

from analysis.grammar.tokens import Parse
from analysis.readers.actors import Scene
from analysis.readers.stances.deeds import deeds, descriptions
from analysis.readers.stances.issues import find_issues, joined, with_issues
from analysis.readers.stances.judgments import namings
from analysis.readers.stances.pairs import SURE, Candidate
from analysis.readers.stances.sentiment import score_targets
from analysis.readers.stances.signs import Sentiment, settle
from analysis.readers.stances.spoken import beside, reported, spoken
from analysis.records import Article, Cast, Quotation, Span, Stance

__all__ = ["find_issues", "find_stances", "score_targets", "with_issues"]

POLARITY = {1: "support", -1: "oppose", 0: "neutral"}


def find_stances(
    article: Article,
    parse: Parse,
    quotations: tuple[Quotation, ...],
    sources: tuple[tuple[str, ...], ...],
    cast: Cast,
    issues: Cast,
    *,
    sentiment: Sentiment | None = None,
) -> tuple[Stance, ...]:
    """The stances in text order, of the cast on one another and on the issues; `sources` are those of the quotations.

    `sentiment` gives signs where words alone do not, asked about less than half of an article. One row a holder, target
    and sentence; rows that contradict each other stand side by side; where a sign stays open there is none. It does
    not judge who is right, nor what is meant but not said.
    """
    scene = Scene(article, parse, joined(cast, issues))
    told = reported(scene, quotations, sources)
    found = candidates(scene, quotations, sources, told)
    best: dict[tuple[str, str, int], Candidate] = {}
    for one in settle(scene, found, sentiment):
        key = (one.holder, one.target, one.target_token.sent)
        if key not in best or _rank(one) > _rank(best[key]):
            best[key] = one
    ordered = sorted(best.values(), key=lambda one: (one.cue.start, one.target_token.start, one.holder))
    return tuple(_row(scene, one, told) for one in ordered)


def candidates(
    scene: Scene,
    quotations: tuple[Quotation, ...],
    sources: tuple[tuple[str, ...], ...],
    told: dict[int, tuple[int, str | None]],
) -> list[Candidate]:
    """Everybody who may stand for or against somebody, as grammar and word lists find them, before they are judged."""
    voices = {i: speaker for i, (_, speaker) in told.items() if speaker}
    made = {
        "deeds": deeds(scene, voices),
        "descriptions": descriptions(scene),
        "namings": namings(scene, voices),
        "spoken": spoken(scene, quotations, sources),
        "beside": beside(scene),
    }
    found = [one._replace(found_by=rule) for rule, those in made.items() for one in those]
    found = _of_others([one for one in found if scene.entities[one.holder].kind != "issue"], told)
    unsaid = {i for i, (n, _) in told.items() if quotations[n].status == "not_said"}
    return [one for one in found if one.rule in SURE or one.target_token.i not in unsaid]


def _of_others(found: list[Candidate], told: dict[int, tuple[int, str | None]]) -> list[Candidate]:
    """Without what is another's: nobody stands to his reporter by being quoted, nor a reporter to what others back."""
    framed = {(one.target, one.target_token.sent) for one in found if one.rule in SURE}
    return [
        one
        for one in found
        if one.holder != one.target
        and (one.rule in SURE or (one.target, one.target_token.sent) not in framed)
        and (one.rule != "clause" or told.get(one.holder_token.i, (0, None))[1] != one.target)
    ]


def _rank(one: Candidate) -> tuple[bool, bool, float]:
    """A word that shows the stance itself is better evidence than who is spoken of; a side taken, than a meeting."""
    return one.rule in SURE, one.sign != 0, one.strength


def _row(scene: Scene, one: Candidate, told: dict[int, tuple[int, str | None]]) -> Stance:
    by_word = one.rule == "content"
    at = one.target_token if by_word else one.cue
    quotation, speaker = told.get(at.i, (None, None))
    basis = (
        "quotation" if by_word or speaker == one.holder else "description" if one.rule == "description" else "action"
    )
    return Stance(
        holder_id=one.holder,
        target_id=one.target,
        polarity=POLARITY[one.sign],
        score=round(one.sign * one.strength, 3),
        basis=basis,
        evidence=scene.parse.sentences[one.target_token.sent].span,
        holder=Span(one.holder_token.start, one.holder_token.end),
        target=Span(one.target_token.start, one.target_token.end),
        cue=Span(one.cue.start, one.cue.end),
        said_by_id=speaker if speaker != one.holder else None,
        quotation=quotation,
        confidence=round(one.strength, 3),
        rule=one.found_by,
    )
