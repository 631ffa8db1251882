"""Code objects that were executed once die with what they have made."""

import gc
import weakref

namespace = {}
exec("def f(): pass", globals(), namespace)
f = namespace.pop("f")
reference = weakref.ref(f.__code__, lambda code: print("code is gone"))
print(reference() is not None)
del f
gc.collect()
print(reference() is None)

g = eval("lambda: 1")
reference = weakref.ref(g.__code__)
print(g.__name__)
del g
gc.collect()
print(reference() is None)

# ... at once, where nobody has called it
for source in ("lambda: 1", "(lambda: 2) if 1 + len('') else 3"):
    h = eval(source)
    reference = weakref.ref(h.__code__)
    del h
    print(reference() is None)
namespace = {}
exec("for i in range(3):\n try:\n  def h(): pass\n  1/i\n except ZeroDivisionError: g = h", namespace)
reference = weakref.ref(namespace["h"].__code__)
del namespace["g"], namespace["h"]
print(reference() is None)
