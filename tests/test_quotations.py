"""Who said what, sentence by sentence."""

import pytest

from analysis.readers.quotations import find_quotations


@pytest.fixture(scope="session")
def said(parsed):
    """said(text): source, cue, contents of every quotation in a text without a headline of its own."""

    def read(text, headline="News of the day"):
        article, parse = parsed(text, headline=headline)
        rows = find_quotations(article, parse)
        body = [row for row in rows if row.content[0].start > len(headline)] if headline == "News of the day" else rows
        return [Row(article.text, row) for row in body]

    return read


class Row:
    """A quotation in words."""

    def __init__(self, text, row):
        def words(span):
            return text[span.start : span.end] if span else None

        self.source, self.cue = words(row.source), words(row.cue)
        self.contents = [words(span) for span in row.content]
        self.row, self.kind, self.status, self.sort = row, row.kind, row.status, row.cue_sort

    def __repr__(self):
        return f"[{self.source}] <{self.cue}> {self.contents} {self.kind} {self.status}"

    @property
    def short(self):
        return self.source, self.cue, " … ".join(self.contents)


def test_nothing_is_found_in_nothing(said):
    assert said("") == []
    assert said("The bridge fell into the river.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said the bridge was safe.", ("The mayor", "said", "the bridge was safe")),
        ("The mayor said that the bridge was safe.", ("The mayor", "said", "that the bridge was safe")),
        ("The mayor vowed to repair the bridge.", ("The mayor", "vowed", "to repair the bridge")),
        ("The mayor urged drivers to avoid the bridge.", ("The mayor", "urged", "drivers to avoid the bridge")),
        ("The mayor suggested closing the bridge.", ("The mayor", "suggested", "closing the bridge")),
        ("The bridge is safe, the mayor said.", ("the mayor", "said", "The bridge is safe")),
        ("The bridge, the mayor said, is safe.", ("the mayor", "said", "The bridge … is safe")),
        ("The toll, said driver Ilan Roth, has doubled.", ("driver Ilan Roth", "said", "The toll … has doubled")),
        ("Rates, said Ann Holm, will rise.", ("Ann Holm", "said", "Rates … will rise")),
        (
            'Unions condemned the remarks by Leo Falk that nurses were "well paid".',
            ("Leo Falk", "remarks", 'that nurses were "well paid"'),
        ),
        ("“Stop it!” The chamber fell quiet.", (None, None, "“Stop it!”")),
        ("This is what we know: one man is missing, police say.", ("police", "say", "one man is missing")),
        ("According to the mayor, the bridge is safe.", ("the mayor", "According to", "the bridge is safe")),
        ("The bridge is safe, according to the mayor.", ("the mayor", "according to", "The bridge is safe")),
        ("The mayor is confident that the bridge is safe.", ("The mayor", "confident", "that the bridge is safe")),
        ("The mayor told reporters that the bridge was safe.", ("The mayor", "told", "that the bridge was safe")),
        ("The mayor asked whether the bridge was safe.", ("The mayor", "asked", "whether the bridge was safe")),
        (
            "Mr. Brown described the bridge as a disaster.",
            ("Mr. Brown", "described", "the bridge as a disaster"),
        ),
        (
            "The senators praised the mayor for closing the bridge.",
            ("The senators", "praised", "the mayor for closing the bridge"),
        ),
        (
            "Her claim that the bridge was safe was wrong.",
            ("Her", "claim", "that the bridge was safe"),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_an_indirect_content_has_its_source_and_cue(said, text, expected):
    assert expected in [row.short for row in said(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"The bridge is safe," the mayor said.', ("the mayor", "said", '"The bridge is safe,"')),
        ('"The bridge is safe," said the mayor.', ("the mayor", "said", '"The bridge is safe,"')),
        ('The mayor said: "The bridge is safe."', ("The mayor", "said", '"The bridge is safe."')),
        ('The mayor told the crowd: "The bridge is safe."', ("The mayor", "told", '"The bridge is safe."')),
        (
            '"The bridge," the mayor said, "is safe."',
            ("the mayor", "said", '"The bridge," … "is safe."'),
        ),
        (
            '"The bridge is safe," the mayor said. "We looked at it twice."',
            ("the mayor", "said", '"The bridge is safe," … "We looked at it twice."'),
        ),
        (
            "“The bridge is safe,” the mayor said.\n\n“We looked at it twice.”",
            ("the mayor", "said", "“The bridge is safe,” … “We looked at it twice.”"),
        ),
        (
            "“The bridge is safe,” said Anna Brown, who runs the city’s road office.",
            ("Anna Brown", "said", "“The bridge is safe,”"),
        ),
        ('"Is the bridge safe?" she asked.', ("she", "asked", '"Is the bridge safe?"')),
        ("„The bridge is safe“, the mayor said.", ("the mayor", "said", "„The bridge is safe“")),
        ("« The bridge is safe », the mayor said.", ("the mayor", "said", "« The bridge is safe »")),
        ("'The bridge is safe,' the mayor said.", ("the mayor", "said", "'The bridge is safe,'")),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_direct_quotation_has_its_source_and_cue(said, text, expected):
    rows = said(text)
    assert expected in [row.short for row in rows]
    assert next(row.kind for row in rows if row.short == expected) == "direct"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('The mayor said the bridge was "a disaster".', 'the bridge was "a disaster"'),
        ('The bridge is "a disaster," the mayor said.', 'The bridge is "a disaster,"'),
        ('The mayor called the bridge "a disaster".', 'the bridge "a disaster"'),
    ],
)
def test_a_fragment_in_marks_makes_a_mixed_content(said, text, content):
    row = next(row for row in said(text) if row.source)
    assert (row.contents, row.kind) == ([content], "mixed")


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "bridge of sighs" was closed on Monday.',
        'She played in "The Long Night" and in "Two Rivers" last year.',
        "He fixed the car’s brakes in the ’90s.",
    ],
)
def test_scare_quotes_and_titles_are_left_alone(said, text):
    assert [row for row in said(text) if row.kind != "indirect"] == []


