"""PDF -> paragraphs in reading order, without what stands around them."""

import textwrap
from dataclasses import dataclass, field

import pytest

from analysis.article import read_corpus
from analysis.article.formats.pdf.columns import in_reading_order

pytest.importorskip("pdfminer")
from analysis.article.formats.pdf import read_pdf

HEADLINE = "Ferry fares to fall"
STORY = [
    "The ferry company said on Monday that it would cut its fares by a third for the people of the island, who have "
    "asked for that for ten years.",
    "The mayor told reporters at the harbour on Tuesday morning that it was a good day for everybody who lives on the "
    "island and for those who work there.",
    "The new fares come into force in April, and will be looked at again after the summer, when the company expects "
    "its figures for the year.",
    "Fishermen fear that the boats will be full of cars by then, said a man who has sold herring at the market since "
    "he was a boy of nine.",
]


@dataclass
class Paper:
    """A PDF under way: text by page, set in Helvetica at given places, in points from the lower left corner."""

    pages: list[list[str]] = field(default_factory=lambda: [[]])

    def put(self, x: float, y: float, words: str, size: int = 10) -> None:
        shown = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        self.pages[-1].append(f"BT /F {size} Tf {x} {y} Td ({shown}) Tj ET")

    def column(self, x: float, y: float, paragraphs: list[str], *, width: int, lead: int = 12, gap: int = 8) -> float:
        for words in paragraphs:
            for line in textwrap.wrap(words, width):
                self.put(x, y, line)
                y -= lead
            y -= gap

    def data(self) -> bytes:
        count = len(self.pages)
        kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
        objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {count}>>"]
        objects.append("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
        for n, words in enumerate(self.pages):
            stream = "\n".join(words)
            objects.append(
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {5 + 2 * n} 0 R"
                "/Resources<</Font<</F 3 0 R>>>>>>"
            )
            objects.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
        body = "".join(f"{n} 0 obj\n{words}\nendobj\n" for n, words in enumerate(objects, 1))
        return f"%PDF-1.4\n{body}trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n".encode("latin-1")


def paragraphs(paper: Paper) -> list[str]:
    return read_pdf(paper.data()).text.split("\n\n")


@pytest.mark.parametrize("width", [40, 70, 118])
@pytest.mark.parametrize(("lead", "gap"), [(12, 8), (24, 14)])
def test_lines_of_any_width_are_joined(width, lead, gap):
    paper = Paper()
    paper.put(40, 760, HEADLINE, 18)
    paper.column(40, 730, STORY, width=width, lead=lead, gap=gap)
    draft = read_pdf(paper.data())
    assert (draft.headline, draft.text.split("\n\n")) == (HEADLINE, STORY)


def test_paragraphs_that_are_only_indented_are_told():
    paper, y = Paper(), 700.0
    for words in STORY:
        first, *rest = textwrap.wrap(words, 60)
        paper.put(55, y, first)
        for n, line in enumerate(rest, 1):
            paper.put(40, y - 12 * n, line)
        y -= 12 * (len(rest) + 1)
    assert paragraphs(paper) == STORY


def test_an_indented_line_that_is_a_paragraph_alone_is_told():
    paper, one = Paper(), "It was a good day for all who live on the island, she said."
    lines = textwrap.wrap(STORY[0], 60)
    for n, line in enumerate([*lines, one, *textwrap.wrap(STORY[1], 60)]):
        paper.put(55 if n in (0, len(lines), len(lines) + 1) else 40, 700 - 12 * n, line)
    assert paragraphs(paper) == [STORY[0], one, STORY[1]]


@pytest.mark.parametrize("by_row", [False, True])
@pytest.mark.parametrize("head", ["", HEADLINE, f"{HEADLINE}, and nobody on the whole of the island can say why"])
def test_columns_are_read_one_after_the_other(by_row, head):
    paper = Paper()
    if head:
        paper.put(40, 750, head, 20)
    paper.column(40, 700, STORY[:2], width=44)
    paper.column(310, 700, STORY[2:], width=44)
    if by_row:
        paper.pages[-1].sort(key=lambda words: -float(words.split()[5]))
    assert paragraphs(paper) == STORY


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page():
    lines = textwrap.wrap(STORY[0], 44)
    paper = Paper()
    paper.column(40, 700, [STORY[1]], width=44)
    for n, line in enumerate(lines[:2]):
        paper.put(40, 500 - 12 * n, line)
    for n, line in enumerate(lines[2:]):
        paper.put(310, 700 - 12 * n, line)
    assert paragraphs(paper) == [STORY[1], STORY[0]]


def test_running_titles_and_page_numbers_are_left_out():
    paper = Paper()
    for number in range(1, 4):
        paper.put(40, 780, f"The Island Post | 3 March 2020 | A{number}", 8)
        paper.column(40, 740, STORY[number:] + STORY[:number], width=80)
        paper.put(290, 30, f"Page {number} of 3", 8)
        paper.pages.append([])
    paper.pages.pop()
    assert paragraphs(paper) == [words for n in range(1, 4) for words in STORY[n:] + STORY[:n]]


@pytest.mark.parametrize(("small", "large"), [(8, 18), (13, 26)])
def test_a_small_line_over_the_headline_is_no_headline(small, large):
    paper = Paper()
    paper.put(40, 770, "The Island Post, 3 March 2020", small)
    paper.put(40, 740, HEADLINE, large)
    paper.column(40, 700, STORY, width=80)
    draft = read_pdf(paper.data())
    assert (draft.headline, draft.text.split("\n\n")) == (HEADLINE, STORY)


def test_where_paragraphs_are_indented_a_line_that_ends_early_begins_none():
    paper, y = Paper(), 700
    for words in (
        *STORY,
        "The fares fall in April. They are to be looked at again after the summer, the company said.",
    ):
        for n, line in enumerate(textwrap.wrap(words, 46) if words in STORY else words.partition(". ")[::2]):
            paper.put(40 if n else 50, y, line if not line.endswith("April") else f"{line}.")
            y -= 12
    assert paragraphs(paper)[4:] == [
        "The fares fall in April. They are to be looked at again after the summer, the company said."
    ]


def test_what_stands_over_and_under_columns_of_one_page_is_left_out():
    paper = Paper()
    paper.put(40, 740, HEADLINE, 18)
    paper.put(40, 731, "By Jane Doe")
    paper.put(40, 20, "© 2020 Island Newspapers", 7)
    paper.put(290, 30, "A12", 8)
    paper.column(40, 700, STORY[:2], width=44)
    paper.column(310, 700, STORY[2:], width=44)
    draft = read_pdf(paper.data())
    assert (draft.headline, draft.text.split("\n\n")) == (HEADLINE, ["By Jane Doe", *STORY])


def test_a_justified_line_with_wide_spaces_is_one_line():
    from analysis.article.formats.pdf.columns import rejoined
    from analysis.article.formats.pdf.lines import Line

    def line(words, left, low, right):
        return Line(words, left, low, right, low + 10, 0)

    above, below = line("The ferry company said on Monday", 0, 88, 100), line("that it would cut its fares", 0, 64, 100)
    first, last = line("morning", 0, 76, 40), line("that", 48, 76, 100)
    other = line("Fishermen fear that the boats", 109, 76, 210)
    boxes = [[above, first, below], [last], [other]]
    assert [[piece.text for piece in box] for box in rejoined(boxes)] == [
        [above.text, "morning that", below.text],
        [other.text],
    ]
    assert rejoined([[first], [last]]) == [[first], [last]]  # as two columns are
    wide = last._replace(left=70)
    assert [len(box) for box in rejoined([[above, first, below], [wide]])] == [3]
    assert [len(box) for box in rejoined([[first, below], [wide]])] == [2, 1]  # nothing above that runs across


def test_paragraphs_of_an_archive_s_article_are_whole(tmp_path):
    paper = Paper()
    above = [HEADLINE, "The Island Post", "March 3, 2020 Tuesday", "Section: NEWS", "Length: 99 words", "Body"]
    for below in ("Load-Date: March 4, 2020", "Load-Date: March 5, 2020"):
        paper.column(40, 760, [*above, *STORY, below, "End of Document"], width=110, lead=12, gap=8)
        paper.pages.append([])
    paper.pages.pop()
    (tmp_path / "a.pdf").write_bytes(paper.data())
    for article in read_corpus([tmp_path / "a.pdf"]):
        assert [article.text[start:end] for start, end in article.paragraphs] == STORY
        assert article.outlet == "The Island Post"


def test_words_that_are_parted_at_the_end_of_a_line_are_whole():
    paper = Paper()
    for n, line in enumerate(
        ["The ferry company would cut its com-", "muter fares by a third, it said on Mon\xad", "day."]
    ):
        paper.put(40, 700 - 12 * n, line)
    assert paragraphs(paper) == ["The ferry company would cut its commuter fares by a third, it said on Monday."]


def test_paragraphs_of_one_line_each_are_told():
    paper = Paper()
    paper.put(40, 760, HEADLINE, 18)
    for n, words in enumerate(STORY * 2):
        paper.put(40, 720 - 26 * n, words)
    assert paragraphs(paper) == STORY * 2


@pytest.mark.parametrize(
    ("initial", "rest", "first"),
    [("T", "he ferry", "The ferry"), ("I", "t", "It"), ("A", "mayor", "A mayor")],
)
def test_a_large_letter_that_a_story_begins_with_belongs_to_its_word(initial, rest, first):
    paper = Paper()
    paper.put(40, 676, initial, 28)
    paper.put(62, 692, f"{rest} would cut its fares by a third for the people of the")
    paper.put(62, 680, "island, who have asked for that for ten years, the")
    paper.column(40, 668, ["company said on Monday, and nobody was against it.", *STORY[1:]], width=80)
    assert paragraphs(paper)[0].startswith(f"{first} would cut its fares by a third")


def test_a_blank_that_the_next_letter_covers_parts_no_word():
    paper = Paper()
    paper.pages[-1].append("BT /F 10 Tf 40 700 Td [(The com) ( ) 278 (muter fares will fall.)] TJ ET")
    assert paragraphs(paper) == ["The commuter fares will fall."]


def test_pages_without_text_are_said_and_a_scan_is_refused():
    paper = Paper()
    paper.column(40, 700, STORY, width=80)
    paper.pages.append([])
    assert read_pdf(paper.data()).doubts == ("1 of 2 pages hold no text: are they scans?",)
    with pytest.raises(ValueError, match="is it a scan"):
        read_pdf(Paper().data())


def test_boxes_are_read_down_and_then_across():
    from analysis.article.formats.pdf.lines import Line

    def box(name, left, low, right, high):
        return [Line(name, left, low, right, high, 0)]

    boxes = [
        box("head", 0, 90, 100, 99),
        box("b", 55, 50, 100, 80),
        box("a", 0, 60, 45, 80),
        box("a2", 0, 40, 45, 55),
        box("picture", 0, 20, 100, 30),
        box("d", 55, 0, 100, 15),
        box("c", 0, 0, 45, 15),
    ]
    assert [lines[0].text for lines in in_reading_order(boxes)] == ["head", "a", "a2", "b", "picture", "c", "d"]


def test_columns_that_were_set_as_one_line_are_said():
    paper = Paper()
    left, right = ([line for words in half for line in textwrap.wrap(words, 40)] for half in (STORY[:2], STORY[2:]))
    for n, (a, b) in enumerate(zip(left, right, strict=False)):
        paper.put(40, 730 - 12 * n, f"{a:<48}{b}")
    assert "lines of several columns may stand as one" in read_pdf(paper.data()).doubts[0]
    whole = Paper()
    whole.put(40, 730, "Page 3      The Island Post")
    whole.column(40, 700, STORY, width=80)
    assert not read_pdf(whole.data()).doubts
