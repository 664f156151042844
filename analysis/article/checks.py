"""What is no article: empty, huge or binary input, other languages, numbers and code."""

import re
from functools import cache
from typing import Any

from analysis.console import counted
from analysis.lexicon import words

LONGEST = 500_000  # characters; a long magazine piece has 60,000
JUDGED = 4_000  # characters that are enough to tell a language
JUDGEABLE_WORDS = 25
ENGLISH_SHARE = 0.1  # of function words, from which on a text is English
FOREIGN_SHARE = 0.02  # up to which the library need only be rather sure that it is another language
SURE, RATHER_SURE = 0.95, 0.5
PIDGIN = "pcm"  # of Nigeria: English words without its function words, as a table of figures has them
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
CODE = re.compile(
    r"""
    ^ \s*
    (?: [{}]                                                      # }
      | def\  | class\  | import\  | from\ \w+\ import            # def main():
      | \#include | function\b | var\  | const\  | return\b       # const n = 1;
      | <[?!]                                                     # <!DOCTYPE html>
      | (?i: </? (?:html | head | body | div | p | span | a | ul | ol | li | table | t[rdh] | script | style | meta
          | link | br | img | h[1-6]) \b )                        # <div class="story">
      | <[^<>]*> \s* $                                            # a line that is a tag; a sentence may stand in one
    )
    """,
    re.MULTILINE | re.VERBOSE,
)
MANGLED = re.compile(
    "\u00e2\u20ac.|\u00c3[\u00a1-\u00bf]|\u00c2[\u00a0\u00a3\u00ab\u00bb]"
)  # UTF-8 read as Windows-1252


def check_text(text: str) -> None:
    """Raise ValueError, with one line that says why, where a text is no English article that can be read."""
    if not text.strip():
        raise ValueError("it is empty")
    if len(text) > LONGEST:
        raise ValueError(f"it is too long: {len(text):,} characters, at most {LONGEST:,} make one article")
    if "\x00" in text:
        raise ValueError("it is binary, no text")
    start = text[:JUDGED]
    found = WORD.findall(start)
    letters, marks = sum(map(len, found)), len("".join(start.split()))
    if not found:
        raise ValueError("it is no article: there are no words in it")
    if letters < marks * 0.45:
        raise ValueError("it is no article: more figures and signs than words")
    lines = sum(map(bool, map(str.strip, start.splitlines())))
    if lines > 5 and len(CODE.findall(start)) > lines * 0.6:
        raise ValueError("it is no article: it reads like code or markup")
    _check_language(found)


def _check_language(found: list[str]) -> None:
    """English is known by its function words; where they are few, a library judges."""
    low = [word.lower() for word in found]
    known = sum(map(words("function_words").__contains__, low)) / max(len(low), 1)
    if len(low) < JUDGEABLE_WORDS or known >= ENGLISH_SHARE:
        return
    language, share = _identifier().classify(" ".join(low))
    if language != "en" and share > (RATHER_SURE if known <= FOREIGN_SHARE and language != PIDGIN else SURE):
        raise ValueError(f"it is not in English (the language looks like {language!r})")


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def encoding_problem(text: str) -> str | None:
    """What is wrong with a text's characters, if it was decoded wrongly on its way here."""
    lost, mangled = text.count("\ufffd"), len(MANGLED.findall(text))
    said = (
        f"{counted(lost, 'character')} lost before it came here (�)" if lost else None,
        f"{counted(mangled, 'character')} mangled by a wrong encoding, as in ’ written â€™" if mangled > 1 else None,
    )
    return "; ".join(filter(None, said)) or None
