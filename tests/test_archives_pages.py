"""Exports of archives as web pages -> the same articles as their text."""

import re
from datetime import date
from html import escape

import pytest
from test_archives import EXPORTS, LEAD, SECOND, words

from analysis.article import read_article, read_corpus

HEADS = {1: ("Ferry fares to fall", "Jane Doe", "The Island Post", date(2020, 3, 3))}
HEADS[2] = ("Islanders cheer as the company gives way", "John Roe", "The Harbour Times", date(2020, 3, 5))
CODES = "".join(
    f"""<span></span><div class="article enArticle"><table><tr><td class="index"><b>HD</b>&nbsp;</td><td><b
 class='enHeadline'>{headline}</b>
</td></tr><tr><td class="index"><b>BY</b>&nbsp;</td><td>By {name}</td></tr><tr><td class="index"><b>WC</b>&nbsp;</td>
<td>1,295 words</td></tr><tr><td class="index"><b>PD</b>&nbsp;</td><td>{day.day} March 2020</td></tr><tr><td
 class="index"><b>SN</b>&nbsp;</td><td>{outlet}</td></tr><tr><td class="index"><b>SC</b>&nbsp;</td><td>ISPOST</td></tr>
<tr><td class="index"><b>NGC</b>&nbsp;</td><td>Island Papers</td></tr><tr><td class="index"><b>LA</b>&nbsp;</td>
<td>English</td></tr><tr><td class="index"><b>CY</b>&nbsp;</td><td>(c) 2020</td></tr>
<tr><td class="index"><p><b>LP</b>&nbsp;</p></td><td><p class="articleParagraph">{escape(LEAD)}</p>
</td></tr><tr><td class="index"><p><b>TD</b>&nbsp;</p></td><td><p class="articleParagraph">{escape(SECOND)}</p>
</td></tr><tr><td class="index"><br/><b>NS</b>&nbsp;</td><td><br/>gpol : Domestic Politics | gcat : General News</td>
</tr><tr><td class="index"><br/><b>AN</b>&nbsp;</td><td><br/>Document ISPOST002020030{n}e7ct0001r</td></tr></table>
</div>
"""
    for n, (headline, name, outlet, day) in HEADS.items()
)
PROQUEST = "".join(
    f"""<div style="margin-bottom:20px"><a name="DocID_MSTAR_{n}"></a><p></p><p style="font-weight:bold">{headline}</p>
<p><strong>Author:  </strong>{name}</p><p><strong>Publication info:  </strong>{outlet} ; Harbour, Norway
 0{day.day} Mar 2020: A.1.</p><p><a href="https://search.proquest.example/docview/{n}">ProQuest document link</a></p>
<p><strong>Abstract:  </strong></p><p>The fares of the ferry will fall, the company has told the islanders.</p>
<p><strong>Full text: </strong><text wordcount="2" htmlcontent="true"><meta name="ValidationSchema" content="x">
<title></title><p>{escape(LEAD)}</p>   <p>{escape(SECOND)}</p></text></p><p><strong>Subject: </strong>Ferries</p>
<p><strong>Publication title: </strong>{outlet}; Harbour, Norway</p><p><strong>Publication date: </strong>Mar {day.day},
 2020</p><p><strong>ProQuest document ID: </strong>25143997{n}</p><p><strong>Copyright: </strong>(c) 2020</p>
<p><strong>Database: </strong>Dailies</p></div>"""
    for n, (headline, name, outlet, day) in HEADS.items()
)
EUROPRESSE = "".join(
    f"""<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName"><img src="x.png"/>
{outlet}, no. 12043</span></div><div class="rdp__DocHeader"><span class="DocHeader">{day.strftime(form)}
 574 words, p. 3</span>
</div>
<div class="titreArticle"><p class="sm-margin-TopNews titreArticleVisu rdp__articletitle"><b>{headline}</b></p></div>
<div class="docAuthors">{name}</div></header><section><div class="DocText clearfix"><div class="docOcurrContainer">
<p>{escape(LEAD)}</p><p>{escape(SECOND)}</p></div></div></section><footer><div class="Doc-LegalInfo"><small>© 2020
 {outlet}. All rights reserved.</small></div>
<div class="publiC-lblNodoc">news·2020030{day.day}·ISP·{n}</div></footer></article>"""
    for n, form, (headline, name, outlet, day) in (
        (1, "%A, %B %d, %Y", HEADS[1]),
        (2, "jeudi 5 mars 2020", HEADS[2]),
    )
)
CITED = "".join(
    f"""<div><p><b>{headline}</b></p><p>{last}, {first}. <i>{outlet}</i>; Harbour [Harbour]. {day:%d %b %Y}: A.4.</p>
<p><a href="https://search.proquest.example/docview/{n}">ProQuest document link</a></p><p><b>FULL TEXT</b></p>
<p>{escape(LEAD)}</p><p>{escape(SECOND)}</p><p><b>DETAILS</b></p><table><tr><td>Subject:</td><td>Ferries</td></tr>
<tr><td>Publication title:</td><td>{outlet}; Harbour</td></tr><tr><td>ProQuest document ID:</td><td>2514{n}</td></tr>
<tr><td>Database:</td><td>Dailies</td></tr></table></div>"""
    for n, (headline, name, outlet, day) in HEADS.items()
    for first, last in (name.split(),)
)
NOTED = EUROPRESSE.replace("</section>", "</section><aside><p>Note(s) :</p></aside>")
FACTIVA = "".join(
    f"""<div class="article enArticle"><div id="hd"><span class="enHeadline">{headline}</span></div>
<div class="author">{by}{name}</div><div>48 {count}</div><div>{day.day}{month} 2020</div>{hour}<div>{outlet}</div>
<div>ISPOST</div><div>English</div><div>(c) 2020 Islandia</div><p class="articleParagraph">{escape(LEAD)}</p>
<p class="articleParagraph">{escape(SECOND)}</p><p>{number} ISPOST002020030{n}e7ct0001r</p></div>"""
    for n, by, count, month, hour, number, (headline, name, outlet, day) in (
        (1, "Von ", "Wörter", ". März", "<div>08:14 GMT</div>", "Dokument", HEADS[1]),
        (2, "", "palabras", " marzo", "", "Documento", HEADS[2]),
    )
)
WISO = "".join(
    f"""<h2>{headline}</h2><p>{escape(LEAD)}</p><p>{escape(SECOND)}</p><table><tr><td>Quelle:</td><td>{outlet},
 0{day.day}.03.2020, S. 3</td></tr><tr><td>Autor:</td><td>{name}</td></tr><tr><td>Dokumentnummer:</td><td>{n}-IP</td>
</tr></table><p>Alle Rechte vorbehalten: (c) Islandia</p><p>© GBI-Genios Datenbank</p>"""
    for n, (headline, name, outlet, day) in HEADS.items()
)
PAGES = {
    "Factiva by codes": CODES,
    "Factiva in German and Spanish": FACTIVA,
    "ProQuest": PROQUEST,
    "Europresse": EUROPRESSE,
    "Europresse with a cover and notes": f"<div><h1>Europresse</h1><p>Report of Monday, 9 March 2020</p></div>{NOTED}",
    "Europresse with a place": EUROPRESSE.replace(", no. 12043</span>", "<br/>\nHarbour, Norway</span>"),
    "Factiva with its publisher": FACTIVA.replace("</p><p>Do", "</p><p>Islandia.</p><p>Do"),
    "ProQuest with a cover": f"<p>Report Information from ProQuest</p><p>March 09 2020 10:15</p>{PROQUEST}",
    "WISO": WISO,
}


