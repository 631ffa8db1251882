"""Code objects in a guest's clothes: its name, file, variables and lines, but another body.

Frames of such code are what native code takes for the guest's.  Two kinds:

a *caller* does nothing but call: native code called by a guest function is called from one, which
has the guest's local variables and stands at the line of the call;

a *husk* makes a frame object that outlives it, to stand in tracebacks and wherever the guest asks
for a frame.  Its own instructions lie behind the space of the guest's, so that the guest's offsets
mean the guest's lines and columns in it.
"""

from __future__ import annotations

from types import FunctionType

from peephole.code.locations import encode_locations
from peephole.machine.assembling import (
    code_units,
    forget_if,
    instruction,
    instructions_of,
    jump_over,
    loads_local,
)
from peephole.machine.executable import (
    CO_OPTIMIZED,
    CO_VARARGS,
    CO_VARKEYWORDS,
    count_parameters,
)
from peephole.machine.hiding import hide_all
from peephole.machine.values import NULL
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType
    from typing import Any

    from peephole.machine.executable import Executable

_GENERATOR_FLAGS = 0x20 | 0x80 | 0x100 | 0x200
_SHAPE_FLAGS = CO_VARARGS | CO_VARKEYWORDS | _GENERATOR_FLAGS

#: the constants of a caller and of a husk; no other code has them
_OF_CALLER = (None, NULL)
_OF_HUSK = (None, NULL, NULL)
_NULL = 1

#: what a caller's own variables are called: names that no guest can have
_OWN = (".callable", ".arguments", ".keywords")
#: the free variable with what a frame calls that has no variables of its own
_CALL = ".call"


def _call_with_everything(f: Any, a: Any, k: Any) -> Any:
    return f(*a, **k)


def _call_of_free_variable(call: Any) -> FunctionType:
    def template() -> Any:
        return call()

    assert isinstance(template, FunctionType)
    return template


_CALL_EX = instructions_of(_call_with_everything.__code__)
_call_0 = _call_of_free_variable(None).__code__
_CALL_0 = instructions_of(_call_0)
#: the keyword arguments are a new dict, so need no copying
_COPYING = ("BUILD_MAP", "DICT_MERGE")

_RESUME = instruction("RESUME")
_FREE_VARIABLE = instruction("COPY_FREE_VARS", 1)
_STACK_SIZE = 8


def is_caller(code: CodeType) -> bool:
    """Whether it is the code object of a caller."""
    constants = code.co_consts
    return len(constants) == len(_OF_CALLER) and constants[_NULL] is NULL


