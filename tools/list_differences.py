"""Write into docs/differences.md which cases of CPython's test suite differ, by cause.

    python tools/list_differences.py [--check]

Each cause has a paragraph of its own there, `* *cause*: ...`; its cases are listed below it, from
tests/data/conformance/differences.toml. `--check` writes nothing and ends with status 1 where the
page says something else than the data.
"""

from __future__ import annotations

import argparse
import re
import sys
import textwrap
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "tests" / "data" / "conformance" / "differences.toml"
PAGE = ROOT / "docs" / "differences.md"
_WIDTH = 100
_PARAGRAPH = re.compile(r"^\* \*(?P<cause>[^*]+)\*:.*?(?=^\* |^$)", re.DOTALL | re.MULTILINE)
_LIST = re.compile(r"^  Cases: .*", re.DOTALL | re.MULTILINE)


def cases_by_cause() -> dict[str, list[str]]:
    """The cases of each cause, and the versions where it is not all of them."""
    found: dict[str, list[str]] = {}
    for entry in tomllib.loads(DATA.read_text(encoding="utf-8"))["difference"]:
        versions = ", ".join(entry.get("versions", ()))
        behind = f" ({versions})" if versions else ""
        listed = [f"`{case}`{behind}" for case in entry["cases"]]
        found.setdefault(entry["cause"], []).extend(listed)
    return found


def written(page: str, cases: dict[str, list[str]]) -> str:
    """The page with the lists of cases; ValueError if it has no paragraph for a cause."""
    left = dict(cases)

    def with_list(match: re.Match[str]) -> str:
        told = _LIST.sub("", match[0]).rstrip()
        listed = left.pop(match["cause"], [])
        if not listed:
            return f"{told}\n"
        text = "Cases: " + ", ".join(listed) + "."
        lines = textwrap.fill(
            text,
            _WIDTH,
            initial_indent="  ",
            subsequent_indent="  ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        return f"{told}\n{lines}\n"

    page = _PARAGRAPH.sub(with_list, page)
    if left:
        raise ValueError(f"{PAGE.name} does not tell of: {', '.join(left)}")
    return page


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="only compare")
    check = parser.parse_args().check
    old = PAGE.read_text(encoding="utf-8")
    new = written(old, cases_by_cause())
    if not check:
        PAGE.write_text(new, encoding="utf-8")
    elif new != old:
        print(f"{PAGE.relative_to(ROOT)} is not what {Path(__file__).name} writes", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
