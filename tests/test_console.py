"""What is said while a corpus is read, and what a log keeps of it."""

from collections import Counter

from analysis import console
from analysis.records import Article, ArticleReading

RECORDS = [ArticleReading(article=Article(article_id=str(n), text="")) for n in range(3)]


def test_where_no_terminal_is_a_line_says_how_far_it_is_and_how_long_it_will_take(monkeypatch, capsys):
    monkeypatch.setattr(console, "TELL_EVERY", -1)
    counts = Counter(given=4, unread=1)
    assert list(console.progress(RECORDS, counts, quiet=False)) == RECORDS
    first, *_, last = capsys.readouterr().err.splitlines()
    assert first.startswith("readout: 1 of 4 articles, ") and first.endswith(" min left, 1 unread")
    assert last.startswith("readout: 3 of 4 articles, ")


def test_quiet_says_nothing_and_the_log_has_all_with_its_time(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(console, "TELL_EVERY", -1)
    console.keep_log(tmp_path / "log")
    list(console.progress(RECORDS, Counter(), quiet=True))
    assert capsys.readouterr().err == ""
    console.say("done")
    console.keep_log(None)
    console.say("more")
    lines = (tmp_path / "log").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 4 and lines[0].startswith("20") and " 1 articles, " in lines[0] and lines[3].endswith(" done")
