"""Draw what test_page_looks.py compares with: run after a wanted change, then look.

.venv/bin/python tests/write/redraw_pages.py
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from write.test_page_looks import LOOKS, drawn

for case in LOOKS:
    for name, picture in drawn(case).items():
        path = Path(__file__).parent / "looks" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(picture)
