"""Special methods, found as CPython finds them: on the class, not on the object."""

from __future__ import annotations

from _operator import call as _call
from types import FunctionType, MethodType

from peephole.machine import host
from peephole.machine.hiding import hide_all
from peephole.machine.values import NULL
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_mro = type.__dict__["__mro__"].__get__


class _Calling:
    """Its subscription calls the index."""

    __getitem__: Any = _call


calling = _Calling()


def called(callable: Any) -> Any:
    """What a callable returns; the host, who looks at signals behind every call of C code, does not
    do so here: CPython enters a with block without."""
    if type(callable) is MethodType and type(callable.__func__) is FunctionType:
        return callable()
    return calling[callable]


def lookup(cls: type, name: str) -> Any:
    """_PyType_Lookup: the class attribute as it stands there, NULL where there is none."""
    for base in _mro(cls):
        attributes = base.__dict__
        if name in attributes:
            return attributes[name]
    return NULL


def special_method(value: Any, name: str) -> Any:
    """A special method of a value, bound; NULL where its class has none."""
    cls = type(value)
    attribute = lookup(cls, name)
    if attribute is NULL:
        return NULL
    bind = lookup(type(attribute), "__get__")
    return attribute if bind is NULL else bind(attribute, value, cls)


def load_special(owner: Any, name: str) -> tuple[Any, Any]:
    """What LOAD_SPECIAL pushes: (method, owner) or (what binding gave, NULL)."""
    attribute = lookup(type(owner), name)
    if type(attribute) is FunctionType:
        return attribute, owner
    if attribute is NULL:
        if name.startswith("__a"):
            host.fail_with(host.async_with_statement, owner)
        host.fail_with(host.with_statement, owner)
    return special_method(owner, name), NULL


def before_with(manager: Any) -> tuple[Any, Any]:
    """(__exit__, the result of __enter__) of a context manager."""
    enter = special_method(manager, "__enter__")
    if enter is NULL:
        host.fail_with(host.with_statement, manager)
    leave = special_method(manager, "__exit__")
    if leave is NULL:
        host.fail_with(host.with_statement, manager)
    return leave, called(enter)


def before_async_with(manager: Any) -> tuple[Any, Any]:
    """(__aexit__, the result of __aenter__) of an asynchronous context manager."""
    enter = special_method(manager, "__aenter__")
    if enter is NULL:
        host.fail_with(host.async_with_statement, manager)
    leave = special_method(manager, "__aexit__")
    if leave is NULL:
        host.fail_with(host.async_with_statement, manager)
    return leave, called(enter)


hide_all(globals())
