"""Make tests/data/disassembly/VERSION.json.gz from the interpreters of this machine.

    python tools/make_disassembly_fixtures.py [VERSION ...]

So that every version's format is tested where its interpreter is not: what the version compiles
the samples beside them to, and what its own dis says of that.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))

from dis_comparison.interpreters import ask, find  # noqa: E402

DATA = ROOT / "tests/data/disassembly"


def main() -> None:
    interpreters = find()
    samples = [path.relative_to(ROOT) for path in sorted(DATA.glob("sample_*.txt"))]
    for version in sys.argv[1:] or interpreters:
        fixture = {}
        for what in ("code", "dis", "text"):
            answers = list(ask(interpreters[version], what, samples, ROOT))
            fixture[what] = [answer for answer in answers if "error" not in answer]
        path = DATA / f"{version}.json.gz"
        text = json.dumps(fixture, separators=(",", ":"))
        path.write_bytes(gzip.compress(text.encode(), mtime=0))
        print(f"{path.relative_to(ROOT)}: {len(fixture['code'])} samples")


if __name__ == "__main__":
    main()
