def inside():
    import shapes.common as local

    return local.describe(5)


class Body:
    from shapes.common import PI, SIDES as corners
    import shapes.square

    area = shapes.square.area


def star_free(flag):
    if flag:
        from shapes import circle
    try:
        return circle.pi
    except UnboundLocalError as error:
        return str(error)


def generator():
    import shapes.deep.fine as fine

    yield fine.parent_name
    from shapes.deep import other

    yield other.value


def global_import():
    global imported_globally
    import shapes.circle as imported_globally


def many():
    import os, sys as system, os.path
    from os import path as p, getcwd, sep
    return os.path is p, system.__name__, callable(getcwd), len(sep)


print(inside(), Body.PI, Body.corners, Body.shapes.__name__, Body.area(3), star_free(True), star_free(False))
print(list(generator()))
global_import()
print(imported_globally.area(1), many())
try:
    from shapes import (
        circle,
        nothing_there,
    )
except ImportError as error:
    print(error.name, error.__traceback__.tb_lineno, error.__traceback__.tb_next)
print(circle.__name__)
import threading
results = []
threads = [threading.Thread(target=lambda: results.append(__import__("_threaded").value)) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(results)
