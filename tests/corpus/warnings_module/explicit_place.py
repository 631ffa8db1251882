"""A warning whose place the program gives itself."""

import warnings


def warn(message, category, line):
    warnings.warn_explicit(message, category, filename="elsewhere.py", lineno=line)


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warn(DeprecationWarning("an instance"), None, 12)
    warn("a text", UserWarning, 34)
    for each in caught:
        print(each.category.__name__, each.message, each.filename, each.lineno)
