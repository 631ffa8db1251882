# status: 1
def f():
    if True:
        x = 1
      y = 2
