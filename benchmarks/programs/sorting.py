"""Sorting: with key functions, comparison methods, cmp_to_key, and by hand."""

import sys
import time
from functools import cmp_to_key
from operator import attrgetter, itemgetter

ITERATIONS = 250


class Card:
    SUITS = "CDHS"

    def __init__(self, suit, rank):
        self.suit = suit
        self.rank = rank

    def __lt__(self, other):
        if self.rank != other.rank:
            return self.rank < other.rank
        return self.SUITS.index(self.suit) < self.SUITS.index(other.suit)


def numbers(count, seed):
    values = []
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        values.append(seed >> 12)
    return values


def quicksort(values, low, high):
    while low < high:
        pivot = values[(low + high) // 2]
        left, right = low, high
        while left <= right:
            while values[left] < pivot:
                left += 1
            while values[right] > pivot:
                right -= 1
            if left <= right:
                values[left], values[right] = values[right], values[left]
                left += 1
                right -= 1
        if right - low < high - left:
            quicksort(values, low, right)
            low = left
        else:
            quicksort(values, left, high)
            high = right


def mergesort(values, key):
    if len(values) < 2:
        return values
    middle = len(values) // 2
    left, right = mergesort(values[:middle], key), mergesort(values[middle:], key)
    merged = []
    i = j = 0
    while i < len(left) and j < len(right):
        if key(right[j]) < key(left[i]):
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    merged.extend(left[i:])
    merged.extend(right[j:])
    return merged


def heapsort(values):
    def sift(root, size):
        value = values[root]
        while (child := 2 * root + 1) < size:
            if child + 1 < size and values[child] < values[child + 1]:
                child += 1
            if values[child] <= value:
                break
            values[root] = values[child]
            root = child
        values[root] = value

    for root in range(len(values) // 2 - 1, -1, -1):
        sift(root, len(values))
    for size in range(len(values) - 1, 0, -1):
        values[0], values[size] = values[size], values[0]
        sift(0, size)


def by_digits(a, b):
    first, second = a % 100, b % 100
    return (first > second) - (first < second)


def checksum(values):
    total = 0
    for place, value in enumerate(values):
        total = (total * 31 + place * value) & 0xFFFFFFFF
    return total


def work(iterations):
    total = 0
    for step in range(iterations):
        values = numbers(150, step + 1)
        total ^= checksum(sorted(values, key=lambda value: (value % 16, -value)))
        total ^= checksum(sorted(values, key=cmp_to_key(by_digits)))
        cards = [Card("CDHS"[value & 3], value % 13) for value in values[:60]]
        cards.sort()
        total ^= checksum([card.rank for card in cards])
        cards.sort(key=attrgetter("suit"), reverse=True)
        total ^= checksum([ord(card.suit) for card in cards])
        rows = [(value % 10, str(value), value) for value in values]
        rows.sort(key=itemgetter(1))
        rows.sort(key=lambda row: row[0])
        total ^= checksum([row[2] for row in rows])
        total += max(rows, key=lambda row: row[2] % 101)[2]
        copy = values[:]
        quicksort(copy, 0, len(copy) - 1)
        total ^= checksum(copy)
        total ^= checksum(mergesort(values[:60], lambda value: value % 1000))
        copy = values[:80]
        heapsort(copy)
        total ^= checksum(copy)
    return total


if __name__ == "__main__":
    iterations = int(sys.argv[1]) if len(sys.argv) > 1 else ITERATIONS
    begin = time.process_time()
    checksum = work(iterations)
    elapsed = time.process_time() - begin
    print(checksum)
    print("seconds", elapsed, file=sys.stderr)
