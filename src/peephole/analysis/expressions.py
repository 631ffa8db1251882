"""Phrases of the instructions that load, compute, compare, build and format."""

from __future__ import annotations

from .older import OPERATORS
from .phrases import Inputs, Outputs, phrase
from .values import (
    ATOM,
    BIT_AND,
    BIT_OR,
    BIT_XOR,
    COMPARISON,
    LIMIT,
    LOOSE,
    NOT,
    POWER,
    PRODUCT,
    SHIFT,
    SIGN,
    SUM,
    Value,
    bound,
    constant,
    listed,
    squeeze,
)

_LEVELS = {
    **dict.fromkeys(("|",), BIT_OR),
    **dict.fromkeys(("^",), BIT_XOR),
    **dict.fromkeys(("&",), BIT_AND),
    **dict.fromkeys(("<<", ">>"), SHIFT),
    **dict.fromkeys(("+", "-"), SUM),
    **dict.fromkeys(("*", "/", "//", "%", "@"), PRODUCT),
    "**": POWER,
}
_CONVERSIONS = ("", "!s", "!r", "!a")
_HALF = LIMIT // 2


# --- loads ----------------------------------------------------------------------------------


@phrase("LOAD_CONST")
def _constant(given: Inputs) -> Outputs:
    return constant(given.instruction.argval)


@phrase("LOAD_SMALL_INT")
def _small_int(given: Inputs) -> Outputs:
    return str(given.oparg)


@phrase("LOAD_COMMON_CONSTANT")
def _common_constant(given: Inputs) -> Outputs:
    text = given.instruction.argrepr
    return text.removeprefix("<built-in function ").removesuffix(">")


@phrase("LOAD_ASSERTION_ERROR")
def _assertion_error(given: Inputs) -> Outputs:
    return "AssertionError"


@phrase(
    "LOAD_FAST",
    "LOAD_FAST_BORROW",
    "LOAD_FAST_CHECK",
    "LOAD_FAST_AND_CLEAR",
    "LOAD_CLOSURE",
    "LOAD_DEREF",
    "LOAD_CLASSDEREF",
    "LOAD_FROM_DICT_OR_DEREF",
    "LOAD_FROM_DICT_OR_GLOBALS",
    "LOAD_NAME",
)
def _variable(given: Inputs) -> Outputs:
    return given.operand


@phrase("LOAD_FAST_LOAD_FAST", "LOAD_FAST_BORROW_LOAD_FAST_BORROW")
def _two_variables(given: Inputs) -> Outputs:
    names = _pair(given)
    return {"value1": names[0], "value2": names[1]}


@phrase("STORE_FAST_LOAD_FAST")
def _store_and_load(given: Inputs) -> Outputs:
    return {"value2": _pair(given)[1]}


def _pair(given: Inputs) -> tuple[str, str]:
    names = given.instruction.argval
    return names if isinstance(names, tuple) else (given.operand, given.operand)


@phrase("LOAD_GLOBAL")
def _global(given: Inputs) -> Outputs:
    return {"value": given.operand, "null": "NULL"}


@phrase("PUSH_NULL")
def _null(given: Inputs) -> Outputs:
    return "NULL"


@phrase("LOAD_LOCALS")
def _locals(given: Inputs) -> Outputs:
    return "locals()"


@phrase("LOAD_BUILD_CLASS")
def _build_class(given: Inputs) -> Outputs:
    return "__build_class__"


@phrase("COPY")
def _copy(given: Inputs) -> Outputs:
    return given["bottom"]


@phrase("DUP_TOP")
def _duplicate(given: Inputs) -> Outputs:
    return given["value"]


@phrase("DUP_TOP_TWO")
def _duplicate_two(given: Inputs) -> Outputs:
    return {"left_again": given["left"], "right_again": given["right"]}


# --- operators ------------------------------------------------------------------------------


@phrase("BINARY_OP")
def _binary_op(given: Inputs) -> Outputs:
    symbol = given.instruction.argrepr
    if symbol == "[]":
        return subscript(given["left"], given["right"])
    return operation(given["left"], symbol, given["right"])


@phrase(*OPERATORS)
def _older_operator(given: Inputs) -> Outputs:
    return operation(given["left"], OPERATORS[given.instruction.opname], given["right"])


def operation(left: Value, symbol: str, right: Value) -> Value:
    """`left + right`; an operation in place is written as what it computes."""
    symbol = symbol.removesuffix("=")
    level = _LEVELS.get(symbol)
    if level is None:  # an operand that stands for no operator
        return Value("res", "res")
    # All operators but ** group to the left.
    sides = (level, level + 1) if symbol != "**" else (level + 1, level)
    text = f"{bound(left, sides[0])} {symbol} {bound(right, sides[1])}"
    return Value(text, "res", level)


