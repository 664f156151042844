"""Exports of news archives, each in the layout that the archive gives it -> articles."""

import re
from datetime import date

import pytest

from analysis.article import read_corpus
from analysis.article.formats.archives import split_archive

LEAD = "The ferry company said on Monday that it would cut its fares by a third for the islanders, from the spring on."
SECOND = "The islanders have asked for “lower fares” for more than ten years, and they were not heard until this week."
WRAPPED = (
    "The ferry company said on Monday that it would cut its fares by a third for the\n"
    "islanders, from the spring on.\n\n"
    "The islanders have asked for “lower fares” for more than ten years, and they were\n"
    "not heard until this week."
)
RULE = "_" * 60
LEXIS = f"""



Download Request: All Documents: 1-2
Time Of Request: Saturday, March 7, 2020  22:32:52 EST
Send To:

ISLAND UNIVERSITY
LIBRARY

Terms: ((ferry AND fares) and Date(geq(03/01/2020) and leq(03/07/2020)))

Source: The Island Post; The Harbour Times
Project ID:



                               1 of 2 DOCUMENTS


                   Copyright 2020 Island Newspapers, LLC d/b/a
                             The Island Post Digital
                              All Rights Reserved

                                The Island Post

                             March 3, 2020 Tuesday
                                 Met 2 Edition

SECTION: A-SECTION; Pg. A01

LENGTH: 3362 words

HEADLINE: Ferry fares to fall

BYLINE: Jane Doe;Ann Poe

BODY:

{WRAPPED}

GRAPHIC: A ferry leaves the harbour.

LOAD-DATE: March 4, 2020

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper


                               2 of 2 DOCUMENTS


                              The Harbour Times

                            March 5, 2020 Thursday
                                   Edition 1;
                                    Scotland

HEADLINE: Islanders cheer as the
company gives way

BYLINE: John Roe

DATELINE: OSLO, Norway

LENGTH: 90 words

BODY:

{WRAPPED}

LOAD-DATE: March 6, 2020

LANGUAGE: ENGLISH
"""
LEXIS_UNLABELLED = f"""
                               1 of 2 DOCUMENTS



                                The Island Post

                             March 3, 2020 Tuesday
                                   Edition 1;
                                    Scotland

Ferry fares to fall

BYLINE: Jane Doe and Ann Poe

SECTION: FEATURES; Pg. 6

LENGTH: 677 words


{WRAPPED}

LOAD-DATE: March 3, 2020

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

JOURNAL-CODE: ISL


                       Copyright 2020 Island Newspapers
                              All Rights Reserved

                               2 of 2 DOCUMENTS



                              The Harbour Times

                            March 5, 2020 Thursday

Islanders cheer as the
company gives way

BYLINE: John Roe

LENGTH: 355 words

{WRAPPED}

LOAD-DATE: March 5, 2020

LANGUAGE: ENGLISH
"""
UNI = f"""User Name: A Reader
Date and Time: Saturday, March 7, 2020 10:00:00 PM CET
Job Number: 123456789

Documents (2)

1. Ferry fares to fall
Client/Matter: -None-
Search Terms: ferry fares

2. Islanders cheer as the company gives way
Client/Matter: -None-

Ferry fares to fall
The Island Post
March 3, 2020 Tuesday
Late Edition - Final

Copyright 2020 Island Newspapers All Rights Reserved

Section: Section A; Column 1; Pg. 1
Length: 120 words
Byline: By Jane Doe and Ann Poe
Highlight: The company gives way.

Body

{LEAD}

{SECOND}

Graphic

PHOTO: A ferry.

Classification

Language: ENGLISH

Publication-Type: Newspaper

Subject: FERRIES (90%); FARES (89%)

Load-Date: March 4, 2020

End of Document

Islanders cheer as the company gives way
The Harbour Times
March 5, 2020 Thursday

Copyright 2020 Harbour Group All Rights Reserved

Length: 90 words
Byline: John Roe
Dateline: OSLO, Norway

Body

{LEAD}

{SECOND}

Load-Date: March 6, 2020

End of Document
"""
FACTIVA_CODES = f"""SE
News
HD
Ferry fares to fall
BY
By Jane Doe and Ann Poe
WC
120 words
PD
3 March 2020
ET
02:00 AM
SN
The Island Post
SC
ISPOST
ED
Met 2
PG
A01
LA
English
CY
(Copyright 2020)
LP

{LEAD}

TD

{SECOND}

CO
isfery : Island Ferries
NS
gtrans : Transport
RE
nor : Norway
PUB
Island Newspapers
AN
Document ISPOST0020200303eg3300001

HD
Islanders cheer as the company gives way
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
LP

{LEAD}

TD

{SECOND}

AN
Document HARTIM0020200305eg3500001

Search Summary
Text
ferry fares
Date
In the last week
"""
FACTIVA_COLUMNS = f"""HD  Ferry fares to fall
BY  Jane Doe and Ann Poe
WC  1,120 words
PD  3 March 2020
SN  The Island Post
SC  ISPOST
LA  English
LP  {LEAD}
TD  {SECOND}
AN  Document ISPOST0020200303eg3300001

HD  Islanders cheer as the company gives way
BY  John Roe
WC  90 words
PD  5 March 2020
SN  The Harbour Times
LA  English
LP  {LEAD}
TD  {SECOND}
AN  Document HARTIM0020200305eg3500001
"""
FACTIVA_PAGES = f"""Page 1 of 2 © 2020 Factiva, Inc. All rights reserved.
Foreign Desk
Ferry fares to fall
By Jane Doe and Ann Poe
1,120 words
3 March 2020
02:00 AM
The Island Post
ISPOST
A01
English
Copyright 2020 Island Newspapers. All Rights Reserved.
{LEAD}

Page 2 of 2 © 2020 Factiva, Inc. All rights reserved.

{SECOND}

Document ISPOST0020200303eg3300001

Islanders cheer as the company gives way
By John Roe
90 words
5 March 2020
The Harbour Times
HARTIM
English
(c) 2020 Harbour Group

{LEAD}

{SECOND}

Document HARTIM0020200305eg3500001

Search Summary
Text ferry fares
"""
PROQUEST = f"""{RULE}

Document 1 of 2

Ferry fares to fall

Author: Jane Doe and Ann Poe

Publication info: The Island Post ; Harbour, Norway [Harbour, Norway]. 03 Mar 2020: A.1.

https://www.proquest.com/newspapers/ferry-fares/docview/2300000001/se-2

Abstract: None available.

Links: https://resolver.example/openurl?genre=article&atitle=Ferry+fares+to+fall

Full text: {LEAD}
{SECOND}
CAPTION: A ferry leaves the harbour on March 2, 2020.
CREDIT: Ann Poe

Subject: Ferries; Fares

Business indexing term: Subject: Ferries

Title: Ferry fares to fall

Publication title: The Island Post; Harbour

Publication year: 2020

Publication date: Mar 3, 2020

Section: News

ProQuest document ID: 2300000001

DocumentURL: https://www.proquest.com/newspapers/ferry-fares/docview/2300000001/se-2

Copyright: Copyright 2020 Island Newspapers. All Rights Reserved.

Last updated: 2020-03-04

Database: Newsstream

{RULE}

Document 2 of 2

Islanders cheer as the company gives way

Author: John Roe

Full Text: {LEAD}
{SECOND}

Title: Islanders cheer as the company gives way

Publication title: The Harbour Times

Publicationdate: Mar 5, 2020

ProQuest document ID: 2300000002

Database: Newsstream

{RULE}

Contact us at: https://www.proquest.com/contact
"""
PROQUEST_SECTIONS = "".join(
    f"""{RULE}
{headline}

{names}. {outlet} ; Harbour [Harbour]. {day}: A.1.

ProQuest document link

{RULE}
Abstract

The islanders are glad.

{RULE}
Full text

{LEAD}

{SECOND}

{RULE}
Details

Subject: Ferries

Title: {headline}

Author: {names}

Publication title: {outlet}; Harbour

Publication date: {day}

ProQuest document ID: {number}

Database: Newsstream

"""
    for number, headline, names, outlet, day in (
        (2300000001, "Ferry fares to fall", "Jane Doe and Ann Poe", "The Island Post", "Mar 3, 2020"),
        (2300000002, "Islanders cheer as the company gives way", "John Roe", "The Harbour Times", "Mar 5, 2020"),
    )
)
NEWSBANK = f"""Ferry fares to fall
The Island Post (Harbour, Norway) - March 3, 2020
Author/Byline: Jane Doe and Ann Poe
Section: News
Page: A01
Readability: Lexile: 1200, grade level(s): 10 11-12

{LEAD}

{SECOND}

Record: 20200303001
Copyright: Copyright (c) 2020 The Island Post
OpenURL Link: https://infoweb.example/apps/news/openurl?id=1

Islanders cheer as the company gives way
The Harbour Times - March 5, 2020
Author: John Roe

{LEAD}

{SECOND}

Record Number: 20200305007
Copyright: (c) 2020 The Harbour Times
"""
GALE = f"""Ferry fares to fall
Author: Jane Doe and Ann Poe
Date: Mar. 3, 2020
From: The Island Post
Publisher: Island Newspapers
Document Type: Article
Length: 1,034 words
Content Level: (Level 4)

Full Text:

{LEAD}

{SECOND}

Copyright: COPYRIGHT 2020 Island Newspapers
http://www.islandpost.example/
Source Citation (MLA 9th Edition)
"Ferry fares to fall." The Island Post, 3 Mar. 2020, p. A1. Gale OneFile, link.gale.example/apps/doc/A600000001
Gale Document Number: GALE|A600000001

Islanders cheer as the company gives way
Author: John Roe
Date: Mar. 5, 2020
From: The Harbour Times
Document Type: Article

{LEAD}

{SECOND}

Source Citation (MLA 9th Edition)
"Islanders cheer." The Harbour Times, 5 Mar. 2020.
Gale Document Number: GALE|A600000002
"""
EUROPRESSE = f"""The Island Post
Tuesday, March 3, 2020 • p. A01
• 120 words

Ferry fares to fall
By Jane Doe and Ann Poe

{LEAD}

{SECOND}

The present document is protected under copyright laws and conventions.
© 2020 The Island Post. All rights reserved.
news·20200303·ISP·202003032\u00d720\u00d722578961160

The Harbour Times (web site)
Thursday, March 5, 2020 - 10:00 UTC

Islanders cheer as the company gives way
By John Roe

{LEAD}

{SECOND}

© 2020 The Harbour Times. All rights reserved.
web·20200305·HARW·7a1f
"""
WISO = f"""Ferry fares to fall

{LEAD}

{SECOND}

Autor: Jane Doe and Ann Poe
Quelle: The Island Post vom 03.03.2020
Ressort: News
Dokumentnummer: ISP20200303001
Dauerhafte Adresse des Dokuments: https://www.wiso.example/document/ISP__20200303001
Alle Rechte vorbehalten: (c) Island Newspapers

Islanders cheer as the company gives way

{LEAD}

{SECOND}

Autor: John Roe
Quelle: The Harbour Times, 05.03.2020, Nr. 12, S. 3
Dokumentnummer: HAR20200305007
Alle Rechte vorbehalten: (c) Harbour Group
"""
WISO_TOP = f"""Ferry fares to fall
Autor: Jane Doe and Ann Poe
Quelle: The Island Post vom 03.03.2020 Seite 1
Ressort: News
Dokumentnummer: ISP20200303001
{LEAD}

{SECOND}
Dauerhafte Adresse des Dokuments: https://www.wiso.example/document/ISP__20200303001
Alle Rechte vorbehalten: (c) Island Newspapers
© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH

Islanders cheer as the company gives way
Autor: John Roe
Quelle: The Harbour Times vom 05.03.2020
Dokumentnummer: HAR20200305007
{LEAD}

{SECOND}
Dauerhafte Adresse des Dokuments: https://www.wiso.example/document/HAR__20200305007
Alle Rechte vorbehalten: (c) Harbour Group
© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH
"""
EXPORTS = {
    "LexisNexis": LEXIS,
    "LexisNexis without labels of headline and story": LEXIS_UNLABELLED,
    "Nexis Uni": UNI,
    "Factiva by codes": FACTIVA_CODES,
    "Factiva by codes in columns": FACTIVA_COLUMNS,
    "Factiva by codes and a space": re.sub(r"(?m)^([A-Z]{2})  ", r"\1 ", FACTIVA_COLUMNS.replace(LEAD, f"\n{LEAD}"))
    .replace(SECOND, f"\n{SECOND}")
    .replace(f"TD \n{SECOND}", f"TD \n{SECOND}\n\nNS gcat : Political/General News"),
    "Factiva page by page": FACTIVA_PAGES,
    "ProQuest": PROQUEST,
    "ProQuest in sections": PROQUEST_SECTIONS,
    "NewsBank": NEWSBANK,
    "Gale": GALE,
    "Europresse": EUROPRESSE,
    "Europresse with captions": EUROPRESSE.replace("\n\n©", "\n\nIllustration(s) :\n\nA ferry in the harbour\n\n©"),
    "WISO": WISO,
    "WISO, labels on top": WISO_TOP,
}


