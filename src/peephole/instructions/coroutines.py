"""Instructions of await, async for and async generators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peephole.instructions.registry import family

if TYPE_CHECKING:
    from peephole.machine.exceptions import reraise
    from peephole.machine.iterators import (
        async_gen_wrap,
        get_aiter,
        get_anext,
        get_awaitable,
    )

instruction = family("coroutines")


@instruction("iterable -- iter")
def GET_AWAITABLE(iterable: Any, oparg: int) -> Any:
    """Replace an awaitable by the iterator to await on (oparg 1: it came from __aenter__, 2: from
    __aexit__, for the error message)."""
    return get_awaitable(iterable, oparg)


@instruction("obj -- iter")
def GET_AITER(obj: Any) -> Any:
    """Replace an asynchronous iterable by its asynchronous iterator."""
    return get_aiter(obj)


@instruction("aiter -- aiter, awaitable")
def GET_ANEXT(aiter: Any) -> Any:
    """Push the awaitable for the asynchronous iterator's next value."""
    return get_anext(aiter)


@instruction("awaitable, exc --", fails={"3.11-": "down"})
def END_ASYNC_FOR(exc: Any, thread: Any) -> None:
    """End an async for: StopAsyncIteration is dropped, any other exception raised again."""
    if not isinstance(exc, StopAsyncIteration):
        reraise(thread, exc)


@instruction("v -- w", versions="3.11")
def ASYNC_GEN_WRAP(v: Any) -> Any:
    """Mark a value as one that the async generator yields, not one that it awaits on."""
    return async_gen_wrap(v)
