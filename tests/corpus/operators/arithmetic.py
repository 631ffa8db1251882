import operator

values = [7, -7, 2.5, True, 3 + 4j, 10**20]
ops = "+ - * / // % ** == < |".split()
for op in ops:
    row = []
    for left in values:
        for right in (2, -3, 0.5):
            try:
                row.append(eval(f"left {op} right"))
            except Exception as error:
                row.append(f"{type(error).__name__}: {error}")
    print(op, row)
print(1 << 70, -1 >> 3, 6 & 3, 6 | 3, 6 ^ 3, ~6, -True, +False, not 0)
print("ab" * 3, [1] * 2 + [3], (1,) + (2,), b"x" + b"y", "%s-%d" % ("a", 3), 3 * "z")
print({1: 2} | {3: 4}, {1, 2} & {2, 3}, {1, 2} ^ {2, 3}, {1, 2} - {2})
print(divmod(-7, 2), pow(3, -1, 7), round(2.5), operator.index(True))
