# status: 1
import re
from typing import NamedTuple


class Token(NamedTuple):
    kind: str
    text: str
    at: int


SPEC = [("NUMBER", r"\d+(\.\d+)?"), ("NAME", r"[a-z]\w*"), ("OP", r"[-+*/()=^,]"), ("SKIP", r"\s+"), ("BAD", r".")]
MASTER = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in SPEC))


class ParseError(Exception):
    def __init__(self, message, token):
        super().__init__(f"{message} at {token.at}")
        self.token = token


def tokenize(text):
    for match in MASTER.finditer(text):
        token = Token(match.lastgroup, match[0], match.start())
        if token.kind == "BAD":
            raise ParseError(f"bad character {token.text!r}", token)
        if token.kind != "SKIP":
            yield token
    yield Token("END", "", len(text))


class Parser:
    PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}

    def __init__(self, text):
        self.tokens = list(tokenize(text))

    @property
    def current(self):
        return self.tokens[0]

    def take(self, *texts):
        if texts and self.current.text not in texts:
            raise ParseError(f"expected {' or '.join(texts)}, got {self.current.text or 'end'!r}", self.current)
        return self.tokens.pop(0)

    def parse(self):
        tree = self.expression(0)
        if self.current.kind != "END":
            raise ParseError("trailing input", self.current)
        return tree

    def expression(self, minimum):
        left = self.atom()
        while (op := self.current.text) in self.PRECEDENCE and self.PRECEDENCE[op] > minimum:
            self.take()
            left = (op, left, self.expression(self.PRECEDENCE[op] - (op == "^")))
        return left

    def atom(self):
        match self.take():
            case Token("NUMBER", text):
                return float(text) if "." in text else int(text)
            case Token("NAME", name) if self.current.text == "(":
                self.take("(")
                arguments = [self.expression(0)]
                while self.take(",", ")").text == ",":
                    arguments.append(self.expression(0))
                return ("call", name, *arguments)
            case Token("NAME", name):
                return name
            case Token(text="("):
                inner = self.expression(0)
                self.take(")")
                return inner
            case Token(text="-"):
                return ("neg", self.expression(2))
            case token:
                raise ParseError(f"unexpected {token.text or 'end'!r}", token)


def evaluate(tree, names):
    match tree:
        case int() | float():
            return tree
        case str(name):
            return names[name]
        case ("neg", value):
            return -evaluate(value, names)
        case ("call", name, *arguments):
            return names[name](*(evaluate(a, names) for a in arguments))
        case (op, left, right):
            a, b = evaluate(left, names), evaluate(right, names)
            return {"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b, "/": lambda: a / b, "^": lambda: a**b}[op]()


names = {"x": 5, "max": max, "abs": abs}
for text in ("1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-x + 10", "max(1, x, 2 * x) / 4", "1.5 * abs(-2)"):
    print(text, "=", Parser(text).parse(), "=", evaluate(Parser(text).parse(), names))
for text in ("1 +", "(1", "1 $ 2", "1 2", "max(1;2)"):
    try:
        Parser(text).parse()
    except ParseError as error:
        print(text, "->", error)
evaluate(Parser("1 + y / (x - 5)").parse(), names)
