# status: 1
def validate(value):
    if value < 0:
        raise ValueError("negative")
    return value


class Settings:
    first = validate(1)

    class Nested:
        second = validate(-1)