def test_a_quotation_over_paragraphs_is_one_content(said):
    rows = said("“We came early,” the mayor said. “We waited.\n\n“Nobody else was there.\n\n“Then we left.”")
    assert len(rows[0].contents) == 4
    assert rows[0].source == "the mayor"


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            'Otto Brandt shut the door. "That was it." His wife Clara Brandt wept. "We gave it all."',
            ["Otto Brandt", "His wife Clara Brandt"],
        ),
        (
            'The mayor, Lena Oduya, pointed. "We will rebuild."\n\nA nurse nodded. "It was hot."',
            ["The mayor", "A nurse"],
        ),
        (
            'The driver, Jan Weber, grinned. "They all sing." A girl in green rolled her eyes. "He sings too."',
            ["Jan Weber", "A girl in green"],
        ),
        ('Inspector Leon Hartl lifts the rug. Water runs out. "It is old."', ["Inspector Leon Hartl"]),
        (
            'Behind her, neighbour Hugh Prentice laughs. "She burned the toast first."',
            ["neighbour Hugh Prentice"],
        ),
        ('"I am tired." Nora Beck put down her bag. "I was up at four."', ["Nora Beck", "Nora Beck"]),
    ],
)
def test_who_acts_before_a_quotation_without_a_cue_speaks(said, text, sources):
    assert [row.source.split(", ")[-1] if row.source else "Nora Beck" for row in said(text)] == sources


def test_a_quotation_without_a_cue_goes_on_with_its_speaker(said):
    rows = said('"The bridge is safe," the mayor said.\n\nThe crowd left the square.\n\n"We looked at it twice."')
    assert [row.source for row in rows if "twice" in row.contents[0]] == ["the mayor"]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Bridge will open in spring: mayor", ("mayor", ":", "Bridge will open in spring")),
        ("Mayor Brown: bridge will open in spring", ("Mayor Brown", ":", "bridge will open in spring")),
        ("Poll: Voters want a new bridge", ("Poll", ":", "Voters want a new bridge")),
    ],
)
def test_a_headline_names_its_speaker_by_a_colon(said, headline, expected):
    assert expected in [row.short for row in said("The bridge is closed.", headline=headline)]


@pytest.mark.parametrize("headline", ["Opinion: The bridge must open", "Live: Bridge opens after two years"])
def test_a_label_before_a_colon_is_no_speaker(said, headline):
    assert not [row for row in said("The bridge is closed.", headline=headline) if row.cue == ":"]


def test_a_signature_below_a_quotation_is_its_source(said):
    rows = said("“The bridge will never fall.”\n\n- Anna Brown, engineer.\n\nThe city has many bridges.")
    assert rows[0].short == ("Anna Brown", "-", "“The bridge will never fall.”")


def test_coordinated_cues_share_the_subject_further_left(said):
    rows = said("Brown did not say how many bridges were closed but said the number changed every day.")
    assert [(row.source, row.cue, row.status) for row in rows] == [
        ("Brown", "did not say", "not_said"),
        ("Brown", "said", "said"),
    ]
    assert rows[1].contents == ["the number changed every day"]


