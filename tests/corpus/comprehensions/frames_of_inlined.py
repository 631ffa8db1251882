import sys
x = [sys._getframe().f_locals for a in [0]]
print("a" in x[0], type(x[0]))
x = [(list(sys._getframe().f_locals.items()) == 1, sys._getframe().f_locals is globals(), sys._getframe().f_locals["a"], locals() is globals()) for a in [0]]
print(x)
class C:
    y = [(sys._getframe().f_locals) for a in [0]]
    print("a" in y[0], type(y[0]))
    y = [(locals()) for a in [0]]
    print("a" in y[0], type(y[0]))
