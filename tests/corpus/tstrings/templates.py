# requires: 3.14
from string.templatelib import Interpolation, Template

name, price = "bread", 2.5
template = t"Buy {name!r} for {price:.2f} now"
print(type(template).__name__, template.strings, template.values)
for part in template:
    print(repr(part))
for item in template.interpolations:
    print(item.value, item.expression, item.conversion, item.format_spec)


def render(template):
    out = []
    for part in template:
        match part:
            case str(text):
                out.append(text)
            case Interpolation(value, _, conversion, spec):
                value = {"r": repr, "s": str, "a": ascii, None: lambda v: v}[conversion](value)
                out.append(f"<{format(value, spec)}>")
    return "".join(out)


print(render(template), render(t"{1 + 1} {name.upper()} {price:{'>8'}}"), render(t""), render(t"{{}}{name=}"))
nested = t"outer {t"inner {name}"}"
print(nested.values[0].values, (t"a {1}" + t" b {2}").strings, Template("x", Interpolation(5, "five")).values)
print(rt"\n{name}".strings, t"{name}" t"{price}".strings if False else (t"{name}" t"{price}").values)
for action in (lambda: t"{undefined}", lambda: t"{1 / 0}", lambda: "x" + t"y", lambda: t"y" + "x", lambda: f"{t'z'}"[:8]):
    try:
        print(action())
    except (NameError, ZeroDivisionError, TypeError) as error:
        print(type(error).__name__, error)
print(t"{(lambda: 5)()}".values, [t"{i}".values for i in range(2)], t"{name!s:>{len(name) * 2}}".interpolations[0].format_spec)
for bad in ("t'{}'", "t'{a!x}'", "t'a' 'b'", "t'{'"):
    try:
        compile(bad, "<t>", "eval")
    except SyntaxError as error:
        print(bad, error.msg)
