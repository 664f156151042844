"""JSON and tables of crawlers and services -> articles with headline, byline, day, outlet, address."""

import csv
import json
import re
from base64 import b85decode
from datetime import date
from html import escape
from io import BytesIO, StringIO
from zipfile import ZipFile
from zlib import decompress

import pandas as pd
import pytest

from analysis.article import read_article, read_corpus, read_frame

LEAD = "The ferry company said on Monday that it would cut its fares by a third for the islanders."
SECOND = "The islanders have asked for “lower fares” for more than ten years, and they were not heard."
TEXT = f"{LEAD}\n\n{SECOND}"
HTML = f'<p class="lead">{LEAD}</p>\n<figure><img src="a.jpg"><figcaption>A ferry.</figcaption></figure><p>{SECOND}</p>'
HEADLINE = "Ferry fares to fall"
URL = "https://www.islandpost.example/2020/03/03/fares"
DAY = "2020-03-03T08:15:00Z"
STORY = {
    "title": HEADLINE,
    "text": TEXT,
    "author": "Jane Doe",
    "date": "2020-03-03",
    "url": URL,
    "source": "Island Post",
}
SERVICES = {
    "trafilatura": {
        **STORY,
        "source": URL,
        "url": None,
        "hostname": "islandpost.example",
        "source-hostname": "Island Post",
    },
    "trafilatura --json with sitename": {
        **STORY,
        "source": URL,
        "sitename": "Island Post",
        "text": TEXT.replace("\n\n", "\n"),
    },
    "fundus": {
        "title": HEADLINE,
        "body": {
            "summary": [],
            "sections": [{"headline": [], "paragraphs": [LEAD]}, {"headline": [], "paragraphs": [SECOND]}],
        },
        "authors": ["Jane Doe"],
        "publishing_date": "2020-03-03 08:15:00+01:00",
        "publisher": "Island Post",
        "html": {"requested_url": URL, "content": "<html><body><p>no</p></body></html>", "source_info": {}},
    },
    "news-please": {
        "authors": ["Jane Doe"],
        "date_publish": "2020-03-03 08:15:00",
        "date_download": "2026-01-01 00:00:00",
        "description": "Fares fall.",
        "maintext": TEXT,
        "source_domain": "Island Post",
        "title": HEADLINE,
        "url": URL,
    },
    "newspaper4k": {
        **STORY,
        "text": TEXT,
        "authors": ["Jane Doe"],
        "publish_date": "2020-03-03 00:00:00",
        "summary": "x",
    },
    "Media Cloud": {
        "stories": [
            {**STORY, "author": "Jane Doe", "media_name": "Island Post", "publish_date": "2020-03-03", "source": None}
        ]
    },
    "Event Registry": {
        "articles": {
            "results": [
                {
                    "uri": "80001",
                    "dateTimePub": DAY,
                    "url": URL,
                    "title": HEADLINE,
                    "body": TEXT,
                    "source": {"uri": "islandpost.example", "title": "Island Post"},
                    "authors": [{"uri": "jane@x", "name": "Jane Doe"}],
                }
            ]
        }
    },
    "NewsAPI": {
        "status": "ok",
        "articles": [
            {
                "source": {"id": None, "name": "Island Post"},
                "author": "Jane Doe",
                "title": HEADLINE,
                "url": URL,
                "publishedAt": DAY,
                "content": TEXT,
            }
        ],
    },
    "Guardian": {
        "response": {
            "results": [
                {
                    "id": "islands/2020/mar/03/fares",
                    "webPublicationDate": DAY,
                    "webTitle": "Fares",
                    "webUrl": URL,
                    "fields": {
                        "headline": HEADLINE,
                        "byline": "Jane Doe",
                        "body": HTML,
                        "bodyText": TEXT.replace("\n\n", " "),
                        "publication": "Island Post",
                    },
                }
            ]
        }
    },
    "New York Times": {
        "response": {
            "docs": [
                {
                    "web_url": URL,
                    "headline": {"main": HEADLINE, "kicker": None},
                    "byline": {"original": "By Jane Doe", "person": []},
                    "pub_date": "2020-03-03T08:15:00+0000",
                    "source": "Island Post",
                    "full_text": TEXT,
                    "abstract": "x",
                }
            ]
        }
    },
    "schema.org": {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "Island Post", "description": "News of the islands"},
            {
                "@type": ["NewsArticle", "Article"],
                "@id": f"{URL}#article",
                "headline": HEADLINE,
                "datePublished": DAY,
                "author": {"@type": "Person", "name": "Jane Doe"},
                "publisher": {"@type": "Organization", "name": "Island Post"},
                "mainEntityOfPage": {"@type": "WebPage", "@id": URL},
                "articleBody": TEXT,
            },
        ],
    },
    "JSON Feed": {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Island Post",
        "items": [
            {
                "id": URL,
                "url": URL,
                "title": HEADLINE,
                "content_html": HTML,
                "content_text": "x",
                "date_published": DAY,
                "authors": [{"name": "Jane Doe"}],
            }
        ],
    },
    "WordPress": [
        {
            "id": 17,
            "date": "2020-03-03T08:15:00",
            "link": URL,
            "title": {"rendered": "Ferry fares to&#32;fall"},
            "content": {"rendered": HTML, "protected": False},
            "excerpt": {"rendered": "<p>x</p>"},
            "author": 3,
            "_embedded": {"author": [{"name": "Jane Doe"}]},
            "site": "Island Post",
        }
    ],
    "Zotero": [
        {
            "id": "http://zotero.org/users/1/items/A",
            "type": "article-newspaper",
            "title": HEADLINE,
            "container-title": "Island Post",
            "author": [{"family": "Doe", "given": "Jane"}],
            "issued": {"date-parts": [["2020", 3, 3]]},
            "URL": URL,
            "abstract": TEXT,
        }
    ],
    "Elasticsearch": {"hits": {"total": 1, "hits": [{"_id": "a", "_source": {**STORY, "date": {"$date": DAY}}}]}},
    "Arc": {
        "type": "story",
        "headlines": {"basic": HEADLINE},
        "content_elements": [
            {"type": "text", "content": LEAD},
            {"type": "image", "caption": "A ferry."},
            {"type": "raw_html", "content": "<script>x()</script>"},
            {"type": "text", "content": SECOND},
        ],
        "credits": {"by": [{"type": "author", "name": "Jane Doe"}]},
        "first_publish_date": DAY,
        "canonical_url": URL,
        "source": {"name": "Island Post"},
    },
    "an editor's blocks": {
        **STORY,
        "text": None,
        "date": {"year": 2020, "month": 3, "day": 3},
        "body": [
            {"_type": "block", "children": [{"text": LEAD[:20]}, {"text": LEAD[20:], "marks": ["em"]}]},
            {"type": "paragraph", "content": [{"type": "text", "text": SECOND[:20]}, {"text": SECOND[20:]}]},
        ],
    },
    "Webz.io": {
        "posts": [
            {**STORY, "published": "2020-03-03T08:15:00.000+02:00", "thread": {"site": "Island Post"}, "source": None}
        ]
    },
    "Aylien": {
        "stories": [
            {
                "id": 5,
                "title": HEADLINE,
                "body": TEXT,
                "author": {"id": 1, "name": "Jane Doe"},
                "source": {"name": "Island Post", "domain": "x.example"},
                "published_at": DAY,
                "links": {"permalink": URL},
            }
        ]
    },
    "Mercury": {
        "title": HEADLINE,
        "author": "Jane Doe",
        "date_published": DAY,
        "content": HTML,
        "url": URL,
        "domain": "Island Post",
    },
    "Readability": {
        "title": HEADLINE,
        "byline": "By Jane Doe",
        "siteName": "Island Post",
        "publishedTime": DAY,
        "content": f"<div>{HTML}</div>",
        "textContent": "x",
        "url": URL,
    },
    "Dow Jones": {
        "an": "ISPO000020200303",
        "title": HEADLINE,
        "snippet": LEAD,
        "body": SECOND,
        "byline": "By Jane Doe",
        "publication_datetime": 1583223300000,
        "source_name": "Island Post",
        "publisher_name": "Islandia",
        "url": URL,
    },
    "tm.plugin.factiva": {
        "heading": HEADLINE,
        "author": "Jane Doe",
        "datetimestamp": "2020-03-03",
        "origin": "Island Post",
        "content": TEXT,
        "url": URL,
    },
    "pandas": {name: {"0": value} for name, value in STORY.items()},
    "pandas, split": {"columns": list(STORY), "index": [0], "data": [list(STORY.values())]},
    "objects under addresses": {URL: STORY},
    "text with metadata": {"page_content": TEXT, "metadata": {**STORY, "text": None, "source": "Island Post"}},
    "JSON:API": {"data": [{"type": "stories", "id": "a", "attributes": {**STORY, "source_name": "Island Post"}}]},
    "article in an object": {"url": URL, "outlet": "Island Post", "article": {**STORY, "url": None, "source": None}},
}
XLS = (  # a workbook of 1997, compressed
    r"""c-rk)O-L0{6#nk`%%}MC{0lUYi;$IR5N+D%(=c5<u@EW=YV?ixaGH^MBlTRAWiEpt2#Pj>Em~x?>4#d>u0>!J6a<0RvQ<#fLY>Y%"""
    r"""Zzi5r;DZvB`G$M$x#ym9@0ok<-^}az%7vK+^@~`8b`)U6E5^1QnV?i06k?!y&r@uWM=5zBHWiAa6v%Cbcv|+VNX1aadl4G$M_v#G"""
    r"""K2bV}G4$G&AvX|**auxGAKHit+#*Ri>e#C)rbA4tncic~XG}X-a)oId=`M%?%*T715BjtCxYo#Z<xuTDVw(>v*^gShRI~WPRgu*#"""
    r"""M5mL|%}rL(5GlnhD4;!tWjLx_f!innP7qoXiPo;J1=LWmXYt*Wz_(ykKbN6=W90%Q|FK$L^cQ)Qg1A<GO^X1N@J{n0nWhbTB9fg8"""
    r"""olCe*69Pf%Pr0T+`*-)aY07@%oJ)FLx@%OE$Z(vD9M&BpEnS-!(;Og!5kn4h&5(U&Ot&&Jt*4UGwq(M#l6pqEBf2Y7t~_gxn@Kq|"""
    r"""t_o?tnZb<INg?GV<*@A#XUJ6A)UBl9r1zDmlZ1Dk*s7hUj8|kS(IhIEujF+ZqgP+L^Yu+)urGd!C6j#GWY46XY6#%rqOu_4a<0*s"""
    r"""7Eo$telOEY-0BYI>zUTj*ihcoSL-v~Q>=5DYn!N_1B|!vT{--2;-|kHdE7AlIlhPZxt_&|nz{G!88lJ|l4P%*DYS?dar1`4lX#E|"""
    r"""fB*W(wC=aPEULwP-#!1}t-!Kcy@X1p*^(L^@vEfyW2LOcAFKsi7x?;ut<|`l*HlR(pWfZo(5_YCArD<g&dFbb5FtW@2oWMgh!9%?"""
    r"""!oMl2dtt=?R!}$bBLBb6GNqO9H_4X8QP}jj^ig>j7Ud2ydCi~gC=@|kVx2a@|3Zah)VqUG46+}idCy<^k`lS^vu?xKzgt52_P>&k"""
    r"""pZ~f4pNEI|#Q"""
)
XLSB = (  # a binary workbook of 2007, compressed
    r"""c-pO3>u(fQ6#w0sDcxX^fmQ`XGOSn<X}h~^X#rbGwP|b+)7Y92(xjR0PP=P&ck0X(T8&9T1@(j02NokD8bV@>iLWmv{s(?A>PJhAO0fblzM|1!>b"""
    r"""ZAjc4mjAV#3|r*SYun&bjBDd+u!iURkMwTQ=kT!M?=<62R*^qD<uzhfHhS&KibeCq$QO8p#z8GrY`h`%ICr$7Nme3Ln41R7A?t49~Jn^KzKRIWwX"""
    r"""89J`~O>E|xyjYu2FC)gG_0?Tl9d5+;I!(A&Fq?<8wJSJ749t&~}*Di(z!E#ha$J!Fd?Y@wXwaf=~0-EG0fVDpDn2Z+#5i_m`qF}ub*}y{Dapvk8K"""
    r"""JxXiu3_GciJ9chgqZbgc@Q7S1>r@ZTBS;%-KUESdtPFgQ|=86RmoWR4}<dgTdq69ioDHmPL@>6%gIquE_C_5yJ@l1w}|ppspnRMN>*E^Mg`X62t$"""
    r"""8aJf1u8n86*u>*^pLM@(~^hvAb9Gpsp!2(IB2@&dbEv~8%Owi&Hxp|%aLu^KHTn(HL5#>|}B%7gws?7|RiJW3cgjRs**?_e4Spko3#noVNASRJAD"""
    r"""diaMryzWQ|H9<8+@`h1F8Wv%uX#6;}ZP<<^cA$qwJJCq;dTG{9qgHBN+723Tr*R|gYDG8IByn=Ql%Tic2_Yd-!HM-a=0#^<=T+Vvb=Ob1SMAiTz{"""
    r"""ffAQa!L=3IL{_VR(VzB-`M-h)0-(KDw_dG4IAK!?zL^BwUo#Xw-ZsVQcSZf5!bbOh?R-!5lKBMMu(Uq?7S<GNB=M+!GE!sgzURU>mkylmwaQiYxE"""
    r"""@^5wpfevud+!Rw6SPK7*&cU8u=;HhZ%B$GS8X`#Eq>nb;VY-c)e*gSY%mGFb2a8V5nXHZN1wD%h#vlr;c`wabtpdm}YU4q)M=`3oN*}bUXdqv?IZ"""
    r"""reIf?JRRoRPCN^Nvakxrjt2xWCDv?zLDWmk!gNfZlj-b4#&ug=M{YI9-y&DBn3AYFUj43um4YJ>{)XIQ05gZxW{j5DZAj;H@cwUSC>7ZhJ~vX#=j"""
    r"""}}QBf4J78c3ZIOR-;!UW~)RTMB5;<~8dk}FMEc1`KNl;5Z1MqkAk)dyjcGYY~nMGAn+3jUJ0R`^@S6}g{}xFrWgi03K52SoPZqkU8}<j6_lZx*}y"""
    r"""X?BnhozSiah&Dz6=ZI|ak4#ZcUdN>v{)pY}!w-nKNQ)a)nf1>YF2}INyCd(b_)rze@)n_7j#MzN1LY$XAE<;fCq-^o*NWpC+bR5b-QeD?Vav$dWh"""
    r"""uIeQ#!h)3VH3IVc9ve*cneXCF7b=Oq-cpajY}`@L+G_j<{w!dNHHt&7#p6pEm4x*Y1@a4;gvgAs#!Mo3J$kDcYU!tm91VN+j%b)+p$9lR04&X=T*"""
    r"""33c5p6Yb-ILr^od%Bhj2pwk51EMmz$l^<_HaR$nF+*9NC2jOzh6M@MsMqsL577L1}(K}PV&M4-AgW;mVkieFLj#O{j9G~Y;N+=Lfs5+uNDiEp`~;"""
    r"""<LJCWCk3ITpiXTO!kyn*^wyo_wMp=d;Y!IFY4(I@>=I5^C-%jEXH4YUTas2&Y?(lL`>JN63-Zaf~KhTrWx@T(dstw1oVoFV9_<uFiK07c>6WlVtS"""
    r"""N3{c1m9^ew<IQI^&@J>W{y&H{ZU=pr|0#I2JG85)^H(I^A(o{OCpxLKiqCe+k$h*l>_LPj7>mR9VDJ|lu#_YiVK&xjp7Gr2TFaN2~W3wc~a8%;RP"""
    r"""A4w+F$=Cks_sfh(mDl<Y5Jic8s|6^t(p6t>QRe7N9WZ~cMBeQvYcvf7tc|hdl2Q~W8eaj<$(5C(t$%OT3W#v4!u`bc`%QfIFUwm}HU"""
)
DAYS = [
    "2020-03-03",
    "2020-03-03 08:15:00",
    "2020-03-03T08:15:00+05:30",
    "20200303",
    20200303,
    "20200303T081500Z",
    "2020/03/03",
    "2020-3-3",
    "3 March 2020",
    "March 3, 2020",
    "Tuesday, March 3rd, 2020",
    "Tue, 03 Mar 2020 08:15:00 GMT",
    "Tue Mar 03 08:15:00 +0000 2020",
    "03-Mar-2020",
    "3-Mar-20",
    "03.03.2020",
    "3.3.2020 08:15",
    "15/03/2020",
    1583223300,
    1583223300.5,
    "1583223300",
    1583223300000,
    {"$date": "2020-03-03T08:15:00Z"},
    {"date-parts": [[2020, 3, 3]]},
    [2020, 3, 3],
    43893,
    "43893",
]


