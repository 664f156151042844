"""Where one article of an export ends and the next begins."""

import re
from itertools import pairwise


def up_to_each(last: re.Pattern[str], text: str) -> list[str]:
    """The parts of a text that end with a line found by a pattern; what stands below the last one is left out."""
    ends = [0, *(found.end() for found in last.finditer(text))]
    return [text[start:end] for start, end in pairwise(ends)]


def with_closing(closing: re.Pattern[str], text: str) -> list[str]:
    """The parts of a text that end with one or several closing lines; what stands below the last is a part too."""
    found, begin, end = [], 0, None
    for line in [*closing.finditer(text), None]:
        start = line.start() if line else len(text)
        if end is not None and text[end:start].strip():
            found.append(text[begin:end])
            begin = end
        end = line.end() if line else end
    return [*found, text[begin:]]
