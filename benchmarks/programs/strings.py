"""Strings: building, formatting, slicing, translating, run lengths, searching by hand."""

import sys
import time

ITERATIONS = 500

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def rotate(text, shift):
    result = ""
    for letter in text:
        if letter in LETTERS:
            result += LETTERS[(LETTERS.index(letter) + shift) % 26]
        elif letter.isupper():
            result += chr((ord(letter) - 65 + shift) % 26 + 65)
        else:
            result += letter
    return result


def run_lengths(text):
    parts = []
    previous, length = None, 0
    for letter in text:
        if letter == previous:
            length += 1
        else:
            if previous is not None:
                parts.append(f"{length}{previous}" if length > 1 else previous)
            previous, length = letter, 1
    if previous is not None:
        parts.append(f"{length}{previous}")
    return "".join(parts)


def expand(packed):
    parts = []
    number = ""
    for letter in packed:
        if letter.isdigit():
            number += letter
        else:
            parts.append(letter * int(number or "1"))
            number = ""
    return "".join(parts)


def is_palindrome(text):
    left, right = 0, len(text) - 1
    while left < right:
        if text[left] != text[right]:
            return False
        left += 1
        right -= 1
    return True


def failures(pattern):
    table = [0] * len(pattern)
    length = 0
    for i in range(1, len(pattern)):
        while length and pattern[i] != pattern[length]:
            length = table[length - 1]
        if pattern[i] == pattern[length]:
            length += 1
        table[i] = length
    return table


def occurrences(text, pattern):
    """Knuth, Morris and Pratt's search."""
    table = failures(pattern)
    matched = found = 0
    for letter in text:
        while matched and letter != pattern[matched]:
            matched = table[matched - 1]
        if letter == pattern[matched]:
            matched += 1
        if matched == len(pattern):
            found += 1
            matched = table[matched - 1]
    return found


def report(rows):
    lines = [f"{'name':<12}|{'count':>8}|{'share':>8}"]
    total = sum(number for _, number in rows) or 1
    for name, number in rows:
        lines.append(f"{name:<12}|{number:>8,}|{number / total:>8.1%}")
        lines.append("%-12s|%08d|%s" % (name.upper(), number, hex(number)))
        lines.append("{0!r:>14}{1:#b}".format(name, number & 15))
    return "\n".join(lines)


def distance(a, b):
    """Levenshtein's edit distance."""
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            cost = previous[j - 1] + (x != y)
            if previous[j] + 1 < cost:
                cost = previous[j] + 1
            if current[j - 1] + 1 < cost:
                cost = current[j - 1] + 1
            current.append(cost)
        previous = current
    return previous[-1]


def work(iterations):
    total = 0
    base = "The quick brown fox, aaabbbbcc, jumps over abababab lazy dogs; level rotor kayak. " * 4
    for step in range(iterations):
        text = rotate(base, step % 25 + 1)
        packed = run_lengths(text + "zzzz" * (step % 5))
        total += len(packed) + len(expand(packed))
        total += sum(is_palindrome(word) for word in base.replace(".", "").split())
        total += occurrences(base * 2, "abab") + occurrences(text, text[3:9])
        rows = [(word, len(word) * 1000 + step) for word in text.split()[:12]]
        total += len(report(rows))
        total += distance(base[:40], text[:40])
    return f"{total} {rotate(text, 3)[:20]}"


if __name__ == "__main__":
    iterations = int(sys.argv[1]) if len(sys.argv) > 1 else ITERATIONS
    begin = time.process_time()
    checksum = work(iterations)
    elapsed = time.process_time() - begin
    print(checksum)
    print("seconds", elapsed, file=sys.stderr)
