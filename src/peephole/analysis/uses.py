"""Phrases of the instructions that look up, call, iterate, await, import, match and handle."""

from __future__ import annotations

from .phrases import Inputs, Outputs, Phrased, phrase
from .values import ATOM, AWAIT, LIMIT, LOOSE, NULL, SIGN, Value, bound, listed, squeeze

_HALF = LIMIT // 2


# --- attributes -----------------------------------------------------------------------------


def _attribute(owner: Value, name: str) -> str:
    text = bound(owner, ATOM, max(LIMIT - len(name) - 1, _HALF))
    return f"({text}).{name}" if text.isdecimal() else f"{text}.{name}"


@phrase("LOAD_ATTR", "LOAD_METHOD")
def _load_attr(given: Inputs) -> Outputs:
    return _loaded(given, given["owner"], _attribute(given["owner"], given.operand))


@phrase("LOAD_SUPER_ATTR")
def _load_super_attr(given: Inputs) -> Outputs:
    return _loaded(given, given["self"], f"super().{given.operand}")


@phrase("LOAD_SPECIAL")
def _load_special(given: Inputs) -> Outputs:
    name = given.instruction.argrepr
    return _loaded(given, given["owner"], _attribute(given["owner"], name))


def _loaded(given: Inputs, owner: Value, text: str) -> dict[str, Phrased]:
    """The attribute alone, or as it is to be called, in the version's order: the method's function
    and self, or NULL and the attribute."""
    self_text = squeeze(owner.text, _HALF)
    return {
        "attr": text,
        "self_or_null": Value(f"NULL|{self_text}", "self_or_null", inner=text),
        "method_or_null": Value(f"NULL|{text}", "method_or_null", inner=text),
        "self_or_method": f"{text}|{self_text}",
        "attr_or_self": f"{text}|{self_text}" if given.oparg & 1 else text,
    }


# --- calls ----------------------------------------------------------------------------------


@phrase("CALL")
def _call(given: Inputs) -> Outputs:
    return _called(given, given.keywords)


@phrase("CALL_KW", "CALL_FUNCTION_KW")
def _call_kw(given: Inputs) -> Outputs:
    return _called(given, given["kwnames"].constant or ())


@phrase("CALL_FUNCTION", "CALL_METHOD")
def _call_older(given: Inputs) -> Outputs:
    return _called(given, ())


def _called(given: Inputs, keywords: tuple[object, ...]) -> str:
    callee, bound_to = _callee(given)
    arguments = [squeeze(value.text, _HALF) for value in given.array("args")]
    positional = len(arguments) - len(keywords)
    for index, name in enumerate(keywords):
        if positional + index >= 0:
            arguments[positional + index] = f"{name}={arguments[positional + index]}"
    if bound_to is not None:
        arguments.insert(0, squeeze(bound_to.text, _HALF))
    return call(callee, arguments)


def _callee(given: Inputs) -> tuple[Value, Value | None]:
    """What is called, and the value that goes before the arguments and that no text tells yet."""
    if "self_or_null" in given:  # 3.13+
        callable_, receiver = given["callable"], given["self_or_null"]
        known = receiver.text == NULL.text or receiver.name == "self_or_null"
        return callable_, None if known else receiver
    if "method_or_null" not in given:
        return given["callable"], None
    method, receiver = given["method_or_null"], given["self_or_callable"]
    if method.text == NULL.text:
        return receiver, None
    if method.name == "method_or_null" and method.inner is not None:
        return Value(method.inner, method.name), None
    return method, receiver


