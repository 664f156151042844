"""A study's codebook applied to an article: its names among the names found, its actors and issues in the cast.

Each step gives what it was given where there is no codebook. Rules know nothing of it.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from analysis.codebook import Actor, Issue, bare
from analysis.grammar.phrases import head_of
from analysis.grammar.tokens import Parse
from analysis.records import Article, ArticleReading, Cast, Entity, Mention, Name, Span

RULE = "codebook"
SURE = 0.95  # of what a codebook names: a word may still mean another


Sought = Actor | Issue


class Found(NamedTuple):
    """A place in the text, the actor or issue that its words mean, and where the head of these words begins."""

    span: Span
    of: Sought
    head: int


def own_names(article: Article, parse: Parse, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """The names with those of the codebook's actors, and without what it leaves out or what is in an issue's wording.

    A longer name that holds one of theirs stays whole. Forms in small letters are no names: see `own_actors`.
    """
    book = article.codebook
    if book is None:
        return names
    issues = [found.span for found in _found(article, parse, book.issues)]
    kept = [one for one in names if bare(one.text) not in book.no_names and not _inside(one, issues)]
    own = [found for found in _found(article, parse, book.actors) if _is_name(article.text[slice(*found.span)])]
    new = [one for found in own if (one := _name(article, found, kept))]
    rest = [one for one in kept if not any(one.start < other.end and other.start < one.end for other in new)]
    return tuple(sorted([*rest, *new], key=lambda one: (one.start, -one.end)))


def own_actors(article: Article, parse: Parse, cast: Cast) -> Cast:
    """The cast with each of the codebook's actors that is mentioned once, under its name there, of its kind."""
    book = article.codebook
    if book is None:
        return cast
    found = _found(article, parse, book.actors)
    cast = _without(cast, book.no_names)
    return _gathered(article, cast, found, _last(cast))


def own_issues(article: Article, parse: Parse, cast: Cast, issues: Cast) -> Cast:
    """The issues with those of the codebook that are mentioned, and without what it leaves out."""
    book = article.codebook
    if book is None:
        return issues
    actors = [Span(one.start, one.end) for one in cast.mentions if one.form == "name"]
    found = [one for one in _found(article, parse, book.issues) if not _inside(one.span, actors)]
    left = _without(issues, book.no_issues)
    return _gathered(article, left, found, max(_last(cast), _last(issues)))


def settled(reading: ArticleReading) -> ArticleReading:
    """The reading with what a codebook asks for as sure as a name can be, and shown."""
    if reading.article.codebook is None:
        return reading
    entities = tuple(
        replace(one, confidence=SURE, shown=True) if one.rule == RULE else one for one in reading.cast.entities
    )
    return replace(reading, cast=replace(reading.cast, entities=entities))


@lru_cache(maxsize=64)
def _pattern(sought: tuple[Sought, ...]) -> tuple[re.Pattern[str], dict[str, Sought]]:
    """Any form as a whole word, the longest first. Issues, and forms in small letters, in capitals too."""
    meant, parts = {}, []
    forms = [(form, own) for own in sought for form in own.forms]
    for form, one in sorted(forms, key=lambda pair: -len(pair[0])):
        words = r"\s+".join(map(re.escape, form.split()))
        named = isinstance(one, Actor) and _is_name(form)
        meant[" ".join(form.split()) if named else _plain(form)] = one
        parts.append(words if named else f"(?i:{words})")
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)"), meant


def _found(article: Article, parse: Parse, sought: tuple[Sought, ...]) -> list[Found]:
    """Where the forms stand in headline and body, from the beginning to the end of words as the parser has them."""
    if not sought:
        return []
    pattern, meant = _pattern(sought)
    found = []
    for start, end in filter(None, (article.headline, *article.paragraphs)):
        for match in pattern.finditer(article.text, start, end):
            words, inside = " ".join(match[0].split()), parse.within(match.span())
            if inside and (inside[0].start, inside[-1].end) == match.span():
                means = meant.get(words) or meant[_plain(words)]
                found.append(Found(Span(*match.span()), means, head_of(inside).start))
    return found


def _gathered(article: Article, cast: Cast, found: list[Found], last: int) -> Cast:
    """The cast in which all mentions at these places are of one entity for each that is sought. An entity whose
    mentions are mostly one's becomes that one; others' mentions leave it. New ones count from `last`."""
    at = {one.span: one for one in found}
    new = [span for span in sorted(at) if not any(_holds(one, span) for one in cast.mentions)]
    mentions = [*cast.mentions]
    mentions += [Mention(start=a, end=b, text=article.text[a:b], form="nominal") for a, b in new]
    means = [_meant(one, found) for one in mentions]
    becomes = _majority(mentions, means)
    order = list(dict.fromkeys(at[span].of for span in sorted(at)))
    ids = {one: next((key for key, own in becomes.items() if own is one), None) for one in order}
    ids |= {one: f"e{last + n}" for n, one in enumerate((own for own in order if ids[own] is None), 1)}
    moved = {key: ids[own] for key, own in becomes.items()}
    kept = [
        replace(one, entity_id=ids[own] if own else moved.get(one.entity_id or "", one.entity_id))
        for one, own in zip(mentions, means, strict=True)
        if own is None or not _is_part(one, found)
    ]
    return _cast(cast, tuple(sorted(kept, key=lambda one: (one.start, -one.end))), moved, ids)


