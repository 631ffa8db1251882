"""Dispatch: match statements over classes, sequences and mappings; tables of functions; if chains."""

import sys
import time

ITERATIONS = 300


class Number:
    __match_args__ = ("value",)

    def __init__(self, value):
        self.value = value


class Name:
    __match_args__ = ("name",)

    def __init__(self, name):
        self.name = name


class Binary:
    __match_args__ = ("operator", "left", "right")

    def __init__(self, operator, left, right):
        self.operator = operator
        self.left = left
        self.right = right


def simplify(node):
    match node:
        case Binary(operator, left, right):
            match (operator, simplify(left), simplify(right)):
                case ("+", Number(0), other) | ("+", other, Number(0)):
                    return other
                case ("*", Number(0), _) | ("*", _, Number(0)):
                    return Number(0)
                case ("*", Number(1), other) | ("*", other, Number(1)):
                    return other
                case ("+", Number(a), Number(b)):
                    return Number(a + b)
                case ("*", Number(a), Number(b)):
                    return Number(a * b)
                case (_, a, b):
                    return Binary(operator, a, b)
        case _:
            return node


def derivative(node, name):
    match node:
        case Number():
            return Number(0)
        case Name(other):
            return Number(1 if other == name else 0)
        case Binary("+", left, right):
            return Binary("+", derivative(left, name), derivative(right, name))
        case Binary("*", left, right):
            return Binary(
                "+",
                Binary("*", derivative(left, name), right),
                Binary("*", left, derivative(right, name)),
            )


def size(node):
    match node:
        case Binary(left=left, right=right):
            return 1 + size(left) + size(right)
        case Number(value=int(value)) if value < 0:
            return 2
    return 1


def polynomial(degree):
    node = Number(degree)
    for power in range(degree):
        node = Binary("+", Binary("*", node, Name("x")), Number(power % 3))
    return node


def command(line, state):
    match line.split():
        case ["go", ("north" | "south" | "east" | "west") as direction]:
            state["moves"] += len(direction)
        case ["take", item]:
            state["bag"].append(item)
        case ["take", "all", *items]:
            state["bag"].extend(items)
        case ["drop", item] if item in state["bag"]:
            state["bag"].remove(item)
        case ["wait"] | ["rest"]:
            state["time"] += 1
        case []:
            pass
        case [unknown, *_]:
            state["unknown"] += len(unknown)


def message(data):
    match data:
        case {"type": "point", "at": (x, y)}:
            return x * y
        case {"type": "line", "from": [x1, y1], "to": [x2, y2], **rest}:
            return abs(x1 - x2) + abs(y1 - y2) + len(rest)
        case {"type": "text", "value": str(text)}:
            return len(text)
        case {"type": "group", "members": [first, *others]}:
            return message(first) + sum(message(other) for other in others)
        case None | {}:
            return 0


MESSAGES = [
    {"type": "point", "at": (3, 4)},
    {"type": "line", "from": [0, 1], "to": [5, 6], "colour": "red"},
    {"type": "text", "value": "hello"},
    {"type": "unknown"},
]

LINES = [
    "go north",
    "take lamp",
    "take all rope knife map",
    "drop rope",
    "drop boat",
    "wait",
    "rest",
    "",
    "sing a song",
]


def push(stack, value):
    stack.append(value)


def add(stack, _):
    b, a = stack.pop(), stack.pop()
    stack.append(a + b)


def subtract(stack, _):
    b, a = stack.pop(), stack.pop()
    stack.append(a - b)


def times(stack, _):
    b, a = stack.pop(), stack.pop()
    stack.append(a * b % 10007)


def duplicate(stack, _):
    stack.append(stack[-1])


OPERATIONS = {"push": push, "add": add, "subtract": subtract, "times": times, "dup": duplicate}
PROGRAM = [("push", 3), ("dup", 0), ("times", 0), ("push", 4), ("add", 0), ("push", 9)]
PROGRAM += [("subtract", 0), ("dup", 0), ("times", 0), ("add", 0)]


def by_table(program, start):
    stack = [start]
    for name, value in program:
        OPERATIONS[name](stack, value)
    return stack[-1]


def by_comparison(program, start):
    stack = [start]
    for name, value in program:
        if name == "push":
            stack.append(value)
        elif name == "dup":
            stack.append(stack[-1])
        elif name == "add":
            b = stack.pop()
            stack[-1] += b
        elif name == "subtract":
            b = stack.pop()
            stack[-1] -= b
        elif name == "times":
            b = stack.pop()
            stack[-1] = stack[-1] * b % 10007
    return stack[-1]


def work(iterations):
    total = 0
    for step in range(iterations):
        node = derivative(polynomial(9 + step % 3), "x")
        total += size(node) - size(simplify(node))
        state = {"moves": 0, "time": 0, "unknown": 0, "bag": []}
        for _ in range(12):
            for line in LINES:
                command(line, state)
        total += state["moves"] + state["time"] + state["unknown"] + len(state["bag"])
        group = {"type": "group", "members": MESSAGES}
        for _ in range(10):
            total += message({"type": "group", "members": [group, *MESSAGES, None]})
        for start in range(30):
            total += by_table(PROGRAM, start) + by_comparison(PROGRAM, start + step)
    return total


if __name__ == "__main__":
    iterations = int(sys.argv[1]) if len(sys.argv) > 1 else ITERATIONS
    begin = time.process_time()
    checksum = work(iterations)
    elapsed = time.process_time() - begin
    print(checksum)
    print("seconds", elapsed, file=sys.stderr)
