"""Trace functions of threads: threading.settrace, setprofile, and threads that are not traced."""
import sys
import threading

events = []


def tracer(frame, event, arg):
    if frame.f_code.co_name in ("work", "plain"):
        events.append((frame.f_code.co_name, event, threading.current_thread().name))
    return tracer


def profiler(frame, event, arg):
    if frame.f_code.co_name == "work":
        events.append((frame.f_code.co_name, event, "profile"))


def work():
    x = 1
    return x


def plain():
    return work()


def start(name, target=work):
    thread = threading.Thread(target=target, name=name)
    thread.start()
    thread.join()


threading.settrace(tracer)
print(threading.gettrace() is tracer)
start("traced")
threading.settrace(None)
start("not traced")
sys.settrace(tracer)
start("nor this")
plain()
sys.settrace(None)
threading.setprofile(profiler)
start("profiled")
threading.setprofile(None)
print(*events, sep="\n")
