"""What agencies send -> articles: NewsML-G2, NewsML 1, NITF, ninjs, IPTC 7901, ANPA 1312."""

import json
from datetime import date

import pytest

from analysis.article import read_article, read_corpus

LEAD = "The ferry company said on Monday that it would cut its fares by a third for the islanders, from the spring on."
SECOND = "The islanders have asked for “lower fares” for more than ten years, and they were not heard until this week."
HEADLINE = "Ferry fares to fall"
NITF = f"""<nitf version="-//IPTC//DTD NITF 3.5//EN"><head><title>Ferry fares</title>
<tobject><tobject.subject tobject.subject.refnum="04000000" tobject.subject.type="Economy"/></tobject>
<docdata management-status="usable"><doc-id id-string="npa-17" regsrc="NPA"/><date.issue norm="20200303T081500Z"/>
<ed-msg info="For print"/><du-key version="2"/><doc.copyright holder="Northern Press Agency"/></docdata></head>
<body><body.head><hedline><hl1>{HEADLINE}</hl1><hl2>The islands rejoice</hl2></hedline>
<byline>By <person>JANE DOE</person>
<byttl>NPA Staff Writer</byttl></byline><distributor>The Associated Press</distributor>
<dateline><location>OSLO, Norway</location></dateline></body.head><body.content><block><p>OSLO, Norway (AP) — {LEAD}</p>
<media><media-caption>A ferry&nbsp;leaves.</media-caption></media><hl2>Ten years</hl2>
<table><tr><td>Line</td></tr></table>
<p>{SECOND.replace("lower", "<em>lower</em>")}</p></block></body.content><body.end/></body></nitf>"""
G2 = f"""<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:npa.example:20200303:fares" version="3"
 standard="NewsML-G2" standardversion="2.29"><itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:AFP">
<name>AFP</name></provider><versionCreated>2020-03-03T08:15:00+01:00</versionCreated>
EMBARGO<pubStatus qcode="stat:usable"/>NOTE</itemMeta>
<contentMeta><contentCreated>2020-03-02T22:00:00Z</contentCreated><located qcode="geo:1"><name>Oslo</name></located>
<creator qcode="npa:jd"><name>Jane Doe</name></creator><subject qcode="medtop:04000000"><name>economy</name></subject>
<subject qcode="medtop:20000523"/><headline>{HEADLINE}</headline></contentMeta><contentSet>
<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
<body>
<p>{LEAD}</p><p>{SECOND}</p></body></html></inlineXML></contentSet></newsItem>"""
PICTURE = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="p"><itemMeta>
<itemClass qcode="ninat:picture"/></itemMeta>
<contentSet><remoteContent href="a.jpg"/></contentSet></newsItem>"""
NEWSML = f"""<NewsML><NewsItem><Identification><NewsIdentifier><DateId>20200303</DateId><NewsItemId>npa-17</NewsItemId>
<RevisionId>4</RevisionId></NewsIdentifier></Identification><NewsManagement><ThisRevisionCreated>20200303T081500Z
</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement><NewsComponent><AdministrativeMetadata><Provider>
<Party FormalName="NPA"/></Provider></AdministrativeMetadata><NewsLines><HeadLine>{HEADLINE}</HeadLine><ByLine>By Jane
Doe</ByLine><DateLine>Oslo, March 3 (NPA)</DateLine></NewsLines><NewsComponent><ContentItem><DataContent><p>A ferry.</p>
</DataContent></ContentItem></NewsComponent><ContentItem><DataContent><p>{LEAD}</p><p>{SECOND}</p></DataContent>
</ContentItem></NewsComponent></NewsItem></NewsML>"""
NINJS = {
    "uri": "urn:newsml:npa.example:fares",
    "type": "text",
    "versioncreated": "2020-03-03T08:15:00Z",
    "pubstatus": "usable",
    "version": "2",
    "byline": "By Jane Doe",
    "located": "Oslo",
    "copyrightholder": "NPA",
    "headline": HEADLINE,
    "subject": [{"name": "economy", "code": "medtop:04000000"}],
    "body_text": f"{LEAD} {SECOND}",
    "body_xhtml": f"<p>{LEAD}</p><p>{SECOND}</p>",
    "associations": {"main": {"type": "picture", "headline": "A ferry"}},
}
NINJS_2 = {
    **{name: value for name, value in NINJS.items() if not name.startswith(("body", "subject", "headline"))},
    "headlines": [{"role": "short", "value": "Fares"}, {"role": "main", "value": HEADLINE}],
    "bodies": [
        {"role": "main", "contenttype": "text/plain", "value": f"{LEAD} {SECOND}"},
        {"role": "main", "contenttype": "text/html", "value": f"<section><p>{LEAD}</p><p>{SECOND}</p></section>"},
    ],
    "subjects": [{"name": "economy", "uri": "http://cv.iptc.org/newscodes/mediatopic/04000000"}],
}
NINJS_3 = {
    "uri": "urn:x:1",
    "type": "text",
    "versionCreated": "2020-03-03T08:15:00Z",
    "pubStatus": "usable",
    "by": "Jane Doe",
    "copyrightHolder": "NPA",
    "headlines": [{"role": "main", "value": HEADLINE}],
    "bodies": [{"role": "html", "contentType": "text/html", "value": f"<p>{LEAD}</p><p>{SECOND}</p>"}],
}
WRAPPED = LEAD.replace(" would ", "\r\nwould ")
TYPED = SECOND.replace("“", "``").replace("”", "''")
IPTC = (
    "\x01npa0007 4 e 45  npa-int 0908\r\n\r\nFares/Ferries/\r\n\x02Ferry fares to fall\r\n"
    "By Jane Doe, The Island Post =\r\n\r\n"
    f"Oslo (AFP) - {WRAPPED}\r\n\r\n{TYPED}\r\n\r\n* * * *\r\n"
    "The following information is not intended for publication\r\n\r\n"
    "## Editorial contacts\r\n- Editing by: Ann Poe\r\n\r\nnpa xx yy\r\n\x03\r\n030815 Mar 20\r\n\x04"
)
ANPA = (
    "\x16\x16\x01W2870\x1fasian\r\nf l \x13\x12 BC-LT--Ferry Fares 03-03 0045\r\n"
    "\x02^BC-LT--Ferry Fares, 1st Ld-Writethru,466<\r\n^Ferry fares to fall<\r\n"
    f"^AP Photo XNP101<\r\n^Eds: With AP Photos.<\r\n^By JANE DOE=\r\n"
    f"^Associated Press=\r\n\t   OSLO, Norway (AP) _ {WRAPPED}\r\n\t   {TYPED}\r\n"
    "\r\n\t   AP-WF-03-03-20 1509GMT<\r\n\x03\r\n"
)
SENT = {"a.xml": G2.replace("EMBARGO", "").replace("NOTE", ""), "b.nitf": NITF, "c.xml": NEWSML}
SENT |= {"d.json": json.dumps(NINJS), "e.json": json.dumps(NINJS_2), "f.json": json.dumps(NINJS_3)}
SENT |= {"g.txt": IPTC, "h.anpa": ANPA}


STRIPPED = str.maketrans("", "", "\x01\x02\x03\x04\x11\x12\x13\x16\x1f")
PLAIN = f"<![CDATA[\n<p>\n            {LEAD}\n   {SECOND}\n          </p>]]>"
SENT |= {
    "i.txt": IPTC.translate(STRIPPED).replace("to fall\r\n", "\r\nto fall\r\n"),
    "j.anpa": ANPA.translate(STRIPPED),
    "k.iptc": IPTC.replace("Fares/Ferries/\r\n\x02", "\x02Fares/Ferries/\r\n"),
    "l.xml": f"{G2[: G2.index('<inlineXML')]}<inlineData>{PLAIN}</inlineData></contentSet></newsItem>".replace(
        "EMBARGO", ""
    ).replace("NOTE", ""),
}


@pytest.fixture
def sent(tmp_path):
    def write(name, text):
        path = tmp_path / name
        path.write_bytes(text.encode("utf-8"))
        return path

    return write


def words(article):
    return [" ".join(article.text[slice(*span)].split()) for span in article.paragraphs]


def messages(article):
    return " | ".join(problem.message for problem in article.problems)


@pytest.mark.parametrize("name", SENT)
def test_a_story_in_each_form(sent, name):
    article = read_article(sent(name, SENT[name]))
    assert article.text[slice(*article.headline)] == HEADLINE
    assert [line for line in words(article) if line != "Ten years"] == [LEAD, SECOND]
    assert article.published == date(2020, 3, 3)
    assert "jane doe" in article.byline.lower() and not article.byline.lower().startswith("by ")
    assert not article.problems


@pytest.mark.parametrize(
    ("name", "place", "agency"),
    [
        ("a.xml", "Oslo", "AFP"),
        ("b.nitf", "OSLO, Norway", "AP"),
        ("c.xml", "Oslo", "NPA"),
        ("d.json", "Oslo", None),
        ("g.txt", "Oslo", "AFP"),
        ("h.anpa", "OSLO, Norway", "AP"),
    ],
)
def test_dateline_and_agency(sent, name, place, agency):
    article = read_article(sent(name, SENT[name]))
    assert (article.dateline.place, article.dateline.agency or article.agency) == (place, agency)


@pytest.mark.parametrize(
    ("name", "subjects", "version"),
    [
        ("a.xml", ("medtop:04000000 economy", "medtop:20000523"), "3"),
        ("b.nitf", ("04000000 Economy",), "2"),
        ("d.json", ("medtop:04000000 economy",), "2"),
        ("e.json", ("http://cv.iptc.org/newscodes/mediatopic/04000000 economy",), "2"),
        ("g.txt", ("e", "Fares", "Ferries"), None),
    ],
)
def test_subjects_and_version(sent, name, subjects, version):
    article = read_article(sent(name, SENT[name]))
    assert (article.subjects, article.version) == (subjects, version)


ITEM = SENT["a.xml"]
NOTED = '<edNote>Mandatory kill: the deal is off.</edNote><pubStatus qcode="stat:usable"/>'
EMBARGO = '<embargoed>2020-03-05T12:00:00Z</embargoed><pubStatus qcode="stat:usable"/>'
SIGNAL = '<signal qcode="sig:correction"/><pubStatus qcode="stat:usable"/>'
STATUS = '<pubStatus qcode="stat:usable"/>'
NOTICES = {
    "g2 killed": ("a.xml", ITEM.replace("stat:usable", "stat:canceled"), "was killed"),
    "g2 withheld": ("a.xml", ITEM.replace("stat:usable", "stat:withheld"), "is withheld"),
    "g2 corrected": ("a.xml", ITEM.replace(STATUS, SIGNAL), "a correction"),
    "g2 note": ("a.xml", ITEM.replace(STATUS, NOTED), "the deal is off"),
    "g2 embargo": ("a.xml", ITEM.replace(STATUS, EMBARGO), "embargo until 2020-03-05T12"),
    "nitf killed": ("a.xml", NITF.replace('"usable"', '"canceled"'), "was killed"),
    "nitf note": ("a.xml", NITF.replace("For print", "CORRECTS day of the cut"), "sent before: CORRECTS day"),
    "newsml": ("a.xml", NEWSML.replace("Usable", "Withheld"), "is withheld"),
    "ninjs": ("a.json", json.dumps({**NINJS, "pubstatus": "canceled"}), "was killed"),
    "ninjs embargo": ("a.json", json.dumps({**NINJS, "embargoed": "2020-03-05T12:00:00Z"}), "until 2020-03-05"),
    "ninjs note": ("a.json", json.dumps({**NINJS, "ednote": "CORRECTION: the cut is a fourth"}), "it is a correction"),
    "ap note": ("a.json", json.dumps({**NINJS, "ednotes": "Eds: CORRECTS spelling"}), "it is a correction"),
    "iptc": ("a.txt", IPTC.replace("\x02Ferry", "\x02KILL - Ferry"), "was killed"),
    "iptc editors": ("a.txt", IPTC.replace("\x02Ferry", "\x02ATTENTION EDITORS: KILL - Ferry"), "was killed"),
    "iptc head": ("a.txt", IPTC.replace("\x02Ferry", "\x02CORRECTED: Ferry"), "correction of what was sent"),
    "anpa": ("a.txt", ANPA.replace("Eds: With AP Photos.", "Eds: Withhold the story until noon."), "is withheld"),
}


@pytest.mark.parametrize("case", NOTICES)
def test_what_must_not_be_used_as_it_is_is_said(sent, case):
    name, text, message = NOTICES[case]
    assert message in messages(read_article(sent(name, text)))


def test_a_headline_with_such_a_word_is_no_notice(sent):
    for headline in ("Storms kill five on the islands", "STORM KILLS FIVE", "Mayor: correction of fares was wrong"):
        article = read_article(sent("a.json", json.dumps({**NINJS, "headline": headline})))
        assert not article.problems


def test_a_message_of_several_items_is_several_articles(sent):
    item = SENT["a.xml"].partition("?>")[2]
    message = f"<newsMessage><itemSet>{item}{PICTURE}{item.replace(':fares', ':more')}</itemSet></newsMessage>"
    first, second = read_corpus([sent("a.xml", message)])
    assert (first.article_id, second.article_id) == (
        "urn:newsml:npa.example:20200303:fares",
        "urn:newsml:npa.example:20200303:more",
    )
    assert words(first) == words(second) == [LEAD, SECOND]


def test_a_stream_of_wire_copy_is_several_articles(sent):
    first, second = read_corpus([sent("a.iptc", IPTC + IPTC.replace("0007", "0008"))])
    assert (first.article_id, second.article_id) == ("npa0007", "npa0008")
    assert words(first) == words(second) == [LEAD, SECOND]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.xml", PICTURE, "it is no text: the item's class is ninat:picture"),
        (
            "a.json",
            json.dumps({"uri": "u", "type": "picture", "headline": "A ferry", "body_text": ""}),
            "its type is 'picture'",
        ),
        ("a.xml", "<svg><text>Ferry</text></svg>", "it is XML of another kind, <svg>"),
        ("a.xml", "<nitf><head/></nitf>", "NITF without a story"),
        ("a.xml", "<nitf", "it is no XML"),
        ("a.xml", "", "it is no XML"),
        (
            "a.xml",
            f'<!DOCTYPE nitf [<!ENTITY x "{LEAD}">]>{NITF.replace("OSLO, Norway (AP)", "&x;")}',
            "entities of its own",
        ),
        (
            "a.xml",
            f'<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/hostname">]>{NITF.replace("Ten", "&x;")}',
            "entities of its own",
        ),
    ],
)
def test_what_is_no_story_is_said(sent, name, text, message):
    with pytest.raises(ValueError, match=message):
        read_article(sent(name, text))


def test_a_dateline_told_apart_is_read_though_the_story_names_its_place(sent):
    text = NEWSML.replace("that it would cut", "in Oslo that it would cut")
    article = read_article(sent("a.xml", text))
    assert (article.dateline.place, article.dateline.date) == ("Oslo", "2020-03-03")


def test_a_label_of_iso_8859_1_is_windows_1252_in_xml(tmp_path):
    path = tmp_path / "a.xml"
    path.write_bytes(f'<?xml version="1.0" encoding="iso-8859-1"?>{NITF}'.encode("cp1252"))
    assert words(read_article(path))[-1] == SECOND


def test_the_first_line_of_a_story_is_no_part_of_its_headline(sent):
    article = read_article(sent("a.iptc", IPTC.replace("By Jane Doe, The Island Post =\r\n\r\n", "")))
    assert article.text[slice(*article.headline)] == HEADLINE
    assert words(article) == [LEAD, SECOND]
