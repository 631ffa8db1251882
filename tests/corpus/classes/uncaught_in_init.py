# status: 1
class Account:
    def __init__(self, owner, balance):
        self.owner = owner
        self.balance = self.validate(balance)

    @staticmethod
    def validate(balance):
        if not isinstance(balance, int):
            raise TypeError(f"balance must be int, not {type(balance).__name__}")
        return balance


class Savings(Account):
    def __init__(self, *args, rate):
        super().__init__(*args)
        self.rate = rate


print(Savings("a", 1, rate=2).balance)
Savings("b", "many", rate=3)
