"""Comprehensions, slices, unpacking: matrices, tables, grids, games of lists and sets."""

import sys
import time

ITERATIONS = 600


def multiply(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def transpose(matrix):
    return [[row[i] for row in matrix] for i in range(len(matrix[0]))]


def determinant(matrix):
    if len(matrix) == 1:
        return matrix[0][0]
    first, *rest = matrix
    return sum(
        (-1) ** i * value * determinant([row[:i] + row[i + 1 :] for row in rest])
        for i, value in enumerate(first)
        if value
    )


def spiral(rows):
    result = []
    while rows:
        top, *rows = rows
        result += top
        rows = [list(row) for row in zip(*rows)][::-1]
    return result


def triples(limit):
    squares = {n * n: n for n in range(1, limit)}
    return [
        (a, b, squares[a * a + b * b])
        for a in range(1, limit)
        for b in range(a, limit)
        if a * a + b * b in squares
    ]


def neighbours(cell):
    x, y = cell
    return {(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy}


def generation(alive):
    """Conway's game of life on an endless board."""
    candidates = alive.union(*(neighbours(cell) for cell in alive))
    counts = {cell: len(neighbours(cell) & alive) for cell in candidates}
    return {cell for cell, n in counts.items() if n == 3 or (n == 2 and cell in alive)}


def slices(values):
    head, *middle, tail = values
    values[1:4] = [tail, head]
    values[::2] = [value + 1 for value in values[::2]]
    del values[-3:-1]
    rotated = values[5:] + values[:5]
    return sum(rotated[::-1][:10]) + sum(middle[3::4]) + rotated[-1]


def work(iterations):
    total = 0
    glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
    for step in range(iterations):
        a = [[(i * j + step) % 7 for j in range(8)] for i in range(8)]
        b = multiply(a, transpose(a))
        total += sum(b[i][i] for i in range(8))
        total += determinant([row[:5] for row in b[:5]]) % 1009
        total += sum(place * value for place, value in enumerate(spiral(a)))
        total += sum(c for _, _, c in triples(35))
        glider = generation(glider)
        total += sum(x * y for x, y in glider)
        by_remainder = {r: [n for n in range(60) if n % 7 == r] for r in range(7)}
        swapped = {tuple(group): r for r, group in by_remainder.items()}
        total += sum(len(group) * r for group, r in swapped.items())
        first, (second, *others), *_ = [1, [2, 3, 4], 5, 6]
        total += first + second + len(others)
        total += slices(list(range(30 + step % 4)))
    return total


if __name__ == "__main__":
    iterations = int(sys.argv[1]) if len(sys.argv) > 1 else ITERATIONS
    begin = time.process_time()
    checksum = work(iterations)
    elapsed = time.process_time() - begin
    print(checksum)
    print("seconds", elapsed, file=sys.stderr)
