#!/bin/sh
# spaCy 3.8.18: two spans over the same words share the values of custom attributes, whatever their labels.
#
# `span._.who = ...` is kept in the Doc under the first and the last character of the span. Where two spans of
# different labels, groups, ids or entities cover the same words (a mention and a quotation; two readers' annotations
# in two span groups), writing to one writes to the other, and a DocBin with `store_user_data=True` keeps the last.
# `label_`, `kb_id_` and `id_` are kept for each.
#
# Seen:
#   set: ACTOR by Ida, TOPIC by Ola
#   read: ACTOR by Ola, TOPIC by Ola
#
# Exits 0 where this is still so, 1 where it is not, 2 where it could not be tried.
set -u
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 2
"$folder/venv/bin/pip" install -q --disable-pip-version-check spacy==3.8.18 || exit 2
cat > "$folder/try.py" <<'PYTHON'
import spacy
from spacy.tokens import Span

Span.set_extension("by", default=None)
doc = spacy.blank("en")("Ida Berg spoke.")
doc.spans["first"] = [Span(doc, 0, 2, label="ACTOR", span_id="m1")]
doc.spans["second"] = [Span(doc, 0, 2, label="TOPIC", span_id="m2")]
one, two = doc.spans["first"][0], doc.spans["second"][0]
one._.by = "Ida"
two._.by = "Ola"
print("set: ACTOR by Ida, TOPIC by Ola")
print(f"read: {one.label_} by {one._.by}, {two.label_} by {two._.by}")
print("as found" if (one._.by, two._.by, one.id_, two.id_) == ("Ola", "Ola", "m1", "m2") else "changed")
PYTHON
cd "$folder" && timeout 120 venv/bin/python try.py > said || { cat "$folder/said"; exit 2; }
cat "$folder/said"
grep -q "^as found" "$folder/said"
