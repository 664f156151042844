"""Issues: what people are for or against."""

from collections.abc import Callable

import pytest

from analysis.records import ArticleReading

Read = Callable[..., ArticleReading]


def issues(reading: ArticleReading) -> dict[str, list[str]]:
    """Names of issues to the texts of their mentions."""
    names = {entity.entity_id: entity.name for entity in reading.cast.entities if entity.kind == "issue"}
    return {name: [m.text for m in reading.cast.mentions if m.entity_id == key] for key, name in names.items()}


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("Maria Ortiz opposes the tax bill.", "tax bill"),
        ("Maria Ortiz called for a ceasefire.", "ceasefire"),
        ("Maria Ortiz said the ferry ruling was a mistake.", "ferry ruling"),
        ("Maria Ortiz denounced the new sanctions.", "new sanctions"),
        ("The sanctions were rejected by France.", "sanctions"),
        ("Maria Ortiz opposes new lithium mines.", "new lithium mines"),
        ("Maria Ortiz welcomed the study.", "study"),
        ("Maria Ortiz dismissed the study.", "study"),
        ("Maria Ortiz condemned the unilateral move announced on Monday.", "unilateral move"),
        ("The ruling drew praise from Maria Ortiz.", "ruling"),
        ("The Oslo Gazette left. The newspaper, long an advocate of immigration reform, left.", "immigration reform"),
        ("Maria Ortiz praised the move to rescind the rule.", "move to rescind the rule"),
        ("Maria Ortiz opposes efforts to change the tax code.", "efforts to change the tax code"),
    ],
)
def test_the_object_of_a_stance_word_is_an_issue(text: str, issue: str, reading: Read) -> None:
    assert issue in issues(reading(text))


def test_what_nobody_stands_to_and_is_said_once_is_no_issue(reading: Read) -> None:
    assert issues(reading("The shop had sold flags. A report lay on the table.")) == {}


def test_what_the_headline_names_is_an_issue(reading: Read) -> None:
    assert issues(reading("The work began on Monday.", headline="Row over budget grows")) == {"budget": ["budget"]}


def test_words_of_one_meaning_are_one_issue(reading: Read) -> None:
    result = issues(reading("Maria Ortiz backed the ceasefire. Peter Hall rejected the truce."))
    assert sorted(result.values()) == [["ceasefire", "truce"]]


def test_ids_are_stable(reading: Read) -> None:
    text = "Maria Ortiz opposes the tax bill and backs the ceasefire."
    assert reading(text).cast == reading(text).cast


def test_an_issue_that_nobody_stands_to_is_left_out(reading: Read) -> None:
    text = "The budget lay there. A copy of the budget lay elsewhere. Maria Ortiz opposes the ceasefire."
    assert set(issues(reading(text))) == {"ceasefire"}


def test_an_issue_is_known_by_its_singular_too_in_the_case_of_the_text(reading: Read) -> None:
    result = reading("FRANCE REJECTED THE SANCTIONS. Maria Ortiz opposes the new tariffs.")
    aliases = {alias for entity in result.cast.entities if entity.kind == "issue" for alias in entity.aliases}
    assert {"new tariffs", "new tariff"} <= aliases
    assert not {alias for alias in aliases if not alias.isupper() and not alias.islower()}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Maria Ortiz criticised the so-called peace treaty.", "peace treaty"),
        ("Maria Ortiz criticised the latest trade treaty.", "trade treaty"),
        ("Maria Ortiz criticised the first treaty.", "treaty"),
        ("Maria Ortiz supported the health care plan.", "health care plan"),
    ],
)
def test_a_name_leaves_out_what_only_tells_one_from_another(text: str, name: str, reading: Read) -> None:
    assert name in issues(reading(text))


@pytest.mark.parametrize(
    "text",
    [
        "Maria Ortiz rejected the suggestion the mine is safe.",
        "Maria Ortiz welcomed the chance to speak.",
        "Maria Ortiz praised local voters.",
    ],
)
def test_what_a_clause_tells_a_chance_or_people_are_no_issue(text: str, reading: Read) -> None:
    assert not issues(reading(text))


def test_people_are_a_group_told_apart_by_what_they_are_called(reading: Read) -> None:
    cast = reading("Maria Ortiz praised young workers. Peter Hall blamed old workers. Hall blamed her allies.").cast
    assert [one.name for one in cast.entities if one.rule == "find_issues"] == ["young workers", "old workers"]
    assert {one.kind for one in cast.entities if one.rule == "find_issues"} == {"group"}


@pytest.mark.parametrize("text", ["Maria Ortiz hailed 71 months of growth.", "Maria Ortiz backs it - and Oslo too."])
def test_a_time_or_a_mark_is_no_issue(text: str, reading: Read) -> None:
    assert not issues(reading(text))