def test_a_participle_behind_the_content_is_a_cue_of_the_same_speaker(said):
    rows = said("The mayor said the bridge was safe, adding that engineers had looked at it.")
    assert [row.short for row in rows] == [
        ("The mayor", "said", "the bridge was safe"),
        ("The mayor", "adding", "that engineers had looked at it"),
    ]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The mayor rejected the idea that the firm was to blame, saying that it had worked well.", "saying"),
        ("The mayor said the firm welcomed the inquiry and added, “We have nothing to hide.”", "added"),
        ("The mayor said the firm welcomed the inquiry, adding, “We have nothing to hide.”", "adding"),
        ("The mayor praised the firm by pointing to the bridge on the river and adding that it was safe.", "adding"),
        ("The mayor seemed to like the bridge in Springfield, telling the crowd, “Some things take time.”", "telling"),
        ("Brown and Miller met the judges on Monday, the mayor said, but offered no details.", "offered"),
        ("Brown cannot say that “from his own desk,” the mayor added, saying it should be for judges.", "saying"),
    ],
)
def test_a_cue_behind_a_content_is_its_speakers(said, text, cue):
    assert {row.cue: row.source for row in said(text)}[cue].lower() == "the mayor"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor called the plan “rigged” on Tuesday.", "the plan “rigged” on Tuesday"),
        ("Carl Gray said that the bridge was safe, according to the local paper.", "that the bridge was safe"),
        ("Carl Gray said that the bridge was safe, though many doubt it.", "that the bridge was safe"),
        ("Carl Gray said that the bridge was safe, and he criticized the city.", "that the bridge was safe"),
    ],
)
def test_a_content_has_its_ends(said, text, content):
    assert [content] in [row.contents for row in said(text)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The driver was told by the police that the bridge was closed.", "the police"),
        ("The mayor told the driver that the bridge was closed.", "The mayor"),
        ("The engineer who said the bridge was safe has left.", "who"),
        ("Anna Brown and Carl Gray said the bridge was safe.", "Anna Brown and Carl Gray"),
        ("Officials said the bridge was safe.", "Officials"),
        ("A source close to the mayor said the bridge was safe.", "A source close to the mayor"),
        ("It was said that the bridge was safe.", None),
        ("The mayor, speaking in Oslo, wants to close the bridge.", "The mayor"),
        ("The mayor came to Oslo and promised to close the bridge.", "The mayor"),
        ("The mayor used her speech to say that the old bridge was safe.", "The mayor"),
        ("The mayor was joined by Carl Gray and said the bridge was safe.", "The mayor"),
        ("In addition to stating that the bridge was old, the mayor left for Oslo.", "the mayor"),
        ("The mayor repeated the claim that the new bridge was safe.", "The mayor"),
        ("Carl Gray raised the fear that the new bridge was unsafe.", "Carl Gray"),
        ("Several critics said the new bridge in Oslo was too dear.", "Several critics"),
    ],
)
def test_the_source_is_whoever_speaks(said, text, source):
    assert source in [row.source for row in said(text)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The mayor said the bridge was safe.", "said"),
        ("The mayor did not say that the bridge was safe.", "not_said"),
        ("The mayor never said that the bridge was safe.", "not_said"),
        ("The mayor declined to say whether the bridge was safe.", "not_said"),
        ("The mayor refused to comment on the plan.", "not_said"),
        ("The mayor offered no further details on the plan.", "not_said"),
        ("The mayor would say that the bridge was safe.", "hypothetical"),
        ("The mayor might argue that the bridge is safe.", "hypothetical"),
        ("The mayor plans to close the bridge.", "said"),
    ],
)
def test_what_was_not_said_is_flagged(said, text, status):
    assert said(text)[0].status == status


def test_a_nested_quotation_knows_its_holder(said):
    rows = said("The mayor said that engineers claimed that the bridge was safe.")
    outer, inner = rows
    assert (outer.source, outer.row.within) == ("The mayor", None)
    assert (inner.source, inner.cue, inner.row.within) == ("engineers", "claimed", 0)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The mayor said the bridge was closed last week, which surprised drivers.",
            "the bridge was closed last week",
        ),
        (
            "The mayor said the bridge was safe and the road would open.",
            "the bridge was safe and the road would open",
        ),
        (
            "The mayor said the bridge is safe today and criticized engineers who left.",
            "the bridge is safe today",
        ),
        (
            "The bridge is closed, the mayor said, but offered no details.",
            "The bridge is closed",
        ),
        ("If it rains, the bridge will close, the mayor said.", "If it rains, the bridge will close"),
    ],
)
def test_a_content_ends_where_the_writer_goes_on(said, text, content):
    assert content in [" … ".join(row.contents) for row in said(text)]


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("The mayor said the bridge was safe.", "speech"),
        ("The mayor believes the bridge is safe.", "thought"),
        ("The mayor plans to close the bridge.", "intention"),
        ("The mayor wants to close the bridge.", "desire"),
        ("The mayor fears that the bridge will fall.", "feeling"),
        ("The poll shows that voters want a bridge.", "evidence"),
    ],
)
def test_a_cue_has_its_sort(said, text, sort):
    assert said(text)[0].sort == sort


