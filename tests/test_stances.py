"""Who stands where: by deed, by word, by description; turned, mutual and reported stances."""

from collections.abc import Callable

import pytest

from analysis.readers.confidence import LINES
from analysis.records import ArticleReading, Stance

Read = Callable[..., ArticleReading]


def found(reading: ArticleReading) -> dict[tuple[str, str], list[Stance]]:
    """Stances by the names of holder and target."""
    names = {entity.entity_id: entity.name for entity in reading.cast.entities}
    pairs: dict[tuple[str, str], list[Stance]] = {}
    for stance in reading.stances:
        pairs.setdefault((names[stance.holder_id], names[stance.target_id]), []).append(stance)
    return pairs


def is_sure(row: Stance) -> bool:
    """Whether a row reaches its line."""
    return row.confidence >= LINES["stances"]


DEEDS = [
    ("Maria Ortiz accused Peter Hall of fraud.", "Maria Ortiz", "Peter Hall", "oppose"),
    ("Maria Ortiz praised Peter Hall.", "Maria Ortiz", "Peter Hall", "support"),
    ("Peter Hall was attacked by Maria Ortiz.", "Maria Ortiz", "Peter Hall", "oppose"),
    ("France vetoed the resolution.", "France", "resolution", "oppose"),
    ("Maria Ortiz refused to sign the treaty.", "Maria Ortiz", "treaty", "oppose"),
    ("Maria Ortiz signed the treaty.", "Maria Ortiz", "treaty", "support"),
    ("Maria Ortiz does not support the treaty.", "Maria Ortiz", "treaty", "oppose"),
    ("Maria Ortiz refused to oppose the treaty.", "Maria Ortiz", "treaty", "support"),
    ("Maria Ortiz voted against the bill.", "Maria Ortiz", "bill", "oppose"),
    ("Maria Ortiz walked away from talks on a ceasefire.", "Maria Ortiz", "ceasefire", "oppose"),
    ("Maria Ortiz is a fierce critic of Peter Hall.", "Maria Ortiz", "Peter Hall", "oppose"),
    ("Maria Ortiz, an ally of Peter Hall, spoke on Monday.", "Maria Ortiz", "Peter Hall", "support"),
    ("Heavy fighting broke out between Armenia and Azerbaijan.", "Armenia", "Azerbaijan", "oppose"),
    ("Heavy fighting broke out between Armenia and Azerbaijan.", "Azerbaijan", "Armenia", "oppose"),
    ("Maria Ortiz met Peter Hall in Geneva.", "Maria Ortiz", "Peter Hall", "neutral"),
    ("Maria Ortiz met Peter Hall in Geneva.", "Peter Hall", "Maria Ortiz", "neutral"),
]


@pytest.mark.parametrize(("text", "holder", "target", "polarity"), DEEDS)
def test_a_deed_is_a_stance_of_who_does_it(text: str, holder: str, target: str, polarity: str, reading: Read) -> None:
    pairs = found(reading(text))
    assert [stance.polarity for stance in pairs[holder, target]] == [polarity]


FELT = [
    ("Maria Ortiz is against the harbour tax.", ("Maria Ortiz", "harbour tax"), "oppose"),
    ("Maria Ortiz ruled in favour of the harbour law.", ("Maria Ortiz", "harbour law"), "support"),
    ("The Harbour Fund spent a million dollars against Peter Hall.", ("Harbour Fund", "Peter Hall"), "oppose"),
    ("Jon Hale, along with Maria Ortiz, praised Peter Hall.", ("Maria Ortiz", "Peter Hall"), "support"),
    ("Jon Hale together with Maria Ortiz praised Peter Hall.", ("Maria Ortiz", "Peter Hall"), "support"),
    ("Maria Ortiz said she was pleased that Peter Hall had spoken.", ("Maria Ortiz", "Peter Hall"), "support"),
    ("Maria Ortiz complained that Peter Hall had lied to voters.", ("Maria Ortiz", "Peter Hall"), "oppose"),
    ("Maria Ortiz was disappointed that Peter Hall did not come.", ("Maria Ortiz", "Peter Hall"), "oppose"),
    ("“I am glad that we reached a deal,” said Maria Ortiz. A deal was near.", ("Maria Ortiz", "deal"), "support"),
    ("Maria Ortiz was disappointed with Peter Hall.", ("Maria Ortiz", "Peter Hall"), "oppose"),
    ("Maria Ortiz hailed the deal as a milestone.", ("Maria Ortiz", "deal"), "support"),
    ("Maria Ortiz praised countries including Norway.", ("Maria Ortiz", "Norway"), "support"),
]
UNFELT = [
    ("Maria Ortiz urged a group of bakers to stay. A group of bakers stayed.", "group of bakers"),
    ("Maria Ortiz has until Monday to sign or veto the bill. The bill is old.", "bill"),
    ("Maria Ortiz wrote the treaty, as opposed to the budget. The budget is old.", "budget"),
    ("Maria Ortiz is angry that Peter Hall was fired.", "Peter Hall"),
    ("Maria Ortiz is glad that Peter Hall did not come.", "Peter Hall"),
    ("Maria Ortiz supported the reporting of the articles, including the Oslo Fund.", "Oslo Fund"),
]