def _cast(cast: Cast, mentions: tuple[Mention, ...], moved: dict[str, str], ids: dict[Sought, str]) -> Cast:
    """The cast with other mentions, in which some entities have become others; those with no mention left go."""
    known = {one.entity_id: one for one in cast.entities}
    own = {key: _entity(one, key, known.get(key), mentions) for one, key in ids.items()}
    left = {one.entity_id for one in mentions}
    entities = [own.get(key) or known[key] for key in dict.fromkeys([*known, *own]) if key in own or key not in moved]
    roles = (
        replace(one, entity_id=moved.get(one.entity_id, one.entity_id), of_id=moved.get(one.of_id or "", one.of_id))
        for one in cast.roles
    )
    return Cast(entities=tuple(entities), mentions=mentions, roles=tuple(roles)).only(left)


def _majority(mentions: list[Mention], means: list[Sought | None]) -> dict[str, Sought]:
    """What each entity becomes by most of its mentions that mean something sought."""
    votes: dict[str, Counter[Sought]] = {}
    for mention, own in zip(mentions, means, strict=True):
        if mention.entity_id and own:
            votes.setdefault(mention.entity_id, Counter())[own] += 1
    return {key: counts.most_common(1)[0][0] for key, counts in votes.items()}


def _holds(mention: Mention, span: Span) -> bool:
    """Whether a mention is of these words, an article or the like before them aside, or a name that holds them."""
    around = mention.start <= span.start and span.end <= mention.end
    return around and (mention.end == span.end or mention.form == "name")


def _meant(mention: Mention, found: list[Found]) -> Sought | None:
    """What a mention means: the words themselves, a noun phrase that ends in them, or their head alone."""
    for one in found:
        same = (mention.start, mention.end) == one.span
        if same or (mention.form == "nominal" and (_holds(mention, one.span) or _is_part(mention, [one]))):
            return one.of
    return None


def _is_part(mention: Mention, found: list[Found]) -> bool:
    """Whether a noun phrase is the head of sought words with less around it: `phase-out` in `phase-out of coal`."""
    return mention.form == "nominal" and any(
        one.span.start <= mention.start <= one.head < mention.end <= one.span.end
        and (mention.start, mention.end) != one.span
        for one in found
    )


def _entity(own: Sought, key: str, known: Entity | None, mentions: Iterable[Mention]) -> Entity:
    texts = dict.fromkeys(one.text for one in mentions if one.entity_id == key and one.form != "pronoun")
    made = known or Entity(entity_id=key, name=own.name, kind="issue")
    if isinstance(own, Issue):
        return replace(made, name=own.name, kind="issue", aliases=tuple(texts), rule=RULE)
    facts = {"role": own.role or made.role, "country": own.country or made.country}
    return replace(made, name=own.name, kind=own.kind, aliases=tuple(texts), rule=RULE, **facts)


def _without(cast: Cast, left_out: tuple[str, ...]) -> Cast:
    """The cast without whom or what is left out, by name or by all its forms."""
    gone = {
        one.entity_id
        for one in cast.entities
        if bare(one.name) in left_out or {bare(form) for form in one.aliases or (one.name,)} <= {*left_out}
    }
    kept = cast.only({None, *(one.entity_id for one in cast.entities)} - gone) if gone else cast
    return replace(kept, roles=tuple(replace(one, of_id=None) if one.of_id in gone else one for one in kept.roles))


def _name(article: Article, found: Found, names: list[Name]) -> Name | None:
    """The name at a place, with the role that stands beside it; None where a longer one holds it."""
    start, end = found.span
    if any(one.start <= start and end <= one.end and (one.start, one.end) != (start, end) for one in names):
        return None
    role = next((one.role for one in names if one.role and start <= one.start and one.end == end), None)
    return Name(start=start, end=end, text=article.text[start:end], kind=found.of.kind, role=role)


def _inside(one: Name | Span, spans: Iterable[Span]) -> bool:
    return any(span.start <= one.start and one.end <= span.end for span in spans)


def _is_name(form: str) -> bool:
    return any(letter.isupper() for letter in form)


def _plain(form: str) -> str:
    return " ".join(form.casefold().split())


def _last(cast: Cast) -> int:
    """The number of the last entity."""
    return max((int(one.entity_id[1:]) for one in cast.entities), default=0)
