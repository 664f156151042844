"""Plain-text exports of news archives: several articles in one file, each under the archive's own labels.

LexisNexis and Nexis Uni, Factiva, ProQuest, NewsBank, Gale, Europresse, WISO.
"""

from analysis.article.archives import europresse, factiva, gale, newsbank, nexis, proquest, wiso
from analysis.article.drafts import Draft

ARCHIVES = (factiva, proquest, nexis, newsbank, gale, europresse, wiso)


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
