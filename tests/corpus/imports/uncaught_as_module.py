# as: module
# status: 1
def run():
    raise RuntimeError("in a module started with -m")


run()
