"""Word files: articles as archives and press offices send them."""

from io import BytesIO
from itertools import takewhile
from typing import Any

from analysis.article.drafts import Draft
from analysis.article.formats.limits import check_unpacked

EXTRA = "reading it needs an extra; install it in the checkout: .venv/bin/python -m pip install -e '.[documents]'"

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
UNSEEN = frozenset(f"{{{MAIN}}}{name}" for name in ("p", "del", "moveFrom"))  # an inner paragraph, what was deleted


def read_word(data: bytes) -> Draft:
    """The paragraphs of a Word file (.docx), those in tables and text boxes too; its title or first heading is the
    headline. Footnotes, headers and footers are left out.
    """
    try:
        import docx
    except ImportError:
        raise ValueError(EXTRA) from None
    check_unpacked(data)
    try:
        document = docx.Document(BytesIO(data))
    except Exception as error:  # python-docx raises whatever the broken archive or its XML raises
        raise ValueError(f"it is no Word file (.docx): {error}") from None
    paragraphs = [(_style(document, node), _shown(node)) for node in document.element.body.iter(_named("p"))]
    paragraphs = [(style, words) for style, words in paragraphs if words]
    titled = bool(paragraphs) and paragraphs[0][0] in ("Title", "Heading 1")
    return Draft(
        text="\n\n".join(words for _, words in paragraphs[titled:]),
        headline=paragraphs[0][1] if titled else None,
    )


def _named(name: str) -> str:
    return f"{{{MAIN}}}{name}"


def _style(document: Any, paragraph: Any) -> str:
    """The name of a paragraph's style."""
    from docx.text.paragraph import Paragraph

    style = Paragraph(paragraph, document).style
    return style.name if style is not None else ""


def _sign(node: Any) -> str:
    """What a tab, a line end or a hyphen that stands as an element is shown as; the end of a page is nothing."""
    if node.get(_named("type")) in ("page", "column"):
        return ""
    return {"tab": "\t", "noBreakHyphen": "-"}.get(node.tag.rpartition("}")[2], "\n")


def _shown(paragraph: Any) -> str:
    """What a word processor shows of a paragraph, with insertions, without what was deleted or is hidden, and without
    the paragraphs of text boxes that hang on it, which come by themselves.
    """
    pieces = []
    for node in paragraph.iter(_named("t"), _named("tab"), _named("br"), _named("cr"), _named("noBreakHyphen")):
        around = list(takewhile(lambda box: box is not paragraph, node.iterancestors()))
        names = {box.tag for box in around}
        run = next((box for box in around if box.tag == _named("r")), None)
        if run is None or names & UNSEEN or any(box.tag.endswith("}Fallback") for box in paragraph.iterancestors()):
            continue
        if run.find(f"{_named('rPr')}/{_named('vanish')}") is None:
            pieces.append(node.text or "" if node.tag == _named("t") else _sign(node))
    return "".join(pieces).strip()
