"""Newsletters and alerts: mail that only leads to stories elsewhere."""

import re

from analysis.article.formats.trees import FEWEST, bare

URL_LINE = re.compile(r"^\W*(?:read (?:more|on)\W*)?(?:<|\(|\[)?(?:https?://|www\.)\S+$", re.IGNORECASE)
CANCEL = re.compile(r"\bunsubscribe\b|\b(?:view|read|open)\b.{0,30}\bin (?:your |a |the )?browser\b", re.IGNORECASE)
PROSE = 60  # characters of a line that tells something
LEADS = 4  # stories that such a mail leads to, at the least
TOLD = 2  # paragraphs on each, at the most


def check_story(text: str, markup: str) -> None:
    """Raise ValueError where a mail is a list of leads: several links with a sentence or two each, and no story."""
    links = _links(markup)
    runs, leads = [0], 0
    for line in filter(str.strip, text.split("\n")):
        if URL_LINE.match(line.strip()) or bare(line) in links:
            leads += 1
            runs.append(0)
        elif len(line.strip()) >= PROSE:
            runs[-1] += 1
    told = sum(map(bool, runs))
    if leads >= LEADS and max(runs) <= TOLD and (told == 0 or told >= LEADS - 1):
        raise ValueError("it is a newsletter or an alert that leads to stories elsewhere: save those stories")


def without_footer(story: str, whole: str) -> str:
    """A story without what stands at the foot of a mail, below the line that cancels it or opens it in a browser.

    `whole` is all the mail shows, line by line.
    """
    lines = list(filter(str.strip, whole.split("\n")))
    end = next((n for n, line in enumerate(lines) if n > len(lines) / 2 and CANCEL.search(line)), len(lines))
    below = set(lines[end:]) - set(lines[:end])
    return "\n\n".join(line for line in story.split("\n\n") if line not in below)


def _links(markup: str) -> frozenset[str]:
    """The texts of links that are as long as a headline."""
    from lxml import etree, html

    try:
        tree = html.document_fromstring(markup) if markup.strip() else None
    except (etree.ParserError, ValueError):
        return frozenset()
    if tree is None:
        return frozenset()
    texts = (bare(link.text_content()) for link in tree.iter("a") if (link.get("href") or "#")[0] != "#")
    return frozenset(text for text in texts if text.count(" ") + 1 >= FEWEST)
