"""XML: parsed without entities and network, and handed to the reader of its kind."""

import re
from collections.abc import Callable
from dataclasses import replace
from html.entities import html5
from typing import Any

from analysis.article.drafts import Draft
from analysis.article.formats.agencies import read_g2, read_newsml, read_nitf
from analysis.article.formats.archives.xml import read_factiva, read_tdm
from analysis.article.formats.decode import Decoded, decode_labelled
from analysis.article.formats.feeds import read_atom, read_rss, read_trafilatura
from analysis.article.formats.pages import read_html

NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
OWN = frozenset(("amp", "lt", "gt", "quot", "apos"))
DECLARED = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)")
NEEDED = {"article": "headline", "doc": "main"}  # what tells an element from others of its name
Reader = Callable[[Any], Draft]


def read_xml(data: bytes) -> list[Draft | ValueError]:
    """The stories of an XML file. Raises ValueError where it is broken, of an unknown kind or without a story."""
    markup, doubt = _markup(data)
    root = parse(markup)
    if local(root) == "html":
        return [read_html(data)]
    stories = [node for node in root.iter("{*}*") if _reader(node) and not any(map(_reader, node.iterancestors()))]
    if not stories:
        kinds = "NewsML-G2, NewsML, NITF, RSS, Atom, trafilatura, exports of Factiva and of ProQuest TDM Studio"
        raise ValueError(f"it is XML of another kind, <{local(root)}>, or without a story; read are {kinds}")
    drafts = [_read(node, doubt) for node in stories]
    read = [draft for draft in drafts if isinstance(draft, Draft)]
    return (
        drafts if len(read) != len(drafts) and not read else [draft for draft in drafts if _counts(draft, bool(read))]
    )


def _markup(data: bytes) -> Decoded:
    """The characters of an XML file without its declaration; a label of iso-8859-1 is windows-1252, as on pages."""
    label = DECLARED.match(data)
    text, doubt = decode_labelled(data, label[1].decode() if label and label[1] else None)
    return Decoded(re.sub(r"^\ufeff?\s*<\?xml[^>]*\?>", "", text), doubt)


def parse(data: str) -> Any:
    """The root of an XML document; entities that it defines are not expanded, nothing is fetched.

    Raises ValueError where it is no XML, or uses entities of its own.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(NAMED.sub(_numbered, data).encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ValueError(f"it is no XML: {' '.join(str(error).split())}") from None
    if (entity := next(iter(root.iter(etree.Entity)), None)) is not None:
        raise ValueError(f"it is XML with entities of its own, which are not expanded: {entity.text}")
    return root


def local(node: Any) -> str:
    """An element's name without its namespace."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _numbered(found: re.Match[str]) -> str:
    """An entity of HTML as numbers, which need no definition."""
    characters = None if found[1] in OWN else html5.get(f"{found[1]};")
    return "".join(f"&#{ord(char)};" for char in characters) if characters else found[0]


def _reader(node: Any) -> Reader | None:
    reader = READERS.get(local(node))
    needed = NEEDED.get(local(node))
    return None if needed and node.find(f"{{*}}{needed}") is None else reader


def _read(node: Any, doubt: str | None) -> Draft | ValueError:
    try:
        draft = READERS[local(node)](node)
        return replace(draft, doubts=(*draft.doubts, doubt)) if doubt else draft
    except ValueError as error:
        return error


def _counts(draft: Draft | ValueError, read: bool) -> bool:
    """Pictures beside a story that was read are no articles that failed."""
    return isinstance(draft, Draft) or not (read and str(draft).startswith("it is no text"))


READERS: dict[str, Reader] = {
    "nitf": read_nitf,
    "newsItem": read_g2,
    "NewsItem": read_newsml,
    "article": read_factiva,
    "RECORD": read_tdm,
    "doc": read_trafilatura,
    "item": read_rss,
    "entry": read_atom,
}