def words(article) -> list[str]:
    return [" ".join(article.text[start:end].split()) for start, end in article.paragraphs]


@pytest.mark.parametrize("name", EXPORTS)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["unix", "windows"])
def test_an_export_is_split_into_its_articles(tmp_path, name, end):
    (tmp_path / "export.txt").write_bytes(EXPORTS[name].replace("\n", end).encode("utf-8"))
    first, second = read_corpus([tmp_path])
    assert not first.problems and not second.problems
    for article, headline, names, outlet, day in (
        (first, "Ferry fares to fall", ["Jane Doe", "Ann Poe"], "The Island Post", date(2020, 3, 3)),
        (second, "Islanders cheer as the company gives way", ["John Roe"], "The Harbour Times", date(2020, 3, 5)),
    ):
        assert " ".join(article.text[slice(*article.headline)].split()) == headline
        assert words(article) == [LEAD, SECOND]
        assert all(name in article.byline for name in names)
        assert article.outlet.startswith(outlet)
        assert article.published == day


HEAD = """{headline}

{outlet}

{day}

Copyright 2020 Island Newspapers

Section: NEWS; Pg. 3

Length: 131 words

Byline: Jane Doe

Body

{text}

Load-Date: March 4, 2020

End of Document
"""


@pytest.mark.parametrize(
    ("headline", "outlet", "day"),
    [
        ("Ferry fares to fall", "The Island Post", "Correction Appended\n\nMarch 3, 2020 Tuesday"),
        ("Ferry fares to fall", "The Island Post", "March 3, 2020 Tuesday\n\nCorrection Appended"),
        ("Ferry fares to fall", "The Island Post\n\n(Green)", "March 3, 2020 Tuesday"),
        ("Ferry fares to fall", "The Island Post\n\nNorth Harbour Edition", "March 3, 2020 Tuesday"),
        ("Ferry fares to fall", "The Island Post", "Distributed by Islandia News\n\n3 March 2020 Tuesday 10:05 AM GMT"),
        ("TRANSPORT;\nFerry fares to fall", "The Island Post", "Tuesday, March 3, 2020"),
        ("Ferry fares to fall", "The Island Post", "Dienstag 3. März 2020"),
        ("Ferry fares to fall", "The Island Post", "Mardi 3 Mars 2020"),
        ("Ferry fares to fall", "The Island Post", "3 de marzo de 2020 martes"),
        ("TRANSPORT;\nFerry fares\nto fall", "The Island Post", "Clarification Appended\n\nTuesday 3 March 2020"),
        ("Correction: Ferry fares to fall", "The Island Post", "March 3, 2020 Tuesday 10:02 PM EST"),
        ("After March 9, 2020: ferry fares to fall", "The Island Post", "March 3, 2020 Tuesday\nLate Edition - Final"),
    ],
)
def test_notices_and_long_headlines_spoil_no_head(tmp_path, headline, outlet, day):
    text = HEAD.format(headline=headline, outlet=outlet, day=day, text=f"{LEAD}\n\n{SECOND}")
    (tmp_path / "a.txt").write_text(text * 2, encoding="utf-8")
    for article in read_corpus([tmp_path]):
        assert " ".join(article.text[slice(*article.headline)].split()) == " ".join(headline.split())
        assert (article.outlet, article.published) == ("The Island Post", date(2020, 3, 3))
        assert [problem.message[:24] for problem in article.problems] == (
            ["a correction was appende"]
            if "Correction" in day
            else ["a clarification was appe"]
            if "Clari" in day
            else []
        )


