"""A text -> headline, byline, dateline, paragraphs, furniture."""

import textwrap
from datetime import date
from pathlib import Path

import pytest

from analysis import read_text
from analysis.article.layout import lay_out
from analysis.readers import count_words
from analysis.records import Span

LIBYA = Path(__file__).resolve().parents[1] / "data" / "articles" / "libya-ceasefire.txt"
LEAD = "The ferry company said on Monday that it would cut its fares by a third for islanders."
SECOND = "Islanders have asked for lower fares for more than ten years, without any success."


def page(*blocks):
    return lay_out("\n\n".join(blocks), article_id="a")


def words(article, spans):
    return [article.text[start:end] for start, end in spans]


def test_the_wire_story_is_laid_out():
    text = LIBYA.read_bytes().decode("utf-8")
    article = lay_out(text, article_id="libya")
    assert article.text == text
    assert words(article, [article.headline]) == ["'Too early' to say Libya ceasefire collapsed: Turkey"]
    assert words(article, article.furniture) == ["2 min"]
    assert (article.dateline.place, article.dateline.agency, article.dateline.date) == ("Ankara", "AFP", None)
    assert len(article.paragraphs) == 14
    assert words(article, article.paragraphs)[0].startswith("Turkey said Wednesday")


@pytest.mark.parametrize(
    "headline",
    [
        "Ferry fares to fall by a third",
        "'Too dear': islanders on ferry fares",
        "Ferries: who pays?",
        "FERRY FARES TO FALL - MINISTER",
        "UPDATE 2-Ferry fares to fall, minister says",
        "CORRECTED-Ferry fares to fall",
        "Ferry Fares To Fall By a Third.",
        "Ferry company cuts fares for islanders.",
        "Surprise: ferry fares fall",
        "“It is about time”",
        "Obi resigns. Fares Fall. What Next?",
    ],
)
def test_headlines(headline):
    article = page(headline, LEAD, SECOND)
    assert words(article, [article.headline]) == [headline]
    assert words(article, article.paragraphs) == [LEAD, SECOND]


@pytest.mark.parametrize(
    "blocks",
    [
        [LEAD],
        [LEAD, SECOND],
        ["OSLO (AP) — " + LEAD, SECOND],
        ["OSLO, March 3 (Reuters) - " + LEAD, SECOND],
        ["She was late. She said so.", SECOND],
        ["It was raining.", LEAD],
    ],
)
def test_a_story_without_headline_has_none(blocks):
    article = page(*blocks)
    assert article.headline is None
    assert len(article.paragraphs) == len(blocks)


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("By JANE DOE and JOHN ROE", "JANE DOE and JOHN ROE"),
        ("By Jane Doe, The Associated Press", "Jane Doe"),
        ("By Jane Doe | The Island Post", "Jane Doe"),
        ("By Jane Doe in Ankara", "Jane Doe"),
        ("by Ludwig van der Berg", "Ludwig van der Berg"),
        ("Byline: Jane Doe.", "Jane Doe"),
        ("Jane Doe, Staff Writer", "Jane Doe"),
        ("Jane Doe, Chief Political Correspondent", "Jane Doe"),
    ],
)
def test_bylines(line, byline):
    article = page("Ferry fares to fall", line, LEAD, SECOND)
    assert article.byline == byline
    assert words(article, article.paragraphs) == [LEAD, SECOND]
    assert words(article, article.furniture) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "By Monday evening nobody had paid.",
        "By Tuesday John Roe had paid.",
        "By John Roe's account, nobody paid.",
        "Ada Obi, the editor of the paper, resigned.",
    ],
)
def test_sentences_are_no_bylines(line):
    article = page("Ferry fares to fall", line, LEAD, SECOND)
    assert article.byline is None
    assert words(article, article.paragraphs) == [line, LEAD, SECOND]


def test_who_reported_signs_where_nobody_else_does():
    credit = "(Reporting by Jane Doe in Oslo; Editing by John Roe)"
    article = page("Ferry fares to fall", LEAD, SECOND, credit)
    assert article.byline == "Jane Doe"
    assert words(article, article.furniture) == [credit]


