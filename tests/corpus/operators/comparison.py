class Loud:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __eq__(self, other):
        print(f"({self} == {other})", end=" ")
        return NotImplemented

    def __lt__(self, other):
        print(f"({self} < {other})", end=" ")
        return f"{self}<{other}"

    def __gt__(self, other):
        print(f"({self} > {other})", end=" ")
        return []

    def __contains__(self, item):
        print(f"({item} in {self})", end=" ")
        return "yes"


a, b = Loud("a"), Loud("b")
print(a == b, a != b, a < b, a > b)
print(a < b < b > a, a > b < a)
print(1 in a, 1 not in a, not 1 in a, a is b, a is not b)
for op in ("<=", ">="):
    try:
        eval(f"a {op} b")
    except TypeError as error:
        print(error)
print(1 < 2 < 3, 1 < 3 > 2, 3 > 2 < 1, 1 == 1.0 == True, [1, 2] < [1, 3], "a" < "b" <= "b")
for text in ("1 < 'a'", "[] < ()", "None >= 0", "1 in 5", "'a' in 5", "1 in 'a'", "{} < {}", "1j < 2j"):
    try:
        print(eval(text))
    except TypeError as error:
        print(text, "->", error)
nan = float("nan")
print(nan == nan, nan in [nan], nan != nan, [nan] == [nan], nan is nan)


def evaluated(value):
    print("eval", value, end=" ")
    return value


print(evaluated(1) < evaluated(0) < evaluated(9))
print(evaluated(1) < evaluated(2) < evaluated(9))
