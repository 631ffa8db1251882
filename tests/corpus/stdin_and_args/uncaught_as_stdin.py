# as: stdin
# status: 1
def fails(x):
    return [x
            .nothing]


print("started")
fails(1)
