"""Executed notebooks to one page: escaped, without requests, under a content security policy by hashes."""

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from html import unescape
from itertools import chain
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from analysis.pages.blocks import SCRIPTS, SHEETS, TEMPLATES, Block, scripts, style, templates
from analysis.pages.choices import distinct
from analysis.report.notebooks import TRY

NOT_SHOWN = {"lab", TRY}  # tags of cells that are for JupyterLab alone
ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")  # colours of a terminal
PLAIN = re.compile(r'<span class="(?:n\w*|[opw])">([^<]*)</span>')  # code that looks like all of it
HEADING = re.compile(r"<h([1-6])[^>]*>(.*?)</h\1>", re.DOTALL)


class Section(NamedTuple):
    """A heading of a notebook: where it is and what it says."""

    id: str
    title: str


class Rendered(NamedTuple):
    """A notebook as part of a page."""

    id: str
    title: str
    sections: Sequence[Section]
    body: Markup
    code: Markup = Markup()


class Part(NamedTuple):
    """An article: its story, its notebooks, and how it was read."""

    title: str
    notebooks: Sequence[Rendered]
    model: str | None = None
    story: Block | None = None
    method: Block | None = None


def render_notebook(notebook: Mapping[str, Any], *, prefix: str, down: int = 1) -> Rendered:
    """The notebook as a fragment: no cells tagged `lab` or `try`, headings `down` levels lower, ids that begin with
    prefix.

    Widgets are left out: they show nothing without a kernel. The code stands apart, for the end of the page.
    """
    cells = [cell for cell in notebook["cells"] if not NOT_SHOWN & {*cell["metadata"].get("tags", ())}]
    body = _templates().get_template("notebook.html.j2").render(cells=cells)
    sources = [_text(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    for part in (style(), *scripts().values()):
        body = body.replace(part, "")
    body, sections = _headed(body, prefix, down)
    first, *rest = sections or [Section(prefix, prefix)]
    return Rendered(first.id, first.title, rest, Markup(body), _highlighted("\n\n".join(filter(None, sources))))


def render_page(
    parts: Sequence[Part],
    *,
    overview: Block | None = None,
    unread: Iterable[tuple[str, str]] = (),
    version: str = "",
    title: str = "",
    index: str = "",
) -> str:
    """The whole page. Without a network and without script it still shows everything.

    `index` is the address of the page that leads to this one, where each article has a page of its own.
    """
    sheet, code = templates(*SHEETS, "report.css"), templates(*chain.from_iterable(SCRIPTS.values()))
    return (
        _templates()
        .get_template("report.html.j2")
        .render(
            title=title or (parts[0].title if len(parts) == 1 else f"{len(parts)} articles"),
            index=index,
            parts=parts,
            overview=Markup(overview.markup) if overview else "",
            labels=distinct(part.title for part in parts),
            unread=list(unread),
            version=version,
            model=next((part.model for part in parts), None),
            style=Markup(sheet),
            script=Markup(code),
            policy=_policy(sheet, code),
        )
    )


def _policy(sheet: str, code: str) -> str:
    """What the page may do: show images that it holds, this style and this script."""
    own = f"img-src data:; style-src {_hash(sheet)}; script-src {_hash(code)}"
    return f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _templates() -> Environment:
    """The templates. HTML in prose and in what a cell shows stays; everything else is escaped."""
    from mistune import create_markdown

    prose = create_markdown(escape=False, plugins=["table", "strikethrough", "def_list", "url"])
    found = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    found.filters["prose"] = lambda source: Markup(prose(_text(source)))
    found.filters["shown"] = _shown
    return found


def _highlighted(source: str) -> Markup:
    from pygments import highlight
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import PythonLexer

    marked = highlight(source, PythonLexer(), HtmlFormatter(wrapcode=False))
    return Markup(PLAIN.sub(r"\1", marked))


def _shown(output: Mapping[str, Any]) -> Markup:
    """What a cell shows: of several forms of one thing the best one; of a widget its page, else nothing."""
    data = {"text/plain": output["text"]} if "text" in output else output.get("data", {})
    if "text/html" in data:
        return Markup(_text(data["text/html"]))
    if any("widget-view" in mime for mime in data):
        return Markup()
    if "image/svg+xml" in data:
        return _image("svg+xml", base64.b64encode(_text(data["image/svg+xml"]).encode()).decode())
    for kind in ("png", "jpeg"):
        if f"image/{kind}" in data:
            return _image(kind, _text(data[f"image/{kind}"]).strip())
    text = ANSI.sub("", _text(data.get("text/plain", "")))
    return Markup('<pre class="printed">{}</pre>').format(text) if text else Markup()


def _text(lines: str | list[str]) -> str:
    """A notebook may keep a text as its lines."""
    return lines if isinstance(lines, str) else "".join(lines)


def _image(kind: str, code: str) -> Markup:
    return Markup('<img alt="A chart of the notebook" src="data:image/{};base64,{}">').format(kind, code)


def _headed(body: str, prefix: str, down: int) -> tuple[str, list[Section]]:
    """Headings moved down, each with an id of its own."""
    sections: list[Section] = []

    def move(found: re.Match[str]) -> str:
        level, words = min(6, int(found[1]) + down), found[2]
        section = Section(f"part-{prefix}-{len(sections)}", unescape(re.sub(r"<[^>]*>", "", words)))
        sections.append(section)
        return f'<h{level} id="{section.id}">{words}</h{level}>'

    return HEADING.sub(move, body), sections
