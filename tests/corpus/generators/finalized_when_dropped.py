log = []


def gen(name):
    try:
        yield 1
        yield 2
    finally:
        log.append(f"{name} finalized")


for value in gen("broken out"):
    log.append(value)
    break
log.append("after loop")
g = gen("deleted")
next(g)
del g
log.append("after del")
g = gen("never started")
del g
g = gen("replaced")
next(g)
g = None
log.append("after replacement")


def leaves():
    local = gen("local")
    next(local)
    log.append("leaving")


leaves()
log.append("left")
first, *_ = gen("exhausted")
(lambda: next(gen("temporary")))()
log.append("after temporary")
for entry in log:
    print(entry)


def yields_in_finally():
    try:
        yield 1
    finally:
        yield 2


def raises_in_finally():
    try:
        yield 1
    finally:
        raise ValueError("ignored with a message on stderr")


g = yields_in_finally()
next(g)
del g
g = raises_in_finally()
next(g)
del g
print("end")
