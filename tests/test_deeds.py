"""Stances by deed: who wants what done, what befalls whom, light verbs, what is got from others, the first person."""

from collections.abc import Callable

import pytest

from analysis.records import ArticleReading

Read = Callable[..., ArticleReading]


def signs(reading: ArticleReading) -> dict[tuple[str, str], str]:
    """The polarity of each pair of names, of the surest row."""
    names = {entity.entity_id: entity.name for entity in reading.cast.entities}
    rows = sorted(reading.stances, key=lambda stance: stance.confidence)
    return {(names[row.holder_id], names[row.target_id]): row.polarity for row in rows}


def key_of(reading: ArticleReading, name: str) -> str:
    """The id of an entity."""
    return next(entity.entity_id for entity in reading.cast.entities if entity.name == name)


WANTED = [
    ("Maria Ortiz urged Peter Hall to veto the treaty.", "treaty", "oppose"),
    ("Maria Ortiz demanded that Peter Hall sign the treaty.", "treaty", "support"),
    ("Maria Ortiz wants Peter Hall to reject the treaty.", "treaty", "oppose"),
    ("Maria Ortiz vowed to veto the treaty.", "treaty", "oppose"),
    ("Maria Ortiz called for a treaty.", "treaty", "support"),
    ("Maria Ortiz blocked efforts to repeal the treaty.", "treaty", "support"),
]


@pytest.mark.parametrize(("text", "target", "polarity"), WANTED)
def test_who_wants_a_deed_done_is_where_the_deed_stands(text: str, target: str, polarity: str, reading: Read) -> None:
    assert signs(reading(text))["Maria Ortiz", target] == polarity


def test_who_is_urged_to_do_it_has_not_done_it(reading: Read) -> None:
    assert ("Peter Hall", "treaty") not in signs(reading("Maria Ortiz urged Peter Hall to veto the treaty."))


SUFFERED = [
    ("Maria Ortiz called for Peter Hall's removal.", "oppose"),
    ("Maria Ortiz condemned the killing of Peter Hall.", "support"),
    ("Maria Ortiz opposed sanctions on Peter Hall.", "support"),
    ("Maria Ortiz praised Peter Hall's plan.", "support"),
    ("Maria Ortiz condemned Peter Hall's lies.", "oppose"),
    ("Maria Ortiz praised a critic of Peter Hall.", "oppose"),
]


@pytest.mark.parametrize(("text", "polarity"), SUFFERED)
def test_what_befalls_somebody_turns_the_stance(text: str, polarity: str, reading: Read) -> None:
    assert signs(reading(text))["Maria Ortiz", "Peter Hall"] == polarity


LIGHT = [
    ("Maria Ortiz took aim at President Peter Hall.", "oppose"),
    ("Maria Ortiz threw her support behind Peter Hall.", "support"),
    ("Maria Ortiz took issue with Peter Hall.", "oppose"),
    ("Maria Ortiz paid tribute to Peter Hall.", "support"),
    ("Peter Hall came under fire from Maria Ortiz.", "oppose"),
    ("Peter Hall faced criticism from Maria Ortiz.", "oppose"),
    ("Peter Hall won praise from Maria Ortiz.", "support"),
    ("Peter Hall got a late show of support from Maria Ortiz.", "support"),
    ("Peter Hall had allies, including endorsements from Maria Ortiz.", "support"),
    ("Peter Hall became the target of public condemnation from Maria Ortiz.", "oppose"),
    ("Peter Hall was the subject of derision from Maria Ortiz.", "oppose"),
    ("Governor Maria Ortiz left. The governor, a fierce critic of Peter Hall, left.", "oppose"),
    ("Maria Ortiz is at war with Peter Hall.", "oppose"),
    ("Maria Ortiz, Peter Hall's fiercest critic, left.", "oppose"),
    ("Maria Ortiz refused to meet with Peter Hall.", "oppose"),
    ("Maria Ortiz distanced herself from Peter Hall.", "oppose"),
    ("Maria Ortiz is critical of Peter Hall.", "oppose"),
    ("Maria Ortiz campaigned for Peter Hall.", "support"),
    ("Peter Hall landed an endorsement from Maria Ortiz.", "support"),
    ("Maria Ortiz and Peter Hall have sparred for months.", "oppose"),
    ("Maria Ortiz gave money to Peter Hall.", "support"),
    ("Maria Ortiz pressed Peter Hall to leave.", "oppose"),
    ("Maria Ortiz called out Peter Hall.", "oppose"),
    ("Maria Ortiz is taking on Peter Hall.", "oppose"),
    ("Officials including Maria Ortiz backed Peter Hall.", "support"),
    ("Peter Hall had the support of Maria Ortiz.", "support"),
    ("Maria Ortiz is engaged in a battle with Peter Hall.", "oppose"),
    ("Maria Ortiz is one of the leading opponents of Peter Hall.", "oppose"),
    ("A feud broke out between Maria Ortiz and Peter Hall.", "oppose"),
]


