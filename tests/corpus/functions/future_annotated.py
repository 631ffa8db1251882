from __future__ import annotations


def all_three(a: int = 1, *, b: undefined_name = "x") -> list[str]: ...


def outer(free):
    def everything(a: int = 1, /, b: free = 2, *c: list, d: str = "x", **e: dict[k, v]) -> (yes if no else maybe): return free, a, b, c, d, e
    def some(a: free.attribute, *, k=free): return free, k

    return everything, some


for f in (all_three, *outer("free")):
    print(f.__name__, f.__defaults__, f.__kwdefaults__, f.__annotations__)
print(outer(3)[0](), outer(4)[1](0))


class C:
    a: int
    b: C = None

    def method(self: C) -> C: ...


print(C.__annotations__, C.method.__annotations__)
