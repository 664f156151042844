"""What an agency says of a story to those who print it: killed, withheld, corrected, not before an hour."""

import re

KILLED = re.compile(r"(?:.*:)?(?:cancell?ed|kill(?:ed)?|retracted|withdrawn|deleted|spiked)$", re.IGNORECASE)
WITHHELD = re.compile(r"(?:.*:)?(?:withh[eo]ld|withholding|hold)$", re.IGNORECASE)
KILL = re.compile(
    r"""
      \b (?:mandatory|bulletin|story|urgent) [ -]+ kills? \b | \b kills?\ (?:notice|order|advisory|mandatory) \b
    | \b story\ removal \b | \b (?:kill|eliminate) [s:]?\ (?:the|this|and\ do\ not) \b
    | \b do\ not\ (?:use|publish) \b | \b is\ (?:killed|withdrawn|retracted) \b | (?-i:\b KILL(?:ED|S)? \b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
WITHHOLD = re.compile(r"\bwith(?:hold|held)\b|\bhold for (?:further|release)\b", re.IGNORECASE)
CORRECTION = re.compile(
    r"(?:^|[\W_])(?:correct(?:s|ed|ing|ion|ive)|corr|clarif(?:ies|ied|ication)|fixes)(?:$|[\W_])", re.IGNORECASE
)
EMBARGO = re.compile(r"\bembargo(?:ed)?\b|\bnot for (?:publication|release|use) (?:before|until)\b", re.IGNORECASE)


def notices(status: str | None = None, embargo: str | None = None, *notes: str | None) -> list[str]:
    """What must be known before a story is used, a line each: from its status, its embargo, its notes to editors."""
    status, said = (status or "").strip(), []
    given = " ".join(filter(None, (" ".join((note or "").split()) for note in notes)))
    if KILLED.match(status) or KILL.search(given):
        said.append(f"the story was killed and is not to be used: {_why(given) or status}")
    elif WITHHELD.match(status) or WITHHOLD.search(given):
        said.append(f"the story is withheld and is not to be used yet: {_why(given) or status}")
    elif CORRECTION.search(given) or CORRECTION.search(status):
        said.append(f"it is a correction of what was sent before: {_why(given) or status}")
    if embargo:
        said.append(f"it is under embargo until {embargo}")
    elif EMBARGO.search(given):
        said.append(f"it is or was under embargo: {_why(given)}")
    return said


def _why(note: str) -> str:
    return note if len(note) <= 240 else f"{note[:240].rsplit(' ', 1)[0]} …"
