"""Unbound variables where CPython executes two instructions as one, once the code is warm."""

import sys
import threading
import traceback


def nothing(*arguments):
    """Take anything."""


def where(error):
    """The line and instruction, in the traceback and in the frame, of the innermost frame."""
    entry = error.__traceback__
    while entry.tb_next is not None:
        entry = entry.tb_next
    frame = entry.tb_frame
    first = frame.f_code.co_firstlineno
    lines = entry.tb_lineno - first, frame.f_lineno - first
    return error.args[0].split("'")[1], *lines, entry.tb_lasti


def try_often(function, *arguments, times=11):
    """Call a function that fails; show where, for every call."""
    found = []
    for _ in range(times):
        try:
            function(*arguments)
        except UnboundLocalError as error:
            found.append(where(error))
    print(function.__qualname__, len(found))
    for i, place in enumerate(found, 1):
        print("", i, *place)


def two_loads(x, c):
    if c:
        y = 1
    return nothing(
        x,
        y,
    )


def constant_first(c):
    if c:
        y = 1
    return nothing(
        "constant",
        y,
    )


def store_first(x, c):
    if c:
        y = 1
    for z in (x,):
        nothing(
            y,
            z,
        )


def store_and_load(x, c):
    if c:
        y = 1
    z = x
    return (
        y,
        z,
    )


def third_load(x, c):
    if c:
        y = 1
    return nothing(
        x,
        x,
        y,
        x,
    )


def fourth_load(x, c):
    if c:
        y = 1
    return nothing(
        x,
        x,
        x,
        y,
    )


def two_stores(pair, c):
    if c:
        y = 1
    (
        a,
        b,
    ) = pair
    y
    return a, b


def three_stores(triple, c):
    if c:
        y = 1
    (
        a,
        b,
        d,
    ) = triple
    nothing(
        y,
        a,
        b,
        d,
    )


def deleted(x):
    y = x
    del y
    return nothing(
        x,
        y,
    )


def deleted_parameter(x, y):
    del y
    return nothing(
        x,
        y,
    )


def named_error(x):
    try:
        raise ValueError
    except ValueError as error:
        nothing(error)
    return nothing(
        x,
        error,
    )


def joined(x, c, d):
    """What is unbound comes behind two ways that meet between the loads."""
    if d:
        y = 1
    return nothing(
        x
        if c
        else d,
        y,
        x,
    )


def joined_later(x, c, d):
    if d:
        y = 1
    return nothing(
        x if c else d,
        x,
        y,
        x,
    )


def joined_twice(x, c, d, e):
    if e:
        y = 1
    return nothing(
        x if c else d,
        x if d else c,
        x,
        x,
        y,
        x,
    )


def chosen(x, c, d):
    if d:
        y = 1
    return nothing(
        x,
        x and (
            y
        ),
        c or (
            y
        ),
    )


def handled(x, c):
    """The handler is that of the second half."""
    if c:
        y = 1
    try:
        z = x
        try:
            y
        except NameError as error:
            nothing(error)
            raise
    finally:
        nothing(
            x,
            z,
        )


def handled_in_the_middle(x, c):
    if c:
        y = 1
    z = (
        x
    )
    try:
        nothing(y)
    except UnboundLocalError as error:
        return where(error)


def in_loop(n, bound):
    """Each round jumps back once: the rounds warm the code up."""
    found = []
    for i in range(n):
        try:
            if i >= bound:
                y = i
            nothing(
                i,
                y,
            )
        except UnboundLocalError as error:
            found.append(where(error))
    return found


def in_while_loop(n, bound):
    """The test at the end jumps back, which counts nothing."""
    found = []
    i = 0
    while i < n:
        i += 1
        try:
            if i > bound:
                y = i
            nothing(
                i,
                y,
            )
        except UnboundLocalError as error:
            found.append(where(error))
    return found


def in_endless_loop(n, bound):
    found = []
    i = 0
    while True:
        i += 1
        if i > n:
            return found
        if i % 3 == 0:
            continue
        try:
            if i > bound:
                y = i
            nothing(
                i,
                y,
            )
        except UnboundLocalError as error:
            found.append(where(error))


def in_nested_loops(n, m):
    found = []
    for i in range(n):
        for j in range(m):
            if i > 5:
                y = 1
        try:
            nothing(
                i,
                y,
            )
        except UnboundLocalError as error:
            found.append(where(error))
    return found


def generated(n, c):
    if c:
        y = 1
    for i in range(n):
        yield i
        try:
            nothing(
                i,
                y,
            )
        except UnboundLocalError as error:
            yield where(error)


def generated_plainly(x, c):
    if c:
        y = 1
    yield 1
    yield 2
    yield 3
    nothing(
        x,
        y,
    )


async def awaited(x, c):
    if c:
        y = 1
    nothing(
        x,
        y,
    )


def run(coroutine_function, *arguments):
    coroutine_function(*arguments).send(None)


