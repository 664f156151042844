"""Another article for an explorer: chosen from a folder, uploaded or pasted."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ipywidgets import HTML, Accordion, Button, Dropdown, FileUpload, HBox, Layout, Output, Text, Textarea, VBox

from analysis.article import read_article, read_text
from analysis.article.formats import SUFFIXES
from analysis.explore.alone import NeedsKernel
from analysis.explore.explorer import Explorer
from analysis.pages import title
from analysis.pages.blocks import html
from analysis.reading import ROOT, Reading, analyse
from analysis.records import Article
from analysis.tables.plain import rows

WIDE = {"width": "min(36rem, 100%)"}
LABELS = {"description_width": "6rem"}
Read = Callable[[str | None], Article]  # from a day of publication, where one is given


class ArticlePicker(NeedsKernel, VBox):
    """Choose, upload or paste an article, and the explorer shows it: `explorer.reading` is what was read last.

    The day stands for the article that is shown: given anew, this article is read with it; the next one has its own.
    What can't be read is one line, and what was shown stays.
    """

    alone = "Here another article is chosen, uploaded or pasted."

    def __init__(
        self, explorer: Explorer, *, folder: str | Path = ROOT / "data" / "articles", model: str | None = None
    ) -> None:
        self._explorer, self._model = explorer, model
        self._last: Read = _again(explorer.reading)
        self._day = _day(explorer.reading)
        self._make(Path(folder))
        self._files.observe(lambda change: change["new"] and self._open(_file(change["new"])), "value")
        self._upload.observe(lambda change: change["new"] and self._open(_uploaded(change["new"][0])), "value")
        self._read.on_click(lambda _: self._open(_pasted(self._text.value)))
        self._published.observe(lambda change: self._redate(change["new"].strip()), "value")
        paste = Accordion([VBox([self._text, self._read])], titles=("Paste a text",))
        asked = [HBox([self._files, self._upload], layout=Layout(flex_flow="row wrap")), paste, self._published]
        super().__init__([*asked, self._message, self._trouble])

    def _make(self, folder: Path) -> None:
        options = [("choose …", ""), *_articles(folder)]
        self._files = Dropdown(options=options, description="Article", layout=WIDE, style=LABELS)
        accepted, narrow = ",".join(sorted(SUFFIXES)), Layout(width="auto")
        self._upload = FileUpload(accept=accepted, description="Upload a file", layout=narrow)
        self._published = Text(
            self._day,
            description="Published",
            placeholder="not known; 2020-01-15 is a day",
            continuous_update=False,
            layout=WIDE,
            style=LABELS,
        )
        self._text = Textarea(placeholder="Headline, empty line, text", layout=Layout(width="100%", height="10rem"))
        self._read = Button(description="Read this text", button_style="primary", layout=Layout(width="auto"))
        self._message, self._trouble = HTML(), Output()

    def _redate(self, day: str) -> None:
        """The article shown with another day."""
        if day != self._day:
            self._open(self._last, day)

    def _open(self, read: Read, day: str | None = None) -> None:
        """Read what was given; what can't be read is one line, other errors are shown whole."""
        self._trouble.outputs = ()
        self._message.value = "Reading …"
        with self._trouble:
            try:
                reading = analyse(read(day or None), model=self._model)
            except (ValueError, OSError) as error:
                self._message.value = f'<p role="alert">{html(str(error))}</p>'
                return
            self._message.value = ""
            self._explorer.reading, self._last = reading, read
            self._day = self._published.value = _day(reading)
            self._message.value = f"<p>Shown now: {html(title(reading))}</p>"


def _day(reading: Reading) -> str:
    """The day an article was published as it is written; empty where it is not known."""
    (article,) = rows(reading.articles)
    return article.published or ""


def _again(reading: Reading) -> Read:
    """The article that is shown, for another day."""
    (article,) = rows(reading.articles)

    def read(day: str | None) -> Article:
        made = read_text(article.text, article_id=article.article_id, published=day, source=article.source or "")
        return replace(made, outlet=article.outlet, url=article.url)

    return read


def _file(path: Path) -> Read:
    return lambda day: read_article(path, published=day)


def _pasted(text: str) -> Read:
    return lambda day: read_text(text, article_id="pasted-text", published=day)


def _uploaded(file: dict[str, Any]) -> Read:
    """A file that was sent, known by its name alone."""

    def read(day: str | None) -> Article:
        with TemporaryDirectory() as folder:
            path = Path(folder) / Path(file["name"]).name
            path.write_bytes(file["content"])
            try:
                return replace(read_article(path, published=day), source=path.name)
            except ValueError as error:
                raise ValueError(str(error).replace(str(path), path.name)) from None

    return read


def _articles(folder: Path) -> list[tuple[str, Path]]:
    known = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
    return [(path.relative_to(folder).as_posix(), path) for path in known]
