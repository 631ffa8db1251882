"""The type of f_locals: made of a frame, not copied."""

import copy
import pickle
import sys


def proxy_type():
    return type(sys._getframe().f_locals)


def finished():
    x = 1
    y = [2]
    return sys._getframe()


def running():
    a = 1
    made = proxy_type()(sys._getframe())
    made["a"] = 5
    return a, sorted(made)


print(proxy_type().__name__)
if proxy_type() is not dict:
    print(running(), dict(proxy_type()(finished())))
    for arguments, keywords in (((), {}), ((123,), {}), ((), {"frame": finished()}), ((1, 2), {})):
        try:
            proxy_type()(*arguments, **keywords)
        except TypeError as error:
            print(error)
    x = 1

    def copies():
        kept = sys._getframe().f_locals
        for function in (copy.copy, copy.deepcopy, pickle.dumps):
            try:
                function(kept)
            except (TypeError, pickle.PicklingError) as error:
                print(type(error).__name__, error)

    copies()
