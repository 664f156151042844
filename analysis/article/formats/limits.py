"""What is too large to be read, before it is."""

from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

MOST_UNPACKED = 500_000_000  # bytes of all parts of a packed file
MOST_TEXT = 60_000_000  # ... of those that are text
RATIO, SMALL = 100, 5_000_000  # times that a part may weigh unpacked what it weighs packed, once it is not small


def check_unpacked(file: Path | bytes) -> None:
    """Raise ValueError where a packed file (Word, Excel, WACZ) unpacks to more than is read, by what it says itself.

    A part that holds more than it says is cut or refused by whoever unpacks it. What is no packed file is let through.
    """
    try:
        with ZipFile(BytesIO(file) if isinstance(file, bytes) else file) as archive:
            parts = archive.infolist()
    except (BadZipFile, NotImplementedError, ValueError):
        return
    text = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels", ".vml", ".json")))
    everything = sum(part.file_size for part in parts)
    if everything > MOST_UNPACKED or text > MOST_TEXT:
        raise ValueError(f"it is too large: it unpacks to {everything:,} bytes, {text:,} of them text")
    for part in parts:
        if part.file_size > max(SMALL, RATIO * part.compress_size):
            raise ValueError(f"it is too large: a part unpacks to {part.file_size:,} bytes from {part.compress_size:,}")
