# status: -2
def work():
    try:
        raise KeyboardInterrupt("by hand")
    finally:
        print("finally")


try:
    work()
except Exception:
    print("never: not an Exception")
