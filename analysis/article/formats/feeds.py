"""RSS, WordPress's export, Atom, trafilatura's XML: an item to the fields of an article."""

from typing import Any

from analysis.article.drafts import Draft
from analysis.article.formats.markup import words_in
from analysis.article.formats.tables import draft_from


def read_rss(item: Any) -> Draft:
    """An item of RSS: its whole text where the feed has it, else its summary, which is said."""
    row = {_name(node): "".join(node.itertext()) for node in reversed(item) if isinstance(node.tag, str)}
    if row.get("post_type", "post") not in ("post", "page", "article"):
        raise ValueError(f"it is no text: its type is {row['post_type']!r}")
    row["content html"] = row.pop("encoded", "") or row.get("fulltext", "")
    channel = next(iter(item.iterancestors()), None)
    return draft_from({**row, "feed title": words_in(channel, "{*}title")})


def read_atom(entry: Any) -> Draft:
    """An entry of Atom."""
    links = [link.get("href") for link in entry.findall("{*}link") if link.get("rel", "alternate") == "alternate"]
    content = entry.find("{*}content")
    row = {
        "title": words_in(entry, "{*}title"),
        "content html": _markup(content) if content is not None else "",
        "summary": words_in(entry, "{*}summary"),
        "published": words_in(entry, "{*}published") or words_in(entry, "{*}updated"),
        "link": links[0] if links else None,
        "authors": [words_in(author, "{*}name") for author in entry.findall("{*}author")],
        "feed title": words_in(next(iter(entry.iterancestors()), None), "{*}title"),
    }
    return draft_from(row)


def read_trafilatura(doc: Any) -> Draft:
    """A page as trafilatura writes it in XML."""
    return draft_from({**doc.attrib, "content html": _markup(doc.find("{*}main"))})


def _markup(content: Any) -> str:
    """What stands in a content element: text with HTML in it, or XHTML."""
    from lxml import etree

    if len(content):
        return "".join(etree.tostring(node, encoding="unicode", method="html") for node in content)
    return content.text or ""


def _name(node: Any) -> str:
    return node.tag.rpartition("}")[2]
