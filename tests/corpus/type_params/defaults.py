# requires: 3.13
class Box[T = int, **P = [int]]:
    pass


class Tuple[*Ts = *tuple[int, str]]:
    pass


def function[T: int = bool](x: T) -> T:
    return x


type Alias[T = 1 / 0] = list[T]

for parameter in Box.__type_params__ + Tuple.__type_params__:
    print(parameter, parameter.__default__, parameter.has_default())
print(function.__type_params__[0].__default__, function.__type_params__[0].__bound__)
try:
    Alias.__type_params__[0].__default__
except ZeroDivisionError as error:
    print(error)
print(Box[str].__args__, Alias.__value__)
try:
    exec("class Bad[T = int, U]: pass")
except SyntaxError as error:
    print(error.msg)
import typing

print(typing.TypeVar("T", default=int).__default__, typing.NoDefault)
