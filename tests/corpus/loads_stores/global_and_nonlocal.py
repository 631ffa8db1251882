counter = 0


def bump():
    global counter, created
    counter += 1
    created = counter * 10
    return counter


def make():
    value = 0

    def add(n=1):
        nonlocal value
        value += n
        return value

    def show():
        return value

    def twice():
        def inner():
            nonlocal value
            value *= 2

        inner()
        return value

    return add, show, twice


print(bump(), bump(), counter, created)
add, show, twice = make()
print(add(), add(5), show(), twice(), show())
print(add.__code__.co_freevars, make.__code__.co_cellvars)
print([cell.cell_contents for cell in add.__closure__])
add.__closure__[0].cell_contents = 100
print(show())


class Holder:
    global placed
    placed = "by the class body"
    value = 1

    def method(self):
        return __class__.__name__


print(placed, hasattr(Holder, "placed"), Holder().method())