def test_a_forgotten_mark_costs_no_other_quotation(said):
    rows = said('"The bridge is safe, the mayor said.\n\nThe governor said the road was closed.')
    assert ("The governor", "said", "the road was closed") in [row.short for row in rows]


@pytest.mark.parametrize(
    "text", ["said", '"', ": :", "“", "SAID SAID SAID", "😀 said 😀", "He said.", "—", "according to", "'' '' ''"]
)
def test_odd_texts_are_no_error(said, text):
    assert isinstance(said(text), list)


def test_contents_stand_in_text_order_and_hold_their_own_words(said):
    rows = said('The mayor said no. "We wait," he said. Drivers fear that it will fall.')
    starts = [row.row.content[0].start for row in rows]
    assert starts == sorted(starts)
    assert all(0 <= row.row.confidence <= 1 for row in rows)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The bridge is far too old for us,”Gray said.", ("Gray", "said", "“The bridge is far too old for us,”")),
        ("Gray said,“Look, the bridge is old.”", ("Gray", "said", "“Look, the bridge is old.”")),
        ("According to Gray, “The bridge is old.”", ("Gray", "According to", "“The bridge is old.”")),
        ("In the end Gray shot back, “I never closed it.”", ("Gray", "shot", "“I never closed it.”")),
        ('From Gray\'s letter to the council: "We must close the bridge."', ("Gray's", ":", None)),
        (
            "“The bridge is too old,” Carl Gray, the engineer who built it, wrote on Monday.",
            ("Carl Gray", "wrote", None),
        ),
        ('"The bridge will never close again."\n\n-Carl Gray, speaking on Monday.', ("Carl Gray", None, None)),
    ],
)
def test_the_cue_of_a_quotation_is_told_by_its_place(said, text, expected):
    (row,) = said(text)
    content = expected[2] if expected[2] is not None else row.short[2]
    assert row.short == (expected[0], expected[1], content)
    assert row.kind == "direct"


def test_a_quotation_over_paragraphs_needs_no_new_opening_marks(said):
    (row,) = said("“We came early.\n\nThe doors were shut.\n\nNobody had told us,” Ms. Gray said.")
    assert row.source == "Ms. Gray"
    assert row.contents == ["“We came early.", "The doors were shut.", "Nobody had told us,”"]


def test_each_quotation_of_a_signed_list_has_its_own_speaker(said):
    rows = said('"We will build it." - Gray.\n\n"Nobody builds better." - Lee.\n\n"I have a plan." - Hart.')
    assert [row.source for row in rows] == ["Gray", "Lee", "Hart"]


def test_a_turn_takes_in_one_quotation_without_a_cue(said):
    rows = said("“We are late,” she said. “We are tired.” A door fell shut. “We are done.”")
    assert [row.contents for row in rows] == [["“We are late,”", "“We are tired.”"], ["“We are done.”"]]
    assert {row.source for row in rows} == {"she"}


def test_a_long_remark_of_the_writer_parts_two_quotations(said):
    tag = "she said, adding that nobody had told her of the meeting that the board had called for that very afternoon"
    where = "in the old hall behind the second bridge of the town"
    rows = [row for row in said(f"“We are late,” {tag} {where}. “We are tired.”") if row.kind == "direct"]
    assert [row.contents for row in rows] == [["“We are late,”"], ["“We are tired.”"]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The rule that voters “should always decide this for themselves” is old.", True),
        ("He walked from the “new” bridge to the “very old” one.", False),
        ("She hummed “The Old Bridge” all day.", False),
    ],
)
def test_a_quoted_clause_is_kept_and_scare_quotes_and_titles_are_not(said, text, found):
    assert bool(said(text)) is found


def test_a_quoted_fragment_leaves_the_cue_behind_it_to_its_own_content(said):
    rows = said("Gray, who called the plan “a joke,” said that the bridge was safe.")
    assert ("Gray", "said", "that the bridge was safe") in [row.short for row in rows]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The mayor has a long history of blaming the council for the old bridge.", "The mayor"),
        ("Friday, Gray, the mayor of Oslo, asked the council to close the bridge.", "Gray"),
        ("The bridge will close, a spokeswoman told The Daily Post.", "a spokeswoman"),
    ],
)
def test_sources_through_nouns_participles_and_addressees(said, text, source):
    assert [row.source for row in said(text)] == [source]


