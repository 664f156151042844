"""What an agency says of a story to those who print it: killed, withheld, corrected, not before an hour."""

import re

KILLED = re.compile(r"(?:.*[:/])?(?:cancell?ed|kill(?:ed)?|retracted|withdrawn|deleted|spiked)$", re.IGNORECASE)
WITHHELD = re.compile(r"(?:.*[:/])?(?:withh[eo]ld|withholding|hold)$", re.IGNORECASE)
KILL = re.compile(
    r"""
      \b (?:mandatory|bulletin|story) [ -]+ kills? \b | \b kills?\ (?:notice|order|advisory|mandatory) \b
    | \b story\ removal \b | \b (?:kill|eliminate) [s:]?\ (?:the|this|and\ do\ not) \b
    | \b do\ not\ (?:use|publish) \b | \b (?:is|was|has\ been)\ (?:killed|withdrawn|retracted) \b | (?-i:\b KILL \b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
WITHHOLD = re.compile(
    r"\b(?:please|must|mandatory|bulletin|editors?:?) withhold\b|\bwithhold (?:the|this)\b|(?-i:\bWITHHOLD\b)|"
    r"\b(?:story|item|copy) (?:is |has been )?withheld\b|\bhold for release\b",
    re.IGNORECASE,
)
CORRECTION = re.compile(
    r"(?:^|[\W_])(?:correct(?:s|ed|ing|ion|ive)|corr|clarif(?:ies|ied|ication)|fixes)(?:$|[\W_])", re.IGNORECASE
)
EMBARGO = re.compile(r"\bembargo(?:ed)?\b|\bnot for (?:publication|release|use) (?:before|until)\b", re.IGNORECASE)
HEADED = re.compile(
    r"(?:(?:bc|ap|eds?|editors?|urgent|advisory|attention)[-:\s]+)*(?P<what>(?:(?:mandatory|bulletin)\s+)?"
    r"(?:kill|withhold|story removal|correct(?:ion|ive|s|ed)|clarification))\b\s*(?:[:–—-]|$)",
    re.IGNORECASE,
)


def notices(status: str | None = None, embargo: str | None = None, *notes: str | None, head: str = "") -> list[str]:
    """What must be known before a story is used, a line each: from its status, its embargo, its notes to editors.

    Of a headline only what stands before a colon or dash counts (`KILL - ...`, `Correction: ...`).
    """
    headed = HEADED.match(head.strip())
    notes = (*notes, f"{headed['what'].upper()}: {head[headed.end() :]}" if headed else None)
    status, given = (status or "").strip(), " ".join(filter(None, (" ".join((note or "").split()) for note in notes)))
    said = []
    if KILLED.match(status) or KILL.search(given):
        said.append(f"the story was killed and is not to be used: {_short(given) or status}")
    elif WITHHELD.match(status) or WITHHOLD.search(given):
        said.append(f"the story is withheld and is not to be used yet: {_short(given) or status}")
    elif CORRECTION.search(given) or CORRECTION.search(status):
        said.append(f"it is a correction of what was sent before: {_short(given) or status}")
    if embargo:
        said.append(f"it is under embargo until {embargo}")
    elif EMBARGO.search(f"{given} {status}"):
        said.append(f"it is or was under embargo: {_short(given) or status}")
    return said


def _short(note: str) -> str:
    return note if len(note) <= 240 else f"{note[:240].rsplit(' ', 1)[0]} …"
