#!/bin/sh
# dom-anchor-text-position 5.0.0: positions of W3C Web Annotation count UTF-16 code units, where the recommendation asks
# for code points.
#
# The package anchors TextPositionSelectors in web pages; annotators in browsers are built on it. "The selection of the
# text must be in terms of Unicode code points (the 'character number'), not in terms of code units", says the Web
# Annotation Data Model (4.2.5). It counts the text as JavaScript holds it. So a selector that follows the recommendation
# is anchored a character too early for each character beyond U+FFFF before it (an emoji in a headline, a name in Gothic
# or Adlam letters), one that it has made too late in a reader that follows, and no error is raised: other words are
# selected. TextQuoteSelectors are not touched; a pair of both tells.
#
# Seen (jsdom 26.1.0, Node 20):
#   made for "Ida Berg": 3 to 11; in code points it is 2 to 10
#   anchored at 2 to 10: " Ida Ber"
#
# Exits 0 where this is still so, 1 where it is not, 2 where it could not be tried.
set -u
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 2
npm init -y > /dev/null && npm install --silent --no-audit --no-fund dom-anchor-text-position@5.0.0 jsdom@26.1.0 || exit 2
cat > try.cjs <<'JAVASCRIPT'
const { JSDOM } = require("jsdom");
const position = require("dom-anchor-text-position");

const { window } = new JSDOM("<p>\u{1F600} Ida Berg spoke</p>");
for (const name of ["document", "Node", "NodeFilter", "Range"]) global[name] = window[name];
const root = window.document.querySelector("p");
const text = root.textContent;
const range = window.document.createRange();
range.setStart(root.firstChild, text.indexOf("Ida"));
range.setEnd(root.firstChild, text.indexOf(" spoke"));
const made = position.fromRange(root, range);
const start = [...text.slice(0, text.indexOf("Ida"))].length;
const end = start + "Ida Berg".length;
console.log(`made for "${range}": ${made.start} to ${made.end}; in code points it is ${start} to ${end}`);
const words = position.toRange(root, { start, end }).toString();
console.log(`anchored at ${start} to ${end}: "${words}"`);
console.log(made.start === 3 && words === " Ida Ber" ? "as found" : "changed");
JAVASCRIPT
timeout 60 node try.cjs > said || { cat said; exit 2; }
cat said
grep -q "^as found" said
