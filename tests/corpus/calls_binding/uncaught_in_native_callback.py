# status: 1
import functools


def compare(left, right):
    if "x" in (left, right):
        raise LookupError(f"cannot compare {left!r} and {right!r}")
    return (left > right) - (left < right)


def order(items):
    return sorted(items, key=functools.cmp_to_key(compare))


print(order("cab"))
print(list(map(order, ["ba", "bxa"])))
