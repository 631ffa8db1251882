"""The evaluation loop of CPython 3.12, made by tools/generate_loops.py.

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
from peephole.machine.calls import ANSWERED, arguments_of, blank_frame, bound_frame, call_other, call_with_names, call_with_unpacking, executable_of
from peephole.machine.containers import Set, dict_merge, dict_update, list_extend, not_a_set
from peephole.machine.exceptions import check_eg_match, check_exc_match, handled_exception, raise_active, reraise, set_handled
from peephole.machine.formatting import format_value
from peephole.machine.frame import Frame
from peephole.machine.functions import make_function_with
from peephole.machine.hiding import own_frame, windowed
from peephole.machine.host import raise_again
from peephole.machine.importing import import_from, import_name
from peephole.machine.iterators import get_aiter, get_anext, get_awaitable, get_yield_from_iter, send_to
from peephole.machine.names import EMPTY_CELL, delete_deref, delete_global, delete_name, load_build_class, load_class_deref, load_deref, load_from_mapping, load_global, load_name, setup_annotations, store_name, unbound_local
from peephole.machine.patterns import is_mapping, is_sequence, match_class, match_keys
from peephole.machine.pending import put_off
from peephole.machine.settings import settings
from peephole.machine.special import before_async_with, before_with
from peephole.machine.unpack import unpack_ex, unpack_sequence
from peephole.machine.unwinding import retire, unwind_observed
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
    instruction = thread.instruction
    start = thread.start
    returned = thread.returned
    suspended = thread.suspended
    if thrown is not None:
        thrown = thrown.pop()  # nothing else holds it
        frame = unwind_observed(thread, frame, base, frame.step, thrown)
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
                frame.step = step
                if op < 175:
                    if op < 77:
                        if op < 76:
                            if op < 32:
                                if op < 11:
                                    if op < 10:
                                        if op < 9:
                                            if op < 8:
                                                if op < 3:
                                                    if op < 2:
                                                        if op < 1:
                                                            # CALL
                                                            t_method_or_null = r[s]
                                                            t_self_or_callable = r[s + 1]
                                                            if t_method_or_null is NULL:
                                                                t_callable = t_self_or_callable
                                                                t_arguments = [*r[s + 2:s + x + 2]]
                                                                t_count = x
                                                            else:
                                                                t_callable = t_method_or_null
                                                                t_arguments = [t_self_or_callable, *r[s + 2:s + x + 2]]
                                                                t_count = x + 1
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
                                                                        for i in range(s, s + (x) + 2):
                                                                            r[i] = None
                                                                        t_arguments = t_callable = t_method_or_null = t_self_or_callable = t_value = None
                                                                        t_callee.ret = s
                                                                        frame.node = node
                                                                        frame.step = step
                                                                        sp = frame.sp = s
                                                                        instruction(frame, step, None, r[sp - 1])
                                                                        frame = thread.frame = t_callee
                                                                        t_callee = None
                                                                        r = frame.r
                                                                        node = frame.node
                                                                        if start is not None:
                                                                            frame.step = node[4]
                                                                            frame.sp = frame.step.sp
                                                                            start(frame)
                                                                        continue
                                                                    else:
                                                                        t_callee = bound_frame(t_executable, t_callable, t_arguments, {}, frame)
                                                                        for i in range(s, s + (x) + 2):
                                                                            r[i] = None
                                                                        t_arguments = t_callable = t_method_or_null = t_self_or_callable = t_value = None
                                                                        t_callee.ret = s
                                                                        frame.node = node
                                                                        frame.step = step
                                                                        sp = frame.sp = s
                                                                        instruction(frame, step, None, r[sp - 1])
                                                                        frame = thread.frame = t_callee
                                                                        t_callee = None
                                                                        r = frame.r
                                                                        node = frame.node
                                                                        if start is not None:
                                                                            frame.step = node[4]
                                                                            frame.sp = frame.step.sp
                                                                            start(frame)
                                                                        continue
                                                            else:
                                                                if type(t_callable) is BuiltinFunctionType and t_callable not in ANSWERED:
                                                                    r[s] = t_callable(*t_arguments)
                                                                    t_arguments = t_callable = t_callee = t_self_or_callable = t_value = t_method_or_null = None
                                                                    for i in range(s + 1, s + (x) + 2):
                                                                        r[i] = None
                                                                    target = node[4]
                                                                    sp = frame.sp = target.sp
                                                                    instruction(frame, step, target, r[sp - 1])
                                                                    continue
                                                            t_value = call_other(thread, frame, step, t_callable, t_arguments)
                                                            if type(t_value) is Frame:
                                                                t_callee = t_value
                                                                for i in range(s, s + (x) + 2):
                                                                    r[i] = None
                                                                t_arguments = t_callable = t_method_or_null = t_self_or_callable = t_value = None
                                                                t_callee.ret = s
                                                                frame.node = node
                                                                frame.step = step
                                                                sp = frame.sp = s
                                                                instruction(frame, step, None, r[sp - 1])
                                                                frame = thread.frame = t_callee
                                                                t_callee = None
                                                                r = frame.r
                                                                node = frame.node
                                                                if start is not None:
                                                                    frame.step = node[4]
                                                                    frame.sp = frame.step.sp
                                                                    start(frame)
                                                            else:
                                                                r[s] = t_value
                                                                t_arguments = t_callable = t_callee = t_self_or_callable = t_value = t_method_or_null = None
                                                                for i in range(s + 1, s + (x) + 2):
                                                                    r[i] = None
                                                                target = node[4]
                                                                sp = frame.sp = target.sp
                                                                instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            # CONTAINS_OP 0
                                                            r[s] = r[s] in r[x]
                                                            r[x] = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                    else:
                                                        # BINARY_OP 2
                                                        r[s] = r[s] // r[x]
                                                        r[x] = None
                                                        target = node[4]
                                                        sp = frame.sp = target.sp
                                                        instruction(frame, step, target, r[sp - 1])
                                                else:
                                                    if op < 4:
                                                        # BINARY_OP 11
                                                        r[s] = r[s] / r[x]
                                                        r[x] = None
                                                        target = node[4]
                                                        sp = frame.sp = target.sp
                                                        instruction(frame, step, target, r[sp - 1])
                                                    else:
                                                        if op < 7:
                                                            if op < 6:
                                                                if op < 5:
                                                                    # IS_OP 1
                                                                    r[s] = r[s] is not r[x]
                                                                    r[x] = None
                                                                    target = node[4]
                                                                    sp = frame.sp = target.sp
                                                                    instruction(frame, step, target, r[sp - 1])
                                                                else:
                                                                    # GET_AWAITABLE
                                                                    r[s] = get_awaitable(r[s], x)
                                                                    target = node[4]
                                                                    sp = frame.sp = target.sp
                                                                    instruction(frame, step, target, r[sp - 1])
                                                            else:
                                                                # BINARY_OP 22
                                                                r[s] >>= r[x]
                                                                r[x] = None
                                                                target = node[4]
                                                                sp = frame.sp = target.sp
                                                                instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            # LIST_APPEND
                                                            r[s].append(r[s + (x - 1) + 1])
                                                            r[s + (x - 1) + 1] = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                            else:
                                                # SWAP
                                                r[s], r[s + (x - 2) + 1] = r[s + (x - 2) + 1], r[s]
                                                target = node[4]
                                                sp = frame.sp = target.sp
                                                instruction(frame, step, target, r[sp - 1])
                                        else:
                                            # BINARY_OP 5
                                            r[s] = r[s] * r[x]
                                            r[x] = None
                                            target = node[4]
                                            sp = frame.sp = target.sp
                                            instruction(frame, step, target, r[sp - 1])
                                    else:
                                        # POP_JUMP_IF_FALSE
                                        if not r[s]:
                                            node = x
                                            r[s] = None
                                            target = node[4]
                                            sp = frame.sp = target.sp
                                            instruction(frame, step, target, r[sp - 1])
                                        else:
                                            r[s] = None
                                            target = node[4]
                                            sp = frame.sp = target.sp
                                            instruction(frame, step, target, r[sp - 1])
                                else:
                                    if op < 30:
                                        if op < 29:
                                            if op < 27:
                                                if op < 12:
                                                    # STORE_ATTR
                                                    setattr(r[s + 1], x, r[s])
                                                    r[s] = r[s + 1] = None
                                                    target = node[4]
                                                    sp = frame.sp = target.sp
                                                    instruction(frame, step, target, r[sp - 1])
                                                else:
                                                    if op < 26:
                                                        if op < 13:
                                                            # COMPARE_OP 1
                                                            r[s] = r[s] <= r[x]
                                                            r[x] = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            if op < 14:
                                                                # CONTAINS_OP 1
                                                                r[s] = r[s] not in r[x]
                                                                r[x] = None
                                                                target = node[4]
                                                                sp = frame.sp = target.sp
                                                                instruction(frame, step, target, r[sp - 1])
                                                            else:
                                                                if op < 25:
                                                                    if op < 16:
                                                                        if op < 15:
                                                                            # CALL_FUNCTION_EX 1
                                                                            t_func = r[x]
                                                                            r[s + 2] = r[s + 2] if type(r[s + 2]) is tuple else arguments_of(t_func, r[s + 2])
                                                                            t_value = call_with_unpacking(thread, frame, step, t_func, r[s + 2], r[s + 3])
                                                                            if type(t_value) is Frame:
                                                                                t_callee = t_value
                                                                                r[s] = r[x] = r[s + 2] = r[s + 3] = t_func = t_value = None
                                                                                t_callee.ret = s
                                                                                frame.node = node
                                                                                frame.step = step
                                                                                sp = frame.sp = s
                                                                                instruction(frame, step, None, r[sp - 1])
                                                                                frame = thread.frame = t_callee
                                                                                t_callee = None
                                                                                r = frame.r
                                                                                node = frame.node
                                                                                if start is not None:
                                                                                    frame.step = node[4]
                                                                                    frame.sp = frame.step.sp
                                                                                    start(frame)
                                                                            else:
                                                                                r[s] = t_value
                                                                                t_callee = t_func = t_value = r[x] = r[s + 2] = r[s + 3] = None
                                                                                target = node[4]
                                                                                sp = frame.sp = target.sp
                                                                                instruction(frame, step, target, r[sp - 1])
                                                                        else:
                                                                            # DICT_MERGE
                                                                            dict_merge(r[s], r[s + 2], r[s + (x - 1) + 3])
                                                                            r[s + (x - 1) + 3] = None
                                                                            target = node[4]
                                                                            sp = frame.sp = target.sp
                                                                            instruction(frame, step, target, r[sp - 1])
                                                                    else:
                                                                        if op < 23:
                                                                            if op < 20:
                                                                                if op < 18:
                                                                                    if op < 17:
                                                                                        # WITH_EXCEPT_START
                                                                                        t_val = r[s + 3]
                                                                                        r[s + 4] = r[s](type(t_val), t_val, t_val.__traceback__)
                                                                                        t_val = None
                                                                                        target = node[4]
                                                                                        sp = frame.sp = target.sp
                                                                                        instruction(frame, step, target, r[sp - 1])
                                                                                    else:
                                                                                        # LOAD_BUILD_CLASS
                                                                                        r[s] = load_build_class(frame)
                                                                                        target = node[4]
                                                                                        sp = frame.sp = target.sp
                                                                                        instruction(frame, step, target, r[sp - 1])
                                                                                else:
                                                                                    if op < 19:
                                                                                        # DICT_UPDATE
                                                                                        dict_update(r[s], r[s + (x - 1) + 1])
                                                                                        r[s + (x - 1) + 1] = None
                                                                                        target = node[4]
                                                                                        sp = frame.sp = target.sp
                                                                                        instruction(frame, step, target, r[sp - 1])
                                                                                    else:
                                                                                        # BUILD_CONST_KEY_MAP
                                                                                        r[s] = dict(zip(r[s + x], r[s:s + x]))
                                                                                        for i in range(s + 1, s + (x) + 1):
                                                                                            r[i] = None
                                                                                        target = node[4]
                                                                                        sp = frame.sp = target.sp
                                                                                        instruction(frame, step, target, r[sp - 1])
                                                                            else:
                                                                                if op < 22:
                                                                                    if op < 21:
                                                                                        # BUILD_LIST 2
                                                                                        r[s] = [r[s], r[x]]
                                                                                        r[x] = None
                                                                                        target = node[4]
                                                                                        sp = frame.sp = target.sp
                                                                                        instruction(frame, step, target, r[sp - 1])
                                                                                    else:
                                                                                        # STORE_SLICE
                                                                                        r[x][r[s + 2]:r[s + 3]] = r[s]
                                                                                        r[s + 2] = r[s + 3] = r[s] = r[x] = None
                                                                                        target = node[4]
                                                                                        sp = frame.sp = target.sp
                                                                                        instruction(frame, step, target, r[sp - 1])
                                                                                else:
                                                                                    # BEFORE_WITH
                                                                                    t_exit, t_res = before_with(r[s])
                                                                                    r[s], r[x] = t_exit, t_res
                                                                                    t_exit = t_res = None
                                                                                    target = node[4]
                                                                                    sp = frame.sp = target.sp
                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                    step = node[4]
                                                                                    if thread.late is not None:
                                                                                        node = put_off(thread, node)
                                                                        else:
                                                                            if op < 24:
                                                                                # BUILD_SLICE 3
                                                                                r[s] = slice(r[s], r[x], r[s + 2])
                                                                                r[x] = r[s + 2] = None
                                                                                target = node[4]
                                                                                sp = frame.sp = target.sp
                                                                                instruction(frame, step, target, r[sp - 1])
                                                                            else:
                                                                                # DELETE_SUBSCR
                                                                                del r[s][r[x]]
                                                                                r[s] = r[x] = None
                                                                                target = node[4]
                                                                                sp = frame.sp = target.sp
                                                                                instruction(frame, step, target, r[sp - 1])
                                                                else:
                                                                    # SET_ADD
                                                                    t_set = r[s]
                                                                    if type(t_set) is Set:
                                                                        t_set.add(r[s + (x - 1) + 1])
                                                                        t_set = r[s + (x - 1) + 1] = None
                                                                        target = node[4]
                                                                        sp = frame.sp = target.sp
                                                                        instruction(frame, step, target, r[sp - 1])
                                                                    else:
                                                                        not_a_set(t_set)
                                                                        t_set = r[s + (x - 1) + 1] = None
                                                                        target = node[4]
                                                                        sp = frame.sp = target.sp
                                                                        instruction(frame, step, target, r[sp - 1])
                                                    else:
                                                        # RETURN_CONST
                                                        t_value = x
                                                        t_left = None
                                                        frame.sp = s
                                                        instruction(frame, step, None, r[s - 1])
                                                        if returned is not None:
                                                            returned(frame, t_value)
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
                                                if op < 28:
                                                    # WARM
                                                    x.count -= 1
                                                    if x.count:
                                                        node = s
                                                    else:
                                                        node = x.translate()
                                                else:
                                                    # YIELD_VALUE
                                                    t_value = r[s]
                                                    r[s] = None
                                                    frame.node = node
                                                    frame.step = step
                                                    frame.ret = s
                                                    frame.suspended = True
                                                    frame.sp = s
                                                    instruction(frame, step, None, r[s - 1])
                                                    if suspended is not None:
                                                        suspended(frame, t_value)
                                                    thread.frame = frame.back
                                                    thread.host = outer
                                                    frame.back = None
                                                    return t_value
                                        else:
                                            # LOAD_ATTR 0
                                            t_attr = getattr(r[s], x)
                                            r[s] = t_attr
                                            t_attr = None
                                            target = node[4]
                                            sp = frame.sp = target.sp
                                            instruction(frame, step, target, r[sp - 1])
                                    else:
                                        if op < 31:
                                            # BINARY_SUBSCR
                                            r[s] = r[s][r[x]]
                                            r[x] = None
                                            target = node[4]
                                            sp = frame.sp = target.sp
                                            instruction(frame, step, target, r[sp - 1])
                                        else:
                                            # BINARY_OP 10
                                            r[s] = r[s] - r[x]
                                            r[x] = None
                                            target = node[4]
                                            sp = frame.sp = target.sp
                                            instruction(frame, step, target, r[sp - 1])
                            else:
                                if op < 33:
                                    # STORE_FAST
                                    r[x] = r[s]
                                    r[s] = None
                                    target = node[4]
                                    sp = frame.sp = target.sp
                                    instruction(frame, step, target, r[sp - 1])
                                else:
                                    if op < 66:
                                        if op < 64:
                                            if op < 63:
                                                if op < 35:
                                                    if op < 34:
                                                        # BINARY_SLICE
                                                        r[x], r[s + 2], r[s] = None, None, r[s][r[x]:r[s + 2]]
                                                        target = node[4]
                                                        sp = frame.sp = target.sp
                                                        instruction(frame, step, target, r[sp - 1])
                                                    else:
                                                        # COPY_FREE_VARS
                                                        target = node[4]
                                                        sp = frame.sp = target.sp
                                                        instruction(frame, step, target, r[sp - 1])
                                                else:
                                                    if op < 61:
                                                        if op < 57:
                                                            if op < 36:
                                                                # UNARY_NEGATIVE
                                                                r[s] = -r[s]
                                                                target = node[4]
                                                                sp = frame.sp = target.sp
                                                                instruction(frame, step, target, r[sp - 1])
                                                            else:
                                                                if op < 56:
                                                                    if op < 55:
                                                                        if op < 37:
                                                                            # MAP_ADD
                                                                            r[s][r[s + (x - 1) + 1]] = r[s + (x - 1) + 2]
                                                                            r[s + (x - 1) + 1] = r[s + (x - 1) + 2] = None
                                                                            target = node[4]
                                                                            sp = frame.sp = target.sp
                                                                            instruction(frame, step, target, r[sp - 1])
                                                                        else:
                                                                            if op < 38:
                                                                                # LOAD_NAME
                                                                                r[s] = load_name(frame, x)
                                                                                target = node[4]
                                                                                sp = frame.sp = target.sp
                                                                                instruction(frame, step, target, r[sp - 1])
                                                                            else:
                                                                                if op < 39:
                                                                                    # IS_OP 0
                                                                                    r[s] = r[s] is r[x]
                                                                                    r[x] = None
                                                                                    target = node[4]
                                                                                    sp = frame.sp = target.sp
                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                else:
                                                                                    if op < 47:
                                                                                        if op < 43:
                                                                                            if op < 41:
                                                                                                if op < 40:
                                                                                                    # CALL_INTRINSIC_2
                                                                                                    r[s] = x(r[s], r[s + 1])
                                                                                                    r[s + 1] = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                                else:
                                                                                                    # CLEANUP_THROW
                                                                                                    t_exc_value = r[s + 2]
                                                                                                    if not isinstance(t_exc_value, StopIteration):
                                                                                                        reraise(thread, t_exc_value)
                                                                                                    r[s], r[x] = None, t_exc_value.value
                                                                                                    t_exc_value = r[s + 2] = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                            else:
                                                                                                if op < 42:
                                                                                                    # CHECK_EG_MATCH
                                                                                                    t_rest, t_match = check_eg_match(r[s], r[x], frame, step)
                                                                                                    r[s], r[x] = t_rest, t_match
                                                                                                    t_match = t_rest = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                                else:
                                                                                                    # RERAISE
                                                                                                    reraise(thread, r[s + x])
                                                                                                    r[s + (x)] = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                        else:
                                                                                            if op < 45:
                                                                                                if op < 44:
                                                                                                    # RAISE_VARARGS 2
                                                                                                    raise r[s] from r[x]
                                                                                                else:
                                                                                                    # RAISE_VARARGS 1
                                                                                                    raise r[s]
                                                                                            else:
                                                                                                if op < 46:
                                                                                                    # RAISE_VARARGS 0
                                                                                                    raise_active(thread)
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                                else:
                                                                                                    # CALL_KW_NAMES
                                                                                                    t_method_or_null = r[s]
                                                                                                    t_self_or_callable = r[s + 1]
                                                                                                    if t_method_or_null is NULL:
                                                                                                        t_value = call_with_names(thread, frame, step, t_self_or_callable, r[s + 2:s + step.oparg + 2], x)
                                                                                                    else:
                                                                                                        t_value = call_with_names(thread, frame, step, t_method_or_null, [t_self_or_callable, *r[s + 2:s + step.oparg + 2]], x)
                                                                                                    if type(t_value) is Frame:
                                                                                                        t_callee = t_value
                                                                                                        for i in range(s, s + (step.oparg) + 2):
                                                                                                            r[i] = None
                                                                                                        t_method_or_null = t_self_or_callable = t_value = None
                                                                                                        t_callee.ret = s
                                                                                                        frame.node = node
                                                                                                        frame.step = step
                                                                                                        sp = frame.sp = s
                                                                                                        instruction(frame, step, None, r[sp - 1])
                                                                                                        frame = thread.frame = t_callee
                                                                                                        t_callee = None
                                                                                                        r = frame.r
                                                                                                        node = frame.node
                                                                                                        if start is not None:
                                                                                                            frame.step = node[4]
                                                                                                            frame.sp = frame.step.sp
                                                                                                            start(frame)
                                                                                                    else:
                                                                                                        r[s] = t_value
                                                                                                        t_callee = t_self_or_callable = t_value = t_method_or_null = None
                                                                                                        for i in range(s + 1, s + (step.oparg) + 2):
                                                                                                            r[i] = None
                                                                                                        target = node[4]
                                                                                                        sp = frame.sp = target.sp
                                                                                                        instruction(frame, step, target, r[sp - 1])
                                                                                    else:
                                                                                        if op < 51:
                                                                                            if op < 49:
                                                                                                if op < 48:
                                                                                                    # UNPACK_SEQUENCE 4
                                                                                                    t_first, t_second, t_third, t_fourth = r[s]
                                                                                                    r[s], r[x], r[s + 2], r[s + 3] = t_fourth, t_third, t_second, t_first
                                                                                                    t_first = t_fourth = t_second = t_third = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                                else:
                                                                                                    # UNPACK_SEQUENCE 1
                                                                                                    t_only, = r[s]
                                                                                                    r[s] = t_only
                                                                                                    t_only = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                            else:
                                                                                                if op < 50:
                                                                                                    # BUILD_SLICE
                                                                                                    r[s] = slice(r[s], r[s + 1], *r[s + 2:s + (x - 2) + 2])
                                                                                                    for i in range(s + 1, s + (x - 2) + 2):
                                                                                                        r[i] = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                                else:
                                                                                                    # END_FOR
                                                                                                    r[s] = r[x] = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                        else:
                                                                                            if op < 53:
                                                                                                if op < 52:
                                                                                                    # BINARY_OP 24
                                                                                                    r[s] /= r[x]
                                                                                                    r[x] = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                                else:
                                                                                                    # BINARY_OP 21
                                                                                                    r[s] **= r[x]
                                                                                                    r[x] = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                            else:
                                                                                                if op < 54:
                                                                                                    # BINARY_OP 20
                                                                                                    r[s] |= r[x]
                                                                                                    r[x] = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                                else:
                                                                                                    # BINARY_OP 19
                                                                                                    r[s] %= r[x]
                                                                                                    r[x] = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                    else:
                                                                        # CALL_FUNCTION_EX 0
                                                                        t_func = r[x]
                                                                        r[s + 2] = r[s + 2] if type(r[s + 2]) is tuple else arguments_of(t_func, r[s + 2])
                                                                        t_value = call_with_unpacking(thread, frame, step, t_func, r[s + 2], None)
                                                                        if type(t_value) is Frame:
                                                                            t_callee = t_value
                                                                            r[s] = r[x] = r[s + 2] = t_func = t_value = None
                                                                            t_callee.ret = s
                                                                            frame.node = node
                                                                            frame.step = step
                                                                            sp = frame.sp = s
                                                                            instruction(frame, step, None, r[sp - 1])
                                                                            frame = thread.frame = t_callee
                                                                            t_callee = None
                                                                            r = frame.r
                                                                            node = frame.node
                                                                            if start is not None:
                                                                                frame.step = node[4]
                                                                                frame.sp = frame.step.sp
                                                                                start(frame)
                                                                        else:
                                                                            r[s] = t_value
                                                                            t_callee = t_func = t_value = r[x] = r[s + 2] = None
                                                                            target = node[4]
                                                                            sp = frame.sp = target.sp
                                                                            instruction(frame, step, target, r[sp - 1])
                                                                else:
                                                                    # GET_ANEXT
                                                                    r[x] = get_anext(r[s])
                                                                    target = node[4]
                                                                    sp = frame.sp = target.sp
                                                                    instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            if op < 58:
                                                                # BUILD_LIST 0
                                                                r[s] = []
                                                                target = node[4]
                                                                sp = frame.sp = target.sp
                                                                instruction(frame, step, target, r[sp - 1])
                                                            else:
                                                                if op < 60:
                                                                    if op < 59:
                                                                        # LOAD_SUPER_ATTR 1
                                                                        t_self = r[s + 2]
                                                                        t_attr = load_super_attr(r[s], r[s + 1], t_self, x, step.oparg)
                                                                        if type(t_attr) is MethodType and t_attr.__self__ is t_self:
                                                                            r[s], r[s + 1] = t_attr.__func__, t_self
                                                                            t_attr = t_self = r[s + 2] = None
                                                                            target = node[4]
                                                                            sp = frame.sp = target.sp
                                                                            instruction(frame, step, target, r[sp - 1])
                                                                        else:
                                                                            r[s], r[s + 1] = NULL, t_attr
                                                                            t_attr = t_self = r[s + 2] = None
                                                                            target = node[4]
                                                                            sp = frame.sp = target.sp
                                                                            instruction(frame, step, target, r[sp - 1])
                                                                    else:
                                                                        # UNPACK_EX
                                                                        r[s:s + (x >> 8)], r[s + (x >> 8)], r[s + (x >> 8) + 1:s + (x >> 8) + (x & 0xFF) + 1] = unpack_ex(r[s], x & 255, x >> 8)
                                                                        for i in range(s + (x >> 8) + (x & 0xFF) + 1, s + 1):
                                                                            r[i] = None
                                                                        target = node[4]
                                                                        sp = frame.sp = target.sp
                                                                        instruction(frame, step, target, r[sp - 1])
                                                                else:
                                                                    # UNARY_INVERT
                                                                    r[s] = ~r[s]
                                                                    target = node[4]
                                                                    sp = frame.sp = target.sp
                                                                    instruction(frame, step, target, r[sp - 1])
                                                    else:
                                                        if op < 62:
                                                            # RETURN_GENERATOR
                                                            r[s] = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            # BINARY_OP 9
                                                            r[s] = r[s] >> r[x]
                                                            r[x] = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                            else:
                                                # BINARY_OP 6
                                                r[s] = r[s] % r[x]
                                                r[x] = None
                                                target = node[4]
                                                sp = frame.sp = target.sp
                                                instruction(frame, step, target, r[sp - 1])
                                        else:
                                            if op < 65:
                                                # CALL 2
                                                t_method_or_null = r[s]
                                                t_self_or_callable = r[s + 1]
                                                if t_method_or_null is NULL:
                                                    t_callable = t_self_or_callable
                                                    t_arguments = [r[s + 2], r[s + 3]]
                                                    t_count = x
                                                else:
                                                    t_callable = t_method_or_null
                                                    t_arguments = [t_self_or_callable, r[s + 2], r[s + 3]]
                                                    t_count = x + 1
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
                                                            r[s] = r[s + 1] = r[s + 2] = r[s + 3] = t_arguments = t_callable = t_method_or_null = t_self_or_callable = t_value = None
                                                            t_callee.ret = s
                                                            frame.node = node
                                                            frame.step = step
                                                            sp = frame.sp = s
                                                            instruction(frame, step, None, r[sp - 1])
                                                            frame = thread.frame = t_callee
                                                            t_callee = None
                                                            r = frame.r
                                                            node = frame.node
                                                            if start is not None:
                                                                frame.step = node[4]
                                                                frame.sp = frame.step.sp
                                                                start(frame)
                                                            continue
                                                        else:
                                                            t_callee = bound_frame(t_executable, t_callable, t_arguments, {}, frame)
                                                            r[s] = r[s + 1] = r[s + 2] = r[s + 3] = t_arguments = t_callable = t_method_or_null = t_self_or_callable = t_value = None
                                                            t_callee.ret = s
                                                            frame.node = node
                                                            frame.step = step
                                                            sp = frame.sp = s
                                                            instruction(frame, step, None, r[sp - 1])
                                                            frame = thread.frame = t_callee
                                                            t_callee = None
                                                            r = frame.r
                                                            node = frame.node
                                                            if start is not None:
                                                                frame.step = node[4]
                                                                frame.sp = frame.step.sp
                                                                start(frame)
                                                            continue
                                                else:
                                                    if type(t_callable) is BuiltinFunctionType and t_callable not in ANSWERED:
                                                        r[s] = t_callable(*t_arguments)
                                                        t_arguments = t_callable = t_callee = t_self_or_callable = t_value = t_method_or_null = r[s + 1] = r[s + 2] = r[s + 3] = None
                                                        target = node[4]
                                                        sp = frame.sp = target.sp
                                                        instruction(frame, step, target, r[sp - 1])
                                                        continue
                                                t_value = call_other(thread, frame, step, t_callable, t_arguments)
                                                if type(t_value) is Frame:
                                                    t_callee = t_value
                                                    r[s] = r[s + 1] = r[s + 2] = r[s + 3] = t_arguments = t_callable = t_method_or_null = t_self_or_callable = t_value = None
                                                    t_callee.ret = s
                                                    frame.node = node
                                                    frame.step = step
                                                    sp = frame.sp = s
                                                    instruction(frame, step, None, r[sp - 1])
                                                    frame = thread.frame = t_callee
                                                    t_callee = None
                                                    r = frame.r
                                                    node = frame.node
                                                    if start is not None:
                                                        frame.step = node[4]
                                                        frame.sp = frame.step.sp
                                                        start(frame)
                                                else:
                                                    r[s] = t_value
                                                    t_arguments = t_callable = t_callee = t_self_or_callable = t_value = t_method_or_null = r[s + 1] = r[s + 2] = r[s + 3] = None
                                                    target = node[4]
                                                    sp = frame.sp = target.sp
                                                    instruction(frame, step, target, r[sp - 1])
                                            else:
                                                # RETURN_VALUE
                                                t_value = r[s]
                                                t_left = None
                                                frame.sp = s
                                                instruction(frame, step, None, r[s - 1])
                                                if returned is not None:
                                                    returned(frame, t_value)
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
                                        if op < 75:
                                            if op < 74:
                                                if op < 70:
                                                    if op < 67:
                                                        # POP_JUMP_IF_NONE
                                                        if r[s] is None:
                                                            node = x
                                                            r[s] = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            r[s] = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                    else:
                                                        if op < 69:
                                                            if op < 68:
                                                                # LIST_EXTEND
                                                                list_extend(r[s], r[s + (x - 1) + 1])
                                                                r[s + (x - 1) + 1] = None
                                                                target = node[4]
                                                                sp = frame.sp = target.sp
                                                                instruction(frame, step, target, r[sp - 1])
                                                            else:
                                                                # LOAD_CLOSURE
                                                                r[s] = r[x]
                                                                target = node[4]
                                                                sp = frame.sp = target.sp
                                                                instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            # BINARY_OP 3
                                                            r[s] = r[s] << r[x]
                                                            r[x] = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                else:
                                                    if op < 71:
                                                        # BINARY_OP 23
                                                        r[s] -= r[x]
                                                        r[x] = None
                                                        target = node[4]
                                                        sp = frame.sp = target.sp
                                                        instruction(frame, step, target, r[sp - 1])
                                                    else:
                                                        if op < 73:
                                                            if op < 72:
                                                                # MAKE_FUNCTION
                                                                r[s] = make_function_with(r[s + ((x & 1) + (x >> 1 & 1) + (x >> 2 & 1) + (x >> 3 & 1))], frame, r[s:s + ((x & 1) + (x >> 1 & 1) + (x >> 2 & 1) + (x >> 3 & 1))], x, step)
                                                                for i in range(s + 1, s + ((x & 1) + (x >> 1 & 1) + (x >> 2 & 1) + (x >> 3 & 1)) + 1):
                                                                    r[i] = None
                                                                target = node[4]
                                                                sp = frame.sp = target.sp
                                                                instruction(frame, step, target, r[sp - 1])
                                                            else:
                                                                # CHECK_EXC_MATCH
                                                                r[x] = check_exc_match(r[s], r[x])
                                                                target = node[4]
                                                                sp = frame.sp = target.sp
                                                                instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            # GET_LEN
                                                            r[x] = len(r[s])
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                            else:
                                                # LOAD_DEREF
                                                if r[x] == EMPTY_CELL:
                                                    load_deref(r[x], frame, x)
                                                r[s] = r[x].cell_contents
                                                target = node[4]
                                                sp = frame.sp = target.sp
                                                instruction(frame, step, target, r[sp - 1])
                                        else:
                                            # POP_TOP
                                            r[s] = None
                                            target = node[4]
                                            sp = frame.sp = target.sp
                                            instruction(frame, step, target, r[sp - 1])
                        else:
                            # LOAD_FAST
                            r[s] = r[x]
                            target = node[4]
                            sp = frame.sp = target.sp
                            instruction(frame, step, target, r[sp - 1])
                    else:
                        if op < 124:
                            if op < 97:
                                if op < 80:
                                    if op < 78:
                                        # RESUME
                                        target = node[4]
                                        sp = frame.sp = target.sp
                                        instruction(frame, step, target, r[sp - 1])
                                    else:
                                        if op < 79:
                                            # COMPARE_OP 0
                                            r[s] = r[s] < r[x]
                                            r[x] = None
                                            target = node[4]
                                            sp = frame.sp = target.sp
                                            instruction(frame, step, target, r[sp - 1])
                                        else:
                                            # COMPARE_OP 2
                                            r[s] = r[s] == r[x]
                                            r[x] = None
                                            target = node[4]
                                            sp = frame.sp = target.sp
                                            instruction(frame, step, target, r[sp - 1])
                                else:
                                    if op < 96:
                                        if op < 93:
                                            if op < 89:
                                                if op < 81:
                                                    # PUSH_NULL
                                                    r[s] = NULL
                                                    target = node[4]
                                                    sp = frame.sp = target.sp
                                                    instruction(frame, step, target, r[sp - 1])
                                                else:
                                                    if op < 87:
                                                        if op < 82:
                                                            # BINARY_OP 25
                                                            r[s] ^= r[x]
                                                            r[x] = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            if op < 86:
                                                                if op < 85:
                                                                    if op < 84:
                                                                        if op < 83:
                                                                            # BUILD_LIST
                                                                            r[s] = [*r[s:s + x]]
                                                                            for i in range(s + 1, s + (x)):
                                                                                r[i] = None
                                                                            target = node[4]
                                                                            sp = frame.sp = target.sp
                                                                            instruction(frame, step, target, r[sp - 1])
                                                                        else:
                                                                            # STORE_NAME
                                                                            t_value = r[s]
                                                                            if frame.locals is None:
                                                                                store_name(frame, x, t_value)
                                                                            frame.locals[x] = t_value
                                                                            t_value = r[s] = None
                                                                            target = node[4]
                                                                            sp = frame.sp = target.sp
                                                                            instruction(frame, step, target, r[sp - 1])
                                                                    else:
                                                                        # BUILD_STRING
                                                                        t_result = ''.join(r[s:s + x])
                                                                        for i in range(s + (x) + -1, s, -1):
                                                                            r[i] = None
                                                                        r[s] = t_result
                                                                        t_result = None
                                                                        target = node[4]
                                                                        sp = frame.sp = target.sp
                                                                        instruction(frame, step, target, r[sp - 1])
                                                                else:
                                                                    # FORMAT_VALUE
                                                                    r[s] = format_value(r[s], r[s + 1:s + ((x & 4) >> 2) + 1], x)
                                                                    for i in range(s + 1, s + ((x & 4) >> 2) + 1):
                                                                        r[i] = None
                                                                    target = node[4]
                                                                    sp = frame.sp = target.sp
                                                                    instruction(frame, step, target, r[sp - 1])
                                                            else:
                                                                # BINARY_OP 4
                                                                r[s] = r[s] @ r[x]
                                                                r[x] = None
                                                                target = node[4]
                                                                sp = frame.sp = target.sp
                                                                instruction(frame, step, target, r[sp - 1])
                                                    else:
                                                        if op < 88:
                                                            # JUMP_BACKWARD_NO_INTERRUPT
                                                            node = x
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            # BUILD_TUPLE 2
                                                            r[s] = (r[s], r[x])
                                                            r[x] = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                            else:
                                                if op < 92:
                                                    if op < 91:
                                                        if op < 90:
                                                            # COMPARE_OP 5
                                                            r[s] = r[s] >= r[x]
                                                            r[x] = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            # MATCH_CLASS
                                                            r[s] = match_class(r[s], r[s + 1], x, r[s + 2])
                                                            r[s + 1] = r[s + 2] = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                    else:
                                                        # NOP
                                                        target = node[4]
                                                        sp = frame.sp = target.sp
                                                        instruction(frame, step, target, r[sp - 1])
                                                else:
                                                    # LOAD_GLOBAL 0
                                                    if x in frame.globals:
                                                        r[s] = frame.globals[x]
                                                        target = node[4]
                                                        sp = frame.sp = target.sp
                                                        instruction(frame, step, target, r[sp - 1])
                                                    else:
                                                        if x in frame.builtins:
                                                            r[s] = frame.builtins[x]
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            r[s] = load_global(frame, x)
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                        else:
                                            if op < 95:
                                                if op < 94:
                                                    # BINARY_OP 1
                                                    r[s] = r[s] & r[x]
                                                    r[x] = None
                                                    target = node[4]
                                                    sp = frame.sp = target.sp
                                                    instruction(frame, step, target, r[sp - 1])
                                                else:
                                                    # RETURN_CONST_IN_ORDER
                                                    t_value = x
                                                    t_left = None
                                                    frame.sp = s
                                                    instruction(frame, step, None, r[s - 1])
                                                    if returned is not None:
                                                        returned(frame, t_value)
                                                    if frame is base:
                                                        if frame.husk is not None:
                                                            retire(frame)
                                                        r.reverse()
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
                                                        t_left.r.reverse()
                                                    else:
                                                        t_left.r.reverse()
                                                        t_left.r = t_left.function = t_left.globals = t_left.back = None
                                                        t_left.executable.pool.append(t_left)
                                                    t_left = None
                                            else:
                                                # UNPACK_SEQUENCE 2
                                                t_first, t_second = r[s]
                                                r[s], r[x] = t_second, t_first
                                                t_first = t_second = None
                                                target = node[4]
                                                sp = frame.sp = target.sp
                                                instruction(frame, step, target, r[sp - 1])
                                    else:
                                        # BINARY_OP 0
                                        r[s] = r[s] + r[x]
                                        r[x] = None
                                        target = node[4]
                                        sp = frame.sp = target.sp
                                        instruction(frame, step, target, r[sp - 1])
                            else:
                                if op < 121:
                                    if op < 98:
                                        # CALL 1
                                        t_method_or_null = r[s]
                                        t_self_or_callable = r[s + 1]
                                        if t_method_or_null is NULL:
                                            t_callable = t_self_or_callable
                                            t_arguments = [r[s + 2]]
                                            t_count = x
                                        else:
                                            t_callable = t_method_or_null
                                            t_arguments = [t_self_or_callable, r[s + 2]]
                                            t_count = x + 1
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
                                                    r[s] = r[s + 1] = r[s + 2] = t_arguments = t_callable = t_method_or_null = t_self_or_callable = t_value = None
                                                    t_callee.ret = s
                                                    frame.node = node
                                                    frame.step = step
                                                    sp = frame.sp = s
                                                    instruction(frame, step, None, r[sp - 1])
                                                    frame = thread.frame = t_callee
                                                    t_callee = None
                                                    r = frame.r
                                                    node = frame.node
                                                    if start is not None:
                                                        frame.step = node[4]
                                                        frame.sp = frame.step.sp
                                                        start(frame)
                                                    continue
                                                else:
                                                    t_callee = bound_frame(t_executable, t_callable, t_arguments, {}, frame)
                                                    r[s] = r[s + 1] = r[s + 2] = t_arguments = t_callable = t_method_or_null = t_self_or_callable = t_value = None
                                                    t_callee.ret = s
                                                    frame.node = node
                                                    frame.step = step
                                                    sp = frame.sp = s
                                                    instruction(frame, step, None, r[sp - 1])
                                                    frame = thread.frame = t_callee
                                                    t_callee = None
                                                    r = frame.r
                                                    node = frame.node
                                                    if start is not None:
                                                        frame.step = node[4]
                                                        frame.sp = frame.step.sp
                                                        start(frame)
                                                    continue
                                        else:
                                            if type(t_callable) is BuiltinFunctionType and t_callable not in ANSWERED:
                                                r[s] = t_callable(*t_arguments)
                                                t_arguments = t_callable = t_callee = t_self_or_callable = t_value = t_method_or_null = r[s + 1] = r[s + 2] = None
                                                target = node[4]
                                                sp = frame.sp = target.sp
                                                instruction(frame, step, target, r[sp - 1])
                                                continue
                                        t_value = call_other(thread, frame, step, t_callable, t_arguments)
                                        if type(t_value) is Frame:
                                            t_callee = t_value
                                            r[s] = r[s + 1] = r[s + 2] = t_arguments = t_callable = t_method_or_null = t_self_or_callable = t_value = None
                                            t_callee.ret = s
                                            frame.node = node
                                            frame.step = step
                                            sp = frame.sp = s
                                            instruction(frame, step, None, r[sp - 1])
                                            frame = thread.frame = t_callee
                                            t_callee = None
                                            r = frame.r
                                            node = frame.node
                                            if start is not None:
                                                frame.step = node[4]
                                                frame.sp = frame.step.sp
                                                start(frame)
                                        else:
                                            r[s] = t_value
                                            t_arguments = t_callable = t_callee = t_self_or_callable = t_value = t_method_or_null = r[s + 1] = r[s + 2] = None
                                            target = node[4]
                                            sp = frame.sp = target.sp
                                            instruction(frame, step, target, r[sp - 1])
                                    else:
                                        if op < 110:
                                            if op < 101:
                                                if op < 99:
                                                    # COMPARE_OP 3
                                                    r[s] = r[s] != r[x]
                                                    r[x] = None
                                                    target = node[4]
                                                    sp = frame.sp = target.sp
                                                    instruction(frame, step, target, r[sp - 1])
                                                else:
                                                    if op < 100:
                                                        # SEND
                                                        t_value, t_returned = send_to(r[s], r[s + 1])
                                                        if t_returned:
                                                            node = x
                                                            r[s + 1] = t_value
                                                            t_value = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            r[s + 1] = t_value
                                                            t_value = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                    else:
                                                        # POP_JUMP_IF_NOT_NONE
                                                        if r[s] is not None:
                                                            node = x
                                                            r[s] = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            r[s] = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                            else:
                                                if op < 109:
                                                    if op < 107:
                                                        if op < 103:
                                                            if op < 102:
                                                                # POP_EXCEPT
                                                                set_handled(r[s])
                                                                r[s] = None
                                                                target = node[4]
                                                                sp = frame.sp = target.sp
                                                                instruction(frame, step, target, r[sp - 1])
                                                            else:
                                                                # PUSH_EXC_INFO
                                                                t_new_exc = r[s]
                                                                t_previous = handled_exception()
                                                                set_handled(t_new_exc)
                                                                r[s], r[x] = t_previous, t_new_exc
                                                                t_previous = t_new_exc = None
                                                                target = node[4]
                                                                sp = frame.sp = target.sp
                                                                instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            if op < 106:
                                                                if op < 104:
                                                                    # UNPACK_SEQUENCE
                                                                    r[s:s + (x)] = unpack_sequence(r[s], x)
                                                                    for i in range(s + (x), s + 1):
                                                                        r[i] = None
                                                                    target = node[4]
                                                                    sp = frame.sp = target.sp
                                                                    instruction(frame, step, target, r[sp - 1])
                                                                else:
                                                                    if op < 105:
                                                                        # BUILD_TUPLE 1
                                                                        r[s] = (r[s],)
                                                                        target = node[4]
                                                                        sp = frame.sp = target.sp
                                                                        instruction(frame, step, target, r[sp - 1])
                                                                    else:
                                                                        # DELETE_FAST
                                                                        if r[x] is NULL:
                                                                            unbound_local(frame, x)
                                                                        r[x] = NULL
                                                                        target = node[4]
                                                                        sp = frame.sp = target.sp
                                                                        instruction(frame, step, target, r[sp - 1])
                                                            else:
                                                                # LOAD_FAST_AND_CLEAR
                                                                t_value = r[x]
                                                                r[x] = NULL
                                                                r[s] = t_value
                                                                t_value = None
                                                                target = node[4]
                                                                sp = frame.sp = target.sp
                                                                instruction(frame, step, target, r[sp - 1])
                                                    else:
                                                        if op < 108:
                                                            # MATCH_SEQUENCE
                                                            r[x] = is_sequence(r[s])
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            # BINARY_OP 8
                                                            r[s] = r[s] ** r[x]
                                                            r[x] = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                else:
                                                    # UNPACK_SEQUENCE 3
                                                    t_first, t_second, t_third = r[s]
                                                    r[s], r[x], r[s + 2] = t_third, t_second, t_first
                                                    t_first = t_second = t_third = None
                                                    target = node[4]
                                                    sp = frame.sp = target.sp
                                                    instruction(frame, step, target, r[sp - 1])
                                        else:
                                            if op < 116:
                                                if op < 115:
                                                    if op < 114:
                                                        if op < 113:
                                                            if op < 112:
                                                                if op < 111:
                                                                    # BUILD_TUPLE 3
                                                                    r[s] = (r[s], r[x], r[s + 2])
                                                                    r[x] = r[s + 2] = None
                                                                    target = node[4]
                                                                    sp = frame.sp = target.sp
                                                                    instruction(frame, step, target, r[sp - 1])
                                                                else:
                                                                    # GET_YIELD_FROM_ITER
                                                                    r[s] = get_yield_from_iter(r[s], frame)
                                                                    target = node[4]
                                                                    sp = frame.sp = target.sp
                                                                    instruction(frame, step, target, r[sp - 1])
                                                            else:
                                                                # CALL_INTRINSIC_1
                                                                r[s] = x(r[s], frame)
                                                                target = node[4]
                                                                sp = frame.sp = target.sp
                                                                instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            # END_SEND
                                                            r[s] = r[x]
                                                            r[x] = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                    else:
                                                        # CALL 3
                                                        t_method_or_null = r[s]
                                                        t_self_or_callable = r[s + 1]
                                                        if t_method_or_null is NULL:
                                                            t_callable = t_self_or_callable
                                                            t_arguments = [r[s + 2], r[s + 3], r[s + 4]]
                                                            t_count = x
                                                        else:
                                                            t_callable = t_method_or_null
                                                            t_arguments = [t_self_or_callable, r[s + 2], r[s + 3], r[s + 4]]
                                                            t_count = x + 1
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
                                                                    r[s] = r[s + 1] = r[s + 2] = r[s + 3] = r[s + 4] = t_arguments = t_callable = t_method_or_null = t_self_or_callable = t_value = None
                                                                    t_callee.ret = s
                                                                    frame.node = node
                                                                    frame.step = step
                                                                    sp = frame.sp = s
                                                                    instruction(frame, step, None, r[sp - 1])
                                                                    frame = thread.frame = t_callee
                                                                    t_callee = None
                                                                    r = frame.r
                                                                    node = frame.node
                                                                    if start is not None:
                                                                        frame.step = node[4]
                                                                        frame.sp = frame.step.sp
                                                                        start(frame)
                                                                    continue
                                                                else:
                                                                    t_callee = bound_frame(t_executable, t_callable, t_arguments, {}, frame)
                                                                    r[s] = r[s + 1] = r[s + 2] = r[s + 3] = r[s + 4] = t_arguments = t_callable = t_method_or_null = t_self_or_callable = t_value = None
                                                                    t_callee.ret = s
                                                                    frame.node = node
                                                                    frame.step = step
                                                                    sp = frame.sp = s
                                                                    instruction(frame, step, None, r[sp - 1])
                                                                    frame = thread.frame = t_callee
                                                                    t_callee = None
                                                                    r = frame.r
                                                                    node = frame.node
                                                                    if start is not None:
                                                                        frame.step = node[4]
                                                                        frame.sp = frame.step.sp
                                                                        start(frame)
                                                                    continue
                                                        else:
                                                            if type(t_callable) is BuiltinFunctionType and t_callable not in ANSWERED:
                                                                r[s] = t_callable(*t_arguments)
                                                                t_arguments = t_callable = t_callee = t_self_or_callable = t_value = t_method_or_null = r[s + 1] = r[s + 2] = r[s + 3] = r[s + 4] = None
                                                                target = node[4]
                                                                sp = frame.sp = target.sp
                                                                instruction(frame, step, target, r[sp - 1])
                                                                continue
                                                        t_value = call_other(thread, frame, step, t_callable, t_arguments)
                                                        if type(t_value) is Frame:
                                                            t_callee = t_value
                                                            r[s] = r[s + 1] = r[s + 2] = r[s + 3] = r[s + 4] = t_arguments = t_callable = t_method_or_null = t_self_or_callable = t_value = None
                                                            t_callee.ret = s
                                                            frame.node = node
                                                            frame.step = step
                                                            sp = frame.sp = s
                                                            instruction(frame, step, None, r[sp - 1])
                                                            frame = thread.frame = t_callee
                                                            t_callee = None
                                                            r = frame.r
                                                            node = frame.node
                                                            if start is not None:
                                                                frame.step = node[4]
                                                                frame.sp = frame.step.sp
                                                                start(frame)
                                                        else:
                                                            r[s] = t_value
                                                            t_arguments = t_callable = t_callee = t_self_or_callable = t_value = t_method_or_null = r[s + 1] = r[s + 2] = r[s + 3] = r[s + 4] = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                else:
                                                    # CALL 0
                                                    t_method_or_null = r[s]
                                                    t_self_or_callable = r[s + 1]
                                                    if t_method_or_null is NULL:
                                                        t_callable = t_self_or_callable
                                                        t_arguments = []
                                                        t_count = x
                                                    else:
                                                        t_callable = t_method_or_null
                                                        t_arguments = [t_self_or_callable]
                                                        t_count = x + 1
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
                                                                r[s] = r[s + 1] = t_arguments = t_callable = t_method_or_null = t_self_or_callable = t_value = None
                                                                t_callee.ret = s
                                                                frame.node = node
                                                                frame.step = step
                                                                sp = frame.sp = s
                                                                instruction(frame, step, None, r[sp - 1])
                                                                frame = thread.frame = t_callee
                                                                t_callee = None
                                                                r = frame.r
                                                                node = frame.node
                                                                if start is not None:
                                                                    frame.step = node[4]
                                                                    frame.sp = frame.step.sp
                                                                    start(frame)
                                                                continue
                                                            else:
                                                                t_callee = bound_frame(t_executable, t_callable, t_arguments, {}, frame)
                                                                r[s] = r[s + 1] = t_arguments = t_callable = t_method_or_null = t_self_or_callable = t_value = None
                                                                t_callee.ret = s
                                                                frame.node = node
                                                                frame.step = step
                                                                sp = frame.sp = s
                                                                instruction(frame, step, None, r[sp - 1])
                                                                frame = thread.frame = t_callee
                                                                t_callee = None
                                                                r = frame.r
                                                                node = frame.node
                                                                if start is not None:
                                                                    frame.step = node[4]
                                                                    frame.sp = frame.step.sp
                                                                    start(frame)
                                                                continue
                                                    else:
                                                        if type(t_callable) is BuiltinFunctionType and t_callable not in ANSWERED:
                                                            r[s] = t_callable(*t_arguments)
                                                            t_arguments = t_callable = t_callee = t_self_or_callable = t_value = t_method_or_null = r[s + 1] = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                            continue
                                                    t_value = call_other(thread, frame, step, t_callable, t_arguments)
                                                    if type(t_value) is Frame:
                                                        t_callee = t_value
                                                        r[s] = r[s + 1] = t_arguments = t_callable = t_method_or_null = t_self_or_callable = t_value = None
                                                        t_callee.ret = s
                                                        frame.node = node
                                                        frame.step = step
                                                        sp = frame.sp = s
                                                        instruction(frame, step, None, r[sp - 1])
                                                        frame = thread.frame = t_callee
                                                        t_callee = None
                                                        r = frame.r
                                                        node = frame.node
                                                        if start is not None:
                                                            frame.step = node[4]
                                                            frame.sp = frame.step.sp
                                                            start(frame)
                                                    else:
                                                        r[s] = t_value
                                                        t_arguments = t_callable = t_callee = t_self_or_callable = t_value = t_method_or_null = r[s + 1] = None
                                                        target = node[4]
                                                        sp = frame.sp = target.sp
                                                        instruction(frame, step, target, r[sp - 1])
                                            else:
                                                if op < 117:
                                                    # GET_ITER
                                                    r[s] = iter(r[s])
                                                    target = node[4]
                                                    sp = frame.sp = target.sp
                                                    instruction(frame, step, target, r[sp - 1])
                                                else:
                                                    if op < 118:
                                                        # JUMP_FORWARD
                                                        node = x
                                                        target = node[4]
                                                        sp = frame.sp = target.sp
                                                        instruction(frame, step, target, r[sp - 1])
                                                    else:
                                                        if op < 119:
                                                            # STORE_DEREF
                                                            r[x].cell_contents = r[s]
                                                            r[s] = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            if op < 120:
                                                                # KW_NAMES
                                                                target = node[4]
                                                                sp = frame.sp = target.sp
                                                                instruction(frame, step, target, r[sp - 1])
                                                            else:
                                                                # MAKE_CELL
                                                                r[x] = CellType() if r[x] is NULL else CellType(r[x])
                                                                target = node[4]
                                                                sp = frame.sp = target.sp
                                                                instruction(frame, step, target, r[sp - 1])
                                else:
                                    if op < 122:
                                        # JUMP_BACKWARD
                                        node = x
                                        target = node[4]
                                        sp = frame.sp = target.sp
                                        instruction(frame, step, target, r[sp - 1])
                                    else:
                                        if op < 123:
                                            # RETURN_VALUE_IN_ORDER
                                            t_value = r[s]
                                            t_left = None
                                            frame.sp = s
                                            instruction(frame, step, None, r[s - 1])
                                            if returned is not None:
                                                returned(frame, t_value)
                                            if frame is base:
                                                if frame.husk is not None:
                                                    retire(frame)
                                                r.reverse()
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
                                                t_left.r.reverse()
                                            else:
                                                t_left.r.reverse()
                                                t_left.r = t_left.function = t_left.globals = t_left.back = None
                                                t_left.executable.pool.append(t_left)
                                            t_left = None
                                        else:
                                            # COPY
                                            r[s + (x - 1) + 1] = r[s]
                                            target = node[4]
                                            sp = frame.sp = target.sp
                                            instruction(frame, step, target, r[sp - 1])
                        else:
                            if op < 174:
                                if op < 171:
                                    if op < 170:
                                        if op < 125:
                                            # LOAD_ATTR 1
                                            t_owner = r[s]
                                            t_attr = getattr(t_owner, x)
                                            if type(t_attr) is MethodType and t_attr.__self__ is t_owner:
                                                r[s], r[s + 1] = t_attr.__func__, t_owner
                                                t_attr = t_owner = None
                                                target = node[4]
                                                sp = frame.sp = target.sp
                                                instruction(frame, step, target, r[sp - 1])
                                            else:
                                                r[s], r[s + 1] = NULL, t_attr
                                                t_attr = t_owner = None
                                                target = node[4]
                                                sp = frame.sp = target.sp
                                                instruction(frame, step, target, r[sp - 1])
                                        else:
                                            if op < 126:
                                                # STORE_SUBSCR
                                                r[x][r[s + 2]] = r[s]
                                                r[s] = r[x] = r[s + 2] = None
                                                target = node[4]
                                                sp = frame.sp = target.sp
                                                instruction(frame, step, target, r[sp - 1])
                                            else:
                                                if op < 127:
                                                    # COMPARE_OP 4
                                                    r[s] = r[s] > r[x]
                                                    r[x] = None
                                                    target = node[4]
                                                    sp = frame.sp = target.sp
                                                    instruction(frame, step, target, r[sp - 1])
                                                else:
                                                    if op < 128:
                                                        # BINARY_OP 7
                                                        r[s] = r[s] | r[x]
                                                        r[x] = None
                                                        target = node[4]
                                                        sp = frame.sp = target.sp
                                                        instruction(frame, step, target, r[sp - 1])
                                                    else:
                                                        if op < 169:
                                                            if op < 129:
                                                                # BUILD_MAP 0
                                                                r[s] = dict(zip(r[s:s][0::2], r[s:s][1::2]))
                                                                target = node[4]
                                                                sp = frame.sp = target.sp
                                                                instruction(frame, step, target, r[sp - 1])
                                                            else:
                                                                if op < 130:
                                                                    # MATCH_MAPPING
                                                                    r[x] = is_mapping(r[s])
                                                                    target = node[4]
                                                                    sp = frame.sp = target.sp
                                                                    instruction(frame, step, target, r[sp - 1])
                                                                else:
                                                                    if op < 168:
                                                                        if op < 131:
                                                                            # BUILD_SET
                                                                            r[s] = {*r[s:s + x]}
                                                                            for i in range(s + 1, s + (x)):
                                                                                r[i] = None
                                                                            target = node[4]
                                                                            sp = frame.sp = target.sp
                                                                            instruction(frame, step, target, r[sp - 1])
                                                                        else:
                                                                            if op < 166:
                                                                                if op < 147:
                                                                                    if op < 139:
                                                                                        if op < 135:
                                                                                            if op < 133:
                                                                                                if op < 132:
                                                                                                    # BINARY_OP 18
                                                                                                    r[s] *= r[x]
                                                                                                    r[x] = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                                else:
                                                                                                    # BINARY_OP 17
                                                                                                    r[s] @= r[x]
                                                                                                    r[x] = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                            else:
                                                                                                if op < 134:
                                                                                                    # BINARY_OP 16
                                                                                                    r[s] <<= r[x]
                                                                                                    r[x] = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                                else:
                                                                                                    # BINARY_OP 15
                                                                                                    r[s] //= r[x]
                                                                                                    r[x] = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                        else:
                                                                                            if op < 137:
                                                                                                if op < 136:
                                                                                                    # BINARY_OP 14
                                                                                                    r[s] &= r[x]
                                                                                                    r[x] = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                                else:
                                                                                                    # BINARY_OP 12
                                                                                                    r[s] = r[s] ^ r[x]
                                                                                                    r[x] = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                            else:
                                                                                                if op < 138:
                                                                                                    # DELETE_ATTR_ANSWERED
                                                                                                    x(r[s])
                                                                                                    r[s] = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                                else:
                                                                                                    # DELETE_ATTR
                                                                                                    delattr(r[s], x)
                                                                                                    r[s] = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                    else:
                                                                                        if op < 143:
                                                                                            if op < 141:
                                                                                                if op < 140:
                                                                                                    # STORE_ATTR_ANSWERED
                                                                                                    x(r[s + 1], r[s])
                                                                                                    r[s] = r[s + 1] = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                                else:
                                                                                                    # LOAD_SUPER_ATTR 0
                                                                                                    t_attr = load_super_attr(r[s], r[s + 1], r[s + 2], x, step.oparg)
                                                                                                    r[s] = t_attr
                                                                                                    t_attr = r[s + 1] = r[s + 2] = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                            else:
                                                                                                if op < 142:
                                                                                                    # LOAD_ATTR_ANSWERED 1
                                                                                                    r[s], r[s + 1] = NULL, x(r[s], frame)
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                                else:
                                                                                                    # LOAD_ATTR_ANSWERED 0
                                                                                                    r[s] = x(r[s], frame)
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                        else:
                                                                                            if op < 145:
                                                                                                if op < 144:
                                                                                                    # SETUP_ANNOTATIONS
                                                                                                    setup_annotations(frame)
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                                else:
                                                                                                    # DELETE_NAME
                                                                                                    delete_name(frame, x)
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                            else:
                                                                                                if op < 146:
                                                                                                    # DELETE_GLOBAL
                                                                                                    delete_global(frame, x)
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                                else:
                                                                                                    # STORE_GLOBAL
                                                                                                    frame.globals[x] = r[s]
                                                                                                    r[s] = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                else:
                                                                                    if op < 162:
                                                                                        if op < 151:
                                                                                            if op < 149:
                                                                                                if op < 148:
                                                                                                    # DELETE_DEREF
                                                                                                    delete_deref(r[x], frame, x)
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                                else:
                                                                                                    # LOAD_LOCALS
                                                                                                    r[s] = frame.locals
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                            else:
                                                                                                if op < 150:
                                                                                                    # LOAD_FROM_DICT_OR_GLOBALS
                                                                                                    r[s] = load_from_mapping(r[s], frame, x)
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                                else:
                                                                                                    # LOAD_FROM_DICT_OR_DEREF
                                                                                                    r[s] = load_class_deref(r[s], r[x], frame, x)
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                        else:
                                                                                            if op < 161:
                                                                                                if op < 152:
                                                                                                    # LOAD_ASSERTION_ERROR
                                                                                                    r[s] = AssertionError
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                                else:
                                                                                                    if op < 157:
                                                                                                        if op < 155:
                                                                                                            if op < 154:
                                                                                                                if op < 153:
                                                                                                                    # UNARY_NOT
                                                                                                                    r[s] = not r[s]
                                                                                                                    target = node[4]
                                                                                                                    sp = frame.sp = target.sp
                                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                                                else:
                                                                                                                    # LOAD_FAST_CHECK
                                                                                                                    if r[x] is NULL:
                                                                                                                        unbound_local(frame, x)
                                                                                                                    r[s] = r[x]
                                                                                                                    target = node[4]
                                                                                                                    sp = frame.sp = target.sp
                                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                                            else:
                                                                                                                # IMPORT_FROM
                                                                                                                r[s + 1] = import_from(r[s], x, frame)
                                                                                                                target = node[4]
                                                                                                                sp = frame.sp = target.sp
                                                                                                                instruction(frame, step, target, r[sp - 1])
                                                                                                        else:
                                                                                                            if op < 156:
                                                                                                                # IMPORT_NAME
                                                                                                                r[s] = import_name(frame, x, r[s + 1], r[s])
                                                                                                                r[s + 1] = None
                                                                                                                target = node[4]
                                                                                                                sp = frame.sp = target.sp
                                                                                                                instruction(frame, step, target, r[sp - 1])
                                                                                                            else:
                                                                                                                # BEFORE_ASYNC_WITH
                                                                                                                t_exit, t_res = before_async_with(r[s])
                                                                                                                r[s], r[x] = t_exit, t_res
                                                                                                                t_exit = t_res = None
                                                                                                                target = node[4]
                                                                                                                sp = frame.sp = target.sp
                                                                                                                instruction(frame, step, target, r[sp - 1])
                                                                                                                step = node[4]
                                                                                                                if thread.late is not None:
                                                                                                                    node = put_off(thread, node)
                                                                                                    else:
                                                                                                        if op < 159:
                                                                                                            if op < 158:
                                                                                                                # SET_UPDATE
                                                                                                                r[s].update(r[s + (x - 1) + 1])
                                                                                                                r[s + (x - 1) + 1] = None
                                                                                                                target = node[4]
                                                                                                                sp = frame.sp = target.sp
                                                                                                                instruction(frame, step, target, r[sp - 1])
                                                                                                            else:
                                                                                                                # BUILD_SLICE 2
                                                                                                                r[s] = slice(r[s], r[x])
                                                                                                                r[x] = None
                                                                                                                target = node[4]
                                                                                                                sp = frame.sp = target.sp
                                                                                                                instruction(frame, step, target, r[sp - 1])
                                                                                                        else:
                                                                                                            if op < 160:
                                                                                                                # BUILD_MAP
                                                                                                                t_result = dict(zip(r[s:s + x * 2][0::2], r[s:s + x * 2][1::2]))
                                                                                                                for i in range(s + (x * 2) + -1, s, -1):
                                                                                                                    r[i] = None
                                                                                                                r[s] = t_result
                                                                                                                t_result = None
                                                                                                                target = node[4]
                                                                                                                sp = frame.sp = target.sp
                                                                                                                instruction(frame, step, target, r[sp - 1])
                                                                                                            else:
                                                                                                                # BUILD_TUPLE
                                                                                                                r[s] = (*r[s:s + x],)
                                                                                                                for i in range(s + 1, s + (x)):
                                                                                                                    r[i] = None
                                                                                                                target = node[4]
                                                                                                                sp = frame.sp = target.sp
                                                                                                                instruction(frame, step, target, r[sp - 1])
                                                                                            else:
                                                                                                # PROBE
                                                                                                node = x(thread, frame, step, node)
                                                                                    else:
                                                                                        if op < 164:
                                                                                            if op < 163:
                                                                                                # EXTENDED_ARG
                                                                                                target = node[4]
                                                                                                sp = frame.sp = target.sp
                                                                                                instruction(frame, step, target, r[sp - 1])
                                                                                            else:
                                                                                                # INTERPRETER_EXIT
                                                                                                t_value = r[s]
                                                                                                t_left = None
                                                                                                frame.sp = s
                                                                                                instruction(frame, step, None, r[s - 1])
                                                                                                if returned is not None:
                                                                                                    returned(frame, t_value)
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
                                                                                            if op < 165:
                                                                                                # RESERVED
                                                                                                raise SystemError('Executing RESERVED instruction.')
                                                                                            else:
                                                                                                # CACHE
                                                                                                raise SystemError('Executing a cache.')
                                                                            else:
                                                                                if op < 167:
                                                                                    # END_ASYNC_FOR
                                                                                    t_exc = r[x]
                                                                                    if not isinstance(t_exc, StopAsyncIteration):
                                                                                        reraise(thread, t_exc)
                                                                                        t_exc = r[s] = r[x] = None
                                                                                        target = node[4]
                                                                                        sp = frame.sp = target.sp
                                                                                        instruction(frame, step, target, r[sp - 1])
                                                                                    else:
                                                                                        t_exc = r[s] = r[x] = None
                                                                                        target = node[4]
                                                                                        sp = frame.sp = target.sp
                                                                                        instruction(frame, step, target, r[sp - 1])
                                                                                else:
                                                                                    # GET_AITER
                                                                                    r[s] = get_aiter(r[s])
                                                                                    target = node[4]
                                                                                    sp = frame.sp = target.sp
                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                    else:
                                                                        # MATCH_KEYS
                                                                        r[s + 2] = match_keys(r[s], r[x])
                                                                        target = node[4]
                                                                        sp = frame.sp = target.sp
                                                                        instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            # BUILD_LIST 1
                                                            r[s] = [r[s]]
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                    else:
                                        # LOAD_GLOBAL 1
                                        if x in frame.globals:
                                            r[s], r[s + 1] = NULL, frame.globals[x]
                                            target = node[4]
                                            sp = frame.sp = target.sp
                                            instruction(frame, step, target, r[sp - 1])
                                        else:
                                            if x in frame.builtins:
                                                r[s], r[s + 1] = NULL, frame.builtins[x]
                                                target = node[4]
                                                sp = frame.sp = target.sp
                                                instruction(frame, step, target, r[sp - 1])
                                            else:
                                                r[s], r[s + 1] = NULL, load_global(frame, x)
                                                target = node[4]
                                                sp = frame.sp = target.sp
                                                instruction(frame, step, target, r[sp - 1])
                                else:
                                    if op < 172:
                                        # FOR_ITER
                                        t_value = next(r[s], NULL)
                                        if t_value is NULL:
                                            node = x
                                            t_value = r[s] = None
                                            target = node[4]
                                            sp = frame.sp = target.sp
                                            instruction(frame, step, target, r[sp - 1])
                                        else:
                                            r[s + 1] = t_value
                                            t_value = None
                                            target = node[4]
                                            sp = frame.sp = target.sp
                                            instruction(frame, step, target, r[sp - 1])
                                    else:
                                        if op < 173:
                                            # BINARY_OP 13
                                            r[s] += r[x]
                                            r[x] = None
                                            target = node[4]
                                            sp = frame.sp = target.sp
                                            instruction(frame, step, target, r[sp - 1])
                                        else:
                                            # POP_JUMP_IF_TRUE
                                            if r[s]:
                                                node = x
                                                r[s] = None
                                                target = node[4]
                                                sp = frame.sp = target.sp
                                                instruction(frame, step, target, r[sp - 1])
                                            else:
                                                r[s] = None
                                                target = node[4]
                                                sp = frame.sp = target.sp
                                                instruction(frame, step, target, r[sp - 1])
                            else:
                                # LOAD_CONST
                                r[s] = x
                                target = node[4]
                                sp = frame.sp = target.sp
                                instruction(frame, step, target, r[sp - 1])
                else:
                    # RUN
                    step = None
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
            t_arguments = t_attr = t_callable = t_callee = t_exc = t_exc_value = t_exit = t_first = t_fourth = t_func = t_left = t_match = t_method_or_null = t_new_exc = t_only = t_owner = t_previous = t_res = t_rest = t_result = t_second = t_self = t_self_or_callable = t_set = t_third = t_val = t_value = None
            frame = unwind_observed(thread, frame, base, step, exception)
            if frame is None:
                thread.host = outer
                raise
            r = frame.r
            node = frame.node
