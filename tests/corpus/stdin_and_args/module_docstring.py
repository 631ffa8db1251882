"""The module's docstring."""
print(__doc__, __name__)


def f():
    """f docs"""


class C:
    """C docs"""


print(f.__doc__, C.__doc__, C().__doc__)
f.__doc__ = "changed"
print(f.__doc__)
