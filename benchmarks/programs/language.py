"""A larger program: tokenizer, parser, constant folder, resolver, evaluator and a stack machine.

Programs in a small language are read, evaluated over their tree, compiled to instructions and run
again on a stack machine; both ways have to agree.
"""

import re
import sys
import time

ITERATIONS = 45

SOURCES = {
    "primes": """
        let count = 0;
        let n = 2;
        while n < 30 {
            let d = 2;
            let prime = true;
            while d * d <= n and prime {
                if n % d == 0 { prime = false; }
                d = d + 1;
            }
            if prime { count = count + n; }
            n = n + 1;
        }
        print(count);
    """,
    "functions": """
        fn fib(n) {
            if n < 2 { return n; }
            return fib(n - 1) + fib(n - 2);
        }
        fn adder(a) {
            fn add(b) { return a + b; }
            return add;
        }
        fn twice(f, x) { return f(f(x)); }
        print(fib(9), twice(adder(2 * 3 + 1), 10), adder(fib(5))(1));
    """,
    "lists": """
        # insertion sort of a list, then a string made of it
        let items = [5, 3, 9, 1, 8, 2, 7, 4, 6, 0];
        let i = 1;
        while i < len(items) {
            let key = items[i];
            let j = i - 1;
            while j >= 0 and items[j] > key {
                items[j + 1] = items[j];
                j = j - 1;
            }
            items[j + 1] = key;
            i = i + 1;
        }
        let text = "";
        i = 0;
        while i < len(items) {
            text = text + str(items[i]) + "-";
            i = i + 1;
        }
        print(text, len(text), not (text == "x") or false);
    """,
    "errors": """
        fn half(n) { return 10 / (n - 3); }
        let n = 0;
        while n < 5 {
            print(half(n));
            n = n + 1;
        }
    """,
}


class LanguageError(Exception):
    def __init__(self, message, line):
        super().__init__(f"line {line}: {message}")
        self.line = line


# Tokens

TOKEN = re.compile(
    r"""(?P<space>[ \t]+|\#[^\n]*)
      | (?P<newline>\n)
      | (?P<number>\d+)
      | (?P<string>"[^"\n]*")
      | (?P<name>[A-Za-z_]\w*)
      | (?P<operator>==|!=|<=|>=|[-+*/%<>=(){}\[\],;])""",
    re.VERBOSE,
)
KEYWORDS = frozenset("let fn if else while return true false and or not".split())


class Token:
    __slots__ = ("kind", "text", "line")

    def __init__(self, kind, text, line):
        self.kind = kind
        self.text = text
        self.line = line

    def __repr__(self):
        return f"{self.kind} {self.text!r}"


def tokens(source):
    line, place = 1, 0
    while place < len(source):
        match = TOKEN.match(source, place)
        if match is None:
            raise LanguageError(f"unexpected {source[place]!r}", line)
        kind, text = match.lastgroup, match.group()
        place = match.end()
        if kind == "newline":
            line += 1
        elif kind == "name" and text in KEYWORDS:
            yield Token("keyword", text, line)
        elif kind != "space":
            yield Token(kind, text, line)
    yield Token("end", "", line)


# Trees


class Node:
    fields = ()

    def __init__(self, line, *values):
        self.line = line
        for field, value in zip(self.fields, values, strict=True):
            setattr(self, field, value)

    def children(self):
        for field in self.fields:
            value = getattr(self, field)
            if isinstance(value, Node):
                yield value
            elif isinstance(value, list):
                yield from (item for item in value if isinstance(item, Node))

    def size(self):
        return 1 + sum(child.size() for child in self.children())


class Constant(Node):
    fields = ("value",)


class Name(Node):
    fields = ("name",)


class List(Node):
    fields = ("items",)


class Unary(Node):
    fields = ("operator", "operand")


class Binary(Node):
    fields = ("operator", "left", "right")


class Logical(Node):
    fields = ("operator", "left", "right")


class Call(Node):
    fields = ("function", "arguments")


class Index(Node):
    fields = ("value", "index")


class Let(Node):
    fields = ("name", "value")


class Assign(Node):
    fields = ("target", "value")


class Block(Node):
    fields = ("body",)


class If(Node):
    fields = ("test", "then", "otherwise")


class While(Node):
    fields = ("test", "body")


class Function(Node):
    fields = ("name", "parameters", "body")


class Return(Node):
    fields = ("value",)


class Expression(Node):
    fields = ("value",)


