#!/bin/sh
# web-anno-tsv 0.0.1: a sentence with a tab or a carriage return cannot be read back.
#
# WebAnno TSV writes a tab in `#Text=` as `\t`, a carriage return as `\r`, a backslash as `\\`. The reader looks for
# `\t` and `\r` behind another backslash, so that `\t` stays two characters, all offsets behind it are off by one, and
# the file is refused ("Bad offsets"). What it does change is a backslash before an r or t: `C:\reports`, written as
# `C:\\reports`, comes back as `C:\`, a carriage return and `eports`.
#
# Seen:
#   plain: read
#   tab: Bad offsets
#   backslash: read as 'C:\\\reports Ada B'
#
# Exits 0 where this is still so, 1 where it is not, 2 where it could not be tried.
set -u
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 2
"$folder/venv/bin/pip" install -q --disable-pip-version-check web-anno-tsv==0.0.1 || exit 2
cat > "$folder/try.py" <<'PYTHON'
from pathlib import Path

from web_anno_tsv import open_web_anno_tsv

HEAD = "#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Actor|name|kind\n\n\n"


def told(text: str, escaped: str) -> str:
    """What becomes of a sentence whose last word, behind a blank or tab, is annotated."""
    first, last = text[:-5].rstrip(" \t"), text[-5:]
    lines = (f"1-1\t0-{len(first)}\t{first}\t_\t_\t", f"1-2\t{len(text) - 5}-{len(text)}\t{last}\te1\tperson\t")
    shown = "\n".join(lines).replace(first, first.replace("\\", "\\\\"))
    Path("a.tsv").write_text(f"{HEAD}#Text={escaped}\n{shown}\n", encoding="utf-8")
    try:
        with open_web_anno_tsv("a.tsv") as file:
            (sentence,) = [found for found in file if found.text]
    except Exception as error:
        return "Bad offsets" if "Bad offsets" in str(error) else "another error"
    return "read" if sentence.text == text else f"read as {sentence.text!r}"


plain = told("Hello Ada B", "Hello Ada B")
tab = told("Hello\tAda B", "Hello\\tAda B")
backslash = told("C:\\reports Ada B", "C:\\\\reports Ada B")
print("plain:", plain)
print("tab:", tab)
print("backslash:", backslash)
print("as found" if (plain, tab, backslash) == ("read", "Bad offsets", "read as 'C:\\\\\\reports Ada B'") else "changed")
PYTHON
cd "$folder" && timeout 120 venv/bin/python try.py > said || { cat "$folder/said"; exit 2; }
cat "$folder/said"
grep -q "^as found" "$folder/said"
