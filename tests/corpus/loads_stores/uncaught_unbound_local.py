# status: 1
def outer(a):
    if a > 10:
        result = a
    print("before")
    total = a + result
    return total


outer(3)