class Parser:
    PRECEDENCE = {
        "or": 1,
        "and": 2,
        "==": 3,
        "!=": 3,
        "<": 4,
        ">": 4,
        "<=": 4,
        ">=": 4,
        "+": 5,
        "-": 5,
        "*": 6,
        "/": 6,
        "%": 6,
    }

    def __init__(self, source):
        self.tokens = list(tokens(source))
        self.place = 0

    @property
    def token(self):
        return self.tokens[self.place]

    def advance(self):
        token = self.tokens[self.place]
        self.place += 1
        return token

    def at(self, text):
        token = self.token
        return token.text == text and token.kind in ("operator", "keyword")

    def accept(self, text):
        if self.at(text):
            self.place += 1
            return True
        return False

    def expect(self, text):
        if not self.accept(text):
            raise LanguageError(f"expected {text!r}, found {self.token}", self.token.line)

    def expect_name(self):
        token = self.advance()
        if token.kind != "name":
            raise LanguageError(f"expected a name, found {token}", token.line)
        return token.text

    def program(self):
        body = []
        while self.token.kind != "end":
            body.append(self.statement())
        return Block(1, body)

    def block(self):
        line = self.token.line
        self.expect("{")
        body = []
        while not self.accept("}"):
            body.append(self.statement())
        return Block(line, body)

    def statement(self):
        token = self.token
        method = getattr(self, f"{token.text}_statement", None) if token.kind == "keyword" else None
        if method is not None:
            self.advance()
            return method(token.line)
        value = self.expression()
        if self.accept("="):
            if not isinstance(value, (Name, Index)):
                raise LanguageError("cannot assign to this", token.line)
            value = Assign(token.line, value, self.expression())
        else:
            value = Expression(token.line, value)
        self.expect(";")
        return value

    def let_statement(self, line):
        name = self.expect_name()
        self.expect("=")
        value = self.expression()
        self.expect(";")
        return Let(line, name, value)

    def fn_statement(self, line):
        name = self.expect_name()
        self.expect("(")
        parameters = []
        while not self.accept(")"):
            parameters.append(self.expect_name())
            if not self.at(")"):
                self.expect(",")
        return Function(line, name, parameters, self.block())

    def if_statement(self, line):
        test = self.expression()
        then = self.block()
        otherwise = self.block() if self.accept("else") else None
        return If(line, test, then, otherwise)

    def while_statement(self, line):
        return While(line, self.expression(), self.block())

    def return_statement(self, line):
        value = Constant(line, None) if self.at(";") else self.expression()
        self.expect(";")
        return Return(line, value)

    def expression(self, lowest=1):
        left = self.unary()
        while True:
            token = self.token
            power = self.PRECEDENCE.get(token.text, 0)
            if power < lowest or token.kind not in ("operator", "keyword"):
                return left
            self.advance()
            right = self.expression(power + 1)
            kind = Logical if token.text in ("and", "or") else Binary
            left = kind(token.line, token.text, left, right)

    def unary(self):
        token = self.token
        if self.accept("-") or self.accept("not"):
            return Unary(token.line, token.text, self.unary())
        return self.postfix(self.primary())

    def postfix(self, node):
        while True:
            line = self.token.line
            if self.accept("("):
                node = Call(line, node, self.items(")"))
            elif self.accept("["):
                node = Index(line, node, self.expression())
                self.expect("]")
            else:
                return node

    def items(self, end):
        items = []
        while not self.accept(end):
            items.append(self.expression())
            if not self.at(end):
                self.expect(",")
        return items

    def primary(self):
        token = self.advance()
        if token.kind == "number":
            return Constant(token.line, int(token.text))
        if token.kind == "string":
            return Constant(token.line, token.text[1:-1])
        if token.kind == "name":
            return Name(token.line, token.text)
        if token.text == "true" or token.text == "false":
            return Constant(token.line, token.text == "true")
        if token.text == "(":
            value = self.expression()
            self.expect(")")
            return value
        if token.text == "[":
            return List(token.line, self.items("]"))
        raise LanguageError(f"unexpected {token}", token.line)


# Meaning of operators, shared by folder, evaluator and stack machine


def divide(a, b):
    return a // b


OPERATORS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": divide,
    "%": lambda a, b: a % b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
}


def apply(operator, a, b, line):
    try:
        return OPERATORS[operator](a, b)
    except (ArithmeticError, TypeError) as error:
        raise LanguageError(type(error).__name__, line) from error


class Visitor:
    """Calls the method named after the class of a node; remembers which method that is."""

    def __init__(self):
        self.methods = {}

    def visit(self, node):
        kind = type(node)
        method = self.methods.get(kind)
        if method is None:
            method = getattr(self, f"visit_{kind.__name__.lower()}", self.generic)
            self.methods[kind] = method
        return method(node)

    def generic(self, node):
        raise NotImplementedError(type(node).__name__)