def test_what_somebody_thinks_within_what_somebody_says(said):
    rows = said("Gray said that the council believes that the bridge is safe.")
    outer, inner = sorted(rows, key=lambda row: row.row.within is not None)
    assert (outer.source, inner.source) == ("Gray", "the council")
    assert inner.row.within is not None


def test_a_name_behind_or_below_a_quotation_signs_it(said):
    text = '"We will rebuild it." Carl Gray, 45, Ohio.\n\n"Nobody builds it." Ann Lee.\n\n"I have a plan."\n\nMary Hart'
    assert [row.source for row in said(text)] == ["Carl Gray", "Ann Lee", "Mary Hart"]


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("She's said she gets her ideas from books.", "'s said", "She"),
        ("Jones, who's argued that rules bind nobody, left.", "'s argued", "who"),
        ("Jones wasn't so much saying that money wouldn't help as that it came late.", "saying", "Jones"),
        ("There were also letters that night showing that officials knew of the fire.", "showing", "letters"),
        (
            "Speaking at an event in Salem, New Hampshire, Jones went after Miller, calling him “a total bore.”",
            "calling",
            "Jones",
        ),
        ("It was a strong case, as Mrs. Miller echoed it, saying Jones was late.", "saying", "Mrs. Miller"),
    ],
)
def test_the_subject_is_found_where_an_auxiliary_or_a_clause_before_holds_it(said, text, cue, source):
    assert [row.source for row in said(text) if row.cue == cue] == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The senator emailed supporters saying: “The struggle goes on.”", "The senator"),
        ("Her campaign sent out a letter to voters stating, “We have won the state.”", "Her campaign"),
        ("The town is broke, according to a court document filed by state attorney Dave Smith.", "Dave Smith"),
        ("''Fred was a friend,'' Mr. Daniels, now 81 and retired in Boston, said by telephone.", "Mr. Daniels"),
        ("The party is split. It wasn't an accident — Ben Burk, an aide, told reporters that it lasted.", "Ben Burk"),
    ],
)
def test_the_source_is_who_made_or_sent_the_words(said, text, source):
    assert source in said(text)[-1].source


def test_a_clause_that_goes_on_behind_a_quotation_does_not_introduce_it(said):
    rows = said("Stone wrote to his followers, “It is time to go,” and shared a link to his page.")
    assert [row.short for row in rows] == [("Stone", "wrote", "“It is time to go,”")]


def test_a_paragraph_of_a_quotation_with_a_cue_of_its_own_is_said_once(parsed):
    text = "Anna Smith said: “We won.\n\n“We will win again,” she added.\n\nThe end was near."
    article, parse = parsed(text)
    found = find_quotations(article, parse)
    spans = sorted(span for said in found for span in said.content)
    assert [article.text[start:end] for start, end in spans] == ["“We won.", "“We will win again,”"]


def test_who_is_to_say_it_is_its_source(said):
    rows = said("“Nothing is easy,” the mayor will say, according to a draft of her speech.")
    assert ("the mayor", "will say") in [(row.source, row.cue) for row in rows]


def test_of_whom_a_quotation_speaks_is_not_who_speaks_next(said):
    rows = said("“It is hard,” Tom Barnes said. “But Anna Smith is able.”\n\n“I trust her.”")
    assert {row.source for row in rows} == {"Tom Barnes"}


@pytest.mark.parametrize(
    "text",
    ["The senators voted on Tuesday.", "The mayor spoke on Friday.", "The king prayed for rain on Monday."],
)
def test_a_day_is_not_what_is_said(said, text):
    assert not [row for row in said(text) if "day" in row.contents[0]]


@pytest.mark.parametrize("text", ["The mayor spoke to the Evening Star.", "Brown talked to reporters in Springfield."])
def test_who_is_spoken_to_is_not_what_is_said(said, text):
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Nils Brown was found dead on Monday.",
        "Two climbers were found unharmed.",
        "Brown was named player of the year on Friday.",
        "Brown was elected mayor of Springfield.",
        "Brown is expected to speak in Springfield.",
    ],
)
def test_who_is_found_or_named_by_nobody_quotes_nobody(said, text):
    assert said(text) == []


def test_what_is_said_without_a_name_is_a_statement_if_a_clause_tells_it(said):
    (row,) = said("It was announced that the bridge would open in spring.")
    assert (row.source, row.contents) == (None, ["that the bridge would open in spring"])


@pytest.mark.parametrize(
    "text",
    [
        'Brown was quoted as saying that the coach was "finished".',
        "Brown was cited by the newspaper as saying that the coach was finished.",
    ],
)
def test_who_is_quoted_speaks_once(said, text):
    (row,) = said(text)
    assert (row.source, row.cue) == ("Brown", "saying")