def caller_code(executable: Executable, offset: int, with_locals: bool) -> CodeType:
    """The code of callers at an instruction.

    Its parameters are (`with_locals`) the guest's variables, NULL for unbound ones, then what to
    call, the arguments, a dict of keyword arguments.
    """
    position = executable.positions(offset)
    is_function = executable.code.co_flags & CO_OPTIMIZED
    names = tuple(executable.names) if is_function else ()
    first = len(names) if with_locals else 0
    parameters = (*names, *_OWN) if with_locals else (*_OWN, *names)
    units = _RESUME
    if with_locals:
        units += b"".join(forget_if(slot, _NULL) for slot in range(first))
    units += _call_everything(first)
    return _clothed(
        executable.code,
        units,
        _OF_CALLER,
        encode_locations([(len(units) // 2, position)], executable.code.co_firstlineno),
        co_argcount=first + len(_OWN),
        co_varnames=parameters,
        co_nlocals=len(parameters),
    )


def import_from_code(executable: Executable, offset: int, name: str) -> CodeType:
    """The code of a function that executes IMPORT_FROM on its argument, at an instruction."""
    units = _RESUME + instruction("LOAD_FAST", 0) + instruction("IMPORT_FROM", 0)
    units += instruction("RETURN_VALUE")
    guest = executable.code
    position = executable.positions(offset)
    linetable = encode_locations([(len(units) // 2, position)], guest.co_firstlineno)
    code = _clothed(
        guest, units, _OF_CALLER, linetable, co_argcount=1, co_varnames=_OWN[:1], co_nlocals=1
    )
    return code.replace(co_names=(name,))


def namespace_caller_code(code: CodeType) -> CodeType:
    """A caller's code for `exec`, which has no parameters: what it calls, without arguments, is in
    a free variable."""
    units = _FREE_VARIABLE + _RESUME + _call_free_variable(0, drop=False)
    location = next(iter(code.co_positions()))
    linetable = encode_locations([(len(units) // 2, location)], code.co_firstlineno)
    return _clothed(code, units, _OF_CALLER, linetable, co_freevars=(_CALL,))


def husk_code(executable: Executable, offset: int | None) -> CodeType:
    """The code of husks that stand at an instruction, or at the beginning.

    It has the guest's parameters, whose values it drops, and a free variable: what to call,
    without arguments; it returns what that returns. Where the guest has a cell it makes one and
    drops it: only behind a MAKE_CELL of its slot do 3.11 and 3.12 look into a cell for what
    f_locals shows (_PyFrame_OpAlreadyRan in Objects/frameobject.c).
    """
    guest = executable.code
    shown = executable.shown_slots() if guest.co_flags & CO_OPTIMIZED else []
    names = tuple(executable.names[slot] for slot in shown)
    cells = [i for i, slot in enumerate(shown) if slot in executable.cells]
    plain = names[: sum(slot < guest.co_nlocals for slot in shown)]
    size = len(code_units(guest))
    start = jump_over(_FREE_VARIABLE + _RESUME, size)
    body = b"".join(instruction("MAKE_CELL", slot) for slot in cells)
    body += b"".join(
        instruction("DELETE_FAST", slot)
        for slot in sorted({*range(count_parameters(guest)), *cells})
    )
    body += _call_free_variable(len(names), drop=True)
    position: tuple[int | None, int | None, int | None, int | None]
    position = (guest.co_firstlineno, guest.co_firstlineno, None, None)
    if offset is not None:
        position = executable.positions(offset)
    units = start + body
    behind = (len(units) - size) // 2
    return _clothed(
        guest,
        units,
        _OF_HUSK,
        guest.co_linetable + encode_locations([(behind, position)], last_line(guest)),
        co_argcount=guest.co_argcount,
        co_posonlyargcount=guest.co_posonlyargcount,
        co_kwonlyargcount=guest.co_kwonlyargcount,
        co_flags=guest.co_flags & ~_GENERATOR_FLAGS,
        co_varnames=plain,
        co_nlocals=len(plain),
        co_cellvars=tuple(names[slot] for slot in cells),
        co_freevars=(_CALL,),
    )


def last_line(code: CodeType) -> int:
    """The line that a line table ends with: what is appended counts from it."""
    lines = [line for _, _, line in code.co_lines() if line is not None]
    return lines[-1] if lines else code.co_firstlineno


def _call_everything(first: int) -> bytes:
    """Return the call of what is in three variables, which are unbound before the call."""
    units = b""
    for opname, oparg in _CALL_EX:
        if loads_local(opname):
            units += instruction("LOAD_FAST", first + oparg)
        elif opname not in _COPYING:
            if opname == "CALL_FUNCTION_EX":
                units += b"".join(instruction("DELETE_FAST", first + i) for i in range(3))
            units += instruction(opname, oparg)
    return units


def _call_free_variable(slot: int, drop: bool) -> bytes:
    """Return the call of what is in a free variable, which is emptied before the call."""
    units = b""
    for opname, oparg in _CALL_0:
        if opname == "LOAD_DEREF":
            units += instruction(opname, slot)
            if drop:
                units += instruction("DELETE_DEREF", slot)
        else:
            units += instruction(opname, oparg)
    return units


def _clothed(
    guest: CodeType, units: bytes, constants: Any, linetable: bytes, **changes: Any
) -> CodeType:
    given: dict[str, Any] = {
        "co_argcount": 0,
        "co_posonlyargcount": 0,
        "co_kwonlyargcount": 0,
        "co_flags": guest.co_flags & ~_SHAPE_FLAGS,
        "co_varnames": (),
        "co_nlocals": 0,
        "co_cellvars": (),
        "co_freevars": (),
    }
    given.update(changes)
    return _call_0.replace(
        co_code=units,
        co_consts=constants,
        co_names=(),
        co_filename=guest.co_filename,
        co_name=guest.co_name,
        co_qualname=guest.co_qualname,
        co_firstlineno=guest.co_firstlineno,
        co_linetable=linetable,
        co_exceptiontable=b"",
        co_stacksize=_STACK_SIZE,
        **given,
    )


hide_all(globals())