@pytest.mark.parametrize(("text", "polarity"), LIGHT)
def test_light_verbs_lend_their_nouns_subjects(text: str, polarity: str, reading: Read) -> None:
    assert signs(reading(text))["Maria Ortiz", "Peter Hall"] == polarity


def test_one_does_not_call_for_somebody(reading: Read) -> None:
    result = reading("Maria Ortiz called for Peter Hall on Monday.")
    assert "deeds" not in {row.rule for row in result.stances}


def test_the_first_person_is_the_speaker(reading: Read) -> None:
    result = reading('"We strongly support Peter Hall," Maria Ortiz said.')
    assert signs(result)["Maria Ortiz", "Peter Hall"] == "support"


def test_what_once_was_is_less_sure_than_what_is(reading: Read) -> None:
    once, now = (reading(f"Maria Ortiz {word} opposed the treaty.").stances[0] for word in ("once", "strongly"))
    assert once.confidence < now.confidence


TURNED = [
    ("Maria Ortiz lifted sanctions on Peter Hall.", "support"),
    ("Maria Ortiz ended her attack on Peter Hall.", "support"),
    ("Maria Ortiz cut off aid to Peter Hall.", "oppose"),
    ("Maria Ortiz denied supporting Peter Hall.", "oppose"),
    ("Maria Ortiz never endorsed Peter Hall.", "oppose"),
    ("Maria Ortiz failed to support Peter Hall.", "oppose"),
    ("Maria Ortiz refused to condemn Peter Hall.", "support"),
    ("Maria Ortiz withheld her endorsement of Peter Hall.", "oppose"),
    ("Maria Ortiz left without thanking Peter Hall.", "oppose"),
    ("Maria Ortiz backed Peter Hall without thanking France.", "support"),
]


@pytest.mark.parametrize(("text", "polarity"), TURNED)
def test_what_is_denied_ended_or_not_done_turns_the_stance(text: str, polarity: str, reading: Read) -> None:
    assert signs(reading(text))["Maria Ortiz", "Peter Hall"] == polarity


@pytest.mark.parametrize(
    "text",
    [
        "If Maria Ortiz opposes the treaty, France will leave.",
        "Maria Ortiz might oppose the treaty.",
        "Does Maria Ortiz oppose the treaty?",
    ],
)
def test_what_is_open_is_less_sure_than_a_fact(text: str, reading: Read) -> None:
    def sure(text: str) -> float:
        result = reading(text)
        return max((s.confidence for s in result.stances), default=0.0)

    assert sure(text) < sure("Maria Ortiz opposes the treaty.")


def test_neutral_is_a_finding(reading: Read) -> None:
    result = reading("Maria Ortiz discussed the weather with Peter Hall.")
    assert signs(result)["Maria Ortiz", "Peter Hall"] == "neutral"


