"""NewsML-G2 and NewsML 1: items around a story that is NITF, XHTML or plain text."""

import re
from dataclasses import replace
from typing import Any

from analysis.article.days import read_day
from analysis.article.drafts import Draft
from analysis.article.formats.agencies.nitf import read_nitf
from analysis.article.formats.agencies.notices import notices
from analysis.article.formats.markup import BESIDE, page_text, words_in
from analysis.article.layout.agencies import agencies

WRAPPER = re.compile(r"^\s*</?(?:p|pre)>\s*$", re.MULTILINE)  # around a plain text, alone on a line
PUBLISHED = (
    "itemMeta/versionCreated",
    "contentMeta/contentModified",
    "contentMeta/contentCreated",
    "itemMeta/firstCreated",
)


def read_g2(item: Any) -> Draft:
    """The story of a `newsItem`. Raises ValueError where it is a picture or another item without text."""
    draft = _content([*item.iterfind("{*}contentSet/{*}inlineXML"), *item.iterfind("{*}contentSet/{*}inlineData")])
    kind = _coded(item, "itemMeta/itemClass")
    if draft is None:
        raise ValueError(f"it is no text: the item's class is {kind or 'not said'}, and there is no story in it")
    provider = _name(item, "itemMeta/provider")
    agency = agencies().get(provider, provider) or draft.agency
    creators = [_named(node) for node in item.iterfind("{*}contentMeta/{*}creator")]
    return replace(
        draft,
        headline=_words(item, "contentMeta/headline") or draft.headline or _words(item, "itemMeta/title") or None,
        byline=_words(item, "contentMeta/by") or draft.byline or ", ".join(filter(None, creators)) or None,
        published=next(filter(None, (read_day(_words(item, path)) for path in PUBLISHED)), draft.published),
        outlet=provider or draft.outlet or _name(item, "rightsInfo/copyrightHolder"),
        article_id=item.get("guid") or draft.article_id,
        dateline=_words(item, "contentMeta/dateline")
        or draft.dateline
        or _words(item, "contentMeta/located/name")
        or None,
        agency=agency,
        subjects=tuple(map(_subject, item.iterfind("{*}contentMeta/{*}subject"))) or draft.subjects,
        version=item.get("version") or draft.version,
        doubts=(*draft.doubts, *_said(item)),
    )


def read_newsml(item: Any) -> Draft:
    """The story of a `NewsItem` of NewsML 1: the longest text in it."""
    drafts = [draft for node in item.iter("{*}DataContent") if (draft := _content([node]))]
    if not drafts:
        raise ValueError("it is no text: there is no story in the item")
    draft = max(drafts, key=lambda draft: len(draft.text))
    lines = next(iter(item.iter("{*}NewsLines")), None)
    provider = _formal(item, "Provider/{*}Party")
    status, embargo = _formal(item, "NewsManagement/{*}Status"), _formal(item, "StatusWillChange/{*}FutureStatus")
    notes = [words_in(node) for node in item.iter("{*}Instruction", "{*}EditorialNote", "{*}SlugLine")]
    created = _first(item, "ThisRevisionCreated") or _first(item, "FirstCreated") or _first(item, "DateId")
    headline = words_in(lines, "{*}HeadLine") or draft.headline
    until = _first(item, "DateAndTime") if embargo or status.lower() == "embargoed" else None
    return replace(
        draft,
        headline=headline or None,
        byline=words_in(lines, "{*}ByLine") or draft.byline,
        published=read_day(created) or draft.published,
        outlet=provider or draft.outlet,
        article_id=_first(item, "NewsItemId") or draft.article_id,
        dateline=words_in(lines, "{*}DateLine") or draft.dateline,
        agency=agencies().get(provider, provider) or draft.agency,
        subjects=tuple(
            node.get("FormalName") for node in item.iter("{*}Subject", "{*}SubjectMatter", "{*}SubjectDetail")
        )
        or draft.subjects,
        version=_first(item, "RevisionId") or draft.version,
        doubts=(*draft.doubts, *notices(status, until, *notes, head=headline or "")),
    )


def _content(nodes: list[Any]) -> Draft | None:
    """The story in what holds it, the first that is text: NITF, XHTML, paragraphs, plain text."""
    for node in nodes:
        nitf = next(iter(node.iter("{*}nitf")), None)
        if nitf is not None:
            return read_nitf(nitf)
        if (content := next(iter(node.iter("{*}body.content")), None)) is not None:
            return Draft(text=page_text(content, unseen=BESIDE | {"media"}))
        body = next(iter(node.iter("{*}body")), node)
        text = page_text(body, unseen=BESIDE) if len(body) else WRAPPER.sub("", body.text or "").strip("\n")
        if text.strip():
            return Draft(text=text)
    return None


def _said(item: Any) -> list[str]:
    status = _coded(item, "itemMeta/pubStatus")
    notes = [words_in(node) for node in item.iterfind("{*}itemMeta/{*}edNote")]
    signals = [node.get("qcode") or node.get("uri") or "" for node in item.iterfind("{*}itemMeta/{*}signal")]
    embargo = _words(item, "itemMeta/embargoed")
    return notices(status, embargo, *signals, *notes, head=_words(item, "contentMeta/headline"))


def _words(item: Any, path: str) -> str:
    return words_in(item, "/".join(f"{{*}}{step}" for step in path.split("/")))


def _coded(item: Any, path: str) -> str:
    node = item.find("/".join(f"{{*}}{step}" for step in path.split("/")))
    return (node.get("qcode") or node.get("uri") or node.get("literal") or "") if node is not None else ""


def _name(item: Any, path: str) -> str:
    """What an element is called: by a name in it, else by its literal or code."""
    node = item.find("/".join(f"{{*}}{step}" for step in path.split("/")))
    return _named(node) if node is not None else ""


def _named(node: Any) -> str:
    code = node.get("literal") or (node.get("qcode") or "").rpartition(":")[2]
    return words_in(node, "{*}name") or code or (words_in(node) if not len(node) else "")


def _subject(node: Any) -> str:
    code = node.get("qcode") or node.get("uri") or node.get("literal")
    return " ".join(filter(None, (code, words_in(node, "{*}name"))))


def _formal(item: Any, path: str) -> str:
    node = item.find(f".//{{*}}{path}")
    return (node.get("FormalName") or "") if node is not None else ""


def _first(item: Any, name: str) -> str:
    return words_in(next(iter(item.iter(f"{{*}}{name}")), None))
