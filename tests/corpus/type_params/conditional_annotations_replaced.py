# requires: 3.14
"""A program may put something else where the compiler keeps the conditional annotations."""


class Names(set):
    def add(self, name):
        print("never called", name)


class Other:
    pass


source = "__conditional_annotations__ = value\nx: int\n"
for value in (0, frozenset(), {}, [], Other(), set(), Names()):
    try:
        exec(source, {"value": value})
        print(value)
    except TypeError as error:
        print(type(error).__name__, error)