@pytest.mark.parametrize(
    "text",
    [
        "Maria Ortiz chose to stay quiet rather than challenge Peter Hall.",
        "Maria Ortiz stayed quiet, rather than publicly challenging Peter Hall.",
        "Maria Ortiz praised Anna Weber instead of attacking Peter Hall.",
    ],
)
def test_a_deed_left_undone_for_another_is_hardly_any(text: str, reading: Read) -> None:
    done = reading("Maria Ortiz, rather than staying quiet, publicly challenged Peter Hall.").stances
    assert any(row.confidence >= 0.4 for row in done if row.polarity == "oppose")
    assert all(row.confidence < 0.4 for row in reading(text).stances if row.polarity == "oppose")


def test_what_somebody_is_blamed_for_is_his_deed(reading: Read) -> None:
    result = signs(reading("Maria Ortiz sued Peter Hall for violating the treaty."))
    assert result["Peter Hall", "treaty"] == "oppose" and ("Maria Ortiz", "treaty") not in result


def test_who_wins_an_endorsement_is_endorsed(reading: Read) -> None:
    result = reading("Maria Ortiz won the endorsement of Peter Hall.")
    names = {entity.entity_id: entity.name for entity in result.cast.entities}
    by_word = [
        (names[row.holder_id], row.polarity, names[row.target_id]) for row in result.stances if row.rule == "deeds"
    ]
    assert by_word == [("Peter Hall", "support", "Maria Ortiz")]


def test_who_ends_his_own_campaign_is_not_against_it(reading: Read) -> None:
    rows = reading("Maria Ortiz suspended her campaign.").stances
    assert all(row.confidence < 0.45 for row in rows)
    assert signs(reading("Maria Ortiz suspended the campaign."))["Maria Ortiz", "campaign"] == "oppose"


def test_a_word_inside_the_name_of_an_issue_is_not_its_sufferer(reading: Read) -> None:
    result = signs(reading("Democrats support an assault weapons ban. Democrats praised the assault weapons ban."))
    assert set(result.values()) == {"support"}


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Maria Ortiz's anti-Hall speech drew crowds. Peter Hall stayed at home.", "oppose"),
        ("Maria Ortiz gave a pro-Hall speech. Peter Hall stayed at home.", "support"),
    ],
)
def test_anti_and_pro_before_a_name_tell_the_side(text: str, polarity: str, reading: Read) -> None:
    assert signs(reading(text))["Maria Ortiz", "Peter Hall"] == polarity


@pytest.mark.parametrize(
    ("verb", "polarity"),
    [("rubbished", "oppose"), ("upbraided", "oppose"), ("booed", "oppose"), ("extolled", "support")],
)
def test_praise_and_blame_in_seldom_verbs(verb: str, polarity: str, reading: Read) -> None:
    assert signs(reading(f"Maria Ortiz {verb} Peter Hall."))["Maria Ortiz", "Peter Hall"] == polarity


OPEN = [
    "Maria Ortiz did not attack Peter Hall.",
    "Maria Ortiz would not criticize Peter Hall.",
    "France did not know whether Maria Ortiz supports Peter Hall.",
    "Maria Ortiz is not sure that she will vote for Peter Hall.",
    "Maria Ortiz never met Peter Hall.",
    "Maria Ortiz did not ask Peter Hall about the bill.",
    "Maria Ortiz called Peter Hall's aides and struck a deal with Peter Hall.",
    "The accident left Maria Ortiz shaken, but she blamed herself. Peter Hall watched.",
]


@pytest.mark.parametrize("text", OPEN)
def test_what_is_unknown_or_not_done_is_no_side_taken(text: str, reading: Read) -> None:
    rows = [row for row in reading(text).stances if row.confidence >= 0.45 and row.polarity != "neutral"]
    assert not rows


TAKEN = [
    ("Maria Ortiz refused to condemn Peter Hall.", "support"),
    ("Maria Ortiz avoided criticizing Peter Hall.", "support"),
    ("Maria Ortiz will not meet with Peter Hall.", "oppose"),
    ("Maria Ortiz ended up voting for Peter Hall.", "support"),
    ("Maria Ortiz rejected the budget in a speech against Peter Hall.", "oppose"),
    ("Maria Ortiz praised the anti-Hall movement. Peter Hall watched.", "oppose"),
    ("France dispatched Maria Ortiz to attack Peter Hall.", "oppose"),
]


