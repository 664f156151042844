"""Opening an article for a notebook: a file or an address is read, saved tables are loaded."""

from pathlib import Path

from analysis.article import read_article
from analysis.reading import Reading, analyse

ROOT = Path(__file__).resolve().parents[1]


def open_reading(article: str | Path, *, published: str | None = None, model: str | None = None) -> Reading:
    """The reading of one article.

    `article` is a file, an http(s) address, or a folder of tables that `Reading.save` or a report has written, which
    is loaded as it is. A path that does not exist here is looked for in the checkout. Raises ValueError for what is not
    there or can't be read.
    """
    path = Path(article)
    if not path.exists() and (ROOT / path).exists():
        path = ROOT / path
    if path.is_dir():
        return Reading.load(path)
    address = str(article).startswith(("http://", "https://"))
    return analyse(read_article(article if address else path, published=published), model=model)
