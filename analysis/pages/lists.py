"""Pages of tables: who is in the article, who said what, who stands where, what happened when."""

import re
from typing import Any

import pandas as pd

from analysis.charts.base import ACTORS, SIGNS
from analysis.charts.days import value_in_words
from analysis.console import counted
from analysis.pages.blocks import Block, Markup, html, table
from analysis.pages.cues import telling
from analysis.pages.links import source_of, to_text
from analysis.pages.marks import WORDS, Mark, article_of, marked_passage, stance_mark
from analysis.reading import Reading
from analysis.tables.plain import rows, shown, speech, spoken, unspoken

BASES = {"quotation": "by words", "action": "by deeds", "description": "as described"}
IN_TEXT = "in the order of the text"
STANDS = {"support": "for", "oppose": "against", "neutral": "neutral"}


def actors(reading: Reading) -> Block:
    """Every actor once: persons, organizations, countries and groups, the most mentioned first."""
    columns = ["Actor", "Kind", "Mentions", "Also called", "Role", "Country", "Confidence"]
    lines = [
        (
            row.name,
            row.kind,
            row.n_mentions,
            also_called(reading, row),
            role_of(reading, row),
            row.country,
            percent(row.confidence),
        )
        for row in _entities(reading)
        if row.kind in ACTORS
    ]
    rest = _rest(reading.entities[reading.entities.kind.isin(ACTORS)], numbered=False)
    caption = f"{counted(len(lines), 'actor')}{rest}"
    return table(caption, columns, lines, order="the most mentioned first", none="no actor was found")


def places_and_issues(reading: Reading) -> Block:
    """Every place, issue (a thing that one can be for or against) and work (what is made and named) once."""
    lines = [
        (row.name, row.kind, row.n_mentions, also_called(reading, row), percent(row.confidence))
        for row in sorted(_entities(reading), key=lambda row: row.kind)
        if row.kind not in ACTORS
    ]
    columns = ["Name", "Kind", "Mentions", "Also called", "Confidence"]
    others = reading.entities[~reading.entities.kind.isin(ACTORS)]
    caption = f"Places, issues and works{_rest(others, numbered=False) if lines else ''}"
    return table(caption, columns, lines, none=_none(others, "none was found"))


def quotations(reading: Reading, *, actor: str | None = None) -> Block:
    """Who said or wrote what, in the order of the text; or what one actor said."""
    found = rows(spoken(reading.quotations))
    if actor is None:
        caption = f"{counted(len(found), 'quotation')}{_rest(speech(reading.quotations))}"
        return _attributed(reading, caption, found, "nobody is quoted")
    caption = f"What {entity_of(reading, actor).name} said"
    return _attributed(reading, caption, found, "nothing is quoted", actor)


def thoughts(reading: Reading, *, actor: str | None = None) -> Block:
    """Who thinks, wants, feels or found what, in the order of the text; or what one actor does."""
    whose = "Thoughts, wishes and findings"
    if actor is not None:
        whose = f"What {entity_of(reading, actor).name} thinks or wants"
    return _attributed(reading, whose, rows(unspoken(reading.quotations)), "none is told", actor)


def _attributed(reading: Reading, caption: str, found: list[Any], none: str, actor: str | None = None) -> Block:
    """A line a quotation; of one actor alone, without its name."""
    article = article_of(reading)
    lines = [
        (
            row.source or "source not named",
            row.content,
            _manner(row),
            percent(row.confidence),
            _said(article, row, actor is None),
        )
        for row in found
        if actor is None or actor in list(row.source_ids)
    ]
    columns = ["Who", "What", "How", "Confidence", "Text"]
    cited = ("What", source_of(article))
    if actor is None:
        return table(caption, columns, lines, order=IN_TEXT, none=none, cited=cited)
    own = [line[1:] for line in lines]
    return table(caption, columns[1:], own, order=IN_TEXT, none=none, headed=False, cited=cited)


