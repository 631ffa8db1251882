"""Setting f_lineno: a trace function that lets a frame go on somewhere else."""
import sys


def jumper(name, at, to, event="line"):
    done = []

    def tracer(frame, what, arg):
        if frame.f_code.co_name == name:
            line = frame.f_lineno - frame.f_code.co_firstlineno
            if what == event and line == at and not done:
                done.append(1)
                try:
                    frame.f_lineno = frame.f_code.co_firstlineno + to
                except ValueError as error:
                    print("error:", error)
                else:
                    print("at", frame.f_lineno - frame.f_code.co_firstlineno)
        return tracer

    return tracer


def run(function, at, to, event="line"):
    out = []
    sys.settrace(jumper(function.__name__, at, to, event))
    try:
        result = function(out)
        if hasattr(result, "send"):
            out.append(list(result))
    except Exception as error:
        print(repr(error))
    sys.settrace(None)
    print(function.__name__, at, to, out)


def plain(out):
    out.append(1)
    out.append(2)
    out.append(3)
    out.append(4)


def loop(out):
    out.append(0)
    for i in (1, 2):
        out.append(i)
        out.append(-i)
    out.append(9)


def blocks(out):
    out.append(1)
    try:
        out.append(2)
        1 / 0
    except ZeroDivisionError:
        out.append(3)
    finally:
        out.append(4)
    with open(__file__) as f:
        out.append(5)
    out.append(6)


def gen(out):
    out.append(1)
    yield 1
    out.append(2)
    yield 2
    out.append(3)


def unbound(out):
    out.append(1)
    x = 1
    out.append(x)


run(plain, 2, 4)
run(plain, 3, 1)
run(plain, 2, 40)
run(plain, 2, -3)
run(loop, 1, 5)
run(loop, 3, 5)
run(loop, 4, 3)
run(loop, 5, 3)
run(loop, 1, 3)
run(loop, 3, 2)
run(blocks, 1, 10)
run(blocks, 1, 3)
run(blocks, 1, 6)
run(blocks, 6, 3)
run(blocks, 3, 8)
run(blocks, 10, 11)
run(blocks, 11, 10)
run(gen, 1, 3)
run(gen, 3, 1)
run(gen, 4, 5)
run(unbound, 2, 3)
run(plain, 0, 2, "call")
run(plain, 4, 2, "return")
run(blocks, 4, 2, "exception")
try:
    sys._getframe().f_lineno = 3
except ValueError as error:
    print(error)