@pytest.mark.parametrize("day", ["March 2020", "Spring 2020", "March 3-9, 2020", "March/April 2020"])
def test_what_is_no_day_leaves_outlet_and_headline_and_is_said(tmp_path, day):
    text = HEAD.format(headline="Ferry fares to fall", outlet="The Island Post", day=day, text=LEAD)
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (article,) = read_corpus([tmp_path])
    assert (article.outlet, article.published) == ("The Island Post", None)
    assert article.text.startswith("Ferry fares to fall\n\n")
    assert article.problems[0].message == (
        f"its day is not known: {day!r} stands in its head; the archive loaded it on March 4, 2020"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Title: Fares\nDate: 3 March\n\n{0}\n\nTitle: More\nDate: 4 March\n\n{1}\n", "'title' stands in it 2 times"),
        ("Fares\n\n{0} {1} {1}\n\n==========\n" * 3, "may hold 3, parted by lines"),
    ],
)
def test_several_stories_of_an_unknown_archive_are_not_one_without_a_word(tmp_path, text, message):
    (tmp_path / "a.txt").write_text(text.format(LEAD, SECOND), encoding="utf-8")
    (article,) = read_corpus([tmp_path])
    assert message in article.problems[0].message


def test_an_article_that_the_archive_has_no_text_of_is_not_lost(tmp_path):
    (tmp_path / "a.txt").write_text(re.sub(r"(?s)Full text:.*?Ann Poe", "Full text: Not available.", PROQUEST))
    first, second = read_corpus([tmp_path])
    assert "only a headline" in first.problems[0].message and not second.problems