@pytest.fixture
def file(tmp_path):
    def write(name, data):
        path = tmp_path / name
        path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
        return path

    return write


def headline(article):
    return article.text[slice(*article.headline)] if article.headline else None


def words(article):
    return [article.text[start:end] for start, end in article.paragraphs]


def messages(article):
    return " | ".join(problem.message for problem in article.problems)


def check(article):
    assert (headline(article), words(article)) == (HEADLINE, [LEAD, SECOND])
    assert (article.outlet, article.published, article.url) == ("Island Post", date(2020, 3, 3), URL)
    assert article.byline == "Jane Doe"


@pytest.mark.parametrize("name", SERVICES)
def test_a_service(file, name):
    article = read_article(file("a.json", SERVICES[name]))
    check(article)
    assert messages(article) == ("only a summary of it is there, no text" if name == "Zotero" else "")


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_day_in_any_customary_form(file, day):
    expected = date(2020, 3, 15) if day == "15/03/2020" else date(2020, 3, 3)
    article = read_article(file("a.json", {**STORY, "date": day}))
    assert (article.published, messages(article)) == (expected, "")


@pytest.mark.parametrize("day", ["03/04/2020", "soon", "March 2020", "2020", 2020, True, "45"])
def test_what_is_no_day_is_none_and_said(file, day):
    article = read_article(file("a.json", {**STORY, "date": day}))
    assert article.published is None
    assert "its day is not known" in messages(article) or day is True


