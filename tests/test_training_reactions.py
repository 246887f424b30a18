"""Is the training set of reactions whole, split for good and described as it is?"""

import importlib
import re
import sys
from collections import defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TRAINING = ROOT / "scripts" / "training"
sys.path.append(str(TRAINING))
MERGE = importlib.import_module("merge_reactions")
SECOND = importlib.import_module("second_labelling")
DESCRIBE = importlib.import_module("describe_reactions")
sys.path.remove(str(TRAINING))

CONTENT = (TRAINING / "reactions.tsv").read_text(encoding="utf-8")
ROWS = MERGE.parse_reactions(CONTENT)
HANDLE = re.compile(r"(?<!\w)@\w+")


def pairs():
    found = defaultdict(list)
    for row in ROWS:
        if row.phenomenon.startswith("minimal-pair:"):
            found[row.phenomenon].append(row)
    return found


def test_the_header_names_licence_maker_and_columns():
    header = [line for line in CONTENT.split("\n")[:8] if line.startswith("# ")]
    assert any(line.startswith("# licence: CC BY 4.0") for line in header)
    assert "# made by: scripts/training/merge_reactions.py" in CONTENT
    assert header[-1].removeprefix("# columns: ").split("\t") == [
        "id",
        "part",
        "label",
        "language",
        "domain",
        "kind",
        "phenomenon",
        "text",
    ]


def test_there_are_enough_texts_and_a_tenth_is_held_out():
    assert len(ROWS) >= 6000
    share = sum(row.part == "test" for row in ROWS) / len(ROWS)
    assert 0.09 < share < 0.11


def test_every_cell_is_filled_and_from_its_set():
    for row in ROWS:
        assert all(getattr(row, name).strip() for name in MERGE.COLUMNS), row
        assert row.label in MERGE.LABELS, row
        assert row.part in {"train", "test"}, row
        assert row.kind in {"comment", "post", "quote", "reply", "story"}, row
        assert re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?", row.language), row


def test_ids_and_texts_are_unique_and_ids_follow_from_texts():
    assert len({row.id for row in ROWS}) == len(ROWS)
    assert len({row.text.casefold() for row in ROWS}) == len(ROWS)
    assert all(row.id == MERGE.make_id(row.text) for row in ROWS)


def test_the_side_follows_from_text_or_pair():
    assert all(row.part == MERGE.choose_part(row.phenomenon, row.text) for row in ROWS)


def test_minimal_pairs_are_complete_on_one_side_and_differ_in_label():
    assert len(pairs()) > 400
    for key, members in pairs().items():
        assert len(members) >= 2, key
        assert len({row.part for row in members}) == 1, key
        assert len({row.label for row in members}) >= 2, key


def test_no_text_links_to_a_platform():
    for row in ROWS:
        assert not re.search(r"\bt\.co/|pic\.twitter\.com|twitter\.com/|x\.com/", row.text), row
        for host in re.findall(r"https?://([^/\s]+)", row.text):
            assert host.endswith(".example"), row


def test_no_text_names_a_handle_of_the_seeds():
    real = {
        handle.casefold()
        for path in sorted((ROOT / "seeds").glob("*.txt"))
        for handle in HANDLE.findall(path.read_text(encoding="utf-8", errors="replace"))
    }
    assert len(real) > 5
    for row in ROWS:
        assert real.isdisjoint(handle.casefold() for handle in HANDLE.findall(row.text)), row


def test_writing_the_table_anew_changes_nothing():
    corrections = MERGE.parse_corrections((TRAINING / "corrections.tsv").read_text("utf-8"))
    assert corrections
    assert MERGE.format_reactions(MERGE.merge(ROWS, corrections)) == CONTENT
    for key, (old, new) in corrections.items():
        assert old in MERGE.LABELS
        assert new in MERGE.LABELS
        assert old != new, key


def test_a_correction_of_another_label_is_refused():
    row = next(row for row in ROWS if row.label == "neutral")
    with pytest.raises(ValueError, match=r"corrections\.tsv: no negative row"):
        MERGE.merge(ROWS, {row.id: ("negative", "positive")})


def test_parts_lose_their_header_by_position_and_keep_texts_that_look_like_one():
    part = "# one\n# two\n# three\npositive\ten\tfilm\tpost\thashtag\t#Toofan best https://t.co/a\n"
    (row,) = MERGE.parse_part(part, "part")
    assert row.text == "#Toofan best https://th.example/a"
    with pytest.raises(ValueError, match="part, line 4"):
        MERGE.parse_part("\n\n\nglad\ten\tfilm\tpost\tplain\ttext\n", "part")


def test_second_labels_cover_a_tenth_and_nearly_all_of_the_held_out_part():
    second = SECOND.read_second()
    assert set(second) <= {row.id for row in ROWS}
    assert set(second.values()) <= set(MERGE.LABELS)
    assert len(second) >= len(ROWS) / 10
    held = {row.id for row in ROWS if row.part == "test"}
    assert len(held - set(second)) <= 1


def test_a_draw_holds_the_test_part_and_a_tenth_of_each_stratum():
    drawn = SECOND.draw(ROWS)
    assert {row.id for row in ROWS if row.part == "test"} <= {row.id for row in drawn}
    strata = defaultdict(lambda: [0, 0])
    for at, rows in enumerate((ROWS, drawn)):
        for row in rows:
            strata[row.language, row.label][at] += 1
    assert all(chosen >= round(size / 10) for size, chosen in strata.values())
    assert SECOND.draw(ROWS) == drawn


def test_kappa_and_alpha_of_a_worked_example():
    """The example of 50 proposals read by two people: kappa .4; alpha by hand."""
    yes, no = "positive", "negative"
    found = SECOND.measure([(yes, yes)] * 20 + [(yes, no)] * 5 + [(no, yes)] * 10 + [(no, no)] * 15)
    assert found.share == pytest.approx(0.7)
    assert found.kappa == pytest.approx(0.4)
    assert found.alpha == pytest.approx(1 - 0.3 / (1 - (55 * 54 + 45 * 44) / (100 * 99)))
    assert found.low < 0.7 < found.high


def test_measures_are_silent_where_one_label_is_all_there_is():
    found = SECOND.measure([("neutral", "neutral")] * 3)
    assert (found.share, found.kappa, found.alpha) == (1.0, None, None)


@pytest.mark.parametrize("block", ["contents", "agreement"])
def test_the_readme_gives_the_figures_of_the_files(block):
    text = DESCRIBE.README.read_text(encoding="utf-8")
    assert DESCRIBE.between_marks(block, text)[1] == DESCRIBE.describe()[block]


def test_the_agreement_in_the_readme_is_that_of_the_two_files():
    """Counted here from the bare lines, without the modules that wrote the README."""

    def labels(name, column):
        lines = (TRAINING / name).read_text(encoding="utf-8").split("\n")
        rows = [line.split("\t") for line in lines if line and not line.startswith("# ")]
        return {row[0]: row[column] for row in rows}

    first = labels("reactions.tsv", 2) | labels("corrections.tsv", 1)
    second = labels("second_labels.tsv", 1)
    equal = sum(first[key] == label for key, label in second.items())
    stated = re.search(
        r"(\d+) texts \(\d+ of the held-out part\): agreement ([\d.]+) %",
        DESCRIBE.README.read_text(encoding="utf-8"),
    )
    assert stated
    assert int(stated[1]) == len(second)
    assert stated[2] == f"{100 * equal / len(second):.1f}"
