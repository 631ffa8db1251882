# requires: 3.14
def function() -> None:
    def nested() -> None:
        pass

    return nested


class Outer:
    x: int

    def method(self, x: int):
        pass

    class Inner:
        y: int


for each in (function, function(), Outer.method, Outer, Outer.Inner):
    print(each.__annotate__.__name__, each.__annotate__.__qualname__)
function.__qualname__ = "other"
print(function.__annotate__.__qualname__)
