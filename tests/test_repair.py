"""Trees that the parser builds wrong and that are mended, each beside one that stays as it is."""

import pytest

from analysis.grammar.factuality import factuality


@pytest.fixture
def said(reading):
    """said(text): names of the sources and contents of each quotation in a text."""

    def read(text: str) -> list[tuple[list[str], str]]:
        found = reading(text)
        names = {entity.entity_id: entity.name for entity in found.cast.entities}
        pairs = zip(found.quotations, found.sources, strict=True)
        return [
            ([names[key] for key in keys], " … ".join(found.article.text[s:e] for s, e in one.content))
            for one, keys in pairs
        ]

    return read


@pytest.mark.parametrize(
    ("text", "verb", "denied"),
    [
        ('"No," Ann Holm said.', "said", False),
        ('"No comment," Ann Holm said.', "said", False),
        ("No minister said so.", "said", True),
    ],
)
def test_what_stands_in_marks_does_not_deny_the_verb_behind_them(parsed, text, verb, denied):
    _, parse = parsed(text)
    (token,) = [token for token in parse.tokens if token.text == verb]
    assert factuality(token).denied == denied


def test_a_question_in_marks_makes_no_duty_of_the_verb_behind_them(reading):
    (row,) = reading('"Why should they?" chairman Peter Hall shot back.').quotations
    assert row.status == "said"


def test_a_name_behind_a_post_and_its_town_is_the_holders(reading):
    found = reading("The hall was opened by the mayor of Drumlin, Ann Holm, on Monday.")
    assert [(entity.name, entity.role) for entity in found.cast.entities if entity.kind == "person"] == [
        ("Ann Holm", "mayor of Drumlin")
    ]
    found = reading("The envoy flew to the home of a friend, Peter Hall, on Monday.")
    assert {entity.name: entity.role for entity in found.cast.entities}["Peter Hall"] is None


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The bridge, surveyor Ann Holm told councillors, had been checked in May.",
            "The bridge … had been checked in May",
        ),
        (
            "Water levels, hydrologist Ann Holm told the town on Monday, are low.",
            "Water levels … are low",
        ),
        ("Ann Holm told the council that more would follow.", "that more would follow"),
        ("Ann Holm was quoted as telling the paper that more would follow.", "that more would follow"),
        ("The agency has not said when flights will resume.", "when flights will resume"),
        ("Radio Nord cited minister Tove Skaar as saying men had been freed.", "men had been freed"),
        ('Ann Holm praised Jan Weber for saying refugees were "at home".', 'refugees were "at home"'),
        ('A banner over the gate read "Not one more".', '"Not one more"'),
        ('A note on the till read "Back soon".', '"Back soon"'),
        ("Ann Holm posted on X. The bank, Peter Hall said, was closed.", "The bank … was closed"),
        ("The otters, keeper Peter Hall said, had been bred in Leipzig.", "The otters … had been bred in Leipzig"),
        ("On Monday Ann Holm said the bridge had failed.", "the bridge had failed"),
    ],
)
def test_what_is_told_begins_before_who_tells_it(said, text, content):
    assert [row for _, row in said(text)] == [content]


def test_who_brands_somebody_calls_him_so(said):
    text = 'Captain Ann Holm mocked pundit Gary Hall for branding her crew "lazy".'
    assert (["Gary Hall"], 'her crew "lazy"') in said(text)
    text = 'Captain Ann Holm slammed pundit Gary Hall after he called her crew "lazy".'
    assert (["Gary Hall"], 'her crew "lazy"') in said(text)


def test_a_role_that_the_tagger_holds_for_a_verb_is_its_bearers(said):
    assert said('"Is that it?" auctioneer Clem Hodder joked.') == [(["Clem Hodder"], '"Is that it?"')]


def test_who_accuses_stands_behind_by_however_deep(reading):
    found = reading("Trade Minister Lars Voll was accused of lying by Senator Ida Moen.")
    names = {entity.entity_id: entity.name for entity in found.cast.entities}
    sides = [(names[s.holder_id], s.polarity, names[s.target_id]) for s in found.stances if s.rule == "deeds"]
    assert sides == [("Ida Moen", "oppose", "Lars Voll")]


def test_a_note_that_reads_speaks(said, reading):
    text = 'A note pinned to the gate read: "Gone fishing."'
    assert said(text) == [([], '"Gone fishing."')]
    (row,) = reading(text).quotations
    assert [reading(text).article.text[slice(*span)] for span in (row.source, row.cue)] == ["A note", "read"]


def test_who_is_called_so_is_in_apposition(said):
    assert said('"Where is it?" a baker called Ned Fairlie asked.') == [(["Ned Fairlie"], '"Where is it?"')]


def test_the_clause_behind_a_document_is_what_is_said(said):
    assert said("The party said in a tweet that jokes were fine.") == [([], "that jokes were fine")]


@pytest.mark.parametrize(
    ("text", "objects"),
    [
        ("Ann Holm praised Berg and Mike Lind criticized Weber.", ["Berg"]),
        ("Bo Lind denounced Kvist and Ann Holm praised him.", ["Kvist"]),
        ("Ann Holm said Berg and Mike Lind criticized Weber.", []),
    ],
)
def test_the_first_of_two_behind_a_verb_that_takes_no_clause_is_its_object(parsed, text, objects):
    _, parse = parsed(text)
    root = next(token for token in parse.tokens if token.text in ("praised", "denounced", "said"))
    assert [token.text for token in root.those("dobj")] == objects
