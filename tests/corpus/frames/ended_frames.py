"""Lines and callers of frames that exceptions have left."""

import sys


def lines(function):
    try:
        function()
    except Exception as error:
        traceback = error.__traceback__.tb_next
    found = []
    while traceback:
        frame = traceback.tb_frame
        line = frame.f_lineno
        found.append(line and line - frame.f_code.co_firstlineno)
        traceback = traceback.tb_next
    return found


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


def after_with():
    with Manager():
        1 / 0
        pass


def in_named_except():
    try:
        1 / 0
    except Exception as error:
        1 / 0
        pass


def in_finally():
    try:
        1 / 0
    finally:
        in_finally.done = True


print(lines(after_with), lines(in_named_except), lines(in_finally))


def replaced():
    1 / 0


for table in (None, b"\xf8\xf8\xf8\xf9\xf8\xf8\xf8"):
    if table:
        replaced.__code__ = replaced.__code__.replace(co_linetable=table)
    print(lines(replaced))


def one():
    return 1


def two():
    return 2


for code in (one.__code__, two.__code__, one.__code__):
    one.__code__ = code
    print(one())


def key(value):
    raise ValueError(value)


def sorts():
    try:
        sorted([1, 2], key=key)
    except ValueError as error:
        return error.__traceback__.tb_next.tb_frame


frame = sorts()
while frame:
    print(frame.f_code.co_name)
    frame = frame.f_back
