"""What all charts share: ink, sizes, labels, empty charts, and the way to SVG."""

import io
import re
import textwrap
import warnings
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pandas as pd
import pyarrow as pa
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text

from analysis.article.characters import CONTROLS
from analysis.tables.plain import shown
from analysis.tables.store import for_spreadsheets

# Light and dark value of each ink. Blue and orange are told apart by all common kinds of colour vision.
INKS = {
    "ink": ("#1d1d1b", "#ecebe6"),
    "quiet": ("#63625c", "#aeaca4"),
    "rule": ("#d8d6cf", "#45443f"),
    "strong": ("#23586f", "#7cc0d8"),
    "middle": ("#6fa3b6", "#467f94"),
    "pale": ("#cfe1e7", "#2b4a56"),
    "support": ("#0b5fa5", "#7ab8f5"),
    "oppose": ("#b2430a", "#f3995f"),
    "neutral": ("#706f69", "#a3a199"),
    "paper": ("#ffffff", "#1a1a18"),
}
INK, QUIET, RULE, STRONG, MIDDLE, PALE, SUPPORT, OPPOSE, NEUTRAL, PAPER = (light for light, _ in INKS.values())
SIGNS = {"support": ("▲", SUPPORT), "oppose": ("▼", OPPOSE), "neutral": ("◆", NEUTRAL)}
ACTORS = ("person", "organization", "country", "group")
ROW = 0.27  # inches a row
WIDTH = 6.6
NARROW = 3.0  # of charts that are read on a phone too, where they are as wide as the page
NAME = 30  # characters of a name beside a row or a point, or above a column
PAD = 0.06  # inches around a saved chart
STYLE = {
    "font.size": 9.5,
    "text.parse_math": False,
    "text.color": INK,
    "axes.edgecolor": RULE,
    "axes.labelcolor": QUIET,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "xtick.color": QUIET,
    "ytick.color": INK,
    "hatch.linewidth": 0.6,
    "svg.fonttype": "none",
    "svg.hashsalt": "readout",
}
FONTS = "-apple-system, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"
Chart = Callable[..., Axes]


def chart(draw: Chart) -> Chart:
    """A chart function in this kit's style, in which no text is read as mathematics."""

    @wraps(draw)
    def styled(*tables: Any, **options: Any) -> Axes:
        with mpl.rc_context(STYLE):
            ax = draw(*tables, **options)
            for text in ax.figure.findobj(Text):
                text.set_parse_math(False)
        return ax

    return styled


def with_names(mentions: pd.DataFrame, entities: pd.DataFrame) -> pd.DataFrame:
    """The mentions of entities that are shown, each with the name and kind of what it mentions."""
    names = shown(entities)[["article_id", "entity_id", "name", "kind"]]
    return mentions.merge(names, on=["article_id", "entity_id"], how="inner", validate="many_to_one")


def axes(ax: Axes | None, n_rows: float, *, width: float = NARROW) -> Axes:
    """The axes given, else new ones high enough for so many rows."""
    return ax or Figure(figsize=(width, max(1.1, 0.45 + n_rows * ROW))).add_subplot()


def plain(words: str, width: int = 34) -> str:
    """A label on one line: no control characters, shortened where it is long, between words where it has any."""
    clean = " ".join(CONTROLS.sub(" ", words).split())
    if len(clean) <= width:
        return clean
    short = textwrap.shorten(clean, width, placeholder=" …", break_on_hyphens=False)
    return short if len(short) > width / 2 else f"{clean[: width - 1]}…"


def label_rows(ax: Axes, names: Iterable[str]) -> None:
    """One name a row, the first on top, without ticks."""
    labels = [plain(name, NAME) for name in names]
    ax.set_yticks(range(len(labels)), labels)
    ax.set_ylim(len(labels) - 0.4, -0.6)
    ax.tick_params(axis="y", length=0, pad=6)
    ax.spines[["left", "bottom"]].set_visible(False)


def key(ax: Axes, handles: list[Any]) -> None:
    """The key, in one line above the chart."""
    ax.legend(
        handles=handles,
        loc="lower left",
        bbox_to_anchor=(0, 1),
        ncols=len(handles),
        frameon=False,
        borderaxespad=0.2,
        handlelength=1.2,
        handletextpad=0.5,
        columnspacing=1.4,
        labelcolor=QUIET,
    )


def empty(ax: Axes | None, words: str) -> Axes:
    """A chart that says that there is nothing to show."""
    ax = axes(ax, 1)
    ax.set(xticks=[], yticks=[])
    ax.set_axis_off()
    ax.text(0, 0.5, words, transform=ax.transAxes, color=QUIET, style="italic", va="center")
    return ax


