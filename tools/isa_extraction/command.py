"""The command line of tools/extract_isa.py: which interpreters, which headers, write or check."""

import argparse
import difflib
import runpy
import sys
from pathlib import Path
from typing import Any

from isa_extraction import headers, interpreters, magic, rows, writer
from isa_extraction.effects import UnknownForm
from isa_extraction.operand_kinds import UnknownOperand

METADATA_HEADER = "internal/pycore_opcode_metadata.h"
MAGIC_HEADER = "internal/pycore_magic_number.h"
WITH_HEADERS = ("3.13", "3.14", "3.15")


def module_name(version: str) -> str:
    return "v" + version.replace(".", "_")


def present(path: Path) -> dict[str, Any]:
    """The constants of a table module as it is now, {} if there is none."""
    return runpy.run_path(str(path)) if path.exists() else {}


def header_path(version: str, facts: dict[str, Any], given: dict[str, Path]) -> Path | None:
    """pycore_opcode_metadata.h of this version, if it is on the machine."""
    if version in given:
        return given[version]
    for key in ("include", "platinclude"):
        path = Path(facts[key] or "") / METADATA_HEADER
        if path.exists():
            return path
    return None


class Extraction:
    """What is to be in tables/: sources by file name; `kept` says what no interpreter told."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.sources: dict[str, str] = {}
        self.kept: list[str] = []
        self.magics: dict[int, str] = {}

    def add(self, facts: dict[str, Any], header: Path | None) -> None:
        version = facts["version"]
        name = f"{module_name(version)}.py"
        lines = list(facts["magic_history"])
        metadata = None
        if header:
            metadata = headers.parse(header.read_text())
            magics = header.with_name(Path(MAGIC_HEADER).name)
            lines += magics.read_text().splitlines() if magics.exists() else []
        elif version in WITH_HEADERS:
            metadata = self.kept_metadata(version, present(self.directory / name))
        self.sources[name] = writer.table_source(version, rows.table(facts, metadata))
        self.magics.update(magic.history(lines))

    def kept_metadata(self, version: str, old: dict[str, Any]) -> headers.Metadata:
        """What the present table has from a header."""
        header = Path(METADATA_HEADER).name
        if not old:
            raise ValueError(f"{version}: no table yet and no {header}: give --header")
        self.kept.append(f"{version}: no {header}; its facts are kept as they are")
        found = old["METADATA"]
        return headers.Metadata(
            popped={opname: str(row[0]) for opname, row in found.items()},
            pushed={opname: str(row[1]) for opname, row in found.items()},
            flags={opname: tuple(row[2].split()) for opname, row in found.items()},
            pseudo_targets={opname: row[3] for opname, row in old["PSEUDO"].items()},
            sequences=old["PSEUDO_SEQUENCES"],
        )

    def finish(self) -> None:
        """The index: tables made now or before, magic numbers known now or before."""
        old = present(self.directory / "__init__.py")
        if len(self.magics) < len(old.get("MAGICS", {})):
            self.kept.append("some magic numbers are kept as they are")
        magics = {**old.get("MAGICS", {}), **self.magics}
        names = {*self.sources, *(path.name for path in self.directory.glob("v*.py"))}
        versions = [v for v in interpreters.SUPPORTED if f"{module_name(v)}.py" in names]
        tables = [self.table(f"{module_name(v)}.py") for v in versions]
        pointing = set().union(*map(rows.pointing, tables))
        self.sources["__init__.py"] = writer.index_source(versions, magics, pointing)

    def table(self, name: str) -> dict[str, Any]:
        """The constants of a table module as it is to be."""
        if name not in self.sources:
            return present(self.directory / name)
        constants: dict[str, Any] = {}
        exec(self.sources[name], constants)
        return constants

    def differences(self) -> list[str]:
        found: list[str] = []
        for name, source in self.sources.items():
            path = self.directory / name
            old = path.read_text() if path.exists() else ""
            found += difflib.unified_diff(
                old.splitlines(),
                source.splitlines(),
                f"committed {name}",
                f"extracted {name}",
                "",
                "",
                0,
                "",
            )
        return found

    def write(self) -> None:
        self.directory.mkdir(parents=True, exist_ok=True)
        for name, source in self.sources.items():
            (self.directory / name).write_text(source)


def parse_arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Make the tables of peephole.isa.")
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    parser.add_argument(
        "--python", action="append", type=Path, metavar="PATH", help="ask this interpreter, not all"
    )
    parser.add_argument(
        "--header",
        action="append",
        default=[],
        metavar="VERSION=PATH",
        help="pycore_opcode_metadata.h of a version",
    )
    return parser.parse_args(arguments)


def extract(directory: Path, pythons: list[Path], given: dict[str, Path]) -> Extraction:
    extraction = Extraction(directory)
    for python in pythons:
        facts = interpreters.probe(python)
        if facts["version"] not in interpreters.SUPPORTED:
            raise interpreters.ProbeFailed(f"{python}: CPython {facts['version']} is not supported")
        extraction.add(facts, header_path(facts["version"], facts, given))
    extraction.finish()
    return extraction


def main(directory: Path, arguments: list[str] | None = None) -> int:
    options = parse_arguments(arguments)
    given = {version: Path(path) for version, _, path in (h.partition("=") for h in options.header)}
    try:
        extraction = extract(directory, options.python or [*interpreters.find().values()], given)
    except (
        interpreters.ProbeFailed,
        rows.Inconsistent,
        UnknownForm,
        UnknownOperand,
        OSError,
        ValueError,
    ) as error:
        print(f"extract_isa: {error}", file=sys.stderr)
        return 2
    for line in extraction.kept:
        print(f"note: {line}", file=sys.stderr)
    if options.check:
        differences = extraction.differences()
        print(*differences, sep="\n", end="\n" if differences else "")
        return 1 if differences else 0
    extraction.write()
    return 0
