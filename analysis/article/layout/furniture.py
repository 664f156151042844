"""Lines that stand on a page and are no part of the story: buttons, captions, credits, notes, copyright lines."""

import re
from collections import defaultdict
from functools import cache

from analysis.article.days import MONTH
from analysis.lexicon import rows

LONGEST = 400
SHORT = 14  # words of a line that may be a caption or a link and is no sentence
READING_TIME = re.compile(
    r"""
      \(? \d{1,3} [ -]? mins? (?:utes?)? (?:\ read)? \)?         # (3 min read), 12-minute read
    | (?:reading\ time | estimated\ read) \b .{0,30} \d .{0,12}  # Reading time: 3 minutes
    """,
    re.IGNORECASE | re.VERBOSE,
)
END_MARK = re.compile(r"[\W_]*(?:30|ends?|more|xxx|#+)?[\W_]*", re.IGNORECASE)  # -30-, ###, ENDS
PAGE = re.compile(
    r"""
      (?:page | p\.) \ ? \w? \d+ (?:\ of\ \d+)?    # Page 3 of 12, p. A4
    | \d+ \ of\  \d+                               # 3 of 12
    | \d+ \ (?:comments? | shares? | likes? | views?)
    | see \  [A-Z]+ ,? \  [A-Z]? \d+               # see TALKS, A4
    """,
    re.IGNORECASE | re.VERBOSE,
)
CREDIT = re.compile(
    r"""
      (?:AP | AFP | REUTERS | Reuters | EPA | Xinhua | dpa | Getty | UPI | PA | ANSA | EFE | Bloomberg) (?:\ Photo)?
      \s? / \s? [A-Z][\w.'’-]+ (?:\ [A-Z][\w.'’-]*){0,3} (?:/File[ \w]*)? [^\w.]* $   # REUTERS/Jane Doe/File Photo
    | \( (?:Photo | Image | Picture | Photograph | Credit | AP\ Photo | File)
      [ :/] [^()]* \) \W* $                                                           # (Photo: Jane Doe)
    | \b Getty\ Images \W* $                                                          # Jane Doe / Getty Images
    """,
    re.VERBOSE,
)
CAPTION = re.compile(r"[A-Z][A-Z .,'-]{3,40}\s[-–—]+\s?[A-Z]{3,9}\.? \d{1,2}(?:, \d{4})?\s?:")  # OSLO, NORWAY - JAN 15:
CLOCK = r"(?: ,? \s* (?:at\s)? \d{1,2} [:.] \d\d \s? (?:[ap]\.?m\.?)? (?:\s?[A-Z]{2,4})? )"  # at 3:05 p.m. ET
STAMP = re.compile(
    rf"""
    (?: (?:last\ | first\ )? (?:updated | published | posted | modified | created) (?:\ on | \ at)? :? \s* )?
    {CLOCK}? ,? \s*
    (?: (?:mon | tues? | wed(?:nes)? | thur?s? | fri | sat(?:ur)? | sun) (?:day)? \.? ,? \s )?
    (?: {MONTH} \s \d{{1,2}} (?:st|nd|rd|th)? ,? (?:\ \d{{4}})?            # Updated Wed, January 15th, 2020
      | \d{{1,2}} (?:st|nd|rd|th)? \s {MONTH} ,? (?:\ \d{{4}})?            # 15 January 2020
      | \d{{4}}-\d\d-\d\d                                                  # Published: 2020-01-15
      | \d{{1,2}} [./] \d{{1,2}} [./] \d{{2,4}}                            # 15.1.2020, 1/15/20
      | (?<=d\ | t\ ) \d{{1,2}} [:.] \d\d \s? [ap]\.?m\.? (?:\ [A-Z]{{2,4}})?   # Updated 3:05 p.m. ET
    )
    (?: \s? [|,·•-]? \s* {CLOCK} )?                                        # ... | 3:05 p.m. ET
    \W*
    """,
    re.IGNORECASE | re.VERBOSE,
)
ADDRESS = re.compile(r"\S+@\S+\.\w+|https?://\S+|www\.\S+|(?<!\w)@\w{3,}")
CONTACT = re.compile(
    r"""
      \b (?:can|may)\ (?:also\ )? be\ (?:reached | contacted | followed)\ (?:at | on | by) \b
      .* (?:@ | \d{3} | Twitter | Facebook)                                 # Jane Doe can be reached at 555 1234
    | \b follow\ (?:him | her | them | us | me | @\w+ | [A-Z]\w+ (?:\ [A-Z]\w+)?) [ ]
      (?: at\ @ | on\ (?:Twitter | X | Facebook | Instagram | Threads | Bluesky) \b )  # Follow Jane Doe on Twitter
    """,
    re.IGNORECASE | re.VERBOSE,
)
APPEARED = re.compile(r"The post .+ appeared first on .{2,60}")  # below a post in a feed
TWO_SENTENCES = re.compile(r"[a-z]{3}[.!?][\"”’']? +[\"“‘']?[A-Z]")
SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*$")


def is_furniture(line: str) -> bool:
    """Whether a line is page furniture; a sentence of the story is none, whatever it begins with."""
    if not line[:1].strip():
        return not line.strip()
    if not any(char.isalnum() for char in line[:LONGEST]):
        return True
    if len(line) > LONGEST:
        return False
    return _phrase(line) or _mark(line) or _credit(line)


def is_stamp(line: str) -> bool:
    """Whether a line is a day or a time and nothing else: when the story was published or updated."""
    return len(line) < 80 and bool(STAMP.fullmatch(line.strip()))


@cache
def _phrases() -> dict[str, dict[str, tuple[str, ...]]]:
    """Phrases by how they match, then by their first letters."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows("furniture"):
        found[row["match"]][row["phrase"][:3]].append(row["phrase"])
    return {match: {first: tuple(group) for first, group in groups.items()} for match, groups in found.items()}


def _phrase(line: str) -> bool:
    low = line.lower().replace("’", "'")
    phrases, first = _phrases(), low[:3]
    bare = low.strip(" .:;!>»→|[]()-–—*…")
    if bare in phrases["line"].get(bare[:3], ()):
        return True
    if line[0] == "©" or any(low.startswith(phrase) for phrase in phrases["always"].get(first, ())):
        return True
    ends = low.rstrip(" .)")
    if not TWO_SENTENCES.search(line) and any(
        ends.endswith(phrase.rstrip(" .)")) for group in phrases["end"].values() for phrase in group
    ):
        return True
    starts = any(low.startswith(phrase) for phrase in phrases["start"].get(first, ()))
    return starts and (low.count(" ") < SHORT or not SENTENCE_END.search(line))


def _mark(line: str) -> bool:
    short = len(line) < 60
    return short and bool(
        READING_TIME.fullmatch(line) or END_MARK.fullmatch(line) or PAGE.fullmatch(line) or is_stamp(line)
    )


def _credit(line: str) -> bool:
    if CREDIT.search(line) or CAPTION.match(line) or CONTACT.search(line) or APPEARED.fullmatch(line):
        return True
    return line.count(" ") < 8 and bool(ADDRESS.search(line)) and not SENTENCE_END.search(line)
