# status: 5
import os
import sys


def child_work(n):
    return sum(i * i for i in range(n))


for kind in ("result", "exit", "exception"):
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        if kind == "result":
            print("child computed", child_work(10), flush=True)
            os._exit(0)
        elif kind == "exit":
            os._exit(7)
        try:
            1 / 0
        except ZeroDivisionError:
            os._exit(9)
    _, status = os.waitpid(pid, 0)
    print(kind, os.waitstatus_to_exitcode(status))
sys.stdout.flush()
pid = os.fork()
if pid == 0:
    print("child leaves by sys.exit")
    sys.exit(3)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
sys.exit(5)