@pytest.mark.parametrize(("text", "answer"), [("Brown said no.", "no"), ("the board answered yes.", "yes")])
def test_a_word_of_answer_is_a_content(said, text, answer):
    (row,) = said(f"Asked whether the bridge would open, {text}")
    assert row.contents == [answer]


def test_a_word_of_answer_may_stand_as_an_adverb(said):
    (row,) = said("Asked if he had burned the files, Brown said yes. His brother left.")
    assert row.contents == ["yes"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Here is all that is known: one bridge is shut, police say.", "one bridge is shut"),
        ("The thing to keep in mind: the port is open, according to Brown.", "the port is open"),
        ("A word on where we stand: the port is open, police say.", "the port is open"),
        ("According to Brown, two ports: Oslo and Bergen.", "two ports: Oslo and Bergen"),
    ],
)
def test_a_lead_in_is_no_part_of_what_is_said(said, text, content):
    assert " … ".join(said(text)[0].contents) == content


def test_a_title_is_not_what_its_star_is_called(said):
    assert said('The director cast Lia Monn, star of "Nine Rooms".') == []
    (row,) = said('The director called Lia Monn "a star of the screen".')
    assert row.source == "The director"


def test_what_is_done_in_view_of_something_is_nobodys_view(said):
    assert said("In view of the storm, trains stopped. They stood in the view of the camera.") == []


def test_a_clause_before_a_colon_is_part_of_what_is_said(said):
    text = "The town takes the same way: it waits for the state, Brown said."
    assert said(text)[0].contents[0].startswith("The town takes")


def test_what_nobody_is_said_to_have_asked_is_no_row(said):
    assert said("Asked whether the bridge was safe, the mayor left.") == []


@pytest.mark.parametrize(
    "text",
    [
        'Iris Dahl criticised Karl Benn for saying that teachers were "on holiday".',
        'Iris Dahl was furious with Karl Benn for saying that teachers were "on holiday".',
        'The Post quoted Karl Benn as saying that teachers were "on holiday".',
        'Iris Dahl thanked Karl Benn for saying that teachers were "on holiday".',
        'Iris Dahl reprimanded Karl Benn for calling the homeless "an eyesore".',
        'Iris Dahl accused Karl Benn of saying that teachers were "on holiday".',
    ],
)
def test_the_words_of_the_criticised_are_his(said, text):
    (row,) = said(text)
    assert row.source == "Karl Benn" and row.cue in ("saying", "calling")


def test_the_words_of_one_who_is_criticised_by_somebody_are_his(said):
    (row,) = said('Bishop Karl Benn has been scolded by campaigners for describing the marchers as "a rabble".')
    assert (row.source, row.cue) == ("Bishop Karl Benn", "describing")


def test_a_claim_that_somebody_is_attacked_over_is_his(said):
    (row,) = said('Iris Dahl attacked Karl Benn over his claim that the hospital was "the best in town".')
    assert (row.source, row.cue) == ("Karl Benn", "claim")
    (row,) = said('Dee Hartman denounced Sheriff Roy Plank over his remark that migrants were "vermin".')
    assert (row.source, row.contents) == ("Sheriff Roy Plank", ['that migrants were "vermin"'])
    (row,) = said('Parents criticised headteacher Lee Garrow over his remark that pupils were "lazy by nature".')
    assert (row.source, row.cue) == ("headteacher Lee Garrow", "remark")
    (row,) = said('Iris Dahl was furious at Karl Benn\'s remark that voters were "a burden".')
    assert (row.source, row.cue) == ("Karl Benn's", "remark")
    rows = said("Karl Benn lost the vote over his claim that the hospital was full.")
    assert "his" in [row.source for row in rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor was urged by engineers to close the bridge.", ("engineers", "The mayor … to close the bridge")),
        ("Carl Gray was blamed by the mayor for the delay.", ("the mayor", "Carl Gray … for the delay")),
        ("While critics doubt it, the bridge is safe, according to the mayor.", ("the mayor", "the bridge is safe")),
        ("The plan seems to fail.", (None, "The plan … to fail")),
        ("The mayor was heard saying that the bridge was safe.", ("The mayor", "that the bridge was safe")),
    ],
)
def test_a_construction_has_its_content_and_source(said, text, expected):
    assert [(row.source, " … ".join(row.contents)) for row in said(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He called it “a sham,” an odd remark about a law.", ("He", "called", "it “a sham,”")),
        ("He called it “a sham,” the law of the year.", ("He", "called", "it “a sham,”")),
        ("Mr. Orr deflected questions before saying, “It is late.”", ("Mr. Orr", "saying", "“It is late.”")),
        ("Mr. Orr deflected questions before saying, “It is late.”", ("Mr. Orr", "deflected", "questions")),
        ("Ann Holm confirmed the news in an email.", ("Ann Holm", "confirmed", "the news")),
        ("Ann Holm criticized the plan on MSNBC.", ("Ann Holm", "criticized", "the plan")),
        ("Ann Holm criticized the plan in its old form.", ("Ann Holm", "criticized", "the plan in its old form")),
        ("“The city deserves it,” he wrote that day.", ("he", "wrote", "“The city deserves it,”")),
        ("It drew anger (“I want my money back,” wrote Ed Nelson).", ("Ed Nelson", "wrote", "“I want my money back,”")),
        ("Ann Holm left after her comment that, “We will win.”", ("her", "comment", "“We will win.”")),
        (
            "He said legalizing it could put many people to work.",
            ("He", "said", "legalizing it could put many people to work"),
        ),
        ("It was “nothing nice” about Mrs. Berg: “I detest her.”", (None, ":", "“I detest her.”")),
    ],
)
def test_a_content_begins_and_ends_with_what_is_said(said, text, expected):
    assert expected in [row.short for row in said(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "She shouted on Tuesday, telling CNN that Holm is a “faker” and questioning how he has won.",
            [("telling", "that Holm is a “faker”"), ("questioning", "how he has won")],
        ),
        (
            "She told CNN that Holm was lying and that he had won.",
            [("told", "that Holm was lying and that he had won")],
        ),
        (
            "A dark tone, she said, would open it and “widen the talk.”",
            [("said", "would open it and “widen the talk.”")],
        ),
        (
            "The answer, the banker told them, was simple. ''Just put your money in gold,'' he said.",
            [("told", "was simple"), ("said", "''Just put your money in gold,''")],
        ),
    ],
)
def test_what_goes_on_behind_a_content_is_told_apart(said, text, expected):
    assert [(row.cue, row.contents[-1]) for row in said(text)] == expected


