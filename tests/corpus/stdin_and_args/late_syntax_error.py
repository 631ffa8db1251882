# status: 1
# machine: 2
def f():
    return 1


for i in range(3):
    pass
else:
    break
