"""Calls that could not begin: in which order the operands die that are no parameter's value.

CPython moves arguments into the callee's variables until one does not fit (`initialize_locals` in
Python/ceval.c); then what it has not moved dies, then those variables, then the function.
"""

from __future__ import annotations

from types import FunctionType, MethodType

from peephole.machine.executable import CO_VARARGS, CO_VARKEYWORDS
from peephole.machine.hiding import hide_all
from peephole.machine.rows import DIE_FIRST_TO_LAST
from peephole.machine.values import NULL
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import CodeType

    from peephole.machine.frame import CallStep, Frame


def operands_of_call(frame: Frame, step: CallStep) -> Iterable[int] | None:
    """The slots of a call's operands in the order in which they die as it raises, None where they
    do as those of other instructions."""
    if step.opname.startswith("CALL_INTRINSIC"):  # calls nothing that is on the stack
        return None
    r = frame.r
    top = step.sp
    if step.opname == "CALL_FUNCTION_EX":
        # what is no tuple yet could not be made one: CPython leaves all on the stack
        below = top - 1 if type(r[top - 1]) is dict or r[top - 1] is NULL else top
        return None if type(r[below - 1]) is tuple else ()
    names = step.names
    if step.opname == "CALL_KW":
        top -= 1
        names = r[top]
        if type(names) is not tuple:  # a signal's exception: the call has been made
            return None
    first = top - step.oparg - 2
    arguments = list(range(first + 2, top))
    if r[first] is NULL:
        function = first + 1
    else:
        function = first
        if r[first + 1] is not NULL:
            arguments.insert(0, first + 1)
    callable = r[function]
    if type(callable) is MethodType:
        callable = callable.__func__
        arguments.insert(0, function)
    if type(callable) is not FunctionType:
        return None
    return [*_left_over(callable.__code__, arguments, names), function]


def _left_over(code: CodeType, arguments: list[int], names: tuple[str, ...]) -> list[int]:
    positional, named = code.co_argcount, code.co_argcount + code.co_kwonlyargcount
    given = len(arguments) - len(names)
    variables = {i: [slot] for i, slot in enumerate(arguments[: min(given, positional)])}
    rest = arguments[positional:given]
    dead: list[int] = []
    if code.co_flags & CO_VARARGS:
        variables[named] = rest[::-1]
    else:
        dead += rest
    extra: list[int] = []
    parameters = {code.co_varnames[i]: i for i in range(code.co_posonlyargcount, named)}
    for number, name in enumerate(names, given):
        index = parameters.get(name)
        if index is None and code.co_flags & CO_VARKEYWORDS:
            extra.append(arguments[number])
        elif index is None or index in variables:
            dead += arguments[number:]
            break
        else:
            variables[index] = [arguments[number]]
    variables[named + 1] = extra
    order = sorted(variables, reverse=not DIE_FIRST_TO_LAST)
    return dead + [slot for index in order for slot in variables[index]]


hide_all(globals())
