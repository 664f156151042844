"""A growing cast stays whole: every mention's entity is among its entities."""

from collections.abc import Callable

from analysis.grammar.tokens import Parse
from analysis.readers.actors.scene import Scene
from analysis.records import Article, ArticleReading, Cast, Entity, Mention


def test_a_pronoun_of_an_entity_that_nothing_names_is_left_unresolved(
    parsed: Callable[..., tuple[Article, Parse]],
) -> None:
    article, parse = parsed("She left early.")
    start = article.text.index("She")
    mention = Mention(start=start, end=start + 3, text="She", form="pronoun", entity_id="e1")
    cast = Scene(
        article, parse, Cast(entities=(Entity(entity_id="e1", name="She", kind="person"),), mentions=(mention,))
    ).cast()
    assert cast.entities == ()
    assert [m.entity_id for m in cast.mentions] == [None]


def test_an_actor_named_often_is_surer_than_one_named_once(reading: Callable[..., ArticleReading]) -> None:
    often = "Mr. Brandt spoke. Brandt left. Brandt said that Brandt won. Later Brandt slept."
    one, other = (
        next(entity for entity in reading(text).cast.entities if entity.name == "Brandt")
        for text in (often, "Mr. Brandt spoke last year.")
    )
    assert 1 > one.confidence > other.confidence > 0


def test_a_well_known_organization_is_surer_than_another(reading: Callable[..., ArticleReading]) -> None:
    cast = reading("Officials at NATO met envoys from the Harbour Pilots Association on Monday.").cast
    known, other = (
        next(entity for entity in cast.entities if form in entity.aliases)
        for form in ("NATO", "Harbour Pilots Association")
    )
    assert known.confidence > other.confidence


def test_nobody_is_certain(reading: Callable[..., ArticleReading]) -> None:
    cast = reading("Ann Holm and Tom Brandt met French soldiers in Oslo. They said the voters hate voters.").cast
    assert {"Ann Holm", "Tom Brandt", "French soldiers", "Oslo", "voters"} <= {entity.name for entity in cast.entities}
    assert all(0 < entity.confidence < 1 for entity in cast.entities)


def test_works_are_rows_that_nobody_acts_in_and_named_laws_are_works(reading: Callable[..., ArticleReading]) -> None:
    text = "Acme sold the iGlove in Oslo. The iGloves broke. It paid for them. Norway opposes the Fair Trade Act."
    read = reading(text)
    works = {entity.name: entity for entity in read.cast.entities if entity.kind == "work"}
    assert works.keys() == {"iGlove", "Fair Trade Act"}
    said = [m.text for m in read.cast.mentions if m.entity_id == works["iGlove"].entity_id]
    assert said == ["iGlove", "iGloves"]
    assert works["iGlove"].entity_id not in {key for event in read.events for key in event.actors}


def test_a_law_that_somebody_opposes_is_one_row(reading: Callable[..., ArticleReading]) -> None:
    read = reading("Maria Ortiz opposes the Second Amendment. Peter Hall wrote the Second Amendment.")
    (row,) = [entity for entity in read.cast.entities if "Amendment" in entity.name]
    assert (row.name, row.kind) == ("Second Amendment", "work")
    assert [m.text for m in read.cast.mentions if m.entity_id == row.entity_id] == ["Second Amendment"] * 2
