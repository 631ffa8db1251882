# status: 1
def check(value):
    assert value > 0
    assert value < 100, f"{value} is too large"
    assert value != 50, ("tuple", value)
    assert isinstance(value, int), value
    return value


for value in (1, 0, 100, 50, 2.5):
    try:
        print(check(value))
    except AssertionError as error:
        print(repr(error), error.args)
AssertionErrorSaved = AssertionError
AssertionError = ValueError
try:
    assert 0, "shadowing does not matter"
except AssertionErrorSaved as error:
    print(type(error).__name__, error)
assert (
    1 +
    1 == 3
), "the last one"
