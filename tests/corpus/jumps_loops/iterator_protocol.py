class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        print("iter")
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration("done")
        self.n -= 1
        return self.n


class Sequence:
    def __getitem__(self, index):
        if index > 3:
            raise IndexError("over")
        return index * 10


class BadIter:
    def __iter__(self):
        return 5


class BadNext:
    def __iter__(self):
        return self

    def __next__(self):
        raise ValueError("in next")


print([x for x in Countdown(3)], list(Countdown(2)), sum(Sequence()))
for value in Sequence():
    print(value, end=" ")
print()
for kind in (BadIter, BadNext, int):
    try:
        for value in kind():
            print(value)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
d = {1: 1, 2: 2}
try:
    for key in d:
        d[key + 10] = 0
except RuntimeError as error:
    print(error)
items = [1, 2, 3]
for item in items:
    if len(items) < 6:
        items.append(item * 10)
print(items)
iterator = iter(lambda: items.pop(), 2)
print(list(iterator), next(iterator, "exhausted"))
it = iter([1, 2, 3])
for a in it:
    for b in it:
        print(a, b)
print(list(zip("ab", range(3), strict=False)), dict(enumerate("xy", 5)), list(reversed([1, 2])))
try:
    list(zip("ab", range(3), strict=True))
except ValueError as error:
    print(error)
