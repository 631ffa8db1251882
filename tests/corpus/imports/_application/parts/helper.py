def double(n):
    return n * 2


def fail():
    return [double(n) / 0 for n in (1, 2)]
