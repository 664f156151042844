#!/bin/sh
# spaCy 3.8.18: `Doc.to_json` keeps the knowledge base id of a span in a span group and drops that of an entity.
#
# The JSON of `doc.spans` has `kb_id` for each span; that of `doc.ents` has start, end and label alone. So linked
# entities come back from `Doc.from_json(doc.to_json())` without whom they are, while a DocBin of the same Doc has it.
# `id_` of a span (`span_id`) is lost by both parts of the JSON.
#
# Seen:
#   by JSON: entity kb_id '', span kb_id 'Q7', span id ''
#   by DocBin: entity kb_id 'Q7', span kb_id 'Q7', span id 'm1'
#
# Exits 0 where this is still so, 1 where it is not, 2 where it could not be tried.
set -u
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 2
"$folder/venv/bin/pip" install -q --disable-pip-version-check spacy==3.8.18 || exit 2
cat > "$folder/try.py" <<'PYTHON'
import spacy
from spacy.tokens import Doc, DocBin, Span


def told(doc: Doc) -> tuple[str, str, str]:
    """The knowledge base id of the entity and of the span, and the id of the span."""
    group = doc.spans["mentions"]
    return doc.ents[0].kb_id_, group[0].kb_id_, group[0].id_


nlp = spacy.blank("en")
doc = nlp("Ida Berg spoke.")
doc.ents = [Span(doc, 0, 2, label="PERSON", kb_id="Q7")]
doc.spans["mentions"] = [Span(doc, 0, 2, label="PERSON", kb_id="Q7", span_id="m1")]
by_json = Doc(nlp.vocab).from_json(doc.to_json())
(by_bin,) = DocBin().from_bytes(DocBin(docs=[doc]).to_bytes()).get_docs(nlp.vocab)
for way, found in (("JSON", by_json), ("DocBin", by_bin)):
    print("by {}: entity kb_id {!r}, span kb_id {!r}, span id {!r}".format(way, *told(found)))
print("as found" if (told(by_json), told(by_bin)) == (("", "Q7", ""), ("Q7", "Q7", "m1")) else "changed")
PYTHON
cd "$folder" && timeout 120 venv/bin/python try.py > said || { cat "$folder/said"; exit 2; }
cat "$folder/said"
grep -q "^as found" "$folder/said"
