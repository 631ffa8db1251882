def none(): ...
def one(a): ...
def two(a, b): ...
def three(a, b, c): ...
def default(a, b=2): ...
def kwonly(*, k): ...
def kwonly2(a, *, k, m): ...
def posonly(a, b, /): ...
def posonly_default(a, b=1, /, c=2): ...
def star(a, *args): ...
def double(a, **kwargs): ...
def everything(a, /, b, c=3, *args, d, e=5, **kwargs): ...


class C:
    def method(self, a): ...
    def nothing(): ...

    @classmethod
    def klass(cls, a): ...

    @staticmethod
    def static(a): ...

    def __init__(self, x=1): ...

    def __call__(self, y): ...


c = C()
generator = (n for n in ())
calls = """
none(1)
none(1, 2)
none(x=1)
one()
one(1, 2)
one(1, a=2)
one(b=1)
one(1, b=2, c=3)
two()
two(1)
two(1, 2, 3)
three()
three(1)
three(b=1)
default()
default(1, 2, 3)
default(b=3)
kwonly()
kwonly(1)
kwonly(1, k=2)
kwonly2()
kwonly2(1)
kwonly2(1, 2, k=1, m=2)
kwonly2(1, 2, 3, k=1)
posonly(a=1, b=2)
posonly(1, b=2)
posonly(1)
posonly_default()
posonly_default(1, b=3)
star()
star(a=1, b=2)
double()
double(1, 2)
double(1, a=2)
everything()
everything(1)
everything(1, 2)
everything(1, b=2, d=4, a=9)
everything(1, 2, b=3, d=4)
everything(*[1, 2], **{'d': 4, 'b': 2})
one(**{1: 2})
one(*5)
one(**5)
one(*None, 1)
one(**{'a': 1}, **{'a': 2})
one(a=1, **{'a': 2})
double(1, **{'z': 1}, **{'z': 2})
c.method()
c.method(1, 2)
c.nothing()
C.method()
C.nothing(1)
c.klass()
c.static()
c.static(1, 2)
C(1, 2)
C(z=2)
c()
c(1, 2)
len(1, 2)
len(x=1)
print(1, other=2)
int(1, 2, 3)
[].append()
[].append(1, 2)
'x'.join(a=1)
sorted()
(lambda x: x)()
(lambda: 0)(1)
one(ab=1)
everything(1, 2, d=4, **{'x': 1}, **None)
one(*generator, 1, 2)
""".strip().splitlines()
for call in calls:
    try:
        eval(call)
        print(call, "-> fine")
    except TypeError as error:
        print(call, "->", error)
