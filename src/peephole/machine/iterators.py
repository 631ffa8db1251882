"""Iterators, awaitables, delegation: what FOR_ITER, SEND and their like call."""

from __future__ import annotations

from opcode import opmap
from types import AsyncGeneratorType, CoroutineType, GeneratorType

from peephole.machine import host
from peephole.machine.hiding import hide_all
from peephole.machine.marks import trampoline_frame
from peephole.machine.special import special_method
from peephole.machine.values import NULL
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from peephole.machine.frame import Frame

_COROUTINE = 0x80
_ITERABLE_COROUTINE = 0x100
_YIELD_FROM = 2  # bit of GET_ITER's oparg; the other one has coroutines refused


def get_iter(iterable: Any, oparg: int, frame: Frame) -> Any:
    """The iterator of an iterable, for a loop or (by oparg) for yield from."""
    if oparg & _YIELD_FROM:
        return get_yield_from_iter(iterable, frame)
    return iter(iterable)


def get_yield_from_iter(iterable: Any, frame: Frame) -> Any:
    """The iterator that `yield from iterable` delegates to."""
    kind = type(iterable)
    if kind is CoroutineType:
        trampoline = trampoline_frame(frame)
        flags = trampoline.f_code.co_flags if trampoline is not None else 0
        if not flags & (_COROUTINE | _ITERABLE_COROUTINE):
            raise TypeError("cannot 'yield from' a coroutine object in a non-coroutine generator")
        return iterable
    if kind is GeneratorType:
        return iterable
    return iter(iterable)


def send_to(receiver: Any, value: Any) -> tuple[Any, bool]:
    """Send a value to a subiterator: (what it yields, False) or (what it returns, True)."""
    try:
        if value is None and type(receiver) is not CoroutineType:
            return next(receiver), False
        return receiver.send(value), False
    except StopIteration as stop:
        return stop.value, True


def send_virtual(receiver: Any, index: Any, value: Any) -> tuple[Any, Any, bool]:
    """`send_to` for a receiver with an index: (next index, value, whether it has returned)."""
    if index is NULL:
        value, returned = send_to(receiver, value)
        return NULL, value, returned
    if value is not None:
        receiver.send  # noqa: B018 - the AttributeError is the instruction's
    if index < len(receiver):
        return index + 1, receiver[index], False
    return index, None, True


_AWAITED_FROM = {1: "__aenter__", 2: "__aexit__"}


def get_awaitable(value: Any, oparg: int) -> Any:
    """The iterator to await on (`_PyEval_GetAwaitable`)."""
    kind = type(value)
    if kind is not CoroutineType and special_method(value, "__await__") is NULL and oparg:
        raise TypeError(
            f"'async with' received an object from {_AWAITED_FROM[oparg]} that does not "
            f"implement __await__: {kind.__name__}"
        )
    iterator = _awaitable_iterator(value)
    if type(iterator) is CoroutineType and iterator.cr_await is not None:
        raise RuntimeError("coroutine is being awaited already")
    return iterator


def _is_coroutine(value: Any) -> bool:
    kind = type(value)
    return kind is CoroutineType or (
        kind is GeneratorType and bool(value.gi_code.co_flags & _ITERABLE_COROUTINE)
    )


def _awaitable_iterator(value: Any) -> Any:
    """_PyCoro_GetAwaitableIter."""
    if _is_coroutine(value):
        return value
    method = special_method(value, "__await__")
    if method is NULL:
        host.fail_with(host.await_expression, value)
    iterator = method()
    if _is_coroutine(iterator) or not hasattr(type(iterator), "__next__"):
        host.fail_with(host.await_expression, _awaitable_like(value, iterator))
    return iterator


def _awaitable_like(value: Any, iterator: Any) -> Any:
    """An awaitable with the name of a value's class whose __await__ returns an iterator."""
    kind = type(value)
    return type(kind.__name__, (), {"__await__": lambda self: iterator})()


def get_aiter(value: Any) -> Any:
    """The asynchronous iterator of an asynchronous iterable."""
    method = special_method(value, "__aiter__")
    if method is NULL:
        host.fail_with(host.async_for_statement, value)
    iterator = method()
    if not hasattr(type(iterator), "__anext__"):
        raise TypeError(
            "'async for' received an object from __aiter__ that does not implement __anext__: "
            f"{type(iterator).__name__}"
        )
    return iterator


def get_anext(iterator: Any) -> Any:
    """The iterator to await on for an asynchronous iterator's next value."""
    kind = type(iterator)
    if kind is AsyncGeneratorType:
        return iterator.__anext__()
    method = special_method(iterator, "__anext__")
    if method is NULL:
        raise TypeError(
            f"'async for' requires an iterator with __anext__ method, got {kind.__name__}"
        )
    awaitable = method()
    try:
        return _awaitable_iterator(awaitable)
    except Exception as error:
        raise TypeError(
            f"'async for' received an invalid object from __anext__: {type(awaitable).__name__}"
        ) from error


def async_gen_wrap(value: Any) -> Any:
    """Mark a value as one that the async generator yields, not one that it awaits on."""
    return _native_wrap(value)


_native_wrap: Any = (
    host.native_instruction("ASYNC_GEN_WRAP", 0, 1) if "ASYNC_GEN_WRAP" in opmap else None
)

hide_all(globals())
