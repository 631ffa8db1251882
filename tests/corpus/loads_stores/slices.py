items = list(range(10))
print(items[2:5], items[:3], items[7:], items[::-2], items[-3:], items[:])
items[2:4] = "abc"
print(items)
items[::5] = [100, 200, 300][:3]
print(items)
items[1:1] = (x * x for x in range(3))
print(items)
del items[3:8]
print(items)
items[1:3] += ["plus"]
print(items)


class Grid:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


g = Grid()
start, stop = 1, None
print(g[1:2], g[1:2, ::3], g[...], g[start:stop], g[start : stop : -1], g[()], g[1,], g[-1:])
g[start:stop] = 5
g[1:2, 3] = 6
try:
    g[start:stop:2] += (7,)
except TypeError as error:
    print(error)
del g[start:], g[::start]
for source in ("items[::0]", "items['a':]", "items[1:2:3] = [1, 2, 3, 4]", "items[:] = 5", "items[1.5]"):
    try:
        exec(source)
    except (TypeError, ValueError) as error:
        print(source, "->", type(error).__name__, error)
print("hello"[1:3], b"hello"[::-1], (1, 2, 3)[1:], range(20)[2:9:3])
*rest, last = "abc"[start:]
print(rest, last, g[*rest], g[*rest, 1:2])
