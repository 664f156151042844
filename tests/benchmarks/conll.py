"""The CoNLL score of coreference: the mean F1 of MUC, B³ and CEAFe, summed over documents.

The definitions are those of Pradhan et al. (2014), Scoring Coreference Partitions of Predicted Mentions: A Reference
Implementation, ACL, 30-35. A chain is the set of mentions of one entity; a mention is anything that can be compared.
Each measure is asked twice: of the key's chains for recall, of the response's chains for precision.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence, Set
from typing import NamedTuple

import networkx as nx

Chains = Sequence[Set[Hashable]]


class Score(NamedTuple):
    """Recall, precision and F1, from 0 to 1."""

    recall: float
    precision: float
    f1: float


def muc(chains: Chains, others: Chains) -> tuple[float, float]:
    """The links of chains that others have too, and how many there are (Vilain et al. 1995).

    A chain of n mentions has n - 1 links; one is lost for each further piece that the others part it in.
    """
    where = _chain_of(others)
    found = sum(len(chain) - len({where.get(mention, (mention,)) for mention in chain}) for chain in chains)
    return found, sum(len(chain) - 1 for chain in chains)


def b_cubed(chains: Chains, others: Chains) -> tuple[float, float]:
    """For each mention the share of its chain that the others' chain holds, and how many (Bagga and Baldwin 1998)."""
    found = sum(len(chain & other) ** 2 / len(chain) for chain in chains for other in others)
    return found, sum(len(chain) for chain in chains)


def ceaf_e(chains: Chains, others: Chains) -> tuple[float, float]:
    """How alike chains are to the others under the best one-to-one pairing; how many chains (Luo 2005, phi 4)."""
    graph = nx.Graph()
    for i, chain in enumerate(chains):
        for j, other in enumerate(others):
            if both := len(chain & other):
                graph.add_edge(("chain", i), ("other", j), weight=2 * both / (len(chain) + len(other)))
    pairs = nx.max_weight_matching(graph)
    return sum(graph.edges[pair]["weight"] for pair in pairs), len(chains)


MEASURES: dict[str, Callable[[Chains, Chains], tuple[float, float]]] = {"MUC": muc, "B3": b_cubed, "CEAFe": ceaf_e}


def conll(documents: Iterable[tuple[Chains, Chains]]) -> dict[str, Score]:
    """Each measure and, as CoNLL, their mean F1, for documents that are pairs of key and response.

    Chains of one mention count for nothing on either side, as in the shared tasks of 2011 and 2012.
    """
    pairs = [(_linked(key), _linked(response)) for key, response in documents]
    scores = {}
    for name, measure in MEASURES.items():
        recall = _share(measure(key, response) for key, response in pairs)
        precision = _share(measure(response, key) for key, response in pairs)
        scores[name] = Score(recall, precision, _f1(recall, precision))
    mean = [sum(values) / len(MEASURES) for values in zip(*scores.values(), strict=True)]
    return {**scores, "CoNLL": Score(*mean)}


def _linked(chains: Chains) -> Chains:
    return [chain for chain in chains if len(chain) > 1]


def _chain_of(chains: Chains) -> dict[Hashable, int]:
    return {mention: n for n, chain in enumerate(chains) for mention in chain}


def _share(parts: Iterable[tuple[float, float]]) -> float:
    found, of = (sum(numbers) for numbers in zip(*parts, strict=True))
    return found / of if of else 0.0


def _f1(recall: float, precision: float) -> float:
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0
