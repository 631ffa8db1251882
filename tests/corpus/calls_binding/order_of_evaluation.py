log = []


def note(value):
    log.append(value)
    return value


def f(*args, **kwargs):
    return args, kwargs


result = note(f)(note(1), *note([2, 3]), note(4), k=note(5), **note({"z": 6}), m=note(7))
print(result, log[1:])
log.clear()
d = {note("a"): note(1), note("b"): note(2), **{note("c"): note(3)}}
print(d, log)
log.clear()
note([0, 0])[note(0)] = note("value")
print(log)
log.clear()
x = [note(1), *note((2, 3)), note(4)]
print(x, log)
log.clear()


def g(a=note("default a"), *, b=note("default b")) -> note("annotation"):
    return a, b


g.__annotations__
print(log, g())
log.clear()
x, y = note(1), note(2)
note({})[note("k")], note({})[note("l")] = note(3), note(4)
print(log)
log.clear()
print(note(1) + note(2) * note(3) - note(4) if note(True) else note(None), log)
log.clear()


@note
def decorated(): ...


@note(lambda c: c)
@note(lambda c: c)
class Decorated(note(object), metaclass=note(type)): ...


print([getattr(v, "__name__", v) for v in log])