@pytest.mark.parametrize(
    ("authors", "byline"),
    [
        ([{"name": "Jane Doe"}, {"name": "John Roe"}], "Jane Doe, John Roe"),
        ({"name": "Jane Doe"}, "Jane Doe"),
        ([{"firstName": "Jane", "lastName": "Doe"}], "Jane Doe"),
        ("['Jane Doe', 'John Roe']", "Jane Doe, John Roe"),
        ('[{"name": "Jane Doe"}]', "Jane Doe"),
        ("By Jane Doe", "Jane Doe"),
        (["By Jane Doe", None, ""], "Jane Doe"),
        ([{"person": {"name": "Jane Doe"}, "role": "writer"}], "Jane Doe"),
        ([{"by": "By Jane Doe", "title": "Island Press"}], "Jane Doe"),
        ({"contributors": [{"name": "Jane Doe"}], "title": "Chief"}, "Jane Doe"),
        ({"names": ["Jane Doe", "John Roe"]}, "Jane Doe, John Roe"),
        ([], None),
        (12, None),
        ({"id": 12}, None),
        ("https://www.facebook.example/islandpost", None),
    ],
)
def test_authors(file, authors, byline):
    for name in ("authors", "writers"):
        article = read_article(file("a.json", {"title": HEADLINE, "text": TEXT, name: authors}))
        assert article.byline == byline


