"""Recursion of several shapes: nested, mutual, with lists, with default arguments."""

import sys
import time

ITERATIONS = 450


def tak(x, y, z):
    if y >= x:
        return z
    return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


def hanoi(height, source="a", target="c", spare="b"):
    if height == 0:
        return 0
    moves = hanoi(height - 1, source, spare, target)
    return moves + 1 + hanoi(height - 1, spare, target, source)


def permutations(items):
    if len(items) <= 1:
        return [items]
    result = []
    for index, item in enumerate(items):
        for rest in permutations(items[:index] + items[index + 1 :]):
            result.append([item, *rest])
    return result


def change(amount, coins):
    if amount == 0:
        return 1
    if amount < 0 or not coins:
        return 0
    return change(amount - coins[0], coins) + change(amount, coins[1:])


def work(iterations):
    total = 0
    for step in range(iterations):
        total += tak(9, 6, 2 + step % 2)
        total += ackermann(2, 9)
        total += is_even(60 + step % 50) + is_odd(99)
        total += hanoi(9)
        total += len(permutations([1, 2, 3, 4, 5]))
        total += change(60, (50, 25, 10, 5, 1))
    return total


if __name__ == "__main__":
    iterations = int(sys.argv[1]) if len(sys.argv) > 1 else ITERATIONS
    begin = time.process_time()
    checksum = work(iterations)
    elapsed = time.process_time() - begin
    print(checksum)
    print("seconds", elapsed, file=sys.stderr)
