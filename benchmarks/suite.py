"""The pyperformance suite on the machine, beside CPython: `python benchmarks/suite.py`.

Every benchmark that runs natively is run by CPython and by the machine, with everything in scope,
the same number of loops, and has to compute the same. See README.md beside this file.
"""

import argparse
import json
import sys
from fnmatch import fnmatch
from pathlib import Path

from harness import report, suite
from harness.measuring import Comparison
from harness.processes import Failed, Interpreter


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    add = parser.add_argument
    add("--programs", nargs="+", default=["*"], metavar="PATTERN", help="only these benchmarks")
    add("--timeout", type=float, default=600.0, help="seconds for one run (default: 600)")
    add("--python", default=sys.executable, metavar="PATH", help="the interpreter")
    add("--json", type=Path, metavar="FILE", help="write every sample to a file as they come")
    add("--table", type=Path, metavar="FILE", help="write the ratios as a table in Markdown")
    return parser.parse_args()


def measure(
    python: str, benchmarks: list[suite.Benchmark], options: argparse.Namespace
) -> tuple[list[Comparison], dict[str, str]]:
    """The comparisons, and why others do not run natively."""
    comparisons: list[Comparison] = []
    absent: dict[str, str] = {}
    for benchmark in benchmarks:
        try:
            found = suite.compare(python, benchmark, options.timeout)
        except Failed as failure:
            absent[benchmark.name] = str(failure)
            print(f"{benchmark.name}: not run natively: {failure}", file=sys.stderr)
            continue
        comparisons += found
        for one in found:
            told = one.error or f"{one.ratio:.2f}"
            print(f"{one.program}: {told}", file=sys.stderr, flush=True)
        if options.json:
            data = report.as_data(comparisons) | {"not_run_natively": absent}
            options.json.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    return comparisons, absent


def main() -> int:
    options = arguments()
    try:
        version = Interpreter.of(options.python).version
        python, benchmarks = suite.prepared(options.python, version)
    except Failed as error:
        print(f"suite.py: {error}", file=sys.stderr)
        return 2
    chosen = [
        benchmark
        for benchmark in benchmarks
        if any(fnmatch(benchmark.name, pattern) for pattern in options.programs)
    ]
    if not chosen:
        print(f"suite.py: no benchmark is named {' '.join(options.programs)}", file=sys.stderr)
        return 2
    comparisons, absent = measure(python, chosen, options)
    title = f"CPython {version}: the pyperformance suite"
    report.show_times(title, ("CPython", "machine"), comparisons)
    if options.table:
        options.table.write_text(suite.markdown(version, comparisons, absent), encoding="utf-8")
    for name, reason in absent.items():
        print(f"{name}: not run natively: {reason}")
    return 1 if any(one.error for one in comparisons) else 0


if __name__ == "__main__":
    sys.exit(main())
