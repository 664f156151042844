"""Where a character stands once a text is written: in the unit a format counts in, with its line ends."""

import re
from collections.abc import Sequence
from itertools import accumulate

NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LINE_END = re.compile("\r\n?")


def xml_text(text: str) -> str:
    """The text with a mark of replacement, one for one, for each character that no XML 1.0 can hold."""
    return NO_XML.sub("\ufffd", text)


def placed(text: str, *, lf: bool = False, utf16: bool = False) -> tuple[str, Sequence[int]]:
    """A text as it is written, and for every offset into ours (its end too) the one into what is written.

    `lf`: CR LF and CR are one line feed, for readers that do so themselves, each in its own way, and then count.
    `utf16`: offsets count UTF-16 code units, as Java, C# and JavaScript do: two beyond U+FFFF. Else they count code
    points.
    """
    if not lf and not utf16:
        return text, range(len(text) + 1)
    widths = [2 if utf16 and char > "\uffff" else 1 for char in text]
    if lf:
        for found in re.finditer("\r\n", text):
            widths[found.start()] = 0
    return LINE_END.sub("\n", text) if lf else text, list(accumulate(widths, initial=0))
