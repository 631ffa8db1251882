# status: 120
import sys


class Broken:
    def write(self, text):
        return len(text)

    def flush(self):
        raise OSError("cannot flush")


print("real output", flush=True)
sys.stdout = Broken()
print("swallowed")
