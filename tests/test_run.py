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
