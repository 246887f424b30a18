from __future__ import annotations

import builtins
import gzip

import pytest

from sentiment.collect import read_articles
from sentiment.model import Article

PAGE = f"<html><body><article><p>{'Größe zählt hier. ' * 40}</p></article></body></html>"


def record(kind, address, block, content_type):
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
        "WARC-Date: 2024-01-31T00:00:00Z\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def page(address, kind, body, status="200 OK"):
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    return record("response", address, head.encode() + body, "application/http; msgtype=response")


def archive(path, packed):
    records = (
        page("https://a.org/1", "text/html; charset=ISO-8859-1", PAGE.encode("latin-1")),
        page("https://a.org/pic", "image/png", b"\x89PNG"),
        page("https://a.org/gone", "text/html", PAGE.encode(), status="404 Not Found"),
        page("https://a.org/2", "text/html; charset=nonsense", PAGE.encode("utf-8")),
        record("conversion", "https://a.org/3", b"Plain words.", "text/plain"),
    )
    path.write_bytes(b"".join(gzip.compress(r, mtime=0) if packed else r for r in records))
    return path


@pytest.mark.parametrize(("name", "packed"), [("a.warc", False), ("a.warc.gz", True)])
def test_pages_and_texts_are_read_and_the_rest_left(tmp_path, name, packed):
    found = list(read_articles([str(archive(tmp_path / name, packed))]))
    assert all(isinstance(item, Article) for item in found)
    assert [item.url for item in found] == [f"https://a.org/{n}" for n in (1, 2, 3)]
    assert [item.source for item in found] == [f"{name}#{n}" for n in (1, 4, 5)]
    assert "Größe zählt" in found[0].text
    assert "Größe zählt" in found[1].text
    assert found[2].text == "Plain words."


@pytest.mark.parametrize(
    ("raw", "cause"),
    [
        (b"no archive at all " * 10, "is no web archive"),
        (b"", "holds no page"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n", "is broken after record 0"),
        (gzip.compress(b"x" * 1000, mtime=0), "is broken after record 0"),
    ],
)
def test_what_is_no_archive_says_so(tmp_path, raw, cause):
    (tmp_path / "a.warc.gz").write_bytes(raw)
    (found,) = read_articles([str(tmp_path / "a.warc.gz")])
    assert cause in found.reason


def test_a_cut_archive_gives_what_it_holds(tmp_path):
    path = archive(tmp_path / "a.warc.gz", packed=True)
    path.write_bytes(path.read_bytes()[:-40])
    found = list(read_articles([str(path)]))
    assert [item.source for item in found] == ["a.warc.gz#1", "a.warc.gz#4", "a.warc.gz#5"]
    assert "is empty" in found[2].reason


def test_without_its_reader_the_message_says_what_to_install(tmp_path, monkeypatch):
    path = archive(tmp_path / "a.warc", packed=False)
    real = builtins.__import__

    def without_warcio(name, *args, **kwargs):
        if name.startswith("warcio"):
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without_warcio)
    (found,) = read_articles([str(path)])
    assert "pip install 'reaction-sentiment[warc]'" in found.reason
