# requires: 3.14
import annotationlib
from annotationlib import Format


class Node:
    next: Node | None
    value: Missing
    if True:
        conditional: int


def function(a: Later, b: "text" = 1, *args: int) -> Other[a]: ...


try:
    function.__annotations__
except NameError as error:
    print(error)
print(annotationlib.get_annotations(function, format=Format.STRING))
print(annotationlib.get_annotations(Node, format=Format.STRING))
print({k: type(v).__name__ for k, v in annotationlib.get_annotations(Node, format=Format.FORWARDREF).items()})
Later, Other, Missing = int, list, str


class Other:
    def __class_getitem__(cls, item):
        return f"Other[{item}]"


a = "module a"
print(function.__annotations__, Node.__annotations__, function.__annotate__ is not None)
print(function.__annotate__(1))
try:
    function.__annotate__(5)
except NotImplementedError as error:
    print("not implemented", error)
module_level: int = 3
if a == "never":
    skipped: str
print(__annotate__(1))
function.__annotate__ = lambda format: {"replaced": format}
print(function.__annotations__)
def outer(x):
    def inner(y: x) -> type(x): ...
    class Local:
        z: x
    x = "rebound"
    return inner.__annotations__, Local.__annotations__
print(outer("original"))
