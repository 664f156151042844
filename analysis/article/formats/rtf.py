"""RTF: its paragraphs as they show, cells of tables on lines of their own."""

import re
from collections.abc import Iterator

from analysis.article.formats.decode import Decoded
from analysis.console import counted

TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?|\\'[0-9a-fA-F]{2}|\\[^a-zA-Z]|(?P<brace>[{}])|[^\\{}]+"
)
HIDING = ("v", "deleted")  # hidden text, and text whose deletion was tracked; 0 ends either
UNSHOWN = ("fldinst", "annotation", "footnote", "xe", "tc")  # groups whose text stands elsewhere or nowhere
CELLS = {"cell": r"\par ", "nestcell": r"\par ", "row": r"\par ", "nestrow": r"\par "}
HALVES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
NO_EXTRA = "reading it needs an extra; install it in the checkout: .venv/bin/python -m pip install -e '.[documents]'"


def rtf_text(data: bytes) -> Decoded:
    """The text of an RTF file by striprtf, without what a word processor hides: deleted and hidden text, addresses of
    links. Footnotes are left out, and that is said. Raises ValueError where it is no RTF.
    """
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError:
        raise ValueError(NO_EXTRA) from None
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        raise ValueError("it is no RTF file")
    source = (
        data.decode("cp1252", errors="replace") if not data.startswith(b"\xef\xbb\xbf") else data.decode("utf-8-sig")
    )
    try:
        text = rtf_to_text("".join(_shown(source)), errors="replace")
    except Exception as error:  # striprtf raises whatever a broken file leads it to
        raise ValueError(f"the RTF cannot be read: {' '.join(str(error).split())}") from None
    text = HALVES.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)
    notes = len(re.findall(r"\\footnote\b", source))
    return Decoded(text.replace("\xad", ""), f"{counted(notes, 'footnote')} left out" if notes else None)


def _shown(source: str) -> Iterator[str]:
    """The tokens of a file without those of hidden text; groups and marks stay as they are."""
    stack: list[tuple[bool, ...]] = []
    hidden = (False, False, False)  # hidden, deleted, in a group that is not shown
    for token in TOKEN.finditer(source):
        word, brace = token["word"], token["brace"]
        if brace == "{":
            stack.append(hidden)
        elif brace == "}":
            hidden = stack.pop() if stack else hidden
        elif word in HIDING:
            flags = list(hidden)
            flags[HIDING.index(word)] = token["number"] != "0"
            hidden = tuple(flags)
            continue
        elif word in UNSHOWN:
            hidden = (*hidden[:2], True)
        elif word == "plain":
            hidden = (False, hidden[1], hidden[2])
        if brace or not any(hidden):
            yield CELLS.get(word, token[0]) if word else token[0]