@pytest.mark.parametrize(("text", "pair", "polarity"), FELT)
def test_what_somebody_feels_of_a_deed_is_a_stance_on_who_did_it(text, pair, polarity, reading: Read) -> None:
    assert [row.polarity for row in found(reading(text))[pair] if row.rule in ("deeds", "namings")] == [polarity]


@pytest.mark.parametrize(("text", "target"), UNFELT)
def test_nothing_is_felt_of_whom_it_befell_or_who_left_it_undone(text, target, reading: Read) -> None:
    assert not [row for row in found(reading(text)).get(("Maria Ortiz", target), []) if row.rule == "deeds"]


AIMED = [
    ("Maria Ortiz has called for boosting the harbour budget.", "harbour budget", "support"),
    ("Maria Ortiz has advocated for building the harbour wall.", "harbour wall", "support"),
    ("Maria Ortiz pushed to slash harbour spending.", "harbour spending", "oppose"),
    ("The attempt by Maria Ortiz to undo the ferry reform failed.", "ferry reform", "oppose"),
    ("Maria Ortiz led efforts to pare back harbour rules.", "harbour rules", "oppose"),
    ("Maria Ortiz vowed to root out political bias.", "political bias", "oppose"),
    ("Maria Ortiz decided not to consider the ferry bill.", "ferry bill", "oppose"),
    ("Maria Ortiz refuses to schedule a harbour vote.", "harbour vote", "oppose"),
    ("Maria Ortiz has shown no inclination to convene the harbour hearings.", "harbour hearings", "oppose"),
    ("Maria Ortiz urged the council to schedule a ferry vote.", "ferry vote", "support"),
    ("Maria Ortiz said the council must not raise the ferry tax.", "ferry tax", "oppose"),
    ("Maria Ortiz argued against raising the ferry tax.", "ferry tax", "oppose"),
    ("Maria Ortiz opposes raising the ferry tax.", "ferry tax", "oppose"),
    ("Maria Ortiz warned against cutting the harbour budget.", "harbour budget", "support"),
    ("Maria Ortiz signed an order that promises to halt family separation.", "family separation", "oppose"),
    ("Maria Ortiz signed a bill blocking the harbour rule.", "harbour rule", "oppose"),
    ("Maria Ortiz's bill would ban plastic bags.", "plastic bags", "oppose"),
    ("Maria Ortiz hopes that the council will end the ferry strike.", "ferry strike", "oppose"),
]
NOT_AIMED = [
    ("Maria Ortiz held a ferry hearing.", "ferry hearing"),
    ("Maria Ortiz cut the harbour budget.", "harbour budget"),
    ("Peter Hall called out Maria Ortiz for cutting the harbour budget.", "harbour budget"),
    ("The vote called for Maria Ortiz to cut the harbour budget.", "harbour budget"),
    ("Maria Ortiz has to work to restore the ferry budget.", "ferry budget"),
    ("Maria Ortiz hopes to strengthen her campaign.", "Maria Ortiz's campaign"),
    ("Maria Ortiz opposes a bill that would ban plastic bags.", "plastic bags"),
    ("Maria Ortiz's plan would end the strike while raising the ferry tax.", "ferry tax"),
    ("Maria Ortiz read Peter Hall's bill, which would ban plastic bags.", "plastic bags"),
]


@pytest.mark.parametrize(("text", "target", "polarity"), AIMED)
def test_what_somebody_wants_to_do_shows_a_stance_that_the_deed_may_not(text, target, polarity, reading: Read) -> None:
    assert [row.polarity for row in found(reading(text))["Maria Ortiz", target] if is_sure(row)] == [polarity]


