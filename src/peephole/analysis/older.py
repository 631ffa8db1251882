"""Stack effects of the instructions of 3.8-3.10 that no definition holds for.

In the notation of `peephole.instructions`; where there are two, the second is of the jump. The
effects are those that the compiler counts with (stack_effect() in Python/compile.c): in 3.8 what a
`finally` block finds on the stack is counted as the six items of an exception also on the way
there without one, when it is a single item (NULL, or where to return to).
"""

from __future__ import annotations

from peephole.instructions.effects import Effect

_HANDLER = "prev_tb, prev_exc, prev_type, tb, exc, exc_type"
_BINARY = "left, right -- res"

_BINARY_OPERATORS = {
    "ADD": "+",
    "AND": "&",
    "FLOOR_DIVIDE": "//",
    "LSHIFT": "<<",
    "MATRIX_MULTIPLY": "@",
    "MODULO": "%",
    "MULTIPLY": "*",
    "OR": "|",
    "POWER": "**",
    "RSHIFT": ">>",
    "SUBTRACT": "-",
    "TRUE_DIVIDE": "/",
    "XOR": "^",
}

OPERATORS = {f"BINARY_{name}": symbol for name, symbol in _BINARY_OPERATORS.items()} | {
    f"INPLACE_{name}": symbol + "=" for name, symbol in _BINARY_OPERATORS.items()
}
"""The operator of each instruction that has one of its own."""

_EFFECTS: dict[str, str | tuple[str, str]] = {
    **dict.fromkeys(OPERATORS, _BINARY),
    "ROT_TWO": "second, top -- top, second",
    "ROT_THREE": "third, second, top -- top, third, second",
    "ROT_FOUR": "fourth, third, second, top -- top, fourth, third, second",
    "ROT_N": "values[oparg - 1], top -- top, values[oparg - 1]",
    "DUP_TOP": "value -- value, top",
    "DUP_TOP_TWO": "left, right -- left, right, left_again, right_again",
    "LOAD_GLOBAL": "-- value",
    "BUILD_SLICE": "start, stop, step[oparg == 3] -- slice",
    "BUILD_LIST_UNPACK": "values[oparg] -- list",
    "BUILD_SET_UNPACK": "values[oparg] -- set",
    "BUILD_TUPLE_UNPACK": "values[oparg] -- tup",
    "BUILD_TUPLE_UNPACK_WITH_CALL": "values[oparg] -- tup",
    "BUILD_MAP_UNPACK": "values[oparg] -- map",
    "BUILD_MAP_UNPACK_WITH_CALL": "values[oparg] -- map",
    "MAKE_FUNCTION": "attributes[(oparg & 1) + (oparg >> 1 & 1) + (oparg >> 2 & 1) "
    "+ (oparg >> 3 & 1)], codeobj, qualname -- func",
    "CALL_FUNCTION": "callable, args[oparg] -- res",
    "CALL_FUNCTION_KW": "callable, args[oparg], kwnames -- res",
    "CALL_FUNCTION_EX": "func, callargs, kwargs[oparg & 1] -- result",
    "CALL_METHOD": "method_or_null, self_or_callable, args[oparg] -- res",
    "YIELD_FROM": "receiver, v -- retval",
    "GEN_START": "none --",
    "JUMP_ABSOLUTE": "--",
    "POP_JUMP_IF_FALSE": "value --",
    "POP_JUMP_IF_TRUE": "value --",
    "JUMP_IF_NOT_EXC_MATCH": "left, right --",
    "POP_BLOCK": "--",
    "SETUP_FINALLY": ("--", f"-- {_HANDLER}"),
    "SETUP_WITH": ("mgr -- exit, res", f"mgr -- exit, {_HANDLER}"),
    "SETUP_ASYNC_WITH": ("res -- res", f"res -- {_HANDLER}"),
    "WITH_EXCEPT_START": f"exit_func, {_HANDLER} -- exit_func, {_HANDLER}, res",
    "WITH_CLEANUP_START": "-- exc_or_none, res",
    "WITH_CLEANUP_FINISH": f"exit_func, {_HANDLER}, exc_or_none, res -- {_HANDLER}",
    "BEGIN_FINALLY": f"-- {_HANDLER}",
    "CALL_FINALLY": ("--", "-- address"),
    "END_FINALLY": f"{_HANDLER} --",
    "POP_FINALLY": f"{_HANDLER} --",
    "POP_EXCEPT": "prev_tb, prev_exc, prev_type --",
    "RERAISE": "tb, exc, exc_type --",
    "END_ASYNC_FOR": f"aiter, {_HANDLER} --",
    "COPY_DICT_WITHOUT_KEYS": "subject, keys -- subject, rest",
    "MATCH_KEYS": "subject, keys -- subject, keys, values_or_none, res",
    "MATCH_CLASS": "subject, type, names -- attrs_or_subject, res",
}

EFFECTS: dict[str, tuple[Effect, Effect]] = {}
"""Effect without and with the jump, by opname."""

for _name, _text in _EFFECTS.items():
    if isinstance(_text, tuple):
        EFFECTS[_name] = (Effect(_text[0]), Effect(_text[1]))
    else:
        EFFECTS[_name] = (Effect(_text),) * 2
