# status: 1
import atexit
import threading
import time

atexit.register(print, "exit handler runs after the threads")
go = threading.Event()


def slow():
    go.wait(10)
    time.sleep(0.02)
    print("thread ends after main")


def background():
    while True:
        time.sleep(10)


threading.Thread(target=slow).start()
threading.Thread(target=background, daemon=True).start()
print("main raises")
go.set()
raise ValueError("main is over")
