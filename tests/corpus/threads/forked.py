"""A process forked while threads run has only the one that forked."""

import os
import sys
import threading
import warnings

warnings.simplefilter("ignore", DeprecationWarning)
done = threading.Event()
started = threading.Barrier(4)


def wait():
    started.wait()
    done.wait()


def forked(depth):
    if depth:
        return forked(depth - 1)
    child = os.fork()
    if not child:
        frames = sys._current_frames()
        names = [frames[ident].f_code.co_name for ident in frames]
        print(len(frames), names, threading.active_count())
        sys.stdout.flush()
        os._exit(7)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


if hasattr(os, "fork"):
    threads = [threading.Thread(target=wait) for _ in range(3)]
    for thread in threads:
        thread.start()
    started.wait()
    print(forked(3))
    print(len(sys._current_frames()), threading.active_count())
    done.set()
    for thread in threads:
        thread.join()
    print(forked(0))
