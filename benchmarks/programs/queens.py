"""Backtracking: queens on a board three ways, and small sudokus."""

import sys
import time

ITERATIONS = 300


def with_lists(size):
    columns = [False] * size
    rising = [False] * (2 * size - 1)
    falling = [False] * (2 * size - 1)

    def place(row):
        if row == size:
            return 1
        found = 0
        for column in range(size):
            up, down = row + column, row - column + size - 1
            if columns[column] or rising[up] or falling[down]:
                continue
            columns[column] = rising[up] = falling[down] = True
            found += place(row + 1)
            columns[column] = rising[up] = falling[down] = False
        return found

    return place(0)


def with_bits(size, row=0, columns=0, rising=0, falling=0):
    full = (1 << size) - 1
    if columns == full:
        return 1
    found = 0
    free = full & ~(columns | rising | falling)
    while free:
        bit = free & -free
        free ^= bit
        found += with_bits(size, row + 1, columns | bit, (rising | bit) << 1, (falling | bit) >> 1)
    return found


def with_generators(size, queens=()):
    if len(queens) == size:
        yield queens
        return
    row = len(queens)
    for column in range(size):
        if all(column != c and abs(column - c) != row - r for r, c in enumerate(queens)):
            yield from with_generators(size, (*queens, column))


SUDOKU = ["1...", "..3.", "3...", ".2.."]


def candidates(grid, row, column):
    used = set(grid[row]) | {line[column] for line in grid}
    top, left = row // 2 * 2, column // 2 * 2
    for line in grid[top : top + 2]:
        used.update(line[left : left + 2])
    return [digit for digit in "1234" if digit not in used]


def solve(grid):
    for row in range(4):
        for column in range(4):
            if grid[row][column] == ".":
                for digit in candidates(grid, row, column):
                    grid[row][column] = digit
                    yield from solve(grid)
                    grid[row][column] = "."
                return
    yield "".join("".join(line) for line in grid)


def work(iterations):
    total = 0
    for _ in range(iterations):
        total += with_lists(6)
        total += with_bits(7)
        total += sum(queens[0] for queens in with_generators(5))
        for solution in solve([list(line) for line in SUDOKU]):
            total += int(solution) % 1009
    return total


if __name__ == "__main__":
    iterations = int(sys.argv[1]) if len(sys.argv) > 1 else ITERATIONS
    begin = time.process_time()
    checksum = work(iterations)
    elapsed = time.process_time() - begin
    print(checksum)
    print("seconds", elapsed, file=sys.stderr)
