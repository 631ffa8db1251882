"""Husks: real frame objects of the host that stand for guest frames.

Tracebacks, warnings, `sys._getframe` and everything that looks at the calling frame know only the
host's frames, and the machine's own are hidden.  So where a guest frame must be seen, a small
function runs that wears the guest's clothes: its code object has the guest's name, file, variable
names and line table, its globals are the guest's.
"""

from __future__ import annotations

import ctypes
import sys
from types import FunctionType, TracebackType

from peephole.machine.hiding import hide_all

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType, FrameType
    from typing import Any

    from peephole.machine.executable import Executable
    from peephole.machine.frame import Frame, Step

CO_OPTIMIZED = 0x1
CO_NEWLOCALS = 0x2
_SHAPE_FLAGS = 0x4 | 0x8 | 0x20 | 0x80 | 0x100 | 0x200  # *args, **kwargs, the generator kinds
_FUNCTION = CO_OPTIMIZED | CO_NEWLOCALS

_kept: list[FrameType] = []

#: ids of the code objects that `call_through` calls in; they live as long as the machine
caller_codes: set[int] = set()
_callers: list[CodeType] = []


def _template(source: str, constants: dict[str, Any]) -> CodeType:
    """Compile a function's source; strings that name constants become these."""
    namespace: dict[str, Any] = {}
    exec(compile(source, "<peephole>", "exec"), namespace)
    code: CodeType = namespace["template"].__code__
    return code.replace(co_consts=tuple(constants.get(c, c) if type(c) is str else c
                                        for c in code.co_consts))  # fmt: skip


_husk_template: CodeType | None = None
_caller_template: CodeType | None = None


def husk_of(frame: Frame) -> FrameType:
    """The host's frame object that stands for a guest frame."""
    husk = frame.trampoline or frame.husk
    if husk is None:
        husk = frame.husk = _make_husk(frame)
    return husk


def _make_husk(frame: Frame) -> FrameType:
    executable = frame.executable
    code = executable.husk_code
    if code is None:
        code = executable.husk_code = _husk_code(executable)
    if frame.locals is None:
        FunctionType(code, frame.globals)()
    else:
        exec(code, frame.globals, frame.locals)
    return _kept.pop()


def _husk_code(executable: Executable) -> CodeType:
    global _husk_template
    if _husk_template is None:
        _husk_template = _template(
            "def template(): ('KEEP' if 1 else 0)(('FRAME' if 1 else 0)())",
            {"KEEP": _kept.append, "FRAME": sys._getframe},
        )
    return _dressed(_husk_template, executable, executable.code.co_linetable, ())


def _dressed(
    template: CodeType, executable: Executable, linetable: bytes, own: tuple[str, ...]
) -> CodeType:
    """A template in the guest's clothes; `own` are the names of the template's variables."""
    code = executable.code
    names = own + tuple(name for name in executable.names if name not in own)
    flags = code.co_flags & ~_SHAPE_FLAGS
    if own:
        flags |= _FUNCTION | (template.co_flags & _SHAPE_FLAGS)
    return template.replace(
        co_filename=code.co_filename,
        co_name=code.co_name,
        co_qualname=code.co_qualname,
        co_firstlineno=code.co_firstlineno,
        co_linetable=linetable,
        co_flags=flags,
        co_varnames=names,
        co_nlocals=len(names),
    )


def add_traceback(frame: Frame, step: Step, exception: BaseException) -> None:
    """Put the guest frame, at an instruction, on top of an exception's traceback."""
    below = exception.__traceback__
    while below is not None and id(below.tb_frame.f_code) in caller_codes:
        below = below.tb_next
    line = frame.executable.positions(step.offset)[0]
    exception.__traceback__ = TracebackType(
        below, husk_of(frame), step.offset, -1 if line is None else line
    )


def retire(frame: Frame) -> None:
    """A frame ends: the frame object that outlives it takes over its local variables."""
    husk = frame.husk
    if husk is None or frame.locals is not None or sys.getrefcount(husk) <= 3:
        return
    give_locals(husk, frame)


def give_locals(husk: FrameType, frame: Frame) -> None:
    """Make a frame object show a guest frame's local variables."""
    values = frame.executable.fast_locals(frame)
    if _writes_through:
        proxy = husk.f_locals
        for name, value in values.items():
            proxy[name] = value
    else:
        shown = husk.f_locals
        shown.update(values)
        _locals_to_fast(husk, 0)


_writes_through = type(sys._getframe().f_locals) is not dict or sys.version_info >= (3, 13)
if not _writes_through:
    _locals_to_fast = ctypes.pythonapi.PyFrame_LocalsToFast
    _locals_to_fast.argtypes = [ctypes.py_object, ctypes.c_int]
    _locals_to_fast.restype = None


def call_through(
    frame: Frame,
    step: Step,
    callable: Any,
    arguments: Any,
    keywords: dict[str, Any] | None = None,
) -> Any:
    """Call native code from a host frame that looks like the guest frame at an instruction."""
    cached = frame.executable.callers.get(step.offset)
    if cached is None or cached[0] is not frame.globals:
        code = _caller_code(frame.executable, step) if cached is None else cached[1].__code__
        cached = frame.executable.callers[step.offset] = (
            frame.globals,
            FunctionType(code, frame.globals),
        )
    if keywords is None:
        return cached[1](callable, arguments, {})
    return cached[1](callable, arguments, keywords)


def _caller_code(executable: Executable, step: Step) -> CodeType:
    global _caller_template
    if _caller_template is None:
        _caller_template = _template("def template(f, a, k): return f(*a, **k)", {})
    from peephole.code.locations import encode_locations

    units = len(_caller_template.co_code) // 2
    location = executable.positions(step.offset)
    linetable = encode_locations([(units, location)], executable.code.co_firstlineno)
    code = _dressed(
        _caller_template, executable, linetable, (".callable", ".arguments", ".keywords")
    )
    _callers.append(code)
    caller_codes.add(id(code))
    return code




hide_all(globals())
