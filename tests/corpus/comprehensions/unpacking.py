# requires: 3.15
rows = [[1, 2], [], "ab"]
print([*row for row in rows], {*row for row in rows} == {1, 2, "a", "b"}, tuple((*row for row in rows)))
print({**d for d in ({"a": 1}, {"b": 2}, {"a": 3})})
print([*(i, i * 2) for i in range(3) if i], sum((*r for r in [[1, 2], [3]])))
for bad in ("[*x for x in [1]]", "{**x for x in [1]}", "list(*x for x in [1])"):
    try:
        eval(bad)
    except TypeError as error:
        print(bad, error)
