"""The stacks of other threads: sys._current_frames, sys._current_exceptions, f_back across threads."""

import queue
import sys
import threading
import traceback

ready = threading.Event()
leave = threading.Event()
idents = queue.Queue()


def outer():
    inner("argument")


def inner(given):
    try:
        raise ValueError(given)
    except ValueError:
        idents.put(threading.get_ident())
        wait_for_leave()


def wait_for_leave():
    local = 1
    ready.set()
    leave.wait()
    return local


class Direct:
    """Waits in C code: its innermost Python frame is the program's."""

    def __init__(self):
        self.lock = threading.Lock()
        self.lock.acquire()
        self.begun = threading.Event()

    def run(self):
        self.begun.set()
        self.lock.acquire()


thread = threading.Thread(target=outer)
thread.start()
ready.wait()
ident = idents.get()
frames = sys._current_frames()
print(ident in frames, threading.get_ident() in frames, frames[threading.get_ident()] is sys._getframe())
stack = [entry for entry in traceback.extract_stack(frames[ident]) if entry.filename == __file__]
for entry in stack:
    print(entry.name, entry.lineno, entry.line)
found = frames[ident]
while found.f_code.co_name != "inner":
    found = found.f_back
print(found.f_locals["given"], found.f_lineno, found.f_back.f_code.co_name, found.f_back.f_lineno)
held = sys._current_exceptions()[ident]
held = held[1] if type(held) is tuple else held
print(repr(held), sys._current_exceptions()[threading.get_ident()])
frame = held.__traceback__.tb_frame
names = []
while frame is not None and frame.f_code.co_filename == __file__:
    names.append(frame.f_code.co_name)
    frame = frame.f_back
print(names)
leave.set()
thread.join()

direct = Direct()
thread = threading.Thread(target=direct.run)
thread.start()
direct.begun.wait()
frame = sys._current_frames()[thread.ident]
while frame.f_code.co_filename != __file__:
    frame = frame.f_back
print(frame.f_code.co_name, frame.f_locals["self"] is direct)
direct.lock.release()
thread.join()
print(ident in sys._current_frames())
