class Root:
    def __init__(self, **kwargs):
        print("Root", kwargs)
        super().__init__(**kwargs)

    def close(self):
        print("Root.close")


class Left(Root):
    def __init__(self, left=None, **kwargs):
        print("Left", left, kwargs)
        super().__init__(**kwargs)

    def close(self):
        print("Left.close")
        super().close()


class Right(Root):
    def __init__(self, right=None, **kwargs):
        print("Right", right, kwargs)
        super().__init__(**kwargs)

    def close(self):
        print("Right.close")
        super().close()


class Both(Left, Right):
    def close(self):
        for klass in type(self).__mro__[1:-1]:
            print("visit", klass.__name__)
        super().close()


Both(left=1, right=2).close()
try:
    Both(other=3)
except TypeError as error:
    print(error)


class Fake:
    def __init__(self, *args):
        self.args = args

    def __getattr__(self, name):
        return lambda *a: ("fake", name, self.args, a)


class Shadowed(Root):
    def close(self):
        super = Fake
        return super().close(1)


class ShadowedGlobal(Root):
    def close(self):
        return super().close(2)


print(Shadowed().close())
real, super = super, Fake
print(ShadowedGlobal.close("self"))
super = real
del super


class Slots(Root):
    __slots__ = ("value",)

    def __setattr__(self, name, value):
        super().__setattr__(name, value * 2)

    def __getattribute__(self, name):
        if name == "magic":
            return "magic"
        return super().__getattribute__(name)


s = Slots()
s.value = 21
print(s.value, s.magic, Slots.__class__.__name__)
