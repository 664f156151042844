"""How much the analysis costs beside the parser: `make bench CORPUS=folder`.

Both are timed in one run on the same texts, after a warm-up: the ratio is worth more than the seconds.
"""

import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import chain, cycle, islice

from analysis import article
from analysis.corpus import read_all
from analysis.model import BATCH, load_model, parse_many
from analysis.readers import actors, dates, names, quotations, stances
from analysis.readers.actors.roles import source_entities
from analysis.records import Article

SIZES = (50, 500)


def main(corpus: str) -> None:
    """Print the ratio for 50 and 500 articles of a folder (repeated where it holds fewer), and each step's share."""
    if not corpus:
        sys.exit("usage: make bench CORPUS=folder")
    articles = [found for found in article.read_corpus([corpus]) if found.text]
    if not articles:
        sys.exit(f"no article could be read in {corpus}")
    list(read_all(articles[:3]))
    for size in SIZES:
        turns = enumerate(islice(cycle(articles), size))
        chosen = [replace(one, article_id=f"{one.article_id}-{n}") for n, one in turns]
        bare = _timed(lambda texts=[one.text for one in chosen]: load_model().pipe(texts, batch_size=BATCH))
        whole = _timed(lambda chosen=chosen: read_all(chosen))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{size:4d} articles: bare pipe {bare:6.1f} s, whole analysis {whole:6.1f} s, ratio {whole / bare:.3f}, ")
        print(f"               {size / whole:.1f} articles a second, at most {memory} MB")
    _shares(articles[: SIZES[0]])


def _timed(run: Callable) -> float:
    start = time.perf_counter()
    for _ in run():
        pass
    return time.perf_counter() - start


def _shares(articles: list[Article]) -> None:
    start = time.perf_counter()
    for _ in load_model().pipe((one.text for one in articles), batch_size=BATCH):
        pass
    bare = time.perf_counter() - start
    spent: dict[str, float] = {}

    def step(name: str, function: Callable, *inputs: object) -> object:
        start = time.perf_counter()
        found = function(*inputs)
        spent[name] = spent.get(name, 0.0) + time.perf_counter() - start
        return found

    for one, parse in zip(articles, parse_many(articles), strict=True):
        called = step("names", names.find_names, one, parse)
        said = step("quotations", quotations.find_quotations, one, parse, called)
        cast = step("actors", actors.resolve, one, parse, called, said)
        sources = step("actors", source_entities, article, parse, cast, said)
        issues = step("stances", stances.find_issues, one, parse, cast)
        step("stances", stances.find_stances, one, parse, said, sources, cast, issues)
        step("dates", dates.find_dates, one, parse)
    for name, seconds in spent.items():
        print(f"{name:14s} {100 * seconds / bare:5.1f} % of the bare pipe")


if __name__ == "__main__":
    main(next(chain(sys.argv[1:], [""])))
