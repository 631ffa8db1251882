"""A program that ends in the way its first argument says, and shows when its objects go."""

import atexit
import gc
import os
import signal
import sys
import threading
import time
import traceback
import warnings

gc.disable()  # when it runs depends on how much was allocated before


class Mortal:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name, "Mortal" in globals(), globals().get("text"), __name__)


class Broken:
    def __str__(self):
        return 1 / 0

    def __del__(self):
        return 1 / 0


class Exit(SystemExit):
    pass


class Interrupt(KeyboardInterrupt):
    pass


_underscored = Mortal("underscored")
later = Mortal("later")
earlier = Mortal("earlier")
text = "text"
listed = [Mortal("in a list")]
cycle = Mortal("in a cycle")
cycle.itself = cycle


def refuse(event, args):
    if event == "sys.excepthook":
        print(event, args[1:3])
        raise RuntimeError


def by_hook(hook):
    sys.excepthook = hook
    return 1 / 0


def show_hook(kind, error, trace):
    print("hook:", kind, error.__context__, sys.exc_info(), sys._getframe().f_back)
    print("__file__" in globals(), trace.tb_frame.f_back)


def wait():
    time.sleep(0.05)
    print("the thread has ended")


def interrupt():
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(5)


def delete_hook():
    del sys.excepthook
    return 1 / 0


def no_stderr():
    sys.stderr = None
    return 1 / 0


def interrupt_then_execute():
    atexit.register(exec, "1")
    raise KeyboardInterrupt


def group():
    raise BaseExceptionGroup("group", [SystemExit(3), ValueError(2)])


def raising(error):
    try:
        raise error
    finally:
        del error


def full_device():
    os.dup2(os.open("/dev/full", os.O_WRONLY), 1)


def print_stack():
    traceback.print_stack()
    warnings.warn("here", stacklevel=1)
    warnings.warn("at the bottom", stacklevel=20)


def unraisable():
    global broken
    broken = Broken()
    del broken


ENDINGS = {
    "normal": lambda: None,
    "exit": lambda: sys.exit(),
    "exit 3": lambda: sys.exit(3),
    "exit text": lambda: sys.exit("a message"),
    "exit object": lambda: sys.exit(Mortal("the status")),
    "exit broken": lambda: sys.exit(Broken()),
    "exit True": lambda: sys.exit(True),
    "exit large": lambda: sys.exit(2**40 + 5),
    "exit negative": lambda: sys.exit(-1),
    "exit subclass": lambda: raising(Exit(9)),
    "exit tuple": lambda: sys.exit((1, 2)),
    "_exit": lambda: os._exit(7),
    "error": lambda: 1 / 0,
    "group": group,
    "interrupt": interrupt,
    "KeyboardInterrupt": lambda: raising(KeyboardInterrupt()),
    "KeyboardInterrupt subclass": lambda: raising(Interrupt()),
    "KeyboardInterrupt, then exec": interrupt_then_execute,
    "thread": lambda: threading.Thread(target=wait).start(),
    "error in thread": lambda: threading.Thread(target=lambda: 1 / 0).start(),
    "full": full_device,
    "closed": lambda: sys.stdout.close(),
    "no stderr": no_stderr,
    "hook": lambda: by_hook(show_hook),
    "hook fails": lambda: by_hook(lambda *error: {}[1]),
    "hook exits": lambda: by_hook(lambda *error: sys.exit(5)),
    "hook None": lambda: by_hook(None),
    "hook deleted": delete_hook,
    "hook refused": lambda: (sys.addaudithook(refuse), 1 / 0),
    "unraisable": unraisable,
    "stack": print_stack,
}


@atexit.register
def at_exit():
    print("at exit:", "__file__" in globals(), hasattr(sys, "last_exc"), hasattr(sys, "last_type"))


def end(how):
    local = Mortal("local")
    result = ENDINGS[how]()
    return local, result


if __name__ == "__main__":
    end(sys.argv[1])
    print("the end")
