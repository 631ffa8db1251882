x = "module x"
y = "module y"


def enclosing(x):
    class Body:
        y = "class y"
        seen = [x, y]
        try:
            print(undefined)
        except NameError as error:
            message = str(error)
        x = "class x"
        seen.append(x)
        del x
        seen.append(x)

    return Body


body = enclosing("closure x")
print(body.seen)
print(body.message)
print(sorted(name for name in vars(body) if not name.startswith("__")))


class Plain:
    x = x
    x += " in class"
    z: int = 5
    w: "str"
    print(sorted(locals()))


print(Plain.x, x)
