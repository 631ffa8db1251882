def a(x):
    def b(y):
        def c(z):
            def d():
                nonlocal x, y
                x += 1
                y += x
                return x + y + z

            return d

        return c

    return b


f = a(1)(2)(3)
print(f(), f(), f.__code__.co_freevars, f.__qualname__)
compose = lambda *fs: (lambda x: x) if not fs else (lambda x: fs[0](compose(*fs[1:])(x)))
print(compose(lambda v: v + 1, lambda v: v * 10)(5))
Y = lambda g: (lambda h: h(h))(lambda h: g(lambda *args: h(h)(*args)))
print(Y(lambda fib: lambda n: n if n < 2 else fib(n - 1) + fib(n - 2))(12))


def generator_closure(n):
    total = 0

    def gen():
        nonlocal total
        for i in range(n):
            total += i
            yield lambda: (i, total)

    return list(gen()), (lambda: total)


made, total = generator_closure(4)
print([f() for f in made], total())


def exec_inside():
    secret = 5
    try:
        exec("print(secret)")
    except NameError as error:
        print(error)
    return (lambda: secret)()


print(exec_inside())
