"""A growing cast stays whole: every mention's entity is among its entities."""

from collections.abc import Callable

from analysis.coreference.scene import Scene
from analysis.records import Article, Cast, Entity, Mention
from analysis.syntax import Parse


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
