"""Who stands where on whom and on what."""

from collections import Counter
from dataclasses import replace

from analysis.grammar.tokens import Parse, Token
from analysis.readers.actors import Scene
from analysis.readers.stances.deeds import deeds, descriptions
from analysis.readers.stances.encoder import Question, ask
from analysis.readers.stances.evidence import Evidence
from analysis.readers.stances.issues import find_issues, joined, with_issues
from analysis.readers.stances.judge import Ask, Verdict, judged
from analysis.readers.stances.judgments import namings, wishes
from analysis.readers.stances.pairs import SURE, Candidate, Told
from analysis.readers.stances.spoken import beside, reported, spoken
from analysis.records import Article, Cast, Quotation, Span, Stance

__all__ = ["ask", "find_issues", "find_stances", "with_issues"]

POLARITY = {1: "support", -1: "oppose", 0: "neutral"}
REPORTING = frozenset({"speech", "thought", "evidence"})  # sorts of cues
LEAST = 0.03  # chance of a stance below which it is no row
DOUBTFUL = 0.3  # chance up to which the article as a whole tells the sign


def find_stances(
    article: Article,
    parse: Parse,
    quotations: tuple[Quotation, ...],
    sources: tuple[tuple[str, ...], ...],
    cast: Cast,
    issues: Cast,
    *,
    ask: Ask | None = ask,
) -> tuple[Stance, ...]:
    """The stances in text order, of the cast on one another and on the issues; `sources` are those of the quotations.

    One row a holder, target and sentence; rows that contradict each other stand side by side. `ask` gives what the
    encoder reads; None leaves the judgement to grammar and word lists. Who met or talked is a neutral row. It does not
    judge who is right, nor what is meant but not said.
    """
    scene = Scene(article, parse, joined(cast, issues))
    told = reported(scene, quotations, sources)
    found = candidates(scene, quotations, sources, told)
    asked = [one for one in found if one.sign or one.rule not in SURE]
    evidence, signs = Evidence(scene, told), [one.sign for one in asked]
    verdicts = judged([evidence.of(one) for one in asked], signs, [question(scene, one) for one in asked], ask)
    verdicts = _together(asked, _in_line(asked, _each_way(asked, verdicts)))
    sure = {id(one): verdict for one, verdict in zip(asked, verdicts, strict=True)}
    rows = ((one, *sure.get(id(one), (0, one.strength))) for one in found)
    found = tuple(_row(scene, one, sign, chance, told) for one, sign, chance in rows if chance >= LEAST)
    return tuple(replace(row, said_by_id=_reporter(row, quotations, sources)) for row in found)


def _each_way(found: list[Candidate], verdicts: list[Verdict]) -> list[Verdict]:
    """The verdicts; `fighting between Norway and Finland` is as likely one way as the other."""
    chances = {
        (one.holder, one.target, one.cue.i): v.chance for one, v in zip(found, verdicts, strict=True) if one.sign
    }
    back = ((one.target, one.holder, one.cue.i) for one in found)
    return [
        v._replace(chance=(v.chance + chances.get(key, v.chance)) / 2) for v, key in zip(verdicts, back, strict=True)
    ]


def _in_line(found: list[Candidate], verdicts: list[Verdict]) -> list[Verdict]:
    """The verdicts; where no word gives a sign, a doubtful one has that of its pair in the article as a whole."""
    whole: Counter[tuple[str, str]] = Counter()
    for one, verdict in zip(found, verdicts, strict=True):
        whole[one.holder, one.target] += verdict.sign * verdict.chance
    return [
        verdict._replace(sign=1 if whole[one.holder, one.target] > 0 else -1)
        if verdict.chance < DOUBTFUL and not one.sign
        else verdict
        for one, verdict in zip(found, verdicts, strict=True)
    ]


def _together(found: list[Candidate], verdicts: list[Verdict]) -> list[Verdict]:
    """The verdicts, the surest of a pair and sign with the chance that one of them is right; where no word gives the
    sign, and none for the other sign.

    Who finds fault with somebody in five doubtful sentences is likely against him. They are taken to be independent.
    """
    unlikely: dict[tuple[str, str, int], float] = {}
    surest: dict[tuple[str, str, int], int] = {}
    for n, (one, verdict) in enumerate(zip(found, verdicts, strict=True)):
        key = one.holder, one.target, verdict.sign
        unlikely[key] = unlikely.get(key, 1.0) * (1 - verdict.chance)
        if key not in surest or verdict.chance > verdicts[surest[key]].chance:
            surest[key] = n
    verdicts = list(verdicts)
    for (holder, target, sign), n in surest.items():
        other = 1.0 if found[n].sign else unlikely.get((holder, target, -sign), 1.0)
        verdicts[n] = verdicts[n]._replace(chance=(1 - unlikely[holder, target, sign]) * other)
    return verdicts


