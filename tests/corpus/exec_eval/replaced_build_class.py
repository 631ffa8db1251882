import builtins

original = builtins.__build_class__


def spy(function, name, *bases, **keywords):
    print("building", name, bases, sorted(keywords), function.__code__.co_name)
    return original(function, name, *bases, **keywords)


builtins.__build_class__ = spy


class A:
    x = 1


class B(A, metaclass=type):
    class Inner: ...


builtins.__build_class__ = original
print(B.x, B.Inner)
print(original(lambda: None, "Empty").__name__)


def body():
    global seen
    seen = sorted(locals())
    value = 5


print(original(body, "FromFunction", A).__bases__, seen)
for arguments in ((), (5, "x"), (body,), (body, 5)):
    try:
        original(*arguments)
    except TypeError as error:
        print(error)
try:
    del builtins.__build_class__

    class C: ...
except NameError as error:
    print(error)
finally:
    builtins.__build_class__ = original
