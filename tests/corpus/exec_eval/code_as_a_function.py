"""Functions made of code that was compiled as a module; dir() in namespaces of other kinds."""

import ast
import asyncio
import collections
import sys
import types

space = {"a": 0}
print(types.FunctionType(compile("a = 1; b = 2\nprint(a, sorted(locals())[:2])", "?", "exec"), space)())
print(space["a"], space["b"])
print(types.FunctionType(compile("a + b", "?", "eval"), space)())

for mode in ("exec", "single"):
    for source in (
        "a = await asyncio.sleep(0, result=5)",
        "async for a in numbers(3): pass\n",
        "a = [x async for x in numbers(4)]",
        "async with asyncio.Lock() as l: b = 7\n",
    ):

        async def numbers(n):
            for i in range(n):
                yield i

        space = {"asyncio": asyncio, "numbers": numbers, "a": 0}
        code = compile(source, "?", mode, flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        coroutine = types.FunctionType(code, space)()
        print(type(coroutine).__name__, asyncio.run(coroutine), space["a"], space.get("b"))
        space["a"] = 0
        asyncio.run(eval(code, space))
        print(space["a"])


class Keys:
    def __init__(self, keys):
        self.found = keys

    def __getitem__(self, key):
        raise KeyError(key)

    def keys(self):
        return self.found


for keys in (["z", "a"], ("t", "s"), 1, None, {"k": 1}, "xyz", [1, "a"]):
    try:
        print(eval("dir()", {}, Keys(keys)))
    except TypeError as error:
        print(error)
print(eval("dir()", {}, collections.UserDict(b=1, a=2)))


def generator():
    yield getattr(sys._getframe(), "f_lineno")


running = generator()
print(next(running), getattr(running, "gi_code") is generator.__code__, getattr(generator, "__code__") is generator.__code__)
print(getattr(running, "gi_frame", None).f_lineno, getattr(1, "gi_code", "none"), getattr(1, "__code__", "none"))
try:
    getattr(1, "__code__")
except AttributeError as error:
    print(error)
