class Record:
    def __delattr__(self, name):
        print("delattr", name)

    def __delitem__(self, key):
        print("delitem", key)


def fast():
    value = 1
    del value
    try:
        return value
    except UnboundLocalError as error:
        return str(error)


def cell():
    value = 1

    def inner():
        return value

    print(inner())
    del value
    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)
    try:
        del value
    except UnboundLocalError as error:
        print(type(error).__name__, error)


def free():
    value = 1

    def inner():
        nonlocal value
        del value
        try:
            del value
        except NameError as error:
            print(type(error).__name__, error)

    inner()
    try:
        return value
    except NameError as error:
        return type(error).__name__, str(error)


print(fast())
cell()
print(free())
record = Record()
del record.a, record["b"], record[1:2], record[..., ::3]
items = list(range(10))
del items[0], items[-1], items[::3]
print(items)
del (items[0], [record.x, record.y])
for action in ("del nothing", "del items[99]", "del items.nothing", "del (1).real", "del ()[0]"):
    try:
        exec(action)
    except Exception as error:
        print(action, "->", type(error).__name__, error)


def erase_global():
    global items
    del items


erase_global()
print("items" in globals())
try:
    erase_global()
except NameError as error:
    print(error)
