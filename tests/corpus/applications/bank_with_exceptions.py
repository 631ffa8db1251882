# status: 1
class BankError(Exception):
    """Base of the errors."""


class Insufficient(BankError):
    def __init__(self, account, amount):
        super().__init__(f"{account.owner} has {account.balance}, needs {amount}")
        self.missing = amount - account.balance


class Locked(BankError): ...


class Account:
    def __init__(self, owner, balance=0):
        self.owner, self.balance, self.locked, self.history = owner, balance, False, []

    def __enter__(self):
        if self.locked:
            raise Locked(self.owner)
        self.locked, self._saved = True, (self.balance, len(self.history))
        return self

    def __exit__(self, kind, value, traceback):
        self.locked = False
        if kind is not None:
            self.balance, length = self._saved
            del self.history[length:]
        return False

    def withdraw(self, amount):
        if amount > self.balance:
            raise Insufficient(self, amount)
        self.balance -= amount
        self.history.append(-amount)

    def deposit(self, amount):
        assert amount > 0, f"cannot deposit {amount}"
        self.balance += amount
        self.history.append(amount)


def transfer(source, target, amount):
    with source, target:
        target.deposit(amount)
        source.withdraw(amount)


a, b = Account("ann", 100), Account("bob", 20)
for source, target, amount in ((a, b, 30), (b, a, 500), (a, b, -5), (a, a, 1)):
    try:
        transfer(source, target, amount)
    except Insufficient as error:
        print("insufficient:", error, error.missing)
    except (BankError, AssertionError) as error:
        print(type(error).__name__, error)
    else:
        print("ok", amount)
    finally:
        print(a.balance, b.balance, a.history, b.history, a.locked, b.locked)


def payday(accounts, amounts):
    errors = []
    for account, amount in zip(accounts, amounts, strict=True):
        try:
            with account:
                account.withdraw(amount)
        except BankError as error:
            error.add_note(f"on payday of {account.owner}")
            errors.append(error)
    if errors:
        raise ExceptionGroup("payday failed", errors)


try:
    payday([a, b], [1, 1])
    payday([a, b], [1000, 2000])
except* Insufficient as group:
    print([e.missing for e in group.exceptions])
payday([a, b], [5000, 1])
