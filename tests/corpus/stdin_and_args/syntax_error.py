# status: 1
def fine():
    return 1


print("never printed"
x = 5
