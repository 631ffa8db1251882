class K:
    def method(self, *a, **k):
        return "method", a, k

    @classmethod
    def klass(cls, *a, **k):
        return cls.__name__, a, k

    @staticmethod
    def static(*a, **k):
        return "static", a, k

    builtin = len
    lam = lambda self, x=1: ("lambda", x)
    instance_of_type = dict

    class Callable:
        def __call__(self, *a):
            return "callable instance", a

    callable = Callable()


k = K()
k.own = lambda *a: ("own", a)
k.bound = k.method
k.overridden = 5
print(k.method(), k.method(1), k.method(1, x=2), k.method(*(1, 2), **{"z": 3}), K.method(k, 9))
print(k.klass(1), K.klass(k=2), k.static(1), K.static(), k.builtin("abc"), k.lam(), k.lam(x=2))
print(k.instance_of_type(a=1), k.callable(1), k.own(1), k.bound(3), getattr(k, "method")(4))
print("a,b".split(","), [3, 1].sort(), {}.get("k", 0), "x".join(["1", "2"]), (5).__add__(6), [].__len__(), "{}".format(1))
print(str.upper("s"), list.__len__([1]), object.__repr__(5)[:7], int.from_bytes(b"\1", "big"), dict.fromkeys("ab", 1))
print(type(k)(), k.__class__.klass()) if False else print(type(type(k)()).__name__, k.__class__.klass()[0])
method = k.method
print(method.__self__ is k, method.__func__ is K.method, method(1), method.__name__, method.__call__(7), (k.method)(8))
for text in ("k.overridden()", "k.absent()", "K.method()", "K().method.x()", "k.klass.y", "None.method()", "k.builtin()", "'x'.split(1)", "[].pop()", "K.static.__self__"):
    try:
        print(eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
chained = [k.method(1)[1][0].__class__.__name__.upper().lower().split("n") for _ in range(2)]
print(chained, k.method(k.method(k.method(1)[1])[1])[1])
names = ["append", "extend", "insert"]
target = []
for name, arguments in zip(names, ([1], [[2, 3]], [0, 0])):
    getattr(target, name)(*arguments)
print(target)
