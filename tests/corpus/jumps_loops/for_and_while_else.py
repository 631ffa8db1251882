def search(items, wanted):
    for i, item in enumerate(items):
        if item == wanted:
            result = f"found at {i}"
            break
        elif item is None:
            continue
    else:
        result = "absent"
    return result


def countdown(n):
    seen = []
    while n:
        n -= 1
        if n == 2:
            continue
        seen.append(n)
        if n < 0:
            break
    else:
        seen.append("else")
    return seen


def nested():
    out = []
    for a in range(4):
        for b in range(4):
            if b > a:
                break
            if (a + b) % 2:
                continue
            out.append((a, b))
        else:
            out.append("row complete")
            continue
        out.append("broken")
        if a == 2:
            break
    else:
        out.append("never")
    return out


print(search([1, None, 3], 3), search([1], 2), search([], 0))
print(countdown(5), countdown(0))
print(nested())
i = "kept"
for i in []:
    pass
print(i)
for i in "ab":
    pass
print(i)
for i, (j, *k) in [(1, (2, 3, 4)), (5, "xy")]:
    print(i, j, k)
box = {}
for box["key"] in range(3):
    pass
for box.setdefault("list", [0])[0] in "pq":
    pass
print(box)
i = "b"
while True:
    if (i := i + "x") == "bxxx":
        break
print(i)
