"""The boxes of a page: tables that only lay it out, and stories that stand in several boxes."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, takewhile
from typing import Any

from analysis.article.formats.trees import FEWEST

BLOCKS = ("p", "h1", "h2", "h3", "ul", "ol", "table", "blockquote", "article", "section")
CELLS = ("tbody", "thead", "tfoot", "tr", "td", "th", "center")
PROSE = 60  # characters of a paragraph that is no button, credit or caption
CELL = 200  # ... of a cell that holds a story
LINKED = 0.3  # share of a paragraph's letters that are in links, where it is more links than prose
CARD, LISTED = 2, 0.7  # links to stories in such a box, and the share of its letters that are in links
MENU = 0.6  # ... of a table's letters, where it is a menu
LOST = 0.2  # share of a story that stands in further boxes, where those below its beginning are looked at
SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*$")
BESIDE = re.compile(
    r"comment|related|promo|newsletter|sidebar|teaser|recommend|author|footer|disclaimer|cookie|consent|modal|popup|"
    r"caption|subscri|share|social|nav|menu|widget|advert|sponsor|signup|more-|most-|trending",
    re.IGNORECASE,
)
BESIDE_TAGS = frozenset({"aside", "nav", "footer", "form", "figure", "header", "button", "li"})


def unfold_tables(tree: Any) -> None:
    """Make plain boxes of tables that lay out a page; those that hold data stay."""
    for table in list(tree.iter("table")):
        if _lays_out(table):
            own = [part for part in table.iter(*CELLS) if next(part.iterancestors("table"), None) is table]
            for part in (table, *own):
                part.tag = "div"


def unfold_lines(tree: Any) -> None:
    """Make paragraphs of a story that is set line by line (`pre`), by its blank lines; code and tables stay."""
    for box in list(tree.iter("pre")):
        blocks = [" ".join(block.split()) for block in re.split(r"\n\s*\n", box.text_content())]
        if sum(len(words) for words in blocks if len(words) >= PROSE and SENTENCE_END.search(words)) > CELL:
            tail = box.tail
            box.clear()
            box.tag, box.tail = "div", tail
            for words in filter(None, blocks):
                paragraph = box.makeelement("p")
                paragraph.text = words
                box.append(paragraph)


def without_cards(tree: Any) -> None:
    """Take out what opens in a paragraph when somebody points at a name: a box of links to other stories, as long as
    headlines and with no word of a sentence behind them.
    """
    long = (link for link in tree.iter("a") if _words(link).count(" ") + 1 >= FEWEST and not (link.tail or "").strip())
    boxes = Counter(next(link.iterancestors("span"), None) for link in long)
    for box, count in boxes.items():
        if box is None or count < CARD or next(box.iterancestors("p"), None) is None:
            continue
        if sum(len(_words(link)) for link in box.iter("a")) > LISTED * len(_words(box)):
            box.drop_tree()


def _lays_out(table: Any) -> bool:
    """Whether a table sets out a page: it says so, holds blocks, a long passage, sentences alone or links alone, or has
    a single column.
    """
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return True
    cells = [cell for cell in table.iter("td") if next(cell.iterancestors("table"), None) is table]
    if any(len(cell.findall(f".//{name}")) > (name == "p") for cell in cells for name in BLOCKS):
        return True
    if max((len(row.findall("td")) + len(row.findall("th")) for row in table.iter("tr")), default=0) == 1:
        return True
    if table.find("caption") is not None or table.find(".//th") is not None:
        return False
    if sum(len(_words(link)) for link in table.iter("a")) > MENU * len(_words(table)):
        return True
    texts = [words for cell in cells if (words := _words(cell))]
    prose = bool(texts) and all(len(words) >= PROSE and SENTENCE_END.search(words) for words in texts)
    return prose or any(len(words) > CELL for words in texts)


def join_boxes(tree: Any, story: str) -> bool:
    """Put all parts of a story into one box where its text so far has only some; whether there are such parts.

    Parts are paragraphs in boxes of the same name, or in the same article, that the text lacks.
    """
    known = _squeezed(story)
    kept, lost = [], []
    first = {_squeezed(_words(paragraph)): paragraph for paragraph in reversed([*_prose(tree)])}
    for words, paragraph in reversed(first.items()):
        (kept if words in known else lost).append(paragraph)
    names = {_name(paragraph.getparent()) for paragraph in kept} - {("div", ""), ("body", "")}
    articles = {article for paragraph in kept if (article := _article(paragraph)) is not None}
    around = {box for paragraph in kept for box in paragraph.iterancestors()}
    parts = [
        paragraph
        for paragraph in lost
        if (_name(paragraph.getparent()) in names or (len(articles) == 1 and _article(paragraph) in articles))
        and not _is_headed(paragraph, around)
    ]
    if sum(len(_words(part)) for part in parts) < LOST * len(story):
        parts = _leads(tree, parts, kept)
    if not kept or not parts:
        return False
    _box([*kept, *parts])
    return True


def _leads(tree: Any, parts: list[Any], kept: list[Any]) -> list[Any]:
    """Those parts that stand between the headline of a page and the first paragraph of its story."""
    places = {element: place for place, element in enumerate(tree.iter())}
    top = next((places[heading] for heading in tree.iter("h1")), None)
    first = min((places[paragraph] for paragraph in kept), default=0)
    return [part for part in parts if top is not None and top < places[part] < first]


def _box(paragraphs: list[Any]) -> None:
    """Put a box that is known to hold a story around some paragraphs, and take their own boxes' names off."""
    holders = [list(paragraph.iterancestors()) for paragraph in paragraphs]
    common = set.intersection(*map(set, holders))
    around = next(box for box in holders[0] if box in common)
    tops = [
        next((box for box in boxes if box.getparent() is around), paragraph)
        for boxes, paragraph in zip(holders, paragraphs, strict=True)
    ]
    for box in {box for boxes in holders for box in boxes if box not in common}:
        for key in ("class", "id", "itemprop", "role"):
            box.attrib.pop(key, None)
        box.tag = "div" if box.tag in ("article", "main") else box.tag
    places = sorted(around.index(top) for top in tops)
    story = around.makeelement("div", {"itemprop": "articleBody"})
    for child in list(around)[places[0] : places[-1] + 1]:
        story.append(child)
    around.insert(places[0], story)