def call(callee: Value, arguments: list[str]) -> str:
    text = bound(callee, ATOM, LIMIT - _HALF // 2)
    return f"{text}({listed(arguments, LIMIT - min(len(text), _HALF))})"


@phrase("CALL_FUNCTION_EX")
def _call_ex(given: Inputs) -> Outputs:
    arguments = [given["callargs"].inner or f"*{bound(given['callargs'], ATOM)}"]
    kwargs = given.get("kwargs") or given.get("kwargs_or_null") or NULL
    if kwargs.text != NULL.text:
        arguments.append(kwargs.inner or f"**{bound(kwargs, ATOM)}")
    return call(given["func"], arguments)


@phrase("CALL_INTRINSIC_1")
def _intrinsic_1(given: Inputs) -> Outputs:
    name = _intrinsic(given)
    if name == "unary_positive":
        return Value(f"+{bound(given['value'], SIGN)}", "res", SIGN)
    if name == "list_to_tuple":
        return Value(f"tuple({given['value'].text})", "tuple", inner=given["value"].inner)
    return f"{name}({squeeze(given['value'].text)})"


@phrase("CALL_INTRINSIC_2")
def _intrinsic_2(given: Inputs) -> Outputs:
    arguments = [squeeze(given[name].text, _HALF) for name in ("value2", "value1")]
    return f"{_intrinsic(given)}({listed(arguments)})"


def _intrinsic(given: Inputs) -> str:
    return given.instruction.argrepr.removeprefix("INTRINSIC_").lower() or "intrinsic"


@phrase("MAKE_FUNCTION")
def _make_function(given: Inputs) -> Outputs:
    name = given["codeobj"].text.removeprefix("<code ").removesuffix(">")
    return name if name.startswith("<") else f"<function {name}>"


# --- iteration, generators, coroutines ------------------------------------------------------


@phrase("GET_ITER")
def _get_iter(given: Inputs) -> Outputs:
    text = given["iterable"].text
    return {"iter": Value(f"iter({text})", "iter", inner=f"yield from {text}")}


@phrase("FOR_ITER")
def _for_iter(given: Inputs) -> Outputs:
    outputs: dict[str, Phrased] = {"next": f"next({given['iter'].text})"}
    if "index_or_null" in given:
        outputs["next_index_or_null"] = given["index_or_null"]
    return outputs


@phrase("GET_YIELD_FROM_ITER")
def _get_yield_from_iter(given: Inputs) -> Outputs:
    text = given["iterable"].text
    return Value(f"iter({text})", "iter", inner=f"yield from {text}")


@phrase("GET_AWAITABLE")
def _get_awaitable(given: Inputs) -> Outputs:
    text = bound(given["iterable"], ATOM)
    return Value(f"{text}.__await__()", "iter", inner=f"await {text}")


@phrase("GET_AITER")
def _get_aiter(given: Inputs) -> Outputs:
    return f"aiter({given['obj'].text})"


@phrase("GET_ANEXT")
def _get_anext(given: Inputs) -> Outputs:
    text = f"anext({given['aiter'].text})"
    return {"awaitable": Value(text, "awaitable", inner=f"await {text}")}


@phrase("SEND")
def _send(given: Inputs) -> Outputs:
    outputs: dict[str, Phrased] = {"retval": _awaited(given["receiver"])}
    if "index_or_null" in given:
        outputs["next_index_or_null"] = given["index_or_null"]
    return outputs


@phrase("END_SEND")
def _end_send(given: Inputs) -> Outputs:
    return _awaited(given["receiver"])


@phrase("YIELD_FROM")
def _yield_from(given: Inputs) -> Outputs:
    return _awaited(given["receiver"])


@phrase("ASYNC_GEN_WRAP")
def _async_gen_wrap(given: Inputs) -> Outputs:
    return given["v"]


@phrase("CLEANUP_THROW")
def _cleanup_throw(given: Inputs) -> Outputs:
    # The places of the subiterator and of its result, as END_SEND finds them on the usual path.
    receiver = given["sub_iter"]
    outputs: dict[str, Phrased] = {
        "none": Value("None", receiver.name, inner=receiver.inner),
        "value": _awaited(receiver),
    }
    if "index_or_null" in given:
        outputs["null"] = NULL
    return outputs


def _awaited(receiver: Value) -> Value:
    text = receiver.inner or f"yield from {receiver.text}"
    return Value(text, "retval", AWAIT if text.startswith("await") else LOOSE)


# --- context managers, exceptions, imports, matching ----------------------------------------


@phrase("BEFORE_WITH", "SETUP_WITH")
def _before_with(given: Inputs) -> Outputs:
    manager = given["mgr"]
    entered = _attribute(manager, "__enter__") + "()"
    return {"exit": _attribute(manager, "__exit__"), "res": entered}


@phrase("BEFORE_ASYNC_WITH")
def _before_async_with(given: Inputs) -> Outputs:
    manager = given["mgr"]
    entered = _attribute(manager, "__aenter__") + "()"
    return {"exit": _attribute(manager, "__aexit__"), "res": entered}


@phrase("WITH_EXCEPT_START")
def _with_except_start(given: Inputs) -> Outputs:
    return f"{squeeze(given['exit_func'].text)}(...)"


@phrase("CHECK_EXC_MATCH")
def _check_exc_match(given: Inputs) -> Outputs:
    return f"isinstance({given['left'].text}, {given['right'].text})"


@phrase("IMPORT_NAME")
def _import_name(given: Inputs) -> Outputs:
    name, level = given.operand, given["level"].text
    if level.isdecimal():
        name = "." * int(level) + name
    # Without a list of names to take from it, the import gives the outermost package.
    return name.partition(".")[0] if given["fromlist"].text == "None" else name


@phrase("IMPORT_FROM")
def _import_from(given: Inputs) -> Outputs:
    return {"res": f"{given['from'].text}.{given.operand}"}


@phrase("GET_LEN")
def _get_len(given: Inputs) -> Outputs:
    return f"len({given['obj'].text})"


@phrase("MATCH_MAPPING")
def _match_mapping(given: Inputs) -> Outputs:
    return f"isinstance({given['subject'].text}, Mapping)"


@phrase("MATCH_SEQUENCE")
def _match_sequence(given: Inputs) -> Outputs:
    return f"isinstance({given['subject'].text}, Sequence)"


@phrase("MATCH_CLASS")
def _match_class(given: Inputs) -> Outputs:
    text = f"match {given['type'].text}({squeeze(given['subject'].text, _HALF)})"
    return {"attrs": text, "attrs_or_subject": text}


@phrase("COPY_DICT_WITHOUT_KEYS")
def _copy_dict_without_keys(given: Inputs) -> Outputs:
    return {"rest": f"dict({given['subject'].text})"}
