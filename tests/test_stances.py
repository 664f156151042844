"""Who stands where: sentence -> holder, polarity, target, and how it is shown."""

import pytest


def shown(reading, text: str, **options) -> dict[tuple[str, str], str]:
    """The surest stance of each pair."""
    record = reading(text, **options)
    names = {entity.entity_id: entity.name for entity in record.cast.entities}
    pairs: dict[tuple[str, str], str] = {}
    for stance in sorted(record.stances, key=lambda stance: stance.confidence):
        pairs[names[stance.holder_id], names[stance.target_id]] = stance.polarity
    return pairs


@pytest.mark.parametrize(
    ("text", "holder", "polarity", "target"),
    [
        ("Germany supports France.", "Germany", "support", "France"),
        ("Germany condemned France on Monday.", "Germany", "oppose", "France"),
        ("France was condemned by Germany.", "Germany", "oppose", "France"),
        ("Germany did not condemn France.", "Germany", "support", "France"),
        ("Germany refused to support France.", "Germany", "oppose", "France"),
        ("Anna Keller, who backed Peter Novak, left the hall.", "Anna Keller", "support", "Peter Novak"),
        ("Anna Keller voted against the pipeline.", "Anna Keller", "oppose", "pipeline"),
        ("Anna Keller is critical of Peter Novak.", "Anna Keller", "oppose", "Peter Novak"),
        ("Anna Keller, an ally of Peter Novak, arrived.", "Anna Keller", "support", "Peter Novak"),
        ("Anna Keller and Jan Dvorak praised Peter Novak.", "Jan Dvorak", "support", "Peter Novak"),
        ("Anna Keller criticized Peter Novak's plan.", "Anna Keller", "oppose", "Peter Novak"),
        ("Anna Keller wants a referendum rather than an election.", "Anna Keller", "oppose", "election"),
        ("Anna Keller promised to repeal the tariffs.", "Anna Keller", "oppose", "tariffs"),
        ("There was fighting between Germany and France.", "France", "oppose", "Germany"),
    ],
)
def test_a_deed_or_description_shows_a_side(reading, text, holder, polarity, target):
    assert shown(reading, text).get((holder, target)) == polarity


@pytest.mark.parametrize("text", ["Anna Keller met Peter Novak.", "Anna Keller and Peter Novak talked on Monday."])
def test_a_meeting_is_neutral_each_way(reading, text):
    pairs = shown(reading, text)
    assert pairs.get(("Anna Keller", "Peter Novak")) == "neutral"
    assert pairs.get(("Peter Novak", "Anna Keller")) == "neutral"


def test_a_stance_that_somebody_tells_of_names_who_tells(reading):
    record = reading("Anna Keller said Peter Novak opposed the referendum.")
    names = {entity.entity_id: entity.name for entity in record.cast.entities}
    told = [s for s in record.stances if names[s.holder_id] == "Peter Novak" and s.polarity == "oppose"]
    assert [names[stance.said_by_id] for stance in told] == ["Anna Keller"]
    assert told[0].quotation is not None


def test_a_speaker_takes_a_side_by_word(reading):
    record = reading('"Peter Novak is a liar and a disgrace," said Anna Keller.')
    names = {entity.entity_id: entity.name for entity in record.cast.entities}
    (stance,) = [s for s in record.stances if names[s.holder_id] == "Anna Keller"]
    assert (names[stance.target_id], stance.polarity, stance.basis) == ("Peter Novak", "oppose", "quotation")


def test_every_row_can_be_checked_in_the_text(reading):
    text = "Anna Keller condemned the referendum. Peter Novak, however, praised Anna Keller."
    record = reading(text)
    assert record.stances
    for stance in record.stances:
        whole = record.article.text
        assert whole[stance.evidence.start : stance.evidence.end] in text
        for span in (stance.holder, stance.target, stance.cue):
            assert stance.evidence.start <= span.start < span.end <= stance.evidence.end
        assert -1 <= stance.score <= 1 and 0 <= stance.confidence <= 1


def test_party_lines_are_read_where_the_text_gives_them(reading):
    text = 'Sen. Ann Miller (R-Iowa) spoke of Sen. Paul Reed (D-Ohio). "Paul Reed was there," Miller said.'
    assert shown(reading, text).get(("Ann Miller", "Paul Reed")) != "support"


@pytest.mark.parametrize("text", ["", "No.", "It rained in the night, and nobody minded.", '"', "A B C D E"])
def test_where_nobody_takes_a_side_there_is_no_row(reading, text):
    assert reading(text).stances == ()


def test_issues_are_merged_by_meaning_and_kept_apart_by_modifiers(reading):
    record = reading(
        "Anna Keller supports the ceasefire. Peter Novak opposes the truce. He wants a military solution, "
        "and she wants a political solution."
    )
    issues = {entity.name: entity for entity in record.cast.entities if entity.kind == "issue"}
    assert {"ceasefire", "military solution", "political solution"} <= set(issues)
    assert "truce" in issues["ceasefire"].aliases