@pytest.mark.parametrize(("text", "target"), NOT_AIMED)
def test_what_is_only_done_or_wanted_of_somebody_is_no_aim(text, target, reading: Read) -> None:
    assert not [row for row in found(reading(text)).get(("Maria Ortiz", target), []) if is_sure(row)]


def test_who_rejects_anothers_attack_does_not_turn_it(reading: Read) -> None:
    pairs = found(reading("Maria Ortiz rejected Peter Hall's criticism of Ida Berg."))
    assert [row.polarity for row in pairs["Peter Hall", "Ida Berg"]] == ["oppose"]


def test_what_one_goes_on_to_after_blaming_somebody_does_not_turn_the_blame(reading: Read) -> None:
    pairs = found(reading("After deriding Peter Hall, Maria Ortiz went on to speak."))
    assert [row.polarity for row in pairs["Maria Ortiz", "Peter Hall"]] == ["oppose"]


def test_each_says_of_somebody_what_stands_in_his_own_words_beside_anothers(reading: Read) -> None:
    pairs = found(
        reading("Maria Ortiz notes that Jon Hale wrote that Peter Hall should deport Ida Berg, and Hall blamed Berg.")
    )
    assert [row.polarity for row in pairs["Jon Hale", "Ida Berg"]] == ["oppose"]
    assert not any(map(is_sure, pairs.get(("Maria Ortiz", "Ida Berg"), [])))


def test_who_is_attacked_has_shown_no_stance_by_it(reading: Read) -> None:
    assert ("Peter Hall", "Maria Ortiz") not in found(reading("Maria Ortiz accused Peter Hall of fraud."))


def test_a_place_is_no_target(reading: Read) -> None:
    pairs = found(reading("Maria Ortiz met Peter Hall in Geneva. Maria Ortiz praised Peter Hall in Norway."))
    assert {target for _, target in pairs} == {"Maria Ortiz", "Peter Hall"}


def test_a_description_is_a_stance(reading: Read) -> None:
    stances = found(reading("Iran-backed Hezbollah held talks on Monday."))["Iran", "Hezbollah"]
    assert [(stance.polarity, stance.basis) for stance in stances] == [("support", "description")]


def test_who_is_said_to_be_against_something_by_a_prefix_is(reading: Read) -> None:
    pairs = found(reading("Peter Hall came. Maria Ortiz is anti-Hall."))
    assert [row.polarity for row in pairs["Maria Ortiz", "Peter Hall"]] == ["oppose"]


def test_a_speaker_is_against_whom_he_blames_and_reports_the_others_stance(reading: Read) -> None:
    result = reading('Maria Ortiz said that Peter Hall "rejected peace".')
    ids = {entity.name: entity.entity_id for entity in result.cast.entities}
    pairs = found(result)
    (against,) = pairs["Maria Ortiz", "Peter Hall"]
    (told,) = pairs["Peter Hall", "peace"]
    assert (against.polarity, against.basis, against.said_by_id) == ("oppose", "quotation", None)
    assert (told.polarity, told.said_by_id) == ("oppose", ids["Maria Ortiz"])


def test_what_one_says_that_another_wrote_of_himself_is_told_by_the_one(reading: Read) -> None:
    result = reading("Ida Berg said on Monday that Maria Ortiz wrote that she opposes Peter Hall.")
    (row,) = found(result)["Maria Ortiz", "Peter Hall"]
    names = {entity.entity_id: entity.name for entity in result.cast.entities}
    assert row.basis == "quotation" and names[row.said_by_id] == "Ida Berg"


def test_some_of_a_party_are_not_the_party(reading: Read) -> None:
    some = found(reading("Some Republicans welcomed Peter Hall. Three Democrats criticised Peter Hall."))
    assert {holder for (holder, _), rows in some.items() for row in rows if row.rule == "deeds"} == {"some Republicans"}
    assert ("Republican Party", "Peter Hall") in found(reading("Republicans welcomed Peter Hall."))


def test_conflicting_evidence_stands_side_by_side(reading: Read) -> None:
    pairs = found(reading("Maria Ortiz praised Peter Hall on Monday. On Friday, Maria Ortiz denounced Peter Hall."))
    assert [stance.polarity for stance in pairs["Maria Ortiz", "Peter Hall"]] == ["support", "oppose"]


