"""What fields hold: strings, HTML, numbers, lists, objects that wrap the value in one way or another."""

import ast
import json
import re
from collections.abc import Mapping
from typing import Any

from analysis.article.formats.markup import is_page, plain

INNER = (
    "rendered",
    "value",
    "text",
    "html",
    "main",
    "name",
    "title",
    "literal",
    "basic",
    "label",
    "#text",
    "_",
    "$t",
    "content",
)
RICH = ("xhtml", "html", "main", "text")  # roles of one text in several forms, the richest first
GIVEN, FAMILY = ("given", "firstname", "first", "givenname", "forename"), ("family", "lastname", "last", "familyname")
WHOLE = ("name", "fullname", "displayname", "original", "by")
PARAGRAPHS = ("paragraph", "heading", "blockquote")  # types of blocks that hold runs of text
SIGNING = ("names", "authors", "contributors", "creators", "people", "persons", "person")
LINKS = ("url", "href", "link", "permalink", "rendered", "canonical", "id")
WRAPPED_DAYS = ("date", "numberlong", "raw", "value", "text", "iso", "utc")
LONGEST_LITERAL = 20_000
BREAK = re.compile(r"(?<=[.!?…\"”’')\]\s])(?:(?:\\r)?\\n)+")  # line ends that were written out: backslash, n
NOTED = re.compile(r"(?<=\w)\s*\([^()]*\)\s*$")  # what stands behind a field's name in brackets: a language, a unit
ADDRESS = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)


def bare(name: Any) -> str:
    """A field's name without what parts its words: `Full Text`, `full_text`, `fullText`, `Full Text (EN)` are one."""
    return re.sub(r"[\W_]+", "", NOTED.sub("", str(name))).casefold()


def is_void(value: Any) -> bool:
    """None, an empty string or list, or the not-a-number of an empty cell."""
    if value is None or isinstance(value, str):
        return not (value and value.strip())
    if isinstance(value, (Mapping, list, tuple)):
        return not value
    if isinstance(value, (int, float)):
        return value != value
    import pandas as pd

    return pd.api.types.is_scalar(value) and bool(pd.isna(value))


def is_address(words: str | None) -> bool:
    """Whether words are an address on the web."""
    return bool(words and ADDRESS.match(words))


def address_of(value: Any) -> str | None:
    """The address in a field, which may be an object that has it; what is no address is none."""
    value = _read_literal(value)
    if isinstance(value, (list, tuple)):
        return next(filter(None, map(address_of, value)), None)
    if isinstance(value, Mapping):
        inner = {bare(key): piece for key, piece in value.items()}
        return next(filter(None, (address_of(inner[name]) for name in LINKS if name in inner)), None)
    words = words_of(value)
    return words if is_address(words) else None


def body_of(value: Any) -> str:
    """The text in a field: a string or HTML, paragraphs in a list, one text in several forms, sections."""
    if isinstance(value, str):
        if not is_page(value):
            return plain(value if "\n" in value else BREAK.sub("\n\n", value))
        from analysis.article.formats.pages import read_html

        return read_html(value).text
    if isinstance(value, Mapping):
        inner = {bare(key): piece for key, piece in value.items()}
        if (runs := _runs(inner)) is not None:
            return plain("".join(map(_run, runs)))
        if "sections" in inner or "paragraphs" in inner:
            names = ("summary", "headline", "sections", "paragraphs")
            return "\n\n".join(filter(None, (body_of(inner.get(name)) for name in names)))
        return next(filter(None, (body_of(inner[name]) for name in INNER if name in inner)), "")
    pieces = _listed(value)
    forms = {_role(piece): piece for piece in pieces if _role(piece)}
    if len(forms) == len(pieces) > 0:
        return body_of(next((forms[role] for role in RICH if role in forms), pieces[0]))
    return "\n\n".join(filter(None, map(body_of, pieces)))


def _runs(block: Mapping[str, Any]) -> list[Any] | None:
    """The pieces of a paragraph that an editor keeps apart, such as words in bold; None of what is no paragraph."""
    if isinstance(block.get("children"), list) and all(isinstance(piece, Mapping) for piece in block["children"]):
        return block["children"] if all("text" in piece for piece in block["children"]) else None
    kind = str(block.get("type") or "").casefold()
    return block["content"] if kind in PARAGRAPHS and isinstance(block.get("content"), list) else None


