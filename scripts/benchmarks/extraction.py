#!/usr/bin/env python3
"""How fast are reactions found, what does a longer article cost, what does hostile text?

    scripts/benchmarks/extraction.py [--seconds 5] [--hostile-mb 10] [--textacy PYTHON]
        [--model en_core_web_sm] [FILE...]

Prints articles and megabytes per second on one core and peak memory; the cost of
articles 1, 10 and 100 times as long; and the time for megabytes of quotation marks,
dashes, brackets and nested markup. ``--textacy`` names the Python of an environment
that has textacy and spaCy's small English pipeline (``--model``: the name it is installed
by): its direct quotations on the same articles in the same run, as the comparison
(neither is a dependency of this project).
"""

from __future__ import annotations

import argparse
import json
import math
import os
import resource
import subprocess
import time
from pathlib import Path

from sentiment.collect.html import read_html
from sentiment.extract.reactions import extract_reactions
from sentiment.model import Article

ROOT = Path(__file__).parents[2]
MEGABYTE = 1_000_000

# Runs inside the other environment: texts from stdin, seconds and counts to stdout.
TEXTACY = """
import json, sys, time
import spacy, textacy.extract
texts, seconds, model = json.load(sys.stdin)
nlp = spacy.load(model)
def run(text):
    try:
        return sum(1 for _ in textacy.extract.direct_quotations(nlp(text)))
    except ValueError:
        return 0
run(texts[0])
start, best, found = time.process_time(), 1e9, 0
while time.process_time() - start < seconds:
    before = time.process_time()
    found = sum(run(text) for text in texts)
    best = min(best, time.process_time() - before)
print(json.dumps([best, found]))
"""

HOSTILE = {
    "straight quotation marks": '"',
    "opening quotation marks": "“",
    "mixed quotation marks": "“\"'‘«",
    "doubled single marks": "''",
    "em dashes": "—",
    "spaced hyphens": "- ",
    "round brackets": "(",
    "handles in brackets": "(@a)",
    "signatures": "— A (@a) ",
    "signatures a line each": "word — A (@a) May 1, 2024\n",
    "words": "he said that she said that ",
    "short lines": "some words here\n",
    "quotations": "“It is so,” he said. ",
}
HOSTILE_MARKUP = {
    "nested divs": "<div>",
    "nested block quotations": '<blockquote class="twitter-tweet">',
    "nested inline quotations": "<q>a",
    "unclosed paragraphs": "<p>a",
    "angle brackets": "<",
    "nested lists": "<ul><li>",
}


def article(text: str, name: str = "benchmark.txt") -> Article:
    return Article(id="0" * 16, source=name, text=text)


def seconds_for(text: str) -> float:
    start = time.process_time()
    extract_reactions(article(text))
    return time.process_time() - start


def measure(texts: list[str], seconds: float) -> tuple[float, int]:
    """CPU seconds of the fastest round over all texts, and its reactions.

    The fastest, since whatever else the machine does only slows a round down.
    """
    articles = [article(text) for text in texts]
    for one in articles:
        extract_reactions(one)  # word lists are loaded before the clock starts
    start, best, found = time.process_time(), math.inf, 0
    while time.process_time() - start < seconds:
        before = time.process_time()
        found = sum(len(extract_reactions(one)) for one in articles)
        best = min(best, time.process_time() - before)
    return best, found


def measure_textacy(python: str, texts: list[str], seconds: float, model: str) -> tuple[float, int]:
    done = subprocess.run(  # noqa: S603 - the interpreter is the caller's own
        [python, "-c", TEXTACY],
        input=json.dumps([texts, seconds, model]),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
    )
    spent, found = json.loads(done.stdout)
    return spent, found


def report(name: str, texts: list[str], result: tuple[float, int]) -> float:
    spent, found = result
    rate = len(texts) / spent
    size = sum(len(text.encode("utf-8")) for text in texts) / spent / MEGABYTE
    print(f"{name:12s} {rate:9.1f} articles/s  {size:7.3f} MB/s  {found} found")
    return rate


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, help="texts; the samples if none")
    parser.add_argument("--seconds", type=float, default=5.0, help="CPU time of each rate")
    parser.add_argument("--hostile-mb", type=float, default=10.0, help="size of each hostile input")
    parser.add_argument("--textacy", metavar="PYTHON", help="interpreter that has textacy")
    parser.add_argument("--model", default="en_core_web_sm", help="textacy's spaCy pipeline")
    options = parser.parse_args()
    samples = (ROOT / "seeds", ROOT / "tests" / "articles" / "dev")
    files = options.files or sorted(path for folder in samples for path in folder.glob("*.txt"))
    if not files:
        parser.error("no samples found; name articles")
    texts = [path.read_text(encoding="utf-8") for path in files]

    print(f"{len(texts)} articles, {sum(map(len, texts))} characters, one core")
    ours = report("sentiment", texts, measure(texts, options.seconds))
    if options.textacy:
        parsed = measure_textacy(options.textacy, texts, options.seconds, options.model)
        theirs = report("textacy", texts, parsed)
        print(f"{'':12s} {ours / theirs:9.1f} times as many articles")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")

    print("\nlonger articles (all samples joined, then repeated)")
    joined = "\n\n".join(texts)
    for times in (1, 10, 100):
        spent = seconds_for("\n\n".join([joined] * times))
        print(
            f"{times:4d} times  {spent:8.3f} s  {spent / times / len(joined) * MEGABYTE:.2f} s/MB"
        )

    size = int(options.hostile_mb * MEGABYTE)
    if size:
        print(f"\n{options.hostile_mb:g} MB of")
        for name, unit in HOSTILE.items():
            spent = seconds_for(unit * (size // len(unit)))
            print(f"  {name:26s} {spent:7.2f} s", flush=True)
        for name, unit in HOSTILE_MARKUP.items():
            start = time.process_time()
            extract_reactions(read_html("<article>" + unit * (size // len(unit)), "x.html"))
            print(f"  {name:26s} {time.process_time() - start:7.2f} s", flush=True)
        print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
