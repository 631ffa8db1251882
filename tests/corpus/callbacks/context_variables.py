import contextvars

variable = contextvars.ContextVar("variable", default="default")


def show():
    return variable.get()


def change(value):
    token = variable.set(value)
    inside = show()
    return inside, token


context = contextvars.copy_context()
print(context.run(change, "inside")[0], show(), context[variable], context.run(show))
_, token = change("outside")
print(show())
variable.reset(token)
print(show())


def generator():
    variable.set("generator")
    yield show()
    yield show()


g = generator()
print(next(g), show())
variable.set("main")
print(next(g))
try:
    context.run(lambda: context.run(show))
except RuntimeError as error:
    print(str(error).split(":")[0])
try:
    context.run(lambda: 1 / 0)
except ZeroDivisionError as error:
    print(error.__traceback__.tb_next.tb_frame.f_code.co_name)
