"""Many live functions: closures, lambdas and methods bound to instances."""

import sys
import time

ITERATIONS = 60_000


def adder(n):
    def add(value, by=n):
        return value + by + n

    return add


def work(iterations):
    functions = [adder(i) for i in range(iterations)]
    functions += [lambda value, i=i: value - i for i in range(iterations)]
    total = 0
    for function in functions:
        total += function(1)
    return total


if __name__ == "__main__":
    iterations = int(sys.argv[1]) if len(sys.argv) > 1 else ITERATIONS
    begin = time.process_time()
    checksum = work(iterations)
    elapsed = time.process_time() - begin
    print(checksum)
    print("seconds", elapsed, file=sys.stderr)
