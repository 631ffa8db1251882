"""Write docs/opcodes.md: which opcodes of each version the machine is known to run.

    python tools/list_opcodes.py [--python PATH ...] [--output FILE]

Every program of tests/corpus runs on the machine of each interpreter with its instructions
counted; an opcode is tested where one was executed. What a compiler never emits is listed with
the reason, from tests/data/never_emitted.toml.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests"), str(ROOT / "tools")]

from corpus_programs import environment, programs, version_of  # noqa: E402
from opcode_coverage import never_emitted  # noqa: E402
from peephole import isa  # noqa: E402
from peephole.instructions import definitions  # noqa: E402

#: why some are not executed though compilers emit them
NOT_EXECUTED = {
    "END_FOR": "FOR_ITER jumps behind it; it is there for generators' loops under tracing",
    "EXTENDED_ARG": "a prefix: the machine decodes it with the instruction that it belongs to",
}


def executed(python: str, version: tuple[int, ...]) -> set[str]:
    """The opnames that the corpus executes on the machine of an interpreter."""
    found: set[str] = set()
    for program in programs():
        if program.requires > version:
            continue
        with tempfile.NamedTemporaryFile(suffix=".json") as counts:
            options = ["--stats-file", counts.name, "--stats-format", "json", *program.run]
            command = [python, "-m", "peephole", "run", *options, *program.target()]
            subprocess.run(
                command,
                cwd=program.path.parent,
                input=program.input().encode(),
                env=environment(),
                capture_output=True,
                timeout=120,
                check=False,
            )
            text = Path(counts.name).read_text(encoding="utf-8")
        found.update(*(counted["opcodes"] for counted in objects(text)))
    return found


def objects(text: str) -> list[dict[str, dict[str, int]]]:
    """The JSON objects of a text: a program that forks writes its counts more than once."""
    decoder = json.JSONDecoder()
    result = []
    while text.strip():
        value, end = decoder.raw_decode(text.lstrip())
        result.append(value)
        text = text.lstrip()[end:]
    return result


def section(version: str, done: set[str]) -> list[str]:
    """The lines about one version."""
    table = isa.table(version)
    defined = definitions(version)
    real = [name for name in table.opmap if not name.startswith("INSTRUMENTED_")]
    never = never_emitted(version, real)
    tested = sorted(name for name in real if name in done)
    rest = sorted(name for name in real if name not in done)
    lines = [
        f"## CPython {version}",
        "",
        f"{len(real)} opcodes, {sum(name in defined for name in real)} of them defined, "
        f"{len(tested)} executed by the corpus on the machine. "
        "(INSTRUMENTED_ forms are the interpreter's own and never in code that is read.)",
        "",
        "Executed: " + ", ".join(tested) + ".",
        "",
    ]
    lines += [
        f"- {name}: {never.get(name) or NOT_EXECUTED.get(name, 'not executed by the corpus')}"
        for name in rest
    ]
    return [*lines, ""]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--python", action="append", help="an interpreter (default: this one)")
    parser.add_argument("--output", type=Path, default=ROOT / "docs" / "opcodes.md")
    options = parser.parse_args()
    lines = [
        "# Opcodes: defined, tested, never emitted",
        "",
        "Made by `tools/list_opcodes.py`. Every opcode has a definition in",
        "`src/peephole/instructions/`; the corpus of `tests/corpus` executes all that a compiler",
        "emits. What is not executed is listed with the reason.",
        "",
    ]
    for python in options.python or [sys.executable]:
        version = version_of(python)
        lines += section(".".join(map(str, version[:2])), executed(python, version))
    options.output.parent.mkdir(exist_ok=True)
    options.output.write_text("\n".join(lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
