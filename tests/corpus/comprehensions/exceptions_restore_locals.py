def outer_variable_survives():
    value = "before"
    probe = lambda: value
    try:
        [1 / value for value in (1, 0)]
    except ZeroDivisionError:
        pass
    return value, probe()


def unbound_before():
    try:
        [x for x in range(3) if 1 // (2 - x)]
    except ZeroDivisionError as error:
        try:
            return x
        except NameError as inner:
            return str(inner)


def dict_and_set():
    k = v = "outer"
    try:
        {k: [v for v in (1, 2, None) if v + 1] for k in "a"}
    except TypeError as error:
        return k, v, str(error)


def with_closure_over_iteration_variable():
    fs = []
    try:
        [fs.append(lambda: n) or 1 // (1 - n) for n in range(3)]
    except ZeroDivisionError:
        return [f() for f in fs]


def generator():
    total = 0
    for row in ([a * b for a in range(3)] for b in range(3)):
        total += sum(row)
        yield total
    b = "b"
    yield [b for b in range(2)], b


class Scope:
    n = "class n"
    values = [n for n in range(2)]
    after = n


print(outer_variable_survives(), unbound_before(), dict_and_set(), with_closure_over_iteration_variable())
print(list(generator()), Scope.values, Scope.after)
print([[[(i, j, k) for k in range(2)] for j in range(i)] for i in range(3)])
