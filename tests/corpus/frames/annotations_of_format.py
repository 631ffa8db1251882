# requires: 3.14
"""A variable that is called as the parameter of __annotate__, which hides it from f_locals."""

import sys


def shared(format):
    def hidden(x: (format, [format for format in range(3)], sys._getframe().f_locals)):
        pass

    def written(x: (sys._getframe().f_locals.update({"format": 2}), format, locals())):
        pass

    def failing(x: (lambda: format, 1 / 0)):
        pass

    def cells(x: [lambda: format for format in range(3)]):
        pass

    def failing_with_cells(x: [lambda: format / 0 for format in range(3)][0]()):
        pass

    return hidden, written, failing, cells, failing_with_cells, lambda: format


hidden, written, failing, cells, failing_with_cells, get = shared("of a closure")
print(hidden.__annotations__)
try:
    print(written.__annotations__)
except NotImplementedError as error:
    print(repr(error), error.__traceback__.tb_next.tb_frame.f_locals)
print([function() for function in cells.__annotations__["x"]])
for function in failing, failing_with_cells:
    try:
        function.__annotations__
    except ZeroDivisionError as error:
        frame = error.__traceback__.tb_next.tb_frame
        print(frame.f_locals)
        frame.f_locals["format"] = "of the ended frame"
        print(frame.f_locals, get())


class Outer:
    class format:
        pass

    def method(self, x: format, y: missing): ...


try:
    Outer.method.__annotations__
except NameError as error:
    frame = error.__traceback__.tb_next.tb_frame
    print(error, sorted(frame.f_locals), frame.f_locals["format"])
