"""Warnings that a block has recorded are given again, where no filter is for them."""

import warnings


class Own(DeprecationWarning):
    pass


for category in (Own, UserWarning, DeprecationWarning, ResourceWarning):
    with warnings.catch_warnings(record=True) as outer:
        warnings.simplefilter("always")
        with warnings.catch_warnings(record=True) as inner:
            warnings.simplefilter("always")
            warnings.warn("recorded", category, stacklevel=1)
            complex(1, 2)
        for item in inner:
            warnings.warn_explicit(item.message, item.category, item.filename, item.lineno)
    print(category.__name__, len(inner), len(outer), outer[0].lineno == inner[0].lineno)

with warnings.catch_warnings():
    warnings.resetwarnings()
    print(len(warnings.filters))
    registry = {}
    for _ in range(2):
        warnings.warn_explicit("no filter", Own, "file.py", 3, "module", registry)
    warnings.filters.append(("error", None, Own, None, 0))
    try:
        warnings.warn_explicit("raised", Own, "file.py", 4, "module", registry)
    except Own as error:
        print(repr(error))
    warnings.warn_explicit("other class", UserWarning, "file.py", 5, "module", registry)


class Number:
    def __float__(self):
        return FloatSubclass(1.5)


class FloatSubclass(float):
    pass


with warnings.catch_warnings(record=True) as found:
    warnings.simplefilter("always")
    float(Number())  # C code warns
    warnings.warn("from here", UserWarning, stacklevel=1)
for item in found:
    module = getattr(item, "module", "__main__")
    print(item.category.__name__, item.lineno, module)
    if hasattr(item, "module"):
        try:
            warnings.warn_explicit(
                item.message, item.category, item.filename, item.lineno, module, module_globals=globals()
            )
        except IndexError as error:
            print(error)
