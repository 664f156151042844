"""Organizations and countries by what the sentences around a noun are about: sentence -> whom the noun means."""

from collections.abc import Callable

import pytest

from analysis.records import ArticleReading

MEANT = [
    ("Penfield Corp bought a plant from Mellor Corp on Friday. The company gave no reasons.", "Penfield Corp"),
    ("The Miller Foundation sued the Mellor University. The group wants a new map.", "Miller Foundation"),
    ("Toyota said it sold Mellor Corp to Arden Corp. The company gave no reasons.", "Toyota"),
    ("The House Ethics Committee met. The panel wants to hear Tom Brandt.", "House Ethics Committee"),
    ("To stop thefts, the manufacturer, Penfield Corp, marks each box. Mellor Corp does not.", "Penfield Corp"),
    ("President Ann Holm won in May. The talks failed. The administration was silent.", "Holm administration"),
]


@pytest.mark.parametrize(("text", "name"), MEANT)
def test_what_the_text_is_about(reading: Callable[..., ArticleReading], text: str, name: str) -> None:
    assert _meant(reading(text)) == name


@pytest.mark.parametrize(
    "text",
    [
        "Norway may act. A bill lets it strike back at a nation if that nation shuts its market.",
        "The Supreme Court met on Monday. The district court was closed.",
        "Penfield Corp will join Mellor Corp. The combined company will be called Arden.",
    ],
)
def test_one_that_is_told_apart_or_one_of_many_is_left_open(reading: Callable[..., ArticleReading], text: str) -> None:
    assert _meant(reading(text)) is None


def test_a_noun_inside_the_phrase_of_an_organization_is_another_one(reading: Callable[..., ArticleReading]) -> None:
    read = reading("Penfield Corp is to buy Mellor from Arden Group. Mellor, the Dutch company's branch, sells tea.")
    mellor = next(entity.entity_id for entity in read.cast.entities if entity.name == "Mellor")
    assert all("company" not in m.text for m in read.cast.mentions if m.entity_id == mellor)
    assert _meant(reading("Mellor Corp sells tea in Oslo. The company is Dutch.")) == "Mellor Corp"


def test_who_does_something_to_an_organization_is_another_one(reading: Callable[..., ArticleReading]) -> None:
    read = reading("The figures include those of Mellor Corp, which the company bought in August.")
    assert _meant(read) is None
    assert _meant(reading("Mellor Corp lost money in May. In August the company sold a plant.")) == "Mellor Corp"


def _meant(read: ArticleReading) -> str | None:
    """The organization or country that the last nominal for one means."""
    names = {entity.entity_id: entity.name for entity in read.cast.entities if entity.kind not in ("person", "issue")}
    keys = [m.entity_id for m in read.cast.mentions if m.form == "nominal" and m.entity_id in names]
    return names[keys[-1]] if keys else None
