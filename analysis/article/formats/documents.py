"""Word files: articles as archives and press offices send them."""

from io import BytesIO

from analysis.article.drafts import Draft
from analysis.article.formats.limits import check_unpacked

EXTRA = "reading it needs an extra; install it in the checkout: .venv/bin/python -m pip install -e '.[documents]'"


def read_word(data: bytes) -> Draft:
    """The paragraphs of a Word file (.docx); its title or first heading is the headline."""
    try:
        import docx
    except ImportError:
        raise ValueError(EXTRA) from None
    check_unpacked(data)
    try:
        document = docx.Document(BytesIO(data))
    except Exception as error:  # python-docx raises whatever the broken archive or its XML raises
        raise ValueError(f"it is no Word file (.docx): {error}") from None
    paragraphs = [(item.style.name if item.style else "", item.text.strip()) for item in document.paragraphs]
    paragraphs = [(style, words) for style, words in paragraphs if words]
    titled = bool(paragraphs) and paragraphs[0][0] in ("Title", "Heading 1")
    return Draft(
        text="\n\n".join(words for _, words in paragraphs[titled:]),
        headline=paragraphs[0][1] if titled else None,
    )
