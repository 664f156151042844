"""A run that is killed, starved or poisoned loses nothing: started again it comes to the same bytes."""

import os
import random
import resource
import signal
import sys
from pathlib import Path

import psutil
import pytest
from made_workers import lost_once, poisoned, reads_on

from analysis import cli, corpus
from analysis.article.layout import lay_out
from analysis.corpus import Limits, pool, read_all
from analysis.corpus.kept import Kept
from analysis.corpus.worker import context
from analysis.tables import TableWriter, read_tables
from analysis.tables.folder import PART, WHOLE
from analysis.tables.schemas import SCHEMAS
from analysis.tabulate import KEPT

STORY = """Harbour board backs ferry

Ines Holm, who chairs the harbour board, said on Tuesday that the ferry to Storvik would stay. "We need it," she said.

The fishermen's union rejected the plan. Mayor Jon Vik praised Holm in letter number {n}."""
KILLS = int(os.environ.get("READOUT_TEST_KILLS", "4"))
FILES = 2 * len(SCHEMAS)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="runs are killed in forks of the test")


@pytest.fixture(scope="module")
def articles(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    for n in range(8):
        (folder / f"story-{n}.txt").write_text(STORY.format(n=n), encoding="utf-8")
    tables_run(folder, tmp_path_factory.mktemp("first"), *HERE)()  # what a run loads is there for all its forks
    return folder


def forked(run, before=lambda: None, spent=None) -> int:
    """Run in a fork of this process, as killable as any: the exit status, below 0 the signal that ended it.

    The seconds of computing that it took are added to `spent`.
    """
    child = os.fork()
    if not child:
        status = 70
        try:
            before()
            status = run()
        finally:
            os._exit(status)
    _, status, usage = os.wait4(child, 0)
    if spent is not None:
        spent.append(usage.ru_utime)
    return os.waitstatus_to_exitcode(status)


def dies_after(seconds: float):
    """Have this process killed by the system after so many seconds of computing."""
    signal.signal(signal.SIGVTALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)


def tables_run(articles: Path, out: Path, *options: str):
    def run() -> int:
        sys.argv = ["readout", "tables", str(articles), "--out", str(out), "--quiet", *options]
        try:
            cli.main()
        except SystemExit as end:
            return end.code or 0
        return 0

    return run


HERE = ("--timeout", "0", "--memory", "0")  # reads in the process that is killed


def written(out: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in out.iterdir() if file.suffix in (".parquet", ".csv")}


@pytest.fixture(scope="module")
def uninterrupted(articles, tmp_path_factory) -> tuple[dict[str, bytes], float]:
    out = tmp_path_factory.mktemp("uninterrupted")
    spent: list[float] = []
    assert forked(tables_run(articles, out, *HERE), spent=spent) == 0
    return written(out), spent[0]


def test_a_run_killed_at_any_moment_goes_on_to_the_same_bytes(articles, uninterrupted, tmp_path):
    whole, seconds = uninterrupted
    chance = random.Random(7)
    killed = 0
    for _ in range(KILLS):
        moment = chance.uniform(0.01, seconds)
        ended = forked(tables_run(articles, tmp_path, *HERE), lambda moment=moment: dies_after(moment))
        killed += ended == -signal.SIGVTALRM
        assert written(tmp_path) in ({}, whole)
    assert killed
    assert forked(tables_run(articles, tmp_path, *HERE)) == 0
    assert written(tmp_path) == whole
    assert not [file for file in tmp_path.iterdir() if file.name.endswith((PART, WHOLE, ".lock"))]


def test_what_is_known_is_not_read_again(articles, tmp_path, monkeypatch):
    out, more = tmp_path / "out", tmp_path / "more"
    tables_run(articles, out, *HERE)()
    more.mkdir()
    for file in sorted(articles.iterdir())[:6]:
        (more / f"renamed-{file.name}").write_bytes(file.read_bytes())
    (more / "new.txt").write_text(STORY.format(n="ninety"), encoding="utf-8")
    asked: list[str] = []
    real = corpus.read_parse
    monkeypatch.setattr(corpus, "read_parse", lambda one, parse: asked.append(one.article_id) or real(one, parse))
    assert tables_run(more, out, *HERE)() == 0
    assert asked == ["new"]
    assert len(read_tables(out)["articles"]) == 7
    known = written(out)
    (out / KEPT).unlink()
    assert tables_run(more, out, *HERE)() == 0
    assert written(out) == known


def test_readings_of_other_readers_or_of_a_damaged_file_are_not_used(articles, tmp_path, monkeypatch):
    (record,) = read_all([lay_out(STORY, article_id="a")])
    file = tmp_path / "kept"
    with Kept(file, "a model") as kept:
        kept.add([record])
        assert kept.get(record.article) == record
    with Kept(file, "another model") as kept:
        assert kept.get(record.article) is None
    monkeypatch.setattr("analysis.corpus.kept.readers_version", lambda: "others")
    with Kept(file, "a model") as kept:
        assert kept.get(record.article) is None
    file.write_bytes(b"no database" * 100)
    with Kept(file, "a model") as kept:
        kept.add([record])
        assert kept.get(record.article) == record


@pytest.mark.parametrize("renamed", [0, 7, 17])
def test_a_run_killed_between_its_files_is_finished_by_who_reads_them(articles, uninterrupted, tmp_path, renamed):
    with TableWriter(tmp_path):
        pass
    assert len(written(tmp_path)) == FILES

    def die_at_a_rename():
        real, done = os.replace, []

        def replace(*names):
            if len(done) == renamed:
                os.kill(os.getpid(), signal.SIGKILL)
            done.append(real(*names))

        os.replace = replace

    assert forked(tables_run(articles, tmp_path, *HERE), die_at_a_rename) == -signal.SIGKILL
    assert len(read_tables(tmp_path)["articles"]) == 8
    assert written(tmp_path) == uninterrupted[0]


def test_a_mixture_of_two_runs_is_refused(tmp_path):
    for name, records in (("a", []), ("b", read_all([lay_out(STORY, article_id="a")]))):
        with TableWriter(tmp_path / name) as out:
            for record in records:
                out.add(record)
    os.replace(tmp_path / "a" / "roles.parquet", tmp_path / "b" / "roles.parquet")
    with pytest.raises(ValueError, match=r"roles\.parquet is of another run than articles\.parquet"):
        read_tables(tmp_path / "b")


def test_a_full_disk_is_said_and_the_run_goes_on_when_there_is_room(articles, uninterrupted, tmp_path, capfd):
    def little_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))

    assert forked(tables_run(articles, tmp_path, *HERE), little_room) == 2
    said = capfd.readouterr().err
    assert "make room and run the same command again" in said and "Traceback" not in said
    assert not written(tmp_path)
    assert forked(tables_run(articles, tmp_path, *HERE)) == 0
    assert written(tmp_path) == uninterrupted[0]


