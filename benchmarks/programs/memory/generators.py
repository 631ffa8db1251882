"""Many generators suspended at the same time."""

import sys
import time

ITERATIONS = 120_000


def counting(start):
    step = start % 3 + 1
    while True:
        start += step
        yield start


def work(iterations):
    running = [counting(i) for i in range(iterations)]
    total = 0
    for _ in range(3):
        for generator in running:
            total += next(generator)
    return total


if __name__ == "__main__":
    iterations = int(sys.argv[1]) if len(sys.argv) > 1 else ITERATIONS
    begin = time.process_time()
    checksum = work(iterations)
    elapsed = time.process_time() - begin
    print(checksum)
    print("seconds", elapsed, file=sys.stderr)
