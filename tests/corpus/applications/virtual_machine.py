# status: 1
import enum


class Op(enum.IntEnum):
    PUSH, ADD, MUL, SUB, JUMP, JUMP_IF, CALL, RETURN, LOAD, STORE, PRINT, HALT = range(12)


class MachineError(Exception): ...


class Machine:
    def __init__(self, program):
        self.program, self.stack, self.calls, self.memory, self.at, self.steps = program, [], [], {}, 0, 0

    def run(self, limit=2000):
        while True:
            self.steps += 1
            if self.steps > limit:
                raise MachineError(f"more than {limit} steps")
            op, *operands = self.program[self.at]
            self.at += 1
            handler = getattr(self, f"do_{Op(op).name.lower()}", None) or self.binary
            if handler(op, *operands) is StopIteration:
                return self.steps

    def binary(self, op):
        try:
            b, a = self.stack.pop(), self.stack.pop()
        except IndexError:
            raise MachineError(f"stack empty at {self.at - 1}") from None
        self.stack.append({Op.ADD: int.__add__, Op.MUL: int.__mul__, Op.SUB: int.__sub__}[op](a, b))

    def do_push(self, _, value):
        self.stack.append(value)

    def do_jump(self, _, target):
        self.at = target

    def do_jump_if(self, _, target):
        if self.stack.pop():
            self.at = target

    def do_call(self, _, target):
        self.calls.append(self.at)
        self.at = target

    def do_return(self, _):
        self.at = self.calls.pop()

    def do_load(self, _, name):
        self.stack.append(self.memory[name])

    def do_store(self, _, name):
        self.memory[name] = self.stack.pop()

    def do_print(self, _):
        print("out:", self.stack.pop())

    def do_halt(self, _):
        return StopIteration


factorial = [
    (Op.PUSH, 10), (Op.STORE, "n"), (Op.PUSH, 1), (Op.STORE, "r"),
    (Op.LOAD, "r"), (Op.LOAD, "n"), (Op.MUL,), (Op.STORE, "r"),
    (Op.LOAD, "n"), (Op.PUSH, 1), (Op.SUB,), (Op.STORE, "n"), (Op.LOAD, "n"), (Op.JUMP_IF, 4),
    (Op.LOAD, "r"), (Op.PRINT,), (Op.CALL, 18), (Op.HALT,), (Op.PUSH, 7), (Op.PRINT,), (Op.RETURN,),
]
print(Machine(factorial).run(), [op.name for op in Op][:3])
for broken in ([(Op.ADD,)], [(Op.JUMP, 0)], [(99,)], [(Op.LOAD, "x")]):
    try:
        Machine(broken).run()
    except (MachineError, ValueError, KeyError) as error:
        print(type(error).__name__, error, repr(error.__context__))
Machine([(Op.PUSH, 1), (Op.RETURN,)]).run()