def test_a_second_run_into_a_folder_says_so_and_stops(articles, tmp_path, capsys):
    with TableWriter(tmp_path):
        assert tables_run(articles, tmp_path, *HERE)() == 2
    assert f"another run is writing tables into {tmp_path}" in capsys.readouterr().err


def test_poison_costs_a_row_with_its_reason_and_no_other_article(monkeypatch):
    monkeypatch.setattr(pool, "serve", poisoned)
    names = ["a", "slow", "b", "c", "deadly", "d", "large", "e", "f"]
    given = [lay_out(STORY.format(n=n), article_id=name) for n, name in enumerate(names)]
    found = list(read_all(given, workers=2, limits=Limits(seconds=8, megabytes=1000)))
    assert [record.article.article_id for record in found] == names
    said = {record.article.article_id: record.problems[0].message for record in found if not record.n_words}
    assert set(said) == {"slow", "deadly", "large"}
    assert "longer than 8 s" in said["slow"]
    assert "exit status -9" in said["deadly"]
    assert "more than 1,000 MB" in said["large"]


def test_a_worker_that_is_killed_from_outside_costs_nothing(monkeypatch, tmp_path):
    given = [lay_out(STORY.format(n=n), article_id=str(n), source=str(tmp_path / "mark")) for n in range(5)]
    whole = list(read_all(given))
    monkeypatch.setattr(pool, "serve", lost_once)
    assert list(read_all(given, limits=Limits())) == whole
    assert (tmp_path / "mark").exists()


@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGINT])
def test_a_parent_that_is_ended_leaves_no_workers(by):
    ours, theirs = context().Pipe()
    parent = context().Process(target=reads_on, args=(theirs,))
    parent.start()
    assert ours.recv() == "0"
    workers = psutil.Process(parent.pid).children(recursive=True)
    assert len(workers) >= 2
    os.kill(parent.pid, by)
    parent.join(60)
    _, left = psutil.wait_procs(workers, timeout=60)
    assert not left
