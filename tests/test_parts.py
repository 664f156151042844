"""A cluster reads the rows that one process reads, and writes them in parts, whatever happens to a worker."""

import json
import os
import signal
import socket
import time
from datetime import date
from functools import cache
from pathlib import Path
from threading import Thread

import fsspec
import pandas as pd
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from analysis import cli
from analysis.article.layout import lay_out
from analysis.corpus import BATCH, Limits, read_all
from analysis.corpus.worker import PRELOADED
from analysis.tables import TableWriter, alone, frames, partitions, parts
from analysis.tables.schemas import SCHEMAS, arrow_schema

distributed = pytest.importorskip("distributed", reason="the optional extra `dask` is not installed")
import dask  # noqa: E402
from distributed.utils import get_mp_context  # noqa: E402

STORY = """Harbour board backs ferry

Ines Holm, who chairs the harbour board, said on Tuesday that the ferry to Storvik would stay. "We need it," she said.

The fishermen's union rejected the plan. Mayor Jon Vik praised Holm in letter number {n}."""


def stories(n: int):
    return [lay_out(STORY.format(n=i), article_id=f"story-{i:02d}") for i in range(n)]


@cache
def readings():
    """What one process reads in the first of them, as many as two batches hold."""
    return list(read_all(stories(BATCH + 2)))


OUTLETS = ("The Île / Post 100%.", "1984", None)


