data = [1, 5, 2, 8, 3]
if (n := len(data)) > 3:
    print("long", n)
print([y := 1, y**2, y + 1], y)
print([last := value for value in data if (double := value * 2) > 5], last, double)
while (item := data.pop()) != 1:
    print(item, end=" ")
print()


def inside():
    result = [(k := i, k * k) for i in range(3)]
    return result, k


print(inside())
print(any((witness := v) > 6 for v in [1, 7, 9]), witness)
f = lambda: (z := 4) + z
print(f())


def nested():
    total = 0
    partial = [total := total + v for v in range(5)]
    return partial, total


print(nested())
print({(a := 1): (b := 2)}, (a, b), f"{(c := 5):>{(d := 4)}}|", c, d)
