import io
import sys
import traceback

name = lambda: type(sys.exc_info()[1]).__name__


class Watch:
    def __repr__(self):
        return f"<{name()}>"

    def __eq__(self, other):
        print("eq sees", name())
        return True

    def __del__(self):
        print("del sees", name())

    def __enter__(self):
        print("enter sees", name())

    def __exit__(self, *details):
        print("exit sees", name(), details[0] and details[0].__name__)
        return True

    def __iter__(self):
        print("iter sees", name())
        yield name()

    def __getattr__(self, attribute):
        return f"{attribute} sees {name()}"

    def __format__(self, spec):
        return f"format sees {name()}"


print(repr(Watch()))
try:
    raise ValueError("active")
except ValueError:
    w = Watch()
    print(w, w == 1, [5] == [w], list(w), w.attribute, f"{w}", list(map(lambda _: name(), [0])), sorted([1], key=lambda _: print("key sees", name()) or 0))
    with w:
        print("body sees", name())
    with w:
        raise KeyError("suppressed")
    print("after with", name())
    del w
    print([name() for _ in range(1)], (lambda: name())(), next(name() for _ in range(1)), eval("name()"))
    exec("print('exec sees', name())")
    out = io.StringIO()
    traceback.print_exc(file=out)
    print(out.getvalue().splitlines()[-1])

    class Body:
        print("class body sees", name())

    def inner():
        try:
            raise IndexError
        except IndexError:
            return name(), [name() for _ in range(1)]
        finally:
            print("finally sees", name())

    print(inner(), name())
    try:
        raise
    except ValueError as again:
        print("reraised", again, name())
    import threading
    thread = threading.Thread(target=lambda: print("thread sees", name()))
    thread.start()
    thread.join()
print("outside", name())
w = Watch()
try:
    1 / 0
except ZeroDivisionError:
    w = None
for w in Watch():
    pass