def _run(piece: Any) -> str:
    return str(piece.get("text") or "") if isinstance(piece, Mapping) else str(piece)


def words_of(value: Any) -> str:
    """A field's value as one line of words; of a list the items, of an object what it is called."""
    value = _read_literal(value)
    if isinstance(value, Mapping):
        inner = {bare(key): piece for key, piece in value.items()}
        return next(filter(None, (words_of(inner[name]) for name in INNER if name in inner)), "")
    if isinstance(value, (list, tuple)):
        forms = [piece for piece in value if _role(piece)]
        if forms and len(forms) == len(value):
            return words_of(next((piece for piece in forms if _role(piece) == "main"), forms[0]))
        return ", ".join(filter(None, map(words_of, value)))
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if is_void(value) else " ".join(plain(str(value)).split())


def day_words(value: Any) -> Any:
    """What a field has for a day, out of the objects that bibliographies and databases wrap it in."""
    value = _read_literal(value)
    if not isinstance(value, (Mapping, list, tuple)):
        return value
    if isinstance(value, Mapping):
        inner = {bare(key): piece for key, piece in value.items()}
        if parts := inner.get("dateparts") or [inner[name] for name in ("year", "month", "day") if name in inner]:
            return day_words(parts)
        return next((day_words(inner[name]) for name in WRAPPED_DAYS if name in inner), None)
    if value and all(isinstance(piece, (int, str)) and re.fullmatch(r"\d{1,4}", str(piece)) for piece in value):
        return "-".join(f"{int(piece):02d}" for piece in value[:3])
    return day_words(value[0]) if value else None


def names_of(value: Any) -> list[str]:
    """The names in a field of authors: strings, objects with a name or with its parts. A number is no name."""
    value = _read_literal(value)
    if isinstance(value, (list, tuple)):
        return [name for piece in value for name in names_of(piece)]
    if isinstance(value, Mapping):
        inner = {bare(key): piece for key, piece in value.items()}
        parts = [next((words_of(inner[name]) for name in names if name in inner), "") for names in (GIVEN, FAMILY)]
        if whole := next((inner[name] for name in WHOLE if inner.get(name)), None):
            return names_of(whole)
        if people := [piece for name, piece in inner.items() if name in SIGNING and not isinstance(piece, str)]:
            return names_of(people[0])
        return [" ".join(filter(None, parts))] if any(parts) else list(filter(None, [words_of(value)]))
    words = words_of(value)
    return [words] if re.search(r"[^\W\d_]", words) and not is_address(words) else []


def list_of(value: Any) -> list[str]:
    """The entries of a list, or of a string whose entries semicolons part; of objects code and name."""
    value = _read_literal(value)
    if isinstance(value, str):
        return [words for piece in value.split(";") if (words := " ".join(piece.split()))]
    if isinstance(value, Mapping):
        inner = {bare(key): words_of(piece) for key, piece in value.items()}
        code = next((inner[name] for name in ("qcode", "code", "uri", "id") if inner.get(name)), "")
        return list(filter(None, [" ".join(filter(None, (code, inner.get("name", ""))))]))
    return [entry for piece in _listed(value) for entry in list_of(piece)]


def _role(piece: Any) -> str:
    """What a form of a text is for, in a list of such forms: `main`, `html`."""
    if not isinstance(piece, Mapping) or not {"value", "text"} & {bare(key) for key in piece}:
        return ""
    inner = {bare(key): value for key, value in piece.items()}
    if "html" in str(inner.get("contenttype", "")):
        return "html"
    return str(inner.get("role") or inner.get("name") or "").casefold()


def _listed(value: Any) -> list[Any]:
    """The items of a list or of an array; none of anything else."""
    if isinstance(value, (list, tuple)):
        return list(value)
    if value is None or isinstance(value, (str, Mapping, bytes, set, frozenset)) or not hasattr(value, "tolist"):
        return []
    found = value.tolist()
    return found if isinstance(found, list) else []


def _read_literal(value: Any) -> Any:
    """A list or object that was written into a cell as Python or JSON writes it."""
    if not isinstance(value, str) or not 1 < len(value) < LONGEST_LITERAL:
        return value
    edges = value.strip()[:1] + value.strip()[-1:]
    if edges not in ("[]", "{}"):
        return value
    for read in (json.loads, ast.literal_eval):
        try:
            return read(value.strip())
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            continue
    return value
