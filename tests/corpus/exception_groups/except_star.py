# requires: 3.11
def raise_group(*errors):
    raise ExceptionGroup("group", errors)


def handle(*errors):
    try:
        raise_group(*errors)
    except* ValueError as group:
        print("  values", group.exceptions, type(group).__name__, group.message)
    except* (TypeError, KeyError) as group:
        print("  types", group.exceptions)
    else:
        print("  else")
    finally:
        print("  finally")


print("mixed")
handle(ValueError(1), TypeError(2), ValueError(3), KeyError("4"))
print("only values")
handle(ValueError(1))
print("unhandled")
try:
    handle(ValueError(1), OSError("left"), ExceptionGroup("nested", [OSError("deep"), TypeError("t")]))
except ExceptionGroup as rest:
    print(repr(rest))


def naked():
    try:
        raise ValueError("not a group")
    except* ValueError as group:
        print(repr(group))


def no_error():
    try:
        pass
    except* ValueError:
        print("never")
    else:
        print("else ran")


def loops():
    for i in range(3):
        try:
            if i:
                raise ExceptionGroup("loop", [ValueError(i)])
        except* ValueError as group:
            print(i, group.exceptions)


naked()
no_error()
loops()
