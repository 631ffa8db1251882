# status: 6
import atexit
import os

atexit.register(print, "never printed")
try:
    print("before", flush=True)
    os._exit(6)
finally:
    print("never")
