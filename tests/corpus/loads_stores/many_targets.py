class Slot:
    pass


log = []


def trace(value):
    log.append(value)
    return value


s, items, table = Slot(), [0] * 5, {}
s.a = s.b = items[0] = table["k"] = trace("shared")
(s.c, items[1]), *table["rest"] = (1, 2), 3, 4
for s.i, items[2] in enumerate("xy"):
    pass
with open("/dev/null") as s.handle:
    pass
s.handle.close()
[s.x for s.x in ()] if False else None
import os.path as s_path
items[trace(3)], trace(s).d = trace("v1"), trace("v2")
try:
    raise ValueError("e")
except ValueError as captured:
    s.error = captured
print(s.a, s.b, items, table, s.c, s.i, s.d, s.error, s_path.basename("/a/b"))
print([v if not isinstance(v, Slot) else "slot" for v in log])
a = b = c = []
a.append(1)
d, e = f = (1, 2)
g = [h, *i] = "xyz"
print(a is b is c, d, e, f, g, h, i)
x = y = 0
x, y = y + 1, x + 2
x, x = 5, 6
print(x, y)
(z) = 1
((z)) += 1
[p] = {"only": 1}
(q, (r, (t, *u))) = 1, (2, (3, 4, 5))
print(z, p, q, r, t, u)
del (z), [p], (q, (r,))
print([name for name in "zpqr" if name in globals()])


def chained_locals():
    m = n = o = m2 = 1
    m += 1; n -= 1; o *= 5
    return m, n, o, m2, [m2 := m2 + 1, m2]


print(chained_locals())
