"""Guest functions: real function objects whose code is a trampoline into the machine.

A trampoline's code object has the guest's names, arguments, flags, file and lines, so that
binding, descriptors, `inspect.signature` and callbacks from C work because it *is* a function.
Its body only hands the arguments to `ENTER`, with a probe: a function made on the spot, whose
`__globals__`, `__builtins__` and `__closure__` tell what no argument tells.
"""

from __future__ import annotations

from _signal import getsignal  # type: ignore[import-not-found]
from types import CellType, CodeType, FrameType, FunctionType, MethodType

from peephole import isa
from peephole.errors import PeepholeError
from peephole.isa import operands
from peephole.machine import answers, generators
from peephole.machine.assembling import code_units
from peephole.machine.audit import quietly
from peephole.machine.executable import (
    CO_OPTIMIZED,
    CO_VARARGS,
    CO_VARKEYWORDS,
    GENERATOR_KINDS,
    Executable,
    count_parameters,
    slot_names,
)
from peephole.machine.frame import Frame, attach, prepare
from peephole.machine.generator_code import generator_code, made_first
from peephole.machine.hiding import hidden_code, hide_all, with_window
from peephole.machine.settings import settings
from peephole.machine.thread import current_thread
from peephole.machine.trampolines import Body, GeneratorBody, executable_behind
from peephole.own_builtins import __builtins__ as __builtins__  # type: ignore[attr-defined, no-redef, unused-ignore]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from peephole.machine.frame import FunctionStep
    from peephole.machine.thread import ThreadState

# Strings stand for constants that are put in their place later.  The condition around one that is
# called is folded away; without it the compiler would warn that a string is not callable.
_FUNCTION = """
def make({free}):
    def template({parameters}):
        "doc"
        return ("ENTER" if 1 else 0)("BODY", (lambda: ({free})), {arguments})
    return template
"""

# The frame is visible only while it asks for its namespace: see `with_window`.
_CLASS = """
def make({free}):
    def template():
        "doc"
        return ("ENTER" if 1 else 0)("BODY", (lambda: ({free})),
            ("LOCALS" if 1 else 0)()
        )
    return template
"""
_CLASS_WINDOW = 6

_BINDER = """
def make():
    def template({parameters}):
        return [{arguments}]
    return template
"""

#: (positional-only, positional, keyword-only, flags, free variables, kind)
_Shape = tuple[int, int, int, int, int, str]
_templates: dict[_Shape, CodeType] = {}


def _compiled(shape: _Shape, source: str) -> CodeType:
    template = _templates.get(shape)
    if template is None:
        namespace: dict[str, Any] = {}
        exec(compile(source, "<trampoline>", "exec"), namespace)
        free = ["cell"] * (0 if shape[5] == "binder" else shape[4])
        template = namespace.pop("make")(*free).__code__
        if shape[5] in _HIDDEN:
            template = hidden_code(template)
        elif shape[5] == "class":
            template = with_window(template, _CLASS_WINDOW)
        _templates[shape] = template
    return template


#: kinds of templates whose frames nobody sees
_HIDDEN = frozenset({"function", "binder"})


def _parameters(code: CodeType) -> tuple[str, str]:
    """The parameters of a template and the arguments it hands on, in the order of the slots."""
    names = [f"a{i}" for i in range(code.co_argcount + code.co_kwonlyargcount)]
    positional, keyword = names[: code.co_argcount], names[code.co_argcount :]
    parameters: list[str] = list(positional)
    if code.co_posonlyargcount:
        parameters.insert(code.co_posonlyargcount, "/")
    order = list(names)
    if code.co_flags & CO_VARARGS:
        parameters.append("*args")
        order.append("args")
    elif keyword:
        parameters.append("*")
    parameters += keyword
    if code.co_flags & CO_VARKEYWORDS:
        parameters.append("**kwargs")
        order.append("kwargs")
    return ", ".join(parameters), ", ".join(order)


def _shape(code: CodeType, kind: str) -> _Shape:
    return (
        code.co_posonlyargcount,
        code.co_argcount,
        code.co_kwonlyargcount,
        code.co_flags & (CO_VARARGS | CO_VARKEYWORDS),
        len(code.co_freevars),
        kind,
    )


def _template(code: CodeType, source: str, kind: str) -> CodeType:
    parameters, arguments = _parameters(code)
    # the compiler sorts free variables by name
    free = ", ".join(f"f{i:04}" for i in range(len(code.co_freevars)))
    if free:
        free += ","
    return _compiled(
        _shape(code, kind),
        source.format(
            free=free,
            parameters=parameters,
            arguments=arguments,
        ),
    )


def trampoline_of(executable: Executable) -> CodeType:
    """A code object of functions whose body the executable is.

    It leads to the executable, and the garbage collector does not look into code objects; so
    nothing may lead back, and the executable holds nothing that the guest has made.
    """
    return quietly(_trampoline, executable)  # type: ignore[no-any-return]


