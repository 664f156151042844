"""Stances turned or left open by what stands at the word, above it, or at those that it is said of."""

from collections.abc import Callable

import pytest

from analysis.records import ArticleReading

Read = Callable[..., ArticleReading]


def signs(reading: ArticleReading) -> dict[tuple[str, str], str]:
    """The polarity of each pair of names, of rows that are more likely right than hardly so."""
    names = {entity.entity_id: entity.name for entity in reading.cast.entities}
    rows = sorted(reading.stances, key=lambda stance: stance.confidence)
    return {(names[row.holder_id], names[row.target_id]): row.polarity for row in rows if row.confidence >= 0.45}


@pytest.mark.parametrize(
    ("text", "target", "polarity"),
    [
        ("Norway no longer supports Finland.", "Finland", "oppose"),
        ("Norway is no longer a supporter of Finland.", "Finland", "oppose"),
        ("Norway is not a supporter of Finland.", "Finland", "oppose"),
        ("Norway is unlikely to support Finland.", "Finland", "oppose"),
        ("Norway denied that it supports Finland.", "Finland", "oppose"),
        ("Norway supports neither the treaty nor Finland.", "treaty", "oppose"),
        ("Norway supports neither the treaty nor Finland.", "Finland", "oppose"),
        ("Neither Norway nor Sweden supports Finland.", "Finland", "oppose"),
        ("Neither Norway nor Sweden wants to support Finland.", "Finland", "oppose"),
        ("Norway does not support Finland nor Sweden.", "Sweden", "oppose"),
        ("Nor does Norway support Finland.", "Finland", "oppose"),
        ("Norway supports Finland, not Sweden.", "Sweden", "oppose"),
        ("Norway supports Finland, not Sweden.", "Finland", "support"),
    ],
)
def test_a_negation_turns_the_stance(text: str, target: str, polarity: str, reading: Read) -> None:
    assert signs(reading(text))["Norway", target] == polarity


@pytest.mark.parametrize("words", ["is not opposed to", "does not oppose", "did not attack"])
def test_who_is_not_against_somebody_is_not_for_him(words: str, reading: Read) -> None:
    assert not [row for row in reading(f"Norway {words} Finland.").stances if row.rule == "deeds"]


def test_neither_is_said_of_both(reading: Read) -> None:
    assert signs(reading("Neither Norway nor Sweden supports Finland."))["Sweden", "Finland"] == "oppose"


def test_who_is_named_as_not_doing_it_holds_no_stance(reading: Read) -> None:
    assert signs(reading("Norway, not Sweden, supports Finland.")) == {("Norway", "Finland"): "support"}


@pytest.mark.parametrize(
    "text",
    [
        "Norway has yet to endorse the treaty.",
        "Norway has not yet endorsed the treaty.",
        "Norway has yet to meet Finland.",
        "Norway is not critical of Finland.",
        "Norway neither supports nor opposes Finland.",
        "Norway denied that it attacked Finland.",
        "Norway denied attacking Finland.",
        "Norway will not ask Finland about the treaty.",
        "Norway would have to support the treaty.",
        "Norway has the right to attack Finland.",
        "Norway must reject the treaty.",
        "Norway did not mean that it opposes the treaty.",
    ],
)
def test_what_is_still_to_come_or_no_harm_done_is_no_stance(text: str, reading: Read) -> None:
    assert not signs(reading(text))


def test_what_cannot_be_done_to_a_thing_is_no_stance_against_it(reading: Read) -> None:
    assert not reading("Norway could not call for a reform.").stances
    assert signs(reading("Norway did not call for a reform."))["Norway", "reform"] == "oppose"


def test_who_backs_a_plan_is_for_it_though_another_blocks_it(reading: Read) -> None:
    found = signs(reading("Norway blocked a plan backed by Finland."))
    assert (found["Norway", "plan"], found["Finland", "plan"]) == ("oppose", "support")


def test_what_is_not_altered_is_not_denied(reading: Read) -> None:
    assert signs(reading("Defeat did not alter Norway's disapproval of the reform."))["Norway", "reform"] == "oppose"
    assert signs(reading("Norway showed no support for the reform."))["Norway", "reform"] == "oppose"


def test_a_former_critic_is_none(reading: Read) -> None:
    pair = ("Maria Ortiz", "Peter Hall")
    assert signs(reading("Maria Ortiz, a critic of Peter Hall, spoke on Monday."))[pair] == "oppose"
    assert pair not in signs(reading("Maria Ortiz, a former critic of Peter Hall, spoke on Monday."))


def test_where_they_fight_is_no_side(reading: Read) -> None:
    read = reading("Heavy fighting between Norway and Finland in Sweden went on. Sweden is calm.")
    names = {entity.entity_id: entity.name for entity in read.cast.entities}
    found = {(names[row.holder_id], row.polarity, names[row.target_id]) for row in read.stances if row.rule == "deeds"}
    assert found == {("Norway", "oppose", "Finland"), ("Finland", "oppose", "Norway")}


def test_what_we_must_do_is_what_the_speaker_wants(reading: Read) -> None:
    assert signs(reading('"We must reject the treaty," Maria Ortiz said.'))["Maria Ortiz", "treaty"] == "oppose"


@pytest.mark.parametrize(
    ("text", "target", "polarity"),
    [
        ("Norway called for the dismissal of the charges.", "charges", "oppose"),
        ("Norway called for an end to the war.", "war", "oppose"),
        ("Norway welcomed the removal of the statue.", "statue", "oppose"),
        ("Norway opposed the removal of the statue.", "statue", "support"),
        ("Norway wants to ban guns.", "guns", "oppose"),
        ("Norway is tough on crime.", "crime", "oppose"),
    ],
)
def test_the_end_of_a_thing_turns_the_stance(text: str, target: str, polarity: str, reading: Read) -> None:
    assert signs(reading(text))["Norway", target] == polarity


@pytest.mark.parametrize(
    "text", ["Norway condemned the treaty as an attack on Finland.", "Norway called the treaty an attack on Finland."]
)
def test_whom_a_thing_is_called_an_attack_on_is_not_opposed(reading, text):
    found = reading(text)
    names = {entity.entity_id: entity.name for entity in found.cast.entities}
    assert not [row for row in found.stances if names[row.target_id] == "Finland" and row.rule == "deeds"]