def subscript(container: Value, index: Value) -> str:
    text = index.text
    if index.inner and text.startswith(("slice(", "tuple(")):
        text = index.inner
    return f"{bound(container, ATOM)}[{squeeze(text, _HALF)}]"


@phrase("BINARY_SUBSCR")
def _binary_subscr(given: Inputs) -> Outputs:
    return subscript(given["container"], given["sub"])


@phrase("BINARY_SLICE")
def _binary_slice(given: Inputs) -> Outputs:
    limits = _slice(given["start"], given["stop"])
    return f"{bound(given['container'], ATOM)}[{limits}]"


@phrase("BUILD_SLICE")
def _build_slice(given: Inputs) -> Outputs:
    parts = [given["start"], given["stop"], *(given.array("step"))]
    texts = [squeeze(part.text, _HALF) for part in parts]
    return Value(f"slice({', '.join(texts)})", "slice", inner=_slice(*parts))


def _slice(*parts: Value) -> str:
    return ":".join("" if part.text == "None" else squeeze(part.text, 12) for part in parts)


@phrase("UNARY_NEGATIVE")
def _negative(given: Inputs) -> Outputs:
    return Value(f"-{bound(given['value'], SIGN)}", "res", SIGN)


@phrase("UNARY_POSITIVE")
def _positive(given: Inputs) -> Outputs:
    return Value(f"+{bound(given['value'], SIGN)}", "res", SIGN)


@phrase("UNARY_INVERT")
def _invert(given: Inputs) -> Outputs:
    return Value(f"~{bound(given['value'], SIGN)}", "res", SIGN)


@phrase("UNARY_NOT")
def _not(given: Inputs) -> Outputs:
    return Value(f"not {bound(given['value'], NOT, LIMIT)}", "res", NOT)


@phrase("TO_BOOL")
def _to_bool(given: Inputs) -> Outputs:
    return f"bool({given['value'].text})"


@phrase("COMPARE_OP")
def _compare(given: Inputs) -> Outputs:
    return comparison(given["left"], given.operand, given["right"], "res")


@phrase("IS_OP")
def _is(given: Inputs) -> Outputs:
    return comparison(given["left"], "is not" if given.oparg else "is", given["right"], "res")


@phrase("CONTAINS_OP")
def _contains(given: Inputs) -> Outputs:
    return comparison(given["left"], "not in" if given.oparg else "in", given["right"], "res")


def comparison(left: Value, symbol: str, right: Value, name: str) -> Value:
    if symbol == "exception match":  # 3.8: CHECK_EXC_MATCH of later versions
        return Value(f"isinstance({left.text}, {right.text})", name)
    sides = bound(left, COMPARISON + 1), bound(right, COMPARISON + 1)
    return Value(f"{sides[0]} {symbol} {sides[1]}", name, COMPARISON)


# --- displays and formatting ----------------------------------------------------------------


@phrase("BUILD_TUPLE")
def _tuple(given: Inputs) -> Outputs:
    texts = _texts(given, "values")
    return f"({listed(texts)}{',' * (len(texts) == 1)})"


@phrase("BUILD_LIST")
def _list(given: Inputs) -> Outputs:
    return f"[{listed(_texts(given, 'values'))}]"


@phrase("BUILD_SET")
def _set(given: Inputs) -> Outputs:
    texts = _texts(given, "values")
    return f"{{{listed(texts)}}}" if texts else "set()"


@phrase("BUILD_MAP")
def _map(given: Inputs) -> Outputs:
    texts = _texts(given, "values")
    pairs = zip(texts[::2], texts[1::2], strict=True)
    return "{" + listed([f"{key}: {value}" for key, value in pairs]) + "}"


@phrase("BUILD_CONST_KEY_MAP")
def _const_key_map(given: Inputs) -> Outputs:
    keys, texts = given["keys"].constant or (), _texts(given, "values")
    if len(keys) != len(texts):
        return None
    pairs = zip(keys, texts, strict=True)
    return "{" + listed([f"{constant(key).text}: {text}" for key, text in pairs]) + "}"


@phrase("BUILD_LIST_UNPACK")
def _unpacked_list(given: Inputs) -> Outputs:
    return f"[{_starred(given, '*')}]"


@phrase("BUILD_SET_UNPACK")
def _unpacked_set(given: Inputs) -> Outputs:
    return f"{{{_starred(given, '*')}}}"


@phrase("BUILD_TUPLE_UNPACK", "BUILD_TUPLE_UNPACK_WITH_CALL")
def _unpacked_tuple(given: Inputs) -> Outputs:
    return f"({_starred(given, '*')})"


@phrase("BUILD_MAP_UNPACK", "BUILD_MAP_UNPACK_WITH_CALL")
def _unpacked_map(given: Inputs) -> Outputs:
    return f"{{{_starred(given, '**')}}}"


def _starred(given: Inputs, stars: str) -> str:
    return listed([stars + text for text in _texts(given, "values")])


# --- displays that grow


