"""A small module under test."""


class OutOfStock(Exception):
    pass


class Inventory:
    def __init__(self):
        self.items = {}

    def add(self, name, count=1):
        if count < 1:
            raise ValueError(f"cannot add {count}")
        self.items[name] = self.items.get(name, 0) + count

    def take(self, name):
        if not self.items.get(name):
            raise OutOfStock(name)
        self.items[name] -= 1
        return name

    def __len__(self):
        return sum(self.items.values())
