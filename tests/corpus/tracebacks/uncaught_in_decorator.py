# status: 1
import functools


def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print("calling", function.__name__)
        return function(*args, **kwargs)

    return wrapper


class Api:
    @logged
    @staticmethod
    def call(value):
        return value.upper()

    @classmethod
    @logged
    def make(cls, value):
        return cls.call(value)


print(Api.make("ok"))
Api.make(5)
