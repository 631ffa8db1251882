"""The one value that CPython's stack and locals hold beside objects: NULL."""

import ctypes


class _Null:
    """The type of NULL."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "NULL"


#: No object: the place of a missing self, an unbound local variable.
NULL = _Null()

# gc.get_objects() must not find it: a guest's loop over them would end there
_untrack = ctypes.pythonapi.PyObject_GC_UnTrack
_untrack.argtypes = [ctypes.py_object]
_untrack.restype = None
_untrack(NULL)
