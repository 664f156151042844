"""Widgets over ready tables: they pick what a page function is given. Only here are widgets made.

A page is put into an `Output` as its state, not displayed in it: what is displayed there goes to the client and back,
and a client of notebooks that are run headless (nbclient) can miss the answer to the cell meanwhile and wait for good.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ipywidgets import (
    HTML,
    Accordion,
    Button,
    Dropdown,
    FileUpload,
    HBox,
    Layout,
    Output,
    Text,
    Textarea,
    VBox,
)

from analysis.article import read_article, read_text
from analysis.article.formats import SUFFIXES
from analysis.pages import actor_choices, actor_page, article_facts, marked_text, pair_choices, pair_page, timeline
from analysis.pages.blocks import Block, html, note
from analysis.reading import ROOT, Reading, analyse
from analysis.records import Article

WIDE = {"width": "min(36rem, 100%)"}
LABELS = {"description_width": "6rem"}
MEASURED = "measured"
LEAST = [("as sure as measured", MEASURED), *((f"{n} % sure and more", n / 100) for n in (90, 75, 50)), ("all", 0.0)]


class Chooser(VBox):
    """A list of choices, and below it the page of the one chosen."""

    def __init__(
        self,
        label: str,
        reading: Reading,
        choices: Callable[[Reading], Mapping[str, Any]],
        page: Callable[[Reading, Any], Block],
    ) -> None:
        self._reading, self._choices, self._make = reading, choices, page
        self._none = note(f"{label}: nothing to choose from.")
        self._list = Dropdown(options=list(choices(reading).items()), description=label, layout=WIDE, style=LABELS)
        self._least = Dropdown(options=LEAST, description="Rows", layout=WIDE, style=LABELS)
        self._page = Output()
        self._list.observe(lambda _: self._show(), "value")
        self._least.observe(lambda _: self._offer(), "value")
        super().__init__([self._list, self._least, self._page])
        self._show()

    def _show(self) -> None:
        with self._page, self._page.hold_sync():  # an error in a page is shown in its place
            self._page.outputs = ()
            self._page.outputs = _shown(self._none if self.value is None else self._make(self._asked(), self.value))

    @property
    def value(self) -> Any:
        """What is chosen; None where there is nothing to choose."""
        return self._list.value

    def _asked(self) -> Reading:
        """The reading, its line where the list of lines has it."""
        least = self._least.value
        return self._reading if least == MEASURED else self._reading.showing(least)

    def _offer(self) -> None:
        """Offer what there is to choose from with another line; what was chosen stays chosen where it can."""
        chosen, options = self.value, list(self._choices(self._asked()).items())
        kept = [n for n, (_, option) in enumerate(options) if option == chosen]
        self._list.options = options
        self._list.index = kept[0] if kept else 0 if options else None
        self._show()


class ActorExplorer(Chooser):
    """Choose an actor: its text, its quotations and stances, its chart; and from which confidence on rows are shown."""

    def __init__(self, reading: Reading) -> None:
        super().__init__("Actor", reading, actor_choices, actor_page)


class PairExplorer(Chooser):
    """Choose a pair of holder and target: the evidence; and from which confidence on rows are shown."""

    def __init__(self, reading: Reading) -> None:
        super().__init__("Pair", reading, pair_choices, lambda made, pair: pair_page(made, *pair))


class ArticleExplorer(VBox):
    """Choose, upload or paste an article, and explore it. `reading` is what was read last."""

    def __init__(
        self,
        reading: Reading | None = None,
        *,
        folder: str | Path = ROOT / "data" / "articles",
        model: str | None = None,
    ) -> None:
        self.reading = reading
        self._model = model
        self._last: Callable[[], Article | None] = lambda: None  # reads anew what was read last, for another day
        self._files = Dropdown(
            options=[("choose …", ""), *_articles(Path(folder))], description="Article", layout=WIDE, style=LABELS
        )
        self._upload = FileUpload(
            accept=",".join(sorted(SUFFIXES)), description="Upload a file", layout=Layout(width="auto")
        )
        self._published = Text(
            description="Published",
            placeholder="2020-01-15, if known",
            continuous_update=False,
            layout=WIDE,
            style=LABELS,
        )
        self._text = Textarea(placeholder="Headline, empty line, text", layout=Layout(width="100%", height="10rem"))
        self._read = Button(description="Read this text", button_style="primary")
        self._message = HTML()
        self._trouble, self._found = Output(), VBox()
        self._files.observe(lambda change: self._open(partial(self._from_file, change["new"])), "value")
        self._upload.observe(lambda change: self._open(partial(self._from_upload, change["new"])), "value")
        self._read.on_click(lambda _: self._open(partial(self._from_text, self._text.value)))
        self._published.observe(lambda _: self._open(self._last), "value")
        paste = Accordion([VBox([self._text, self._read])], titles=("Paste a text",))
        asked = [HBox([self._files, self._upload]), self._published, paste]
        super().__init__([*asked, self._message, self._trouble, self._found])
        self._show()

    @property
    def value(self) -> str | None:
        """The id of the article shown; None where none is."""
        return None if self.reading is None else str(self.reading.articles.article_id.iloc[0])

    def _open(self, read: Callable[[], Article | None]) -> None:
        """Read what was given; what can't be read is one line, other errors are shown whole."""
        self._last = read
        self._trouble.outputs = ()
        with self._trouble:
            try:
                article = read()
                if article is None:
                    return
                self._message.value = "Reading …"
                self.reading = analyse(article, model=self._model)
                self._message.value = ""
            except (ValueError, OSError) as error:
                self._message.value = f'<p role="alert">{html(str(error))}</p>'
                return
        self._show()

    def _show(self) -> None:
        if self.reading is None:
            return
        whole = article_facts(self.reading) + marked_text(self.reading) + timeline(self.reading)
        self._found.children = [
            Output(outputs=_shown(whole)),
            ActorExplorer(self.reading),
            PairExplorer(self.reading),
        ]

    def _day(self) -> str | None:
        return self._published.value.strip() or None

    def _from_file(self, path: Path | str) -> Article | None:
        return read_article(path, published=self._day()) if path else None

    def _from_text(self, text: str) -> Article:
        return read_text(text, article_id="pasted-text", published=self._day())

    def _from_upload(self, files: tuple[Any, ...]) -> Article | None:
        if not files:
            return None
        with TemporaryDirectory() as folder:
            path = Path(folder) / Path(files[0]["name"]).name
            path.write_bytes(files[0]["content"])
            try:
                return replace(read_article(path, published=self._day()), source=path.name)
            except ValueError as error:
                raise ValueError(str(error).replace(str(path), path.name)) from None


def _articles(folder: Path) -> list[tuple[str, Path]]:
    known = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
    return [(path.relative_to(folder).as_posix(), path) for path in known]


def _shown(block: Block) -> tuple[dict[str, Any]]:
    """What an `Output` holds that shows a block."""
    return ({"output_type": "display_data", "data": block._repr_mimebundle_(), "metadata": {}},)
