import warnings

warnings.simplefilter("always")


def unclosed():
    open("/dev/null")


def invalid():
    return eval(compile("1 is 1", "<compiled>", "eval"))


async def forgotten(): ...


class Index:
    def __int__(self):
        return True

    def __index__(self):
        return True


def odd():
    return hex(Index()), int(Index())


def bool_inversion():
    return ~True


unclosed()
invalid()
forgotten()
print(odd())
print([bool_inversion() for _ in range(1)])
list(map(lambda v: ~v, [True]))
