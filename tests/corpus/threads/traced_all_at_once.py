"""settrace_all_threads and setprofile_all_threads: threads that run hear of what they call next."""

import sys
import threading


def work(number):
    return number + 1


def thread_body(start, said):
    barrier.wait()
    start.wait()
    work(1)
    said.append((sys.gettrace() is None, sys.getprofile() is None))
    barrier.wait()


def started():
    threads = []
    for _ in range(2):
        start, said = threading.Event(), []
        thread = threading.Thread(target=thread_body, args=(start, said))
        thread.start()
        threads.append((thread, start, said))
    return threads


def trace(frame, event, argument):
    if frame.f_code.co_name == "work":
        told.append((threading.current_thread() is threading.main_thread(), event))
    return trace


def profile(frame, event, argument):
    if frame.f_code.co_name == "work":
        told.append((threading.current_thread() is threading.main_thread(), event))


for function, name in (trace, "settrace"), (profile, "setprofile"):
    setter = getattr(threading, f"{name}_all_threads", None)
    if setter is None:
        continue
    told = []
    barrier = threading.Barrier(3)
    threads = started()
    barrier.wait()
    setter(function)
    work(0)
    for thread, start, said in threads:
        start.set()
    barrier.wait()
    for thread, start, said in threads:
        thread.join()
        print(name, said)
    setter(None)
    print(sorted(told))
    print(sys.gettrace(), sys.getprofile())
