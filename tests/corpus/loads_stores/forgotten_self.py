# status: 1
class Counter:
    def __init__(self):
        self.counted = 0

    def add(self):
        counted += 1

    def show(self):
        print(counted)


try:
    Counter().add()
except UnboundLocalError as error:
    print(error)
Counter().show()