def _trampoline(executable: Executable) -> CodeType:
    code = executable.code
    if code.co_flags & GENERATOR_KINDS:
        return _generator_trampoline(executable)
    if code.co_flags & CO_OPTIMIZED or code.co_argcount:  # assembled by hand
        template = _template(code, _FUNCTION, "function")
        enter = _enter_handler if _may_handle_signals(code) else _enter
        return _dressed(template, executable, {"ENTER": enter, "BODY": executable})
    return _class_trampoline(executable)


def generator_of(code: CodeType, globals: dict[str, Any], locals: Any) -> Any:
    """The coroutine or generator that executing such a code object in namespaces makes."""
    made = quietly(_generator_trampoline, Executable(code), locals)
    return quietly(FunctionType, made, globals)()


def _generator_trampoline(executable: Executable, locals: Any = None) -> CodeType:
    guest = executable.code
    units = code_units(guest)
    template = _template(guest, _FUNCTION, "generator")
    body = GeneratorBody(executable, made_first(units), locals)
    dressed = _dressed(template, executable, {"ENTER": generators.enter, "BODY": body})
    return generator_code(dressed, guest, units, generators.drive, generators.throw)


def _class_trampoline(executable: Executable) -> CodeType:
    template = _template(executable.code, _CLASS, "class")
    constants = {"ENTER": _enter_class, "BODY": Body(executable), "LOCALS": locals}
    return _dressed(template, executable, constants)


def _dressed(template: CodeType, executable: Executable, constants: dict[str, Any]) -> CodeType:
    """A template with its constants, in the guest's clothes."""
    guest = executable.code
    own = template.co_varnames
    count = count_parameters(guest)
    names = guest.co_varnames[:count]
    names += tuple(f".{name}" for name in own[count:]) + guest.co_varnames[count:]
    first = guest.co_consts[:1] or (None,)
    consts = first + tuple(
        constants.get(c, c) if type(c) is str else c for c in template.co_consts[1:]
    )
    return template.replace(
        co_code=_with_free_from(template, _first_free(guest) + len(names) - guest.co_nlocals),
        co_filename=guest.co_filename,
        co_name=guest.co_name,
        co_qualname=guest.co_qualname,
        co_firstlineno=guest.co_firstlineno,
        co_linetable=guest.co_linetable,
        co_flags=guest.co_flags,
        co_varnames=names,
        co_nlocals=len(names),
        co_cellvars=guest.co_cellvars,
        co_freevars=guest.co_freevars,
        co_names=guest.co_names,
        co_consts=consts + guest.co_consts[1:],
    )


def _first_free(code: CodeType) -> int:
    """The slot of a code object's first free variable."""
    return len(slot_names(code)) - len(code.co_freevars)


def _with_free_from(template: CodeType, first_free: int) -> bytes:
    """A template's bytecode for free variables that start at another slot than in the template."""
    units = bytearray(template.co_code)
    if not template.co_freevars:
        return bytes(units)
    for i in range(0, len(units), 2):
        if units[i] in _SLOT_OPCODES and units[i + 1] >= template.co_nlocals:
            slot = units[i + 1] - template.co_nlocals + first_free
            if slot > _LARGEST_SLOT:
                raise PeepholeError(
                    f"a closure with more than {_LARGEST_SLOT} variables cannot run on the machine"
                )
            units[i + 1] = slot
    return bytes(units)


_table = isa.table(isa.host_version())
_SLOT_OPCODES = frozenset(
    number
    for name, number in _table.opmap.items()
    if _table.operand[name] in (operands.LOCAL, operands.DEREF)
)
_LARGEST_SLOT = 255


# -- entering the machine from native code ---------------------------------------------------


def _enter(executable: Executable, probe: FunctionType, *arguments: Any) -> Any:
    """Run a plain function."""
    thread = current_thread()
    values = [*arguments]
    del arguments  # nothing else holds them
    frame = Frame()
    prepare(frame, executable, probe, values)
    attach(frame, thread.frame)
    if thread.observer is not None:
        thread.observer.start(frame)
    return thread.evaluate(thread, frame)


def _enter_handler(executable: Executable, probe: FunctionType, *arguments: Any) -> Any:
    """Run a function that may be a signal's handler."""
    thread = current_thread()
    if type(arguments[-1]) in _SIGNAL_FRAMES:
        given = _interrupted(thread, executable, arguments)
        if given is not None:
            return _handle_signal(thread, executable, probe, given)
    values = [*arguments]
    del arguments
    return _run(thread, executable, probe, values)


def _handle_signal(
    thread: ThreadState, executable: Executable, probe: FunctionType, values: list[Any]
) -> Any:
    """Run a signal handler; what it raises is raised wherever the signal came."""
    try:
        return _run(thread, executable, probe, values)
    except BaseException as exception:
        thread.interrupted = exception
        thread.handler_traceback = exception.__traceback__
        raise


def _enter_class(body: Body, probe: FunctionType, namespace: Any) -> Any:
    """Run a class body."""
    return _run(current_thread(), body.executable, probe, [], namespace)


