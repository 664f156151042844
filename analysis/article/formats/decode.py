"""Bytes to text."""

import codecs
import re
from typing import NamedTuple

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
WIDE = ["utf_16_le", "utf_16_be"]
LIKELY = ["cp1252", "mac_roman", *WIDE, "cp1250", "cp1251", "shift_jis", "gb18030"]
CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\x0b\x0c\x1a\x1b\x1c\x1d\x1e\x1f")
MISTAKEN = {  # what the WHATWG Encoding Standard reads a label as, where Python reads it otherwise
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "utf-7": "cp1252",
}
RIVALS = ("mac_roman", "cp1250", "cp850")  # single-byte encodings that English text comes in, beside windows-1252
ODD = 2  # characters that must be out of place in windows-1252 before another encoding is thought of
FOREIGN = 0.2  # share of bytes outside ASCII that no English text reaches
# donÕt, caf‚, œ500, 5øC: one is enough; R”th where no quotation is opened
CERTAIN = re.compile(r"(?<=[A-Za-z])[À-ÖØ-ÞŠŽŸŒ„‚†‡\u02c6‰‹¤¡\ufffd](?=[a-z])|(?<=[a-z])[„‚](?!\w)|œ(?=\d)|(?<=\d)[ø¡]")
LONE = re.compile("(?<=[A-Za-z])”(?=[a-z])")
USUAL = re.compile("[éèáàâäåçíñóöøúü£’“”–]")  # what stands in English text most often
OUT_OF_PLACE = re.compile(
    r"""
      (?<=[a-z]) [À-ÖØ-ÞŠŽŸŒ] (?![A-ZÀ-Þ])                  # donÕt, JosŽ
    | (?<=\d) [øř¡] | (?<![^\W\d_]) [À-ÖØ-öø-ÿœśŸú] (?=\d)                 # œ500
    | (?<![^\W\d_]) [À-ÖØ-öø-ÿŁłĄąĘęŽžŠš] (?![^\W\d_])      # a letter that stands alone
    | (?<![^\W\d_]) [À-ÖØ-Þ] (?=[A-Z] [a-z])                # ÒWe
    | (?<=[^\W\d_]) [¡-©«-¹»-¿\xd7÷†‡•‹›‚„…\u02c6\u02dc™Œ€] (?=[^\W\d_]) # a sign between letters
    | (?<=[^\W\d_]) [“‘‚„] | [”„‚] (?=[^\W\d_])             # a quotation mark the wrong way round
    | [\x80-\x9f\ufffd\u02c7\u02d8-\u02dd\uf8ff\u2500-\u259f]  # what no text holds
    """,
    re.VERBOSE,
)


class Decoded(NamedTuple):
    """A text, and what had to be guessed about its encoding."""

    text: str
    doubt: str | None = None


def decode(data: bytes, *, largest: int = LARGEST) -> str:
    """The text of a file, character for character (line ends as they are), without the mark of its encoding.

    Raises ValueError, with one line, where it is binary, in no encoding that can be told, or has too many bytes.
    """
    return decoded(data, largest=largest).text


def decoded(data: bytes, *, largest: int = LARGEST) -> Decoded:
    """The text of a file, as by `decode`, and what encoding was guessed where it is neither UTF-8 nor marked."""
    if len(data) > largest:
        raise ValueError(f"it is too large: {len(data):,} bytes, at most {largest:,}")
    kind = next((kind for magic, kind in KINDS if data.startswith(magic)), None)
    if kind:
        raise ValueError(f"it is binary, no text: it looks like {kind}")
    if marked := _marked(data):
        return Decoded(_strict(data, marked))
    if data.count(0) < len(data) * 0.2 and sum(byte in CONTROLS for byte in data[:4096]) > len(data[:4096]) * 0.01:
        raise ValueError("it is binary, no text")
    try:
        return Decoded(data.decode("utf-8")) if 0 not in data[:4096] else _guessed(data)
    except UnicodeDecodeError as error:
        if _is_mostly_utf8(data):
            raise ValueError(f"it is wrongly encoded: byte {error.start:,} is not UTF-8, unlike the rest") from None
        return _guessed(data)


