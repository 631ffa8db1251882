# status: 1
# machine: 2
def f():
    if True:
        x = 1
      y = 2
