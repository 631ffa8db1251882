# status: 4
import sys
import threading


def thread():
    sys.exit(99)


t = threading.Thread(target=thread)
t.start()
t.join()
try:
    raise ValueError("replaced by the exit")
finally:
    sys.exit(4)
