"""Threads that make functions, call them and drop them, while many others are kept."""

import sys
import threading
from types import FunctionType


def small(x):
    return x + 1


def large_text(name):
    lines = [f"    x = x * {n} % 97 + {n}" for n in range(2, 150)]
    return "\n".join([f"def {name}(x):", *lines, "    return x"])


exec(large_text("large"))


def another(function, number):
    """A function like another one, of code of its own."""
    code = function.__code__.replace(co_name=f"{function.__name__}_{number}")
    return FunctionType(code, globals())


def work(function, count, results):
    for number in range(count):
        made = another(function, number)
        results.append((made.__name__, made(number)))


sys.setswitchinterval(1e-6)
kept = [another(small, number) for number in range(1000)]
print(sum(function(1) for function in kept))
jobs = [(large, 200, []), (small, 2000, []), (small, 2000, [])]
threads = [threading.Thread(target=work, args=job) for job in jobs]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for _, _, results in jobs:
    print(len(results), sorted(results)[::40])
print(sum(function(2) for function in kept))
