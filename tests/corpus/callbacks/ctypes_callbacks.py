import ctypes
import sys

compare = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_int), ctypes.POINTER(ctypes.c_int))


def by_last_digit(a, b):
    return a[0] % 10 - b[0] % 10


values = (ctypes.c_int * 5)(19, 25, 3, 48, 31)
libc = ctypes.CDLL(None)
libc.qsort(values, len(values), ctypes.sizeof(ctypes.c_int), compare(by_last_digit))
print(list(values))
add = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int, ctypes.c_int)(lambda a, b: a + b)
print(add(2, 3))


class Point(ctypes.Structure):
    _fields_ = [("x", ctypes.c_int), ("y", ctypes.c_int)]

    def total(self):
        return self.x + self.y


print(Point(3, 4).total(), Point.x.offset if hasattr(Point.x, "offset") else 0)
api = ctypes.pythonapi
api.PyObject_CallNoArgs.restype = ctypes.py_object
api.PyObject_CallNoArgs.argtypes = [ctypes.py_object]
print(api.PyObject_CallNoArgs(lambda: "called through the C API"))
try:
    api.PyObject_CallNoArgs(lambda: 1 / 0)
except ZeroDivisionError as error:
    print(error, error.__traceback__.tb_next.tb_frame.f_code.co_name)
