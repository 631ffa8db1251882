"""Keyword arguments that are passed on in a dict are not hashed again; none are no empty dict."""

import functools

class Key(str):
    def __hash__(self):
        print("hashed")
        return str.__hash__(self)


def function(*arguments, **keywords):
    return arguments, sorted(keywords)


keywords = {Key("key"): None}
print("made")
print(function(**keywords))
print("partial")
print(functools.partial(function, "first", other=None)(**keywords))
print("dict")
print(list(dict(**keywords)))
print("merged")
print(function(**{"a": 1}, **keywords))


class Meta(type):
    def __call__(cls, *arguments, **keywords):
        return arguments, keywords


class Made(metaclass=Meta):
    pass


print(Made(*[1, 2]), Made(*[1], **{}))
