def neighbours(cell):
    x, y = cell
    return {(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if (dx, dy) != (0, 0)}


def step(alive):
    counts = {}
    for cell in alive:
        for near in neighbours(cell):
            counts[near] = counts.get(near, 0) + 1
    return {cell for cell, n in counts.items() if n == 3 or n == 2 and cell in alive}


def show(alive, size):
    for y in range(size):
        print("".join("#" if (x, y) in alive else "." for x in range(size)))
    print("-" * size)


glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for generation in range(4):
    show(glider, 6)
    glider = step(glider)


def queens(n, columns=()):
    if len(columns) == n:
        yield columns
        return
    for c in range(n):
        if all(c != other and abs(c - other) != len(columns) - i for i, other in enumerate(columns)):
            yield from queens(n, columns + (c,))


solutions = list(queens(5))
print(len(solutions), solutions[0])


def flood(grid, start):
    frontier, seen = [start], set()
    while frontier:
        x, y = frontier.pop()
        if (x, y) in seen or not (0 <= y < len(grid) and 0 <= x < len(grid[y])) or grid[y][x] == "#":
            continue
        seen.add((x, y))
        frontier += [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)]
    return len(seen)


print(flood(["..#..", ".##..", "..#.."], (0, 0)), flood(["..#..", ".##..", "..#.."], (4, 1)))
spiral = [[0] * 4 for _ in range(4)]
x = y = dx = 0
dy, dx = 0, 1
for n in range(1, 17):
    spiral[y][x] = n
    if not (0 <= x + dx < 4 and 0 <= y + dy < 4) or spiral[y + dy][x + dx]:
        dx, dy = -dy, dx
    x, y = x + dx, y + dy
print(*spiral, sep="\n")
