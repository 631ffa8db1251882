"""Trace events of exceptions: raised, re-raised, handled, in with statements and groups."""
import sys
from contextlib import contextmanager

events = []


def tracer(frame, event, arg):
    if frame.f_code.co_filename != __file__:
        return None
    if event == "exception":
        entries = []
        tb = arg[2]
        while tb is not None:
            entries.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno))
            tb = tb.tb_next
        arg = (arg[0].__name__, type(arg[1]).__name__, entries)
    elif arg is not None:
        arg = type(arg).__name__
    line = frame.f_lineno and frame.f_lineno - frame.f_code.co_firstlineno
    events.append((frame.f_code.co_name, event, line, arg))
    return tracer


def raises():
    raise ValueError("v")


def passes():
    raises()


def reraises():
    try:
        passes()
    except ValueError:
        raise


def renames():
    try:
        reraises()
    except ValueError as error:
        raise KeyError from error


def final():
    try:
        renames()
    finally:
        x = 1


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return True


def with_block():
    with Manager():
        raises()
    with Manager() as m:
        pass
    return 1


@contextmanager
def context():
    try:
        yield 1
    except ValueError:
        pass


def groups():
    try:
        raise ExceptionGroup("g", [ValueError(), KeyError()])
    except* ValueError:
        a = 1
    except* KeyError as k:
        b = 2


def nested():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            {}["k"]
    except KeyError as e:
        del e
    for i in (1, 2):
        try:
            continue
        finally:
            pass
    try:
        return 5
    finally:
        i = 2


def c_raise():
    try:
        sorted([1, 2], key=lambda v: v / 0)
    except ZeroDivisionError:
        pass
    try:
        assert False, "no"
    except AssertionError:
        return


def run():
    try:
        final()
    except KeyError:
        pass
    with_block()
    with context():
        raises()
    groups()
    nested()
    c_raise()


sys.settrace(tracer)
run()
sys.settrace(None)
for event in events:
    print(*event)