def test_html_that_was_escaped_once_more_becomes_paragraphs_too(file):
    article = read_article(
        file("a.json", {**STORY, "text": None, "body_html": escape(f"<p>{LEAD}</p><p>{SECOND}</p>")})
    )
    check(article)


def test_html_becomes_paragraphs_and_signs_what_they_stand_for(file):
    body = f"<div>{LEAD}<br><br>{SECOND.replace('“', '&ldquo;').replace('”', '&#8221;')}</div><script>x()</script>"
    article = read_article(file("a.json", {"title": "Fish &amp; chips", "body": body}))
    assert (headline(article), words(article)) == ("Fish & chips", [LEAD, SECOND])


def test_line_ends_that_were_written_out_part_paragraphs(file):
    kept = f"{LEAD} It stood in C:\\news."
    text = f"{kept}\\n\\n{SECOND}"
    assert words(read_article(file("a.json", {"title": HEADLINE, "text": text}))) == [kept, SECOND]


def test_a_sign_that_is_no_tag_stays(file):
    text = f"{LEAD} Fares < 5 and > 3 at AT&T; so <Berg> said on http://i.example/?a=1&copy=2."
    assert read_article(file("a.json", {"title": HEADLINE, "text": f"{text} R&amp;D"})).text.endswith(f"{text} R&D")


