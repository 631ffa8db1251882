group = ExceptionGroup("top", [ValueError("a"), ExceptionGroup("low", [KeyError("b"), OSError("c")]), TypeError("d")])
print(group, repr(group))
print(group.subgroup(ValueError), repr(group.subgroup(lambda e: isinstance(e, (KeyError, TypeError)))))
match, rest = group.split(OSError)
print(repr(match), repr(rest))
print(group.derive([ValueError("z")]))
for arguments in ((1, []), ("m", []), ("m", [5]), ("m", 5), ("m", [KeyboardInterrupt()])):
    try:
        print(repr(ExceptionGroup(*arguments)))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(repr(BaseExceptionGroup("m", [KeyboardInterrupt()])), type(BaseExceptionGroup("m", [ValueError()])).__name__)


class MyGroup(ExceptionGroup):
    def derive(self, exceptions):
        print("derive", len(exceptions))
        return MyGroup(self.message + "!", exceptions)


try:
    raise MyGroup("mine", [ValueError(1), TypeError(2)])
except* ValueError as caught:
    print(type(caught).__name__, caught.message)
except* TypeError as caught:
    print(type(caught).__name__, caught.message)
