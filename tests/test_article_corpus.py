"""Folders, tables and archives -> articles one by one, each under its own id."""

import json
import os
import re
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from analysis.article import read_corpus, read_frame

LEAD = "The ferry company said on Monday that it would cut its fares by a third for the islanders."
SECOND = "The islanders have asked for lower fares for more than ten years, and they were not heard."
STORY = f"Ferry fares to fall\n\n{LEAD}\n\n{SECOND}\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b" / "c").mkdir(parents=True)
    (tmp_path / ".hidden").mkdir()
    for name in ("z.txt", "a.txt", "b/a.txt", "b/c/d.md"):
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    (tmp_path / ".hidden" / "x.txt").write_text(STORY)
    (tmp_path / "b" / "photo.png").write_bytes(b"\x89PNG")
    (tmp_path / "notes.doc").write_bytes(b"x")
    return tmp_path


def ids(articles):
    return [article.article_id for article in articles]


def test_a_folder_is_read_in_order_with_its_folders(folder):
    said = []
    articles = list(read_corpus([folder], say=said.append))
    assert ids(articles) == ["a", "b/a", "b/c/d", "z"]
    assert said == ["passed over: 1 .doc, 1 .png"]
    assert not any(article.problems for article in articles)


def test_articles_come_one_by_one(folder):
    articles = read_corpus([folder])
    first = next(articles)
    (folder / "z.txt").write_bytes(b"")
    assert first.article_id == "a"
    assert [article.article_id for article in articles if article.problems] == ["z"]


def test_a_bad_article_is_a_row_with_its_problem(folder):
    (folder / "bad.json").write_text("{")
    bad = next(article for article in read_corpus([folder]) if article.article_id == "bad")
    assert bad.text == "" and bad.paragraphs == ()
    assert bad.problems[0].stage == "reading" and "no JSON" in bad.problems[0].message


@pytest.mark.parametrize(
    "text",
    [
        "Die Reederei senkt die Preise. Das teilte das Unternehmen am Montag auf der Insel mit. " * 5,
        "Warga desa itu berkumpul di lapangan pada pagi hari untuk membahas rencana pembangunan jembatan baru yang "
        "akan menghubungkan dua wilayah tersebut menurut kepala desa yang hadir bersama para tokoh kemarin sore.",
        "Di ferry company don tok say dem go cut di moni wey pipo dey pay to cross go di island. Di mayor tell tori "
        "pipo say im dey happy, but fishermen dey fear say di boats go full wit motor.",
    ],
    ids=["German", "Indonesian, of which the library is less sure", "Nigerian Pidgin"],
)
def test_an_article_in_another_language_keeps_its_text_and_no_paragraphs(text, tmp_path):
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (article,) = read_corpus([tmp_path])
    assert article.text == text and article.paragraphs == () and article.headline is None
    assert "not in English" in article.problems[0].message


def test_a_story_that_is_a_table_of_figures_is_english(tmp_path):
    figures = "Year\nAvg shrs 12 mln vs 9 mln\nRevs 64 mln vs 52 mln\nPay April 12\nTurnover 12 mln stg vs 9 mln\n"
    figures += "Pretax profit 5 mln stg vs 4 mln\nShr loss 12 dlrs vs profit 9 cts\n"
    (tmp_path / "a.txt").write_text(f"Harbour Ferries year results\n\n{figures}", encoding="utf-8")
    (article,) = read_corpus([tmp_path])
    assert article.paragraphs and not article.problems


def test_one_id_for_two_inputs_is_an_error_that_names_both(folder):
    (folder / "a.md").write_text(STORY)
    with pytest.raises(ValueError, match=r"'a': .*a\.md and .*a\.txt"):
        read_corpus([folder])
    with pytest.raises(ValueError, match=r"'a': .*a\.txt and .*b.a\.txt"):
        read_corpus([folder / "a.txt", folder / "b" / "a.txt"])
    with pytest.raises(ValueError, match=r"z\.txt is given twice"):
        read_corpus([folder / "z.txt", folder / "z.txt"])


