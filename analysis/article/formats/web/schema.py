"""The story that a page carries as schema.org data (JSON-LD), for search engines."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from analysis.article.days import read_day
from analysis.article.formats.markup import ESCAPED
from analysis.article.formats.tables.values import names_of, words_of

STORY = re.compile(r"(?:Article|BlogPosting|Posting|Report)$")
BREAKS = ("p", "br", "div", "li", "h1", "h2", "h3", "h4", "blockquote", "tr")
RUN_ON = re.compile(
    r"(?<=[a-z\d)][.!?])(?=[“\"]?[A-Z][a-z])|(?<=[.!?,][”\"])(?=[“\"]?[A-Z][a-z])|(?<=[.!?”\"])[ \xa0]{2,}(?=\S)"
)
DEEPEST = 20
WRAPPED = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*;?\s*$")


def article_body(tree: Any) -> list[str]:
    """The paragraphs of the longest `articleBody` of a page; none where it carries none."""
    bodies = [body for item in _items(tree) if isinstance(body := item.get("articleBody"), str | list)]
    texts = [body if isinstance(body, str) else "\n".join(filter(_is_words, body)) for body in bodies]
    return _paragraphs(max(texts, key=len, default=""))


def authors(tree: Any) -> str | None:
    """Who signs the story of a page by its data, where a story with its text stands there."""
    told = [item for item in _items(tree) if isinstance(item.get("articleBody"), str | list)]
    item = max(told, key=lambda item: len(item["articleBody"]), default={})
    return ", ".join(dict.fromkeys(names_of(item.get("author")))) or None


def publisher(tree: Any) -> str | None:
    """Who publishes the story of a page by its data."""
    return next(filter(None, (words_of(item.get("publisher")) for item in _items(tree))), None)


def told_day(tree: Any) -> date | None:
    """The day of a page's story by its data, in whatever form it stands there."""
    return next(filter(None, (read_day(item.get("datePublished")) for item in _items(tree))), None)


def _items(tree: Any) -> Iterator[dict[str, Any]]:
    """The things of a page's data that are a story, whatever they are part of."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            try:
                data = json.loads(WRAPPED.sub("", script.text).strip().rstrip(";"), strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _stories(data, 0)


def _stories(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > DEEPEST:
        return
    if isinstance(data, dict):
        kinds = data.get("@type")
        if any(STORY.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds]) if _is_words(kind)):
            yield data
    children = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    for child in children:
        yield from _stories(child, depth + 1)


def _paragraphs(text: str) -> list[str]:
    """A text's lines; tags and entities in it are read as a page's."""
    from lxml import html

    text = text.replace("\x00", "")
    text = text if "\n" in text else re.sub(r"(?:\\r)?\\n", "\n", text)
    if ESCAPED.search(text):
        text = html.fromstring(f"<div>{text}</div>").text_content()
    if re.search(r"</?[a-zA-Z][^<>]*>|&\w+;|&#\d+;", text):
        tree = html.fromstring(f"<div>{text.replace(chr(10), '<br>')}</div>")
        for element in tree.iter(*BREAKS):
            element.text = "\n" + (element.text or "")
            element.tail = "\n" + (element.tail or "")
        text = tree.text_content()
    text = text if "\n" in text.strip() else RUN_ON.sub("\n", text)
    return [words for line in re.split(r"[\r\n\u2028\u2029]+", text) if (words := " ".join(line.split()))]


def _is_words(value: Any) -> bool:
    return isinstance(value, str)
