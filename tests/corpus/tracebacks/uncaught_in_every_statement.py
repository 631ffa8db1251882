# status: 1
import traceback


class Bad:
    def __iter__(self):
        raise ValueError("iter")

    def __enter__(self):
        raise ValueError("enter")

    def __exit__(self, *details): ...

    def __bool__(self):
        raise ValueError("bool")

    def __set__(self, instance, value):
        raise ValueError("set")

    def __delete__(self, instance):
        raise ValueError("delete")


def loop_else():
    for x in Bad():
        pass
    else:
        pass


def while_condition():
    while Bad():
        pass


def with_target():
    with open("/dev/null") as Bad.x.y:
        pass


def assertion():
    assert Bad(), "message"


def assertion_message():
    assert 0, undefined_message


def delete():
    class Holder:
        d = Bad()
    del Holder().d


def assign():
    class Holder:
        d = Bad()
    Holder().d = 5


def class_bases():
    class X(
        undefined_base,
        metaclass=type,
    ):
        pass


def decorator():
    @undefined_decorator
    @staticmethod
    def f():
        pass


def default():
    def f(a=1, b=undefined_default): ...


def match_value():
    match Bad():
        case [1, *_]:
            pass
        case x if x:
            pass


def raise_expression():
    raise ValueError("a") from undefined_cause


def lambda_body():
    return (lambda v: v +
            undefined_in_lambda)(1)


def chained():
    return 1 < 2 < "3" < 4


def unary():
    return -"text"


def starred():
    return [1, *5, 2]


def yielding():
    return list((yield_ for yield_ in Bad()))


def global_name():
    global never_set
    never_set += 1


functions = [v for k, v in list(globals().items()) if callable(v) and k != "Bad" and v.__module__ == "__main__"]
for function in functions:
    try:
        function()
    except Exception:
        print(traceback.format_exc().split("\n", 3)[-1])
functions[0]()
