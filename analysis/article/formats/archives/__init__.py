"""Exports of news archives: several articles in one file, each under the archive's own labels.

LexisNexis and Nexis Uni, Factiva, ProQuest, NewsBank, Gale, Europresse, WISO.
"""

import re
from collections import Counter
from typing import Protocol

from analysis.article.drafts import Draft
from analysis.article.formats.archives import europresse, factiva, gale, newsbank, nexis, proquest, wiso


class Archive(Protocol):
    """What a module of this folder knows of its archive."""

    def is_export(self, text: str) -> bool:
        """Whether a text is an export of the archive."""

    def parts(self, text: str) -> list[str]:
        """The articles of an export, each with its labels."""

    def read(self, part: str) -> Draft | None:
        """The article of a part; None where the part is a list of hits or a summary of the search."""


MARK = re.compile(
    r"""^[ \t]* (?:
      (?:headline|byline|load-date|length|full[ ]text|publication[ ]?(?:title|date)|document[ ]type|body|title|author
        |source|date|published|section|dateline|copyright|hd|pd|wc) [ \t]* :
    | end[ ]of[ ]document | document[ ](?=\d+[ ]of) | (?:all[ ]rights[ ]reserved) | (?=\d+[ ]of[ ]\d+[ ]documents)
    )""",
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
RULED = re.compile(r"^[ \t]*([-=_*#~])(?:[ \t]*\1){9,}[ \t]*$", re.MULTILINE)
SHORTEST = 300  # characters of a part between two lines that may be a story
ARCHIVES: tuple[Archive, ...] = (factiva, proquest, nexis, newsbank, gale, europresse, wiso)


def split_archive(text: str) -> list[Draft]:
    """The articles of an archive's export; none where the text is no such export.

    What a list of hits or a search summary says is left out. An article whose text the archive does not have is kept.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").replace("\xa0", " ")
    for archive in ARCHIVES:
        if archive.is_export(text):
            drafts = filter(None, map(archive.read, archive.parts(text)))
            return [draft for draft in drafts if draft.text.strip() or (draft.headline and draft.published)]
    return []


def several(text: str) -> str | None:
    """The doubt that a text read as one article holds several: a label or mark of archives stands in it twice."""
    counts = Counter(" ".join(found[0].split()).casefold().rstrip(" :") for found in MARK.finditer(text))
    mark, times = max(counts.items(), key=lambda item: item[1], default=("", 0))
    if times < 2:
        stories = [part for part in RULED.split(text) if len(part) > SHORTEST]
        return f"it was read as one article and may hold {len(stories)}, parted by lines" if len(stories) > 2 else None
    return f"it was read as one article and may hold {times}: {mark!r} stands in it {times} times"
