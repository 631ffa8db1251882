"""Variables that lose their value in a branch, in a round of a loop, or around a comprehension."""


def in_branch(c):
    y = 1
    if c:
        del y
    return y


def in_round(n):
    y = 1
    while n:
        n -= 1
        y
        del y
    return 5


def in_some_rounds(n):
    y = 1
    while n:
        n -= 1
        z = y
        if n == 5:
            del y
            if n:
                y = z
    if n:
        z = 2
    return y


def in_last_round(n):
    y = 1
    for i in range(n):
        y += i
        if i == n - 1:
            del y
    return y


def in_handler(n):
    for _ in range(n):
        try:
            del b
        except NameError as a:
            b = a and "b"
            a = n
    return a


def around_comprehension(c):
    [x for x in range(8)]
    if c:
        x = 1
    return x


def around_two(c):
    x = 1
    [x for x in range(8)]
    if c:
        del x
    [x for x in range(8) if x]
    return x


def around_nested(c):
    [[x for x in range(y)] for y in range(4)]
    if c:
        y = 1
    return y


def stored_in_comprehension(c):
    if c:
        z = 1
    [(z := x) for x in range(c, 2)]
    return z


def long_way_round():
    """Long enough for what goes round to be translated."""
    [x for x in range(2000)]
    for i in range(0):
        x = i
    return x


def deleted_after_a_long_way():
    y = 0
    for i in range(2000):
        y += i
        if i == 1500:
            del y
            y = 3
        if i == 1999:
            del y
    return y


def show(function, *arguments):
    for _ in range(3):
        try:
            print(function.__name__, arguments, function(*arguments))
        except NameError as error:
            lines = error.__traceback__.tb_next.tb_lineno - function.__code__.co_firstlineno
            print(function.__name__, arguments, type(error).__name__, error, lines)


for c in (0, 1, 2, 7):
    for function in (in_branch, in_round, in_some_rounds, in_last_round, in_handler):
        show(function, c)
    for function in (around_comprehension, around_two, around_nested, stored_in_comprehension):
        show(function, c)
show(long_way_round)
show(deleted_after_a_long_way)
