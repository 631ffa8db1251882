"""Floats and small functions: the largest singular value of an infinite matrix, by power iteration."""

import sys
import time

ITERATIONS = 150


def element(i, j):
    diagonal = i + j
    return 1.0 / (diagonal * (diagonal + 1) // 2 + i + 1)


def times(vector):
    result = []
    for i in range(len(vector)):
        total = 0.0
        for j, value in enumerate(vector):
            total += element(i, j) * value
        result.append(total)
    return result


def times_transposed(vector):
    result = []
    for i in range(len(vector)):
        total = 0.0
        for j, value in enumerate(vector):
            total += element(j, i) * value
        result.append(total)
    return result


def spectral_norm(size, rounds):
    u = [1.0] * size
    v = u
    for _ in range(rounds):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    dot = square = 0.0
    for a, b in zip(u, v):
        dot += a * b
        square += b * b
    return (dot / square) ** 0.5


def work(iterations):
    total = 0.0
    for step in range(iterations):
        total += spectral_norm(24 + step % 3, 3)
    return f"{total:.9f}"


if __name__ == "__main__":
    iterations = int(sys.argv[1]) if len(sys.argv) > 1 else ITERATIONS
    begin = time.process_time()
    checksum = work(iterations)
    elapsed = time.process_time() - begin
    print(checksum)
    print("seconds", elapsed, file=sys.stderr)
