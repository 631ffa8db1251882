"""A trace or profile function sets another one as it is replaced and dies."""

import sys

def foo(*arguments): ...


def bar(*arguments): ...


class Setting:
    def __init__(self, setter):
        self.setter = setter

    def __call__(self, *arguments):
        pass

    def __del__(self):
        try:
            self.setter(bar)
        except RuntimeError as error:
            print(error)


for setter, getter in ((sys.setprofile, sys.getprofile),(sys.settrace, sys.gettrace)):
    setter(Setting(setter))
    setter(foo)
    print(getter() is foo, getter() is bar)
    setter(None)
    setter(Setting(setter))
    setter(None)
    print(getter() is bar, getter() is None)
    setter(None)
