"""Plain data: lists of numbers, strings, nested dicts."""

import sys
import time

ITERATIONS = 250_000


def work(iterations):
    numbers = [i * 1.5 for i in range(iterations)]
    names = [f"name {i}" for i in range(iterations)]
    table = dict(zip(names, numbers))
    groups = {}
    for name, number in table.items():
        groups.setdefault(int(number) % 1000, {})[name] = [number]
    return sum(len(group) for group in groups.values()) + int(max(numbers))


if __name__ == "__main__":
    iterations = int(sys.argv[1]) if len(sys.argv) > 1 else ITERATIONS
    begin = time.process_time()
    checksum = work(iterations)
    elapsed = time.process_time() - begin
    print(checksum)
    print("seconds", elapsed, file=sys.stderr)