@pytest.mark.parametrize(
    "line",
    [
        "2 min",
        "3 min read",
        "Reading time: 4 minutes",
        "Advertisement",
        "ADVERTISEMENT",
        "Share this",
        "Share on Facebook",
        "Read more: Ferry fares through the years",
        "RELATED: Ferry fares through the years",
        "(Adds details, quotes)",
        "(Recasts, adds quotes)",
        "(This story corrects the name in paragraph 4)",
        "Corrects spelling in paragraph 3.",
        "See FERRY, Page A4",
        "(MORE TO FOLLOW)",
        "A ferry. REUTERS/Ann Poe",
        "Follow Jane Doe on Twitter @jdoe.",
        "(Updates with minister's reaction in paragraph 4)",
        "—30—",
        "-30-",
        "###",
        "* * *",
        "___",
        "ENDS",
        "(more)",
        "Continued on page A4",
        "Page 2 of 3",
        "© 2020 The Island Post. All rights reserved.",
        "Copyright 2020 The Island Post",
        "All rights reserved. This material may not be published.",
        "Photo: Jane Doe/The Island Post",
        "A ferry leaves the harbour on Monday. (AP Photo/Jane Doe)",
        "A ferry leaves the harbour. REUTERS/Jane Doe/File Photo",
        "OSLO, NORWAY - MARCH 03: A ferry leaves. (Photo by Jane Doe/Getty Images)",
        "FILE PHOTO: A ferry leaves the harbour.",
        "Correction: An earlier version of this story gave the wrong fare.",
        "This story has been updated to include the minister's reaction.",
        "Sign up for our newsletter.",
        "Chat with us on your phone. Find out what goes on in the islands on every day of the year.",
        "Subscribe to The Island Post today.",
        "Follow @islandpost",
        "jane.doe@island.example",
        "Story continues below",
        "Jane Doe contributed to this report.",
        "Associated Press writer John Roe in Bergen contributed to this report.",
        "Additional reporting by John Roe",
        "Updated 4:15 p.m. ET",
        "March 3, 2020",
        "Published: 3 March 2020, 10:15 GMT",
        "Tuesday, March 3, 2020",
        "The post Ferry fares to fall appeared first on The Island Post.",
    ],
)
def test_furniture_is_in_no_paragraph(line):
    article = page("Ferry fares to fall", LEAD, line, SECOND)
    assert words(article, article.furniture) == [line]
    assert words(article, article.paragraphs) == [LEAD, SECOND]


@pytest.mark.parametrize(
    "line",
    [
        "Watch out for the fares, the minister told the islanders on Monday, or they will rise again.",
        "Share prices fell after the company spoke.",
        "Email from the minister showed that she knew.",
        "Photographs of the ferry were shown to the court on Monday by the prosecution, which said they were real.",
        "More than ten ferries lay idle.",
        "On Twitter, the minister said that she would stay.",
        "The post that he wrote on Monday appeared on several screens, and the crew saw it too.",
        "Correction officers were on board.",
        "Ten people came.",
        "Why?",
        "“No.”",
    ],
)
def test_sentences_are_no_furniture(line):
    article = page("Ferry fares to fall", LEAD, line, SECOND)
    assert words(article, article.paragraphs) == [LEAD, line, SECOND]


def test_a_subhead_is_furniture_and_a_list_is_not():
    article = page("Ferry fares to fall", LEAD, "A long dispute", SECOND, LEAD)
    assert words(article, article.furniture) == ["A long dispute"]
    article = page("Ferry fares to fall", LEAD, "Adults: ten crowns", "Children: five", "Dogs: one", SECOND, LEAD)
    assert len(article.paragraphs) == 6


def test_a_stamp_gives_the_day_where_nobody_said_it():
    article = page("Ferry fares to fall", "Published: 3 March 2020", LEAD, SECOND)
    assert article.published == date(2020, 3, 3)
    assert lay_out(article.text, article_id="a", published=date(2020, 3, 4)).published == date(2020, 3, 4)


