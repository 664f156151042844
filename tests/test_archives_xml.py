"""Exports of archives and feeds as XML -> articles."""

from datetime import date
from html import escape

import pytest
from test_archives import LEAD, SECOND, words

from analysis.article import read_article, read_corpus

FACTIVA = "".join(
    f"""<ppsarticle><article><accessionNo>ISPOST002020030{n}</accessionNo><baseLanguage>EN</baseLanguage>
<headline><paragraph display="Proportional"><hlt>Ferry</hlt> fares to fall</paragraph></headline>
<byline>By Jane Doe</byline><leadParagraph><paragraph>{LEAD}</paragraph></leadParagraph>
<pages>1</pages><publicationDate>
<dateTime>2020-03-0{n}T01:35:58Z</dateTime></publicationDate><publisherName>Island Papers</publisherName>
<sourceName>The Island Post</sourceName><newsSubject code="gpol"><name>Politics</name></newsSubject>
<tailParagraphs><paragraph>{SECOND}</paragraph></tailParagraphs></article></ppsarticle>"""
    for n in (3, 4)
)
FACTIVA = f"""<PPSResponse><ppsArticleResponse xmlns="http://global.factiva.com/pps/2.0"><ppsarticleResultSet count="2">
{FACTIVA}</ppsarticleResultSet></ppsArticleResponse></PPSResponse>"""
TDM = f"""<?xml version="1.0" encoding="UTF-8"?><RECORD><Version>Global_Schema_v5.1.xsd</Version><GOID>2300000001</GOID>
<DFS><PubFrosting><Title>The Island Post</Title><SourceType>Newspapers</SourceType></PubFrosting></DFS><Obj><TitleAtt>
<Title>Ferry fares to fall</Title></TitleAtt><NumericDate>2020-03-03</NumericDate><Contributors><Contributor
 ContribRole="Author"><LastName>Doe</LastName><FirstName>Jane</FirstName></Contributor></Contributors><Terms><GenSubjTerm>
<GenSubjValue>Ferries</GenSubjValue></GenSubjTerm></Terms></Obj><TextInfo><Text WordCount="120" HTMLContent="true">
{escape(f'<html><head><meta name="ValidationSchema"/><title/></head><body><p>{LEAD}</p><p>{SECOND}</p></body></html>')}
</Text></TextInfo></RECORD>"""
RSS = f"""<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Island Post</title><item><title>Ferry fares to fall</title><link>http://i.example/1</link><dc:creator>Jane
 Doe</dc:creator><pubDate>Tue, 03 Mar 2020 08:15:00 +0100</pubDate><description>Fares fall.</description>
<content:encoded><![CDATA[<p>{LEAD}</p><p>{SECOND}</p>]]></content:encoded></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Island Post</title><entry>
<title>Ferry fares to fall</title>
<author><name>Jane Doe</name></author><link rel="alternate" href="http://i.example/1"/><published>2020-03-03T08:15:00Z
</published><summary>Fares fall.</summary><content type="html">{escape(f"<p>{LEAD}</p><p>{SECOND}</p>")}</content>
</entry></feed>"""


@pytest.fixture
def file(tmp_path):
    def write(text, name="a.xml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def check(article):
    assert article.text[slice(*article.headline)] == "Ferry fares to fall"
    assert words(article) == [LEAD, SECOND]
    assert (article.byline, article.outlet, article.published) == ("Jane Doe", "The Island Post", date(2020, 3, 3))
    assert not article.problems


@pytest.mark.parametrize("text", [TDM, RSS, ATOM], ids=["TDM Studio", "RSS", "Atom"])
def test_one_article(file, text):
    check(read_article(file(text)))


def test_factiva(file):
    first, second = read_corpus([file(FACTIVA)])
    check(first)
    assert first.subjects == ("gpol Politics",)
    assert (first.article_id, second.article_id, second.published) == (
        "ISPOST0020200303",
        "ISPOST0020200304",
        date(2020, 3, 4),
    )


def test_a_record_without_text_is_said(file):
    text = TDM.partition("<TextInfo>")[0] + "</RECORD>"
    (article,) = read_corpus([file(text)])
    assert article.published == date(2020, 3, 3)
    assert [problem.message for problem in article.problems] == [
        "its text is empty: there is only a headline",
        "the archive does not have its text",
    ]


def test_a_feed_of_summaries_says_so(file):
    (article,) = read_corpus([file(RSS.replace("content:encoded", "other").replace("Fares fall.", LEAD), "a.rss")])
    assert words(article) == [LEAD]
    assert "only a summary" in article.problems[0].message


def test_a_page_as_trafilatura_writes_it(file):
    attributes = 'title="Ferry fares to fall" author="Jane Doe" date="2020-03-03" sitename="The Island Post"'
    main = f"<main><p>{LEAD}</p><p>{SECOND}</p></main><comments/>"
    article = read_article(file(f"<doc {attributes}>{main}</doc>"))
    assert words(article) == [LEAD, SECOND]
    assert (article.byline, article.outlet, article.published) == ("Jane Doe", "The Island Post", date(2020, 3, 3))
    with pytest.raises(ValueError, match="another kind"):
        read_article(file(f"<doc><p>{LEAD}</p></doc>"))
