# status: 1
class Point:
    def __init__(self):
        self.horizontal = 1

    def report(self):
        return self.horizonal + 1


Point().report()
