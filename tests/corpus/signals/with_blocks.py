"""Signals around `with`: from __enter__ to the block, and from the block to __exit__."""

import _thread
import contextlib
import signal
import sys
import threading
import traceback

log = []
append = log.append


class Interrupted:
    """Its __enter__ is C code, as which a signal comes."""

    __enter__ = _thread.interrupt_main

    def __exit__(self, kind, value, tb):
        append(("exit", kind and kind.__name__))


class Swallows(Interrupted):
    def __exit__(self, *exception):
        append("swallowed")
        return True


class Enters:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        append(f"enter {self.name}")
        return self.name

    def __exit__(self, *exception):
        append(f"exit {self.name}")


class EntersByPartial(Enters):
    """Python code calls __enter__ of C."""

    def __enter__(self):
        _thread.interrupt_main() or append("not come to")


@contextlib.contextmanager
def generated():
    append("enter")
    try:
        yield 1
    finally:
        append("exit")


def call(*arguments):
    append(("call", arguments))


def block():
    with Interrupted() as target:
        append(("in", target))


def empty():
    with Interrupted():
        pass


def stores():
    x = y = None
    try:
        with Interrupted():
            x = 1
            y = x
            append((x, y))
    except KeyboardInterrupt:
        append(("stored", x, y))
        raise


def loops():
    for i in range(3):
        with Interrupted():
            x = i
        append(x)
    return "end"


def spins():
    with Interrupted():
        n = 0
        while n < 100000:
            n += 1
    append("end")


def jumps():
    for i in range(3):
        with Interrupted():
            if i:
                break
            continue


def returns():
    with Interrupted():
        return append("returned")


def returns_at_once():
    with Interrupted():
        return 1


def calls_python():
    with Interrupted():
        call(1, 2)


def calls_with_names():
    with Interrupted():
        dict(a=1)
        append("behind")


def calls_with_stars():
    arguments = (1, 2)
    with Interrupted():
        call(*arguments)


def calls_class():
    with Interrupted():
        Enters("called")
        append("behind")


def swallows():
    with Swallows():
        append("block")
    append("behind")


def outer():
    with Enters("outer"), Interrupted(), Enters("inner") as name:
        append(name)


def inner():
    with Interrupted(), generated() as value:
        append(value)


def in_python():
    with EntersByPartial("partial"):
        append("block")


def finally_behind():
    try:
        with Interrupted():
            x = 1
    finally:
        append("finally")


def raises():
    try:
        with Interrupted():
            raise ValueError
    except ValueError:
        x = 1
        append("caught")


def raises_in_callee():
    with Interrupted():
        1 / 0


class Asynchronous:
    __aenter__ = _thread.interrupt_main

    async def __aexit__(self, *exception):
        append("left")


async def asynchronously():
    try:
        async with Asynchronous():
            append("block")
    except TypeError as error:
        x = str(error)
        append(x)


def run_coroutine(function):
    coroutine = function()
    try:
        coroutine.send(None)
    except StopIteration:
        append("done")


def report(function, *arguments):
    log.clear()
    try:
        result = function(*arguments)
    except BaseException as error:
        result = type(error).__name__
        where = traceback.extract_tb(error.__traceback__)[1:]
        where = [entry for entry in where if entry.filename == __file__]
        context = type(error.__context__).__name__
        print([(entry.name, entry.lineno) for entry in where], context)
    print((arguments or (function,))[0].__name__, result, log)


for function in (
    block, empty, stores, loops, spins, jumps, returns, returns_at_once, calls_python,
    calls_with_names, calls_with_stars, calls_class, swallows, outer, inner, in_python,
    finally_behind, raises, raises_in_callee,
):  # fmt: skip
    report(function)
report(run_coroutine, asynchronously)


# -- a handler that raises at any time ---------------------------------------------------------


class Alarm(Exception):
    pass


def handler(number, frame):
    raise Alarm


lock, other = threading.Lock(), threading.RLock()


def count():
    n = 0
    while True:
        with lock:
            n += 1


def nested():
    n = 0
    while True:
        with lock:
            with other as held:
                n += held


def add(n):
    with lock:
        return n + 1


def in_function():
    n = 0
    while True:
        n = add(n)


signal.signal(signal.SIGALRM, handler)
left = []
for work in (count, nested, in_function):
    for round in range(60):
        try:
            signal.setitimer(signal.ITIMER_REAL, 0.0003 + round % 50 * 1e-5)
            work()
        except Alarm:
            pass
        for held in (lock, other):
            if held is lock and lock.locked() or held is other and other._is_owned():
                left.append((work.__name__, held))
                held.release()
# 3.14 looks at signals between __enter__ and the block
print(left if sys.version_info[:2] != (3, 14) else "3.14")
