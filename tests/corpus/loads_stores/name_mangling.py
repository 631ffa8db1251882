class Secret:
    __value = 1

    def __init__(self):
        self.__hidden = 2
        self.__dunder__ = 3

    def __method(self, __argument=4):
        __local = 5
        return self.__hidden, __argument, __local, Secret.__value

    def call(self, **kwargs):
        return self.__method(**kwargs)

    def closure(self):
        def __inner():
            return __inner.__name__

        return __inner


class _Under:
    def reach(self, other):
        try:
            return other.__hidden
        except AttributeError as error:
            return str(error)


s = Secret()
print(s.call(), s.call(_Secret__argument=9))
print(sorted(vars(s)), s._Secret__method())
print(_Under().reach(s))
print(s.closure()())
print(sorted(name for name in dir(Secret) if "Secret" in name))