def pairs(reading: Reading) -> Block:
    """A line a pair and side: who stands where on whom or what, with the strongest evidence."""
    found: dict[tuple[str, ...], list[Any]] = {}
    for row in rows(shown(reading.stances)):
        found.setdefault((row.holder_id, row.target_id, row.polarity), []).append(row)
    order = {holder: n for n, holder in enumerate(dict.fromkeys(holder for holder, _, _ in found))}
    groups = sorted(found.values(), key=lambda group: (order[group[0].holder_id], -len(group)))
    often = any(len(group) > 1 for group in groups)
    lines = [_stance(reading, max(group, key=strength), len(group) if often else None) for group in groups]
    evidence = ["Times", "Strongest evidence"] if often else ["Evidence"]
    columns = ["Who", "Stands", "On", *evidence, "How", "Confidence", "Text"]
    caption = _pairs_caption(reading, len(lines)) if lines else "Stances"
    cited = (evidence[-1], source_of(article_of(reading)))
    return table(caption, columns, lines, none=_none(reading.stances, "none was found"), cited=cited)


def _pairs_caption(reading: Reading, n_lines: int) -> str:
    number = len(shown(reading.stances))
    if number == n_lines:
        return f"{counted(number, 'stance')} with the evidence{_rest(reading.stances)}"
    lines = counted(n_lines, "line")
    return f"{counted(number, 'stance')} in {lines}, each with the strongest evidence{_rest(reading.stances)}"


def _rest(frame: pd.DataFrame, *, numbered: bool = True) -> str:
    """What a caption says of rows that are not shown, and of their numbers where rows have some."""
    hidden = len(frame) - len(shown(frame))
    numbers = ", with the numbers left out here," if numbered else ""
    return f" ({hidden:,} less certain{numbers} only in the saved table)" if hidden else ""


def _none(frame: pd.DataFrame, words: str) -> str:
    """What is said of a table that shows nothing, though there may be rows."""
    return f"none is certain enough; {len(frame):,} less certain only in the saved table" if len(frame) else words


def stances(reading: Reading, *, holder: str | None = None, target: str | None = None) -> Block:
    """All stance rows, or those of one holder, on one target, or both, the most certain first."""
    kept = [
        row
        for row in rows(shown(reading.stances))
        if holder in (None, row.holder_id) and target in (None, row.target_id)
    ]
    left_out = 2 if holder is None and target else 0 if holder and target is None else None
    lines = [_stance(reading, row, home=left_out is None) for row in sorted(kept, key=strength, reverse=True)]
    caption = "The evidence"
    if holder and target:
        caption = f"Where {entity_of(reading, holder).name} stands on {entity_of(reading, target).name}"
    elif left_out == 0:
        caption = f"Where {entity_of(reading, str(holder)).name} stands"
    elif left_out == 2:
        caption = f"Who stands where on {entity_of(reading, str(target)).name}"
    columns = ["Who", "Stands", "On", "Evidence", "How", "Confidence", "Text"]
    kept = [[cell for n, cell in enumerate(line) if n != left_out] for line in [columns, *lines]]
    cited = ("Evidence", source_of(article_of(reading)))
    return table(caption, kept[0], kept[1:], none="no stance was found", headed=left_out != 0, cited=cited)


def dates(reading: Reading) -> Block:
    """Every time expression with what it means, in the order of the text."""
    article = article_of(reading)
    lines = [(row.text, _meaning(row), _dated(article, row)) for row in rows(reading.dates)]
    caption = counted(len(lines), "expression of time", "expressions of time")
    return table(caption, ["Words", "Means", "Sentence"], lines, order=IN_TEXT, none="nothing is dated")


def _meaning(row: Any) -> Markup:
    """The day or value in words."""
    plain = re.fullmatch(r"\d{4}(?:-\d\d){0,2}", row.day or row.value)
    words = value_in_words(row.day or row.value)
    return Markup(f'<time datetime="{html(plain[0])}">{html(words)}</time>' if plain else html(words))


