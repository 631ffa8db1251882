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
