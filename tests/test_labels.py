"""Speakers set beside their words: labels before a colon, interviews, posts with a signature."""

import pytest


@pytest.fixture
def said(reading):
    """said(text): the words of the source, the content and the kind of each quotation."""

    def read(text: str, headline: str = "News of the day") -> list[tuple[str | None, str, str]]:
        found = reading(text, headline=headline)
        words = found.article.text
        return [
            (words[slice(*one.source)] if one.source else None, words[slice(*one.content[0])], one.kind)
            for one in found.quotations
        ]

    return read


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("Nora Pike, baker", "Nora Pike"),
        ("Nora Pike, The Evening Star", "Nora Pike"),
        ("Nora Pike, Liberals", "Nora Pike"),
        ("Union leader Nora Pike", "Nora Pike"),
        ("Mayor Nora Pike", "Mayor Nora Pike"),
        ("Nora Pike (Liberals)", "Nora Pike"),
        ("Tenant Olga Prins", "Tenant Olga Prins"),
    ],
)
def test_the_name_of_a_label_speaks_once(said, label, speaker):
    assert said(f'{label}: "The new rule has failed us."') == [(speaker, '"The new rule has failed us."', "direct")]


def test_a_label_below_a_quotation_is_that_of_the_next(said):
    text = 'Nora Pike, The Evening Star: "A bold plan."\n\nIda Rowe, baker: "A sham."'
    assert [source for source, *_ in said(text)] == ["Nora Pike", "Ida Rowe"]


def test_turns_in_capitals_are_whose_they_are_and_answers_come_once(said):
    talk = said(
        "GAZETTE: How did it start?\n\nPIKE: It started with a letter.\n\nGAZETTE: Who wrote?\n\nPIKE: My aunt."
    )
    assert [source for source, *_ in talk] == ["GAZETTE", "PIKE"] * 2
    spelt = "We met Nora Pike.\n\nQuestion: Why did you stop?\n\nAnswer: I was tired."
    assert said(spelt) == [("Nora Pike", "I was tired.", "direct")]


def test_a_clause_before_a_colon_is_no_label(said):
    rows = said('He turned to Nora Pike, a baker, and had only one question: "Who pays?"')
    assert ("Nora Pike", '"Who pays?"', "direct") not in rows


INTERVIEW = (
    "Mayor Ivo Brandt spoke to this paper.\n\nQ: Why did the wall fall?\n\nA: It was old. We knew it.\n\n"
    "Nobody was hurt.\n\nQ: Will you resign?\n\nA: No."
)


def test_the_answers_of_an_interview_are_whose_it_is_with(said):
    rows = said(INTERVIEW, headline="Interview: Ivo Brandt on the wall")
    assert rows == [("Ivo Brandt", "It was old. We knew it.", "direct"), ("Ivo Brandt", "No.", "direct")]


def test_an_answer_runs_over_its_paragraphs(reading):
    found = reading(INTERVIEW, headline="Interview: Ivo Brandt on the wall")
    words = found.article.text
    pieces = [words[slice(*span)] for span in found.quotations[0].content]
    assert pieces == ["It was old. We knew it.", "Nobody was hurt."]


def test_where_two_are_asked_nobody_is_taken_for_the_one_who_answers(said):
    text = "Ivo Brandt and Nora Pike were asked.\n\nQ: Who pays?\n\nA: The town does."
    assert (None, "The town does.", "direct") in said(text)


def test_lines_of_one_paragraph_are_turns_too(said):
    rows = said(
        "Q: When will it open?\nA: In spring.\nQ: Who pays?\nA: We do.", headline="Five questions for Ivo Brandt"
    )
    assert rows == [("Ivo Brandt", "In spring.", "direct"), ("Ivo Brandt", "We do.", "direct")]


def test_an_initial_is_no_answer(said):
    assert said("A. Brandt opened the hall. The town came.") == []


def test_a_post_is_whose_signature_it_bears(said):
    rows = said("Our halls are open tonight. Come in. — Nora Pike (@norapike) May 14, 2024\n\nHundreds came.")
    assert rows == [("Nora Pike", "Our halls are open tonight. Come in.", "direct")]
    below = said("Our halls are open tonight.\n— Nora Pike (@norapike) May 14, 2024\n\nHundreds came. It rained.")
    assert below == [("Nora Pike", "Our halls are open tonight.", "direct")]
    assert said("Our halls are open tonight.\n\nHundreds came.\n\n— Nora Pike, June 2024") == []


@pytest.mark.parametrize(
    ("headline", "speaker", "claim"),
    [
        ("'I never wanted the prize': Nora Pike on her book", "Nora Pike", "'I never wanted the prize'"),
        ("'It was cold': climber Nora Pike recalls storm", "Nora Pike", "'It was cold'"),
    ],
)
def test_a_quotation_in_a_headline_is_told_once(said, headline, speaker, claim):
    assert said("The town has a hall.", headline=headline) == [(speaker, claim, "direct")]


