"""`peephole run` starts and ends programs as `python` does, with its own machine underneath."""

from __future__ import annotations

import pytest

from test_launch import DATA, ENDINGS, run

RUN = ["-m", "peephole", "run"]


@pytest.mark.parametrize("how", ENDINGS)
@pytest.mark.parametrize("options", [[], ["--all"]], ids=["own modules", "all"])
def test_endings(how: str, options: list[str]) -> None:
    """Exit status, streams, exit handlers, and when which object goes."""
    if how == "exit broken" and options:
        pytest.xfail("an error in threading's own shutdown, on the machine, is the machine's")
    assert run([*RUN, *options, "endings.py", how]) == run(["endings.py", how])


def _without_own_needs(text: str) -> str:
    """A list of modules without those that peephole itself may have needed."""
    return text.replace(", 'warnings'", "").replace(", 'threading'", "")


@pytest.mark.parametrize(
    "words",
    [
        ["surroundings.py", "a"],
        ["-m", "surroundings"],
        ["directory"],
        ["-c", "import surroundings"],
    ],
    ids=["script", "module", "directory", "imported"],
)
def test_surroundings(words: list[str]) -> None:
    native, ours = run(words), run([*RUN, *words])
    assert _without_own_needs(ours[0]) == _without_own_needs(native[0])
    assert ours[1:] == native[1:]


def test_syntax_error_has_status_2() -> None:
    native, ours = run(["-c", "x ="]), run([*RUN, "-c", "x ="])
    assert (ours[:2], ours[2]) == (native[:2], 2)


def test_nothing_of_peephole_is_imported_while_a_program_runs() -> None:
    """It would be imported by the program's own import system: with --all, by the machine."""
    program = (
        "import sys\n"
        "before = set(sys.modules)\n"
        f"sys.path.insert(0, {str(DATA)!r}); sys.argv = ['x', 'normal']\n"
        "import endings\n"
        "for how in ('group', 'error', 'unraisable', 'stack', 'exit 3'):\n"
        "    try: endings.end(how)\n"
        "    except BaseException as error: type(error)\n"
        "async def f(): return [x async for x in g()]\n"
        "async def g(): yield 1\n"
        "import asyncio; asyncio.run(f())\n"
        "print([name for name in set(sys.modules) - before if name.startswith('peephole')])\n"
    )
    for options in ([], ["--all"]):
        stdout, _, _ = run([*RUN, *options, "-c", program])
        assert "\n[]\n" in stdout


OTHER_TRACER = """
import ctypes, sys
heard = []
signature = ctypes.PYFUNCTYPE(
    ctypes.c_int, ctypes.py_object, ctypes.py_object, ctypes.c_int, ctypes.c_void_p
)
hear = signature(lambda given, frame, what, argument: heard.append(what) or 0)
set_trace = ctypes.pythonapi.PyEval_SetTrace
set_trace.argtypes, set_trace.restype = [ctypes.c_void_p, ctypes.py_object], None
def works(n):
    try:
        return works(n - 1) if n else {}["k"]
    except KeyError:
        return "caught"
set_trace(ctypes.cast(hear, ctypes.c_void_p), [])
print(works(3), sys.gettrace())
sys.settrace(None)
print(works(3))
"""


@pytest.mark.parametrize("options", [[], ["--all"]], ids=["own modules", "all"])
def test_trace_functions_of_c_code_are_turned_off_with_a_message(options: list[str]) -> None:
    stdout, stderr, status = run([*RUN, *options, "-c", OTHER_TRACER])
    assert (stdout, status) == ("caught None\ncaught\n", 0)
    assert stderr.splitlines() == [
        "peephole: C code has set a trace function (list): it cannot hear of what runs on the"
        " machine, and is turned off"
    ]
