"""The CoNLL score of coreference: the mean F1 of MUC, B³ and CEAFe, summed over documents.

The definitions are those of Pradhan et al. (2014), Scoring Coreference Partitions of Predicted Mentions: A Reference
Implementation, ACL, 30-35. A chain is the set of mentions of one entity; a mention is anything that can be compared.
Each measure is asked twice: of the key's chains for recall, of the response's chains for precision.
"""

from collections.abc import Callable, Hashable, Sequence, Set

import networkx as nx

from analysis.evaluation.records import Counts

Chains = Sequence[Set[Hashable]]


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


def conll(key: Chains, response: Chains) -> dict[str, Counts]:
    """The counts of each measure for one document, to be summed over documents.

    Chains of one mention count for nothing on either side, as in the shared tasks of 2011 and 2012.
    """
    key, response = _linked(key), _linked(response)
    return {name: Counts(*measure(response, key), *measure(key, response)) for name, measure in MEASURES.items()}


def _linked(chains: Chains) -> Chains:
    return [chain for chain in chains if len(chain) > 1]


def _chain_of(chains: Chains) -> dict[Hashable, int]:
    return {mention: n for n, chain in enumerate(chains) for mention in chain}
