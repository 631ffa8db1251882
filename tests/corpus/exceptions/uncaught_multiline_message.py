# status: 1
class Broken(Exception):
    def __str__(self):
        return "first line\nsecond line\n  third line"


def start():
    raise Broken


start()
