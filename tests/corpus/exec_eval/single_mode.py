import sys

for source in (
    "1 + 1",
    "'text'",
    "None",
    "x = 5",
    "x; x + 1; None; [x]",
    "for i in range(3): i\n",
    "if x: 'branch'\n",
    "def f(): 'not printed'; return 1\n",
    "f()",
    "(lambda: 'called')()",
    "class C: 'doc'; 5\n",
    "with open('/dev/null') as h: 'in with'\n",
    "try: 1 / 0\nexcept ZeroDivisionError: 'handled'\n",
    "import math; math.floor(2.5)",
    "_",
):
    print(">>>", source.strip())
    exec(compile(source, "<single>", "single"))


def hook(value):
    if value is not None:
        print("hook", type(value).__name__, value)


sys.displayhook = hook
exec(compile("[1, 2]; None; 'x'", "<single>", "single"))


def broken(value):
    raise ValueError("display failed")


sys.displayhook = broken
try:
    exec(compile("5", "<single>", "single"))
except ValueError as error:
    print(error)
del sys.displayhook
try:
    exec(compile("5", "<single>", "single"))
except RuntimeError as error:
    print(error)
sys.displayhook = sys.__displayhook__
exec(compile("async def co(): return 1\n", "<single>", "single"))
co().close()
x: int = 1
exec(compile("y: int = 5; y", "<single>", "single"))
