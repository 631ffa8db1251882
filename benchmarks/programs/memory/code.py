"""Much code: modules made as text, each with functions and classes, all of them run once."""

import sys
import time

ITERATIONS = 400

TEMPLATE = """
def first_{n}(a, b={n}):
    total = 0
    for i in range(3):
        if (a + i) % 2:
            total += a * i + b
        else:
            total -= [value for value in (a, b, i)][i % 3]
    return total

class Thing_{n}:
    size = {n}

    def __init__(self, value):
        self.value = value

    def grow(self, by):
        try:
            self.value += by
            return "value {{}}".format(self.value)
        finally:
            self.size = by

    def items(self):
        yield self.value
        yield from (self.size, {n})
"""


def work(iterations):
    modules = []
    total = 0
    for n in range(iterations):
        numbers = range(n * 10, n * 10 + 10)
        source = "".join(TEMPLATE.format(n=number) for number in numbers)
        namespace = {}
        exec(compile(source, f"<module {n}>", "exec"), namespace)
        modules.append(namespace)
        for number in numbers:
            total += namespace[f"first_{number}"](n)
            thing = namespace[f"Thing_{number}"](n)
            total += len(thing.grow(2)) + sum(thing.items())
    return total + len(modules)


if __name__ == "__main__":
    iterations = int(sys.argv[1]) if len(sys.argv) > 1 else ITERATIONS
    begin = time.process_time()
    checksum = work(iterations)
    elapsed = time.process_time() - begin
    print(checksum)
    print("seconds", elapsed, file=sys.stderr)