@pytest.mark.parametrize(("text", "polarity"), TAKEN)
def test_a_refusal_or_an_aim_takes_a_side(text: str, polarity: str, reading: Read) -> None:
    assert signs(reading(text))["Maria Ortiz", "Peter Hall"] == polarity


def test_who_discuss_something_have_met(reading: Read) -> None:
    result = signs(reading("Maria Ortiz and Peter Hall discussed France in a call."))
    assert result["Maria Ortiz", "Peter Hall"] == result["Peter Hall", "Maria Ortiz"] == "neutral"
    assert ("Maria Ortiz", "France") not in result


@pytest.mark.parametrize(
    "text",
    [
        "Maria Ortiz and Peter Hall hold narrow leads in Ohio.",
        "Maria Ortiz will speak at the convention, according to a report by Peter Hall.",
        "Maria Ortiz and Peter Hall called for a new law.",
        "Maria Ortiz spoke to the bill. Peter Hall watched.",
    ],
)
def test_who_is_named_together_has_not_met(text: str, reading: Read) -> None:
    assert "neutral" not in signs(reading(text)).values()


def test_who_is_among_those_that_support_is_not_supported(reading: Read) -> None:
    result = signs(
        reading(
            "Donations come from Norway, Canada and Germany, which support or have supported the Clinton Foundation."
        )
    )
    assert ("Norway", "Canada") not in result and ("Canada", "Germany") not in result


def test_a_rival_of_a_party_is_one_within_it(reading: Read) -> None:
    found = signs(reading("Maria Ortiz attacked GOP rival Peter Hall. Republicans met."))
    assert found["Maria Ortiz", "Peter Hall"] == "oppose"
    assert ("Republican Party", "Peter Hall") not in found


def test_more_of_an_issue_is_the_issue(reading: Read) -> None:
    names = {entity.name for entity in reading("Maria Ortiz opposed more sanctions.").cast.entities}
    assert "sanctions" in names


WRITTEN = [
    ("Maria Ortiz won the vote. The Ortiz ad attacked Peter Hall on Monday.", "Maria Ortiz"),
    ("Maria Ortiz won the vote. Her new ad attacked Peter Hall.", "Maria Ortiz"),
    ("A letter by Maria Ortiz condemned Peter Hall.", "Maria Ortiz"),
]


@pytest.mark.parametrize(("text", "holder"), WRITTEN)
def test_a_document_speaks_for_who_wrote_it(text: str, holder: str, reading: Read) -> None:
    assert signs(reading(text))[holder, "Peter Hall"] == "oppose"


def test_a_name_that_only_tells_the_sort_of_a_thing_is_not_what_is_opposed(reading: Read) -> None:
    found = signs(reading("Maria Ortiz condemned the Iraq War. Peter Hall criticised the French nuclear deal."))
    assert found["Maria Ortiz", "Iraq War"] == "oppose"
    assert ("Maria Ortiz", "Iraq") not in found


GOTTEN = [
    "Maria Ortiz faces doubts about the treaty.",
    "Maria Ortiz weighed in on allegations against Peter Hall.",
    "Maria Ortiz responded to criticism of Peter Hall.",
]


@pytest.mark.parametrize("text", GOTTEN)
def test_who_only_gets_or_answers_blame_blames_nobody(text: str, reading: Read) -> None:
    assert not [row for row in reading(text).stances if row.rule == "deeds"]


def test_who_has_doubts_doubts(reading: Read) -> None:
    assert signs(reading("Maria Ortiz has doubts about the treaty."))["Maria Ortiz", "treaty"] == "oppose"


def test_who_confirms_critiques_of_his_own_thing_is_not_against_it(reading: Read) -> None:
    found = reading("Maria Ortiz confirmed critiques of her candidacy. Peter Hall criticised the candidacy.")
    names = {entity.entity_id: entity.name for entity in found.cast.entities}
    assert [names[row.holder_id] for row in found.stances if row.rule == "deeds"] == ["Peter Hall"]