def dated(n: int):
    days = (date(2020, 1, 31), date(2020, 2, 1), None)
    return [
        lay_out(STORY.format(n=i), article_id=f"story-{i:02d}", outlet=OUTLETS[i % 3], published=days[i // 3 % 3])
        for i in range(n)
    ]


def rows(out: Path, table: str) -> list[dict]:
    return pa.concat_tables([pq.read_table(file) for file in sorted((out / table).glob("*.parquet"))]).to_pylist()


QUIET = {
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "1s",
}  # who waits computes less


@pytest.fixture(scope="module")
def s3_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


@pytest.fixture(scope="module")
def cluster(s3_port):
    """Two workers, forked from a server that has loaded the pipeline, as ours are: who is killed is back at once."""
    settings = {"ENDPOINT_URL": f"http://127.0.0.1:{s3_port}", "DEFAULT_REGION": "us-east-1"}
    keys = {"ACCESS_KEY_ID": "none", "SECRET_ACCESS_KEY": "none"}
    env = {f"AWS_{name}": value for name, value in {**settings, **keys}.items()}  # they look for S3 on this machine
    with (
        pytest.MonkeyPatch.context() as patch,
        dask.config.set({"distributed.worker.multiprocessing-method": "forkserver", **QUIET}),
    ):
        for name, value in env.items():
            patch.setenv(name, value)
        get_mp_context().set_forkserver_preload(["distributed", PRELOADED])
        with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, env=env) as made:
            yield made


@pytest.fixture
def s3(s3_port):
    """An S3 of this machine's own."""
    moto = pytest.importorskip("moto.server", reason="moto[server] is for tests alone and not installed")
    s3fs = pytest.importorskip("s3fs", reason="s3fs is for tests alone and not installed")
    server = moto.ThreadedMotoServer("127.0.0.1", s3_port, verbose=False)
    server.start()
    yield s3fs.S3FileSystem()
    server.stop()


def test_its_workers_write_the_bytes_of_one_process(cluster, tmp_path):
    by_dask = read_all(stories(BATCH + 2), engine="dask", scheduler=cluster.scheduler_address)
    for name, found in {"alone": readings(), "dask": by_dask}.items():
        with TableWriter(tmp_path / name) as out:
            for record in found:
                out.add(record)
    alone, dask = ({file.name: file.read_bytes() for file in (tmp_path / name).iterdir()} for name in ("alone", "dask"))
    assert dask == alone


def test_a_worker_killed_in_the_middle_costs_nothing_and_parts_that_are_done_are_kept(cluster, tmp_path):
    first = next(iter(cluster.workers.values())).pid

    def kill():
        while not list(tmp_path.glob("done/*.json")):
            time.sleep(0.02)
        os.kill(first, signal.SIGKILL)

    killer = Thread(target=kill, daemon=True)
    killer.start()
    how = {"scheduler": cluster.scheduler_address, "size": 4}
    written = parts.write_parts(stories(22), f"file://{tmp_path}", **how)
    killer.join(60)
    assert written["articles"] == 22
    for name, frame in frames(readings()[:22]).items():
        assert rows(tmp_path, name) == pa.Table.from_pandas(frame, arrow_schema(name)).to_pylist()
    before = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*.parquet")}
    (tmp_path / "done" / "part-000002.json").unlink()
    assert parts.write_parts(stories(18), f"file://{tmp_path}", **how)["articles"] == 18
    after = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*.parquet")}
    anew = {file.stem for file, at in after.items() if before[file] != at}
    assert anew == {"part-000002", "part-000005"}  # one whose note was lost, one with fewer articles
    assert {file.stem for file in before.keys() - after.keys()} == {"part-000006"}


def test_a_scheduler_restarted_in_the_middle_ends_the_run_in_one_line_and_the_next_goes_on(tmp_path):
    threads = {"n_workers": 1, "threads_per_worker": 1, "processes": False, "dashboard_address": ":0"}

    def restart():
        while not list(tmp_path.glob("done/*.json")):
            time.sleep(0.02)
        first.close()

    with distributed.LocalCluster(**threads, protocol="tcp") as first:
        ending = Thread(target=restart, daemon=True)
        ending.start()
        with pytest.raises(RuntimeError, match=r"scheduler at tcp.* was lost; started again"):
            parts.write_parts(stories(5), f"file://{tmp_path}", scheduler=first.scheduler_address, size=1)
        ending.join(60)
    kept = {file: file.stat().st_mtime_ns for file in tmp_path.glob("done/*.json")}
    assert 0 < len(kept) < 5
    with distributed.LocalCluster(**threads, protocol="tcp") as second:
        how = {"scheduler": second.scheduler_address, "size": 1}
        assert parts.write_parts(stories(5), f"file://{tmp_path}", **how)["articles"] == 5
    assert all(file.stat().st_mtime_ns == at for file, at in kept.items())
    for name, frame in frames(readings()[:5]).items():
        assert rows(tmp_path, name) == pa.Table.from_pandas(frame, arrow_schema(name)).to_pylist()


@pytest.mark.parametrize("partitioned", [False, True])
def test_an_s3_holds_what_a_folder_holds_and_a_run_goes_on_there(cluster, s3, tmp_path, partitioned):
    bucket = f"bucket-{int(partitioned)}"
    s3.mkdir(bucket)
    how = {"scheduler": cluster.scheduler_address, "size": 3, "partitioned": partitioned}
    for n in (4, 7):  # the second part of the first run is not that of the second
        parts.write_parts(dated(n), f"s3://{bucket}/tables", **how)
    parts.write_parts(dated(7), f"file://{tmp_path}", **how)
    local = {file.relative_to(tmp_path).as_posix(): file.read_bytes() for file in tmp_path.rglob("part-*")}
    s3.invalidate_cache()
    there = {name.removeprefix(f"{bucket}/tables/"): s3.cat_file(name) for name in s3.find(f"{bucket}/tables")}
    assert there == local
    assert len(local) == 3 * (len(SCHEMAS) + 1) or (partitioned and len(local) > 3 * (len(SCHEMAS) + 1))


def test_an_article_that_takes_too_long_costs_a_row_on_dask_too(cluster, tmp_path):
    how = {"scheduler": cluster.scheduler_address, "limits": Limits(seconds=0.01)}
    long = [lay_out("\n\n".join([one.text] * 100), article_id=one.article_id) for one in stories(2)]  # seconds each
    assert parts.write_parts(long, f"file://{tmp_path}", **how)["quotations"] == 0
    assert ["it took longer than 0.01 s" in row["message"] for row in rows(tmp_path, "problems")] == [True, True]
    limited = read_all(stories(2), engine="dask", scheduler=cluster.scheduler_address, limits=Limits())
    assert list(limited) == readings()[:2]


def test_an_address_takes_one_run_at_a_time_and_that_of_the_dead_is_free(tmp_path):
    files, note = fsspec.filesystem("file"), tmp_path / alone.NOTE
    with alone.alone_at(files, str(tmp_path)):
        held = json.loads(note.read_text())
        with pytest.raises(ValueError, match=rf"another run is writing to .*{tmp_path}: process {os.getpid()} on "):
            parts.write_parts(stories(1), f"file://{tmp_path}")
    assert not note.exists()
    elsewhere = {**held, "host": "another"}
    for free in ({**held, "process": 2**22 + 1}, {**elsewhere, "at": time.time() - 1000}, ["no note"]):
        note.write_text(json.dumps(free))
        with alone.alone_at(files, str(tmp_path)):
            pass
    note.write_text(json.dumps({**elsewhere, "at": time.time()}))
    with pytest.raises(ValueError, match="on another"), alone.alone_at(files, str(tmp_path)):
        pass


@pytest.mark.parametrize("partitioned", [False, True])
def test_the_queries_of_the_readme_run_on_parts(cluster, tmp_path, monkeypatch, partitioned):
    duckdb = pytest.importorskip("duckdb", reason="duckdb is for tests alone and not installed")
    how = {"scheduler": cluster.scheduler_address, "size": 4, "partitioned": partitioned}
    parts.write_parts(stories(6), f"file://{tmp_path}/tables", **how)
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    queries = readme.split("```sql\n")[1:]
    assert len(queries) == 3
    monkeypatch.chdir(tmp_path)
    if not partitioned:
        assert len(pd.read_parquet("tables/articles")) == 6
    answers = [duckdb.sql(query.split("```")[0]).fetchall() for query in queries]
    assert all(answers)
    assert answers[0][0] == ("Ines Holm", 12, 6)


def hive(out: Path, table: str) -> list[dict]:
    """The rows of a partitioned table, by article, with outlet and month as DuckDB reads them."""
    duckdb = pytest.importorskip("duckdb", reason="duckdb is for tests alone and not installed")
    return duckdb.sql(f"FROM '{out}/{table}/**/*.parquet' ORDER BY article_id").to_arrow_table().to_pylist()


def test_tables_in_folders_by_outlet_and_month_have_the_same_rows(cluster, tmp_path):
    how = {"scheduler": cluster.scheduler_address, "size": 6, "partitioned": True}
    written = parts.write_parts(dated(16), f"file://{tmp_path}", **how)
    assert written["articles"] == 16
    known = hive(tmp_path, "articles")
    assert [row["outlet"] for row in known] == [OUTLETS[n % 3] for n in range(16)]
    assert [row["month"] for row in known[::3]] == ["2020-01", "2020-02", None, "2020-01", "2020-02", None]
    for name, frame in frames(read_all(dated(16))).items():
        plain = pa.Table.from_pandas(frame, arrow_schema(name)).to_pylist()
        found = [{key: row[key] for key in arrow_schema(name).names} for row in hive(tmp_path, name)]
        assert len(found) == written[name]
        assert sorted(map(repr, found)) == sorted(map(repr, plain))
    columns = pa.schema([("outlet", pa.string()), ("month", pa.string())])
    frame = pd.read_parquet(tmp_path / "articles", partitioning=ds.partitioning(columns, flavor="hive"))
    assert set(frame.outlet.dropna()) == set(OUTLETS[:2]) and frame.outlet.isna().sum() == 5
    names = {part for file in tmp_path.rglob("*.parquet") for part in file.relative_to(tmp_path).parts}
    assert "outlet=The%20%C3%8Ele%20%2F%20Post%20100%25%2E" in names


def test_a_part_that_comes_to_other_folders_leaves_none_behind(cluster, tmp_path, monkeypatch):
    how = {"scheduler": cluster.scheduler_address, "size": 4, "partitioned": True}
    parts.write_parts(dated(10), f"file://{tmp_path}", **how)
    before = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*.parquet")}
    changed = [*dated(7), lay_out(STORY, article_id="story-07", outlet="The Harbour Times")]
    assert parts.write_parts(changed, f"file://{tmp_path}", **how)["articles"] == 8
    assert all(file.stat().st_mtime_ns == at for file, at in before.items() if file.stem == "part-000001")
    assert [row["outlet"] for row in hive(tmp_path, "articles")][-2:] == ["The Île / Post 100%.", "The Harbour Times"]
    assert not list(tmp_path.rglob("part-000003*"))

    def stopped(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:  # killed when its files are there and its note is not
        patch.setattr(parts, "_remove_files", stopped)
        with pytest.raises(KeyboardInterrupt):
            known = parts._folders(parts._done(f"file://{tmp_path}")[1])
            parts.write_part(dated(2), f"file://{tmp_path}", 1, None, partitioned=True, before=known)
    parts.write_parts(changed[4:], f"file://{tmp_path}", **how)
    assert [row["article_id"] for row in hive(tmp_path, "articles")] == [f"story-{n:02d}" for n in range(4, 8)]
    parts.write_parts(changed[4:], f"file://{tmp_path}", scheduler=cluster.scheduler_address)
    assert {file.parent for file in tmp_path.rglob("*.parquet")} == {tmp_path / name for name in SCHEMAS}


@pytest.mark.parametrize(
    ("outlet", "day", "folder"),
    [
        ("The Post", "2020-01-03", "outlet=The%20Post/month=2020-01"),
        (None, None, "outlet=__HIVE_DEFAULT_PARTITION__/month=__HIVE_DEFAULT_PARTITION__"),
        ("../=?.", "2020-01-03", "outlet=..%2F%3D%3F%2E/month=2020-01"),
        ("ü" * 300, "2020-01-03", f"outlet={'%C3%BC' * 33}/month=2020-01"),
    ],
)
def test_a_folder_s_name_may_stand_in_any_file_system(outlet, day, folder):
    assert partitions._folder(outlet, day) == folder


@pytest.mark.parametrize("workers", [1, 2])
def test_parts_are_written_without_dask_too(tmp_path, monkeypatch, capsys, workers):
    (tmp_path / "texts").mkdir()
    for n in range(3):
        (tmp_path / "texts" / f"story-{n}.txt").write_text(STORY.format(n=n))
    given = ["readout", "tables", str(tmp_path / "texts"), "--out", str(tmp_path / "out"), "--partitioned"]
    monkeypatch.setattr("sys.argv", [*given, "--workers", str(workers)])
    with pytest.raises(SystemExit, match="0"):
        cli.main()
    assert "3 articles, 9 entities" in capsys.readouterr().err
    assert [row["article_id"] for row in hive(tmp_path / "out", "articles")] == ["story-0", "story-1", "story-2"]
    monkeypatch.setattr("sys.argv", [*given, "--scheduler", "tcp://localhost:1"])
    with pytest.raises(SystemExit):
        cli.main()
    assert "for the engine 'dask'" in capsys.readouterr().err
