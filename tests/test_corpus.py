"""A corpus is read the same, to the byte, whoever reads it."""

import pickle
import re
from dataclasses import replace
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path, PurePosixPath

import pytest

from analysis import corpus
from analysis.article import read_text
from analysis.article.layout import lay_out
from analysis.corpus import read_all, read_batch
from analysis.reading import Reading, analyse, analyse_many
from analysis.records import Article, Problem
from analysis.tables import TableWriter

STORY = """Minister resigns

Ada Obi, the transport minister, said on Monday that she would leave. "I have had enough," she told reporters.

The opposition welcomed the move and called on Prime Minister Tom Berg to follow her."""


def stories(n: int = corpus.BATCH + 2) -> list[Article]:
    return [lay_out(f"{STORY}\n\nIt was report number {i}.", article_id=f"story-{i}") for i in range(n)]


def written(folder, records) -> dict[str, bytes]:
    with TableWriter(folder) as out:
        for record in records:
            out.add(record)
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def alone(tmp_path_factory) -> dict[str, bytes]:
    return written(tmp_path_factory.mktemp("alone"), read_all(stories()))


def test_two_processes_write_the_bytes_of_one(alone, tmp_path):
    assert written(tmp_path, read_all(stories(), workers=2)) == alone


def test_readings_come_one_by_one_before_the_corpus_ends():
    asked = []

    def articles():
        for article in stories(corpus.BATCH * 3):
            asked.append(article)
            yield article

    first = next(read_all(articles()))
    assert first.article.article_id == "story-0"
    assert len(asked) == corpus.BATCH


def test_an_article_that_breaks_a_step_costs_a_row_not_the_corpus(monkeypatch):
    real = corpus.read_parse

    def fragile(article, parse):
        if article.article_id == "story-1":
            raise RuntimeError("a step broke")
        return real(article, parse)

    monkeypatch.setattr(corpus, "read_parse", fragile)
    good, bad, also_good = read_batch(stories(3))
    assert good.n_words and also_good.n_words
    assert [problem.message for problem in bad.problems] == ["RuntimeError: a step broke"]
    assert bad.article.text == stories(3)[1].text


def test_an_article_the_parser_refuses_costs_a_row_not_its_batch():
    articles = stories(2)
    huge = replace(articles[0], text="word " * 250_000, headline=None, paragraphs=(), furniture=())
    bad, good = read_batch([huge, articles[1]])
    assert [problem.stage for problem in bad.problems] == ["parsing"]
    assert good.n_words and not any(problem.stage == "parsing" for problem in good.problems)


def test_an_unreadable_article_keeps_its_problem():
    problem = Problem(stage="file", message="it is empty")
    (record,) = read_all([Article(article_id="void", text="", problems=(problem,))])
    assert record.problems == (problem,)
    assert not record.n_words


def test_records_can_be_sent_to_another_process():
    (record,) = read_all(stories(1))
    assert pickle.loads(pickle.dumps(record)) == record


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"engine": "spark"}, "there are: processes, dask"),
        ({"workers": 0}, "at least 1"),
        ({"scheduler": "tcp://localhost:1"}, "for the engine 'dask', not for 'processes'"),
        ({"model": "no_such_model"}, "-m spacy download no_such_model"),
    ],
)
def test_what_cannot_be_is_said_at_once(options, words):
    with pytest.raises(ValueError, match=words):
        read_all(iter([]), **options)


def test_a_missing_extra_is_said_at_once(monkeypatch):
    monkeypatch.setattr(corpus, "find_spec", lambda name: None)
    with pytest.raises(ValueError, match=r"pip install -e '\.\[dask\]'"):
        read_all(iter([]), engine="dask")


def test_articles_of_one_batch_keep_their_own_parse_whatever_their_ids():
    first, second = stories(2)
    second = replace(second, text=second.text.replace("Ada Obi", "Eva Lind"), article_id=first.article_id)
    names = [reading.cast.entities[0].name for reading in read_batch([first, second])]
    assert names == ["Ada Obi", "Eva Lind"]


def test_two_articles_of_one_id_are_an_error_that_names_it():
    texts = ["Norway signed the treaty on Monday.", "Finland rejected the treaty."]
    with pytest.raises(ValueError, match="two articles of the id 'text': each needs"):
        list(analyse_many(map(read_text, texts)))
    with pytest.raises(ValueError, match="two articles of the id 'text' in one reading"):
        Reading.concat([analyse(read_text(text)) for text in texts])


def test_the_benchmark_times_a_folder_with_fewer_articles_than_it_takes(tmp_path, capsys, monkeypatch):
    found = spec_from_file_location("bench", Path(__file__).parent / "benchmarks" / "bench.py")
    bench = module_from_spec(found)
    found.loader.exec_module(bench)
    monkeypatch.setattr(bench, "SIZES", (2,))
    monkeypatch.setattr(bench, "ROWS", {"bare pipe": 0, "analysis, 1 process": 1})
    text = "Norway praised Sweden on Monday. " * 80  # long enough for a clock that ticks a hundred times a second
    (tmp_path / "one.txt").write_text(f"The talks\n\n{text}\n", encoding="utf-8")
    bench.main(str(tmp_path))
    title, _, bare, whole = capsys.readouterr().out.splitlines()
    assert title == "2 articles: bare pipe and analysis" and "1.00  1.00" in bare
    assert float(whole.split()[-1]) > 100


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("file.txt", "'file.txt' (str) is no Article; read_article makes one of a file or an address"),
        (PurePosixPath("file.txt"), "PurePosixPath('file.txt') (PurePosixPath) is no Article; read_article"),
        (None, "None (NoneType) is no Article; "),
        (["x" * 100], f"['{'x' * 55}... (list) is no Article; "),
    ],
)
def test_what_is_no_article_is_said_with_what_makes_one(given, words):
    with pytest.raises(TypeError, match=re.escape(words)):
        analyse(given)


@pytest.mark.parametrize("given", ["file.txt", Path("file.txt"), Article(article_id="a", text="b")])
def test_one_article_or_path_is_no_list_of_articles(given):
    with pytest.raises(TypeError, match=r"is no list of Articles; read_article"):
        next(analyse_many(given))
