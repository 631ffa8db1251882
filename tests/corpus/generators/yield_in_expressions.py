def show(*args, **kwargs):
    return args, kwargs


def deep():
    result = show(1, (yield "a"), [2, (yield "b"), {"k": (yield "c")}], *(yield "d"), key=(yield "e"))
    print(result)
    total = (yield 1) + (yield 2) * (yield 3) - len([(yield 4), (yield 5)])
    print(total)
    text = f"<{(yield 'f1')}|{(yield 'f2')!r:>{(yield 'width')}}>"
    print(text)
    box = {}
    box[(yield "key")] = (yield "value")
    box[(yield "key2")], *rest = (yield "sequence")
    print(box, rest)
    print("next")
    if (yield "condition") and not (yield "second"):
        print("branch")
    x = (yield "true") if (yield "test") else (yield "false")
    print(x, (yield "low") < (yield "middle") < (yield "high"))
    while (yield "loop"):
        pass
    assert (yield "assert"), "message"
    with (yield "manager") as m:
        print(m, (yield "inside"))
    try:
        raise (yield "exception")
    except (yield "matching") as error:
        print(repr(error))
    for item in (yield "iterable"):
        print((yield item))
    del box[(yield "delete")]
    print(box, [(yield_) for yield_ in (yield "last")], (lambda a=(yield "default"): a)())
    return (yield "result"), (yield from "z")


class Manager:
    def __enter__(self):
        return "entered"

    def __exit__(self, *details):
        return False


answers = {
    "a": "A", "b": "B", "c": "C", "d": [7, 8], "e": "E", 1: 10, 2: 20, 3: 30, 4: 40, 5: 50, "f1": "F1", "f2": "F2", "width": 8,
    "key": "K", "value": "V", "key2": "K2", "sequence": [1, 2, 3], "condition": True, "second": False, "true": "chosen", "test": True,
    "low": 1, "middle": 2, "high": 3, "loop": iter([True, True, False]), "assert": True, "manager": Manager(), "inside": "I",
    "exception": ValueError("sent"), "matching": ValueError, "iterable": "xy", "x": "X", "y": "Y", "delete": "K", "last": "pq",
    "default": "D", "result": "R", "z": None,
}


def answer(question):
    value = answers.get(question)
    return next(value) if question == "loop" else value


g = deep()
asked = [next(g)]
try:
    while True:
        asked.append(g.send(answer(asked[-1])))
except StopIteration as stop:
    print(stop.value)
print(asked)