def test_the_first_paragraph_begins_behind_the_dateline():
    article = page("Ferry fares to fall", "By Jane Doe", "OSLO, March 3 (Reuters) - " + LEAD, SECOND)
    assert words(article, article.paragraphs) == [LEAD, SECOND]
    assert article.text[article.dateline.start : article.dateline.end] == "OSLO, March 3 (Reuters)"


def test_wrapped_lines_are_joined_and_blank_lines_part_paragraphs():
    text = (
        "FERRY FARES TO FALL BY A THIRD\nBy Jane Doe\n\n"
        "The ferry company said on Monday that it would cut its fares by a\n"
        "third for islanders, who have asked for it for more than ten years\n"
        "without any success at all.\n\n"
        "Others will pay what they pay today, and so will their dogs, which\n"
        "the company called a matter of fairness in a statement it published\n"
        "in the evening.\n"
    )
    article = lay_out(text, article_id="a")
    assert words(article, [article.headline]) == ["FERRY FARES TO FALL BY A THIRD"]
    assert article.byline == "Jane Doe"
    assert [paragraph.count("\n") for paragraph in words(article, article.paragraphs)] == [2, 2]


def test_a_headline_longer_than_the_lines_of_a_short_story_does_not_part_them():
    story = textwrap.wrap("The ferry company said on Monday that it would cut its fares by a third for islanders.", 40)
    text = "Ferry fares to fall by a third; islanders cheer as the company gives way\n\n" + "\n".join(story)
    article = read_text(text)
    assert words(article, article.paragraphs) == ["\n".join(story)]


def test_wrapped_paragraphs_may_be_told_by_their_indentation():
    lines = (
        "    The ferry company said on Monday that it would cut its fares by",
        "a third for islanders, who have asked for it for more than ten years",
        "without any success at all, a spokeswoman for the company has said.",
        "    Others will pay what they pay today, and so will their dogs, all",
        "of which the company called a matter of fairness in a statement that",
        "it published in the evening, when most of its offices were shut.",
    )
    article = lay_out("\n".join(lines), article_id="a")
    assert len(article.paragraphs) == 2


def test_one_paragraph_a_line_needs_no_blank_lines():
    article = lay_out("\n".join(["Ferry fares to fall", LEAD, SECOND, LEAD]), article_id="a")
    assert len(article.paragraphs) == 3
    assert words(article, [article.headline]) == ["Ferry fares to fall"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_line_ends_of_every_kind(end):
    text = end.join(["Ferry fares to fall", "", LEAD, "", SECOND, ""])
    article = lay_out(text, article_id="a")
    assert article.text == text
    assert words(article, article.paragraphs) == [LEAD, SECOND]


def test_a_known_headline_is_kept_and_an_empty_one_means_none():
    text = f"{LEAD}\n\n{SECOND}"
    assert lay_out(text, article_id="a", headline=Span(0, len(LEAD))).headline == (0, len(LEAD))
    assert lay_out(f"Fares\n\n{LEAD}", article_id="a", headline=Span(0, 0)).headline is None


def test_a_dateline_may_stand_behind_the_lines_below_a_headline():
    article = page("Ferry fares to fall", "Islanders cheer a long-awaited cut.", "OSLO - " + LEAD, SECOND)
    assert article.dateline.place == "OSLO"
    assert words(article, article.paragraphs) == ["Islanders cheer a long-awaited cut.", LEAD, SECOND]


def test_marks_of_direction_hide_neither_a_full_stop_nor_a_dateline():
    article = page("\u202bOSLO (Reuters) - " + LEAD + "\u202c\u200f", SECOND + "\u200e")
    assert article.headline is None
    assert (article.dateline.place, article.dateline.agency) == ("OSLO", "Reuters")
    assert words(article, article.paragraphs) == [LEAD, SECOND]


def test_words_are_those_of_headline_and_body_as_a_reader_counts_them():
    article = page("Ferry fares to fall", "2 min read", "OSLO (Reuters) - The ferry doesn't cost 3,000 crowns - yet.")
    assert count_words(article) == 4 + 7


@pytest.mark.parametrize("text", ["2 min", "By Jane Doe\n\n2 min read\n\nPublished 3 May 2020"])
def test_page_furniture_alone_is_no_article(text):
    with pytest.raises(ValueError, match="no article"):
        read_text(text)
