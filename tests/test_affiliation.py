"""Who is of which camp, who serves whom, and what that says of a stance whose words leave it open."""

from collections.abc import Callable

import pytest

from analysis.readers.actors.scene import Scene
from analysis.readers.stances.affiliation import camps, rivalry, ties
from analysis.records import ArticleReading

Read = Callable[..., ArticleReading]


@pytest.fixture
def named(parsed: Callable[..., tuple], reading: Read) -> Callable[[str], tuple[dict[str, str], dict[str, str]]]:
    """named(text): camps and ties by name."""

    def read(text: str) -> tuple[dict[str, str], dict[str, str]]:
        article, parse = parsed(text)
        result = reading(text)
        names = {entity.entity_id: entity.name for entity in result.cast.entities}
        scene = Scene(article, parse, result.cast)
        tied = ties(scene)
        return (
            {names[key]: party for key, party in camps(scene, tied).items()},
            {names[key]: names[other] for key, other in tied.items()},
        )

    return read


CAMPS = [
    ("Republican Maria Ortiz spoke on Monday.", "Maria Ortiz", "Republican Party"),
    ("Maria Ortiz, a Democrat, spoke on Monday.", "Maria Ortiz", "Democratic Party"),
    ("Ronald Reagan spoke on Monday.", "Ronald Reagan", "Republican Party"),
    ("Margaret Thatcher spoke on Monday.", "Margaret Thatcher", "Conservative Party"),
    (
        "President Ronald Reagan spoke on Monday. White House spokesman Peter Hall did not.",
        "Peter Hall",
        "Republican Party",
    ),
]


@pytest.mark.parametrize(("text", "name", "party"), CAMPS)
def test_a_camp_is_told_by_the_text_or_by_office(text: str, name: str, party: str, named: Callable) -> None:
    assert named(text)[0][name] == party


def test_who_is_known_by_first_and_last_name_is_not_known_by_the_last_alone(named: Callable) -> None:
    assert "Ryan" not in named("Mr. Ryan spoke on Monday. Ryan then left.")[0]


def test_what_the_text_says_comes_before_what_is_known(named: Callable) -> None:
    assert named("Ronald Reagan, a Democrat, spoke on Monday.")[0] == {"Ronald Reagan": "Democratic Party"}


TIES = [
    ("Peter Hall, a spokesman for Maria Ortiz, spoke. Maria Ortiz did not.", "Peter Hall", "Maria Ortiz"),
    ("Maria Ortiz left. Ortiz spokesman Peter Hall spoke on Monday.", "Peter Hall", "Maria Ortiz"),
    ("Peter Hall, one of Maria Ortiz's lawyers, spoke.", "Peter Hall", "Maria Ortiz"),
    ("President Maria Ortiz left. White House press secretary Peter Hall stayed.", "Peter Hall", "Maria Ortiz"),
]


@pytest.mark.parametrize(("text", "aide", "principal"), TIES)
def test_aides_stand_by_whom_they_serve(text: str, aide: str, principal: str, named: Callable) -> None:
    assert named(text)[1] == {aide: principal}


def test_a_former_aide_is_none(named: Callable) -> None:
    assert named("Maria Ortiz left. Peter Hall, a former spokesman for Maria Ortiz, spoke.")[1] == {}


@pytest.mark.parametrize(
    ("mine", "theirs", "sign"),
    [
        ("Republican Party", "Republican Party", 1),
        ("Republican Party", "Democratic Party", -1),
        ("Republican Party", "Labour Party", 0),
        (None, "Labour Party", 0),
    ],
)
def test_camps_of_one_country_are_rivals(mine: str | None, theirs: str, sign: int) -> None:
    assert rivalry(mine, theirs) == sign