def test_a_headline_names_an_issue_only_where_nothing_else_does(reading: Read) -> None:
    found = issues(reading("Maria Ortiz opposes the tariff. The tariff is old.", headline="Leaders Announce Tariff"))
    assert set(found) == {"tariff"}


def test_no_comment_is_no_issue(reading: Read) -> None:
    assert not issues(reading("Maria Ortiz refused comment. Maria Ortiz had no comment."))


def test_what_is_no_thing_of_attitude_is_no_issue(reading: Read) -> None:
    assert issues(reading("Maria Ortiz washed the spoon. Maria Ortiz praised her teacher's cousin.")) == {}


def test_things_of_two_kinds_are_two_issues_and_the_bare_word_the_last(reading: Read) -> None:
    found = issues(reading("Maria Ortiz backed the housing bill. Peter Hall rejected the farm bill and the bill."))
    assert found == {"housing bill": ["housing bill"], "farm bill": ["farm bill", "bill"]}


def test_a_military_solution_is_no_political_one(reading: Read) -> None:
    found = issues(reading("Maria Ortiz wants a political solution. Peter Hall wants a military solution."))
    assert set(found) == {"political solution", "military solution"}


@pytest.mark.parametrize(
    "text",
    ["Maria Ortiz opposes Peter Hall's tax plan.", "Peter Hall came on Monday. Maria Ortiz opposes his tax plan."],
)
def test_an_issue_tells_whose_it_is(text: str, reading: Read) -> None:
    assert "Peter Hall's tax plan" in issues(reading(text))


def test_an_adjective_said_once_is_no_part_of_the_name(reading: Read) -> None:
    found = issues(reading("Norway condemned the nuclear test. The apparent nuclear test came late. The test failed."))
    assert list(found) == ["nuclear test"]


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("Maria Ortiz opposes a ban on coal mines. The ban came late.", "ban on coal mines"),
        ("The board met on Monday. Peter Hall condemned the board's role. The board said no.", "board's role"),
        ("Maria Ortiz opposes the ban. Nobody wanted a ban on coal.", "ban"),
        ("Maria Ortiz opposes the ban in Norway.", "ban"),
        ("Maria Ortiz condemned the decision to close the school.", "decision to close the school"),
        ("Maria Ortiz called for a complete shutdown of mines.", "complete shutdown of mines"),
        ("“I oppose the new mines,” Maria Ortiz said.", "new mines"),
    ],
)
def test_an_issue_of_one_word_is_told_by_what_stands_behind_it_or_whose_it_is(
    text: str, issue: str, reading: Read
) -> None:
    assert issue in issues(reading(text))


def test_plans_of_two_are_two_issues(reading: Read) -> None:
    text = "Maria Ortiz praised Ida Berg's plan. Carl Gray condemned Peter Hall's plan. The plan is old."
    assert issues(reading(text)) == {"Ida Berg's plan": ["plan"], "Peter Hall's plan": ["plan", "plan"]}


def test_a_plan_is_none_of_those_that_somebody_has(reading: Read) -> None:
    text = (
        "Maria Ortiz hailed Peter Hall's plan. Ortiz attacked a compromise plan. Hall backed a plan. The plan failed."
    )
    assert list(issues(reading(text))) == ["Peter Hall's plan", "compromise plan"]


def test_a_word_with_a_prefix_is_one_word(reading: Read) -> None:
    assert "re-election of Peter Hall" in issues(reading("Maria Ortiz supports the re-election of Peter Hall."))


def test_what_the_adjective_says_twice_is_another_than_what_a_noun_says(reading: Read) -> None:
    text = "Maria Ortiz opposes the individual mandate. Peter Hall criticised the employer mandate. It and "
    text += "the individual mandate failed."
    assert issues(reading(text)).keys() == {"individual mandate", "employer mandate"}


def test_what_several_have_is_not_called_by_all_their_names(reading: Read) -> None:
    text = "Maria Ortiz, Peter Hall and Sen. Rand Marsh all appeared on Sunday to tout their continued viability."
    assert "continued viability" in issues(reading(text))


def test_a_name_holds_no_quotation_mark(reading: Read) -> None:
    found = issues(reading("Maria Ortiz embraced ideas of 'success' on Monday."))
    assert found and not any("'" in name for name in found)


def test_what_stands_behind_a_noun_tells_two_apart(reading: Read) -> None:
    text = "Maria Ortiz opposes the release of the messages. Peter Hall supports the release of a memo."
    assert issues(reading(text)).keys() == {"release of the messages", "release of a memo"}