def test_offsets_say_what_the_record_says(reading: Read) -> None:
    result = reading("The weather was fine. Maria Ortiz condemned Peter Hall.")
    (stance,) = found(result)["Maria Ortiz", "Peter Hall"]
    text = result.article.text
    assert text[slice(*stance.cue)] == "condemned"
    assert text[slice(*stance.evidence)] == "Maria Ortiz condemned Peter Hall."
    assert (text[slice(*stance.holder)], text[slice(*stance.target)]) == ("Ortiz", "Hall")


@pytest.mark.parametrize("text", ["", "Yes.", "MARIA ORTIZ SLAMS PETER HALL", '"', "🙂 “Ortiz said”"])
def test_any_text_is_read_the_same_twice(text: str, reading: Read) -> None:
    assert reading(text).stances == reading(text).stances


def test_confidence_is_a_chance_and_score_has_the_polaritys_sign(reading: Read) -> None:
    result = reading("Maria Ortiz denounced Peter Hall. Peter Hall thanked France. France met Maria Ortiz.")
    assert result.stances
    for stance in result.stances:
        assert 0 < stance.confidence <= 1
        sign = {"support": 1, "oppose": -1, "neutral": 0}[stance.polarity]
        assert stance.score * sign > 0 or stance.score == sign == 0


def test_an_issue_holds_no_stance_and_no_row_names_an_entity_that_is_left_out(reading):
    read = reading("Norway attacked workers. The worker-backed plan failed. Norway defended the plan.")
    assert read.stances
    kinds = {entity.entity_id: entity.kind for entity in read.cast.entities}
    assert all(stance.target_id in kinds for stance in read.stances)
    assert all(kinds[stance.holder_id] != "issue" for stance in read.stances)


def test_that_a_thing_goes_badly_is_no_stance_against_it(reading):
    read = reading(
        "“It is still too early to say that the ceasefire has fallen apart,” Minister Jon Hale said. "
        "The ceasefire began on Monday."
    )
    assert "oppose" not in {stance.polarity for stance in read.stances if stance.confidence >= LINES["stances"]}


def test_a_country_that_an_issue_is_named_by_is_no_target(reading):
    read = reading("Jon Hale said the Norway ceasefire has fallen apart. The ceasefire began on Monday.")
    names = {entity.entity_id: entity.name for entity in read.cast.entities}
    assert "Norway" not in {names[s.target_id] for s in read.stances}


@pytest.mark.parametrize(
    "text",
    [
        "Maria Ortiz declined to comment on the treaty that Peter Hall wants.",
        "Maria Ortiz did not respond when Peter Hall called the treaty a disaster.",
    ],
)
def test_who_gives_no_answer_shows_no_stance(text: str, reading: Read) -> None:
    assert not {pair for pair in found(reading(text)) if pair[0] == "Maria Ortiz"}


@pytest.mark.parametrize(
    "text",
    [
        "Maria Ortiz said that Peter Hall died of terrible wounds.",
        "Maria Ortiz said that Peter Hall was stabbed in a brutal crime.",
        "Peter Hall's body was badly burned, Maria Ortiz said.",
    ],
)
def test_what_somebody_suffers_is_no_blame_of_him(text: str, reading: Read) -> None:
    assert ("Maria Ortiz", "Peter Hall") not in found(reading(text))


def test_who_fight_a_third_together_do_not_fight_each_other(reading: Read) -> None:
    pairs = found(
        reading("Maria Ortiz and Peter Hall will fight poor housing. Maria Ortiz lives here with Peter Hall.")
    )
    assert ("Maria Ortiz", "Peter Hall") not in pairs and ("Peter Hall", "Maria Ortiz") not in pairs


def test_who_only_stands_beside_another_in_a_clause_is_shown_with_no_stance(reading: Read) -> None:
    result = reading("Maria Ortiz tapped Anna Weber and grew louder about the failures of Peter Hall.")
    beside = [row for row in result.stances if row.rule == "beside"]
    assert all(row.confidence < 0.45 for row in beside)


def test_what_several_want_together_is_told_by_none_of_them_of_another(reading):
    read = reading("Maria Ortiz and Jon Hale vowed to support the treaty.")
    rows = [stance for stance in read.stances if stance.rule == "deeds"]
    assert len(rows) == 2 and {stance.said_by_id for stance in rows} == {None}
