"""Plain recursion: Fibonacci numbers the slow way."""

import sys
import time

ITERATIONS = 100


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def work(iterations):
    total = 0
    for _ in range(iterations):
        total += fib(21)
    return total


if __name__ == "__main__":
    iterations = int(sys.argv[1]) if len(sys.argv) > 1 else ITERATIONS
    begin = time.process_time()
    checksum = work(iterations)
    elapsed = time.process_time() - begin
    print(checksum)
    print("seconds", elapsed, file=sys.stderr)
