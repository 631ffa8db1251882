"""The evaluation loop of CPython 3.15, made by tools/generate_loops.py.

The instructions' meanings come from peephole.instructions, one leaf below for each.  The shape:
an instruction is a list [number of its leaf, first slot, operand, next instruction, step]; the
loop unpacks it and finds the leaf by comparing the number (a Huffman tree over how often each
leaf runs), with the body inlined there, because a call would cost more than the body does.
Locals and value stack are one list `r`; the decoder knows every slot's index, so nothing is
pushed or popped: a body reads and writes slots and clears what it consumed, so that objects die
when they do under CPython.  A call of a guest function changes `frame`, `r` and `node` and goes
on in the same loop.  The module of the same name in
`observed_loops` is the same with calls of the observer in it.
"""

# ruff: noqa
# mypy: ignore-errors

from peephole.machine.values import NULL as null
from peephole.machine.attributes import load_super_attr
from peephole.machine.calls import ANSWERED, arguments_of, blank_frame, bound_frame, call_other, call_special, call_with_names, call_with_unpacking, executable_of, frame_of_method
from peephole.machine.containers import Set, dict_merge, dict_update, list_extend, not_a_set
from peephole.machine.exceptions import check_eg_match, check_exc_match, handled_exception, raise_active, reraise, set_handled
from peephole.machine.formatting import build_interpolation, build_template, convert_value
from peephole.machine.frame import Frame
from peephole.machine.functions import make_function, set_function_attribute
from peephole.machine.hiding import own_frame, windowed
from peephole.machine.host import raise_again
from peephole.machine.importing import import_from
from peephole.machine.iterators import get_aiter, get_anext, get_awaitable, get_iter, send_virtual
from peephole.machine.lazy_imports import import_lazily
from peephole.machine.names import EMPTY_CELL, LazyImport, delete_deref, delete_global, delete_name, load_build_class, load_class_deref, load_deref, load_from_mapping, load_global, load_name, setup_annotations, store_name, unbound_local
from peephole.machine.patterns import is_mapping, is_sequence, match_class, match_keys
from peephole.machine.pending import put_off
from peephole.machine.settings import settings
from peephole.machine.special import calling, load_special
from peephole.machine.unpack import unpack_ex, unpack_sequence
from peephole.machine.unwinding import retire, unwind
from peephole.own_builtins import __builtins__
from types import BuiltinFunctionType, CellType, FunctionType, MethodType