def test_what_is_not_there_is_said_at_once(folder):
    with pytest.raises(ValueError, match="no such file"):
        read_corpus([folder / "missing.txt"])
    with pytest.raises(ValueError, match=r"unknown suffix '\.doc'"):
        read_corpus([folder / "notes.doc"])


def test_metadata_goes_before_the_day_of_all(folder, tmp_path_factory):
    metadata = tmp_path_factory.mktemp("meta") / "m.csv"
    metadata.write_text("article_id,published,url,outlet\na,2020-03-03,http://i.example,The Post\nb/a,,,\nnobody,,,\n")
    said = []
    articles = {
        a.article_id: a for a in read_corpus([folder], metadata=metadata, published="2020-01-01", say=said.append)
    }
    assert (articles["a"].published, articles["a"].url, articles["a"].outlet) == (
        date(2020, 3, 3),
        "http://i.example",
        "The Post",
    )
    assert articles["b/a"].published == date(2020, 1, 1)
    assert said[-1] == "metadata of 1 article not there, such as 'nobody'; there is 'a'"


def test_the_day_of_the_metadata_dates_the_dateline(tmp_path):
    story = tmp_path / "a.txt"
    story.write_text(f"Ferry fares to fall\n\nOSLO, June 3 (NPA) - {LEAD}\n\n{SECOND}\n")
    (metadata := tmp_path / "m.csv").write_text("article_id,published\na,2024-06-04\n")
    (article,) = read_corpus([story], metadata=metadata)
    assert article.dateline.date == "2024-06-03"


def test_a_folder_without_articles_is_an_error_that_names_it(tmp_path):
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")
    with pytest.raises(ValueError, match=rf"no article in {tmp_path}; read are files with .*\.csv"):
        read_corpus([tmp_path])


def test_the_column_of_the_texts_can_be_named(tmp_path):
    (tmp_path / "a.csv").write_text(f"nr;Wording\n1;{LEAD}\n2;{SECOND}\n3;\n")
    first, second, third = read_corpus([tmp_path / "a.csv"], text="wording")
    assert (first.text, second.text) == (LEAD, SECOND)
    assert third.problems[0].message == "it is empty"


def test_a_row_without_text_keeps_its_id(tmp_path):
    (tmp_path / "a.csv").write_text(f"id;text\nx;{LEAD}\ny;\n")
    assert ids(read_corpus([tmp_path / "a.csv"])) == ["x", "y"]


def test_a_table_without_a_column_of_texts_is_one_problem_not_one_a_row(tmp_path):
    (tmp_path / "a.csv").write_text(f"nr;Wording\n1;{LEAD}\n2;{SECOND}\n")
    (article,) = read_corpus([tmp_path / "a.csv"])
    assert "no text in a field 'text'" in article.problems[0].message
    assert "'nr', 'Wording'" in article.problems[0].message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id,published\na,2020-03-03\n", "a column 'article_id' is needed"),
        ("", "a column 'article_id' is needed"),
        ("article_id,published\na,soon\n", "line 2: 'soon' is not a day"),
        ("article_id\na\na\n", "line 3: 'a' stands there twice"),
    ],
)
def test_metadata_that_cannot_be_read(folder, tmp_path_factory, text, message):
    metadata = tmp_path_factory.mktemp("meta") / "m.csv"
    metadata.write_text(text)
    with pytest.raises(ValueError, match=message):
        read_corpus([folder], metadata=metadata)


