"""Instructions of with statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peephole.instructions.registry import family
from peephole.instructions.vocabulary import NULL, done

if TYPE_CHECKING:
    from peephole.machine.special import (
        before_async_with,
        before_with,
        load_special,
    )

instruction = family("context_managers")


@instruction("mgr -- exit, res", versions="3.11-3.13")
def BEFORE_WITH(mgr: Any) -> Any:
    """Push the context manager's __exit__ and the result of its __enter__."""
    exit, res = before_with(mgr)
    done()
    return exit, res


@instruction("mgr -- exit, res", versions="3.11-3.13")
def BEFORE_ASYNC_WITH(mgr: Any) -> Any:
    """Push the context manager's __aexit__ and the awaitable result of its __aenter__."""
    exit, res = before_async_with(mgr)
    done()
    return exit, res


@instruction("owner -- attr, self_or_null", versions="3.14-")
def LOAD_SPECIAL(owner: Any, operand: Any) -> Any:
    """Push a special method of an object's class (oparg: 0 __enter__, 1 __exit__, 2 __aenter__,
    3 __aexit__) and the object, or what a descriptor made of it and NULL."""
    attr, self_or_null = load_special(owner, operand)
    return attr, self_or_null


@instruction(
    "exit_func, lasti, unused, val -- exit_func, lasti, unused, val, res", versions="3.11-3.13"
)
def WITH_EXCEPT_START(exit_func: Any, val: Any) -> Any:
    """Call __exit__ with the exception's type, value and traceback; push the result."""
    return exit_func(type(val), val, val.__traceback__)


@instruction(
    "exit_func, exit_self, lasti, unused, val -- exit_func, exit_self, lasti, unused, val, res",
    versions="3.14-",
)
def WITH_EXCEPT_START(exit_func: Any, exit_self: Any, val: Any) -> Any:
    """Call __exit__ with the exception's type, value and traceback; push the result."""
    if exit_self is NULL:
        return exit_func(type(val), val, val.__traceback__)
    return exit_func(exit_self, type(val), val, val.__traceback__)
