# status: 1
def check(value):
    match value:
        case [first, *rest] if len(rest) > first:
            return "long"
        case {"key": str() as key} if key[10] == "x":
            return "indexed"
    return "none"


print(check([1, 2, 3]))
check({"key": "short"})
