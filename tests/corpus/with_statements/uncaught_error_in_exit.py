# status: 1
class Transaction:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        print("rolling back", kind.__name__)
        self.undo(value)

    def undo(self, value):
        raise RuntimeError(f"cannot undo {value}")


def transfer(amount):
    with Transaction() as t:
        t.amount = amount
        raise ValueError(amount)


transfer(3)
