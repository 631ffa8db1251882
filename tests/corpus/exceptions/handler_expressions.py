def choose(kind):
    print("evaluated", kind.__name__)
    return kind


def handle(error):
    try:
        raise error
    except choose(KeyError):
        return "key"
    except choose(ValueError) as caught:
        return f"value {caught}"
    except (choose(TypeError), choose(OSError)):
        return "tuple"


print(handle(KeyError("k")))
print(handle(ValueError("v")))
print(handle(FileNotFoundError("f")))
try:
    handle(AttributeError("a"))
except AttributeError as error:
    print("passed", error)
for bad in (5, "text", (ValueError, 5), int, [ValueError]):
    try:
        try:
            1 / 0
        except bad:
            print("caught")
    except TypeError as error:
        print(type(error).__name__, error, "| context", repr(error.__context__))


class Meta(type):
    def __instancecheck__(cls, instance):
        print("never asked")
        return True


class Custom(Exception, metaclass=Meta):
    pass


try:
    try:
        raise ValueError("not custom")
    except Custom:
        print("wrong")
except ValueError as error:
    print(error)
try:
    raise Custom
except Exception as error:
    print(repr(error))
