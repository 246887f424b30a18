"""The commands that score loose text, and that explain a score."""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Final

import typer

from sentiment.cli import options
from sentiment.cli.explaining import print_explanation
from sentiment.cli.running import load_scorer
from sentiment.cli.terminal import output_pipe
from sentiment.errors import UsageError

if TYPE_CHECKING:
    from sentiment.model import Explanation

_SCORE_EXAMPLES = """Examples:
  sentiment score "Killed it! 🔥" "worst film of the year"
  sort comments.txt | sentiment score -
  sentiment score - --json < comments.txt | jq .score
"""
_EXPLAIN_EXAMPLES = """Examples:
  sentiment explain "cried so much 😭 what a film"
  sentiment explain "12th Fail is a gem" --mask "12th Fail"
  sentiment explain "paisa vasool" --json
"""
# Texts scored together; standard input may be endless.
_TOGETHER: Final = 256

ExplainToo = Annotated[
    bool, typer.Option("--explain", help="Add what made each score (with --json only).")
]


def score(
    *,
    texts: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="TEXT...",
            show_default=False,
            help="Texts, or - for standard input, one a line.",
        ),
    ] = None,
    scorer: options.Scorer = "default",
    model: options.Model = None,
    device: options.Device = "cpu",
    lexicon: options.Lexicon = None,
    mask: options.Mask = None,
    as_json: options.AsJson = False,
    explain: ExplainToo = False,
    config: options.Config = None,  # noqa: ARG001 read before the others
) -> None:
    """Score loose texts, one a line.

    Prints label, score from -1 to 1, confidence and the text, separated by tabs.
    """
    if explain and not as_json:
        raise UsageError("--explain needs --json here: use sentiment explain TEXT for a table")
    if not texts:
        raise UsageError("no text: give some, or - to read standard input; see --help")
    chosen = load_scorer(scorer, model, device, lexicon, mask)
    from sentiment.engine import loose_input

    with output_pipe():
        lines = _lines(texts)
        while group := list(islice(lines, _TOGETHER)):
            inputs = [loose_input(text) for text in group]
            if explain:
                for text, given in zip(group, inputs, strict=True):
                    print(json.dumps(as_record(text, chosen.explain(given)), ensure_ascii=False))
                continue
            for text, verdict in zip(group, chosen.score(inputs), strict=True):
                if as_json:
                    line = json.dumps({"text": text} | asdict(verdict), ensure_ascii=False)
                else:
                    line = (
                        f"{verdict.sentiment}\t{verdict.score:+.3f}\t{verdict.confidence:.2f}"
                        f"\t{' '.join(text.split())}"
                    )
                print(line)


def explain(
    *,
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help="The text; - reads it.")],
    scorer: options.Scorer = "default",
    model: options.Model = None,
    device: options.Device = "cpu",
    lexicon: options.Lexicon = None,
    mask: options.Mask = None,
    as_json: options.AsJson = False,
    config: options.Config = None,  # noqa: ARG001 read before the others
) -> None:
    """Show what made a text's score.

    Each word, emoji and rule with its share; the shares add up to the score.
    """
    words = sys.stdin.read() if text == ["-"] else " ".join(text)
    chosen = load_scorer(scorer, model, device, lexicon, mask)
    from sentiment.engine import loose_input

    found = chosen.explain(loose_input(words))
    with output_pipe():
        if as_json:
            print(json.dumps(as_record(words, found), ensure_ascii=False, indent=2))
        else:
            print_explanation(words, found, chosen.name)


def as_record(text: str, explanation: "Explanation") -> dict[str, object]:
    """An explanation as JSON has it; the contributions add up to the score."""
    return {
        "text": text,
        **asdict(explanation.score),
        "contributions": [asdict(share) for share in explanation.contributions],
    }


def _lines(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        if text == "-":
            yield from (line.rstrip("\r\n") for line in sys.stdin if line.strip())
        else:
            yield text


def register(app: typer.Typer) -> None:
    """Add the commands."""
    options.command(app, "score", score, _SCORE_EXAMPLES)
    options.command(app, "explain", explain, _EXPLAIN_EXAMPLES)
