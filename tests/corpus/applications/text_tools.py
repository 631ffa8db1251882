import collections
import functools
import itertools
import operator
import string

TEXT = """It was the best of times, it was the worst of times, it was the age
of wisdom, it was the age of foolishness ..."""
words = [w.strip(string.punctuation).lower() for w in TEXT.split() if w.strip(string.punctuation)]
print(collections.Counter(words).most_common(4))
print({k: sorted(set(g)) for k, g in itertools.groupby(sorted(words, key=len), key=len)})


def wrap(text, width):
    line = []
    for word in text.split():
        if sum(map(len, line)) + len(line) + len(word) > width:
            yield " ".join(line)
            line = []
        line.append(word)
    if line:
        yield " ".join(line)


for line in wrap(TEXT, 30):
    print(f"|{line:^30}|")


def caesar(text, shift):
    def turn(c):
        base = ord("a") if c.islower() else ord("A")
        return chr((ord(c) - base + shift) % 26 + base) if c.isalpha() else c

    return "".join(map(turn, text))


secret = caesar("Hello, World!", 3)
print(secret, caesar(secret, -3))


def huffman(text):
    import heapq

    heap = [(n, i, c) for i, (c, n) in enumerate(sorted(collections.Counter(text).items()))]
    heapq.heapify(heap)
    counter = itertools.count(len(heap))
    while len(heap) > 1:
        (n1, _, a), (n2, _, b) = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, (n1 + n2, next(counter), (a, b)))
    codes = {}

    def walk(node, prefix=""):
        if isinstance(node, str):
            codes[node] = prefix or "0"
        else:
            for bit, child in zip("01", node):
                walk(child, prefix + bit)

    walk(heap[0][2])
    return codes


codes = huffman("abracadabra")
print(codes, len("".join(codes[c] for c in "abracadabra")))


def roman(n):
    out = ""
    for value, sign in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split()):
        count, n = divmod(n, value)
        out += sign * count
    return out


print([roman(n) for n in (4, 9, 14, 1994, 2026)])


@functools.cache
def distance(a, b):
    if not a or not b:
        return len(a) + len(b)
    return min(distance(a[1:], b) + 1, distance(a, b[1:]) + 1, distance(a[1:], b[1:]) + (a[0] != b[0]))


print(distance("kitten", "sitting"), distance.cache_info().hits > 0, functools.reduce(operator.mul, range(1, 20)))
table = str.maketrans("aeiou", "AEIOU", "s")
print("sequences of letters".translate(table), "%-10s|%+.2e|%#o" % ("left", 12345.678, 8), "{:{fill}{align}{width}}".format("x", fill="*", align="^", width=7))
