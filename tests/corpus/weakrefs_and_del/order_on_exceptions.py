class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def raises(argument):
    a = Noisy("local a")
    b = Noisy("local b")
    raise ValueError("x")


def catches():
    try:
        raises(Noisy("argument"))
    except ValueError:
        print("in handler")
    print("after handler")


def keeps():
    try:
        raises(Noisy("kept argument"))
    except ValueError as error:
        saved = error
    print("saved")
    del saved
    print("let go")


def from_native():
    try:
        list(map(lambda v: raises(v), [Noisy("mapped")]))
    except ValueError:
        print("in handler")
    print("after")


def partial_call():
    try:
        print(Noisy("first argument"), 1 / 0, Noisy("never"))
    except ZeroDivisionError:
        print("partial arguments dropped?")


def partial_display():
    try:
        [Noisy("item 1"), Noisy("item 2"), {}["k"]]
    except KeyError:
        print("handled")


def in_with():
    class Manager:
        def __enter__(self):
            return Noisy("entered")

        def __exit__(self, *d):
            print("exit")
            return True

    with Manager() as m, Manager():
        raise KeyError
    print("after with")
    del m
    print("done")


def loop():
    for n in (Noisy(f"loop {i}") for i in range(2)):
        try:
            if n.name:
                raise IndexError
        except IndexError:
            continue
    print("loop over")


def ternary_and_boolean():
    x = Noisy("condition") and Noisy("second")
    print("assigned")
    y = (Noisy("a") or Noisy("never"), None)[1]
    print("y")
    return x.name


for function in (catches, keeps, from_native, partial_call, partial_display, in_with, loop, ternary_and_boolean):
    print("#", function.__name__)
    function()
