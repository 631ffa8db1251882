import code
import sys

interpreter = code.InteractiveInterpreter({"__name__": "__console__", "x": 5})
for source in ("x * 2", "y = x + 1", "y", "def f(): return y * 10\n", "f()", "1 / 0", "for i in range(2): print(i)\n", "x +", "undefined"):
    more = interpreter.runsource(source)
    if more:
        print("incomplete")
sys.stderr.flush()
lines = iter(["a = 3", "if a:", "    print('block', a)", "", "raise SystemExit(2)"])


def read(prompt):
    print(prompt, end="")
    return next(lines)


try:
    code.interact(banner="hello", readfunc=read, local={}, exitmsg="bye")
except SystemExit as error:
    print("exit", error.code)
