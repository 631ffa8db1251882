class ReturnsValue:
    def __init__(self):
        return 5


class BadNew:
    def __new__(cls, a):
        return a

    def __init__(self, a):
        print("not reached for foreign objects")


class NoArgs:
    pass


class OnlyInit:
    def __init__(self, a):
        self.a = a


class OnlyNew:
    def __new__(cls, a):
        return super().__new__(cls)


for call in (
    lambda: ReturnsValue(),
    lambda: BadNew(7),
    lambda: NoArgs(1),
    lambda: NoArgs(k=1),
    lambda: OnlyInit(),
    lambda: OnlyInit(1).a,
    lambda: OnlyNew(1).__class__.__name__,
    lambda: OnlyNew(),
    lambda: object.__new__(),
    lambda: object.__new__(int),
    lambda: object.__new__(NoArgs, 1),
    lambda: NoArgs().__init__(1),
):
    try:
        print(call())
    except TypeError as error:
        print("TypeError:", error)
