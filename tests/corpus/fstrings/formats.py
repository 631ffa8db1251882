import datetime

name, value, width = "world", 3.14159, 10
print(f"hello {name}!", f"{value:.2f}", f"{value:{width}.{2}f}|", f"{name!r:>{width}}", f"{name!s}", f"{'é'!a}")
print(f"{value=}", f"{value = :.1f}", f"{name=!s}", f"{ name = }", f"{1 + 1=}", f"{{}}", f"{{{name}}}", f"{'nested ' + f'{name}'}")
print(f"{1:05d} {255:#x} {255:b} {1e10:g} {0.5:%} {1234567:,} {1234567:_} {'s':^9} {'s':*<4} {-5:+} {True:d} {65:c}")
print(f"{datetime.date(2024, 2, 3):%Y/%m/%d}", f"{[1, 2]!r}", f"{ {1: 2}[1] }", f"{(lambda: 5)()}", f"{'a' if value else 'b'}")
print(f"a" "b" f"{1}" 'c' rf"\n{name}\d", f"""multi
{name
}""", f"", f"{''}", "plain" f"{name}" f"")


class Loud:
    def __format__(self, spec):
        return f"format({spec})"

    def __str__(self):
        return "str()"

    def __repr__(self):
        return "repr()"


loud = Loud()
print(f"{loud} {loud:x} {loud!s} {loud!r:>8} {loud!s:_^9}", "{} {:y} {!r}".format(loud, loud, loud), format(loud, "z"), str(loud))
for bad in ("f'{1:s}'", "f'{name:d}'", "f'{undefined}'", "f'{1/0}'", "f'{value:.1q}'", "f'{None:5}'", "f'{[]:x}'"):
    try:
        eval(bad)
    except Exception as error:
        print(bad, type(error).__name__, error)
for bad in ("f'{}'", "f'{a b}'", "f'{'", "f'}'", "f'{a!x}'", "f'{lambda x: 1}'"):
    try:
        compile(bad, "<f>", "eval")
    except SyntaxError as error:
        print(bad, error.msg)
print("%s|%10.3f|%-5d|%05d" % (name, value, 3, 4), "{0}{1}{0}".format(1, 2), "{a[0]}{b.real}".format(a=[9], b=1), "{:>{}}".format("x", 4))
print(f"{f'{1!r}'}", sum(len(f"{i}") for i in range(12)), [f"{i:0{w}}" for i, w in ((1, 2), (3, 4))])
