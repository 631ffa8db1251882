"""The test suites of popular packages, natively and on the machine: the same tests must pass.

    python tools/package_suites.py [--python PYTHON] [--jobs N] [NAME ...]

The packages, pinned, are those of tests/data/packages.toml. Each is installed into an environment
of its own under build/, its source distribution unpacked there, and its suite run by pytest: under
the interpreter, then as `peephole run --all -m pytest`. Prints a line a package: tests, how many
pass natively, how many of these on the machine, seconds; then the tests that differ. Status 1
where any differs.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import subprocess
import sys
import tarfile
import time
import tomllib
import xml.etree.ElementTree as xml
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from environments import BUILD, ROOT, environment_with

PYTEST = "pytest==8.3.3"
PLAIN = "-q -p no:cacheprovider -p no:randomly"
MOST_SECONDS = 3600.0
#: what the names of some tests have that are made of the time of day
CLOCK = re.compile(r"\d\d:\d\d:\d\d")


class Package(NamedTuple):
    """A package with its suite."""

    name: str
    version: str
    stresses: str
    tests: str
    needs: list[str] = []  # noqa: RUF012 - never changed


class Run(NamedTuple):
    """What a suite said: the outcome of every test, and how long it took."""

    outcomes: dict[str, str]
    seconds: float
    ending: str


def packages() -> list[Package]:
    """The pinned packages."""
    data = tomllib.loads((ROOT / "tests/data/packages.toml").read_text(encoding="utf-8"))
    return [Package(**entry) for entry in data["package"]]


def prepared(package: Package, python: str, version: str) -> tuple[str, Path]:
    """An interpreter that has the package, and the folder of its source distribution."""
    folder = BUILD / "package-suites" / version / package.name
    wanted = [f"{package.name}=={package.version}", PYTEST, *package.needs]
    made = environment_with(python, folder, "\n".join(wanted) + "\n")
    source = folder / "source"
    if not source.exists():
        download = [made, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:"]
        command = [*download, "--dest", str(folder), wanted[0]]
        subprocess.run(command, check=True, capture_output=True)
        [archive] = folder.glob("*.tar.gz")
        with tarfile.open(archive) as opened:
            opened.extractall(source, filter="data")
    [inner] = source.iterdir()
    return made, inner


def run(package: Package, python: str, folder: Path, *words: str) -> Run:
    """Run a suite; `words` come between the interpreter and `-m pytest`."""
    results = folder.parent.parent / f"results-{'machine' if words else 'native'}.xml"
    results.unlink(missing_ok=True)
    tests = shlex.split(package.tests)
    command = [python, *words, "-m", "pytest", *PLAIN.split(), f"--junit-xml={results}", *tests]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": "0"}
    begun = time.perf_counter()
    try:
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True,
            timeout=MOST_SECONDS, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        ending = "" if done.returncode in (0, 1) else (done.stdout + done.stderr)[-600:]
    except subprocess.TimeoutExpired:
        ending = f"more than {MOST_SECONDS:.0f} s"
    seconds = time.perf_counter() - begun
    outcomes = outcomes_of(results) if results.exists() else {}
    return Run(outcomes, seconds, ending)


def outcomes_of(results: Path) -> dict[str, str]:
    """Every test with `passed`, or what it did instead and its message's first line."""
    found = {}
    for case in xml.parse(results).iter("testcase"):
        name = CLOCK.sub("TIME", f"{case.get('classname')}.{case.get('name')}")
        children = [child for child in case if child.tag in ("failure", "error", "skipped")]
        message = (children[0].get("message") or "").split("\n")[0] if children else ""
        found[name] = f"{children[0].tag}: {message}" if children else "passed"
    return found


def compare(package: Package, python: str, version: str) -> tuple[str, list[str]]:
    """A line of the table, and the tests that pass natively only."""
    made, folder = prepared(package, python, version)
    native = run(package, made, folder)
    machine = run(package, made, folder, "-m", "peephole", "run", "--all")
    passing = [name for name, outcome in native.outcomes.items() if outcome == "passed"]
    differing = [
        f"{package.name}: {name}: {machine.outcomes.get(name, 'not run')}"
        for name in passing
        if machine.outcomes.get(name) != "passed"
    ]
    differing += [
        f"{package.name}: {ending}" for ending in (native.ending, machine.ending) if ending
    ]
    line = (
        f"{package.name + ' ' + package.version:24} {len(native.outcomes):6} {len(passing):7} "
        f"{len(passing) - len(differing):8} {native.seconds:7.1f} {machine.seconds:8.1f}"
    )
    return line, differing


def main() -> None:
    """Run the suites, and tell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--python", default=sys.executable, help="the interpreter")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="packages at a time")
    parser.add_argument("names", nargs="*", metavar="NAME", help="packages (all)")
    given = parser.parse_args()
    chosen = [package for package in packages() if not given.names or package.name in given.names]
    asked = "import sys; print('%d.%d' % sys.version_info[:2])"
    version = subprocess.check_output([given.python, "-c", asked], text=True).strip()
    print(f"{'package':24} {'tests':>6} {'native':>7} {'machine':>8} {'s':>7} {'s':>8}", flush=True)
    differing: list[str] = []
    with ThreadPoolExecutor(given.jobs) as pool:
        for line, found in pool.map(lambda each: compare(each, given.python, version), chosen):
            print(line, flush=True)
            differing += found
    print(*differing, sep="\n")
    sys.exit(bool(differing))


if __name__ == "__main__":
    main()