def test_the_efforts_of_others_are_theirs(reading: Read) -> None:
    found = signs(reading("Maria Ortiz denounced Labour efforts to defund the museum."))
    assert ("Maria Ortiz", "museum") not in found


def test_whose_minister_somebody_is_is_not_meant(reading: Read) -> None:
    found = reading("Maria Ortiz endorsed Peter Hall, Norway's prime minister.")
    names = {entity.entity_id: entity.name for entity in found.cast.entities}
    assert [names[row.target_id] for row in found.stances if row.rule == "deeds"] == ["Peter Hall"]


def test_who_suggests_that_another_would_do_it_does_not_want_it(reading: Read) -> None:
    found = reading("Maria Ortiz suggested that Peter Hall would support the treaty.")
    names = {entity.entity_id: entity.name for entity in found.cast.entities}
    assert [names[row.holder_id] for row in found.stances if row.rule == "deeds"] == ["Peter Hall"]


SHARED = (
    "Mayor Maria Ortiz on Friday endorsed the re-election of Speaker Peter Hall (R-Wis.), Sen. John Marsh (R-Ariz.), "
)


def test_who_is_listed_behind_the_verb_does_nothing_but_has_it_done_to_him(reading: Read) -> None:
    found = {pair: sign for pair, sign in signs(reading(f"{SHARED}and Sen. Kelly Orr (R-N.H.).")).items() if sign}
    assert {holder for holder, _ in found} == {"Maria Ortiz"}
    assert found["Maria Ortiz", "Peter Hall"] == found["Maria Ortiz", "Kelly Orr"] == "support"


NOT_HIS = [
    ("On Monday wealthy Republicans praised Peter Hall.", "Republican Party"),
    ("Republicans who live in Oslo praised Peter Hall.", "Republican Party"),
    ("About 20 percent of Republicans praised Peter Hall.", "Republican Party"),
    ("The treaty allowed Norway to accept Peter Hall.", "Norway"),
    ("Maria Ortiz left after an inquiry and was going to call for her ouster.", "Maria Ortiz"),
    (
        "Mayor Bo Lind of Oslo, a former backer of Cy Dahl, who has called on Greens to back Peter Hall, left.",
        "Cy Dahl",
    ),
    ("Maria Ortiz quarrelled with her party over her silence when asked to condemn Peter Hall.", "Maria Ortiz"),
    ("The law requires Norway to vote against Peter Hall.", "Norway"),
    ("Norway's party includes Kai Moe, who is challenging Peter Hall; Bo Lind, who lost; and Cy Dahl.", "Cy Dahl"),
]


@pytest.mark.parametrize(("text", "holder"), NOT_HIS)
def test_who_is_asked_or_bound_to_or_may_or_is_only_listed_takes_no_side(text: str, holder: str, reading: Read) -> None:
    rules = {row.rule for row in reading(text).stances if row.holder_id == key_of(reading(text), holder)}
    assert "deeds" not in rules


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("On Monday Republicans praised Peter Hall.", "Republican Party"),
        ("Norway voted against Peter Hall.", "Norway"),
        ("Norway accepted Peter Hall.", "Norway"),
        ("Maria Ortiz quarrelled with her party and condemned Peter Hall.", "Maria Ortiz"),
        ("Mayor Bo Lind of Oslo, who has called on Greens to back Peter Hall, left.", "Bo Lind"),
    ],
)
def test_who_does_it_takes_a_side(text: str, holder: str, reading: Read) -> None:
    rules = {row.rule for row in reading(text).stances if row.holder_id == key_of(reading(text), holder)}
    assert "deeds" in rules


BLAMED = [
    ("Maria Ortiz blamed the loss partly on Peter Hall.", {"Peter Hall"}),
    ("Maria Ortiz on Thursday blamed Peter Hall for making an issue of the treaty.", {"Peter Hall"}),
    ("Maria Ortiz blamed the failure of the treaty on bullies.", set()),
]


@pytest.mark.parametrize(("text", "targets"), BLAMED)
def test_blame_is_on_whom_it_is_laid(text: str, targets: set[str], reading: Read) -> None:
    read = reading(text)
    names = {entity.entity_id: entity.name for entity in read.cast.entities}
    assert {names[row.target_id] for row in read.stances if row.rule == "deeds"} == targets


