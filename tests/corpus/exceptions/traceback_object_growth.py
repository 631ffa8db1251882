import traceback


def names(tb):
    found = []
    while tb:
        found.append(f"{tb.tb_frame.f_code.co_name}:{tb.tb_lineno}")
        tb = tb.tb_next
    return found


shared = ValueError("shared")


def raise_shared():
    raise shared


for _ in range(2):
    try:
        raise_shared()
    except ValueError as error:
        print(names(error.__traceback__))
shared.__traceback__ = None
try:
    raise_shared()
except ValueError as error:
    print(names(error.__traceback__))


def through():
    try:
        raise_shared()
    except ValueError as error:
        raise error.with_traceback(None)


shared.__traceback__ = None
try:
    through()
except ValueError as error:
    print(names(error.__traceback__))


def gen():
    try:
        yield 1
    except KeyError as error:
        print("in generator", names(error.__traceback__))
        raise


g = gen()
next(g)
try:
    g.throw(KeyError("k"))
except KeyError as error:
    print(names(error.__traceback__))


def loop():
    for i in range(2):
        try:
            try:
                raise ValueError(i)
            finally:
                i += 10
        except ValueError as error:
            print(i, names(error.__traceback__))


loop()
stored = []


def store():
    try:
        1 / 0
    except ZeroDivisionError as error:
        stored.append(error)


store()
try:
    raise stored[0]
except ZeroDivisionError as error:
    print(names(error.__traceback__))
print("".join(traceback.format_tb(stored[0].__traceback__)).count("File"))
