class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


print("1 rebind")
x = Noisy("first")
x = Noisy("second")
print("2 del statement")
del x
print("3 function locals")


def function():
    local = Noisy("local")
    print("leaving")


function()
print("4 temporary")
Noisy("temporary").name
print("5 argument")


def takes(argument):
    print("inside")
    del argument
    print("still held by the caller?")


takes(Noisy("argument"))
print("6 expression")
print([Noisy("in list").name, "after"])
print("7 exception")


def raises():
    held = Noisy("held by the traceback")
    raise ValueError("v")


try:
    raises()
except ValueError as error:
    print("handler")
print("8 loop variable")
for item in (Noisy(n) for n in "ab"):
    print("body", item.name)
del item
print("9 container")
table = {"k": Noisy("in dict")}
table["k"] = None
table = [Noisy("in list 1"), Noisy("in list 2")]
table.pop()
print("popped")
table.clear()
print("10 return value dropped")


def makes():
    return Noisy("returned")


makes()
print("11 attribute")
holder = type("Holder", (), {})()
holder.child = Noisy("child")
holder.child = 5
print("12 unpacking")
a, b = Noisy("a"), Noisy("b")
a, b = b, a
del a
print("then b")
del b
print("13 with and generator")


def gen():
    inner = Noisy("generator local")
    yield 1
    yield 2


g = gen()
next(g)
del g
print("14 comprehension")
[Noisy(f"c{i}").name for i in range(2)]
print("15 augmented and chained")
n = Noisy("chained") and None
1 if Noisy("condition") else 2
Noisy("operand") == 5
print("16 default and closure")


def closing():
    cell = Noisy("cell")
    return lambda: cell.name


f = closing()
print(f())
del f
print("17 class")
class Temporary:
    attribute = Noisy("class attribute")
del Temporary
import gc
gc.collect()
print("end")
last = Noisy("module variable at exit")
