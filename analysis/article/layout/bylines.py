"""Bylines: who signs a story."""

import re

from analysis.article.days import WEEKDAYS
from analysis.lexicon import words

LONGEST = 160
PARTICLE = r"(?:de|del|da|van|von|der|al|el|bin|ben|la|le)\b"
NAME = rf"[A-ZÀ-Þ][\w.'’-]+ (?:\ (?: [A-ZÀ-Þ][\w.'’-]* | {PARTICLE} )){{1,4}}"  # Jane Q. Doe, Ludwig van Berg
NAMES = rf"{NAME} (?: (?: ,?\ and\  | ,\  | \ &\  | ;\  ) {NAME} )*"  # Jane Doe, John Roe and Ida Berg
ROLE = r"""(?i: (?:[A-Za-z]+\ ){0,4}
    (?: writers? | reporters? | correspondents? | editors? | columnists? | contributors? | journalists?
      | bureau\ chief | staff | producers? | intern ) \b )"""  # senior political reporter
BY = re.compile(
    rf"""
    (?:By | BY | by | Byline: | BYLINE: | Written\ by | Story\ by | Words\ by | Author:) \s+ (?:By\ )?
    (?P<names>{NAMES}) (?P<rest>.*) $                                      # By Jane Doe in Oslo
    """,
    re.VERBOSE,
)
SIGNED = re.compile(
    rf"""
    (?P<names>{NAMES}) (?: , | \ \| | ,?\ [-–—] | \ for | \ of ) \s+
    (?: (?:The\ )? [A-Z][\w ]+\  )? {ROLE} .{{0,40}} $                      # Jane Doe, The Oslo Post staff writer
    """,
    re.VERBOSE,
)
REPORTING = re.compile(rf"\(? (?:Additional\ )? [Rr]eporting\ by\  (?P<names>{NAMES})", re.VERBOSE)
REST = re.compile(
    r"""
    (?: ,                                                                  # By Jane Doe, Oslo
      | \s* [|;/•·(–—-]                                                    # By Jane Doe | January 15
      | \s+ (?:in|for|of|at|on|with|Updated|Published|Posted|The|CNN|AP|USA) \b  # By Jane Doe for The Post
      | \.? $
    ) .*
    """,
    re.VERBOSE,
)
ROLE_LINE = re.compile(
    rf"(?: [A-Z][\w.'’]+ ,?\  (?:of|for|at|the|and)?\ ? ){{0,5}} {ROLE} (?: ,?\  .{{0,50}} )? $", re.VERBOSE
)  # Post Washington bureau chief
NOT_NAMES = re.compile(rf"(?:{'|'.join(WEEKDAYS)}|then|now|all|any|the|this|that|one|most|some)\b", re.IGNORECASE)


def byline_in(line: str) -> str | None:
    """The names of those who sign, if the line is a byline."""
    if len(line) > LONGEST or line.endswith((",", ":", "?")):
        return None
    line = line.strip()
    found = BY.match(line)
    if found and REST.match(found["rest"] or ".") and not _is_sentence(found["rest"]):
        return _names(found["names"])
    found = SIGNED.match(line) if line[:1].isupper() and line.count(" ") < 12 and line[-1:] != "." else None
    if found and found["names"][:1].isupper() and " " in found["names"] and _capitalised(found["names"]):
        return _names(found["names"])
    return None


def reporters_in(line: str) -> str | None:
    """The names behind `Reporting by`, in a line of credits."""
    found = REPORTING.match(line)
    return _names(found["names"]) if found else None


def is_role_line(line: str) -> bool:
    """Whether a line only says what the writer is (`Senior Political Reporter`) or whom for (`Associated Press`)."""
    if len(line) > 80 or line.endswith((".", "?", "!", ":")):
        return False
    return line in words("agencies", "name") or (line[:1].isupper() and bool(ROLE_LINE.fullmatch(line)))


def _names(names: str) -> str | None:
    names = re.sub(r"(?<=\w{3})\.$", "", " ".join(names.split()).strip(" ,;"))
    parts = re.split(r",? and |, | & |; ", names)
    if NOT_NAMES.match(parts[0]):
        return None
    kept = [part for part in parts if part not in words("agencies", "name")]
    return names if len(kept) == len(parts) else ", ".join(kept) or None


def _capitalised(names: str) -> bool:
    return all(word[:1].isupper() or word in ("and", "de", "del", "van", "von", "al", "bin") for word in names.split())


def _is_sentence(rest: str) -> bool:
    """Whether what stands behind the names goes on as a sentence would."""
    return rest.count(" ") > 8 or bool(re.match(r"[a-z ]*\b(?:is|was|will|has|had|says|said|are|were)\b", rest.strip()))