def _run(
    thread: ThreadState,
    executable: Executable,
    probe: FunctionType,
    values: list[Any],
    namespace: Any = None,
) -> Any:
    frame = Frame()
    prepare(frame, executable, probe, values)
    frame.locals = namespace
    attach(frame, thread.frame)
    if thread.observer is not None:
        thread.observer.start(frame)
    return thread.evaluate(thread, frame)


#: what the host may give a signal handler last: a frame, none, or (in *args) both arguments
_SIGNAL_FRAMES = frozenset({FrameType, type(None), tuple})
_HANDLER_ARGUMENTS = (2, 3)


def _may_handle_signals(code: CodeType) -> bool:
    if code.co_kwonlyargcount or code.co_flags & CO_VARKEYWORDS:
        return False
    return bool(code.co_flags & CO_VARARGS) or code.co_argcount in _HANDLER_ARGUMENTS


def _interrupted(
    thread: ThreadState, executable: Executable, arguments: tuple[Any, ...]
) -> list[Any] | None:
    """The arguments of a signal's handler, where a function is called as one: it gets the guest's
    frame."""
    rest = type(arguments[-1]) is tuple
    given = (*arguments[:-1], *arguments[-1]) if rest else arguments
    if len(given) not in _HANDLER_ARGUMENTS or type(given[-2]) is not int:
        return None
    if (given[-1] is not None and type(given[-1]) is not FrameType) or thread.frame is None:
        return None
    try:
        handler = getsignal(given[-2])
    except (ValueError, OverflowError):  # it is no signal's number
        return None
    function = handler.__func__ if type(handler) is MethodType else handler
    if type(function) is not FunctionType or executable_behind(function.__code__) != executable:
        return None
    frame = answers.interrupted_frame(thread)
    if rest:
        return [*arguments[:-1], (*arguments[-1][:-1], frame)]
    return [*arguments[:-1], frame]


# -- making functions ------------------------------------------------------------------------


def make_function(code: CodeType, frame: Frame, below: Any, step: FunctionStep) -> FunctionType:
    """A function of a guest code object; `below` is the closure where it has free variables."""
    if step.code is not code:
        step.trampoline = trampoline_of(Executable(code))
        step.code = code
    assert step.trampoline is not None
    closure = None
    if code.co_freevars:
        closure = below if type(below) is tuple else tuple(CellType() for _ in code.co_freevars)
    parts = step.trampoline, frame.globals, None, None, closure
    return quietly(FunctionType, *parts) if settings.audited else FunctionType(*parts)


def make_function_with(
    code: CodeType, frame: Frame, attributes: list[Any], flags: int, step: FunctionStep
) -> FunctionType:
    """A function with the attributes that MAKE_FUNCTION's flags announce, in their order."""
    values = iter(attributes)
    given = {bit: next(values) for bit in (1, 2, 4, 8) if flags & bit}
    function = make_function(code, frame, given.get(8), step)
    for bit in (1, 2, 4):
        if bit in given:
            set_function_attribute(function, given[bit], bit)
    return function


def set_function_attribute(function: FunctionType, value: Any, flag: int) -> FunctionType:
    """Set what SET_FUNCTION_ATTRIBUTE's flag says (the closure is there already)."""
    if flag == 1:
        if settings.audited:
            quietly(setattr, function, "__defaults__", value)
        else:
            function.__defaults__ = value
    elif flag == 2:
        if settings.audited:
            quietly(setattr, function, "__kwdefaults__", value)
        else:
            function.__kwdefaults__ = value
    elif flag == 4:
        if type(value) is tuple:
            value = dict(zip(value[::2], value[1::2], strict=True))
        function.__annotations__ = value
    elif flag == 16:
        function.__annotate__ = value  # type: ignore[attr-defined]
        if _QUALIFIES_ANNOTATE:
            value.__qualname__ = f"{function.__qualname__}.__annotate__"
    return function


def _annotated() -> Any:
    """A function with annotations, compiled as the host does."""
    namespace: dict[str, Any] = {}
    exec(compile("def f(x: 1): pass", "<annotated>", "exec", dont_inherit=True), namespace)
    return namespace["f"]


#: whether the host names what gives a function's annotations after the function as it is set (late
#: releases of 3.14; the compiler does since 3.15)
_QUALIFIES_ANNOTATE = (
    getattr(getattr(_annotated(), "__annotate__", None), "__qualname__", "") == "f.__annotate__"
)


def binder_of(executable: Executable, function: FunctionType) -> FunctionType:
    """A native function that binds as the guest function does: it returns the list of values."""
    return quietly(_binder, executable.code, function)  # type: ignore[no-any-return]


def _binder(guest: CodeType, function: FunctionType) -> FunctionType:
    template = _template(guest, _BINDER, "binder")
    count = len(template.co_varnames)
    code = template.replace(
        co_varnames=guest.co_varnames[:count],
        co_name=guest.co_name,
        co_qualname=guest.co_qualname,
    )
    binder = FunctionType(code, {}, function.__name__, function.__defaults__)
    binder.__kwdefaults__ = function.__kwdefaults__
    binder.__qualname__ = function.__qualname__
    return binder


hide_all(globals())
