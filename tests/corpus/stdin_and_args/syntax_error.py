# status: 1
# machine: 2
def fine():
    return 1


print("never printed"
x = 5
