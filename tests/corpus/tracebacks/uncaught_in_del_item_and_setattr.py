# status: 1
class Store:
    def __init__(self):
        object.__setattr__(self, "data", {})

    def __setattr__(self, name, value):
        self.data[name] = self.check(value)

    def __delitem__(self, key):
        del self.data[key]

    def check(self, value):
        if value is None:
            raise ValueError("no value")
        return value


store = Store()
store.a = 1
try:
    del store["b"]
except KeyError as error:
    print(repr(error))
store.b = None
