# requires: 3.14
"""Names of builtins are no builtins where annotations are asked for as strings."""

from annotationlib import Format, call_evaluate_function, get_annotations


def constrained[T: (int, str)]():
    pass


def annotated(x: int, y: list[str] | None = None) -> undefined[float]:
    pass


class Annotated:
    a: int
    b: "str"
    c: missing + 1


(T,) = constrained.__type_params__
for _ in range(3):
    print(call_evaluate_function(T.evaluate_constraints, Format.STRING))
    print(call_evaluate_function(T.evaluate_constraints, Format.FORWARDREF))
print(get_annotations(annotated, format=Format.STRING))
print(get_annotations(annotated, format=Format.FORWARDREF)["x"])
print(get_annotations(Annotated, format=Format.STRING))
print(get_annotations(Annotated, format=Format.FORWARDREF)["c"])
