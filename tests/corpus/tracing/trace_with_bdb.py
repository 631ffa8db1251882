"""A debugger made with bdb, and the trace module."""
import bdb
import io
import sys
import trace


class Debugger(bdb.Bdb):
    def user_call(self, frame, args):
        self.show("call", frame)

    def user_line(self, frame):
        self.show("line", frame)
        self.set_step()

    def user_return(self, frame, value):
        self.show("return", frame)

    def user_exception(self, frame, info):
        self.show("exception", frame)

    def show(self, event, frame):
        name = frame.f_code.co_name
        if name in ("f", "g", "<module>") and frame.f_globals["__name__"] == "__main__":
            print(event, name, frame.f_lineno, sorted(v for v in frame.f_locals if len(v) == 1))


def f(n):
    t = 0
    for i in range(n):
        t += g(i)
    return t


def g(i):
    try:
        return 1 // i
    except ZeroDivisionError:
        return 0


print(Debugger().runcall(f, 2))
tracer = trace.Trace(count=1, trace=0)
print(tracer.runfunc(f, 3))
counts = tracer.results().counts
print(sorted((line, n) for (file, line), n in counts.items() if file == __file__))
