"""The evaluation loop of CPython 3.11, made by tools/generate_loops.py.

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
from peephole.machine.calls import ANSWERED, arguments_of, blank_frame, bound_frame, call_other, call_with_names, call_with_unpacking, executable_of
from peephole.machine.containers import Set, dict_merge, dict_update, list_extend, not_a_set
from peephole.machine.exceptions import check_eg_match, check_exc_match, handled_exception, prep_reraise_star, raise_active, reraise, set_handled
from peephole.machine.formatting import format_value
from peephole.machine.frame import Frame
from peephole.machine.functions import make_function_with
from peephole.machine.hiding import own_frame, windowed
from peephole.machine.host import raise_again
from peephole.machine.importing import import_from, import_name, import_star
from peephole.machine.intrinsics import print_expr
from peephole.machine.iterators import async_gen_wrap, get_aiter, get_anext, get_awaitable, get_yield_from_iter, send_to
from peephole.machine.names import EMPTY_CELL, delete_deref, delete_global, delete_name, load_build_class, load_class_deref, load_deref, load_global, load_name, setup_annotations, store_name, unbound_local
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
                if op < 171:
                    if op < 150:
                        if op < 49:
                            if op < 34:
                                if op < 12:
                                    if op < 10:
                                        if op < 2:
                                            if op < 1:
                                                # BINARY_OP 13
                                                r[s] += r[x]
                                                r[x] = None
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
                                            if op < 3:
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
                                                if op < 5:
                                                    if op < 4:
                                                        # JUMP_FORWARD
                                                        node = x
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
                                                    if op < 9:
                                                        if op < 6:
                                                            # CONTAINS_OP 0
                                                            r[s] = r[s] in r[x]
                                                            r[x] = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            if op < 8:
                                                                if op < 7:
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
                                                        # BINARY_OP 11
                                                        r[s] = r[s] / r[x]
                                                        r[x] = None
                                                        target = node[4]
                                                        sp = frame.sp = target.sp
                                                        instruction(frame, step, target, r[sp - 1])
                                    else:
                                        if op < 11:
                                            # BINARY_SUBSCR
                                            r[s] = r[s][r[x]]
                                            r[x] = None
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
                                    if op < 13:
                                        # PRECALL
                                        target = node[4]
                                        sp = frame.sp = target.sp
                                        instruction(frame, step, target, r[sp - 1])
                                    else:
                                        if op < 14:
                                            # JUMP_BACKWARD
                                            node = x
                                            target = node[4]
                                            sp = frame.sp = target.sp
                                            instruction(frame, step, target, r[sp - 1])
                                        else:
                                            if op < 17:
                                                if op < 16:
                                                    if op < 15:
                                                        # POP_JUMP_FORWARD_IF_NONE
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
                                                        # COPY_FREE_VARS
                                                        target = node[4]
                                                        sp = frame.sp = target.sp
                                                        instruction(frame, step, target, r[sp - 1])
                                                else:
                                                    # STORE_ATTR
                                                    setattr(r[s + 1], x, r[s])
                                                    r[s] = r[s + 1] = None
                                                    target = node[4]
                                                    sp = frame.sp = target.sp
                                                    instruction(frame, step, target, r[sp - 1])
                                            else:
                                                if op < 33:
                                                    if op < 31:
                                                        if op < 30:
                                                            if op < 18:
                                                                # CONTAINS_OP 1
                                                                r[s] = r[s] not in r[x]
                                                                r[x] = None
                                                                target = node[4]
                                                                sp = frame.sp = target.sp
                                                                instruction(frame, step, target, r[sp - 1])
                                                            else:
                                                                if op < 29:
                                                                    if op < 27:
                                                                        if op < 25:
                                                                            if op < 22:
                                                                                if op < 20:
                                                                                    if op < 19:
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
                                                                                    if op < 21:
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
                                                                                if op < 24:
                                                                                    if op < 23:
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
                                                                            if op < 26:
                                                                                # BUILD_SLICE 3
                                                                                r[s] = slice(r[s], r[x], r[s + 2])
                                                                                r[x] = r[s + 2] = None
                                                                                target = node[4]
                                                                                sp = frame.sp = target.sp
                                                                                instruction(frame, step, target, r[sp - 1])
                                                                            else:
                                                                                # BUILD_SET
                                                                                r[s] = {*r[s:s + x]}
                                                                                for i in range(s + 1, s + (x)):
                                                                                    r[i] = None
                                                                                target = node[4]
                                                                                sp = frame.sp = target.sp
                                                                                instruction(frame, step, target, r[sp - 1])
                                                                    else:
                                                                        if op < 28:
                                                                            # CALL_FUNCTION_EX 1
                                                                            t_func = r[x]
                                                                            r[s + 2] = r[s + 2] if type(r[s + 2]) is tuple else arguments_of(t_func, r[s + 2])
                                                                            t_value = call_with_unpacking(thread, frame, step, t_func, r[s + 2], r[s + 3])
                                                                            if type(t_value) is Frame:
                                                                                t_value.r.extend((r[s + 2], r[s + 3]))
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
                                                                    # JUMP_IF_FALSE_OR_POP
                                                                    if not r[s]:
                                                                        node = x
                                                                        target = node[4]
                                                                        sp = frame.sp = target.sp
                                                                        instruction(frame, step, target, r[sp - 1])
                                                                    else:
                                                                        r[s] = None
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
                                                        if op < 32:
                                                            # COMPARE_OP 1
                                                            r[s] = r[s] <= r[x]
                                                            r[x] = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            # POP_JUMP_FORWARD_IF_NOT_NONE
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
                                                    # WARM
                                                    x.count -= 1
                                                    if x.count:
                                                        node = s
                                                    else:
                                                        node = x.translate()
                            else:
                                if op < 48:
                                    if op < 35:
                                        # POP_JUMP_FORWARD_IF_FALSE
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
                                        if op < 36:
                                            # LOAD_ATTR
                                            r[s] = getattr(r[s], x)
                                            target = node[4]
                                            sp = frame.sp = target.sp
                                            instruction(frame, step, target, r[sp - 1])
                                        else:
                                            if op < 47:
                                                if op < 37:
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
                                                    if op < 46:
                                                        if op < 42:
                                                            if op < 41:
                                                                if op < 40:
                                                                    if op < 39:
                                                                        if op < 38:
                                                                            # MAP_ADD
                                                                            r[s][r[s + (x - 1) + 1]] = r[s + (x - 1) + 2]
                                                                            r[s + (x - 1) + 1] = r[s + (x - 1) + 2] = None
                                                                            target = node[4]
                                                                            sp = frame.sp = target.sp
                                                                            instruction(frame, step, target, r[sp - 1])
                                                                        else:
                                                                            # BUILD_LIST
                                                                            r[s] = [*r[s:s + x]]
                                                                            for i in range(s + 1, s + (x)):
                                                                                r[i] = None
                                                                            target = node[4]
                                                                            sp = frame.sp = target.sp
                                                                            instruction(frame, step, target, r[sp - 1])
                                                                    else:
                                                                        # ASYNC_GEN_WRAP
                                                                        r[s] = async_gen_wrap(r[s])
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
                                                                # MAKE_CELL
                                                                r[x] = CellType() if r[x] is NULL else CellType(r[x])
                                                                target = node[4]
                                                                sp = frame.sp = target.sp
                                                                instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            if op < 45:
                                                                if op < 44:
                                                                    if op < 43:
                                                                        # LIST_TO_TUPLE
                                                                        r[s] = (*r[s],)
                                                                        target = node[4]
                                                                        sp = frame.sp = target.sp
                                                                        instruction(frame, step, target, r[sp - 1])
                                                                    else:
                                                                        # CALL_FUNCTION_EX 0
                                                                        t_func = r[x]
                                                                        r[s + 2] = r[s + 2] if type(r[s + 2]) is tuple else arguments_of(t_func, r[s + 2])
                                                                        t_value = call_with_unpacking(thread, frame, step, t_func, r[s + 2], None)
                                                                        if type(t_value) is Frame:
                                                                            t_value.r.extend((r[s + 2],))
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
                                                                # UNARY_NEGATIVE
                                                                r[s] = -r[s]
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
                                                # SWAP
                                                r[s], r[s + (x - 2) + 1] = r[s + (x - 2) + 1], r[s]
                                                target = node[4]
                                                sp = frame.sp = target.sp
                                                instruction(frame, step, target, r[sp - 1])
                                else:
                                    # STORE_FAST
                                    r[x] = r[s]
                                    r[s] = None
                                    target = node[4]
                                    sp = frame.sp = target.sp
                                    instruction(frame, step, target, r[sp - 1])
                        else:
                            if op < 68:
                                if op < 65:
                                    if op < 58:
                                        if op < 50:
                                            # BINARY_OP 10
                                            r[s] = r[s] - r[x]
                                            r[x] = None
                                            target = node[4]
                                            sp = frame.sp = target.sp
                                            instruction(frame, step, target, r[sp - 1])
                                        else:
                                            if op < 57:
                                                if op < 56:
                                                    if op < 54:
                                                        if op < 53:
                                                            if op < 52:
                                                                if op < 51:
                                                                    # JUMP_IF_TRUE_OR_POP
                                                                    if r[s]:
                                                                        node = x
                                                                        target = node[4]
                                                                        sp = frame.sp = target.sp
                                                                        instruction(frame, step, target, r[sp - 1])
                                                                    else:
                                                                        r[s] = None
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
                                                                # BUILD_LIST 0
                                                                r[s] = []
                                                                target = node[4]
                                                                sp = frame.sp = target.sp
                                                                instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            # RETURN_GENERATOR
                                                            r[s] = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                    else:
                                                        if op < 55:
                                                            # BINARY_OP 9
                                                            r[s] = r[s] >> r[x]
                                                            r[x] = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            # STORE_DEREF
                                                            r[x].cell_contents = r[s]
                                                            r[s] = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                else:
                                                    # POP_JUMP_BACKWARD_IF_TRUE
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
                                                # BINARY_OP 6
                                                r[s] = r[s] % r[x]
                                                r[x] = None
                                                target = node[4]
                                                sp = frame.sp = target.sp
                                                instruction(frame, step, target, r[sp - 1])
                                    else:
                                        if op < 64:
                                            if op < 59:
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
                                                if op < 63:
                                                    if op < 62:
                                                        if op < 61:
                                                            if op < 60:
                                                                # LIST_EXTEND
                                                                list_extend(r[s], r[s + (x - 1) + 1])
                                                                r[s + (x - 1) + 1] = None
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
                                                            # BINARY_OP 3
                                                            r[s] = r[s] << r[x]
                                                            r[x] = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                    else:
                                                        # BINARY_OP 23
                                                        r[s] -= r[x]
                                                        r[x] = None
                                                        target = node[4]
                                                        sp = frame.sp = target.sp
                                                        instruction(frame, step, target, r[sp - 1])
                                                else:
                                                    # PUSH_NULL
                                                    r[s] = NULL
                                                    target = node[4]
                                                    sp = frame.sp = target.sp
                                                    instruction(frame, step, target, r[sp - 1])
                                        else:
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
                                    if op < 66:
                                        # RESUME
                                        target = node[4]
                                        sp = frame.sp = target.sp
                                        instruction(frame, step, target, r[sp - 1])
                                    else:
                                        if op < 67:
                                            # POP_TOP
                                            r[s] = None
                                            target = node[4]
                                            sp = frame.sp = target.sp
                                            instruction(frame, step, target, r[sp - 1])
                                        else:
                                            # COMPARE_OP 0
                                            r[s] = r[s] < r[x]
                                            r[x] = None
                                            target = node[4]
                                            sp = frame.sp = target.sp
                                            instruction(frame, step, target, r[sp - 1])
                            else:
                                if op < 137:
                                    if op < 136:
                                        if op < 69:
                                            # COMPARE_OP 2
                                            r[s] = r[s] == r[x]
                                            r[x] = None
                                            target = node[4]
                                            sp = frame.sp = target.sp
                                            instruction(frame, step, target, r[sp - 1])
                                        else:
                                            if op < 130:
                                                if op < 73:
                                                    if op < 71:
                                                        if op < 70:
                                                            # GET_LEN
                                                            r[x] = len(r[s])
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
                                                        if op < 72:
                                                            # JUMP_BACKWARD_NO_INTERRUPT
                                                            node = x
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            # BINARY_OP 25
                                                            r[s] ^= r[x]
                                                            r[x] = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                else:
                                                    if op < 74:
                                                        # POP_JUMP_BACKWARD_IF_FALSE
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
                                                        if op < 129:
                                                            if op < 128:
                                                                if op < 125:
                                                                    if op < 75:
                                                                        # UNPACK_EX
                                                                        r[s:s + (x >> 8)], r[s + (x >> 8)], r[s + (x >> 8) + 1:s + (x >> 8) + (x & 0xFF) + 1] = unpack_ex(r[s], x & 255, x >> 8)
                                                                        for i in range(s + (x >> 8) + (x & 0xFF) + 1, s + 1):
                                                                            r[i] = None
                                                                        target = node[4]
                                                                        sp = frame.sp = target.sp
                                                                        instruction(frame, step, target, r[sp - 1])
                                                                    else:
                                                                        if op < 123:
                                                                            if op < 85:
                                                                                if op < 76:
                                                                                    # IS_OP 0
                                                                                    r[s] = r[s] is r[x]
                                                                                    r[x] = None
                                                                                    target = node[4]
                                                                                    sp = frame.sp = target.sp
                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                else:
                                                                                    if op < 77:
                                                                                        # BUILD_LIST 2
                                                                                        r[s] = [r[s], r[x]]
                                                                                        r[x] = None
                                                                                        target = node[4]
                                                                                        sp = frame.sp = target.sp
                                                                                        instruction(frame, step, target, r[sp - 1])
                                                                                    else:
                                                                                        if op < 81:
                                                                                            if op < 79:
                                                                                                if op < 78:
                                                                                                    # PROBE
                                                                                                    node = x(thread, frame, step, node)
                                                                                                else:
                                                                                                    # EXTENDED_ARG
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                            else:
                                                                                                if op < 80:
                                                                                                    # CACHE
                                                                                                    raise SystemError('Executing a cache.')
                                                                                                else:
                                                                                                    # PRINT_EXPR
                                                                                                    print_expr(r[s])
                                                                                                    r[s] = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                        else:
                                                                                            if op < 83:
                                                                                                if op < 82:
                                                                                                    # IMPORT_STAR
                                                                                                    import_star(r[s], frame)
                                                                                                    r[s] = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                                else:
                                                                                                    # PREP_RERAISE_STAR
                                                                                                    r[s] = prep_reraise_star(r[s], r[x])
                                                                                                    r[x] = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                            else:
                                                                                                if op < 84:
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
                                                                                if op < 101:
                                                                                    if op < 93:
                                                                                        if op < 89:
                                                                                            if op < 87:
                                                                                                if op < 86:
                                                                                                    # RAISE_VARARGS 2
                                                                                                    raise r[s] from r[x]
                                                                                                else:
                                                                                                    # RAISE_VARARGS 1
                                                                                                    raise r[s]
                                                                                            else:
                                                                                                if op < 88:
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
                                                                                            if op < 91:
                                                                                                if op < 90:
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
                                                                                                if op < 92:
                                                                                                    # BUILD_SLICE
                                                                                                    r[s] = slice(r[s], r[s + 1], *r[s + 2:s + (x - 2) + 2])
                                                                                                    for i in range(s + 1, s + (x - 2) + 2):
                                                                                                        r[i] = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                                else:
                                                                                                    # POP_JUMP_BACKWARD_IF_NONE
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
                                                                                        if op < 97:
                                                                                            if op < 95:
                                                                                                if op < 94:
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
                                                                                                if op < 96:
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
                                                                                            if op < 99:
                                                                                                if op < 98:
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
                                                                                                if op < 100:
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
                                                                                    if op < 109:
                                                                                        if op < 105:
                                                                                            if op < 103:
                                                                                                if op < 102:
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
                                                                                                if op < 104:
                                                                                                    # UNARY_POSITIVE
                                                                                                    r[s] = +r[s]
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                                else:
                                                                                                    # DELETE_ATTR_ANSWERED
                                                                                                    x(r[s])
                                                                                                    r[s] = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                        else:
                                                                                            if op < 107:
                                                                                                if op < 106:
                                                                                                    # DELETE_ATTR
                                                                                                    delattr(r[s], x)
                                                                                                    r[s] = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                                else:
                                                                                                    # STORE_ATTR_ANSWERED
                                                                                                    x(r[s + 1], r[s])
                                                                                                    r[s] = r[s + 1] = None
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                            else:
                                                                                                if op < 108:
                                                                                                    # LOAD_METHOD_ANSWERED
                                                                                                    r[s], r[s + 1] = NULL, x(r[s], frame)
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                                else:
                                                                                                    # LOAD_ATTR_ANSWERED
                                                                                                    r[s] = x(r[s], frame)
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                    else:
                                                                                        if op < 113:
                                                                                            if op < 111:
                                                                                                if op < 110:
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
                                                                                                if op < 112:
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
                                                                                            if op < 115:
                                                                                                if op < 114:
                                                                                                    # DELETE_DEREF
                                                                                                    delete_deref(r[x], frame, x)
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                                else:
                                                                                                    # LOAD_CLASSDEREF
                                                                                                    r[s] = load_class_deref(frame.locals, r[x], frame, x)
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                            else:
                                                                                                if op < 116:
                                                                                                    # LOAD_ASSERTION_ERROR
                                                                                                    r[s] = AssertionError
                                                                                                    target = node[4]
                                                                                                    sp = frame.sp = target.sp
                                                                                                    instruction(frame, step, target, r[sp - 1])
                                                                                                else:
                                                                                                    if op < 120:
                                                                                                        if op < 118:
                                                                                                            if op < 117:
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
                                                                                                            if op < 119:
                                                                                                                # SET_UPDATE
                                                                                                                r[s].update(r[s + (x - 1) + 1])
                                                                                                                r[s + (x - 1) + 1] = None
                                                                                                                target = node[4]
                                                                                                                sp = frame.sp = target.sp
                                                                                                                instruction(frame, step, target, r[sp - 1])
                                                                                                            else:
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
                                                                                                        if op < 122:
                                                                                                            if op < 121:
                                                                                                                # BUILD_TUPLE
                                                                                                                r[s] = (*r[s:s + x],)
                                                                                                                for i in range(s + 1, s + (x)):
                                                                                                                    r[i] = None
                                                                                                                target = node[4]
                                                                                                                sp = frame.sp = target.sp
                                                                                                                instruction(frame, step, target, r[sp - 1])
                                                                                                            else:
                                                                                                                # UNARY_NOT
                                                                                                                r[s] = not r[s]
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
                                                                            if op < 124:
                                                                                # DELETE_SUBSCR
                                                                                del r[s][r[x]]
                                                                                r[s] = r[x] = None
                                                                                target = node[4]
                                                                                sp = frame.sp = target.sp
                                                                                instruction(frame, step, target, r[sp - 1])
                                                                            else:
                                                                                # LOAD_NAME
                                                                                r[s] = load_name(frame, x)
                                                                                target = node[4]
                                                                                sp = frame.sp = target.sp
                                                                                instruction(frame, step, target, r[sp - 1])
                                                                else:
                                                                    if op < 127:
                                                                        if op < 126:
                                                                            # POP_JUMP_BACKWARD_IF_NOT_NONE
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
                                                                # BINARY_OP 4
                                                                r[s] = r[s] @ r[x]
                                                                r[x] = None
                                                                target = node[4]
                                                                sp = frame.sp = target.sp
                                                                instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            # COMPARE_OP 5
                                                            r[s] = r[s] >= r[x]
                                                            r[x] = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                            else:
                                                if op < 135:
                                                    if op < 131:
                                                        # NOP
                                                        target = node[4]
                                                        sp = frame.sp = target.sp
                                                        instruction(frame, step, target, r[sp - 1])
                                                    else:
                                                        if op < 132:
                                                            # MATCH_CLASS
                                                            r[s] = match_class(r[s], r[s + 1], x, r[s + 2])
                                                            r[s + 1] = r[s + 2] = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            if op < 134:
                                                                if op < 133:
                                                                    # FORMAT_VALUE
                                                                    r[s] = format_value(r[s], r[s + 1:s + ((x & 4) >> 2) + 1], x)
                                                                    for i in range(s + 1, s + ((x & 4) >> 2) + 1):
                                                                        r[i] = None
                                                                    target = node[4]
                                                                    sp = frame.sp = target.sp
                                                                    instruction(frame, step, target, r[sp - 1])
                                                                else:
                                                                    # UNPACK_SEQUENCE
                                                                    r[s:s + (x)] = unpack_sequence(r[s], x)
                                                                    for i in range(s + (x), s + 1):
                                                                        r[i] = None
                                                                    target = node[4]
                                                                    sp = frame.sp = target.sp
                                                                    instruction(frame, step, target, r[sp - 1])
                                                            else:
                                                                # POP_EXCEPT
                                                                set_handled(r[s])
                                                                r[s] = None
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
                                        # BINARY_OP 0
                                        r[s] = r[s] + r[x]
                                        r[x] = None
                                        target = node[4]
                                        sp = frame.sp = target.sp
                                        instruction(frame, step, target, r[sp - 1])
                                else:
                                    if op < 149:
                                        if op < 140:
                                            if op < 139:
                                                if op < 138:
                                                    # BINARY_OP 1
                                                    r[s] = r[s] & r[x]
                                                    r[x] = None
                                                    target = node[4]
                                                    sp = frame.sp = target.sp
                                                    instruction(frame, step, target, r[sp - 1])
                                                else:
                                                    # COMPARE_OP 3
                                                    r[s] = r[s] != r[x]
                                                    r[x] = None
                                                    target = node[4]
                                                    sp = frame.sp = target.sp
                                                    instruction(frame, step, target, r[sp - 1])
                                            else:
                                                # UNPACK_SEQUENCE 2
                                                t_first, t_second = r[s]
                                                r[s], r[x] = t_second, t_first
                                                t_first = t_second = None
                                                target = node[4]
                                                sp = frame.sp = target.sp
                                                instruction(frame, step, target, r[sp - 1])
                                        else:
                                            if op < 144:
                                                if op < 143:
                                                    if op < 141:
                                                        # SEND
                                                        t_value, t_returned = send_to(r[s], r[s + 1])
                                                        if t_returned:
                                                            node = x
                                                            r[s] = t_value
                                                            t_value = r[s + 1] = None
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
                                                        if op < 142:
                                                            # LOAD_CLOSURE
                                                            r[s] = r[x]
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            # MAKE_FUNCTION
                                                            r[s] = make_function_with(r[s + ((x & 1) + (x >> 1 & 1) + (x >> 2 & 1) + (x >> 3 & 1))], frame, r[s:s + ((x & 1) + (x >> 1 & 1) + (x >> 2 & 1) + (x >> 3 & 1))], x, step)
                                                            for i in range(s + 1, s + ((x & 1) + (x >> 1 & 1) + (x >> 2 & 1) + (x >> 3 & 1)) + 1):
                                                                r[i] = None
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
                                                if op < 145:
                                                    # UNPACK_SEQUENCE 3
                                                    t_first, t_second, t_third = r[s]
                                                    r[s], r[x], r[s + 2] = t_third, t_second, t_first
                                                    t_first = t_second = t_third = None
                                                    target = node[4]
                                                    sp = frame.sp = target.sp
                                                    instruction(frame, step, target, r[sp - 1])
                                                else:
                                                    if op < 148:
                                                        if op < 147:
                                                            if op < 146:
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
                                                                # BUILD_TUPLE 1
                                                                r[s] = (r[s],)
                                                                target = node[4]
                                                                sp = frame.sp = target.sp
                                                                instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            # MATCH_SEQUENCE
                                                            r[x] = is_sequence(r[s])
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
                        if op < 151:
                            # LOAD_FAST
                            if r[x] is NULL:
                                unbound_local(frame, x)
                            r[s] = r[x]
                            target = node[4]
                            sp = frame.sp = target.sp
                            instruction(frame, step, target, r[sp - 1])
                        else:
                            if op < 152:
                                # LOAD_CONST
                                r[s] = x
                                target = node[4]
                                sp = frame.sp = target.sp
                                instruction(frame, step, target, r[sp - 1])
                            else:
                                if op < 157:
                                    if op < 156:
                                        if op < 153:
                                            # LOAD_METHOD
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
                                            if op < 155:
                                                if op < 154:
                                                    # GET_ITER
                                                    r[s] = iter(r[s])
                                                    target = node[4]
                                                    sp = frame.sp = target.sp
                                                    instruction(frame, step, target, r[sp - 1])
                                                else:
                                                    # COMPARE_OP 4
                                                    r[s] = r[s] > r[x]
                                                    r[x] = None
                                                    target = node[4]
                                                    sp = frame.sp = target.sp
                                                    instruction(frame, step, target, r[sp - 1])
                                            else:
                                                # POP_JUMP_FORWARD_IF_TRUE
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
                                    if op < 170:
                                        if op < 169:
                                            if op < 158:
                                                # STORE_SUBSCR
                                                r[x][r[s + 2]] = r[s]
                                                r[s] = r[x] = r[s + 2] = None
                                                target = node[4]
                                                sp = frame.sp = target.sp
                                                instruction(frame, step, target, r[sp - 1])
                                            else:
                                                if op < 163:
                                                    if op < 162:
                                                        if op < 159:
                                                            # BINARY_OP 8
                                                            r[s] = r[s] ** r[x]
                                                            r[x] = None
                                                            target = node[4]
                                                            sp = frame.sp = target.sp
                                                            instruction(frame, step, target, r[sp - 1])
                                                        else:
                                                            if op < 161:
                                                                if op < 160:
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
                                                                # KW_NAMES
                                                                target = node[4]
                                                                sp = frame.sp = target.sp
                                                                instruction(frame, step, target, r[sp - 1])
                                                    else:
                                                        # BINARY_OP 7
                                                        r[s] = r[s] | r[x]
                                                        r[x] = None
                                                        target = node[4]
                                                        sp = frame.sp = target.sp
                                                        instruction(frame, step, target, r[sp - 1])
                                                else:
                                                    if op < 168:
                                                        if op < 167:
                                                            if op < 166:
                                                                if op < 165:
                                                                    if op < 164:
                                                                        # MATCH_KEYS
                                                                        r[s + 2] = match_keys(r[s], r[x])
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
                                                                    # MATCH_MAPPING
                                                                    r[x] = is_mapping(r[s])
                                                                    target = node[4]
                                                                    sp = frame.sp = target.sp
                                                                    instruction(frame, step, target, r[sp - 1])
                                                            else:
                                                                # BUILD_MAP 0
                                                                r[s] = dict(zip(r[s:s][0::2], r[s:s][1::2]))
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
                                            # COPY
                                            r[s + (x - 1) + 1] = r[s]
                                            target = node[4]
                                            sp = frame.sp = target.sp
                                            instruction(frame, step, target, r[sp - 1])
                                    else:
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
            t_arguments = t_attr = t_callable = t_callee = t_exc = t_exit = t_first = t_fourth = t_func = t_left = t_match = t_method_or_null = t_new_exc = t_only = t_owner = t_previous = t_res = t_rest = t_result = t_second = t_self_or_callable = t_set = t_third = t_val = t_value = None
            frame = unwind_observed(thread, frame, base, step, exception)
            if frame is None:
                thread.host = outer
                raise
            r = frame.r
            node = frame.node
