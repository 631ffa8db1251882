"""The host's own instructions, run on guest values where they fail.

What CPython says in an error differs from version to version.  As guest and host are the same
version here, the construct that fails is run natively and its error taken.
"""

from __future__ import annotations

from functools import cache
from types import FunctionType

from peephole import isa
from peephole.machine.hiding import hidden, hide_all
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, NoReturn


def run_hidden(construct: Callable[..., Any], *values: Any) -> Any:
    """Run a construct; an error of its goes on without the construct's own frames."""
    try:
        return construct(*values)
    except BaseException as exception:
        exception.__traceback__ = None
        error = exception
    raise_again(error)


def fail_with(construct: Callable[..., Any], *values: Any) -> NoReturn:
    """Run a construct that raises; its error goes on without the construct's own frames."""
    run_hidden(construct, *values)
    raise SystemError(f"{construct.__name__}{values!r} did not fail")


def native_instruction(opname: str, oparg: int, inputs: int) -> Callable[..., Any]:
    """A function of one or two values that executes one of the host's own instructions on them.

    Made of a function that negates or adds, with its operator's instruction replaced.
    """
    template = (lambda value: -value) if inputs == 1 else (lambda left, right: left + right)
    table = isa.table(isa.host_version())
    replaced = "UNARY_NEGATIVE" if inputs == 1 else "BINARY_OP"
    units = bytearray(template.__code__.co_code)
    at = next(i for i in range(0, len(units), 2) if units[i] == table.opmap[replaced])
    caches = table.caches.get(replaced, 0)
    nop = bytes((table.opmap["NOP"], 0))
    units[at : at + 2 + 2 * caches] = bytes((table.opmap[opname], oparg)) + nop * caches
    code = template.__code__.replace(co_code=bytes(units))
    return hidden(FunctionType(code, {}))


def _raising() -> Callable[[BaseException], NoReturn]:
    def raise_again(exception: BaseException) -> NoReturn:
        raise exception

    code = raise_again.__code__
    table = isa.table(isa.host_version())
    units = bytearray(code.co_code)
    at = next(i for i in range(0, len(units), 2) if units[i] == table.opmap["RAISE_VARARGS"])
    units[at : at + 2] = bytes((table.opmap["RERAISE"], 0))
    return hidden(FunctionType(code.replace(co_code=bytes(units)), {}))


#: raise an exception as it is, without giving it a context (`raise` would also cut a chain of
#: contexts that leads back to it)
raise_again = _raising()


def with_statement(manager: Any) -> None:
    """Enter and leave a context manager."""
    with manager:
        pass


async def _async_with(manager: Any) -> None:
    async with manager:
        pass


def async_with_statement(manager: Any) -> None:
    """Enter and leave an asynchronous context manager, as far as its first await."""
    _async_with(manager).send(None)


async def _await(value: Any) -> None:
    await value


def match_statement(subject: Any, cls: Any) -> None:
    """Match a subject against a class pattern."""
    match subject:
        case cls():
            pass


@cache
def wraps_with_traceback() -> bool:
    """Whether the group that `except*` puts around another exception has a traceback: since 3.14,
    and some releases of the versions before."""
    found = None
    try:
        raise ValueError
    except* ValueError as group:
        found = group.__traceback__
    return found is not None


def await_expression(value: Any) -> None:
    """Await a value, as far as its first yield."""
    _await(value).send(None)


async def _async_for(value: Any) -> None:
    async for _ in value:
        pass


def async_for_statement(value: Any) -> None:
    """Iterate asynchronously over a value, as far as its first await."""
    _async_for(value).send(None)


def _stand_in(callable: Any) -> Any:
    """What errors about calls name as they would name `callable` (`_PyObject_FunctionStr`)."""
    if not hasattr(callable, "__qualname__"):
        return _shown_as(str(callable))

    def stand_in(*args: Any, **kwargs: Any) -> None:
        pass

    for name in ("__qualname__", "__module__"):
        try:
            setattr(stand_in, name, getattr(callable, name))
        except (AttributeError, TypeError):
            stand_in.__module__ = "builtins"
            stand_in.__qualname__ = str(callable)
    return stand_in


def _shown_as(text: str) -> Any:
    """An object that is shown so."""
    return type("", (), {"__str__": lambda self: text})()


def call_with_star(callable: Any, iterable: Any) -> None:
    """callable(*iterable), as far as binding."""
    _stand_in(callable)(*iterable)


def call_with_double_star(callable: Any, mapping: Any) -> None:
    """callable(**mapping), as far as binding."""
    _stand_in(callable)(**mapping)


def call_with_two_mappings(callable: Any, first: Any, second: Any) -> None:
    """callable(**first, **second), as far as binding."""
    _stand_in(callable)(**first, **second)


hide_all(globals())
