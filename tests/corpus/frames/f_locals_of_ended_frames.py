# requires: 3.13
"""What f_locals of a frame shows and takes once the frame has ended (PEP 667)."""

import sys


def returned(obj):
    x = 1
    proxy = sys._getframe().f_locals
    proxy[obj] = 2
    return proxy


proxy = returned("x")
print(list(proxy), proxy["x"], proxy["proxy"] is proxy, proxy == proxy["proxy"])
proxy = returned("extra")
print(list(proxy), len(proxy), proxy["x"], proxy["extra"], "extra" in proxy, "y" in proxy)
proxy["x"] = [7]
proxy["other"] = 8
print(proxy.get("x"), proxy.get("y", "none"), proxy["other"], sorted(map(str, proxy.values()))[1:3])
frame = None


def framed():
    global frame
    frame = sys._getframe()
    frame.f_locals["extra"] = 5


framed()
print(frame.f_locals, frame.f_locals["extra"])

kept = None


def raising(a, b):
    global kept
    kept = sys._getframe().f_locals
    kept["extra"] = 1
    a / b


try:
    raising(1, 0)
except ZeroDivisionError:
    print(kept)
print(kept, kept == kept.copy())


def deep(n):
    z = n * 10
    if n:
        return [sys._getframe().f_locals, *deep(n - 1)]
    return []


print([dict(found) for found in deep(3)])
try:
    del kept["a"]
except (ValueError, TypeError) as error:
    print(error)
try:
    kept["missing"]
except KeyError as error:
    print(error)
