from __future__ import annotations

import __future__

x: undefined.thing[1:2] = 5


class C:
    field: NotThere | None = None

    def method(self, a: (1 + 2), *b: lambda: 0) -> {"k": [v for v in w]}: ...


print(C.__annotations__, C.method.__annotations__)
print(__annotations__)
print(bool(C.method.__code__.co_flags & __future__.annotations.compiler_flag))