def _prose(tree: Any) -> Iterator[Any]:
    """The paragraphs of a page that are sentences and stand in nothing that is known to stand beside a story."""
    for paragraph in tree.iter("p", "div"):
        if paragraph.tag == "div" and next(paragraph.iterdescendants("div", *BLOCKS), None) is not None:
            continue
        words = _words(paragraph)
        if len(words) < PROSE or not SENTENCE_END.search(words):
            continue
        linked = sum(len(_words(link)) for link in paragraph.iter("a"))
        if linked <= LINKED * len(words) and not any(map(_is_beside, paragraph.iterancestors())):
            yield paragraph


def _is_beside(box: Any) -> bool:
    if box.tag in ("html", "body", "main", "article"):
        return False
    return box.tag in BESIDE_TAGS or bool(BESIDE.search(f"{box.get('class', '')} {box.get('id', '')}"))


def _is_headed(paragraph: Any, around: set[Any]) -> bool:
    """Whether a paragraph stands in a box under a headline of its own, which is no part of the boxes around a story."""
    own = takewhile(lambda box: box not in around, paragraph.iterancestors())
    return any(box.find(".//h1") is not None or box.find(".//h2//a") is not None for box in own)


def _article(paragraph: Any) -> Any:
    return next(chain(paragraph.iterancestors("article"), paragraph.iterancestors("main")), None)


def _name(box: Any) -> tuple[str, str]:
    """Tag and class of a box, whatever number its class has."""
    return box.tag, re.sub(r"\d+", "", " ".join((box.get("class") or "").split()))


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _squeezed(words: str) -> str:
    return re.sub(r"\W+", "", words).casefold()
