saved = []


class Phoenix:
    lives = 0

    def __del__(self):
        Phoenix.lives += 1
        saved.append(self)
        print("saved itself", Phoenix.lives)


p = Phoenix()
del p
print(len(saved), saved[0].__class__.__name__)
saved.clear()
print("second time is not asked", Phoenix.lives)


class Order:
    def __init__(self, name, *children):
        self.name, self.children = name, children

    def __del__(self):
        print("del", self.name)


tree = Order("root", Order("left", Order("leaf")), Order("right"))
del tree


class Exits:
    def __enter__(self):
        return Order("context value")

    def __exit__(self, *details):
        print("exit")


with Exits() as value:
    print("body")
    del value
    print("after del")
with Exits():
    print("never bound")


def finally_order():
    held = Order("held")
    try:
        return "result"
    finally:
        print("finally")


print(finally_order())


def parameter(p):
    p = None
    print("parameter rebound")


parameter(Order("parameter"))
print("end")
