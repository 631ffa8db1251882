"""Closures and functions as values: counters, composition, decorators, parser combinators."""

import sys
import time
from functools import partial, reduce

ITERATIONS = 750


def counter(step):
    count = 0

    def increment(by=1):
        nonlocal count
        count += by * step
        return count

    def reset():
        nonlocal count
        count = 0

    return increment, reset


def compose(*functions):
    def composed(value):
        for function in functions:
            value = function(value)
        return value

    return composed


def memoize(function):
    known = {}

    def wrapper(*args):
        if args not in known:
            known[args] = function(*args)
        return known[args]

    return wrapper


def traced(log, /, *, prefix="call"):
    def decorate(function):
        def wrapper(*args, **kwargs):
            log.append(f"{prefix} {function.__name__}")
            return function(*args, **kwargs)

        return wrapper

    return decorate


def curry(function, arity, *given):
    if arity == 0:
        return function(*given)
    return lambda value: curry(function, arity - 1, *given, value)


# Church numerals: a number is what applies a function so many times.
def zero(f):
    return lambda x: x


def successor(n):
    return lambda f: lambda x: f(n(f)(x))


def plus(m, n):
    return lambda f: lambda x: m(f)(n(f)(x))


def multiply(m, n):
    return lambda f: m(n(f))


def church(number):
    result = zero
    for _ in range(number):
        result = successor(result)
    return result


# A parser takes (text, place) and returns (value, place), or None where it does not match.
def literal(expected):
    def parse(text, place):
        if text.startswith(expected, place):
            return expected, place + len(expected)
        return None

    return parse


def either(*parsers):
    def parse(text, place):
        for parser in parsers:
            result = parser(text, place)
            if result is not None:
                return result
        return None

    return parse


def both(first, second, combine):
    def parse(text, place):
        left = first(text, place)
        if left is None:
            return None
        right = second(text, left[1])
        if right is None:
            return None
        return combine(left[0], right[0]), right[1]

    return parse


def many(parser, start, combine):
    def parse(text, place):
        value = start
        while (result := parser(text, place)) is not None:
            value, place = combine(value, result[0]), result[1]
        return value, place

    return parse


def sums():
    digit = either(*(literal(str(d)) for d in range(10)))
    number = both(digit, many(digit, "", lambda a, b: a + b), lambda a, b: int(a + b))
    addition = both(literal("+"), number, lambda _, value: value)
    subtraction = both(literal("-"), number, lambda _, value: -value)
    rest = many(either(addition, subtraction), 0, lambda a, b: a + b)
    return both(number, rest, lambda a, b: a + b)


def work(iterations):
    total = 0
    parse = sums()
    for step in range(iterations):
        increment, reset = counter(step % 5 + 1)
        for value in range(200):
            increment()
            total += increment(by=value & 3)
            if value % 50 == 49:
                reset()
        pipeline = compose(lambda x: x + 1, lambda x: x * 2, partial(max, 10), lambda x: x - step)
        total += sum(map(pipeline, filter(lambda x: x % 3, range(200))))
        total += reduce(lambda a, b: (a * 31 + b) % 65521, range(200), step)

        log = []

        @memoize
        def paths(width, height):
            if width == 0 or height == 0:
                return 1
            return paths(width - 1, height) + paths(width, height - 1)

        @traced(log, prefix="entering")
        def area(width, height=2, *, depth=1):
            return width * height * depth

        total += paths(8, 8)
        total += sum(area(width, depth=step % 3) for width in range(60)) + len(log)
        total += curry(lambda a, b, c, d: a * b + c * d, 4)(1)(2)(3)(step)
        number = plus(multiply(church(6), church(7)), church(step % 8))
        total += number(lambda x: x + 1)(0)
        total += parse("12+345-67+8910-11+1213-1415+16-1", 0)[0]
    return total


if __name__ == "__main__":
    iterations = int(sys.argv[1]) if len(sys.argv) > 1 else ITERATIONS
    begin = time.process_time()
    checksum = work(iterations)
    elapsed = time.process_time() - begin
    print(checksum)
    print("seconds", elapsed, file=sys.stderr)
