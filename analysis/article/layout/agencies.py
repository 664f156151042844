"""Names of news agencies as datelines give them."""

import re
from functools import cache

from analysis.lexicon import rows

SIGNED = re.compile(r"\(\s*([^()\n]{2,60}?)\s*\)|/\s?([^/\n]{2,40}?)\s?/|\[\s*([^\[\]\n]{2,60}?)\s*\]")


@cache
def agencies() -> dict[str, str]:
    """Forms of agencies' names to the name they are listed under."""
    forms = {row["name"]: row["agency"] for row in rows("agencies")}
    return forms | {name.upper(): agency for name, agency in forms.items()}


@cache
def agency_words() -> re.Pattern[str]:
    """A pattern that finds any form of an agency's name, the longest first, where no word goes on behind it."""
    forms = sorted(agencies(), key=lambda form: (-len(form), form))
    return re.compile(rf"(?:{'|'.join(map(re.escape, forms))})(?![\w’'&]|-\w)")
