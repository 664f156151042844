"""The story in the state of a page's scripts (`__NEXT_DATA__`, `window.__STATE__ = {...}`, `__next_f`)."""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from analysis.article.drafts import Draft
from analysis.article.formats.markup import plain
from analysis.article.formats.tables import draft_from
from analysis.article.formats.trees import bare
from analysis.article.formats.web.flight import streamed

ASSIGNED = re.compile(r"[\w$.\]]+\s*=\s*(?P<parse>JSON\.parse\(\s*)?(?=[{\[\"'])")
SITE = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]+$")
SENTENCE_END = re.compile(r"[.!?…:][\"”’')\]]*$")
MARKUP = re.compile(r"</?(?:p|br|div)\b", re.IGNORECASE)
DEEPEST, MOST_OBJECTS, MOST_ASSIGNED = 40, 200_000, 40
WITHIN = 4  # objects around a text, in the field that holds it
SHORTEST = 300  # characters of a story
FEWEST = 3  # words of a headline that tells which object is the page's story
WORDED = "text html content contents rendered value children body paragraph paragraphs nodes data".split()  # noqa: SIM905
NAMED = ("type", "_type", "__typename", "kind", "component", "name")
BESIDE = re.compile(
    r"image|picture|photo|video|audio|gallery|embed|advert|\bads?\b|related|promo|newsletter|caption|divider|podcast|"
    r"interstitial|recirc|widget|button|social|quiz|poll",
    re.IGNORECASE,
)


STORY = frozenset(("headline", "headlines", "slug", "excerpt", "teaser"))  # fields of another story in a list


class Carried(NamedTuple):
    """The paragraphs of a story, and what stands beside them in its object: byline, day, outlet."""

    paragraphs: list[str]
    facts: Draft


def state_story(tree: Any) -> Carried | None:
    """The longest text of an object that has one of a page's titles as a value, the innermost such object.

    Not read is state that is no JSON, such as the calls of functions that some frameworks write, but for those of
    Next.js.
    """
    known = set(_titles(tree))
    found: list[tuple[list[str], dict[str, Any]]] = []
    for state in _states(tree):
        for node in _objects(state):
            if _is_titled(node, known):
                found.append((_longest(node), node))
    paragraphs, node = max(reversed(found), key=lambda pair: sum(map(len, pair[0])), default=([], {}))
    if sum(map(len, paragraphs)) < SHORTEST:
        return None
    try:
        return Carried(paragraphs, draft_from({**node, "text": "x"}))
    except ValueError:
        return Carried(paragraphs, Draft(text=""))


def _titles(tree: Any) -> Iterator[str]:
    """What a page says that it is about, with and without the name of its site, for comparison."""
    metas = (meta.get("content") or "" for meta in tree.iter("meta") if meta.get("property") == "og:title")
    headings = (" ".join(heading.itertext()) for heading in tree.iter("h1"))
    for words in (tree.findtext(".//title", default=""), *metas, *headings):
        for title in (words, SITE.sub("", words)):
            if bare(title).count(" ") + 1 >= FEWEST:
                yield bare(title)


def _states(tree: Any) -> Iterator[Any]:
    """The data in the scripts of a page."""
    yield from streamed(tree)
    for script in tree.iter("script"):
        words, kind = script.text or "", (script.get("type") or "").lower()
        if len(words) < SHORTEST or "ld+json" in kind:
            continue
        if "json" in kind:
            yield from _read(words, 0, decoded=False)
            continue
        for n, found in enumerate(ASSIGNED.finditer(words)):
            if n < MOST_ASSIGNED and (found["parse"] or words[found.end()] in "{["):
                yield from _read(words, found.end(), decoded=bool(found["parse"]))


def _read(words: str, start: int, *, decoded: bool) -> Iterator[Any]:
    """The value that begins at a place in a script; `decoded`: a string that holds it."""
    try:
        value, _ = json.JSONDecoder(strict=False).raw_decode(words, re.compile(r"\s*").match(words, start).end())  # type: ignore[union-attr]
        yield json.loads(value) if decoded and isinstance(value, str) else value
    except (ValueError, RecursionError):
        return


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    """The objects in some data, from the outermost in."""
    level = [data]
    for _ in range(DEEPEST):
        yield from (node for node in level if isinstance(node, dict))
        level = [
            piece
            for node in level
            for piece in (node.values() if isinstance(node, dict) else node)
            if isinstance(piece, dict | list)
        ][:MOST_OBJECTS]


def _is_titled(node: dict[str, Any], titles: set[str]) -> bool:
    """Whether an object, or one in it that only holds strings (`headlines.basic`), has a title of the page."""
    forms = (piece for piece in node.values() if isinstance(piece, dict))
    inner = [words for piece in forms if all(map(_is_form, piece.values())) for words in piece.values()]
    words = (words for words in (*node.values(), *inner) if isinstance(words, str) and len(words) < 400)
    return any(bare(plain(words)) in titles for words in words)


def _is_form(value: Any) -> bool:
    """Whether a value may be a form of a headline, and nothing beside it."""
    return value is None or (isinstance(value, str) and len(value) < 400)


def _longest(node: dict[str, Any]) -> list[str]:
    """The longest text among the fields of an object."""
    return max(map(_paragraphs, node.values()), key=lambda lines: sum(map(len, lines)), default=[])


def _paragraphs(value: Any, depth: int = 0) -> list[str]:
    """The paragraphs in a field: HTML, lines of a text, blocks in a list, the first of those in an object."""
    if isinstance(value, str):
        return _prose(plain(value).split("\n"))
    if isinstance(value, dict):
        names = dict.fromkeys([*(name for name in WORDED if name in value), *value])
        return next(filter(None, (_paragraphs(value[name], depth + 1) for name in names)), []) if depth < WITHIN else []
    if not isinstance(value, list):
        return []
    return _prose([line for block in value for line in _block(block)])


def _block(block: Any) -> list[str]:
    """The lines of a block; its runs of text are one line."""
    if isinstance(block, dict) and (_is_beside(block) or not STORY.isdisjoint(block)):
        return []
    if isinstance(block, dict) and isinstance(block.get("items"), list):
        return [line for item in block["items"] for line in _block(item)]
    words = _run(block, 0)
    return plain(words).split("\n") if MARKUP.search(words) else [plain(words)]


def _is_beside(block: dict[str, Any]) -> bool:
    """Whether a block is a picture, an advert or the like."""
    return any(BESIDE.search(str(block.get(key) or "")) for key in NAMED)


def _run(node: Any, depth: int) -> str:
    if isinstance(node, str):
        return node
    if isinstance(node, list) and depth < DEEPEST:
        return "".join(_run(piece, depth + 1) for piece in node)
    if isinstance(node, dict) and depth < DEEPEST:
        named = (node[key] for key in WORDED if key in node)
        wrapped = (value for key, value in node.items() if key not in WORDED and isinstance(value, dict | list))
        return next(filter(None, (_run(value, depth + 1) for value in (*named, *wrapped))), "")
    return ""


def _prose(lines: list[str]) -> list[str]:
    """Lines without the blank ones; none where most are no sentences."""
    told = [words for line in lines if (words := " ".join(line.split()))]
    return told if sum(bool(SENTENCE_END.search(words)) for words in told) > len(told) / 2 else []
