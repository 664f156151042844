"""Groups of an actor or a country, and sorts of people: sentence -> expected."""

import pytest


def _groups(result):
    return [entity for entity in result.cast.entities if entity.kind == "group"]


def test_forces_of_somebody_are_one_group(reading):
    result = reading("Paul Weber's forces took the port. On Monday Weber's forces left it again.")
    (group,) = _groups(result)
    assert group.name == "Paul Weber's forces"
    assert sum(m.entity_id == group.entity_id for m in result.cast.mentions) >= 2


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Two French soldiers died in Chad.", "French soldiers", "France"),
        ("Kenyan troops crossed the border.", "Kenyan troops", "Kenya"),
    ],
)
def test_people_of_a_country_are_a_group_of_its_own(reading, text, name, country):
    group = next(entity for entity in _groups(reading(text)) if entity.name == name)
    assert group.country == country


def test_the_soldiers_are_the_only_group_of_soldiers(reading):
    result = reading("French soldiers arrived in Chad. On Monday the soldiers left again.")
    (group,) = _groups(result)
    assert [m.text for m in result.cast.mentions if m.entity_id == group.entity_id] == [
        "French soldiers",
        "the soldiers",
    ]


def test_a_government_is_its_country(reading):
    result = reading("The French government rejected the plan.")
    assert not _groups(result)
    assert [entity.name for entity in result.cast.entities if entity.kind == "country"] == ["France"]


@pytest.mark.parametrize("text", ["People like people.", "No lawyer spoke. Every lawyer left.", "A man left."])
def test_anybody_is_nobody(reading, text):
    assert not [entity for entity in reading(text).cast.entities if entity.kind in ("group", "person")]


def _mentions(result, name):
    key = next(entity.entity_id for entity in result.cast.entities if entity.name == name)
    return [m.text for m in result.cast.mentions if m.entity_id == key]


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        (
            "Turkish soldiers came. The soldiers took a village. Soldiers also burned houses.",
            "Turkish soldiers",
            ["Turkish soldiers", "The soldiers", "Soldiers"],
        ),
        (
            "On Monday Weber's forces took the port. Paul Weber smiled. His forces left on Friday.",
            "Weber's forces",
            ["Weber's forces", "His forces"],
        ),
        (
            "Senate Republicans blocked it. On Friday Senate Republicans voted.",
            "Senate Republicans",
            ["Senate Republicans", "Senate Republicans"],
        ),
        (
            "Opposition lawmakers left the hall. The lawmakers shouted.",
            "opposition lawmakers",
            ["Opposition lawmakers", "The lawmakers"],
        ),
        (
            "Angela Merkel's government fell. The government had lost a vote. Her government was weak.",
            "Angela Merkel's government",
            ["Angela Merkel's government", "The government", "Her government"],
        ),
        (
            "Norway's foreign ministry denied it. The ministry called it false.",
            "Norway's foreign ministry",
            ["Norway's foreign ministry", "The ministry"],
        ),
        (
            "The opposition wants a vote. Nobody fears the opposition.",
            "opposition",
            ["The opposition", "the opposition"],
        ),
    ],
)
def test_a_group_is_found_again(reading, text, name, mentions):
    assert _mentions(reading(text), name) == mentions


def test_members_in_two_chambers_are_two_groups_and_not_the_party(reading):
    result = reading("Senate Democrats agreed. House Democrats did not. The Democrats will meet.")
    names = {entity.name: entity.kind for entity in result.cast.entities}
    assert names["Senate Democrats"] == names["House Democrats"] == "group"
    assert _mentions(result, "Democratic Party") == ["Democrats"]


def test_an_organization_whose_name_ends_in_a_plural_is_no_bench_of_itself(reading):
    cast = reading("The Department of Health and Human Services said no.").cast
    assert [mention.text for mention in cast.mentions] == ["Department of Health and Human Services"]


def test_two_sorts_that_recur_are_two_groups(reading):
    text = "Young voters stayed home. Rural voters came. Young voters were tired. Rural voters were angry."
    assert [entity.name for entity in _groups(reading(text))] == ["young voters", "rural voters"]


def test_supporters_of_two_are_two_groups(reading):
    text = "Holm supporters cheered on Monday. Robert Hale left. Hale supporters booed. Ann Holm smiled."
    assert [entity.name for entity in _groups(reading(text))] == ["Holm supporters", "Hale supporters"]


def test_many_people_are_no_sort_of_people_and_pregnant_women_are(reading):
    text = "Many people came. Pregnant women came. Many people left. Pregnant women stayed."
    assert [entity.name for entity in _groups(reading(text))] == ["pregnant women"]


def test_a_word_in_a_countrys_name_is_that_country(reading):
    result = reading("The Papua New Guinea government rejected the plan. Papua New Guinea is poor.")
    assert "Guinea" not in [entity.name for entity in result.cast.entities]


def test_sorts_of_people_are_not_mixed(reading):
    text = (
        "The party likes likely voters. Registered voters came. The board met likely voters, and security experts with "
    )
    assert [group.name for group in _groups(reading(f"{text}voting experts."))] == ["likely voters"]
