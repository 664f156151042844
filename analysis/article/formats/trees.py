"""The tree of a web page: posts that a story quotes kept, links known."""

import logging
import re
from typing import Any

POST = re.compile(r"twitter-tweet|twitter-video|bluesky-embed|instagram-media|tiktok-embed|fb-post", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?…:;,][\"”’')\]]*$")
SITE = re.compile(r"(?P<title>.+?)\s+[|–—·»-]\s+(?P<site>[^|–—·»]+)")
SITE_FIRST = re.compile(r"(?P<site>[^|–—·»:]{2,60}?)(?:\s+[|–—·»-]|:)\s+(?P<title>.+)")
EDGES = re.compile(r"[\W_]+")
LINKED = 0.7  # share of a line's letters that are in links, where the line is a link to another page
FEWEST, LONGEST = 4, 30  # words of such a link, and of such a line
AROUND = 40  # characters that stand around a post in its own wrapper
MOST_ELEMENTS, DEEPEST, WIDEST = 40_000, 200, 2_000  # what trafilatura takes seconds for
WORDED = frozenset({"span", "b", "i", "u", "em", "strong", "font", "code", "sup", "sub", "small", "mark", "a"})
WHOLE = 0.5  # share of a page's title that its headline is
KEPT = 0.5  # share of a story that such lines never are


def check_size(tree: Any) -> None:
    """Raise ValueError where a page has more elements, or deeper ones, than can be read in reasonable time."""
    from lxml.etree import iterwalk

    count = depth = deepest = widest = 0
    for event, element in iterwalk(tree, events=("start", "end")):
        count, depth = count + (event == "start"), depth + (1 if event == "start" else -1)
        deepest = max(deepest, depth)
        widest = max(widest, sum(child.tag in WORDED for child in element) if event == "end" else 0)
    for found, most, kind in (
        (count, MOST_ELEMENTS, "elements"),
        (deepest, DEEPEST, "elements within each other"),
        (widest, WIDEST, "spans in one element"),
    ):
        if found > most:
            raise ValueError(f"it is too large: {found:,} {kind}, at most {most:,}")


def load_tree(data: bytes | str) -> Any:
    """The tree of a page, None where it is none; posts quoted from networks are block quotes like any other."""
    from trafilatura import load_html

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    tree = load_html(data)
    if tree is not None:
        for quote in tree.iter("blockquote"):
            if POST.search(quote.get("class") or ""):
                _unwrap(quote)
    return tree


def link_texts(tree: Any) -> frozenset[str]:
    """The texts, bare, of links that lead elsewhere and are as long as a headline."""
    names = {element.get("id") for element in tree.iter() if element.get("id")}
    away = (link for link in tree.iter("a") if (link.get("href") or "#").partition("#")[2] not in names)
    texts = (bare("".join(link.itertext())) for link in away if not (link.get("href") or "#").startswith("#"))
    return frozenset(text for text in texts if text.count(" ") + 1 >= FEWEST)


def without_links(paragraphs: list[str], links: frozenset[str]) -> list[str]:
    """A story's lines without those that are a link to another page and no sentence: `Related: ...`, lists of stories.

    All of them where that is what the page is made of.
    """
    kept = [line for line in paragraphs if not _is_link(line, links)]
    return kept if sum(map(len, kept)) >= KEPT * sum(map(len, paragraphs)) else paragraphs


def headline_in(tree: Any, title: str | None, site: str | None) -> str | None:
    """The title of a page without the name of the site: its first-level heading where the title holds it."""
    if not title:
        return None
    for heading in tree.iter("h1"):
        words = " ".join("".join(heading.itertext()).split())
        if words.count(" ") > 1 and bare(words) in bare(title):
            return words
    for element in tree.iter("h2", "b", "strong", "font", "big"):  # of a page that has no such heading
        words = " ".join("".join(element.itertext()).split())
        if words.count(" ") > 1 and len(words) > WHOLE * len(title) and bare(title).endswith(f" {bare(words)}"):
            return words
    parted = SITE.fullmatch(title)
    named = parted and site and bare(parted["site"]) in (bare(site), bare(site.partition(".")[0]))
    return parted["title"] if parted and named else title


def outlet_in(tree: Any, headline: str | None, site: str | None) -> str | None:
    """The name of a page's site: as it says itself, else behind or before the headline in its title, else its host."""
    title = " ".join(tree.findtext(".//title", default="").split())
    last = re.fullmatch(r"(?P<title>.+)\s+[|–—·»-]\s+(?P<site>[^|–—·»]{2,60})", title)
    if not (last and headline and bare(last["title"]).startswith(bare(headline))):
        last = SITE_FIRST.fullmatch(title)
    named = last and headline and bare(last["title"]).startswith(bare(headline))
    return last["site"].strip() if named and (not site or is_host(site)) else site


def is_host(name: str) -> bool:
    """Whether a name is that of a machine: `www.post.example`."""
    return "." in name and not re.search(r"\s", name)


def bare(line: str) -> str:
    """Letters and figures alone, for comparison."""
    return EDGES.sub(" ", line).strip().casefold()


def _is_link(line: str, links: frozenset[str]) -> bool:
    if line.count(" ") >= LONGEST or SENTENCE_END.search(line):
        return False
    words = bare(line)
    return words in links or any(link in words and len(link) > LINKED * len(words) for link in links)


def _unwrap(quote: Any) -> None:
    """Take the names off a post and the boxes that hold nothing else: by them it would be thrown out as an advert."""
    length = len("".join(quote.itertext()).strip())
    quote.attrib.clear()
    for link in quote.findall(".//a"):
        link.drop_tag()
    for box in quote.iterancestors():
        if box.tag in ("body", "article", "main") or len("".join(box.itertext()).strip()) > length + AROUND:
            return
        for name in ("class", "id"):
            box.attrib.pop(name, None)
