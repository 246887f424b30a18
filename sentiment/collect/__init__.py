"""Files, pages and archives in, articles out."""

from sentiment.collect.reader import list_files, read_articles

__all__ = ["list_files", "read_articles"]
