print("executing", __name__)
PI = 3
SIDES = 4
_private = "not exported by star"


def describe(value):
    if value > 100:
        raise ValueError(f"{value} is large")
    return value
