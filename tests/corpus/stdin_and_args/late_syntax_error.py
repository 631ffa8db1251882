# status: 1
def f():
    return 1


for i in range(3):
    pass
else:
    break