@pytest.mark.parametrize("name", ["LexisNexis", "Nexis Uni"])
def test_a_dateline_kept_apart_is_the_article_s(tmp_path, name):
    (tmp_path / "export.txt").write_text(EXPORTS[name], encoding="utf-8")
    first, second = read_corpus([tmp_path])
    assert first.dateline is None
    assert second.dateline.place == "OSLO, Norway"
    assert second.text[second.dateline.start : second.dateline.end] == "OSLO, Norway"


def test_a_dateline_that_the_story_has_too_is_read_once(tmp_path):
    text = HEAD.format(headline="Fares", outlet="The Island Post", day="March 3, 2020", text=f"ISLEVIK — {LEAD}")
    (tmp_path / "a.txt").write_text(text.replace("Body", "Dateline: ISLEVIK\n\nBody"), encoding="utf-8")
    (article,) = read_corpus([tmp_path])
    assert (article.dateline.place, words(article)) == ("ISLEVIK", [LEAD])


def test_what_a_writer_is_signs_nothing(tmp_path):
    text = HEAD.format(headline="Fares", outlet="The Island Post", day="March 3, 2020", text=LEAD)
    names = "By Jane Doe; Ann Poe; Transport Editor"
    (tmp_path / "a.txt").write_text(text.replace("Byline: Jane Doe", f"Byline: {names}"), encoding="utf-8")
    assert next(read_corpus([tmp_path])).byline == "Jane Doe, Ann Poe"


