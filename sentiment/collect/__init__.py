"""Files, pages and archives in, articles out."""