def test_files_of_several_articles_use_their_ids_or_number_them(tmp_path):
    rows = [{"text": STORY, "id": 7}, {"text": STORY}, {"words": ""}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    articles = list(read_corpus([tmp_path]))
    assert ids(articles) == ["7", "a-2", "a-3"]
    assert "no text in a field" in articles[2].problems[0].message
    (tmp_path / "b.json").write_text(json.dumps(rows[:2]))
    articles = list(read_corpus([tmp_path]))
    assert ids(articles) == ["7", "a-2", "a-3", "7-2", "b-2"]
    assert re.search(r"its id '7' is that of an article before it, in .*a\.jsonl", articles[3].problems[0].message)
    assert articles[3].text == STORY and articles[3].paragraphs == ()


def test_a_row_whose_id_is_taken_costs_a_row_whatever_ids_there_are():
    frame = pd.DataFrame({"text": [LEAD] * 5, "id": ["7", "7", "7-2", "7", "8"]})
    articles = list(read_frame(frame))
    assert ids(articles) == ["7", "7-2", "7-2-2", "7-3", "8"]
    assert [article.article_id for article in articles if not article.problems] == ["7", "8"]


def test_a_bad_line_costs_a_row_not_the_lines_behind_it(tmp_path):
    good = json.dumps({"text": LEAD}).encode()
    lines = [good, b'{"text": ', b"[1]", b'{"text": "\xff"}', b"[" * 100_000, b"1" * 5_000, good]
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(lines))
    articles = list(read_corpus(tmp_path))
    assert [bool(article.problems) for article in articles] == [False, True, True, True, True, True, False]
    assert "line 2 is no JSON" in articles[1].problems[0].message
    assert "holds list where an object" in articles[2].problems[0].message


def test_an_item_that_is_no_object_costs_a_row_not_the_items_behind_it(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps([1, {"text": LEAD}]))
    first, second = read_corpus(tmp_path)
    assert "holds int where an object" in first.problems[0].message
    assert second.text == LEAD


@pytest.mark.parametrize("give", [str, Path])
def test_one_path_needs_no_list(folder, give):
    assert ids(read_corpus(give(folder))) == ["a", "b/a", "b/c/d", "z"]


@pytest.mark.parametrize("sign", ["\u2028", "\x85", "\x0c", "\x0b", "\x1d"])
def test_only_line_ends_part_the_rows_of_a_csv(tmp_path, sign):
    (tmp_path / "a.csv").write_text(f"id,text\nx,{SECOND.split(',')[0]}{sign}and so on\n", encoding="utf-8")
    (article,) = read_corpus(tmp_path)
    assert article.text.endswith(f"{sign}and so on")


def test_what_no_file_can_hold_costs_a_sign_not_the_corpus(tmp_path):
    row = {
        "text": f"{LEAD} \ud83d",
        "title": "Fares \ud83d fall",
        "id": "x\ud83d",
        "author": "J\ud83d",
        "url": "\ud83d",
    }
    (tmp_path / "a.json").write_text(json.dumps([row, {**row, "text": ""}]))
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(STORY)
    articles = list(read_corpus(tmp_path))
    assert ids(articles) == ["x\ufffd", "x\ufffd-2", "caf\ufffd"]
    for article in articles:
        repr(article).encode("utf-8")
        assert "\\ud" not in repr(article)
    assert "lost before it came here" in articles[0].problems[0].message


def test_cells_without_a_value_are_void(tmp_path):
    frame = pd.DataFrame({"Text": [LEAD, pd.NA], "title": [pd.NA, "Fares"], "published": [pd.NaT, pd.NaT]})
    first, second = read_frame(frame)
    assert first.text == LEAD and first.published is None
    assert second.problems
    saved = frame.assign(paragraph_spans=[[[0, 1]], []]).convert_dtypes(dtype_backend="pyarrow")
    assert [article.text for article in read_frame(saved)] == [first.text, second.text]


def test_frames(tmp_path):
    frame = pd.DataFrame(
        {
            "story": [STORY, None, STORY],
            "Published": ["2020-03-03", "", None],
            "title": ["Fares fall", None, float("nan")],
        }
    )
    articles = list(read_frame(frame, text="story", published="2020-01-01", name="frame"))
    assert ids(articles) == ["frame-1", "frame-2", "frame-3"]
    assert articles[0].text.startswith("Fares fall\n\nFerry fares")
    assert articles[1].problems and articles[2].published == date(2020, 1, 1)
    frame.to_csv(tmp_path / "f.csv", index=False)
    assert ids(read_frame(tmp_path / "f.csv", text="story")) == ["f-1", "f-2", "f-3"]
    with pytest.raises(ValueError, match="no text in a field 'text'; the fields are: 'story', 'Published', 'title'"):
        read_frame(frame)


