"""Frames of a traceback that are cleared let go of what their variables held."""

import gc
import weakref


class Held:
    pass


class Test:
    def inner(self, x=5, **keywords):
        y = [x]
        1 / 0

    def outer(self, **keywords):
        try:
            self.inner(**keywords)
        except ZeroDivisionError as error:
            kept = error
        return kept


def run(look):
    held = Held()
    reference = weakref.ref(held)
    error = Test().outer(held=held)
    del held
    gc.collect()
    print(reference() is not None)
    entry = error.__traceback__
    while entry is not None:
        if look:
            print(sorted(entry.tb_frame.f_locals))
        entry.tb_frame.clear()
        print(sorted(entry.tb_frame.f_locals))
        entry = entry.tb_next
    del entry
    gc.collect()
    print(reference() is None)


run(look=False)
run(look=True)
