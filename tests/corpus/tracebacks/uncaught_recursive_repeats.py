# status: 1
def descend(n):
    if n == 0:
        raise ValueError("bottom reached")
    return descend(n - 1) + 1


descend(12)
