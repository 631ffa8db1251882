def outer(a):
    def inner():
        print("a is", a)

    return inner


f, g = outer(1), outer(2)
exec(f.__code__, globals(), closure=g.__closure__)
for arguments in ({}, {"closure": ()}, {"closure": (1,)}, {"closure": "x"}):
    try:
        exec(f.__code__, globals(), **arguments)
    except TypeError as error:
        print(error)
try:
    eval(f.__code__)
except TypeError as error:
    print(error)
try:
    exec("x = 1", globals(), closure=())
except TypeError as error:
    print(error)
