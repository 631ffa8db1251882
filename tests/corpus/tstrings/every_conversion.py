# requires: 3.14
value, spec = 5, ">8"
for template in (
    t"{value}", t"{value!s}", t"{value!r}", t"{value!a}",
    t"{value:x}", t"{value!s:x}", t"{value!r:x}", t"{value!a:x}",
    t"{value:{spec}}", t"{value!r:{spec}<{value}}",
    t"a{value}b{value!r}c{value:d}e", t"", t"only text", t"{value=}", t"{value + 1 = !s:>{4}}",
):
    print(template.strings, [(i.value, i.expression, i.conversion, i.format_spec) for i in template.interpolations])


def closure(n):
    def inner(m):
        return t"{n} and {m} and {[n * k for k in range(m)]}"

    return inner


print(closure(2)(3).values)


class Late:
    def __format__(self, spec):
        raise AssertionError("templates do not format")


print(type(t"{Late():abc}".values[0]).__name__, t"{Late():abc}".interpolations[0].format_spec)
