"""Generators: pipelines, delegation, sending, infinite streams, trees, merging."""

import sys
import time

ITERATIONS = 350


def naturals(start=0):
    while True:
        yield start
        start += 1


def take(count, source):
    for _, value in zip(range(count), source):
        yield value


def keep(test, source):
    for value in source:
        if test(value):
            yield value


def primes():
    found = []
    for candidate in naturals(2):
        for prime in found:
            if prime * prime > candidate:
                found.append(candidate)
                yield candidate
                break
            if candidate % prime == 0:
                break
        else:
            found.append(candidate)
            yield candidate


def tree(keys):
    root = None
    for key in keys:
        if root is None:
            root = [key, None, None]
            continue
        node = root
        while True:
            side = 1 if key < node[0] else 2
            if node[side] is None:
                node[side] = [key, None, None]
                break
            node = node[side]
    return root


def inorder(node):
    if node is not None:
        yield from inorder(node[1])
        yield node[0]
        yield from inorder(node[2])


def averages():
    total = count = 0
    average = None
    while True:
        value = yield average
        if value is None:
            return total, count
        total += value
        count += 1
        average = total // count


def supervise(results):
    while True:
        pair = yield from averages()
        results.append(pair)


def merge(first, second):
    done = object()
    a, b = next(first, done), next(second, done)
    while a is not done and b is not done:
        if a <= b:
            yield a
            a = next(first, done)
        else:
            yield b
            b = next(second, done)
    while a is not done:
        yield a
        a = next(first, done)
    while b is not done:
        yield b
        b = next(second, done)


def permutations(items, size):
    if size == 0:
        yield ()
        return
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1 :], size - 1):
            yield (item, *rest)


def work(iterations):
    total = 0
    for step in range(iterations):
        even_squares = (n * n for n in naturals(step) if n % 2 == 0)
        total += sum(take(200, keep(lambda n: n % 3, even_squares)))
        total += sum(take(120, primes()))
        root = tree((key * 7919 + step) % 257 for key in range(100))
        for place, key in enumerate(inorder(root)):
            total += place * key
        results = []
        supervisor = supervise(results)
        next(supervisor)
        for value in range(150):
            supervisor.send(value if value % 10 else None) if value else None
        supervisor.close()
        total += sum(a + b for a, b in results)
        total += sum(merge(iter(range(0, 300, 3)), (n * 2 for n in range(150))))
        for a, b, c in permutations([1, 2, 3, 4, 5], 3):
            total += a * b - c
    return total


if __name__ == "__main__":
    iterations = int(sys.argv[1]) if len(sys.argv) > 1 else ITERATIONS
    begin = time.process_time()
    checksum = work(iterations)
    elapsed = time.process_time() - begin
    print(checksum)
    print("seconds", elapsed, file=sys.stderr)
