"""The one value that CPython's stack and locals hold beside objects: NULL."""


class _Null:
    """The type of NULL."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "NULL"


#: No object: the place of a missing self, an unbound local variable.
NULL = _Null()
