
async def foo(): return 'spam'
c=foo()
def bar(): return (yield from c)
co=bar.__code__
n=co.replace(co_flags=co.co_flags | 0x100)
bar.__code__=n
print(bar.__code__.co_flags)
try: bar().send(None)
except StopIteration as e: print(e.value)


class Awaitable:
    def __await__(self):
        return d


async def waits():
    return await Awaitable()


d = foo()
try:
    waits().send(None)
except TypeError as error:
    print(error)
d.close()


def refused():
    yield from d


try:
    next(refused())
except TypeError as error:
    print(error)
