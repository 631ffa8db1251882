class NoMatchArgs:
    pass


class BadMatchArgs:
    __match_args__ = ["x"]


class NotStrings:
    __match_args__ = (5,)


class Doubled:
    __match_args__ = ("x", "x")
    x = 1


class Missing:
    __match_args__ = ("absent",)


class Logs:
    __match_args__ = ("a", "b")

    def __getattr__(self, name):
        print("asked for", name)
        if name == "b":
            raise AttributeError(name)
        return name


def positional(value, kind):
    match value:
        case kind(x):
            return f"matched {x}"
        case _:
            return "no match"


for kind in (NoMatchArgs, BadMatchArgs, NotStrings, Missing, int, 5):
    try:
        print(positional(kind() if isinstance(kind, type) else kind, kind))
    except TypeError as error:
        print(error)
try:
    match Doubled():
        case Doubled(1, x=1):
            print("matched")
except TypeError as error:
    print(error)
try:
    match 1:
        case int(1, 2):
            pass
except TypeError as error:
    print(error)
match Logs():
    case Logs(a, b):
        print("never")
    case Logs(a):
        print("one", a)
match (1, 2):
    case (a, 3):
        print("no")
    case (a, b) if a > b:
        print("guard no")
    case _:
        print("bindings stay:", a, b)
match {"a": 1, "b": {"c": [1, {"d": 2}]}}:
    case {"b": {"c": [_, {"d": deep}]}, **rest}:
        print(deep, rest)


class Keys(dict):
    def get(self, key, default=None):
        print("get", key)
        return super().get(key, default)


match Keys(x=1):
    case {"x": 1, "y": 2}:
        print("no")
    case {"x": value}:
        print(value)
match [1, [2, [3, [4]]]]:
    case [a, [b, [c, [d]]]]:
        print(a, b, c, d)
match "ab", 5:
    case str(s), int() as i if (total := len(s) + i):
        print(s, i, total)
match 5:
    case 1 | 2:
        pass
print("fell through")
x = "soft keyword"
match = lambda v: f"called match({v})"
print(match(1))
case = 3
print(case)
for bad in ("match 1:\n case x: pass\n case y: pass", "match 1:\n case x | y: pass", "match 1:\n case {'a': 1, 'a': 2}: pass", "match 1:\n case [a, a]: pass"):
    try:
        compile(bad, "<m>", "exec")
    except SyntaxError as error:
        print(error.msg)
