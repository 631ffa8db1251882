import inspect


def inner():
    for record in inspect.stack():
        print(record.function, record.lineno, record.code_context[0].strip(), record.index)
    return inspect.currentframe().f_back.f_code.co_name


class K:
    def method(self):
        return [inner() for _ in range(1)]


def outer():
    return K().method()


print(outer())
frame = inspect.currentframe()
print(inspect.getframeinfo(frame).function, inspect.isframe(frame), inspect.getmodule(frame).__name__)


def arguments(a, *b, c=1, **d):
    return inspect.getargvalues(inspect.currentframe())


print(arguments(1, 2, c=3, e=4))


def gen():
    x = yield 1


g = gen()
print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))
next(g)
print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))
g.close()
print(inspect.getgeneratorstate(g), inspect.isgeneratorfunction(gen), inspect.isgenerator(g))


async def co(): ...
async def ag():
    yield


c = co()
print(inspect.iscoroutinefunction(co), inspect.getcoroutinestate(c), inspect.isasyncgenfunction(ag), inspect.iscoroutine(c), inspect.isawaitable(c))
c.close()
try:
    1 / 0
except ZeroDivisionError as error:
    print([(r.function, r.lineno) for r in inspect.getinnerframes(error.__traceback__)])


def closing(n):
    def used():
        return n, print, missing_global

    return used


variables = inspect.getclosurevars(closing(5))
print(variables.nonlocals, variables.globals, sorted(variables.builtins), variables.unbound)