def sentence_of(article: Any, row: Any) -> tuple[int, int]:
    """The sentence a date stands in, or the headline, else the date itself."""
    spans = [*article.sentence_spans, (article.headline_start or 0, article.headline_end or 0)]
    return next(((a, b) for a, b in spans if a <= row.start < b), (row.start, row.end))


def _dated(article: Any, row: Any) -> Markup:
    return marked_passage(article.text, *sentence_of(article, row), [Mark(row.start, row.end, "chosen")])


def strength(row: Any) -> tuple[float, float]:
    """How much a stance row weighs: first how sure it is, then how far it goes."""
    return row.confidence, abs(row.score)


def percent(share: float) -> str:
    """A share as a whole percentage."""
    return f"{share * 100:.0f} %"


def entity_of(reading: Reading, key: str) -> Any:
    """The row of an entity.

    Raises KeyError that names those there are.
    """
    found = {row.entity_id: row for row in rows(reading.entities)}
    if key not in found:
        raise KeyError(f"no entity {key!r} in this reading; there are: {', '.join(found) or 'none'}")
    return found[key]


def role_of(reading: Reading, row: Any) -> str | None:
    """The role of an entity; where that is a row that is not shown, its first that is."""
    own = reading.roles[reading.roles.entity_id == row.entity_id]
    told = [role.role for role in rows(shown(own))]
    return row.role if row.role in told or row.role not in set(own.role) else next(iter(told), None)


def also_called(reading: Reading, row: Any) -> str:
    """The other forms of a name; capitals make no other form, and of an issue only forms that the text has count."""
    mentions = reading.mentions
    texts = {" ".join(text.split()).casefold() for text in mentions.text[mentions.entity_id == row.entity_id]}
    forms = {row.name.casefold(): ""}
    for alias in row.aliases:
        if row.kind != "issue" or alias.casefold() in texts:
            forms.setdefault(alias.casefold(), alias)
    return ", ".join(filter(None, forms.values()))


def _entities(reading: Reading) -> list[Any]:
    return sorted(rows(shown(reading.entities)), key=lambda row: -row.n_mentions)


def _manner(row: Any) -> str:
    """How it is quoted: the kind, the cue where it tells something, and whether it was said at all."""
    cue = telling(row.cue)
    status = "" if row.status == "said" else row.status.replace("_", " ")
    return ", ".join(filter(None, [row.kind, cue and f"“{cue}”", status]))


def _said(article: Any, row: Any, home: bool) -> Markup:
    who = f"{row.source or 'source not named'}, {_manner(row)}"
    return to_text(article, row.quotation_id, who, row.content_start, row.content_end, home=home)


def _stance(reading: Reading, row: Any, number: int | None = None, *, home: bool = False) -> tuple[Any, ...]:
    article = article_of(reading)
    sign = Markup(f'<span class="{row.polarity}">{SIGNS[row.polarity][0]} {STANDS[row.polarity]}</span>')
    evidence = marked_passage(article.text, row.evidence_start, row.evidence_end, _marks_of(article.text, row))
    names = {entity.entity_id: entity.name for entity in rows(reading.entities)}
    told = names.get(row.said_by_id, "somebody") if row.said_by_id else None
    who = f"{row.holder} {WORDS[row.polarity]} {row.target}{f', as told by {told}' if told else ''}"
    place = to_text(article, row.stance_id, who, row.evidence_start, row.evidence_end, home=home)
    how = f"{BASES[row.basis]}{f', told by {told}' if told else ''}"
    last = (how, percent(row.confidence), place)
    return (row.holder, sign, row.target, *((number,) if number else ()), evidence, *last)


def _marks_of(text: str, row: Any) -> list[Mark]:
    marks = [stance_mark(text, row)] if row.cue_start is not None else []
    sides = ((row.holder_start, row.holder_end), (row.target_start, row.target_end))
    return marks + [Mark(start, end, "actor") for start, end in sides if start is not None]
