"""Real programs under plain `python` and on the machine: the output must be the same.

    python tools/real_programs.py [--python PATH] [--native] [--list] [NAME ...]

Every program runs under an interpreter and then as `peephole run`, in the same folder, with the
same environment; standard output, standard error and exit status are compared after times have
been masked. Packages that a program needs (tests/corpus/_real/requirements.txt, pinned) go into a
virtual environment of their own under build/, made when it is missing.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
REAL = ROOT / "tests" / "corpus" / "_real"
TIMEOUT = 900.0

sys.path.insert(0, str(ROOT / "tests"))

from corpus_programs import Outcome, differences, environment, version_of  # noqa: E402
from environments import BUILD, environment_with  # noqa: E402


class Real(NamedTuple):
    """A program: options of `peephole run`, then its words; {…} name what `places` has."""

    name: str
    options: str
    words: str
    packages: bool = False


REAL_PROGRAMS = (
    Real("json.tool", "--all", "-m json.tool --sort-keys --indent 1 {json}"),
    Real("tokenize", "", "-m tokenize {stdlib}/textwrap.py"),
    Real("ast", "", "-m ast {stdlib}/argparse.py"),
    Real("unittest", "--all", "-m unittest -v test.test_textwrap"),
    Real("unittest-bisect", "--all", "-m unittest test.test_bisect test.test_heapq"),
    Real("pytest", "", "-m pytest -p no:cacheprovider -q {work}/project", packages=True),
    Real("jinja2", "--include jinja2.* --include markupsafe.*", "{work}/render_template.py", True),
    Real("networkx", "--include networkx.*", "{work}/graph.py", packages=True),
    Real("sympy", "", "{work}/symbolic.py", packages=True),
    Real("sympy-included", "--include sympy.*", "{work}/symbolic.py", packages=True),
    Real("tcp-echo", "--all", "{work}/tcp_echo.py"),
    Real("test_grammar", "--all", "-m test test_grammar"),
)

# What differs from run to run: durations, load, addresses, folders of temporary files.
MASKS = tuple(
    (re.compile(pattern), mask)
    for pattern, mask in (
        (r"\d+:\d\d:\d\d( load avg: [\d.]+)?", "TIME"),
        (r"(load avg: |mem: )[\d.]+( \w+)?", "LOAD"),
        (r"\b\d+(\.\d+)? ?(ms|s|sec|seconds|min)\b( \d+ ?(sec|ms|s)\b)?", "TIME"),
        (r"\b0x[0-9a-f]{6,16}\b", "0x..."),
        (r"/test_python_\w+", "/test_python_..."),
        (r"pytest-of-\w+/pytest-\d+", "pytest-of-..."),
        (r"-+ (TIME) -+", r"\1"),
        (r"=+ (.* in TIME) =+", r"\1"),
        (r"Using random seed: \d+", "Using random seed: ..."),
    )
)


def masked(text: str) -> str:
    """A text without what differs from run to run."""
    for pattern, mask in MASKS:
        text = pattern.sub(mask, text)
    return text


def with_packages(python: str) -> str:
    """An interpreter like `python` that has the pinned packages; made when it is missing."""
    dotted = ".".join(map(str, version_of(python)))
    requirements = (REAL / "requirements.txt").read_text(encoding="utf-8")
    return environment_with(python, BUILD / "real-programs" / dotted, requirements)


def places(python: str, work: Path) -> dict[str, str]:
    """What the programs' words may name: the standard library, a JSON file, the work folder."""
    asked = "import json, sysconfig; print(json.dumps(sysconfig.get_paths()['stdlib']))"
    found = subprocess.run([python, "-c", asked], capture_output=True, text=True, check=True)
    data = work / "variables.json"
    data.write_text(json.dumps(sysconfig.get_config_vars()), encoding="utf-8")
    return {"stdlib": json.loads(found.stdout), "json": str(data), "work": str(work)}


def run(command: list[str], cwd: Path, timeout: float) -> tuple[Outcome, float]:
    """Run a command; return what it said, masked, and its seconds."""
    begun = time.perf_counter()
    try:
        done = subprocess.run(
            command,
            cwd=cwd,
            env=environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=timeout,
            check=False,
        )
        status: int | None = done.returncode
        texts = [done.stdout, done.stderr]
    except subprocess.TimeoutExpired as expired:
        status, texts = None, [expired.stdout or b"", expired.stderr or b""]
    seconds = time.perf_counter() - begun
    stdout, stderr = (masked(text.decode("utf-8", "backslashreplace")) for text in texts)
    return Outcome(stdout, stderr, status), seconds


def compare(
    program: Real, python: str, *, native: bool = False, timeout: float = TIMEOUT
) -> tuple[list[str], float, float]:
    """Run a program both ways: what differs, seconds under python, seconds on the machine."""
    if program.packages:
        python = with_packages(python)
    with tempfile.TemporaryDirectory(prefix="peephole-real-") as folder:
        work = Path(folder)
        shutil.copytree(REAL, work, dirs_exist_ok=True)
        named = places(python, work)
        words = [word.format(**named) for word in program.words.split()]
        machine = [] if native else ["-m", "peephole", "run", *program.options.split()]
        expected, first = run([python, *words], work, timeout)
        got, second = run([python, *machine, *words], work, timeout)
    found = differences(expected, got)
    if not expected.stdout and not expected.stderr:
        found.append("python itself says nothing")
    return found, first, second


def main() -> int:
    """Compare and report; 1 when something differs."""
    parser = argparse.ArgumentParser(description="Real programs, under python and on the machine.")
    parser.add_argument("name", nargs="*", help="parts of names (default: all)")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--native", action="store_true", help="python against itself")
    parser.add_argument("--list", action="store_true", help="only name the programs")
    parser.add_argument("--lines", type=int, default=20, help="of each difference to show")
    parser.add_argument("--timeout", type=float, default=TIMEOUT, help="seconds per run")
    options = parser.parse_args()
    differing = 0
    for program in REAL_PROGRAMS:
        if options.name and not any(part in program.name for part in options.name):
            continue
        if options.list:
            print(f"{program.name:<16} run {program.options} {program.words}")
            continue
        found, first, second = compare(
            program, options.python, native=options.native, timeout=options.timeout
        )
        differing += bool(found)
        verdict = "differs" if found else "same"
        ratio = second / first
        print(f"{program.name:<16} {verdict:<8} {first:7.2f} s {second:8.2f} s {ratio:6.1f}x")
        for line in found[: options.lines]:
            print("    " + line)
        sys.stdout.flush()
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
