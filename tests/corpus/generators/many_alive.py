def ticker(name, n):
    for i in range(n):
        got = yield f"{name}{i}"
        if got:
            yield f"{name} got {got}"


def round_robin(*generators):
    queue = list(generators)
    while queue:
        g = queue.pop(0)
        try:
            yield next(g)
        except StopIteration:
            continue
        queue.append(g)


print(list(round_robin(ticker("a", 3), ticker("b", 1), ticker("c", 2))))
many = [ticker(str(k), 50) for k in range(200)]
print(sum(len(next(g)) for g in many), many[7].send("x"), len(list(many[3])))


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1


import itertools

print(list(itertools.islice(primes(), 15)))


def chain(depth):
    if depth == 0:
        yield "bottom"
    else:
        yield from chain(depth - 1)


print(list(chain(60)))


def split():  # a tee object that lives until the interpreter ends can crash 3.12.1
    a, b = itertools.tee(ticker("t", 2))
    print(list(a), list(b), list(zip(ticker("p", 2), ticker("q", 5))))


split()
