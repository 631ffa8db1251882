"""Write the evaluation loops of `peephole.machine.loops` from the instructions' definitions.

usage: python tools/generate_loops.py [--check]

Without options the modules are written; with --check they are compared with what would be
written, and the exit status is 1 where one differs.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src"
sys.path.insert(0, str(SOURCE))

from peephole.machine.generate.module import module_sources  # noqa: E402

#: How often each leaf runs, in parts of a thousand: `benchmarks/profile_machine.py --weights`.
WEIGHTS = SOURCE / "peephole" / "machine" / "generate" / "weights.json"

#: The versions that the machine runs.
VERSIONS = ("3.11", "3.12", "3.13", "3.14", "3.15")


def path_of(package: str, version: str) -> Path:
    """The file of a version's module in a package of the machine."""
    return SOURCE / "peephole" / "machine" / package / f"v{version.replace('.', '_')}.py"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare, do not write")
    check = parser.parse_args().check
    weights = json.loads(WEIGHTS.read_text())
    stale = 0
    for version in VERSIONS:
        sources = module_sources(version, weights[version])
        for package, source in sources.items():
            path = path_of(package, version)
            if not check:
                path.write_text(source)
            elif path.read_text() != source:
                print(f"{path} is not what the definitions make: run tools/generate_loops.py")
                stale = 1
    return stale


if __name__ == "__main__":
    raise SystemExit(main())
