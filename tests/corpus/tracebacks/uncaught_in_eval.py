# status: 1
def calculate(expression, **names):
    return eval(expression, {}, names)


print(calculate("a + b * 2", a=1, b=2))
calculate("a + [b for b in range(3)][a] + b", a=5, b=None)
