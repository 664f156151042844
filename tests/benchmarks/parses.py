"""Texts parsed once: spaCy's Docs on disk, beside a key of all that they depend on."""

import hashlib
import pickle
from pathlib import Path

from spacy.tokens import Doc

from analysis import model
from analysis.evaluation import Gold, articles_of
from analysis.records import Article

KEPT = Path(__file__).resolve().parents[2] / "build" / "parses"

Parsed = tuple[Article, Doc]


def read_texts(gold: Gold, kept: Path | None = None) -> list[Parsed]:
    """The articles of a set of gold and their Docs, from disk where they were parsed before.

    They are parsed anew when a text, the way it is laid out, the pipeline or `analysis/model.py` changes.
    """
    articles = list(articles_of(gold))
    nlp = model.load_model()
    depends = f"{articles}{model.describe_model(nlp)}".encode() + Path(model.__file__).read_bytes()
    file = (kept or KEPT) / f"{hashlib.sha256(depends).hexdigest()[:16]}.pickle"
    if not file.exists():
        docs = nlp.pipe((model._tokenize(article, nlp) for article in articles), batch_size=model.BATCH)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(pickle.dumps([doc.to_bytes(exclude=["tensor"]) for doc in docs]))
    docs = [Doc(nlp.vocab).from_bytes(data) for data in pickle.loads(file.read_bytes())]
    return list(zip(articles, docs, strict=True))
