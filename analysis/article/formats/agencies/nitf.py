"""NITF, the News Industry Text Format: a head with what is said of the story, a body with head and content."""

import re
from collections.abc import Iterator
from typing import Any

from analysis.article.days import read_day
from analysis.article.drafts import Draft
from analysis.article.formats.agencies.notices import notices
from analysis.article.formats.markup import BESIDE, page_text, words_in
from analysis.article.layout.agencies import agencies

BY = re.compile(r"by\s+", re.IGNORECASE)
UNSEEN = BESIDE | {"media", "fn", "nitf-table", "table"}


def read_nitf(root: Any) -> Draft:
    """The story of an `nitf` element. Pictures, tables and footnotes are left out."""
    head, body = root.find("{*}head"), root.find("{*}body")
    content = body.find("{*}body.content") if body is not None else None
    if content is None:
        raise ValueError("it is NITF without a story: there is no body.content")
    top = body.find("{*}body.head")
    headline = words_in(top, "{*}hedline/{*}hl1") or words_in(head, "{*}title")
    agency = words_in(top, "{*}distributor") or _attribute(head, "doc-id", "regsrc")
    outlet = _attribute(head, "pubdata", "name") or agency or _attribute(head, "doc.copyright", "holder")
    issued = _attribute(head, "date.issue", "norm") or words_in(top, "{*}dateline/{*}story.date")
    embargo = _attribute(head, "date.release", "norm")
    return Draft(
        text=page_text(content, unseen=UNSEEN),
        headline=headline or None,
        byline=_byline(top),
        published=read_day(issued)
        or read_day(_attribute(head, "pubdata", "date.publication") or root.get("change.date")),
        outlet=outlet or None,
        article_id=_attribute(head, "doc-id", "id-string") or None,
        dateline=words_in(top, "{*}dateline/{*}location") or words_in(top, "{*}dateline") or None,
        agency=agencies().get(agency, agency) or None,
        subjects=tuple(_subjects(head)),
        version=_attribute(head, "du-key", "version") or None,
        doubts=tuple(_said(head, embargo if embargo and issued and embargo > issued else None, headline)),
    )


def _said(head: Any, embargo: str | None, headline: str) -> list[str]:
    status = _attribute(head, "docdata", "management-status")
    notes = (_attribute(head, name, "info") for name in ("ed-msg", "correction"))
    correction = "correction" if _attribute(head, "correction", "id-string") else None
    return notices(status, embargo, correction, *notes, head=headline)


def _subjects(head: Any) -> Iterator[str]:
    for subject in head.iterfind(".//{*}tobject.subject") if head is not None else ():
        names = (subject.get(f"tobject.subject.{part}") for part in ("refnum", "type", "matter", "detail"))
        yield " ".join(filter(None, names))
    for term in head.iterfind(".//{*}identified-content/{*}classifier") if head is not None else ():
        yield " ".join(filter(None, (term.get("idsrc"), term.get("value") or "".join(term.itertext()).strip())))


def _byline(top: Any) -> str | None:
    """The names in the bylines, without what the writers are."""
    names = []
    for byline in top.iterfind("{*}byline") if top is not None else ():
        for title in byline.findall("{*}byttl"):
            byline.remove(title)
        people = ["".join(person.itertext()) for person in byline.iterfind("{*}person")]
        names.extend(people or ["".join(byline.itertext())])
    said = [BY.sub("", " ".join(name.split()), count=1) for name in names]
    return ", ".join(filter(None, said)) or None


def _attribute(head: Any, name: str, attribute: str) -> str:
    """An attribute of the first element of a name; nothing where there is none."""
    node = next(iter(head.iter(f"{{*}}{name}")), None) if head is not None else None
    return (node.get(attribute) or "").strip() if node is not None else ""
