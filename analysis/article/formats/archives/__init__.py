"""Plain-text exports of news archives: several articles in one file, each under the archive's own labels.

LexisNexis and Nexis Uni, Factiva, ProQuest, NewsBank, Gale, Europresse, WISO.
"""

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


ARCHIVES: tuple[Archive, ...] = (factiva, proquest, nexis, newsbank, gale, europresse, wiso)


def split_archive(text: str) -> list[Draft]:
    """The articles of an archive's export; none where the text is no such export.

    What a list of hits or a search summary says is left out.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    for archive in ARCHIVES:
        if archive.is_export(text):
            drafts = [archive.read(part) for part in archive.parts(text)]
            return [draft for draft in drafts if draft is not None and draft.text.strip()]
    return []
