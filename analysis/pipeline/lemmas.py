"""spaCy's lemmatizer, asked once for each word, part of speech and morphology: its rules look at nothing else."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from spacy.pipeline import Lemmatizer
    from spacy.tokens import Doc

ASKED = ("ORTH", "POS", "MORPH", "LEMMA")
KEPT = 200_000  # words that are remembered: memory stays flat


class KnownLemmas:
    """A component of a pipeline that stands in for its lemmatizer; a lemma that a word has already stays."""

    def __init__(self, lemmatizer: "Lemmatizer") -> None:
        self._lemmatizer = lemmatizer
        self._known: dict[tuple[int, ...], int] = {}
        index = lemmatizer.lookups.get_table("lemma_index")
        for kind, forms in index.items():
            index[kind] = dict.fromkeys(forms)  # as a list it is looked through for each form that may be

    def __call__(self, doc: "Doc") -> "Doc":
        """Give each word of a Doc its lemma."""
        known, lemmas = self._known, []
        if len(known) > KEPT:
            known.clear()
        for i, word in enumerate(map(tuple, doc.to_array(ASKED).tolist())):
            if word not in known:
                known[word] = word[-1] or doc.vocab.strings.add(self._lemmatizer.lemmatize(doc[i])[0])
            lemmas.append(known[word])
        return doc.from_array(["LEMMA"], np.array(lemmas, np.uint64).reshape(-1, 1)) if lemmas else doc
