"""The head of a mail: who sent it, when, about what."""

import re
from datetime import date
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from typing import NamedTuple

from analysis.article.days import read_day
from analysis.article.formats.decode import decode_labelled

LONGEST = 4_000  # characters of a header that are looked at
PREFIXES = re.compile(r"^(?:(?:Re|Fwd?|AW|WG|TR|RV|Antw|Doorst)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
FORWARDED = re.compile(r"^(?:\[[^\]]*\]\s*)?(?:Fwd?|WG|TR|RV|Doorst)\s*:", re.IGNORECASE)
ANYBODY = frozenset(
    {"gmail", "googlemail", "outlook", "hotmail", "live", "yahoo", "icloud", "me", "aol", "gmx", "web", "protonmail"}
)


class Head(NamedTuple):
    """Subject, sender's name and address, day of a mail."""

    subject: str = ""
    sender: str = ""
    address: str = ""
    day: date | None = None

    @property
    def person(self) -> str | None:
        """The sender's name where it is a person's: the address begins with it, and the house has another."""
        parts = [part for part in re.split(r"[\W_]+", self.sender.casefold()) if part]
        own = re.split(r"[\W_\d]+", self.address.partition("@")[0].casefold())
        host = self._host()
        named = len(parts) > 1 and (parts[0] in own or "".join(parts) in own)
        return self.sender if named and host and not any(part in host.casefold() for part in parts) else None

    @property
    def outlet(self) -> str | None:
        """Whom the mail is from: the sender's name, or the host of a person's address."""
        return (self._host() if self.person else None) or self.sender or self.address or None

    def _host(self) -> str | None:
        """The host of the address, None for those where anybody has one."""
        host = self.address.rpartition("@")[2]
        return host if host and host.split(".")[0].casefold() not in ANYBODY else None


def head_of(message: Message) -> Head:
    """The head of a message, its encoded words decoded."""
    fields = {name.lower(): str(value) for name, value in reversed(list(message.raw_items()))}
    sender, address = parseaddr(_decoded(fields.get("from", "")))
    return Head(_decoded(fields.get("subject", "")), sender.strip(), address, day_of(fields.get("date", "")))


def head_from(fields: dict[str, str]) -> Head:
    """The head that a forwarded mail shows, from its labels: `from`, `date`, `subject`."""
    words = re.sub(r"\s*[\[<(]mailto:([^\])>]+)[\])>]", r" <\1>", fields.get("from", "")).replace("*", "")
    sender, address = parseaddr(words)
    return Head(fields.get("subject", ""), sender.strip() or words.strip(), address, day_of(fields.get("date", "")))


def subject_of(subject: str) -> str | None:
    """A subject without what mail programs put before it."""
    return PREFIXES.sub("", subject.strip()).strip() or None


def day_of(words: str) -> date | None:
    """The day of a mail's date, where its sender was."""
    try:
        return parsedate_to_datetime(words[:LONGEST]).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return read_day(words[:LONGEST])


def _decoded(raw: str) -> str:
    """A header's words: bytes outside ASCII are UTF-8 or windows-1252, encoded words what they say."""
    try:
        text = decode_labelled(raw[:LONGEST].encode("utf-8", errors="surrogateescape"), None).text
        pieces = decode_header(text)
        words = [piece if isinstance(piece, str) else decode_labelled(piece, name).text for piece, name in pieces]
    except (HeaderParseError, ValueError):
        words = [raw[:LONGEST]]
    return " ".join("".join(words).split())
