"""RTF -> the text that a word processor shows, and the articles of an archive's export."""

import pytest
from test_archives import EXPORTS, LEAD, SECOND, words
from test_archives_pages import check

from analysis.article import read_article, read_corpus

pytest.importorskip("striprtf")
HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}}{\info{\title Results}}\viewkind4\uc1\pard\f0\fs24 "


def coded(text: str) -> str:
    """Text as RTF writes it: signs escaped, what is beyond ASCII as numbers, pairs of them beyond U+FFFF."""
    units = text.encode("utf-16-le")
    codes = (int.from_bytes(units[at : at + 2], "little") for at in range(0, len(units), 2))
    escaped = (chr(code) if 31 < code < 128 else f"\\u{code - 65536 if code > 32767 else code}?" for code in codes)
    return "".join(f"\\{char}" if char in "\\{}" else char for char in escaped)


@pytest.fixture
def rtf(tmp_path):
    def write(body):
        path = tmp_path / "a.rtf"
        path.write_text(f"{HEAD}{body}}}", encoding="ascii")
        return path

    return write


def paragraphs(*lines):
    return "\\par\n".join(map(coded, lines))


@pytest.mark.parametrize("name", [name for name in EXPORTS if "columns" not in name])
def test_an_export_is_split_into_its_articles(rtf, name):
    check(list(read_corpus([rtf(paragraphs(*EXPORTS[name].split("\n")))])))


def test_a_table_of_codes_is_read_by_its_cells(rtf):
    text = EXPORTS["Factiva by codes in columns"]
    rows = (line.partition("  ") for line in text.split("\n") if line.strip())
    cells = (
        f"\\trowd\\cellx900\\cellx9000\\intbl {{\\b {code}}}\\cell {coded(value)}\\cell\\row\n"
        for code, _, value in rows
    )
    check(list(read_corpus([rtf("".join(cells))])))


def test_one_article_with_its_letters_and_signs(rtf):
    lead = LEAD.replace("ferry", "ferry \U0001f6a2 “Åse”")
    article = read_article(rtf(paragraphs("Ferry fares to fall", "", lead, SECOND)))
    assert words(article) == [lead, SECOND]


@pytest.mark.parametrize(
    "hidden",
    [
        r"{\v not for you }",
        r"\v not for you\v0 ",
        r"{\deleted\revauthdel1 struck out }",
        r'{\field{\*\fldinst{HYPERLINK "http://i.example/a_b"}}{\fldrslt{}}}',
        r"{\*\annotation who says so}",
    ],
)
def test_what_is_hidden_stays_out(rtf, hidden):
    begin, end = LEAD.split("Monday")
    body = f"{paragraphs('Ferry fares to fall', begin)}{hidden}Monday{paragraphs(end, SECOND)}"
    assert words(read_article(rtf(body)))[0] == LEAD


def test_a_link_shows_as_its_words_and_a_footnote_is_said(rtf):
    link = r'{\field{\*\fldinst{HYPERLINK "http://i.example/"}}{\fldrslt{\ul ferry}}}'
    article = read_article(rtf(paragraphs("Ferry fares to fall", LEAD).replace("ferry", link) + r"{\footnote Or so.}"))
    assert words(article) == [LEAD]
    assert [problem.message for problem in article.problems] == ["1 footnote left out"]


@pytest.mark.parametrize("data", [b"no rtf", b"", b"PK\x03\x04"])
def test_what_is_no_rtf_is_said(tmp_path, data):
    (tmp_path / "a.rtf").write_bytes(data)
    with pytest.raises(ValueError, match="it is no RTF file"):
        read_article(tmp_path / "a.rtf")
