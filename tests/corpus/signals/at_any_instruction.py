"""A handler raises wherever the signal comes: what is called has begun and ended, or has not."""

import signal


class Alarm(Exception):
    pass


def handler(number, frame):
    assert frame.f_lineno is not None
    raise Alarm


def later(round):
    signal.setitimer(signal.ITIMER_REAL, 0.0005 + round % 50 * 1e-5)


def identity(x):
    try:
        return x
    except Alarm:
        return None


def fib(n):
    try:
        return n if n < 2 else fib(n - 1) + fib(n - 2)
    finally:
        ended.append(n)


def through_calls():
    n = 0
    while True:
        result = identity(n)
        if result is None:
            raise Alarm
        if result != n:
            wrong.append(result)
        n += 1


def through_recursion():
    while True:
        if fib(6) != 8:
            wrong.append("fib")
        ended.clear()


def through_generators():
    while True:
        numbers = [identity(n) for n in (i for i in range(10))]
        if None in numbers:
            raise Alarm
        if numbers != list(range(10)):
            wrong.append(numbers)


def taken_by(work, round):
    try:
        later(round)
        work()
    except Alarm:
        return True


ended = []
wrong = []
signal.signal(signal.SIGALRM, handler)
for work in (through_calls, through_recursion, through_generators):
    for round in range(40):
        try:
            if not taken_by(work, round):
                wrong.append("nothing raised")
        except Alarm:  # between the call and the try block
            pass
print(wrong)