@phrase("LIST_APPEND")
def _list_append(given: Inputs) -> Outputs:
    return {"list": _grown(given["list"], "[]", given["v"].text)}


@phrase("LIST_EXTEND")
def _list_extend(given: Inputs) -> Outputs:
    return {"list": _grown(given["list"], "[]", _items(given["iterable"], "*"))}


@phrase("SET_ADD")
def _set_add(given: Inputs) -> Outputs:
    return {"set": _grown(given["set"], "{}", given["v"].text)}


@phrase("SET_UPDATE")
def _set_update(given: Inputs) -> Outputs:
    return {"set": _grown(given["set"], "{}", _items(given["iterable"], "*"))}


@phrase("MAP_ADD")
def _map_add(given: Inputs) -> Outputs:
    key, value = squeeze(given["key"].text, _HALF), given["value"].text
    return {"dict": _grown(given["dict"], "{}", f"{key}: {value}")}


@phrase("DICT_UPDATE", "DICT_MERGE")
def _dict_update(given: Inputs) -> Outputs:
    update = given["update"]
    shown = update.text.startswith("{") and update.text.endswith("}")
    piece = update.text[1:-1] if shown else f"**{bound(update, ATOM)}"
    return {"dict": _grown(given["dict"], "{}", piece)}


def _items(iterable: Value, stars: str) -> str:
    if iterable.constant is not None:
        return iterable.text[1:-1].removesuffix(",")
    return stars + bound(iterable, ATOM)


def _grown(collection: Value, brackets: str, piece: str) -> Value:
    """The display of a list, set or dict with one more piece; its `inner` is what it holds."""
    text = collection.text
    if text in (brackets, "set()"):
        inside = piece
    elif collection.inner is not None or text.startswith(brackets[0]):
        inside = f"{text[1:-1]}, {piece}"
    else:  # how much it is, no path tells
        return Value(f"{brackets[0]}...{brackets[1]}", collection.name)
    inside = squeeze(inside, LIMIT - 2)
    return Value(brackets[0] + inside + brackets[1], collection.name, inner=inside)


@phrase("LIST_TO_TUPLE")
def _list_to_tuple(given: Inputs) -> Outputs:
    return Value(f"tuple({given['list'].text})", "tuple", inner=given["list"].inner)


@phrase("UNPACK_SEQUENCE")
def _unpack(given: Inputs) -> Outputs:
    sequence = bound(given["seq"], ATOM)
    return {"values": [f"{sequence}[{index}]" for index in reversed(range(given.oparg))]}


@phrase("UNPACK_EX")
def _unpack_starred(given: Inputs) -> Outputs:
    sequence = bound(given["seq"], ATOM)
    before, after = given.oparg & 0xFF, given.oparg >> 8
    return {
        "before": [f"{sequence}[{index}]" for index in reversed(range(before))],
        "rest": f"{sequence}[{before or ''}:{-after or ''}]",
        "after": [f"{sequence}[{-index}]" for index in range(1, after + 1)],
    }


def _texts(given: Inputs, name: str) -> list[str]:
    return [squeeze(value.text, _HALF) for value in given.array(name)]


@phrase("FORMAT_VALUE")
def _format_value(given: Inputs) -> Outputs:
    return _piece(given["value"], _CONVERSIONS[given.oparg & 3], given.get("spec"))


@phrase("FORMAT_SIMPLE")
def _format_simple(given: Inputs) -> Outputs:
    return _piece(given["value"], "", None)


@phrase("FORMAT_WITH_SPEC")
def _format_with_spec(given: Inputs) -> Outputs:
    return _piece(given["value"], "", given["fmt_spec"])


def _piece(value: Value, conversion: str, spec: Value | None) -> Value:
    inside = squeeze(value.text, _HALF) + conversion
    if spec is not None:
        inside += f":{squeeze(spec.inner or f'{{{spec.text}}}', _HALF)}"
    return Value(f"f'{{{inside}}}'", "res", inner=f"{{{inside}}}")


@phrase("CONVERT_VALUE")
def _convert(given: Inputs) -> Outputs:
    return f"{given.instruction.argrepr or 'convert'}({given['value'].text})"


@phrase("BUILD_STRING")
def _build_string(given: Inputs) -> Outputs:
    pieces = [piece.inner or f"{{{piece.text}}}" for piece in given.array("pieces")]
    content = squeeze("".join(pieces), LIMIT - 3)
    return Value(f"f{content!r}", "str", inner=content)


@phrase("BUILD_INTERPOLATION")
def _interpolation(given: Inputs) -> Outputs:
    return f"Interpolation({squeeze(given['value'].text, _HALF)})"


@phrase("BUILD_TEMPLATE")
def _template(given: Inputs) -> Outputs:
    return "Template(...)"


@phrase("YIELD_VALUE")
def _yield(given: Inputs) -> Outputs:
    return Value(f"yield {squeeze(given['retval'].text)}", "value", LOOSE)