class Folder(Visitor):
    """Computes what is constant."""

    def __init__(self):
        super().__init__()
        self.folded = 0

    def generic(self, node):
        for field in node.fields:
            value = getattr(node, field)
            if isinstance(value, Node):
                setattr(node, field, self.visit(value))
            elif isinstance(value, list):
                value[:] = [
                    self.visit(item) if isinstance(item, Node) else item for item in value
                ]
        return node

    def visit_binary(self, node):
        self.generic(node)
        match node:
            case Binary(left=Constant(value=a), right=Constant(value=b), operator=operator):
                try:
                    value = apply(operator, a, b, node.line)
                except LanguageError:
                    return node
                self.folded += 1
                return Constant(node.line, value)
        return node


# Evaluation over the tree


class Scope:
    def __init__(self, parent=None):
        self.values = {}
        self.parent = parent

    def find(self, name, line):
        scope = self
        while scope is not None:
            if name in scope.values:
                return scope.values
            scope = scope.parent
        raise LanguageError(f"{name} is not defined", line)


class Returned(Exception):
    def __init__(self, value):
        self.value = value


class Closure:
    def __init__(self, function, scope):
        self.function = function
        self.scope = scope


def builtins(output):
    return {
        "print": lambda *values: output.append(" ".join(map(str, values))),
        "len": len,
        "str": str,
    }


class Evaluator(Visitor):
    def __init__(self, output):
        super().__init__()
        self.scope = Scope()
        self.scope.values.update(builtins(output))

    def visit_constant(self, node):
        return node.value

    def visit_name(self, node):
        return self.scope.find(node.name, node.line)[node.name]

    def visit_list(self, node):
        return [self.visit(item) for item in node.items]

    def visit_unary(self, node):
        value = self.visit(node.operand)
        return -value if node.operator == "-" else not value

    def visit_binary(self, node):
        return apply(node.operator, self.visit(node.left), self.visit(node.right), node.line)

    def visit_logical(self, node):
        left = self.visit(node.left)
        if bool(left) == (node.operator == "or"):
            return left
        return self.visit(node.right)

    def visit_call(self, node):
        function = self.visit(node.function)
        arguments = [self.visit(argument) for argument in node.arguments]
        if not isinstance(function, Closure):
            return function(*arguments)
        definition = function.function
        if len(arguments) != len(definition.parameters):
            raise LanguageError(f"{definition.name}: wrong number of arguments", node.line)
        caller = self.scope
        self.scope = Scope(function.scope)
        self.scope.values.update(zip(definition.parameters, arguments))
        try:
            self.visit(definition.body)
        except Returned as returned:
            return returned.value
        finally:
            self.scope = caller

    def visit_index(self, node):
        try:
            return self.visit(node.value)[self.visit(node.index)]
        except IndexError:
            raise LanguageError("no such item", node.line) from None

    def visit_let(self, node):
        self.scope.values[node.name] = self.visit(node.value)

    def visit_assign(self, node):
        value = self.visit(node.value)
        match node.target:
            case Name(name=name, line=line):
                self.scope.find(name, line)[name] = value
            case Index(value=container, index=index):
                self.visit(container)[self.visit(index)] = value

    def visit_block(self, node):
        for statement in node.body:
            self.visit(statement)

    def visit_if(self, node):
        if self.visit(node.test):
            self.visit(node.then)
        elif node.otherwise is not None:
            self.visit(node.otherwise)

    def visit_while(self, node):
        while self.visit(node.test):
            self.visit(node.body)

    def visit_function(self, node):
        self.scope.values[node.name] = Closure(node, self.scope)

    def visit_return(self, node):
        raise Returned(self.visit(node.value))

    def visit_expression(self, node):
        self.visit(node.value)


# Compilation to a stack machine


