class Box:
    def __init__(self):
        self.value = [1]
        self.items = {"k": 1}

    def __getitem__(self, key):
        print("get", key)
        return self.items.get(key, 0)

    def __setitem__(self, key, value):
        print("set", key, value)
        self.items[key] = value


def key(value):
    print("key", value)
    return value


box = Box()
box.value += [2]
box[key("k")] += 5
box[key("m")] -= 1
box[1, 2] = 3
total = 10
for op in "+= -= *= //= %= **= <<= >>= &= |= ^= /=".split():
    exec(f"total {op} 3")
    print(op, total)
    total = 10
text = "a"
text += "b"
text *= 3
print(box.value, text, box.items["k"])
pair = ([1], 2)
try:
    pair[0] += [9]
except TypeError as error:
    print(error, pair)
try:
    missing += 1
except NameError as error:
    print(error)
try:
    box.nothing -= 1
except AttributeError as error:
    print(error)
try:
    text -= 1
except TypeError as error:
    print(error)


def closure():
    n = 1

    def inner():
        nonlocal n
        n += 10
        return n

    return inner() + n


print(closure())
table = {"x": [1, 2, 3]}
table["x"][1] *= 7
table["x"][-1:] += [4, 5]
print(table)
