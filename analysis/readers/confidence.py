"""How sure each row is, and which rows are shown: the last step, one rule for all tables.

The confidence of a row is the chance that a careful reader finds it right: a sum of its features (`readers/features`)
by weights, as a chance (logistic regression). The weights are fitted to what readers found right and wrong in articles
(`training/fit_confidence.py`); that of a stance is its judge's. A row is shown if its confidence reaches the line of
its table.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from math import exp
from typing import Any

from analysis.grammar.clauses import is_saying
from analysis.grammar.tokens import Parse
from analysis.lexicon import weighed, weights
from analysis.readers.features import SUREST, Features, deed_of, features_of, inside, is_nobody, words_of
from analysis.records import ArticleReading, Cast, Entity, Event, Quotation, Stance

# The least confidence of a row that pages, charts, networks and statements show. Of the rows from there on readers
# found right strictly, and at least defensible, in 77 articles, each by weights of the others: entities .88 and .93 of
# 1,133, quotations .86 and .92 of 507, events .74 and .89 of 89, roles .86 and .93 of 345; of 72 stances from .5 to .6
# 26 were right. In 16 articles that nothing was fitted to less was right (README).
LINES = {"entities": 0.55, "roles": 0.6, "quotations": 0.6, "stances": 0.6, "events": 0.55}
NEARLY = 0.1  # how much less sure the stance against somebody may be than that on his thing, and be told in its place
TOLD = 3  # mentions of its noun from which on a bare one (`the attack`) is a thing that the article is about


def with_confidence(reading: ArticleReading, parse: Parse) -> ArticleReading:
    """The reading with final confidence of its rows, and which of them are shown; no row is dropped.

    Whom a row that is shown is about is told in it, also who or what is too unsure to be listed (`the request`).
    Somebody without a name, who is most often one of the others (`the lawyer`), speaks by his words, and takes no side.
    An event in which nobody acts (`hopes dimmed`) is not shown.

    `Critics said it failed.` is a quotation like `Ida Berg said it failed.`, and less sure.
    """
    found, words = features_of(reading, parse), words_of(parse)
    cast = replace(
        reading.cast,
        entities=_weighed("entities", reading.cast.entities, found),
        roles=_weighed("roles", reading.cast.roles, found),
    )
    cast = replace(cast, entities=_with_roles(cast))
    said = _weighed("quotations", reading.quotations, found)
    named = {mention.entity_id for mention in cast.mentions if mention.form == "name"}
    others = (one for one in cast.entities if one.kind == "person" and one.entity_id not in named)
    nobody = {one.entity_id for one in others if not one.shown}  # `the tycoon` is most often one who is named
    once = {id(row) for row in _telling(reading.stances, cast, nobody, words)}
    stances = tuple(replace(row, shown=id(row) in once) for row in reading.stances)
    done = _weighed("events", reading.events, found)
    acted = (row for row in done if row.shown and row.actor and nobody.isdisjoint(row.actors))
    once = {id(row) for row in _once(acted, words)}
    events = tuple(replace(row, shown=id(row) in once) for row in done)
    quotations = tuple(_without_pronoun(*pair, words) for pair in zip(said, reading.sources, strict=True))
    read = replace(reading, cast=cast, quotations=quotations, stances=stances, events=events)
    hidden = _only_inside(cast) | _only_around(read)
    entities = (replace(one, shown=one.shown and one.entity_id not in hidden) for one in cast.entities)
    return replace(read, cast=replace(cast, entities=tuple(entities)))


def _with_roles(cast: Cast) -> tuple[Entity, ...]:
    """Entities with the first role that is shown of each, none where none is."""
    found = {(role.entity_id, role.role) for role in cast.roles}
    first = {role.entity_id: role.role for role in reversed(cast.roles) if role.shown}
    return tuple(
        replace(one, role=first.get(one.entity_id)) if (one.entity_id, one.role) in found else one
        for one in cast.entities
    )


def _only_inside(cast: Cast) -> set[str | None]:
    """Who is only mentioned in the names of others: `America` in `Bank of America`, `Ohio` in `Dayton, Ohio`."""
    names = inside(cast, roles=False)
    outside = {mention.entity_id for mention in cast.mentions if (mention.start, mention.end) not in names}
    return {mention.entity_id for mention in cast.mentions} - outside


def _only_around(reading: ArticleReading) -> set[str | None]:
    """Who is only mentioned in what stands around the story: `Follow Ann Holm on Twitter`."""
    around, cast = reading.article.furniture, reading.cast
    told = (one for one in cast.mentions if not any(start <= one.start < end for start, end in around))
    return {one.entity_id for one in cast.entities} - {one.entity_id for one in told}


def _is_shown(row: Stance, entities: dict[str, Entity], mentions: Counter[str], words: Parse) -> bool:
    """Whether a stance reaches its line and says something: who met is neutral; `her supporters` are for her anyway,
    and everybody for what is his own.

    A bare noun for people (`leaders`), or for a thing said once or twice that points elsewhere (`the decision`,
    `rights`; not `peace`), tells a reader nothing.
    """
    if row.score == 0 or row.confidence < LINES["stances"]:
        return False
    holder, target = entities[row.holder_id], entities[row.target_id]
    bare = {one.entity_id for one in (holder, target) if one.name.islower() and " " not in one.name}
    anybody = holder.entity_id in bare and holder.kind == "group"
    points = any(word.tag == "NNS" or word.has("det", "poss") for word in words.within(row.target))
    anything = target.entity_id in bare and target.rule == "find_issues" and mentions[_noun(target)] < TOLD
    anything = anything and (points or row.rule == "spoken")
    own = holder.kind == "group" and target.name.split()[-1] in holder.name.split() and row.score > 0
    own = own or target.name.startswith(f"{holder.name}'s ")
    return not (anybody or anything or own)


def _noun(issue: Entity) -> str:
    """`sanctions` of `new sanctions on Norway`: the last word of how it was first called."""
    return (issue.aliases or (issue.name,))[0].lower().split()[-1]


def _once(rows: Iterable[Event], words: Parse) -> list[Event]:
    """Events, each told once: of the rows that tell a deed of somebody on a day (`The mayor rejected the offer`, `Ann
    Holm rejected Hall's offer`) one that says whose it is. Who said two things on a day said both."""
    found: dict[tuple[str, str, str], list[tuple[Event, set[str]]]] = {}
    for row in sorted(rows, key=lambda row: not row.actors):
        tokens = words.within(*row.action)
        things = {word.lemma for word in tokens if word.pos in ("NOUN", "PROPN")}
        others = found.setdefault((row.first, row.last, deed_of(tokens).lemma), [])
        told = any(things & had and other.actors and row.actors in ((), other.actors) for other, had in others)
        if not told or is_saying(deed_of(tokens)):
            others.append((row, things))
    return [row for rows in found.values() for row, _ in rows]


def _telling(rows: Iterable[Stance], cast: Cast, nobody: set[str], words: Parse) -> list[Stance]:
    """The stances of somebody that tell a reader something: of the rows that say the same of a pair the surest; of a
    deed to somebody's thing and to her that to her if it is ill and nearly as sure (`mocked her speech`), else that to
    the thing (`welcomed her announcement`)."""
    entities = {one.entity_id: one for one in cast.entities}
    issues = {key: _noun(one) for key, one in entities.items() if one.rule == "find_issues"}
    mentions = Counter(issues[mention.entity_id] for mention in cast.mentions if mention.entity_id in issues)
    surest: dict[tuple[str, str, int, str | None], Stance] = {}
    own = [row for row in rows if nobody.isdisjoint((row.holder_id, row.target_id))]
    for row in sorted(
        (row for row in own if _is_shown(row, entities, mentions, words)), key=lambda row: -row.confidence
    ):
        surest.setdefault((row.holder_id, row.target_id, row.score > 0, row.said_by_id), row)
    deeds = {(row.holder_id, row.cue, row.score > 0, entities[row.target_id].name): row for row in surest.values()}
    passed = set()
    for (holder, cue, way, name), thing in deeds.items():
        owner = deeds.get((holder, cue, way, name.rpartition("'s ")[0]))
        if owner is not None:
            ill = not way and owner.confidence >= thing.confidence - NEARLY
            passed.add(id(thing if ill else owner))
    return [row for row in surest.values() if id(row) not in passed]


def chance(table: str, features: Features) -> float:
    """The confidence of a row of a table with such features."""
    known = weights("confidence_weights", table=table)
    total = known.get("intercept", 0.0) + weighed(features, known)
    return round(min(max(1 / (1 + exp(-total)), 1 - SUREST), SUREST), 2)


def _weighed(table: str, records: Iterable[Any], found: dict[str, list[Features]]) -> tuple[Any, ...]:
    sure = [(record, chance(table, features)) for record, features in zip(records, found[table], strict=True)]
    return tuple(replace(record, confidence=one, shown=one >= LINES[table]) for record, one in sure)


def _without_pronoun(row: Quotation, sources: tuple[str, ...], words: Parse) -> Quotation:
    """A quotation that knows whether its source is a pronoun, or the like, that nobody is behind: `who said so`."""
    source = words.within(row.source)
    return replace(row, nobody=bool(source) and not sources and is_nobody(source))
