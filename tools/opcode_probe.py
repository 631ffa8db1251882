"""Runs inside the interpreter that `opcode_coverage.py` asks about: standard library only.

python opcode_probe.py compile FOLDER               opcodes the programs compile to, as JSON
python opcode_probe.py run REPORT PROGRAM [ARG ...] run a program, write what opcodes execute
"""

from __future__ import annotations

import ast
import atexit
import dis
import json
import runpy
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import CodeType, FrameType
from typing import Any


def code_objects(code: CodeType) -> Iterator[CodeType]:
    """A code object and all inside it."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from code_objects(constant)


def sources(text: str) -> Iterator[tuple[str, str]]:
    """A program and the literal sources it gives to `compile`, `exec`, `eval`: (text, mode)."""
    yield text, "exec"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.For) and isinstance(node.iter, ast.Tuple | ast.List):
            for mode in modes(node):
                for item in node.iter.elts:
                    if isinstance(item, ast.Constant) and isinstance(item.value, str):
                        yield item.value, mode
        elif isinstance(node, ast.Call) and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                for mode in modes(node):
                    yield first.value, mode


def modes(node: ast.AST) -> Iterator[str]:
    """The modes of the calls of `compile`, `exec` and `eval` in a tree."""
    for call in ast.walk(node):
        match call:
            case ast.Call(func=ast.Name(id="compile"), args=[_, _, ast.Constant(value=str(mode))]):
                yield mode
            case ast.Call(func=ast.Name(id="exec" | "eval" as mode)):
                yield mode


def compile_all(folder: Path) -> dict[str, Any]:
    """What the programs of a folder compile to: each opname with one file that has it."""
    warnings.simplefilter("ignore")
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*.py")):
        try:
            texts = list(sources(path.read_text(encoding="utf-8")))
        except SyntaxError:
            continue
        for text, mode in texts:
            try:
                top = compile(text, str(path), mode)
            except (SyntaxError, ValueError):
                continue
            for code in code_objects(top):
                for instruction in dis.get_instructions(code):
                    found.setdefault(instruction.opname, str(path))
    real = sorted(name for name, number in dis.opmap.items() if number < 256)
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    return {"version": version, "real": real, "found": found}


def run(report: str, program: str, arguments: list[str]) -> None:
    """Run a program as `__main__` and note the opcodes that execute in all threads."""
    executed: dict[CodeType, set[int]] = {}

    def note(code: CodeType, offset: int) -> None:
        executed.setdefault(code, set()).add(offset)

    def finish() -> None:
        stop()
        names = {dis.opname[c.co_code[offset]] for c in executed for offset in executed[c]}
        for code in executed:  # CPython reports nothing before and at RESUME
            for instruction in dis.get_instructions(code):
                names.add(instruction.opname)
                if instruction.opname == "RESUME":
                    break
        Path(report).write_text(json.dumps(sorted(names)))

    atexit.register(finish)
    sys.argv[:] = [program, *arguments]
    sys.path[0] = str(Path(program).resolve().parent)
    monitoring = getattr(sys, "monitoring", None)  # 3.12
    if monitoring is not None:
        monitoring.use_tool_id(4, "opcode coverage")
        monitoring.register_callback(4, monitoring.events.INSTRUCTION, note)
        monitoring.set_events(4, monitoring.events.INSTRUCTION)
        stop: Callable[[], None] = partial(monitoring.set_events, 4, 0)
    else:

        def tracer(frame: FrameType, event: str, _argument: object) -> Any:
            frame.f_trace_opcodes = True
            if event == "opcode":
                note(frame.f_code, frame.f_lasti)
            return tracer

        threading.settrace(tracer)
        sys.settrace(tracer)
        stop = partial(sys.settrace, None)
    runpy.run_path(program, run_name="__main__")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["compile", folder]:
            print(json.dumps(compile_all(Path(folder))))
        case ["run", report, program, *arguments]:
            run(report, program, arguments)
