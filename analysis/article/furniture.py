"""Lines that stand on a page and are no part of the story: bylines, captions, buttons, notes."""

import re

BYLINE = re.compile(
    r"(?:By|BY|by)\s+(?P<name>[A-Z][^\n.!?]{2,90}?)(?:\s*\|.*|\s+[-–—]\s+.*|,\s*(?:Updated|Published).*)?$|"
    r"(?P<signed>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}),? (?:[Ss]taff [Ww]riters?|Associated Press|Reuters|AFP|"
    r"Special to .{3,40}|Correspondent|[A-Z][\w ]+ Editor)$"
)
CREDITS = re.compile(r"\(?(?:Additional |Writing and )?(?:Reporting|Writing|Editing|Compiled) by [^\n]{3,300}$")
BUTTONS = (
    r"Advertisement|ADVERTISEMENT|Story continues below(?: advertisement)?|Continue reading(?: the main story)?|"
    r"Article continues below|Loading\.*|Comments?|Share(?: this.*)?|Tweet|Email|Print|Save|Reprints?|"
    r"Facebook|Twitter|WhatsApp|LinkedIn|Listen|Skip to.*|Back to top|Replay|Close|Menu"
)
INVITATIONS = (
    r"(?:Read more|Read also|Also read|Related(?: stories| articles| coverage)?|See also|Watch|Click here|Sign up|"
    r"More (?:on this story|coverage)|Subscribe|Follow (?:us|[A-Z]\w+ on)|Download the|Get the latest|Support our|"
    r"Join the conversation)\b(?: more)?:?[^\n]{0,140}"
)
CAPTIONS = (
    r"(?:Photo|Image|Photograph|File photo|FILE|Credit|Photo credit|Picture|Video|Caption|Illustration)"
    r"(?: by| credit| courtesy(?: of)?)?\s?[:|][^\n]{0,300}|"
    r"[^\n]{0,300}(?:\(AP Photo/[^\n]*\)|Getty Images\)?|/AFP/Getty Images|Reuters/[A-Z][\w .]+(?:/File Photo)?)"
)
RIGHTS = r"(?:©|\(c\)|Copyright)[^\n]{0,200}|All rights reserved\.?[^\n]{0,120}"
REVISIONS = r"\((?:Adds|Updates?|Recasts?|Corrects?|Refiles|Repeats|Releads|Writes through)\b[^\n]{0,200}\)"
STAMPS = (
    r"(?:Last )?(?:updated|published|posted|first published)(?: on| at)?:? [^\n]{0,60}\d[^\n]{0,40}|"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:\d{1,2} )?"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2})?,? \d{4}"
    r"(?:,? (?:at )?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?"
)
ENDS = r"\d+ ?mins?(?:utes?)?(?: read)?|[-—–*#•=_\s]*(?:30|ENDS?|MORE)?[-—–*#•=_\s]*"
NOTE = re.compile("|".join((ENDS, REVISIONS, BUTTONS, INVITATIONS, RIGHTS, CAPTIONS, STAMPS)), re.IGNORECASE)
CONTACT = re.compile(r"[^\n\"“]{0,80}(?:\S+@\S+\.\w+|https?://\S+|@\w{3,})[^\n]{0,60}$")


def byline_in(line: str) -> str | None:
    """Who signs, if the line is a byline."""
    found = BYLINE.match(line) if len(line) <= 120 else None
    return (found["name"] or found["signed"]).strip() if found else None


def is_furniture(line: str) -> bool:
    """Whether a line is page furniture; a sentence of the story is none, whatever it begins with."""
    if len(line) > 320:
        return False
    if NOTE.fullmatch(line) and not _reads_as_sentence(line):
        return True
    return bool(CREDITS.match(line)) or (len(line) <= 140 and line.count(" ") < 8 and bool(CONTACT.match(line)))


def _reads_as_sentence(line: str) -> bool:
    """A long line that ends like a sentence and does not open with a label and a colon."""
    marked = re.match(
        r"[^\s]{1,12}(?: [a-z]{1,8}){0,2}\s?[:|©]|\(|©|Copyright|All rights|Reporting", line, re.IGNORECASE
    )
    return line.count(" ") > 6 and line.rstrip("\"”’'").endswith((".", "?", "!")) and not marked
