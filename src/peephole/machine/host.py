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
    raise_as_it_is(error)


def raise_as_it_is(exception: BaseException) -> NoReturn:
    """Raise an exception without giving it a context."""
    context = exception.__context__
    try:
        raise exception
    finally:
        exception.__context__ = context


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
    """A function that errors about calls name as they would name `callable`."""

    def stand_in(*args: Any, **kwargs: Any) -> None:
        pass

    for name in ("__qualname__", "__module__"):
        try:
            setattr(stand_in, name, getattr(callable, name))
        except (AttributeError, TypeError):
            stand_in.__module__ = "builtins"
            stand_in.__qualname__ = str(callable)
    return stand_in


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
