def classify(value, default=None):
    if value is None:
        return "none"
    if default is not None:
        return f"default {default}"
    while value is not None:
        value = None if value > 2 else value + 1
    return "ran" if value is None else "stays"


print(classify(None), classify(1, 2), classify(0))
for value in (None, 0, "", False):
    print(value is None, value is not None, not (value is None), value is None or value, value is not None and value)
x = None
y = x if x is not None else "fallback"
print(y, [v for v in (1, None, 2) if v is not None])