def test_those_who_are_named_are_told_of_by_name(reading: Read) -> None:
    found = signs(reading("The two mayors -- Maria Ortiz and Bo Lind -- praised Peter Hall."))
    assert found == {("Maria Ortiz", "Peter Hall"): "support", ("Bo Lind", "Peter Hall"): "support"}


def test_who_does_something_does_not_tell_it(reading: Read) -> None:
    text = "Maria Ortiz vetoed the first bill, a symbolic attempt by Norway to condemn Peter Hall."
    assert {row.said_by_id for row in reading(text).stances} == {None}


OWED = [
    ("Maria Ortiz tweeted that Norway should deport Peter Hall.", "oppose"),
    ("Maria Ortiz said that Peter Hall must be supported.", "support"),
    ('"Norway should not support Peter Hall," Maria Ortiz said.', "oppose"),
    ("Maria Ortiz said that lawmakers have to back Peter Hall.", "support"),
]


@pytest.mark.parametrize(("text", "polarity"), OWED)
def test_who_says_what_another_should_do_to_somebody_takes_that_side(text: str, polarity: str, reading: Read) -> None:
    assert signs(reading(text))["Maria Ortiz", "Peter Hall"] == polarity


def test_what_one_has_to_do_shows_no_side(reading: Read) -> None:
    ought, did = (reading(f"Norway {has} to back Peter Hall.").stances for has in ("has", "had"))
    assert "deeds" not in {row.rule for row in ought} and "deeds" in {row.rule for row in did}


def test_what_is_attacked_is_what_the_relative_clause_is_about(reading: Read) -> None:
    text = (
        "Norway supports the Government of National Accord (GNA) based in Oslo, which is under attack by Maria Ortiz."
    )
    assert signs(reading(text))["Maria Ortiz", "Government of National Accord"] == "oppose"


ONCE = [
    ("Federal prosecutors accused Peter Hall of fraud.", {"federal prosecutors"}),
    ("A bipartisan coalition of mayors vouched for Peter Hall.", {"bipartisan coalition of mayors"}),
    ("Hall was rebuked by two groups of attorneys general and judges.", {"two groups of attorneys general"}),
    ("A small group of Republicans accused Peter Hall of fraud.", {"small group of Republicans"}),
    ("Forty-six percent of likely voters side with Peter Hall.", {"forty-six percent of likely voters"}),
    ("Peter Hall was praised by local farmers.", {"local farmers"}),
    ("Peter Hall drew complaints from local farmers.", {"local farmers"}),
    ("Peter Hall has the support of 27 percent of young voters.", {"27 percent of young voters"}),
    ("Some civil rights groups sued Peter Hall.", {"some civil rights groups"}),
    ("Some Republicans welcomed Peter Hall. Moderate Democrats left.", {"some Republicans"}),
    ("Moderate Democrats and young Republicans oppose Peter Hall.", {"moderate Democrats", "young Republicans"}),
    ("Three Democrats criticised Peter Hall. Republicans who left praised Peter Hall.", set()),
    ("Prosecutors accused Peter Hall of fraud.", set()),
    ("The rural farmers accused Peter Hall of fraud.", set()),
    ("Young farmers who live here accused Peter Hall of fraud.", set()),
    ("Peter Hall was praised by majorities of both men and women.", set()),
    ("No serious economists support Peter Hall. Only a third of farmers support Peter Hall.", set()),
    ("Longtime critics of Maria Ortiz attacked Peter Hall.", set()),
    ("Local farmers said that Peter Hall lied.", set()),
]


@pytest.mark.parametrize(("text", "groups"), ONCE)
def test_a_group_said_once_takes_a_side_by_all_its_words(text: str, groups: set[str], reading: Read) -> None:
    result = reading(text)
    names = {one.entity_id: one.name for one in result.cast.entities if one.rule == "add_sides"}
    assert {names[row.holder_id] for row in result.stances if row.holder_id in names} == groups