def test_a_whole_page_in_a_field_is_read_as_one(file):
    page = (
        f"<!DOCTYPE html><html><body><nav><a href='/'>Home</a></nav><article><h1>{HEADLINE}</h1>{HTML}{HTML}</article>"
    )
    article = read_article(file("a.json", {"title": HEADLINE, "content": page}))
    assert words(article)[:2] == [LEAD, SECOND] and "Home" not in article.text


@pytest.mark.parametrize(
    ("fields", "outlet"),
    [
        ({"source_domain": "www.islandpost.example"}, "islandpost.example"),
        ({"guid": {"rendered": "https://islandpost.example/?p=71"}}, "islandpost.example"),
        ({"source": {"domain": "islandpost.example", "paywall": False}}, "islandpost.example"),
        ({"guid": "71"}, None),
    ],
)
def test_an_address_tells_the_host_of_the_outlet(file, fields, outlet):
    assert read_article(file("a.json", {"title": HEADLINE, "text": TEXT, **fields})).outlet == outlet


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (f"{HEADLINE} - Island Post", HEADLINE),
        (f"{HEADLINE} | The Island Post", f"{HEADLINE} | The Island Post"),
        ("Island Post - a history", "Island Post - a history"),
    ],
)
def test_a_headline_comes_without_the_name_of_its_outlet(file, title, expected):
    assert headline(read_article(file("a.json", {**STORY, "title": title}))) == expected