def consume(generator_function, *arguments):
    for _ in generator_function(*arguments):
        pass


def in_comprehension(items, c):
    return [(item, (y := item) if c else None, (
        lambda: y)) for item in items if item or nothing(
        item,
        items,
    )]


def with_cell(x, c):
    if c:
        y = 1

    def inner():
        return x

    z = inner
    return nothing(
        z,
        y,
    )


def recursive(n, c):
    """Warm in the middle of the calls: those that run see it at once."""
    if c:
        y = 1
    found = recursive(n - 1, c) if n else []
    try:
        nothing(
            n,
            y,
        )
    except UnboundLocalError as error:
        found.append(where(error))
    return found


def warmed(x, c):
    if c:
        y = 1
    nothing(
        x,
        y,
    )


for function in (two_loads, store_first, store_and_load, third_load, fourth_load):
    try_often(function, 1, False)
try_often(constant_first, False)
try_often(two_stores, (1, 2), False)
try_often(three_stores, (1, 2, 3), False)
try_often(deleted, 1)
try_often(deleted_parameter, 1, 2)
try_often(named_error, 1)
for c in (False, True):
    try_often(joined, 1, c, False)
    try_often(joined_later, 1, c, False)
    for d in (0, 1):
        try_often(joined_twice, 1, c, d, False)
for x in (0, 1):
    for c in (0, 1):
        try_often(chosen, x, c, False)
try_often(handled, 1, False)
print(*[handled_in_the_middle(1, False) for _ in range(10)], sep="\n")

print("loops")
for loop in (in_loop, in_while_loop, in_endless_loop):
    print(loop.__name__)
    for n, bound in ((6, 2), (1, 1), (12, 7), (20, 20), (20, 20)):
        print(n, bound, *loop(n, bound), sep="\n ")
for n, m in ((2, 2), (3, 1), (4, 4)):
    print(n, m, *in_nested_loops(n, m), sep="\n ")

print("generators")
print(*generated(4, False), sep="\n")
print(*generated(4, False), sep="\n")
try_often(consume, generated_plainly, 1, False, times=4)
try_often(run, awaited, 1, False)
try_often(with_cell, 1, False)
print(*recursive(3, False), sep="\n")
print(*recursive(5, False), sep="\n")
print(*recursive(2, False), sep="\n")
print(in_comprehension([1, 0, 2], True) is None)

print("calls that succeed count, too")
for good in (6, 7, 8, 9):
    function = type(warmed)(warmed.__code__.replace(co_name=f"warmed{good}"), globals())
    for _ in range(good):
        function(1, True)
    try_often(function, 1, False, times=2)

print("exceptions count, too: the whole traceback")
for _ in range(9):
    try:
        warmed(1, False)
    except UnboundLocalError as error:
        shown = traceback.format_exception(error)
print("".join(shown[:1] + [line for line in shown[1:] if "warmed" in line or "y" in line]))


def trace(frame, event, argument):
    return trace


print("traced, each half is an instruction of its own")
try_often(two_loads, 1, False, times=2)
sys.settrace(trace)
try_often(two_loads, 1, False, times=2)
sys.settrace(None)
try_often(two_loads, 1, False, times=2)
sys.setprofile(nothing)
try_often(two_loads, 1, False, times=2)
sys.setprofile(None)
try_often(two_loads, 1, False, times=2)


def traced_first(x, c):
    if c:
        y = 1
    nothing(
        x,
        y,
    )


print("what is traced gets warm, too")
sys.settrace(trace)
try_often(traced_first, 1, False, times=5)
sys.settrace(None)
try_often(traced_first, 1, False, times=4)


def in_thread(x, c):
    if c:
        y = 1
    nothing(
        x,
        y,
    )


for _ in range(3):
    thread = threading.Thread(target=try_often, args=(in_thread, 1, False), kwargs={"times": 3})
    thread.start()
    thread.join()


def in_trace_function(x, c):
    if c:
        y = 1
    nothing(
        x,
        y,
    )


def trace_and_fail(frame, event, argument):
    if frame.f_code is nothing.__code__ and event == "call":
        try_often(in_trace_function, 1, False, times=4)


print("trace functions are not traced")
try_often(in_trace_function, 1, False, times=7)
sys.settrace(trace_and_fail)
nothing()
try_often(in_trace_function, 1, False, times=2)
thread = threading.Thread(target=try_often, args=(in_thread, 1, False), kwargs={"times": 2})
thread.start()
thread.join()
sys.settrace(None)


class Traced:
    """What dies traced, or ends it."""

    def __init__(self, tracer):
        self.tracer = tracer

    def __del__(self):
        sys.settrace(self.tracer)


def begins_in_between(tracer, c):
    if c:
        y = 1
    x = Traced(tracer)
    x = 1
    nothing(
        x,
        y,
    )


for tracer in (None, trace, None):
    try_often(begins_in_between, tracer, False, times=9)
sys.settrace(None)
