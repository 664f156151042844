"""The bricks of pages: escaped HTML with a plain-text twin. Nothing of an article becomes markup here."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape, unescape
from pathlib import Path
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from analysis.article.characters import CONTROLS, TURNING
from analysis.charts import save_chart, to_csv, to_svg
from analysis.charts.days import in_words
from analysis.console import counted

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"
SENTENCE = 50  # characters from which on a third of its cells give a column a reading width
FEWEST = 3  # signs, ties or dated actions of a chart
NUMBER = re.compile(r"\d[\d,]* %")
DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?|(?:\d\d? )?[A-Z][a-z]+ \d{4}")  # what no line is broken in
COMMENT = re.compile(r"\s*(?://.*|/\*.*\*/)?\s*")  # a line that says nothing to a browser
SHEETS = ("blocks.css", "explorer.css")
LAB_SHEETS = (*SHEETS, "lab.css")
SCRIPTS = {  # by the markup they are for
    "data-choose": ("choose.js",),
    "<table": ("tables.js",),
    "<figure": ("figures.js",),
    'href="#': ("links.js",),
    "data-explorer": ("explorer-network.js", "explorer.js", "explorer-page.js"),
}


class Markup(str):
    """A string that is HTML already."""


@dataclass(frozen=True)
class Block:
    """Something to be seen: HTML for people, plain text for terminals and tests. Blocks add up."""

    markup: str
    text: str

    def __add__(self, other: "Block") -> "Block":
        return Block(self.markup + other.markup, f"{self.text}\n\n{other.text}")

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        html = f'{style()}<div class="readout">{self.markup}</div>'
        code = [script for markup, script in scripts().items() if markup in self.markup]
        return {"text/html": html + "".join(code), "text/plain": self.text}


@cache
def style() -> str:
    """The style sheet of the blocks; a report takes it out, since it has one for the whole page."""
    return f"<style>{templates(*LAB_SHEETS)}</style>"


@cache
def scripts() -> dict[str, str]:
    """The scripts by the markup they are for; a report takes them out likewise."""
    return {markup: f"<script>{{{templates(*names)}}}</script>" for markup, names in SCRIPTS.items()}


def templates(*names: str) -> str:
    """Style sheets or scripts, one behind the other, without lines of comment and the space before lines."""
    lines = "".join((TEMPLATES / name).read_text(encoding="utf-8") for name in names).splitlines()
    return "".join(f"{line.strip()}\n" for line in lines if not COMMENT.fullmatch(line))


def html(value: Any) -> str:
    """The value as HTML: everything is escaped but what is `Markup`; null is a dash.

    No mark of direction in it turns what stands beside it. Each character stays one.
    """
    if isinstance(value, Markup):
        return value
    words = "–" if value is None or value == "" else CONTROLS.sub(" ", _plain(value))
    return escape(TURNING.sub("\N{ZERO WIDTH SPACE}", words))


def bare(value: Any) -> str:
    """The value as plain text."""
    if isinstance(value, Markup):
        return unescape(re.sub(r"<[^>]*>", "", value))
    return "–" if value is None or value == "" else _plain(value)


def _plain(value: Any) -> str:
    return f"{value:,}" if type(value) is int else str(value)


def day(published: str | None) -> Markup | None:
    """A day in words, by which a table can be sorted."""
    return Markup(f'<time datetime="{html(published)}">{html(in_words(published))}</time>') if published else None


def note(words: str, looks: str = "") -> Block:
    """One paragraph; `looks` are its classes."""
    return Block(f"<p{f' class={looks!r}' if looks else ''}>{html(words)}</p>", words)


def heading(words: str) -> Block:
    """A heading within a page."""
    return Block(f'<p class="page-heading">{html(words)}</p>', words)


def table(
    caption: str,
    columns: Sequence[str],
    lines: Iterable[Sequence[Any]],
    *,
    order: str = "",
    none: str = "",
    headed: bool = True,
    cited: tuple[str, str] | None = None,
) -> Block:
    """A table with a caption. The first column heads its row, where `headed`; numbers stand right; `none` is said of an
    empty one, and `order` in the caption for as long as nobody sorts it in another. A row is `cited` by the words in a
    column, and a source."""
    body = [list(line) for line in lines]
    if not body:
        return note(f"{caption}: {none or 'none'}.")
    head = "".join(f'<th scope="col"{_shape(_first(body, n))}>{html(name)}</th>' for n, name in enumerate(columns))
    prose = {n for n in range(len(columns)) if 3 * sum(len(bare(line[n])) > SENTENCE for line in body) >= len(body)}
    rows = "".join(
        f"<tr>{''.join(_cell(value, headed and n == 0, n in prose) for n, value in enumerate(line))}</tr>"
        for line in body
    )
    known = f' data-words="{[*columns].index(cited[0])}" data-source="{html(cited[1])}"' if cited else ""
    ordered = f'<span class="order">, {html(order)}</span>' if order else ""
    markup = (
        f'<div class="scroll" role="group" tabindex="0" aria-label="{html(caption)}"><table{known}>'
        f"<caption>{html(caption)}{ordered}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )
    text = "\n".join(" | ".join(map(bare, line)) for line in [columns, *body])
    return Block(markup, f"{caption}{f', {order}' if order else ''}\n{text}")


def _first(body: list[list[Any]], n: int) -> Any:
    """What first stands in a column and is not null."""
    return next((line[n] for line in body if line[n] is not None), None)


def _shape(value: Any, prose: bool = False) -> str:
    if isinstance(value, int | float) or NUMBER.fullmatch(str(value)):
        return ' class="number"'
    if DAY.fullmatch(bare(value)):
        return ' class="day"'
    return ' class="prose-cell"' if prose else ""


def _cell(value: Any, heads: bool, prose: bool) -> str:
    tag, scope = ("th", ' scope="row"') if heads else ("td", "")
    return f"<{tag}{scope}{_shape(value, prose)}>{html(value)}</{tag}>"


@dataclass(frozen=True, repr=False)
class Figure(Block):
    """A chart to be seen, that can be saved with what it draws."""

    ax: Axes
    data: pd.DataFrame | None = None

    def save(self, path: str | Path) -> list[Path]:
        """Write it as SVG and PNG, and its data beside it as CSV; the same chart gives the same bytes.

        `pages.mention_figure(reading).save("charts/mentions")` writes three files of that name.
        """
        return save_chart(self.ax, path, self.data)


def figure(
    ax: Axes,
    *,
    alt: str,
    caption: str,
    data: pd.DataFrame | None = None,
    name: str = "chart",
    wide: bool = False,
    few: str = "",
) -> Figure:
    """A chart as an image with its alternative text, a caption and its data; `name` is for who saves it.

    One that is `wide` keeps its size on a phone, where others shrink to the page. `few` are words that a page says in
    place of a chart of hardly anything.
    """
    if few:
        return Figure(note(few).markup, f"[{caption} {alt}]", ax, data)
    known = "" if data is None else f' data-csv="{html(to_csv(data))}"'
    markup = (
        f'<figure data-name="{html(name)}"{known}><div class="scroll{" wide" if wide else ""}" role="group" '
        f'tabindex="0" aria-label="{html(caption)}">{picture(ax, alt)}</div>'
        f"<figcaption>{html(caption)}</figcaption></figure>"
    )
    return Figure(markup, f"[{caption} {alt}]", ax, data)


def picture(ax: Axes, alt: str) -> str:
    """A chart as an image with its alternative text, by an address that holds it in plain signs."""
    svg = re.sub(r"<[^>']*>", lambda tag: tag[0].replace('"', "'"), to_svg(ax))
    signs = re.sub(r'[\x00-\x1f%#"&<>()]', lambda sign: f"%{ord(sign[0]):02X}", svg)
    return f'<img alt="{html(alt)}" src="data:image/svg+xml,{signs}">'


def too_few(told: Sequence[str], noun: str, least: int = FEWEST) -> str:
    """What is said in place of a chart of so little that words tell it better; nothing where there is more."""
    if not told:
        return f"No {noun} is shown."
    return "" if len(told) >= least else f"{counted(len(told), noun)} shown, too few for a chart: {'; '.join(told)}."


def facts(pairs: Mapping[str, Any]) -> Block:
    """Names and values; those that are null are left out."""
    known = {name: value for name, value in pairs.items() if value is not None and value != ""}
    items = "".join(f"<div><dt>{html(name)}</dt><dd>{html(value)}</dd></div>" for name, value in known.items())
    return Block(f'<dl class="facts">{items}</dl>', "\n".join(f"{name}: {bare(v)}" for name, v in known.items()))


def choose(label: str, pages: Mapping[str, Block], *, none: str = "") -> Block:
    """A list to choose one of several ready-made pages from: a few lines of script, no kernel.

    Without script all pages are shown, one below the other.
    """
    if not pages:
        return note(f"{label}: {none or 'nothing to choose from'}.")
    key = (
        "choose-"
        + hashlib.sha256("".join([label, *pages, *(p.markup for p in pages.values())]).encode()).hexdigest()[:10]
    )
    options = "".join(f'<option value="{n}">{html(name)}</option>' for n, name in enumerate(pages))
    sections = "".join(
        f'<section class="page" aria-label="{html(name)}">{page.markup}</section>' for name, page in pages.items()
    )
    markup = (
        f'<div class="choose" data-choose><p class="chooser"><label for="{key}">{html(label)}</label> '
        f'<select id="{key}">{options}</select></p><div class="pages" aria-live="polite">{sections}</div></div>'
    )
    return Block(markup, "\n\n".join(f"{label}: {name}\n{page.text}" for name, page in pages.items()))