def test_a_text_that_was_cut_off_says_so(file):
    article = read_article(file("a.json", {"title": HEADLINE, "content": f"{LEAD}… [+2143 chars]"}))
    assert words(article) == [LEAD]
    assert messages(article) == "its text was cut off where it came from: 2143 more characters are not there"


def test_a_field_may_have_another_name(file):
    path = file("a.json", {"Titel": HEADLINE, "meta": {"Zeitung": "Island Post"}, "Beitrag": TEXT})
    fields = {"text": "Beitrag", "headline": "titel", "outlet": "meta.Zeitung"}
    article = read_article(path, fields=fields)
    assert (headline(article), article.outlet, words(article)) == (HEADLINE, "Island Post", [LEAD, SECOND])
    (article,) = read_corpus(path, fields=fields)
    assert article.outlet == "Island Post"
    with pytest.raises(ValueError, match="there is no field 'title'; there are: agency, article_id, byline"):
        read_article(path, fields={"title": "Titel"})


def test_lists_that_a_file_holds_apart_are_all_read(file):
    data = {"news": [STORY, STORY], "sport": [STORY], "tags": [{"name": "ferries"}]}
    assert [headline(article) for article in read_corpus([file("a.json", data)]) if article.paragraphs] == [
        HEADLINE
    ] * 3


@pytest.mark.parametrize("data", [[], {"articles": []}, {"response": {"results": []}}])
def test_a_list_without_articles_is_empty(file, data):
    with pytest.raises(ValueError, match="it is empty"):
        read_article(file("a.json", data))


def test_pages_of_a_service_s_answers(file):
    pages = [{"articles": {"results": [STORY], "page": number}} for number in (1, 2)]
    for path in (file("a.json", pages), file("b.jsonl", "\n".join(map(json.dumps, pages)))):
        assert [headline(article) for article in read_corpus([path])] == [HEADLINE] * 2


def test_items_that_wrap_the_article_are_opened(file):
    data = {
        "data": {
            "items": [{"meta": {"score": 1}, "item": {**STORY, "text": None, "body_nitf": f"<block>{HTML}</block>"}}]
        }
    }
    (article,) = read_corpus([file("a.json", data)])
    check(article)


def test_objects_a_line_in_a_json_file(file):
    first, second = read_corpus([file("a.json", f"{json.dumps(STORY)}\n{json.dumps({**STORY, 'url': None})}\n")])
    check(first)
    assert headline(second) == HEADLINE


def test_objects_that_are_set_over_several_lines_one_behind_the_other(file):
    text = f"{json.dumps(STORY, indent=1)}\n{json.dumps({**STORY, 'url': None}, indent=1)}\n"
    first, second = read_corpus([file("a.json", text)])
    check(first)
    assert headline(second) == HEADLINE


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8-sig"])
def test_objects_a_line_in_any_usual_encoding(tmp_path, encoding):
    lines = f"{json.dumps({**STORY, 'text': SECOND}, ensure_ascii=False)}\n" * 2
    (tmp_path / "a.jsonl").write_bytes(lines.encode(encoding))
    for article in read_corpus([tmp_path]):
        assert words(article) == [SECOND]
        assert ("windows-1252" in messages(article)) == (encoding == "cp1252")


def table(rows, mark=",", **options):
    text = StringIO(newline="")
    csv.writer(text, delimiter=mark, **options).writerows(rows)
    return text.getvalue()


HEADER = ["Title", "Full Text", "Publication Date", "Publication Title", "Authors", "Document URL"]
ROW = [HEADLINE, TEXT, "Mar 3, 2020", "Island Post", "Jane Doe", URL]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("top", [[], [["Export of 3 March 2020"], []], [["Search:", "ferry", "fares"]]], ids=len)
def test_tables_with_any_mark_and_rows_above_the_header(file, mark, top):
    check(read_article(file("a.csv", table([*top, HEADER, ROW], mark))))