def page(text: str) -> str:
    """A plain export as a page: a paragraph for each block, a break for each line."""
    blocks = (escape(block).replace("\n", "<br>") for block in re.split(r"\n{2,}", text.strip("\n")))
    return "".join(f"<div><p><span>{block}</span></p></div>\n" for block in blocks)


@pytest.fixture
def export(tmp_path):
    def write(body, head='<meta charset="utf-8"><title>Factiva</title><style>p {color: black}</style>', suffix="html"):
        path = tmp_path / f"export.{suffix}"
        path.write_text(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
        return path

    return write


def check(articles, reversed_names=False):
    assert len(articles) == 2
    for article, (headline, name, outlet, day) in zip(articles, HEADS.values(), strict=True):
        assert not article.problems
        assert " ".join(article.text[slice(*article.headline)].split()) == headline
        assert words(article) == [LEAD, SECOND]
        assert (", ".join(reversed(name.split())) if reversed_names else name) in article.byline
        assert article.outlet.startswith(outlet)
        assert article.published == day


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_an_archive_is_split_into_its_articles(export, name):
    check(list(read_corpus([export(PAGES[name])])))


def test_a_line_that_cites_an_article_tells_what_no_label_does(export):
    check(list(read_corpus([export(CITED)])), reversed_names=True)
    check(list(read_corpus([export(re.sub(r"</b></p><p>(?=\w+, )", "</b><br>", CITED))])), reversed_names=True)


@pytest.mark.parametrize("name", [name for name in EXPORTS if "columns" not in name])
def test_the_layout_of_any_archive_is_found_on_a_page(export, name):
    check(list(read_corpus([export(page(EXPORTS[name]), suffix="htm")])))


def test_an_archive_s_page_in_utf_16_is_found(export):
    path = export(CODES, head="<title>Factiva</title>")
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))
    check(list(read_corpus([path])))


def test_an_archive_s_page_that_was_saved_whole_is_split(tmp_path):
    head = 'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\n'
    part = f"Content-Type: text/html; charset=utf-8\nContent-Location: https://x.example/\n\n<html><body>{CODES}</body></html>"
    (tmp_path / "a.mhtml").write_text(f"{head}{part}\n--b--\n", encoding="utf-8")
    check(list(read_corpus([tmp_path / "a.mhtml"])))


def test_several_articles_are_not_one(export):
    with pytest.raises(ValueError, match="several articles: read_corpus"):
        read_article(export(CODES))


def test_a_story_that_names_an_archive_is_a_page_like_any_other(export):
    story = f"<article><h1>Factiva is sold</h1><p>{LEAD}</p><p>{SECOND}</p><p>{LEAD} {SECOND}</p></article>"
    article = read_article(export(story))
    assert words(article) == [LEAD, SECOND, f"{LEAD} {SECOND}"]


def test_a_large_export_is_read_whole(export):
    many = CODES * 60 + f"<!-- {'x' * 21_000_000} -->"
    assert len(list(read_corpus([export(many)]))) == 120
