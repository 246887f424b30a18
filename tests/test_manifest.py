from __future__ import annotations

from importlib.metadata import PackageNotFoundError

from sentiment import manifest
from sentiment.model import LONGEST_PROSE, Article
from sentiment.results import Batch, Unreadable


def test_two_runs_differ_in_nothing_but_the_time():
    batch = Batch((), (), (Unreadable("x.txt", "is empty"),))

    def made(seconds):
        return manifest.make_manifest(
            batch,
            scorer="vader 3.3.2",
            settings={"workers": 2},
            files=[{"name": "x.txt", "bytes": 0, "sha256": "e3b0"}],
            notes=[("x.txt", "mended")],
            seconds=seconds,
        )

    first, second = made(1.0), made(2.0)
    assert first.pop("timings") != second.pop("timings")
    assert first == second
    assert first["unreadable"] == [{"source": "x.txt", "reason": "is empty"}]
    assert first["notes"] == [{"source": "x.txt", "note": "mended"}]


def test_an_extra_that_is_not_installed_is_left_out(monkeypatch):
    def missing(name):
        if name == "warcio":
            raise PackageNotFoundError(name)
        return "1.0"

    monkeypatch.setattr(manifest, "version", missing)
    found = manifest.package_versions()
    assert "warcio" not in found
    assert "pandas" in found
    assert "pytest" not in found
    assert list(found) == sorted(found, key=str.lower)


def test_an_article_too_long_to_be_read_to_its_end_is_named():
    long = Article(id="l", source="long.txt", text="a" * (LONGEST_PROSE + 1))
    whole = Article(id="w", source="whole.txt", text="a" * LONGEST_PROSE)
    made = manifest.make_manifest(
        Batch((long, whole), (), ()), scorer="rules", settings={}, files=[], notes=[], seconds=0
    )
    assert [note["source"] for note in made["notes"]] == ["long.txt"]
    assert "300,001 code points long" in made["notes"][0]["note"]