def decode_labelled(data: bytes, label: str | None) -> Decoded:
    """The text of a page or a mail part whose encoding has a label, which may be missing or wrong.

    Labels mean what browsers take them for: iso-8859-1 is windows-1252. Bytes that are UTF-8 are read as UTF-8 whatever
    the label says, bytes that are not what it says as windows-1252 unless they look otherwise. Raises ValueError where
    the encoding cannot be told.
    """
    name = _codec(label)
    if marked := _marked(data):
        return Decoded(data.decode(marked, errors="replace"))
    if data.isascii() and not (name or "").startswith(("iso2022", "hz")):
        return Decoded(data.decode("ascii"))
    for encoding in filter(None, ("utf-8", name)):
        try:
            said = encoding == name or name is None
            doubt = None if said else f"its encoding is said to be {label} and is UTF-8"
            return Decoded(data.decode(encoding), doubt)
        except UnicodeError:
            continue
    if name == "cp1252":
        return Decoded(data.decode(name, errors="replace"))
    if _is_mostly_utf8(data):
        codecs.register_error("windows-1252", _as_windows)
        return Decoded(data.decode("utf-8", errors="windows-1252"), "some of its bytes are no UTF-8, unlike the rest")
    return _guessed(data)


def _marked(data: bytes) -> str | None:
    return next((encoding for bom, encoding in BOMS if data.startswith(bom)), None)


def _codec(label: str | None) -> str | None:
    """Python's name of what a label means on the web; None for a label that means nothing, or nothing to us."""
    try:
        name = codecs.lookup((label or "").strip(" \t\"';").lower()).name
        b"a".decode(name)
    except (LookupError, ValueError):
        return None
    return None if name.startswith(("utf-16", "utf-32")) else MISTAKEN.get(name, name)


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ValueError(f"it is wrongly encoded: byte {error.start:,} is not {encoding.upper()}") from None


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether the bytes outside ASCII are UTF-8 with few exceptions."""
    text = data.decode("utf-8", errors="replace")
    wrong = text.count("\ufffd")
    return sum(char > "\x7f" for char in text) - wrong > 3 * wrong


def _guessed(data: bytes) -> Decoded:
    """The text in windows-1252, unless several characters are out of place there and in their place elsewhere."""
    if 0 in data[:4096]:
        return _by_library(data, WIDE)
    text = data.decode("cp1252", errors="replace")
    odd, signs = len(OUT_OF_PLACE.findall(text)), sum(byte > 127 for byte in data)
    if signs > len(data) * FOREIGN:
        return _by_library(data, LIKELY)
    if (odd < ODD and not _is_certain(text)) or odd < signs / 2:
        return Decoded(text, _doubt("windows-1252", text))
    rivals = [(name, data.decode(name, errors="replace")) for name in RIVALS]
    ranks = [(len(OUT_OF_PLACE.findall(words)), -len(USUAL.findall(words)), name) for name, words in rivals]
    fewest, _, encoding = min(ranks)
    if fewest >= odd / 5:
        return _by_library(data, LIKELY)
    text = data.decode(encoding, errors="replace")
    return Decoded(text, _doubt(encoding, text))


def _is_certain(text: str) -> bool:
    """Whether a sign stands in a text read as windows-1252 where no writer puts it."""
    return bool(CERTAIN.search(text) or ("“" not in text and LONE.search(text)))


def _by_library(data: bytes, encodings: list[str]) -> Decoded:
    from charset_normalizer import from_bytes

    found = from_bytes(data, cp_isolation=encodings).best()
    if found is None:
        raise ValueError("it is binary, or in an encoding that cannot be told: save it as UTF-8")
    text = _strict(data, found.encoding)
    return Decoded(text, _doubt(found.encoding, text))


def _doubt(encoding: str, text: str) -> str:
    """What was guessed, with the first word that depends on it."""
    example = re.search(r"\S*[^\x00-\x7f]\S*", text)
    words = f", as in {example[0][:40]!r}" if example else ""
    return f"its encoding was guessed: {encoding.replace('_', '-')}{words}"
