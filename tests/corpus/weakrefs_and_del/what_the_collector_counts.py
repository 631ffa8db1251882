# run: --all
"""gc.collect() counts what the program has made, not what the machine needs to run it."""

import gc


def makes_cycles():
    first, second = Node(), Node()
    first.other, second.other = second, first


class Node:
    pass


def makes_classes():
    class Local(Node):
        def method(self, /, a, *, b=1):
            return a, b

    return Local().method(1)


def makes_generators():
    def generate(n, *rest, key=None):
        yield n
        yield from rest

    return list(generate(1, 2, 3)), sum(x for x in (1, 2))


def makes_functions():
    def inner(a, b=2, *c, d, **e):
        return [item for item in (a, b, c, d, e)]

    return inner(1, d=3), (lambda: inner)()(4, d=5)


def raises():
    try:
        makes_functions(1)
    except TypeError as error:
        return str(error)


def executes():
    namespace = {}
    exec("class C: pass\nvalue = [(lambda: i)() for i in range(2)]", namespace)
    return eval("(lambda: 1)()")


def imports():
    import colorsys

    return colorsys.rgb_to_hls(0.25, 0.5, 0.75)


def many_times():
    return [(i, str(i)) for i in range(1000)]


gc.disable()
gc.collect()
for action in (makes_cycles, makes_classes, makes_generators, makes_functions, raises, executes, imports, many_times):
    action()
    print(action.__name__, gc.collect(), gc.collect())
