"""Variables that an ended frame shares with a closure: both see what the other one does to them."""

import sys


def ended_by_error(argument, other="other"):
    own = ["own"]
    later = None
    del later

    def look():
        return argument, own, late()

    def late():
        try:
            return later
        except NameError as error:
            return str(error)

    def change(value):
        nonlocal argument, own, later
        argument = own = later = value

    def remove():
        nonlocal own
        del own

    kept.append((look, change, remove, sys._getframe()))
    raise ValueError(argument)


def shown(frame):
    return {name: value for name, value in frame.f_locals.items() if not callable(value)}


def write(frame, name, value):
    frame.f_locals[name] = value


kept = []
for value in 1, "two":
    try:
        ended_by_error(value)
    except ValueError as error:
        frame = error.__traceback__.tb_next.tb_frame
    look, change, remove, same = kept.pop()
    print(frame is same, shown(frame), look())
    change("changed")
    print(shown(frame), look())
    write(frame, "own", "written")
    write(frame, "argument", "written, too")
    write(frame, "other", "of the frame alone")
    print(look(), list(frame.f_locals)[:5])
    change("again")
    print(shown(frame), look()[:2])
    remove()
    print(shown(frame))
    change("once more")
    print(shown(frame), look())
    frame.clear()
    print(shown(frame), look())


def outer():
    free = "free"

    def inner(argument):
        nonlocal free
        free += "!"
        inner_own = free

        def innermost():
            return free, argument, inner_own

        return sys._getframe(), innermost

    return inner, lambda: free


inner, ask = outer()
frame, innermost = inner("argument")
print(shown(frame), innermost(), ask())
inner("second")
print(shown(frame), innermost(), ask())
write(frame, "free", "written")
write(frame, "inner_own", "written as well")
print(innermost(), ask())


def outer_of_steps(free):
    def steps(argument):
        nonlocal free
        own = "own"
        free += "!"
        yield lambda: (argument, own, free)
        own = "later"
        yield
        raise KeyError(own)

    def change(value):
        nonlocal free
        free = value

    return steps, change


steps, change = outer_of_steps("free")
generator = steps("of a generator")
look = next(generator)
frame = generator.gi_frame
print(shown(frame), look())
write(frame, "own", "written")
print(look())
next(generator)
try:
    next(generator)
except KeyError as error:
    frame = error.__traceback__.tb_next.tb_frame
    print(shown(frame), look())
    write(frame, "own", "at the end")
    write(frame, "free", "free at the end")
    print(look(), shown(frame))
    change("changed")
    print(look(), shown(frame))


class Body:
    attribute = "attribute"

    def method(self):
        return __class__, sys._getframe()


found, frame = Body().method()
print(found is Body, sorted(frame.f_locals), frame.f_locals["__class__"] is Body)
