# status: 1
def load(name):
    return __import__(name)


load("_failing")
