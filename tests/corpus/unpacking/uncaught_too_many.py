# status: 1
def pairs():
    return [("a", 1), ("b", 2, 3)]


def table():
    return {
        key: value
        for key, value in pairs()
    }


print(table())
