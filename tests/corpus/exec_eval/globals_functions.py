import types

count = 0


def get():
    return count


def put(value):
    global count
    count = value


globals()["count"] = 5
print(get(), globals() is get.__globals__, get.__globals__["count"])
put(9)
print(count, globals()["count"])
other = types.FunctionType(get.__code__, {"count": "other globals"})
print(other(), other.__globals__ is globals(), sorted(other.__globals__))
module = types.ModuleType("m")
exec("value = 1\ndef read(): return value\ndef names(): return sorted(k for k in globals() if k[0] != '_')", module.__dict__)
print(module.read(), module.names())
module.value = 2
print(module.read())
del module.value
try:
    module.read()
except NameError as error:
    print(error)


class Globals(dict):
    def __getitem__(self, key):
        print("lookup", key)
        return super().__getitem__(key)


space = Globals(print=print, data=[1])
exec("print(data)\ndef f(): return data\nf()", space)


def changes_while_running():
    values = []
    for i in range(3):
        globals()["changing"] = i
        values.append(changing)
    return values


print(changes_while_running())
del globals()["count"]
try:
    get()
except NameError as error:
    print(error)