@windowed
def evaluate(thread, frame, thrown=None):
    outer = thread.host
    thread.quiet = True  # no audit hook of the guest hears of the machine's own doings
    thread.host = own_frame()
    thread.quiet = False
    base = frame
    r = frame.r
    node = frame.node
    thread.frame = frame
    NULL = null
    if thrown is not None:
        thrown = thrown.pop()  # nothing else holds it
        frame = unwind(thread, frame, base, frame.step, thrown)
        if frame is None:
            thread.host = outer
            raise_again(thrown)  # its context stays
        thrown = None
        r = frame.r
        node = frame.node
    while True:
        try:
            op = None  # 3.11 looks for the handler of a signal before where it has jumped back to
            while True:
                op, s, x, node, step = node
                if op < 192:
                    if op < 81:
                        if op < 41:
                            if op < 40:
                                if op < 8:
                                    if op < 7:
                                        if op < 6:
                                            if op < 5:
                                                if op < 1:
                                                    # STORE_ATTR
                                                    setattr(r[s + 1], x, r[s])
                                                    r[s + 1] = r[s] = None
                                                else:
                                                    if op < 4:
                                                        if op < 3:
                                                            if op < 2:
                                                                # BINARY_OP 22
                                                                t_result = r[s]
                                                                t_result >>= r[x]
                                                                r[x] = None
                                                                r[s] = t_result
                                                                t_result = None
                                                            else:
                                                                # CONTAINS_OP 1
                                                                r[x], r[s] = None, r[s] not in r[x]
                                                        else:
                                                            # LIST_APPEND
                                                            r[s].append(r[s + (x - 1) + 1])
                                                            r[s + (x - 1) + 1] = None
                                                    else:
                                                        # STORE_FAST_LOAD_FAST
                                                        r[x[0]] = r[s]
                                                        r[s] = r[x[1]]
                                            else:
                                                # SWAP
                                                r[s], r[s + (x - 2) + 1] = r[s + (x - 2) + 1], r[s]
                                        else:
                                            # BINARY_OP 26
                                            r[x], r[s] = None, r[s][r[x]]
                                    else:
                                        # POP_JUMP_IF_FALSE
                                        if not r[s]:
                                            node = x
                                            r[s] = None
                                        else:
                                            r[s] = None
                                else:
                                    if op < 28:
                                        if op < 9:
                                            # LOAD_ATTR 0
                                            t_attr = getattr(r[s], x)
                                            r[s] = t_attr
                                            t_attr = None
                                        else:
                                            if op < 24:
                                                if op < 23:
                                                    if op < 22:
                                                        if op < 10:
                                                            # COMPARE_OP 17
                                                            r[x], r[s] = None, True if r[s] <= r[x] else False
                                                        else:
                                                            if op < 20:
                                                                if op < 11:
                                                                    # SET_FUNCTION_ATTRIBUTE
                                                                    r[s + 1], r[s] = None, set_function_attribute(r[s + 1], r[s], x)
                                                                else:
                                                                    if op < 17:
                                                                        if op < 12:
                                                                            # DICT_MERGE
                                                                            dict_merge(r[s], r[s + 3], r[s + (x - 1) + 4])
                                                                            r[s + (x - 1) + 4] = None
                                                                        else:
                                                                            if op < 16:
                                                                                if op < 14:
                                                                                    if op < 13:
                                                                                        # WITH_EXCEPT_START
                                                                                        t_exit_func = r[s]
                                                                                        t_exit_self = r[x]
                                                                                        t_val = r[s + 4]
                                                                                        if t_exit_self is NULL:
                                                                                            r[s + 5] = t_exit_func(type(t_val), t_val, t_val.__traceback__)
                                                                                            t_exit_func = t_exit_self = t_val = None
                                                                                        else:
                                                                                            r[s + 5] = t_exit_func(t_exit_self, type(t_val), t_val, t_val.__traceback__)
                                                                                            t_exit_func = t_exit_self = t_val = None
                                                                                    else:
                                                                                        # LOAD_BUILD_CLASS
                                                                                        r[s] = load_build_class(frame)
                                                                                else:
                                                                                    if op < 15:
                                                                                        # DICT_UPDATE
                                                                                        dict_update(r[s], r[s + (x - 1) + 1])
                                                                                        r[s + (x - 1) + 1] = None
                                                                                    else:
                                                                                        # BUILD_MAP
                                                                                        t_result = dict(zip(r[s:s + x * 2][0::2], r[s:s + x * 2][1::2]))
                                                                                        for i in range(s + (x * 2) + -1, s, -1):
                                                                                            r[i] = None
                                                                                        r[s] = t_result
                                                                                        t_result = None
                                                                            else:
                                                                                # FORMAT_WITH_SPEC
                                                                                r[x], r[s] = None, format(r[s], r[x])
                                                                    else:
                                                                        if op < 19:
                                                                            if op < 18:
                                                                                # DELETE_SUBSCR
                                                                                del r[s][r[x]]
                                                                                r[x] = r[s] = None
                                                                            else:
                                                                                # LOAD_NAME
                                                                                r[s] = load_name(frame, x)
                                                                        else:
                                                                            # MAP_ADD
                                                                            r[s][r[s + (x - 1) + 1]] = r[s + (x - 1) + 2]
                                                                            r[s + (x - 1) + 1] = r[s + (x - 1) + 2] = None
                                                            else:
                                                                if op < 21:
                                                                    # GET_ANEXT
                                                                    r[x] = get_anext(r[s])
                                                                else:
                                                                    # SET_ADD
                                                                    t_set = r[s]
                                                                    if type(t_set) is Set:
                                                                        t_set.add(r[s + (x - 1) + 1])
                                                                        t_set = r[s + (x - 1) + 1] = None
                                                                    else:
                                                                        not_a_set(t_set)
                                                                        t_set = r[s + (x - 1) + 1] = None
                                                    else:
                                                        # POP_ITER
                                                        r[x] = r[s] = None
                                                else:
                                                    # YIELD_VALUE
                                                    t_value = r[s]
                                                    r[s] = None
                                                    frame.node = node
                                                    frame.step = step
                                                    frame.ret = s
                                                    frame.suspended = True
                                                    thread.frame = frame.back
                                                    thread.host = outer
                                                    frame.back = None
                                                    return t_value
                                            else:
                                                if op < 25:
                                                    # WARM
                                                    x.count -= 1
                                                    if x.count:
                                                        node = s
                                                    else:
                                                        node = x.translate()
                                                else:
                                                    if op < 27:
                                                        if op < 26:
                                                            # BINARY_SLICE
                                                            r[s + 2], r[x], r[s] = None, None, r[s][r[x]:r[s + 2]]
                                                        else:
                                                            # JUMP_BACKWARD_NO_INTERRUPT
                                                            node = x
                                                    else:
                                                        # COPY_FREE_VARS
                                                        pass
                                    else:
                                        if op < 29:
                                            # BINARY_OP 10
                                            r[x], r[s] = None, r[s] - r[x]
                                        else:
                                            if op < 39:
                                                if op < 30:
                                                    # LOAD_FAST
                                                    r[s] = r[x]
                                                else:
                                                    if op < 37:
                                                        if op < 35:
                                                            if op < 31:
                                                                # UNARY_NEGATIVE
                                                                r[s] = -r[s]
                                                            else:
                                                                if op < 34:
                                                                    if op < 33:
                                                                        if op < 32:
                                                                            # STORE_NAME
                                                                            t_value = r[s]
                                                                            if frame.locals is None:
                                                                                store_name(frame, x, t_value)
                                                                            frame.locals[x] = t_value
                                                                            t_value = r[s] = None
                                                                        else:
                                                                            # BUILD_LIST
                                                                            r[s] = [*r[s:s + x]]
                                                                            for i in range(s + 1, s + (x)):
                                                                                r[i] = None
                                                                    else:
                                                                        # IS_OP 0
                                                                        r[x], r[s] = None, r[s] is r[x]
                                                                else:
                                                                    # UNARY_INVERT
                                                                    r[s] = ~r[s]
                                                        else:
                                                            if op < 36:
                                                                # BUILD_LIST 0
                                                                r[s] = []
                                                            else:
                                                                # LIST_EXTEND
                                                                list_extend(r[s], r[s + (x - 1) + 1])
                                                                r[s + (x - 1) + 1] = None
                                                    else:
                                                        if op < 38:
                                                            # RETURN_GENERATOR
                                                            r[s] = None
                                                        else:
                                                            # BINARY_OP 9
                                                            r[x], r[s] = None, r[s] >> r[x]
                                            else:
                                                # LOAD_COMMON_CONSTANT
                                                r[s] = x
                            else:
                                # LOAD_FAST_BORROW
                                r[s] = r[x]
                        else:
                            if op < 49:
                                if op < 42:
                                    # LOAD_SMALL_INT
                                    r[s] = x
                                else:
                                    if op < 48:
                                        if op < 43:
                                            # POP_TOP
                                            r[s] = None
                                        else:
                                            if op < 47:
                                                if op < 46:
                                                    if op < 44:
                                                        # POP_JUMP_IF_NONE
                                                        if r[s] is None:
                                                            node = x
                                                            r[s] = None
                                                        else:
                                                            r[s] = None
                                                    else:
                                                        if op < 45:
                                                            # JUMP_FORWARD
                                                            node = x
                                                        else:
                                                            # BINARY_OP 3
                                                            r[x], r[s] = None, r[s] << r[x]
                                                else:
                                                    # LOAD_GLOBAL 0
                                                    if x in frame.globals:
                                                        r[s] = frame.globals[x]
                                                    else:
                                                        if x in frame.builtins:
                                                            r[s] = frame.builtins[x]
                                                        else:
                                                            r[s] = load_global(frame, x)
                                            else:
                                                # BINARY_OP 6
                                                r[x], r[s] = None, r[s] % r[x]
                                    else:
                                        # RESUME
                                        pass
                            else:
                                if op < 69:
                                    if op < 67:
                                        if op < 51:
                                            if op < 50:
                                                # CALL 2
                                                t_self_or_null = r[s + 1]
                                                if t_self_or_null is NULL:
                                                    t_arguments = [r[s + 2], r[s + 3]]
                                                    t_count = x
                                                else:
                                                    t_arguments = [t_self_or_null, r[s + 2], r[s + 3]]
                                                    t_count = x + 1
                                                t_callable = r[s]
                                                if type(t_callable) is FunctionType:
                                                    t_executable = step.executable if step.function() is t_callable else executable_of(t_callable, step)
                                                    if t_executable is not None:
                                                        if t_executable.arity == t_count and frame.depth < settings.limit:
                                                            t_callee = t_executable.pool.pop() if t_executable.pool else blank_frame(t_executable)
                                                            t_callee.depth = frame.depth + 1
                                                            t_callee.function = t_callable
                                                            t_callee.globals = t_callable.__globals__
                                                            t_callee.builtins = t_callable.__builtins__
                                                            t_arguments += t_executable.tail
                                                            if t_executable.free:
                                                                t_arguments[t_executable.first_free:t_executable.size] = t_callable.__closure__
                                                            t_callee.r = t_arguments
                                                            t_callee.node = t_executable.entry
                                                            t_callee.back = frame
                                                            t_callee = t_callee
                                                            r[s + 3] = r[s + 2] = r[s + 1] = r[s] = t_arguments = t_callable = t_self_or_null = t_value = None
                                                            t_callee.ret = s
                                                            frame.node = node
                                                            frame.step = step
                                                            frame = thread.frame = t_callee
                                                            t_callee = None
                                                            r = frame.r
                                                            node = frame.node
                                                            continue
                                                        else:
                                                            t_callee = bound_frame(t_executable, t_callable, t_arguments, {}, frame)
                                                            r[s + 3] = r[s + 2] = r[s + 1] = r[s] = t_arguments = t_callable = t_self_or_null = t_value = None
                                                            t_callee.ret = s
                                                            frame.node = node
                                                            frame.step = step
                                                            frame = thread.frame = t_callee
                                                            t_callee = None
                                                            r = frame.r
                                                            node = frame.node
                                                            continue
                                                else:
                                                    if type(t_callable) is BuiltinFunctionType and t_callable not in ANSWERED:
                                                        r[s] = t_callable(*t_arguments)
                                                        t_arguments = t_callee = t_self_or_null = t_value = r[s + 3] = r[s + 2] = r[s + 1] = t_callable = None
                                                        continue
                                                t_value = call_other(thread, frame, step, t_callable, t_arguments)
                                                if type(t_value) is Frame:
                                                    t_callee = t_value
                                                    r[s + 3] = r[s + 2] = r[s + 1] = r[s] = t_arguments = t_callable = t_self_or_null = t_value = None
                                                    t_callee.ret = s
                                                    frame.node = node
                                                    frame.step = step
                                                    frame = thread.frame = t_callee
                                                    t_callee = None
                                                    r = frame.r
                                                    node = frame.node
                                                else:
                                                    r[s] = t_value
                                                    t_arguments = t_callee = t_self_or_null = t_value = r[s + 3] = r[s + 2] = r[s + 1] = t_callable = None
                                            else:
                                                # LOAD_DEREF
                                                if r[x] == EMPTY_CELL:
                                                    load_deref(r[x], frame, x)
                                                r[s] = r[x].cell_contents
                                        else:
                                            if op < 63:
                                                if op < 58:
                                                    if op < 52:
                                                        # BINARY_OP 23
                                                        t_result = r[s]
                                                        t_result -= r[x]
                                                        r[x] = None
                                                        r[s] = t_result
                                                        t_result = None
                                                    else:
                                                        if op < 57:
                                                            if op < 53:
                                                                # MAKE_FUNCTION
                                                                r[s] = make_function(r[s], frame, r[s - 1], step)
                                                            else:
                                                                if op < 55:
                                                                    if op < 54:
                                                                        # LOAD_SUPER_ATTR 1
                                                                        t_self = r[s + 2]
                                                                        t_attr = load_super_attr(r[s], r[s + 1], t_self, x, step.oparg)
                                                                        if type(t_attr) is MethodType and t_attr.__self__ is t_self:
                                                                            r[s], r[s + 1] = t_attr.__func__, t_self
                                                                            t_attr = t_self = r[s + 2] = None
                                                                        else:
                                                                            r[s], r[s + 1] = t_attr, NULL
                                                                            t_attr = t_self = r[s + 2] = None
                                                                    else:
                                                                        # UNPACK_EX
                                                                        r[s:s + (x >> 8)], r[s + (x >> 8)], r[s + (x >> 8) + 1:s + (x >> 8) + (x & 0xFF) + 1] = unpack_ex(r[s], x & 255, x >> 8)
                                                                        for i in range(s + (x >> 8) + (x & 0xFF) + 1, s + 1):
                                                                            r[i] = None
                                                                else:
                                                                    if op < 56:
                                                                        # BUILD_STRING
                                                                        t_result = ''.join(r[s:s + x])
                                                                        for i in range(s + (x) + -1, s, -1):
                                                                            r[i] = None
                                                                        r[s] = t_result
                                                                        t_result = None
                                                                    else:
                                                                        # BUILD_TUPLE 1
                                                                        r[s] = (r[s],)
                                                        else:
                                                            # GET_LEN
                                                            r[x] = len(r[s])
                                                else:
                                                    if op < 61:
                                                        if op < 60:
                                                            if op < 59:
                                                                # CHECK_EXC_MATCH
                                                                r[x] = check_exc_match(r[s], r[x])
                                                            else:
                                                                # BINARY_OP 4
                                                                r[x], r[s] = None, r[s] @ r[x]
                                                        else:
                                                            # BINARY_OP 25
                                                            t_result = r[s]
                                                            t_result ^= r[x]
                                                            r[x] = None
                                                            r[s] = t_result
                                                            t_result = None
                                                    else:
                                                        if op < 62:
                                                            # BUILD_TUPLE 2
                                                            r[s] = (r[s], r[x])
                                                            r[x] = None
                                                        else:
                                                            # COMPARE_OP 2
                                                            r[x], r[s] = None, r[s] == r[x]
                                            else:
                                                if op < 66:
                                                    if op < 64:
                                                        # COMPARE_OP 3
                                                        r[x], r[s] = None, r[s] != r[x]
                                                    else:
                                                        if op < 65:
                                                            # MATCH_CLASS
                                                            r[s + 2], r[s + 1], r[s] = None, None, match_class(r[s], r[s + 1], x, r[s + 2])
                                                        else:
                                                            # LOAD_FAST_LOAD_FAST
                                                            r[s], r[s + 1] = r[x[0]], r[x[1]]
                                                else:
                                                    # BINARY_OP 1
                                                    r[x], r[s] = None, r[s] & r[x]
                                    else:
                                        if op < 68:
                                            # COMPARE_OP 16
                                            r[x], r[s] = None, True if r[s] < r[x] else False
                                        else:
                                            # COMPARE_OP 18
                                            r[x], r[s] = None, True if r[s] == r[x] else False
                                else:
                                    if op < 70:
                                        # BINARY_OP 0
                                        r[x], r[s] = None, r[s] + r[x]
                                    else:
                                        if op < 71:
                                            # LOAD_CONST
                                            r[s] = x
                                        else:
                                            if op < 72:
                                                # UNPACK_SEQUENCE 2
                                                t_first, t_second = r[s]
                                                r[s], r[x] = t_second, t_first
                                                t_first = t_second = None
                                            else:
                                                if op < 79:
                                                    if op < 78:
                                                        if op < 75:
                                                            if op < 74:
                                                                if op < 73:
                                                                    # CALL_FUNCTION_EX
                                                                    t_func = r[s]
                                                                    t_kwargs_or_null = r[s + 3]
                                                                    r[s + 2] = r[s + 2] if type(r[s + 2]) is tuple else arguments_of(t_func, r[s + 2])
                                                                    t_value = call_with_unpacking(thread, frame, step, t_func, r[s + 2], None if t_kwargs_or_null is NULL else t_kwargs_or_null)
                                                                    if type(t_value) is Frame:
                                                                        t_callee = t_value
                                                                        r[s + 3] = r[s + 2] = r[x] = r[s] = t_func = t_kwargs_or_null = t_value = None
                                                                        t_callee.ret = s
                                                                        frame.node = node
                                                                        frame.step = step
                                                                        frame = thread.frame = t_callee
                                                                        t_callee = None
                                                                        r = frame.r
                                                                        node = frame.node
                                                                    else:
                                                                        r[s] = t_value
                                                                        t_callee = t_kwargs_or_null = t_value = r[s + 3] = r[s + 2] = r[x] = t_func = None
                                                                else:
                                                                    # UNPACK_SEQUENCE
                                                                    r[s:s + (x)] = unpack_sequence(r[s], x)
                                                                    for i in range(s + (x), s + 1):
                                                                        r[i] = None
                                                            else:
                                                                # POP_EXCEPT
                                                                set_handled(r[s])
                                                                r[s] = None
                                                        else:
                                                            if op < 76:
                                                                # PUSH_EXC_INFO
                                                                t_new_exc = r[s]
                                                                t_previous = handled_exception()
                                                                set_handled(t_new_exc)
                                                                r[s], r[x] = t_previous, t_new_exc
                                                                t_previous = t_new_exc = None
                                                            else:
                                                                if op < 77:
                                                                    # COMPARE_OP 5
                                                                    r[x], r[s] = None, r[s] >= r[x]
                                                                else:
                                                                    # FORMAT_SIMPLE
                                                                    t_value = r[s]
                                                                    r[s] = t_value if type(t_value) is str else format(t_value, '')
                                                                    t_value = None
                                                    else:
                                                        # SEND
                                                        t_index, t_value, t_returned = send_virtual(r[s], r[s + 1], r[s + 2])
                                                        if t_returned:
                                                            node = x
                                                            r[s + 1], r[s + 2] = t_index, t_value
                                                            t_value = None
                                                        else:
                                                            r[s + 1], r[s + 2] = t_index, t_value
                                                            t_value = None
                                                else:
                                                    if op < 80:
                                                        # POP_JUMP_IF_NOT_NONE
                                                        if r[s] is not None:
                                                            node = x
                                                            r[s] = None
                                                        else:
                                                            r[s] = None
                                                    else:
                                                        # COMPARE_OP 19
                                                        r[x], r[s] = None, True if r[s] != r[x] else False
                    else:
                        if op < 168:
                            if op < 85:
                                if op < 83:
                                    if op < 82:
                                        # NOT_TAKEN
                                        pass
                                    else:
                                        # RETURN_VALUE
                                        t_value = r[s]
                                        t_left = None
                                        if frame is base:
                                            if frame.husk is not None:
                                                retire(frame)
                                            thread.frame = frame.back
                                            thread.host = outer
                                            return t_value
                                        t_left = frame
                                        s = frame.ret
                                        frame = thread.frame = frame.back
                                        r = frame.r
                                        node = frame.node
                                        r[s] = t_value
                                        t_value = None
                                        if t_left.husk is not None:
                                            retire(t_left)
                                        else:
                                            t_left.r = t_left.function = t_left.globals = t_left.back = None
                                            t_left.executable.pool.append(t_left)
                                        t_left = None
                                else:
                                    if op < 84:
                                        # JUMP_BACKWARD
                                        node = x
                                    else:
                                        # CALL 1
                                        t_self_or_null = r[s + 1]
                                        if t_self_or_null is NULL:
                                            t_arguments = [r[s + 2]]
                                            t_count = x
                                        else:
                                            t_arguments = [t_self_or_null, r[s + 2]]
                                            t_count = x + 1
                                        t_callable = r[s]
                                        if type(t_callable) is FunctionType:
                                            t_executable = step.executable if step.function() is t_callable else executable_of(t_callable, step)
                                            if t_executable is not None:
                                                if t_executable.arity == t_count and frame.depth < settings.limit:
                                                    t_callee = t_executable.pool.pop() if t_executable.pool else blank_frame(t_executable)
                                                    t_callee.depth = frame.depth + 1
                                                    t_callee.function = t_callable
                                                    t_callee.globals = t_callable.__globals__
                                                    t_callee.builtins = t_callable.__builtins__
                                                    t_arguments += t_executable.tail
                                                    if t_executable.free:
                                                        t_arguments[t_executable.first_free:t_executable.size] = t_callable.__closure__
                                                    t_callee.r = t_arguments
                                                    t_callee.node = t_executable.entry
                                                    t_callee.back = frame
                                                    t_callee = t_callee
                                                    r[s + 2] = r[s + 1] = r[s] = t_arguments = t_callable = t_self_or_null = t_value = None
                                                    t_callee.ret = s
                                                    frame.node = node
                                                    frame.step = step
                                                    frame = thread.frame = t_callee
                                                    t_callee = None
                                                    r = frame.r
                                                    node = frame.node
                                                    continue
                                                else:
                                                    t_callee = bound_frame(t_executable, t_callable, t_arguments, {}, frame)
                                                    r[s + 2] = r[s + 1] = r[s] = t_arguments = t_callable = t_self_or_null = t_value = None
                                                    t_callee.ret = s
                                                    frame.node = node
                                                    frame.step = step
                                                    frame = thread.frame = t_callee
                                                    t_callee = None
                                                    r = frame.r
                                                    node = frame.node
                                                    continue
                                        else:
                                            if type(t_callable) is BuiltinFunctionType and t_callable not in ANSWERED:
                                                r[s] = t_callable(*t_arguments)
                                                t_arguments = t_callee = t_self_or_null = t_value = r[s + 2] = r[s + 1] = t_callable = None
                                                continue
                                        t_value = call_other(thread, frame, step, t_callable, t_arguments)
                                        if type(t_value) is Frame:
                                            t_callee = t_value
                                            r[s + 2] = r[s + 1] = r[s] = t_arguments = t_callable = t_self_or_null = t_value = None
                                            t_callee.ret = s
                                            frame.node = node
                                            frame.step = step
                                            frame = thread.frame = t_callee
                                            t_callee = None
                                            r = frame.r
                                            node = frame.node
                                        else:
                                            r[s] = t_value
                                            t_arguments = t_callee = t_self_or_null = t_value = r[s + 2] = r[s + 1] = t_callable = None
                            else:
                                if op < 165:
                                    if op < 94:
                                        if op < 93:
                                            if op < 91:
                                                if op < 86:
                                                    # GET_ITER
                                                    t_iterable = r[s]
                                                    if type(t_iterable) is list or type(t_iterable) is tuple:
                                                        r[s], r[s + 1] = t_iterable, 0
                                                        t_iterable = None
                                                    else:
                                                        r[s], r[s + 1] = get_iter(t_iterable, x, frame), NULL
                                                        t_iterable = None
                                                else:
                                                    if op < 88:
                                                        if op < 87:
                                                            # COMPARE_OP 0
                                                            r[x], r[s] = None, r[s] < r[x]
                                                        else:
                                                            # MATCH_SEQUENCE
                                                            r[x] = is_sequence(r[s])
                                                    else:
                                                        if op < 90:
                                                            if op < 89:
                                                                # COMPARE_OP 4
                                                                r[x], r[s] = None, r[s] > r[x]
                                                            else:
                                                                # LOAD_FAST_AND_CLEAR
                                                                t_value = r[x]
                                                                r[x] = NULL
                                                                r[s] = t_value
                                                                t_value = None
                                                        else:
                                                            # BINARY_OP 8
                                                            r[x], r[s] = None, r[s] ** r[x]
                                            else:
                                                if op < 92:
                                                    # NOP
                                                    pass
                                                else:
                                                    # UNPACK_SEQUENCE 3
                                                    t_first, t_second, t_third = r[s]
                                                    r[s], r[x], r[s + 2] = t_third, t_second, t_first
                                                    t_first = t_second = t_third = None
                                        else:
                                            # COPY
                                            r[s + (x - 1) + 1] = r[s]
                                    else:
                                        if op < 164:
                                            if op < 163:
                                                if op < 162:
                                                    if op < 161:
                                                        if op < 160:
                                                            if op < 159:
                                                                if op < 95:
                                                                    # BUILD_TUPLE 3
                                                                    r[s] = (r[s], r[x], r[s + 2])
                                                                    r[x] = r[s + 2] = None
                                                                else:
                                                                    if op < 157:
                                                                        if op < 154:
                                                                            if op < 122:
                                                                                if op < 97:
                                                                                    if op < 96:
                                                                                        # BUILD_LIST 2
                                                                                        r[s] = [r[s], r[x]]
                                                                                        r[x] = None
                                                                                    else:
                                                                                        # COMPARE_OP 1
                                                                                        r[x], r[s] = None, r[s] <= r[x]
                                                                                else:
                                                                                    if op < 114:
                                                                                        if op < 110:
                                                                                            if op < 108:
                                                                                                if op < 99:
                                                                                                    if op < 98:
                                                                                                        # LOAD_GLOBAL_CHECKED 0
                                                                                                        if x in frame.globals:
                                                                                                            t_value = frame.globals[x]
                                                                                                            if type(t_value) is not LazyImport:
                                                                                                                r[s] = t_value
                                                                                                                t_value = None
                                                                                                                continue
                                                                                                        r[s] = load_global(frame, x)
                                                                                                        t_value = None
                                                                                                    else:
                                                                                                        # LOAD_FROM_DICT_OR_GLOBALS
                                                                                                        r[s] = load_from_mapping(r[s], frame, x)
                                                                                                else:
                                                                                                    if op < 100:
                                                                                                        # LOAD_FROM_DICT_OR_DEREF
                                                                                                        r[s] = load_class_deref(r[s], r[x], frame, x)
                                                                                                    else:
                                                                                                        if op < 104:
                                                                                                            if op < 102:
                                                                                                                if op < 101:
                                                                                                                    # IMPORT_FROM
                                                                                                                    r[s + 1] = import_from(r[s], x, frame)
                                                                                                                else:
                                                                                                                    # IMPORT_NAME
                                                                                                                    r[s + 1], r[s] = None, import_lazily(frame, x, r[s + 1], r[s], step.oparg)
                                                                                                            else:
                                                                                                                if op < 103:
                                                                                                                    # SET_UPDATE
                                                                                                                    r[s].update(r[s + (x - 1) + 1])
                                                                                                                    r[s + (x - 1) + 1] = None
                                                                                                                else:
                                                                                                                    # BUILD_SLICE 2
                                                                                                                    r[s] = slice(r[s], r[x])
                                                                                                                    r[x] = None
                                                                                                        else:
                                                                                                            if op < 106:
                                                                                                                if op < 105:
                                                                                                                    # BUILD_TUPLE
                                                                                                                    r[s] = (*r[s:s + x],)
                                                                                                                    for i in range(s + 1, s + (x)):
                                                                                                                        r[i] = None
                                                                                                                else:
                                                                                                                    # UNARY_NOT
                                                                                                                    r[s] = not r[s]
                                                                                                            else:
                                                                                                                if op < 107:
                                                                                                                    # LOAD_LOCALS
                                                                                                                    r[s] = frame.locals
                                                                                                                else:
                                                                                                                    # LOAD_FAST_CHECK
                                                                                                                    if r[x] is NULL:
                                                                                                                        unbound_local(frame, x)
                                                                                                                    r[s] = r[x]
                                                                                            else:
                                                                                                if op < 109:
                                                                                                    # PROBE
                                                                                                    node = x(thread, frame, step, node)
                                                                                                else:
                                                                                                    # EXTENDED_ARG
                                                                                                    pass
                                                                                        else:
                                                                                            if op < 112:
                                                                                                if op < 111:
                                                                                                    # INTERPRETER_EXIT
                                                                                                    t_value = r[s]
                                                                                                    t_left = None
                                                                                                    if frame is base:
                                                                                                        if frame.husk is not None:
                                                                                                            retire(frame)
                                                                                                        thread.frame = frame.back
                                                                                                        thread.host = outer
                                                                                                        return t_value
                                                                                                    t_left = frame
                                                                                                    s = frame.ret
                                                                                                    frame = thread.frame = frame.back
                                                                                                    r = frame.r
                                                                                                    node = frame.node
                                                                                                    r[s] = t_value
                                                                                                    t_value = None
                                                                                                    if t_left.husk is not None:
                                                                                                        retire(t_left)
                                                                                                    else:
                                                                                                        t_left.r = t_left.function = t_left.globals = t_left.back = None
                                                                                                        t_left.executable.pool.append(t_left)
                                                                                                    t_left = None
                                                                                                else:
                                                                                                    # TRACE_RECORD
                                                                                                    raise SystemError('TRACE_RECORD is not for code that was read or compiled.')
                                                                                            else:
                                                                                                if op < 113:
                                                                                                    # ENTER_EXECUTOR
                                                                                                    raise SystemError('ENTER_EXECUTOR is not for code that was read or compiled.')
                                                                                                else:
                                                                                                    # RESERVED
                                                                                                    raise SystemError('Executing RESERVED instruction.')
                                                                                    else:
                                                                                        if op < 118:
                                                                                            if op < 116:
                                                                                                if op < 115:
                                                                                                    # CACHE
                                                                                                    raise SystemError('Executing a cache.')
                                                                                                else:
                                                                                                    # CALL_INTRINSIC_2
                                                                                                    r[s + 1], r[s] = None, x(r[s], r[s + 1])
                                                                                            else:
                                                                                                if op < 117:
                                                                                                    # CLEANUP_THROW
                                                                                                    t_exc_value = r[s + 3]
                                                                                                    if not isinstance(t_exc_value, StopIteration):
                                                                                                        reraise(thread, t_exc_value)
                                                                                                    r[s], r[x], r[s + 2] = None, NULL, t_exc_value.value
                                                                                                    t_exc_value = r[s + 3] = None
                                                                                                else:
                                                                                                    # CHECK_EG_MATCH
                                                                                                    t_rest, t_match = check_eg_match(r[s], r[x], frame, step)
                                                                                                    r[s], r[x] = t_rest, t_match
                                                                                                    t_match = t_rest = None
                                                                                        else:
                                                                                            if op < 120:
                                                                                                if op < 119:
                                                                                                    # RERAISE
                                                                                                    reraise(thread, r[s + x])
                                                                                                    r[s + (x)] = None
                                                                                                else:
                                                                                                    # RAISE_VARARGS 2
                                                                                                    raise r[s] from r[x]
                                                                                            else:
                                                                                                if op < 121:
                                                                                                    # RAISE_VARARGS 1
                                                                                                    raise r[s]
                                                                                                else:
                                                                                                    # RAISE_VARARGS 0
                                                                                                    raise_active(thread)
                                                                            else:
                                                                                if op < 138:
                                                                                    if op < 130:
                                                                                        if op < 126:
                                                                                            if op < 124:
                                                                                                if op < 123:
                                                                                                    # EXIT_INIT_CHECK
                                                                                                    t_should_be_none = r[s]
                                                                                                    if t_should_be_none is not None:
                                                                                                        raise TypeError(f"__init__() should return None, not '{type(t_should_be_none).__name__}'")
                                                                                                    else:
                                                                                                        t_should_be_none = r[s] = None
                                                                                                else:
                                                                                                    # CALL_SPECIAL
                                                                                                    t_callable = r[s]
                                                                                                    t_self_or_null = r[x]
                                                                                                    if t_self_or_null is NULL:
                                                                                                        if type(t_callable) is BuiltinFunctionType and t_callable not in ANSWERED:
                                                                                                            t_value = calling[t_callable]
                                                                                                            r[s] = t_value
                                                                                                            t_arguments = t_self_or_null = t_value = r[x] = t_callable = None
                                                                                                            step = node[4]
                                                                                                            if thread.late is not None:
                                                                                                                node = put_off(thread, node)
                                                                                                            continue
                                                                                                        else:
                                                                                                            t_arguments = []
                                                                                                            t_count = 0
                                                                                                    else:
                                                                                                        t_arguments = [t_self_or_null]
                                                                                                        t_count = 1
                                                                                                    if type(t_callable) is FunctionType:
                                                                                                        if type(t_callable) is FunctionType:
                                                                                                            t_executable = step.executable if step.function() is t_callable else executable_of(t_callable, step)
                                                                                                            if t_executable is not None:
                                                                                                                if t_executable.arity == t_count and frame.depth < settings.limit:
                                                                                                                    t_callee = t_executable.pool.pop() if t_executable.pool else blank_frame(t_executable)
                                                                                                                    t_callee.depth = frame.depth + 1
                                                                                                                    t_callee.function = t_callable
                                                                                                                    t_callee.globals = t_callable.__globals__
                                                                                                                    t_callee.builtins = t_callable.__builtins__
                                                                                                                    t_arguments += t_executable.tail
                                                                                                                    if t_executable.free:
                                                                                                                        t_arguments[t_executable.first_free:t_executable.size] = t_callable.__closure__
                                                                                                                    t_callee.r = t_arguments
                                                                                                                    t_callee.node = t_executable.entry
                                                                                                                    t_callee.back = frame
                                                                                                                    t_callee = t_callee
                                                                                                                    r[x] = r[s] = t_arguments = t_callable = t_self_or_null = t_value = None
                                                                                                                    t_callee.ret = s
                                                                                                                    frame.node = node
                                                                                                                    frame.step = step
                                                                                                                    frame = thread.frame = t_callee
                                                                                                                    t_callee = None
                                                                                                                    r = frame.r
                                                                                                                    node = frame.node
                                                                                                                    continue
                                                                                                                else:
                                                                                                                    t_callee = bound_frame(t_executable, t_callable, t_arguments, {}, frame)
                                                                                                                    r[x] = r[s] = t_arguments = t_callable = t_self_or_null = t_value = None
                                                                                                                    t_callee.ret = s
                                                                                                                    frame.node = node
                                                                                                                    frame.step = step
                                                                                                                    frame = thread.frame = t_callee
                                                                                                                    t_callee = None
                                                                                                                    r = frame.r
                                                                                                                    node = frame.node
                                                                                                                    continue
                                                                                                        else:
                                                                                                            if type(t_callable) is BuiltinFunctionType and t_callable not in ANSWERED:
                                                                                                                r[s] = t_callable(*t_arguments)
                                                                                                                t_arguments = t_callee = t_self_or_null = t_value = r[x] = t_callable = None
                                                                                                                continue
                                                                                                        t_value = call_other(thread, frame, step, t_callable, t_arguments)
                                                                                                        if type(t_value) is Frame:
                                                                                                            t_callee = t_value
                                                                                                            r[x] = r[s] = t_arguments = t_callable = t_self_or_null = t_value = None
                                                                                                            t_callee.ret = s
                                                                                                            frame.node = node
                                                                                                            frame.step = step
                                                                                                            frame = thread.frame = t_callee
                                                                                                            t_callee = None
                                                                                                            r = frame.r
                                                                                                            node = frame.node
                                                                                                        else:
                                                                                                            r[s] = t_value
                                                                                                            t_arguments = t_callee = t_self_or_null = t_value = r[x] = t_callable = None
                                                                                                    else:
                                                                                                        if type(t_callable) is MethodType:
                                                                                                            t_value = frame_of_method(t_callable, t_arguments, frame)
                                                                                                            if t_value is not None:
                                                                                                                t_callee = t_value
                                                                                                                r[x] = r[s] = t_arguments = t_callable = t_self_or_null = t_value = None
                                                                                                                t_callee.ret = s
                                                                                                                frame.node = node
                                                                                                                frame.step = step
                                                                                                                frame = thread.frame = t_callee
                                                                                                                t_callee = None
                                                                                                                r = frame.r
                                                                                                                node = frame.node
                                                                                                                continue
                                                                                                        t_value = call_special(thread, frame, step, t_callable, t_arguments)
                                                                                                        r[s] = t_value
                                                                                                        t_arguments = t_callee = t_self_or_null = t_value = r[x] = t_callable = None
                                                                                                        step = node[4]
                                                                                                        if thread.late is not None:
                                                                                                            node = put_off(thread, node)
                                                                                            else:
                                                                                                if op < 125:
                                                                                                    # BUILD_TEMPLATE
                                                                                                    r[x], r[s] = None, build_template(r[s], r[x])
                                                                                                else:
                                                                                                    # BUILD_INTERPOLATION
                                                                                                    t_result = build_interpolation(r[s], r[s + 1], r[s + 2:s + (x & 1) + 2], x)
                                                                                                    for i in range(s + (x & 1) + 1, s, -1):
                                                                                                        r[i] = None
                                                                                                    r[s] = t_result
                                                                                                    t_result = None
                                                                                        else:
                                                                                            if op < 128:
                                                                                                if op < 127:
                                                                                                    # CONVERT_VALUE
                                                                                                    r[s] = convert_value(r[s], x)
                                                                                                else:
                                                                                                    # UNPACK_SEQUENCE 4
                                                                                                    t_first, t_second, t_third, t_fourth = r[s]
                                                                                                    r[s], r[x], r[s + 2], r[s + 3] = t_fourth, t_third, t_second, t_first
                                                                                                    t_first = t_fourth = t_second = t_third = None
                                                                                            else:
                                                                                                if op < 129:
                                                                                                    # UNPACK_SEQUENCE 1
                                                                                                    t_only, = r[s]
                                                                                                    r[s] = t_only
                                                                                                    t_only = None
                                                                                                else:
                                                                                                    # BUILD_SLICE
                                                                                                    r[s] = slice(r[s], r[s + 1], *r[s + 2:s + (x - 2) + 2])
                                                                                                    for i in range(s + 1, s + (x - 2) + 2):
                                                                                                        r[i] = None
                                                                                    else:
                                                                                        if op < 134:
                                                                                            if op < 132:
                                                                                                if op < 131:
                                                                                                    # END_FOR
                                                                                                    r[s] = None
                                                                                                else:
                                                                                                    # STORE_SLICE
                                                                                                    r[x][r[s + 2]:r[s + 3]] = r[s]
                                                                                                    r[s + 2] = r[s + 3] = r[x] = r[s] = None
                                                                                            else:
                                                                                                if op < 133:
                                                                                                    # BINARY_OP 24
                                                                                                    t_result = r[s]
                                                                                                    t_result /= r[x]
                                                                                                    r[x] = None
                                                                                                    r[s] = t_result
                                                                                                    t_result = None
                                                                                                else:
                                                                                                    # BINARY_OP 21
                                                                                                    t_result = r[s]
                                                                                                    t_result **= r[x]
                                                                                                    r[x] = None
                                                                                                    r[s] = t_result
                                                                                                    t_result = None
                                                                                        else:
                                                                                            if op < 136:
                                                                                                if op < 135:
                                                                                                    # BINARY_OP 20
                                                                                                    t_result = r[s]
                                                                                                    t_result |= r[x]
                                                                                                    r[x] = None
                                                                                                    r[s] = t_result
                                                                                                    t_result = None
                                                                                                else:
                                                                                                    # BINARY_OP 19
                                                                                                    t_result = r[s]
                                                                                                    t_result %= r[x]
                                                                                                    r[x] = None
                                                                                                    r[s] = t_result
                                                                                                    t_result = None
                                                                                            else:
                                                                                                if op < 137:
                                                                                                    # BINARY_OP 18
                                                                                                    t_result = r[s]
                                                                                                    t_result *= r[x]
                                                                                                    r[x] = None
                                                                                                    r[s] = t_result
                                                                                                    t_result = None
                                                                                                else:
                                                                                                    # BINARY_OP 17
                                                                                                    t_result = r[s]
                                                                                                    t_result @= r[x]
                                                                                                    r[x] = None
                                                                                                    r[s] = t_result
                                                                                                    t_result = None
                                                                                else:
                                                                                    if op < 146:
                                                                                        if op < 142:
                                                                                            if op < 140:
                                                                                                if op < 139:
                                                                                                    # BINARY_OP 16
                                                                                                    t_result = r[s]
                                                                                                    t_result <<= r[x]
                                                                                                    r[x] = None
                                                                                                    r[s] = t_result
                                                                                                    t_result = None
                                                                                                else:
                                                                                                    # BINARY_OP 15
                                                                                                    t_result = r[s]
                                                                                                    t_result //= r[x]
                                                                                                    r[x] = None
                                                                                                    r[s] = t_result
                                                                                                    t_result = None
                                                                                            else:
                                                                                                if op < 141:
                                                                                                    # BINARY_OP 14
                                                                                                    t_result = r[s]
                                                                                                    t_result &= r[x]
                                                                                                    r[x] = None
                                                                                                    r[s] = t_result
                                                                                                    t_result = None
                                                                                                else:
                                                                                                    # BINARY_OP 12
                                                                                                    r[x], r[s] = None, r[s] ^ r[x]
                                                                                        else:
                                                                                            if op < 144:
                                                                                                if op < 143:
                                                                                                    # DELETE_ATTR_ANSWERED
                                                                                                    x(r[s])
                                                                                                    r[s] = None
                                                                                                else:
                                                                                                    # DELETE_ATTR
                                                                                                    delattr(r[s], x)
                                                                                                    r[s] = None
                                                                                            else:
                                                                                                if op < 145:
                                                                                                    # STORE_ATTR_ANSWERED
                                                                                                    x(r[s + 1], r[s])
                                                                                                    r[s + 1] = r[s] = None
                                                                                                else:
                                                                                                    # LOAD_SUPER_ATTR 0
                                                                                                    t_attr = load_super_attr(r[s], r[s + 1], r[s + 2], x, step.oparg)
                                                                                                    r[s + 2] = r[s + 1] = None
                                                                                                    r[s] = t_attr
                                                                                                    t_attr = None
                                                                                    else:
                                                                                        if op < 150:
                                                                                            if op < 148:
                                                                                                if op < 147:
                                                                                                    # LOAD_ATTR_ANSWERED 1
                                                                                                    r[s], r[s + 1] = x(r[s], frame), NULL
                                                                                                else:
                                                                                                    # LOAD_ATTR_ANSWERED 0
                                                                                                    r[s] = x(r[s], frame)
                                                                                            else:
                                                                                                if op < 149:
                                                                                                    # SETUP_ANNOTATIONS
                                                                                                    setup_annotations(frame)
                                                                                                else:
                                                                                                    # DELETE_NAME
                                                                                                    delete_name(frame, x)
                                                                                        else:
                                                                                            if op < 152:
                                                                                                if op < 151:
                                                                                                    # DELETE_GLOBAL
                                                                                                    delete_global(frame, x)
                                                                                                else:
                                                                                                    # STORE_GLOBAL
                                                                                                    frame.globals[x] = r[s]
                                                                                                    r[s] = None
                                                                                            else:
                                                                                                if op < 153:
                                                                                                    # DELETE_DEREF
                                                                                                    delete_deref(r[x], frame, x)
                                                                                                else:
                                                                                                    # LOAD_GLOBAL_CHECKED 1
                                                                                                    if x in frame.globals:
                                                                                                        t_value = frame.globals[x]
                                                                                                        if type(t_value) is not LazyImport:
                                                                                                            r[s], r[s + 1] = t_value, NULL
                                                                                                            t_value = None
                                                                                                            continue
                                                                                                    r[s], r[s + 1] = load_global(frame, x), NULL
                                                                                                    t_value = None
                                                                        else:
                                                                            if op < 155:
                                                                                # BUILD_SLICE 3
                                                                                r[s] = slice(r[s], r[x], r[s + 2])
                                                                                r[x] = r[s + 2] = None
                                                                            else:
                                                                                if op < 156:
                                                                                    # END_ASYNC_FOR
                                                                                    t_exc = r[x]
                                                                                    if not isinstance(t_exc, StopAsyncIteration):
                                                                                        reraise(thread, t_exc)
                                                                                        t_exc = r[x] = r[s] = None
                                                                                    else:
                                                                                        t_exc = r[x] = r[s] = None
                                                                                else:
                                                                                    # GET_AITER
                                                                                    r[s] = get_aiter(r[s])
                                                                    else:
                                                                        if op < 158:
                                                                            # LOAD_SPECIAL
                                                                            t_attr, t_self_or_null = load_special(r[s], x)
                                                                            r[s], r[s + 1] = t_attr, t_self_or_null
                                                                            t_attr = t_self_or_null = None
                                                                        else:
                                                                            # BUILD_SET
                                                                            r[s] = {*r[s:s + x]}
                                                                            for i in range(s + 1, s + (x)):
                                                                                r[i] = None
                                                            else:
                                                                # CALL_INTRINSIC_1
                                                                r[s] = x(r[s], frame)
                                                        else:
                                                            # END_SEND
                                                            r[s + 2], r[x], r[s] = None, None, r[s + 2]
                                                    else:
                                                        # CALL 3
                                                        t_self_or_null = r[s + 1]
                                                        if t_self_or_null is NULL:
                                                            t_arguments = [r[s + 2], r[s + 3], r[s + 4]]
                                                            t_count = x
                                                        else:
                                                            t_arguments = [t_self_or_null, r[s + 2], r[s + 3], r[s + 4]]
                                                            t_count = x + 1
                                                        t_callable = r[s]
                                                        if type(t_callable) is FunctionType:
                                                            t_executable = step.executable if step.function() is t_callable else executable_of(t_callable, step)
                                                            if t_executable is not None:
                                                                if t_executable.arity == t_count and frame.depth < settings.limit:
                                                                    t_callee = t_executable.pool.pop() if t_executable.pool else blank_frame(t_executable)
                                                                    t_callee.depth = frame.depth + 1
                                                                    t_callee.function = t_callable
                                                                    t_callee.globals = t_callable.__globals__
                                                                    t_callee.builtins = t_callable.__builtins__
                                                                    t_arguments += t_executable.tail
                                                                    if t_executable.free:
                                                                        t_arguments[t_executable.first_free:t_executable.size] = t_callable.__closure__
                                                                    t_callee.r = t_arguments
                                                                    t_callee.node = t_executable.entry
                                                                    t_callee.back = frame
                                                                    t_callee = t_callee
                                                                    r[s + 4] = r[s + 3] = r[s + 2] = r[s + 1] = r[s] = t_arguments = t_callable = t_self_or_null = t_value = None
                                                                    t_callee.ret = s
                                                                    frame.node = node
                                                                    frame.step = step
                                                                    frame = thread.frame = t_callee
                                                                    t_callee = None
                                                                    r = frame.r
                                                                    node = frame.node
                                                                    continue
                                                                else:
                                                                    t_callee = bound_frame(t_executable, t_callable, t_arguments, {}, frame)
                                                                    r[s + 4] = r[s + 3] = r[s + 2] = r[s + 1] = r[s] = t_arguments = t_callable = t_self_or_null = t_value = None
                                                                    t_callee.ret = s
                                                                    frame.node = node
                                                                    frame.step = step
                                                                    frame = thread.frame = t_callee
                                                                    t_callee = None
                                                                    r = frame.r
                                                                    node = frame.node
                                                                    continue
                                                        else:
                                                            if type(t_callable) is BuiltinFunctionType and t_callable not in ANSWERED:
                                                                r[s] = t_callable(*t_arguments)
                                                                t_arguments = t_callee = t_self_or_null = t_value = r[s + 4] = r[s + 3] = r[s + 2] = r[s + 1] = t_callable = None
                                                                continue
                                                        t_value = call_other(thread, frame, step, t_callable, t_arguments)
                                                        if type(t_value) is Frame:
                                                            t_callee = t_value
                                                            r[s + 4] = r[s + 3] = r[s + 2] = r[s + 1] = r[s] = t_arguments = t_callable = t_self_or_null = t_value = None
                                                            t_callee.ret = s
                                                            frame.node = node
                                                            frame.step = step
                                                            frame = thread.frame = t_callee
                                                            t_callee = None
                                                            r = frame.r
                                                            node = frame.node
                                                        else:
                                                            r[s] = t_value
                                                            t_arguments = t_callee = t_self_or_null = t_value = r[s + 4] = r[s + 3] = r[s + 2] = r[s + 1] = t_callable = None
                                                else:
                                                    # CALL 0
                                                    t_self_or_null = r[s + 1]
                                                    if t_self_or_null is NULL:
                                                        t_arguments = []
                                                        t_count = x
                                                    else:
                                                        t_arguments = [t_self_or_null]
                                                        t_count = x + 1
                                                    t_callable = r[s]
                                                    if type(t_callable) is FunctionType:
                                                        t_executable = step.executable if step.function() is t_callable else executable_of(t_callable, step)
                                                        if t_executable is not None:
                                                            if t_executable.arity == t_count and frame.depth < settings.limit:
                                                                t_callee = t_executable.pool.pop() if t_executable.pool else blank_frame(t_executable)
                                                                t_callee.depth = frame.depth + 1
                                                                t_callee.function = t_callable
                                                                t_callee.globals = t_callable.__globals__
                                                                t_callee.builtins = t_callable.__builtins__
                                                                t_arguments += t_executable.tail
                                                                if t_executable.free:
                                                                    t_arguments[t_executable.first_free:t_executable.size] = t_callable.__closure__
                                                                t_callee.r = t_arguments
                                                                t_callee.node = t_executable.entry
                                                                t_callee.back = frame
                                                                t_callee = t_callee
                                                                r[s + 1] = r[s] = t_arguments = t_callable = t_self_or_null = t_value = None
                                                                t_callee.ret = s
                                                                frame.node = node
                                                                frame.step = step
                                                                frame = thread.frame = t_callee
                                                                t_callee = None
                                                                r = frame.r
                                                                node = frame.node
                                                                continue
                                                            else:
                                                                t_callee = bound_frame(t_executable, t_callable, t_arguments, {}, frame)
                                                                r[s + 1] = r[s] = t_arguments = t_callable = t_self_or_null = t_value = None
                                                                t_callee.ret = s
                                                                frame.node = node
                                                                frame.step = step
                                                                frame = thread.frame = t_callee
                                                                t_callee = None
                                                                r = frame.r
                                                                node = frame.node
                                                                continue
                                                    else:
                                                        if type(t_callable) is BuiltinFunctionType and t_callable not in ANSWERED:
                                                            r[s] = t_callable(*t_arguments)
                                                            t_arguments = t_callee = t_self_or_null = t_value = r[s + 1] = t_callable = None
                                                            continue
                                                    t_value = call_other(thread, frame, step, t_callable, t_arguments)
                                                    if type(t_value) is Frame:
                                                        t_callee = t_value
                                                        r[s + 1] = r[s] = t_arguments = t_callable = t_self_or_null = t_value = None
                                                        t_callee.ret = s
                                                        frame.node = node
                                                        frame.step = step
                                                        frame = thread.frame = t_callee
                                                        t_callee = None
                                                        r = frame.r
                                                        node = frame.node
                                                    else:
                                                        r[s] = t_value
                                                        t_arguments = t_callee = t_self_or_null = t_value = r[s + 1] = t_callable = None
                                            else:
                                                # STORE_SUBSCR
                                                r[x][r[s + 2]] = r[s]
                                                r[s + 2] = r[x] = r[s] = None
                                        else:
                                            # LOAD_ATTR 1
                                            t_owner = r[s]
                                            t_attr = getattr(t_owner, x)
                                            if type(t_attr) is MethodType and t_attr.__self__ is t_owner:
                                                r[s], r[s + 1] = t_attr.__func__, t_owner
                                                t_attr = t_owner = None
                                            else:
                                                r[s], r[s + 1] = t_attr, NULL
                                                t_attr = t_owner = None
                                else:
                                    if op < 167:
                                        if op < 166:
                                            # POP_JUMP_IF_TRUE
                                            if r[s]:
                                                node = x
                                                r[s] = None
                                            else:
                                                r[s] = None
                                        else:
                                            # STORE_FAST_STORE_FAST
                                            r[x[0]] = r[s + 1]
                                            r[x[1]] = r[s]
                                            r[s + 1] = r[s] = None
                                    else:
                                        # LOAD_GLOBAL 1
                                        if x in frame.globals:
                                            r[s], r[s + 1] = frame.globals[x], NULL
                                        else:
                                            if x in frame.builtins:
                                                r[s], r[s + 1] = frame.builtins[x], NULL
                                            else:
                                                r[s], r[s + 1] = load_global(frame, x), NULL
                        else:
                            if op < 186:
                                if op < 169:
                                    # LOAD_FAST_BORROW_LOAD_FAST_BORROW
                                    r[s], r[s + 1] = r[x[0]], r[x[1]]
                                else:
                                    if op < 170:
                                        # FOR_ITER
                                        t_iter = r[s]
                                        t_index_or_null = r[s + 1]
                                        if t_index_or_null is NULL:
                                            t_value = next(t_iter, NULL)
                                            if t_value is NULL:
                                                node = x
                                                t_index_or_null = t_iter = t_value = None
                                            else:
                                                r[s + 1], r[s + 2] = NULL, t_value
                                                t_iter = t_value = t_index_or_null = None
                                        else:
                                            if t_index_or_null < len(t_iter):
                                                r[s + 1], r[s + 2] = t_index_or_null + 1, t_iter[t_index_or_null]
                                                t_iter = t_value = t_index_or_null = None
                                            else:
                                                node = x
                                                t_index_or_null = t_iter = t_value = None
                                    else:
                                        if op < 171:
                                            # BINARY_OP 13
                                            t_result = r[s]
                                            t_result += r[x]
                                            r[x] = None
                                            r[s] = t_result
                                            t_result = None
                                        else:
                                            if op < 181:
                                                if op < 175:
                                                    if op < 174:
                                                        if op < 172:
                                                            # STORE_DEREF
                                                            r[x].cell_contents = r[s]
                                                            r[s] = None
                                                        else:
                                                            if op < 173:
                                                                # CALL_KW
                                                                t_self_or_null = r[s + 1]
                                                                t_arguments = r[s + 2:s + x + 2] if t_self_or_null is NULL else [t_self_or_null, *r[s + 2:s + x + 2]]
                                                                t_value = call_with_names(thread, frame, step, r[s], t_arguments, r[s + x + 2])
                                                                if type(t_value) is Frame:
                                                                    t_callee = t_value
                                                                    for i in range(s + (x) + 2, s + -1, -1):
                                                                        r[i] = None
                                                                    t_arguments = t_self_or_null = t_value = None
                                                                    t_callee.ret = s
                                                                    frame.node = node
                                                                    frame.step = step
                                                                    frame = thread.frame = t_callee
                                                                    t_callee = None
                                                                    r = frame.r
                                                                    node = frame.node
                                                                else:
                                                                    t_arguments = t_callee = t_self_or_null = None
                                                                    for i in range(s + (x) + 2, s, -1):
                                                                        r[i] = None
                                                                    r[s] = t_value
                                                                    t_value = None
                                                            else:
                                                                # MAKE_CELL
                                                                r[x] = CellType() if r[x] is NULL else CellType(r[x])
                                                    else:
                                                        # BINARY_OP 7
                                                        r[x], r[s] = None, r[s] | r[x]
                                                else:
                                                    if op < 180:
                                                        if op < 179:
                                                            if op < 178:
                                                                if op < 176:
                                                                    # MATCH_MAPPING
                                                                    r[x] = is_mapping(r[s])
                                                                else:
                                                                    if op < 177:
                                                                        # DELETE_FAST
                                                                        if r[x] is NULL:
                                                                            unbound_local(frame, x)
                                                                        r[x] = NULL
                                                                    else:
                                                                        # MATCH_KEYS
                                                                        r[s + 2] = match_keys(r[s], r[x])
                                                            else:
                                                                # BUILD_MAP 0
                                                                r[s] = dict(zip(r[s:s][0::2], r[s:s][1::2]))
                                                        else:
                                                            # COMPARE_OP 21
                                                            r[x], r[s] = None, True if r[s] >= r[x] else False
                                                    else:
                                                        # CALL
                                                        t_self_or_null = r[s + 1]
                                                        if t_self_or_null is NULL:
                                                            t_arguments = [*r[s + 2:s + x + 2]]
                                                            t_count = x
                                                        else:
                                                            t_arguments = [t_self_or_null, *r[s + 2:s + x + 2]]
                                                            t_count = x + 1
                                                        t_callable = r[s]
                                                        if type(t_callable) is FunctionType:
                                                            t_executable = step.executable if step.function() is t_callable else executable_of(t_callable, step)
                                                            if t_executable is not None:
                                                                if t_executable.arity == t_count and frame.depth < settings.limit:
                                                                    t_callee = t_executable.pool.pop() if t_executable.pool else blank_frame(t_executable)
                                                                    t_callee.depth = frame.depth + 1
                                                                    t_callee.function = t_callable
                                                                    t_callee.globals = t_callable.__globals__
                                                                    t_callee.builtins = t_callable.__builtins__
                                                                    t_arguments += t_executable.tail
                                                                    if t_executable.free:
                                                                        t_arguments[t_executable.first_free:t_executable.size] = t_callable.__closure__
                                                                    t_callee.r = t_arguments
                                                                    t_callee.node = t_executable.entry
                                                                    t_callee.back = frame
                                                                    t_callee = t_callee
                                                                    for i in range(s + (x) + 1, s + -1, -1):
                                                                        r[i] = None
                                                                    t_arguments = t_callable = t_self_or_null = t_value = None
                                                                    t_callee.ret = s
                                                                    frame.node = node
                                                                    frame.step = step
                                                                    frame = thread.frame = t_callee
                                                                    t_callee = None
                                                                    r = frame.r
                                                                    node = frame.node
                                                                    continue
                                                                else:
                                                                    t_callee = bound_frame(t_executable, t_callable, t_arguments, {}, frame)
                                                                    for i in range(s + (x) + 1, s + -1, -1):
                                                                        r[i] = None
                                                                    t_arguments = t_callable = t_self_or_null = t_value = None
                                                                    t_callee.ret = s
                                                                    frame.node = node
                                                                    frame.step = step
                                                                    frame = thread.frame = t_callee
                                                                    t_callee = None
                                                                    r = frame.r
                                                                    node = frame.node
                                                                    continue
                                                        else:
                                                            if type(t_callable) is BuiltinFunctionType and t_callable not in ANSWERED:
                                                                r[s] = t_callable(*t_arguments)
                                                                t_arguments = t_callee = t_self_or_null = t_value = None
                                                                for i in range(s + (x) + 1, s, -1):
                                                                    r[i] = None
                                                                t_callable = None
                                                                continue
                                                        t_value = call_other(thread, frame, step, t_callable, t_arguments)
                                                        if type(t_value) is Frame:
                                                            t_callee = t_value
                                                            for i in range(s + (x) + 1, s + -1, -1):
                                                                r[i] = None
                                                            t_arguments = t_callable = t_self_or_null = t_value = None
                                                            t_callee.ret = s
                                                            frame.node = node
                                                            frame.step = step
                                                            frame = thread.frame = t_callee
                                                            t_callee = None
                                                            r = frame.r
                                                            node = frame.node
                                                        else:
                                                            r[s] = t_value
                                                            t_arguments = t_callee = t_self_or_null = t_value = None
                                                            for i in range(s + (x) + 1, s, -1):
                                                                r[i] = None
                                                            t_callable = None
                                            else:
                                                if op < 182:
                                                    # BINARY_OP 2
                                                    r[x], r[s] = None, r[s] // r[x]
                                                else:
                                                    if op < 183:
                                                        # CONTAINS_OP 0
                                                        r[x], r[s] = None, r[s] in r[x]
                                                    else:
                                                        if op < 184:
                                                            # BUILD_LIST 1
                                                            r[s] = [r[s]]
                                                        else:
                                                            if op < 185:
                                                                # IS_OP 1
                                                                r[x], r[s] = None, r[s] is not r[x]
                                                            else:
                                                                # GET_AWAITABLE
                                                                r[s] = get_awaitable(r[s], x)
                            else:
                                if op < 187:
                                    # STORE_FAST
                                    r[x] = r[s]
                                    r[s] = None
                                else:
                                    if op < 191:
                                        if op < 190:
                                            if op < 189:
                                                if op < 188:
                                                    # BINARY_OP 11
                                                    r[x], r[s] = None, r[s] / r[x]
                                                else:
                                                    # COMPARE_OP 20
                                                    r[x], r[s] = None, True if r[s] > r[x] else False
                                            else:
                                                # PUSH_NULL
                                                r[s] = NULL
                                        else:
                                            # TO_BOOL
                                            r[s] = True if r[s] else False
                                    else:
                                        # BINARY_OP 5
                                        r[x], r[s] = None, r[s] * r[x]
                else:
                    # RUN
                    node = x(frame, r, thread)
                    if node is None:
                        t_value, thread.result = thread.result, None
                        if frame is base:
                            if frame.husk is not None:
                                retire(frame)
                            thread.frame = frame.back
                            thread.host = outer
                            return t_value
                        t_left = frame
                        s = frame.ret
                        frame = thread.frame = frame.back
                        r = frame.r
                        node = frame.node
                        r[s] = t_value
                        t_value = None
                        if t_left.husk is not None:
                            retire(t_left)
                        else:
                            t_left.r = t_left.function = t_left.globals = t_left.back = None
                            t_left.executable.pool.append(t_left)
                        t_left = None
                    elif thread.frame is not frame:
                        frame = thread.frame
                        r = frame.r
        except BaseException as exception:
            t_arguments = t_attr = t_callable = t_callee = t_exc = t_exc_value = t_exit_func = t_exit_self = t_first = t_fourth = t_func = t_index_or_null = t_iter = t_iterable = t_kwargs_or_null = t_left = t_match = t_new_exc = t_only = t_owner = t_previous = t_rest = t_result = t_second = t_self = t_self_or_null = t_set = t_should_be_none = t_third = t_val = t_value = None
            frame = unwind(thread, frame, base, step, exception)
            if frame is None:
                thread.host = outer
                raise
            r = frame.r
            node = frame.node
