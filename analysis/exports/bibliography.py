"""The articles as references: CSL-JSON for Zotero and others, BibTeX for LaTeX (as biblatex's `@article`).

A byline is a name as it stands, not cut into given and family name; without one the agency or outlet signs.
"""

import json
from typing import TYPE_CHECKING, Any

from analysis.console import counted
from analysis.exports.files import file_names
from analysis.exports.formats import Made
from analysis.tables.plain import rows

if TYPE_CHECKING:
    from analysis.reading import Reading

SPECIAL = {sign: f"\\{sign}" for sign in "&%$#_"} | {
    sign: f"\\text{name}{{}}"
    for sign, name in zip("\\~^{}", ("backslash", "asciitilde", "asciicircum", "braceleft", "braceright"), strict=True)
}


def csl(reading: "Reading") -> Made:
    """A CSL-JSON list of all articles, as newspaper articles."""
    found = [_known(_reference(row)) for row in rows(reading.articles)]
    data = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    return Made(data.encode(), counted(len(found), "article"))


def bibtex(reading: "Reading") -> Made:
    """An `@article` for each article; words keep their capitals, signs that LaTeX would act on are escaped."""
    found = rows(reading.articles)
    keys = file_names(row.article_id for row in found)
    return Made("\n".join(_entry(keys[row.article_id], row) for row in found).encode(), counted(len(found), "article"))


def _reference(row: Any) -> dict[str, Any]:
    signs = row.byline or row.agency
    return {
        "id": row.article_id,
        "type": "article-newspaper",
        "title": row.headline or row.article_id,
        "author": [{"literal": signs}] if signs else None,
        "container-title": row.outlet,
        "publisher-place": row.dateline_place,
        "source": row.agency,
        "issued": {"date-parts": [[int(part) for part in row.published.split("-")]]} if row.published else None,
        "URL": row.url,
        "language": "en",
    }


def _entry(key: str, row: Any) -> str:
    fields = {
        "title": row.headline or row.article_id,
        "author": row.byline or row.agency,
        "journaltitle": row.outlet,
        "date": row.published,
        "url": row.url,
    }
    lines = [f"  {name} = {{{_braced(name, value)}}},\n" for name, value in _known(fields).items()]
    return f"@article{{{key},\n{''.join(lines)}}}\n"


def _braced(name: str, value: str) -> str:
    """A value in its inner braces, an address as it is but for braces of its own: they would not pair."""
    if name in ("date", "url"):
        return value.replace("{", "%7B").replace("}", "%7D")
    return f"{{{''.join(SPECIAL.get(char, char) for char in ' '.join(value.split()))}}}"


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}
