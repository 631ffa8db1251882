def conditional(flag):
    if flag:
        value = 1
    return value


def loop(items):
    for item in items:
        pass
    return item


def after_handler():
    try:
        1 / 0
    except ZeroDivisionError as error:
        pass
    return error


def after_del(deep):
    if deep:
        value = 1
        del value
    value


def augmented():
    count += 1


def with_target():
    with open("/nonexistent/file") as handle:
        pass
    return handle


def imported():
    if len.__name__ == "x":
        import os
    return os.name


for call in (
    lambda: conditional(False),
    lambda: loop([]),
    after_handler,
    lambda: after_del(True),
    lambda: after_del(False),
    augmented,
    imported,
):
    try:
        call()
    except UnboundLocalError as error:
        print(error, error.name)
print(conditional(1), loop("abc"))
