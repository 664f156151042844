"""Bytes to text."""

import codecs

LARGEST = 20_000_000  # bytes of a file that holds one article
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
KINDS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP, Word or Excel file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
LIKELY = ["cp1252", "latin_1", "mac_roman", "utf_16_le", "utf_16_be", "cp1250", "cp1251", "shift_jis", "gb18030"]
CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\x0b\x0c\x1a\x1b\x1c\x1d\x1e\x1f")


def decode(data: bytes, *, largest: int = LARGEST) -> str:
    """The text of a file, character for character (line ends as they are), without the mark of its encoding.

    Raises ValueError, with one line, where it is binary or in no encoding that can be told.
    """
    if len(data) > largest:
        raise ValueError(f"it is too large: {len(data):,} bytes, at most {largest:,}")
    kind = next((kind for magic, kind in KINDS if data.startswith(magic)), None)
    if kind:
        raise ValueError(f"it is binary, no text: it looks like {kind}")
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _decoded(data, encoding)
    if data.count(0) < len(data) * 0.2 and sum(byte in CONTROLS for byte in data[:4096]) > len(data[:4096]) * 0.01:
        raise ValueError("it is binary, no text")
    try:
        return data.decode("utf-8") if 0 not in data[:4096] else _guessed(data)
    except UnicodeDecodeError as error:
        if _is_mostly_utf8(data):
            raise ValueError(f"it is wrongly encoded: byte {error.start:,} is not UTF-8, unlike the rest") from None
        return _guessed(data)


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ValueError(f"it is wrongly encoded: byte {error.start:,} is not {encoding.upper()}") from None


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether the bytes outside ASCII are UTF-8 with few exceptions."""
    text = data.decode("utf-8", errors="replace")
    wrong = text.count("\ufffd")
    return sum(char > "\x7f" for char in text) - wrong > 3 * wrong


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    found = from_bytes(data, cp_isolation=LIKELY).best()
    if found is None:
        raise ValueError("it is binary, or in an encoding that cannot be told: save it as UTF-8")
    return _decoded(data, found.encoding)
