class Truth:
    def __init__(self, name, value):
        self.name, self.value = name, value

    def __bool__(self):
        print(f"bool({self.name})", end=" ")
        return self.value

    def __repr__(self):
        return self.name


t, f = Truth("t", True), Truth("f", False)
print(t and f, f and t, t or f, f or t)
print(t and f or t, (t or f) and f, not t, not (f or f))
print("yes" if t else "no", "yes" if f else "no")
print(t and t and f and t, f or f or t or f)
if t and not f:
    print("branch")
while f or t:
    print("loop")
    break
assert t or f
for bad in (Truth("bad", 1), Truth("none", None)):
    for text in ("not bad", "bad and 1", "1 if bad else 2", "bool(bad)"):
        try:
            eval(text)
        except TypeError as error:
            print(error)


class Sized:
    def __init__(self, size):
        self.size = size

    def __len__(self):
        return self.size


for size in (0, 1, -1, "x", 2**70):
    try:
        print(bool(Sized(size)))
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
print([bool(v) for v in (0, 0.0, "", "0", [], [0], None, {}, set(), 0j, b"", range(0), object)])
