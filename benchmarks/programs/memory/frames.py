"""A deep recursion with locals in every frame, and the traceback of an exception through it."""

import sys
import time

ITERATIONS = 60_000


def descend(depth, path):
    here = (depth, path)
    if depth == 0:
        raise ValueError("the bottom")
    return descend(depth - 1, here)


def work(iterations):
    sys.setrecursionlimit(iterations + 1000)
    try:
        descend(iterations, None)
    except ValueError as error:
        entries = 0
        traceback = error.__traceback__
        while traceback is not None:
            entries += 1
            traceback = traceback.tb_next
        return entries


if __name__ == "__main__":
    iterations = int(sys.argv[1]) if len(sys.argv) > 1 else ITERATIONS
    begin = time.process_time()
    checksum = work(iterations)
    elapsed = time.process_time() - begin
    print(checksum)
    print("seconds", elapsed, file=sys.stderr)