def test_a_relative_clause_right_before_the_mark_tells_who_speaks(reading) -> None:
    result = reading('Peter Hall demanded an apology from the Harbour Union, which replied: "Never again, sir!"')
    names = {entity.entity_id: entity.name for entity in result.cast.entities}
    (n,) = [n for n, row in enumerate(result.quotations) if row.kind == "direct"]
    assert [names[key] for key in result.sources[n]] == ["Harbour Union"]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Ida Berg denied Jan Weber's claim that the bridge was unsafe.", "Jan Weber's", "that the bridge was unsafe"),
        (
            "The dean sent a letter disputing the accusation by Acme Corp that students had lied.",
            "Acme Corp",
            "that students had lied",
        ),
        ("Ida Berg repeated her claim that the bridge was unsafe.", "her", "that the bridge was unsafe"),
    ],
)
def test_a_claim_is_whose_it_is_not_who_rebuts_it(said, text, source, content):
    assert (source, content) in [(row.source, row.contents[-1]) for row in said(text)]


def test_who_answers_claims_of_nobody_named_makes_none(said):
    assert all(row.cue != "claims" or row.source is None for row in said("Berg denied claims that the bridge fell."))


def test_what_somebody_else_says_ends_a_content(said):
    rows = said("Ann Holm said the plan was dead, and Bo Lind himself said on Monday that Holm was wrong.")
    assert [row.short for row in rows] == [
        ("Ann Holm", "said", "the plan was dead"),
        ("Bo Lind himself", "said", "that Holm was wrong"),
    ]
    (row,) = said("Ann Holm said the plan was dead, and that Bo Lind said so.")
    assert row.contents == ["the plan was dead, and that Bo Lind said so"]


@pytest.mark.parametrize(
    ("headline", "text", "expected"),
    [
        (
            "Mayor plans tax",
            "The mayor unveiled a tax which grocer Lena Moor said would hurt shops.",
            ("grocer Lena Moor", "said", "which … would hurt shops"),
        ),
        (
            "Minister to quit",
            "Sources close to the minister say she will quit.",
            ("Sources close to the minister", "say", "she will quit"),
        ),
        (
            "County weighs new crossing",
            "The bridge, engineer Per Olsen says, was never meant to carry lorries.",
            ("engineer Per Olsen", "says", "The bridge … was never meant to carry lorries"),
        ),
        (
            "Rift",
            "President Ida Moyo was annoyed with her deputy, Sam Kato, for telling farmers that the drought was over.",
            ("her deputy", "telling", "that the drought was over"),
        ),
        (
            "Bishop under fire",
            'Bishop Alan Croy drew criticism from senator Lena Sato for suggesting that refugees were "a burden".',
            ("Bishop Alan Croy", "suggesting", 'that refugees were "a burden"'),
        ),
        (
            "Man held",
            "A man who neighbours said had lived alone was arrested.",
            ("neighbours", "said", "who … had lived alone"),
        ),
        (
            "Row",
            'Premier Luca Serra defended minister Eva Conti for saying that the strike was "immoral".',
            ("minister Eva Conti", "saying", 'that the strike was "immoral"'),
        ),
    ],
)
def test_who_speaks_is_found_where_the_parser_lost_the_verb(said, headline, text, expected):
    assert expected in [row.short for row in said(text, headline)]


