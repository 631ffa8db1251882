class Celsius:
    def __init__(self, degrees):
        self.degrees = degrees

    @property
    def degrees(self):
        """Temperature."""
        return self._degrees

    @degrees.setter
    def degrees(self, value):
        if value < -273:
            raise ValueError(f"{value} is too cold")
        self._degrees = value

    @degrees.deleter
    def degrees(self):
        print("deleting")
        del self._degrees

    @property
    def fahrenheit(self):
        return self.degrees * 9 / 5 + 32

    write_only = property(None, lambda self, v: print("written", v))


class Sub(Celsius):
    @Celsius.degrees.getter
    def degrees(self):
        return super().degrees + 1000


c = Celsius(100)
print(c.degrees, c.fahrenheit, Celsius.degrees.__doc__, Sub(1).degrees)
c.degrees += 1
c.write_only = 5
for action in ("c.degrees = -300", "c.fahrenheit = 1", "del c.fahrenheit", "c.write_only", "del c.degrees", "c.degrees"):
    try:
        exec(action)
    except (AttributeError, ValueError) as error:
        print(action, "->", type(error).__name__, error)


class Hidden:
    @property
    def broken(self):
        return self.missing_inside

    def __getattr__(self, name):
        print("getattr asked for", name)
        raise AttributeError(name)


try:
    Hidden().broken
except AttributeError as error:
    print(error)
