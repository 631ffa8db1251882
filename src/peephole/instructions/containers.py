"""Instructions that build containers and add to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peephole.instructions.registry import family

if TYPE_CHECKING:
    from peephole.machine.containers import (
        Set,
        dict_merge,
        dict_update,
        list_extend,
        not_a_set,
    )

instruction = family("containers")

#: of values that live on in what is built
ANY = {"3.11-": "up"}


@instruction("values[oparg] -- tup", select=("oparg", (1, 2, 3)), dies=ANY)
def BUILD_TUPLE(values: Any) -> Any:
    """Build a tuple of the top oparg values."""
    return (*values,)


@instruction("values[oparg] -- list", select=("oparg", (0, 1, 2)), dies=ANY)
def BUILD_LIST(values: Any) -> Any:
    """Build a list of the top oparg values."""
    return [*values]


@instruction("values[oparg] -- set", dies={"3.11-": "up"}, fails={"3.11-": "up"})
def BUILD_SET(values: Any) -> Any:
    """Build a set of the top oparg values."""
    return {*values}


@instruction("values[oparg * 2] -- map", select=("oparg", (0,)), dies={"3.11-": "down"})
def BUILD_MAP(values: Any) -> Any:
    """Build a dict of the top oparg pairs of key and value."""
    return dict(zip(values[0::2], values[1::2]))  # noqa: B905


@instruction("values[oparg], keys -- map", versions="3.11-3.13")
def BUILD_CONST_KEY_MAP(values: Any, keys: Any) -> Any:
    """Build a dict of a tuple of keys and the oparg values below it."""
    return dict(zip(keys, values))  # noqa: B905


@instruction("start, stop, step[oparg - 2] -- slice", select=("oparg", (2, 3)), dies=ANY)
def BUILD_SLICE(start: Any, stop: Any, step: Any) -> Any:
    """Build a slice of two or three values."""
    return slice(start, stop, *step)


@instruction("pieces[oparg] -- str", dies={"3.11-": "down"})
def BUILD_STRING(pieces: Any) -> Any:
    """Join the top oparg strings."""
    return "".join(pieces)


@instruction("list, unused[oparg - 1], v -- list, unused[oparg - 1]")
def LIST_APPEND(list: Any, v: Any) -> None:
    """Append the top to the list that lies oparg deep below it."""
    list.append(v)


@instruction("set, unused[oparg - 1], v -- set, unused[oparg - 1]")
def SET_ADD(set: Any, v: Any) -> None:
    """Add the top to the set that lies oparg deep below it."""
    if type(set) is Set:
        set.add(v)
    else:
        not_a_set(set)


@instruction(
    "dict, unused[oparg - 1], key, value -- dict, unused[oparg - 1]",
    dies={"3.11-": "up"},
    fails={"3.11-": "up"},
)
def MAP_ADD(dict: Any, key: Any, value: Any) -> None:
    """Put key and value into the dict that lies oparg deep below them."""
    dict[key] = value


@instruction("list, unused[oparg - 1], iterable -- list, unused[oparg - 1]")
def LIST_EXTEND(list: Any, iterable: Any) -> None:
    """Extend the list that lies oparg deep with an iterable."""
    list_extend(list, iterable)


@instruction("set, unused[oparg - 1], iterable -- set, unused[oparg - 1]")
def SET_UPDATE(set: Any, iterable: Any) -> None:
    """Update the set that lies oparg deep with an iterable."""
    set.update(iterable)


@instruction("dict, unused[oparg - 1], update -- dict, unused[oparg - 1]")
def DICT_UPDATE(dict: Any, update: Any) -> None:
    """Update the dict that lies oparg deep with a mapping."""
    dict_update(dict, update)


@instruction(
    "callable, unused1, unused2, dict, unused[oparg - 1], update "
    "-- callable, unused1, unused2, dict, unused[oparg - 1]",
    versions="3.13-",
)
def DICT_MERGE(callable: Any, dict: Any, update: Any) -> None:
    """Merge keyword arguments into the dict that lies oparg deep; a repeated key is an error."""
    dict_merge(callable, dict, update)


@instruction(
    "callable, unused2, dict, unused[oparg - 1], update "
    "-- callable, unused2, dict, unused[oparg - 1]",
    versions="3.11-3.12",
)
def DICT_MERGE(callable: Any, dict: Any, update: Any) -> None:
    """Merge keyword arguments into the dict that lies oparg deep; a repeated key is an error."""
    dict_merge(callable, dict, update)


@instruction("list -- tuple", versions="3.11")
def LIST_TO_TUPLE(list: Any) -> Any:
    """Make a tuple of a list."""
    return (*list,)