def test_who_acts_before_words_without_a_verb_says_them(said):
    text = 'Petra Lang opened her window. "Listen to that hum."\n\nNora Pike shrugged. "I hear nothing."'
    assert [(source, words) for source, words, _ in said(text)] == [
        ("Petra Lang", '"Listen to that hum."'),
        ("Nora Pike", '"I hear nothing."'),
    ]


@pytest.mark.parametrize("end", ["was sold for £80m.", "is in Salem, Ore."])
def test_an_abbreviation_may_end_the_sentence_before_a_quotation(said, end):
    assert said(f'The club {end} "We had to leave," Nora Pike said.') == [("Nora Pike", '"We had to leave,"', "direct")]


def test_a_list_behind_a_name_quotes_nobody(said):
    assert said("NORA PIKE: Possession of a knife, theft.") == []


@pytest.mark.parametrize("text", ['Nora Pike, baker: "It has failed us."', "Nora Pike said no."])
def test_what_says_itself_whose_words_it_is_is_sure(reading, text):
    (row,) = reading(text).quotations
    assert row.confidence >= 0.9


def test_a_role_may_be_a_label_that_comes_again(said):
    text = "Radio host: Are you tired?\n\nPike: I am.\n\nRadio host: Will you go on?\n\nPike: I will."
    assert [source for source, *_ in said(text)] == ["Radio host", "Pike", "Radio host", "Pike"]


def test_a_label_that_comes_again_is_whose_turn_it_is(said):
    text = "Pike: We wait.\n\nStar: And the vote?\n\nPike: No date.\n\nStar: Who pays?"
    assert [(source, words) for source, words, _ in said(text)] == [
        ("Pike", "We wait"),
        ("Star", "And the vote?"),
        ("Pike", "No date"),
        ("Star", "Who pays?"),
    ]


@pytest.mark.parametrize("mark", ["'It was chaos'", "“It was chaos”"])
def test_a_quotation_before_a_colon_is_of_the_person_behind_it(said, mark):
    assert said("Nora Pike was at work.", headline=f"{mark}: nurse Nora Pike on the fire")[0][:2] == ("Nora Pike", mark)


def test_an_entry_of_a_list_is_nobodys_turn(said):
    assert said("Cook Time: 2 hours.\n\nMix it well.\n\nCook Time: 1 hour.\n\nServe it cold.") == []
    assert len(said("Tom Orr: We are open.\n\nAnn Holm: Since when?\n\nTom Orr: May.")) == 2


def test_speakers_in_capitals_have_their_turns(said):
    talk = said("NORA PIKE, HOST: Is the pier safe?\n\nIDA ROWE: It is. We checked it.\n\nPIKE: Good.")
    assert [source for source, *_ in talk] == ["NORA PIKE", "IDA ROWE", "PIKE"]
    assert said("NORA PIKE: The pier.\n\nIt was shut on Monday.") == []


ASKED = "Nora Pike spoke to us.\n\nWhat did you see?\n\n{}\n\nWho paid?\n\nMostly my aunt."


def test_questions_and_answers_in_paragraphs_of_their_own_are_told_apart(said):
    talk = [row for row in said(ASKED.format("We saw a whale.")) if row[2] == "direct"]
    assert talk == [("Nora Pike", "We saw a whale.", "direct"), ("Nora Pike", "Mostly my aunt.", "direct")]
    assert "We saw a whale." not in str(said(ASKED.format("We saw a whale.").replace("spoke to us", "left")))
    retold = said(ASKED.format("“We saw a whale,” she said."))
    assert [content for _, content, kind in retold if kind == "direct"] == ["“We saw a whale,”"]


def test_initials_are_whose_name_has_them(reading):
    text = (
        "Rita Sand met novelist Paul Ige.\n\nRS: When did you start?\n\nPI: At nine. I copied comics.\n\nRS: And now?"
    )
    found = reading(text, headline="In conversation")
    names = {entity.entity_id: entity.name for entity in found.cast.entities}
    said = [
        (found.article.text[slice(*row.content[0])], *map(names.get, keys))
        for row, keys in zip(found.quotations, found.sources, strict=True)
    ]
    assert said == [
        ("When did you start?", "Rita Sand"),
        ("At nine. I copied comics", "Paul Ige"),
        ("And now?", "Rita Sand"),
    ]


def test_a_headline_may_say_that_somebody_is_asked(said):
    text = "Why did you take the job?\n\nI wanted to stay in music.\n\nIs the hall safe?\n\nWe had it checked twice."
    rows = said(text, headline="10 questions for Carla Moss, orchestra manager")
    assert [source for source, *_ in rows] == ["Carla Moss"] * 2
