"""Exports of archives as XML: Factiva's `article`, ProQuest TDM Studio's `RECORD`."""

from typing import Any

from analysis.article.days import read_day
from analysis.article.drafts import Draft
from analysis.article.formats.markup import page_text, plain, words_in

DAYS = ("publicationDate/{*}dateTime", "publicationDate/{*}date", "publicationDate", "modificationDate/{*}dateTime")
TEXTS = ("TextInfo/{*}Text", "FullText", "TextInfo/{*}HiddenText", "HiddenText")


def read_factiva(article: Any) -> Draft:
    """An article of Factiva's XML: paragraphs of the lead and of the tail."""
    parts = [article.find(f"{{*}}{name}") for name in ("leadParagraph", "tailParagraphs", "body")]
    byline = words_in(article, "{*}byline") or ", ".join(map(words_in, article.findall("{*}author")))
    return Draft(
        text="\n\n".join(filter(None, (page_text(part) for part in parts if part is not None))),
        headline=words_in(article, "{*}headline") or None,
        byline=byline or None,
        published=next(filter(None, (read_day(words_in(article, f"{{*}}{path}")) for path in DAYS)), None),
        outlet=words_in(article, "{*}sourceName") or words_in(article, "{*}publisherName") or None,
        article_id=words_in(article, "{*}accessionNo") or None,
        dateline=words_in(article, "{*}dateLine") or words_in(article, "{*}dateline") or None,
        subjects=tuple(f"{node.get('code')} {words_in(node)}".strip() for node in article.findall("{*}newsSubject")),
    )


def read_tdm(record: Any) -> Draft:
    """A record of TDM Studio; its text is HTML that stands there as characters."""
    texts = (record.find(f".//{{*}}{path}") for path in TEXTS)
    text = next((words for node in texts if node is not None and (words := _text(node))), "")
    authors = [_author(node) for node in record.iterfind(".//{*}Contributor")]
    days = (record.find(f".//{{*}}{name}") for name in ("NumericDate", "AlphaPubDate", "StartDate"))
    return Draft(
        text=text,
        headline=plain(words_in(record, ".//{*}TitleAtt/{*}Title") or words_in(record, ".//{*}RecordTitle")) or None,
        byline=", ".join(filter(None, authors)) or None,
        published=next(filter(None, (read_day(words_in(node)) for node in days if node is not None)), None),
        url=words_in(record, ".//{*}DocumentURL") or None,
        outlet=words_in(record, ".//{*}PubFrosting/{*}Title") or words_in(record, ".//{*}PublisherName") or None,
        article_id=words_in(record, ".//{*}GOID") or None,
        subjects=tuple(
            words_in(node, "{*}GenSubjValue") or words_in(node) for node in record.iterfind(".//{*}GenSubjTerm")
        ),
        doubts=() if text else ("the archive does not have its text",),
    )


def _text(node: Any) -> str:
    return page_text(node) if len(node) else plain((node.text or "").strip())


def _author(node: Any) -> str:
    """A name as it is signed: `Jane Doe`."""
    parts = [words_in(node, f".//{{*}}{name}") for name in ("FirstName", "MiddleName", "LastName")]
    whole = words_in(node, ".//{*}OriginalForm") or words_in(node, ".//{*}NormalizedDisplayForm")
    return " ".join(filter(None, parts)) if parts[0] and parts[2] else whole
