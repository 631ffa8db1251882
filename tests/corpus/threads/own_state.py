import sys
import threading

ready, go_on = threading.Event(), threading.Event()
seen = []


def other():
    seen.append(("exc in thread", sys.exc_info()[0]))
    try:
        raise KeyError("thread")
    except KeyError:
        ready.set()
        go_on.wait(10)
        seen.append(("thread handler", sys.exc_info()[0].__name__))
    seen.append(("frames", frame_names()))


def frame_names():
    frame, names = sys._getframe(1), []
    while frame:
        if frame.f_globals is globals():
            names.append(frame.f_code.co_name)
        frame = frame.f_back
    return names


try:
    raise ValueError("main")
except ValueError:
    thread = threading.Thread(target=other)
    thread.start()
    ready.wait(10)
    seen.append(("main handler", sys.exc_info()[0].__name__))
    try:
        raise IndexError("main, deeper")
    except IndexError:
        go_on.set()
        thread.join()
        seen.append(("main, deeper", sys.exc_info()[0].__name__, sys.exc_info()[1].__context__))
for entry in seen:
    print(entry)


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


def run_deep(results, n):
    try:
        results.append(deep(n))
    except RecursionError:
        results.append("recursion error")


results = []
for n in (500, 5000):
    thread = threading.Thread(target=run_deep, args=(results, n))
    thread.start()
    thread.join()
print(results)