def test_a_firm_speaks_by_what_it_is(reading):
    found = reading("“We are sorry,” the bridge's builder, Hallmark Steel, wrote on LinkedIn.", headline="Bridge")
    names = {entity.entity_id: entity.name for entity in found.cast.entities}
    assert [names[key] for key in found.sources[0]] == ["Hallmark Steel"]


def test_what_somebody_was_told_is_no_cue(said):
    (row,) = said("“It's over,” a person briefed on the talks told the Gazette.", "Talks over")
    assert row.short == ("a person", "told", "“It's over,”")


def test_a_relative_clause_is_not_what_is_said(said):
    rows = said("The minister never confirmed an attack that hit the port on Monday.")
    assert all("that hit the port" not in row.contents[0][:20] for row in rows)
    assert said("Holm confirmed that the port was hit.")[0].contents == ["that the port was hit"]


def test_what_they_call_something_is_what_they_say_of_it(said):
    (row,) = said('He marched against what they call the "fraudulent" vote of Monday.')
    assert row.contents == ['the "fraudulent" vote of Monday']


def test_words_around_a_saying_with_a_programme_are_what_is_said(said):
    (row,) = said(
        "The impunity with which the planes struck targets in Damascus, Jan Weber said on “Oslo News Sunday,” undercut "
        "the argument of the U.S. military that Syrian air defenses would pose a formidable risk to a no-fly zone."
    )
    assert row.source == "Jan Weber"
    assert [content.split()[0] for content in row.contents] == ["The", "undercut"]


def test_a_thing_that_falls_or_gets_better_brings_no_quotation(said):
    assert said('"I will fight for you!" the balloons rained on the crowd.')[0].source is None
    assert said('"I will fight for you!" the mayor roared at the crowd.')[0].source == "the mayor"
    assert said('"I will fight for you!" a voice roared.')[0].source == "a voice"


def test_a_question_before_its_answer_is_not_what_is_answered(said):
    rows = said('Asked if he thought Holm to be "formidable," Lind said, "Very much so."')
    assert ("Lind", "said", '"Very much so."') in [row.short for row in rows]


def test_a_mark_at_the_end_of_its_paragraph_opens_the_next_one(said):
    (row,) = said('"You are lying," Holm said. "\n\nSo Harry Lind is simply wrong."')
    assert row.short == ("Holm", "said", '"You are lying," … So Harry Lind is simply wrong."')


def test_who_opens_a_headline_and_praises_says_what_it_quotes(reading):
    found = reading("Ann Holm praised Jan Weber in Oslo.", headline="Ann Holm Praises Jan Weber: 'Very Good Man'")
    text = found.article.text
    assert [text[row.source.start : row.source.end] for row in found.quotations if row.rule == "label"] == ["Ann Holm"]


def test_what_a_thing_suggests_is_evidence(said):
    assert said("The calculations suggest that half of the towns have a bridge.")[0].sort == "evidence"
    assert said("The officials suggest that half of the towns have a bridge.")[0].sort == "speech"


def test_the_title_of_a_programme_makes_no_mixed_content(said):
    (row,) = said("Ann Holm said that she had seen the mayor on “Oslo This Week” in May.")
    assert row.kind == "indirect"


def test_a_title_alone_between_marks_is_nobodys_words(said):
    assert said('"Glass Harbour," which opens on Friday, is a comedy.') == []
    assert [row.contents for row in said('"We Are Closed!" The baker locked the door.')] == [['"We Are Closed!"']]


def test_what_it_is_described_as_is_told_once(said):
    (row,) = said("The owner described the house as 'haunted'.")
    assert row.contents == ["the house as 'haunted'"]
    (row,) = said("The house was described by its owner as haunted.")
    assert row.source == "its owner"


def test_what_a_paper_says_somebody_said_is_told_apart(said):
    rows = said("According to the paper, he said that the players had slept.")
    assert [(row.source, row.contents[-1]) for row in rows] == [
        ("the paper", "he said that the players had slept"),
        ("he", "that the players had slept"),
    ]


def test_a_firm_beside_what_it_is_to_another_speaks(reading) -> None:
    result = reading('"We see no risk," the firm\'s parent, Hallam Holdings, told Reuters.')
    names = {entity.entity_id: entity.name for entity in result.cast.entities}
    assert [[names[key] for key in keys] for keys in result.sources] == [["Hallam Holdings"]]