class Compiler(Visitor):
    def __init__(self):
        super().__init__()
        self.code = []
        self.line = 1

    def emit(self, name, operand=None):
        self.code.append((name, operand, self.line))
        return len(self.code) - 1

    def patch(self, place):
        name, _, line = self.code[place]
        self.code[place] = (name, len(self.code), line)

    def visit(self, node):
        self.line = node.line
        return super().visit(node)

    def visit_constant(self, node):
        self.emit("constant", node.value)

    def visit_name(self, node):
        self.emit("load", node.name)

    def visit_list(self, node):
        for item in node.items:
            self.visit(item)
        self.emit("list", len(node.items))

    def visit_unary(self, node):
        self.visit(node.operand)
        self.emit("negate" if node.operator == "-" else "not")

    def visit_binary(self, node):
        self.visit(node.left)
        self.visit(node.right)
        self.line = node.line
        self.emit("binary", node.operator)

    def visit_logical(self, node):
        self.visit(node.left)
        end = self.emit("jump if true or pop" if node.operator == "or" else "jump if false or pop")
        self.visit(node.right)
        self.patch(end)

    def visit_call(self, node):
        self.visit(node.function)
        for argument in node.arguments:
            self.visit(argument)
        self.emit("call", len(node.arguments))

    def visit_index(self, node):
        self.visit(node.value)
        self.visit(node.index)
        self.emit("index")

    def visit_let(self, node):
        self.visit(node.value)
        self.emit("declare", node.name)

    def visit_assign(self, node):
        self.visit(node.value)
        if isinstance(node.target, Name):
            self.emit("store", node.target.name)
        else:
            self.visit(node.target.value)
            self.visit(node.target.index)
            self.emit("store index")

    def visit_block(self, node):
        for statement in node.body:
            self.visit(statement)

    def visit_if(self, node):
        self.visit(node.test)
        otherwise = self.emit("jump if false")
        self.visit(node.then)
        if node.otherwise is None:
            self.patch(otherwise)
        else:
            end = self.emit("jump")
            self.patch(otherwise)
            self.visit(node.otherwise)
            self.patch(end)

    def visit_while(self, node):
        start = len(self.code)
        self.visit(node.test)
        end = self.emit("jump if false")
        self.visit(node.body)
        self.emit("jump", start)
        self.patch(end)

    def visit_function(self, node):
        inner = Compiler()
        inner.visit(node.body)
        inner.emit("constant", None)
        inner.emit("return")
        self.emit("function", (node.parameters, inner.code))
        self.emit("declare", node.name)

    def visit_return(self, node):
        self.visit(node.value)
        self.emit("return")

    def visit_expression(self, node):
        self.visit(node.value)
        self.emit("pop")


class CompiledFunction:
    def __init__(self, parameters, code, scope):
        self.parameters = parameters
        self.code = code
        self.scope = scope


class StackMachine:
    def __init__(self, output):
        self.scope = Scope()
        self.scope.values.update(builtins(output))
        self.steps = 0

    def run(self, code):
        scope = self.scope
        frames = []
        stack = []
        push, pop = stack.append, stack.pop
        place = 0
        while place < len(code):
            name, operand, line = code[place]
            place += 1
            self.steps += 1
            if name == "load":
                push(scope.find(operand, line)[operand])
            elif name == "constant":
                push(operand)
            elif name == "binary":
                right = pop()
                push(apply(operand, pop(), right, line))
            elif name == "store":
                scope.find(operand, line)[operand] = pop()
            elif name == "declare":
                scope.values[operand] = pop()
            elif name == "jump if false":
                if not pop():
                    place = operand
            elif name == "jump":
                place = operand
            elif name in ("jump if false or pop", "jump if true or pop"):
                if bool(stack[-1]) == (name == "jump if true or pop"):
                    place = operand
                else:
                    pop()
            elif name == "index":
                index = pop()
                push(pop()[index])
            elif name == "store index":
                index, container = pop(), pop()
                container[index] = pop()
            elif name == "call":
                arguments = [pop() for _ in range(operand)][::-1]
                function = pop()
                if isinstance(function, CompiledFunction):
                    frames.append((code, place, scope))
                    code, place, scope = function.code, 0, Scope(function.scope)
                    for parameter, argument in zip(function.parameters, arguments):
                        scope.values[parameter] = argument
                else:
                    push(function(*arguments))
            elif name == "return":
                code, place, scope = frames.pop()
            elif name == "pop":
                pop()
            elif name == "list":
                items = stack[len(stack) - operand :]
                del stack[len(stack) - operand :]
                push(items)
            elif name == "function":
                push(CompiledFunction(*operand, scope))
            elif name == "not":
                push(not pop())
            else:
                push(-pop())


def attempt(output, action, argument):
    try:
        action(argument)
    except LanguageError as error:
        output.append(f"error: {error}")
    return "\n".join(output)


def run(source):
    program = Parser(source).program()
    folder = Folder()
    before = program.size()
    program = folder.visit(program)
    output = []
    evaluated = attempt(output, Evaluator(output).visit, program)
    compiler = Compiler()
    compiler.visit(program)
    output = []
    machine = StackMachine(output)
    computed = attempt(output, machine.run, compiler.code)
    assert evaluated == computed, (evaluated, computed)
    return evaluated, before - program.size(), folder.folded + machine.steps


def work(iterations):
    total = 0
    for step in range(iterations):
        for name, source in SOURCES.items():
            text, saved, steps = run(f"let start = {step};\n{source}")
            total = (total * 31 + sum(map(ord, text)) + saved * len(name) + steps) & 0xFFFFFFFF
    return total


if __name__ == "__main__":
    iterations = int(sys.argv[1]) if len(sys.argv) > 1 else ITERATIONS
    begin = time.process_time()
    checksum = work(iterations)
    elapsed = time.process_time() - begin
    print(checksum)
    print("seconds", elapsed, file=sys.stderr)
