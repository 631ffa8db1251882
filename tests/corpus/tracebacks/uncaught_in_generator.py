# status: 1
def numbers(limit):
    for i in range(limit):
        yield 10 / (2 - i)


def doubled(source):
    for n in source:
        yield n * 2


def delegating(limit):
    result = yield from doubled(numbers(limit))
    return result


for value in delegating(4):
    print(value)