def question(scene: Scene, one: Candidate) -> Question:
    """What the encoder is asked of a candidate: its sentence, the mentions of target and of holder if he is in it."""
    start, end = scene.parse.sentences[one.target_token.sent].span

    def within(token: Token) -> tuple[int, int]:
        first, last = scene.name_around(token)
        return max(first.start, start) - start, min(last.end, end) - start

    inside = one.holder_token.sent == one.target_token.sent
    return Question(
        scene.article.text[start:end], within(one.target_token), within(one.holder_token) if inside else None
    )


def candidates(
    scene: Scene, quotations: tuple[Quotation, ...], sources: tuple[tuple[str, ...], ...], told: Told
) -> list[Candidate]:
    """Who may stand for or against whom, as grammar and word lists find it: the best a holder, target and sentence."""
    voices = {i: by[0] for i, (_, by) in told.items() if by}
    made = {
        "deeds": deeds(scene, voices),
        "descriptions": descriptions(scene),
        "namings": namings(scene, voices),
        "wishes": wishes(scene, voices),
        "spoken": spoken(scene, quotations, sources),
        "beside": beside(scene),
    }
    found = [one._replace(found_by=rule) for rule, those in made.items() for one in those]
    found = _of_others([one for one in found if scene.entities[one.holder].kind != "issue"], told)
    unsaid = {i for i, (n, _) in told.items() if quotations[n].status == "not_said"}
    best: dict[tuple[str, str, int], Candidate] = {}
    for one in found:
        key = (one.holder, one.target, one.target_token.sent)
        if (one.rule in SURE or one.target_token.i not in unsaid) and (
            key not in best or _rank(one) > _rank(best[key])
        ):
            best[key] = one
    return sorted(best.values(), key=lambda one: (one.cue.start, one.target_token.start, one.holder))


def _of_others(found: list[Candidate], told: Told) -> list[Candidate]:
    """Without what is another's: nobody stands to his reporter by being quoted, nor a reporter to what others back or
    speak of in words of their own."""

    def sources(token: Token) -> tuple[str, ...]:
        return told.get(token.i, (0, ()))[1]

    framed = {(one.target, one.target_token.i) for one in found if one.rule in SURE}
    return [
        one
        for one in found
        if one.holder != one.target
        and (one.rule in SURE or (one.target, one.target_token.i) not in framed)
        and (one.rule != "clause" or one.target not in sources(one.holder_token))
        and (one.rule != "content" or one.holder in (sources(one.target_token) or {one.holder}))
    ]


def _rank(one: Candidate) -> tuple[bool, bool, float]:
    """A word that shows the stance itself is better evidence than who is spoken of; a side taken, than a meeting."""
    return one.rule in SURE, one.sign != 0, one.strength


def _row(scene: Scene, one: Candidate, sign: int, chance: float, told: Told) -> Stance:
    by_word = one.rule == "content"
    at = one.target_token if by_word else one.cue
    quotation, by = told.get(at.i, (None, ()))
    own = by_word or one.holder in by
    basis = "quotation" if own else "description" if one.rule == "description" else "action"
    return Stance(
        holder_id=one.holder,
        target_id=one.target,
        polarity=POLARITY[sign],
        score=round(sign * chance, 2),
        basis=basis,
        evidence=scene.parse.sentences[one.target_token.sent].span,
        holder=Span(one.holder_token.start, one.holder_token.end),
        target=Span(one.target_token.start, one.target_token.end),
        cue=Span(one.cue.start, one.cue.end),
        quotation=quotation,
        confidence=round(chance, 2),
        rule=one.found_by,
    )


def _reporter(row: Stance, quotations: tuple[Quotation, ...], sources: tuple[tuple[str, ...], ...]) -> str | None:
    """Who tells it: the innermost speaker but the holder (`Berg said that Hall wrote that he opposes it`)."""
    at = row.target if row.rule == "spoken" else row.cue
    around = [
        (sum(end - start for start, end in said.content), by)
        for said, by in zip(quotations, sources, strict=True)
        if by
        and row.holder_id not in by
        and said.cue_sort in REPORTING
        and any(start <= at.start < end for start, end in said.content)
    ]
    return min(around)[1][0] if around else None
