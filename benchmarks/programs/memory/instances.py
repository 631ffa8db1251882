"""Many live instances with attributes, in lists and dicts."""

import sys
import time

ITERATIONS = 150_000


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.neighbours = []


def work(iterations):
    points = [Point(i, i * 2) for i in range(iterations)]
    by_place = {(point.x, point.y): point for point in points}
    for before, after in zip(points, points[1:]):
        before.neighbours.append(after)
    return sum(len(point.neighbours) + point.y for point in by_place.values())


if __name__ == "__main__":
    iterations = int(sys.argv[1]) if len(sys.argv) > 1 else ITERATIONS
    begin = time.process_time()
    checksum = work(iterations)
    elapsed = time.process_time() - begin
    print(checksum)
    print("seconds", elapsed, file=sys.stderr)
