#!/bin/sh
# spaCy 3.8.18: merging tokens moves `doc.ents` along, and leaves `doc.spans` over other words.
#
# `doc.retokenize()` changes how tokens are numbered. Entities are adapted. Span groups keep the token numbers they
# had, so that after a merge in front of them they silently cover words further on (or lie beyond the end). Components
# that merge, `merge_entities` and `merge_noun_chunks` among them, do so to every Doc that they see.
#
# Seen:
#   before: entity Oslo, span Oslo
#   after Ida Berg is one token: entity Oslo, span on
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

doc = spacy.blank("en")("Ida Berg left Oslo on Monday")
doc.ents = [Span(doc, 3, 4, label="PLACE")]
doc.spans["mentions"] = [Span(doc, 3, 4, label="PLACE")]
before = (doc.ents[0].text, doc.spans["mentions"][0].text)
print("before: entity {}, span {}".format(*before))
with doc.retokenize() as retokenizer:
    retokenizer.merge(doc[0:2])
after = (doc.ents[0].text, doc.spans["mentions"][0].text)
print("after Ida Berg is one token: entity {}, span {}".format(*after))
print("as found" if (before, after) == (("Oslo", "Oslo"), ("Oslo", "on")) else "changed")
PYTHON
cd "$folder" && timeout 120 venv/bin/python try.py > said || { cat "$folder/said"; exit 2; }
cat "$folder/said"
grep -q "^as found" "$folder/said"