@pytest.mark.parametrize(
    ("header", "day"),
    [
        (["Titular", "Cuerpo", "Fecha de publicación", "Medio", "Autor", "url"], "3 de marzo de 2020"),
        (["Titel", "Volltext", "Datum", "Quelle", "Verfasser", "url"], "3. März 2020"),
        (["Titolo", "Testo", "Datum", "Fonte", "Autore", "url"], "3 marzo 2020"),
        (["Story Headline", "Story Body", "Run Date", "Paper", "Reporter", "Link"], "3-Mar-2020"),
        (["Doc_Title", "Doc_Body", "Doc_Date", "Doc_Source", "Author(s)", "URL"], "2020-03-03"),
        (["HEADLINE (EN)", "ARTICLE TEXT (EN)", "DATE (UTC)", "SOURCE", "AUTHOR", "URL"], "2020-03-03"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_the_columns_of_other_languages_and_houses(file, header, day):
    check(read_article(file("a.csv", table([header, [HEADLINE, TEXT, day, *ROW[3:]]], ";"))))


@pytest.mark.parametrize("first", ["sep=;\n", '"sep=;"\r\n', "\ufeffsep=;\r\n", "SEP=;\n"])
def test_a_line_that_names_the_mark(file, first):
    check(read_article(file("a.csv", first + table([[*HEADER, "a,b,c,d,e,f,g"], [*ROW, ""]], ";"))))


def test_quotation_marks_that_are_escaped(file):
    text = table([HEADER, [HEADLINE, f'{LEAD} "Yes, we" do.', *ROW[2:]]], doublequote=False, escapechar="\\")
    assert words(read_article(file("a.csv", text))) == [f'{LEAD} "Yes, we" do.']
    text = text.replace("do.", "do.\\n\\nSo they said on Monday in C:\\\\news.")
    assert words(read_article(file("a.csv", text)))[1:] == ["So they said on Monday in C:\\news."]


def test_a_quotation_mark_that_is_never_closed_is_said(file):
    text = table([HEADER, ROW]) + f'{HEADLINE},"{LEAD}\n{HEADLINE},{LEAD}\n'
    assert "is never closed" in " ".join(map(messages, read_corpus([file("a.csv", text)])))


@pytest.mark.parametrize(
    ("days", "expected", "doubt"),
    [
        (["03/04/2020", "25/04/2020"], date(2020, 4, 3), ""),
        (["03/04/2020", "04/25/2020"], date(2020, 3, 4), ""),
        (["03/04/2020", "2020-04-01", "2020-04-30"], date(2020, 4, 3), "read with the day first"),
        (["03/04/2020", "25/04/2020", "04/25/2020"], None, "can be read in two ways"),
        (["03/04/2020", ""], None, "can be read in two ways"),
    ],
)
def test_the_other_days_of_a_table_tell_how_a_day_is_written(file, days, expected, doubt):
    rows = [[HEADLINE, TEXT, day, *ROW[3:]] for day in days]
    first = next(read_corpus([file("a.csv", table([HEADER, *rows]))]))
    assert first.published == expected
    assert doubt in messages(first) and bool(doubt) == bool(messages(first))


@pytest.fixture
def book(tmp_path):
    def write(sheets, name="a.xlsx"):
        openpyxl = pytest.importorskip("openpyxl")
        made = openpyxl.Workbook()
        made.remove(made.active)
        for title, rows in sheets.items():
            sheet = made.create_sheet(title)
            for row in rows:
                sheet.append(row)
        made.save(tmp_path / name)
        return tmp_path / name

    return write


def test_every_sheet_with_texts_is_read_and_the_others_are_named(book):
    second = [HEADLINE, TEXT, 43894, "Island Post", "Jane Doe", URL]
    sheets = {
        "Search": [["Query", "ferry"], ["Hits", 2]],
        "A": [["Results"], [], HEADER, ROW],
        "B": [HEADER, second],
        "C": [],
    }
    first, second = read_corpus([book(sheets)])
    assert messages(first) == "1 sheet without a column of texts passed over: 'Search'"
    assert (headline(first), words(first), first.outlet) == (HEADLINE, [LEAD, SECOND], "Island Post")
    assert (second.published, messages(second)) == (date(2020, 3, 4), "")


def test_a_sheet_that_describes_codes_is_none_of_articles(book):
    codes = [["Code", "Description"], [1, "Whoever is quoted backs the lower fares."]]
    (article,) = read_corpus([book({"Codes": codes, "A": [HEADER, ROW]})])
    assert messages(article) == "1 sheet without a column of texts passed over: 'Codes'"
    check(article)
    numbers = [["Article", "Frame"], [1, "conflict"], [2, "economy"]]
    (article,) = read_corpus([book({"Coding": numbers, "A": [HEADER, ROW]})])
    assert messages(article) == "1 sheet without a column of texts passed over: 'Coding'"
    check(article)


def test_a_carriage_return_that_was_escaped_twice_is_none_of_the_words(book):
    path = book({"A": [HEADER, [HEADLINE, TEXT.replace("\n\n", "_x005F_x000D_\n"), *ROW[2:]]]})
    check(read_article(path))


def test_numbers_that_begin_anew_on_each_sheet_are_told_apart(book):
    header, rows = [*HEADER, "id"], [[*ROW, 1], [*ROW, 2]]
    articles = list(read_corpus([book({"May": [header, *rows], "June": [header, rows[1], [*ROW, 3]]})]))
    assert [article.article_id for article in articles] == ["1", "2", "June-2", "3"]
    assert not any(map(messages, articles))
    twice = list(read_corpus([book({"May": [header, rows[0], rows[0]]}, "b.xlsx")]))
    assert "its id '1' is that of an article before it" in messages(twice[1])


def test_a_book_without_texts_names_its_columns(book):
    with pytest.raises(ValueError, match="the fields are: 'Query', 'ferry'"):
        read_article(book({"Search": [["Query", "ferry"], ["Hits", 2]]}))


def test_the_cells_of_a_sheet(book):
    rows = [[*HEADER, "id"], [HEADLINE, f"{LEAD}_x000D_\n_x000D_\n{SECOND}", date(2020, 3, 3), *ROW[3:], 7]]
    (article,) = read_corpus([book({"A": rows})])
    check(article)
    assert article.article_id == "7"


def test_a_web_page_that_is_named_a_spreadsheet(file):
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in (HEADER, ROW))
    check(read_article(file("a.xls", f"<html><body><table>{cells}</table></body></html>".replace("\n\n", "<br><br>"))))


@pytest.mark.parametrize(("name", "data"), [("a.xls", XLS), ("a.xlsb", XLSB)])
def test_old_and_binary_spreadsheets(tmp_path, name, data):
    (tmp_path / name).write_bytes(decompress(b85decode(data)))
    article = read_article(tmp_path / name)
    assert (headline(article), words(article), article.published) == (HEADLINE, [LEAD], date(2020, 3, 3))


def test_a_binary_spreadsheet_that_lacks_a_part_is_one_line(tmp_path):
    with ZipFile(BytesIO(decompress(b85decode(XLSB)))) as whole, ZipFile(tmp_path / "a.xlsb", "w") as broken:
        for name in whole.namelist():
            if "rels" not in name:
                broken.writestr(name, whole.read(name))
    with pytest.raises(ValueError, match="no Excel file that can be read"):
        read_article(tmp_path / "a.xlsb")


def test_opendocument(tmp_path):
    names = ("office", "table", "text", "manifest")
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names)
    cells = (
        "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row
        )
        for row in (HEADER, [HEADLINE, LEAD, *ROW[2:]])
    )
    rows = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    sheet = f'<office:spreadsheet><table:table table:name="A">{rows}</table:table></office:spreadsheet>'
    content = f"<office:document-content {spaces}><office:body>{sheet}</office:body></office:document-content>"
    with ZipFile(tmp_path / "a.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", f"<manifest:manifest {spaces}/>")
        archive.writestr("content.xml", content)
    article = read_article(tmp_path / "a.ods")
    assert (headline(article), words(article), article.outlet) == (HEADLINE, [LEAD], "Island Post")


def test_a_sheet_whose_size_is_told_wrongly_is_read_whole(book):
    path = book({"A": [HEADER, ROW, ROW]})
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:B1"', data))
    assert [headline(article) for article in read_corpus([path])] == [HEADLINE] * 2


def test_unicode_text_as_excel_saves_it(tmp_path):
    (tmp_path / "a.csv").write_bytes(table([HEADER, ROW], "\t").encode("utf-16"))
    check(read_article(tmp_path / "a.csv"))


def test_a_frame_takes_names_of_fields_too():
    frame = pd.DataFrame([{"Beitrag": TEXT, "kopf": HEADLINE, "date": pd.Timestamp("2020-03-03")}])
    (article,) = read_frame(frame, text="Beitrag", fields={"headline": "kopf"})
    assert (headline(article), article.published) == (HEADLINE, date(2020, 3, 3))