NEXIS = f"""                               1 of 2 DOCUMENTS

                               The Island Post

                             March 3, 2020 Tuesday

Ferry fares to fall

BYLINE: Jane Doe

SECTION: NEWS; Pg. 3

LENGTH: 120 words

{LEAD}

{SECOND}

LOAD-DATE: March 4, 2020

LANGUAGE: ENGLISH

                               2 of 2 DOCUMENTS

                               The Harbour Times

                             March 5, 2020 Thursday

Islanders cheer

BYLINE: John Roe

LENGTH: 90 words

{SECOND}

LOAD-DATE: March 6, 2020
"""
NEXIS_UNI = f"""Ferry fares to fall
The Island Post
March 3, 2020 Tuesday

Copyright 2020 The Island Post All Rights Reserved

Section: NEWS; Pg. 3
Length: 120 words
Byline: Jane Doe

Body

{LEAD}

{SECOND}

Load-Date: March 4, 2020

End of Document

Islanders cheer
The Harbour Times
March 5, 2020 Thursday

Length: 90 words
Byline: John Roe

Body

{SECOND}

Load-Date: March 6, 2020

End of Document
"""
FACTIVA = f"""HD
Ferry fares to fall
BY
Jane Doe
WC
120 words
PD
3 March 2020
SN
The Island Post
LA
English
LP
{LEAD}
TD
{SECOND}
AN
Document ISLAND0020200303eg3300001

HD
Islanders cheer
BY
John Roe
WC
90 words
PD
5 March 2020
SN
The Harbour Times
LA
English
TD
{SECOND}
AN
Document HARBOU0020200305eg3500001
"""
FACTIVA_PLAIN = f"""Ferry fares to fall
By Jane Doe
120 words
3 March 2020
The Island Post
ISPOST
English
(c) 2020 The Island Post

{LEAD}

{SECOND}

Document ISPOST0020200303eg3300001

Islanders cheer
By John Roe
90 words
5 March 2020
The Harbour Times
HARTIM
English

{SECOND}

Document HARTIM0020200305eg3500001
"""
RULE = "_" * 60
PROQUEST = f"""{RULE}
Document 1 of 2

Ferry fares to fall

Author: Jane Doe

Publication info: The Island Post

ProQuest document link

Full text: {LEAD}

{SECOND}

Title: Ferry fares to fall
Publication title: The Island Post
Publication date: Mar 3, 2020
ProQuest document ID: 2300000001
{RULE}
Document 2 of 2

Islanders cheer

Author: John Roe

Full text: {SECOND}

Title: Islanders cheer
Publication title: The Harbour Times
Publication date: Mar 5, 2020
ProQuest document ID: 2300000002
{RULE}
"""


@pytest.mark.parametrize("export", [NEXIS, NEXIS_UNI, FACTIVA, FACTIVA_PLAIN, PROQUEST])
def test_exports_of_archives_are_split_into_articles(tmp_path, export):
    (tmp_path / "export.txt").write_text(export, encoding="utf-8")
    first, second = read_corpus([tmp_path])
    assert not first.problems and not second.problems
    for article, headline, byline, outlet, day, paragraphs in (
        (first, "Ferry fares to fall", "Jane Doe", "The Island Post", date(2020, 3, 3), [LEAD, SECOND]),
        (second, "Islanders cheer", "John Roe", "The Harbour Times", date(2020, 3, 5), [SECOND]),
    ):
        assert article.text[slice(*article.headline)] == headline
        assert [article.text[a:b] for a, b in article.paragraphs] == paragraphs
        assert (article.byline, article.outlet, article.published) == (byline, outlet, day)
