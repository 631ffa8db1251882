# status: 1
class Broken(Exception):
    def __str__(self):
        raise RuntimeError("no text")


def start():
    raise Broken("x")


start()
