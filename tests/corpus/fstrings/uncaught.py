# status: 1
class Money:
    def __init__(self, amount):
        self.amount = amount

    def __format__(self, spec):
        return format(self.amount, spec or ".2f")


def line(name, money):
    return f"{name:<10}|{money:>8.1f}|" f"{money}"


print(line("bread", Money(2.5)))
print(line("milk", Money("free")))