def to_svg(ax: Axes) -> str:
    """The chart as SVG that takes the reader's fonts and his light or dark ground; same chart, same bytes."""
    out = io.StringIO()
    _save(
        ax, out, format="svg", dpi=72, transparent=True, metadata=dict.fromkeys(("Date", "Creator", "Format", "Type"))
    )
    svg = _lean(out.getvalue()[out.getvalue().index("<svg") :])
    for name, (light, _) in INKS.items():
        svg = svg.replace(light, f"var(--{name})")
    used = {name: pair for name, pair in INKS.items() if f"var(--{name})" in svg}
    light, dark = (";".join(f"--{name}:{pair[n]}" for name, pair in used.items()) for n in (0, 1))
    scheme = (
        f":root{{{light}}}@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}text{{font-family:{FONTS}}}"
    )
    return svg.replace("<style>", f"<style>{scheme}", 1)


WASTE = re.compile(  # comments, breaks, names of groups, turns by nothing, a font for each word, what has no ink
    r"<!--.*?-->|(?<=>)\s+(?=<)|(?<=<g) id=\"\w+_\d+\"| transform=\"rotate\(-?0 [^\"]*\"| type=\"text/css\""
    r"|font-family: 'DejaVu Sans'[^;\"]*;? ?|<path [^>]*style=\"fill: none\"/>",
    re.DOTALL,
)
LOOKS = re.compile(r'(?: clip-path="([^"]*)")? style="([^"]*)"')


def _lean(svg: str) -> str:
    """The same picture without what nothing in it needs, places to a tenth of a point, each way to look said once."""
    looks: dict[str, str] = {}

    def name(found: re.Match[str]) -> str:
        look = f"clip-path: {found[1]}; {found[2]}" if found[1] else found[2]
        return f' class="{looks.setdefault(look, f"c{len(looks)}")}"'

    def short(found: re.Match[str]) -> str:
        tenths = re.sub(r"\d+\.\d+", lambda number: f"{float(number[0]):.1f}".removesuffix(".0"), found[0])
        return re.sub(r" ?([A-Za-z]) ?", r"\1", " ".join(tenths.split()))

    svg = LOOKS.sub(name, _flat(WASTE.sub("", svg)))
    svg = re.sub(r"<[^>]*>", lambda tag: re.sub(r'(?<= [dxy]=")[^"]*', short, tag[0]), svg)
    sheet = "".join(f".{name}{{{look}}}" for look, name in looks.items())
    return svg.replace("</style>", f"{sheet}</style>", 1)


def _flat(svg: str) -> str:
    """The same picture without groups that say nothing."""
    parts, told = [], []
    for part in re.split(r"(</?g\b[^>]*>)", svg):
        if part == "</g>":
            part = part if told.pop() else ""
        elif part.startswith("<g") and not part.endswith("/>"):
            told.append(part != "<g>")
            part = part if told[-1] else ""
        parts.append("" if part == "<g/>" else part)
    return "".join(parts)


def to_png(ax: Axes) -> bytes:
    """The chart as PNG on white, at 200 dots an inch; same chart, same bytes."""
    out = io.BytesIO()
    _save(ax, out, format="png", dpi=200, metadata={"Software": None})
    return out.getvalue()


def save_chart(ax: Axes, path: str | Path, data: pd.DataFrame | None = None) -> list[Path]:
    """Write a chart as SVG and PNG, and its data beside it as CSV: `save_chart(ax, "charts/mentions", data)`.

    Files of these names are replaced; a suffix that `path` has is not used. The same chart gives the same bytes.
    """
    made: dict[str, bytes] = {".svg": to_svg(ax).encode(), ".png": to_png(ax)}
    if data is not None:
        made[".csv"] = to_csv(data).encode()
    place = Path(path)
    place = place.with_suffix("") if place.suffix.lower() in made else place
    place.parent.mkdir(parents=True, exist_ok=True)
    files = [place.with_name(place.name + suffix) for suffix in made]
    for file, content in zip(files, made.values(), strict=True):
        file.write_bytes(content)
    return files


def to_csv(data: pd.DataFrame) -> str:
    """The data of a chart as CSV; a spreadsheet takes none of it for a formula."""
    typed = pa.Table.from_pandas(data, preserve_index=False).to_pandas(types_mapper=pd.ArrowDtype)
    return for_spreadsheets(typed).to_csv(index=False, lineterminator="\n")


def _save(ax: Axes, out: Any, *, dpi: int, **options: Any) -> None:
    """Save what there is to see. Its bounds are measured before, since `bbox_inches="tight"` draws everything twice."""
    figure = ax.figure.get_figure(root=True)
    before = figure.dpi
    with mpl.rc_context(STYLE), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph")  # the reader's fonts draw the letters, not matplotlib's
        try:
            figure.set_dpi(dpi)
            figure.savefig(out, dpi=dpi, bbox_inches=figure.get_tightbbox().padded(PAD), **options)
        finally:
            figure.set_dpi(before)
