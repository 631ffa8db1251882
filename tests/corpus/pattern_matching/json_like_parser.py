# status: 1
class Source:
    def __init__(self, text):
        self.text, self.at = text, 0

    def peek(self):
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1
        return self.text[self.at] if self.at < len(self.text) else ""

    def take(self, expected=None):
        got = self.peek()
        if expected is not None and got != expected:
            raise SyntaxError(f"expected {expected!r} but got {got!r} at {self.at}")
        self.at += 1
        return got


def value(source):
    match source.peek():
        case "{":
            return dict(members(source))
        case "[":
            return list(elements(source))
        case '"':
            return string(source)
        case "-" | "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9":
            return number(source)
        case "t" | "f" | "n":
            return word(source)
        case "":
            raise EOFError("nothing there")
        case other:
            raise SyntaxError(f"cannot start with {other!r} at {source.at}")


def members(source):
    source.take("{")
    while source.peek() != "}":
        key = string(source)
        source.take(":")
        yield key, value(source)
        if source.peek() != "}":
            source.take(",")
    source.take("}")


def elements(source):
    source.take("[")
    while source.peek() != "]":
        yield value(source)
        if source.peek() != "]":
            source.take(",")
    source.take("]")


def string(source):
    source.take('"')
    end = source.text.index('"', source.at)
    text, source.at = source.text[source.at:end], end + 1
    return text


def number(source):
    start = source.at
    while source.at < len(source.text) and source.text[source.at] in "-+.eE0123456789":
        source.at += 1
    text = source.text[start:source.at]
    return int(text) if text.lstrip("-").isdigit() else float(text)


def word(source):
    for text, result in (("true", True), ("false", False), ("null", None)):
        if source.text.startswith(text, source.at):
            source.at += len(text)
            return result
    raise SyntaxError(f"unknown word at {source.at}")


def summarize(tree):
    match tree:
        case {"type": "user", "name": str(name), **rest} if not rest:
            return f"user {name}"
        case {"type": "group", "members": [first, *others]}:
            return f"group of {summarize(first)} and {len(others)} others"
        case {"type": kind}:
            return f"unknown {kind}"
        case [*items]:
            return [summarize(item) for item in items]
        case bool() | None as constant:
            return f"constant {constant}"
        case int(n) | float(n):
            return n * 2
        case str() as text:
            return text[::-1]


text = '[{"type": "user", "name": "ann"}, {"type": "group", "members": [{"type": "user", "name": "x"}, 1]}, {"type": "z", "a": 1}, true, null, -12, 2.5, "abc", {}]'
tree = value(Source(text))
print(tree)
print(summarize(tree))
for bad in ("", "[1 2]", '{"a" 1}', "nope", "?"):
    try:
        print(value(Source(bad)))
    except (SyntaxError, EOFError, ValueError) as error:
        print(repr(bad), type(error).__name__, error)
value(Source('{"deep": [1, {"deeper": [tru]}]}'))