@pytest.mark.parametrize("name", ["Factiva by codes", "ProQuest", "NewsBank", "Gale", "Europresse", "WISO"])
def test_articles_keep_the_archive_s_numbers(name):
    numbers = [draft.article_id for draft in split_archive(EXPORTS[name])]
    assert all(numbers) and len(set(numbers)) == 2


def test_one_article_alone_is_an_export_too():
    (draft,) = split_archive(UNI.split("End of Document")[0] + "End of Document\n")
    assert draft.headline == "Ferry fares to fall"


@pytest.mark.parametrize(
    "text",
    [
        f"Ferry fares to fall\n\n{LEAD}\n\n{SECOND}\n",
        f"Section: the ferry\n\nBody: {LEAD}\n\nEnd of Document",
        f"1 of 2\n\n{LEAD}\n\n2 of 2\n\n{SECOND}",
        f"Full text: {LEAD}\n\nTitle: none",
        f"{LEAD}\n\nRecord: 12\n\nCopyright 2020",
        "",
    ],
)
def test_an_article_that_is_no_export_stays_whole(text):
    assert split_archive(text) == []


def test_a_word_file_of_an_archive_is_split_too(tmp_path):
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for line in UNI.split("\n"):
        if line.strip():
            document.add_paragraph(line)
    document.save(str(tmp_path / "export.docx"))
    first, second = read_corpus([tmp_path])
    assert (words(first), words(second)) == ([LEAD, SECOND], [LEAD, SECOND])
    assert first.text.startswith("Ferry fares to fall")
    assert (second.outlet, second.published) == ("The Harbour Times", date(2020, 3, 5))


def test_a_mail_of_an_archive_is_split_too(tmp_path):
    from email.message import EmailMessage

    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["Date"] = "Your results", "Library <l@l.example>", "Sat, 07 Mar 2020 10:00:00"
    mail.set_content(FACTIVA_PAGES)
    (tmp_path / "export.eml").write_bytes(bytes(mail))
    first, second = read_corpus([tmp_path])
    assert (first.byline, first.published) == ("Jane Doe and Ann Poe", date(2020, 3, 3))
    assert " ".join(second.text[slice(*second.headline)].split()) == "Islanders cheer as the company gives way"
