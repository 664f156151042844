"""Mail that was handed on: the head and text of who sent it first."""

import re

from analysis.article.formats.mail.headers import FORWARDED, Head, head_from

LABELS = {
    "from": "from von de da van fra från",
    "date": "date sent datum gesendet envoyé fecha enviado enviada verzonden data inviato dato sendt skickat",
    "subject": "subject betreff objet asunto onderwerp oggetto assunto emne ämne",
    "other": "to cc bcc reply-to an à a para aan til till importance attachments",
}
NAMES = {word: name for name, words in LABELS.items() for word in words.split()}
LABEL = re.compile(
    r"[>\s*_|]*(?P<name>[A-Za-zÀ-ÿ-]{1,12})(?: e[lm])?\s?[*_]{0,2}\s?:[*_]{0,2}\s*(?P<value>.*?)[*_]{0,2}\s*$"
)
MARK = re.compile(
    r"[>\s]*(?:-{2,}\s*)?(?:[^\W\d_]+ ){0,3}(?:Forwarded message|Original message|Weitergeleiteten? Nachricht"
    r"|Ursprüngliche Nachricht|Message (?:transféré|(?:d')?origin(?:al|e))|Mensaje (?:reenviado|original)"
    r"|Doorgestuurd bericht|Oorspronkelijk bericht|Messaggio (?:inoltrato|originale)"
    r"|Mensagem (?:encaminhada|original)|Videresendt (?:meddelelse|melding)|Vidarebefordrat meddelande)\b",
    re.IGNORECASE,
)
SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
LIST_FOOTER = re.compile(r"^_{20,}$", re.MULTILINE)
NOTICE = re.compile(
    r"^\W*(?:(?:confidentiality )?(?:notice|disclaimer):? )?(?:the information in )?this (?:e-?mail|message)\b.{0,80}"
    r"\b(?:confidential|intended (?:solely|only)|privileged)\b",
    re.IGNORECASE | re.MULTILINE,
)
LONGEST_NOTICE = 2_000  # characters
LONGEST_SIGNATURE = 12  # lines
NESTED = 5  # heads one below the other
NEAR = 4  # lines above a further head, of one that was handed on again


def forwarded(text: str, outer: Head) -> tuple[str, Head | None]:
    """The text below the head that a forwarded mail shows, and that head; without one the text as it is, and None.

    Of a mail handed on several times the innermost is taken. A head in a mail that says by neither its subject nor a
    line that it was forwarded is what somebody answers to, and stays.
    """
    lines = text.split("\n")
    found: Head | None = None
    for _ in range(NESTED):
        start, end, fields = _head(lines)
        if not fields or (found is not None and sum(bool(line.strip()) for line in lines[:start]) > NEAR):
            break
        above = lines[max(0, start - 4) : start]
        if found is None and not (FORWARDED.match(outer.subject) or any(map(MARK.match, above))):
            break
        found, lines = head_from(fields), lines[end:]
    if found is None:
        return text, None
    quoted = [line for line in lines if line.strip()]
    if quoted and sum(line.startswith(">") for line in quoted) > 0.8 * len(quoted):
        lines = [re.sub(r"^>+ ?", "", line) for line in lines]
    return "\n".join(lines).strip("\n"), found


def cut_signature(text: str) -> str:
    """A plain text without the sender's signature, the footer of a mailing list and the notice of a house's lawyers."""
    for pattern in (LIST_FOOTER, SIGNATURE):
        marks = list(pattern.finditer(text))
        if marks and text[: marks[-1].start()].strip() and text[marks[-1].end() :].count("\n") <= LONGEST_SIGNATURE:
            text = text[: marks[-1].start()].rstrip() + "\n"
    notices = [mark for mark in NOTICE.finditer(text) if text[: mark.start()].strip()]
    if notices and len(text) - notices[-1].start() < LONGEST_NOTICE:
        text = text[: notices[-1].start()].rstrip() + "\n"
    return text


def _head(lines: list[str]) -> tuple[int, int, dict[str, str]]:
    """Where the first head in some lines begins and ends, and its fields: sender, and day or subject, in a block."""
    for start, line in enumerate(lines):
        if not _field(line):
            continue
        fields: dict[str, str] = {}
        end, last = start, ""
        for end in range(start, len(lines)):
            field = _field(lines[end])
            if field:
                last = field[0]
                fields.setdefault(*field)
            elif lines[end].strip(" >") or not _goes_on(lines, end):
                if not (lines[end].startswith((" ", "\t")) and last):
                    break
                fields[last] = f"{fields[last]} {lines[end].strip()}"
        if "from" in fields and len(fields) > 1:
            return start, end, fields
    return 0, 0, {}


def _goes_on(lines: list[str], at: int) -> bool:
    """Whether the line below a blank one is a label too, as in HTML, whose lines are parted by blank ones."""
    return at + 1 < len(lines) and _field(lines[at + 1]) is not None


def _field(line: str) -> tuple[str, str] | None:
    found = LABEL.match(line)
    name = NAMES.get(found["name"].casefold()) if found else None
    return (name, found["value"]) if found and name else None
